//! The JSON Schemas (draft 2020-12) of the published files. They are made on the host from the types that write the
//! files, and never sent to a browser.

use schemars::{JsonSchema, generate::SchemaSettings};

use crate::collection::{Collection, CollectionRecord, Visit};

use super::provenance::ProvenanceFile;
use super::wire::{
    CallsFile, EventsFile, FactsFile, OrganisationFactsFile, OrganisationsFile, PartnerRequestsFile,
    TrainingsFile, VocabulariesFile, WireManifest,
};

/// Every schema: the name of its file and its text.
pub fn schemas() -> Vec<(String, String)> {
    struct OfRecords;
    impl Visit for OfRecords {
        type Output = String;
        fn visit<R: CollectionRecord>(self) -> Self::Output {
            R::schema()
        }
    }
    let others = [
        ("atlas", schema::<WireManifest<'_>>()),
        ("config", schema::<ConfigFile<'_>>()),
        ("vocabularies", schema::<VocabulariesFile<'_>>()),
        ("facts", schema::<FactsFile<'_>>()),
        ("organisation_facts", schema::<OrganisationFactsFile<'_>>()),
        ("provenance", schema::<ProvenanceFile<'_>>()),
    ];
    let of_records = Collection::ALL.iter().map(|one| (one.about().name, one.visit(OfRecords)));
    others.into_iter().chain(of_records).map(|(name, text)| ([name, ".schema.json"].concat(), text)).collect()
}

/// The schema of a file of calls.
pub(crate) fn calls_schema() -> String {
    schema::<CallsFile<'_>>()
}

/// The schema of a file of events.
pub(crate) fn events_schema() -> String {
    schema::<EventsFile<'_>>()
}

/// The schema of a file of organisations.
pub(crate) fn organisations_schema() -> String {
    schema::<OrganisationsFile<'_>>()
}

/// The schema of a file of partner requests.
pub(crate) fn partner_requests_schema() -> String {
    schema::<PartnerRequestsFile<'_>>()
}

/// The schema of a file of trainings.
pub(crate) fn trainings_schema() -> String {
    schema::<TrainingsFile<'_>>()
}

/// The schema of a type as a text.
pub(super) fn schema<T: JsonSchema>() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    super::export::pretty(&schema)
}

/// The deployment's settings: `config.json`. Nothing in the app writes this file, so its description stands here;
/// `config.rs` reads it. Every setting may be left out.
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: settings of a deployment", deny_unknown_fields)]
#[expect(dead_code, reason = "the type describes a file that only people write")]
struct ConfigFile<'a> {
    /// The address of this schema, for editors that check while typing.
    #[schemars(rename = "$schema")]
    schema: Option<&'a str>,
    /// The name of this deployment among others at the same origin: ASCII letters, digits, "-", "_" and "."; the folder
    /// it is in where left out. What visitors have on their devices is kept under it: set it to move a deployment.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$"))]
    id: Option<&'a str>,
    /// What entries of feeds and calendars are known by: the `id`, else `address`, where left out. A build writes it where
    /// neither is set. Nothing on a visitor's device is kept under it.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$"))]
    deployment: Option<&'a str>,
    /// The name in the header and the window's title; "Cluster Atlas" where left out.
    #[schemars(length(max = 300))]
    title: Option<&'a str>,
    /// Who runs this deployment.
    #[schemars(length(max = 300))]
    organiser: Option<&'a str>,
    /// The language for visitors whose own the app does not speak; English where left out.
    #[schemars(regex(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))]
    language: Option<&'a str>,
    /// The manifest's address, relative to the page; "data/atlas.json" where left out.
    dataset: Option<&'a str>,
    /// Map tiles from a server. Without them the map draws its own land and borders and asks nobody.
    tiles: Option<ConfigTiles<'a>>,
    /// Where sign-ups for trainings go.
    sign_up: Option<ConfigDelivery<'a>>,
    /// Where partner requests go.
    partner_requests: Option<ConfigDelivery<'a>>,
    /// Where proposals about organisations go.
    profiles: Option<ConfigDelivery<'a>>,
    /// Origins of pages that may embed the app and hear from it; any page where empty.
    #[schemars(default, inner(regex(pattern = "^https?://[^/?#\\s]+/?$")))]
    embed_origins: Vec<&'a str>,
    /// Where the app is deployed: then feeds and calendars have absolute addresses, and pasted links can become embeds
    /// elsewhere (oEmbed).
    #[schemars(regex(pattern = "^https?://[^?#\\s]+$"))]
    address: Option<&'a str>,
    /// A touch screen in a hall.
    kiosk: Option<ConfigKiosk<'a>>,
    /// An open call is marked as closing soon when its next cut-off is at most so many days away; 14 where left out.
    #[schemars(range(min = 0, max = 366))]
    closing_soon_days: Option<u32>,
    /// Whom to ask: a role address, or a page.
    contact: Option<&'a str>,
    /// The address of the privacy notice, relative to the page or elsewhere.
    privacy_notice: Option<&'a str>,
}

/// A server of map tiles.
#[derive(JsonSchema)]
#[schemars(rename = "TileLayer", deny_unknown_fields)]
#[expect(dead_code, reason = "the type describes a file that only people write")]
struct ConfigTiles<'a> {
    /// The address with {z}, {x} and {y} in it.
    #[schemars(regex(pattern = "^https?://"))]
    url: &'a str,
    /// The line that the server's terms ask for, in plain text.
    attribution: Option<&'a str>,
}

/// How what a visitor filled in reaches the organiser.
#[derive(JsonSchema)]
#[schemars(rename = "Delivery", deny_unknown_fields)]
#[expect(dead_code, reason = "the type describes a file that only people write")]
struct ConfigDelivery<'a> {
    /// The visitor saves a file, the visitor's own mail program sends it, or the app posts it.
    #[schemars(extend("enum" = ["file", "mail", "endpoint"]))]
    delivery: &'a str,
    /// The mail address, for "mail".
    #[schemars(extend("format" = "email"))]
    to: Option<&'a str>,
    /// The address, for "endpoint".
    #[schemars(regex(pattern = "^https?://"))]
    url: Option<&'a str>,
    /// What counts as a receipt of an "endpoint": JSON that gives back the key ("key", where left out), or any
    /// status from 200 to 299 ("status"), which cannot be told from the page of a captive portal or a proxy.
    #[schemars(extend("enum" = ["key", "status"]))]
    receipt: Option<&'a str>,
}

/// Settings of the kiosk mode, for every screen; what a single screen has otherwise is in `presets`.
#[derive(JsonSchema)]
#[schemars(rename = "Kiosk", deny_unknown_fields)]
#[expect(dead_code, reason = "the type describes a file that only people write")]
struct ConfigKiosk<'a> {
    #[schemars(flatten)]
    usual: ConfigScreen<'a>,
    /// Screens with settings of their own: `?mode=kiosk&kiosk=ID` is one.
    #[schemars(default)]
    presets: Vec<ConfigPreset<'a>>,
    /// The public key that sign-ups are encrypted for, as `cargo xtask kiosk-key` writes it. Without it, forms are
    /// finished on the visitor's own phone.
    public_key: Option<ConfigKey<'a>>,
}

/// What a screen shows.
#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "the type describes a file that only people write")]
struct ConfigScreen<'a> {
    /// Seconds without a touch after which the screen asks whether anybody is there; 90 where left out.
    #[schemars(range(min = 60, max = 3600))]
    idle_seconds: Option<u32>,
    /// The view that a visitor begins with, with its filters: the part of a link after `#/`; "explore" where left out.
    start: Option<&'a str>,
    /// Views shown in turn while nobody is there: the part of a link after `#/`. Chosen from the data where empty.
    #[schemars(default)]
    slides: Vec<&'a str>,
    /// The languages that can be chosen, the first one to begin with; all where empty.
    #[schemars(default)]
    languages: Vec<&'a str>,
    /// The collections that can be visited, by the first word of their addresses ("calls"); all where empty.
    #[schemars(default)]
    parts: Vec<&'a str>,
}

/// A screen with settings of its own; what it does not say is as for every screen.
#[derive(JsonSchema)]
#[schemars(rename = "KioskPreset", deny_unknown_fields)]
#[expect(dead_code, reason = "the type describes a file that only people write")]
struct ConfigPreset<'a> {
    /// Its name in the address.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$"))]
    id: &'a str,
    #[schemars(flatten)]
    screen: ConfigScreen<'a>,
}

/// A public key of the curve P-256 as a JSON Web Key (RFC 7517).
#[derive(JsonSchema)]
#[schemars(rename = "PublicKey")]
#[expect(dead_code, reason = "the type describes a file that only people write")]
struct ConfigKey<'a> {
    /// "EC".
    #[schemars(extend("enum" = ["EC"]))]
    kty: &'a str,
    /// "P-256".
    #[schemars(extend("enum" = ["P-256"]))]
    crv: &'a str,
    /// A coordinate, 32 bytes in base64url.
    #[schemars(regex(pattern = "^[A-Za-z0-9_-]{43}$"))]
    x: &'a str,
    /// The other one.
    #[schemars(regex(pattern = "^[A-Za-z0-9_-]{43}$"))]
    y: &'a str,
    /// The name that envelopes tell it by.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$"))]
    kid: &'a str,
}
