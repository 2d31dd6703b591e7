//! A town that was picked from a list: what is known of it, in the identifier that the form keeps.

use crate::domain::{CountryCode, Location, Organisation, Point, Region, RegionCode, decimal};

/// A town of the list. What is not known of it is not guessed.
#[derive(Debug, Clone, PartialEq)]
pub struct PickedTown {
    /// The country it is in, where records say so.
    pub country: Option<CountryCode>,
    /// The region it is in, likewise.
    pub region: Option<RegionCode>,
    /// Where it is; `None` only for the town of a record that has no point.
    pub point: Option<Point>,
}

impl PickedTown {
    /// The town of an organisation's own record; `None` where it names no town.
    pub fn of(organisation: &Organisation) -> Option<Self> {
        organisation.city.as_ref().map(|_| Self {
            country: Some(organisation.country.clone()),
            region: organisation.region.as_ref().and_then(|region: &Region| region.code.clone()),
            point: organisation.location.map(|location: Location| location.point),
        })
    }

    /// The identifier, from which it is read again: `AT|AT22|47.0673,15.442`.
    ///
    /// ```
    /// use cluster_atlas::signup::PickedTown;
    /// let town = PickedTown::read("AT|AT22|47.0673,15.442").expect("a town");
    /// assert_eq!(town.id(), "AT|AT22|47.0673,15.442");
    /// assert_eq!(PickedTown::read("|||"), None);
    /// ```
    pub fn id(&self) -> String {
        let point = self.point.map(|point| [point.lat(), point.lon()].map(decimal::written).join(","));
        let country = self.country.as_ref().map_or("", CountryCode::as_str);
        let region = self.region.as_ref().map_or("", RegionCode::as_str);
        [country, region, point.as_deref().unwrap_or_default()].join("|")
    }

    /// The town of an identifier; `None` where it is none.
    pub fn read(id: &str) -> Option<Self> {
        let parts: Vec<&str> = id.split('|').collect();
        let [country, region, point] = parts[..] else { return None };
        let point = match point {
            "" => None,
            pair => {
                let (lat, lon) = pair.split_once(',')?;
                Some(Point::new(decimal::read(lat)?, decimal::read(lon)?).ok()?)
            }
        };
        Some(Self { country: code(country).ok()?, region: code(region).ok()?, point })
    }
}

/// A code, or none where nothing stands.
fn code<T: std::str::FromStr>(text: &str) -> Result<Option<T>, T::Err> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_town_is_read_again(
            country in proptest::option::of("(AT|FR|XK)"),
            region in proptest::option::of("(AT22|FRB0)"),
            point in proptest::option::of((-900_000_i32..=900_000, -1_800_000_i32..=1_800_000)),
        ) {
            let point = point.map(|(lat, lon)| Point::new(f64::from(lat) / 1e4, f64::from(lon) / 1e4).expect("in range"));
            let town = PickedTown {
                country: country.map(|code| code.parse().expect("a country")),
                region: region.map(|code| code.parse().expect("a region")),
                point,
            };
            prop_assert_eq!(PickedTown::read(&town.id()), Some(town));
        }

        #[test]
        fn whatever_stands_there_is_harmless(id in ".{0,60}") {
            let _ = PickedTown::read(&id);
        }
    }
}
