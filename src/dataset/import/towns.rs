//! Where towns are, for records that name one: the list that `cargo xtask basemap` makes from `GeoNames`.

use crate::domain::{CountryCode, Point};
use crate::explore::{Synonyms, fold, listed_towns};

/// Towns by their folded names, each with its country.
#[derive(Debug, Clone, Default)]
pub(super) struct TownList {
    /// In the order of their names.
    towns: Vec<(String, CountryCode, Point)>,
    synonyms: Synonyms,
}

impl TownList {
    /// Reads a list as [`listed_towns`] takes it, and names of one thing as [`Synonyms::read`] takes them. Without a file,
    /// and in lines that are no town, there is nothing to find.
    pub(super) fn read(towns: Option<&[u8]>, synonyms: Option<&[u8]>) -> Self {
        let text = |bytes| std::str::from_utf8(bytes).unwrap_or_default();
        let listed = listed_towns(towns.map(text).unwrap_or_default());
        let mut towns: Vec<_> = listed.map(|(name, country, point)| (fold(name), country, point)).collect();
        towns.sort_by(|a, b| a.0.cmp(&b.0));
        Self { towns, synonyms: Synonyms::read(synonyms.map(text).unwrap_or_default()) }
    }

    /// Where the town of a name is, in any of its names; `None` where the country has none or several.
    pub(super) fn point(&self, name: &str, country: &CountryCode) -> Option<Point> {
        let asked = fold(name);
        let mut names = self.synonyms.names_of(&asked);
        names.push(&asked);
        names.sort_unstable();
        names.dedup();
        let called = |name: &str| {
            let from = self.towns.partition_point(|(known, ..)| known.as_str() < name);
            let to = self.towns.partition_point(|(known, ..)| known.as_str() <= name);
            self.towns[from..to].iter().filter(|(_, of, _)| of == country)
        };
        let mut there = names.into_iter().flat_map(called);
        let (.., point) = there.next()?;
        there.next().is_none().then_some(*point)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    const TOWNS: &[u8] = "name\tcountry\tlat\tlon\nHannover\tDE\t52.37\t9.73\nPalma\tES\t39.57\t2.65\n\
        Frankfurt\tDE\t50.12\t8.68\nFrankfurt\tDE\t52.35\t14.55\nSan José\tCR\t9.93\t-84.08\nNowhere\tDE\t99\t0\n\
        Half\tDE\n\u{fffd}"
        .as_bytes();
    const NAMES: &[u8] = "Hannover|Hanover|Hanovre\nPalma|Palma de Mallorca\n".as_bytes();

    #[test]
    fn a_town_is_found_where_one_alone_in_its_country_has_the_name() {
        let list = TownList::read(Some(TOWNS), Some(NAMES));
        let point = |name: &str, country: &str| {
            list.point(name, &country.parse().expect("a code")).map(|point| (point.lat(), point.lon()))
        };
        assert_eq!(point("HANOVER", "DE"), Some((52.37, 9.73)));
        assert_eq!(point("Palma de Mallorca", "ES"), Some((39.57, 2.65)));
        assert_eq!(point("San Jose", "CR"), Some((9.93, -84.08)));
        for (name, country) in [
            ("Frankfurt", "DE"),
            ("Hannover", "AT"),
            ("Han", "DE"),
            ("", "DE"),
            ("Nowhere", "DE"),
            ("Half", "DE"),
            ("Berlin, Bonn", "DE"),
        ] {
            assert_eq!(point(name, country), None, "{name}, {country}");
        }
        assert_eq!(TownList::read(None, None).point("Hannover", &"DE".parse().expect("a code")), None);
        assert_eq!(
            TownList::read(Some(&[0xff, 0xfe]), None).point("Palma", &"ES".parse().expect("a code")),
            None
        );
    }
}
