//! Identifiers and codes that appear in URLs, files and facets.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Why a text is not the code it should be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodeError {
    /// The text is empty.
    #[error("the value is empty")]
    Empty,
    /// The text is longer than any identifier may be.
    #[error("the value has {length} characters, at most {limit} are allowed")]
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The limit.
        limit: usize,
    },
    /// A character that the code may not contain.
    #[error("the character {character:?} is not allowed here")]
    Character {
        /// The first such character.
        character: char,
    },
    /// The right characters in the wrong number or order.
    #[error("{text:?} is not {expected}")]
    Shape {
        /// What was given.
        text: String,
        /// What it should have been.
        expected: &'static str,
    },
}

/// Longest identifier accepted, in characters: it has to fit in a URL that people paste.
const LONGEST_ID: usize = 120;

fn slug(text: &str) -> Result<String, CodeError> {
    if text.is_empty() {
        return Err(CodeError::Empty);
    }
    let length = text.chars().count();
    if length > LONGEST_ID {
        return Err(CodeError::TooLong { length, limit: LONGEST_ID });
    }
    match text.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))) {
        Some(character) => Err(CodeError::Character { character }),
        None => Ok(text.to_owned()),
    }
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The code as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = CodeError;
            fn from_str(text: &str) -> Result<Self, CodeError> {
                let parse: fn(&str) -> Result<String, CodeError> = $parse;
                parse(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

code!(
    /// The identifier of a record, unique in its collection: ASCII letters, digits, `-`, `_` and `.`.
    ///
    /// ```
    /// use cluster_atlas::domain::RecordId;
    /// assert!("fr-minalogic".parse::<RecordId>().is_ok());
    /// assert!("no spaces".parse::<RecordId>().is_err());
    /// ```
    RecordId,
    slug
);

code!(
    /// The identifier of a term in a vocabulary (an ecosystem, a topic of expertise, a NACE class).
    TermId,
    slug
);

code!(
    /// A country: ISO 3166-1 alpha-2 in capitals, and `XK` for Kosovo as the Commission uses it.
    ///
    /// Two letters that name no country, such as `EU` or `ZZ`, are none; `EL` and `UK`, which institutions of the Union
    /// write, are Greece and the United Kingdom.
    ///
    /// ```
    /// use cluster_atlas::domain::CountryCode;
    /// assert_eq!("fr".parse::<CountryCode>().expect("two letters").as_str(), "FR");
    /// assert!("France".parse::<CountryCode>().is_err() && "EU".parse::<CountryCode>().is_err());
    /// ```
    CountryCode,
    |text| {
        let upper = text.to_ascii_uppercase();
        let code = match &*upper {
            "EL" => "GR",
            "UK" => "GB",
            other => other,
        };
        if is_country(code) {
            Ok(code.to_owned())
        } else {
            Err(CodeError::Shape { text: text.chars().take(40).collect(), expected: "a two-letter country code" })
        }
    }
);

/// The codes of ISO 3166-1 alpha-2, and `XK`, in the order of letters.
const COUNTRIES: &str = "\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM \
DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS \
GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
VN VU WF WS XK YE YT ZA ZM ZW";

/// Whether there is a country of this code, in capitals.
fn is_country(code: &str) -> bool {
    // Two letters and a space each, but for the last.
    let (codes, last) = COUNTRIES.as_bytes().as_chunks::<3>();
    let code = code.as_bytes();
    code == last || codes.binary_search_by(|known| known[..2].cmp(code)).is_ok()
}

/// All countries that there are, as codes: those of ISO 3166-1, and `XK`. Names come from the browser.
pub fn country_codes() -> impl Iterator<Item = &'static str> {
    COUNTRIES.split(' ')
}

code!(
    /// A NUTS or statistical region: the country's two letters and one to three further letters or digits.
    ///
    /// Source of the shape: Regulation (EC) No 1059/2003, levels 1 to 3.
    RegionCode,
    |text| {
        let upper = text.to_ascii_uppercase();
        let shaped = (3..=5).contains(&upper.len())
            && upper.bytes().take(2).all(|b| b.is_ascii_alphabetic())
            && upper.bytes().all(|b| b.is_ascii_alphanumeric());
        if shaped {
            Ok(upper)
        } else {
            Err(CodeError::Shape { text: text.chars().take(40).collect(), expected: "a NUTS or statistical region code" })
        }
    }
);

/// Countries whose NUTS regions of level 1 are units that people know by name: Länder, régions, gewesten. Elsewhere they are
/// groups for statistics ("North-West") or the country itself.
///
/// Source: Eurostat, "NUTS - national structures".
const LANDS: [&str; 3] = ["BE", "DE", "FR"];

impl RegionCode {
    /// The code of the Land that a region below it lies in.
    ///
    /// ```
    /// use cluster_atlas::domain::RegionCode;
    /// assert_eq!(RegionCode::land_of("DE21"), Some("DE2"));
    /// assert_eq!((RegionCode::land_of("DE2"), RegionCode::land_of("ES61")), (None, None));
    /// ```
    pub fn land_of(code: &str) -> Option<&str> {
        let is_within = code.get(..2).is_some_and(|country| LANDS.contains(&country));
        if is_within && code.len() > 3 { code.get(..3) } else { None }
    }
}

code!(
    /// A language: two or three letters, in lower case (`en`, `de`); regions and scripts may follow after `-`.
    LanguageTag,
    |text| {
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let shaped = (2..=3).contains(&primary.len())
            && primary.bytes().all(|b| b.is_ascii_alphabetic())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if shaped {
            Ok(text.to_ascii_lowercase())
        } else {
            Err(CodeError::Shape { text: text.chars().take(40).collect(), expected: "a language code" })
        }
    }
);
