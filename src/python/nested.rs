//! Writes a value with all that it holds. `json.dumps` and `repr` differ in how they write a scalar and in the order of
//! keys; brackets and separators are the same.
//!
//! No recursion: the depth of a document costs heap, never stack. No allocation per value either: the writer is kept
//! and used again.

use super::node::NodeKind;
use super::value::{Elements, Items, Value};
use crate::text::Buffer;

/// In which order a dict's members are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyOrder {
    /// As they are in the dict.
    Given,
    /// By code point: `sort_keys=True`.
    Sorted,
}

/// The containers that are being written, the innermost last.
#[derive(Default)]
pub(super) struct Nested<'d> {
    open: Vec<Container<'d>>,
    /// The members of the dicts that are written in sorted order, those of the innermost last.
    sorted: Vec<Member<'d>>,
    /// Where more than so many bytes are written, the rest is left out.
    limit: Option<usize>,
}

/// How a value that is neither list nor dict is appended.
pub(super) trait Scalars {
    fn write(value: Value<'_>, out: &mut Buffer);
}

type Member<'d> = (Value<'d>, Value<'d>);

/// Sorts a dict's members by key, by code point. No two keys are the same, so it need not be stable.
pub(crate) fn sort_members(members: &mut [Member<'_>]) {
    members.sort_unstable_by(|(a, _), (b, _)| a.cmp_str(*b));
}

struct Container<'d> {
    members: Members<'d>,
    empty: bool,
}

enum Members<'d> {
    Elements(Elements<'d>),
    Items(Items<'d>),
    /// Indices into `Nested::sorted`.
    Sorted {
        start: usize,
        next: usize,
    },
}

impl<'d> Nested<'d> {
    /// A writer that writes not much more than this many bytes.
    pub fn cut_after(limit: usize) -> Self {
        Self { limit: Some(limit), ..Self::default() }
    }

    /// Appends `value` to `out`, its scalars and keys as `S` writes them.
    #[inline]
    pub fn write<S: Scalars>(&mut self, value: Value<'d>, order: KeyOrder, out: &mut Buffer) {
        if is_container(value) {
            self.write_container::<S>(value, order, out);
        } else {
            S::write(value, out);
        }
    }

    #[inline(never)]
    fn write_container<S: Scalars>(&mut self, value: Value<'d>, order: KeyOrder, out: &mut Buffer) {
        self.open(value, order, out);
        while let Some(container) = self.open.last_mut() {
            if self.limit.is_some_and(|limit| out.written() > limit) {
                self.open.clear();
                self.sorted.clear();
                return;
            }
            let member = match &mut container.members {
                Members::Elements(elements) => elements.next().map(|value| (None, value)),
                Members::Items(items) => items.next().map(|(key, value)| (Some(key), value)),
                // The innermost dict's members are the last ones of `sorted`, so they end where it ends.
                Members::Sorted { next, .. } => self.sorted.get(*next).map(|&(key, value)| {
                    *next += 1;
                    (Some(key), value)
                }),
            };
            let Some((key, value)) = member else {
                self.close(out);
                continue;
            };
            if !std::mem::take(&mut container.empty) {
                out.add(b", ");
            }
            if let Some(key) = key {
                S::write(key, out);
                out.add(b": ");
            }
            if is_container(value) {
                self.open(value, order, out);
            } else {
                S::write(value, out);
            }
        }
    }

    fn open(&mut self, value: Value<'d>, order: KeyOrder, out: &mut Buffer) {
        out.add(if value.is_dict() { b"{" } else { b"[" });
        let members = if !value.is_dict() {
            Members::Elements(value.elements())
        } else if order == KeyOrder::Given {
            Members::Items(value.items())
        } else {
            let start = self.sorted.len();
            self.sorted.extend(value.items());
            sort_members(&mut self.sorted[start..]);
            Members::Sorted { start, next: start }
        };
        self.open.push(Container { members, empty: true });
    }

    #[inline]
    fn close(&mut self, out: &mut Buffer) {
        let Some(Container { members, .. }) = self.open.pop() else { return };
        out.add(if matches!(members, Members::Elements(_)) { b"]" } else { b"}" });
        if let Members::Sorted { start, .. } = members {
            self.sorted.truncate(start);
        }
    }
}

#[inline]
fn is_container(value: Value<'_>) -> bool {
    matches!(value.node().kind(), NodeKind::Array | NodeKind::Object)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::loads::loads;
    use super::*;
    use crate::text::Text;

    /// By code point, and not by their text.
    #[test]
    fn members_are_sorted() {
        let mut random = fastrand::Rng::with_seed(3);
        for count in (0..50).chain([1000]) {
            let key = |_| format!(r#""{}\u{:04x}{}": 0"#, random.u8(..3), random.u16(0x20..0xD7FF), random.u8(..));
            let text = format!("{{{}}}", (0..count).map(key).collect::<Vec<_>>().join(","));
            let document = loads(Text::from_string(text.into())).expect("an object");
            let mut members: Vec<_> = document.root().items().collect();
            sort_members(&mut members);
            assert_eq!(members.len(), document.root().items().count());
            assert!(members.is_sorted_by(|(a, _), (b, _)| a.codes().lt(b.codes())), "{count}");
        }
    }
}
