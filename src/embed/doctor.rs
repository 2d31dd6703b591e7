//! The embed doctor: what stands in the way of a snippet, from the policy of a host's page or from its HTML.

use super::html;
use super::page::{policies_in, remains};
use super::pasted::{isolates, policies};
use super::policy::{Mistake, Need, Policy, Verdict, examine};

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// There is no policy in what was pasted.
    NoPolicy,
    /// A policy that blocks nothing.
    ReportOnly,
    /// What a policy says of a need.
    Judged(Need, Verdict),
    /// Something in a policy is written wrong.
    Mistaken(Mistake),
    /// The policy puts the page into a sandbox, with it every frame in it.
    Sandboxed {
        /// The rights that it does not give.
        missing: Vec<&'static str>,
    },
    /// The policy refuses the script with the façade.
    TrustedTypes,
    /// The page lets in only frames that agree to its isolation, or that keep nothing.
    Isolated,
    /// The snippet is whole.
    Whole,
    /// A frame is there with its address.
    FrameThere,
    /// A frame is there, in a sandbox that is too narrow.
    FrameSandboxed {
        /// The rights that it does not give.
        missing: Vec<&'static str>,
    },
    /// A frame whose address a consent tool has put aside.
    FrameHeld,
    /// The script is there, but does not run.
    ScriptHeld {
        /// By what one sees that.
        sign: String,
    },
    /// The script alone is gone.
    NoScript,
    /// The script alone is there.
    OnlyScript,
    /// A link that cannot become the view.
    OnlyLink,
    /// Visitors read the snippet as text.
    ShownAsText,
    /// The site is named only where browsers do not look, such as in a comment.
    OutOfEffect,
    /// Nothing of a snippet.
    Nothing,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As it should be.
    Fine,
    /// Good to know.
    Note,
    /// It stands in the way.
    Wrong,
}

impl Finding {
    /// How much it matters.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Judged(_, verdict) if verdict.is_fine() => Weight::Fine,
            Self::Whole | Self::FrameThere => Weight::Fine,
            Self::NoPolicy | Self::ReportOnly | Self::TrustedTypes | Self::Isolated => Weight::Note,
            _ => Weight::Wrong,
        }
    }
}

/// Something about one of several policies has its number, from 1.
pub type Of<T> = (Option<usize>, T);

/// What stands in the way, and what mends it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnosis {
    /// What was found.
    pub findings: Vec<Of<Finding>>,
    /// The policies as they should be.
    pub lines: Vec<Of<String>>,
}

/// What a page, or the headers or settings of one, do to a snippet of the app that is deployed at `folder`.
///
/// ```
/// use cluster_atlas::embed::diagnose;
/// let found = diagnose("Content-Security-Policy: frame-src 'none'", "https://atlas.example/clusters/");
/// assert_eq!(found.lines, [(None, "frame-src https://atlas.example".to_owned())]);
/// ```
pub fn diagnose(text: &str, folder: &str) -> Diagnosis {
    let mut diagnosis = Diagnosis::default();
    let Some(begins) = html::begins(text) else {
        let all = policies(text);
        if all.iter().any(Policy::is_one) {
            diagnosis.judge(&all, folder);
        }
        if isolates(text) {
            diagnosis.findings.push((None, Finding::Isolated));
        }
        if diagnosis.findings.is_empty() {
            diagnosis.findings.push((None, Finding::NoPolicy));
        }
        return diagnosis;
    };
    // Headers may stand before the page.
    let (headers, source) = text.split_at(begins);
    let page = html::read(source);
    let in_headers = policies(headers).into_iter().filter(Policy::is_one);
    let all: Vec<Policy> = in_headers.chain(policies_in(&page)).collect();
    let named = page.elements.iter().all(|element| element.name == "meta" || element.name == "add");
    // Whoever pastes the element with the policy alone does not ask for the snippet.
    if all.is_empty() || !named {
        let found = remains(&page, source, folder);
        diagnosis.findings.extend(found.into_iter().map(|finding| (None, finding)));
    }
    if !all.is_empty() {
        diagnosis.judge(&all, folder);
    }
    if isolates(headers) {
        diagnosis.findings.push((None, Finding::Isolated));
    }
    diagnosis
}

