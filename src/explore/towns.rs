//! Towns of the records, as centres of a search: "within 50 km of Graz".

use std::cmp::Ordering;

use crate::domain::{CountryCode, Point, decimal};

use super::slip::is_slip_of;
use super::{Synonyms, fold, sort_values};

/// A town that records are in.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// As the first of its records writes it.
    pub name: String,
    /// In the middle of its records, to a hundredth of a degree: about a kilometre.
    pub point: Point,
    /// How many records are in it.
    pub records: u32,
}

impl Town {
    /// Whether a text ends with the town as a whole, in any of its names, but for a distance behind it.
    ///
    /// ```
    /// use cluster_atlas::{domain::Point, explore::{Synonyms, Town}};
    /// let (names, point) = (Synonyms::read("Köln|Cologne"), Point::new(50.94, 6.96)?);
    /// let town = Town { name: "Köln".to_owned(), point, records: 1 };
    /// assert!(town.ends("water near Cologne", &names) && town.ends("Köln 30 km", &names));
    /// assert!(!town.ends("water near Col", &names) && !town.ends("Cologne water", &names));
    /// # Ok::<(), cluster_atlas::domain::PlaceError>(())
    /// ```
    pub fn ends(&self, typed: &str, synonyms: &Synonyms) -> bool {
        let (asked, own) = (fold(typed), fold(&self.name));
        let asked = without_distance(&asked).0.join(" ");
        let is_end =
            |name: &str| asked.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
        is_end(&own) || synonyms.names_of(&own).into_iter().any(is_end)
    }
}

/// The towns of the records.
#[derive(Debug, Clone, Default)]
pub struct Towns {
    /// Folded names, ascending, each with its town.
    towns: Vec<(String, Town)>,
}

/// The towns of a list, a line a town: name, country, latitude and longitude, parted by tabs. Lines that are no town are passed
/// over: nothing in such a list is a fault.
///
/// ```
/// use cluster_atlas::explore::listed_towns;
/// let (name, country, point) = listed_towns("# Towns\nNice\tFR\t43.7031\t7.2661\n").next().expect("a town");
/// assert_eq!((name, country.as_str(), point.lat()), ("Nice", "FR", 43.7031));
/// ```
pub fn listed_towns(text: &str) -> impl Iterator<Item = (&str, CountryCode, Point)> {
    text.lines().filter_map(|line| {
        let mut cells = line.split('\t');
        let (name, country) = (cells.next()?, cells.next()?.parse().ok()?);
        let mut degrees = || decimal::read(cells.next()?);
        Some((name, country, Point::new(degrees()?, degrees()?).ok()?))
    })
}

/// What somebody asks for who types a town.
#[derive(Debug, Clone, PartialEq)]
pub struct NearTown<'a> {
    /// The town.
    pub town: &'a Town,
    /// How far around it, in kilometres, where that is said.
    pub km: Option<f64>,
    /// What else is asked for: the words before the town that are not about the distance.
    pub rest: String,
}

/// At most this many towns are offered for a beginning.
const MOST: usize = 2;
/// A shorter beginning says nothing.
const SHORTEST: usize = 3;
/// Records further apart than this, in degrees, are in different towns of one name.
const SAME: f64 = 0.5;
/// What people write between what they look for and where, in the languages of the interface, folded.
const BETWEEN: [&str; 27] = [
    "within", "of", "near", "around", "close", "to", "in", "at", "from", "bei", "um", "rund", "von",
    "umkreis", "nahe", "umgebung", "im", "pres", "de", "a", "moins", "autour", "dans", "rayon", "proche",
    "environs", "vicinity",
];
/// Small words among those: they ask for nothing by themselves.
const FILLING: [&str; 15] =
    ["the", "der", "die", "des", "dem", "in", "un", "une", "d", "la", "le", "les", "du", "l", "aux"];
/// The kilometres of a mile.
const MILE: f64 = 1.609_344;

