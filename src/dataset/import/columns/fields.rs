//! The fields that a table of each collection may have columns for, with the names that people give them.

use crate::collection::{Collection, CollectionRecord, Visit};
use crate::dataset::members::MemberAbout;

/// How the cells of a column become a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Text as it is.
    Text,
    /// A decimal number, with comma or point.
    Number,
    /// A whole number, perhaps with separators between thousands.
    Whole,
    /// Values parted by `;` or `|`.
    List,
    /// Values on lines of their own.
    Lines,
    /// `true` or `false`.
    Flag,
    /// A country's code or name.
    Country,
    /// A web address, perhaps without its scheme.
    Web,
    /// An e-mail address, perhaps with the name of its owner.
    Email,
    /// A calendar day.
    Day,
    /// A latitude or longitude, perhaps in degrees and minutes.
    Degrees,
    /// Latitude and longitude in one cell.
    Pair,
    /// One of the format's own words, perhaps with spaces.
    Choice,
    /// A kind of organisation, by its label or a usual name.
    Kind,
}

/// A field of a kind of record that a table may have a column for.
#[derive(Clone, Copy)]
pub(in crate::dataset::import) struct Field {
    /// Its path in the format: `name` or `location.lat`.
    pub(in crate::dataset::import) path: &'static str,
    /// How its cells are read.
    pub(in crate::dataset::import) shape: Shape,
    /// Other names that its column goes by, folded; the path and our own export's name are known anyway.
    pub(in crate::dataset::import) also: &'static [&'static str],
}

