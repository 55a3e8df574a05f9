//! A name that is looked up in many dicts.

use std::borrow::Cow;

use crate::text::window;

use super::node::NodeKind;
use super::string::PyString;
use super::value::Value;

/// A name, ready to be compared with keys. A short one of printable ASCII takes one comparison of 16 bytes, quotes
/// included.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    text: Cow<'static, [u8]>,
    /// The name between quotes, first byte lowest, zeros above. Unused if `mask` is zero.
    quoted: u128,
    /// All ones where `quoted` has bytes; zero if the name is too long, or could be written in another way.
    mask: u128,
}

impl Name {
    pub const fn new(name: &'static str) -> Self {
        let (quoted, mask) = quote(name.as_bytes());
        Self { text: Cow::Borrowed(name.as_bytes()), quoted, mask }
    }

    /// The name that a string is. It may hold lone surrogates.
    pub fn of(name: &PyString) -> Self {
        let (quoted, mask) = quote(name.as_bytes());
        Self { text: Cow::Owned(name.as_bytes().to_vec()), quoted, mask }
    }

    /// A key's name, if it is short and is in the text as `json.dumps` writes it.
    pub fn short(key: Value<'_>) -> Option<Self> {
        key.is_dumped_verbatim().then(|| Self::of(&key.to_py_string())).filter(|name| name.mask != 0)
    }

    /// As UTF-8 that may hold lone surrogates.
    pub fn as_bytes(&self) -> &[u8] {
        &self.text
    }
}

/// See the fields of [`Name`].
const fn quote(name: &[u8]) -> (u128, u128) {
    let length = name.len() + 2;
    if length > 16 {
        return (0, 0);
    }
    let mut bytes = [0; 16];
    let mut index = 0;
    while index < name.len() {
        if !matches!(name[index], b' '..=b'~') || matches!(name[index], b'"' | b'\\') {
            return (0, 0);
        }
        bytes[index + 1] = name[index];
        index += 1;
    }
    bytes[0] = b'"';
    bytes[length - 1] = b'"';
    #[expect(clippy::cast_possible_truncation, reason = "at most 128")]
    let unused = 128 - 8 * length as u32;
    (u128::from_le_bytes(bytes), u128::MAX >> unused)
}

impl Value<'_> {
    /// Whether the value is a string of this name.
    #[inline]
    pub(crate) fn is_named(self, name: &Name) -> bool {
        let node = self.node();
        match window(self.document.text().bytes(), node.start as usize) {
            Some(window) if name.mask != 0 => {
                window & name.mask == name.quoted || (node.kind() == NodeKind::EscapedStr && self.is(&name.text))
            }
            _ => self.is(&name.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::loads::loads;
    use super::*;
    use crate::text::Text;

    #[test]
    fn a_name_is_what_the_string_says() {
        let strings = r#"["id", "i\u0064", "ID", "i", "", "id ", "\"", "\\", "a name with 14", "a name with 15!",
            "ключ", "\u043aлюч", "\u007f", "\ud800", "x\ud800", "id\"", "fourteen chars", "fourteen char\u0073", 1, ["id"]]"#;
        // At the end of the text there are no 16 bytes to compare.
        for text in [strings.to_string(), "[\"id\"]".into(), "[\"\"]".into(), "\"id\"".into()] {
            let document = loads(Text::from_string(text.into())).expect("JSON");
            let values: Vec<_> = document.root().elements().chain([document.root()]).collect();
            let names = ["id", "", "\"", "\\", "a name with 14", "a name with 15!", "ключ", "\u{7f}", "fourteen chars"];
            let names = names.map(Name::new).into_iter();
            for name in names.chain(values.iter().filter(|value| value.is_str()).map(|v| Name::of(&v.to_py_string()))) {
                for value in &values {
                    let expected = value.is_str() && value.to_py_string().as_bytes() == name.as_bytes();
                    assert_eq!(value.is_named(&name), expected, "{name:?}");
                }
            }
        }
    }
}
