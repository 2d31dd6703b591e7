//! Reading a hash: every text gives a route.

use std::borrow::Cow;

use crate::collection::Collection;
use crate::domain::Day;
use crate::domain::percent::decode;
use crate::route::landscape::LandscapeParams;
use crate::route::params::{FindParams, identifier, search_text};

use super::{MOST_COMPARED, Route, SIGNED_UP_FOR};

impl Route {
    /// The route of a hash, with or without its leading `#`. Every text has one.
    ///
    /// ```
    /// use cluster_atlas::route::Route;
    /// assert_eq!(Route::parse(""), Route::default());
    /// assert_eq!(Route::parse("#/organisation/fr-minalogic").to_hash(), "#/organisation/fr-minalogic");
    /// assert!(matches!(Route::parse("#/no/such/page"), Route::Unknown { .. }));
    /// ```
    ///
    /// What mail programs and people do to links is undone where there is one meaning: `&amp;` for `&`, `%3F` for the
    /// question mark, a link that is encoded as a whole, a full stop or a bracket behind it, capitals in names, a line break
    /// in the middle.
    ///
    /// ```
    /// use cluster_atlas::route::Route;
    /// let meant = Route::parse("#/explore?country=DE,FR&q=photonics");
    /// assert_eq!(Route::parse("#/Explore%3Fcountry=DE&amp;country=FR&amp;q=photonics)."), meant);
    /// assert_eq!(Route::parse("#%2Fexplore%3Fcountry%3DDE%2CFR%26q%3Dphotonics"), meant);
    /// assert_eq!(Route::parse("#!/explore?country=de;fr&q=photonics#"), meant);
    /// assert_eq!(Route::parse("#/explore?country=3DDE,FR&q=3Dphotonics"), meant);
    /// let two = Route::parse("#/explore?country=GB&expertise=photonics");
    /// assert_eq!(Route::parse("#/explore?country=uk%26expertise%3Dphotonics"), two);
    /// ```
    pub fn parse(hash: &str) -> Self {
        Self::parsed(hash, true)
    }

    /// The route of a view as settings and datasets name it: without the mark that stands before it in an address.
    ///
    /// ```
    /// use cluster_atlas::route::Route;
    /// assert_eq!(Route::of_view("explore?country=AT"), Route::parse("#/explore?country=AT"));
    /// ```
    pub fn of_view(view: &str) -> Self {
        Self::parse(&["#/", view].concat())
    }

    /// The same; a page that is named by a parameter of another has none that names a further one, or an address could be
    /// as deep as it is long.
    fn parsed(hash: &str, may_name_another: bool) -> Self {
        let hash = &mended(hash);
        let (path, query) = parts(hash);
        let mut segments: Vec<String> = path.split('/').filter(|s| !s.is_empty()).map(decode).collect();
        if let Some(first) = segments.first_mut() {
            first.make_ascii_lowercase();
        }
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        Self::of(&segments, query, may_name_another).unwrap_or_else(|| Self::unknown(path))
    }

