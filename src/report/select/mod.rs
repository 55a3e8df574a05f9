//! Selects records, and puts them in order.

mod filter;
mod places;
mod search;

pub(super) use filter::collect;
pub use filter::{Bucket, RecordFilter, Selection, Sort};
pub(super) use search::Needle;
