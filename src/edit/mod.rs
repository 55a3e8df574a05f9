//! Minimal edits of a config text, and the settings that can be edited.

mod edits;
mod settings;

pub use crate::pipeline::SettingKey;
pub use edits::{Edit, JsonNumber, edit_flag, edit_setting};
pub use settings::{Oddity, Setting, Settings};
