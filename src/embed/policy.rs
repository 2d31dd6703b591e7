//! The embed doctor: what a host's Content-Security-Policy does to a snippet, what of it is left in a saved page, and the
//! line that mends it.

/// What a snippet needs of a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// `embed.js`.
    Script,
    /// The frame with the app.
    Frame,
}

impl Need {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Script, Self::Frame];

    /// The directives that decide, the first that is there (CSP Level 3, 6.8.3).
    fn directives(self) -> &'static [&'static str] {
        match self {
            Self::Script => &["script-src-elem", "script-src", "default-src"],
            Self::Frame => &["frame-src", "child-src", "default-src"],
        }
    }

    /// The directive that is added where only a wider one is there.
    fn own(self) -> &'static str {
        match self {
            Self::Script => "script-src",
            Self::Frame => "frame-src",
        }
    }
}

/// What a policy says of a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing in it decides: it is allowed.
    Silent,
    /// A directive allows it.
    Allowed {
        /// Its name.
        directive: String,
    },
    /// A directive does not name this site.
    Blocked {
        /// Its name.
        directive: String,
    },
    /// With `'strict-dynamic'` a script needs the page's nonce, whatever sites are named.
    NeedsNonce {
        /// The directive's name.
        directive: String,
    },
}

impl Verdict {
    /// Whether it goes through.
    pub fn is_fine(&self) -> bool {
        matches!(self, Self::Silent | Self::Allowed { .. })
    }
}

/// A directive: its name and its sources.
type Directive<'a> = (String, Vec<&'a str>);

fn directives(policy: &str) -> Vec<Directive<'_>> {
    let mut found: Vec<Directive<'_>> = Vec::new();
    for part in without_name(policy).split(';') {
        let mut words = part.split_ascii_whitespace();
        let Some(name) = words.next().map(str::to_ascii_lowercase) else { continue };
        // Of two with one name the first holds.
        if found.iter().all(|(known, _)| *known != name) {
            found.push((name, words.collect()));
        }
    }
    found
}

/// People paste the whole line of a header, or of a server's settings.
fn without_name(policy: &str) -> &str {
    let policy = policy.trim();
    let lower = policy.to_ascii_lowercase();
    let name = "content-security-policy";
    match lower.find(name) {
        Some(at) => policy[at + name.len()..]
            .trim_start_matches("-Report-Only")
            .trim_start_matches("-report-only")
            .trim_start_matches([':', ' ', '"', '\'', '='])
            .trim_end_matches(['"', '\'']),
        None => policy,
    }
}

/// What a policy says of a need, where the app is deployed at `folder`.
///
/// ```
/// use cluster_atlas::embed::{Need, examine};
/// let verdict = examine("default-src 'self'", Need::Frame, "https://atlas.example/clusters/");
/// assert!(!verdict.is_fine());
/// ```
pub fn examine(policy: &str, need: Need, folder: &str) -> Verdict {
    let all = directives(policy);
    let deciding = need.directives().iter().find_map(|name| all.iter().find(|(known, _)| known == name));
    let Some((name, sources)) = deciding else { return Verdict::Silent };
    let directive = name.clone();
    if need == Need::Script && sources.iter().any(|source| source.eq_ignore_ascii_case("'strict-dynamic'")) {
        return Verdict::NeedsNonce { directive };
    }
    let file = match need {
        Need::Script => "embed.js",
        Need::Frame => "index.html",
    };
    if sources.iter().any(|source| matches(source, folder, file)) {
        Verdict::Allowed { directive }
    } else {
        Verdict::Blocked { directive }
    }
}

/// Whether a source of a policy allows a file of the deployment (CSP Level 3, 6.7.2.8).
fn matches(source: &str, folder: &str, file: &str) -> bool {
    let source = source.to_ascii_lowercase();
    let Some((scheme, rest)) = folder.split_once("://") else { return false };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if source == "*" || source == format!("{scheme}:") || (source == "http:" && scheme == "https") {
        return true;
    }
    if source.starts_with('\'') {
        return false;
    }
    let (wanted_scheme, wanted) = match source.split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, source.as_str()),
    };
    if wanted_scheme.is_some_and(|wanted| wanted != scheme && !(wanted == "http" && scheme == "https")) {
        return false;
    }
    let (wanted_host, wanted_path) = wanted.split_once('/').unwrap_or((wanted, ""));
    let (host_name, port) = host.split_once(':').unwrap_or((host, ""));
    let (wanted_name, wanted_port) = wanted_host.split_once(':').unwrap_or((wanted_host, ""));
    let usual = |port: &str| {
        port.is_empty() || (port == "443" && scheme == "https") || (port == "80" && scheme == "http")
    };
    let port_fits = wanted_port == "*" || wanted_port == port || (usual(port) && usual(wanted_port));
    let name_fits = match wanted_name.strip_prefix("*.") {
        Some(domain) => host_name.strip_suffix(domain).is_some_and(|before| before.ends_with('.')),
        None => wanted_name == host_name,
    };
    let whole = format!("{path}{file}").to_ascii_lowercase();
    let path_fits = wanted_path.is_empty()
        || if wanted_path.ends_with('/') { whole.starts_with(wanted_path) } else { whole == wanted_path };
    port_fits && name_fits && path_fits
}

