//! What sources say of an organisation, on its profile: beside the facts of its record, and the networks it is in.

use std::sync::Arc;

use crate::domain::{
    Confidence, Instant, OrganisationFact, PartnerRole, Provenance, RecordId, StatedField, StatedValue,
};
use crate::explore::fold;
use crate::signup::ProfileField;

use super::related::{date, span};
use super::{Between, Body, Collection, Fact, Network, Phrase, RecordPage, Section, Shown};

/// Something that comes after the page: what there is of it.
#[derive(Debug, Clone, Copy)]
pub enum Awaited<T> {
    /// It is on its way.
    Waiting,
    /// It could not be had.
    Failed,
    /// It is there.
    Here(T),
}

impl<T> Awaited<T> {
    /// What is said where nothing is known; `None` for "not known".
    fn absent(&self) -> Option<&'static str> {
        match self {
            Self::Waiting => Some("stated-waiting"),
            Self::Failed => Some("stated-failed"),
            Self::Here(_) => None,
        }
    }
}

/// Whose profile it is, and when it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'a> {
    /// What the organisation is called in the dataset.
    pub name: &'a str,
    /// The moment of viewing.
    pub now: Instant,
}

/// The facts of a record that sources may state too: under which name they stand.
fn name_of(field: StatedField) -> Option<&'static str> {
    match field {
        StatedField::Website => Some("fact-website"),
        StatedField::Founded => Some("fact-founded"),
        StatedField::Members => Some("fact-members"),
        StatedField::Label => Some("facet-label"),
        StatedField::Programme => Some("fact-programmes"),
        StatedField::TechnologyField => Some("fact-technology-fields"),
        // The networks have a section of their own.
        StatedField::Participation => None,
    }
}

/// Puts what sources say beside the facts of an organisation's page. What is on its way is not called unknown.
pub fn with_stated(page: &mut RecordPage, stated: &Awaited<Vec<&OrganisationFact>>, whose: Whose<'_>) {
    let facts = page.sections.iter_mut().find_map(|section| match &mut section.body {
        Body::Facts(facts) => Some(facts),
        Body::Text(_) | Body::List(_) => None,
    });
    let Some(facts) = facts else { return };
    for field in StatedField::ALL {
        let Some(name) = name_of(field) else { continue };
        let position = facts.iter().position(|fact| fact.name == name).unwrap_or_else(|| {
            facts.push(Fact { name, value: None, absent: None });
            facts.len() - 1
        });
        let fact = &mut facts[position];
        let mut each: Vec<Shown> = fact.value.take().into_iter().collect();
        if let Awaited::Here(stated) = stated {
            let of_field = stated.iter().filter(|one| one.value.field() == field);
            each.extend(of_field.map(|one| shown(one, whose)));
        }
        fact.value = Shown::several(each);
        if fact.value.is_none() {
            fact.absent = stated.absent();
        }
    }
}

/// A value with all that is to be known of it, and its source.
fn shown(fact: &OrganisationFact, whose: Whose<'_>) -> Shown {
    let value = match &fact.value {
        StatedValue::Website(address) => Shown::Elsewhere(address.clone(), None),
        StatedValue::Founded(founded) => Shown::Words(date(*founded)),
        StatedValue::Members(count) => {
            Shown::Words(Phrase::With("members-total", vec![("count", Phrase::Number((*count).into()))]))
        }
        StatedValue::Label(words)
        | StatedValue::Programme(words)
        | StatedValue::Participation(words)
        | StatedValue::TechnologyField(words) => match &fact.policy {
            Some(id) => Shown::Record(Collection::Policies, id.as_str().to_owned(), Some(words.clone())),
            None => Shown::from(words.clone()),
        },
    };
    sourced(value, fact, whose)
}

