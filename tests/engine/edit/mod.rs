//! Edits of a config text, and the settings that they change: a module for each file of `src/edit`.

mod edits;
mod settings;
