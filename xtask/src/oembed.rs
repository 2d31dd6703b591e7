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
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{text}</title>\n\
         <meta property=\"og:title\" content=\"{text}\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{folder}{page}.json\" title=\"{text}\">\n\
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
}
