//! What a host's Content-Security-Policy does to a snippet, and the line that mends it.

use super::snippet::SANDBOX;

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

/// The directives that there are or were (CSP Level 3, and what builds upon it): a text without any of them is no policy.
const KNOWN: [&str; 33] = [
    "default-src",
    "script-src",
    "script-src-elem",
    "script-src-attr",
    "style-src",
    "style-src-elem",
    "style-src-attr",
    "img-src",
    "font-src",
    "connect-src",
    "media-src",
    "object-src",
    "frame-src",
    "child-src",
    "worker-src",
    "manifest-src",
    "prefetch-src",
    "fenced-frame-src",
    "frame-ancestors",
    "form-action",
    "navigate-to",
    "base-uri",
    "sandbox",
    "report-uri",
    "report-to",
    "upgrade-insecure-requests",
    "block-all-mixed-content",
    "require-trusted-types-for",
    "trusted-types",
    "require-sri-for",
    "plugin-types",
    "reflected-xss",
    "referrer",
];

/// Whether a word is the name of a directive.
pub(super) fn is_directive(word: &str) -> bool {
    KNOWN.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// A policy as a host has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// Its directives, parted by semicolons.
    pub text: String,
    /// Whether browsers only report what it does not allow: it blocks nothing.
    pub report_only: bool,
    /// Whether an element of the page names it: then browsers do not take a sandbox from it.
    pub in_page: bool,
}

/// What is written wrong in a policy, so that browsers read something else than is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// A colon behind the name of a directive: browsers do not know it by that name.
    Colon {
        /// The name that is meant.
        directive: String,
    },
    /// The name of a directive where a source belongs: there is no semicolon before it.
    NoSemicolon {
        /// The directive that is meant to begin.
        directive: String,
        /// The one that it is read as a source of.
        within: String,
    },
}

/// A directive: its name and its sources.
type Directive<'a> = (String, Vec<&'a str>);

/// The directives as browsers read them.
fn directives(policy: &str) -> Vec<Directive<'_>> {
    let mut found: Vec<Directive<'_>> = Vec::new();
    for part in policy.split(';') {
        let mut words = part.split_ascii_whitespace();
        let Some(name) = words.next().map(str::to_ascii_lowercase) else { continue };
        // Of two with one name the first holds.
        if found.iter().all(|(known, _)| *known != name) {
            found.push((name, words.collect()));
        }
    }
    found
}

/// The name of a directive with a colon behind it, and what follows that without a space.
fn with_colon(word: &str) -> Option<(&str, &str)> {
    word.split_once(':').filter(|(name, _)| is_directive(name))
}

/// The policy as it is meant, and what is written wrong in it.
fn corrected(policy: &str) -> (String, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let mut parts: Vec<Vec<&str>> = Vec::new();
    for part in policy.split(';') {
        for (at, word) in part.split_ascii_whitespace().enumerate() {
            let (name, rest) = with_colon(word).unwrap_or((word, ""));
            let has_colon = name.len() != word.len();
            // A host may be called "sandbox", but none is called "frame-src".
            let begins = at == 0 || (is_directive(name) && name.contains('-'));
            if begins && has_colon {
                mistakes.push(Mistake::Colon { directive: name.to_ascii_lowercase() });
            }
            match parts.last_mut().filter(|_| at > 0) {
                Some(words) if begins => {
                    let within = words[0].to_ascii_lowercase();
                    mistakes.push(Mistake::NoSemicolon { directive: name.to_ascii_lowercase(), within });
                    parts.push(vec![name]);
                }
                Some(words) => words.push(word),
                None => parts.push(vec![name]),
            }
            if begins && !rest.is_empty() {
                parts.last_mut().into_iter().for_each(|words| words.push(rest));
            }
        }
    }
    (parts.iter().map(|words| words.join(" ")).collect::<Vec<_>>().join("; "), mistakes)
}

