//! Texts and positions in them, as Python, people and editors count. Knows nothing of JSON.

mod excerpt;
mod positions;

pub use positions::{Position, Text};
