//! The package for JavaScript: takes texts, returns small typed reports. It only converts. All logic is in
//! [`crate::pipeline`], [`crate::report`] and [`crate::edit`].
//!
//! Offsets are UTF-16 units of the string that was passed in. For bytes, they are those of the text that Python reads
//! from them, in which CRLF and a lone CR count as one. Paging arguments accept every number; NaN and negative numbers
//! count as 0.

#![expect(clippy::missing_errors_doc, reason = "these docs go to JavaScript, where errors are thrown")]

mod comparison;
mod config;
mod convert;
mod edits;
mod filter;
pub mod js;
mod members;
mod names;
pub mod reports;
mod run;

use js_sys::Error;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::pipeline::Summary;
use crate::python::loads;

pub use comparison::JsComparison;
use config::to_config;
pub use convert::from_py_string;
use edits::{flag_edit, setting_edit};
use reports::TextEdit;
use run::run;
pub use run::{JsRun, RunOptions};

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Runs the pipeline over a config, and returns the text of the summary.
///
/// Throws an `Error` with the `name` and `message` of Python's exception, `TypeError` for arguments of other types, and
/// whatever `onProgress` throws.
#[wasm_bindgen(js_name = runPipeline)]
pub fn run_pipeline(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] config: &JsValue,
    options: Option<Ts<RunOptions>>,
) -> Result<String, JsValue> {
    let run = run(config, options)?;
    match run.failure() {
        None => Ok(run.summary().map(Summary::to_string).unwrap_or_default()),
        Some(failure) => {
            let error = Error::new(&failure.exception.message);
            error.set_name(failure.exception.kind.name());
            Err(error.into())
        }
    }
}

/// The minimal edit of a config text that switches a stage's flag. `undefined` if the flag already has this value, or
/// if the text is not a JSON object.
///
/// Throws `TypeError` for arguments of other types and for an unknown stage.
#[wasm_bindgen(js_name = editFlag)]
pub fn edit_flag(
    #[wasm_bindgen(unchecked_param_type = "string")] config: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "StageName")] stage: &str,
    on: bool,
) -> Result<Option<Ts<TextEdit>>, JsValue> {
    let document = loads(to_config(config)?);
    flag_edit(document.ok().as_ref(), stage, on)
}

/// The minimal edit of a config text that gives a top-level key this value, the text of a JSON number. `undefined` if
/// the key already has a value with exactly this text, or if the config is not a JSON object.
///
/// Throws `TypeError` for arguments of other types, for another key, and for a value that is not the text of one JSON
/// number as Python reads it.
#[wasm_bindgen(js_name = editSetting)]
pub fn edit_setting(
    #[wasm_bindgen(unchecked_param_type = "string")] config: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "SettingKey")] key: &str,
    value: &str,
) -> Result<Option<Ts<TextEdit>>, JsValue> {
    let document = loads(to_config(config)?);
    setting_edit(document.ok().as_ref(), key, value)
}
