//! Keys of the keyboard.

/// The code of a key that an input method has taken, for browsers that do not say that they compose.
const TAKEN: u32 = 229;

/// Whether a key belongs to an input method that is composing a word.
pub fn composes(event: &web_sys::KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == TAKEN
}
