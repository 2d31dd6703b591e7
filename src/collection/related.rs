//! What several collections say in the same way: dates as exactly as they are known, places, sums, figures, and what belongs
//! to a record.

use crate::domain::{Figure, FigureValue, Location, PartialDate, Precision, RecordId, Related, decimal};

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

/// Figures under a heading, each with its time and its source; `None` where there are none.
pub(super) fn figures(heading: &'static str, figures: &[Figure]) -> Option<Section> {
    let shown = figures.iter().map(|figure| {
        let value = match &figure.value {
            FigureValue::Number(number) => Phrase::Number(*number),
            FigureValue::Words(words) => Phrase::Text(words.clone()),
        };
        let value = match &figure.unit {
            Some(unit) => {
                Phrase::With("figure-unit", vec![("value", value), ("unit", Phrase::Text(unit.clone()))])
            }
            None => value,
        };
        let label = Phrase::Text(figure.label.clone());
        let words = Shown::Words(Phrase::With("figure", vec![("label", label), ("value", value)]));
        let remarks = figure.as_of.iter().chain(&figure.note).cloned().map(Phrase::Text).collect::<Vec<_>>();
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
    let shown: Vec<_> = shown.collect();
    (!shown.is_empty()).then_some(Section { heading: Some(heading), body: Body::List(shown) })
}
