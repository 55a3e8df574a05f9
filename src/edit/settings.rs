//! The numbers of a config that people try other values of: what the config says, or what stands in for it.

use crate::pipeline::{Config, Operand, Run};
use crate::python::{Dumps, KeyOrder, Number, Value, ascii, write_float};

/// All settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub now: Setting,
    pub max_age: Setting,
    /// Whether `required_fields` is a string: then each of its characters is a required field.
    pub requires_letters: bool,
}

/// What a setting is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// `json.dumps` of the value, or of what stands in for an absent one.
    pub text: String,
    /// Whether the config has it.
    pub given: bool,
    /// Whether it is an int or a finite float, which a field for numbers can show.
    pub number: bool,
}

impl Run {
    /// The settings, where the text is a JSON object.
    #[must_use]
    pub fn settings(&self) -> Option<Settings> {
        let config = self.config()?;
        config.is_dict().then(|| Settings {
            now: Setting::of(&Config::now(config, self.clock)),
            max_age: Setting::of(&Config::max_age(config)),
            requires_letters: Config::required_fields(config).is_some_and(Value::is_str),
        })
    }
}

impl Setting {
    fn of(operand: &Operand<'_>) -> Self {
        let mut text = Vec::new();
        match (operand.value, &operand.number) {
            (Some(value), _) => Dumps::default().write(value, KeyOrder::Given, &mut text),
            (None, Some(Number::Float(float))) => write_float(*float, &mut text),
            (None, number) => text.extend(number.iter().flat_map(|number| number.to_text().into_bytes())),
        }
        let is_number = operand.number.as_ref().is_some_and(Number::is_finite) && operand.type_name() != "bool";
        Self { text: ascii(text), given: operand.value.is_some(), number: is_number }
    }
}
