//! Edits of a document, by the names that JavaScript passes.

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::edit::{self, Edit, JsonNumber, SettingKey};
use crate::pipeline::Stage;
use crate::python::Document;

use super::convert::type_error;
use super::js::to_js;
use super::reports::TextEdit;

/// The edit that switches a stage's flag, by the stage's name.
pub(super) fn flag_edit(document: Option<&Document>, stage: &str, on: bool) -> Result<Option<Ts<TextEdit>>, JsValue> {
    let stage = Stage::named(stage).ok_or_else(|| type_error("no stage has this name"))?;
    text_edit(document, |document| edit::edit_flag(document, stage, on))
}

/// The edit that sets a number, by its key.
pub(super) fn setting_edit(
    document: Option<&Document>,
    key: &str,
    value: &str,
) -> Result<Option<Ts<TextEdit>>, JsValue> {
    let key = SettingKey::named(key).ok_or_else(|| type_error("no setting has this key"))?;
    let value = JsonNumber::new(value).ok_or_else(|| type_error("the value must be the text of a JSON number"))?;
    text_edit(document, |document| edit::edit_setting(document, key, &value))
}

fn text_edit(
    document: Option<&Document>,
    edit: impl FnOnce(&Document) -> Option<Edit>,
) -> Result<Option<Ts<TextEdit>>, JsValue> {
    let Some(document) = document else { return Ok(None) };
    edit(document).map(|edit| to_js(TextEdit::new(document.text(), edit))).transpose()
}