    fn of(segments: &[&str], query: &str, may_name_another: bool) -> Option<Self> {
        if let Some(mut params) = LandscapeParams::at_path(segments) {
            pairs(query).for_each(|(key, value)| params.read(&key, &value));
            return Some(params.route());
        }
        let key_in =
            |name: &str| pairs(query).find(|(key, _)| key == name).and_then(|(_, key)| identifier(&key));
        let correct = || key_in("correct");
        let at = || pairs(query).find(|(key, _)| key == "at").and_then(|(_, day)| Day::asked(&day));
        let named = |parameter: &str| {
            let hash = pairs(query).find(|(key, _)| may_name_another && key == parameter);
            hash.map(|(_, hash)| Self::parsed(&hash, false))
        };
        let known = |is: &dyn Fn(Collection) -> bool| Collection::ALL.iter().copied().find(|one| is(*one));
        Some(match *segments {
            [] => find(Collection::Organisations, query),
            ["about-data"] => Self::AboutData,
            ["search"] => {
                let q = pairs(query).filter(|(key, _)| key == "q").last();
                Self::Search { q: q.map(|(_, text)| search_text(&text)).unwrap_or_default(), at: at() }
            }
            ["mine"] => {
                let list =
                    |collection: &Collection| Some((*collection, ids(query, collection.about().name)?));
                let search = named("search");
                Self::Mine {
                    shared: Collection::ALL.iter().filter_map(list).collect(),
                    search: search.filter(Self::is_search).map(Box::new),
                }
            }
            ["desk"] => Self::Desk,
            ["compare"] => {
                let mut ids = ids(query, "ids").unwrap_or_default();
                ids.truncate(MOST_COMPARED);
                Self::Compare { ids }
            }
            // A link that names nobody shares nothing: it is the list of this device.
            ["shortlist"] => Self::Shortlist { ids: ids(query, "ids") },
            ["saved-calls"] => Self::SavedCalls { ids: ids(query, "ids") },
            ["sign-ups"] => Self::SignUps,
            ["embed"] => {
                let of = named("of").filter(Self::can_be_embedded).unwrap_or_default();
                Self::Embed { of: Box::new(of), look: key_in("look") }
            }
            [path, id, "sign-up"] => {
                let of = SIGNED_UP_FOR.into_iter().find(|of| of.about().record_path == path)?;
                Self::SignUp { of, id: identifier(id)?, correct: correct() }
            }
            ["profile", "new"] => Self::Profile { record: None, correct: correct() },
            ["profile", id, "edit"] => Self::Profile { record: Some(identifier(id)?), correct: correct() },
            ["partner-requests", "new"] => Self::NewPartnerRequest {
                organisations: ids(query, "for").unwrap_or_default(),
                call: key_in("call"),
                correct: correct(),
                like: key_in("like"),
            },
            [path, id] => {
                let collection = known(&|collection| collection.about().record_path == path)?;
                // No identifier has a space: that is what some make of a line break.
                let id = id.split_whitespace().collect::<String>();
                Self::Record { collection, id: identifier(&id)?, at: at() }
            }
            [path] => find(known(&|collection| collection.about().path == path)?, query),
            _ => return None,
        })
    }

    fn unknown(path: &str) -> Self {
        Self::Unknown { path: path.to_owned() }
    }
}

/// A hash without what was done to it on its way: see [`Route::parse`].
pub(super) fn mended(hash: &str) -> Cow<'_, str> {
    let hash = unbroken(hash);
    let has =
        |what: &str| hash.as_bytes().windows(3).any(|three| three.eq_ignore_ascii_case(what.as_bytes()));
    let is_path = hash.trim_start_matches('#').get(..3).is_some_and(|it| it.eq_ignore_ascii_case("%2f"));
    // Encoded as a whole: whoever writes parameters writes an equals sign.
    if !hash.contains('=') && (is_path || has("%3d")) {
        return Cow::Owned(decode(&hash));
    }
    unquoted(&hash).map_or(hash, Cow::Owned)
}

/// A hash as it was before a mail program wrote it as quoted-printable and another one did not read it so: `=3D` for each
/// equals sign, and one at the end of a line. "3D printing" alone is a text that somebody searches for.
fn unquoted(hash: &str) -> Option<String> {
    let (path, query) = hash.split_once('?')?;
    let mut keys = query.split('&').map(|part| part.split_once("=3D").map(|(key, _)| key));
    let keys = keys.clone().all(|key| key.is_some()).then(|| keys.any(|key| key != Some("q")));
    let lines = || query.split("=3D").map(|part| part.replace('=', "")).collect::<Vec<_>>();
    (keys == Some(true)).then(|| [path, "?", &lines().join("=")].concat())
}

/// A hash without the line breaks that a mail program has put into it, as they are or encoded: no value has any.
fn unbroken(hash: &str) -> Cow<'_, str> {
    let mut hash = Cow::Borrowed(hash);
    loop {
        let mut whole = hash.replace(['\r', '\n'], "");
        for line_break in ["%0D", "%0d", "%0A", "%0a"] {
            whole = whole.replace(line_break, "");
        }
        if whole == *hash {
            return hash;
        }
        // What stood before and behind a break may be the two halves of another one.
        hash = Cow::Owned(whole);
    }
}

