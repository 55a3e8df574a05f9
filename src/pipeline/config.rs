//! The config's top-level keys.

use crate::names::names;
use crate::python::{Exception, Item, Iterate, Number, Value, ascii, cut_dumps, write_float};
use crate::text::Buffer;

use super::failure::{Cause, Failure};
use super::stage::Stage;

names! {
    /// A top-level key of the config whose value should be a number.
    pub enum SettingKey {
        Now = "now",
        MaxAge = "max_age_seconds",
    }
}

/// What the pipeline takes from a config. Each value is looked into only when it is first used, as in the reference: an
/// explicit `null` fails there and not before.
pub(crate) struct Config<'d> {
    /// Which flags are on, by stage.
    pub flags: [bool; 5],
    /// `sources`; absent: `{}`.
    pub sources: Option<Value<'d>>,
    /// `required_fields`; absent: `["id", "value"]`.
    pub required_fields: Option<Value<'d>>,
    /// `max_age_seconds`
    pub max_age: Operand<'d>,
    /// `now`, seconds since 1970.
    pub now: Operand<'d>,
}

/// What an arithmetic operator is applied to: a value of the config, or its default.
pub(crate) struct Operand<'d> {
    /// The value, if the config has it.
    pub value: Option<Value<'d>>,
    /// The number that it is, if it is one.
    pub number: Option<Number>,
}

/// The most characters of an operand that are told: more than a number has. Python reads no int of more than 4,300 digits.
const JSON_LENGTH: usize = 5000;

impl<'d> Operand<'d> {
    /// A value, or a number in place of an absent one.
    pub fn new(value: Option<Value<'d>>, default: Number) -> Self {
        Self { value, number: value.map_or(Some(default), Number::of) }
    }

    /// `type(operand).__name__`
    pub fn type_name(&self) -> &'static str {
        match (self.value, &self.number) {
            (Some(value), _) => value.type_name(),
            (None, Some(number)) => number.type_name(),
            (None, None) => "NoneType",
        }
    }

    /// `str(operand)`
    pub fn to_text(&self) -> String {
        match self.value {
            Some(value) => value.to_py_string().to_string(),
            None => self.number.as_ref().map(Number::to_text).unwrap_or_default(),
        }
    }

    /// `json.dumps(operand)`, cut with a `…` if it is too long for a number.
    pub fn to_json(&self) -> String {
        let mut text = Buffer::default();
        match (self.value, &self.number) {
            (Some(value), _) => return cut_dumps(Item::Value(value), JSON_LENGTH),
            (None, Some(Number::Float(float))) => write_float(*float, &mut text),
            (None, Some(number)) => text.extend(number.to_text().as_bytes()),
            (None, None) => {}
        }
        ascii(text.into_text())
    }
}

impl<'d> Config<'d> {
    /// Reads the top level of a config. `clock`: what stands in for an absent `now`, seconds since 1970.
    ///
    /// # Errors
    /// `AttributeError` if the config or its `flags` is no object.
    pub fn read(root: Value<'d>, clock: f64) -> Result<Self, Failure> {
        let flags = expect_dict(root, "get", Cause::ConfigNotObject)?.get("flags");
        flags.map(|flags| expect_dict(flags, "get", Cause::FlagsNotObject)).transpose()?;
        let is_on = |stage: Stage| flags.and_then(|flags| flags.get(stage.name())).is_none_or(Value::truth);
        Ok(Self {
            flags: Stage::ALL.map(is_on),
            sources: root.get("sources"),
            required_fields: Self::required_fields(root),
            max_age: Self::max_age(root),
            now: Self::now(root, clock),
        })
    }

    /// `config.get("required_fields")`, if the config has it.
    pub fn required_fields(root: Value<'d>) -> Option<Value<'d>> {
        root.get("required_fields")
    }

    /// `config.get("max_age_seconds", 600)`
    pub fn max_age(root: Value<'d>) -> Operand<'d> {
        Operand::new(root.get(SettingKey::MaxAge.name()), Number::Small(600))
    }

    /// `config.get("now", clock)`
    pub fn now(root: Value<'d>, clock: f64) -> Operand<'d> {
        Operand::new(root.get(SettingKey::Now.name()), Number::Float(clock))
    }

    /// Whether a stage's flag is on.
    pub fn is_on(&self, stage: Stage) -> bool {
        self.flags[stage as usize]
    }
}

/// The value, if it is a dict: what has a method of dicts.
///
/// # Errors
/// `AttributeError` with the method if it is no dict.
pub(crate) fn expect_dict<'d>(value: Value<'d>, method: &str, cause: Cause) -> Result<Value<'d>, Failure> {
    if value.is_dict() {
        Ok(value)
    } else {
        Err(Failure::about(value, cause, Exception::no_attribute(value.type_name(), method)))
    }
}

/// What `for element in value` yields.
///
/// # Errors
/// `TypeError` if Python cannot iterate over it.
pub(crate) fn iterate(value: Value<'_>, cause: Cause) -> Result<Iterate<'_>, Failure> {
    value.iterate().map_err(|exception| Failure::about(value, cause, exception))
}
