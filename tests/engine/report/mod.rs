//! What a finished run tells: a module for each file of `src/report`.

mod compare;
mod difference;
mod groups;
mod log;
mod place;
mod records;
mod select;
mod stages;
mod timeline;