impl Towns {
    /// The towns of records: the name of each, as written, and its point.
    pub fn of<'a>(records: impl Iterator<Item = (&'a str, Point)>) -> Self {
        let mut placed: Vec<(String, &str, Point)> = records
            .map(|(name, point)| (fold(name), name, point))
            .filter(|(folded, ..)| !folded.is_empty())
            .collect();
        let order = |point: &Point| (point.lat(), point.lon());
        sort_values(&mut placed, &|a: &(String, &str, Point), b: &(String, &str, Point)| {
            let by_point = || order(&a.2).partial_cmp(&order(&b.2)).unwrap_or(Ordering::Equal);
            a.0.cmp(&b.0).then_with(by_point)
        });
        let is_same = |a: &(String, &str, Point), b: &(String, &str, Point)| {
            a.0 == b.0 && (a.2.lat() - b.2.lat()).abs() < SAME && (a.2.lon() - b.2.lon()).abs() < SAME
        };
        let towns = placed.chunk_by(is_same).filter_map(|same| {
            let (folded, name, _) = same.first()?;
            let mean = |of: fn(&Point) -> f64| {
                let sum: f64 = same.iter().map(|(.., point)| of(point)).sum();
                (sum / same.len() as f64 * 100.0).round() / 100.0
            };
            let point = Point::new(mean(|point| point.lat()), mean(|point| point.lon())).ok()?;
            Some((folded.clone(), Town { name: (*name).to_owned(), point, records: same.len() as u32 }))
        });
        Self { towns: towns.collect() }
    }

    /// The town whose middle is a point.
    pub fn at(&self, point: Point) -> Option<&Town> {
        self.towns.iter().map(|(_, town)| town).find(|town| town.point == point)
    }

    /// The towns that a text may end with, in any of their names, those with most records first.
    ///
    /// ```
    /// use cluster_atlas::{domain::Point, explore::{Synonyms, Towns}};
    /// let graz = Point::new(47.07, 15.44)?;
    /// let towns = Towns::of([("Graz", graz)].into_iter());
    /// let found = towns.near("photonics within 50 km of Graz", &Synonyms::default());
    /// assert_eq!((found[0].town.point, found[0].km, found[0].rest.as_str()), (graz, Some(50.0), "photonics"));
    /// # Ok::<(), cluster_atlas::domain::PlaceError>(())
    /// ```
    pub fn near(&self, typed: &str, synonyms: &Synonyms) -> Vec<NearTown<'_>> {
        let asked = fold(typed);
        let (words, km) = without_distance(&asked);
        // The longest end of the text that is a town.
        (0..words.len().min(4))
            .rev()
            .find_map(|count| {
                let (mut rest, name) = words.split_at(words.len() - count - 1);
                let found = self.named(name, synonyms, MOST);
                while let [before @ .., last] = rest
                    && (BETWEEN.contains(last) || FILLING.contains(last))
                {
                    rest = before;
                }
                let rest = rest.join(" ");
                let near = |town| NearTown { town, km, rest: rest.clone() };
                (!found.is_empty()).then(|| found.into_iter().map(near).collect())
            })
            .unwrap_or_default()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.towns.is_empty()
    }

    /// The place that a text asks for surroundings of, as it is written: what stands behind the last word of a distance.
    ///
    /// ```
    /// use cluster_atlas::explore::Towns;
    /// assert_eq!(Towns::place_in("photonics within 50 km of Wiener Neustadt").as_deref(), Some("Wiener Neustadt"));
    /// assert_eq!(Towns::place_in("photonics"), None);
    /// ```
    pub fn place_in(typed: &str) -> Option<String> {
        let words: Vec<&str> = typed.split_whitespace().collect();
        let is_between = |word: &&str| BETWEEN.contains(&fold(word).as_str());
        let behind = words.iter().rposition(is_between)? + 1;
        Some(words[behind..].join(" ")).filter(|place| !place.is_empty())
    }

    /// Whether a text asks for surroundings by more than the name of a town: only then a town without any record is meant.
    pub fn is_asked_for(typed: &str) -> bool {
        let asked = fold(typed);
        let (words, km) = without_distance(&asked);
        let Some((_, before)) = words.split_last() else { return false };
        km.is_some() || before.iter().any(|word| BETWEEN.contains(word))
    }

    /// The towns of a name, in any of its names, or of a beginning; `most` of them, those of the very name first.
    ///
    /// ```
    /// use cluster_atlas::{domain::Point, explore::{Synonyms, Towns}};
    /// let graz = Point::new(47.07, 15.44)?;
    /// let towns = Towns::of([("Graz", graz)].into_iter());
    /// assert_eq!(towns.called("gra", &Synonyms::default(), 8)[0].name, "Graz");
    /// assert!(towns.called("near Graz", &Synonyms::default(), 8).is_empty());
    /// # Ok::<(), cluster_atlas::domain::PlaceError>(())
    /// ```
    pub fn called(&self, typed: &str, synonyms: &Synonyms, most: usize) -> Vec<&Town> {
        let asked = fold(typed);
        let words: Vec<&str> = asked.split_ascii_whitespace().collect();
        if words.is_empty() { Vec::new() } else { self.named(&words, synonyms, most) }
    }

    /// The towns that a folded word is one slip away from, in any of their names, those with most records first.
    ///
    /// ```
    /// use cluster_atlas::{domain::Point, explore::{Synonyms, Towns}};
    /// let towns = Towns::of([("Köln", Point::new(50.94, 6.96)?)].into_iter());
    /// let names = Synonyms::read("Köln|Cologne");
    /// assert_eq!(towns.alike("colonge", &names)[0].name, "Köln");
    /// # Ok::<(), cluster_atlas::domain::PlaceError>(())
    /// ```
    pub fn alike(&self, asked: &str, synonyms: &Synonyms) -> Vec<&Town> {
        let meant = synonyms.alike(asked);
        let meant: Vec<&str> = meant.into_iter().flat_map(|name| synonyms.names_of(name)).collect();
        let is_meant = |name: &str| is_slip_of(asked, name) || meant.contains(&name);
        let mut found: Vec<&Town> =
            self.towns.iter().filter(|(name, _)| is_meant(name)).map(|(_, town)| town).collect();
        sort_values(&mut found, &|a: &&Town, b: &&Town| b.records.cmp(&a.records));
        // Two towns of one name are one word.
        let mut names: Vec<&str> = Vec::new();
        found.retain(|town| {
            let is_first = !names.contains(&town.name.as_str());
            names.push(&town.name);
            is_first
        });
        found.truncate(MOST);
        found
    }

    fn named(&self, words: &[&str], synonyms: &Synonyms, most: usize) -> Vec<&Town> {
        let asked = words.join(" ");
        let named = synonyms.at_start_of(words).filter(|named| named.words == words.len());
        let mut found: Vec<&(String, Town)> = Vec::new();
        let beginning = self.towns.partition_point(|(name, _)| *name < asked);
        let beginning = self.towns[beginning..].iter().take_while(|(name, _)| name.starts_with(&asked));
        found.extend(beginning.filter(|_| asked.len() >= SHORTEST));
        let other = named.iter().flat_map(|named| &named.names);
        for name in other {
            let first = self.towns.partition_point(|(town, _)| town.as_str() < *name);
            let same = self.towns[first..].iter().take_while(|(town, _)| town == name);
            for town in same {
                if !found.contains(&town) {
                    found.push(town);
                }
            }
        }
        sort_values(&mut found, &|a: &&(String, Town), b: &&(String, Town)| {
            (a.0 != asked).cmp(&(b.0 != asked)).then(b.1.records.cmp(&a.1.records))
        });
        found.into_iter().take(most).map(|(_, town)| town).collect()
    }
}

