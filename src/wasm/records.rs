//! What a run tells JavaScript of its records, their places and their ages.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::pipeline::{Fate, FieldChange, Freshness, RecordDetail, RecordPlace, RecordReport, SummaryNumber, Verdict};
use crate::python::{PyString, Text};

use super::filter::{index, no_memory};
use super::json::JsText;
use super::{JsRun, count, page, to_js, utf16_span};

#[wasm_bindgen(js_class = Run)]
impl JsRun {
    /// Where each number of the summary stands in `summaryText`. Empty where the run ended in an exception.
    #[wasm_bindgen(getter, js_name = summaryNumbers, unchecked_return_type = "SummaryNumberPlace[]")]
    pub fn summary_numbers(&self) -> Result<JsValue, JsValue> {
        let summary = self.summary_text().unwrap_or_default();
        let place = |number: SummaryNumber| {
            let place = number.find(&summary)?;
            let (start, end) = (place.start, place.end);
            Some(SummaryNumberObject { name: number.name(), start, end, text: summary.get(place)?.to_owned() })
        };
        to_js(&SummaryNumber::ALL.into_iter().filter_map(place).collect::<Vec<_>>())
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
        let (selection, text) = (self.1.select(&self.0, filter)?, self.0.text());
        page(self.0.selected(&selection, count(offset)).map(|record| RecordObject::new(text, record)), limit)
    }

    /// How many records fit the filter.
    ///
    /// Throws `TypeError` for a filter that is no object, or asks for what there cannot be.
    #[wasm_bindgen(js_name = countRecords)]
    pub fn count_records(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "RecordFilter | null")] filter: &JsValue,
    ) -> Result<usize, JsValue> {
        Ok(self.1.select(&self.0, filter)?.count())
    }

    /// The record at a position among all, in full; undefined where there is none.
    #[wasm_bindgen(unchecked_return_type = "RecordDetail | undefined")]
    pub fn record(&self, position: f64) -> Result<JsValue, JsValue> {
        let Some(detail) = index(position).and_then(|position| self.0.record(position)) else {
            return Ok(JsValue::UNDEFINED);
        };
        let RecordDetail { report, before, adapted, fields } = detail;
        to_js(&RecordObject {
            before: Some(before),
            adapted: Some(adapted),
            fields: Some(fields.into_iter().map(FieldObject::new).collect()),
            ..RecordObject::new(self.0.text(), report)
        })
    }

    /// The position of the record whose source text contains this offset, in UTF-16 units; undefined where none does.
    #[wasm_bindgen(js_name = recordAt)]
    #[must_use]
    pub fn record_at(&self, offset: f64) -> Option<usize> {
        let text = self.0.text();
        let total = text.position(text.bytes().len()).utf16;
        index(offset).filter(|&offset| offset < total).and_then(|offset| self.0.record_at(text.byte_at(offset)))
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
        let (selection, text) = (self.1.select(&self.0, filter)?, self.0.text());
        // The bytes of a record that starts before `to` start before the character there.
        let range = text.byte_at(count(from))..text.byte_at(count(to));
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let places = self.0.places(&selection, range).map_err(no_memory)?.take(count(limit)).flat_map(|span| {
            let (start, end) = utf16_span(text, span);
            [start, end]
        });
        // A text of more than 4 GiB is not read, so it has no records.
        Ok(places.filter_map(|offset| u32::try_from(offset).ok()).collect())
    }

    /// A part of the text of about `length` UTF-16 units around an offset: whole lines, where these are not longer.
    #[wasm_bindgen(unchecked_return_type = "TextWindow")]
    pub fn window(&self, offset: f64, length: f64) -> Result<JsValue, JsValue> {
        let text = self.0.text();
        let range = text.window(count(offset), count(length));
        let start = text.position(range.start);
        to_js(&WindowObject {
            text: JsText::from(&text.part(range)),
            start: start.utf16,
            line: start.line + 1,
            total: text.position(text.bytes().len()).utf16,
        })
    }

    /// The sources as adapt met them, in order.
    #[wasm_bindgen(unchecked_return_type = "SourceReport[]")]
    pub fn sources(&self) -> Result<JsValue, JsValue> {
        let object = |name: &PyString, records| SourceObject { name: JsText::from(name), records };
        to_js(&self.0.sources().map(|source| object(&source.name, source.records)).collect::<Vec<_>>())
    }

    /// The numbers of the config that people try other values of; undefined where the text is no JSON object.
    #[wasm_bindgen(getter, unchecked_return_type = "Settings | undefined")]
    pub fn settings(&self) -> Result<JsValue, JsValue> {
        self.0.settings().map_or(Ok(JsValue::UNDEFINED), |settings| to_js(&settings))
    }

    /// The ages of the records on an axis that is cut into this many parts, from 1 to 1000; undefined where the freshness
    /// stage has looked at no record.
    #[wasm_bindgen(unchecked_return_type = "Timeline | undefined")]
    pub fn timeline(&self, buckets: f64) -> Result<JsValue, JsValue> {
        self.0.timeline(count(buckets)).map_or(Ok(JsValue::UNDEFINED), |timeline| to_js(&timeline))
    }
}

