//! Where a shape of `GeoJSON` lies: a point as it is, of anything larger the middle.

use crate::dataset::json::{Entries, Json};

/// Where a shape lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// It is this point: longitude and latitude.
    Point(f64, f64),
    /// It is larger; this is its middle.
    Middle(f64, f64),
}

/// Where a shape lies, by its members; `None` where it has no coordinates that could be read.
pub(super) fn place(geometry: &Entries<'_>) -> Option<Place> {
    let member = |wanted: &str| geometry.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
    if let Some(Json::List(parts)) = member("geometries") {
        let places = parts.iter().filter_map(|part| match part {
            Json::Object(geometry) => place(geometry),
            _ => None,
        });
        // A collection has a point for its label, or it has none.
        return places.into_iter().reduce(|best, other| match (best, other) {
            (Place::Middle(..), Place::Point(lon, lat)) | (Place::Point(lon, lat), _) => {
                Place::Middle(lon, lat)
            }
            (best, Place::Middle(..)) => best,
        });
    }
    let coordinates = member("coordinates")?;
    let mut all = Vec::new();
    points(coordinates, &mut all);
    let first = *all.first()?;
    if all.iter().all(|point| *point == first) {
        return Some(Place::Point(first.0, first.1));
    }
    let kind = match member("type") {
        Some(Json::Text(kind)) => &**kind,
        _ => "",
    };
    let rings: Vec<Vec<(f64, f64)>> = match (kind, coordinates) {
        ("Polygon", outline) => outer(outline).into_iter().collect(),
        ("MultiPolygon", Json::List(parts)) => parts.iter().filter_map(outer).collect(),
        _ => Vec::new(),
    };
    // Of several areas the largest, so that a small island does not draw the middle into the sea.
    let centres = rings.iter().filter_map(|ring| centre(ring));
    let largest = centres.max_by(|(one, ..), (other, ..)| one.total_cmp(other));
    let (lon, lat) = largest.map_or_else(|| middle(&all), |(_, lon, lat)| (lon, lat));
    Some(Place::Middle(lon, lat))
}

/// All points of coordinates, however deep they are.
fn points(coordinates: &Json<'_>, all: &mut Vec<(f64, f64)>) {
    let Json::List(list) = coordinates else { return };
    if let [Json::Number(lon), Json::Number(lat), ..] = list[..] {
        all.push((lon, lat));
    } else {
        for part in list {
            points(part, all);
        }
    }
}

/// The outline of an area, without its holes.
fn outer(rings: &Json<'_>) -> Option<Vec<(f64, f64)>> {
    let Json::List(rings) = rings else { return None };
    let mut ring = Vec::new();
    points(rings.first()?, &mut ring);
    Some(ring)
}

/// The size of an area in square degrees, and its centre of gravity.
fn centre(ring: &[(f64, f64)]) -> Option<(f64, f64, f64)> {
    let &(left, low) = ring.first()?;
    let (mut area, mut lon, mut lat) = (0.0, 0.0, 0.0);
    for (one, other) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        // Beside the first corner, so that small areas keep their digits.
        let ((x, y), (u, v)) = ((one.0 - left, one.1 - low), (other.0 - left, other.1 - low));
        let cross = x * v - u * y;
        area += cross / 2.0;
        lon += (x + u) * cross / 6.0;
        lat += (y + v) * cross / 6.0;
    }
    (area != 0.0).then(|| (area.abs(), rounded(left + lon / area), rounded(low + lat / area)))
}

/// The middle of the box around points.
fn middle(all: &[(f64, f64)]) -> (f64, f64) {
    let between = |values: &dyn Fn() -> Vec<f64>| {
        let values = values();
        let (least, most) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| {
            (least.min(*value), most.max(*value))
        });
        rounded(f64::midpoint(least, most))
    };
    (
        between(&|| all.iter().map(|point| point.0).collect()),
        between(&|| all.iter().map(|point| point.1).collect()),
    )
}

/// Seven digits are a centimetre.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e7).round() / 1e7
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::json::stream;

    #[test]
    fn shapes_lie_in_their_middle() {
        use Place::{Middle, Point};
        for (shape, expected) in [
            (r#"{"type":"Point","coordinates":[11.5,50.9,140]}"#, Some(Point(11.5, 50.9))),
            (r#"{"type":"MultiPoint","coordinates":[[11.5,50.9]]}"#, Some(Point(11.5, 50.9))),
            (r#"{"type":"MultiPoint","coordinates":[[10,50],[12,52]]}"#, Some(Middle(11.0, 51.0))),
            (r#"{"type":"LineString","coordinates":[[10,50],[11,50],[12,54]]}"#, Some(Middle(11.0, 52.0))),
            (
                r#"{"type":"Polygon","coordinates":[[[10,50],[12,50],[12,52],[10,52],[10,50]]]}"#,
                Some(Middle(11.0, 51.0)),
            ),
            (
                r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[10,50],[12,50],[12,52],[10,52],[10,50]]]]}"#,
                Some(Middle(11.0, 51.0)),
            ),
            (
                r#"{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,4]]},{"type":"Point","coordinates":[2,3]}]}"#,
                Some(Middle(2.0, 3.0)),
            ),
            (r#"{"type":"Point","coordinates":[]}"#, None),
            (r#"{"type":"Point","coordinates":["11","50"]}"#, None),
        ] {
            let members = stream(shape, "", &mut |_, _| {}).expect("JSON").header;
            assert_eq!(place(&members), expected, "{shape}");
        }
    }
}
