//! Values out of a JSON object, one field at a time: what fits is taken, what does not is reported and dropped.

use std::borrow::Cow;
use std::str::FromStr;

use crate::domain::{
    Day, Email, FieldKind, LanguageTag, LocalText, OWN, OwnField, OwnValue, TermId, WebAddress, has_hidden,
    is_hidden, tidy,
};

use super::json::{Entries, Json};
use super::report::{FindingKind as Kind, Reading};

/// Longest name, in characters. The longest in the European listing has 130.
pub(crate) const NAME: usize = 300;
/// Longest text of one line that is no name, in characters.
pub(crate) const LINE: usize = 500;
/// Longest summary in one language, in characters.
pub(crate) const SUMMARY: usize = 20_000;
/// Longest address, in characters: what servers accept at least.
pub(crate) const ADDRESS: usize = 2_000;
/// Most values in one list of one record.
pub(crate) const MOST_VALUES: usize = 200;

/// An object whose members are taken out one by one; what is left is unknown to the format.
pub(crate) struct Object<'a> {
    entries: Entries<'a>,
}

impl<'a> From<Entries<'a>> for Object<'a> {
    fn from(entries: Entries<'a>) -> Self {
        Self { entries }
    }
}

impl<'a> Object<'a> {
    /// Takes a member; `null` is the same as absent.
    pub(crate) fn take(&mut self, key: &str) -> Option<Json<'a>> {
        let position = self.entries.iter().position(|(name, _)| name == key)?;
        match self.entries.swap_remove(position).1 {
            Json::Null => None,
            value => Some(value),
        }
    }

    /// Whether a member is there, with a value.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, value)| name == key && *value != Json::Null)
    }

    /// Takes a string as it is.
    pub(crate) fn raw(&mut self, key: &str, path: &str, reading: &mut Reading) -> Option<Cow<'a, str>> {
        match self.take(key)? {
            Json::Text(text) => Some(text),
            other => {
                reading.wrong_type(path, &other);
                None
            }
        }
    }

    /// Takes a text of one line, made fit to show.
    pub(crate) fn line(
        &mut self,
        key: &str,
        path: &str,
        limit: usize,
        reading: &mut Reading,
    ) -> Option<String> {
        let raw = self.raw(key, path, reading)?;
        clean_line(raw, path, limit, reading)
    }

    /// Takes a code, an identifier, a day: anything that parses from a string.
    pub(crate) fn parsed<T: FromStr>(
        &mut self,
        key: &str,
        path: &str,
        kind: Kind,
        reading: &mut Reading,
    ) -> Option<T> {
        let raw = self.raw(key, path, reading)?;
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            return None;
        }
        let parsed = trimmed.parse().ok();
        if parsed.is_none() {
            reading.dropped(path, kind, &raw);
        }
        parsed
    }

    /// Takes a day written as YYYY-MM-DD.
    pub(crate) fn day(&mut self, key: &str, path: &str, reading: &mut Reading) -> Option<Day> {
        self.parsed(key, path, Kind::BadDay, reading)
    }

    /// Takes one of the names that `all` values have.
    pub(crate) fn one_of<T: Copy>(
        &mut self,
        key: &str,
        path: &str,
        all: &[T],
        name: fn(T) -> &'static str,
        reading: &mut Reading,
    ) -> Option<T> {
        let raw = self.raw(key, path, reading)?;
        let wanted = raw.trim();
        if wanted.is_empty() {
            return None;
        }
        let found = all.iter().copied().find(|value| name(*value).eq_ignore_ascii_case(wanted));
        if found.is_none() {
            reading.dropped(path, Kind::UnknownValue, &raw);
        }
        found
    }

    /// Takes a number in a range.
    pub(crate) fn number(
        &mut self,
        key: &str,
        path: &str,
        range: std::ops::RangeInclusive<f64>,
        reading: &mut Reading,
    ) -> Option<f64> {
        match self.take(key)? {
            Json::Number(value) if range.contains(&value) => Some(value),
            other @ Json::Number(_) => {
                reading.dropped(path, Kind::OutOfRange, &other.shown());
                None
            }
            other => {
                reading.wrong_type(path, &other);
                None
            }
        }
    }

    /// Takes a whole number in a range.
    pub(crate) fn whole(
        &mut self,
        key: &str,
        path: &str,
        range: std::ops::RangeInclusive<u32>,
        reading: &mut Reading,
    ) -> Option<u32> {
        let value = self.number(key, path, f64::from(*range.start())..=f64::from(*range.end()), reading)?;
        if value.fract() == 0.0 {
            Some(value as u32)
        } else {
            reading.wrong_type(path, &Json::Number(value));
            None
        }
    }

    /// Takes a truth value; absent is `false`.
    pub(crate) fn flag(&mut self, key: &str, path: &str, reading: &mut Reading) -> bool {
        match self.take(key) {
            Some(Json::Bool(value)) => value,
            Some(other) => {
                reading.wrong_type(path, &other);
                false
            }
            None => false,
        }
    }

    /// Takes a list.
    pub(crate) fn list(&mut self, key: &str, path: &str, reading: &mut Reading) -> Vec<Json<'a>> {
        match self.take(key) {
            Some(Json::List(list)) => list,
            Some(other) => {
                reading.wrong_type(path, &other);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Takes a nested object.
    pub(crate) fn object(&mut self, key: &str, path: &str, reading: &mut Reading) -> Option<Object<'a>> {
        match self.take(key)? {
            Json::Object(entries) => Some(entries.into()),
            other => {
                reading.wrong_type(path, &other);
                None
            }
        }
    }

    /// Takes a list of texts and hands each to `keep`, with its path.
    pub(crate) fn texts(
        &mut self,
        key: &str,
        reading: &mut Reading,
        keep: &mut dyn FnMut(&str, &str, &mut Reading),
    ) {
        for (position, value) in self.list(key, key, reading).into_iter().enumerate() {
            let path = format!("{key}[{position}]");
            if position == MOST_VALUES {
                reading.dropped(path, Kind::TooMany, &value.shown());
                break;
            }
            match &value {
                Json::Text(text) => keep(text, &path, reading),
                other => reading.wrong_type(path, other),
            }
        }
    }

    /// Takes a list of codes or identifiers; those that `is_known` does not know are kept and noted.
    pub(crate) fn codes<T: FromStr + PartialEq>(
        &mut self,
        key: &str,
        kind: Kind,
        is_known: &dyn Fn(&T) -> bool,
        reading: &mut Reading,
    ) -> Vec<T> {
        let mut codes: Vec<T> = Vec::new();
        self.texts(key, reading, &mut |text, path, reading| match text.trim().parse::<T>() {
            Err(_) => reading.dropped(path, kind, text),
            Ok(code) if codes.contains(&code) => reading.dropped(path, Kind::DuplicateValue, text),
            Ok(code) => {
                if !is_known(&code) {
                    reading.noted(path, Kind::UnknownTerm, text.trim());
                }
                codes.push(code);
            }
        });
        codes
    }

    /// Takes a list of vocabulary terms; those that `is_known` does not know are kept and noted.
    pub(crate) fn terms(
        &mut self,
        key: &str,
        is_known: &dyn Fn(&str) -> bool,
        reading: &mut Reading,
    ) -> Vec<TermId> {
        self.codes(key, Kind::BadTerm, &|term: &TermId| is_known(term.as_str()), reading)
    }

    /// Takes an `https` or `http` address.
    pub(crate) fn web(&mut self, key: &str, path: &str, reading: &mut Reading) -> Option<WebAddress> {
        let raw = self.raw(key, path, reading)?;
        web_address(&raw, path, reading)
    }

    /// Takes an e-mail address.
    pub(crate) fn email(&mut self, key: &str, path: &str, reading: &mut Reading) -> Option<Email> {
        self.parsed(key, path, Kind::BadEmail, reading)
    }

    /// Takes a text per language, each of `limit` characters at most; line breaks are kept.
    pub(crate) fn local_text(&mut self, key: &str, limit: usize, reading: &mut Reading) -> LocalText {
        let Some(object) = self.object(key, key, reading) else { return LocalText::default() };
        let mut versions = Vec::with_capacity(object.entries.len());
        for (language, value) in object.entries {
            let path = || format!("{key}.{}", language.chars().take(20).collect::<String>());
            let Ok(tag) = language.parse::<LanguageTag>() else {
                reading.dropped(path(), Kind::BadCode, &language);
                continue;
            };
            match value {
                Json::Text(text) => {
                    if let Some(text) = clean_lines(&text, &path(), limit, reading) {
                        versions.push((tag, text));
                    }
                }
                Json::Null => {}
                other => reading.wrong_type(path(), &other),
            }
        }
        LocalText::new(versions)
    }

    /// Takes a picture: the name of a file of the dataset, or an address, which is a link.
    fn picture(&mut self, path: &str, reading: &mut Reading) -> Option<OwnValue> {
        let raw = self.raw(path, path, reading)?;
        match raw.trim().parse() {
            Ok(file) => Some(OwnValue::Picture(file)),
            Err(_) => web_address(&raw, path, reading).map(OwnValue::Link),
        }
    }

    /// Takes what a record has in the dataset's own fields. What is not declared is kept as what it looks like, and noted
    /// where the dataset declares any.
    pub(crate) fn own_fields(
        &mut self,
        declared: &[OwnField],
        reading: &mut Reading,
    ) -> Vec<(TermId, OwnValue)> {
        let mut own = Vec::new();
        let Some(object) = self.object("fields", "fields", reading) else { return own };
        for (name, value) in object.entries {
            let path = [OWN, &name].concat();
            let Ok(id) = name.parse::<TermId>() else {
                reading.dropped("fields", Kind::BadTerm, &name);
                continue;
            };
            let field = declared.iter().find(|field| field.id == id);
            if field.is_none() && !declared.is_empty() {
                reading.noted(&*path, Kind::UnknownTerm, &name);
            }
            let kind = field.map_or_else(
                || match value {
                    Json::Number(_) => FieldKind::Number,
                    Json::List(_) => FieldKind::Facet,
                    _ => FieldKind::Line,
                },
                |field| field.kind,
            );
            let mut one = Object::from(vec![(path.as_str().into(), value)]);
            let value = match kind {
                FieldKind::Line => one.line(&path, &path, ADDRESS, reading).map(OwnValue::Line),
                FieldKind::Link => one.web(&path, &path, reading).map(OwnValue::Link),
                FieldKind::Number => one.number(&path, &path, -1e15..=1e15, reading).map(OwnValue::Number),
                FieldKind::Date => one.day(&path, &path, reading).map(OwnValue::Date),
                FieldKind::Picture => one.picture(&path, reading),
                FieldKind::Facet => {
                    let known = field.map_or(&[][..], |field| &field.terms);
                    let is_known =
                        |id: &str| known.is_empty() || known.iter().any(|term| term.id.as_str() == id);
                    Some(one.terms(&path, &is_known, reading))
                        .filter(|terms| !terms.is_empty())
                        .map(OwnValue::Terms)
                }
            };
            // In order from the start: sorting brings code of its own for each type that is sorted. The first of two stays.
            let at = own.partition_point(|(before, _)| *before < id);
            if let Some(value) = value
                && own.get(at).is_none_or(|(known, _)| *known != id)
            {
                own.insert(at, (id, value));
            }
        }
        own
    }

    /// The members that nobody took, for [`Reading::unknown_fields`].
    pub(crate) fn rest(self, prefix: &str, reading: &mut Reading) {
        reading.unknown_fields(prefix, &self.entries);
    }
}

