//! The package for JavaScript: text in, small typed reports out. Only converts; what there is to know is in
//! [`crate::pipeline`].
//!
//! Offsets that go out are UTF-16 units of the string that came in; for bytes, of the text that Python reads from them
//! (CRLF and a lone CR count as one). Paging arguments take any number: what is not one counts as 0.

#![expect(clippy::missing_errors_doc, reason = "these docs go to JavaScript, where errors are thrown")]

mod comparison;
mod config;
mod convert;
mod filter;
pub mod js;
mod members;
mod names;
pub mod reports;
mod run;

use js_sys::Error;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::edit::{self, Edit, JsonNumber, SettingKey};
use crate::pipeline::{Stage, Summary};
use crate::python::{Document, loads};

pub use comparison::JsComparison;
use config::to_config;
pub use convert::from_py_string;
use convert::type_error;
use js::tell;
use reports::TextEdit;
use run::run;
pub use run::{JsRun, RunOptions};

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The summary text of a run over a config.
///
/// Throws an `Error` whose `name` and `message` are those of Python's exception; `TypeError` for arguments of other types, and
/// what `onProgress` throws.
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

/// The edit of a config text that switches a stage's flag, and changes as little as can be. Undefined where the flag is
/// so already, and where the text is no JSON object.
///
/// Throws `TypeError` for arguments of other types and for the name of no stage.
#[wasm_bindgen(js_name = editFlag)]
pub fn edit_flag(
    #[wasm_bindgen(unchecked_param_type = "string")] config: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "StageName")] stage: &str,
    on: bool,
) -> Result<Option<Ts<TextEdit>>, JsValue> {
    let stage = Stage::named(stage).ok_or_else(|| type_error("no stage has this name"))?;
    edit(config, |document| edit::edit_flag(document, stage, on))
}

/// The edit of a config text that gives a top-level key this value, the text of a JSON number, and changes as little as
/// can be. Undefined where the key has this very text already, and where the text is no JSON object.
///
/// Throws `TypeError` for arguments of other types, for another key, and for what is not the text of one JSON number as
/// Python reads it.
#[wasm_bindgen(js_name = editSetting)]
pub fn edit_setting(
    #[wasm_bindgen(unchecked_param_type = "string")] config: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "SettingKey")] key: &str,
    value: &str,
) -> Result<Option<Ts<TextEdit>>, JsValue> {
    let key = SettingKey::named(key).ok_or_else(|| type_error("no setting has this key"))?;
    let value = JsonNumber::new(value).ok_or_else(|| type_error("the value must be the text of a JSON number"))?;
    edit(config, |document| edit::edit_setting(document, key, &value))
}

fn edit(config: &JsValue, edit: impl FnOnce(&Document) -> Option<Edit>) -> Result<Option<Ts<TextEdit>>, JsValue> {
    let Ok(document) = loads(to_config(config)?) else { return Ok(None) };
    edit(&document).map(|edit| tell(TextEdit::new(document.text(), edit))).transpose()
}
