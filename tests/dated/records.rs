//! Records of every kind, as short as tests can name them.

use cluster_atlas::domain::{
    Call, CountryGroup, CutOff, Eligibility, EligibleRegion, Instant, LocalText, Members, Organisation,
    OrganisationKind, PartnerRequest, Region, Registration, RequestKind, Session, Term, TermId, Training,
    TrainingFormat, TrainingKind, Vocabularies,
};

pub fn terms(ids: &[&str]) -> Vec<TermId> {
    ids.iter().map(|id| id.parse().expect("an id")).collect()
}

pub fn english(text: &str) -> LocalText {
    LocalText::new([("en".parse().expect("a language"), text.to_owned())])
}

/// A moment in Brussels.
pub fn at(day: &str, time: &str) -> Instant {
    Instant::at(day.parse().expect("a day"), time.parse().expect("a time"))
}

/// A call open to anyone, about nothing in particular, open from 2024 on.
pub fn call(id: &str) -> Call {
    Call {
        id: id.parse().expect("an id"),
        title: "Call".into(),
        issuer: "Issuer".into(),
        topic_id: None,
        action_type: None,
        audience: Vec::new(),
        purpose: Vec::new(),
        ecosystems: Vec::new(),
        eligibility: Eligibility::default(),
        opens: "2024-01-01".parse().ok(),
        cutoffs: Vec::new(),
        deadline_words: None,
        deadline_known: false,
        published: None,
        reported: None,
        cancelled: false,
        budget: None,
        max_grant_eur: None,
        summary: LocalText::default(),
        url: None,
        url_is_list: false,
        sources: Vec::new(),
    }
}

pub fn closing(call: Call, day: &str) -> Call {
    Call { cutoffs: vec![CutOff { date: day.parse().expect("a day"), time: None, note: None }], ..call }
}

/// Eligibility as `FR`, `eu` (a group), `FR1` or `FR:Normandie` (regions).
pub fn eligible(places: &[&str]) -> Eligibility {
    let mut eligibility = Eligibility::default();
    for place in places {
        let (code, name) = place.split_once(':').unwrap_or((place, ""));
        if let Ok(group) = place.parse::<TermId>()
            && place.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            eligibility.groups.push(group);
        } else if place.len() == 2 {
            eligibility.countries.push(place.parse().expect("a country"));
        } else {
            eligibility.regions.push(EligibleRegion {
                country: code[..2].parse().expect("a country"),
                code: code.parse().ok(),
                name: (!name.is_empty()).then(|| name.to_owned()),
            });
        }
    }
    eligibility
}

pub fn organisation(id: &str, country: &str) -> Organisation {
    Organisation {
        id: id.parse().expect("an id"),
        name: "Cluster".into(),
        acronym: None,
        kind: OrganisationKind::ClusterOrganisation,
        country: country.parse().expect("a country"),
        city: None,
        city_listed: None,
        region: None,
        location: None,
        ecosystems: Vec::new(),
        expertise: Vec::new(),
        expertise_basis: None,
        nace: Vec::new(),
        members: Members::default(),
        founded: None,
        staff_fte: None,
        label: None,
        website: None,
        email: None,
        summary: LocalText::default(),
        updated: None,
        source: None,
        own: Vec::new(),
    }
}

pub fn in_region(organisation: Organisation, code: Option<&str>, name: Option<&str>) -> Organisation {
    let region = Region { code: code.and_then(|code| code.parse().ok()), name: name.map(str::to_owned) };
    Organisation { region: Some(region), ..organisation }
}

/// Two groups, of which one is known in full, and two topics.
pub fn vocabularies() -> Vocabularies {
    let term =
        |id: &str, label: &str| Term { id: id.parse().expect("an id"), label: english(label), badge: None };
    let group = |id: &str, members: &[&str], complete| CountryGroup {
        term: term(id, id),
        members: members.iter().map(|code| code.parse().expect("a country")).collect(),
        complete,
    };
    Vocabularies {
        expertise: vec![term("photonics", "Photonics and lighting"), term("water", "Water")],
        country_groups: vec![group("eu", &["FR", "DE", "IT"], true), group("smp", &["UA", "NO"], false)],
        ..Vocabularies::default()
    }
}

/// A training with whole-day sessions, for which one registers here.
pub fn training(id: &str, days: &[&str]) -> Training {
    let session = |(at, day): (usize, &&str)| Session {
        id: format!("s{}", at + 1).parse().expect("an id"),
        date: day.parse().expect("a day"),
        start: None,
        end: None,
        place: None,
        online: true,
        note: None,
    };
    Training {
        id: id.parse().expect("an id"),
        title: "Training".into(),
        kind: TrainingKind::Academy,
        format: TrainingFormat::Online,
        format_assumed: false,
        sessions: days.iter().enumerate().map(session).collect(),
        undated_sessions: None,
        capacity: None,
        participants: None,
        application_deadline: None,
        language: Vec::new(),
        host: None,
        audience: Vec::new(),
        topics: Vec::new(),
        registration: Registration::Here,
        summary: LocalText::default(),
        url: None,
        note: None,
        sources: Vec::new(),
    }
}

pub fn request(id: &str, deadline: Option<&str>) -> PartnerRequest {
    PartnerRequest {
        id: id.parse().expect("an id"),
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
        deadline: deadline.map(|day| day.parse().expect("a day")),
        published: None,
        email: None,
        url: None,
        note: None,
        sources: Vec::new(),
    }
}
