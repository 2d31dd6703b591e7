//! The hash part of the address: `#/ROUTE?PARAMS`.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use crate::collection::Collection;
use crate::domain::percent::{self, decode};
use crate::domain::{Day, decimal};

use super::landscape::LandscapeParams;
use super::params::{FindParams, identifier, search_text};

/// Most organisations that stand side by side.
pub const MOST_COMPARED: usize = 4;

/// A page of the app and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Route {
    /// A page that finds records: the mapping tool, open calls, trainings, partner requests.
    Find(Box<FindParams>),
    /// A record of a collection: a profile, an open call, a training.
    Record {
        /// Its collection.
        collection: Collection,
        /// The record's identifier.
        id: String,
        /// The day of viewing; `None` is today.
        at: Option<Day>,
    },
    /// A page that counts across collections: countries, figures, themes.
    Landscape(Box<LandscapeParams>),
    /// All collections asked at once.
    Search {
        /// Search text.
        q: String,
    },
    /// What is kept on this device, of all collections.
    Mine {
        /// Lists that came with a link, in the order of the collections; none is what this device keeps.
        shared: Vec<(Collection, Vec<String>)>,
        /// A search to be saved: see [`Route::is_search`].
        search: Option<Box<Self>>,
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
    /// The operator's desk: a file becomes a dataset.
    Desk,
    /// The calls saved on this device, or those that came with a link.
    SavedCalls {
        /// The identifiers in the link; `None` is this device's own list.
        ids: Option<Vec<String>>,
    },
    /// The steps of a sign-up for a training.
    SignUp {
        /// The training's identifier.
        training: String,
        /// The key of the sign-up that is to be corrected.
        correct: Option<String>,
    },
    /// The sign-ups and requests made on this device.
    SignUps,
    /// The steps of a new partner request.
    NewPartnerRequest {
        /// The organisations that ask.
        organisations: Vec<String>,
        /// The call it is for.
        call: Option<String>,
        /// The key of the request that is to be corrected.
        correct: Option<String>,
        /// The key of the request that is the draft for another one.
        like: Option<String>,
    },
    /// The steps of a proposal about an organisation.
    Profile {
        /// The organisation to be corrected; `None` for one that is not in the dataset.
        record: Option<String>,
        /// The key of the proposal that is to be corrected.
        correct: Option<String>,
    },
    /// The builder of snippets for other people's pages.
    Embed {
        /// The view to embed; never one of these two kinds itself.
        of: Box<Self>,
    },
    /// An address that leads nowhere, as it was given.
    Unknown {
        /// The path exactly as it was given: show it as text and cut it first.
        path: String,
    },
}

impl Default for Route {
    fn default() -> Self {
        Self::Find(Box::default())
    }
}

/// The hash of an address, with its leading `#`.
pub type Hash = String;

impl Route {
    /// Whether it finds records, so that it can be asked again: the list of a collection, or words asked of all of them.
    pub fn is_search(&self) -> bool {
        match self {
            Self::Find(_) => true,
            Self::Search { q } => !q.trim().is_empty(),
            _ => false,
        }
    }

    /// A record as it is now.
    pub fn record(collection: Collection, id: &str) -> Self {
        Self::Record { collection, id: id.to_owned(), at: None }
    }

    /// The builder of snippets for a view; for the mapping tool where that is no view to embed.
    pub fn embed(of: &Self) -> Self {
        Self::Embed { of: Box::new(if of.can_be_embedded() { of.clone() } else { Self::default() }) }
    }

    /// Whether it is a view that a page elsewhere can show: what a visitor keeps, and what an operator does, is none.
    pub fn can_be_embedded(&self) -> bool {
        match self {
            Self::Embed { .. } | Self::Unknown { .. } | Self::Desk | Self::SignUps => false,
            Self::Mine { shared, .. } => !shared.is_empty(),
            _ => true,
        }
    }

