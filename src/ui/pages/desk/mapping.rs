//! What was chosen for a file, as a file of its own: it fits the same spreadsheet next year.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::Serialize;

use crate::dataset::{TWINS_IN_MAPPING, WORDS_IN_MAPPING, Word, WordChoice};

use super::state::Desk;

/// Part of a mapping as a file.
#[derive(Serialize)]
#[serde(untagged)]
enum Mapped {
    Column(String),
    /// What becomes of words, by field and word; what becomes of records that may be one, by both.
    Choices(BTreeMap<String, BTreeMap<String, String>>),
}

/// What was chosen for the file, as the importer takes it too: columns, and categories as they were written.
pub fn mapping_file(desk: Desk) -> String {
    let mut all: BTreeMap<String, Mapped> = BTreeMap::new();
    if let Some(Ok(survey)) = desk.survey.get_untracked() {
        let named = survey.columns.iter().filter(|column| !column.name.is_empty());
        all.extend(named.map(|column| (column.name.clone(), Mapped::Column(column.mapped()))));
    }
    let mut choices = desk.words().get_untracked();
    let mut words: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut add = |path: String, word: String, choice: &WordChoice| {
        words.entry(path).or_default().insert(word, choice.written().to_owned());
    };
    if let Some(Ok(outcome)) = desk.outcome.get_untracked() {
        for Word { path, key, text, becomes, .. } in &outcome.words {
            let choice = choices.remove(&(path.clone(), key.clone()));
            add(path.clone(), text.clone(), choice.as_ref().unwrap_or(becomes));
        }
    }
    for ((path, key), choice) in choices {
        add(path, key, &choice);
    }
    if !words.is_empty() {
        all.insert(WORDS_IN_MAPPING.to_owned(), Mapped::Choices(words));
    }
    let mut twins: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for ((first, second), choice) in desk.twins().get_untracked() {
        twins.entry(first).or_default().insert(second, choice.as_str().to_owned());
    }
    if !twins.is_empty() {
        all.insert(TWINS_IN_MAPPING.to_owned(), Mapped::Choices(twins));
    }
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}
