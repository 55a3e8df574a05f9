//! What became of a record, in JavaScript.

use serde::{Serialize, Serializer};
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::{Fate, Freshness, Stage as StageName, Verdict};
use crate::report::{self, Ending, FieldFate, TextName};
use crate::text::Text;
use crate::wasm::js;

use super::{RecordPlace, RecordStep};

/// What became of a record, and why.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RecordTrace {
    /// Its position among all records, from 0, in the order in which adapt produced them.
    pub position: usize,
    pub source: js::String,
    /// Its index in its source, from 0.
    pub index: usize,
    /// Where the source record starts and ends in the text, in UTF-16 units.
    pub start: usize,
    pub end: usize,
    /// The line on which it starts, from 1.
    pub line: usize,
    /// `json.dumps` of the record as the stages left it: a dropped one as it was when it was dropped. Long texts are cut:
    /// see `cut`.
    pub text: String,
    /// `str(record["id"])` of the adapted record, with a "…" in the middle if it is longer than 400 bytes of UTF-8. Absent
    /// if the record has no id; reconciliation then takes the empty string, and Python otherwise `None`.
    pub id: Option<js::String>,
    /// Whether the id is a string that reads like another value, such as `"1"` or `"None"`, or is empty.
    pub quoted_id: bool,
    /// Its cache key, 12 hex digits. Absent if the cache stage has not looked at it.
    pub key: Option<String>,
    /// The text whose MD5 gives the key: `json.dumps(record, sort_keys=True)`.
    pub hashed: Option<String>,
    /// `kept` if no stage dropped it, at least not before an exception ended the run.
    pub fate: Fate,
    /// For a duplicate: the position of the record that it repeats.
    pub duplicate_of: Option<usize>,
    /// For a duplicate: where the record that it repeats is.
    pub original: Option<RecordPlace>,
    /// For an invalid record: `str(field)` of the first 20 required fields that it lacks. Its step at validate counts them.
    pub missing: Vec<js::String>,
    /// Those of `missing` that it does not have at all. The value of the others is Python's `None`.
    pub absent: Vec<js::String>,
    /// Absent if the freshness stage has not looked at it.
    pub freshness: Option<Freshness>,
    /// `json.dumps` of its timestamp. Absent if it has none, so that `now` is used, or if `freshness` is absent.
    pub timestamp: Option<String>,
    /// `str(age)`, in seconds. Absent if `freshness` is absent.
    pub age: Option<String>,
    /// The index of its group in `reconciliation()`.
    pub group: Option<usize>,
    /// The verdict of that group.
    pub verdict: Option<Verdict>,
    /// The record of the same source that counts instead: the last one with this reconciliation key.
    pub overwritten_by: Option<RecordPlace>,
    /// What became of it in the end.
    pub ending: Ending,
    /// The stage that settled that. For a kept record, the last one that could have dropped it.
    pub settled_by: StageName,
    /// What each stage did with it, and why, in order.
    pub steps: Vec<RecordStep>,
    /// Which of its texts are cut, to 2,000 UTF-16 units in a list and 20,000 in `record()`. `part()` gives the rest.
    pub cut: Vec<CutText>,
}

/// A text that is not the whole text.
#[derive(Serialize, Tsify)]
pub struct CutText {
    pub name: TextName,
    /// How many UTF-16 units the whole text has.
    pub length: usize,
}

impl From<report::CutText> for CutText {
    fn from(report::CutText { name, length }: report::CutText) -> Self {
        Self { name, length }
    }
}

impl RecordTrace {
    pub fn new(text: &Text, report: report::RecordReport) -> Self {
        let place = |place| RecordPlace::new(text, place);
        let report::RecordReport { position, source, index, span, .. } = report;
        let own = place(report::RecordPlace { position, source, index, span });
        let RecordPlace { position, source, index, start, end, line } = own;
        Self {
            position,
            source,
            index,
            start,
            end,
            line,
            text: report.text,
            id: report.id.map(Into::into),
            quoted_id: report.quoted_id,
            key: report.key,
            hashed: report.hashed,
            fate: report.fate,
            duplicate_of: if let Fate::Duplicate { of } = report.fate { Some(of) } else { None },
            original: report.original.map(place),
            missing: report.missing.into_iter().map(Into::into).collect(),
            absent: report.absent.into_iter().map(Into::into).collect(),
            freshness: report.freshness,
            timestamp: report.timestamp,
            age: report.age,
            group: report.group,
            verdict: report.verdict,
            overwritten_by: report.overwritten_by.map(place),
            ending: report.ending,
            settled_by: report.settled_by,
            steps: report.steps.into_iter().map(Into::into).collect(),
            cut: report.cut.into_iter().map(Into::into).collect(),
        }
    }
}

/// What became of a record, and the record before and after adapt.
#[derive(Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RecordDetail {
    // For tsify alone, which declares `extends RecordTrace`. `Serialize` is written by hand.
    #[serde(flatten)]
    pub trace: RecordTrace,
    /// `json.dumps` of the source record.
    pub before: String,
    /// `json.dumps` of the adapted record, without the mark of the freshness stage.
    pub adapted: String,
    /// The first 100 fields, or later ones on request: those of the source record in order, then those that adapt added.
    pub fields: Vec<FieldChange>,
    /// How many there are in all.
    pub field_count: usize,
}

impl RecordDetail {
    pub fn new(text: &Text, detail: report::RecordDetail) -> Self {
        let report::RecordDetail { report, before, adapted, fields, field_count } = detail;
        let fields = fields.into_iter().map(Into::into).collect();
        Self { trace: RecordTrace::new(text, report), before, adapted, fields, field_count }
    }
}

impl Serialize for RecordDetail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Rest<'d> {
            before: &'d str,
            adapted: &'d str,
            fields: &'d [FieldChange],
            field_count: usize,
        }
        let &Self { ref trace, ref before, ref adapted, ref fields, field_count } = self;
        js::serialize_merged(trace, &Rest { before, adapted, fields, field_count }, serializer)
    }
}

/// What adapt did to a field.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct FieldChange {
    /// Its name in the source record. Absent if adapt added it.
    pub from: Option<js::String>,
    /// Its name in the adapted record. Absent if adapt dropped it.
    pub to: Option<js::String>,
    /// `json.dumps` of its value in the source record.
    pub before: Option<String>,
    /// `json.dumps` of its value in the adapted record.
    pub after: Option<String>,
    /// How many characters the longer of the two texts has, if it is cut.
    pub length: Option<usize>,
    pub change: FieldFate,
}

impl From<report::FieldChange> for FieldChange {
    fn from(report::FieldChange { from, to, before, after, length, change }: report::FieldChange) -> Self {
        Self { from: from.map(Into::into), to: to.map(Into::into), before, after, length, change }
    }
}
