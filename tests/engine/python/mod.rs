//! The parts of Python that the reference uses.

mod fault;
