//! A module for each stage.

mod adapt;
mod cache;
mod freshness;
mod reconcile;
mod validate;
