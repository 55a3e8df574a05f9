//! What the reference takes from Python.

mod fault;
