//! What several collections say in the same way: dates as exactly as they are known, places, sums, figures, and what belongs
//! to a record.

use crate::domain::{
    Budget, Day, Figure, FigureValue, Location, PartialDate, Precision, RecordId, Related, TimeOfDay, decimal,
};

use super::{Between, Body, Collection, Phrase, Section, Shown};

/// A date as exactly as it is known.
pub(super) fn date(date: PartialDate) -> Phrase {
    match date {
        PartialDate::Day(day) => Phrase::Day(day),
        PartialDate::Month(_) => Phrase::Value("month", date.month().unwrap_or_default()),
        PartialDate::Year(_) => Phrase::Text(date.to_string()),
    }
}

/// From when to when, as far as is known.
pub(super) fn span(start: Option<PartialDate>, end: Option<PartialDate>) -> Option<Phrase> {
    match (start, end) {
        (Some(start), Some(end)) if start != end => {
            Some(Phrase::With("dates-from-to", vec![("from", date(start)), ("to", date(end))]))
        }
        (Some(one), _) => Some(date(one)),
        (None, Some(end)) => Some(Phrase::With("dates-until", vec![("date", date(end))])),
        (None, None) => None,
    }
}

/// A place on the map, and how exact it is: the point of a city is no address.
pub(super) fn position(location: Location) -> Phrase {
    let precision = match location.precision {
        Precision::Exact => "precision-exact",
        Precision::Street => "precision-street",
        Precision::City => "precision-city",
        Precision::Region => "precision-region",
    };
    let [lat, lon] = [location.point.lat(), location.point.lon()].map(decimal::written).map(Phrase::Text);
    let precision = Phrase::Message(precision);
    Phrase::With("fact-position", vec![("lat", lat), ("lon", lon), ("precision", precision)])
}

/// Records that belong to one, under a heading; `None` where nothing does.
pub(super) fn related(related: &Related) -> Option<Section> {
    let mut all = Vec::new();
    for (collection, ids) in by_collection(related) {
        all.extend(ids.iter().map(|id| Shown::Record(collection, id.as_str().to_owned(), None)));
    }
    (!all.is_empty()).then_some(Section { heading: Some("related-records"), body: Body::List(all) })
}

/// Whether a record of a collection is among what belongs to one.
pub(super) fn is_among(related: &Related, of: Collection, id: &str) -> bool {
    by_collection(related)
        .into_iter()
        .any(|(collection, ids)| collection == of && ids.iter().any(|one| one.as_str() == id))
}

/// What belongs to a record, in the order in which it is shown.
fn by_collection(related: &Related) -> [(Collection, &[RecordId]); 6] {
    let Related { calls, trainings, events, networks, policies, resources } = related;
    [
        (Collection::Calls, calls),
        (Collection::Trainings, trainings),
        (Collection::Events, events),
        (Collection::Networks, networks),
        (Collection::Policies, policies),
        (Collection::Resources, resources),
    ]
}

/// A sum of money, and what the source says about it.
pub(super) fn money(budget: &Budget) -> Shown {
    let Some((eur, rest)) = sum(budget) else { return Shown::from(budget.note.clone().unwrap_or_default()) };
    let shown = Shown::Words(Phrase::With("money-eur", vec![("amount", Phrase::Number(eur))]));
    if rest.is_empty() { shown } else { shown.remarked(Phrase::Text(rest.to_owned())) }
}

/// A sum in euro, and what else the source says about it. Where its words begin with the sum itself, it stands once, as exactly
/// as they have it.
pub(super) fn sum(budget: &Budget) -> Option<(f64, &str)> {
    let eur = budget.eur? as f64;
    let note = budget.note.as_deref().unwrap_or_default();
    Some(match leading_sum(note) {
        // The sum itself is in whole euro.
        Some((exact, rest)) if (exact - eur).abs() < 1.0 => (exact, rest),
        _ => (eur, note),
    })
}

/// The sum that an English text begins with, and what is said behind it: "EUR 1.05 million, of which …". `None` where the sum
/// goes on in words, as "EUR 9 million a year" does.
fn leading_sum(note: &str) -> Option<(f64, &str)> {
    let text = note.strip_prefix("EUR").or_else(|| note.strip_prefix('€'))?.trim_start();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(text.len());
    let digits = text[..end].trim_end_matches([',', '.']);
    let number: f64 = digits.replace(',', "").parse().ok()?;
    let rest = &text[digits.len()..];
    let scaled = [(" million", 1e6), (" billion", 1e9)];
    let scaled = scaled.into_iter().find_map(|(word, times)| Some((rest.strip_prefix(word)?, times)));
    let (rest, times) = scaled.unwrap_or((rest, 1.0));
    // Whole cents: a million times 1.439 is not quite what it should be.
    let sum = (number * times * 100.0).round() / 100.0;
    let rest = rest.trim_start();
    let goes_on = rest.chars().next().is_some_and(|c| !matches!(c, ',' | ';' | '('));
    (!goes_on).then(|| (sum, rest.trim_start_matches([',', ';']).trim()))
}

