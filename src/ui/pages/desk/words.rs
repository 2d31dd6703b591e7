//! The step between columns and report: what becomes of categories that no vocabulary has.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::{Word, WordChoice};
use crate::domain::{OWN, Term, Vocabularies};
use crate::ui::atlas::Atlas;
use crate::ui::labels::sort_named;
use crate::ui::messages::{language, number, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::field_names::label_of;
use super::parts::ways;
use super::run::{Outcome, go_on_from};
use super::state::{Desk, Step};

/// Words of one field that are shown at first, and more of them with each wish: each has all terms to choose from.
const SHOWN: usize = 50;

pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let body = move || match desk.outcome.get() {
        Some(Ok(outcome)) if !outcome.words.is_empty() => Some(of_outcome(desk, &outcome)),
        Some(_) | None => Some(view! { <p>{tr_view("desk-words-none")}</p> }.into_any()),
    };
    let (atlas, now) = (atlas.clone(), app().now.get_untracked());
    let go = move || go_on_from(desk, &atlas, now, Step::Words);
    view! { {body} {ways(desk, "desk-words-on", || true, go)} }.into_any()
}

fn of_outcome(desk: Desk, outcome: &Arc<Outcome>) -> AnyView {
    let mut fields: BTreeMap<&str, Vec<&Word>> = BTreeMap::new();
    for word in &outcome.words {
        fields.entry(&word.path).or_default().push(word);
    }
    let one = |(path, words): (&str, Vec<&Word>)| field(desk, path, &words, &outcome.vocabularies);
    let fields = fields.into_iter().map(one).collect_view();
    view! { <p>{tr_view("desk-words-note")}</p> {fields} }.into_any()
}

/// The terms of a field, each with its identifier and what it is called.
fn terms(path: &str, vocabularies: &Vocabularies) -> Vec<(String, String)> {
    let language = untrack(language);
    let all: &[Term] = match path {
        "ecosystems" => &vocabularies.ecosystems,
        "expertise" => &vocabularies.expertise,
        "audience" => &vocabularies.audiences,
        "purpose" => &vocabularies.purposes,
        "themes" => &vocabularies.themes,
        own => {
            let id = own.strip_prefix(OWN).unwrap_or(own);
            let field = vocabularies.fields.iter().find(|field| field.id.as_str() == id);
            field.map_or(&[], |field| &field.terms)
        }
    };
    let named = |term: &Term| {
        let label = term.label.in_language(&language).map(|(_, label)| label.to_owned());
        (term.id.to_string(), label.unwrap_or_else(|| term.id.to_string()))
    };
    let mut terms: Vec<(String, String)> = all.iter().map(named).collect();
    sort_named(&mut terms, |(_, name)| name);
    terms
}

/// The words of a field, each with how often it comes and what becomes of it.
fn field(desk: Desk, path: &str, words: &[&Word], vocabularies: &Vocabularies) -> AnyView {
    let name = untrack(|| label_of(&vocabularies.fields, path));
    let terms = StoredValue::new(terms(path, vocabularies));
    let words: Vec<Word> = words.iter().copied().cloned().collect();
    let all = words.len();
    let words = StoredValue::new(words);
    let shown = RwSignal::new(SHOWN);
    let rows = move || {
        let words = words.with_value(|words| words.iter().take(shown.get()).cloned().collect::<Vec<_>>());
        words.into_iter().map(|word| row(desk, word, terms)).collect_view()
    };
    let more = move || {
        let left = all.saturating_sub(shown.get()) as f64;
        let show = move |_| shown.update(|shown| *shown += SHOWN);
        (left > 0.0).then(|| {
            view! {
                <p class="quiet">
                    {move || tr!("desk-more", "count" => left)} " "
                    <button type="button" class="linklike" on:click=show>{tr_view("desk-words-more")}</button>
                </p>
            }
        })
    };
    let caption = name.clone();
    view! {
        <h3>{name}</h3>
        <div class="desk-scroll" tabindex="0" role="group" aria-label=caption>
            <table>
                <thead><tr>
                    <th scope="col">{tr_view("desk-words-word")}</th>
                    <th scope="col">{tr_view("desk-words-count")}</th>
                    <th scope="col">{tr_view("desk-words-becomes")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

fn row(desk: Desk, word: Word, terms: StoredValue<Vec<(String, String)>>) -> AnyView {
    let Word { path, key, text, count, becomes } = word;
    let place = (path, key);
    let chosen = desk.words().with_untracked(|words| words.get(&place).cloned()).unwrap_or(becomes);
    let options = move || {
        let chosen = chosen.written();
        let mut all = vec![("+".to_owned(), tr("desk-words-own")), (String::new(), tr("desk-words-dropped"))];
        all.extend(terms.get_value());
        // A term that the vocabulary does not have any more is still what was chosen.
        if !all.iter().any(|(value, _)| value == chosen) {
            all.push((chosen.to_owned(), chosen.to_owned()));
        }
        let option = |(value, text): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{text}</option> }.into_any()
        };
        all.into_iter().map(option).collect_view()
    };
    let change = move |event| {
        if let Some(choice) = WordChoice::read(&event_target_value(&event)) {
            desk.words().update(|words| drop(words.insert(place.clone(), choice)));
        }
    };
    let label = text.clone();
    view! {
        <tr>
            <th scope="row" class="desk-value">{text}</th>
            <td>{move || number(count as f64)}</td>
            <td><select aria-label=move || tr!("desk-words-becomes-of", "word" => label.as_str()) on:change=change>{options}</select></td>
        </tr>
    }
    .into_any()
}
