//! Reads the options and filters that JavaScript passes.
//!
//! Not by serde: the errors of `serde_wasm_bindgen` do not name the member. And if a getter throws there, the exception
//! unwinds past Rust without running destructors, so that the run would stay borrowed forever.

use js_sys::{Function, JsString, Reflect};
use tsify::{Ts, Tsify};
use wasm_bindgen::{JsCast, JsValue};

use crate::python::PyString;

use super::config::to_bytes;
use super::convert::type_error;
use super::js;

/// A struct whose members are all optional.
pub(super) trait Options: Default + Tsify {
    fn read(members: &mut Members) -> Self;
}

/// Reads options. Absent options have the defaults.
///
/// # Errors
/// A `TypeError` that names the member if its value has another type or there is no such member, and whatever a getter
/// throws.
pub(super) fn read<T: Options>(given: Option<Ts<T>>) -> Result<T, JsValue> {
    let Some(given) = given else { return Ok(T::default()) };
    let object = JsValue::from(given);
    if !object.is_object() {
        return Err(type_error("options and filters must be objects"));
    }
    let mut members = Members { object, known: Vec::new(), wrong: None };
    let read = T::read(&mut members);
    members.refuse_others();
    members.wrong.map_or(Ok(read), Err)
}

/// The members of an object.
pub(super) struct Members {
    object: JsValue,
    /// The names that were asked for.
    known: Vec<&'static str>,
    /// The first error. Kept here, so that reading a member need not return a `Result`.
    wrong: Option<JsValue>,
}

impl Members {
    /// A member. `None` if it is `undefined` or `null`, or has another type, which is then kept as an error.
    pub fn get<T: Member>(&mut self, name: &'static str) -> Option<T> {
        let read = T::of(self.value(name)?);
        if read.is_none() {
            self.refuse(name, T::EXPECTED);
        }
        read
    }

    #[inline(never)]
    fn value(&mut self, name: &'static str) -> Option<JsValue> {
        self.known.push(name);
        match Reflect::get(&self.object, &name.into()) {
            Ok(value) => Some(value).filter(|value| !value.is_undefined() && !value.is_null()),
            Err(thrown) => {
                self.wrong.get_or_insert(thrown);
                None
            }
        }
    }

    /// Refuses a member that was not asked for, such as a misspelt one.
    fn refuse_others(&mut self) {
        // Not by `Object.keys`: if a proxy threw there, the exception would unwind past Rust.
        let names = Reflect::own_keys(&self.object).unwrap_or_default();
        let mut names = names.iter().filter_map(|name| name.as_string());
        if let Some(other) = names.find(|name| !self.known.contains(&name.as_str())) {
            self.refuse(&other, "left out: there is no option of this name");
        }
    }

    #[inline(never)]
    fn refuse(&mut self, name: &str, expected: &str) {
        self.wrong.get_or_insert_with(|| type_error(&[name, " must be ", expected].concat()));
    }
}

/// A type that a member can have.
pub(super) trait Member: Sized {
    const EXPECTED: &'static str;

    fn of(value: JsValue) -> Option<Self>;
}

impl Member for f64 {
    const EXPECTED: &'static str = "a number";

    fn of(value: JsValue) -> Option<Self> {
        value.as_f64()
    }
}

impl Member for bool {
    const EXPECTED: &'static str = "a boolean";

    fn of(value: JsValue) -> Option<Self> {
        value.as_bool()
    }
}

impl Member for Function {
    const EXPECTED: &'static str = "a function";

    fn of(value: JsValue) -> Option<Self> {
        value.dyn_into().ok()
    }
}

impl Member for js::String {
    const EXPECTED: &'static str = "a string";

    #[inline(never)]
    fn of(value: JsValue) -> Option<Self> {
        value.dyn_ref::<JsString>().map(|string| Self(PyString::from_bytes(to_bytes(string))))
    }
}
