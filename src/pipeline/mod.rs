//! The pipeline: five stages in a fixed order over the records of a config, each of them switched by a flag.
//!
//! A stage is a file in `stages/`, and its name is the course's name for it. [`run`] calls them; each writes down what
//! became of every record, as a few integers. [`crate::report`] turns these into answers on request.

mod config;
mod design;
mod failure;
mod groups;
mod input;
mod key;
mod layout;
mod progress;
mod record;
mod record_writer;
mod run;
mod stage;
pub(crate) mod stages;
mod summary;
mod trace;

pub use config::SettingKey;
pub use design::{AdaptDesign, CacheDesign, Design, FreshnessDesign, ReconcileDesign, ValidateDesign};
pub use failure::{Blamed, Cause, Failure};
pub use groups::Verdict;
pub use input::Input;
pub use progress::Phase;
pub use run::{Run, run, run_over, run_with_progress};
pub use stage::Stage;
pub use summary::{CacheSummary, Reconciliation, Summary, SummaryNumber};
pub use trace::{Fate, Freshness};

pub(crate) use config::{Config, Operand};
pub(crate) use key::CacheKey;
pub(crate) use record::{Field, RecordView, Shape, View};
pub(crate) use record_writer::RecordWriter;
pub(crate) use trace::index;
