//! Any bytes in, as a file and as a string: an answer comes out, and all that the run tells can be asked for.
#![no_main]

#[path = "../tell.rs"]
mod tell;

use libfuzzer_sys::fuzz_target;
use pipeline_playground::pipeline;
use pipeline_playground::text::Text;

fuzz_target!(|bytes: &[u8]| {
    tell::all(&pipeline::run(Text::from_file(bytes.to_vec()), 1000.0));
    tell::all(&pipeline::run(Text::from_string(bytes.to_vec()), 1000.0));
});
