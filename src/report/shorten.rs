//! Long values, shortened so that what matters of them is left. All texts are ASCII, as `json.dumps` writes.

/// Characters of a value that is told among words, and those of them before what differs in it.
const SHOWN: usize = 40;
const LEAD: usize = 8;

/// A value with an ellipsis for what is left out, so that the character at `around` is left.
pub(super) fn shorten(text: &str, around: usize) -> String {
    if text.len() <= SHOWN {
        return text.to_owned();
    }
    let from = around.saturating_sub(LEAD).min(text.len());
    let to = (from + SHOWN).min(text.len());
    let ellipsis = |cut: bool| if cut { "…" } else { "" };
    format!("{}{}{}", ellipsis(from > 0), text.get(from..to).unwrap_or_default(), ellipsis(to < text.len()))
}

/// A value shortened so that it looks different from `own`, from which it differs, and which is shown as `shown`.
pub(super) fn shorten_apart(text: &str, around: usize, own: &str, shown: &str) -> String {
    let short = shorten(text, around);
    if short != shown {
        return short;
    }
    // These two part somewhere else than all texts of the group do.
    shorten(text, text.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_left() {
        let long = |digit: char| format!("[{}{digit}{}]", "0, ".repeat(40), "1, ".repeat(40));
        assert_eq!(shorten("[1, 2]", 4), "[1, 2]");
        assert_eq!(shorten(&long('7'), 0), format!("[{}…", "0, ".repeat(13)));
        let shown = shorten(&long('7'), 121);
        assert_eq!(shown, "…, 0, 0, 71, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1…");
        assert_eq!(shorten_apart(&long('8'), 121, &long('7'), &shown), shown.replace('7', "8"));
        // Shown from the start, both look alike.
        let same = shorten(&long('8'), 0);
        assert_eq!(shorten_apart(&long('8'), 0, &long('7'), &same), shown.replace('7', "8"));
        assert_eq!(shorten(&"x".repeat(41), 41), format!("…{}", "x".repeat(8)));
    }
}
