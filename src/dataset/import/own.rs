//! Columns that are carried as fields of the dataset's own: what a mapping says of them, which fields have well-known
//! identifiers, and how they and the values of facets are declared in the vocabularies.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::columns::Shape;
use super::identifiers::slug;
use super::layout::{Layout, Opened};
use super::words::Words;
use super::{ImportOptions, cells, moments, numbers};
use crate::dataset::export::spreadsheet_plain;
use crate::domain::{
    FieldKind, LanguageTag, LocalText, OWN, Organisation, OwnField, OwnValue, Term, TermId, Vocabularies,
    WebAddress, without_hidden,
};
use crate::explore::fold;

/// A field of the dataset's own, as a mapping names it: `fields.services`, `fields.services:facet`,
/// `fields.services:facet:Services`, or with a label a language, `fields.services:facet:en=Services|de=Leistungen`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnColumn {
    /// The field.
    pub id: TermId,
    /// What its values are; `None` for what is declared, else a line.
    pub kind: Option<FieldKind>,
    /// What it is called; empty for what is declared, else the name of the column.
    pub label: String,
}

impl OwnColumn {
    /// What a mapping says; `None` where it does not name a field of this kind.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().strip_prefix(OWN)?.splitn(3, ':');
        let id = parts.next()?.trim().parse().ok()?;
        let kind = match parts.next().map(str::trim) {
            None | Some("") => None,
            Some(kind) => Some(FieldKind::ALL.into_iter().find(|known| known.as_str() == kind)?),
        };
        Some(Self { id, kind, label: parts.next().unwrap_or_default().trim().to_owned() })
    }

    /// A field for a column of which nothing is known but its name.
    pub fn of_column(name: &str, kind: FieldKind) -> Option<Self> {
        let id = slug(name);
        let id = if id.is_empty() { format!("field-{}", hash(name)) } else { id };
        Some(Self { id: id.parse().ok()?, kind: Some(kind), label: String::new() })
    }

    /// The same as a mapping writes it.
    pub fn written(&self) -> String {
        let kind = self.kind.map_or("", FieldKind::as_str);
        let text = [OwnField::path(&self.id), kind.to_owned(), self.label.clone()].join(":");
        text.trim_end_matches(':').to_owned()
    }

    fn label(&self, column: &str, language: &str) -> LocalText {
        let own = |text: &str| {
            let (tag, label) = text.split_once('=')?;
            Some((tag.trim().parse::<LanguageTag>().ok()?, label.trim().to_owned()))
        };
        let versions: Option<Vec<_>> = self.label.split('|').map(own).collect();
        versions.map_or_else(
            || named(if self.label.is_empty() { column } else { &self.label }, language),
            LocalText::new,
        )
    }
}

/// A number that the same text always has.
fn hash(text: &str) -> u32 {
    text.bytes().fold(5381, |hash: u32, byte| hash.wrapping_mul(33) ^ u32::from(byte))
}

fn named(text: &str, language: &str) -> LocalText {
    LocalText::new(language.parse::<LanguageTag>().ok().map(|tag| (tag, text.to_owned())))
}

/// A field that many lists have, with the same identifier in every dataset.
pub(super) struct WellKnown {
    pub(super) id: &'static str,
    pub(super) kind: FieldKind,
    /// In English, German and French.
    labels: [&'static str; 3],
    /// What its column is called, folded.
    pub(super) also: &'static [&'static str],
}

