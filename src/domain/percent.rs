//! Percent-encoding (RFC 3986, section 2.1).

/// Writes text so that it can stand in an address: everything but what RFC 3986 calls unreserved, and the characters of
/// `also`, becomes `%` and two hexadecimal digits a byte.
///
/// ```
/// use cluster_atlas::domain::percent;
/// let mut address = String::from("?q=");
/// percent::encode("Pôle, 1:2", b":", &mut address);
/// assert_eq!(address, "?q=P%C3%B4le%2C%201:2");
/// ```
pub fn encode(text: &str, also: &[u8], to: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || also.contains(&byte) {
            to.push(char::from(byte));
        } else {
            to.push('%');
            for digit in [byte >> 4, byte & 15] {
                to.push(char::from(if digit < 10 { b'0' + digit } else { b'A' - 10 + digit }));
            }
        }
    }
}

/// Reads what is percent-encoded; what is not properly encoded stays as it is, and `+` is a space.
///
/// ```
/// use cluster_atlas::domain::percent;
/// assert_eq!(percent::decode("P%C3%B4le+100%"), "Pôle 100%");
/// ```
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let raw = text.as_bytes();
    let mut at = 0;
    while at < raw.len() {
        let hex = |at: usize| raw.get(at).and_then(|b| char::from(*b).to_digit(16));
        match (raw[at], hex(at + 1).zip(hex(at + 2))) {
            (b'%', Some((high, low))) => {
                bytes.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(other),
        }
        at += 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn every_text_comes_back() {
        let every: String = ('\0'..='\u{17f}').chain(['€', '\u{1f3db}']).collect();
        for also in [b"".as_slice(), b":@!"] {
            let mut encoded = String::new();
            encode(&every, also, &mut encoded);
            assert!(encoded.is_ascii() && !encoded.contains(['&', '=', '+', ',', '#', '"', '<', ' ']));
            assert_eq!(decode(&encoded), every);
        }
    }
}
