//! A set of rows, one bit each.

/// A set of row numbers below a fixed length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: usize,
}
