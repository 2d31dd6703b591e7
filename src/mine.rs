//! What a person keeps on a device: lists of records and saved searches. It leaves the device as a file only, format
//! `cluster-atlas/mine/1`, which another device reads.

use thiserror::Error;

use crate::collection::Collection;
use crate::dataset::Json;
use crate::domain::Day;
use crate::route::Route;

/// The format of the file that this version writes.
pub const MINE_FORMAT: &str = "cluster-atlas/mine/1";
/// The beginning of every version's format.
const FORMATS: &str = "cluster-atlas/mine/";
/// Most searches that are kept.
pub const MOST_SEARCHES: usize = 30;
/// Most records of a search that are known: more than any collection has that a search makes sense for.
const MOST_KNOWN: usize = 5_000;
/// Longest name of a search, in characters.
const LONGEST_NAME: usize = 120;
/// Longest file that is read, in bytes: one that is full has a tenth of it.
pub const LARGEST_FILE: usize = 4_000_000;

/// A search that is asked again, to see what is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    /// The page that it leads to, as the hash of an address: the list of a collection, or words asked of all of them.
    pub link: String,
    /// What it is called.
    pub name: String,
    /// The edition of the data that was seen last.
    pub seen: Option<Day>,
    /// The records that matched then; of several collections, each after the name of its collection and a colon.
    pub known: Vec<String>,
}

impl SavedSearch {
    /// A search by its page; `None` where that is no search.
    pub fn new(link: &str, name: &str, seen: Option<Day>, known: Vec<String>) -> Option<Self> {
        let route = Route::parse(link);
        let name: String = name.chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect();
        let mut search = Self { link: route.to_hash(), name: name.trim().to_owned(), seen, known };
        search.known.truncate(MOST_KNOWN);
        route.is_search().then_some(search)
    }

    /// Those of the present matches that were not there when it was looked at last.
    pub fn news<'a>(&self, matches: &'a [String]) -> Vec<&'a str> {
        let mut known: Vec<&str> = self.known.iter().map(String::as_str).collect();
        known.sort_unstable();
        let is_new = |id: &&str| known.binary_search(id).is_err();
        matches.iter().map(String::as_str).filter(is_new).collect()
    }

    /// The same, looked at now.
    #[must_use]
    pub fn looked_at(&self, edition: Option<Day>, matches: &[String]) -> Self {
        let known = matches.iter().take(MOST_KNOWN).cloned().collect();
        Self { seen: edition, known, ..self.clone() }
    }
}

/// All that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mine {
    /// Identifiers of saved records by collection, in the order of the collections; no list is empty.
    pub saved: Vec<(Collection, Vec<String>)>,
    /// Searches, oldest first.
    pub searches: Vec<SavedSearch>,
}

/// Why a file cannot be brought back.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MineError {
    /// It is larger than anything that is written here.
    #[error("the file is too large")]
    TooLarge,
    /// No JSON: another kind of file, or half of one.
    #[error("the file is no JSON")]
    NotJson,
    /// JSON, but nothing that this app has written.
    #[error("the file is not one of these")]
    NotMine,
    /// A later version of the app wrote it.
    #[error("a later version wrote this ({0})")]
    Newer(String),
}

impl Mine {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.saved.is_empty() && self.searches.is_empty()
    }

    /// The file to take along.
    pub fn to_json(&self) -> String {
        let mut out = format!("{{\n\"format\":{},\n\"saved\":{{", text(MINE_FORMAT));
        for (at, (collection, ids)) in self.saved.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            let name = text(collection.about().name);
            out.push_str(&[comma, "\n", &name, ":[", &texts(ids), "]"].concat());
        }
        out.push_str("\n},\n\"searches\":");
        out.push_str(&searches_json(&self.searches));
        out.push_str("\n}\n");
        out
    }

    /// Reads such a file; with it, how much in it could not be used: lists of collections that are not known, identifiers
    /// that are none, searches that lead nowhere.
    ///
    /// # Errors
    /// Where the file as a whole cannot be used.
    pub fn read(bytes: &[u8]) -> Result<(Self, usize), MineError> {
        if bytes.len() > LARGEST_FILE {
            return Err(MineError::TooLarge);
        }
        let file = std::str::from_utf8(bytes).map_err(|_| MineError::NotJson)?;
        let file = file.strip_prefix('\u{feff}').unwrap_or(file);
        let json: Json<'_> = serde_json::from_str(file).map_err(|_| MineError::NotJson)?;
        let Json::Object(members) = json else { return Err(MineError::NotMine) };
        let (mut format, mut lists, mut searches) = (None, None, None);
        for (name, value) in members {
            match (&*name, value) {
                ("format", Json::Text(text)) => format = Some(text.into_owned()),
                ("saved", Json::Object(members)) => lists = Some(members),
                ("searches", Json::List(each)) => searches = Some(each),
                _ => {}
            }
        }
        match format {
            Some(format) if format == MINE_FORMAT => {}
            Some(format) if format.starts_with(FORMATS) => {
                return Err(MineError::Newer(format.chars().take(LONGEST_NAME).collect()));
            }
            _ => return Err(MineError::NotMine),
        }
        let mut left_out = 0;
        let mut by_name: Vec<(Collection, Vec<String>)> = Vec::new();
        for (name, value) in lists.unwrap_or_default() {
            match (Collection::named(&name), value) {
                (Some(collection), Json::List(ids)) if by_name.iter().all(|(it, _)| *it != collection) => {
                    by_name.push((collection, identifiers(ids, &mut left_out)));
                }
                _ => left_out += 1,
            }
        }
        by_name.retain(|(_, ids)| !ids.is_empty());
        by_name.sort_by_key(|(collection, _)| *collection as usize);
        let searches = read_list(searches.unwrap_or_default(), &mut left_out);
        Ok((Self { saved: by_name, searches }, left_out))
    }
}

