//! What a saved page has of a snippet, and which policies it names itself.

use super::doctor::Finding;
use super::html::{Element, Page};
use super::pasted::parted;
use super::policy::{Policy, lacking};

/// Whether another attribute than `src` has an address of the deployment: which.
fn put_aside<'a>(element: &'a Element, folder: &str) -> Option<&'a str> {
    let aside = |(name, value): &&(String, String)| name != "src" && within(value, folder).is_some();
    element.attributes.iter().find(aside).map(|(name, _)| name.as_str())
}

/// The policies that a page names itself, or the settings of a server that are XML.
pub(super) fn policies_in(page: &Page) -> Vec<Policy> {
    let mut found = Vec::new();
    for element in &page.elements {
        for (key, value) in [("http-equiv", "content"), ("name", "value")] {
            let named = element.attribute(key).map(|name| name.trim().to_ascii_lowercase());
            let report_only = match named.as_deref() {
                Some("content-security-policy") => false,
                Some("content-security-policy-report-only") => true,
                _ => continue,
            };
            let all = parted(element.attribute(value).unwrap_or_default(), report_only);
            found.extend(all.map(|policy| Policy { in_page: key == "http-equiv", ..policy }));
        }
    }
    found
}

/// The script, as far as it is there.
#[derive(PartialEq)]
enum Script {
    Absent,
    /// Something keeps browsers from running it: by what one sees that.
    Held(String),
    There,
}

/// What of a snippet is in a page, as a browser saved it or as an editor left it. `source` is the page's text as it was
/// pasted.
pub(super) fn remains(page: &Page, source: &str, folder: &str) -> Vec<Finding> {
    let mut script = Script::Absent;
    let mut saved = false;
    let (mut target, mut plain_link) = (false, false);
    let mut found = Vec::new();
    for element in &page.elements {
        let address = |name: &str| element.attribute(name).and_then(|value| within(value, folder));
        match element.name.as_str() {
            "script" => {
                saved |= element.attribute("src").is_some_and(is_saved_script);
                let state = script_of(element, folder);
                if script != Script::There && state != Script::Absent {
                    script = state;
                }
            }
            "cluster-atlas" => target = true,
            "div" => {
                let class = element.attribute("class").unwrap_or_default();
                target |= class.split_ascii_whitespace().any(|class| class == "cluster-atlas");
            }
            "a" => match address("href") {
                Some(rest) if is_embed(rest) => target = true,
                Some(_) => plain_link = true,
                None => {}
            },
            "iframe" if address("src").is_some() => {
                let sandbox = element.attribute("sandbox");
                let missing = sandbox.map(|given| lacking(given.split_ascii_whitespace()));
                found.push(match missing.filter(|missing| !missing.is_empty()) {
                    Some(missing) => Finding::FrameSandboxed { missing },
                    None => Finding::FrameThere,
                });
            }
            "iframe" if put_aside(element, folder).is_some() => found.push(Finding::FrameHeld),
            _ => {}
        }
    }
    // A browser that saves a whole page puts its scripts into a folder beside it.
    if saved && target && script == Script::Absent {
        script = Script::There;
    }
    let has_frame = !found.is_empty();
    match script {
        Script::There if target => found.push(Finding::Whole),
        Script::There if !has_frame => found.push(Finding::OnlyScript),
        Script::Held(sign) => found.push(Finding::ScriptHeld { sign }),
        // An editor makes a link of each address that it shows.
        Script::Absent if shows_code(&page.text, folder) => found.push(Finding::ShownAsText),
        Script::Absent if target => found.push(Finding::NoScript),
        Script::Absent if !has_frame => found.push(if plain_link {
            Finding::OnlyLink
        } else if source.contains(folder) {
            Finding::OutOfEffect
        } else {
            Finding::Nothing
        }),
        _ => {}
    }
    found
}

/// What an address has behind that of the deployment; it may be of the page's own scheme.
fn within<'a>(address: &'a str, folder: &str) -> Option<&'a str> {
    let bare = |address: &'a str| {
        address.strip_prefix("https:").or_else(|| address.strip_prefix("http:")).unwrap_or(address)
    };
    let (_, folder) = folder.split_once(':')?;
    bare(address.trim()).strip_prefix(folder)
}

/// Whether what is behind the deployment's address is that of a view to embed.
fn is_embed(rest: &str) -> bool {
    let (before, _) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    matches!(path, "" | "index.html") && query.split('&').any(|pair| pair == "mode=embed")
}

fn is_embed_script(rest: &str) -> bool {
    rest.split(['?', '#']).next() == Some("embed.js")
}

