//! `pipeline docs`, which is in `src/bin/pipeline/docs`.

mod check;
mod new;
mod trees;
mod write;
