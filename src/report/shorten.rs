//! Shortens long values, but keeps the part that matters. All texts are ASCII, as `json.dumps` writes them.

/// The most characters of a value that are shown within a sentence.
const SHOWN: usize = 40;

/// How many of these come before the point of interest.
const LEAD: usize = 8;

/// Cuts a long value, with an ellipsis at each cut. The character at `around` stays.
pub(super) fn shorten(text: &str, around: usize) -> String {
    if text.len() <= SHOWN {
        return text.to_owned();
    }
    let from = around.saturating_sub(LEAD).min(text.len());
    let to = (from + SHOWN).min(text.len());
    let ellipsis = |cut: bool| if cut { "…" } else { "" };
    format!("{}{}{}", ellipsis(from > 0), text.get(from..to).unwrap_or_default(), ellipsis(to < text.len()))
}

/// Shortens a value that differs from `own`, so that it also looks different from `shown`, which is `own` shortened.
pub(super) fn shorten_apart(text: &str, around: usize, own: &str, shown: &str) -> String {
    let short = shorten(text, around);
    if short != shown {
        return short;
    }
    // These two differ at another character than the group's texts first do: show that one.
    shorten(text, text.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_stays_visible() {
        let long = |digit: char| format!("[{}{digit}{}]", "0, ".repeat(40), "1, ".repeat(40));
        assert_eq!(shorten("[1, 2]", 4), "[1, 2]");
        assert_eq!(shorten(&long('7'), 0), format!("[{}…", "0, ".repeat(13)));
        let shown = shorten(&long('7'), 121);
        assert_eq!(shown, "…, 0, 0, 71, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1…");
        assert_eq!(shorten_apart(&long('8'), 121, &long('7'), &shown), shown.replace('7', "8"));
        // Cut after their start, both look alike.
        let same = shorten(&long('8'), 0);
        assert_eq!(shorten_apart(&long('8'), 0, &long('7'), &same), shown.replace('7', "8"));
        assert_eq!(shorten(&"x".repeat(41), 41), format!("…{}", "x".repeat(8)));
    }
}
