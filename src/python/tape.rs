//! The nodes of a document while it is being read.

use std::borrow::Cow;

use crate::table::Table;

use super::fault::Fault;
use super::node::{MAX_NODES, Node, NodeKind, narrow};
use super::string::{Codes, push_code};

/// A list of nodes that grows as the text is read.
pub(super) struct Tape {
    nodes: Vec<Node>,
    /// How many nodes there may be.
    max_nodes: usize,
}

impl Tape {
    pub fn new() -> Self {
        Self { nodes: Vec::new(), max_nodes: MAX_NODES }
    }

    /// How many nodes there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }

    /// Appends a node. `length`: the text's, by which room is made.
    #[inline]
    pub fn push(&mut self, node: Node, length: usize) -> Result<(), Fault> {
        if self.nodes.len() == self.nodes.capacity() {
            self.grow(node.start as usize, length)?;
        }
        self.nodes.push(node);
        Ok(())
    }

    /// Makes room for more nodes: twice as many at first, then as many as the rest of the text will likely need, going
    /// by what has been read. Doubling to the end could take twice the memory.
    #[cold]
    fn grow(&mut self, pos: usize, length: usize) -> Result<(), Fault> {
        let count = self.nodes.len();
        let least = (count / 8 + 64).min(self.max_nodes - count);
        let likely = if pos < length / 16 { count + 64 } else { likely_rest(count, pos, length) };
        let likely = likely.clamp(least, self.max_nodes - count);
        let reserved = self.nodes.try_reserve_exact(likely).or_else(|_| self.nodes.try_reserve_exact(least));
        if least == 0 || reserved.is_err() {
            return Err(Fault::NoMemory);
        }
        Ok(())
    }

    /// Ends the container at `node`. `end`: the offset after its closing bracket.
    #[inline]
    pub fn close(&mut self, node: usize, end: usize) {
        let reach = self.nodes.len() - node;
        self.nodes[node].close(end, reach);
    }

    /// Gives each repeated key of the object that was read last its first position and its last value: see
    /// [`super::document`].
    #[cold]
    pub fn hide_repeated_keys(&mut self, object: usize, bytes: &[u8]) -> Result<(), Fault> {
        let mut key = object + 1;
        let mut count = 0;
        while key < self.nodes.len() {
            key += 1 + self.nodes[key + 1].reach() as usize;
            count += 1;
        }
        let mut first_keys = Table::with_room_for(count).map_err(|_| Fault::NoMemory)?;
        key = object + 1;
        while key < self.nodes.len() {
            let next = key + 1 + self.nodes[key + 1].reach() as usize;
            let text = key_text(self.nodes[key], bytes);
            let distance = narrow(key - object);
            let is_same = |other: usize| key_text(self.nodes[object + other], bytes) == text;
            if let Some(first) = first_keys.find_or_insert(first_keys.key.text(&text), distance, is_same) {
                let first = object + first;
                self.nodes[first].set_reach(key + 1 - first);
                self.nodes[key].set_reach(0);
            }
            key = next;
        }
        Ok(())
    }
}

/// A key as UTF-8 that may hold lone surrogates.
fn key_text(key: Node, bytes: &[u8]) -> Cow<'_, [u8]> {
    let inner = &bytes[key.start as usize + 1..key.end as usize - 1];
    if key.kind() != NodeKind::EscapedStr {
        return Cow::Borrowed(inner);
    }
    let mut text = Vec::with_capacity(inner.len());
    Codes::new(inner).for_each(|code| push_code(&mut text, code));
    Cow::Owned(text)
}

/// How many nodes the rest of a text will need if it is like what has been read: `count` nodes up to `pos`.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an estimate")]
fn likely_rest(count: usize, pos: usize, length: usize) -> usize {
    (count as f64 * (length - pos) as f64 / pos as f64 * 1.01) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The largest document, and one node more.
    #[test]
    fn too_many_nodes_are_a_memory_error() {
        let mut tape = Tape { max_nodes: 1000, ..Tape::new() };
        let mut push = |at| tape.push(Node::leaf(NodeKind::Int, at, at + 1), 4000);
        assert!((0..1000).all(|at| push(at).is_ok()));
        assert!(matches!(push(1000), Err(Fault::NoMemory)));
    }
}
