//! Converts reports to JavaScript, by serde.

use js_sys::Object;
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_wasm_bindgen::{preserve, to_value};
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;

use crate::python::PyString;

use super::convert::{count, from_py_string};

/// A string that may contain lone surrogates, as strings of JavaScript may and those of Rust may not.
///
/// It has this name because tsify translates types named `String` to TypeScript's `string`.
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
/// Not by `#[serde(flatten)]`, which goes through a map. That adds 1.7 kB to the package after gzip, and converts the
/// names again for each report, while the names of a struct's fields are converted only once.
pub(super) fn serialize_merged<S: Serializer>(
    first: &impl Serialize,
    second: &impl Serialize,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let first = Object::from(to_value(first).map_err(S::Error::custom)?);
    let second = Object::from(to_value(second).map_err(S::Error::custom)?);
    preserve::serialize(&Object::assign(&first, &second), serializer)
}

/// Converts a report to JavaScript.
pub(super) fn to_js<T: Serialize + Tsify>(report: impl Into<T>) -> Result<Ts<T>, JsValue> {
    Ok(Ts::new_unchecked(to_value(&report.into())?))
}

/// Converts reports to JavaScript. In a loop, since collecting into a `Result` compiles to more code for each type.
pub(super) fn all_to_js<T: Serialize + Tsify>(
    reports: impl IntoIterator<Item = impl Into<T>>,
) -> Result<Vec<Ts<T>>, JsValue> {
    let mut converted = Vec::new();
    for report in reports {
        converted.push(to_js(report)?);
    }
    Ok(converted)
}

/// Converts the first `limit` reports to JavaScript.
pub(super) fn page<T: Serialize + Tsify>(
    reports: impl IntoIterator<Item = impl Into<T>>,
    limit: f64,
) -> Result<Vec<Ts<T>>, JsValue> {
    all_to_js(reports.into_iter().take(count(limit)))
}
