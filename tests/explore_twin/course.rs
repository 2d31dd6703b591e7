//! A second kind of record, made up: the index knows nothing about organisations.

use cluster_atlas::domain::Point;
use cluster_atlas::explore::{
    Bounds, Choice, Facet, FacetId, FacetKind, Near, Number, NumberRange, Query, Record, Sort,
};
use proptest::prelude::*;

/// A course that somebody gives somewhere, or online.
#[derive(Debug, Clone)]
pub struct Course {
    pub id: String,
    pub title: String,
    pub about: String,
    pub host: Option<String>,
    pub topics: Vec<String>,
    pub certificate: bool,
    pub hours: Option<f64>,
    pub price: Option<f64>,
    pub place: Option<Point>,
    pub order: i64,
}

impl Record for Course {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "host",
            kind: FacetKind::One,
            values: |course, visit| course.host.iter().for_each(|host| visit(host)),
        },
        Facet {
            id: "topic",
            kind: FacetKind::Many,
            values: |course, visit| course.topics.iter().for_each(|topic| visit(topic)),
        },
        Facet {
            id: "certificate",
            kind: FacetKind::Has,
            values: |course, visit| {
                if course.certificate {
                    visit("yes");
                }
            },
        },
    ];
    const NUMBERS: &'static [Number<Self>] = &[
        Number { id: "hours", value: |course| course.hours },
        Number { id: "price", value: |course| course.price },
    ];

    fn id(&self) -> &str {
        &self.id
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.title, 3.0);
        visit(&self.about, 1.0);
    }

    fn point(&self) -> Option<Point> {
        self.place
    }

    fn sort_key(&self) -> i64 {
        self.order
    }
}

/// The labels of facet values in one made-up language; some have several, some none.
pub fn labels_of(facet: FacetId, value: &str, visit: &mut dyn FnMut(&str)) {
    match (facet, value) {
        ("host", "h1") => visit("École d’été"),
        ("host", "h2") => visit("Photonics Hub"),
        ("host", "h3") => visit("Ångström Institute"),
        ("topic", "t1") => visit("Photonik"),
        ("topic", "t2") => {
            visit("Health");
            visit("Gesundheit health");
        }
        ("topic", "t3") => visit("Zirkuläre Wirtschaft"),
        ("certificate", "yes") => visit("Certified"),
        _ => {}
    }
}

/// Words that share beginnings, differ by one letter, or are written in several scripts.
const WORDS: &[&str] = &[
    "photonics",
    "photo",
    "photon",
    "phonics",
    "Photonik",
    "health",
    "Healthy",
    "wealth",
    "pôle",
    "Pole",
    "poles",
    "София",
    "sofia",
    "Αθήνα",
    "d'eau",
    "bio",
    "biot",
    "R&D",
    "Łódź",
    "lodz",
    "clúster",
    "cluster",
    "clusters",
    "Straße",
    "4.0",
    "a",
    "ab",
    "abcd",
    "abdc",
    "abc",
    "bcd",
    "北京",
    "שלום",
];

pub fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => "[abc]{1,6}",
    ]
}

/// A word as people type it: whole, cut short, in the plural, or with a slip.
fn typed() -> impl Strategy<Value = String> {
    (word(), 0_usize..8, 0_usize..11, "[a-eopst]").prop_map(|(word, place, what, letter)| {
        let mut letters: Vec<char> = word.chars().collect();
        let place = place.min(letters.len().saturating_sub(1));
        match what {
            0 => letters.truncate(place + 1),
            1 => {
                letters.remove(place);
            }
            2 => letters.insert(place, letter.chars().next().unwrap_or('x')),
            3 => letters[place] = letter.chars().next().unwrap_or('x'),
            4 if place + 1 < letters.len() => letters.swap(place, place + 1),
            5 => letters.push('s'),
            6 => letters.extend("ies".chars()),
            _ => {}
        }
        letters.into_iter().collect()
    })
}