/// Something that a fact says, with the fact's times, doubts, note and source.
fn sourced(value: Shown, fact: &OrganisationFact, whose: Whose<'_>) -> Shown {
    let remarks = remarks(fact, whose);
    let value = if remarks.is_empty() {
        value
    } else {
        value.remarked(Phrase::Several(remarks, Between::Semicolons))
    };
    match &fact.source {
        Some(source) => Shown::Sourced(Box::new(value), source.clone()),
        None => value,
    }
}

/// What is to be known of a value: whether it holds, since and until when, and how sure it is.
fn remarks(fact: &OrganisationFact, whose: Whose<'_>) -> Vec<Phrase> {
    let on = |key: &'static str, at| Phrase::With(key, vec![("date", date(at))]);
    let mut remarks = Vec::new();
    remarks.extend(fact.role.map(|role| Phrase::Message(role_words(role))));
    if fact.has_ended(whose.now) {
        remarks.push(Phrase::Message("stated-history"));
    }
    remarks.extend(fact.as_of.map(|at| on("fact-as-of", at)));
    remarks.extend(fact.until.map(|until| {
        on(if whose.now >= Instant::end_of(until.last()) { "stated-ended" } else { "stated-until" }, until)
    }));
    // A label without its day says little; that it has none is said.
    let is_label = fact.value.field() == StatedField::Label;
    if is_label && fact.as_of.is_none() && fact.until.is_none() {
        remarks.push(Phrase::Message("fact-undated"));
    }
    if is_label && !fact.has_ended(whose.now) && fact.until.is_none() {
        remarks.push(Phrase::Message("stated-end-unknown"));
    }
    if fact.inferred {
        remarks.push(Phrase::Message("stated-inferred"));
    }
    match fact.confidence {
        Confidence::High => {}
        Confidence::Medium => remarks.push(Phrase::Message("stated-by-name")),
    }
    // That it is called as it is called says nothing.
    let other_name = fact.named_as.as_ref().filter(|name| fold(name) != fold(whose.name));
    let name = |name: &String| Phrase::With("stated-named-as", vec![("name", Phrase::Text(name.clone()))]);
    remarks.extend(other_name.map(name));
    remarks.extend(fact.note.clone().map(Phrase::Text));
    remarks
}

fn role_words(role: PartnerRole) -> &'static str {
    match role {
        PartnerRole::Coordinator => "role-coordinator",
        PartnerRole::Partner => "role-partner",
    }
}

/// The networks that an organisation is in: those that name it, and those that sources tie it to, each once.
pub fn networks_of(
    organisation: &RecordId,
    networks: &Awaited<&[Arc<Network>]>,
    stated: &Awaited<Vec<&OrganisationFact>>,
    whose: Whose<'_>,
) -> Section {
    let mut rest: Vec<&OrganisationFact> = match stated {
        Awaited::Here(stated) => {
            stated.iter().copied().filter(|it| it.value.field() == StatedField::Participation).collect()
        }
        Awaited::Waiting | Awaited::Failed => Vec::new(),
    };
    let known = if let Awaited::Here(known) = networks { *known } else { &[] };
    let mut each = Vec::new();
    for network in known {
        let is_it = |id: Option<&RecordId>| id == Some(organisation);
        let leads = network.coordinator.as_ref().is_some_and(|it| is_it(it.organisation.as_ref()));
        let takes_part = network.partners.iter().any(|it| is_it(it.organisation.as_ref()));
        let of_network: Vec<_> =
            rest.extract_if(.., |fact| fact.network.as_ref() == Some(&network.id)).collect();
        if leads || takes_part || !of_network.is_empty() {
            each.push(network_shown(network, leads, takes_part, &of_network, whose));
        }
    }
    each.extend(rest.into_iter().map(|fact| participation(fact, whose)));
    let waits = matches!(networks, Awaited::Waiting) || matches!(stated, Awaited::Waiting);
    let failed = matches!(networks, Awaited::Failed) || matches!(stated, Awaited::Failed);
    if waits || failed || each.is_empty() {
        each.push(Shown::Words(Phrase::Message(match (waits, failed) {
            (true, _) => "stated-waiting",
            // Which networks there are, or what sources say: some of both may be here.
            (false, true) if matches!(networks, Awaited::Failed) => "networks-failed",
            (false, true) => "stated-failed",
            (false, false) => "profile-networks-none",
        })));
    }
    Section { heading: Some("profile-networks"), body: Body::List(each) }
}