const fn field(path: &'static str, shape: Shape, also: &'static [&'static str]) -> Field {
    Field { path, shape, also }
}

/// The columns that a table of some collection may have.
#[derive(Clone, Copy)]
pub(in crate::dataset::import) struct Columns {
    /// The name of the collection in the manifest.
    pub(in crate::dataset::import) collection: &'static str,
    /// Its fields, but for those that its record states itself.
    fields: &'static [Field],
    /// Its members that its record states itself.
    members: &'static [MemberAbout],
    /// The field without which there is no record.
    pub(in crate::dataset::import) required: &'static str,
}

impl Columns {
    /// Those of a record whose members are stated as a table, the one that it is called by first.
    pub(in crate::dataset::import) const fn plain(
        collection: &'static str,
        members: &'static [MemberAbout],
    ) -> Self {
        Self { collection, fields: PLAIN, members, required: members[0].name }
    }

    /// Its fields.
    pub(in crate::dataset::import) fn fields(&self) -> impl Iterator<Item = Field> {
        let stated = |member: &MemberAbout| Some(field(member.name, member.cells?, member.also));
        self.fields.iter().copied().chain(self.members.iter().filter_map(stated))
    }

    /// Whether any other column can be carried as a field of the dataset's own.
    pub(in crate::dataset::import) fn has_own(&self) -> bool {
        self.collection == "organisations"
    }
}

macro_rules! columns {
    ($($name:ident = $collection:literal, $fields:ident, $required:literal;)+) => {
        $(pub(in crate::dataset::import) const $name: Columns =
            Columns { collection: $collection, fields: $fields, members: &[], required: $required };)+

        /// Every collection's.
        pub(super) const ALL: &[&Columns] = &[$(&$name),+];
    };
}

columns! {
    ORGANISATIONS = "organisations", ORGANISATION, "name";
    CALLS = "calls", CALL, "title";
    TRAININGS = "trainings", TRAINING, "title";
    EVENTS = "events", EVENT, "title";
    PARTNER_REQUESTS = "partner_requests", PARTNER_REQUEST, "title";
    REGIONS = "regions", REGION, "code";
    ORGANISATION_FACTS = "organisation_facts", ORGANISATION_FACT, "organisation";
}

/// The columns of a collection by its name in the manifest; those of organisations for any other name.
pub(in crate::dataset::import) fn columns_of(collection: &str) -> Columns {
    struct Stated;
    impl Visit for Stated {
        type Output = &'static [MemberAbout];
        fn visit<R: CollectionRecord>(self) -> Self::Output {
            R::MEMBERS
        }
    }
    let stated = || {
        let named = Collection::named(collection)?;
        let members = named.visit(Stated);
        (!members.is_empty()).then(|| Columns::plain(named.about().name, members))
    };
    let known = ALL.iter().find(|columns| columns.collection == collection).copied().copied();
    known.or_else(stated).unwrap_or(ORGANISATIONS)
}

/// Other names of a summary whose language nobody said: it is taken for English.
const SUMMARY: Field = field(
    "summary.en",
    Shape::Text,
    &["summary", "description", "about", "abstract", "short description", "objective", "objectives"],
);

/// The fields of an organisation, but for summaries in other languages.
const ORGANISATION: &[Field] = &[
    field("id", Shape::Text, &["identifier", "slug"]),
    field(
        "name",
        Shape::Text,
        &[
            "organisation",
            "organization",
            "organisation name",
            "organization name",
            "cluster",
            "cluster name",
            "name of cluster",
            "name of the cluster",
            "clustername",
            "title",
            "nom",
            "nom du cluster",
            "nome",
            "nombre",
            "nazwa",
            "bezeichnung",
            "netzwerk",
            "cluster netzwerk",
            "name des clusters",
            "name der organisation",
            "organisationsname",
            "nom de l organisation",
            "nom du pole",
            "denomination",
            "organisme",
            "nazwa klastra",
            "nazwa organizacji",
            "organizacja",
            "klaster",
            "nombre del cluster",
            "nombre de la organizacion",
            "organizacion",
            "nome del cluster",
            "nome dell organizzazione",
            "organizzazione",
            "denominazione",
            "ragione sociale",
            "naam",
            "naam cluster",
            "naam van de cluster",
            "naam organisatie",
            "organisatie",
            "onoma",
            "eponymia",
            "onomasia",
            "navn",
            "namn",
            "nazev",
            "nimi",
            "naziv",
            "nev",
            "denumire",
            "ime",
            "naimenovanie",
        ],
    ),
    field(
        "acronym",
        Shape::Text,
        &[
            "short name",
            "abbreviation",
            "kurzel",
            "abkurzung",
            "kurzname",
            "acronyme",
            "sigle",
            "skrot",
            "sigla",
            "siglas",
            "acronimo",
            "afkorting",
        ],
    ),
    field(
        "kind",
        Shape::Kind,
        &[
            "type",
            "organisation type",
            "organization type",
            "type of organisation",
            "type of organization",
            "organisationstyp",
            "typ",
            "art der organisation",
            "type d organisation",
            "type de structure",
        ],
    ),
    field(
        "country",
        Shape::Country,
        &[
            "country code",
            "country name",
            "pays",
            "land",
            "staat",
            "pais",
            "paese",
            "kraj",
            "nazione",
            "panstwo",
            "chora",
            "zeme",
            "krajina",
            "orszag",
            "tara",
            "maa",
            "riik",
            "drzava",
            "darzhava",
            "valstybe",
            "valsts",
        ],
    ),
    field(
        "city",
        Shape::Text,
        &[
            "town",
            "ville",
            "stadt",
            "ort",
            "ciudad",
            "citta",
            "miasto",
            "localite",
            "sitz",
            "gemeinde",
            "standort",
            "commune",
            "miejscowosc",
            "siedziba",
            "localidad",
            "municipio",
            "localita",
            "comune",
            "sede",
            "stad",
            "plaats",
            "plaatsnaam",
            "gemeente",
            "vestigingsplaats",
            "poli",
            "mesto",
            "obec",
            "varos",
            "oras",
            "grad",
            "kaupunki",
        ],
    ),
    field("city_listed", Shape::Text, &[]),
    field("region.code", Shape::Text, &["nuts", "nuts2", "nuts 2", "nuts code", "nuts id"]),
    field(
        "region.name",
        Shape::Text,
        &["region", "regione", "bundesland", "regio", "wojewodztwo", "comunidad autonoma", "perifereia"],
    ),
    field(
        "location",
        Shape::Pair,
        &["coordinates", "coordinate", "gps", "geolocation", "lat lon", "koordinaten", "coordonnees"],
    ),
    field(
        "location.lat",
        Shape::Degrees,
        &[
            "lat",
            "latitude",
            "y",
            "breite",
            "breitengrad",
            "geografische breite",
            "szerokosc geograficzna",
            "latitud",
            "latitudine",
            "breedtegraad",
            "geografiko platos",
        ],
    ),
    field(
        "location.lon",
        Shape::Degrees,
        &[
            "lon",
            "longitude",
            "lng",
            "long",
            "x",
            "lange",
            "langengrad",
            "geografische lange",
            "dlugosc geograficzna",
            "longitud",
            "longitudine",
            "lengtegraad",
            "geografiko mikos",
        ],
    ),
    field("location.precision", Shape::Choice, &["precision"]),
    field(
        "ecosystems",
        Shape::List,
        &[
            "ecosystem",
            "industrial ecosystem",
            "industrial ecosystems",
            "okosystem",
            "okosysteme",
            "industrielles okosystem",
            "industrielle okosysteme",
            "ecosysteme",
            "ecosystemes",
            "ecosysteme industriel",
            "ecosystemes industriels",
        ],
    ),
    EXPERTISE,
    field("expertise_basis", Shape::Choice, &[]),
    field("nace", Shape::List, &["nace codes", "nace code"]),
    field(
        "members.total",
        Shape::Whole,
        &[
            "members",
            "number of members",
            "membres",
            "mitglieder",
            "total members",
            "anzahl mitglieder",
            "anzahl der mitglieder",
            "mitgliederzahl",
            "nombre de membres",
            "nb de membres",
            "adherents",
            "nombre d adherents",
            "nb d adherents",
            "czlonkowie",
            "liczba czlonkow",
            "miembros",
            "numero de miembros",
            "socios",
            "numero de socios",
            "membri",
            "numero di membri",
            "soci",
            "numero di soci",
            "leden",
            "aantal leden",
            "ledenaantal",
            "meli",
            "arithmos melon",
        ],
    ),
    field(
        "members.sme",
        Shape::Whole,
        &[
            "smes",
            "sme members",
            "number of smes",
            "sme",
            "of which smes",
            "kmu",
            "davon kmu",
            "anzahl kmu",
            "pme",
            "dont pme",
            "nombre de pme",
            "msp",
            "pymes",
            "pmi",
            "mkb",
        ],
    ),
    field(
        "members.large",
        Shape::Whole,
        &[
            "large companies",
            "large enterprises",
            "of which large companies",
            "grossunternehmen",
            "davon grossunternehmen",
            "grandes entreprises",
            "dont grandes entreprises",
        ],
    ),
    field(
        "members.research",
        Shape::Whole,
        &[
            "research organisations",
            "research organizations",
            "forschungseinrichtungen",
            "davon forschungseinrichtungen",
            "organismes de recherche",
            "dont organismes de recherche",
        ],
    ),
    field("members.other", Shape::Whole, &[]),
    field(
        "founded",
        Shape::Whole,
        &[
            "year of foundation",
            "foundation year",
            "founded in",
            "established",
            "year founded",
            "founding year",
            "foundation",
            "year established",
            "year of establishment",
            "established in",
            "date founded",
            "grundungsjahr",
            "gegrundet",
            "grundung",
            "annee de creation",
            "annee de fondation",
            "date de creation",
            "creation",
            "rok zalozenia",
            "data zalozenia",
            "ano de fundacion",
            "ano de creacion",
            "anno di fondazione",
            "anno di costituzione",
            "oprichtingsjaar",
            "opgericht",
            "etos idrysis",
        ],
    ),
    field("staff_fte", Shape::Number, &["staff", "fte"]),
    field("label.level", Shape::Text, &["label", "excellence label"]),
    field("label.until", Shape::Day, &["label valid until"]),
    field(
        "website",
        Shape::Web,
        &[
            "web site",
            "web",
            "url",
            "homepage",
            "site web",
            "site internet",
            "webseite",
            "sito web",
            "internet",
            "www",
            "web page",
            "webpage",
            "web address",
            "website url",
            "internetseite",
            "internetadresse",
            "webadresse",
            "adresse web",
            "page web",
            "strona internetowa",
            "strona www",
            "strona",
            "pagina web",
            "sitio web",
            "sito internet",
            "sito",
            "websiteadres",
            "istoselida",
            "istotopos",
            "weboldal",
        ],
    ),
    field(
        "email",
        Shape::Email,
        &[
            "e mail",
            "mail",
            "email address",
            "e mail address",
            "contact email",
            "courriel",
            "mail address",
            "contact e mail",
            "e mail adresse",
            "email adresse",
            "mailadresse",
            "kontakt e mail",
            "adresse e mail",
            "adresse email",
            "adresse mail",
            "adresse electronique",
            "poczta elektroniczna",
            "adres e mail",
            "adres email",
            "correo",
            "correo electronico",
            "posta elettronica",
            "indirizzo email",
            "indirizzo e mail",
            "e mailadres",
            "emailadres",
            "ilektroniko tachydromeio",
            "sahkoposti",
            "e posta",
        ],
    ),
    field(
        "updated",
        Shape::Day,
        &[
            "last updated",
            "last update",
            "last modified",
            "last changed",
            "last change",
            "modified",
            "letzte anderung",
            "letzte aktualisierung",
            "zuletzt geandert",
            "zuletzt aktualisiert",
            "geandert am",
            "aktualisiert am",
            "derniere mise a jour",
            "mise a jour",
            "derniere modification",
            "ostatnia aktualizacja",
            "ultima actualizacion",
            "ultimo aggiornamento",
            "laatst bijgewerkt",
            "laatste wijziging",
        ],
    ),
    field("source", Shape::Text, &[]),
    SUMMARY,
];

/// The fields of a call, but for summaries in other languages.
const CALL: &[Field] = &[
    field("id", Shape::Text, &["identifier", "slug"]),
    field(
        "title",
        Shape::Text,
        &[
            "name",
            "call",
            "call title",
            "call name",
            "call for proposals",
            "titel",
            "titre",
            "ausschreibung",
            "aufruf",
            "name der ausschreibung",
            "appel",
            "appel a projets",
            "intitule",
            "tytul",
            "nazwa",
            "titulo",
            "titolo",
            "convocatoria",
            "bando",
        ],
    ),
    field("issuer", Shape::Text, &["programme", "issued by"]),
    field("topic_id", Shape::Text, &["topic", "topic identifier"]),
    field("action_type", Shape::Text, &["type of action"]),
    field("audience", Shape::List, &["audiences", "who may apply", "target group"]),
    field("purpose", Shape::List, &["purposes"]),
    field("ecosystems", Shape::List, &["ecosystem", "industrial ecosystem", "industrial ecosystems"]),
    field("eligible_countries", Shape::List, &["countries", "country"]),
    field("eligible_groups", Shape::List, &["country groups"]),
    field("eligible_regions", Shape::Lines, &["regions"]),
    field("opens", Shape::Day, &["opening date", "opening"]),
    field(
        "cutoffs",
        Shape::Lines,
        &[
            "cut offs",
            "cut off",
            "deadline",
            "deadlines",
            "closing date",
            "submission deadline",
            "application deadline",
            "frist",
            "einreichfrist",
            "bewerbungsfrist",
            "abgabefrist",
            "date limite",
            "cloture",
            "termin",
            "fecha limite",
            "scadenza",
        ],
    ),
    field("deadline_words", Shape::Text, &[]),
    field("url_is_list", Shape::Flag, &[]),
    field("deadline_known", Shape::Flag, &[]),
    field("timezone", Shape::Text, &["time zone"]),
    field("published", Shape::Day, &["publication date"]),
    field("status", Shape::Text, &[]),
    field("budget.eur", Shape::Whole, &["budget in euro"]),
    field("budget.note", Shape::Text, &[]),
    field("budget", Shape::Text, &["total budget"]),
    field("max_grant_eur", Shape::Whole, &["max grant", "maximum grant"]),
    field("url", Shape::Web, &["web site", "website", "web", "link", "official page"]),
    field("sources", Shape::Lines, &["source"]),
    SUMMARY,
];

const SOURCES: Field = field("sources", Shape::Lines, &["source"]);
const EXPERTISE: Field = field("expertise", Shape::List, &["topics", "technologies", "topics of expertise"]);
const ECOSYSTEMS: Field =
    field("ecosystems", Shape::List, &["ecosystem", "industrial ecosystem", "industrial ecosystems"]);
const NOTE: Field = field("note", Shape::Text, &["notes", "remark", "remarks", "comment"]);
const LINK: Field =
    field("url", Shape::Web, &["web site", "website", "web", "link", "homepage", "official page"]);
const TITLE: Field = field("title", Shape::Text, &["name", "heading"]);
const ID: Field = field("id", Shape::Text, &["identifier", "slug"]);

/// The fields of every record whose members are stated as a table that stand in no cell of their own name.
const PLAIN: &[Field] = &[ID, SUMMARY];

/// The fields of a training; a row has one session.
const TRAINING: &[Field] = &[
    ID,
    field(
        "title",
        Shape::Text,
        &[
            "name",
            "heading",
            "training",
            "training title",
            "course",
            "course title",
            "titel",
            "titre",
            "intitule",
            "schulung",
            "kurs",
            "formation",
        ],
    ),
    field("kind", Shape::Choice, &["type"]),
    field("format", Shape::Choice, &[]),
    field("session.date", Shape::Text, &["date", "start date", "day"]),
    field("session.start", Shape::Text, &["start", "start time", "from"]),
    field("session.end", Shape::Text, &["end", "end time", "to"]),
    field("session.place", Shape::Text, &["place", "venue", "location"]),
    field("application_deadline", Shape::Text, &["deadline", "apply until", "registration deadline"]),
    field("capacity", Shape::Text, &["places", "seats"]),
    field("language", Shape::List, &["languages"]),
    field("host", Shape::Text, &["organiser", "organizer", "hosted by"]),
    field("audience", Shape::List, &["audiences", "target group"]),
    field("topics", Shape::List, &["topic", "subjects"]),
    field("registration", Shape::Text, &["registration link", "sign up"]),
    LINK,
    NOTE,
    SOURCES,
    SUMMARY,
];

/// The fields of an event.
const EVENT: &[Field] = &[
    ID,
    field(
        "title",
        Shape::Text,
        &[
            "name",
            "heading",
            "event",
            "event name",
            "event title",
            "name of event",
            "name of the event",
            "titel",
            "veranstaltung",
            "name der veranstaltung",
            "titre",
            "intitule",
            "evenement",
            "nom de l evenement",
            "wydarzenie",
            "nazwa wydarzenia",
            "evento",
            "nombre del evento",
            "nome evento",
            "nome dell evento",
        ],
    ),
    field("kind", Shape::Choice, &["type"]),
    field("format", Shape::Choice, &[]),
    field(
        "start",
        Shape::Day,
        &[
            "date",
            "start date",
            "begins",
            "from",
            "start day",
            "starts",
            "beginn",
            "datum",
            "von",
            "startdatum",
            "debut",
            "date de debut",
            "du",
            "data rozpoczecia",
            "fecha",
            "fecha de inicio",
            "data",
            "data inizio",
            "begindatum",
        ],
    ),
    field(
        "end",
        Shape::Day,
        &[
            "end date",
            "ends",
            "to",
            "end day",
            "ende",
            "bis",
            "enddatum",
            "fin",
            "date de fin",
            "au",
            "data zakonczenia",
            "fecha de fin",
            "data fine",
            "einddatum",
        ],
    ),
    field("start_time", Shape::Text, &[]),
    field("end_time", Shape::Text, &[]),
    field("hosts", Shape::List, &["host", "organiser", "organizer", "organised by"]),
    field(
        "venue",
        Shape::Text,
        &[
            "place",
            "location",
            "veranstaltungsort",
            "tagungsort",
            "lieu",
            "miejsce",
            "lugar",
            "luogo",
            "locatie",
        ],
    ),
    field(
        "city",
        Shape::Text,
        &["town", "ville", "stadt", "ort", "ciudad", "citta", "miasto", "stad", "plaats"],
    ),
    field(
        "country",
        Shape::Country,
        &["country code", "pays", "land", "country name", "staat", "pais", "paese", "kraj"],
    ),
    field("countries", Shape::List, &[]),
    ECOSYSTEMS,
    field("themes", Shape::List, &["theme", "topics"]),
    field("audience", Shape::List, &["audiences", "target group"]),
    field("registration", Shape::Web, &["registration link", "sign up"]),
    field("registration_deadline", Shape::Day, &["register by"]),
    LINK,
    NOTE,
    SOURCES,
    SUMMARY,
];

/// The fields of a partner request.
const PARTNER_REQUEST: &[Field] = &[
    ID,
    TITLE,
    field("kind", Shape::Choice, &["type"]),
    field("requester", Shape::Text, &["organisation", "organization", "contact organisation"]),
    field("country", Shape::Country, &["country code", "pays", "land"]),
    field("looking_for", Shape::Text, &["seeks", "partner sought"]),
    field("offers", Shape::Text, &["offer"]),
    ECOSYSTEMS,
    EXPERTISE,
    field("partner_countries", Shape::List, &["countries"]),
    field("call", Shape::Text, &["topic", "call topic"]),
    field("deadline", Shape::Day, &["until", "closes"]),
    field("published", Shape::Day, &["publication date", "date"]),
    field("email", Shape::Email, &["e mail", "mail"]),
    LINK,
    NOTE,
    SOURCES,
];

/// The fields of a region.
const REGION: &[Field] = &[
    field("code", Shape::Text, &["nuts", "nuts id", "nuts code", "id"]),
    field("level", Shape::Whole, &["levl code", "nuts level"]),
    field("country", Shape::Country, &["country code", "cntr code"]),
    field("name", Shape::Text, &["nuts name", "region", "name latn"]),
    field("latin", Shape::Text, &["english name", "name english"]),
    field("kind", Shape::Text, &["type"]),
];

/// The fields of what a source says of an organisation. A date may be a month or a year, so that it is read as it is.
const ORGANISATION_FACT: &[Field] = &[
    field("organisation", Shape::Text, &["org id", "organisation id", "organization"]),
    field("field", Shape::Choice, &[]),
    field("value", Shape::Text, &[]),
    field("role", Shape::Choice, &[]),
    field("network", Shape::Text, &[]),
    field("policy", Shape::Text, &[]),
    field("as_of", Shape::Text, &["as of"]),
    field("until", Shape::Text, &["valid until"]),
    field("historic", Shape::Flag, &[]),
    field("inferred", Shape::Flag, &[]),
    field("confidence", Shape::Choice, &["match confidence"]),
    field("named_as", Shape::Text, &["named as"]),
    NOTE,
    field("source", Shape::Text, &[]),
];