/// What figures are called in the published data, and the message for it. A label that is not here stands as it is.
const FIGURE_LABELS: &[(&str, &str)] = &[
    ("policies", "figure-of-policies"),
    ("national", "figure-of-national"),
    ("regional", "figure-of-regional"),
    ("broad", "figure-of-broad"),
    ("sectoral", "figure-of-sectoral"),
    ("member states with dedicated policy", "figure-of-member-states-with-dedicated-policy"),
    ("member states with cohesion support", "figure-of-member-states-with-cohesion-support"),
    ("countries", "figure-of-countries"),
    ("with dedicated policy", "figure-of-with-dedicated-policy"),
    ("eu with dedicated policy", "figure-of-eu-with-dedicated-policy"),
    ("cluster organisations", "figure-of-cluster-organisations"),
    ("in eu27", "figure-of-in-eu27"),
    ("clusters", "figure-of-clusters"),
    ("members", "figure-of-members"),
    ("new members", "figure-of-new-members"),
    ("industrial members", "figure-of-industrial-members"),
    ("other members", "figure-of-other-members"),
    ("member companies", "figure-of-member-companies"),
    ("sme share", "figure-of-sme-share"),
    ("employees", "figure-of-employees"),
    ("jobs", "figure-of-jobs"),
    ("companies", "figure-of-companies"),
    ("projects", "figure-of-projects"),
    ("european projects", "figure-of-european-projects"),
    ("self financing", "figure-of-self-financing"),
    ("support years", "figure-of-support-years"),
    ("support years max", "figure-of-support-years-max"),
    ("operating aid years max", "figure-of-operating-aid-years-max"),
    ("months max", "figure-of-months-max"),
    ("networks", "figure-of-networks"),
    ("poles", "figure-of-poles"),
    ("regional share of team costs", "figure-of-regional-share-of-team-costs"),
    ("min", "figure-of-min"),
    ("max", "figure-of-max"),
    ("aid max", "figure-of-aid-max"),
    ("budget per year", "figure-of-budget-per-year"),
    ("platforms", "figure-of-platforms"),
    ("actors", "figure-of-actors"),
    ("events", "figure-of-events"),
    ("participants", "figure-of-participants"),
    ("initiatives", "figure-of-initiatives"),
    ("accredited", "figure-of-accredited"),
    ("applications", "figure-of-applications"),
    ("funded", "figure-of-funded"),
    ("research and education partners", "figure-of-research-and-education-partners"),
    ("renewed", "figure-of-renewed"),
    ("new", "figure-of-new"),
    ("turnover", "figure-of-turnover"),
    ("exports", "figure-of-exports"),
    ("partnerships", "figure-of-partnerships"),
    ("erdf", "figure-of-erdf"),
    ("national associations", "figure-of-national-associations"),
    ("research and public bodies", "figure-of-research-and-public-bodies"),
    ("benchmarked", "figure-of-benchmarked"),
    ("As reported", "figure-of-as-reported"),
    ("Also called", "figure-of-also-called"),
    (
        "Member of the European Clusters Alliance since",
        "figure-of-member-of-the-european-clusters-alliance-since",
    ),
    ("First meeting", "figure-of-first-meeting"),
    ("Place", "figure-of-place"),
    ("Number", "figure-of-number"),
];

/// What a figure is called.
fn label(figure: &Figure) -> Phrase {
    let plain = figure.label.replace('_', " ");
    match FIGURE_LABELS.iter().find(|(label, _)| *label == plain) {
        Some((_, words)) => Phrase::Message(words),
        None => Phrase::Text(plain),
    }
}

/// A text that is a date, in the visitor's language; any other as it is.
pub(super) fn dated(text: &str) -> Phrase {
    if let Ok(known) = text.parse::<PartialDate>() {
        return date(known);
    }
    let moment = text
        .split_once('T')
        .and_then(|(day, time)| Some((day.parse::<Day>().ok()?, time.parse::<TimeOfDay>().ok()?)));
    match moment {
        // Nobody says by which clocks.
        Some((day, time)) => {
            Phrase::Several(vec![Phrase::Day(day), Phrase::Text(time.to_string())], Between::Commas)
        }
        None => Phrase::Text(text.to_owned()),
    }
}