/// Those of organisations.
pub(super) const WELL_KNOWN: &[WellKnown] = &[
    WellKnown {
        id: "address",
        kind: FieldKind::Line,
        labels: ["Address", "Adresse", "Adresse"],
        also: &[
            "adresse",
            "anschrift",
            "street",
            "street address",
            "postal address",
            "strasse",
            "rue",
            "direccion",
            "indirizzo",
            "adres",
            "adresa",
            "cim",
            "strasse und hausnummer",
            "strasse hausnummer",
            "adresse postale",
            "ulica",
            "calle",
            "domicilio",
            "straat",
            "dievthynsi",
        ],
    },
    WellKnown {
        id: "postcode",
        kind: FieldKind::Line,
        labels: ["Postcode", "Postleitzahl", "Code postal"],
        also: &[
            "postal code",
            "post code",
            "zip",
            "zip code",
            "plz",
            "postleitzahl",
            "code postal",
            "cap",
            "psc",
            "cp",
            "kod pocztowy",
            "codigo postal",
            "codice postale",
            "postnummer",
            "tachydromikos kodikas",
            "t k",
            "iranyitoszam",
        ],
    },
    WellKnown {
        id: "telephone",
        kind: FieldKind::Line,
        labels: ["Telephone", "Telefon", "Téléphone"],
        also: &[
            "phone",
            "tel",
            "telefon",
            "phone number",
            "telephone number",
            "telefonnummer",
            "telefono",
            "numero de telephone",
            "telephone no",
            "tel nr",
            "telefon nr",
            "numer telefonu",
            "nr telefonu",
            "numero de telefono",
            "numero di telefono",
            "telefoon",
            "telefoonnummer",
            "tilefono",
        ],
    },
    WellKnown {
        id: "sector",
        kind: FieldKind::Facet,
        labels: ["Sector", "Branche", "Secteur"],
        also: &[
            "sectors",
            "industry",
            "industries",
            "industry sector",
            "branche",
            "branchen",
            "sektor",
            "sektoren",
            "wirtschaftszweig",
            "filiere",
            "filieres",
            "secteur",
            "secteurs",
            "secteur d activite",
            "secteurs d activite",
            "branza",
            "branze",
            "sektory",
            "sectores",
            "settore",
            "settori",
            "sectoren",
            "klados",
            "kladoi",
            "tomeas",
            "tomeis",
        ],
    },
    WellKnown {
        id: "services",
        kind: FieldKind::Facet,
        labels: ["Services", "Leistungen", "Services"],
        also: &[
            "service",
            "services offered",
            "leistungen",
            "dienstleistungen",
            "prestations",
            "servicios",
            "servizi",
        ],
    },
    WellKnown {
        id: "linkedin",
        kind: FieldKind::Link,
        labels: ["LinkedIn"; 3],
        also: &["linkedin page", "linkedin url"],
    },
    WellKnown { id: "logo", kind: FieldKind::Link, labels: ["Logo"; 3], also: &["logo url"] },
];

/// What a field is called that many lists have.
pub fn well_known_label(id: &TermId) -> Option<LocalText> {
    let known = WELL_KNOWN.iter().find(|known| known.id == id.as_str())?;
    let tags = ["en", "de", "fr"].into_iter().zip(known.labels);
    Some(LocalText::new(tags.filter_map(|(tag, label)| Some((tag.parse().ok()?, label.to_owned())))))
}

/// The own field that a column is by its name: one that is declared, by identifier or label, else a well-known one.
pub(super) fn by_name(name: &str, declared: &[OwnField]) -> Option<OwnColumn> {
    let folded = fold(name);
    if folded.is_empty() {
        return None;
    }
    let is_it = |field: &&OwnField| {
        fold(field.id.as_str()) == folded || field.label.iter().any(|(_, label)| fold(label) == folded)
    };
    if let Some(field) = declared.iter().find(is_it) {
        return Some(OwnColumn { id: field.id.clone(), kind: Some(field.kind), label: String::new() });
    }
    let known =
        WELL_KNOWN.iter().find(|known| known.id == folded || known.also.contains(&folded.as_str()))?;
    Some(OwnColumn { id: known.id.parse().ok()?, kind: Some(known.kind), label: String::new() })
}

