//! Forms, events and texts, made up.

use cluster_atlas::collection::Collection;
use cluster_atlas::dataset::{Delivery, Fetched, ReceiptBy, read_organisations};
use cluster_atlas::domain::{Instant, Organisation, Vocabularies};
use cluster_atlas::signup::{
    Answer, Boxes, Effect, Entry, EntryKey, Event, Field, Form, Named, Notice, Occasion, Offer,
    OfferedSession, Page, Part, PersonDraft, ProfileDraft, ProfileField, ProfileTexts, Published, Receiver,
    RequestDraft, Setting, SignUpDraft, SignUpKind, State, Step, update,
};
use proptest::prelude::*;

/// 22 November 2026, 09:30 UTC.
pub const NOW: i64 = 1_795_339_800;

pub fn now() -> Instant {
    Instant::from_unix(NOW)
}

pub fn key(number: u8) -> EntryKey {
    EntryKey::new(1_795_339_800_000, [number; 10])
}

/// Stands in for the browser's normalisation: knows one letter.
pub fn nfc(text: &str) -> String {
    text.replace("e\u{301}", "é")
}

pub fn setting<F: Form>(context: &F::Context, now: Instant) -> Setting<'_, F> {
    Setting { context, now, nfc: &nfc }
}

/// One session is over, one is online, one is on site.
pub fn offer(kind: SignUpKind) -> Offer {
    let session = |id: &str, date: &str, start: Option<&str>, over, on_site| OfferedSession {
        id: id.parse().expect("an id"),
        date: date.parse().expect("a day"),
        start: start.map(|start| start.parse().expect("a time")),
        over,
        on_site,
    };
    Offer {
        of: Collection::Trainings,
        subject: "academy-9".to_owned(),
        id: "academy-9".parse().expect("an id"),
        title: "9th Academy".to_owned(),
        kind,
        closed: None,
        sessions: vec![
            session("s1", "2026-11-02", None, true, false),
            session("s2", "2027-01-19", Some("10:00"), false, false),
            session("s3", "2027-03-09", None, false, true),
        ],
        on_site: true,
    }
}

pub fn person() -> PersonDraft {
    PersonDraft {
        given_name: "Zoë".to_owned(),
        family_name: "Ångström".to_owned(),
        email: "zoe@example.org".to_owned(),
        role: "Cluster manager".to_owned(),
        ..PersonDraft::default()
    }
}

pub fn sign_up() -> SignUpDraft {
    SignUpDraft {
        kind: String::new(),
        sessions: vec!["s3".to_owned(), "s2".to_owned()],
        people: vec![person()],
        organisation: Named { name: "Minalogic".to_owned(), id: Some("fr-minalogic".to_owned()) },
        country: "FR".to_owned(),
        hopes: String::new(),
    }
}

pub fn request() -> RequestDraft {
    RequestDraft {
        title: "Pilot lines".to_owned(),
        sought: "Two clusters".to_owned(),
        askers: vec!["fr-minalogic".to_owned()],
        contact_name: "Zoë Ångström".to_owned(),
        contact_email: "zoe@example.org".to_owned(),
        ..RequestDraft::default()
    }
}

pub fn occasion() -> Occasion {
    Occasion { subject: "call-1".to_owned() }
}

/// The organisation of the fixture that has every field.
pub fn organisation() -> Organisation {
    let file = include_str!("../fixtures/organisations-every-field.json");
    let read = read_organisations(&Fetched::opened("a", file.as_bytes()), &Vocabularies::default());
    read.expect("a file").records.remove(0)
}

/// What a correction of it is made against.
pub fn published() -> Published {
    let organisation = organisation();
    Published {
        record: organisation.id.as_str().to_owned(),
        name: organisation.name.clone(),
        texts: ProfileTexts::of(&organisation),
        edition: Some("0123456789".to_owned()),
        published: "2026-11-21".parse().ok(),
    }
}

/// A form with who proposes it.
fn proposed(draft: ProfileDraft) -> ProfileDraft {
    ProfileDraft {
        contact_name: "Zoë Ångström".to_owned(),
        contact_email: "zoe@example.org".to_owned(),
        relation: "staff".to_owned(),
        ..draft
    }
}

