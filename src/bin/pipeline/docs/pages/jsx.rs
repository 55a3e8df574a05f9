//! Text in MDX that holds braces is written as a template literal: `` {`text`} ``.

/// The text of a template literal, if there is nothing else.
pub(crate) fn unwrap(source: &str) -> Option<String> {
    let inner = source.trim().strip_prefix('{')?.strip_suffix('}')?.trim();
    let inner = inner.strip_prefix('`')?.strip_suffix('`')?;
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
    Some(text)
}

/// The template literal of a text.
pub(crate) fn wrap(text: &str) -> String {
    format!("{{`{}`}}", text.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${"))
}
