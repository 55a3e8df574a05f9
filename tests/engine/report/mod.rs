//! Queries of a finished run: a module for each file of `src/report`.

mod compare;
mod difference;
mod example;
mod groups;
mod hints;
mod log;
mod numbers;
mod place;
mod records;
mod select;
mod stages;
mod steps;
mod timeline;
