//! Cells become values of the format.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::calls::is_anybody;
use super::cells;
use super::columns::{Column, Shape, Taken};
use super::coordinates;
use super::country_names::{Country, CountryNames};
use super::kinds;
use super::layout::Layout;
use super::moments;
use super::numbers::{decimal, whole};
use super::own::PARTS;
use super::steps::{Part, between};
use super::table::Row;
use super::words::{VOCABULARIES, Words, near};
use crate::dataset::export::spreadsheet_plain;
use crate::dataset::fields::has_scheme;
use crate::dataset::json::{Entries, Json};
use crate::dataset::report::{FindingKind as Kind, Reading, Severity};
use crate::domain::{Day, OWN, OwnField, RecordId, Term, Vocabularies, WebAddress, without_hidden};
use crate::explore::fold;

/// Names of ecosystems as European programmes and the platform write them, folded, where they are not the label.
const ECOSYSTEM_NAMES: &[(&str, &str)] = &[
    ("aerospace defence", "aerospace-defence"),
    ("creative cultural industries", "creative-cultural"),
    ("cultural creative industries", "creative-cultural"),
    ("energy intensive", "energy-intensive"),
    ("proximity social economy", "proximity-social-economy"),
    ("renewable energy", "energy-renewables"),
    ("renewables", "energy-renewables"),
    ("textile", "textiles"),
];

/// The Union as an eligibility, folded, where it is not the label of its group.
const UNION_NAMES: &[&str] = &[
    "eu",
    "eu27",
    "eu 27",
    "eu countries",
    "eu member states",
    "eu27 member states",
    "all eu countries",
    "all eu member states",
    "all member states",
    "member states",
    "european union",
    "the european union",
    "eu member states only",
    "eu mitgliedstaaten",
    "eu mitgliedsstaaten",
    "eu lander",
    "mitgliedstaaten der eu",
    "mitgliedstaaten der europaischen union",
    "europaische union",
    "ue",
    "ue27",
    "ue 27",
    "union europeenne",
    "pays de l ue",
    "pays de l union europeenne",
    "etats membres",
    "etats membres de l ue",
    "etats membres de l union europeenne",
    "union europea",
    "unione europea",
    "uniao europeia",
    "europese unie",
    "europeiska unionen",
    "den europaeiske union",
    "euroopan unioni",
    "euroopa liit",
    "eiropas savieniba",
    "europos sajunga",
    "unia europejska",
    "evropska unie",
    "europska unia",
    "europska unija",
    "evropska unija",
    "europai unio",
    "uniunea europeana",
    "evropeyski sayuz",
    "evropaiki enosi",
    "an t aontas eorpach",
    "unjoni ewropea",
    "l unjoni ewropea",
];

/// The identifier of the group of the Union's countries.
const UNION: &str = "eu";

/// By the path of a field and a word in plain letters: the term that the word is spelt nearly like.
type NearTerms<'v> = HashMap<(String, String), Option<&'v str>>;

/// What turns cells into values.
pub(super) struct Cells<'v> {
    pub(super) countries: CountryNames,
    /// The identifiers of terms by folded label, for each path.
    labels: HashMap<String, HashMap<String, &'v str>>,
    words: Words,
    /// The terms that words are spelt nearly like, as far as they were looked for.
    near_terms: RefCell<NearTerms<'v>>,
    /// Rows of a table were read: their lists are met there, not a second time as lists of a record.
    has_rows: Cell<bool>,
}