/// Figures under a heading, each with its time and its source; `None` where there are none. That no date is stated is said
/// once.
pub(super) fn figures(heading: &'static str, figures: &[Figure]) -> Option<Section> {
    let shown = figures.iter().map(|figure| {
        let value = match &figure.value {
            FigureValue::Number(number) => Phrase::Number(*number),
            FigureValue::Words(words) => dated(words),
        };
        let value = match &figure.unit {
            Some(unit) => {
                Phrase::With("figure-unit", vec![("value", value), ("unit", Phrase::Text(unit.clone()))])
            }
            None => value,
        };
        let words = Shown::Words(Phrase::With("figure", vec![("label", label(figure)), ("value", value)]));
        let as_of = figure.as_of.as_deref().map(dated);
        let remarks = as_of.into_iter().chain(figure.note.clone().map(Phrase::Text)).collect::<Vec<_>>();
        let words = if remarks.is_empty() {
            words
        } else {
            words.remarked(Phrase::Several(remarks, Between::Semicolons))
        };
        match &figure.source {
            Some(source) => Shown::Several(vec![words, Shown::Elsewhere(source.clone(), None)]),
            None => words,
        }
    });
    let mut shown: Vec<_> = shown.collect();
    shown.extend(undated(figures).map(|words| Shown::Words(Phrase::Message(words))));
    (!shown.is_empty()).then_some(Section { heading: Some(heading), body: Body::List(shown) })
}

/// What is said of the dates that numbers lack; words, such as another name, need none.
fn undated(figures: &[Figure]) -> Option<&'static str> {
    let numbers = figures.iter().filter(|figure| matches!(figure.value, FigureValue::Number(_)));
    let (dated, undated): (Vec<_>, Vec<_>) = numbers.partition(|figure| figure.as_of.is_some());
    match (dated.len(), undated.len()) {
        (_, 0) => None,
        (0, _) => Some("figures-undated"),
        (_, _) => Some("figures-some-undated"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(label: &str, value: FigureValue, as_of: Option<&str>) -> Figure {
        let (label, as_of) = (label.to_owned(), as_of.map(str::to_owned));
        Figure { label, value, unit: None, as_of, note: None, source: None }
    }

    #[test]
    fn a_sum_stands_once_where_its_words_begin_with_it() {
        let shown = |eur: Option<u64>, note: &str| money(&Budget { eur, note: Some(note.to_owned()) });
        let sum = |amount| Shown::Words(Phrase::With("money-eur", vec![("amount", Phrase::Number(amount))]));
        assert_eq!(shown(Some(1_442_542), "EUR 1,442,542.36"), sum(1_442_542.36));
        assert_eq!(shown(Some(1_439_000), "EUR 1.439 million"), sum(1_439_000.0));
        let remarked = |words: &str| sum(90_000.0).remarked(Phrase::Text(words.to_owned()));
        assert_eq!(shown(Some(90_000), "EUR 90,000 (25 vouchers)"), remarked("(25 vouchers)"));
        for other in ["25 vouchers of EUR 3,600", "EUR 80,000", "EUR 90,000 a year", "about"] {
            assert_eq!(shown(Some(90_000), other), remarked(other), "{other}");
        }
        assert_eq!(shown(None, "EUR 9 million a year"), Shown::from("EUR 9 million a year".to_owned()));
    }

    #[test]
    fn labels_have_words_and_others_stand_as_they_are_without_underscores() {
        let called = |text: &str| label(&figure(text, FigureValue::Number(1.0), None));
        assert_eq!(called("sme_share"), called("sme share"));
        assert!(matches!(called("sme share"), Phrase::Message(_)));
        assert_eq!(called("unheard_of"), Phrase::Text("unheard of".to_owned()));
    }

    #[test]
    fn dates_are_those_of_the_visitors_language() {
        assert!(matches!(dated("2021-11-12"), Phrase::Day(_)));
        assert!(matches!(dated("2025-12"), Phrase::Value("month", _)));
        assert!(matches!(dated("2025-02-05T17:00"), Phrase::Several(..)));
        for text in ["2016-2017", "after 28 February 2020", "Trieste"] {
            assert_eq!(dated(text), Phrase::Text(text.to_owned()));
        }
    }

    #[test]
    fn that_no_date_is_stated_is_said_once() {
        let number = |as_of| figure("clusters", FigureValue::Number(12.0), as_of);
        let words = figure("Also called", FigureValue::Words("Fiction".to_owned()), None);
        assert_eq!(undated(&[number(None), number(None)]), Some("figures-undated"));
        assert_eq!(undated(&[number(None), number(Some("2023"))]), Some("figures-some-undated"));
        assert_eq!(undated(&[number(Some("2023")), words.clone()]), None);
        let section = figures("figures-title", &[number(None), number(None), words]).expect("figures");
        let Body::List(each) = section.body else { panic!("a list") };
        assert_eq!(each.len(), 4);
    }
}
