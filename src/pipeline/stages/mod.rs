//! The stages, a file each.

pub(crate) mod adapt;
pub(crate) mod cache;
pub(crate) mod freshness;
mod md5;
pub(crate) mod reconcile;
pub(crate) mod validate;
