//! Settings of the kiosk mode: the part `kiosk` of `config.json`.

use crate::domain::{LanguageTag, TermId};

use super::fields::{ADDRESS, NAME, Object, clean_line};
use super::json::Json;
use super::manifest::start_view;
use super::report::{FindingKind as Kind, Reading};

/// Seconds without a touch after which a screen asks whether anybody is there, and the least that it may be: whoever
/// reads a page does not touch it (WCAG 2.2.1).
pub const IDLE_SECONDS: u32 = 90;
const LEAST_IDLE_SECONDS: u32 = 60;
/// The length of a coordinate of P-256, 32 bytes, in base64url.
const COORDINATE: usize = 43;

/// Settings of the kiosk mode: those of every screen, and what single screens have otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kiosk {
    /// The screen that no preset is named for.
    pub usual: Preset,
    /// Screens by the name in their address, `kiosk=NAME`; what one does not say is as in `usual`.
    pub presets: Vec<(TermId, Preset)>,
    /// The key that sign-ups are encrypted for; without it no form can be filled in at the screen itself.
    pub public_key: Option<PublicKey>,
}

impl Kiosk {
    /// The settings of the screen with that name in its address; the usual ones where there is none of that name.
    pub fn preset(&self, name: Option<&str>) -> &Preset {
        let named = self.presets.iter().find(|(id, _)| Some(id.as_str()) == name);
        named.map_or(&self.usual, |(_, preset)| preset)
    }
}

/// What one screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// Seconds without a touch after which the screen asks whether anybody is there, at least 60.
    pub idle_seconds: u32,
    /// The view that a visitor begins with, with its filters: the part of a link after `#/`.
    pub start: String,
    /// Views shown in turn while nobody is there, as parts of links after `#/`; chosen from the data where empty.
    pub slides: Vec<String>,
    /// The languages that can be chosen, the first one to begin with; all where empty.
    pub languages: Vec<LanguageTag>,
    /// The collections that can be visited, by the first word of their addresses; all where empty.
    pub parts: Vec<String>,
}

impl Preset {
    /// Whether visitors may see a collection, by the first word of its addresses.
    pub fn has_part(&self, path: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|part| part == path)
    }
}

impl Default for Preset {
    fn default() -> Self {
        Self {
            idle_seconds: IDLE_SECONDS,
            start: "explore".to_owned(),
            slides: Vec::new(),
            languages: Vec::new(),
            parts: Vec::new(),
        }
    }
}

/// A public key of the curve P-256 as a JSON Web Key (RFC 7517), with the name that envelopes tell it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// Its name, `kid`: the organiser's keys change, and each envelope says which one opens it.
    pub id: TermId,
    /// Its coordinates in base64url.
    pub x: String,
    /// The other one.
    pub y: String,
}

impl PublicKey {
    /// As a JSON Web Key.
    pub fn to_jwk(&self) -> String {
        let Self { id, x, y } = self;
        // None of the three has a character that would have to be escaped.
        format!(r#"{{"kty":"EC","crv":"P-256","x":"{x}","y":"{y}","kid":"{}","alg":"ECDH-ES"}}"#, id.as_str())
    }
}

pub(super) fn read_kiosk(object: &mut Object<'_>, reading: &mut Reading) -> Kiosk {
    let Some(mut object) = object.object("kiosk", "kiosk", reading) else { return Kiosk::default() };
    let usual = read_preset(&mut object, "kiosk", &Preset::default(), reading);
    let mut presets: Vec<(TermId, Preset)> = Vec::new();
    for value in object.list("presets", "kiosk.presets", reading) {
        let Json::Object(entries) = value else {
            reading.wrong_type("kiosk.presets", &value);
            continue;
        };
        let mut object = Object::from(entries);
        let id = object.parsed::<TermId>("id", "kiosk.presets.id", Kind::BadCode, reading);
        let preset = read_preset(&mut object, "kiosk.presets", &usual, reading);
        object.rest("kiosk.presets.", reading);
        match id {
            Some(id) if presets.iter().any(|(known, _)| *known == id) => {
                reading.dropped("kiosk.presets", Kind::DuplicateId, id.as_str());
            }
            Some(id) => presets.push((id, preset)),
            None => reading.dropped("kiosk.presets", Kind::MissingId, ""),
        }
    }
    let public_key = read_key(&mut object, reading);
    object.rest("kiosk.", reading);
    Kiosk { usual, presets, public_key }
}

fn read_preset(object: &mut Object<'_>, path: &str, usual: &Preset, reading: &mut Reading) -> Preset {
    let at = |name: &str| [path, ".", name].concat();
    let list = |object: &mut Object<'_>, name: &str, usual: &[String], reading: &mut Reading| {
        if object.has(name) { lines(object, name, &at(name), reading) } else { usual.to_vec() }
    };
    Preset {
        idle_seconds: object
            .whole("idle_seconds", &at("idle_seconds"), LEAST_IDLE_SECONDS..=3600, reading)
            .unwrap_or(usual.idle_seconds),
        start: object
            .line("start", &at("start"), ADDRESS, reading)
            .map_or_else(|| usual.start.clone(), |start| start_view(&start).to_owned()),
        slides: list(object, "slides", &usual.slides, reading)
            .iter()
            .map(|slide| start_view(slide).to_owned())
            .collect(),
        languages: if object.has("languages") {
            object.codes("languages", Kind::BadCode, &|_| true, reading)
        } else {
            usual.languages.clone()
        },
        parts: list(object, "parts", &usual.parts, reading),
    }
}