/// A network with what it is, the organisation's part in it, and what sources say of that.
fn network_shown(
    network: &Network,
    leads: bool,
    takes_part: bool,
    stated: &[&OrganisationFact],
    whose: Whose<'_>,
) -> Shown {
    let name = network.name.clone();
    let link = Shown::Record(Collection::Networks, network.id.as_str().to_owned(), Some(name));
    let mut about = vec![Phrase::Value("kind", network.kind.as_str().to_owned())];
    about.extend(network.programme.clone().map(Phrase::Text));
    about.extend(span(network.start, network.end));
    // The source's own words on the part come with the source.
    let said = |role| stated.iter().any(|fact| fact.role == Some(role));
    if leads && !said(PartnerRole::Coordinator) {
        about.push(Phrase::Message(role_words(PartnerRole::Coordinator)));
    } else if takes_part && stated.iter().all(|fact| fact.role.is_none()) {
        about.push(Phrase::Message(role_words(PartnerRole::Partner)));
    }
    let link = link.remarked(Phrase::Several(about, Between::Dots));
    if stated.is_empty() {
        return link;
    }
    let parts = stated.iter().map(|fact| {
        // Its own remarks are all that is left to say: what it takes part in is the link.
        let remarks = remarks(fact, whose);
        let words = Shown::Words(Phrase::Several(remarks, Between::Semicolons));
        match &fact.source {
            Some(source) => Shown::Sourced(Box::new(words), source.clone()),
            None => words,
        }
    });
    Shown::Beside(std::iter::once(link).chain(parts).collect())
}

/// Where single values of a record are from, where that is another place than the record's: the field, the day, the source.
/// `None` where all is from where the record is from.
pub fn provenance_of(record: &RecordId, known: &Awaited<&[Provenance]>) -> Option<Section> {
    let each: Vec<Shown> = match known {
        Awaited::Here(known) => known.iter().filter(|one| one.record == *record).map(whence).collect(),
        Awaited::Failed => vec![Shown::Words(Phrase::Message("provenance-failed"))],
        Awaited::Waiting => Vec::new(),
    };
    (!each.is_empty()).then_some(Section { heading: Some("profile-provenance"), body: Body::List(each) })
}

fn whence(one: &Provenance) -> Shown {
    // A field that this version does not know is told by its name in the file.
    let field = ProfileField::named(&one.field)
        .map_or_else(|| Phrase::Text(one.field.clone()), |field| Phrase::Message(field.words()));
    let words = Phrase::With("provenance-of", vec![("field", field), ("date", Phrase::Day(one.day))]);
    Shown::Sourced(Box::new(Shown::Words(words)), one.source.as_str().to_owned())
}