/// The rights of [`SANDBOX`] that a sandbox does not give.
pub(super) fn lacking<'a>(given: impl Iterator<Item = &'a str> + Clone) -> Vec<&'static str> {
    let has = |right: &str| given.clone().any(|given| given.eq_ignore_ascii_case(right));
    SANDBOX.split(' ').filter(|right| !has(right)).collect()
}

impl Policy {
    /// Whether a directive of it is one that there is, however it is written.
    pub fn is_one(&self) -> bool {
        directives(&corrected(&self.text).0).iter().any(|(name, _)| is_directive(name))
    }

    /// What is written wrong in it.
    pub fn mistakes(&self) -> Vec<Mistake> {
        corrected(&self.text).1
    }

    /// The rights that its sandbox does not give the page, and that a frame in the page lacks then; none where it has no
    /// sandbox.
    pub fn lacking_in_sandbox(&self) -> Vec<&'static str> {
        let all = directives(&self.text);
        let sandbox = all.iter().find(|(name, _)| name == "sandbox" && !self.in_page);
        sandbox.map(|(_, given)| lacking(given.iter().copied())).unwrap_or_default()
    }

    /// Whether scripts may set the address of a script only where the page has a rule for it.
    pub fn wants_trusted_types(&self) -> bool {
        let is_script = |what: &&str| what.eq_ignore_ascii_case("'script'");
        directives(&self.text)
            .iter()
            .any(|(name, of)| name == "require-trusted-types-for" && of.iter().any(is_script))
    }

    /// The policy with what is lacking and without mistakes: what the webmaster is sent. `None` where all is well.
    pub fn mended(&self, folder: &str) -> Option<String> {
        let (meant, mistakes) = corrected(&self.text);
        let meant = Self { text: meant, ..self.clone() };
        let mut all: Vec<(String, Vec<String>)> = directives(&meant.text)
            .into_iter()
            .map(|(name, sources)| (name, sources.into_iter().map(str::to_owned).collect()))
            .collect();
        let mut changed = !mistakes.is_empty();
        for need in Need::ALL {
            let Verdict::Blocked { directive } = examine(&meant.text, need, folder) else { continue };
            changed = true;
            let inherited =
                all.iter().find(|(name, _)| *name == directive).map(|(_, sources)| sources.clone());
            // A directive of its own takes the place of the wider one: what that allowed must stay allowed.
            let name = if directive == "default-src" { need.own().to_owned() } else { directive };
            let mut sources = inherited.unwrap_or_default();
            sources.retain(|source| !source.eq_ignore_ascii_case("'none'"));
            sources.push(origin_of(folder));
            match all.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = sources,
                None => all.push((name, sources)),
            }
        }
        let rights = meant.lacking_in_sandbox();
        if let Some((_, given)) = all.iter_mut().find(|(name, _)| name == "sandbox") {
            changed |= !rights.is_empty();
            given.extend(rights.into_iter().map(str::to_owned));
        }
        let written = |(name, sources): &(String, Vec<String>)| {
            std::iter::once(name).chain(sources).map(String::as_str).collect::<Vec<_>>().join(" ")
        };
        (changed && !self.report_only).then(|| all.iter().map(written).collect::<Vec<_>>().join("; "))
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
    let given = source;
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
    // Of a path the letters count as they are.
    let wanted_path = &given[given.len() - wanted_path.len()..];
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
    let whole = format!("{path}{file}");
    let path_fits = wanted_path.is_empty()
        || if wanted_path.ends_with('/') { whole.starts_with(wanted_path) } else { whole == wanted_path };
    port_fits && name_fits && path_fits
}

