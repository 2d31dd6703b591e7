//! Coordinates as people, map services and databases write them.
//!
//! Each function gives what a cell says where it says one thing, and `None` where it does not.

use super::numbers::decimal;
use crate::dataset::json::{Json, stream};

/// Degrees as a number: "50.9271°", "50° 55' 37\" N", "50 55 37 N", "11,58 E", "−9,14", "lat: 50.9".
pub(super) fn degrees(cell: &str) -> Option<f64> {
    let cell = cell.trim().replace('−', "-");
    let cell = unlabelled(&cell);
    let side = cell
        .chars()
        .next_back()
        .filter(|c| is_side(*c))
        .or_else(|| cell.chars().next().filter(|c| is_side(*c)));
    let figures = cell.trim_matches(is_side).trim();
    let is_sign = |c: char| matches!(c, '°' | '\'' | '′' | '’' | '"' | '″' | '”' | 'º');
    let spaced = figures.split_whitespace().count();
    // Without a letter two numbers could be a pair, and one with a space between its thousands.
    let value = if figures.contains(is_sign) {
        sexagesimal(
            &figures.split(is_sign).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>(),
        )?
    } else if spaced == 3 || (spaced == 2 && side.is_some()) {
        sexagesimal(&figures.split_whitespace().collect::<Vec<_>>())?
    } else {
        decimal(figures)?
    };
    let value = (value * 1e7).round() / 1e7;
    match side {
        // A sign and a side say it twice, perhaps not the same.
        Some(_) if value < 0.0 => None,
        Some('S' | 's' | 'W' | 'w') => Some(-value),
        // "O" is east in German and west in French.
        Some('O' | 'o') => None,
        _ => Some(value),
    }
}

/// Degrees, minutes and seconds, of which the last may be left out.
fn sexagesimal(parts: &[&str]) -> Option<f64> {
    let numbers: Option<Vec<f64>> = parts.iter().map(|part| decimal(part)).collect();
    let numbers = numbers.filter(|numbers| (1..=3).contains(&numbers.len()))?;
    let small = &numbers[1..];
    if small.iter().any(|part| !(0.0..60.0).contains(part)) {
        return None;
    }
    let fraction = small.first().unwrap_or(&0.0) / 60.0 + small.get(1).unwrap_or(&0.0) / 3600.0;
    Some(if parts[0].starts_with('-') { numbers[0] - fraction } else { numbers[0] + fraction })
}

fn is_side(c: char) -> bool {
    matches!(c, 'N' | 'S' | 'E' | 'W' | 'O' | 'n' | 's' | 'e' | 'w' | 'o')
}

/// What people call the two, the longest first.
const LATITUDE: [&str; 4] = ["latitude", "breitengrad", "breite", "lat"];
const LONGITUDE: [&str; 7] = ["longitude", "längengrad", "länge", "long", "lng", "lon", "lg"];

/// A number without what it is called.
fn unlabelled(cell: &str) -> &str {
    let lower = cell.to_lowercase();
    let label = LATITUDE.iter().chain(&LONGITUDE).find(|label| lower.starts_with(**label));
    let rest = label.and_then(|label| cell.get(label.len()..)).unwrap_or(cell);
    rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '.'))
}

/// Latitude and longitude in one cell: "50.92, 11.58", "50,92; 11,58", "11.58 E, 50.92 N", `POINT(11.58 50.92)`, a link to a map.
pub(super) fn pair(cell: &str) -> Option<(f64, f64)> {
    let cell = cell.trim();
    if cell.starts_with('{') {
        return in_json(cell);
    }
    if cell.contains("://") {
        return in_link(cell);
    }
    if let Some(rest) = cell.get(..4).filter(|start| start.eq_ignore_ascii_case("geo:")).map(|_| &cell[4..]) {
        // RFC 5870: a height and parameters may follow.
        let mut numbers = rest.split([';', '?']).next()?.split(',');
        return Some((decimal(numbers.next()?)?, decimal(numbers.next()?)?));
    }
    let upper = cell.to_ascii_uppercase();
    let plain = upper.strip_prefix("SRID=4326;").unwrap_or(&upper);
    if let Some(inner) = plain.strip_prefix("POINT") {
        let inner = inner.trim().trim_start_matches(['Z', 'M']).trim();
        let mut numbers = inner.strip_prefix('(')?.strip_suffix(')')?.split_whitespace();
        let (lon, lat) = (numbers.next()?, numbers.next()?);
        return Some((degrees(lat)?, degrees(lon)?));
    }
    if plain.starts_with("SRID") {
        return None;
    }
    labelled(cell).or_else(|| with_sides(cell)).or_else(|| parted(cell))
}

