//! How networks are found.

use std::sync::Arc;

use crate::domain::CountryCode;
use crate::explore::{Facet, FacetKind, Record};

use super::Network;

/// A network, ready to be indexed. It does not change with the time.
#[derive(Debug, Clone)]
pub struct NetworkAt {
    network: Arc<Network>,
    /// Its programme and the round of it.
    programme: Option<String>,
}

impl NetworkAt {
    /// A network.
    pub fn new(network: Arc<Network>) -> Self {
        let programme = match (&network.programme, network.round) {
            (Some(programme), Some(round)) => Some(format!("{programme}, {round}")),
            (Some(programme), None) => Some(programme.clone()),
            (None, round) => round.map(|round| round.to_string()),
        };
        Self { network, programme }
    }

    /// The network.
    pub fn network(&self) -> &Arc<Network> {
        &self.network
    }

    /// Its programme and the round of it, as the facet has it.
    pub fn programme(&self) -> Option<&str> {
        self.programme.as_deref()
    }
}

impl Record for NetworkAt {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "kind",
            kind: FacetKind::OneOf(&["eurocluster", "association", "partnership", "other"]),
            values: |at, visit| visit(at.network.kind.as_str()),
        },
        Facet {
            id: "programme",
            kind: FacetKind::One,
            values: |at, visit| at.programme.as_deref().into_iter().for_each(visit),
        },
        Facet {
            id: "ecosystem",
            kind: FacetKind::Many,
            values: |at, visit| at.network.ecosystems.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "country",
            kind: FacetKind::Many,
            values: |at, visit| {
                at.network.all_countries().into_iter().map(CountryCode::as_str).for_each(visit);
            },
        },
        // The same countries once more: values of one facet are any of them, of two facets one of each.
        Facet {
            id: "with",
            kind: FacetKind::Many,
            values: |at, visit| {
                at.network.all_countries().into_iter().map(CountryCode::as_str).for_each(visit);
            },
        },
        Facet {
            id: "target",
            kind: FacetKind::Many,
            values: |at, visit| at.network.target_countries.iter().map(CountryCode::as_str).for_each(visit),
        },
    ];

    fn id(&self) -> &str {
        self.network.id.as_str()
    }

    fn title(&self) -> &str {
        &self.network.name
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        let network = &*self.network;
        visit(&network.name, 4.0);
        [&network.full_name, &network.acronym].into_iter().flatten().for_each(|name| visit(name, 3.0));
        network.coordinator.iter().for_each(|partner| visit(&partner.name, 2.0));
        network.partners.iter().for_each(|partner| visit(&partner.name, 2.0));
        network.sectors.iter().chain(&network.offers).for_each(|text| visit(text, 1.0));
        network.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
    }
}
