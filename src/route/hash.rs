//! The hash part of the address: `#/ROUTE?PARAMS`.

use std::fmt::{self, Write as _};

use crate::domain::decimal;

use super::params::{ExploreParams, identifier};

/// Most organisations that stand side by side.
const MOST_COMPARED: usize = 4;

/// A page of the app and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Route {
    /// The mapping tool.
    Explore(Box<ExploreParams>),
    /// A profile.
    Organisation {
        /// The record's identifier.
        id: String,
    },
    /// Up to four profiles side by side.
    Compare {
        /// The records' identifiers, in order.
        ids: Vec<String>,
    },
    /// The shortlist of this device, or one that came with a link.
    Shortlist {
        /// The identifiers in the link; `None` is this device's own list.
        ids: Option<Vec<String>>,
    },
    /// Report, sources and downloads.
    AboutData,
    /// An address that leads nowhere, as it was given.
    Unknown {
        /// The path exactly as it was given: show it as text and cut it first.
        path: String,
    },
}

impl Default for Route {
    fn default() -> Self {
        Self::Explore(Box::default())
    }
}

/// The hash of an address, with its leading `#`.
pub type Hash = String;

impl Route {
    /// The route of a hash, with or without its leading `#`. Every text has one.
    ///
    /// ```
    /// use cluster_atlas::route::Route;
    /// assert_eq!(Route::parse(""), Route::default());
    /// assert_eq!(Route::parse("#/organisation/fr-minalogic").to_hash(), "#/organisation/fr-minalogic");
    /// assert!(matches!(Route::parse("#/no/such/page"), Route::Unknown { .. }));
    /// ```
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut segments = path.split('/').filter(|s| !s.is_empty()).map(decode);
        let first = segments.next().unwrap_or_default();
        let second = segments.next();
        if segments.next().is_some() {
            return Self::unknown(path);
        }
        match (first.as_str(), second) {
            ("" | "explore", None) => {
                let mut params = ExploreParams::default();
                for (key, value) in pairs(query) {
                    params.read(&key, &value);
                }
                Self::Explore(Box::new(params))
            }
            ("organisation", Some(id)) => {
                identifier(&id).map_or_else(|| Self::unknown(path), |id| Self::Organisation { id })
            }
            ("compare", None) => {
                let mut ids = ids(query).unwrap_or_default();
                ids.truncate(MOST_COMPARED);
                Self::Compare { ids }
            }
            // A link that names nobody shares nothing: it is the list of this device.
            ("shortlist", None) => Self::Shortlist { ids: ids(query).filter(|ids| !ids.is_empty()) },
            ("about-data", None) => Self::AboutData,
            _ => Self::unknown(path),
        }
    }

    fn unknown(path: &str) -> Self {
        Self::Unknown { path: path.to_owned() }
    }

    /// The shortest hash that gives this route again.
    pub fn to_hash(&self) -> Hash {
        let mut out = Writer(String::from("#/"));
        match self {
            Self::Explore(params) => {
                out.0.push_str("explore");
                params.write(&mut out);
            }
            Self::Organisation { id } => {
                out.0.push_str("organisation/");
                encode(id, &mut out.0);
            }
            Self::Compare { ids } => {
                out.0.push_str("compare");
                out.list("ids", ids);
            }
            Self::Shortlist { ids } => {
                out.0.push_str("shortlist");
                if let Some(ids) = ids {
                    out.list("ids", ids);
                }
            }
            Self::AboutData => out.0.push_str("about-data"),
            Self::Unknown { path } => return format!("#{path}"),
        }
        out.0
    }
}

/// Writes parameters after a path.
pub(super) struct Writer(String);

impl Writer {
    fn separator(&mut self) {
        let sign = if self.0.contains('?') { '&' } else { '?' };
        self.0.push(sign);
    }

    pub(super) fn pair(&mut self, key: &str, value: &str) {
        self.separator();
        self.0.push_str(key);
        self.0.push('=');
        encode(value, &mut self.0);
    }

    pub(super) fn list(&mut self, key: &str, values: &[String]) {
        if values.is_empty() {
            return;
        }
        self.separator();
        self.0.push_str(key);
        self.0.push('=');
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            encode(value, &mut self.0);
        }
    }

    pub(super) fn raw(&mut self, key: &str, value: fmt::Arguments<'_>) {
        self.separator();
        // Writing to a String cannot fail.
        let _ = write!(self.0, "{key}={value}");
    }

    pub(super) fn numbers(&mut self, key: &str, numbers: &[f64]) {
        let texts: Vec<String> = numbers.iter().map(|number| decimal::written(*number)).collect();
        self.raw(key, format_args!("{}", texts.join(",")));
    }
}

