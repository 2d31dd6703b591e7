//! The deployment's own settings, `config.json`. Every one may be left out.

use crate::domain::{CLOSING_SOON_DAYS, Email, LanguageTag, TermId, WebAddress};

use super::fields::{ADDRESS, LINE, NAME, Object, file_address, web_address};
use super::file::{DatasetError, Fetched, fault, text};
use super::json::{Json, stream};
use super::kiosk::{Kiosk, read_kiosk};
use super::report::{FindingKind as Kind, Reading, Report};

/// What a deployer has decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The name of this deployment among others at the same origin; by default the folder it is in. What visitors
    /// have on their devices is kept under it, so it stays when the deployment moves.
    pub id: Option<TermId>,
    /// What entries of feeds and calendars are known by, where that is not the `id`; a build writes it. Nothing on a
    /// visitor's device is kept under it, so that what a build writes can lose nobody anything.
    pub deployment: Option<TermId>,
    /// The name in the header and the window's title.
    pub title: String,
    /// Who runs this deployment.
    pub organiser: Option<String>,
    /// The language for visitors whose own the app does not speak.
    pub language: LanguageTag,
    /// The manifest's address, relative to the page.
    pub dataset: String,
    /// Map tiles from a server; without them the map draws its own land and borders and asks nobody.
    pub tiles: Option<TileLayer>,
    /// Where sign-ups for trainings go.
    pub sign_up: Delivery,
    /// Where partner requests go.
    pub partner_requests: Delivery,
    /// How proposals about organisations reach the organiser.
    pub profiles: Delivery,
    /// Origins of pages that may embed the app and hear from it; empty means any page.
    pub embed_origins: Vec<String>,
    /// Where the app is deployed: needed by what leaves the site and may name no relative address, which is feeds,
    /// calendars and pages that others paste.
    pub address: Option<WebAddress>,
    /// A touch screen in a hall.
    pub kiosk: Kiosk,
    /// An open call is marked as closing soon when its next cut-off is at most so many days away.
    pub closing_soon_days: u32,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// The privacy notice: an address relative to the page, or elsewhere.
    pub privacy_notice: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            id: None,
            deployment: None,
            title: "Cluster Atlas".to_owned(),
            organiser: None,
            language: "en".parse().expect("two letters are a language"),
            dataset: "data/atlas.json".to_owned(),
            tiles: None,
            sign_up: Delivery::File,
            partner_requests: Delivery::File,
            profiles: Delivery::File,
            embed_origins: Vec::new(),
            address: None,
            kiosk: Kiosk::default(),
            closing_soon_days: CLOSING_SOON_DAYS as u32,
            contact: None,
            privacy_notice: None,
        }
    }
}

