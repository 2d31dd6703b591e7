//! How partner requests are found: as they stand at one moment.

use std::sync::Arc;

use crate::domain::{Instant, PartnerRequest, RequestStatus};

use super::sort_keys::{latest_first, soonest_first};
use super::{Facet, FacetKind, Record};

/// A partner request as it stands at some moment. For another moment the index is built anew, which is quick.
#[derive(Debug, Clone)]
pub struct RequestAt {
    request: Arc<PartnerRequest>,
    status: RequestStatus,
    sort_key: i64,
}

impl RequestAt {
    /// A partner request at a moment; its status is derived here, once.
    pub fn new(request: Arc<PartnerRequest>, now: Instant) -> Self {
        let status = request.status(now);
        let sort_key = match status {
            RequestStatus::Open => soonest_first(0, request.closes()),
            RequestStatus::Undated => latest_first(1, request.published.map(Instant::start_of)),
            RequestStatus::Closed => latest_first(2, request.closes()),
        };
        Self { request, status, sort_key }
    }

    /// The partner request.
    pub fn request(&self) -> &Arc<PartnerRequest> {
        &self.request
    }

    /// Where it stands.
    pub fn status(&self) -> RequestStatus {
        self.status
    }
}

/// In the order of its own: what is open, by its deadline; what has no deadline, the most recent first; then what
/// is closed, the most recent first.
impl Record for RequestAt {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "status",
            kind: FacetKind::OneOf(&["open", "undated", "closed"]),
            values: |at, visit| visit(at.status.as_str()),
        },
        Facet {
            id: "kind",
            kind: FacetKind::OneOf(&["partners", "host", "visitor", "challenge"]),
            values: |at, visit| visit(at.request.kind.as_str()),
        },
        Facet {
            id: "ecosystem",
            kind: FacetKind::Many,
            values: |at, visit| at.request.ecosystems.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "expertise",
            kind: FacetKind::Many,
            values: |at, visit| at.request.expertise.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "country",
            kind: FacetKind::One,
            values: |at, visit| at.request.country.iter().for_each(|country| visit(country.as_str())),
        },
        Facet {
            id: "call",
            kind: FacetKind::One,
            values: |at, visit| at.request.call_id.iter().for_each(|call| visit(call.as_str())),
        },
    ];

    fn id(&self) -> &str {
        self.request.id.as_str()
    }

    fn title(&self) -> &str {
        &self.request.title
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.request.title, 4.0);
        self.request.requester.iter().for_each(|requester| visit(requester, 2.0));
        self.request.call.iter().for_each(|call| visit(call, 2.0));
        self.request.seeks.iter().for_each(|(_, seeks)| visit(seeks, 1.0));
        self.request.offers.iter().for_each(|(_, offers)| visit(offers, 1.0));
    }

    fn sort_key(&self) -> i64 {
        self.sort_key
    }
}
