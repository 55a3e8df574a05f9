//! Generates configs, from valid to broken, from arbitrary bytes. These are random in the differential test, and a
//! fuzzer's in the fuzz target. The configs are UTF-8 that may contain lone surrogates.

use arbitrary::{Result, Unstructured};

/// A config text.
pub fn config(bytes: &[u8]) -> Vec<u8> {
    let mut generator = Generator { bytes: Unstructured::new(bytes), out: Vec::new(), oddity: 0 };
    // If the bytes run out, the text so far is a truncated config.
    let _ = generator.config();
    generator.out
}

struct Generator<'b> {
    bytes: Unstructured<'b>,
    out: Vec<u8>,
    /// How many of 32 values are replaced by an arbitrary one.
    oddity: u8,
}

const NAMES: [&str; 6] = ["alpha", "beta", "gamma", "delta", "源", "\\u0061lpha"];
const FIELDS: [&str; 12] = [
    "id",
    "value",
    "uid",
    "data",
    "identifier",
    "payload",
    "timestamp",
    "source",
    "freshness",
    "extra",
    "\\u0069d",
    "é",
];
const STAGES: [&str; 5] = ["adapt", "cache", "validate", "freshness", "reconcile"];
const STRINGS: [&str; 22] = [
    "",
    "x",
    "y",
    "1",
    "None",
    "True",
    "1.0",
    "order_001",
    "é",
    "\\u00e9",
    "源",
    "🐍",
    "\\ud83d\\udc0d",
    "\\ud800",
    "\\udc00\\ud800",
    "it's",
    "q\\\"q",
    "both'\\\"",
    "a\\nb\\t\\b\\f\\r\\/\\\\",
    "\u{7f}\u{80}\u{a0}\u{200b}",
    "\\u0000\\u001f\\u007f",
    "\u{e000}\u{378}",
];
const NUMBERS: [&str; 30] = [
    "0",
    "1",
    "2",
    "-0",
    "-1",
    "600",
    "1000",
    "1.0",
    "0.0",
    "-0.0",
    "1e0",
    "1.10",
    "11e-1",
    "0.1",
    "2.675",
    "1e15",
    "1e16",
    "1E+22",
    "1e-4",
    "0.00001",
    "5e-324",
    "1.7976931348623157e308",
    "1e400",
    "-1e400",
    "9007199254740993",
    "9007199254740993.0",
    "123456789012345678901234567890",
    "NaN",
    "Infinity",
    "-Infinity",
];
const SPACES: [&str; 8] = ["", "", "", " ", "\n", "\t", "\r\n", " \n  "];
const GARBAGE: [&str; 20] = [
    ",", ":", "{", "}", "[", "]", "\"", "\\", "0", "-", ".", "e", "tru", "nul", "\u{feff}", "\u{0}", "\\u12", "é", "'",
    "//",
];

