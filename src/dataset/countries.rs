//! Roughly where each country lies: enough to tell an exchanged pair of coordinates from a real place.

use crate::domain::CountryCode;

/// West, south, east, north in degrees.
type Box = [f32; 4];

/// The boxes of each country's land, the main one first; further ones are its far parts: islands, outermost
/// regions, overseas territories.
///
/// Source: Natural Earth 1:10 million (public domain), rounded outwards to a tenth of a degree, parts less than
/// four degrees apart taken together; Saint-Martin, Greenland, the Faroes and the Leeward Antilles added.
const BOXES: &[(&str, &[Box])] = &[
    ("AD", &[[1.4, 42.4, 1.8, 42.7]]),
    ("AL", &[[19.2, 39.6, 21.1, 42.7]]),
    ("AM", &[[43.4, 38.8, 46.7, 41.3]]),
    ("AT", &[[9.5, 46.3, 17.2, 49.1]]),
    ("AZ", &[[44.7, 38.3, 50.7, 41.9]]),
    ("BA", &[[15.7, 42.5, 19.7, 45.3]]),
    ("BE", &[[2.5, 49.4, 6.4, 51.5]]),
    ("BG", &[[22.3, 41.2, 28.7, 44.3]]),
    ("BY", &[[23.1, 51.2, 32.8, 56.2]]),
    ("CH", &[[5.9, 45.8, 10.5, 47.9]]),
    ("CY", &[[32.2, 34.6, 34.1, 35.2]]),
    ("CZ", &[[12.0, 48.5, 18.9, 51.1]]),
    ("DE", &[[5.8, 47.2, 15.1, 55.1]]),
    ("DK", &[[8.0, 54.5, 15.2, 57.8], [-7.8, 61.3, -6.2, 62.5], [-73.1, 59.7, -11.3, 83.7]]),
    ("DZ", &[[-8.7, 18.9, 12.0, 37.1]]),
    ("EE", &[[21.8, 57.5, 28.2, 59.7]]),
    ("EG", &[[24.6, 21.9, 36.9, 31.7]]),
    ("ES", &[[-9.3, 35.1, 4.4, 43.8], [-18.2, 27.6, -13.4, 29.3]]),
    ("FI", &[[19.2, 59.6, 31.6, 70.1]]),
    (
        "FR",
        &[
            [-5.2, 41.3, 9.6, 51.1],
            [-54.7, 2.1, -51.6, 5.8],
            [-61.8, 14.4, -60.8, 16.6],
            [55.2, -21.4, 55.9, -20.8],
            [45.0, -13.0, 45.3, -12.6],
            [-63.2, 17.8, -62.7, 18.2],
        ],
    ),
    ("GB", &[[-8.7, 49.9, 1.8, 60.9]]),
    ("GE", &[[39.9, 41.0, 46.7, 43.6]]),
    ("GR", &[[19.6, 34.8, 28.3, 41.8]]),
    ("HR", &[[13.5, 42.4, 19.5, 46.6]]),
    ("HU", &[[16.0, 45.7, 22.9, 48.6]]),
    ("IE", &[[-10.5, 51.4, -5.9, 55.4]]),
    ("IL", &[[34.2, 29.4, 35.9, 33.5]]),
    ("IS", &[[-24.6, 63.3, -13.5, 66.6]]),
    ("IT", &[[6.6, 35.4, 18.6, 47.1]]),
    ("JO", &[[34.9, 29.1, 39.3, 33.4]]),
    ("LB", &[[35.0, 33.0, 36.7, 34.7]]),
    ("LI", &[[9.4, 47.0, 9.7, 47.3]]),
    ("LT", &[[20.9, 53.8, 26.9, 56.5]]),
    ("LU", &[[5.7, 49.4, 6.6, 50.2]]),
    ("LV", &[[20.9, 55.6, 28.3, 58.1]]),
    ("LY", &[[9.2, 19.4, 25.2, 33.2]]),
    ("MA", &[[-17.1, 21.4, -1.0, 36.0]]),
    ("MC", &[[7.3, 43.7, 7.5, 43.8]]),
    ("MD", &[[26.6, 45.4, 30.2, 48.5]]),
    ("ME", &[[18.4, 41.8, 20.4, 43.6]]),
    ("MK", &[[20.4, 40.8, 23.1, 42.4]]),
    ("MT", &[[14.1, 35.8, 14.6, 36.1]]),
    (
        "NL",
        &[
            [3.3, 50.7, 7.2, 53.6],
            [-68.5, 12.0, -68.1, 12.4],
            [-63.3, 17.4, -62.9, 17.7],
            [-70.1, 12.0, -68.7, 12.7],
        ],
    ),
    ("NO", &[[4.6, 57.9, 33.7, 80.8], [-9.2, 70.8, -7.9, 71.2], [3.3, -54.5, 3.5, -54.3]]),
    ("PL", &[[14.1, 48.9, 24.2, 54.9]]),
    ("PS", &[[34.1, 31.2, 35.6, 32.6]]),
    ("PT", &[[-31.3, 36.9, -25.0, 39.8], [-9.5, 36.9, -6.2, 42.2], [-17.3, 30.0, -15.8, 33.2]]),
    ("RO", &[[20.2, 43.6, 29.7, 48.3]]),
    ("RS", &[[18.8, 42.2, 23.0, 46.2]]),
    ("RU", &[[-180.0, 41.1, 180.0, 81.9]]),
    ("SE", &[[11.1, 55.3, 24.2, 69.1]]),
    ("SI", &[[13.3, 45.4, 16.6, 46.9]]),
    ("SK", &[[16.8, 47.7, 22.6, 49.7]]),
    ("SM", &[[12.3, 43.8, 12.5, 44.0]]),
    ("SY", &[[35.7, 32.3, 42.4, 37.4]]),
    ("TN", &[[7.4, 30.2, 11.6, 37.4]]),
    ("TR", &[[25.6, 35.8, 44.9, 42.1]]),
    ("UA", &[[22.1, 45.2, 40.2, 52.4]]),
    ("VA", &[[12.4, 41.9, 12.5, 42.0]]),
    ("XK", &[[20.0, 41.8, 21.8, 43.3]]),
];