/// A part in something that is no network of the dataset, or of one that is not there yet.
fn participation(fact: &OrganisationFact, whose: Whose<'_>) -> Shown {
    let StatedValue::Participation(words) = &fact.value else { return shown(fact, whose) };
    let value = match &fact.network {
        Some(id) => Shown::Record(Collection::Networks, id.as_str().to_owned(), Some(words.clone())),
        None => Shown::from(words.clone()),
    };
    sourced(value, fact, whose)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::CollectionRecord;

    fn fact(text: &str) -> OrganisationFact {
        let file = format!(r#"{{"format":"cluster-atlas/organisation_facts/1","records":[{text}]}}"#);
        let fetched = crate::dataset::Fetched::opened("organisation_facts.json", file.as_bytes());
        let mut loaded = crate::dataset::read_organisation_facts(&fetched, &|_| true).expect("readable");
        loaded.records.pop().expect("a record")
    }

    /// The profile of an organisation called "A Cluster" on a day.
    fn at(day: &str) -> Whose<'static> {
        Whose { name: "A Cluster", now: Instant::start_of(day.parse().expect("a day")) }
    }

    #[test]
    fn another_name_in_the_source_is_told_and_its_own_is_not() {
        let named = |name: &str| {
            fact(&format!(r#"{{"organisation":"a","field":"programme","value":"P","named_as":"{name}"}}"#))
        };
        assert_eq!(keys(&named("Cluster A"), "2026-11-27"), ["stated-named-as"]);
        assert_eq!(keys(&named("a cluster"), "2026-11-27"), [""; 0]);
    }

    /// The keys of the remarks beside a value.
    fn keys(fact: &OrganisationFact, day: &str) -> Vec<&'static str> {
        let key = |phrase: &Phrase| match phrase {
            Phrase::Message(key) | Phrase::With(key, _) => Some(*key),
            _ => None,
        };
        remarks(fact, at(day)).iter().filter_map(key).collect()
    }

    #[test]
    fn a_label_that_has_run_out_is_history_from_the_day_after_its_last() {
        let label = fact(
            r#"{"organisation":"a","field":"label","value":"ESCA gold","as_of":"2023-10-27","until":"2025-09","source":"https://example.org/"}"#,
        );
        assert_eq!(keys(&label, "2025-09-30"), ["fact-as-of", "stated-until"]);
        assert_eq!(keys(&label, "2025-10-01"), ["stated-history", "fact-as-of", "stated-ended"]);
    }

    #[test]
    fn a_label_without_dates_says_so_and_is_history_only_where_the_source_says_it() {
        let (open, past) = (
            fact(r#"{"organisation":"a","field":"label","value":"ESCA gold"}"#),
            fact(r#"{"organisation":"a","field":"label","value":"ESCA gold","historic":true}"#),
        );
        assert_eq!(keys(&open, "2026-11-27"), ["fact-undated", "stated-end-unknown"]);
        assert_eq!(keys(&past, "2026-11-27"), ["stated-history", "fact-undated"]);
    }

    #[test]
    fn on_a_day_when_a_label_of_long_ago_held_it_is_no_history() {
        let label = fact(
            r#"{"organisation":"a","field":"label","value":"ESCA bronze","until":"2015-06-26","historic":true}"#,
        );
        assert_eq!(keys(&label, "2014-01-01"), ["stated-until"]);
        assert_eq!(keys(&label, "2026-11-27"), ["stated-history", "stated-ended"]);
    }

    #[test]
    fn what_is_doubtful_is_marked() {
        let text = r#"{"organisation":"a","field":"programme","value":"Pole","inferred":true,"confidence":"medium","note":"by its city"}"#;
        let doubtful = fact(text);
        assert_eq!(keys(&doubtful, "2026-11-27"), ["stated-inferred", "stated-by-name"]);
        let remarks = remarks(&doubtful, at("2026-11-27"));
        assert_eq!(remarks.last(), Some(&Phrase::Text("by its city".to_owned())));
    }

    #[test]
    fn each_value_of_another_place_is_told_with_its_day_and_source() {
        let id: RecordId = "a".parse().expect("an id");
        let one = |record: &str, field: &str| Provenance {
            record: record.parse().expect("an id"),
            field: field.to_owned(),
            source: "proposals".parse().expect("a term"),
            day: "2026-11-22".parse().expect("a day"),
            proposal: None,
        };
        let all = [one("a", "website"), one("b", "website"), one("a", "of-a-later-version")];
        let section = provenance_of(&id, &Awaited::Here(&all)).expect("two of them");
        let Body::List(each) = &section.body else { panic!("a list") };
        let fields: Vec<_> = each
            .iter()
            .map(|shown| match shown {
                Shown::Sourced(words, source) => (format!("{words:?}"), source.as_str()),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(fields.len(), 2);
        assert!(fields[0].0.contains("fact-website") && fields[0].1 == "proposals", "{fields:?}");
        assert!(fields[1].0.contains("of-a-later-version"), "{fields:?}");
        let other: RecordId = "c".parse().expect("an id");
        assert_eq!(provenance_of(&other, &Awaited::Here(&all)), None);
        assert_eq!(provenance_of(&id, &Awaited::Waiting), None);
        assert!(provenance_of(&id, &Awaited::Failed).is_some(), "what is not known is said");
    }

    fn page() -> RecordPage {
        let facts = ["fact-website", "fact-city"].map(|name| Fact { name, value: None, absent: None });
        let section = Section { heading: Some("profile-facts"), body: Body::Facts(facts.into()) };
        RecordPage { sections: vec![section], ..RecordPage::default() }
    }

    fn facts_of(page: &RecordPage) -> Vec<(&'static str, bool, Option<&'static str>)> {
        let Body::Facts(facts) = &page.sections[0].body else { panic!("facts") };
        facts.iter().map(|fact| (fact.name, fact.value.is_some(), fact.absent)).collect()
    }

    #[test]
    fn what_is_on_its_way_is_not_called_unknown() {
        let website = fact(
            r#"{"organisation":"a","field":"website","value":"https://example.org/","source":"https://example.org/"}"#,
        );
        let mut waiting = page();
        with_stated(&mut waiting, &Awaited::Waiting, at("2026-11-27"));
        assert_eq!(facts_of(&waiting)[0], ("fact-website", false, Some("stated-waiting")));
        // What no source states stays as it is.
        assert_eq!(facts_of(&waiting)[1], ("fact-city", false, None));
        let mut here = page();
        with_stated(&mut here, &Awaited::Here(vec![&website]), at("2026-11-27"));
        assert_eq!(facts_of(&here)[0], ("fact-website", true, None));
        assert!(facts_of(&here).contains(&("facet-label", false, None)), "unknown stays unknown");
    }

    fn network(partners: &str) -> Arc<Network> {
        let file = format!(
            r#"{{"format":"cluster-atlas/networks/1","records":[{{"id":"gemstone","name":"GEMSTONE","partners":[{partners}]}}]}}"#
        );
        let fetched = crate::dataset::Fetched::opened("networks.json", file.as_bytes());
        let loaded = Network::read(&fetched, &crate::domain::Vocabularies::default());
        Arc::new(loaded.expect("readable").records.pop().expect("a network"))
    }

    #[test]
    fn each_network_stands_once_whoever_ties_the_organisation_to_it() {
        let tied = fact(
            r#"{"organisation":"a","field":"programme_participation","value":"Eurocluster GEMSTONE","role":"partner","network":"gemstone"}"#,
        );
        let free = fact(r#"{"organisation":"a","field":"programme_participation","value":"A facility"}"#);
        let networks = [network(r#"{"name":"A","organisation":"a"}"#), network("")];
        let id: RecordId = "a".parse().expect("an id");
        let count = |networks: &[Arc<Network>], stated: Vec<&OrganisationFact>| {
            let body =
                networks_of(&id, &Awaited::Here(networks), &Awaited::Here(stated), at("2026-11-27")).body;
            let Body::List(each) = body else { panic!("a list") };
            each.len()
        };
        assert_eq!(count(&networks[..1], vec![&tied, &free]), 2);
        assert_eq!(count(&networks[1..], vec![&tied]), 1);
        assert_eq!(count(&networks[..1], vec![]), 1);
        // Nobody names it: one line says so.
        assert_eq!(count(&networks[1..], vec![]), 1);
        // While the networks are on their way, what a source says is there.
        let waiting = networks_of(&id, &Awaited::Waiting, &Awaited::Here(vec![&tied]), at("2026-11-27"));
        let Body::List(each) = waiting.body else { panic!("a list") };
        assert_eq!(each.len(), 2);
    }
}
