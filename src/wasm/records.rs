//! What a run tells JavaScript of its records, their places and their ages.

use wasm_bindgen::prelude::*;

use crate::edit::{Setting, Settings};
use crate::pipeline::{Fate, Freshness, SummaryNumber, Verdict};
use crate::python::PyString;
use crate::report::{
    FieldChange, FreshnessCounts, RecordDetail, RecordPlace, RecordReport, SourceReport, Timeline, TimelineBucket,
    TimelinePoint, TimelineTick,
};
use crate::text::Text;

use super::JsRun;
use super::convert::{count, utf16_span};
use super::filter::{index, no_memory};
use super::json::{page, to_js};
use super::object::{Member, Object};

#[wasm_bindgen(js_class = Run)]
impl JsRun {
    /// Where each number of the summary stands in `summaryText`. Empty where the run ended in an exception.
    #[wasm_bindgen(getter, js_name = summaryNumbers, unchecked_return_type = "SummaryNumberPlace[]")]
    pub fn summary_numbers(&self) -> Result<JsValue, JsValue> {
        let summary = self.summary_text().unwrap_or_default();
        let place = |number: SummaryNumber| {
            let place = number.find(&summary)?;
            let object = Object::new().with("name", number.name()).with("start", place.start).with("end", place.end);
            Some(object.with("text", summary.get(place)?.to_owned()))
        };
        to_js(Member::list(SummaryNumber::ALL.into_iter().filter_map(place)))
    }

    /// What became of the records that fit the filter, in its order, from the `offset`th of them on, `limit` at the most.
    ///
    /// Throws `TypeError` for a filter that is no object, or asks for what there cannot be.
    #[wasm_bindgen(unchecked_return_type = "RecordTrace[]")]
    pub fn records(
        &self,
        offset: f64,
        limit: f64,
        #[wasm_bindgen(unchecked_optional_param_type = "RecordFilter | null")] filter: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (selection, text) = (self.records.records(&self.run, filter)?, self.run.text());
        page(self.run.selected(&selection, count(offset)).map(|report| record(text, report)), limit)
    }

    /// How many records fit the filter.
    ///
    /// Throws `TypeError` for a filter that is no object, or asks for what there cannot be.
    #[wasm_bindgen(js_name = countRecords)]
    pub fn count_records(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "RecordFilter | null")] filter: &JsValue,
    ) -> Result<usize, JsValue> {
        Ok(self.records.records(&self.run, filter)?.count())
    }

    /// The record at a position among all, in full; undefined where there is none.
    #[wasm_bindgen(unchecked_return_type = "RecordDetail | undefined")]
    pub fn record(&self, position: f64) -> Result<JsValue, JsValue> {
        let detail = index(position).and_then(|position| self.run.record(position));
        let object = |RecordDetail { report, before, adapted, fields }| {
            let fields = Member::list(fields.into_iter().map(field));
            record(self.run.text(), report).with("before", before).with("adapted", adapted).with("fields", fields)
        };
        to_js(detail.map(object))
    }

    /// The position of the record whose source text contains this offset, in UTF-16 units; undefined where none does.
    #[wasm_bindgen(js_name = recordAt)]
    #[must_use]
    pub fn record_at(&self, offset: f64) -> Option<usize> {
        let text = self.run.text();
        let total = text.position(text.bytes().len()).utf16;
        index(offset).filter(|&offset| offset < total).and_then(|offset| self.run.record_at(text.byte_at(offset)))
    }

    /// Where the records that fit the filter start and end, by turns, in UTF-16 units: those that overlap the text from
    /// `from` to `to`, in its order, `limit` records at the most.
    ///
    /// Throws `TypeError` for a filter that is no object, or asks for what there cannot be.
    pub fn places(
        &self,
        #[wasm_bindgen(unchecked_param_type = "RecordFilter | null | undefined")] filter: &JsValue,
        from: f64,
        to: f64,
        limit: f64,
    ) -> Result<Vec<u32>, JsValue> {
        let (selection, text) = (self.records.records(&self.run, filter)?, self.run.text());
        // The bytes of a record that starts before `to` start before the character there.
        let range = text.byte_at(count(from))..text.byte_at(count(to));
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let mut offsets = Vec::new();
        for span in self.run.places(&selection, range).map_err(no_memory)?.take(count(limit)) {
            let (start, end) = utf16_span(text, span);
            // A text of more than 4 GiB is not read, so it has no records.
            offsets.extend([start, end].into_iter().filter_map(|offset| u32::try_from(offset).ok()));
        }
        Ok(offsets)
    }

    /// A part of the text of about `length` UTF-16 units around an offset: whole lines, where these are not longer.
    #[wasm_bindgen(unchecked_return_type = "TextWindow")]
    pub fn window(&self, offset: f64, length: f64) -> Result<JsValue, JsValue> {
        let text = self.run.text();
        let range = text.window(count(offset), count(length));
        let start = text.position(range.start);
        let window = Object::new()
            .with("text", PyString::from_bytes(text.part(range)))
            .with("start", start.utf16)
            .with("line", start.line + 1)
            .with("total", text.position(text.bytes().len()).utf16);
        to_js(window)
    }

    /// The sources as adapt met them, in order.
    #[wasm_bindgen(unchecked_return_type = "SourceReport[]")]
    pub fn sources(&self) -> Result<JsValue, JsValue> {
        let object = |SourceReport { name, records }| Object::new().with("name", name).with("records", records);
        to_js(Member::list(self.run.sources().map(object)))
    }

    /// The numbers of the config that people try other values of; undefined where the text is no JSON object.
    #[wasm_bindgen(getter, unchecked_return_type = "Settings | undefined")]
    pub fn settings(&self) -> Result<JsValue, JsValue> {
        let object = |Setting { text, given, number, .. }| {
            Object::new().with("text", text).with("given", given).with("number", number)
        };
        let objects = |Settings { now, max_age, requires_letters }| {
            Object::new()
                .with("now", object(now))
                .with("maxAge", object(max_age))
                .with("requiresLetters", requires_letters)
        };
        to_js(self.run.settings().map(objects))
    }

    /// The ages of the records on an axis that is cut into this many parts, from 1 to 1000; undefined where the freshness
    /// stage has looked at no record.
    #[wasm_bindgen(unchecked_return_type = "Timeline | undefined")]
    pub fn timeline(&self, buckets: f64) -> Result<JsValue, JsValue> {
        to_js(self.run.timeline(count(buckets)).map(timeline))
    }
}

