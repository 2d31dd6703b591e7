//! What a mapping has done to the cells of a column before they are read: a pattern taken out of them, what is left split, or
//! joined to what other columns say of the same field.
//!
//! It is written before the field, from left to right: `strip 'Tel:*' > fields.telephone`, `split ' ' > fields.postcode & city`
//! for a pair that two fields are made of, `join ', ' > fields.address` for each further column of an address.

use std::borrow::Cow;

use super::columns::Shape;

/// What is done to the cells of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellSteps {
    /// What is taken out wherever it stands, in any case of letters; `*` stands for anything.
    pub strip: Option<String>,
    /// Where a cell is split: into two fields, or into the values of one.
    pub split: Option<String>,
    /// What is put between this and what another column says of the same field; without it one column alone is read.
    pub join: Option<String>,
}

/// Which part of a cell goes into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// What stands before the first place where it is split.
    First,
    /// What stands behind that.
    Second,
}

/// The words that steps begin with.
const STRIP: &str = "strip";
const SPLIT: &str = "split";
const JOIN: &str = "join";

impl CellSteps {
    /// The steps that a mapping begins with, and what follows them: the field, or two of them with `&` between. A text that
    /// begins with no step is a field.
    pub fn read(text: &str) -> (Self, &str) {
        let mut steps = Self::default();
        let mut rest = text.trim();
        while let Some((word, value, after)) = step(rest) {
            let place = match word {
                STRIP => &mut steps.strip,
                SPLIT => &mut steps.split,
                _ => &mut steps.join,
            };
            // What says a thing twice is for nobody to guess: it is left to be refused as a field.
            if place.is_some() || value.is_empty() && word != JOIN {
                break;
            }
            *place = Some(value);
            rest = after;
        }
        (steps, rest)
    }

    /// The same as a mapping writes it, before a field.
    pub fn written(&self, field: &str) -> String {
        let mut text = String::new();
        for (word, value) in [(STRIP, &self.strip), (SPLIT, &self.split), (JOIN, &self.join)] {
            if let Some(value) = value {
                text.extend([word, " ", &quoted(value), " > "]);
            }
        }
        text + field
    }

    /// Whether the cells are read as they are.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// A cell without what is taken out of it.
    pub(super) fn stripped<'c>(&self, cell: &'c str) -> Cow<'c, str> {
        match &self.strip {
            Some(pattern) => without(cell, pattern),
            None => Cow::Borrowed(cell),
        }
    }

    /// The part of a cell that is wanted; `None` for the second of a cell that is not split anywhere.
    pub(super) fn part<'c>(&self, cell: &'c str, part: Part) -> Option<&'c str> {
        let Some(separator) = self.split.as_deref().filter(|_| part != Part::Whole) else {
            return Some(cell);
        };
        let parts = cell.split_once(separator);
        match (part, parts) {
            (Part::Second, Some((_, second))) => Some(closed(second.trim(), separator)),
            (Part::Second, None) => None,
            (_, Some((first, _))) => Some(first.trim()),
            (_, None) => Some(cell),
        }
    }

    /// A whole cell as the values of a field, parted as its shape has them: a list, lines, or the first of several, with the
    /// others.
    pub(super) fn values<'c>(&self, cell: Cow<'c, str>, shape: Shape) -> (Cow<'c, str>, Option<String>) {
        let Some(separator) = &self.split else { return (cell, None) };
        match shape {
            Shape::List => (cell.replace(&**separator, "; ").into(), None),
            Shape::Lines => (cell.replace(&**separator, "\n").into(), None),
            _ => match cell.split_once(&**separator) {
                None => (cell, None),
                Some((first, others)) => {
                    let others = others.trim().to_owned();
                    (first.trim().to_owned().into(), (!others.is_empty()).then_some(others))
                }
            },
        }
    }
}

/// What is put between the cells of two columns where nobody says it.
pub(super) fn between(shape: Shape) -> &'static str {
    match shape {
        Shape::List => "; ",
        Shape::Lines => "\n",
        _ => " ",
    }
}

/// A step at the start of a text: its word, what it says, and what follows it.
fn step(text: &str) -> Option<(&'static str, String, &str)> {
    let word = [STRIP, SPLIT, JOIN].into_iter().find(|word| text.starts_with(word))?;
    let rest = text[word.len()..].trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let mut value = String::new();
    let mut chars = rest[1..].char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            // A line break and a tab cannot stand in a cell of a table of two columns, nor be typed.
            '\\' => match chars.next()?.1 {
                'n' => value.push('\n'),
                't' => value.push('\t'),
                other => value.push(other),
            },
            c if c == quote => {
                let after = rest[1 + at + c.len_utf8()..].trim_start().strip_prefix('>')?;
                return Some((word, value, after.trim_start()));
            }
            c => value.push(c),
        }
    }
    None
}

fn quoted(value: &str) -> String {
    let mut text = String::from("'");
    for c in value.chars() {
        match c {
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\'' | '\\' => text.extend(['\\', c]),
            c => text.push(c),
        }
    }
    text + "'"
}

