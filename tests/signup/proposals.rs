//! Proposals held against a dataset: what fits is applied with its source and day, what does not is refused with a sentence,
//! and nothing that somebody writes into one does harm.

use std::fs;
use std::path::Path;

use cluster_atlas::dataset::{Fetched, organisations_file, read_organisations, read_vocabularies};
use cluster_atlas::domain::{Day, ExpertiseBasis, Precision, Vocabularies};
use cluster_atlas::signup::{
    Applying, Named, ProfileDraft, ProfileTexts, Proposal, ProposalFault, Publication, Published,
    export_json, proposals_in, publication,
};
use proptest::prelude::*;

use crate::fixtures::{correction, entry, mailed, new_profile, organisation, profiles, published};

fn vocabularies() -> Vocabularies {
    let text = r#"{"format":"cluster-atlas/vocabularies/1",
        "ecosystems":[{"id":"digital","label":{"en":"Digital"}},{"id":"health","label":{"en":"Health"}}],
        "expertise":[{"id":"photonics","label":{"en":"Photonics"}},{"id":"space","label":{"en":"Space"}}],
        "regions":[]}"#;
    read_vocabularies(&Fetched::opened("vocabularies.json", text.as_bytes())).expect("vocabularies").0
}

fn dataset() -> Applying {
    Applying { organisations: vec![organisation()], vocabularies: vocabularies(), provenance: Vec::new() }
}

fn today() -> Day {
    "2026-11-23".parse().expect("a day")
}

/// What a form gives to a receiver, read as an operator reads it.
fn proposal(number: u8, draft: ProfileDraft, against: &Published) -> Proposal {
    let entry = entry(number, draft, against, &mailed());
    let mut all = proposals_in(entry.body().as_bytes());
    assert_eq!(all.len(), 1);
    all.remove(0).expect("a proposal")
}

fn applied(dataset: &mut Applying, proposal: &Proposal) {
    let judged = dataset.judge(proposal).expect("it fits");
    dataset.apply(proposal, judged, today());
}

#[test]
fn a_correction_changes_what_it_says_and_nothing_else() {
    let mut dataset = dataset();
    let mut draft = correction();
    draft.website = "https://www.example.org/".to_owned();
    draft.acronym = String::new();
    draft.expertise = vec!["space".to_owned()];
    draft.sme = "91".to_owned();
    let proposal = proposal(1, draft, &published());
    applied(&mut dataset, &proposal);
    let mut expected = organisation();
    expected.website = "https://www.example.org/".parse().ok();
    expected.acronym = None;
    expected.expertise = vec!["space".parse().expect("a term")];
    expected.expertise_basis = Some(ExpertiseBasis::Declared);
    expected.members.sme = Some(91);
    expected.updated = "2026-11-22".parse().ok();
    assert_eq!(dataset.organisations, [expected]);
    let said: Vec<(&str, &str, String)> = dataset
        .provenance
        .iter()
        .map(|one| (one.field.as_str(), one.source.as_str(), one.day.to_string()))
        .collect();
    let day = || "2026-11-22".to_owned();
    assert_eq!(
        said,
        ["acronym", "expertise", "members_sme", "website"].map(|field| (field, "proposals", day()))
    );
    assert_eq!(publication(&proposal.profile, dataset.organisations.iter()), Publication::Published);
    assert_eq!(dataset.judge(&proposal), Err(ProposalFault::AlreadyApplied));
}

#[test]
fn a_new_organisation_gets_an_identifier_a_place_and_a_source() {
    let mut dataset = dataset();
    let draft = ProfileDraft {
        name: "Photonik Größe".to_owned(),
        town: Named { name: "Graz".to_owned(), id: Some("AT||47.0673,15.442".to_owned()) },
        country: "AT".to_owned(),
        ..new_profile()
    };
    let proposal = proposal(1, draft.clone(), &Published::default());
    assert_eq!(publication(&proposal.profile, dataset.organisations.iter()), Publication::NotYet);
    applied(&mut dataset, &proposal);
    let new = &dataset.organisations[0];
    assert_eq!((new.id.as_str(), new.source.as_deref()), ("at-photonik-grosse", Some("proposals")));
    assert_eq!(new.location.map(|location| location.precision), Some(Precision::City));
    assert_eq!(publication(&proposal.profile, dataset.organisations.iter()), Publication::Published);
    // The same by somebody else is there already.
    let double = self::proposal(2, draft, &Published::default());
    assert_eq!(
        dataset.judge(&double),
        Err(ProposalFault::AlreadyThere { record: "at-photonik-grosse".to_owned() })
    );
    // Written and read, it is the same.
    let file = organisations_file(&dataset.organisations.iter().collect::<Vec<_>>(), &dataset.vocabularies);
    let read = read_organisations(&Fetched::opened("a", file.as_bytes()), &dataset.vocabularies);
    assert_eq!(read.expect("a file").records, dataset.organisations);
}

