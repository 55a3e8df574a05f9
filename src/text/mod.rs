//! Texts and positions in them, as Python, people and editors count. Independent of JSON.

mod buffer;
mod excerpt;
mod part;
mod positions;
mod window;

pub(crate) use buffer::Buffer;
pub(crate) use excerpt::Excerpt;
pub use positions::{Position, Text};
pub(crate) use window::window;