/// Searches as they are kept on the device.
pub fn searches_json(searches: &[SavedSearch]) -> String {
    let one = |search: &SavedSearch| {
        let seen = search.seen.map_or_else(|| "null".to_owned(), |day| text(&day.to_string()));
        let (link, name) = (text(&search.link), text(&search.name));
        format!("\n{{\"link\":{link},\"name\":{name},\"seen\":{seen},\"known\":[{}]}}", texts(&search.known))
    };
    format!("[{}]", searches.iter().map(one).collect::<Vec<_>>().join(","))
}

/// Reads what [`searches_json`] wrote; whatever else it is gives what can be used of it, and how much cannot.
pub fn read_searches(kept: &str) -> (Vec<SavedSearch>, usize) {
    let mut left_out = 0;
    match serde_json::from_str(kept) {
        Ok(Json::List(each)) => (read_list(each, &mut left_out), left_out),
        _ => (Vec::new(), usize::from(!kept.trim().is_empty())),
    }
}

fn read_list(each: Vec<Json<'_>>, left_out: &mut usize) -> Vec<SavedSearch> {
    let mut searches: Vec<SavedSearch> = Vec::new();
    for json in each {
        match read_search(json, left_out) {
            Some(search)
                if searches.len() < MOST_SEARCHES && searches.iter().all(|it| it.link != search.link) =>
            {
                searches.push(search);
            }
            _ => *left_out += 1,
        }
    }
    searches
}

fn read_search(json: Json<'_>, left_out: &mut usize) -> Option<SavedSearch> {
    let Json::Object(members) = json else { return None };
    let (mut link, mut name, mut seen, mut known) = (None, None, None, Vec::new());
    for (member, value) in members {
        match (&*member, value) {
            ("link", Json::Text(text)) => link = Some(text),
            ("name", Json::Text(text)) => name = Some(text),
            ("seen", Json::Text(text)) => seen = text.parse().ok(),
            ("known", Json::List(ids)) => known = identifiers(ids, left_out),
            _ => {}
        }
    }
    SavedSearch::new(&link?, &name.unwrap_or_default(), seen, known)
}

/// Identifiers: texts without commas or control characters, each once.
fn identifiers(each: Vec<Json<'_>>, left_out: &mut usize) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let mut ids = Vec::new();
    for json in each {
        let id = json.into_text().map(std::borrow::Cow::into_owned);
        let id = id.filter(|id| is_identifier(id) && seen.insert(id.clone()));
        match id {
            Some(id) if ids.len() < MOST_KNOWN => ids.push(id),
            _ => *left_out += 1,
        }
    }
    ids
}

fn is_identifier(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 200
        && id.trim() == id
        && !id.chars().any(|letter| letter.is_control() || letter == ',')
}

fn texts(ids: &[String]) -> String {
    ids.iter().map(|id| text(id)).collect::<Vec<_>>().join(",")
}

