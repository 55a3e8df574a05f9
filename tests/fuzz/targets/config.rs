//! For generated configs, from valid to broken, there is an answer, all reports work, and a text with an edited flag
//! can be read.
#![no_main]

#[path = "../../engine/support/generator.rs"]
mod generator;
#[path = "../report_everything.rs"]
mod report_everything;

use libfuzzer_sys::fuzz_target;
use pipeline_playground::edit::edit_flag;
use pipeline_playground::pipeline::{self, Stage};
use pipeline_playground::python::loads;
use pipeline_playground::text::Text;
use report_everything::report_everything;

fuzz_target!(|bytes: &[u8]| {
    let config = generator::config(bytes);
    report_everything(&pipeline::run(Text::from_string(config.clone()), 1000.0));
    let Ok(document) = loads(Text::from_string(config.clone())) else { return };
    for stage in Stage::ALL {
        if let Some(edit) = edit_flag(&document, stage, false) {
            let edited = [&config[..edit.range.start], edit.insert.as_bytes(), &config[edit.range.end..]].concat();
            assert!(loads(Text::from_string(edited)).is_ok());
        }
    }
});