/// A correction of the organisation, in which nothing is changed yet.
pub fn correction() -> ProfileDraft {
    proposed(ProfileDraft::of(&organisation()))
}

/// A new organisation.
pub fn new_profile() -> ProfileDraft {
    proposed(ProfileDraft { name: "New".to_owned(), country: "FR".to_owned(), ..ProfileDraft::blank() })
}

/// Proposals about a new organisation as typed: without faults, but for `faulty` of the texts.
pub fn profiles(faulty: f64) -> BoxedStrategy<ProfileDraft> {
    let number = |most: u32| {
        let fine = prop_oneof![Just(String::new()), (1..most).prop_map(|number| number.to_string())];
        (prop::bool::weighted(faulty), text(), fine)
            .prop_map(|(faulty, text, fine)| if faulty { text } else { fine })
            .boxed()
    };
    let what = (
        some(faulty, "[A-ZÅЖ][a-zé]{0,8}"),
        text_or_blank(),
        text_or_blank(),
        some(faulty, "(|https://www\\.example\\.org/[a-z]{0,9}|www\\.example\\.org)"),
        some(faulty, "(|info@example\\.org)"),
    );
    let town = proptest::sample::select(
        &[("", ""), ("Graz", "AT|AT22|47.0673,15.442"), ("Berlin", "||52.52,13.41")][..],
    );
    let lists = (
        proptest::sample::subsequence(vec!["digital".to_owned(), "health".to_owned()], 0..=2),
        proptest::sample::subsequence(vec!["space".to_owned(), "photonics".to_owned()], 0..=2),
    );
    (what, town, lists, number(2026), number(90_000), text_or_blank())
        .prop_map(|(what, town, (ecosystems, expertise), founded, members, note)| {
            let (name, acronym, summary, website, email) = what;
            let country = if town.0 == "Berlin" { "DE" } else { "AT" };
            let founded =
                if founded.len() == 4 && founded.as_bytes()[0] != b'0' { founded } else { String::new() };
            proposed(ProfileDraft {
                name,
                acronym,
                summary,
                website,
                email,
                town: Named {
                    name: town.0.to_owned(),
                    id: Some(town.1.to_owned()).filter(|id| !id.is_empty()),
                },
                country: country.to_owned(),
                ecosystems,
                expertise,
                founded,
                members,
                note,
                ..ProfileDraft::blank()
            })
        })
        .boxed()
}

pub fn notice() -> Notice {
    Notice { version: "1".to_owned(), language: "en".parse().expect("a language") }
}

pub fn endpoint() -> Delivery {
    endpoint_at("https://example.org/sign-ups")
}

pub fn endpoint_at(url: &str) -> Delivery {
    Delivery::Endpoint { url: url.parse().expect("an address"), receipt: ReceiptBy::Key }
}

