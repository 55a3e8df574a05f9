//! The enums of the core in JavaScript: strings, declared as unions of literals.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::edit::Oddity;
use crate::pipeline::{Cause, Fate, Freshness, Phase, SettingKey, Stage, SummaryNumber, Verdict};
use crate::python::TextCause;
use crate::report::{
    AgeOrder, ChangeKind, Difference, Ending, FieldFate, FoundKind, GroupReason, HintKind, Level, OutcomePart, Sort,
    StageState, Step, TextName,
};

use super::members::Member;

/// Implements `Serialize` for enums of `names!`, and declares them in TypeScript.
macro_rules! output {
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

output!(
    AgeOrder,
    Cause,
    ChangeKind,
    Difference,
    Ending,
    Fate,
    FieldFate,
    FoundKind,
    Freshness,
    GroupReason,
    HintKind,
    Level,
    Oddity,
    OutcomePart,
    Phase,
    SettingKey,
    Sort,
    Stage,
    StageState,
    Step,
    SummaryNumber,
    TextCause,
    TextName,
    Verdict,
);

/// Makes enums of `names!` readable as members of options.
macro_rules! input {
    ($($type:ty),+ $(,)?) => {$(
        impl Member for $type {
            const EXPECTED: &'static str = "one of the names that its type lists";

            fn of(value: JsValue) -> Option<Self> {
                Self::named(&value.as_string()?)
            }
        }
    )+};
}

input!(Fate, Freshness, Sort, Stage, SummaryNumber, Verdict);

/// As a unit variant: `serde_wasm_bindgen` makes each variant's string once and then reuses it.
fn serialize<S: Serializer>(name: &'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit_variant("", 0, name)
}