/// "lat: 50.92, lon: 11.58", in either order.
fn labelled(cell: &str) -> Option<(f64, f64)> {
    let lower = cell.to_lowercase();
    // Only where small letters are as long as the others do their places fit.
    if lower.len() != cell.len() {
        return None;
    }
    let find = |labels: &[&str]| labels.iter().find_map(|label| lower.find(label));
    let (lat, lon) = (find(&LATITUDE)?, find(&LONGITUDE)?);
    let split = lat.max(lon);
    let number = |part: &str| degrees(part.trim().trim_end_matches([',', ';', '/', '|']));
    let (first, second) = (number(&cell[..split])?, number(&cell[split..])?);
    Some(if lat < lon { (first, second) } else { (second, first) })
}

/// Two numbers with the letters of their sides, which say which of them is which.
fn with_sides(cell: &str) -> Option<(f64, f64)> {
    let letters: Vec<(usize, char)> =
        cell.char_indices().filter(|(_, c)| c.is_alphabetic() && *c != 'º').collect();
    let [(at, one), (next, two)] = letters[..] else { return None };
    let is_north = |c: char| matches!(c.to_ascii_uppercase(), 'N' | 'S');
    if !is_side(one) || !is_side(two) || is_north(one) == is_north(two) {
        return None;
    }
    let split = if at == 0 { next } else { at + one.len_utf8() };
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|');
    let (first, second) =
        (degrees(cell[..split].trim_matches(is_between))?, degrees(cell[split..].trim_matches(is_between))?);
    Some(if is_north(one) { (first, second) } else { (second, first) })
}

/// Two numbers with something between them.
fn parted(cell: &str) -> Option<(f64, f64)> {
    if cell.contains(char::is_alphabetic) {
        return None;
    }
    let plain = cell.trim_matches(['(', ')', '[', ']']);
    let both = |(lat, lon): (&str, &str)| Some((degrees(lat)?, degrees(lon)?));
    for separator in [";", "|", "/"] {
        if let Some(parts) = plain.split_once(separator) {
            return both(parts);
        }
    }
    // One comma parts the numbers; with several the one before a space does, else each could be a decimal sign.
    match plain.matches(',').count() {
        0 => both(plain.split_once(' ').filter(|_| plain.split_whitespace().count() == 2)?),
        1 if plain.contains('.') || !plain.trim().contains(' ') || plain.contains(", ") => {
            both(plain.split_once(',')?)
        }
        1 => None,
        _ => plain.split_once(", ").or_else(|| plain.split_once(' ')).and_then(both),
    }
}

/// An object with both numbers, or a point of `GeoJSON`.
fn in_json(cell: &str) -> Option<(f64, f64)> {
    let members = stream(cell, "", &mut |_, _| {}).ok()?.header;
    let number = |value: &Json<'_>| match value {
        Json::Number(value) => Some(*value),
        Json::Text(text) => degrees(text),
        _ => None,
    };
    if let Some((_, Json::List(place))) = members.iter().find(|(name, _)| name == "coordinates") {
        return Some((number(place.get(1)?)?, number(place.first()?)?));
    }
    let find = |names: &[&str]| {
        let found = members.iter().find(|(name, _)| names.contains(&name.to_lowercase().as_str()))?;
        number(&found.1)
    };
    Some((find(&LATITUDE)?, find(&LONGITUDE)?))
}

/// The number that a text begins with, and the rest.
fn number(text: &str) -> Option<(f64, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+');
    let (figures, rest) = text.split_at(text.find(|c: char| !is_part(c)).unwrap_or(text.len()));
    Some((figures.parse().ok()?, rest))
}