/// The words of a folded text without what they say of a distance, before or behind the rest, and how many kilometres that
/// is: the first where there are several.
fn without_distance(asked: &str) -> (Vec<&str>, Option<f64>) {
    let mut words: Vec<&str> = asked.split_ascii_whitespace().collect();
    let mut first = None;
    while let Some((km, at, count)) = said_distance(&words) {
        words.drain(at..at + count);
        first = first.or(Some(km));
    }
    (words, first)
}

/// A distance among some words: how many kilometres, and which words say so, from where and how many.
fn said_distance(words: &[&str]) -> Option<(f64, usize, usize)> {
    let unit = |word: &str| match word {
        "km" | "kms" | "kilometres" | "kilometers" | "kilometre" | "kilometer" | "kilometern" => Some(1.0),
        "mi" | "mile" | "miles" | "meilen" | "milles" => Some(MILE),
        _ => None,
    };
    let number = |word: &str| word.parse::<u16>().ok().filter(|number| *number > 0).map(f64::from);
    words.iter().enumerate().find_map(|(at, word)| {
        let digits = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
        if let Some((number, unit)) = number(&word[..digits]).zip(unit(&word[digits..])) {
            return Some(((number * unit).round(), at, 1));
        }
        let (number, unit) = number(word).zip(words.get(at + 1).and_then(|next| unit(next)))?;
        Some(((number * unit).round(), at, 2))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).expect("a point")
    }

    fn towns() -> Towns {
        let places = [
            ("Graz", point(47.07, 15.44)),
            ("Graz", point(47.09, 15.46)),
            ("GRAZ", point(47.08, 15.45)),
            ("Köln", point(50.94, 6.96)),
            ("Valencia", point(39.47, -0.38)),
            ("Valencia", point(10.18, -68.0)),
            ("Valencia", point(39.48, -0.37)),
            ("San Sebastián", point(43.32, -1.98)),
            ("", point(0.0, 0.0)),
        ];
        Towns::of(places.into_iter())
    }

    fn asked(typed: &str) -> Vec<(String, Option<f64>, String)> {
        let synonyms = Synonyms::read("Köln|Cologne\nSan Sebastián|Donostia\n");
        let towns = towns();
        let found = towns.near(typed, &synonyms);
        found.into_iter().map(|near| (near.town.name.clone(), near.km, near.rest)).collect()
    }

    #[test]
    fn a_town_is_the_middle_of_its_records_and_two_of_one_name_are_two() {
        let towns = towns();
        let graz = towns.near("graz", &Synonyms::default());
        assert_eq!((graz[0].town.point, graz[0].town.records), (point(47.08, 15.45), 3));
        let valencia = towns.near("Valencia", &Synonyms::default());
        let records: Vec<u32> = valencia.iter().map(|near| near.town.records).collect();
        assert_eq!(records, [2, 1]);
        assert_eq!(towns.at(point(47.08, 15.45)).map(|town| town.records), Some(3));
        assert_eq!(towns.at(point(47.0, 15.0)), None);
    }

    #[test]
    fn a_town_is_known_with_a_slip_in_any_of_its_names() {
        let (towns, synonyms) = (towns(), Synonyms::read("Köln|Cologne\nWien|Vienna\n"));
        let alike = |asked: &str| -> Vec<String> {
            towns.alike(asked, &synonyms).into_iter().map(|town| town.name.clone()).collect()
        };
        assert_eq!(alike("colonge"), ["Köln"]);
        assert_eq!(alike("kolln"), ["Köln"]);
        assert_eq!(alike("valenica"), ["Valencia"], "once, though there are two");
        assert_eq!(alike("viena"), [] as [&str; 0], "no record is there");
        assert_eq!(alike("gras"), [] as [&str; 0], "too short");
        assert_eq!(alike("graz"), [] as [&str; 0], "no slip");
        assert_eq!(alike(""), [] as [&str; 0]);
    }

    #[test]
    fn a_distance_is_read_in_the_words_of_the_interface() {
        let one = |name: &str, km: Option<f64>, rest: &str| vec![(name.to_owned(), km, rest.to_owned())];
        assert_eq!(asked("within 50 km of Graz"), one("Graz", Some(50.0), ""));
        assert_eq!(asked("Photonik im Umkreis von 80 km um Graz"), one("Graz", Some(80.0), "photonik"));
        assert_eq!(asked("à moins de 25km de Cologne"), one("Köln", Some(25.0), ""));
        assert_eq!(asked("hydrogen near Donostia"), one("San Sebastián", None, "hydrogen"));
        assert_eq!(asked("san seb"), one("San Sebastián", None, ""));
        assert_eq!(asked("in der Nähe von Köln"), one("Köln", None, ""));
        assert_eq!(asked("eau dans un rayon de 30 km autour de Cologne"), one("Köln", Some(30.0), "eau"));
        assert_eq!(asked("within 50 miles of Graz"), one("Graz", Some(80.0), ""));
        assert_eq!(asked("water Graz 30km"), one("Graz", Some(30.0), "water"));
        assert_eq!(asked("Graz 30 km"), one("Graz", Some(30.0), ""));
        assert_eq!(asked("rund um Köln"), one("Köln", None, ""));
        assert_eq!(asked("Graz photonics"), [], "the town comes last");
        assert_eq!(asked("0 km Graz"), one("Graz", None, "0 km"), "no distance");
        assert_eq!(asked("gr"), [], "too short");
        for (typed, is) in [
            ("within 50 km of Köln", true),
            ("bei Köln", true),
            ("Köln 30 km", true),
            ("30 km", false),
            ("Köln", false),
            ("water Köln", false),
            ("", false),
        ] {
            assert_eq!(Towns::is_asked_for(typed), is, "{typed}");
        }
        assert_eq!(asked(""), []);
    }
}
