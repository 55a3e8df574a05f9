//! For any bytes, as a file and as a string, there is an answer, and all reports work.
#![no_main]

#[path = "../report_everything.rs"]
mod report_everything;

use libfuzzer_sys::fuzz_target;
use pipeline_playground::pipeline;
use pipeline_playground::text::Text;
use report_everything::report_everything;

fuzz_target!(|bytes: &[u8]| {
    report_everything(&pipeline::run(Text::from_file(bytes.to_vec()), 1000.0));
    report_everything(&pipeline::run(Text::from_string(bytes.to_vec()), 1000.0));
});