#[test]
fn what_was_applied_once_is_known_for_good_whatever_is_applied_after_it() {
    let mut dataset = dataset();
    let there = ProfileDraft { website: "https://one.example/".to_owned(), ..correction() };
    let first = proposal(1, there, &published());
    applied(&mut dataset, &first);
    // Somebody else changes it back: what the first proposal was made against is published again.
    let texts = ProfileTexts::of(&dataset.organisations[0]);
    let back = ProfileDraft { base: ProfileDraft::of(&dataset.organisations[0]).base, ..correction() };
    let second = proposal(2, back, &Published { texts, ..published() });
    applied(&mut dataset, &second);
    assert_eq!(dataset.organisations[0].website, organisation().website);
    for known in [&first, &second] {
        assert_eq!(dataset.judge(known), Err(ProposalFault::AlreadyApplied));
    }
    // The last one of a field is where its value is from.
    let fields: Vec<&str> = dataset.provenance.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["website", "website"]);
    assert_ne!(dataset.provenance[0].proposal, dataset.provenance[1].proposal);
}

#[test]
fn what_was_published_and_changed_again_is_not_told_as_not_yet() {
    let there = ProfileDraft { website: "https://one.example/".to_owned(), ..correction() };
    let proposal = proposal(1, there, &published());
    let mut record = organisation();
    let mut says = |website: &str| {
        record.website = website.parse().ok();
        publication(&proposal.profile, [&record].into_iter())
    };
    assert_eq!(says("https://www.fictional.example/"), Publication::NotYet);
    assert_eq!(says("https://one.example/"), Publication::Published);
    assert_eq!(says("https://two.example/"), Publication::ChangedSince);
    assert_eq!(
        publication(&proposal.profile, [].into_iter()),
        Publication::ChangedSince,
        "the record is gone"
    );
}

#[test]
fn what_does_not_fit_any_more_is_refused() {
    let website = |to: &str| ProfileDraft { website: to.to_owned(), ..correction() };
    let proposal = proposal(1, website("https://one.example/"), &published());
    let mut changed = dataset();
    changed.organisations[0].website = "https://two.example/".parse().ok();
    assert_eq!(
        changed.judge(&proposal),
        Err(ProposalFault::ChangedSince {
            field: "website",
            from: "https://www.fictional.example/".to_owned(),
            now: "https://two.example/".to_owned(),
        })
    );
    changed.organisations[0].website = "https://one.example/".parse().ok();
    assert_eq!(changed.judge(&proposal), Err(ProposalFault::AlreadySo));
    changed.organisations.clear();
    let gone = ProposalFault::RecordGone { record: "fr-fictional-every-field".to_owned() };
    assert_eq!(changed.judge(&proposal), Err(gone));
    let remark = self::proposal(2, ProfileDraft { note: "Closed.".to_owned(), ..correction() }, &published());
    assert_eq!(dataset().judge(&remark), Err(ProposalFault::NothingToChange));
    let unknown = ProfileDraft { ecosystems: vec!["astrology".to_owned()], ..correction() };
    let unknown = self::proposal(3, unknown, &published());
    assert!(
        matches!(dataset().judge(&unknown), Err(ProposalFault::Invalid { field, .. }) if field == "ecosystems[0]")
    );
}

#[test]
fn a_day_to_come_is_today() {
    let mut dataset = dataset();
    let mut proposal = proposal(1, ProfileDraft { acronym: "X".to_owned(), ..correction() }, &published());
    proposal.day = "9999-12-31".parse().expect("a day");
    applied(&mut dataset, &proposal);
    assert_eq!(dataset.organisations[0].updated, Some(today()));
    assert_eq!(dataset.provenance[0].day, today());
}

