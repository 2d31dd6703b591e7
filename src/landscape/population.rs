//! How many people live in a country: what numbers of organisations are seen beside.
//!
//! Source: World Bank, World Development Indicators, `SP.POP.TOTL`, CC BY 4.0, mid-year estimates, as the Data Package
//! `datasets/population` (PDDL) has them. That of Cyprus is the whole island's, that of France is with its overseas departments,
//! that of Serbia without Kosovo.

use crate::domain::{CountryCode, WebAddress};

/// A code and a number a line.
const TABLE: &str = include_str!("population.tsv");
/// The year of the estimates.
pub const POPULATION_YEAR: &str = "2024";
/// Where they can be looked up.
const SOURCE: &str = "https://data.worldbank.org/indicator/SP.POP.TOTL";

/// Where the numbers are from.
pub fn population_source() -> Option<WebAddress> {
    SOURCE.parse().ok()
}

/// How many people live in a country; `None` for one that the table does not have.
pub fn inhabitants(country: &CountryCode) -> Option<u32> {
    let mut lines = TABLE.lines().filter_map(|line| line.split_once('\t'));
    lines.find(|(code, _)| *code == country.as_str())?.1.parse().ok()
}

/// How many of something there are for each million people in a country, in hundredths; `None` where nobody says how many
/// people there are.
pub fn per_million(count: u32, country: &CountryCode) -> Option<u32> {
    let people = u64::from(inhabitants(country)?);
    let hundredths = (u64::from(count) * 100_000_000 + people / 2).checked_div(people)?;
    u32::try_from(hundredths).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> CountryCode {
        text.parse().expect("a country")
    }

    #[test]
    fn every_line_is_a_country_with_people_once_and_in_order() {
        let codes: Vec<&str> =
            TABLE.lines().map(|line| line.split('\t').next().unwrap_or_default()).collect();
        assert!(codes.windows(2).all(|two| two[0] < two[1]), "{codes:?}");
        for text in codes {
            let people = inhabitants(&code(text)).expect(text);
            assert!((10_000..100_000_000).contains(&people), "{text}: {people}");
        }
        assert!(population_source().is_some());
    }

    #[test]
    fn a_share_is_rounded_and_unknown_where_the_people_are() {
        // 32 among 9,177,982 people are 3.4866… a million.
        assert_eq!(per_million(32, &code("AT")), Some(349));
        assert_eq!(per_million(0, &code("AT")), Some(0));
        assert_eq!(per_million(1, &code("TR")), Some(1));
        assert_eq!(per_million(u32::MAX, &code("LI")), None, "too many to be true");
        assert_eq!(per_million(1, &code("JP")), None);
    }
}
