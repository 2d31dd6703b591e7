//! How resources are found.

use std::sync::Arc;

use crate::domain::{CountryCode, Instant, PartialDate, Resource, ResourceKind};

use super::sort_keys::latest_first;
use super::{Facet, FacetKind, Record};

/// A resource, ready to be indexed. It does not change with the time.
#[derive(Debug, Clone)]
pub struct ResourceAt(Arc<Resource>);

impl ResourceAt {
    /// A resource.
    pub fn new(resource: Arc<Resource>) -> Self {
        Self(resource)
    }

    /// The resource.
    pub fn resource(&self) -> &Arc<Resource> {
        &self.0
    }
}

/// In the order of its own: kind after kind, in each the latest first.
impl Record for ResourceAt {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "kind",
            kind: FacetKind::OneOf(&[
                "service",
                "tool",
                "case_study",
                "trend",
                "guide",
                "report",
                "news",
                "link",
            ]),
            values: |at, visit| visit(at.0.kind.as_str()),
        },
        Facet {
            id: "theme",
            kind: FacetKind::Many,
            values: |at, visit| at.0.themes.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "ecosystem",
            kind: FacetKind::Many,
            values: |at, visit| at.0.ecosystems.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "country",
            kind: FacetKind::Many,
            values: |at, visit| at.0.countries.iter().map(CountryCode::as_str).for_each(visit),
        },
    ];

    fn id(&self) -> &str {
        self.0.id.as_str()
    }

    fn title(&self) -> &str {
        &self.0.title
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.0.title, 4.0);
        self.0.reference.iter().for_each(|text| visit(text, 2.0));
        [&self.0.format, &self.0.how_to_join].into_iter().flatten().for_each(|text| visit(text, 0.5));
        self.0.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
    }

    fn sort_key(&self) -> i64 {
        let group = ResourceKind::ALL.iter().position(|kind| *kind == self.0.kind).unwrap_or_default();
        latest_first(
            i64::try_from(group).unwrap_or_default(),
            self.0.date.map(PartialDate::first).map(Instant::start_of),
        )
    }
}
