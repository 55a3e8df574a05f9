//! What `json.loads` gives: a flat list of nodes that point into the text. Nothing of the text is copied.
//!
//! A container is followed by what it holds, an object's members as key, value, key, value. A node knows how many nodes
//! it spans, so a value is stepped over in one addition, however large it is.
//!
//! A repeated key keeps its first position and takes its last value, as in a Python dict, without moving a node: the
//! distance from a key to its value is stored with the key. It is 1 as long as nothing repeats; the first of the
//! repeated keys points at the last one's value, and the others get 0, which makes them invisible.

use crate::text::Text;

use super::node::Node;

/// A JSON text that has been read. Its values are reached by [`root`](Self::root).
#[derive(Debug)]
pub struct Document {
    text: Text,
    nodes: Vec<Node>,
}

impl Document {
    pub(super) fn new(text: Text, nodes: Vec<Node>) -> Self {
        Self { text, nodes }
    }

    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.text
    }

    #[inline]
    pub(super) fn node(&self, index: u32) -> Node {
        self.nodes[index as usize]
    }

    /// The node at an index, or the last one after the end.
    #[inline]
    pub(super) fn node_or_last(&self, index: u32) -> Node {
        self.nodes[(index as usize).min(self.nodes.len() - 1)]
    }

    #[inline]
    pub(super) fn slice(&self, node: Node) -> &[u8] {
        &self.text.bytes()[node.start as usize..node.end as usize]
    }
}
