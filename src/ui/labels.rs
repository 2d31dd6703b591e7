//! What facet values are called, in the visitor's language.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::browser::{self, Collated, Names};
use crate::collection::{Collection, FacetAbout, LabelSource, facet};
use crate::domain::{Day, OWN, OwnField, Region, RegionCode, Term, Vocabularies};
use crate::explore::{FacetId, sort_by_position};

use super::messages::{LANGUAGES, language, tr};
use super::shared::Shared;
use super::store::Store;

/// The names of facet values in one language.
pub struct Labels {
    countries: Names,
    /// The countries in the other languages of the app: whoever reads English may well type "Deutschland".
    countries_elsewhere: Vec<Names>,
    languages: Names,
    language: String,
    terms: HashMap<String, String>,
    /// What terms are called in the other languages, where that is something else.
    terms_elsewhere: HashMap<String, Vec<String>>,
    store: Store,
}

impl Labels {
    /// The names in `language`, from the dataset's vocabularies, the browser, and the records that have been loaded.
    pub fn new(vocabularies: &Vocabularies, language: &str, store: Store) -> Self {
        let mut terms = HashMap::new();
        let mut terms_elsewhere: HashMap<String, Vec<String>> = HashMap::new();
        let mut add = |facet: &str, list: &[Term]| {
            for term in list {
                let key = key(facet, term.id.as_str());
                let label = term.label.in_language(language).map(|(_, label)| label);
                let elsewhere =
                    term.label.iter().map(|(_, other)| other).filter(|other| Some(*other) != label);
                terms_elsewhere.entry(key.clone()).or_default().extend(elsewhere.map(str::to_owned));
                if let Some(label) = label {
                    terms.insert(key, label.to_owned());
                }
            }
        };
        add("ecosystem", &vocabularies.ecosystems);
        add("expertise", &vocabularies.expertise);
        add("audience", &vocabularies.audiences);
        add("audience", &vocabularies.training_audiences);
        add("purpose", &vocabularies.purposes);
        add("topic", &vocabularies.training_topics);
        add("theme", &vocabularies.themes);
        for group in &vocabularies.country_groups {
            add(facet::GROUP, std::slice::from_ref(&group.term));
        }
        for field in &vocabularies.fields {
            add(&OwnField::path(&field.id), &field.terms);
        }
        for Term { id, label, .. } in &vocabularies.headings {
            if let Some((_, label)) = label.in_language(language) {
                terms.insert(key("heading", &["facet", id.as_str()].join("-")), label.to_owned());
            }
        }
        for field in &vocabularies.fields {
            let name = OwnField::path(&field.id);
            if let Some((_, label)) = field.label.in_language(language) {
                terms.insert(key("heading", &name), label.to_owned());
            }
        }
        for region in &vocabularies.regions {
            terms.insert(key("region", region.code.as_str()), region.shown());
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
            terms_elsewhere,
            store,
        }
    }

    /// The name of a value of the facet called `facet`; the value itself where there is none.
    pub fn of(&self, facet: &str, value: &str) -> String {
        self.known(facet, value).unwrap_or_else(|| value.to_owned())
    }

    /// The name of a region: a record's own where that is another than the list's, else the list's with its Latin form.
    pub fn region(&self, region: &Region) -> String {
        let listed = region.code.as_ref().and_then(|code| self.terms.get(&key("region", code.as_str())));
        match (listed, &region.name) {
            (Some(listed), Some(name)) if !listed.starts_with(&**name) => name.clone(),
            (Some(listed), _) => listed.clone(),
            (None, Some(name)) => name.clone(),
            (None, None) => region.key().to_owned(),
        }
    }

    /// What a heading is called by the dataset, else by the message with its key; a field that nobody names has its
    /// identifier.
    pub fn heading(&self, name: &'static str) -> String {
        let own = self.terms.get(&key("heading", name)).cloned();
        own.unwrap_or_else(|| name.strip_prefix(OWN).map_or_else(|| tr(name), str::to_owned))
    }

    fn known(&self, facet: &str, value: &str) -> Option<String> {
        let Some(labels) = Collection::labels_of(facet) else {
            return self.terms.get(&key(facet, value)).cloned();
        };
        // A country has a code of two capitals, so that it is no name of another kind.
        if let Some(key) = Collection::message_of(facet, value) {
            return Some(tr(key));
        }
        match labels {
            LabelSource::Countries => Some(self.countries.name(value)),
            LabelSource::Languages => Some(self.languages.name(value)),
            LabelSource::Months => {
                let first: Option<Day> = format!("{value}-01").parse().ok();
                first.map(|day| browser::format_month(day, &self.language))
            }
            LabelSource::Terms => self.terms.get(&key(facet, value)).cloned(),
            LabelSource::Records(collection) => self.store.title(collection, value),
            LabelSource::Messages(_) | LabelSource::Itself => None,
        }
    }

    /// Whether a value that no record has means something all the same: a country that no call names is one whose
    /// applicants may answer those that are open to any.
    pub fn means_something(&self, about: &FacetAbout, value: &str) -> bool {
        !about.along.is_empty() && self.of(about.id, value) != value
    }

    /// Visits the names of a country in all languages of the app, that of the visitor first.
    pub fn each_country_name(&self, code: &str, visit: &mut dyn FnMut(&str)) {
        for names in std::iter::once(&self.countries).chain(&self.countries_elsewhere) {
            visit(&names.name(code));
        }
    }

    /// Visits the words under which a value can be searched: its name, for values whose name is not their own text. A
    /// country and a term of the dataset have theirs in every language: the topic is the same, whoever reads which page. A region
    /// has that of its Land too: what is in Upper Bavaria is in Bavaria.
    pub fn visit(&self, collection: Collection, facet: FacetId, value: &str, visit: &mut dyn FnMut(&str)) {
        let Some(about) = collection.facet(facet).filter(|about| about.searched) else { return };
        match about.labels {
            LabelSource::Countries => self.each_country_name(value, visit),
            LabelSource::Terms => {
                visit(&self.of(facet, value));
                let elsewhere = self.terms_elsewhere.get(&key(facet, value));
                elsewhere.into_iter().flatten().for_each(|name| visit(name));
                if facet == facet::REGION
                    && let Some(land) = RegionCode::land_of(value)
                    && let Some(name) = self.terms.get(&key(facet, land))
                {
                    visit(name);
                }
            }
            LabelSource::Languages
            | LabelSource::Months
            | LabelSource::Messages(_)
            | LabelSource::Records(_)
            | LabelSource::Itself => visit(&self.of(facet, value)),
        }
    }
}

/// Sorts values by their names, in the order of the visitor's language, which a view that calls this follows. Those that are
/// equal stay in their order.
pub fn sort_named<T>(values: &mut Vec<T>, name: impl Fn(&T) -> &str) {
    let names = Collated::new(values.iter().map(name), &language());
    sort_by_position(values, &|one, other| names.compare(one, other));
}

/// A heading as a closure, for views; see [`Labels::heading`].
pub fn heading_view(name: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let labels = expect_context::<Memo<Shared<Labels>>>();
    move || labels.with(|labels| labels.heading(name))
}

fn key(facet: &str, value: &str) -> String {
    format!("{facet}/{value}")
}
