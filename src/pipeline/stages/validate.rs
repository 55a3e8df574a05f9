//! Stage 3, validate: drops a record that breaks the contract, which is a list of required fields.

use std::ops::Range;

use crate::python::{Exception, Item, Kind, Name, PyString, Repr, Value};
use crate::table::Table;
use crate::text::Buffer;

use crate::pipeline::config::{Config, iterate};
use crate::pipeline::design::ValidateDesign;
use crate::pipeline::failure::{Cause, Failure, Stop};
use crate::pipeline::progress::Progress;
use crate::pipeline::record::{Field, Names, RecordView, View};
use crate::pipeline::stage::Stage;
use crate::pipeline::trace::{Trace, index};

/// The contract: what a record must have, and not as None.
pub(crate) struct Contract<'d> {
    /// What `for field in required_fields` yields.
    required: Vec<Required<'d>>,
    /// Whether `id` is required, and `value`: these two need no look-up.
    needs_id: bool,
    needs_value: bool,
    /// Indices into `required` of what else is checked, repeats left out.
    others: Vec<u32>,
}

/// A required field.
pub(crate) struct Required<'d> {
    name: FieldName<'d>,
    lookup: Lookup,
}

/// Where a required field's name comes from.
#[derive(Clone, Copy)]
enum FieldName<'d> {
    Default(&'static str),
    Given(Item<'d>),
}

/// What `record.get(field)` takes.
enum Lookup {
    Id,
    Value,
    /// Adapt has set it, so it is always there.
    Source,
    Other(Name),
    /// The name is no string: no record has such a key.
    NoKey,
    /// The name is not even hashable: looking it up fails.
    Unhashable,
}

impl<'d> Contract<'d> {
    /// What `for field in required_fields` yields.
    ///
    /// # Errors
    /// `TypeError` if that cannot be iterated over.
    pub fn read(required_fields: Option<Value<'d>>) -> Result<Self, Failure> {
        let Some(fields) = required_fields else {
            return Ok(Self::new(vec![Required::default("id", Lookup::Id), Required::default("value", Lookup::Value)]));
        };
        Ok(Self::new(iterate(fields, Cause::RequiredNotIterable)?.map(Required::given).collect()))
    }

    #[inline(never)]
    fn new(required: Vec<Required<'d>>) -> Self {
        let key = |at: usize| required[at].lookup.key();
        let mut table = Table::with_room_for(required.len()).ok();
        let (mut needs_id, mut needs_value, mut others) = (false, false, Vec::new());
        for (at, Required { lookup, .. }) in required.iter().enumerate() {
            let earlier = table.as_mut().zip(lookup.key()).and_then(|(table, name)| {
                table.find_or_insert(table.key.text(name), index(at), |other| key(other) == Some(name))
            });
            match lookup {
                Lookup::Id => needs_id = true,
                Lookup::Value => needs_value = true,
                _ if earlier.is_none() => others.push(index(at)),
                _ => {}
            }
        }
        Self { required, needs_id, needs_value, others }
    }

    /// Whether a record has all required fields.
    ///
    /// # Errors
    /// `TypeError` if a required field is of a type that no key can have.
    #[inline]
    fn holds(&self, record: RecordView<'_>) -> Result<bool, Failure> {
        let holds = !(self.needs_id && record.id().is_none() || self.needs_value && record.value().is_none());
        if self.others.is_empty() { Ok(holds) } else { Ok(self.has_others(record)? && holds) }
    }

    #[inline(never)]
    fn has_others(&self, record: RecordView<'_>) -> Result<bool, Failure> {
        let present = Self::present(record, self.others.len());
        let mut has_all = true;
        for required in self.others.iter().map(|&at| &self.required[at as usize]) {
            // No early way out: a name that cannot be looked up fails after a missing one too.
            has_all &= !required.is_missing(record, present.as_ref())?;
        }
        Ok(has_all)
    }

    /// The required fields that a record lacks.
    fn missing(&self, record: RecordView<'_>) -> Vec<&Required<'d>> {
        let present = Self::present(record, self.required.len());
        let is_missing = |required: &&Required<'d>| required.is_missing(record, present.as_ref()).unwrap_or(false);
        self.required.iter().filter(is_missing).collect()
    }

    /// The names of all fields that a record has, and not as None, if that many look-ups would take too long one by one.
    fn present(record: RecordView<'_>, lookups: usize) -> Option<Names> {
        /// Up to so many look-ups are faster one by one.
        const FEW: usize = 32;
        (lookups > FEW).then(|| record.names(false)).flatten()
    }

    /// `str(field)` of each required field that a record lacks.
    pub fn missing_names(&self, record: RecordView<'_>) -> Vec<PyString> {
        self.missing(record).into_iter().map(Required::to_name).collect()
    }

    /// The required fields that a record lacks, each with whether it does not have it at all, not even as None.
    pub fn missing_fields(&self, record: RecordView<'_>) -> Vec<(&Required<'d>, bool)> {
        let none = record.names(true);
        let is_absent = |required: &Required<'d>| match &required.lookup {
            Lookup::Id => matches!(record.id(), Field::Absent),
            Lookup::Value => matches!(record.value(), Field::Absent),
            Lookup::Other(name) => !none.as_ref().is_some_and(|none| none.contains(name.as_bytes())),
            Lookup::Source | Lookup::NoKey | Lookup::Unhashable => true,
        };
        self.missing(record).into_iter().map(|required| (required, is_absent(required))).collect()
    }

    /// Appends `repr(missing)`, the list of the required fields that a record lacks.
    pub fn write_missing(&self, record: RecordView<'_>, out: &mut Buffer) {
        let mut repr = Repr::default();
        out.extend(b"[");
        for (index, required) in self.missing(record).into_iter().enumerate() {
            if index > 0 {
                out.extend(b", ");
            }
            match required.name {
                FieldName::Default(name) => out.extend(format!("'{name}'").as_bytes()),
                FieldName::Given(item) => repr.write_item_repr(item, out),
            }
        }
        out.extend(b"]");
    }
}

impl<'d> Required<'d> {
    fn default(name: &'static str, lookup: Lookup) -> Self {
        Self { name: FieldName::Default(name), lookup }
    }

    fn given(item: Item<'d>) -> Self {
        Self { name: FieldName::Given(item), lookup: Lookup::of(item) }
    }

    /// `str(field)`, cut if it is long.
    pub fn to_name(&self) -> PyString {
        match self.name {
            FieldName::Default(name) => name.into(),
            FieldName::Given(item) => item.to_name(),
        }
    }

    /// The key that is looked up.
    pub fn key(&self) -> Option<&[u8]> {
        self.lookup.key()
    }

    /// `record.get(field) is None`
    fn is_missing(&self, record: RecordView<'_>, present: Option<&Names>) -> Result<bool, Failure> {
        Ok(match &self.lookup {
            Lookup::Id => record.id().is_none(),
            Lookup::Value => record.value().is_none(),
            Lookup::Source => false,
            Lookup::Other(name) => match present {
                Some(present) => !present.contains(name.as_bytes()),
                None => record.other(name).is_none(),
            },
            Lookup::NoKey => true,
            Lookup::Unhashable => return Err(self.unhashable()),
        })
    }

    #[cold]
    fn unhashable(&self) -> Failure {
        let FieldName::Given(item) = self.name else { unreachable!("the default names are strings") };
        let exception = Exception::new(Kind::TypeError, format!("unhashable type: '{}'", item.type_name()));
        Failure::about_item(item, Cause::RequiredUnhashable, exception)
    }
}

impl Lookup {
    fn of(item: Item<'_>) -> Self {
        let name = match item {
            Item::Value(value) if !value.is_hashable() => return Self::Unhashable,
            Item::Value(value) if !value.is_str() => return Self::NoKey,
            Item::Value(value) => value.to_py_string(),
            Item::Character(_, code) => PyString::from_code(code),
        };
        match name.as_bytes() {
            b"id" => Self::Id,
            b"value" => Self::Value,
            b"source" => Self::Source,
            _ => Self::Other(Name::of(&name)),
        }
    }

    /// The key that is looked up.
    fn key(&self) -> Option<&[u8]> {
        match self {
            Self::Id => Some(b"id"),
            Self::Value => Some(b"value"),
            Self::Source => Some(b"source"),
            Self::Other(name) => Some(name.as_bytes()),
            Self::NoKey | Self::Unhashable => None,
        }
    }
}

/// Checks every record that is left against the contract.
pub(crate) fn run(
    ValidateDesign::Reference: ValidateDesign,
    view: View<'_>,
    config: &Config<'_>,
    trace: &mut Trace,
    progress: &mut Progress<'_>,
) -> Result<(), Stop> {
    let mut contract = None;
    progress.steps(Stage::Validate, view.count(), |positions| validate(view, positions, config, &mut contract, trace))
}

#[inline(never)]
fn validate<'d>(
    view: View<'_>,
    positions: Range<usize>,
    config: &Config<'d>,
    contract: &mut Option<Contract<'d>>,
    trace: &mut Trace,
) -> Result<(), Failure> {
    for (position, record) in positions.clone().zip(view.records(positions)) {
        if !trace.is_kept(position) {
            continue;
        }
        let fail = |failure| view.failure(failure, Stage::Validate, position);
        // Only a record that is checked makes Python look at required_fields.
        let contract = match contract {
            Some(contract) => contract,
            None => contract.insert(Contract::read(config.required_fields).map_err(fail)?),
        };
        if !contract.holds(record).map_err(fail)? {
            trace.set_invalid(position);
        }
    }
    Ok(())
}
