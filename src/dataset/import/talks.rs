//! Events that are trainings too, as the EU Clusters Talks are: one record with two doors. What the training says of its
//! topics, its audience and the way in, the event says as well.

use super::entries::{each_text, put, take_list, terms};
use super::values::Cells;
use crate::dataset::json::{Entries, Json};
use crate::dataset::records::knows;
use crate::domain::{Event, Registration, Term, TermId, Training, Vocabularies};
use crate::explore::fold;

/// Which topic of trainings is which theme. Only those are here that mean the same thing, or a part of it by its name: of all
/// others, such as "Energy" or "Cluster policy", nobody can say which theme they are, and they stay topics.
const THEME_OF_TOPIC: [(&str, &str); 9] = [
    ("green-transition", "green"),
    ("decarbonisation", "green"),
    ("net-zero", "green"),
    ("clean-tech", "green"),
    ("digital-transition", "digital"),
    ("resilience", "resilience"),
    ("innovation", "innovation"),
    ("skills", "skills"),
    ("internationalisation", "internationalisation"),
];

/// The themes that topics are, each once, in the order of the topics.
fn themes_of(topics: &[TermId], known: &[Term]) -> Vec<TermId> {
    let mut themes: Vec<TermId> = Vec::new();
    for topic in topics {
        let theme = THEME_OF_TOPIC.iter().find(|(of, _)| *of == topic.as_str());
        let theme = theme.and_then(|(_, theme)| theme.parse::<TermId>().ok());
        themes.extend(theme.filter(|theme| knows(known, theme.as_str()) && !themes.contains(theme)));
    }
    themes
}

/// Fills in what an event leaves open and the training says that it is: topics, the themes that these are, the audience, and
/// how one registers. What the event says itself stays.
pub fn fill_from_trainings(events: &mut [Event], trainings: &[Training], vocabularies: &Vocabularies) {
    for event in events.iter_mut().filter(|event| event.is_training_too()) {
        let Some(training) = trainings.iter().find(|training| training.id == event.id) else { continue };
        if event.topics.is_empty() {
            event.topics.clone_from(&training.topics);
        }
        if event.themes.is_empty() {
            event.themes = themes_of(&event.topics, &vocabularies.themes);
        }
        if event.audience.is_empty() {
            event.audience.clone_from(&training.audience);
        }
        if event.registration == Registration::NotStated {
            event.registration.clone_from(&training.registration);
        }
    }
}

/// Topics and audiences by their identifiers or labels: an event has the audiences of its own vocabulary and of that of
/// trainings.
pub(super) fn topics_and_audience(entries: &mut Entries<'_>, cells: &Cells<'_>, vocabularies: &Vocabularies) {
    let term = |terms: &[Term], text: &str| {
        let named = |term: &&Term| {
            term.id.as_str() == text || term.label.iter().any(|(_, label)| fold(label) == fold(text))
        };
        terms.iter().find(named).map(|term| term.id.as_str().to_owned())
    };
    each_text(entries, "topics", &|text| {
        term(&vocabularies.training_topics, text).unwrap_or_else(|| text.to_owned())
    });
    let is_own = |text: &str| term(&vocabularies.audiences, text).is_some();
    let of_trainings = |value: &Json<'_>| match value {
        Json::Text(text) if !is_own(text) => term(&vocabularies.training_audiences, text),
        _ => None,
    };
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for value in take_list(entries, "audience") {
        match of_trainings(&value) {
            Some(id) => others.push(Json::Text(id.into())),
            None => own.push(value),
        }
    }
    put(entries, "audience", (!own.is_empty()).then_some(Json::List(own)));
    terms(entries, "audience", cells);
    let mut all = take_list(entries, "audience");
    all.extend(others);
    put(entries, "audience", (!all.is_empty()).then_some(Json::List(all)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_becomes_a_theme() {
        let topics = ["cluster-policy", "net-zero", "green-transition", "skills", "energy"];
        let topics: Vec<TermId> = topics.iter().map(|topic| topic.parse().expect("a term")).collect();
        let themes = themes_of(&topics, &[]);
        assert_eq!(themes.iter().map(TermId::as_str).collect::<Vec<_>>(), ["green", "skills"]);
    }
}
