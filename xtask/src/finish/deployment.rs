//! What entries of feeds and calendars are known by, written into a build whose settings do not say it.
//!
//! It is made of what the deployer has said, not by chance: a build from a fresh clone has to give the same, or whoever
//! follows the site gets every entry twice. It stands in a setting of its own and not in `id`, under which visitors have
//! what they keep: a build that gave out an `id` would part them from it.

use cluster_atlas::dataset::{Config, Fetched, read_config};
use cluster_atlas::domain::TermId;
use std::fs;
use std::path::Path;

use super::edition::hash;

/// Names the deployed folder that a build is added to.
pub const INTO: &str = "CLUSTER_ATLAS_INTO";

/// Writes it into the settings of a build where it is missing. `into` is the deployed folder that the build is added to:
/// what stands there stays, whatever the settings have become.
pub fn write(staging: &Path, into: Option<&Path>) -> anyhow::Result<()> {
    let file = staging.join("config.json");
    // Without settings, or with such that cannot be read, there is nobody to name; others say so.
    let Ok(text) = fs::read_to_string(&file) else { return Ok(()) };
    let Some(config) = read(&text) else { return Ok(()) };
    let before = into.and_then(|folder| read(&fs::read_to_string(folder.join("config.json")).ok()?));
    let Some(name) = missing(&config, before, into) else { return Ok(()) };
    Ok(fs::write(file, with(&name, &text))?)
}

fn read(text: &str) -> Option<Config> {
    read_config(&Fetched::opened("config.json", text.as_bytes())).ok().map(|(config, _)| config)
}

/// The name that the settings of a build lack: the one of the deployed folder; else, where neither an `id` nor an
/// `address` tells the deployment from others, one made of title, organiser and folder.
fn missing(config: &Config, before: Option<Config>, into: Option<&Path>) -> Option<TermId> {
    if config.deployment.is_some() {
        return None;
    }
    let before = before.and_then(|before| before.deployment.or(before.id.filter(|_| config.id.is_none())));
    if before.is_some() || config.id.is_some() || config.address.is_some() {
        return before;
    }
    let organiser = config.organiser.as_deref().unwrap_or_default();
    let folder = into.map(|folder| fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()));
    let folder = folder.map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default();
    let title = config.deployment();
    let made = hash([config.title.as_str(), organiser, &folder].join("\n").as_bytes(), 10);
    let title: String = title.chars().filter(|c| *c != '/').take(60).collect();
    let made = [title.trim_matches('.'), "-", &made].concat();
    let of = if into.is_some() { "title, organiser and folder" } else { "title and organiser" };
    eprintln!(
        "  config.json names neither an `id` nor an `address`, so entries of feeds and calendars are known by `{made}`, made \
         of {of}. Sites that are alike in these have the same name, and another title makes another one: set `deployment` \
         in config.json, and keep it."
    );
    made.parse().ok()
}

/// Settings with it as their first member; all else stays as it is written.
fn with(name: &TermId, text: &str) -> String {
    let Some((before, rest)) = text.split_once('{') else { return text.to_owned() };
    let comma = if rest.trim_start().starts_with('}') { "" } else { "," };
    [before, "{\n  \"deployment\": \"", name.as_str(), "\"", comma, rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(settings: &str, before: Option<&str>, into: Option<&str>) -> Option<String> {
        let config = read(settings).expect("settings");
        let name = missing(&config, before.and_then(read), into.map(Path::new));
        name.map(|name| name.to_string())
    }

    #[test]
    fn it_differs_between_sites_and_is_the_same_in_every_build() {
        let optics =
            made(r#"{"title":"Optics: Île-de-France","organiser":"A"}"#, None, None).expect("a name");
        assert!(optics.starts_with("optics-le-de-france-"), "{optics}");
        assert_eq!(
            made(r#"{"organiser":"A","title":"Optics: Île-de-France"}"#, None, None),
            Some(optics.clone())
        );
        let others = [
            made(r#"{"title":"Optics: Île-de-France","organiser":"B"}"#, None, None),
            made(r#"{"title":"Optics: Ile-de-France","organiser":"A"}"#, None, None),
            made(r#"{"title":"Optics: Île-de-France","organiser":"A"}"#, None, Some("/nowhere/one")),
            made(r#"{"title":"Optics: Île-de-France","organiser":"A"}"#, None, Some("/nowhere/two")),
            made("{}", None, None),
        ];
        let mut all: Vec<String> = others.into_iter().flatten().chain([optics]).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 6, "{all:?}");
        let long = ["{\"title\":\"", &"ä/a".repeat(400), "\"}"].concat();
        assert!(made(&long, None, None).is_some(), "however long the title is");
    }

    #[test]
    fn what_a_deployer_says_is_left_alone_and_what_a_folder_has_stays() {
        let none: Option<String> = None;
        assert_eq!(made(r#"{"id":"fair"}"#, None, None), none);
        assert_eq!(made(r#"{"address":"https://a.example/"}"#, None, None), none);
        assert_eq!(made(r#"{"deployment":"mine"}"#, Some(r#"{"deployment":"theirs"}"#), Some("/x")), none);
        let stays = |settings, before| made(settings, Some(before), Some("/x"));
        let kept = Some("theirs".to_owned());
        assert_eq!(stays(r#"{"title":"Another"}"#, r#"{"deployment":"theirs"}"#), kept);
        assert_eq!(stays(r#"{"address":"https://a.example/"}"#, r#"{"deployment":"theirs"}"#), kept);
        assert_eq!(stays(r#"{"id":"new"}"#, r#"{"deployment":"theirs","id":"old"}"#), kept);
        assert_eq!(stays("{}", r#"{"id":"theirs"}"#), kept, "what its entries were known by");
        assert_eq!(stays(r#"{"id":"new"}"#, r#"{"id":"old"}"#), none);
    }

    #[test]
    fn it_is_written_once_and_nothing_else_is_changed() {
        let folder = std::env::temp_dir().join(format!("cluster-atlas-deployment-{}", std::process::id()));
        let file = folder.join("config.json");
        fs::create_dir_all(&folder).unwrap();
        for text in ["{}", "{ \"title\": \"A { in it\" }\n", "\n{\"kiosk\":{}}"] {
            fs::write(&file, text).unwrap();
            write(&folder, None).unwrap();
            let once = fs::read_to_string(&file).unwrap();
            let config = read(&once).expect("settings");
            assert_eq!(config.deployment(), config.deployment.as_ref().expect("it has one").as_str());
            assert_eq!(config.id, None, "what visitors keep is found where it was");
            let mut document: serde_json::Value = serde_json::from_str(&once).unwrap();
            document.as_object_mut().unwrap().remove("deployment");
            assert_eq!(document, serde_json::from_str::<serde_json::Value>(text).unwrap());
            write(&folder, None).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), once);
        }
        for text in ["[]", "no settings", ""] {
            fs::write(&file, text).unwrap();
            write(&folder, None).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
