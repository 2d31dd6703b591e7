//! How organisations are found.

use crate::domain::{OWN, Organisation, OwnValue, Point};

use super::{Facet, FacetId, FacetKind, Number, Record, YES};

impl Record for Organisation {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "country",
            kind: FacetKind::One,
            values: |organisation, visit| visit(organisation.country.as_str()),
        },
        Facet {
            id: "region",
            kind: FacetKind::One,
            values: |organisation, visit| organisation.region.iter().for_each(|region| visit(region.key())),
        },
        Facet {
            id: "ecosystem",
            kind: FacetKind::Many,
            values: |organisation, visit| {
                organisation.ecosystems.iter().for_each(|term| visit(term.as_str()));
            },
        },
        Facet {
            id: "expertise",
            kind: FacetKind::Many,
            values: |organisation, visit| organisation.expertise.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "kind",
            kind: FacetKind::One,
            values: |organisation, visit| visit(organisation.kind.as_str()),
        },
        Facet {
            id: "located",
            kind: FacetKind::Has,
            values: |organisation, visit| organisation.location.iter().for_each(|_| visit(YES)),
        },
        Facet {
            id: "label",
            kind: FacetKind::One,
            values: |organisation, visit| {
                organisation.label.iter().for_each(|label| visit(label.level.as_str()));
            },
        },
    ];
    const NUMBERS: &'static [Number<Self>] = &[
        Number { id: "founded", value: |organisation| organisation.founded.map(f64::from) },
        Number { id: "members", value: |organisation| organisation.members.total.map(f64::from) },
    ];

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.name, 4.0);
        self.acronym.iter().for_each(|acronym| visit(acronym, 4.0));
        self.city.iter().for_each(|city| visit(city, 2.0));
        self.city_listed.iter().for_each(|city| visit(city, 1.0));
        if let Some(name) = self.region.as_ref().and_then(|region| region.name.as_deref()) {
            visit(name, 1.0);
        }
        self.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
        for (_, value) in &self.own {
            if let OwnValue::Line(line) = value {
                visit(line, 0.5);
            }
        }
    }

    fn own_facets(&self, visit: &mut dyn FnMut(&str)) {
        for (id, value) in &self.own {
            if let OwnValue::Terms(_) = value {
                visit(id.as_str());
            }
        }
    }

    fn own_values(&self, facet: FacetId, visit: &mut dyn FnMut(&str)) {
        for (id, value) in &self.own {
            if let OwnValue::Terms(terms) = value
                && facet.strip_prefix(OWN) == Some(id.as_str())
            {
                for term in terms {
                    visit(term.as_str());
                }
            }
        }
    }

    fn point(&self) -> Option<Point> {
        self.location.map(|location| location.point)
    }
}
