//! A node of a document: a value or a key, by where it is in the text.

/// What a node is. The three kinds of strings differ in what reading them takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum NodeKind {
    Null,
    False,
    True,
    /// An integer; its text is its repr, but for `-0`.
    Int,
    /// A float, NaN and the infinities included.
    Float,
    /// A string that is in the text as `json.dumps` writes it: printable ASCII without escapes.
    PlainStr,
    /// A string without escapes, but with characters that `json.dumps` escapes: beyond ASCII, or DEL.
    WideStr,
    /// A string with escapes.
    EscapedStr,
    Array,
    Object,
}

const KIND_BITS: u32 = 4;

/// A value or a key of the document: 12 bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Offset of its first byte in the text, quotes and brackets included.
    pub start: u32,
    /// Offset after its last byte.
    pub end: u32,
    /// Kind in the low bits, reach above them.
    kind_and_reach: u32,
}

/// The most nodes that a document may have: what a node's reach can span.
pub(super) const MAX_NODES: usize = (u32::MAX >> KIND_BITS) as usize;

/// Offsets and reaches fit: `loads` refuses longer texts and larger documents.
const FITS: &str = "loads refuses what does not fit";

impl Node {
    /// A node that spans no other.
    pub fn leaf(kind: NodeKind, start: usize, end: usize) -> Self {
        Self { start: narrow(start), end: narrow(end), kind_and_reach: (1 << KIND_BITS) | kind as u32 }
    }

    #[inline]
    pub fn kind(self) -> NodeKind {
        // The compiler makes no branches of this: it is the number itself.
        match self.kind_and_reach & ((1 << KIND_BITS) - 1) {
            0 => NodeKind::Null,
            1 => NodeKind::False,
            2 => NodeKind::True,
            3 => NodeKind::Int,
            4 => NodeKind::Float,
            5 => NodeKind::PlainStr,
            6 => NodeKind::WideStr,
            7 => NodeKind::EscapedStr,
            8 => NodeKind::Array,
            _ => NodeKind::Object,
        }
    }

    /// For a value: how many nodes it spans, itself included. For a key: the distance to its value, 0 where a later
    /// key repeats it.
    #[inline]
    pub fn reach(self) -> u32 {
        self.kind_and_reach >> KIND_BITS
    }

    /// Ends a container. `end`: the offset after its closing bracket.
    pub fn close(&mut self, end: usize, reach: usize) {
        self.end = narrow(end);
        self.set_reach(reach);
    }

    #[inline]
    pub fn set_reach(&mut self, reach: usize) {
        assert!(reach <= MAX_NODES, "{FITS}");
        self.kind_and_reach = (narrow(reach) << KIND_BITS) | self.kind() as u32;
    }
}

/// An offset, a reach or an index as it is stored.
pub(super) fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect(FITS)
}
