//! The form of an organisation's profile: only what differs is sent, and nothing of the place is a guess.

use cluster_atlas::domain::Instant;
use cluster_atlas::signup::{
    BodyKind, Checked, Event, Fault, Field, FieldError, Form, LONGEST_LINE, Named, Page, ProfileDraft,
    ProfileField as Of, Published, State, Step, StoredDraft,
};
use proptest::prelude::*;

use crate::fixtures::{
    HOSTILE, correction, entry, event, key, mailed, new_profile, now, profiles, published, run, setting,
};

fn checked(draft: &ProfileDraft, against: &Published) -> Result<Checked, Vec<FieldError>> {
    draft.check(&setting(against, now()))
}

/// What would change: field, from, to.
fn changes(draft: &ProfileDraft, against: &Published) -> Vec<(String, String, String)> {
    let checked = checked(draft, against).expect("no faults");
    let profile = checked.contents().profile.clone().expect("a profile");
    let text = |text: Option<String>| text.unwrap_or_default();
    profile.changes.into_iter().map(|(field, change)| (field, text(change.from), text(change.to))).collect()
}

fn faults(draft: &ProfileDraft, against: &Published) -> Vec<(Field, Fault)> {
    let errors = checked(draft, against).expect_err("faults");
    errors.into_iter().map(|error| (error.field, error.fault)).collect()
}

fn change(field: &str, from: &str, to: &str) -> (String, String, String) {
    (field.to_owned(), from.to_owned(), to.to_owned())
}

#[test]
fn a_correction_says_what_differs_and_against_which_edition() {
    let mut draft = correction();
    draft.website = " www.example.org ".to_owned();
    draft.members = "2 000".to_owned();
    draft.sme = "1 234".to_owned();
    draft.staff = "8,25".to_owned();
    draft.acronym = "  ".to_owned();
    // The order in which somebody ticks is no statement.
    draft.ecosystems.reverse();
    let expected = [
        change("acronym", "PFP", ""),
        change("members", "120", "2000"),
        change("members_sme", "90", "1234"),
        change("staff_fte", "7.5", "8.25"),
        change("website", "https://www.fictional.example/", "https://www.example.org"),
    ];
    assert_eq!(changes(&draft, &published()), expected);
    let entry = entry(1, draft, &published(), &mailed());
    let body = entry.contents();
    let profile = body.profile.as_ref().expect("a profile");
    assert_eq!(body.kind, BodyKind::Correction);
    assert_eq!(profile.record.as_deref(), Some("fr-fictional-every-field"));
    assert_eq!(profile.edition.as_deref(), Some("0123456789"));
    assert_eq!(profile.published.as_deref(), Some("2026-11-21"));
    assert_eq!(body.title(), "Pôle fictif de photonique");
    let line = body.lines().into_iter().find(|line| line.before.as_deref() == Some("90")).expect("a line");
    assert_eq!(line.value, "1234");
}

#[test]
fn what_changes_nothing_is_no_proposal_but_a_remark_is_one() {
    let unchanged = (Field::Whole, Fault::Unchanged);
    assert_eq!(faults(&correction(), &published()), [unchanged]);
    let remarked = ProfileDraft { note: "It has closed.".to_owned(), ..correction() };
    assert_eq!(changes(&remarked, &published()), []);
}

#[test]
fn what_was_published_meanwhile_is_not_taken_back_by_a_draft_of_before() {
    let mut later = published();
    let mut corrected = crate::fixtures::organisation();
    corrected.website = "https://later.example/".parse().ok();
    corrected.founded = Some(1999);
    later.texts = cluster_atlas::signup::ProfileTexts::of(&corrected);
    let mut draft = correction();
    draft.acronym = "X".to_owned();
    draft.founded = "1999".to_owned();
    assert_eq!(changes(&draft, &later), [change("acronym", "PFP", "X")]);
}

#[test]
fn a_town_is_picked_with_its_country_or_there_is_a_country_only() {
    let city = Field::Profile(Of::City);
    let graz = || Named { name: "Graz".to_owned(), id: Some("AT|AT22|47.0673,15.442".to_owned()) };
    let typed = ProfileDraft { town: Named { id: None, ..graz() }, ..new_profile() };
    assert_eq!(faults(&typed, &Published::default()), [(city, Fault::NotPicked { text: "Graz".to_owned() })]);
    let elsewhere = ProfileDraft { town: graz(), ..new_profile() };
    let other = Fault::InAnotherCountry { town: "Graz".to_owned() };
    assert_eq!(faults(&elsewhere, &Published::default()), [(city, other.clone())]);
    // Of a town of the map only the point is known.
    let far = Named { name: "Graz".to_owned(), id: Some("||47.07,15.44".to_owned()) };
    assert_eq!(
        faults(
            &ProfileDraft { town: far.clone(), country: "PT".to_owned(), ..new_profile() },
            &Published::default()
        ),
        [(city, other)]
    );
    let place = |town: Named| {
        let draft = ProfileDraft { town, country: "AT".to_owned(), ..new_profile() };
        let changes = changes(&draft, &Published::default());
        let place = ["city", "country", "location", "region"];
        changes.into_iter().filter(|(field, ..)| place.contains(&field.as_str())).collect::<Vec<_>>()
    };
    let known = [
        change("city", "", "Graz"),
        change("country", "", "AT"),
        change("location", "", "47.0673, 15.442"),
        change("region", "", "AT22"),
    ];
    assert_eq!(place(graz()), known);
    assert_eq!(place(far).len(), 3);
    assert_eq!(place(Named::default()), [change("country", "", "AT")]);

    // A correction: another town takes its region and its point along, no town takes them away.
    let moved = ProfileDraft { town: graz(), country: "AT".to_owned(), ..correction() };
    assert_eq!(changes(&moved, &published()).len(), 4);
    let none = ProfileDraft { town: Named::default(), ..correction() };
    let gone = [
        change("city", "Orléans", ""),
        change("location", "47.9025, 1.9041", ""),
        change("region", "FRB0", ""),
    ];
    assert_eq!(changes(&none, &published()), gone);
    let stays = ProfileDraft { country: "AT".to_owned(), ..correction() };
    assert_eq!(
        faults(&stays, &published()),
        [(city, Fault::InAnotherCountry { town: "Orléans".to_owned() })]
    );
    // The same name typed again is the same town.
    let again = ProfileDraft {
        town: Named { name: "Orléans".to_owned(), id: None },
        acronym: "X".to_owned(),
        ..correction()
    };
    assert_eq!(changes(&again, &published()), [change("acronym", "PFP", "X")]);
}

