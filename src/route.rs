//! Route ⇄ URL.
