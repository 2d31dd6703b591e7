//! `share/`: for each view worth pasting (collections, countries, organisations) a page with a discovery link, and the
//! oEmbed answer (<https://oembed.com>, 2.3.4.4 "rich") as a file beside it. Both need to know where the app is deployed: they
//! are written where `address` in the settings says so.

use std::fs;
use std::path::Path;

use anyhow::Context;
use cluster_atlas::collection::Collection;
use cluster_atlas::embed::{Choice, FRAME_HEIGHT, Kind, share_page};
use cluster_atlas::route::Route;
use serde_json::json;

use crate::outline::Built;

/// How wide a frame is where a site asks, in pixels.
const WIDTH: u32 = 900;

/// Writes the pages and answers of a build; how many views have one.
pub fn write(staging: &Path, built: &Built) -> anyhow::Result<usize> {
    let Some(address) = &built.config.address else { return Ok(0) };
    let folder = format!("{}/", address.as_str().trim_end_matches('/'));
    let mut written = 0;
    for (title, route) in views(built) {
        let Some(page) = share_page(&route) else { continue };
        let file = staging.join(&page);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        let (html, answer) = texts(&folder, &page, &title, &route, &built.config.title);
        fs::write(file.with_extension("html"), html)
            .with_context(|| format!("{page}.html could not be written."))?;
        fs::write(file.with_extension("json"), answer)
            .with_context(|| format!("{page}.json could not be written."))?;
        written += 1;
    }
    Ok(written)
}

/// The views worth pasting, each with its title. English: one file serves all who paste.
fn views(built: &Built) -> Vec<(String, Route)> {
    let name = &built.config.title;
    let mut views: Vec<(String, Route)> = Vec::new();
    for (collection, view) in &built.outline.collections {
        let path = collection.about().path;
        views.push((format!("{name}: {path} ({})", view.count), Route::parse(&format!("#/{path}"))));
    }
    for (country, view) in &built.outline.countries {
        let route = Route::parse(&format!("#/explore?country={country}"));
        views.push((format!("{name}: {country} ({})", view.count), route));
    }
    for organisation in &built.organisations {
        let route = Route::record(Collection::Organisations, organisation.id.as_str());
        views.push((format!("{} – {name}", organisation.name), route));
    }
    views
}

/// The page and the answer of a view.
fn texts(folder: &str, page: &str, title: &str, route: &Route, provider: &str) -> (String, String) {
    let choice = Choice { hash: route.to_hash(), ..Choice::default() };
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": provider,
        "provider_url": folder,
        "title": title,
        "width": WIDTH,
        "height": FRAME_HEIGHT,
        "html": choice.snippet(Kind::Frame, folder, title),
    });
    let text = escaped(title);
    let target = escaped(&choice.page_address(folder));
    let json = escaped(&format!("{folder}{page}.json"));
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{text}</title>\n\
         <meta property=\"og:title\" content=\"{text}\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{json}\" title=\"{text}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={target}\">\n</head>\n\
         <body><p><a href=\"{target}\">{text}</a></p></body>\n</html>\n"
    );
    (html, format!("{answer}\n"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDER: &str = "https://atlas.example/clusters/";

    #[test]
    fn a_page_leads_to_its_answer_and_to_the_view() {
        let route = Route::parse("#/organisation/fr-minalogic");
        let page = share_page(&route).expect("it has a page");
        let (html, answer) = texts(FOLDER, &page, "Minalogic <b>&", &route, "Cluster Atlas");
        assert!(html.contains(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://atlas.example/clusters/share/organisation/fr-minalogic.json\""
        ));
        assert!(html.contains("<a href=\"https://atlas.example/clusters/index.html#/organisation/fr-minalogic\">Minalogic &lt;b&gt;&amp;</a>"));
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!((&answer["version"], &answer["type"]), (&json!("1.0"), &json!("rich")));
        let frame = answer["html"].as_str().expect("a text");
        assert!(frame.starts_with(
            "<iframe src=\"https://atlas.example/clusters/index.html?mode=embed#/organisation/fr-minalogic\""
        ));
        assert!(!frame.contains("<b>"));
    }

    /// What a browser is shown by `tests/e2e/oembed.spec.js`, as a build writes it. `RENEW_OEMBED=1` writes it anew.
    #[test]
    fn what_is_tested_in_a_browser_is_what_is_written() {
        let fixtures = crate::tools::root().join("tests/fixtures/embed");
        for (name, title, hash) in [
            ("calls", "Cluster Atlas: calls (12)", "#/calls"),
            (
                "hostile",
                "</title><script>alert(1)</script>\" onload='alert(2)' & Ørsted",
                "#/organisation/fr-minalogic",
            ),
        ] {
            let route = Route::parse(hash);
            let page = share_page(&route).expect("it has a page");
            let (html, answer) = texts(FOLDER, &page, title, &route, "Cluster Atlas");
            for (ending, text) in [("html", html), ("json", answer)] {
                let file = fixtures.join(format!("oembed-{name}.{ending}"));
                if std::env::var_os("RENEW_OEMBED").is_some() {
                    fs::write(&file, &text).expect("a folder that can be written to");
                }
                assert_eq!(fs::read_to_string(&file).unwrap_or_default(), text, "{}", file.display());
            }
        }
    }

    #[test]
    fn every_view_worth_pasting_has_a_page_and_a_valid_answer() {
        let now = cluster_atlas::domain::Instant::start_of("2024-02-21".parse().expect("a day"));
        let public = crate::tools::root().join("public");
        let mut built = crate::outline::read(&public, now).expect("it can be read").expect("it is there");
        built.config.address = FOLDER.parse().ok();
        let staging = std::env::temp_dir().join(format!("cluster-atlas-share-{}", std::process::id()));
        let _ = fs::remove_dir_all(&staging);
        let written = write(&staging, &built).expect("a folder that can be written to");
        // Each collection, each country, each organisation.
        let views =
            built.outline.collections.len() + built.outline.countries.len() + built.organisations.len();
        assert_eq!(written, views);
        let files = crate::finish::edition::walk(&staging, &staging).expect("its files");
        let of = |ending: &str| files.iter().filter(|file| file.ends_with(ending)).count();
        assert_eq!((of(".html"), of(".json")), (written, written), "no view has taken another's file");
        for file in files
            .iter()
            .filter(|file| Path::new(file.as_str()).extension().is_some_and(|ending| ending == "json"))
        {
            let text = fs::read_to_string(staging.join(file)).expect("its text");
            let answer: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            // Section 2.3.4: what every answer has, and what one of the type "rich" must have besides.
            assert_eq!((&answer["version"], &answer["type"]), (&json!("1.0"), &json!("rich")), "{file}");
            assert!(answer["width"].as_u64().is_some_and(|width| width > 0), "{file}");
            assert!(answer["height"].as_u64().is_some_and(|height| height > 0), "{file}");
            assert!(
                answer["html"].as_str().is_some_and(|html| html.starts_with("<iframe src=\"https://")),
                "{file}"
            );
            let page = fs::read_to_string(staging.join(file).with_extension("html")).expect("its page");
            assert!(
                page.contains(&format!("type=\"application/json+oembed\" href=\"{FOLDER}{file}\"")),
                "{file}"
            );
        }
        let _ = fs::remove_dir_all(&staging);
    }
}
