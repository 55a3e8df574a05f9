//! Reports on their way to JavaScript, by serde.

use serde::{Serialize, Serializer};
use serde_wasm_bindgen::preserve;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;

use crate::python::PyString;

use super::convert::{count, from_py_string};

/// A string of JavaScript's, which may hold lone surrogates. Rust's strings cannot.
///
/// tsify takes each type with this name for TypeScript's `string`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct String(pub PyString);

impl From<PyString> for String {
    fn from(text: PyString) -> Self {
        Self(text)
    }
}

impl From<String> for PyString {
    fn from(text: String) -> Self {
        text.0
    }
}

impl Serialize for String {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_str() {
            Some(text) => serializer.serialize_str(text),
            None => preserve::serialize(&from_py_string(&self.0), serializer),
        }
    }
}

/// A report as JavaScript has it.
pub(super) fn tell<T: Serialize + Tsify>(report: impl Into<T>) -> Result<Ts<T>, JsValue> {
    /// To serde, a struct that another one is flattened into is a map.
    const SERIALIZER: serde_wasm_bindgen::Serializer =
        serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    Ok(Ts::new_unchecked(report.into().serialize(&SERIALIZER)?))
}

/// The first `limit` of some reports.
pub(super) fn page<T: Serialize + Tsify>(
    reports: impl IntoIterator<Item = impl Into<T>>,
    limit: f64,
) -> Result<Vec<Ts<T>>, JsValue> {
    reports.into_iter().take(count(limit)).map(tell).collect()
}