/// An `https` or `http` address, or a finding.
pub(crate) fn web_address(raw: &str, path: &str, reading: &mut Reading) -> Option<WebAddress> {
    let raw = raw.trim();
    if raw.is_empty() {
        return None;
    }
    if raw.chars().nth(ADDRESS).is_some() {
        // A cut address leads elsewhere, so it is not kept at all.
        reading.dropped(path, Kind::TooLong, raw);
        return None;
    }
    let Ok(address) = raw.parse() else {
        let is_web = ["http:", "https:"]
            .iter()
            .any(|scheme| raw.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        let kind = if has_scheme(raw) && !is_web { Kind::UnsafeAddress } else { Kind::BadAddress };
        reading.dropped(path, kind, raw);
        return None;
    };
    Some(address)
}

/// Whether a browser would take the text before the first colon for a scheme. White space and control
/// characters are skipped, as browsers do: `java\nscript:` runs.
pub(crate) fn has_scheme(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !is_hidden(*c));
    letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))) == Some(':')
}

/// A text of one line made fit to show, cut to `limit` characters; `None` when nothing is left.
pub(crate) fn clean_line(
    raw: Cow<'_, str>,
    path: &str,
    limit: usize,
    reading: &mut Reading,
) -> Option<String> {
    if raw.len() <= limit && is_plain(&raw) {
        return (!raw.is_empty()).then(|| raw.into_owned());
    }
    if has_hidden(&raw) {
        reading.noted(path, Kind::HiddenCharacters, &raw);
    }
    cut(tidy(&raw), &raw, path, limit, reading)
}

