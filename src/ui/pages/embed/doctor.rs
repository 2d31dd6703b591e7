//! The embed doctor: somebody pastes the host's policy or its saved HTML, and reads what stands in the way.

use leptos::prelude::*;

use crate::embed::{Need, Remains, Verdict, examine, mended, policy_in, remains};
use crate::ui::messages::tr;

use super::parts::{code, field, section, sentence};

/// One thing that was found.
struct Finding {
    fine: bool,
    text: String,
}

/// Takes a policy or a page, and says what it does to a snippet.
pub fn doctor(folder: StoredValue<String>) -> AnyView {
    let pasted = RwSignal::new(String::new());
    let found = move || {
        let text = pasted.get();
        if text.trim().is_empty() {
            return Vec::new();
        }
        let one = |Finding { fine, text }| {
            let mark = if fine { "✓ " } else { "✗ " };
            view! { <li>{mark} {text}</li> }.into_any()
        };
        folder.with_value(|folder| findings(&text, folder).into_iter().map(one).collect::<Vec<_>>())
    };
    let line = move || {
        let text = pasted.get();
        let policy = if is_page(&text) { policy_in(&text)? } else { text };
        let line = folder.with_value(|folder| mended(&policy, folder))?;
        Some(vec![sentence("", "embed-doctor-line"), code(Signal::stored(line))])
    };
    let area = view! {
        <textarea class="code" rows="5" spellcheck="false" on:input=move |event| pasted.set(event_target_value(&event))></textarea>
    };
    let body = vec![
        sentence("", "embed-doctor-text"),
        field("embed-doctor-label", area.into_any()),
        view! { <div role="status"><ul class="embed-findings">{found}</ul>{line}</div> }.into_any(),
    ];
    section("", "embed-doctor-title", body.into_any())
}

/// Whether what was pasted is HTML: no policy has a tag in it.
fn is_page(text: &str) -> bool {
    text.contains('<')
}

fn findings(text: &str, folder: &str) -> Vec<Finding> {
    if !is_page(text) {
        return verdicts(text, folder);
    }
    let mut found = of_page(remains(text, folder));
    if let Some(policy) = policy_in(text) {
        found.extend(verdicts(&policy, folder));
    }
    found
}

fn verdicts(policy: &str, folder: &str) -> Vec<Finding> {
    let one = |need: Need| {
        let verdict = examine(policy, need, folder);
        Finding { fine: verdict.is_fine(), text: told(need, &verdict) }
    };
    Need::ALL.map(one).into()
}

fn told(need: Need, verdict: &Verdict) -> String {
    match (need, verdict) {
        (Need::Script, Verdict::Silent) => tr("embed-script-silent"),
        (Need::Script, Verdict::Allowed { directive }) => {
            tr!("embed-script-allowed", "directive" => directive.as_str())
        }
        (Need::Script, Verdict::Blocked { directive }) => {
            tr!("embed-script-blocked", "directive" => directive.as_str())
        }
        (_, Verdict::NeedsNonce { directive }) => {
            tr!("embed-script-nonce", "directive" => directive.as_str())
        }
        (Need::Frame, Verdict::Silent) => tr("embed-frame-silent"),
        (Need::Frame, Verdict::Allowed { directive }) => {
            tr!("embed-frame-allowed", "directive" => directive.as_str())
        }
        (Need::Frame, Verdict::Blocked { directive }) => {
            tr!("embed-frame-blocked", "directive" => directive.as_str())
        }
    }
}

/// What is left of a snippet, from what works to what is missing.
fn of_page(remains: Remains) -> Vec<Finding> {
    let finding = |fine, text| Finding { fine, text };
    let mut found = Vec::new();
    if !remains.named {
        found.push(finding(false, tr("embed-page-nothing")));
        return found;
    }
    if remains.frame {
        found.push(finding(true, tr("embed-page-frame")));
    }
    if remains.held_back {
        found.push(finding(false, tr("embed-page-held-back")));
    }
    match (remains.script, remains.element || remains.link) {
        (true, true) => found.push(finding(true, tr("embed-page-whole"))),
        (true, false) if !remains.frame => found.push(finding(false, tr("embed-page-only-script"))),
        (false, true) => found.push(finding(false, tr("embed-page-no-script"))),
        (false, false) if !remains.frame && !remains.held_back => {
            found.push(finding(false, tr("embed-page-only-link")));
        }
        _ => {}
    }
    found
}