impl<'v> Cells<'v> {
    pub(super) fn new(vocabularies: &'v Vocabularies) -> Self {
        let mut labels: HashMap<String, HashMap<String, &'v str>> = HashMap::new();
        let mut add = |path: &str, term: &'v Term| {
            let known = term.label.iter().map(|(_, label)| (fold(label), term.id.as_str()));
            let labels = labels.entry(path.to_owned()).or_default();
            labels.extend(known);
            // An identifier in other letters is the same term; a label of another one comes first.
            labels.entry(fold(term.id.as_str())).or_insert(term.id.as_str());
        };
        for (path, terms) in [
            ("ecosystems", &vocabularies.ecosystems),
            ("expertise", &vocabularies.expertise),
            ("audience", &vocabularies.audiences),
            ("purpose", &vocabularies.purposes),
            ("themes", &vocabularies.themes),
        ] {
            for term in terms {
                add(path, term);
            }
        }
        for group in &vocabularies.country_groups {
            add("eligible_groups", &group.term);
        }
        for field in &vocabularies.fields {
            let path = OwnField::path(&field.id);
            field.terms.iter().for_each(|term| add(&path, term));
        }
        for (name, id) in ECOSYSTEM_NAMES {
            if let Some(term) = vocabularies.ecosystems.iter().find(|term| term.id.as_str() == *id) {
                labels
                    .entry("ecosystems".to_owned())
                    .or_default()
                    .insert((*name).to_owned(), term.id.as_str());
            }
        }
        let mut groups = vocabularies.country_groups.iter().map(|group| group.term.id.as_str());
        // Where a dataset has no groups yet, the reader takes any: that of the Union is what everybody calls it.
        if vocabularies.country_groups.is_empty() || groups.any(|id| id == UNION) {
            let groups = labels.entry("eligible_groups".to_owned()).or_default();
            groups.extend(UNION_NAMES.iter().map(|name| ((*name).to_owned(), UNION)));
        }
        Self {
            countries: CountryNames::new(),
            labels,
            words: Words::default(),
            near_terms: RefCell::default(),
            has_rows: Cell::new(false),
        }
    }

    /// Ends a record: one that was refused has met no words.
    pub(super) fn end_record(&self, is_refused: bool) {
        self.words.next_record(is_refused);
    }

    /// The same with what becomes of categories that are no terms.
    pub(super) fn with_words(self, words: &Words) -> Self {
        Self { words: words.clone(), ..self }
    }

    /// One row as the members of a record; empty cells are absent.
    pub(super) fn row<'r>(&'r self, row: &'r Row, layout: &'r Layout, reading: &mut Reading) -> Entries<'r> {
        self.has_rows.set(true);
        self.end_record(false);
        for (kind, value) in &row.findings {
            reading.noted("", *kind, value);
        }
        if row.cells.len() < layout.width && !row.findings.iter().any(|(kind, _)| *kind == Kind::CutShort) {
            let value = format!("{} of {} cells", row.cells.len(), layout.width);
            reading.noted("", Kind::ShortRow, &value);
        }
        let mut entries: Entries<'r> = Vec::with_capacity(layout.columns.len());
        // What several columns say of one field, read once all of it is there.
        let mut joined: Vec<(&'r Column, String)> = Vec::new();
        for (position, cell) in row.cells.iter().enumerate() {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let Some(columns) = layout.columns.get(position) else {
                reading.dropped(format!("column {}", position + 1), Kind::ExtraCells, cell);
                continue;
            };
            for column in columns {
                let Some(text) = taken(cell, column, layout, reading) else { continue };
                let text = behind(text, row.link(position), column, reading);
                if let Some((lat, lon)) = whole_pair(&text, position, column, row, layout) {
                    put_point(&mut entries, (lat, lon), &text, reading);
                    continue;
                }
                if !layout.joined.contains(&column.path) {
                    let value = self.cell(text, column, layout, reading);
                    place(&mut entries, column, value);
                    continue;
                }
                match joined.iter_mut().find(|(first, _)| first.path == column.path) {
                    Some((first, all)) => {
                        let separator = column.steps.join.as_ref().or(first.steps.join.as_ref());
                        all.extend([separator.map_or_else(|| between(column.shape), String::as_str), &text]);
                    }
                    None => joined.push((column, text.into_owned())),
                }
            }
        }
        for (column, text) in joined {
            let value = self.cell(text.into(), column, layout, reading);
            place(&mut entries, column, value);
        }
        entries
    }

    /// One cell. Those of our own export are as they were; others are read as people write them, and that is noted.
    fn cell<'r>(
        &'r self,
        cell: Cow<'r, str>,
        column: &'r Column,
        layout: &Layout,
        reading: &mut Reading,
    ) -> Option<Json<'r>> {
        let mut source = match cell {
            Cow::Borrowed(cell) => Cow::Borrowed(spreadsheet_plain(cell)),
            Cow::Owned(cell) => Cow::Owned(spreadsheet_plain(&cell).to_owned()),
        };
        if layout.exact {
            return Some(self.value(source, column, true, reading));
        }
        if let Some(text) = cells::of_formula(&source).map(str::to_owned) {
            mended(&column.path, &source, &text, reading);
            source = Cow::Owned(text);
        }
        if matches!(column.shape, Shape::Text) && cells::is_rounded(&source) {
            reading.dropped(&*column.path, Kind::RoundedNumber, &source);
            return None;
        }
        // What nobody sees is in no cell on purpose: a page or a word processor has left it there.
        if let Some(seen) = without_hidden(&source) {
            reading.noted(&*column.path, Kind::HiddenCharacters, &source);
            source = Cow::Owned(seen);
        }
        if cells::is_placeholder(&source) {
            reading.dropped(&*column.path, Kind::Placeholder, &source);
            return None;
        }
        match cells::once_encoded(&source) {
            Some(meant) if layout.repairs => {
                mended(&column.path, &source, &meant, reading);
                source = Cow::Owned(meant);
            }
            Some(_) => reading.noted(&*column.path, Kind::TwiceEncoded, &source),
            None => {}
        }
        if let Some(order) = layout.dates.filter(|_| column.is_dated())
            && let Some(settled) = moments::settled(&source, order)
        {
            mended(&column.path, &source, &settled, reading);
            source = Cow::Owned(settled);
        }
        // A link tag is for the address in it.
        let text = match cells::without_markup(&source).filter(|_| column.shape != Shape::Web) {
            Some(text) => {
                mended(&column.path, &source, &text, reading);
                Cow::Owned(text)
            }
            None => source,
        };
        (!text.is_empty()).then(|| self.value(text, column, false, reading))
    }

    fn value<'r>(
        &'r self,
        cell: Cow<'r, str>,
        column: &'r Column,
        exact: bool,
        reading: &mut Reading,
    ) -> Json<'r> {
        let path = &*column.path;
        let number = |read: fn(&str) -> Option<f64>, reading: &mut Reading| {
            if let Some(value) = read(&cell) {
                // Whether a sign parts thousands or decimals is for somebody to see.
                if !exact
                    && column.shape == Shape::Whole
                    && cell.contains(|c: char| !c.is_ascii_digit() && c != '-')
                {
                    mended(path, &cell, &value.to_string(), reading);
                }
                return Some(value);
            }
            // A day of foundation says its year.
            let year = || cells::year(&cell).filter(|_| path == "founded");
            let value = cells::about(&cell).and_then(read).or_else(year)?;
            mended(path, &cell, &value.to_string(), reading);
            Some(value)
        };
        match column.shape {
            Shape::Text => Json::Text(cell),
            Shape::Number => number(decimal, reading).map_or(Json::Text(cell), Json::Number),
            Shape::Whole => number(whole, reading).map_or(Json::Text(cell), Json::Number),
            Shape::Country => Json::Text(self.country(cell, path, reading)),
            Shape::Kind => match kinds::of_organisation(&cell).filter(|_| !exact) {
                Some(kind) => {
                    if kind != cell {
                        mended(path, &cell, kind, reading);
                    }
                    Json::Text(kind.into())
                }
                None => Json::Text(cell),
            },
            Shape::Choice => match cell.parse::<RecordId>() {
                Ok(_) => Json::Text(cell),
                Err(_) => Json::Text(fold(&cell).replace(' ', "_").into()),
            },
            Shape::List => Json::List(self.list(&cell, path, exact, reading)),
            Shape::Lines => {
                let parts = cell.lines().map(str::trim).filter(|part| !part.is_empty());
                Json::List(parts.map(|part| Json::Text(part.to_owned().into())).collect())
            }
            Shape::Flag => match fold(&cell).as_str() {
                "true" | "yes" => Json::Bool(true),
                "false" | "no" => Json::Bool(false),
                _ => Json::Text(cell),
            },
            Shape::Web if exact => Json::Text(cell),
            Shape::Web => Json::Text(web(cell, path, reading)),
            Shape::Email => Json::Text(match cells::email(&cell).filter(|_| !exact) {
                None => cell,
                Some((address, left)) => {
                    mended(path, &cell, &address, reading);
                    if let Some(left) = left {
                        reading.dropped(path, Kind::TooMany, &left);
                    }
                    address.into()
                }
            }),
            Shape::Day => Json::Text(day(cell, path, reading)),
            Shape::Degrees => match decimal(&cell) {
                Some(value) if value.abs() <= 180.0 => Json::Number(value),
                number => match coordinates::degrees(&cell).filter(|value| value.abs() <= 180.0) {
                    None => number.map_or(Json::Text(cell), Json::Number),
                    Some(value) => {
                        mended(path, &cell, &value.to_string(), reading);
                        Json::Number(value)
                    }
                },
            },
            Shape::Pair => match coordinates::pair(&cell) {
                None => Json::Text(cell),
                Some((lat, lon)) => {
                    mended(path, &cell, &format!("{lat}, {lon}"), reading);
                    point(lat, lon)
                }
            },
        }
    }

    /// The code of a country, from its code or name, perhaps with a footnote or a part of the country beside it. A cell that
    /// could mean several stays as it is, for the reader to refuse.
    fn country<'r>(&self, cell: Cow<'r, str>, path: &str, reading: &mut Reading) -> Cow<'r, str> {
        match self.countries.read(&cell) {
            Country::Named(code) => code.into(),
            Country::Meant(code) | Country::Beside(code) => {
                mended(path, &cell, code, reading);
                code.into()
            }
            Country::Unclear(codes) => {
                reading.noted(path, Kind::ProposedCountry, &codes.join(", "));
                cell
            }
            Country::Unknown => cell,
        }
    }

    /// The values in one cell, parted by semicolons, bars or line breaks; by commas where that gives known terms.
    fn list<'r>(&self, cell: &str, path: &str, exact: bool, reading: &mut Reading) -> Vec<Json<'r>> {
        let parts = |separators: &'static [char]| {
            cell.split(separators).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>()
        };
        let is_own = path.starts_with(OWN);
        let mut values = parts(if is_own { PARTS } else { &[';', '|', '\n'] });
        if !exact && cell.contains(',') {
            let smaller = parts(&[';', '|', '\n', ',']);
            let is_place = path.ends_with("countries");
            let is_known = |part: &&str| {
                self.known_term(part, path).is_some()
                    || self.words.is_chosen(path, part)
                    || (is_place
                        && (self.countries.code(part).is_some() || self.is_union(part) || is_code(part)))
            };
            let is_whole = values.iter().all(is_known);
            if path == "nace" || (!is_whole && smaller.iter().all(is_known)) {
                values = smaller;
            }
        }
        let term = |part: &str| match self.known_term(part, path) {
            // An export of ours has identifiers, however much one looks like the label of another.
            Some(_) if exact && is_own => Some(part.to_owned()),
            Some(id) if exact => Some(id.to_owned()),
            None if exact => Some(part.to_owned()),
            // A word that no vocabulary has becomes one term however it is spelt; the reader reports it as unknown.
            known => self.meet(part, path, known),
        };
        for value in values.iter().filter(|_| !exact && VOCABULARIES.contains(&path)) {
            self.propose(value, path, reading);
        }
        values.into_iter().filter_map(term).map(|part| Json::Text(part.into())).collect()
    }

    /// Whether a text is the Union, which stands among countries in lists.
    fn is_union(&self, text: &str) -> bool {
        self.known_term(text, "eligible_groups").is_some()
    }

    /// Says which term a category that is none is spelt nearly like: somebody may choose it.
    fn propose(&self, word: &str, path: &str, reading: &mut Reading) {
        if self.known_term(word, path).is_some() || self.words.is_chosen(path, word) {
            return;
        }
        let Some(labels) = self.labels.get(path) else { return };
        // Lists say the same word in many rows.
        let mut near_terms = self.near_terms.borrow_mut();
        let found = near_terms.entry((path.to_owned(), fold(word))).or_insert_with(|| {
            near(word, labels.keys().map(String::as_str)).and_then(|label| labels.get(label)).copied()
        });
        if let Some(id) = found {
            reading.noted(path, Kind::NearTerm, &format!("{word} ~ {id}"));
        }
    }

    /// What a value of a field becomes that has terms; of any other field it is what it was.
    fn meet(&self, part: &str, path: &str, known: Option<&str>) -> Option<String> {
        let has_terms = path.starts_with(OWN) || VOCABULARIES.contains(&path);
        if !has_terms || (path == "audience" && is_anybody(part)) {
            return Some(known.unwrap_or(part).to_owned());
        }
        self.words.meet(path, part, known)
    }

    /// The same for a value of a list that a record has.
    pub(super) fn listed_term(&self, given: &str, path: &str) -> Option<String> {
        let known = self.known_term(given, path);
        if self.has_rows.get() || known.is_some_and(|known| known == given) {
            return Some(known.unwrap_or(given).to_owned());
        }
        self.meet(given, path, known)
    }

    /// The identifier of a term given by its label.
    pub(super) fn known_term(&self, given: &str, path: &str) -> Option<&'v str> {
        let labels = self.labels.get(path)?;
        let folded = fold(given);
        // One or several of them is the same term.
        let other = || match folded.strip_suffix('s') {
            Some(one) if one.len() > 2 => labels.get(one),
            _ => labels.get(&format!("{folded}s")),
        };
        labels.get(&folded).or_else(other).copied()
    }
}