/// An answer of the receiver: it gives back the key of the entry that was sent, and says what else is given.
pub fn given_back(entry: &Entry, status: u16, more: &str) -> Answer {
    let body = format!(r#"{{"idempotency_key":"{}"{more}}}"#, entry.key().as_str());
    Answer { status, body, ..Answer::default() }
}

pub fn mailed() -> Delivery {
    Delivery::Mail { to: "office@example.org".parse().expect("an address") }
}

pub fn receiver(delivery: Delivery, organiser: Option<&str>) -> Receiver {
    Receiver { delivery, organiser: organiser.map(str::to_owned) }
}

pub fn submit(delivery: Delivery) -> Event {
    Event::Submit { notice: notice(), receiver: receiver(delivery, None) }
}

/// One event after the other; the last state and all effects.
pub fn run<F: Form>(
    mut state: State<F>,
    events: impl IntoIterator<Item = Event>,
    setting: &Setting<'_, F>,
) -> (State<F>, Vec<Effect>) {
    let mut all = Vec::new();
    for event in events {
        let (next, effects) = update(state, event, setting);
        state = next;
        all.extend(effects);
    }
    (state, all)
}

/// The entry of a form without faults.
pub fn entry<F: Form>(number: u8, typed: F, context: &F::Context, delivery: &Delivery) -> Entry {
    let state = State::begin(key(number), F::subject(context), typed);
    let ticked = Event::Ticked(Boxes { privacy: true, newsletter: false });
    let events = [Event::GoTo(Page::Check), ticked, submit(delivery.clone())];
    let (state, _) = run(state, events, &setting(context, now()));
    state.entry().unwrap_or_else(|| panic!("not submitted: {:?}", state.errors())).clone()
}

/// Texts that something somewhere has stumbled over.
pub const HOSTILE: [&str; 14] = [
    "<script>alert(1)</script>",
    "\"; DROP TABLE people; --",
    "=HYPERLINK(\"https://example.org\")",
    "+1+1",
    "@sum(1)",
    "\u{202e}txt.exe",
    "a\u{0}b",
    "a\r\nBcc: all@example.org",
    "{{7*7}}${7*7}",
    "../../etc/passwd",
    "&body=x?subject=y#z%00",
    "👩‍👩‍👧‍👦 𝒳 ｆｕｌｌ",
    "مرحبا بالعالم",
    "\u{feff}first\u{2028}second",
];

/// Any text: ordinary, empty, hostile, endless.
pub fn text() -> BoxedStrategy<String> {
    prop_oneof![
        3 => "[A-Za-zÅéЖ ]{1,12}",
        1 => Just(String::new()),
        1 => Just("  \u{200b} ".to_owned()),
        2 => proptest::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => (295_usize..305).prop_map(|length| "ж".repeat(length)),
        1 => Just("x".repeat(6_001)),
        3 => proptest::sample::select(&["zoe@example.org", "zoe@", "FR", "XX1", "2027-02-01", "2020-01-01", "partners", "host", "interest", "sign-up", "staff", "network", "1998"][..])
            .prop_map(str::to_owned),
    ]
    .boxed()
}

pub fn field() -> BoxedStrategy<Field> {
    let person =
        (0_usize..3, proptest::sample::select(&Part::ALL[..])).prop_map(|(at, part)| Field::Person(at, part));
    let single = proptest::sample::select(
        &[
            Field::Sessions,
            Field::Organisation,
            Field::Country,
            Field::Hopes,
            Field::Title,
            Field::Kind,
            Field::Sought,
            Field::Offered,
            Field::Ecosystems,
            Field::Places,
            Field::Call,
            Field::Deadline,
            Field::Askers,
            Field::Wanted,
            Field::Asker,
            Field::ContactName,
            Field::ContactEmail,
            Field::Relation,
            Field::Note,
            Field::Profile(ProfileField::Name),
            Field::Profile(ProfileField::City),
            Field::Profile(ProfileField::Country),
            Field::Profile(ProfileField::Expertise),
            Field::Profile(ProfileField::Founded),
            Field::Profile(ProfileField::Website),
            Field::Privacy,
            Field::Whole,
            Field::People,
        ][..],
    );
    prop_oneof![2 => person, 5 => single].boxed()
}

pub fn page() -> BoxedStrategy<Page> {
    let pages = [
        Step::Choose,
        Step::You,
        Step::Needs,
        Step::What,
        Step::Partners,
        Step::Who,
        Step::Profile,
        Step::Work,
        Step::Size,
        Step::Proposer,
    ]
    .map(Page::Fill);
    let pages: Vec<Page> = pages.into_iter().chain([Page::Check, Page::Done]).collect();
    proptest::sample::select(pages).boxed()
}

/// What a visitor may do, mostly what leads on: else no random walk would ever arrive.
pub fn event() -> BoxedStrategy<Event> {
    let id = proptest::sample::select(
        &["s1", "s2", "s3", "s9", "fr-minalogic", "FR", "DE21", "no id", "health", "AT|AT22|47.0673,15.442"]
            [..],
    );
    let chosen = (field(), id, any::<bool>()).prop_map(|(field, id, on)| Event::Chosen {
        field,
        id: id.to_owned(),
        on,
    });
    let boxes = (prop::bool::weighted(0.8), any::<bool>())
        .prop_map(|(privacy, newsletter)| Event::Ticked(Boxes { privacy, newsletter }));
    let delivery = proptest::sample::select(vec![Delivery::File, mailed(), endpoint()]);
    prop_oneof![
        6 => (field(), text()).prop_map(|(field, text)| Event::Typed { field, text }),
        1 => (field(), text(), text()).prop_map(|(field, id, name)| Event::Picked { field, id, name }),
        3 => chosen,
        1 => Just(Event::AddPerson),
        1 => (0_usize..3).prop_map(|at| Event::RemovePerson { at }),
        6 => Just(Event::Next),
        1 => Just(Event::Back),
        3 => page().prop_map(Event::GoTo),
        4 => boxes,
        4 => delivery.prop_map(submit),
    ]
    .boxed()
}

/// Sign-ups as typed: without faults, but for `faulty` of the texts.
pub fn sign_ups(faulty: f64) -> BoxedStrategy<SignUpDraft> {
    let person = (
        some(faulty, "[A-ZÅЖ][a-zé]{0,8}"),
        some(faulty, "[A-ZÅЖ][a-zé]{0,8}"),
        some(faulty, "[a-z]{1,9}@example\\.org"),
        some(faulty, "[A-Za-z ]{0,8}x"),
        text_or_blank(),
        text_or_blank(),
    )
        .prop_map(|(given_name, family_name, email, role, accessibility_needs, dietary_needs)| PersonDraft {
            given_name,
            family_name,
            email,
            role,
            accessibility_needs,
            dietary_needs,
        });
    let sessions = proptest::sample::subsequence(vec!["s3".to_owned(), "s2".to_owned()], 1..=2);
    let organisation = (some(faulty, "[A-Z][a-z]{1,9}"), proptest::option::of("[a-z]{2}-[a-z]{1,9}"))
        .prop_map(|(name, id)| Named { name, id });
    (
        sessions,
        prop::collection::vec(person, 1..4),
        organisation,
        some(faulty, "(FR|DE|GR|GB|XK|US)"),
        text_or_blank(),
    )
        .prop_map(|(sessions, people, organisation, country, hopes)| SignUpDraft {
            kind: String::new(),
            sessions,
            people,
            organisation,
            country,
            hopes,
        })
        .boxed()
}

/// Partner requests as typed, likewise.
pub fn requests(faulty: f64) -> BoxedStrategy<RequestDraft> {
    let ids = |from: &[&str]| {
        let from: Vec<String> = from.iter().map(|id| (*id).to_owned()).collect();
        let most = from.len();
        proptest::sample::subsequence(from, 0..=most)
    };
    let what = (
        some(faulty, "[A-Z][a-z]{1,9}"),
        proptest::sample::select(&["partners", "host", "visitor", "challenge"][..]),
        some(faulty, "[A-Z][a-z]{1,30}"),
        text_or_blank(),
    );
    let partners = (
        ids(&["health", "electronics"]),
        ids(&["FR", "DE21", "FRK"]),
        ids(&["fr-minalogic", "pl-interizon"]),
        text_or_blank(),
        proptest::sample::select(&["", "2027-02-01", "2026-11-22"][..]),
    );
    let who = (
        ids(&["fr-minalogic", "de-optec"]),
        some(faulty, "[A-Z][a-z]{1,9}"),
        some(faulty, "[A-ZÅЖ][a-zé]{0,8}"),
        some(faulty, "[a-z]{1,9}@example\\.org"),
    );
    (what, partners, who)
        .prop_map(
            |(
                (title, kind, sought, offered),
                (ecosystems, places, wanted, call, deadline),
                (askers, asker, contact_name, contact_email),
            )| {
                RequestDraft {
                    title,
                    kind: kind.to_owned(),
                    sought,
                    offered,
                    expertise: ecosystems.clone(),
                    ecosystems,
                    places,
                    wanted,
                    call: Named { name: call, id: None },
                    deadline: deadline.to_owned(),
                    askers,
                    asker,
                    contact_name,
                    contact_email,
                    ..RequestDraft::default()
                }
            },
        )
        .boxed()
}

fn some(faulty: f64, pattern: &'static str) -> BoxedStrategy<String> {
    (prop::bool::weighted(faulty), text(), pattern)
        .prop_map(|(faulty, text, fine)| if faulty { text } else { fine })
        .boxed()
}

/// Texts that may be left out and are never too long: hostile ones among them.
fn text_or_blank() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        proptest::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        "[A-Za-zÅéЖ ]{1,40}",
    ]
    .boxed()
}
