//! The messages of one language, read from its Fluent file.
//!
//! `fluent-syntax` reads the file. What is read is put into words here, because the library that does it would weigh
//! more than the whole index: plural rules and number formats of every language, which the browser knows already.
//! Arguments, text and number literals, and choices by number, plural category or word are understood. A message
//! that refers to another one, or to an attribute, counts as missing.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::{parser, unicode};

use crate::explore::sort_values;

/// What a message is told.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// A text, shown as it is.
    Text(String),
    /// A number, written and counted in the manner of the language.
    Number(f64),
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Argument {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

/// How a language treats numbers.
pub trait Numbers {
    /// The number as it is written.
    fn written(&self, number: f64) -> String;
    /// Its plural category: `one`, `few`, `other` …
    fn category(&self, number: f64) -> String;
}

/// What is behind the language in the name of the file with the words that the first load does without and several chunks
/// say; `xtask` parts a language's file at the end of a build.
pub const SHARED_WORDS: &str = "later";
/// The chunks whose own words, which nothing else says, have a file of their own, by the name of the chunk. All that draws
/// them asks for these words (`src/ui/chunks.rs`).
pub const CHUNKS_WITH_WORDS: [&str; 5] = ["countries", "desk", "embed", "forms", "kiosk"];

/// A message: its key, and what it says.
type Message = (String, Pattern<String>);

/// The messages of one language.
#[derive(Debug)]
pub struct Messages {
    /// In order of their keys.
    messages: Vec<Message>,
}

impl Messages {
    /// Reads a Fluent file. A fault in one message leaves the others usable; of two with one key the first stands.
    pub fn read(file: &str) -> Self {
        let mut messages = Self { messages: Vec::new() };
        messages.add(file);
        messages
    }

    /// Reads a further file of the same language.
    pub fn add(&mut self, file: &str) {
        let resource = parser::parse_runtime(shallow(file)).unwrap_or_else(|(usable, _)| usable);
        for entry in resource.body {
            if let Entry::Message(message) = entry
                && let Some(pattern) = message.value
            {
                self.messages.push((message.id.name, pattern));
            }
        }
        // All at once: a file of a hundred thousand messages is read too. Of two with one key the first stays in front.
        sort_values(&mut self.messages, &|(one, _): &Message, (other, _): &Message| one.cmp(other));
        self.messages.dedup_by(|(later, _), (first, _)| later == first);
    }

    /// Whether there is no message at all.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// The message of a key with its arguments; `None` where the language lacks it.
    ///
    /// ```
    /// use cluster_atlas::fluent::{Numbers, Messages};
    /// struct English;
    /// impl Numbers for English {
    ///     fn written(&self, number: f64) -> String { number.to_string() }
    ///     fn category(&self, number: f64) -> String { if number == 1.0 { "one" } else { "other" }.to_owned() }
    /// }
    /// let messages = Messages::read("found = { $count ->\n    [one] one record\n   *[other] { $count } records\n}\n");
    /// assert_eq!(messages.format("found", &[("count", 7.0.into())], &English).as_deref(), Some("7 records"));
    /// assert_eq!(messages.format("lost", &[], &English), None);
    /// ```
    pub fn format(&self, key: &str, arguments: &[(&str, Argument)], numbers: &dyn Numbers) -> Option<String> {
        let place = self.messages.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        let mut resolver = Resolver { arguments, numbers, text: String::new() };
        resolver.pattern(&self.messages[place].1)?;
        Some(resolver.text)
    }
}

/// No message needs as many brackets within each other; the parser goes down one step with each, and as deep as it is told.
const DEEPEST: usize = 40;

/// A file without the entries in which brackets stand too deep within each other.
fn shallow(file: &str) -> String {
    let mut kept = String::with_capacity(file.len());
    let (mut start, mut depth, mut deepest, mut at) = (0, 0_usize, 0, 0);
    for line in file.split_inclusive('\n') {
        // What belongs to an entry is indented, or closes one of its brackets.
        if line.starts_with(|first: char| !first.is_whitespace() && first != '}') {
            if deepest <= DEEPEST {
                kept.push_str(&file[start..at]);
            }
            (start, depth, deepest) = (at, 0, 0);
        }
        for byte in line.bytes() {
            match byte {
                b'{' | b'(' => depth += 1,
                b'}' | b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            deepest = deepest.max(depth);
        }
        at += line.len();
    }
    if deepest <= DEEPEST {
        kept.push_str(&file[start..]);
    }
    kept
}

/// A message while it is put together.
struct Resolver<'a> {
    arguments: &'a [(&'a str, Argument)],
    numbers: &'a dyn Numbers,
    text: String,
}

impl<'a> Resolver<'a> {
    fn pattern(&mut self, pattern: &Pattern<String>) -> Option<()> {
        pattern.elements.iter().try_for_each(|element| match element {
            PatternElement::TextElement { value } => {
                self.text.push_str(value);
                Some(())
            }
            PatternElement::Placeable { expression } => self.expression(expression),
        })
    }

