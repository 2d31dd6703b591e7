//! Numbers as Europe writes them.

/// A decimal number with a point or a comma, and perhaps spaces between thousands.
pub(super) fn decimal(cell: &str) -> Option<f64> {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = if plain.contains('.') { plain } else { plain.replacen(',', ".", 1) };
    plain.parse::<f64>().ok().filter(|value| value.is_finite())
}

/// A whole number; separators between groups of three digits are no decimal signs there.
pub(super) fn whole(cell: &str) -> Option<f64> {
    let groups: Vec<&str> =
        cell.split(|c: char| matches!(c, '.' | ',' | '\'' | '’') || c.is_whitespace()).collect();
    let grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    if grouped { groups.concat().parse().ok() } else { decimal(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_europe_writes_them() {
        assert_eq!(decimal("48,85"), Some(48.85));
        assert_eq!(decimal("-7.7432"), Some(-7.7432));
        assert_eq!(decimal("1 234,5"), Some(1234.5));
        assert_eq!(decimal("about 5"), None);
        assert_eq!(decimal("inf"), None);
        for text in ["1234", "1.234", "1,234", "1 234", "1’234", "1\u{a0}234", "1234.0"] {
            assert_eq!(whole(text), Some(1234.0), "{text}");
        }
        assert_eq!(whole("12,5"), Some(12.5));
    }
}