/// The policy with what is lacking: what the webmaster is sent. `None` where nothing is.
pub fn mended(policy: &str, folder: &str) -> Option<String> {
    let origin = origin_of(folder);
    let mut all: Vec<(String, Vec<String>)> = directives(policy)
        .into_iter()
        .map(|(name, sources)| (name, sources.into_iter().map(str::to_owned).collect()))
        .collect();
    let mut changed = false;
    for need in Need::ALL {
        let Verdict::Blocked { directive } = examine(policy, need, folder) else { continue };
        changed = true;
        let inherited = all.iter().find(|(name, _)| *name == directive).map(|(_, sources)| sources.clone());
        // A directive of its own takes the place of the wider one: what that allowed must stay allowed.
        let name = if directive == "default-src" { need.own().to_owned() } else { directive };
        let mut sources = inherited.unwrap_or_default();
        sources.retain(|source| !source.eq_ignore_ascii_case("'none'"));
        sources.push(origin.clone());
        match all.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = sources,
            None => all.push((name, sources)),
        }
    }
    let written = |(name, sources): &(String, Vec<String>)| {
        std::iter::once(name).chain(sources).map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    changed.then(|| all.iter().map(written).collect::<Vec<_>>().join("; "))
}

/// Scheme, host and port of an address.
pub fn origin_of(address: &str) -> String {
    let host = address.find("://").map_or(0, |at| at + 3);
    let end = address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at);
    address[..end].to_owned()
}

/// What a saved page has of a snippet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, found or not")]
pub struct Remains {
    /// The script `embed.js` of this deployment.
    pub script: bool,
    /// The custom element or the `<div>`.
    pub element: bool,
    /// A link to this deployment with `mode=embed`, which the script makes a widget.
    pub link: bool,
    /// A frame with this deployment's address.
    pub frame: bool,
    /// A frame whose address a consent tool has put aside.
    pub held_back: bool,
    /// Anything at all that names this deployment.
    pub named: bool,
}

/// What of a snippet is in the HTML of a page, as a browser saved it or as an editor left it.
pub fn remains(html: &str, folder: &str) -> Remains {
    let html = html.replace("&amp;", "&");
    let mut found = Remains { named: html.contains(folder), ..Remains::default() };
    for tag in tags(&html) {
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect::<String>()
            .to_ascii_lowercase();
        let at = |attribute: &str| {
            let address = format!("{attribute}=\"{folder}");
            [address.clone(), address.replace('"', "'")].iter().any(|text| tag.contains(text.as_str()))
        };
        match name.as_str() {
            "script" => found.script |= tag.contains(&format!("{folder}embed.js")),
            "cluster-atlas" => found.element = true,
            "div" => found.element |= tag.contains("cluster-atlas"),
            "a" => found.link |= at("href") && tag.contains("mode=embed"),
            // ` src` and not the end of `data-src`.
            "iframe" if at(" src") => found.frame = true,
            "iframe" => found.held_back |= tag.contains(folder),
            _ => {}
        }
    }
    found
}

/// What stands between `<` and `>`.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

