//! Edits of a config text, and its settings: a module for each file of `src/edit`.

mod edits;
mod settings;
