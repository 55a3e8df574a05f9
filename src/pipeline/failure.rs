//! Why a run ended early: Python's exception, where it happened, and its cause.

use crate::names::names;
use crate::python::{Exception, Item, PyString, TextCause, Unreadable, Value, cut_dumps};

use super::stage::Stage;

/// An exception, and where the pipeline was when Python would have raised it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exception.
    pub exception: Exception,
    /// What it comes from.
    pub cause: Cause,
    /// The value that it is about, if it is about one.
    pub blamed: Option<Box<Blamed>>,
    /// The stage that raised it; `None` if the config could not be read.
    pub stage: Option<Stage>,
    /// The name of the source that was worked on.
    pub source: Option<PyString>,
    /// The record that was worked on, as an index into its source's records.
    pub index: Option<usize>,
}

names! {
    /// What an exception comes from: finer than its type, and not in Python's words.
    pub enum Cause as ErrorCause {
        /// The config is no object.
        ConfigNotObject = "config.not_object",
        /// `flags` is no object.
        FlagsNotObject = "flags.not_object",
        /// `sources` is no object.
        SourcesNotObject = "sources.not_object",
        /// A source is no object.
        SourceNotObject = "source.not_object",
        /// A source's `records` cannot be iterated over.
        RecordsNotIterable = "records.not_iterable",
        /// A record is no object, in a source whose adapter asks it for its fields.
        RecordNotObject = "record.not_object",
        /// A record is no object, in a source that no adapter knows.
        RecordNotMapping = "record.not_mapping",
        /// `required_fields` cannot be iterated over.
        RequiredNotIterable = "required.not_iterable",
        /// A required field is of a type that no key can have.
        RequiredUnhashable = "required.unhashable",
        /// A record's `timestamp` is no number.
        Timestamp = "freshness.timestamp",
        /// `now` is no number.
        Now = "freshness.now",
        /// `max_age_seconds` is no number.
        MaxAge = "freshness.max_age",
        /// An int that meets a float is too large to become one.
        Overflow = "freshness.overflow";
        /// The text cannot be read.
        Text(TextCause as TextCause)
    }
}

/// The value that an exception speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blamed {
    /// `json.dumps(value)`, cut to 200 characters and an ellipsis.
    pub text: String,
    /// `type(value).__name__`
    pub type_name: &'static str,
}

impl From<Unreadable> for Failure {
    fn from(unreadable: Unreadable) -> Self {
        Self::new(Cause::Text(unreadable.cause), unreadable.exception)
    }
}

impl Failure {
    /// An exception that speaks of no value of the text.
    pub(crate) fn new(cause: Cause, exception: Exception) -> Self {
        Self { exception, cause, blamed: None, stage: None, source: None, index: None }
    }

    /// There is no memory for what a stage has to keep.
    #[cold]
    pub(crate) fn no_memory(stage: Stage) -> Self {
        Self { stage: Some(stage), ..Self::new(Cause::Text(TextCause::Memory), Exception::no_memory()) }
    }

    /// An exception that speaks of a value of the text.
    #[cold]
    pub(crate) fn about(value: Value<'_>, cause: Cause, exception: Exception) -> Self {
        Self::about_item(Item::Value(value), cause, exception)
    }

    /// An exception that speaks of what an iteration has yielded.
    #[cold]
    pub(crate) fn about_item(item: Item<'_>, cause: Cause, exception: Exception) -> Self {
        let blamed = Blamed { text: cut_dumps(item, 200), type_name: item.type_name() };
        Self { blamed: Some(Box::new(blamed)), ..Self::new(cause, exception.at(item.span())) }
    }

    /// The same, raised by a stage that worked on a source, or on a record of it.
    #[cold]
    pub(crate) fn in_stage(mut self, stage: Stage, source: Option<Value<'_>>, index: Option<usize>) -> Self {
        self.stage = Some(stage);
        self.source = source.map(Value::to_name);
        self.index = index;
        self
    }
}

/// Why a run ended early.
pub(crate) enum Stop {
    Failed(Failure),
    Cancelled,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Makes room for more elements, if there is memory for them.
pub(crate) fn reserve<T>(elements: &mut Vec<T>, more: usize, stage: Stage) -> Result<(), Failure> {
    elements.try_reserve(more).map_err(|_| Failure::no_memory(stage))
}