fn text(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn search(link: &str, known: &[&str]) -> SavedSearch {
        let known = known.iter().map(|&id| id.to_owned()).collect();
        SavedSearch::new(link, "A search", "2026-11-01".parse().ok(), known).expect("a list")
    }

    #[test]
    fn what_is_new_is_what_was_not_known() {
        let search = search("#/calls?q=circular", &["a", "b"]);
        let now: Vec<String> = ["c", "b", "d"].map(str::to_owned).into();
        assert_eq!(search.news(&now), ["c", "d"]);
        let seen = search.looked_at("2026-11-08".parse().ok(), &now);
        assert_eq!(seen.news(&now), [""; 0]);
        assert_eq!(seen.news(&["a".to_owned()]), ["a"], "what was gone and is back is new");
    }

    #[test]
    fn only_what_finds_records_is_a_search() {
        for link in ["#/about-data", "#/mine", "#/calls/x", "#/search?q=%20", "nonsense"] {
            assert_eq!(SavedSearch::new(link, "", None, Vec::new()), None, "{link}");
        }
        assert_eq!(search("#/Calls?q=a&utm=1", &[]).link, "#/calls?q=a", "kept as the app writes it");
        assert_eq!(search("#/search?q=a&x=1", &["calls:a"]).link, "#/search?q=a");
    }

    #[test]
    fn what_the_device_keeps_and_cannot_be_read_is_counted() {
        assert_eq!(read_searches(""), (Vec::new(), 0));
        assert_eq!(read_searches("[{\"link\":\"#/calls\"").1, 1, "half of it");
        let (read, unread) = read_searches(r##"[{"link":"#/calls?q=a"},{"link":"#/about-data"}]"##);
        assert_eq!((read.len(), unread), (1, 1));
    }

    #[test]
    fn a_file_that_is_none_says_why() {
        let read = |file: &str| Mine::read(file.as_bytes()).expect_err(file);
        assert_eq!(read(""), MineError::NotJson);
        assert_eq!(read("{\"format\":\"cluster-atlas/mine/1\",\"sav"), MineError::NotJson);
        assert_eq!(read("<!doctype html>"), MineError::NotJson);
        assert_eq!(Mine::read(&[0xff, 0xfe, 0x00]), Err(MineError::NotJson));
        assert_eq!(read("[]"), MineError::NotMine);
        assert_eq!(read("{\"format\":\"cluster-atlas/calls/1\",\"records\":[]}"), MineError::NotMine);
        assert_eq!(
            read("{\"format\":\"cluster-atlas/mine/2\"}"),
            MineError::Newer("cluster-atlas/mine/2".to_owned())
        );
        assert_eq!(Mine::read(&vec![b' '; LARGEST_FILE + 1]), Err(MineError::TooLarge));
    }

    #[test]
    fn what_cannot_be_used_is_counted_and_the_rest_is_there() {
        let file = r##"{"format":"cluster-atlas/mine/1","later":1,"saved":{"calls":["a","a",7,"b,c",""],"planets":["x"],"events":{}},
            "searches":[{"link":"javascript:alert(1)"},{"link":"#/calls?q=x","known":["k",null]},{"link":"#/calls?q=x"},3]}"##;
        let (mine, left_out) = Mine::read(file.as_bytes()).expect("it is one");
        assert_eq!(mine.saved, [(Collection::Calls, vec!["a".to_owned()])]);
        let links: Vec<_> = mine.searches.iter().map(|search| (&*search.link, search.known.len())).collect();
        assert_eq!(links, [("#/calls?q=x", 1)]);
        assert_eq!(left_out, 4 + 2 + 4);
    }

    prop_compose! {
        fn any_search()(
            collection in prop::sample::select(Collection::ALL),
            q in ".{0,20}",
            name in ".{0,150}",
            day in prop::option::of(0..40_000i64),
            known in prop::collection::btree_set("[a-z0-9-]{1,12}", 0..20),
        ) -> SavedSearch {
            let params = crate::route::FindParams { q, ..crate::route::FindParams::of(collection) };
            let seen = day.map(|day| crate::domain::Instant::from_unix(day * 86_400).in_brussels().day);
            SavedSearch::new(&params.link(), &name, seen, known.into_iter().collect()).expect("a list")
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_along_can_be_brought_back(
            lists in prop::collection::vec(prop::collection::btree_set("[\\p{L}0-9:._\"\\\\-]{1,12}", 0..9), Collection::ALL.len()),
            searches in prop::collection::vec(any_search(), 0..5),
        ) {
            let lists = Collection::ALL.iter().copied().zip(lists).filter(|(_, ids)| !ids.is_empty());
            let saved = lists.map(|(collection, ids)| (collection, ids.into_iter().collect())).collect();
            let mut mine = Mine { saved, searches: Vec::new() };
            for search in searches {
                if mine.searches.iter().all(|it| it.link != search.link) {
                    mine.searches.push(search);
                }
            }
            prop_assert_eq!(Mine::read(mine.to_json().as_bytes()), Ok((mine.clone(), 0)));
            prop_assert_eq!(read_searches(&searches_json(&mine.searches)), (mine.searches, 0));
        }

        #[test]
        fn no_file_stops_anything(bytes in prop::collection::vec(any::<u8>(), 0..200), text in ".{0,200}") {
            let _ = Mine::read(&bytes);
            let _ = read_searches(&text);
            let _ = Mine::read(format!("{{\"format\":\"{MINE_FORMAT}\",\"saved\":{text}}}").as_bytes());
        }
    }
}