impl Generator<'_> {
    fn config(&mut self) -> Result<()> {
        let wildness: u8 = self.bytes.int_in_range(0..=9)?;
        self.oddity = [0, 0, 0, 1, 2, 4, 8, 0, 1, 4][usize::from(wildness)];
        self.space()?;
        self.object(Self::top_level_member, 5)?;
        self.space()?;
        if wildness >= 7 {
            self.break_it()?;
        }
        Ok(())
    }

    fn top_level_member(&mut self) -> Result<()> {
        match self.bytes.int_in_range(0..=7)? {
            0 => self.member("now", Self::time),
            1 => self.member("max_age_seconds", Self::age),
            2 => self.member("flags", |it| it.object(Self::flag, 3)),
            3 => self.member("required_fields", |it| it.array(|it| it.one_of(&FIELDS), 3)),
            4 => self.member("ignored", |it| it.value(2)),
            _ => self.member("sources", |it| it.object(Self::source, 4)),
        }
    }

    fn flag(&mut self) -> Result<()> {
        let stage = *self.bytes.choose(&STAGES)?;
        self.member(stage, |it| if it.bytes.ratio(3, 4)? { it.push("true") } else { it.value(1) })
    }

    fn source(&mut self) -> Result<()> {
        let name = *self.bytes.choose(&NAMES)?;
        self.member(name, |it| it.object(|it| it.member("records", |it| it.array(Self::record, 9)), 1))
    }

    fn record(&mut self) -> Result<()> {
        self.odd_or(|it| it.object(Self::field, 5))
    }

    fn field(&mut self) -> Result<()> {
        let field = *self.bytes.choose(&FIELDS)?;
        match field {
            "timestamp" => self.member(field, Self::time),
            "id" | "uid" | "identifier" => {
                self.member(field, |it| if it.bytes.ratio(3, 4)? { it.small() } else { it.value(2) })
            }
            _ => self.member(field, |it| it.value(2)),
        }
    }

    /// One of few values, so that duplicates and shared keys are common.
    fn small(&mut self) -> Result<()> {
        let digit = self.bytes.int_in_range(0..=4)?;
        let text = if self.bytes.arbitrary()? { format!("\"{digit}\"") } else { digit.to_string() };
        self.push(&text)
    }

    fn time(&mut self) -> Result<()> {
        if self.bytes.ratio(1, 4)? { self.number() } else { self.integer(0..=2000) }
    }

    fn age(&mut self) -> Result<()> {
        if self.bytes.ratio(1, 2)? { self.number() } else { self.integer(-1..=1000) }
    }

    fn integer(&mut self, range: std::ops::RangeInclusive<i32>) -> Result<()> {
        let number = self.bytes.int_in_range(range)?;
        self.push(&number.to_string())
    }

    fn value(&mut self, depth: usize) -> Result<()> {
        match self.bytes.int_in_range(0..=9)? {
            0 => self.push("null"),
            1 => {
                let truth: bool = self.bytes.arbitrary()?;
                self.push(&truth.to_string())
            }
            2 | 3 => self.number(),
            4 if depth > 0 => self.array(|it| it.value(depth - 1), 3),
            5 if depth > 0 => self.object(|it| it.any_member(depth), 3),
            6 => self.small(),
            _ => self.one_of(&STRINGS),
        }
    }

    fn any_member(&mut self, depth: usize) -> Result<()> {
        let key = *self.bytes.choose(&STRINGS)?;
        self.member(key, |it| it.value(depth - 1))
    }

    fn number(&mut self) -> Result<()> {
        if self.bytes.ratio(2, 3)? {
            let number = *self.bytes.choose(&NUMBERS)?;
            return self.push(number);
        }
        match self.bytes.int_in_range(0..=3)? {
            0 => {
                let number = i64::from_ne_bytes(self.bytes.arbitrary()?);
                self.push(&number.to_string())
            }
            1 => {
                let float = f64::from_bits(self.bytes.arbitrary()?);
                self.push(&if float.is_finite() { format!("{float:e}") } else { "NaN".to_owned() })
            }
            2 => {
                let (thousandths, digits): (u32, u8) = (self.bytes.arbitrary()?, self.bytes.int_in_range(0..=6)?);
                self.push(&format!("{:.*}", usize::from(digits), f64::from(thousandths) / 1000.0))
            }
            _ => {
                let digits = self.bytes.int_in_range(15..=330)?;
                self.push(&format!("1{}", "7".repeat(digits)))
            }
        }
    }

    /// A member of an object, now and then with an arbitrary value instead.
    fn member(&mut self, key: &str, value: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        self.string(key)?;
        self.space()?;
        self.push(":")?;
        self.space()?;
        self.odd_or(value)
    }

    fn odd_or(&mut self, value: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        if self.oddity > 0 && self.bytes.ratio(self.oddity, 32)? { self.value(2) } else { value(self) }
    }

    fn object(&mut self, member: impl FnMut(&mut Self) -> Result<()>, most: usize) -> Result<()> {
        self.list("{", member, "}", most)
    }

    fn array(&mut self, element: impl FnMut(&mut Self) -> Result<()>, most: usize) -> Result<()> {
        self.list("[", element, "]", most)
    }

    fn list(
        &mut self,
        open: &str,
        mut item: impl FnMut(&mut Self) -> Result<()>,
        close: &str,
        most: usize,
    ) -> Result<()> {
        self.push(open)?;
        self.space()?;
        for index in 0..self.bytes.int_in_range(0..=most)? {
            if index > 0 {
                self.push(",")?;
                self.space()?;
            }
            item(self)?;
            self.space()?;
        }
        self.push(close)
    }

    fn one_of(&mut self, strings: &[&str]) -> Result<()> {
        let text = *self.bytes.choose(strings)?;
        self.string(text)
    }

    fn string(&mut self, text: &str) -> Result<()> {
        self.push("\"")?;
        self.push(text)?;
        self.push("\"")
    }

    fn space(&mut self) -> Result<()> {
        if self.bytes.ratio(1, 4)? {
            let space = *self.bytes.choose(&SPACES)?;
            self.push(space)?;
        }
        Ok(())
    }

    /// Writes a text. Always succeeds, but returns a result like the other methods, most of which end with this call.
    #[expect(clippy::unnecessary_wraps, reason = "so that other methods can end with it")]
    fn push(&mut self, text: &str) -> Result<()> {
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    /// Truncates the text, removes characters, or inserts others.
    fn break_it(&mut self) -> Result<()> {
        for _ in 0..self.bytes.int_in_range(1..=3)? {
            let at = self.bytes.choose_index(self.out.len() + 1)?;
            let is_boundary = |&at: &usize| self.out.get(at).is_none_or(|byte| byte & 0xC0 != 0x80);
            let at = (at..=self.out.len()).find(is_boundary).unwrap_or(self.out.len());
            match self.bytes.int_in_range(0..=5)? {
                0 => self.out.truncate(at),
                1 | 2 => {
                    let end = (at + 1..=self.out.len()).find(is_boundary).unwrap_or(self.out.len());
                    self.out.drain(at..end.max(at));
                }
                3 => {
                    // A lone surrogate, which a string may contain.
                    self.out.splice(at..at, *b"\xED\xA0\x80");
                }
                _ => {
                    let garbage = *self.bytes.choose(&GARBAGE)?;
                    self.out.splice(at..at, garbage.bytes());
                }
            }
        }
        Ok(())
    }
}
