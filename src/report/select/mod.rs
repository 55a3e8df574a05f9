//! Selects records, and puts them in order.

mod filter;
mod places;
mod search;
mod shown;

pub(super) use filter::collect;
pub use filter::{Bucket, RecordFilter, Selection, Sort};
pub(super) use shown::Search;