fn record(text: &Text, report: RecordReport) -> Object {
    let RecordReport { position, source, index, span, .. } = report;
    place(text, RecordPlace { position, source, index, span })
        .with("text", report.text)
        .with("id", report.id)
        .with("key", report.key)
        .with("hashed", report.hashed)
        .with("fate", report.fate.name())
        .with("duplicateOf", if let Fate::Duplicate { of } = report.fate { Some(of) } else { None })
        .with("original", report.original.map(|original| place(text, original)))
        .with("missing", Member::list(report.missing))
        .with("absent", Member::list(report.absent))
        .with("freshness", report.freshness.map(Freshness::name))
        .with("timestamp", report.timestamp)
        .with("age", report.age)
        .with("group", report.group)
        .with("verdict", report.verdict.map(Verdict::name))
        .with("overwrittenBy", report.overwritten_by.map(|counting| place(text, counting)))
}

fn place(text: &Text, place: RecordPlace) -> Object {
    Object::new()
        .with("position", place.position)
        .with("source", place.source)
        .with("index", place.index)
        .with_place(text, place.span)
}

fn field(change: FieldChange) -> Object {
    Object::new()
        .with("from", change.from)
        .with("to", change.to)
        .with("before", change.before)
        .with("after", change.after)
}

fn timeline(timeline: Timeline) -> Object {
    let bucket =
        |TimelineBucket { from, to, counts }| with_counts(Object::new().with("from", from).with("to", to), counts);
    let tick = |TimelineTick { text, at }| Object::new().with("text", text).with("at", at);
    let point = |TimelinePoint { position, source, index, age, at, freshness }| {
        Object::new()
            .with("position", position)
            .with("source", source)
            .with("index", index)
            .with("age", age)
            .with("at", at)
            .with("freshness", freshness.name())
    };
    Object::new()
        .with("now", timeline.now)
        .with("maxAge", timeline.max_age)
        .with("low", timeline.low)
        .with("high", timeline.high)
        .with("axisFrom", timeline.axis_from)
        .with("axisTo", timeline.axis_to)
        .with("limitAt", timeline.limit_at)
        .with("zeroAt", timeline.zero_at)
        .with("ticks", Member::list(timeline.ticks.into_iter().map(tick)))
        .with("buckets", Member::list(timeline.buckets.into_iter().map(bucket)))
        .with("outside", with_counts(Object::new(), timeline.outside))
        .with("points", Member::list(timeline.points.into_iter().map(point)))
}

fn with_counts(object: Object, FreshnessCounts { fresh, stale }: FreshnessCounts) -> Object {
    object.with("fresh", fresh).with("stale", stale)
}