    fn expression(&mut self, expression: &Expression<String>) -> Option<()> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else { return None };
                let chosen = self.argument(&id.name);
                let fits = |key: &VariantKey<String>| match (key, chosen) {
                    (VariantKey::NumberLiteral { value }, Some(Argument::Number(number))) => value
                        .parse::<i32>()
                        .is_ok_and(|literal| (f64::from(literal) - number).abs() < f64::EPSILON),
                    (VariantKey::Identifier { name }, Some(Argument::Number(number))) => {
                        *name == self.numbers.category(*number)
                    }
                    (VariantKey::Identifier { name }, Some(Argument::Text(text))) => name == text,
                    _ => false,
                };
                let variant =
                    variants.iter().find(|v| fits(&v.key)).or_else(|| variants.iter().find(|v| v.default))?;
                self.pattern(&variant.value)
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) -> Option<()> {
        match inline {
            InlineExpression::VariableReference { id } => match self.argument(&id.name) {
                Some(Argument::Text(text)) => self.text.push_str(text),
                Some(Argument::Number(number)) => self.text.push_str(&self.numbers.written(*number)),
                // As Fluent has it: a hole that can be seen is mended sooner than one that cannot.
                None => ["{$", &id.name, "}"].iter().for_each(|piece| self.text.push_str(piece)),
            },
            InlineExpression::StringLiteral { value } => {
                self.text.push_str(&unicode::unescape_unicode_to_string(value));
            }
            InlineExpression::NumberLiteral { value } => self.text.push_str(value),
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::FunctionReference { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => return None,
        }
        Some(())
    }

    fn argument(&self, name: &str) -> Option<&'a Argument> {
        self.arguments.iter().find(|(known, _)| *known == name).map(|(_, argument)| argument)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Polish, with a comma for thousands to tell it from a bare number.
    struct Polish;

    impl Numbers for Polish {
        fn written(&self, number: f64) -> String {
            if number < 1000.0 {
                number.to_string()
            } else {
                format!("{},{:03}", (number / 1000.0).floor(), number % 1000.0)
            }
        }

        fn category(&self, number: f64) -> String {
            match number as u32 {
                1 => "one",
                2..=4 => "few",
                _ => "many",
            }
            .to_owned()
        }
    }

    const FILE: &str = "\
# A comment
plain = Plain text
named = Hello { $name }!
matches = { $count ->
    [0] Nothing
    [one] { $count } record
    [few] { $count } rekordy
   *[many] { $count } rekordów
} in { $place ->
    [home] this country
   *[abroad] another country
}
quoted = { \"{\" }{ $name }{ \"\\u007D\" } { 12 }
junk = { $
lines =
    one
    two
plain = Second
refers = { plain } and { -term }
-term = Term
last = Last
";

    fn tr(key: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        Messages::read(FILE).format(key, arguments, &Polish)
    }

    #[test]
    fn text_and_arguments() {
        assert_eq!(tr("plain", &[]).as_deref(), Some("Plain text"));
        assert_eq!(tr("named", &[("name", "Łódź".into())]).as_deref(), Some("Hello Łódź!"));
        assert_eq!(tr("named", &[]).as_deref(), Some("Hello {$name}!"));
        assert_eq!(tr("named", &[("name", 1445_u32.into())]).as_deref(), Some("Hello 1,445!"));
        assert_eq!(tr("quoted", &[("name", "x".into())]).as_deref(), Some("{x} 12"));
        assert_eq!(tr("lines", &[]).as_deref(), Some("one\ntwo"));
    }

    #[test]
    fn a_choice_follows_the_literal_the_plural_or_the_word() {
        let at = |count: f64, place: &str| tr("matches", &[("count", count.into()), ("place", place.into())]);
        assert_eq!(at(0.0, "home").as_deref(), Some("Nothing in this country"));
        assert_eq!(at(1.0, "abroad").as_deref(), Some("1 record in another country"));
        assert_eq!(at(3.0, "elsewhere").as_deref(), Some("3 rekordy in another country"));
        assert_eq!(at(1445.0, "home").as_deref(), Some("1,445 rekordów in this country"));
        // Without its argument a choice falls to its default.
        assert_eq!(tr("matches", &[]).as_deref(), Some("{$count} rekordów in another country"));
    }

    #[test]
    fn a_message_that_is_nested_too_deep_costs_itself() {
        let nested = |open: &str, close: &str| {
            format!(
                "first = One\ndeep = {}x{}\n  more\nlast = Two\n",
                open.repeat(50_000),
                close.repeat(50_000)
            )
        };
        for file in [nested("{ ", "} "), nested("{ F(", ") }"), nested("{\n ", "\n}")] {
            let messages = Messages::read(&file);
            assert_eq!(messages.format("first", &[], &Polish).as_deref(), Some("One"));
            assert_eq!(messages.format("last", &[], &Polish).as_deref(), Some("Two"));
            assert_eq!(messages.format("deep", &[], &Polish), None);
        }
    }

    #[test]
    fn a_hundred_thousand_messages_and_terms_are_read() {
        let two = |number: u32| format!("m{number} = No {number}\n-t{number} = {{ -t{} }}\n", number + 1);
        let file: String = (0..100_000).rev().map(two).collect::<Vec<_>>().concat();
        let mut messages = Messages::read(&file);
        messages.add("m7 = Another\nn = New\n");
        assert_eq!(messages.format("m7", &[], &Polish).as_deref(), Some("No 7"));
        assert_eq!(messages.format("m99999", &[], &Polish).as_deref(), Some("No 99999"));
        assert_eq!(messages.format("n", &[], &Polish).as_deref(), Some("New"));
    }

    #[test]
    fn a_fault_costs_one_message() {
        assert_eq!(tr("junk", &[]), None);
        assert_eq!(tr("refers", &[]), None);
        assert_eq!(tr("term", &[]), None);
        assert_eq!(tr("last", &[]).as_deref(), Some("Last"));
        assert!(!Messages::read(FILE).is_empty());
        assert!(Messages::read("<!doctype html><p>404</p>").is_empty());
    }
}
