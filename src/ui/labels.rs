//! What facet values are called, in the visitor's language.

use std::collections::HashMap;

use crate::browser::{self, Names};
use crate::domain::{Day, Term, Vocabularies};
use crate::route::Collection;

use super::messages::{LANGUAGES, said};

/// The names of facet values in one language.
pub struct Labels {
    countries: Names,
    /// The countries in the other languages of the app: whoever reads English may well type "Deutschland".
    countries_elsewhere: Vec<Names>,
    languages: Names,
    language: String,
    terms: HashMap<String, String>,
}

impl Labels {
    /// The names in `language`, from the dataset's vocabularies and the browser.
    pub fn new(vocabularies: &Vocabularies, language: &str) -> Self {
        let mut terms = HashMap::new();
        let mut add = |facet: &str, list: &[Term]| {
            for term in list {
                if let Some((_, label)) = term.label.in_language(language) {
                    terms.insert(key(facet, term.id.as_str()), label.to_owned());
                }
            }
        };
        add("ecosystem", &vocabularies.ecosystems);
        add("expertise", &vocabularies.expertise);
        add("audience", &vocabularies.audiences);
        add("audience", &vocabularies.training_audiences);
        add("purpose", &vocabularies.purposes);
        add("topic", &vocabularies.training_topics);
        for region in &vocabularies.regions {
            terms.insert(key("region", region.code.as_str()), region.name.clone());
        }
        Self {
            countries: Names::of_countries(language),
            countries_elsewhere: LANGUAGES
                .into_iter()
                .filter(|other| *other != language)
                .map(Names::of_countries)
                .collect(),
            languages: Names::of_languages(language),
            language: language.to_owned(),
            terms,
        }
    }

    /// The name of a value of the facet called `facet`; the value itself where there is none.
    pub fn of(&self, facet: &str, value: &str) -> String {
        self.known(facet, value).unwrap_or_else(|| value.to_owned())
    }

    fn known(&self, facet: &str, value: &str) -> Option<String> {
        match (facet, value) {
            ("country", code) => Some(self.countries.name(code)),
            ("located", "yes") => Some(said("located-yes")),
            ("located", "no") => Some(said("located-no")),
            ("kind", "cluster_organisation") => Some(said("kind-cluster-organisation")),
            ("kind", "network") => Some(said("kind-network")),
            ("kind", "eurocluster") => Some(said("kind-eurocluster")),
            ("kind", "support_organisation") => Some(said("kind-support-organisation")),
            ("label", "bronze") => Some(said("label-bronze")),
            ("label", "silver") => Some(said("label-silver")),
            ("label", "gold") => Some(said("label-gold")),
            ("language", code) => Some(self.languages.name(code)),
            ("month", month) => {
                let first: Option<Day> = format!("{month}-01").parse().ok();
                first.map(|day| browser::format_month(day, &self.language))
            }
            ("status" | "format" | "kind", value) => of_status(value),
            _ => self.terms.get(&key(facet, value)).cloned(),
        }
    }

    /// Visits the names of a country in all languages of the app, that of the visitor first.
    pub fn each_country_name(&self, code: &str, visit: &mut dyn FnMut(&str)) {
        for names in std::iter::once(&self.countries).chain(&self.countries_elsewhere) {
            visit(&names.name(code));
        }
    }

    /// Visits the words under which a value can be searched: its name, for values whose name is not their own text.
    pub fn visit(&self, collection: Collection, facet: usize, value: &str, visit: &mut dyn FnMut(&str)) {
        let name = collection.facets()[facet];
        // Every country would find all calls that are open to any.
        let of_all = collection == Collection::Calls && name == "country";
        if !of_all && !matches!(name, "located" | "label" | "status" | "issuer" | "month" | "call") {
            match name {
                "country" => self.each_country_name(value, visit),
                _ => visit(&self.of(name, value)),
            }
        }
    }
}

/// The name of a state, a format or a kind of a call, a training or a partner request.
fn of_status(value: &str) -> Option<String> {
    Some(said(match value {
        "forthcoming" => "status-forthcoming",
        "open" => "status-open",
        "closed" => "status-closed",
        "cancelled" => "status-cancelled",
        "unknown" => "status-unknown",
        "upcoming" => "status-upcoming",
        "undated" => "status-undated",
        "past" => "status-past",
        "online" => "format-online",
        "onsite" => "format-onsite",
        "hybrid" => "format-hybrid",
        "academy" => "kind-academy",
        "webinar" => "kind-webinar",
        "workshop" => "kind-workshop",
        "course" => "kind-course",
        "partners" => "kind-partners",
        "host" => "kind-host",
        "visitor" => "kind-visitor",
        "challenge" => "kind-challenge",
        _ => return None,
    }))
}

fn key(facet: &str, value: &str) -> String {
    format!("{facet}/{value}")
}

/// The title of a facet.
pub fn facet_title(collection: Collection, name: &str) -> String {
    said(match (collection, name) {
        (Collection::Calls, "country") => "facet-eligible",
        (Collection::Calls, "audience") => "facet-applicants",
        (_, "country") => "facet-country",
        (_, "region") => "facet-region",
        (_, "ecosystem") => "facet-ecosystem",
        (_, "expertise") => "facet-expertise",
        (Collection::Trainings, "kind") => "facet-kind-training",
        (Collection::PartnerRequests, "kind") => "facet-kind-request",
        (_, "kind") => "facet-kind",
        (_, "located") => "facet-located",
        (_, "status") => "facet-status",
        (_, "audience") => "facet-audience",
        (_, "purpose") => "facet-purpose",
        (_, "issuer") => "facet-issuer",
        (_, "format") => "facet-format",
        (_, "topic") => "facet-topic",
        (_, "language") => "facet-language",
        (_, "month") => "facet-month",
        (_, "call") => "facet-call",
        _ => "facet-label",
    })
}