/// What of a cell goes into a field, as the mapping says; `None` where that is nothing.
fn taken<'r>(
    cell: &'r str,
    column: &'r Column,
    layout: &Layout,
    reading: &mut Reading,
) -> Option<Cow<'r, str>> {
    if column.steps.is_plain() {
        return Some(cell.into());
    }
    let (path, plain) = (&*column.path, spreadsheet_plain(cell));
    // The two fields of a pair are of one cell: what is wrong with it is said once.
    let is_first = column.part != Part::Second;
    if !layout.exact && cells::is_placeholder(plain) {
        if is_first {
            reading.dropped(path, Kind::Placeholder, plain);
        }
        return None;
    }
    let Taken { text, is_stripped, others } = column.taken(plain);
    if let Some(others) = others {
        reading.dropped(path, Kind::TooMany, &others);
    }
    let Some(text) = text else {
        reading.noted(path, Kind::StepWithoutEffect, plain);
        return None;
    };
    if is_stripped && is_first {
        mended(path, plain, &text, reading);
    }
    (!text.trim().is_empty()).then_some(text)
}

/// What a link behind a cell leads to, where the field is an address and the cell has but a word for it; else the text.
fn behind<'r>(
    text: Cow<'r, str>,
    link: Option<&'r str>,
    column: &Column,
    reading: &mut Reading,
) -> Cow<'r, str> {
    let says_it = |link: &&str| cells::plain_site(link) == cells::plain_site(&text);
    let Some(link) = link.filter(|link| !says_it(link)) else { return text };
    let starts = |start: &str| link.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start));
    let is_taken = match column.shape {
        Shape::Web => starts("http") && (!text.contains('.') || text.contains(char::is_whitespace)),
        Shape::Email => starts("mailto:") && !text.contains('@'),
        _ => false,
    };
    if is_taken {
        mended(&column.path, &text, link, reading);
        return link.into();
    }
    // Both lead somewhere: the cell says it itself.
    if !matches!(column.shape, Shape::Web | Shape::Email) {
        reading.noted_once(&column.path, Kind::LinkNotTaken, Severity::Dropped, link);
    }
    text
}

