//! Line numbers of a text.

/// Where the lines of a text start.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(offset, _)| offset + 1).collect())
    }

    /// The number of the line that an offset is on, from 1.
    pub fn number(&self, offset: usize) -> usize {
        self.0.partition_point(|&start| start <= offset) + 1
    }

    /// What is before an offset on its line.
    pub fn before<'t>(&self, text: &'t str, offset: usize) -> &'t str {
        let start = self.number(offset).checked_sub(2).map_or(0, |line| self.0[line]);
        &text[start..offset]
    }

    /// What ends the line that an offset is on, or the line before if it is the last.
    pub fn newline(&self, text: &str, offset: usize) -> &'static str {
        let next = self.number(offset) - 1;
        let start = self.0.get(next).or(self.0.last()).copied().unwrap_or_default();
        if text[..start].ends_with("\r\n") { "\r\n" } else { "\n" }
    }
}

/// The white space and quote marks that a text starts with. A container of Markdown puts them before each of its lines.
pub(crate) fn indent(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches([' ', '\t', '>']).len()]
}

/// The text without as much of an indent as each line but the first has, with LF at the ends of lines.
pub(crate) fn without_indent(text: &str, indent: &str) -> String {
    let strip = |line: &str| {
        let common = line.bytes().zip(indent.bytes()).take_while(|(found, expected)| found == expected).count();
        line[common..].to_owned()
    };
    let text = text.replace("\r\n", "\n");
    let (first, rest) = text.split_once('\n').map_or((&*text, None), |(first, rest)| (first, Some(rest)));
    let lines: Vec<String> =
        [first.to_owned()].into_iter().chain(rest.into_iter().flat_map(|rest| rest.split('\n').map(strip))).collect();
    lines.join("\n")
}