/// Points that often coincide, at the edges of the world, and a few millimetres apart.
pub fn point() -> impl Strategy<Value = Point> {
    let lat = prop_oneof![
        4 => prop::sample::select(vec![48.85, 48.850_000_01, 48.86, 50.0, 52.52, -21.1, 0.0, 90.0, -90.0, 86.0]),
        1 => -90.0..=90.0,
    ];
    let lon = prop_oneof![
        4 => prop::sample::select(vec![2.35, 2.350_000_01, 2.4, 13.4, 55.5, 0.0, 180.0, -180.0, 179.99]),
        1 => -180.0..=180.0,
    ];
    (lat, lon).prop_map(|(lat, lon)| Point::new(lat, lon).expect("in range"))
}

pub fn courses() -> impl Strategy<Value = Vec<Course>> {
    let words = |range| prop::collection::vec(word(), range).prop_map(|words| words.join(" "));
    let course = (
        words(0..4_usize),
        words(0..3_usize),
        prop::option::of(prop::sample::select(vec!["h1", "h2", "h3", "h4"])),
        prop::collection::vec(prop::sample::select(vec!["t1", "t2", "t3", "t4", "t5"]), 0..4),
        any::<bool>(),
        prop::option::of((0_u8..6).prop_map(f64::from)),
        prop::option::of(0.0..100.0),
        prop::option::weighted(0.8, point()),
        // Often alike, and at both ends of what a number can hold.
        prop::sample::select(vec![0, 0, 0, 1, 2, -1, i64::MIN, i64::MAX]),
    );
    prop::collection::vec(course, 0..40).prop_map(|courses| {
        let with_id = courses.into_iter().enumerate().map(|(at, course)| {
            let (title, about, host, topics, certificate, hours, price, place, order) = course;
            let topics = topics.into_iter().map(str::to_owned).collect();
            let (id, host) = (format!("c{}", at * 7 % 41), host.map(str::to_owned));
            Course { id, title, about, host, topics, certificate, hours, price, place, order }
        });
        with_id.collect()
    })
}

/// Facets, and one that no course has.
pub fn facet() -> impl Strategy<Value = FacetId> {
    prop::sample::select(vec!["host", "topic", "certificate", "none such"])
}

fn choice() -> impl Strategy<Value = Choice> {
    let values = vec!["h1", "h2", "h3", "h4", "t1", "t2", "t3", "t4", "yes", "no", "no such value"];
    let some = move |most| {
        prop::collection::vec(prop::sample::select(values.clone()).prop_map(str::to_owned), 0..most)
    };
    (facet(), some(4), some(2), some(2)).prop_map(|(facet, any_of, lesser, none_of)| Choice {
        facet,
        any_of,
        lesser,
        none_of,
    })
}

fn bounds() -> impl Strategy<Value = Bounds> {
    (point(), point()).prop_map(|(a, b)| Bounds {
        west: a.lon(),
        south: a.lat().min(b.lat()),
        east: b.lon(),
        north: a.lat().max(b.lat()),
    })
}

pub fn query() -> impl Strategy<Value = Query> {
    let end = || prop::option::of((0_u8..6).prop_map(f64::from));
    let range = (prop::sample::select(vec!["hours", "price", "none such"]), end(), end())
        .prop_map(|(field, from, to)| NumberRange { field, from, to });
    let km = prop::sample::select(vec![0.0, 0.002, 5.0, 400.0, 9_000.0, 30_000.0, -1.0]);
    let sort = prop_oneof![
        3 => Just(Sort::Best),
        1 => Just(Sort::Title),
        1 => Just(Sort::Own),
        1 => Just(Sort::Distance),
        1 => facet().prop_map(Sort::Facet),
    ];
    (
        prop::collection::vec(typed(), 0..3),
        prop::collection::vec(choice(), 0..3),
        prop::collection::vec(range, 0..2),
        prop::option::weighted(0.3, (point(), km).prop_map(|(point, km)| Near { point, km })),
        prop::option::weighted(0.3, bounds()),
        sort,
    )
        .prop_map(|(words, facets, ranges, near, bounds, sort)| Query {
            text: words.join(" "),
            facets,
            ranges,
            near,
            bounds,
            sort,
        })
}

pub fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(typed(), 0..3).prop_map(|words| words.join(" "))
}
