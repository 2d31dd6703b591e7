//! Chance, from the browser.

/// Bytes that nobody can foresee; zeros where the browser has no such source, which only very old ones lack.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Only a quantity of more than 65,536 bytes is refused.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// A number from 0 to 1, for waits that should not be the same everywhere.
pub fn jitter() -> f32 {
    js_sys::Math::random() as f32
}
