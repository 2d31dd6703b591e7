//! How organisations are found.

use crate::domain::{Organisation, Point};

use super::{Facet, FacetKind, Record, YES};

impl Record for Organisation {
    const FACETS: &'static [Facet] = &[
        Facet { name: "country", kind: FacetKind::One },
        Facet { name: "region", kind: FacetKind::One },
        Facet { name: "ecosystem", kind: FacetKind::Many },
        Facet { name: "expertise", kind: FacetKind::Many },
        Facet { name: "kind", kind: FacetKind::One },
        Facet { name: "located", kind: FacetKind::Has },
        Facet { name: "label", kind: FacetKind::One },
    ];
    const NUMBERS: &'static [&'static str] = &["founded", "members"];

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn facet_values<'a>(&'a self, facet: usize, visit: &mut dyn FnMut(&'a str)) {
        match facet {
            0 => visit(self.country.as_str()),
            1 => self.region.iter().for_each(|region| visit(region.key())),
            2 => self.ecosystems.iter().for_each(|term| visit(term.as_str())),
            3 => self.expertise.iter().for_each(|term| visit(term.as_str())),
            4 => visit(self.kind.as_str()),
            5 => self.location.iter().for_each(|_| visit(YES)),
            6 => self.label.iter().for_each(|label| visit(label.level.as_str())),
            _ => {}
        }
    }

    fn number(&self, field: usize) -> Option<f64> {
        match field {
            0 => self.founded.map(f64::from),
            1 => self.members.total.map(f64::from),
            _ => None,
        }
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
    }

    fn point(&self) -> Option<Point> {
        self.location.map(|location| location.point)
    }
}