impl Diagnosis {
    /// All policies count: each has to allow it.
    fn judge(&mut self, all: &[Policy], folder: &str) {
        let number = |at: usize| (all.len() > 1).then_some(at + 1);
        let in_force = || all.iter().enumerate().filter(|(_, policy)| !policy.report_only);
        for need in Need::ALL {
            let verdicts: Vec<(usize, Verdict)> =
                in_force().map(|(at, policy)| (at, examine(&policy.text, need, folder))).collect();
            let blocking = verdicts.iter().filter(|(_, verdict)| !verdict.is_fine());
            let found: Vec<_> =
                blocking.map(|(at, verdict)| (number(*at), Finding::Judged(need, verdict.clone()))).collect();
            if found.is_empty() {
                // That one allows it says more than that others are silent.
                let allowed = verdicts.iter().find(|(_, verdict)| *verdict != Verdict::Silent);
                let fine = allowed.or(verdicts.first());
                self.findings.extend(fine.map(|(_, verdict)| (None, Finding::Judged(need, verdict.clone()))));
            }
            self.findings.extend(found);
        }
        for (at, policy) in in_force() {
            let mut add = |finding| self.findings.push((number(at), finding));
            policy.mistakes().into_iter().for_each(|mistake| add(Finding::Mistaken(mistake)));
            let missing = policy.lacking_in_sandbox();
            if !missing.is_empty() {
                add(Finding::Sandboxed { missing });
            }
            if policy.wants_trusted_types() {
                add(Finding::TrustedTypes);
            }
            self.lines.extend(policy.mended(folder).map(|line| (number(at), line)));
        }
        for (at, _) in all.iter().enumerate().filter(|(_, policy)| policy.report_only) {
            self.findings.push((number(at), Finding::ReportOnly));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDER: &str = "https://atlas.example/clusters/";

    fn diagnosis(text: &str) -> Diagnosis {
        diagnose(text, FOLDER)
    }

    fn blocked(need: Need, directive: &str) -> Finding {
        Finding::Judged(need, Verdict::Blocked { directive: directive.to_owned() })
    }

    fn allowed(need: Need, directive: &str) -> Finding {
        Finding::Judged(need, Verdict::Allowed { directive: directive.to_owned() })
    }

    fn lines(text: &str) -> Vec<String> {
        diagnosis(text).lines.into_iter().map(|(_, line)| line).collect()
    }

    #[test]
    fn the_line_has_the_policy_and_nothing_from_around_it() {
        let mended = "default-src 'self'; frame-src 'self' https://atlas.example; script-src 'self' https://atlas.example";
        for text in [
            "add_header Content-Security-Policy \"default-src 'self'; frame-src 'self'\" always;",
            "HTTP/2 200\nContent-Security-Policy: default-src 'self'; frame-src 'self'\nX-Frame-Options: SAMEORIGIN\nStrict-Transport-Security: max-age=31536000",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#039;self&#039;; frame-src &#039;self&#039;\">",
            "<IfModule mod_headers.c>\nHeader set Content-Security-Policy \"default-src 'self'; frame-src 'self'\"\n</IfModule>",
        ] {
            assert_eq!(lines(text), [mended], "{text}");
        }
        assert_eq!(
            lines("Header set Content-Security-Policy \"default-src 'self'\""),
            [
                "default-src 'self'; script-src 'self' https://atlas.example; frame-src 'self' https://atlas.example"
            ]
        );
    }

    #[test]
    fn each_of_several_policies_has_to_allow_it() {
        for two in [
            "Content-Security-Policy: default-src *\nContent-Security-Policy: frame-src 'none'",
            "default-src * , frame-src 'none'",
            "<meta http-equiv=Content-Security-Policy content='default-src *'><meta http-equiv=Content-Security-Policy content=\"frame-src 'none'\">",
        ] {
            let found = diagnosis(two);
            let expected =
                [(None, allowed(Need::Script, "default-src")), (Some(2), blocked(Need::Frame, "frame-src"))];
            assert_eq!(found.findings, expected, "{two}");
            assert_eq!(found.lines, [(Some(2), "frame-src https://atlas.example".to_owned())], "{two}");
        }
    }

    #[test]
    fn what_is_only_reported_blocks_nothing() {
        let found = diagnosis("Content-Security-Policy-Report-Only: default-src 'self'");
        assert_eq!(found, Diagnosis { findings: vec![(None, Finding::ReportOnly)], lines: Vec::new() });
    }

    #[test]
    fn what_else_a_policy_does_to_the_snippet_is_said() {
        let missing = |text: &str| {
            let found = diagnosis(text).findings;
            found.into_iter().find_map(|(_, finding)| match finding {
                Finding::Sandboxed { missing } => Some(missing),
                _ => None,
            })
        };
        assert!(missing("sandbox allow-scripts; default-src *").unwrap().contains(&"allow-same-origin"));
        let has = |text: &str, finding: &Finding| {
            diagnosis(text).findings.iter().any(|(_, found)| found == finding)
        };
        assert!(has("require-trusted-types-for 'script'", &Finding::TrustedTypes));
        assert!(has("Cross-Origin-Embedder-Policy: require-corp", &Finding::Isolated));
        assert!(!has("Cross-Origin-Embedder-Policy: require-corp", &Finding::NoPolicy));
        let colon = Mistake::Colon { directive: "frame-src".to_owned() };
        assert!(has("script-src: 'self'; frame-src: 'self'", &Finding::Mistaken(colon)));
    }

    #[test]
    fn what_is_no_policy_is_called_none() {
        for text in ["hello my page does not work", "404 Not Found", "a < b", "Server: nginx\nVary: Accept"] {
            assert_eq!(diagnosis(text).findings, [(None, Finding::NoPolicy)], "{text}");
        }
    }

    #[test]
    fn a_page_with_headers_before_it_is_both() {
        let text = "HTTP/2 200\ncontent-security-policy: frame-src 'none'\n\n<!doctype html><p>Ours</p>";
        let found: Vec<Finding> = diagnosis(text).findings.into_iter().map(|(_, finding)| finding).collect();
        let silent = Finding::Judged(Need::Script, Verdict::Silent);
        assert_eq!(found, [Finding::Nothing, silent, blocked(Need::Frame, "frame-src")]);
    }
}
