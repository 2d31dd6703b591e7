//! Whether one can still answer a partner request.

use super::{Instant, PartnerRequest};

/// Where a partner request stands at some moment; exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequestStatus {
    /// Its deadline is ahead.
    Open,
    /// It names no deadline: whether it still stands is not known.
    Undated,
    /// Its deadline has passed.
    Closed,
}

impl RequestStatus {
    /// All statuses, in the order that lists show them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Undated, Self::Closed];

    /// The name used in URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Undated => "undated",
            Self::Closed => "closed",
        }
    }
}

impl PartnerRequest {
    /// The first moment at which it is too late to answer; `None` where no deadline is named.
    pub fn closes(&self) -> Option<Instant> {
        self.deadline.map(Instant::end_of)
    }

    /// Where the request stands.
    pub fn status(&self, now: Instant) -> RequestStatus {
        match self.closes() {
            None => RequestStatus::Undated,
            Some(closes) if now < closes => RequestStatus::Open,
            Some(_) => RequestStatus::Closed,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::{Day, LocalText, RequestKind};
    use super::*;

    #[test]
    fn a_request_stands_to_the_end_of_its_last_day() {
        let deadline: Day = "2021-02-02".parse().expect("a day");
        let request = PartnerRequest {
            id: "r".parse().expect("an id"),
            title: "Request".into(),
            kind: RequestKind::Partners,
            requester: None,
            organisations: Vec::new(),
            country: None,
            seeks: LocalText::default(),
            offers: LocalText::default(),
            ecosystems: Vec::new(),
            expertise: Vec::new(),
            partner_countries: Vec::new(),
            call_id: None,
            call: None,
            deadline: Some(deadline),
            published: None,
            email: None,
            url: None,
            note: None,
            sources: Vec::new(),
        };
        let end = Instant::end_of(deadline);
        assert_eq!(request.status(Instant::from_unix(end.unix() - 1)), RequestStatus::Open);
        assert_eq!(request.status(end), RequestStatus::Closed);
        assert_eq!(PartnerRequest { deadline: None, ..request }.status(end), RequestStatus::Undated);
    }
}