/// Degrees that a place may lie outside a box: borders are rough, and so are places.
const MARGIN: f32 = 1.0;

/// The middle of Europe, all of whose countries have boxes: no other country is there.
const MIDDLE: Box = [-8.0, 38.0, 27.0, 68.0];

/// How a point lies to a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lies {
    /// In it or near it, or the country has no box here.
    Within,
    /// Far from it, while the point with its numbers exchanged lies within: they are most likely exchanged.
    Swapped,
    /// Far from it, and the country has parts far from its mainland, so that it may be one more of them.
    FarButPossible,
    /// Far from it.
    Far,
}

/// How a pair of numbers lies to a country. The numbers need not be in range.
pub(crate) fn lies(country: &CountryCode, lat: f64, lon: f64) -> Lies {
    let code = country.as_str();
    let Ok(position) = BOXES.binary_search_by(|(known, _)| (*known).cmp(code)) else {
        // Every country that lies there has a box, or is one of these.
        let is_elsewhere = within(&[MIDDLE], lat, lon) && !["AX", "GG", "GI", "IM", "JE"].contains(&code);
        return if is_elsewhere { Lies::FarButPossible } else { Lies::Within };
    };
    let boxes = BOXES[position].1;
    if within(boxes, lat, lon) {
        Lies::Within
    } else if within(boxes, lon, lat) {
        Lies::Swapped
    } else if boxes.len() > 1 {
        Lies::FarButPossible
    } else {
        Lies::Far
    }
}

/// Whether a point can be in a country, as far as the extent of the country says.
pub fn can_be_in(country: &CountryCode, point: crate::domain::Point) -> bool {
    lies(country, point.lat(), point.lon()) == Lies::Within
}

/// The countries with a box that a point lies in, the smallest box first: where it most likely is.
pub(crate) fn around(lat: f64, lon: f64) -> Vec<&'static str> {
    let area = |[west, south, east, north]: Box| (east - west) * (north - south);
    let holds = |place: &&Box| {
        let [west, south, east, north] = **place;
        // A box around the whole Earth says nothing about where a point is.
        east - west < 180.0
            && (west..=east).contains(&(lon as f32))
            && (south..=north).contains(&(lat as f32))
    };
    let mut found: Vec<(f32, &str)> = BOXES
        .iter()
        .filter_map(|(code, boxes)| boxes.iter().find(holds).map(|place| (area(*place), *code)))
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, code)| code).collect()
}

fn within(boxes: &[Box], lat: f64, lon: f64) -> bool {
    let (lat, lon) = (lat as f32, lon as f32);
    boxes.iter().any(|[west, south, east, north]| {
        (west - MARGIN..=east + MARGIN).contains(&lon) && (south - MARGIN..=north + MARGIN).contains(&lat)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_from_elsewhere_is_not_in_the_middle_of_europe() {
        assert_eq!(of("SR", 48.14, 17.11), Lies::FarButPossible);
        assert_eq!(of("SR", 5.8, -55.2), Lies::Within);
        assert_eq!(of("JE", 49.2, -2.1), Lies::Within);
    }

    fn of(country: &str, lat: f64, lon: f64) -> Lies {
        lies(&country.parse().expect("a code"), lat, lon)
    }

    #[test]
    fn the_table_is_sorted_for_its_search() {
        assert!(BOXES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn outermost_regions_lie_within_their_country() {
        for (country, lat, lon) in [
            ("FR", -20.88, 55.45), // Saint-Denis, La Réunion
            ("FR", 4.92, -52.31),  // Cayenne
            ("ES", 28.12, -15.43), // Las Palmas
            ("PT", 37.74, -25.67), // Ponta Delgada
            ("PT", 32.65, -16.91), // Funchal
        ] {
            assert_eq!(of(country, lat, lon), Lies::Within, "{country} {lat} {lon}");
        }
    }

    #[test]
    fn an_exchanged_pair_is_told_from_a_far_one() {
        assert_eq!(of("DE", 13.4, 52.5), Lies::Swapped);
        assert_eq!(of("DE", -33.9, 151.2), Lies::Far);
        assert_eq!(of("FR", -33.9, 151.2), Lies::FarButPossible);
        assert_eq!(of("CL", -33.9, 151.2), Lies::Within);
    }
}