/// Both halves of a point, where a cell for one of them has them: the cell of the other half is empty, or says the same.
fn whole_pair(
    text: &str,
    position: usize,
    column: &Column,
    row: &Row,
    layout: &Layout,
) -> Option<(f64, f64)> {
    let is_half = decimal(text).is_some() || coordinates::degrees(text).is_some();
    if column.shape != Shape::Degrees || layout.exact || is_half {
        return None;
    }
    let is_other = |other: &Column| other.shape == Shape::Degrees && other.path != column.path;
    let mut others = layout.columns.iter().enumerate().filter(|(at, _)| *at != position);
    let says_more = others.any(|(at, columns)| {
        let cell = row.cells.get(at).map_or("", |cell| cell.trim());
        columns.iter().any(is_other) && !cell.is_empty() && cell != text
    });
    if says_more { None } else { coordinates::pair(text) }
}

/// Puts a point into a record, unless the column of the other half has said the same before.
fn put_point(entries: &mut Entries<'_>, (lat, lon): (f64, f64), text: &str, reading: &mut Reading) {
    let Json::Object(halves) = point(lat, lon) else { return };
    match entries.iter_mut().find(|(name, _)| name == "location") {
        Some((_, Json::Object(members))) if members.iter().any(|(name, _)| name == "lat") => return,
        Some((_, Json::Object(members))) => members.extend(halves),
        _ => entries.push(("location".into(), Json::Object(halves))),
    }
    mended("location", text, &format!("{lat}, {lon}"), reading);
}