/// The same for a text of several lines: each is made fit to show, blank lines in a row become one.
pub(crate) fn clean_lines(raw: &str, path: &str, limit: usize, reading: &mut Reading) -> Option<String> {
    if has_hidden(raw) {
        reading.noted(path, Kind::HiddenCharacters, raw);
    }
    let mut lines = String::with_capacity(raw.len());
    for line in raw.lines().map(tidy) {
        if line.is_empty() && (lines.is_empty() || lines.ends_with("\n\n")) {
            continue;
        }
        lines.push_str(&line);
        lines.push('\n');
    }
    lines.truncate(lines.trim_end().len());
    cut(lines, raw, path, limit, reading)
}

fn cut(mut text: String, raw: &str, path: &str, limit: usize, reading: &mut Reading) -> Option<String> {
    if let Some((end, _)) = text.char_indices().nth(limit) {
        reading.dropped(path, Kind::TooLong, raw);
        text.truncate(end);
        text.truncate(text.trim_end().len());
    }
    (!text.is_empty()).then_some(text)
}

/// Plain ASCII that `tidy` would not change: the usual case, told without a copy.
fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if !(0x20..0x7f).contains(&byte) || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// Checks a file's own address: relative, or `https`/`http`; anything with another scheme is refused.
pub(crate) fn file_address(raw: &str, path: &str, reading: &mut Reading) -> Option<String> {
    let raw = raw.trim();
    if has_scheme(raw) || raw.starts_with("//") || raw.starts_with('\\') {
        return web_address(raw, path, reading).map(|address| address.to_string());
    }
    if raw.is_empty() || raw.len() > ADDRESS || raw.contains(|c: char| c.is_control() || is_hidden(c)) {
        reading.dropped(path, Kind::BadAddress, raw);
        return None;
    }
    Some(raw.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str, limit: usize) -> (Option<String>, Vec<Kind>) {
        let mut reading = Reading::new("a");
        let text = clean_line(raw.into(), "name", limit, &mut reading);
        (text, reading.finish().findings.iter().map(|finding| finding.kind).collect())
    }

    #[test]
    fn hidden_characters_go_and_are_reported() {
        assert_eq!(read("a\u{202e}b\0", 10), (Some("ab".into()), vec![Kind::HiddenCharacters]));
        assert_eq!(read(" Pôle\n Énergie ", 20), (Some("Pôle Énergie".into()), vec![]));
        assert_eq!(read("abcdef", 3), (Some("abc".into()), vec![Kind::TooLong]));
        assert_eq!(read(" \n ", 3), (None, vec![]));
    }

    #[test]
    fn line_breaks_of_a_summary_stay() {
        let mut reading = Reading::new("a");
        let text = clean_lines("\n one\r\n\n\n\n two  three\n\n", "summary.en", 100, &mut reading);
        assert_eq!(text.as_deref(), Some("one\n\ntwo three"));
    }

    #[test]
    fn schemes_are_seen_through_disguises() {
        for disguised in
            ["javascript:1", " JaVaScRiPt:1", "java\nscript:1", "data:text/html,x", "\u{1}vbscript:x"]
        {
            assert!(has_scheme(disguised), "{disguised:?}");
        }
        for plain in ["www.example.org", "organisations.json", "a/b:c", "é:"] {
            assert!(!has_scheme(plain), "{plain:?}");
        }
    }
}
