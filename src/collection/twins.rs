//! What was decided about records that may be one.

use std::collections::HashMap;

use crate::dataset::{TwinChoice, TwinChoices};

use super::CollectionRecord;

/// A record that is not among the others any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its identifier.
    pub id: String,
    /// The identifier of the one that stays.
    pub stays: String,
    /// Whether it has filled the gaps of that one; else it was left out.
    pub merged: bool,
}

/// Records with what was decided about those that may be one, and those that are gone. Where one of the two is there no more
/// because of an earlier decision, the later one is about the record that it became.
pub fn settled<R: CollectionRecord>(records: Vec<R>, choices: &TwinChoices) -> (Vec<R>, Vec<Gone>) {
    if choices.is_empty() {
        return (records, Vec::new());
    }
    let places: HashMap<String, usize> =
        records.iter().enumerate().map(|(at, record)| (record.id().to_string(), at)).collect();
    let mut decided: Vec<(usize, usize, TwinChoice)> = choices
        .iter()
        .filter_map(|((first, second), choice)| Some((*places.get(first)?, *places.get(second)?, *choice)))
        .collect();
    decided.sort_by_key(|(first, second, _)| (*first, *second));
    let mut records: Vec<Option<R>> = records.into_iter().map(Some).collect();
    let mut became: HashMap<usize, usize> = HashMap::new();
    let mut gone = Vec::new();
    for (first, second, choice) in decided {
        let now = |mut at: usize| {
            while let Some(next) = became.get(&at) {
                at = *next;
            }
            at
        };
        let (first, second) = (now(first), now(second));
        let (stays, goes, merged) = match choice {
            TwinChoice::Both => continue,
            TwinChoice::IntoFirst => (first, second, true),
            TwinChoice::IntoSecond => (second, first, true),
            TwinChoice::FirstAlone => (first, second, false),
            TwinChoice::SecondAlone => (second, first, false),
        };
        if stays == goes {
            continue;
        }
        let Some(other) = records[goes].take() else { continue };
        let Some(kept) = &mut records[stays] else { continue };
        gone.push(Gone { id: other.id().to_string(), stays: kept.id().to_string(), merged });
        if merged {
            *kept = kept.merged(&other);
        }
        became.insert(goes, stays);
    }
    (records.into_iter().flatten().collect(), gone)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::dataset::{ImportOptions, import_organisations};
    use crate::domain::{Organisation, Vocabularies};

    fn list() -> Vec<Organisation> {
        let table = "id,name,country,founded,email\n\
            a,A,DE,,\nb,B,DE,1999,\nc,C,DE,2001,c@example.org\nd,D,DE,,\n";
        import_organisations("a.csv", table.as_bytes(), &ImportOptions::default(), &Vocabularies::default())
            .expect("a table")
            .records
    }

    fn settle(choices: &[(&str, &str, TwinChoice)]) -> (Vec<Organisation>, Vec<String>) {
        let choices = choices
            .iter()
            .map(|(first, second, choice)| (((*first).to_owned(), (*second).to_owned()), *choice))
            .collect();
        let (records, gone) = settled(list(), &choices);
        let gone = gone.into_iter();
        (
            records,
            gone.map(|it| format!("{}{}{}", it.id, if it.merged { "+" } else { "-" }, it.stays)).collect(),
        )
    }

    #[test]
    fn decisions_are_followed_one_after_the_other() {
        let (records, gone) = settle(&[
            ("a", "b", TwinChoice::IntoFirst),
            // B has become A by now.
            ("b", "c", TwinChoice::IntoFirst),
            ("c", "d", TwinChoice::FirstAlone),
            ("a", "gone", TwinChoice::FirstAlone),
        ]);
        assert_eq!(gone, ["b+a", "c+a", "d-a"]);
        let [one] = &records[..] else { panic!("one record: {records:?}") };
        assert_eq!((one.id.as_str(), one.name.as_str(), one.founded), ("a", "A", Some(1999)));
        assert_eq!(one.email.as_ref().map(crate::domain::Email::as_str), Some("c@example.org"));
    }

    #[test]
    fn nothing_happens_to_records_that_both_stay_or_are_one_already() {
        assert_eq!(settle(&[]).0, list());
        assert_eq!(settle(&[("a", "b", TwinChoice::Both), ("a", "a", TwinChoice::FirstAlone)]).0, list());
        let (records, gone) = settle(&[
            ("a", "b", TwinChoice::IntoSecond),
            ("a", "c", TwinChoice::SecondAlone),
            ("b", "c", TwinChoice::IntoFirst),
        ]);
        assert_eq!(gone, ["a+b", "b-c"]);
        assert_eq!(records.iter().map(|record| record.id.as_str()).collect::<String>(), "cd");
    }
}