/// The place that a link to a map is about: its pin before the middle of what is shown.
fn in_link(cell: &str) -> Option<(f64, f64)> {
    let link = cell.replace("%2C", ",").replace("%2c", ",");
    let two = |first: &str, between: &str| {
        let (_, rest) = link.split_once(first)?;
        let (lat, rest) = number(rest)?;
        let (lon, _) = number(rest.strip_prefix(between)?)?;
        Some((lat, lon))
    };
    let apart =
        |lat: &str, lon: &str| Some((number(link.split_once(lat)?.1)?.0, number(link.split_once(lon)?.1)?.0));
    let pins = ["?q=", "&q=", "query=", "q=loc:", "ll=", "destination=", "/place/", "/search/", "center="];
    two("!3d", "!4d")
        .or_else(|| apart("mlat=", "mlon="))
        .or_else(|| pins.iter().find_map(|pin| two(pin, ",")))
        .or_else(|| two("@", ","))
        .or_else(|| {
            let (_, rest) = link.split_once("#map=")?;
            let (lat, lon) = rest.split_once('/')?.1.split_once('/')?;
            Some((number(lat)?.0, number(lon)?.0))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_read_where_there_is_one_meaning() {
        for (cell, value) in [
            ("50.9271°", Some(50.9271)),
            ("50° 55' 37\" N", Some(50.926_944_4)),
            ("50°55'12\"N", Some(50.92)),
            ("11.58 E", Some(11.58)),
            ("9.14 W", Some(-9.14)),
            ("−9,14", Some(-9.14)),
            ("48 37 45 N", Some(48.629_166_7)),
            ("48° 37.75' N", Some(48.629_166_7)),
            ("48 37 45", Some(48.629_166_7)),
            ("48 37", Some(4837.0)),
            ("48 99 45 N", None),
            ("lat: 48.6", Some(48.6)),
            ("Longitude = 2,4", Some(2.4)),
            ("50.927.054", None),
            ("11 O", None),
            ("x", None),
        ] {
            assert_eq!(degrees(cell), value, "{cell}");
        }
        for cell in [
            "50.92, 11.58",
            "50.92,11.58",
            "50,92; 11,58",
            "50,92 11,58",
            "50,92, 11,58",
            "POINT(11.58 50.92)",
            "50.92 11.58",
            "50° 55' 12\" N 11° 34' 48\" E",
            "50°55'12\"N,11°34'48\"E",
            "50 55 12 N 11 34 48 E",
            "50.92 N 11.58 E",
            "N 50.92 E 11.58",
            "N50.92, E11.58",
            "11.58 E, 50.92 N",
            "lat: 50.92, lon: 11.58",
            "lng=11,58; lat=50,92",
            "Latitude 50.92 / Longitude 11.58",
            "geo:50.92,11.58",
            "geo:50.92,11.58,120;u=35",
            "https://www.google.com/maps/@50.92,11.58,15z",
            "https://www.google.com/maps/place/X/@50.1,11.1,15z/data=!3d50.92!4d11.58",
            "https://maps.google.com/?q=50.92,11.58",
            "https://www.google.com/maps/search/?api=1&query=50.92%2C11.58",
            "https://www.openstreetmap.org/?mlat=50.92&mlon=11.58#map=5/1/2",
            "https://www.openstreetmap.org/#map=15/50.92/11.58",
            "{\"lat\":50.92,\"lng\":11.58}",
            "{\"latitude\":\"50,92\",\"longitude\":\"11,58\"}",
            "{\"type\":\"Point\",\"coordinates\":[11.58,50.92]}",
            "SRID=4326;POINT(11.58 50.92)",
            "POINT Z (11.58 50.92 140)",
        ] {
            assert_eq!(pair(cell), Some((50.92, 11.58)), "{cell}");
        }
        for cell in [
            "50,92,11,58",
            "50.92 N, 11.58 O",
            "50.92 N, 11.58 S",
            "SRID=3857;POINT(1 2)",
            "https://maps.google.com/",
            "geo:x",
            "{\"lat\":1}",
        ] {
            assert_eq!(pair(cell), None, "{cell}");
        }
    }
}