/// What the values of a field are: as the mapping says, else as it is declared, else as such fields are.
pub(super) fn kind_of(column: &OwnColumn, declared: &[OwnField]) -> FieldKind {
    let known = || declared.iter().find(|field| field.id == column.id).map(|field| field.kind);
    let well_known =
        || WELL_KNOWN.iter().find(|known| known.id == column.id.as_str()).map(|known| known.kind);
    column.kind.or_else(known).or_else(well_known).unwrap_or_default()
}

/// How the cells of a field are read.
pub(super) fn shape_of(kind: FieldKind) -> Shape {
    match kind {
        FieldKind::Line | FieldKind::Picture => Shape::Text,
        FieldKind::Link => Shape::Web,
        FieldKind::Number => Shape::Number,
        FieldKind::Date => Shape::Day,
        FieldKind::Facet => Shape::List,
    }
}

/// Declares the own fields that the columns of a table are carried as, and the values of their facets, where the
/// vocabularies do not have them yet.
pub(super) fn declare(opened: &Opened, options: &ImportOptions, vocabularies: &mut Vocabularies) {
    let Opened { table, layout } = opened;
    let language = options.language.as_deref().unwrap_or("en");
    let columns = layout.columns.iter().enumerate();
    let columns =
        columns.flat_map(|(position, columns)| columns.iter().map(move |column| (position, column)));
    for (position, column) in columns {
        let Some(own) = &column.own else { continue };
        let kind = kind_of(own, &vocabularies.fields);
        let name = &table.header[position];
        let at = vocabularies.fields.iter().position(|field| field.id == own.id);
        let at = at.unwrap_or_else(|| {
            let label = match well_known_label(&own.id) {
                Some(label) if own.label.is_empty() => label,
                // An export of ours has the path as the name of the column.
                _ if own.label.is_empty() && name.trim().starts_with(OWN) => named(own.id.as_str(), language),
                _ => own.label(name, language),
            };
            vocabularies.fields.push(OwnField { id: own.id.clone(), label, kind, terms: Vec::new() });
            vocabularies.fields.len() - 1
        });
        let field = &mut vocabularies.fields[at];
        field.kind = kind;
        if !own.label.is_empty() {
            field.label = own.label(name, language);
        }
        if kind == FieldKind::Facet {
            debug_assert_eq!(column.shape, Shape::List, "values of a facet");
            let cells = table.rows.iter().filter_map(|row| row.cells.get(position));
            let texts = cells.filter_map(|cell| column.taken(spreadsheet_plain(cell.trim())).text);
            let path = OwnField::path(&field.id);
            learn(texts, layout, &mut field.terms, (&path, &options.words), language);
        }
    }
}

/// Takes the values of facets back that only refused rows had.
pub(super) fn leave_unused(before: &[OwnField], records: &[Organisation], vocabularies: &mut Vocabularies) {
    let used: HashSet<(&TermId, &TermId)> = records
        .iter()
        .flat_map(|record| &record.own)
        .filter_map(|(field, value)| if let OwnValue::Terms(ids) = value { Some((field, ids)) } else { None })
        .flat_map(|(field, ids)| ids.iter().map(move |id| (field, id)))
        .collect();
    for OwnField { id, terms, .. } in &mut vocabularies.fields {
        let known = before.iter().find(|field| field.id == *id).map_or(&[][..], |field| &field.terms);
        terms
            .retain(|term| known.iter().any(|known| known.id == term.id) || used.contains(&(&*id, &term.id)));
    }
}

/// Declares the fields that records of the format have and the vocabularies do not: what a field is called is written beside
/// the records, not among them, so it goes by its identifier until somebody names it.
pub(super) fn declare_found(records: &[Organisation], vocabularies: &mut Vocabularies) {
    let own_name = |id: &TermId| named(id.as_str(), "en");
    for (id, value) in records.iter().flat_map(|record| &record.own) {
        let kind = value.kind();
        let at = vocabularies.fields.iter().position(|field| field.id == *id);
        let at = at.unwrap_or_else(|| {
            let label = well_known_label(id).unwrap_or_else(|| own_name(id));
            vocabularies.fields.push(OwnField { id: id.clone(), label, kind, terms: Vec::new() });
            vocabularies.fields.len() - 1
        });
        let OwnValue::Terms(ids) = value else { continue };
        let terms = &mut vocabularies.fields[at].terms;
        for id in ids {
            if !terms.iter().any(|term| term.id == *id) {
                terms.push(Term { id: id.clone(), label: own_name(id), badge: None });
            }
        }
    }
}