    /// The day that the page shows; `None` is today.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Record { at, .. } => *at,
            Self::Find(params) => params.at,
            Self::Landscape(params) => params.at,
            _ => None,
        }
    }

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
    /// question mark, a full stop or a bracket behind the link, capitals in the names of pages, a line break in the middle.
    ///
    /// ```
    /// use cluster_atlas::route::Route;
    /// let meant = Route::parse("#/explore?country=DE,FR&q=photonics");
    /// assert_eq!(Route::parse("#/Explore%3Fcountry=DE&amp;country=FR&amp;q=photonics)."), meant);
    /// ```
    pub fn parse(hash: &str) -> Self {
        Self::parsed(hash, true)
    }

    /// The same; a page that is named by a parameter of another has none that names a further one, or an address could be
    /// as deep as it is long.
    fn parsed(hash: &str, may_name_another: bool) -> Self {
        let hash = &unbroken(hash);
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
        let at = || pairs(query).find(|(key, _)| key == "at").and_then(|(_, day)| day.parse().ok());
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
                Self::Search { q: q.map(|(_, text)| search_text(&text)).unwrap_or_default() }
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
            ["embed"] => Self::embed(&named("of").unwrap_or_default()),
            ["training", id, "sign-up"] => Self::SignUp { training: identifier(id)?, correct: correct() },
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
                Self::Record { collection, id: identifier(id)?, at: at() }
            }
            [path] => find(known(&|collection| collection.about().path == path)?, query),
            _ => return None,
        })
    }

    fn unknown(path: &str) -> Self {
        Self::Unknown { path: path.to_owned() }
    }

    /// The shortest hash that gives this route again.
    pub fn to_hash(&self) -> Hash {
        let mut out = Writer(String::from("#/"));
        match self {
            Self::Find(params) => {
                out.0.push_str(params.collection.about().path);
                params.write(&mut out);
            }
            Self::Record { collection, id, at } => out.record(collection.about().record_path, id, *at),
            Self::Landscape(params) => params.write(&mut out),
            Self::Search { q } => {
                out.0.push_str("search");
                if !q.is_empty() {
                    out.pair("q", q);
                }
            }
            Self::Mine { shared, search } => {
                out.0.push_str("mine");
                for (collection, ids) in shared {
                    out.list(collection.about().name, ids);
                }
                if let Some(search) = search {
                    out.pair("search", &search.to_hash());
                }
            }
            Self::Compare { ids } => {
                out.0.push_str("compare");
                out.list("ids", ids);
            }
            Self::Shortlist { ids } => {
                out.0.push_str("shortlist");
                out.list("ids", ids.as_deref().unwrap_or_default());
            }
            Self::AboutData => out.0.push_str("about-data"),
            Self::Desk => out.0.push_str("desk"),
            Self::SignUps => out.0.push_str("sign-ups"),
            Self::Embed { of } => {
                out.0.push_str("embed");
                if **of != Self::default() {
                    out.pair("of", &of.to_hash());
                }
            }
            Self::SavedCalls { ids } => {
                out.0.push_str("saved-calls");
                out.list("ids", ids.as_deref().unwrap_or_default());
            }
            Self::SignUp { training, correct } => {
                out.record(Collection::Trainings.about().record_path, training, None);
                out.0.push_str("/sign-up");
                if let Some(key) = correct {
                    out.pair("correct", key);
                }
            }
            Self::NewPartnerRequest { organisations, call, correct, like } => {
                out.0.push_str("partner-requests/new");
                out.list("for", organisations);
                if let Some(call) = call {
                    out.pair("call", call);
                }
                if let Some(key) = correct {
                    out.pair("correct", key);
                }
                if let Some(key) = like {
                    out.pair("like", key);
                }
            }
            Self::Profile { record, correct } => {
                match record {
                    Some(id) => {
                        out.path("profile", id);
                        out.0.push_str("/edit");
                    }
                    None => out.0.push_str("profile/new"),
                }
                if let Some(key) = correct {
                    out.pair("correct", key);
                }
            }
            // Where the path alone would be read as another one, the mark behind it says that it is all of it.
            Self::Unknown { path } if parts(path).0 != path => return format!("#{path}?"),
            Self::Unknown { path } => return format!("#{path}"),
        }
        out.0
    }
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
fn parts(hash: &str) -> (&str, &str) {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    // What WordPress puts behind the address of a frame that it embeds.
    let hash = hash.split_once("#?secret=").map_or(hash, |(ours, _)| ours);
    // What encloses or ends a link in a sentence. A value of ours that ends so is written encoded.
    let hash = hash.trim_end_matches(['.', ',', ';', ')', ']', '>', '"', '\'', '”', '’', '»', ' ']);
    // Identifiers have no question mark, so that an encoded one is where the parameters begin.
    let encoded = || {
        let at = hash.as_bytes().windows(3).position(|three| three.eq_ignore_ascii_case(b"%3f"))?;
        Some((&hash[..at], &hash[at + 3..]))
    };
    hash.split_once('?').or_else(encoded).unwrap_or((hash, ""))
}

/// Writes parameters after a path.
pub(super) struct Writer(String);

