//! The numbers of a config that people try other values of, or the defaults for them.

use crate::names::names;
use crate::pipeline::{Config, Operand, Run};
use crate::python::{Number, Value};
use crate::report::Hint;

/// All settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub now: Setting,
    pub max_age: Setting,
    /// Whether `required_fields` is a string: then each of its characters is a required field.
    pub requires_letters: bool,
    /// What was surely not meant, and is no error to Python.
    pub hints: Vec<Hint>,
}

/// The value of a setting, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// `json.dumps` of the value, or of the default if the config has none.
    pub text: String,
    /// Whether the config has it.
    pub given: bool,
    /// Whether it is an int or a finite float, which an input field for numbers can show.
    pub number: bool,
    /// What it is if it is not such a number.
    pub oddity: Option<Oddity>,
}

names! {
    /// What a setting can be instead of an int or a finite float.
    pub enum Oddity {
        Infinity = "infinity",
        NegativeInfinity = "negative_infinity",
        Nan = "nan",
        /// Python calculates with it as 1.
        True = "true",
        /// Python calculates with it as 0.
        False = "false",
        /// Python cannot calculate with it.
        NotNumber = "not_number",
    }
}

impl Oddity {
    fn of(value: Value<'_>) -> Self {
        match Number::of(value) {
            Some(_) if value.type_name() == "bool" => {
                if value.truth() {
                    Self::True
                } else {
                    Self::False
                }
            }
            Some(Number::Float(float)) if float.is_nan() => Self::Nan,
            Some(Number::Float(float)) if float > 0.0 => Self::Infinity,
            Some(_) => Self::NegativeInfinity,
            None => Self::NotNumber,
        }
    }
}

impl Run {
    /// The settings. `None` if the text is not a JSON object.
    #[must_use]
    pub fn settings(&self) -> Option<Settings> {
        let config = self.config()?;
        config.is_dict().then(|| Settings {
            now: Setting::of(&Config::now(config, self.clock)),
            max_age: Setting::of(&Config::max_age(config)),
            requires_letters: Config::required_fields(config).is_some_and(Value::is_str),
            hints: self.hints(),
        })
    }
}

impl Setting {
    fn of(operand: &Operand<'_>) -> Self {
        let is_number = operand.number.as_ref().is_some_and(Number::is_finite) && operand.type_name() != "bool";
        Self {
            text: operand.to_json(),
            given: operand.value.is_some(),
            number: is_number,
            oddity: if is_number { None } else { operand.value.map(Oddity::of) },
        }
    }
}