/// What parts the values in a cell, surely.
pub(super) const PARTS: &[char] = &[';', '|', '\n', '•', '·'];

/// Makes terms of the values in the cells of a column that are none yet. Where nothing else parts them, commas do where the
/// column then has no more values.
fn learn<'c>(
    cells: impl Iterator<Item = Cow<'c, str>>,
    layout: &Layout,
    terms: &mut Vec<Term>,
    (path, words): (&str, &Words),
    language: &str,
) {
    let exact = layout.exact;
    let texts: Vec<String> = cells
        .filter(|cell| exact || !cells::is_placeholder(cell))
        .map(|cell| {
            let meant = if layout.repairs { cells::once_encoded(&cell) } else { None };
            let cell = meant.unwrap_or_else(|| cell.into_owned());
            if exact {
                return cell;
            }
            let cell = without_hidden(&cell).unwrap_or(cell);
            cells::without_markup(&cell).unwrap_or(cell)
        })
        .collect();
    let parted = |separators: &'static [char]| {
        let mut values: BTreeMap<String, &str> = BTreeMap::new();
        for part in texts.iter().flat_map(|text| text.split(separators)).map(str::trim) {
            let key = if exact { String::new() } else { fold(part) };
            if !part.is_empty() {
                values.entry(if key.is_empty() { part.to_owned() } else { key }).or_insert(part);
            }
        }
        values
    };
    let mut values = parted(PARTS);
    if !exact && !texts.iter().any(|text| text.contains(PARTS)) && texts.iter().any(|text| text.contains(','))
    {
        let smaller = parted(&[';', '|', '\n', '•', '·', ',']);
        if smaller.len() <= values.len() {
            values = smaller;
        }
    }
    let mut known: HashSet<String> = terms
        .iter()
        .flat_map(|term| {
            let labels = term.label.iter().map(|(_, label)| fold(label));
            let id = if exact { term.id.to_string() } else { fold(term.id.as_str()) };
            labels.filter(|_| !exact).chain([id]).collect::<Vec<_>>()
        })
        .collect();
    let mut ids: BTreeSet<String> = terms.iter().map(|term| term.id.to_string()).collect();
    for (key, value) in values {
        if known.contains(&key) {
            continue;
        }
        if !exact {
            words.announce(path, value);
        }
        if !words.may_be_own(path, value) {
            continue;
        }
        let stem = if exact && value.parse::<TermId>().is_ok() { value.to_owned() } else { slug(value) };
        let stem = if stem.is_empty() { format!("value-{}", hash(value)) } else { stem };
        let mut id = stem.clone();
        let mut number = 2;
        while !ids.insert(id.clone()) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        let Ok(id) = id.parse() else { continue };
        known.insert(key);
        let label: String = value.chars().take(LONGEST_LABEL).collect();
        terms.push(Term { id, label: named(&label, language), badge: None });
    }
}

/// Characters of the label of a value.
const LONGEST_LABEL: usize = 300;

