//! Texts and positions in them, as Python, people and editors count. Independent of JSON.

mod buffer;
mod excerpt;
mod positions;
mod window;

pub(crate) use buffer::Buffer;
pub use positions::{Position, Text};
pub(crate) use window::window;