#[derive(Serialize)]
struct SummaryNumberObject {
    name: &'static str,
    start: usize,
    end: usize,
    text: String,
}

#[derive(Serialize)]
struct SourceObject {
    name: JsText,
    records: usize,
}

#[derive(Serialize)]
struct WindowObject {
    text: JsText,
    start: usize,
    line: usize,
    total: usize,
}

#[derive(Serialize)]
struct PlaceObject {
    position: usize,
    source: JsText,
    index: usize,
    start: usize,
    end: usize,
    line: usize,
}

impl PlaceObject {
    fn new(text: &Text, place: RecordPlace) -> Self {
        let RecordPlace { position, source, index, span } = place;
        let line = text.position(span.start).line + 1;
        let (start, end) = utf16_span(text, span);
        Self { position, source: JsText::from(&source), index, start, end, line }
    }
}

#[derive(Serialize)]
struct FieldObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<JsText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<JsText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

impl FieldObject {
    fn new(field: FieldChange) -> Self {
        let FieldChange { from, to, before, after } = field;
        Self { from: from.as_ref().map(JsText::from), to: to.as_ref().map(JsText::from), before, after }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RecordObject {
    position: usize,
    source: JsText,
    index: usize,
    start: usize,
    end: usize,
    line: usize,
    text: String,
    id: JsText,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hashed: Option<String>,
    fate: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    duplicate_of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<PlaceObject>,
    missing: Vec<JsText>,
    absent: Vec<JsText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    freshness: Option<Freshness>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    age: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    overwritten_by: Option<PlaceObject>,
    /// These only where one record is told of in full.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adapted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<FieldObject>>,
}

impl RecordObject {
    fn new(text: &Text, report: RecordReport) -> Self {
        let line = text.position(report.span.start).line + 1;
        let (start, end) = utf16_span(text, report.span);
        let names = |names: &[PyString]| names.iter().map(JsText::from).collect();
        Self {
            position: report.position,
            source: JsText::from(&report.source),
            index: report.index,
            start,
            end,
            line,
            text: report.text,
            id: JsText::from(&report.id),
            key: report.key,
            hashed: report.hashed,
            fate: report.fate.name(),
            duplicate_of: if let Fate::Duplicate { of } = report.fate { Some(of) } else { None },
            original: report.original.map(|place| PlaceObject::new(text, place)),
            missing: names(&report.missing),
            absent: names(&report.absent),
            freshness: report.freshness,
            timestamp: report.timestamp,
            age: report.age,
            group: report.group,
            verdict: report.verdict.map(Verdict::name),
            overwritten_by: report.overwritten_by.map(|place| PlaceObject::new(text, place)),
            before: None,
            adapted: None,
            fields: None,
        }
    }
}
