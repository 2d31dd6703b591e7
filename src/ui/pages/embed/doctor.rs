//! The embed doctor: somebody pastes the host's policy or its saved HTML, and reads what stands in the way.

use leptos::prelude::*;

use crate::embed::{Finding, Mistake, Need, Of, Verdict, Weight, diagnose};
use crate::ui::messages::tr;

use super::parts::{code, field, section, sentence};

/// Takes a policy or a page, and says what it does to a snippet.
pub fn doctor(folder: StoredValue<String>) -> AnyView {
    let pasted = RwSignal::new(String::new());
    let diagnosis = Memo::new(move |_| {
        let text = pasted.get();
        (!text.trim().is_empty()).then(|| folder.with_value(|folder| diagnose(&text, folder)))
    });
    let found = move || {
        let one = |(number, finding): Of<Finding>| {
            let mark = match finding.weight() {
                Weight::Fine => "✓ ",
                Weight::Note => "– ",
                Weight::Wrong => "✗ ",
            };
            let text = match number {
                Some(number) => {
                    tr!("embed-doctor-of-policy", "number" => number as f64, "finding" => told(&finding))
                }
                None => told(&finding),
            };
            view! { <li>{mark} {text}</li> }.into_any()
        };
        diagnosis.get().map(|diagnosis| diagnosis.findings.into_iter().map(one).collect::<Vec<_>>())
    };
    let lines = move || {
        let one = |(number, line): Of<String>| {
            let label = match number {
                Some(number) => tr!("embed-doctor-line-of", "number" => number as f64),
                None => tr("embed-doctor-line"),
            };
            let label = view! { <p>{label}</p> }.into_any();
            vec![label, code(Signal::stored(line))]
        };
        diagnosis.get().map(|diagnosis| diagnosis.lines.into_iter().flat_map(one).collect::<Vec<_>>())
    };
    let area = view! {
        <textarea class="code" rows="5" spellcheck="false" on:input=move |event| pasted.set(event_target_value(&event))></textarea>
    };
    let body = vec![
        sentence("", "embed-doctor-text"),
        field("embed-doctor-label", area.into_any()),
        view! { <div role="status"><ul class="embed-findings">{found}</ul>{lines}</div> }.into_any(),
    ];
    section("", "embed-doctor-title", body.into_any())
}

/// A finding in words.
fn told(finding: &Finding) -> String {
    match finding {
        Finding::Judged(need, verdict) => judged(*need, verdict),
        Finding::Mistaken(Mistake::Colon { directive }) => {
            tr!("embed-doctor-colon", "directive" => directive.as_str())
        }
        Finding::Mistaken(Mistake::NoSemicolon { directive, within }) => {
            tr!("embed-doctor-semicolon", "directive" => directive.as_str(), "within" => within.as_str())
        }
        Finding::Sandboxed { missing } => tr!("embed-doctor-sandbox", "missing" => missing.join(" ")),
        Finding::FrameSandboxed { missing } => {
            tr!("embed-page-frame-sandbox", "missing" => missing.join(" "))
        }
        Finding::ScriptHeld { sign } => tr!("embed-page-script-held", "sign" => sign.as_str()),
        Finding::NoPolicy => tr("embed-doctor-none"),
        Finding::ReportOnly => tr("embed-doctor-report-only"),
        Finding::TrustedTypes => tr("embed-doctor-trusted-types"),
        Finding::Isolated => tr("embed-doctor-isolated"),
        Finding::Whole => tr("embed-page-whole"),
        Finding::FrameThere => tr("embed-page-frame"),
        Finding::FrameHeld => tr("embed-page-held-back"),
        Finding::NoScript => tr("embed-page-no-script"),
        Finding::OnlyScript => tr("embed-page-only-script"),
        Finding::OnlyLink => tr("embed-page-only-link"),
        Finding::ShownAsText => tr("embed-page-as-text"),
        Finding::OutOfEffect => tr("embed-page-comment"),
        Finding::Nothing => tr("embed-page-nothing"),
    }
}

/// What a policy says of a need.
fn judged(need: Need, verdict: &Verdict) -> String {
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