/// What a column that no field wants is best carried as.
pub(super) fn likely<'c>(cells: impl Iterator<Item = &'c str>) -> FieldKind {
    let mut all = 0;
    let (mut links, mut numbers, mut days) = (0, 0, 0);
    let mut longest = 0;
    let mut values: HashMap<String, usize> = HashMap::new();
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty() && !cells::is_placeholder(cell)) {
        all += 1;
        let is_link = cell.parse::<WebAddress>().is_ok() || cell.to_ascii_lowercase().starts_with("www.");
        links += usize::from(is_link);
        numbers += usize::from(numbers::decimal(cell).is_some());
        days += usize::from(moments::moment(cell).is_some());
        for part in cell.split(PARTS).map(str::trim).filter(|part| !part.is_empty()) {
            longest = longest.max(part.chars().count());
            *values.entry(fold(part)).or_default() += 1;
        }
    }
    let most = |count: usize| count * 10 >= all * 9;
    if all == 0 {
        FieldKind::Line
    } else if most(links) {
        FieldKind::Link
    } else if most(days) {
        FieldKind::Date
    } else if most(numbers) {
        FieldKind::Number
    } else if longest <= 60 && values.len() <= 60 && values.len() * 2 <= values.values().sum::<usize>() {
        FieldKind::Facet
    } else {
        FieldKind::Line
    }
}

#[cfg(test)]
mod tests {
    use super::super::{import_organisations_into, survey};
    use super::*;
    use crate::dataset::FindingKind as Kind;

    #[test]
    fn a_mapping_says_field_kind_and_label() {
        for text in [
            "fields.services",
            "fields.services:facet",
            "fields.a-b.c:link:Site: of it",
            "fields.x::de=X|en=Y",
        ] {
            assert_eq!(OwnColumn::read(text).expect("a field").written(), text);
        }
        for text in ["services", "fields.", "fields.two words", "fields.x:html", "fields.<b>"] {
            assert_eq!(OwnColumn::read(text), None, "{text}");
        }
        let labelled = OwnColumn::read("fields.x:line:de=Wort|en=Word").expect("a field").label("Col", "fr");
        assert_eq!(labelled.in_language("de").map(|(_, label)| label), Some("Wort"));
    }

    #[test]
    fn commas_part_values_only_where_that_gives_no_more() {
        let mut terms = Vec::new();
        let layout = Layout {
            columns: Vec::new(),
            joined: BTreeSet::new(),
            width: 1,
            exact: false,
            repairs: false,
            dates: None,
        };
        learn(
            ["Training, Advice", "advice , Funding", "Funding", "n/a"].into_iter().map(Cow::from),
            &layout,
            &mut terms,
            ("fields.x", &Words::default()),
            "en",
        );
        assert_eq!(
            terms.iter().map(|term| term.id.as_str()).collect::<Vec<_>>(),
            ["advice", "funding", "training"]
        );
        let mut whole = Vec::new();
        learn(
            ["Food, drink", "Food, drink", "Wood"].into_iter().map(Cow::from),
            &layout,
            &mut whole,
            ("fields.x", &Words::default()),
            "en",
        );
        assert_eq!(whole.iter().map(|term| term.id.as_str()).collect::<Vec<_>>(), ["food-drink", "wood"]);
        // Words that have no plain letters are values all the same, each one of its own.
        let mut signs = Vec::new();
        learn(
            ["☀", "☂", "☀"].into_iter().map(Cow::from),
            &layout,
            &mut signs,
            ("fields.x", &Words::default()),
            "en",
        );
        assert_eq!(signs.len(), 2);
    }