#[test]
fn proposals_are_read_one_by_one_however_they_come() {
    let one = entry(1, ProfileDraft { acronym: "X".to_owned(), ..correction() }, &published(), &mailed());
    let two = entry(2, new_profile(), &Published::default(), &mailed());
    let body = [one.body(), two.body()];
    let files = [
        format!("[{},{}]", body[0], body[1]),
        format!("{}\n{}\n", body[0], body[1]),
        format!("\u{feff}{}{}", body[0], body[1]),
        export_json(&[&one, &two]),
    ];
    for file in files {
        let keys: Vec<_> =
            proposals_in(file.as_bytes()).into_iter().map(|one| one.expect("a proposal").key).collect();
        assert_eq!(keys, [one.key().clone(), two.key().clone()], "{file}");
    }
    // One that cannot be read costs itself.
    let mixed =
        format!("[{},{{\"format\":\"cluster-atlas/sign-up/1\",\"key\":1e999}},7,{}]", body[0], body[1]);
    let read: Vec<bool> = proposals_in(mixed.as_bytes()).iter().map(Result::is_ok).collect();
    assert_eq!(read, [true, false, false, true]);
    assert!(proposals_in(b"").is_empty());
    assert!(matches!(proposals_in(b"<html>")[..], [Err(ProposalFault::Unreadable { .. })]));
    assert!(matches!(proposals_in(b"\xff\xfe")[..], [Err(ProposalFault::Unreadable { .. })]));
}

/// Each fixture is named for what is wrong in it, and says so in its sentence.
#[test]
fn hostile_proposals_are_refused_each_with_its_sentence() {
    let expected = [
        ("javascript-address.json", "website cannot be"),
        ("beyond-all-numbers.json", "cannot be read"),
        ("number-beyond-range.json", "members.total cannot be"),
        ("prototype-keys.json", "\"__proto__\""),
        ("wrong-types.json", "cannot be read"),
        ("publisher-fields.json", "\"source\""),
        ("huge-text.json", "too long"),
        ("other-record.json", "the dataset has no organisation"),
        ("point-elsewhere.json", "location cannot be"),
        ("no-point.json", "location"),
        ("sign-up.json", "proposes nothing"),
        ("other-format.json", "in the format"),
        ("no-key.json", "\"key\""),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/proposals");
    let files = fs::read_dir(&folder).expect("the folder").count();
    assert_eq!(files, expected.len() + 1, "a fixture without a sentence");
    for (name, sentence) in expected {
        let bytes = fs::read(folder.join(name)).expect(name);
        let dataset = dataset();
        for proposal in proposals_in(&bytes) {
            let fault = match proposal {
                Ok(proposal) => dataset.judge(&proposal).expect_err(name),
                Err(fault) => fault,
            };
            let words = fault.to_string();
            assert!(words.contains(sentence), "{name}: {words}");
            assert!(words.len() < 1_000 && !words.contains(char::is_control), "{name}: {words}");
        }
    }
}

#[test]
fn markup_is_text_and_what_nobody_sees_is_taken_off() {
    let bytes = include_bytes!("../fixtures/proposals/markup.json");
    let mut dataset = dataset();
    let proposal = proposals_in(bytes).remove(0).expect("a proposal");
    applied(&mut dataset, &proposal);
    let [record] = &dataset.organisations[..] else { panic!("one") };
    assert_eq!(record.name, "<img src=x onerror=alert(1)> & \"friends\"");
    assert_eq!(
        record.summary.in_language("en").map(|(_, text)| text),
        Some("</script><script>alert(1)</script> [31mred")
    );
    assert_eq!(publication(&proposal.profile, dataset.organisations.iter()), Publication::Published);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_form_gives_is_applied_or_refused_and_never_half(draft in profiles(0.0)) {
        let mut dataset = dataset();
        let proposal = proposal(1, draft, &Published::default());
        match dataset.judge(&proposal) {
            Ok(judged) => {
                let new = judged.record.clone();
                dataset.apply(&proposal, judged, today());
                prop_assert_eq!(dataset.organisations.len(), 2);
                prop_assert!(dataset.organisations.iter().any(|known| known.id == new.id));
                prop_assert_eq!(publication(&proposal.profile, dataset.organisations.iter()), Publication::Published);
            }
            Err(fault) => prop_assert!(matches!(fault, ProposalFault::Invalid { .. }), "{}", fault),
        }
    }

    #[test]
    fn whatever_a_file_holds_is_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\[\\]{}\":,a-z0-9 ]{0,80}") {
        let _ = proposals_in(&bytes);
        let _ = proposals_in(text.as_bytes());
    }
}