impl Writer {
    /// A path, and what it is about where that is not empty.
    pub(super) fn path(&mut self, path: &str, subject: &str) {
        self.0.push_str(path);
        if !subject.is_empty() {
            self.0.push('/');
            encode(subject, &mut self.0);
        }
    }

    fn record(&mut self, path: &str, id: &str, at: Option<Day>) {
        self.path(path, id);
        if let Some(at) = at {
            self.raw("at", format_args!("{at}"));
        }
    }

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

fn find(collection: Collection, query: &str) -> Route {
    let mut params = FindParams::of(collection);
    for (key, value) in pairs(query) {
        params.read(&key, &value);
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
    let hash = &unbroken(hash);
    let (_, query) = parts(hash);
    let (_, day) = pairs(query).filter(|(key, _)| key == "at").last()?;
    let shown = identifier(&day.chars().take(LONGEST_DAY).collect::<String>());
    shown.filter(|_| day.parse::<Day>().is_err())
}

/// Longest piece of what is no day that is shown.
const LONGEST_DAY: usize = 40;

fn pairs(query: &str) -> impl Iterator<Item = (String, String)> + '_ {
    query.split('&').filter(|part| !part.is_empty()).map(|part| {
        // An ampersand that was written for HTML.
        let part = part.strip_prefix("amp;").unwrap_or(part);
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (decode(key), decode(value))
    })
}

/// What a fragment may show as it is (RFC 3986) beyond letters, without `&`, `=`, `+`, `,`.
fn encode(text: &str, out: &mut String) {
    percent::encode(text, b":@!", out);
    // At its end a full stop would be taken for that of a sentence around the link.
    if text.ends_with('.') {
        out.pop();
        out.push_str("%2E");
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn explore(hash: &str) -> FindParams {
        match Route::parse(hash) {
            Route::Find(params) => *params,
            other => panic!("{hash} gave {other:?}"),
        }
    }

    #[test]
    fn an_address_that_names_itself_again_and_again_is_read() {
        for start in [
            "#mine?search=",
            "#/mine?search=",
            "#embed?of=",
            "#/embed?of=",
            "#/%65mbed?of=",
            "#mine?search=#embed?of=",
        ] {
            let route = Route::parse(&start.repeat(20_000));
            assert!(
                matches!(route, Route::Mine { .. } | Route::Embed { .. } | Route::Unknown { .. }),
                "{start}"
            );
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
    fn what_mail_and_people_do_to_links_is_undone() {
        let germany = explore("#/explore?country=DE&q=photonics");
        for link in [
            "#/explore?country=DE&amp;q=photonics",
            "#/explore%3Fcountry=DE&q=photonics",
            "#/explore%3fcountry=DE&q=photonics",
            "#/EXPLORE?country=DE&q=photonics",
            "#/explore?country=DE&q=photonics.",
            "#/explore?country=DE&q=photonics).",
            "#/explore?country=DE&q=photonics>,",
            "#/explore?country=DE&q=photo\r\nnics",
            "#/expl%0D%0Aore?country=DE&q=photonics",
            "#/explore?coun%0atry=DE&%0Aq=photonics",
            "#/explore?country=DE&q=phot%0%0AAonics",
        ] {
            assert_eq!(explore(link), germany, "{link}");
        }
        assert_eq!(explore("#/explore?country=DE&country=FR").chosen("country"), ["DE", "FR"]);
        let profile = Route::record(Collection::Organisations, "fr-pole-action-media");
        for end in [".", ")", "].", " ", "”"] {
            assert_eq!(Route::parse(&format!("{}{end}", profile.to_hash())), profile, "{end:?}");
        }
        let dotted = Route::record(Collection::Organisations, "a.");
        assert_eq!(Route::parse(&dotted.to_hash()), dotted, "an identifier may end in a full stop");
    }

    #[test]
    fn the_builder_keeps_the_view_with_its_filters() {
        let view = Route::parse("#/explore?country=FR,DE&q=a&b%3Dc");
        let builder = Route::embed(&view);
        assert_eq!(Route::parse(&builder.to_hash()), builder);
        assert_eq!(builder, Route::Embed { of: Box::new(view) });
        assert_eq!(Route::parse("#/embed").to_hash(), "#/embed");
        let nested = Route::parse("#/embed?of=%23%2Fembed%3Fof%3D%2523%252Fcalls");
        assert_eq!(nested, Route::parse("#/embed"), "a builder of builders is none");
        assert_eq!(Route::parse("#/embed?of=%23%2Fno%2Fsuch"), Route::parse("#/embed"));
    }

    #[test]
    fn a_search_and_lists_that_are_handed_on_are_links() {
        assert_eq!(Route::parse("#/search?q=pôle%20Lyon"), Route::Search { q: "pôle Lyon".to_owned() });
        assert_eq!(Route::parse("#/search?x=1").to_hash(), "#/search");
        let mine = Route::parse("#/mine?calls=b,a,b&organisations=x&nothing=y");
        let list = |ids: &[&str]| ids.iter().map(|&id| id.to_owned()).collect::<Vec<_>>();
        let shared = vec![(Collection::Organisations, list(&["x"])), (Collection::Calls, list(&["b", "a"]))];
        assert_eq!(mine, Route::Mine { shared, search: None });
        for search in ["#/events?q=a&country=FR", "#/search?q=a"] {
            let search = Some(Box::new(Route::parse(search)));
            let saving = Route::Mine { shared: Vec::new(), search };
            assert_eq!(Route::parse(&saving.to_hash()), saving);
        }
        let own = Route::Mine { shared: Vec::new(), search: None };
        for none in ["#/mine?search=%23%2Fabout-data", "#/mine?search=%23%2Fmine", "#/mine?calls="] {
            assert_eq!(Route::parse(none), own, "{none}");
        }
    }

    #[test]
    fn what_a_host_puts_behind_the_hash_is_no_part_of_it() {
        let germany = explore("#/explore?country=DE");
        assert_eq!(explore("#/explore?country=DE#?secret=Xy12"), germany);
        assert_eq!(Route::parse("#?secret=Xy12"), Route::default());
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
        assert_eq!(p, FindParams::default());
        assert_eq!(Route::Find(Box::new(p)).to_hash(), "#/explore");
    }

    #[test]
    fn unknown_values_stay_so_that_the_page_can_name_them() {
        assert_eq!(explore("#/explore?country=ATLANTIS").chosen("country"), ["ATLANTIS"]);
    }

    #[test]
    fn pages_that_count_have_their_own_parameters_and_no_others() {
        for (given, link) in [
            (
                "#/countries?show=ecosystem:digital&sort=-networks&region=ES61",
                "#/countries?show=ecosystem:digital&sort=-networks",
            ),
            (
                "#/country/es?region=ES61&compare=FR,es,DE,FR,IT,PT&show=x",
                "#/country/ES?region=ES61&compare=FR,DE,IT",
            ),
            ("#/country/ES?at=2024-02-21", "#/country/ES?at=2024-02-21"),
            ("#/figures?show=programmes&at=2024-02-21", "#/figures?show=programmes"),
            ("#/Focus/Green?at=2024-02-21&q=x", "#/focus/green?at=2024-02-21"),
        ] {
            let route = Route::parse(given);
            assert!(matches!(route, Route::Landscape(_)), "{given}");
            assert_eq!(route.to_hash(), link);
        }
        for none in
            ["#/country", "#/country/", "#/countries/ES", "#/focus", "#/figures/2024", "#/country/ES/x"]
        {
            assert!(matches!(Route::parse(none), Route::Unknown { .. }), "{none}");
        }
    }

    #[test]
    fn a_proposal_is_about_an_organisation_or_a_new_one() {
        let of = |record: Option<&str>, correct: Option<&str>| Route::Profile {
            record: record.map(str::to_owned),
            correct: correct.map(str::to_owned),
        };
        for (link, route) in [
            ("#/profile/new", of(None, None)),
            ("#/profile/fr-minalogic/edit", of(Some("fr-minalogic"), None)),
            ("#/profile/new/edit?correct=k", of(Some("new"), Some("k"))),
        ] {
            assert_eq!(Route::parse(link), route);
            assert_eq!(route.to_hash(), link);
        }
        for none in ["#/profile", "#/profile/fr-minalogic", "#/profile/a/change", "#/profile/a/edit/b"] {
            assert!(matches!(Route::parse(none), Route::Unknown { .. }), "{none}");
        }
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
            path in "(search|mine|countries|figures|(country|focus)/[a-zA-Z%0-9]{1,5}|explore|calls|training|partner-requests|compare|shortlist|saved-calls|sign-ups|about-data|embed|partner-requests/new|profile/(new|[a-z%0-9]{1,5}/edit)|(organisation|calls|training|partner-requests)/[a-z%0-9]{1,5}(/sign-up)?)",
            pairs in prop::collection::vec(
                ("(q|correct|like|organisations|events|search|show|compare|country|region|ecosystem|located|near|bbox|view|sort|sel|map|at|rows|by|ids|for|of|call|status|audience|closes_within|x)", "[-a-zA-Z0-9%+,. ßД\u{202e}\u{0}]{0,20}"),
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
