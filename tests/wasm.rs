//! Tests the wasm package in a browser's worker, where the page runs it: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

#[path = "engine/support/conformance.rs"]
#[expect(dead_code, reason = "the package's answers are JavaScript values")]
mod conformance;

use js_sys::{Array, Error, Function, JsString, Object, Reflect, Uint8Array};
use pipeline_playground::python::PyString;
use pipeline_playground::wasm::{JsRun, RunOptions, edit_flag, from_py_string, run_pipeline};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use conformance::CLOCK;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn js_string(utf8: &[u8]) -> JsValue {
    from_py_string(&PyString::from_bytes(utf8.to_vec())).into()
}

/// An argument from JavaScript, which may have another type than the declared one.
fn given<T: Tsify>(value: impl Into<JsValue>) -> Ts<T> {
    Ts::new_unchecked(value.into())
}

fn options(clock: f64) -> Ts<RunOptions> {
    let options = Object::new();
    Reflect::set(&options, &"clock".into(), &clock.into()).expect("an object takes a member");
    given(options)
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object has members")
}

fn run(config: &str) -> JsRun {
    JsRun::new(&config.into(), Some(options(CLOCK))).expect("a run")
}

fn error(run: &JsRun) -> Option<JsValue> {
    run.error().expect("an error or undefined").map(JsValue::from)
}

/// The messages of all log lines. Those that are cut in a list are fetched whole.
fn messages(run: &JsRun) -> Vec<JsValue> {
    let lines = run.logs(0.0, f64::INFINITY).expect("log lines").into_iter().map(JsValue::from);
    let whole = |(index, line): (usize, JsValue)| match get(&line, "length").as_f64() {
        None => get(&line, "message"),
        #[expect(clippy::cast_precision_loss, reason = "there are not so many lines")]
        Some(length) => {
            run.part("message", index as f64, 0.0, length, None).expect("a known name").expect("a line").into()
        }
    };
    lines.enumerate().map(whole).collect()
}

/// All conformance cases, including deep ones: the stack in a browser is smaller than that of a process.
#[wasm_bindgen_test]
fn every_conformance_case() {
    let mut count = 0;
    for case in conformance::cases() {
        let run = JsRun::new(&js_string(&case.input), Some(options(CLOCK))).expect("a run");
        assert_eq!(run.summary_text(), case.expected.summary, "{}", case.name);
        let error = error(&run).map(|error| (get(&error, "type"), get(&error, "message")));
        let expected = case.expected.error.map(|(kind, message)| (JsValue::from(kind), message.to_string().into()));
        assert_eq!(error, expected, "{}", case.name);
        let expected: Vec<JsValue> =
            case.expected.logs.iter().map(|(_, message)| js_string(message.as_bytes())).collect();
        assert_eq!(messages(&run), expected, "{}", case.name);
        count += 1;
    }
    assert_eq!(count, 1769);
}

#[wasm_bindgen_test]
fn every_file_case() {
    for case in conformance::file_cases().filter(|case| case.input_base64.is_some()) {
        let binary = js_atob(&case.input_base64.unwrap_or_default());
        let bytes: Vec<u8> = binary.chars().map(|char| u8::try_from(u32::from(char)).expect("a byte")).collect();
        let result = run_pipeline(&Uint8Array::from(&bytes[..]).into(), Some(options(CLOCK)));
        match result {
            Ok(summary) => assert_eq!(Some(summary), case.output_file, "{}", case.name),
            Err(error) => {
                let error: Error = error.dyn_into().expect("an Error");
                let line = format!("{}: {}", error.name(), error.message());
                let expected = case.last_line.map(|line| line.replace("json.decoder.", ""));
                assert_eq!(Some(line), expected, "{}", case.name);
            }
        }
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = atob)]
    fn js_atob(base64: &str) -> String;
}

#[wasm_bindgen_test]
fn a_gigabyte_of_brackets_is_answered() {
    let length = 1 << 30;
    let bytes = Uint8Array::new_with_length(length).fill(b'[', 0, length);
    let run = JsRun::new(&bytes.into(), None).expect("a run");
    assert_eq!(get(&error(&run).expect("an error"), "type"), JsValue::from("RecursionError"));
}

#[wasm_bindgen_test]
fn a_config_too_large_for_its_values_is_answered() {
    // Half a gigabyte of numbers needs six times that for its nodes, which is more than wasm has.
    let length = 1 << 29;
    let bytes = Uint8Array::new_with_length(length).fill(b',', 0, length);
    let zeros =
        Function::new_with_args("bytes", "for (let i = 1; i < bytes.length; i += 2) bytes[i] = 48; bytes[0] = 91;");
    zeros.call1(&JsValue::UNDEFINED, &bytes).expect("bytes");
    let run = JsRun::new(&bytes.into(), None).expect("a run");
    assert_eq!(get(&error(&run).expect("an error"), "type"), JsValue::from("MemoryError"));
}

