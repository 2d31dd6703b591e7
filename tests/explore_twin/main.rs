//! The index and a naive twin of it answer the same questions about the same random records alike.

mod course;
mod naive;

use std::collections::BTreeSet;

use cluster_atlas::domain::Point;
use cluster_atlas::explore::{
    Bounds, BubbleKind, Choice, FacetId, Index, LAST_ZOOM, Outcome, Query, Record, Sort, Suggestion,
    Synonyms, Viewport, fold,
};
use proptest::prelude::*;

use course::{Course, courses, facet, labels_of, point, query, text};

const WORLD: Bounds = Bounds { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };

fn index(courses: &[Course]) -> Index<Course> {
    Index::build(courses.to_vec(), &labels_of)
}

fn ids(index: &Index<Course>, rows: &[u32]) -> Vec<String> {
    rows.iter().map(|&row| index.records()[row as usize].id.clone()).collect()
}

fn ids_of(courses: &[Course], found: &[usize]) -> Vec<String> {
    found.iter().map(|&at| courses[at].id.clone()).collect()
}

fn place(index: &Index<Course>, row: u32) -> Option<Point> {
    index.records()[row as usize].place
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn same_matches_in_the_same_order(courses in courses(), query in query()) {
        let index = index(&courses);
        let outcome = index.run(&query);
        let by_distance = query.near.is_some()
            && (query.sort == Sort::Distance || query.sort == Sort::Best && fold(&naive::parted(&query.text).0).is_empty());
        if by_distance {
            same_by_distance(&index, &courses, &query, &outcome)?;
        } else {
            prop_assert_eq!(ids(&index, &outcome.rows), ids_of(&courses, &naive::ordered(&courses, &query)));
        }
        let mut ascending = outcome.rows.clone();
        ascending.sort_unstable();
        prop_assert_eq!(outcome.matched.iter().collect::<Vec<_>>(), ascending);
        prop_assert_eq!(outcome.similar, naive::scores(&courses, &naive::parted(&query.text).0).1);
        let located = outcome.rows.iter().filter(|&&row| place(&index, row).is_some()).count();
        prop_assert_eq!(outcome.located as usize, located);
        prop_assert_eq!((outcome.located + outcome.unlocated) as usize, outcome.rows.len());
    }

    #[test]
    fn same_counts(courses in courses(), query in query()) {
        let index = index(&courses);
        let outcome = index.run(&query);
        for facet in Course::FACETS.iter().map(|facet| facet.id) {
            let mut all: BTreeSet<String> = courses.iter().flat_map(|course| naive::values(course, facet)).collect();
            if facet == "certificate" {
                all.extend(["yes".to_owned(), "no".to_owned()]);
            }
            prop_assert!(all.iter().eq(index.values(facet)));
            for (position, value) in index.values(facet).iter().enumerate() {
                let count = naive::matches(&courses, &query, Some((facet, value))).len();
                prop_assert_eq!(outcome.counts.of(facet)[position] as usize, count, "{} {}", facet, value);
                prop_assert_eq!(index.value_position(facet, value), Some(position));
            }
        }
    }

    #[test]
    fn bubbles_hold_every_match_once(courses in courses(), query in query(), zoom in 0_u8..=20) {
        let index = index(&courses);
        let outcome = index.run(&query);
        let bubbles = index.bubbles(&outcome, &Viewport { bounds: WORLD, zoom });
        prop_assert_eq!(bubbles.iter().map(|bubble| bubble.count).sum::<u32>(), outcome.located);
        let mut firsts = BTreeSet::new();
        let mut longitudes = 0.0;
        for bubble in &bubbles {
            longitudes += bubble.lon * f64::from(bubble.count);
            match bubble.kind {
                BubbleKind::One(row) => {
                    prop_assert_eq!(bubble.count, 1);
                    prop_assert!(outcome.matched.contains(row) && firsts.insert(row));
                    let point = place(&index, row).expect("located");
                    prop_assert_eq!((bubble.lat, bubble.lon), (point.lat(), point.lon()));
                }
                BubbleKind::SamePoint(row) => {
                    let together = index.at_same_point(&outcome, row);
                    prop_assert!(bubble.count > 1 && together.contains(&row) && firsts.insert(row));
                    prop_assert_eq!(together.len(), bubble.count as usize);
                }
                BubbleKind::Several(bounds) => {
                    prop_assert!(zoom < LAST_ZOOM);
                    let inside = outcome.matched.iter().filter_map(|row| place(&index, row));
                    prop_assert!(inside.filter(|&point| bounds.contains(point)).count() >= bubble.count as usize);
                    prop_assert!(bounds.west - 1e-6 <= bubble.lon && bubble.lon <= bounds.east + 1e-6);
                }
            }
        }
        let all: f64 = outcome.matched.iter().filter_map(|row| place(&index, row)).map(Point::lon).sum();
        prop_assert!((longitudes - all).abs() < 1e-3, "{} {}", longitudes, all);
        if zoom >= LAST_ZOOM {
            let points: BTreeSet<String> =
                outcome.matched.iter().filter_map(|row| place(&index, row)).map(|point| format!("{point:?}")).collect();
            prop_assert_eq!(bubbles.len(), points.len());
        }
    }

    #[test]
    fn bubbles_of_a_part_hold_all_that_is_in_view(
        courses in courses(), centre in point(), zoom in 0_u8..=17, size in 1.0..200.0_f64, copy in -2_i8..=2,
    ) {
        let index = index(&courses);
        let outcome = index.run(&Query::default());
        let turn = f64::from(copy) * 360.0;
        let bounds = Bounds {
            west: centre.lon() - size + turn,
            east: centre.lon() + size + turn,
            south: centre.lat() - size / 2.0,
            north: centre.lat() + size / 2.0,
        };
        let bubbles = index.bubbles(&outcome, &Viewport { bounds, zoom });
        let held: u32 = bubbles.iter().map(|bubble| bubble.count).sum();
        let in_view = outcome.matched.iter().filter_map(|row| place(&index, row)).filter(|point| {
            let across = (-3..=3).any(|turn| {
                (bounds.west..=bounds.east).contains(&(point.lon() + f64::from(turn) * 360.0))
            });
            across && (bounds.south..=bounds.north).contains(&point.lat())
        });
        prop_assert!(in_view.count() <= held as usize && held <= outcome.located);
        if size < 180.0 {
            for bubble in &bubbles {
                prop_assert!((bubble.lon - centre.lon() - turn).abs() <= 180.0 + 1e-6);
            }
        }
    }

    #[test]
    fn same_coverage(courses in courses(), query in query(), down in facet(), across in facet()) {
        let index = index(&courses);
        let outcome = index.run(&query);
        let coverage = index.coverage(&outcome, down, across);
        let found = naive::matches(&courses, &query, None);
        let has = |at: usize, facet: FacetId, value: &String| naive::values(&courses[at], facet).contains(value);
        for (row, down_value) in index.values(down).iter().enumerate() {
            for (column, across_value) in index.values(across).iter().enumerate() {
                let count =
                    found.iter().filter(|&&at| has(at, down, down_value) && has(at, across, across_value)).count();
                prop_assert_eq!(coverage.cells[row * coverage.columns + column] as usize, count);
            }
        }
        let without = |facet: FacetId| found.iter().filter(|&&at| naive::values(&courses[at], facet).is_empty()).count();
        let having = |facet: FacetId, value: &String| found.iter().filter(|&&at| has(at, facet, value)).count();
        for (facet, totals) in [(down, &coverage.row_totals), (across, &coverage.column_totals)] {
            for (value, total) in index.values(facet).iter().zip(totals) {
                prop_assert_eq!(*total as usize, having(facet, value));
            }
        }
        prop_assert_eq!(coverage.without_row as usize, without(down));
        prop_assert_eq!(coverage.without_column as usize, without(across));
    }

    #[test]
    fn suggestions_keep_their_word(courses in courses(), typed in text(), limit in 0_usize..12) {
        let index = index(&courses);
        let offered = index.suggest(&typed, &Synonyms::default(), limit);
        prop_assert!(offered.len() <= limit);
        for (at, suggestion) in offered.iter().enumerate() {
            prop_assert!(!offered[..at].contains(suggestion));
            match suggestion {
                Suggestion::Value { facet, value, count } => {
                    let any_of = vec![index.values(facet)[*value].clone()];
                    let query = Query { facets: vec![Choice::any_of(facet, any_of)], ..Query::default() };
                    prop_assert_eq!(naive::matches(&courses, &query, None).len(), *count as usize);
                    prop_assert!(*count > 0);
                }
                Suggestion::Record { row } => {
                    let found = index.run(&Query { text: typed.clone(), ..Query::default() });
                    prop_assert!(found.matched.contains(*row));
                }
                Suggestion::Word { word, count } => {
                    let query = Query { text: word.clone(), ..Query::default() };
                    prop_assert_eq!(naive::matches(&courses, &query, None).len(), *count as usize);
                    prop_assert!(*word != fold(&typed));
                }
            }
        }
    }

    #[test]
    fn same_neighbours(courses in courses(), at in any::<prop::sample::Index>(), limit in 0_usize..8) {
        prop_assume!(!courses.is_empty());
        let index = index(&courses);
        let own = &courses[at.index(courses.len())];
        let row = index.row_of(&own.id).expect("built in");
        let shared = |other: &Course| {
            let topics = naive::values(own, "topic");
            naive::values(other, "topic").iter().filter(|topic| topics.contains(topic)).count()
        };
        let elsewhere = |other: &Course| own.host.is_some() && other.host.is_some() && own.host != other.host;
        let mut alike: Vec<&Course> =
            courses.iter().filter(|other| other.id != own.id && elsewhere(other) && shared(other) > 0).collect();
        alike.sort_by_key(|other| {
            (std::cmp::Reverse(shared(other)), naive::values(other, "topic").len(), naive::by_title(other))
        });
        let found = index.similar_to(row, &["topic"], Some("host"), limit);
        let found: Vec<_> = found.iter().map(|&(row, shared)| (ids(&index, &[row]), shared as usize)).collect();
        let expected: Vec<_> =
            alike.iter().take(limit).map(|other| (vec![other.id.clone()], shared(other))).collect();
        prop_assert_eq!(found, expected);

        let near: Vec<f64> = index.near_row(row, limit).into_iter().map(|(_, km)| km).collect();
        let mut distances: Vec<f64> = own.place.into_iter().flat_map(|place| {
            let others = courses.iter().filter(|other| other.id != own.id);
            others.filter_map(|other| other.place).map(move |other| place.distance_km(other))
        }).collect();
        distances.sort_by(f64::total_cmp);
        distances.truncate(limit);
        prop_assert_eq!(near.len(), distances.len());
        for (mine, theirs) in near.iter().zip(distances) {
            prop_assert!((mine - theirs).abs() < 1e-3);
        }
    }

    #[test]
    fn the_order_of_the_file_does_not_matter(courses in courses(), query in query()) {
        let mut turned = courses.clone();
        turned.reverse();
        let (index, other) = (index(&courses), index(&turned));
        prop_assert_eq!(ids(&index, &index.run(&query).rows), ids(&other, &other.run(&query).rows));
    }
}

/// By distance, rows at nearly the same distance may change places; on one point they are by title.
fn same_by_distance(
    index: &Index<Course>,
    courses: &[Course],
    query: &Query,
    outcome: &Outcome,
) -> Result<(), TestCaseError> {
    let near = query.near.expect("asked by the caller");
    let mut found = ids(index, &outcome.rows);
    let mut expected = ids_of(courses, &naive::matches(courses, query, None));
    found.sort();
    expected.sort();
    prop_assert_eq!(found, expected);
    for pair in outcome.rows.windows(2) {
        let (a, b) = (place(index, pair[0]).expect("located"), place(index, pair[1]).expect("located"));
        prop_assert!(near.point.distance_km(a) <= near.point.distance_km(b) + 1e-3);
        if a == b {
            let title = |row: u32| naive::by_title(&index.records()[row as usize]);
            prop_assert!(title(pair[0]) <= title(pair[1]));
        }
    }
    Ok(())
}

#[test]
fn the_twin_counts_slips_as_people_do() {
    let slips =
        |a: &str, b: &str| naive::slips(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
    assert_eq!(slips("photonics", "photonics"), 0);
    assert_eq!(slips("photonics", "phtoonics"), 1);
    assert_eq!(slips("ca", "abc"), 3);
}