/// The path and the parameters of a hash, as they were before somebody sent it around.
pub(super) fn parts(hash: &str) -> (&str, &str) {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    // As addresses of pages that scripts draw were written once.
    let hash = hash.strip_prefix('!').filter(|rest| rest.starts_with('/')).unwrap_or(hash);
    // What WordPress puts behind the address of a frame that it embeds.
    let hash = hash.split_once("#?secret=").map_or(hash, |(ours, _)| ours);
    // What encloses or ends a link in a sentence. A value of ours that ends so is written encoded.
    let hash = trimmed(hash);
    // Identifiers have no question mark, so that an encoded one is where the parameters begin.
    let encoded = || {
        let at = hash.as_bytes().windows(3).position(|three| three.eq_ignore_ascii_case(b"%3f"))?;
        Some((&hash[..at], &hash[at + 3..]))
    };
    hash.split_once('?').or_else(encoded).unwrap_or((hash, ""))
}

/// A hash without what encloses or ends a link in a sentence, as it is or as a browser encodes it; a mark that is opened
/// within the hash belongs to it.
pub(super) fn trimmed(mut hash: &str) -> &str {
    const ENCODED: [(&str, &str); 7] = [
        ("%22", "%22"),
        ("%3E", "%3C"),
        ("%20", "%20"),
        ("%C2%BB", "%C2%AB"),
        ("%E2%80%9D", "%E2%80%9C"),
        ("%E2%80%99", "%E2%80%98"),
        ("%E2%80%A6", "\0"),
    ];
    loop {
        let before = hash;
        hash = hash.trim_end_matches(['#', '.', ',', ';', ')', ']', '>', '"', '\'', '”', '’', '»', '…', ' ']);
        for (end, start) in ENCODED {
            if let Some(rest) = hash.strip_suffix(end).filter(|rest| !rest.contains(start)) {
                hash = rest;
            }
        }
        if hash == before {
            return hash;
        }
    }
}

fn find(collection: Collection, query: &str) -> Route {
    let mut params = FindParams::of(collection);
    for (key, value) in pairs(query) {
        // Parameters that were encoded along with the value before them: no value of a facet has the name of another.
        let is_facet = |key: &str| collection.facet(key).is_some();
        let more = value.split_once(['&', ';']).filter(|(_, more)| {
            is_facet(&key) && more.split_once('=').is_some_and(|(next, _)| is_facet(next))
        });
        let Some((value, more)) = more else {
            params.read(&key, &value);
            continue;
        };
        params.read(&key, value);
        pairs(more).for_each(|(key, value)| params.read(&key, &value));
    }
    params.route()
}

fn ids(query: &str, name: &str) -> Option<Vec<String>> {
    let (_, list) = pairs(query).find(|(key, _)| key == name)?;
    let mut seen: Vec<String> = Vec::new();
    for id in list.split(',').filter_map(identifier) {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    (!seen.is_empty()).then_some(seen)
}

/// The day of viewing that a hash asks for where that is no day, as far as it can be shown: the route takes it for
/// today, and the page has to say so.
///
/// ```
/// use cluster_atlas::route::unreadable_day;
/// assert_eq!(unreadable_day("#/calls?at=2024-02-30").as_deref(), Some("2024-02-30"));
/// assert_eq!(unreadable_day("#/calls?at=2024-02-29"), None);
/// ```
pub fn unreadable_day(hash: &str) -> Option<String> {
    let hash = &mended(hash);
    let (_, query) = parts(hash);
    let (_, day) = pairs(query).filter(|(key, _)| key == "at").last()?;
    let shown = identifier(&day.chars().take(LONGEST_DAY).collect::<String>());
    shown.filter(|_| Day::asked(&day).is_none())
}

/// Longest piece of what is no day that is shown.
const LONGEST_DAY: usize = 40;

fn pairs(query: &str) -> impl Iterator<Item = (String, String)> + '_ {
    query.split('&').filter(|part| !part.is_empty()).map(|part| {
        // An ampersand that was written for HTML, by one program or by several.
        let part = part.trim_start_matches("amp;").trim_start_matches("#38;").trim_start_matches("#038;");
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let mut key = decode(key);
        if !key.contains(|letter: char| letter.is_ascii_lowercase()) {
            key.make_ascii_lowercase();
        }
        (key, decode(value))
    })
}
