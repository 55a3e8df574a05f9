//! Texts and positions in them, as Python, people and editors count. Independent of JSON.

mod excerpt;
mod positions;

pub use positions::{Position, Text};
