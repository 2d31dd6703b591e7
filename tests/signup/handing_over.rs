//! Mail and files: what leaves by the visitor's own hand.

use cluster_atlas::dataset::Delivery;
use cluster_atlas::signup::{
    Entry, LONGEST_MAIL, Label, Line, MailWords, SignUpKind, export_json, file_name, mail, proposals_csv,
    requests_csv, sign_ups_csv, withdrawal_mail,
};
use proptest::prelude::*;

use crate::fixtures::{
    HOSTILE, correction, entry, mailed, occasion, offer, published, request, requests, sign_up, sign_ups,
};

fn label(label: Label) -> String {
    match label {
        Label::Key => "Key".to_owned(),
        other => format!("{other:?}"),
    }
}

fn value(line: &Line) -> String {
    line.value.clone()
}

fn line(label: &str, value: &str) -> String {
    [label, ": ", value].concat()
}

const WORDS: MailWords<'static> = MailWords {
    subject: "Sign-up: 9th Academy & more",
    opening: "Please register:",
    cut: "The attached file has everything.",
    line: &line,
    label: &label,
    value: &value,
};

fn to() -> cluster_atlas::domain::Email {
    "office+a&b@example.org".parse().expect("an address")
}

/// The address as a mail program reads it: recipient, subject, body.
fn opened(address: &str) -> (String, String, String) {
    let decoded = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            if byte == b'%' {
                let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
                let digits = std::str::from_utf8(&digits).expect("digits").to_owned();
                bytes.push(u8::from_str_radix(&digits, 16).expect("digits"));
            } else {
                bytes.push(byte);
            }
        }
        String::from_utf8(bytes).expect("UTF-8")
    };
    let (recipient, rest) =
        address.strip_prefix("mailto:").expect("a mailto").split_once('?').expect("headers");
    let [subject, body] = rest.split('&').collect::<Vec<_>>()[..] else { panic!("{rest}") };
    let value = |header: &str, name: &str| decoded(header.strip_prefix(name).expect("its name"));
    (decoded(recipient), value(subject, "subject="), value(body, "body="))
}

#[test]
fn a_mail_says_everything() {
    let mut draft = sign_up();
    draft.hopes = HOSTILE.join("\n");
    let entry = entry(1, draft, &offer(SignUpKind::Registration), &mailed());
    let draft = mail(&entry, &to(), &MailWords { subject: "a\r\nBcc: x", ..WORDS });
    let (recipient, subject, body) = opened(&draft.address);
    assert_eq!(recipient, "office+a&b@example.org");
    assert_eq!(subject, "a  Bcc: x");
    assert!(!draft.cut && body.contains("zoe@example.org") && body.contains(entry.key().as_str()), "{body}");
    assert!(!body.replace("\r\n", "").contains('\n'));
    for part in [
        "Kind: sign-up",
        "TrainingId: academy-9",
        "Submitted: 2026-11-22 09:30:00 UTC",
        "Privacy: true",
        "PrivacyText: 1, en, 2026-11-22 09:30:00 UTC",
        "Newsletter: false",
    ] {
        assert!(body.contains(part), "{part} in {body}");
    }
    let withdrawal = opened(&withdrawal_mail(&entry, &to(), "Withdrawal", "Please forget").address);
    assert!(withdrawal.2.contains(entry.key().as_str()));
}

#[test]
fn a_mail_that_is_too_long_says_so() {
    let mut draft = sign_up();
    draft.people = vec![draft.people[0].clone(); 20];
    draft.hopes = "ж".repeat(2_000);
    let entry = entry(1, draft, &offer(SignUpKind::Registration), &mailed());
    let draft = mail(&entry, &to(), &WORDS);
    let (_, _, body) = opened(&draft.address);
    assert!(draft.cut && body.contains(WORDS.cut) && body.contains(entry.key().as_str()), "{body}");
    // Whatever has to go, what was agreed to does not.
    assert!(body.contains("Privacy: true") && body.contains("Newsletter: false"), "{body}");
}