impl Config {
    /// What entries of feeds and calendars are known by, so that those of two deployments are two: the
    /// `deployment`, else the `id`, else where it is deployed, else the title. ASCII letters, digits, `.`, `-`, `_` and `/`; never empty.
    ///
    /// ```
    /// use cluster_atlas::dataset::Config;
    /// let address = "https://clusters.example.org/map/".parse().ok();
    /// assert_eq!(Config { address, ..Config::default() }.deployment(), "clusters.example.org/map");
    /// assert_eq!(Config { title: "Optics: Île-de-France".into(), ..Config::default() }.deployment(), "optics-le-de-france");
    /// assert_eq!(Config::default().deployment(), "cluster-atlas");
    /// let made = Config { id: "hall".parse().ok(), deployment: "optics-1f".parse().ok(), ..Config::default() };
    /// assert_eq!(made.deployment(), "optics-1f");
    /// ```
    pub fn deployment(&self) -> String {
        if let Some(id) = self.deployment.as_ref().or(self.id.as_ref()) {
            return id.as_str().to_owned();
        }
        let place = self.address.as_ref().and_then(|address| address.as_str().split_once("://"));
        let of = place.map_or(self.title.as_str(), |(_, place)| place);
        let holds = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '/');
        let parts = of.split(|c| !holds(&c)).filter(|part| !part.is_empty());
        let name = parts.collect::<Vec<_>>().join("-").to_ascii_lowercase();
        let name = name.trim_matches('/');
        if name.is_empty() { "cluster-atlas".to_owned() } else { name.to_owned() }
    }

    /// The address of a page or file of this deployment: absolute where it is known where that is.
    ///
    /// ```
    /// use cluster_atlas::dataset::Config;
    /// let address = "https://clusters.example.org/map".parse().ok();
    /// assert_eq!(Config { address, ..Config::default() }.absolute("#/calls"), "https://clusters.example.org/map/#/calls");
    /// assert_eq!(Config::default().absolute("calls.atom"), "calls.atom");
    /// ```
    pub fn absolute(&self, file: &str) -> String {
        match &self.address {
            Some(address) => [address.as_str().trim_end_matches('/'), "/", file].concat(),
            None => file.to_owned(),
        }
    }

    /// Whether what a visitor submits reaches somebody by a delivery. A file has to be handed to whoever is named.
    pub fn reaches_somebody(&self, by: &Delivery) -> bool {
        *by != Delivery::File || self.organiser.is_some() || self.contact.is_some()
    }
}

/// A server of map tiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileLayer {
    /// The address with `{z}`, `{x}` and `{y}` in it.
    pub url: WebAddress,
    /// The line that the server's terms ask for. Plain text: it must be escaped before it is shown as HTML.
    pub attribution: String,
}

/// How what a visitor filled in reaches the organiser.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Delivery {
    /// The visitor saves it as a file.
    #[default]
    File,
    /// The visitor's own mail program sends it.
    Mail {
        /// To whom.
        to: Email,
    },
    /// The app posts it.
    Endpoint {
        /// To which address.
        url: WebAddress,
        /// What counts as a receipt there.
        receipt: ReceiptBy,
    },
}

/// What an answer needs so that it counts as one of the receiver, and not of some machine on the way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReceiptBy {
    /// JSON that gives back the key.
    #[default]
    Key,
    /// A status: for services that cannot give back a key. The page of a captive portal counts too then.
    Status,
}

impl ReceiptBy {
    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Status => "status",
        }
    }

    /// What a name in a file means.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Key, Self::Status].into_iter().find(|by| by.as_str() == name)
    }
}

/// Whom to ask: a mail address or a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// A role address.
    Mail(Email),
    /// A page.
    Page(WebAddress),
}

/// Reads the settings. What cannot be used is reported and stays as it is without the file.
pub fn read_config(fetched: &Fetched<'_>) -> Result<(Config, Report), DatasetError> {
    let file = fetched.file;
    let mut reading = Reading::new(file);
    let streamed = stream(text(fetched)?, "", &mut |_, _| {}).map_err(|error| fault(file, &error))?;
    let mut object = Object::from(streamed.header);
    let reading = &mut reading;
    let usual = Config::default();
    let dataset = object.raw("dataset", "dataset", reading);
    let privacy_notice = object.raw("privacy_notice", "privacy_notice", reading);
    let config = Config {
        id: object.parsed("id", "id", Kind::BadCode, reading),
        deployment: object.parsed("deployment", "deployment", Kind::BadCode, reading),
        title: object.line("title", "title", NAME, reading).unwrap_or(usual.title),
        organiser: object.line("organiser", "organiser", NAME, reading),
        language: object.parsed("language", "language", Kind::BadCode, reading).unwrap_or(usual.language),
        dataset: dataset.and_then(|raw| file_address(&raw, "dataset", reading)).unwrap_or(usual.dataset),
        tiles: read_tiles(&mut object, reading),
        sign_up: read_delivery(&mut object, "sign_up", reading),
        partner_requests: read_delivery(&mut object, "partner_requests", reading),
        profiles: read_delivery(&mut object, "profiles", reading),
        embed_origins: texts(&mut object, "embed_origins", reading)
            .into_iter()
            .filter_map(|raw| origin(&raw, reading))
            .collect(),
        address: object.web("address", "address", reading),
        kiosk: read_kiosk(&mut object, reading),
        closing_soon_days: object
            .whole("closing_soon_days", "closing_soon_days", 0..=366, reading)
            .unwrap_or(usual.closing_soon_days),
        contact: read_contact(&mut object, reading),
        privacy_notice: privacy_notice.and_then(|raw| file_address(&raw, "privacy_notice", reading)),
    };
    // The address of the schema, for editors that check while typing.
    object.take("$schema");
    object.rest("", reading);
    Ok((config, std::mem::replace(reading, Reading::new("")).finish()))
}

