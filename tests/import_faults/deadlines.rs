//! Dates and times of calls.

use cluster_atlas::dataset::{
    DateOrder, FindingKind, ImportOptions, calls_csv, import_calls, import_organisations, import_trainings,
    row_cells,
};
use cluster_atlas::domain::{Call, CallStatus, Instant, TermId, Vocabularies};

use super::support::{note, vocabularies};
use super::{calls, closes, fixture, of_kind};

#[test]
fn the_time_of_a_deadline_is_read_however_it_is_written() {
    let loaded = calls("time-lost.csv");
    for call in &loaded.records {
        assert_eq!(closes(call), "2024-12-31 17:00", "{}", call.title);
        assert_eq!(
            call.status(Instant::at("2024-12-31".parse().expect("a day"), "17:00".parse().expect("a time"))),
            CallStatus::Closed
        );
    }
    assert_eq!(loaded.records.len(), 7);

    let mut terms = vocabularies();
    let list = fixture("time-lost.json");
    let loaded = import_trainings("t.json", &list, &ImportOptions::default(), &mut terms).expect("a list");
    let training = &loaded.records[0];
    assert_eq!(training.sessions[0].date.to_string(), "2027-03-05");
    assert_eq!(training.sessions[0].start.map(|time| time.to_string()).as_deref(), Some("09:00"));
    assert_eq!(training.application_deadline.map(|day| day.to_string()).as_deref(), Some("2027-02-28"));
}

#[test]
fn a_cell_that_was_corrected_by_hand_is_read_instead_and_said() {
    let table = "List of clusters\nname,country,city\nA,,Graz\nB,AT\n".as_bytes();
    let read = |corrections: &[((usize, usize), &str)]| {
        let corrections = corrections.iter().map(|(at, text)| (*at, (*text).to_owned())).collect();
        let options = ImportOptions::default().with_corrections(&corrections);
        let loaded = import_organisations("t.csv", table, &options, &vocabularies()).expect("a table");
        (loaded, row_cells("t.csv", table, &options, "organisations", 3))
    };
    let (loaded, cells) = read(&[]);
    assert_eq!((loaded.report.loaded, loaded.report.refused), (1, 1));
    let pairs = |cells: &[(&str, &str)]| {
        Some(cells.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect::<Vec<_>>())
    };
    assert_eq!(cells, pairs(&[("name", "A"), ("country", ""), ("city", "Graz")]));

    // A row that is not there, and a column that is not there, change nothing.
    let (loaded, cells) = read(&[
        ((3, 1), "AT"),
        ((4, 2), "Linz"),
        ((4, 9), "nowhere"),
        ((17, 0), "nobody"),
        ((2, 0), "title"),
    ]);
    assert_eq!((loaded.report.read, loaded.report.loaded, loaded.report.refused), (2, 2, 0));
    assert_eq!(loaded.records[1].city.as_deref(), Some("Linz"));
    let said: Vec<_> =
        loaded.report.findings.iter().filter(|it| it.kind == FindingKind::CorrectedByHand).collect();
    let said: Vec<_> = said.iter().map(|it| (it.row, it.value.as_str())).collect();
    assert_eq!(said, [(3, "country:  → AT"), (4, "city:  → Linz")]);
    assert_eq!(cells, pairs(&[("name", "A"), ("country", "AT"), ("city", "Graz")]));
}

#[test]
fn an_audience_of_anybody_rules_nobody_out() {
    let loaded = calls("unknown-audience.csv");
    let audiences: Vec<Vec<&str>> =
        loaded.records.iter().map(|call| call.audience.iter().map(TermId::as_str).collect()).collect();
    assert_eq!(audiences, [vec![], vec![], vec!["sme"], vec!["sme"]]);
    assert_eq!(of_kind(&loaded, FindingKind::UnknownTerm), [] as [&str; 0]);
}

#[test]
fn dates_that_could_be_two_are_read_when_somebody_says_how() {
    let table = "title,deadline,opens,url\nA,10/03/2024 17:00; 11/04/2024,01/02/2024,https://a.example\n";
    let read = |options: &ImportOptions| {
        let loaded = import_calls("c.csv", table.as_bytes(), options, &vocabularies()).expect("a table");
        let call = loaded.records[0].clone();
        (closes(&call), call.opens.map(|day| day.to_string()), call.deadline_words.is_some())
    };
    assert_eq!(read(&ImportOptions::default()), (String::new(), None, true));
    let day_first = ImportOptions::default().with_dates(DateOrder::DayFirst);
    assert_eq!(read(&day_first), ("2024-03-10 17:00; 2024-04-11".into(), Some("2024-02-01".into()), false));
    let month_first = ImportOptions::default().with_dates(DateOrder::MonthFirst);
    assert_eq!(read(&month_first), ("2024-10-03 17:00; 2024-11-04".into(), Some("2024-01-02".into()), false));
}

#[test]
fn several_cutoffs_in_a_cell_are_several() {
    let loaded = calls("several-cutoffs-in-a-cell.csv");
    let read: Vec<String> = loaded.records.iter().map(closes).collect();
    assert_eq!(read[..2], ["2026-03-10 17:00; 2026-09-10 17:00"; 2]);
    assert_eq!(read[2], "2026-03-10; 2026-09-10");
}

#[test]
fn a_deadline_that_cannot_be_read_never_makes_an_open_call() {
    let now = Instant::start_of("2026-06-01".parse().expect("a day"));
    let loaded = calls("unreadable-deadline-is-open.csv");
    let read: Vec<String> = loaded.records.iter().map(closes).collect();
    assert_eq!(read, ["2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31", "", ""]);
    let words: Vec<Option<&str>> = loaded.records.iter().map(|call| call.deadline_words.as_deref()).collect();
    assert_eq!(
        words[4..],
        [Some("mid-December 2024, 17:00"), Some("1st cut-off: 10/03/2024; 2nd cut-off: 10/09/2024")]
    );
    for call in &loaded.records {
        assert_ne!(call.status(now), CallStatus::Open, "{}", call.title);
    }

    let loaded = calls("messy-deadlines.csv");
    for call in &loaded.records {
        assert!(!call.cutoffs.is_empty() || call.deadline_words.is_some(), "{}", call.title);
        assert_ne!(call.status(now), CallStatus::Open, "{}", call.title);
    }
    let words: Vec<&str> = loaded.records.iter().filter_map(|call| call.deadline_words.as_deref()).collect();
    assert_eq!(words, ["end of March 2025", "continuous"]);

    // What is in words stays when it is exported and read again.
    let records: Vec<&Call> = loaded.records.iter().collect();
    let table = calls_csv(&records, &note());
    let again = import_calls("c.csv", table.as_bytes(), &ImportOptions::default(), &Vocabularies::default());
    assert_eq!(again.expect("a table").records, loaded.records);
}
