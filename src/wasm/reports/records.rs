//! What became of a record.

use serde::{Serialize, Serializer};
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::{Fate, Freshness, Stage as StageName, Verdict};
use crate::report::{self, Ending, FieldFate};
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
    /// `json.dumps` of the record as it is at the end.
    pub text: String,
    /// `str(record["id"])` of the adapted record; what is longer than 200 code points is cut, and ends in "…". Absent where
    /// the record has no id, which for reconciliation is the empty string, and else None.
    pub id: Option<js::String>,
    /// Its cache key, 12 hex digits; absent where the cache stage has not looked at it.
    pub key: Option<String>,
    /// The text whose MD5 gives the key: `json.dumps(record, sort_keys=True)`.
    pub hashed: Option<String>,
    /// `kept` where no stage dropped it; where an exception ended the run, none up to there.
    pub fate: Fate,
    /// For a duplicate: the position of the record that it repeats.
    pub duplicate_of: Option<usize>,
    /// The same record, and where it is.
    pub original: Option<RecordPlace>,
    /// For an invalid record: `str(field)` of each required field that it lacks.
    pub missing: Vec<js::String>,
    /// Those of them that it does not have at all; the others are None.
    pub absent: Vec<js::String>,
    /// Absent where the freshness stage has not looked at it.
    pub freshness: Option<Freshness>,
    /// `json.dumps` of its timestamp; absent where it has none, so that `now` stands in, and where `freshness` is absent.
    pub timestamp: Option<String>,
    /// `str(age)`, seconds.
    pub age: Option<String>,
    /// The index of its group in `reconciliation()`.
    pub group: Option<usize>,
    /// The verdict of that group.
    pub verdict: Option<Verdict>,
    /// A later record of its source with its reconciliation key, the last one: it counts in the place of this one.
    pub overwritten_by: Option<RecordPlace>,
    /// What became of it in the end.
    pub ending: Ending,
    /// The stage that settled that.
    pub settled_by: StageName,
    /// What each stage made of it, and why, in order.
    pub steps: Vec<RecordStep>,
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
        }
    }
}

/// What became of a record, beside what adapt made of it.
#[derive(Tsify)]
pub struct RecordDetail {
    // For tsify alone, which declares `extends RecordTrace`. `Serialize` is written by hand.
    #[serde(flatten)]
    pub trace: RecordTrace,
    /// `json.dumps` of the source record.
    pub before: String,
    /// `json.dumps` of the adapted record as adapt left it, without a mark of the freshness stage.
    pub adapted: String,
    /// What adapt did to each field of the source record, in its order, and then what adapt added.
    pub fields: Vec<FieldChange>,
}

impl RecordDetail {
    pub fn new(text: &Text, detail: report::RecordDetail) -> Self {
        let report::RecordDetail { report, before, adapted, fields } = detail;
        let fields = fields.into_iter().map(Into::into).collect();
        Self { trace: RecordTrace::new(text, report), before, adapted, fields }
    }
}

impl Serialize for RecordDetail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Rest<'d> {
            before: &'d str,
            adapted: &'d str,
            fields: &'d [FieldChange],
        }
        let Self { trace, before, adapted, fields } = self;
        js::serialize_merged(trace, &Rest { before, adapted, fields }, serializer)
    }
}

/// What adapt did to a field.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct FieldChange {
    /// Its name in the source record; absent where adapt added it.
    pub from: Option<js::String>,
    /// Its name in the adapted record; absent where adapt dropped it.
    pub to: Option<js::String>,
    /// `json.dumps` of its value in the source record.
    pub before: Option<String>,
    /// `json.dumps` of its value in the adapted record.
    pub after: Option<String>,
    pub change: FieldFate,
}

impl From<report::FieldChange> for FieldChange {
    fn from(report::FieldChange { from, to, before, after, change }: report::FieldChange) -> Self {
        Self { from: from.map(Into::into), to: to.map(Into::into), before, after, change }
    }
}
