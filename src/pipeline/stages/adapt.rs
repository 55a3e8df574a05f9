//! Stage 1, adapt: brings the records of every source to one shape.

use crate::python::{Dumps, Exception, Item, KeyOrder, Kind, Name, NodeId, Value};
use crate::text::Buffer;

use crate::pipeline::config::{Config, expect_dict, iterate};
use crate::pipeline::design::AdaptDesign;
use crate::pipeline::failure::{Cause, Failure, Stop, reserve};
use crate::pipeline::progress::{Progress, STEP};
use crate::pipeline::record::{Adapted, Record, Shape, Source};
use crate::pipeline::stage::Stage;
use crate::pipeline::trace::Trace;

/// The adapters: by a source's name, the fields that become `id` and `value`.
pub(crate) static ADAPTERS: [(&str, [Name; 2]); 2] =
    [("alpha", [Name::new("uid"), Name::new("data")]), ("beta", [Name::new("identifier"), Name::new("payload")])];

/// Adapts the records of all sources.
pub(crate) fn run(
    AdaptDesign::Reference: AdaptDesign,
    config: &Config<'_>,
    adapted: &mut Adapted,
    trace: &mut Trace,
    progress: &mut Progress<'_>,
) -> Result<(), Stop> {
    let Some(sources) = config.sources else { return Ok(()) };
    let sources = expect_dict(sources, "items", Cause::SourcesNotObject);
    let sources = sources.map_err(|failure| failure.in_stage(Stage::Adapt, None, None))?;
    for (name, source) in sources.items() {
        adapt_source(name, source, adapted, trace, progress)?;
    }
    Ok(())
}

fn adapt_source(
    name: Value<'_>,
    source: Value<'_>,
    adapted: &mut Adapted,
    trace: &mut Trace,
    progress: &mut Progress<'_>,
) -> Result<(), Stop> {
    let fail = |failure: Failure| failure.in_stage(Stage::Adapt, Some(name), None);
    let records = expect_dict(source, "get", Cause::SourceNotObject).map_err(fail)?.get("records");
    let records = records.map(|records| iterate(records, Cause::RecordsNotIterable)).transpose().map_err(fail)?;
    let mut records = records.into_iter().flatten();
    let known = ADAPTERS.iter().find(|(known, _)| name.is(known.as_bytes()));
    let shape = known.map_or(Shape::PassedThrough, |(_, [id, value])| Shape::Renamed { id, value });
    let mut text = Buffer::default();
    Dumps::default().write(name, KeyOrder::Given, &mut text);
    // Copied, so that it takes no more memory than it needs.
    let name_text = text.text().to_vec();
    let start = adapted.records.len();
    adapted.sources.push(Source { name: name.id(), name_text, shape, records: start..start });
    loop {
        reserve(&mut adapted.records, STEP, Stage::Adapt)?;
        let step = adapt_step(&mut records, shape, &mut adapted.records);
        let end = adapted.records.len();
        trace.extend(end)?;
        if let Some(source) = adapted.sources.last_mut() {
            source.records.end = end;
        }
        if step.map_err(|failure| failure.in_stage(Stage::Adapt, Some(name), Some(end - start)))? {
            adapted.complete += 1;
            return Ok(());
        }
        // How many records there are in all is not known here.
        progress.stage(Stage::Adapt, 0, 1)?;
    }
}

/// Adapts some more records. True when there are no more.
#[inline(never)]
fn adapt_step<'d>(
    items: &mut impl Iterator<Item = Item<'d>>,
    shape: Shape,
    records: &mut Vec<Record>,
) -> Result<bool, Failure> {
    static PASSED_THROUGH: [Name; 2] = [Name::new("id"), Name::new("value")];
    let [id, value] = match shape {
        Shape::Renamed { id, value } => [id, value],
        Shape::PassedThrough => PASSED_THROUGH.each_ref(),
    };
    for _ in 0..STEP {
        let Some(item) = items.next() else { return Ok(true) };
        let Item::Value(object) = item else { return Err(refuse(item, shape)) };
        if !object.is_dict() {
            return Err(refuse(item, shape));
        }
        records.push(adapt(object, id, value));
    }
    Ok(false)
}

#[inline]
fn adapt(object: Value<'_>, id: &Name, value_name: &Name) -> Record {
    let mut record = Record { object: object.id(), id: NodeId::NONE, value: NodeId::NONE };
    for (key, value) in object.items() {
        if key.is_named(id) {
            record.id = value.id();
        } else if key.is_named(value_name) {
            record.value = value.id();
        }
        if record.id != NodeId::NONE && record.value != NodeId::NONE {
            break;
        }
    }
    record
}

/// What Python says to a record that is no dict.
#[cold]
fn refuse(item: Item<'_>, shape: Shape) -> Failure {
    let type_name = item.type_name();
    let (cause, exception) = match shape {
        Shape::Renamed { .. } => (Cause::RecordNotObject, Exception::no_attribute(type_name, "get")),
        Shape::PassedThrough => {
            let message = format!("'{type_name}' object is not a mapping");
            (Cause::RecordNotMapping, Exception::new(Kind::TypeError, message))
        }
    };
    Failure::about_item(item, cause, exception)
}