fn read_key(object: &mut Object<'_>, reading: &mut Reading) -> Option<PublicKey> {
    const PATH: &str = "kiosk.public_key";
    let mut object = object.object("public_key", PATH, reading)?;
    let id = object.parsed::<TermId>("kid", "kiosk.public_key.kid", Kind::BadCode, reading);
    let mut line = |name| object.line(name, PATH, NAME, reading);
    let (kind, curve, x, y) = (line("kty"), line("crv"), line("x"), line("y"));
    // What it is for is known: it is said in many keys.
    for usual in ["alg", "use", "key_ops"] {
        object.take(usual);
    }
    // A private key in a public file would be the end of it.
    let is_private = object.has("d");
    object.rest("kiosk.public_key.", reading);
    let is_coordinate = |text: &String| {
        text.len() == COORDINATE
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    let key = (kind.as_deref() == Some("EC") && curve.as_deref() == Some("P-256") && !is_private)
        .then(|| Some(PublicKey { id: id?, x: x.filter(is_coordinate)?, y: y.filter(is_coordinate)? }))
        .flatten();
    if key.is_none() {
        reading.dropped(PATH, Kind::BadCode, if is_private { "d" } else { "" });
    }
    key
}

fn lines(object: &mut Object<'_>, key: &str, path: &str, reading: &mut Reading) -> Vec<String> {
    let mut lines = Vec::new();
    for value in object.list(key, path, reading) {
        match value {
            Json::Text(text) => lines.extend(clean_line(text, path, ADDRESS, reading)),
            other => reading.wrong_type(path, &other),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::dataset::{Config, Fetched, Report, read_config};

    fn read(kiosk: &str) -> (Config, Report) {
        let text = format!(r#"{{"kiosk": {kiosk}}}"#);
        read_config(&Fetched::opened("config.json", text.as_bytes())).expect("the file can be read")
    }

    #[test]
    fn a_screen_has_what_it_says_and_else_what_all_have() {
        let (config, report) = read(
            r##"{"idle_seconds": 120, "start": "#/explore?country=AT", "languages": ["de", "en"],
                "presets": [{"id": "hall-2", "start": "calls?status=open", "parts": ["calls"]}]}"##,
        );
        assert_eq!(report.findings.len(), 0, "{report:?}");
        let hall = config.kiosk.preset(Some("hall-2"));
        assert_eq!((hall.idle_seconds, hall.start.as_str()), (120, "calls?status=open"));
        assert_eq!((hall.languages.len(), hall.parts.as_slice()), (2, &["calls".to_owned()][..]));
        for other in [None, Some("nowhere")] {
            assert_eq!(config.kiosk.preset(other).start, "explore?country=AT");
        }
    }

    #[test]
    fn nobody_is_hurried() {
        let (config, report) = read(r#"{"idle_seconds": 10}"#);
        assert_eq!(config.kiosk.usual.idle_seconds, 90);
        assert_eq!(report.findings.len(), 1);
    }

    #[test]
    fn a_key_is_public_and_whole_or_none() {
        let x = "A".repeat(43);
        let key =
            |more: &str| format!(r#"{{"public_key": {{"kty": "EC", "crv": "P-256", "x": "{x}"{more}}}}}"#);
        let (config, report) = read(&key(&format!(r#", "y": "{x}", "kid": "2026-11""#)));
        assert_eq!(report.findings.len(), 0, "{report:?}");
        let jwk = config.kiosk.public_key.expect("a key").to_jwk();
        let jwk: serde_json::Value = serde_json::from_str(&jwk).expect("JSON");
        assert_eq!((&jwk["kid"], &jwk["crv"]), (&"2026-11".into(), &"P-256".into()));
        for bad in [
            String::new(),
            format!(r#", "y": "{x}""#),
            r#", "y": "short", "kid": "k""#.to_owned(),
            format!(r#", "y": "{x}", "kid": "k", "d": "{x}""#),
        ] {
            let (config, report) = read(&key(&bad));
            assert_eq!(config.kiosk.public_key, None, "{bad}");
            assert!(!report.findings.is_empty(), "{bad}");
        }
    }
}