/// Scheme, host and port of an address.
pub fn origin_of(address: &str) -> String {
    let host = address.find("://").map_or(0, |at| at + 3);
    let end = address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at);
    address[..end].to_owned()
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
            ("script-src https://atlas.example/Clusters/", Need::Script, blocked("script-src")),
            ("script-src https://Atlas.Example/clusters/", Need::Script, allowed("script-src")),
        ] {
            assert_eq!(examine(policy, need, FOLDER), verdict, "{policy}");
        }
    }

    fn policy(text: &str) -> Policy {
        Policy { text: text.to_owned(), ..Policy::default() }
    }

    fn mended(text: &str) -> Option<String> {
        policy(text).mended(FOLDER)
    }

    #[test]
    fn a_mended_policy_allows_both_and_all_that_it_allowed_before() {
        for text in [
            "default-src 'none'",
            "default-src 'self'; img-src *",
            "script-src 'self'; frame-src 'none'",
            "script-src 'self' https://cdn.example; child-src 'self'",
            "default-src 'self' script-src 'self' frame-src: 'none'",
            "sandbox allow-scripts; default-src 'self'",
        ] {
            let mended = mended(text).expect("something was lacking");
            for need in Need::ALL {
                assert!(examine(&mended, need, FOLDER).is_fine(), "{text} → {mended}");
            }
            assert!(policy(&mended).lacking_in_sandbox().is_empty(), "{text} → {mended}");
            assert_eq!(super::Policy::mended(&policy(&mended), FOLDER), None, "{mended}");
        }
        assert_eq!(
            mended("default-src 'self'; img-src *").as_deref(),
            Some(
                "default-src 'self'; img-src *; script-src 'self' https://atlas.example; frame-src 'self' https://atlas.example"
            )
        );
        let reported = Policy { report_only: true, ..policy("default-src 'self'") };
        assert_eq!(reported.mended(FOLDER), None);
    }

    #[test]
    fn what_is_written_wrong_is_named_and_put_right() {
        let colon = |name: &str| Mistake::Colon { directive: name.to_owned() };
        let semicolon = |name: &str, within: &str| Mistake::NoSemicolon {
            directive: name.to_owned(),
            within: within.to_owned(),
        };
        for (text, mistakes, line) in [
            (
                "script-src: 'self'; frame-src: 'self'",
                vec![colon("script-src"), colon("frame-src")],
                "script-src 'self' https://atlas.example; frame-src 'self' https://atlas.example",
            ),
            (
                "default-src 'self' script-src 'self' frame-src 'self'",
                vec![semicolon("script-src", "default-src"), semicolon("frame-src", "script-src")],
                "default-src 'self'; script-src 'self' https://atlas.example; frame-src 'self' https://atlas.example",
            ),
            (
                "script-src:https://atlas.example; img-src 'self'",
                vec![colon("script-src")],
                "script-src https://atlas.example; img-src 'self'",
            ),
            (
                "img-src 'self' Frame-Src: 'none'",
                vec![colon("frame-src"), semicolon("frame-src", "img-src")],
                "img-src 'self'; frame-src https://atlas.example",
            ),
        ] {
            assert_eq!(policy(text).mistakes(), mistakes, "{text}");
            assert_eq!(mended(text).as_deref(), Some(line), "{text}");
        }
        for text in ["connect-src sandbox https://report-to.example data: blob:", "default-src *;;", ""] {
            assert_eq!(policy(text).mistakes(), [], "{text}");
        }
    }

    #[test]
    fn a_sandbox_of_the_header_gives_what_the_frame_needs_or_lacks_it() {
        let strict = policy("sandbox allow-scripts allow-forms; default-src *");
        assert!(strict.lacking_in_sandbox().contains(&"allow-same-origin"));
        assert!(!strict.lacking_in_sandbox().contains(&"allow-scripts"));
        assert_eq!(policy("default-src *").lacking_in_sandbox(), [""; 0]);
        let in_page = Policy { in_page: true, ..strict };
        assert_eq!(in_page.lacking_in_sandbox(), [""; 0]);
        assert_eq!(in_page.mended(FOLDER), None);
        assert!(policy("require-trusted-types-for 'script'").wants_trusted_types());
    }

    #[test]
    fn a_text_without_a_directive_is_no_policy() {
        for text in ["hello my page does not work", "404 Not Found", "", "; ;"] {
            assert!(!policy(text).is_one(), "{text}");
        }
        for text in ["default-src 'none'", "FRAME-SRC: x", "x y; sandbox"] {
            assert!(policy(text).is_one(), "{text}");
        }
    }
}