#[test]
fn what_cannot_be_is_refused_where_it_stands() {
    let faulty = ProfileDraft {
        name: "x".repeat(LONGEST_LINE + 1),
        kind: "guild".to_owned(),
        website: "javascript:alert(1)".to_owned(),
        email: "zoe@localhost".to_owned(),
        country: "Austria".to_owned(),
        ecosystems: vec!["no id".to_owned()],
        founded: "3000".to_owned(),
        members: "1e999".to_owned(),
        sme: "-1".to_owned(),
        staff: "many".to_owned(),
        contact_email: String::new(),
        relation: "owner".to_owned(),
        ..new_profile()
    };
    let found: Vec<Field> =
        faults(&faulty, &Published::default()).into_iter().map(|(field, _)| field).collect();
    let profile = [
        Of::Name,
        Of::Kind,
        Of::Website,
        Of::Email,
        Of::Country,
        Of::Ecosystems,
        Of::Founded,
        Of::Members,
        Of::Sme,
        Of::Staff,
    ];
    let expected: Vec<Field> =
        profile.map(Field::Profile).into_iter().chain([Field::ContactEmail, Field::Relation]).collect();
    assert_eq!(found, expected);
    for website in [
        "http://localhost/",
        "http://10.0.0.1/",
        "data:text/html,x",
        "https://",
        "ftp://example.org",
        "https://a@b.example",
        "java script",
    ] {
        let draft = ProfileDraft { website: website.to_owned(), ..new_profile() };
        assert_eq!(
            faults(&draft, &Published::default()),
            [(Field::Profile(Of::Website), Fault::NotAWebAddress)],
            "{website}"
        );
    }
}

#[test]
fn hostile_texts_arrive_as_they_are() {
    for text in HOSTILE {
        let draft = ProfileDraft { summary: text.to_owned(), note: text.to_owned(), ..new_profile() };
        let entry = entry(1, draft, &Published::default(), &mailed());
        let profile = entry.contents().profile.as_ref().expect("a profile");
        assert_eq!(profile.changes["summary"].to.as_deref(), Some(text.trim()));
        assert_eq!(profile.note.as_deref(), Some(text.trim()));
    }
}

#[test]
fn what_it_does_is_said_in_each_language_by_itself() {
    let draft = ProfileDraft {
        summary_de: "Ein erfundener Cluster.".to_owned(),
        summary_fr: " ".to_owned(),
        ..correction()
    };
    let expected =
        [change("summary_de", "", "Ein erfundener Cluster."), change("summary_fr", "Un pôle fictif.", "")];
    assert_eq!(changes(&draft, &published()), expected);
    // Who has begun before there were languages goes on with the one there was.
    let text = serde_json::to_string(&correction()).expect("a draft");
    let mut earlier: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for name in ["summary_de", "summary_fr"] {
        earlier.as_object_mut().expect("an object").remove(name);
    }
    let earlier: ProfileDraft = serde_json::from_value(earlier).expect("readable");
    assert_eq!(earlier.summary_fr, "");
}

#[test]
fn a_draft_comes_back_with_what_it_was_begun_with() {
    let against = published();
    let typed = Event::Typed { field: Field::Profile(Of::Acronym), text: "X".to_owned() };
    let state = State::begin(key(1), ProfileDraft::subject(&against), correction());
    let (state, _) = run(state, [typed, Event::Next, Event::Next], &setting(&against, now()));
    assert_eq!(state.page(), Page::Fill(Step::Size));
    let text = state.draft(now()).expect("a draft").to_json();
    let draft = StoredDraft::<ProfileDraft>::read(&text).expect("readable");
    assert_eq!(draft.subject, "fr-fictional-every-field");
    assert_eq!(changes(&draft.typed, &against), [change("acronym", "PFP", "X")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_form_without_faults_is_always_submitted(draft in profiles(0.0)) {
        entry(1, draft, &Published::default(), &mailed());
    }

    #[test]
    fn no_sequence_of_events_submits_what_is_faulty(
        draft in profiles(0.3),
        events in prop::collection::vec(event(), 0..40),
    ) {
        let against = published();
        let state = State::begin(key(1), ProfileDraft::subject(&against), draft);
        let mut events = events;
        events.push(Event::Next);
        let (state, _) = run(state, events, &setting(&against, Instant::from_unix(now().unix())));
        if let Some(entry) = state.entry() {
            let profile = entry.contents().profile.as_ref().expect("a profile");
            prop_assert!(!profile.changes.is_empty() || profile.note.is_some());
            prop_assert!(profile.changes.values().all(|change| change.from != change.to));
            prop_assert!(entry.contents().consent.privacy);
        }
    }
}
