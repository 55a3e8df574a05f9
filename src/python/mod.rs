//! What the reference takes from Python, and nothing more: `json.loads`, `json.dumps`, `str`, `repr`, truth, arithmetic
//! and the words of exceptions. Knows nothing of the pipeline.

mod decimal;
mod document;
mod dumps;
mod exception;
mod fault;
mod float;
mod layout;
mod loads;
mod name;
mod nested;
mod node;
mod number;
mod printable;
mod repr;
mod scan;
mod string;
mod tape;
mod value;

pub use document::Document;
pub(crate) use dumps::write_float;
pub use dumps::{Dumps, cut_dumps, write_text};
pub use exception::{Exception, Kind};
pub use fault::{TextCause, Unreadable};
pub use float::{decimal, round4};
pub(crate) use loads::Reader;
pub use loads::loads;
pub(crate) use name::Name;
pub use nested::KeyOrder;
pub(crate) use nested::sort_members;
pub use number::{Number, float_repr, whole_text};
pub(crate) use printable::read_alike;
pub(crate) use repr::{NAME_LENGTH, Repr, cut_text};
pub use string::{Code, PyString};
pub(crate) use string::{ascii, unescape};
pub use value::{Elements, Item, Items, Iterate, NodeId, Value};