/// Whether an address is that of a script which a browser has saved: `./Page_files/embed.js.download`.
fn is_saved_script(address: &str) -> bool {
    let is_elsewhere =
        address.starts_with("//") || (address.contains("://") && !address.starts_with("file:"));
    let file = address.rsplit_once('/').map(|(_, file)| file);
    // A second file of one name has a number.
    !is_elsewhere && file.is_some_and(|file| file.starts_with("embed") && file.contains(".js"))
}

fn script_of(element: &Element, folder: &str) -> Script {
    let is_ours = |value: &str| within(value, folder).is_some_and(is_embed_script);
    let src = element.attribute("src").unwrap_or_default();
    let kind = element.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    let aside = put_aside(element, folder);
    if !is_ours(src) && aside.and_then(|name| element.attribute(name)).is_none_or(|value| !is_ours(value)) {
        return Script::Absent;
    }
    // What a server's cache makes of the type (Rocket Loader) runs by itself.
    let runs =
        kind.is_empty() || kind == "module" || kind.ends_with("javascript") && !kind.contains("litespeed");
    if runs && is_ours(src) {
        return Script::There;
    }
    let sign = if runs { aside.unwrap_or_default().to_owned() } else { format!("type=\"{kind}\"") };
    Script::Held(match tool_of(element) {
        Some(tool) => format!("{sign} ({tool})"),
        None => sign,
    })
}

/// What the usual tools for consent and caches put into a tag.
const TOOLS: [(&str, &str); 9] = [
    ("rocket", "WP Rocket"),
    ("litespeed", "LiteSpeed Cache"),
    ("cookieconsent", "Cookiebot"),
    ("cmplz", "Complianz"),
    ("cookieyes", "CookieYes"),
    ("usercentrics", "Usercentrics"),
    ("borlabs", "Borlabs Cookie"),
    ("optanon", "OneTrust"),
    ("_iub", "iubenda"),
];

fn tool_of(element: &Element) -> Option<&'static str> {
    let has = |mark: &str| {
        element.attributes.iter().any(|(name, value)| name.contains(mark) || value.contains(mark))
    };
    TOOLS.iter().find(|(mark, _)| has(mark)).map(|(_, tool)| *tool)
}

