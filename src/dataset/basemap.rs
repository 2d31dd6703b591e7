//! The base map: land, borders and the names of larger towns, as `cargo xtask basemap` writes them.
//!
//! Everything is in whole units of a Web Mercator square (EPSG:3857), so that drawing needs a scale and a shift
//! only. Paths are steps from point to point in the digits of the encoded polyline algorithm; the writer is
//! `xtask/basemap/encode.mjs`.

use std::borrow::Cow;

use crate::domain::{CountryCode, Point};

use super::fields::Object;
use super::file::{DatasetError, Fetched, check_format, fault, text};
use super::json::{Json, stream};

/// What lies beneath the records: land, borders, towns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BaseMap {
    /// Outlines of land and, inside them, of inland seas: filled by the even-odd rule. The first point is not repeated.
    pub land: Vec<Line>,
    /// Borders between countries, each once, without coasts.
    pub borders: Vec<Line>,
    /// Towns, in the order in which they claim room for their names.
    pub towns: Vec<Town>,
}

/// A run of points; `0, 0` is 85.05° north on the date line and `1, 1` the opposite corner of the world.
#[derive(Debug, Clone, PartialEq)]
pub struct Line(pub Vec<(f64, f64)>);

/// Where a point is in the square that [`Line`] describes; the nearest edge for what lies beyond it.
pub fn in_square(point: Point) -> (f64, f64) {
    let y = (std::f64::consts::FRAC_PI_4 + point.lat().to_radians() / 2.0).tan().ln();
    (point.lon() / 360.0 + 0.5, (0.5 - y / std::f64::consts::TAU).clamp(0.0, 1.0))
}

/// A town that the map may name.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// Its name, as it is usual in English or in the country.
    pub name: String,
    /// What it is called in languages of the interface where that is something else: a language and a name.
    pub named: Vec<(Box<str>, Box<str>)>,
    /// Where it is, in the square that [`Line`] describes.
    pub at: (f64, f64),
    /// The zoom level from which there is room for its name.
    pub zoom: u8,
    /// Whether a country is governed from there.
    pub capital: bool,
}

impl Town {
    /// What it is called in a language (BCP 47; what stands behind the language itself does not matter), as far as the data
    /// know.
    ///
    /// ```
    /// use cluster_atlas::dataset::Town;
    /// let named = vec![("de".into(), "Wien".into())];
    /// let town = Town { name: "Vienna".into(), named, at: (0.5, 0.3), zoom: 5, capital: true };
    /// assert_eq!((town.name_in("de-AT"), town.name_in("sv")), ("Wien", "Vienna"));
    /// ```
    pub fn name_in(&self, language: &str) -> &str {
        let wanted = language.split('-').next().unwrap_or_default();
        let named = self.named.iter().find(|(language, _)| &**language == wanted);
        named.map_or(&*self.name, |(_, name)| name)
    }
}

/// What a country looks like on a small map, and which countries it borders on.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryShape {
    /// The country.
    pub code: CountryCode,
    /// Countries with a shape of their own that it shares a land border with, in the order of codes.
    pub neighbours: Vec<CountryCode>,
    /// Its outlines, the largest first, as [`BaseMap::land`] has them.
    pub outlines: Vec<Line>,
}

impl CountryShape {
    /// West, north, east, south in the square that [`Line`] describes, of its largest outline.
    pub fn bounds(&self) -> [f64; 4] {
        let points = self.outlines.first().map_or(&[][..], |Line(points)| points);
        points.iter().fold([1.0, 1.0, 0.0, 0.0], |[west, north, east, south], (x, y)| {
            [west.min(*x), north.min(*y), east.max(*x), south.max(*y)]
        })
    }

