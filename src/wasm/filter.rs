//! Filters of records as JavaScript passes them, and the newest one's selection.

use std::cell::RefCell;
use std::collections::TryReserveError;

use js_sys::{Function, JsString, RangeError, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::pipeline::{Fate, Freshness, Run, Stage, SummaryNumber, Verdict};
use crate::python::PyString;
use crate::report::{Bucket, GroupFilter, GroupSelection, RecordFilter, Selection, Sort};

use super::config::to_bytes;
use super::convert::{count, type_error};

/// The newest filter and what it selects, so that all its pages cost the selection once.
pub(super) struct Newest<F, S>(RefCell<Option<(F, S)>>);

impl<F, S> Default for Newest<F, S> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<F: PartialEq, S: Clone> Newest<F, S> {
    fn get(&self, filter: F, select: impl FnOnce(&F) -> Result<S, TryReserveError>) -> Result<S, JsValue> {
        if let Some((newest, selection)) = &*self.0.borrow()
            && *newest == filter
        {
            return Ok(selection.clone());
        }
        // There need not be room for two.
        self.0.take();
        let selection = select(&filter).map_err(no_memory)?;
        self.0.replace(Some((filter, selection.clone())));
        Ok(selection)
    }
}

impl Newest<RecordFilter, Selection> {
    /// The records that fit a filter.
    pub fn records(&self, run: &Run, filter: &JsValue) -> Result<Selection, JsValue> {
        self.get(to_filter(filter)?, |filter| run.select(filter))
    }
}

impl Newest<GroupFilter, GroupSelection> {
    /// The reconciliation groups that fit a filter.
    pub fn groups(&self, run: &Run, filter: &JsValue) -> Result<GroupSelection, JsValue> {
        self.get(to_group_filter(filter)?, |filter| run.select_groups(filter))
    }
}

fn to_filter(filter: &JsValue) -> Result<RecordFilter, JsValue> {
    let mut asked = Members::of(filter);
    let bucket = match (asked.index("bucket"), asked.number("buckets")) {
        (Some(index), Some(of)) => Some(Bucket { index, of: count(of) }),
        (None, None) => None,
        _ => asked.fail(type_error("a filter asks for both bucket and buckets, or for neither")),
    };
    let filter = RecordFilter {
        fate: asked.named("fate", Fate::named),
        freshness: asked.named("freshness", Freshness::named),
        stage: asked.named("stage", Stage::named),
        behind: asked.named("behind", SummaryNumber::named),
        verdict: asked.named("verdict", Verdict::named),
        group: asked.index("group"),
        bucket,
        sort: asked.named("sort", Sort::named).unwrap_or_default(),
        descending: asked.flag("descending"),
        source: asked.text("source"),
        text: asked.text("text"),
    };
    asked.check(filter)
}

fn to_group_filter(filter: &JsValue) -> Result<GroupFilter, JsValue> {
    let mut asked = Members::of(filter);
    let verdict = asked.named("verdict", Verdict::named);
    let filter = GroupFilter { verdict, text: asked.text("text"), source: asked.text("source") };
    asked.check(filter)
}

/// Reads the members of what JavaScript passes as an object. A member that is undefined or null is absent, and so are all
/// where the object is. What is first found wrong is kept to the end, so that no member has an error of its own.
pub(super) struct Members<'o> {
    object: &'o JsValue,
    wrong: Option<JsValue>,
}

impl<'o> Members<'o> {
    pub fn of(object: &'o JsValue) -> Self {
        Self { object, wrong: None }
    }

    /// What was read, where nothing was wrong.
    pub fn check<T>(self, read: T) -> Result<T, JsValue> {
        self.wrong.map_or(Ok(read), Err)
    }

    /// Keeps what is wrong, for [`check`](Self::check).
    fn fail<T>(&mut self, wrong: JsValue) -> Option<T> {
        self.wrong.get_or_insert(wrong);
        None
    }

    #[inline(never)]
    fn refuse<T>(&mut self, message: &[&str]) -> Option<T> {
        self.fail(type_error(&message.concat()))
    }

    /// A member, as a value of the type that `read` looks for.
    fn read<T>(&mut self, name: &str, read: impl FnOnce(JsValue) -> Option<T>, what: &str) -> Option<T> {
        let value = self.member(name)?;
        let read = read(value);
        if read.is_none() { self.refuse(&[name, " must be ", what]) } else { read }
    }

    #[inline(never)]
    fn member(&mut self, name: &str) -> Option<JsValue> {
        let is_absent = |value: &JsValue| value.is_undefined() || value.is_null();
        if is_absent(self.object) {
            return None;
        }
        if !self.object.is_object() {
            return self.fail(type_error("options and filters must be objects"));
        }
        match Reflect::get(self.object, &name.into()) {
            Ok(value) => Some(value).filter(|value| !is_absent(value)),
            Err(thrown) => self.fail(thrown),
        }
    }

    #[inline(never)]
    pub fn number(&mut self, name: &str) -> Option<f64> {
        self.read(name, |value| value.as_f64(), "a number")
    }

    pub fn function(&mut self, name: &str) -> Option<Function> {
        self.read(name, |value| value.dyn_into().ok(), "a function")
    }

    fn flag(&mut self, name: &str) -> bool {
        self.read(name, |value| value.as_bool(), "a boolean").unwrap_or_default()
    }

    /// A number as an index. One that is none is one that nothing has.
    fn index(&mut self, name: &str) -> Option<usize> {
        self.number(name).map(|number| index(number).unwrap_or(usize::MAX))
    }

    #[inline(never)]
    fn text(&mut self, name: &str) -> Option<PyString> {
        let text = self.read(name, |value| value.dyn_into::<JsString>().ok(), "a string")?;
        Some(PyString::from_bytes(to_bytes(&text)))
    }

    /// A text that may be a name. One with lone surrogates is none, and is told as an empty one, which is none either.
    fn word(&mut self, name: &str) -> Option<String> {
        self.text(name).map(|text| String::from_utf8(text.into_bytes()).unwrap_or_default())
    }

    /// One of some names.
    fn named<T>(&mut self, name: &str, find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let word = self.word(name)?;
        let found = find(&word);
        if found.is_none() { self.refuse(&["there is no such ", name]) } else { found }
    }
}

/// What is thrown where there is no memory for what a filter selects.
pub(super) fn no_memory(_: TryReserveError) -> JsValue {
    RangeError::new("there is no memory for this selection").into()
}

/// A number as an index, where it is one.
pub(super) fn index(number: f64) -> Option<usize> {
    (number >= 0.0 && number.fract() == 0.0).then(|| count(number))
}
