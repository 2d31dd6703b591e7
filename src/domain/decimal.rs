//! Decimal numbers as text, read and written without the standard library's parser and printer: those carry tables
//! of powers for numbers of every size, twenty kilobytes that no coordinate or distance needs.

/// More digits than these do not fit into a number exactly.
const MOST_DIGITS: u32 = 15;

/// The number in a text such as `48.8566`, exactly as the standard library would read it; digits after the fifteenth
/// are cut off behind the point and too many before it. No exponents, no plus sign.
///
/// ```
/// use cluster_atlas::domain::decimal;
/// assert_eq!(decimal::read("-0.25"), Some(-0.25));
/// assert_eq!(decimal::read("1e5"), None);
/// ```
pub fn read(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (mut whole, mut count, mut behind_point) = (0_i64, 0, None);
    for byte in digits.bytes() {
        match (byte, behind_point) {
            (b'.', None) => behind_point = Some(0),
            (b'0'..=b'9', None) if count >= MOST_DIGITS => return None,
            (b'0'..=b'9', Some(_)) if count >= MOST_DIGITS => {}
            (b'0'..=b'9', _) => {
                whole = whole * 10 + i64::from(byte - b'0');
                count += u32::from(whole > 0);
                behind_point = behind_point.map(|places: i32| places + 1);
            }
            _ => return None,
        }
    }
    let places = behind_point.unwrap_or(0);
    (digits.bytes().any(|byte| byte != b'.') && places <= 22).then_some(())?;
    // Both sides are exact, so the division rounds once, to the nearest number (Clinger 1990).
    let number = whole as f64 / 10_f64.powi(places);
    Some(if negative { -number } else { number })
}

/// The shortest text that is read as the same number, as JSON writes it but without `.0`.
///
/// ```
/// use cluster_atlas::domain::decimal;
/// assert_eq!(decimal::written(48.8566), "48.8566");
/// assert_eq!(decimal::written(-3.0), "-3");
/// ```
pub fn written(number: f64) -> String {
    let mut text = serde_json::to_string(&number).unwrap_or_default();
    if text.ends_with(".0") {
        text.truncate(text.len() - 2);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{read, written};

    #[test]
    fn what_is_no_number_is_none() {
        for text in
            ["", "-", ".", "-.", "+1", "1e5", "1.2.3", "1,5", "NaN", "inf", "0x1", " 1", "1234567890123456"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn zeros_and_long_tails_do_no_harm() {
        let cases = [
            ("007.50", 7.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("0.00010", 0.0001),
            ("48.123456789012345678", 48.123_456_789_012_3),
        ];
        for (text, number) in cases {
            assert_eq!(read(text), Some(number), "{text}");
        }
        assert_eq!(read(&format!("0.{}1", "0".repeat(40))), None);
    }

    proptest! {
        #[test]
        fn the_standard_library_agrees(whole in -99_999..99_999_i64, places in 0..6_i32) {
            let number = whole as f64 / 10_f64.powi(places);
            prop_assert_eq!(read(&number.to_string()), Some(number));
            prop_assert_eq!(written(number), number.to_string());
        }
    }
}
