//! A locale file, read as strictly as its author would want.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

/// What a message needs and offers.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The arguments it shows or chooses by.
    pub arguments: BTreeSet<String>,
    /// The plural categories that it tells apart, such as `one` and `other`; empty where it does not count.
    pub categories: BTreeSet<String>,
}

/// The messages of a language by key.
pub type Messages = BTreeMap<String, Needs>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/locales")
}

/// The languages that have a file, English first.
pub fn languages() -> Vec<String> {
    let mut languages: Vec<String> = fs::read_dir(folder())
        .expect("the folder of locale files")
        .map(|entry| entry.expect("a readable folder").file_name().into_string().expect("an ASCII name"))
        .map(|name| name.strip_suffix(".ftl").unwrap_or_else(|| panic!("{name} is no .ftl file")).to_owned())
        .collect();
    languages.sort_by_key(|language| (language != "en", language.clone()));
    languages
}

/// A language's messages.
pub fn messages(language: &str) -> Messages {
    let path = folder().join(format!("{language}.ftl"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    parse(&text).unwrap_or_else(|fault| panic!("{language}.ftl: {fault}"))
}

/// A file's messages. Whatever the app would pass over is a fault: junk, attributes, terms, a key used twice.
pub fn parse(text: &str) -> Result<Messages, String> {
    let resource = parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut messages = Messages::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let needs = needs(message).map_err(|fault| format!("{key} {fault}"))?;
                if messages.insert(key.clone(), needs).is_some() {
                    return Err(format!("{key} is there twice"));
                }
            }
            Entry::Term(term) => {
                return Err(format!("-{} is a term, which this app does not use", term.id.name));
            }
            Entry::Junk { content } => return Err(format!("{content:?} is not Fluent")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    Ok(messages)
}

fn needs(message: Message<&str>) -> Result<Needs, String> {
    if !message.attributes.is_empty() {
        return Err("has attributes, which no view reads".to_owned());
    }
    let mut needs = Needs::default();
    of_pattern(&message.value.ok_or("says nothing")?, &mut needs)?;
    Ok(needs)
}

fn of_pattern(pattern: &Pattern<&str>, needs: &mut Needs) -> Result<(), String> {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, needs)?;
        }
    }
    Ok(())
}

fn of_expression(expression: &Expression<&str>, needs: &mut Needs) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => of_inline(inline, needs),
        Expression::Select { selector, variants } => {
            of_inline(selector, needs)?;
            for variant in variants {
                if let VariantKey::Identifier { name } = variant.key {
                    needs.categories.insert(name.to_owned());
                }
                of_pattern(&variant.value, needs)?;
            }
            Ok(())
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, needs: &mut Needs) -> Result<(), String> {
    match inline {
        InlineExpression::VariableReference { id } => {
            needs.arguments.insert(id.name.to_owned());
            Ok(())
        }
        InlineExpression::Placeable { expression } => of_expression(expression, needs),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().try_for_each(|argument| of_inline(argument, needs))
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
            Err("refers to another message, which English could not stand in for".to_owned())
        }
    }
}