    #[test]
    fn every_column_of_a_list_can_be_carried() {
        let table = "name;country;Strasse;PLZ;Telefon;Leistungen;Branche;Profil;Gegr\u{fc}ndet am;Umsatz\n\
            A;DE;Weg 1;07743;+49 3641 1;Beratung | F\u{f6}rderung;Optik;javascript:alert(1);2004-05-06;2,5\n\
            B;DE;<b>Weg</b> 2;07745;;Beratung;Glas;https://b.example;x;viel\n";
        let mapping = [
            ("Branche", "fields.branche:facet"),
            ("Profil", "fields.profil:link:Profile"),
            ("Gegr\u{fc}ndet am", "fields.since:date"),
            ("Umsatz", "fields.umsatz:number"),
        ];
        let mapping = mapping.map(|(column, field)| (column.to_owned(), field.to_owned())).into();
        let options = ImportOptions::default().with_columns(&mapping).with_language("de");
        let mut vocabularies = Vocabularies::default();
        let loaded = import_organisations_into("a.csv", table.as_bytes(), &options, &mut vocabularies)
            .expect("a list");
        let own = |row: usize, id: &str| {
            let all = &loaded.records[row].own;
            all.iter().find(|(known, _)| known.as_str() == id).map(|(_, value)| value.clone())
        };
        let terms =
            |ids: &[&str]| Some(OwnValue::Terms(ids.iter().map(|id| id.parse().expect("an id")).collect()));
        assert_eq!(own(0, "postcode"), Some(OwnValue::Line("07743".to_owned())), "no number");
        assert_eq!(own(0, "telephone"), Some(OwnValue::Line("+49 3641 1".to_owned())));
        assert_eq!(own(1, "address"), Some(OwnValue::Line("Weg 2".to_owned())), "markup is no text");
        assert_eq!(own(0, "services"), terms(&["beratung", "forderung"]));
        assert_eq!(own(1, "branche"), terms(&["glas"]));
        assert_eq!((own(0, "profil"), own(1, "umsatz"), own(1, "since")), (None, None, None));
        assert_eq!(own(0, "since"), Some(OwnValue::Date("2004-05-06".parse().expect("a day"))));
        assert_eq!(own(0, "umsatz"), Some(OwnValue::Number(2.5)));
        let kinds: Vec<Kind> = loaded.report.findings.iter().map(|finding| finding.kind).collect();
        for kind in [Kind::UnsafeAddress, Kind::WrongType, Kind::BadDay] {
            assert!(kinds.contains(&kind), "{kind:?}: {kinds:?}");
        }
        let label = |id: &str, language: &str| {
            let field = vocabularies.fields.iter().find(|field| field.id.as_str() == id).expect("declared");
            field.label.in_language(language).map(|(_, label)| label.to_owned())
        };
        assert_eq!(label("postcode", "fr").as_deref(), Some("Code postal"));
        assert_eq!(label("profil", "en").as_deref(), Some("Profile"));
        assert_eq!(label("branche", "en").as_deref(), Some("Branche"));

        // Once they are declared, the same list needs no mapping, and nothing is declared twice.
        let before = vocabularies.clone();
        let again = import_organisations_into(
            "a.csv",
            table.as_bytes(),
            &ImportOptions::default(),
            &mut vocabularies,
        );
        assert_eq!(vocabularies, before);
        let again = again.expect("a list").records;
        assert_eq!(
            again[0].own.iter().find(|(id, _)| id.as_str() == "branche"),
            loaded.records[0].own.iter().find(|(id, _)| id.as_str() == "branche")
        );
    }

    #[test]
    fn what_a_column_is_best_carried_as_is_told_from_its_cells() {
        let table = "name,country,Site,Members of it,Since,Theme,Motto\n\
            A,FR,https://a.example,12,2001-02-03,Wood,All for one\n\
            B,FR,www.b.example,\"1,5\",2001-02-04,Wood,One for all\n\
            C,FR,,3,2001-02-05,Glass,Never alone\n\
            D,FR,,4,,Glass,\n";
        let survey =
            survey("a.csv", table.as_bytes(), &ImportOptions::default(), "organisations").expect("a table");
        let likely =
            |name: &str| survey.columns.iter().find(|column| column.name == name).expect("it").likely;
        assert_eq!(likely("Site"), FieldKind::Link);
        assert_eq!(likely("Members of it"), FieldKind::Number);
        assert_eq!(likely("Since"), FieldKind::Date);
        assert_eq!(likely("Theme"), FieldKind::Facet);
        assert_eq!(likely("Motto"), FieldKind::Line);
    }
}
