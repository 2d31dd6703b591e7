//! What facet values are called, in the visitor's language.

use std::collections::HashMap;

use crate::browser::Names;
use crate::domain::{Term, Vocabularies};
use crate::route::FACET_NAMES;

use super::messages::said;

/// The names of facet values in one language.
pub struct Labels {
    countries: Names,
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
        for region in &vocabularies.regions {
            terms.insert(key("region", region.code.as_str()), region.name.clone());
        }
        Self { countries: Names::of_countries(language), terms }
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
            _ => self.terms.get(&key(facet, value)).cloned(),
        }
    }

    /// Visits the words under which a value can be searched: its name, for values whose name is not their own text.
    pub fn visit(&self, facet: usize, value: &str, visit: &mut dyn FnMut(&str)) {
        let name = FACET_NAMES[facet];
        if matches!(name, "country" | "region" | "ecosystem" | "expertise" | "kind") {
            visit(&self.of(name, value));
        }
    }
}

fn key(facet: &str, value: &str) -> String {
    format!("{facet}/{value}")
}

/// The title of a facet.
pub fn facet_title(name: &str) -> String {
    match name {
        "country" => said("facet-country"),
        "region" => said("facet-region"),
        "ecosystem" => said("facet-ecosystem"),
        "expertise" => said("facet-expertise"),
        "kind" => said("facet-kind"),
        "located" => said("facet-located"),
        _ => said("facet-label"),
    }
}