#[test]
fn an_endless_title_leaves_room() {
    let mut offer = offer(SignUpKind::Registration);
    offer.title = "ж".repeat(300);
    let entry = entry(1, sign_up(), &offer, &mailed());
    let draft = mail(&entry, &to(), &MailWords { subject: &offer.title, ..WORDS });
    assert!(draft.address.len() <= LONGEST_MAIL, "{}", draft.address.len());
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_table_has_a_row_a_person_and_no_formulas() {
    let mut draft = sign_up();
    draft.people.push(draft.people[0].clone());
    draft.people[1].given_name = "=1+1".to_owned();
    let signed = entry(1, draft, &offer(SignUpKind::Registration), &Delivery::File);
    let asked = entry(2, request(), &occasion(), &Delivery::File);
    let both: [&Entry; 2] = [&signed, &asked];
    let table = rows(&sign_ups_csv(&both));
    assert_eq!(table.len(), 3);
    assert_eq!(table[2][6], "'=1+1");
    assert_eq!(table[1][5], "s2;s3");
    let table = rows(&requests_csv(&both));
    assert_eq!((table.len(), table[1][2].as_str()), (2, "Pilot lines"));
    assert_eq!(file_name(&signed, "csv"), "sign-up-academy-9-01010101.csv");
    assert_eq!(file_name(&asked, "json"), "partner-request-02020202.json");
}

#[test]
fn a_correction_is_a_row_for_each_field_that_would_change() {
    let mut draft = correction();
    draft.acronym = "=1+1".to_owned();
    draft.website = String::new();
    let corrected = entry(3, draft, &published(), &mailed());
    let table = rows(&proposals_csv(&[&corrected]));
    let changes: Vec<&[String]> = table[1..].iter().map(|row| &row[7..10]).collect();
    assert_eq!(changes, [["acronym", "PFP", "'=1+1"], ["website", "https://www.fictional.example/", ""]]);
    assert_eq!(file_name(&corrected, "json"), "correction-fr-fictional-every-field-03030303.json");
}

proptest! {
    #[test]
    fn no_mail_is_longer_than_programs_take(draft in sign_ups(0.0), asking in requests(0.0)) {
        let signed = entry(1, draft, &offer(SignUpKind::Registration), &mailed());
        let asked = entry(2, asking, &occasion(), &mailed());
        for entry in [&signed, &asked] {
            let draft = mail(entry, &to(), &WORDS);
            prop_assert!(draft.address.len() <= LONGEST_MAIL && draft.address.is_ascii());
            let (_, _, body) = opened(&draft.address);
            for line in entry.contents().record() {
                prop_assert!(body.contains(&line.value), "{:?}", line);
            }
            for line in entry.contents().lines() {
                let value = line.value.replace("\r\n", "\n").replace('\n', "\r\n");
                prop_assert!(draft.cut || body.contains(&value), "{:?}", line);
            }
        }
    }

    #[test]
    fn files_hold_everything_unchanged(draft in sign_ups(0.0), asking in requests(0.0)) {
        let signed = entry(1, draft, &offer(SignUpKind::Registration), &Delivery::File);
        let asked = entry(2, asking, &occasion(), &Delivery::File);
        let file: serde_json::Value = serde_json::from_str(&export_json(&[&signed, &asked])).expect("JSON");
        for (at, entry) in [&signed, &asked].into_iter().enumerate() {
            let body: serde_json::Value = serde_json::from_str(entry.body()).expect("JSON");
            prop_assert_eq!(&file["entries"][at]["body"], &body);
        }
        let table = rows(&sign_ups_csv(&[&signed]));
        prop_assert_eq!(table.len(), 1 + signed.contents().people.len());
        prop_assert_eq!(rows(&requests_csv(&[&asked])).len(), 2);
        for cell in table.iter().flatten() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@']));
        }
    }
}
