//! The core's names as JavaScript has them: strings, declared as unions of literals.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::pipeline::{Cause, Fate, Freshness, Phase, SettingKey, Stage, SummaryNumber, Verdict};
use crate::python::TextCause;
use crate::report::{ChangeKind, Difference, Level, Sort};

use super::members::Member;

/// Makes enums of `names!` known to serde and to TypeScript.
macro_rules! told {
    ($($type:ty),+ $(,)?) => {$(
        const _: () = {
            #[wasm_bindgen(typescript_custom_section)]
            const TYPESCRIPT: &str = <$type>::TYPESCRIPT;
        };

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self.name(), serializer)
            }
        }
    )+};
}

told!(
    Cause,
    ChangeKind,
    Difference,
    Fate,
    Freshness,
    Level,
    Phase,
    SettingKey,
    Sort,
    Stage,
    SummaryNumber,
    TextCause,
    Verdict,
);

/// Makes enums of `names!` members of options.
macro_rules! asked {
    ($($type:ty),+ $(,)?) => {$(
        impl Member for $type {
            const EXPECTED: &'static str = "one of the names that its type lists";

            fn of(value: JsValue) -> Option<Self> {
                Self::named(&value.as_string()?)
            }
        }
    )+};
}

asked!(Fate, Freshness, Sort, Stage, SummaryNumber, Verdict);

/// As a variant, so that the string is made once and used again.
fn serialize<S: Serializer>(name: &'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit_variant("", 0, name)
}