    /// The middle of its largest outline, weighed by area, or where that lies outside of it, that of the widest part at
    /// its height: where a figure stands; the corner of the world without one.
    pub fn middle(&self) -> (f64, f64) {
        let points = self.outlines.first().map_or(&[][..], |Line(points)| points);
        let edges = || points.iter().zip(points.iter().cycle().skip(1));
        let (area, x, y) = edges().fold((0.0, 0.0, 0.0), |(area, x, y), ((ax, ay), (bx, by))| {
            let cross = ax * by - bx * ay;
            (area + cross, x + (ax + bx) * cross, y + (ay + by) * cross)
        });
        if area == 0.0 {
            return points.first().copied().unwrap_or_default();
        }
        let (x, y) = (x / (3.0 * area), y / (3.0 * area));
        // Where the outline crosses the height of the middle; between an odd crossing and the next one lies land.
        let crossings: Vec<f64> = edges()
            .filter(|((_, ay), (_, by))| (*ay <= y) != (*by <= y))
            .map(|((ax, ay), (bx, by))| ax + (y - ay) * (bx - ax) / (by - ay))
            .collect();
        let before = |at: f64| crossings.iter().filter(|crossing| **crossing < at).count();
        if before(x) % 2 == 1 {
            return (x, y);
        }
        let land = crossings.iter().filter(|from| before(**from) % 2 == 0).map(|from| {
            let to = crossings.iter().copied().filter(|to| to > from).fold(f64::INFINITY, f64::min);
            (*from, if to.is_finite() { to } else { *from })
        });
        let widest = land.fold(
            (x, x),
            |widest, land| {
                if land.1 - land.0 > widest.1 - widest.0 { land } else { widest }
            },
        );
        (f64::midpoint(widest.0, widest.1), y)
    }
}

/// Reads the shapes of the countries.
pub fn read_country_shapes(fetched: &Fetched<'_>) -> Result<Vec<CountryShape>, DatasetError> {
    let (side, mut members) = read(fetched, "cluster-atlas/country-shapes")?;
    let shapes = members.take("countries").and_then(|list| {
        let Json::List(list) = list else { return None };
        list.into_iter().map(|country| shape(country, side)).collect()
    });
    shapes.ok_or_else(|| DatasetError::NotFormat { file: fetched.file.to_owned(), found: None })
}

fn shape(country: Json<'_>, side: f64) -> Option<CountryShape> {
    let Json::Object(country) = country else { return None };
    let mut country = Object::from(country);
    let codes = texts(country.take("neighbours")?)?;
    let outlines = texts(country.take("outlines")?)?;
    Some(CountryShape {
        code: country.take("code")?.into_text()?.parse().ok()?,
        neighbours: codes.iter().map(|code| code.parse().ok()).collect::<Option<_>>()?,
        outlines: outlines.iter().map(|text| points(text, side).map(Line)).collect::<Option<_>>()?,
    })
}

/// Reads the two files of the base map. Without `places` the map has land and no names.
pub fn read_base_map(land: &Fetched<'_>, places: Option<&Fetched<'_>>) -> Result<BaseMap, DatasetError> {
    let damaged = |file: &Fetched<'_>| DatasetError::NotFormat { file: file.file.to_owned(), found: None };
    let (side, mut members) = read(land, "cluster-atlas/land")?;
    let mut lines = |name| {
        texts(members.take(name)?)?
            .iter()
            .map(|text| points(text, side).map(Line))
            .collect::<Option<Vec<_>>>()
    };
    let (Some(outlines), Some(borders)) = (lines("land"), lines("borders")) else {
        return Err(damaged(land));
    };
    let mut towns = Vec::new();
    if let Some(places) = places {
        let (side, mut members) = read(places, "cluster-atlas/places")?;
        let Some(Json::List(groups)) = members.take("towns") else { return Err(damaged(places)) };
        for group in groups {
            towns.extend(named(group, side).ok_or_else(|| damaged(places))?);
        }
    }
    Ok(BaseMap { land: outlines, borders, towns })
}