/// The policy that a saved page names itself.
pub fn policy_in(html: &str) -> Option<String> {
    let meta = tags(html).find(|tag| tag.to_ascii_lowercase().contains("content-security-policy"))?;
    let content = meta.find("content=")? + "content=".len();
    let quote = meta[content..].chars().next().filter(|quote| ['"', '\''].contains(quote))?;
    let text = &meta[content + 1..];
    Some(text[..text.find(quote)?].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDER: &str = "https://atlas.example/clusters/";

    #[test]
    fn the_directive_that_decides_is_the_one_that_browsers_take() {
        let blocked = |name: &str| Verdict::Blocked { directive: name.to_owned() };
        let allowed = |name: &str| Verdict::Allowed { directive: name.to_owned() };
        for (policy, need, verdict) in [
            ("", Need::Script, Verdict::Silent),
            ("img-src 'self'", Need::Frame, Verdict::Silent),
            ("default-src 'self'", Need::Script, blocked("default-src")),
            ("default-src *; script-src 'self'", Need::Script, blocked("script-src")),
            ("default-src *; script-src 'self'", Need::Frame, allowed("default-src")),
            ("script-src https://atlas.example", Need::Script, allowed("script-src")),
            ("script-src https:", Need::Script, allowed("script-src")),
            ("script-src *.example", Need::Script, allowed("script-src")),
            ("script-src *.atlas.example", Need::Script, blocked("script-src")),
            ("script-src https://atlas.example:8443", Need::Script, blocked("script-src")),
            ("script-src https://atlas.example/clusters/", Need::Script, allowed("script-src")),
            ("script-src https://atlas.example/clusters/embed.js", Need::Script, allowed("script-src")),
            ("script-src https://atlas.example/other/", Need::Script, blocked("script-src")),
            ("frame-src 'none'; child-src *", Need::Frame, blocked("frame-src")),
            ("child-src atlas.example", Need::Frame, allowed("child-src")),
            ("FRAME-SRC Atlas.Example; frame-src 'none'", Need::Frame, allowed("frame-src")),
            (
                "script-src 'nonce-x' 'strict-dynamic' https:",
                Need::Script,
                Verdict::NeedsNonce { directive: "script-src".to_owned() },
            ),
            ("Content-Security-Policy: default-src 'self'", Need::Frame, blocked("default-src")),
            (
                "add_header Content-Security-Policy \"frame-src https://atlas.example\"",
                Need::Frame,
                allowed("frame-src"),
            ),
        ] {
            assert_eq!(examine(policy, need, FOLDER), verdict, "{policy}");
        }
    }

    #[test]
    fn a_mended_policy_allows_both_and_all_that_it_allowed_before() {
        for policy in [
            "default-src 'none'",
            "default-src 'self'; img-src *",
            "script-src 'self'; frame-src 'none'",
            "script-src 'self' https://cdn.example; child-src 'self'",
        ] {
            let mended = mended(policy, FOLDER).expect("something was lacking");
            for need in Need::ALL {
                assert!(examine(&mended, need, FOLDER).is_fine(), "{policy} → {mended}");
            }
            assert_eq!(super::mended(&mended, FOLDER), None, "{mended}");
        }
        assert_eq!(
            mended("default-src 'self'; img-src *", FOLDER).as_deref(),
            Some(
                "default-src 'self'; img-src *; script-src 'self' https://atlas.example; frame-src 'self' https://atlas.example"
            )
        );
    }

    #[test]
    fn what_an_editor_left_of_a_snippet_is_found() {
        let link = r#"<p><a href="https://atlas.example/clusters/index.html?mode=embed&amp;lang=fr#/calls">Calls</a></p>"#;
        assert_eq!(remains(link, FOLDER), Remains { link: true, named: true, ..Remains::default() });
        let whole = r##"<div class="cluster-atlas" data-href="#/calls"></div><script async src="https://atlas.example/clusters/embed.js"></script>"##;
        assert_eq!(
            remains(whole, FOLDER),
            Remains { element: true, script: true, named: true, ..Remains::default() }
        );
        let held =
            r#"<iframe data-src="https://atlas.example/clusters/index.html?mode=embed" title="x"></iframe>"#;
        assert_eq!(remains(held, FOLDER), Remains { held_back: true, named: true, ..Remains::default() });
        let frame = held.replace("data-src", "src");
        assert_eq!(remains(&frame, FOLDER), Remains { frame: true, named: true, ..Remains::default() });
        assert_eq!(remains("<p>Our clusters</p>", FOLDER), Remains::default());
        assert_eq!(remains("<<<>< iframe <a href=", FOLDER), Remains::default());
    }

    #[test]
    fn a_page_may_name_its_policy_itself() {
        let page = r#"<head><meta http-equiv="Content-Security-Policy" content="default-src 'self'"></head>"#;
        assert_eq!(policy_in(page).as_deref(), Some("default-src 'self'"));
        assert_eq!(policy_in("<head></head>"), None);
    }
}