fn ids(query: &str) -> Option<Vec<String>> {
    let (_, list) = pairs(query).find(|(key, _)| key == "ids")?;
    let mut seen: Vec<String> = Vec::new();
    for id in list.split(',').filter_map(identifier) {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    (!seen.is_empty()).then_some(seen)
}

fn pairs(query: &str) -> impl Iterator<Item = (String, String)> + '_ {
    query.split('&').filter(|part| !part.is_empty()).map(|part| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (decode(key), decode(value))
    })
}

/// Percent-decoding that keeps what is not properly encoded, and reads `+` as a space.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let raw = text.as_bytes();
    let mut at = 0;
    while at < raw.len() {
        let hex = |at: usize| raw.get(at).and_then(|b| char::from(*b).to_digit(16));
        match (raw[at], hex(at + 1).zip(hex(at + 2))) {
            (b'%', Some((high, low))) => {
                bytes.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(other),
        }
        at += 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Percent-encoding of everything but what a fragment may show as it is (RFC 3986), without `&`, `=`, `+`, `,`.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        let plain =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b':' | b'@' | b'!');
        if plain {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn explore(hash: &str) -> ExploreParams {
        match Route::parse(hash) {
            Route::Explore(params) => *params,
            other => panic!("{hash} gave {other:?}"),
        }
    }

    #[test]
    fn a_link_of_the_contract_reads_as_it_says() {
        let p = explore(
            "#/explore?q=p%C3%B4le&country=FR,DE&ecosystem=digital,health&near=48.85,2.35,100&view=map,list&sort=name&at=2024-02-21",
        );
        assert_eq!(p.q, "pôle");
        assert_eq!(p.chosen("country"), ["DE", "FR"]);
        assert_eq!(p.chosen("ecosystem"), ["digital", "health"]);
        assert_eq!(p.near.map(|n| n.km), Some(100.0));
        assert_eq!(p.at.map(|d| d.to_string()).as_deref(), Some("2024-02-21"));
    }

    #[test]
    fn commas_may_come_encoded() {
        assert_eq!(explore("#/explore?country=FR%2CDE").chosen("country"), ["DE", "FR"]);
    }

    #[test]
    fn malformed_and_unknown_parameters_leave_no_trace() {
        let p = explore(
            "#/explore?near=48.85,2.35&bbox=1,2,3&bbox=a,b,c,d&at=2024-02-30&sort=sideways&utm_source=x&near=NaN,0,1&map=1,1,99",
        );
        assert_eq!(p, ExploreParams::default());
        assert_eq!(Route::Explore(Box::new(p)).to_hash(), "#/explore");
    }

    #[test]
    fn unknown_values_stay_so_that_the_page_can_name_them() {
        assert_eq!(explore("#/explore?country=ATLANTIS").chosen("country"), ["ATLANTIS"]);
    }

    #[test]
    fn at_most_four_are_compared_and_none_twice() {
        let Route::Compare { ids } = Route::parse("#/compare?ids=a,b,a,c,d,e") else { panic!("not compare") };
        assert_eq!(ids, ["a", "b", "c", "d"]);
    }

    proptest! {
        #[test]
        fn any_text_is_a_route_and_its_link_gives_it_again(hash in ".{0,200}") {
            let route = Route::parse(&hash);
            prop_assert_eq!(Route::parse(&route.to_hash()), route);
        }

        #[test]
        fn any_parameters_survive_their_own_link(
            path in "(explore|compare|shortlist|organisation/[a-z%0-9]{1,5})",
            pairs in prop::collection::vec(
                ("(q|country|region|ecosystem|located|near|bbox|view|sort|sel|map|at|rows|by|ids|x)", "[-a-zA-Z0-9%+,. ßД\u{202e}\u{0}]{0,20}"),
                0..8,
            ),
        ) {
            let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
            let route = Route::parse(&format!("#/{path}?{}", query.join("&")));
            prop_assert_eq!(Route::parse(&route.to_hash()), route);
        }

        #[test]
        fn numbers_survive_a_link(lat in -90.0..90.0f64, lon in -180.0..180.0f64, km in 1.0..5000.0f64, zoom in 0..19u8) {
            let hash = format!("#/explore?near={lat},{lon},{km}&map={lat},{lon},{zoom}&bbox={lon},{lat},{lon},{lat}");
            let route = Route::parse(&hash);
            prop_assert!(route.to_hash().contains("near=") && route.to_hash().contains("bbox="));
            prop_assert_eq!(Route::parse(&route.to_hash()), route);
        }
    }
}