/// Whether visitors read a snippet instead of what it shows.
fn shows_code(text: &str, folder: &str) -> bool {
    text.contains("<cluster-atlas")
        || text.contains("class=\"cluster-atlas\"")
        || text.contains(folder) && ["<script", "<a ", "<iframe"].iter().any(|tag| text.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::super::html::{begins, read};
    use super::*;

    const FOLDER: &str = "https://atlas.example/clusters/";

    fn found(html: &str) -> Vec<Finding> {
        remains(&read(html), html, FOLDER)
    }

    const SCRIPT: &str = r#"<script async src="https://atlas.example/clusters/embed.js"></script>"#;
    const LINK: &str =
        r#"<a href="https://atlas.example/clusters/index.html?mode=embed&amp;lang=fr#/calls">Calls</a>"#;

    #[test]
    fn what_an_editor_left_of_a_snippet_is_found() {
        for (html, finding) in [
            (format!("<p>{LINK}</p>"), Finding::NoScript),
            (format!("<p>{LINK}</p>{SCRIPT}"), Finding::Whole),
            (format!("<div class='wide cluster-atlas' data-href='#/calls'></div>{SCRIPT}"), Finding::Whole),
            (
                r#"<A HREF="https://atlas.example/clusters/?mode=embed">C</A><SCRIPT SRC=https://atlas.example/clusters/embed.js></SCRIPT>"#.to_owned(),
                Finding::Whole,
            ),
            (format!("{LINK}<script src='//atlas.example/clusters/embed.js?ver=6.5'></script>"), Finding::Whole),
            (r##"<cluster-atlas href="#/calls"></cluster-atlas>"##.to_owned(), Finding::NoScript),
            (SCRIPT.to_owned(), Finding::OnlyScript),
            (r#"<a href="https://atlas.example/clusters/#/calls">C</a>"#.to_owned(), Finding::OnlyLink),
            (format!("<p>Ours:</p><!-- {LINK}{SCRIPT} -->"), Finding::OutOfEffect),
            ("<p>Our clusters</p>".to_owned(), Finding::Nothing),
            ("<<<>< iframe <a href=".to_owned(), Finding::Nothing),
        ] {
            assert_eq!(found(&html), [finding], "{html}");
        }
    }

    #[test]
    fn a_page_that_a_browser_saved_whole_has_its_script_in_a_folder() {
        let element = r##"<cluster-atlas href="#/calls"></cluster-atlas>"##;
        for src in [
            "./Page_files/embed.js",
            "./Our%20page-Dateien/embed.js.download",
            "Page_files/embed(1).js",
            "file:///home/me/Page_files/embed.js",
        ] {
            assert_eq!(
                found(&format!("{element}<script src=\"{src}\"></script>")),
                [Finding::Whole],
                "{src}"
            );
        }
        for src in ["https://elsewhere.example/embed.js", "//elsewhere.example/embed.js"] {
            assert_eq!(
                found(&format!("{element}<script src=\"{src}\"></script>")),
                [Finding::NoScript],
                "{src}"
            );
        }
        let of_others = "<p>Ours</p><script src='./Page_files/embed.js'></script>";
        assert_eq!(found(of_others), [Finding::Nothing]);
    }

    #[test]
    fn a_snippet_in_the_visual_editor_is_text() {
        let code = format!("{LINK}{SCRIPT}").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert_eq!(found(&format!("<p>{code}</p>")), [Finding::ShownAsText]);
        assert_eq!(found(&code), [Finding::ShownAsText]);
        assert!(begins(&code).is_some());
        // The editor has made a link of the address in it.
        assert_eq!(found(&format!("<p>{code} {LINK}</p>")), [Finding::ShownAsText]);
        let of_a_script = format!("{LINK}<script>const code = '<a href=\"{FOLDER}\"';</script>");
        assert_eq!(found(&of_a_script), [Finding::NoScript]);
    }

    #[test]
    fn what_holds_the_script_back_is_named() {
        let held = |sign: &str| vec![Finding::ScriptHeld { sign: sign.to_owned() }];
        let src = "https://atlas.example/clusters/embed.js";
        for (tag, sign) in [
            (
                format!("<script type=\"text/plain\" data-category=\"x\" src=\"{src}\">"),
                "type=\"text/plain\"",
            ),
            (
                format!("<script type=\"rocketlazyloadscript\" src=\"{src}\">"),
                "type=\"rocketlazyloadscript\" (WP Rocket)",
            ),
            (
                format!("<script type=\"text/plain\" data-cookieconsent=\"statistics\" src=\"{src}\">"),
                "type=\"text/plain\" (Cookiebot)",
            ),
            (
                format!("<script type=\"litespeed/javascript\" data-src=\"{src}\">"),
                "type=\"litespeed/javascript\" (LiteSpeed Cache)",
            ),
            (format!("<script data-rocket-src=\"{src}\">"), "data-rocket-src (WP Rocket)"),
        ] {
            assert_eq!(found(&format!("{LINK}{tag}</script>")), held(sign), "{tag}");
        }
        let loader = format!("{LINK}<script type=\"5e1f-text/javascript\" src=\"{src}\"></script>");
        assert_eq!(found(&loader), [Finding::Whole]);
    }

    #[test]
    fn a_frame_needs_its_address_and_its_rights() {
        let frame = |attributes: &str| found(&format!("<iframe {attributes} title=x></iframe>"));
        let address = "https://atlas.example/clusters/index.html?mode=embed";
        assert_eq!(frame(&format!("src='{address}'")), [Finding::FrameThere]);
        assert_eq!(frame(&format!("data-src='{address}'")), [Finding::FrameHeld]);
        assert_eq!(frame(&format!("src='about:blank' data-src='{address}'")), [Finding::FrameHeld]);
        let whole = crate::embed::SANDBOX;
        assert_eq!(frame(&format!("src='{address}' sandbox='{whole}'")), [Finding::FrameThere]);
        for given in ["", "allow-scripts"] {
            let found = frame(&format!("src='{address}' sandbox='{given}'"));
            let [Finding::FrameSandboxed { missing }] = found.as_slice() else {
                panic!("{given}: {found:?}")
            };
            assert!(missing.contains(&"allow-same-origin"), "{missing:?}");
            assert_eq!(missing.contains(&"allow-scripts"), given.is_empty());
        }
    }

    #[test]
    fn a_page_may_name_its_policies_itself() {
        let texts =
            |html: &str| policies_in(&read(html)).into_iter().map(|policy| policy.text).collect::<Vec<_>>();
        let meta = r#"<head><META content="default-src &#039;self&#x27;; frame-src &apos;none&apos;" http-equiv="content-security-policy"></head>"#;
        assert_eq!(texts(meta), ["default-src 'self'; frame-src 'none'"]);
        let two = "<meta http-equiv=Content-Security-Policy content=\"default-src *\"><meta http-equiv=Content-Security-Policy content=\"frame-src 'none'\">";
        assert_eq!(texts(two), ["default-src *", "frame-src 'none'"]);
        let server = "<add name=\"Content-Security-Policy\" value=\"frame-src 'self'\" />";
        assert_eq!(texts(server), ["frame-src 'self'"]);
        assert!(!policies_in(&read(server))[0].in_page);
        assert_eq!(
            texts("<head><!-- <meta http-equiv='Content-Security-Policy' content='x'> --></head>"),
            [""; 0]
        );
    }
}