/// The second part of a pair, without the bracket that closes what the separator opens: "Pôle Alpha (PA)".
fn closed<'c>(second: &'c str, separator: &str) -> &'c str {
    let closing = match separator.trim_end().chars().next_back() {
        Some('(') => ')',
        Some('[') => ']',
        Some('{') => '}',
        _ => return second,
    };
    second.strip_suffix(closing).map_or(second, str::trim_end)
}

/// A text without what fits a pattern. A star at an end of the pattern takes all from there, or up to there; one within it as
/// little as it can.
fn without<'c>(cell: &'c str, pattern: &str) -> Cow<'c, str> {
    let pieces: Vec<Vec<char>> = pattern.split('*').map(|piece| piece.chars().map(lower).collect()).collect();
    // A star alone would take everything.
    if pieces.iter().all(Vec::is_empty) {
        return Cow::Borrowed(cell);
    }
    // Character by character: the lower case of some is longer than they are.
    let chars: Vec<char> = cell.chars().collect();
    let folded: Vec<char> = chars.iter().copied().map(lower).collect();
    let mut kept = String::with_capacity(cell.len());
    let mut from = 0;
    while let Some((start, end)) = found(&folded, &pieces, from) {
        kept.extend(&chars[from..start]);
        from = end;
    }
    if from == 0 {
        return Cow::Borrowed(cell);
    }
    kept.extend(&chars[from..]);
    // What stood on both sides of it stood apart.
    Cow::Owned(
        kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned(),
    )
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Where the pieces of a pattern stand next, one after another: from the first character to behind the last one.
fn found(text: &[char], pieces: &[Vec<char>], from: usize) -> Option<(usize, usize)> {
    let (mut start, mut at) = (None, from);
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        let there = at + text.get(at..)?.windows(piece.len()).position(|window| window == &piece[..])?;
        start.get_or_insert(there);
        at = there + piece.len();
    }
    let start = if pieces.first().is_some_and(Vec::is_empty) { from } else { start? };
    Some((start, if pieces.last().is_some_and(Vec::is_empty) { text.len() } else { at }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stand_before_the_field_and_are_written_as_they_are_read() {
        let steps = |strip: &str, split: &str, join: &str| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            CellSteps { strip: some(strip), split: some(split), join: some(join) }
        };
        for (text, expected, field) in [
            ("name", steps("", "", ""), "name"),
            ("fields.a:line:x > y", steps("", "", ""), "fields.a:line:x > y"),
            ("strip 'Tel:*' > fields.telephone", steps("Tel:*", "", ""), "fields.telephone"),
            ("split ' / ' > join ', ' > ecosystems", steps("", " / ", ", "), "ecosystems"),
            ("strip \"l'\" > split '\\n' > city & country", steps("l'", "\n", ""), "city & country"),
        ] {
            let (read, rest) = CellSteps::read(text);
            assert_eq!((&read, rest), (&expected, field), "{text}");
            let written = read.written(rest);
            assert_eq!(CellSteps::read(&written), (expected, field), "{written}");
        }
        // What is no step is a field that nobody knows, and is refused as one.
        for text in
            ["split > city", "strip '' > name", "strip 'a' name", "strip 'a' > strip 'b' > name", "join ',"]
        {
            let (_, rest) = CellSteps::read(text);
            assert!(rest.starts_with('s') || rest.starts_with('j'), "{text}: {rest}");
        }
    }

    #[test]
    fn what_is_taken_out_fits_the_pattern_wherever_it_stands() {
        for (cell, pattern, left) in [
            ("Tel: +49 30 1", "tel:", "+49 30 1"),
            ("Pôle Alpha (candidate) e. V. (2019)", "(*)", "Pôle Alpha e. V."),
            ("Cluster Beta – a member of X", " – *", "Cluster Beta"),
            ("Name: Gamma", "*:", "Gamma"),
            ("İstanbul KÜMESİ", "kümesi", "İstanbul"),
            ("ÉCOLE Delta", "école", "Delta"),
            ("nothing of it", "(*)", "nothing of it"),
            ("(never closed", "(*)", "(never closed"),
            ("all", "*", "all"),
            ("aaa", "a", ""),
        ] {
            let steps = CellSteps { strip: Some(pattern.to_owned()), ..CellSteps::default() };
            assert_eq!(steps.stripped(cell), left, "{cell}: {pattern}");
        }
    }

    #[test]
    fn a_pair_has_two_parts_and_a_bracket_is_closed() {
        let part = |cell, separator: &str, part| {
            let steps = CellSteps { split: Some(separator.to_owned()), ..CellSteps::default() };
            steps.part(cell, part)
        };
        assert_eq!(part("07743 Jena", " ", Part::First), Some("07743"));
        assert_eq!(part("07743 Jena am See", " ", Part::Second), Some("Jena am See"));
        assert_eq!(part("Pôle Alpha (PA)", "(", Part::First), Some("Pôle Alpha"));
        assert_eq!(part("Pôle Alpha (PA)", "(", Part::Second), Some("PA"));
        assert_eq!((part("Jena", " ", Part::First), part("Jena", " ", Part::Second)), (Some("Jena"), None));
    }
}