/// A point as the format has it.
fn point(lat: f64, lon: f64) -> Json<'static> {
    let members = [("lat", lat), ("lon", lon)];
    Json::Object(members.map(|(name, value)| (name.into(), Json::Number(value))).into())
}

/// Puts a value where its field is in a record.
fn place<'r>(entries: &mut Entries<'r>, column: &'r Column, value: Option<Json<'r>>) {
    let Some(value) = value else { return };
    match column.path.split_once('.') {
        None => match (entries.iter_mut().find(|(name, _)| *name == column.path), value) {
            (Some((_, Json::Object(members))), Json::Object(more)) => members.extend(more),
            (_, value) => entries.push((Cow::Borrowed(&column.path), value)),
        },
        Some((group, member)) => match entries.iter_mut().find(|(name, _)| name == group) {
            Some((_, Json::Object(members))) => members.push((member.into(), value)),
            _ => entries.push((group.into(), Json::Object(vec![(member.into(), value)]))),
        },
    }
}

/// Whether a text has the shape of a country's code; the reader says whether there is such a country.
fn is_code(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Notes that a value was read as another one.
pub(super) fn mended(path: &str, from: &str, to: &str, reading: &mut Reading) {
    // A finding quotes 80 characters; what was read should be among them.
    let shown: String = from.chars().take(36).collect();
    let dots = if shown.len() < from.len() { "…" } else { "" };
    reading.noted(path, Kind::Mended, &format!("{shown}{dots} → {to}"));
}

/// A day as the format writes it, from any other way that leaves no doubt.
pub(super) fn day<'r>(cell: Cow<'r, str>, path: &str, reading: &mut Reading) -> Cow<'r, str> {
    if cell.parse::<Day>().is_ok() {
        return cell;
    }
    let Some(moment) = moments::moment(&cell) else { return cell };
    let day = moment.day.to_string();
    mended(path, &cell, &day, reading);
    day.into()
}

/// A web address, mended where there is one way to do it, with the scheme that tables often leave out.
fn web<'r>(cell: Cow<'r, str>, path: &str, reading: &mut Reading) -> Cow<'r, str> {
    let cell = match cells::web(&cell) {
        None => cell,
        Some((address, left)) => {
            mended(path, &cell, &address, reading);
            if let Some(left) = left {
                reading.dropped(path, Kind::TooMany, &left);
            }
            Cow::Owned(address)
        }
    };
    let bare = !has_scheme(&cell)
        && cells::begins_with_host(&cell)
        && !cell.contains('@')
        && !cell.contains(char::is_whitespace);
    if !bare {
        private(&cell, path, reading);
        return cell;
    }
    reading.noted(path, Kind::CompletedAddress, &cell);
    format!("https://{cell}").into()
}

/// Notes an address that nobody can open from elsewhere.
pub(super) fn private(address: &str, path: &str, reading: &mut Reading) {
    if address.parse::<WebAddress>().is_ok_and(|address| !address.is_public()) {
        reading.noted(path, Kind::PrivateAddress, address);
    }
}
