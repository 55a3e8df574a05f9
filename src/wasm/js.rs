//! Reports on their way to JavaScript, by serde.

use js_sys::Object;
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_wasm_bindgen::{preserve, to_value};
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

/// Serializes two structs as one object: the members of the first, then those of the second.
///
/// Not by `#[serde(flatten)]`, which makes a map of the members: that adds 1.7 kB to the package after gzip, and converts
/// each name anew, where names of structs are converted once.
pub(super) fn serialize_merged<S: Serializer>(
    first: &impl Serialize,
    second: &impl Serialize,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let first = Object::from(to_value(first).map_err(S::Error::custom)?);
    let second = Object::from(to_value(second).map_err(S::Error::custom)?);
    preserve::serialize(&Object::assign(&first, &second), serializer)
}

/// A report as JavaScript has it.
pub(super) fn tell<T: Serialize + Tsify>(report: impl Into<T>) -> Result<Ts<T>, JsValue> {
    Ok(Ts::new_unchecked(to_value(&report.into())?))
}

/// Some reports as JavaScript has them. A loop, since collecting into a `Result` compiles to more code for each type.
pub(super) fn tell_all<T: Serialize + Tsify>(
    reports: impl IntoIterator<Item = impl Into<T>>,
) -> Result<Vec<Ts<T>>, JsValue> {
    let mut told = Vec::new();
    for report in reports {
        told.push(tell(report)?);
    }
    Ok(told)
}

/// The first `limit` of some reports.
pub(super) fn page<T: Serialize + Tsify>(
    reports: impl IntoIterator<Item = impl Into<T>>,
    limit: f64,
) -> Result<Vec<Ts<T>>, JsValue> {
    tell_all(reports.into_iter().take(count(limit)))
}