/// A file's members, and how many units the world is wide in it.
fn read<'a>(fetched: &Fetched<'a>, format: &str) -> Result<(f64, Object<'a>), DatasetError> {
    let streamed = stream(text(fetched)?, "", &mut |_, _| {}).map_err(|error| fault(fetched.file, &error))?;
    let mut members = Object::from(streamed.header);
    let found = members.take("format").and_then(Json::into_text);
    check_format(fetched.file, found.as_deref(), format)?;
    match members.take("side") {
        Some(Json::Number(side)) if side >= 1.0 => Ok((side, members)),
        _ => Err(DatasetError::NotFormat { file: fetched.file.to_owned(), found: None }),
    }
}

fn texts(list: Json<'_>) -> Option<Vec<Cow<'_, str>>> {
    let Json::List(list) = list else { return None };
    list.into_iter().map(Json::into_text).collect()
}

fn named(group: Json<'_>, side: f64) -> Option<Vec<Town>> {
    let Json::Object(group) = group else { return None };
    let mut group = Object::from(group);
    let Json::Number(zoom) = group.take("zoom")? else { return None };
    let Json::Bool(capital) = group.take("capital")? else { return None };
    let names = texts(group.take("names")?)?;
    let points = points(&group.take("points")?.into_text()?, side)?;
    let town = |(name, at): (Cow<'_, str>, _)| Town {
        name: name.into_owned(),
        named: Vec::new(),
        at,
        zoom: zoom as u8,
        capital,
    };
    let is_whole = points.len() == names.len();
    let mut towns: Vec<Town> = names.into_iter().zip(points).map(town).collect();
    if let Some(Json::Object(languages)) = group.take("named") {
        for (language, names) in languages {
            let Json::Object(names) = names else { return None };
            for (at, name) in names {
                let town = towns.get_mut(at.parse::<usize>().ok()?)?;
                town.named.push((language.as_ref().into(), name.into_text()?.as_ref().into()));
            }
        }
    }
    is_whole.then_some(towns)
}

/// The points of a path; `None` where the text is none.
fn points(text: &str, side: f64) -> Option<Vec<(f64, f64)>> {
    let steps = numbers(text)?;
    let (pairs, []) = steps.as_chunks::<2>() else { return None };
    let (mut x, mut y) = (0, 0);
    let points = pairs.iter().map(|[dx, dy]| {
        (x, y) = (x + dx, y + dy);
        (x as f64 / side, y as f64 / side)
    });
    Some(points.collect())
}

/// The numbers in a text: five bits a character, least first, the sixth bit says that more follow; the lowest bit
/// of the whole is the sign. `None` where the text is damaged.
fn numbers(text: &str) -> Option<Vec<i64>> {
    // About two characters a number.
    let mut numbers = Vec::with_capacity(text.len() / 2);
    let (mut number, mut shift) = (0_i64, 0);
    for byte in text.bytes() {
        let digit = byte.checked_sub(63).filter(|digit| *digit < 64 && shift < 40)?;
        number |= i64::from(digit & 31) << shift;
        shift += 5;
        if digit & 32 == 0 {
            numbers.push((number >> 1) ^ -(number & 1));
            (number, shift) = (0, 0);
        }
    }
    (shift == 0).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_shapes_where_they_are_and_neighbours_that_know_them() {
        let file = include_bytes!("../../public/basemap/countries.json");
        let shapes = read_country_shapes(&Fetched::opened("countries.json", file)).expect("a whole file");
        let of = |code: &str| shapes.iter().find(|shape| shape.code.as_str() == code).expect("a shape");
        for (code, lat, lon) in
            [("FR", 46.5, 2.5), ("MT", 35.9, 14.4), ("PL", 52.0, 19.3), ("XK", 42.6, 20.9)]
        {
            let ((x, y), (at_x, at_y)) = (of(code).middle(), square(lat, lon));
            assert!((x - at_x).abs() < 0.005 && (y - at_y).abs() < 0.005, "{code} lies elsewhere");
            let [west, north, east, south] = of(code).bounds();
            assert!(west < x && x < east && north < y && y < south, "{code}");
        }
        // Norway bends round Sweden: its middle is no place in it.
        for shape in &shapes {
            let ((x, y), Line(points)) = (shape.middle(), &shape.outlines[0]);
            let pairs = points.iter().zip(points.iter().cycle().skip(1));
            let beyond = pairs.filter(|((ax, ay), (bx, by))| {
                (*ay <= y) != (*by <= y) && ax + (y - ay) * (bx - ax) / (by - ay) < x
            });
            assert_eq!(beyond.count() % 2, 1, "the middle of {} lies outside", shape.code);
        }
        for shape in &shapes {
            for neighbour in &shape.neighbours {
                assert!(
                    of(neighbour.as_str()).neighbours.contains(&shape.code),
                    "{} {neighbour}",
                    shape.code
                );
            }
        }
        assert_eq!(of("PT").neighbours.iter().map(CountryCode::as_str).collect::<Vec<_>>(), ["ES"]);
        assert!(of("MT").neighbours.is_empty());
        assert!(
            read_country_shapes(&Fetched::opened("x", b"{\"format\":\"cluster-atlas/country-shapes/1\"}"))
                .is_err()
        );
    }

    const LAND: &[u8] = include_bytes!("../../public/basemap/land.json");
    const PLACES: &[u8] = include_bytes!("../../public/basemap/places.json");

    fn published() -> BaseMap {
        let (land, places) = (Fetched::opened("land.json", LAND), Fetched::opened("places.json", PLACES));
        read_base_map(&land, Some(&places)).expect("the committed files are whole")
    }

    /// Degrees to the square, to say where things should be.
    fn square(lat: f64, lon: f64) -> (f64, f64) {
        in_square(Point::new(lat, lon).expect("a point"))
    }

    fn on_land(map: &BaseMap, lat: f64, lon: f64) -> bool {
        let (x, y) = square(lat, lon);
        let crossings = map.land.iter().flat_map(|Line(ring)| {
            ring.iter().zip(ring.iter().cycle().skip(1)).filter(|((ax, ay), (bx, by))| {
                (*ay > y) != (*by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
            })
        });
        crossings.count() % 2 == 1
    }

    #[test]
    fn numbers_of_every_size_are_read_back() {
        // The example of the algorithm's own description: 38.5, -120.2; 40.7, -120.95; 43.252, -126.453.
        let read = points("_p~iF~ps|U_ulLnnqC_mqNvxq`@", 100_000.0).unwrap();
        assert_eq!(read, [(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)]);
        assert_eq!(points("", 1.0), Some(Vec::new()));
        for damaged in ["?", "_", "\u{7f}", "?é", "~~~~~~~~~~~~~~"] {
            assert_eq!(points(damaged, 1.0), None, "{damaged}");
        }
    }

    #[test]
    fn land_is_where_it_is_and_the_sea_is_open() {
        let map = published();
        let land = [
            ("Paris", 48.86, 2.35),
            ("Simferopol", 44.95, 34.1),
            ("Reykjavík", 64.1, -21.8),
            ("Longyearbyen", 78.2, 16.2),
            ("Tenerife", 28.25, -16.6),
            ("São Miguel", 37.8, -25.5),
            ("Madeira", 32.75, -17.0),
            ("Valletta", 35.88, 14.45),
            ("Nicosia", 35.17, 33.36),
            ("Réunion", -21.1, 55.5),
            ("Mayotte", -12.82, 45.15),
            ("Guadeloupe", 16.15, -61.7),
            ("Martinique", 14.7, -61.05),
            ("Guyane", 4.0, -53.0),
            ("Vladivostok's hinterland", 44.0, 133.0),
        ];
        for (name, lat, lon) in land {
            assert!(on_land(&map, lat, lon), "{name} is in the sea");
        }
        for (name, lat, lon) in [
            ("the North Sea", 56.0, 3.0),
            ("the Black Sea", 43.5, 34.0),
            ("the Caspian Sea", 41.5, 50.8),
            ("the Baltic Sea", 57.5, 20.0),
            ("the Atlantic at the edge of the detailed part", 45.0, -32.0),
            ("the South Atlantic", -16.5, -10.0),
        ] {
            assert!(!on_land(&map, lat, lon), "{name} is dry");
        }
    }

    #[test]
    fn no_line_is_left_of_the_cuts_between_zones() {
        let map = published();
        // Degrees of longitude; the longest straight border of the world follows the 49th parallel.
        let longest = |lines: &[Line]| {
            let steps = lines.iter().flat_map(|Line(points)| points.windows(2));
            steps.map(|pair| (pair[0].0 - pair[1].0).abs() * 360.0).fold(0.0, f64::max)
        };
        assert!(longest(&map.land) < 20.0, "{}", longest(&map.land));
        assert!(longest(&map.borders) < 30.0, "{}", longest(&map.borders));
        let all = map.land.iter().chain(&map.borders).flat_map(|Line(points)| points);
        assert!(all.clone().all(|(x, y)| (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y)));
    }

    #[test]
    fn towns_stand_where_they_should_and_capitals_come_first() {
        let map = published();
        assert!((600..=1_600).contains(&map.towns.len()), "{}", map.towns.len());
        assert!(map.towns.windows(2).all(|pair| pair[0].zoom <= pair[1].zoom));
        let brussels = map.towns.iter().find(|town| town.name == "Brussels").expect("a capital");
        let (x, y) = square(50.85, 4.35);
        assert!(brussels.capital && (brussels.at.0 - x).hypot(brussels.at.1 - y) < 1e-4);
        for name in ["Paris", "Kyiv", "Saint-Denis", "Fort-de-France", "Reykjavík", "Valletta"] {
            assert!(map.towns.iter().any(|town| town.name == name && town.capital), "{name}");
        }
    }

    #[test]
    fn towns_have_their_names_in_the_languages_of_the_interface() {
        let map = published();
        let called = |name: &str, language: &str| {
            let town = map.towns.iter().find(|town| town.name == name).expect("a town");
            town.name_in(language).to_owned()
        };
        let of = |name: &str| ["en", "de", "fr"].map(|language| called(name, language));
        assert_eq!(of("Vienna"), ["Vienna", "Wien", "Vienne"]);
        assert_eq!(of("Köln"), ["Cologne", "Köln", "Cologne"]);
        assert_eq!(of("Brussels"), ["Brussels", "Brüssel", "Bruxelles"]);
        assert_eq!(of("Madrid"), ["Madrid", "Madrid", "Madrid"], "the same in all of them");
        assert!(map.towns.iter().all(|town| town.named.iter().all(|(_, name)| **name != town.name)));
    }

    #[test]
    fn damaged_files_are_refused_with_the_reason() {
        let read = |body: &'static [u8]| read_base_map(&Fetched::opened("land.json", body), None);
        assert!(matches!(read(&LAND[..5_000]), Err(DatasetError::CutShort { .. })));
        assert!(matches!(
            read(br#"{"format":"cluster-atlas/land/2"}"#),
            Err(DatasetError::OtherVersion { .. })
        ));
        assert!(matches!(read(PLACES), Err(DatasetError::NotFormat { .. })));
        let hostile =
            br#"{"format":"cluster-atlas/land/1","side":0,"land":["~~~~~~~~~~~~~~~~~~~~"],"borders":[]}"#;
        assert!(matches!(read(hostile), Err(DatasetError::NotFormat { .. })));
        let land_alone = read(LAND).expect("names are not needed");
        assert!(land_alone.towns.is_empty());
    }
}