fn read_tiles(object: &mut Object<'_>, reading: &mut Reading) -> Option<TileLayer> {
    let mut object = object.object("tiles", "tiles", reading)?;
    let url = object.web("url", "tiles.url", reading);
    let attribution = object.line("attribution", "tiles.attribution", LINE, reading).unwrap_or_default();
    object.rest("tiles.", reading);
    let url = url?;
    if ["{z}", "{x}", "{y}"].iter().all(|part| url.as_str().contains(part)) {
        Some(TileLayer { url, attribution })
    } else {
        reading.dropped("tiles.url", Kind::BadAddress, url.as_str());
        None
    }
}

/// `{"delivery": "file"}`, `{"delivery": "mail", "to": …}` or `{"delivery": "endpoint", "url": …}`, perhaps with
/// `"receipt": "status"`.
fn read_delivery(object: &mut Object<'_>, key: &str, reading: &mut Reading) -> Delivery {
    let Some(mut object) = object.object(key, key, reading) else { return Delivery::File };
    let by = object.one_of("delivery", key, &["file", "mail", "endpoint"], |name| name, reading);
    let to = object.email("to", key, reading);
    let url = object.web("url", key, reading);
    let ways = [ReceiptBy::Key, ReceiptBy::Status];
    let receipt = object.one_of("receipt", key, &ways, ReceiptBy::as_str, reading).unwrap_or_default();
    object.rest(&format!("{key}."), reading);
    match (by, to, url) {
        (Some("mail"), Some(to), _) => Delivery::Mail { to },
        (Some("endpoint"), _, Some(url)) => Delivery::Endpoint { url, receipt },
        (Some("mail" | "endpoint"), ..) => {
            // Without an address it would go nowhere.
            reading.dropped(key, Kind::BadAddress, "");
            Delivery::File
        }
        _ => Delivery::File,
    }
}

fn read_contact(object: &mut Object<'_>, reading: &mut Reading) -> Option<Contact> {
    let raw = object.raw("contact", "contact", reading)?;
    if let Ok(mail) = raw.parse() {
        return Some(Contact::Mail(mail));
    }
    web_address(&raw, "contact", reading).map(Contact::Page)
}

fn texts(object: &mut Object<'_>, key: &str, reading: &mut Reading) -> Vec<String> {
    let mut texts = Vec::new();
    for value in object.list(key, key, reading) {
        match value {
            Json::Text(text) => texts.extend(super::fields::clean_line(text, key, ADDRESS, reading)),
            other => reading.wrong_type(key, &other),
        }
    }
    texts
}

/// An origin as a browser writes it: scheme, host and port, nothing after.
fn origin(raw: &str, reading: &mut Reading) -> Option<String> {
    let address = web_address(raw, "embed_origins", reading)?;
    let plain = address.as_str().trim_end_matches('/').to_ascii_lowercase();
    if plain.matches('/').count() == 2 && !plain.contains(['?', '#']) {
        Some(plain)
    } else {
        reading.dropped("embed_origins", Kind::BadAddress, raw);
        None
    }
}