/// There is memory for the text of these records, but not for their entries in a run.
#[wasm_bindgen_test]
fn too_many_records_are_answered() {
    let config = format!("{{\"sources\": {{\"gamma\": {{\"records\": [{}{{}}]}}}}}}", "{},".repeat(140 << 20));
    let bytes = Uint8Array::from(config.as_bytes());
    drop(config);
    let run = JsRun::new(&bytes.into(), None).expect("a run");
    assert_eq!(get(&error(&run).expect("an error"), "type"), JsValue::from("MemoryError"));
}

#[wasm_bindgen_test]
fn offsets_are_utf16_units_of_what_was_passed_in() {
    let config = r#"{"é🐍": "🐍", "now": 1, "sources": {"gamma": {"records": [{"id": "🐍"}, 5]}}}"#;
    let run = run(config);
    let error = error(&run).expect("an error");
    let start = config[..config.find("5]").expect("the bad record")].encode_utf16().count();
    for (name, number) in [("start", start), ("end", start + 1), ("index", 1), ("line", 1)] {
        assert_eq!(get(&error, name), JsValue::from(number), "{name}");
    }
    assert_eq!(get(&error, "source"), JsValue::from("gamma"));
}

/// The text has more units than a call can have arguments.
#[wasm_bindgen_test]
fn a_long_text_with_a_lone_surrogate_is_returned_whole() {
    let id = format!("\\ud800{}", "x".repeat(1 << 20));
    let config = format!("{{\"sources\": {{\"alpha\": {{\"records\": [{{\"uid\": \"{id}\"}}]}}}}}}");
    let message: JsString = messages(&run(&config)).remove(1).dyn_into().expect("a string");
    let length = "contract violation: ".len() + 1 + (1 << 20) + " missing ['value']".len();
    assert_eq!(message.length() as usize, length);
}

#[wasm_bindgen_test]
fn on_progress_is_called_and_can_stop_the_run() {
    let options = Object::new();
    let seen = Array::new();
    let push = Function::new_with_args(
        "seen",
        "return (done, total, phase) => { seen.push(typeof phase === 'string' ? done / total : NaN); }",
    );
    let callback = push.call1(&JsValue::UNDEFINED, &seen).expect("a function");
    Reflect::set(&options, &"onProgress".into(), &callback).expect("an object takes a member");
    let config = include_str!("sample_input.json");
    assert!(JsRun::new(&config.into(), Some(given(options.clone()))).is_ok());
    let seen: Vec<f64> = seen.iter().filter_map(|share| share.as_f64()).collect();
    assert!(seen.is_sorted() && seen.last() == Some(&1.0), "{seen:?}");
    let stop = Function::new_no_args("throw new Error('enough')");
    Reflect::set(&options, &"onProgress".into(), &stop).expect("an object takes a member");
    let thrown: Error =
        JsRun::new(&config.into(), Some(given(options))).err().expect("it stops").dyn_into().expect("an Error");
    assert_eq!(thrown.message(), "enough");
}

#[wasm_bindgen_test]
fn wrong_arguments_throw() {
    for config in [JsValue::UNDEFINED, JsValue::NULL, 5.into(), Object::new().into()] {
        assert!(JsRun::new(&config, None).err().is_some_and(|error| error.is_instance_of::<js_sys::TypeError>()));
    }
    let run = run("{}");
    let filter = Object::new();
    Reflect::set(&filter, &"source".into(), &5.into()).expect("an object takes a member");
    assert!(run.records(0.0, 1.0, Some(given(filter))).is_err());
    assert!(run.records(0.0, 1.0, Some(given(5))).is_err());
    for number in [f64::NAN, -1.0, 1e300, 0.5] {
        assert!(run.records(number, number, None).expect("records").is_empty());
    }
}

#[wasm_bindgen_test]
fn a_flag_is_edited() {
    let edit = |config: &str, on| edit_flag(&config.into(), "cache", on).expect("an edit or undefined");
    let added: JsValue = edit("{\"é\": 1}", false).expect("an edit").into();
    assert_eq!(get(&added, "insert"), JsValue::from(", \"flags\": {\"cache\": false}"));
    assert_eq!((get(&added, "start"), get(&added, "end")), (7.into(), 7.into()));
    assert!(edit("{}", true).is_none() && edit("{", false).is_none());
    assert!(edit_flag(&"{}".into(), "nonsense", false).is_err());
}
