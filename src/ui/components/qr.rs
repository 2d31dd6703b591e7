//! A link as a QR code, so that a phone can take it along.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};

use crate::ui::messages::tr_view;

/// Quiet modules around the code, as ISO/IEC 18004 asks for.
const QUIET: i32 = 4;

/// A QR code of a text; says so where the text is too long for one.
#[component]
pub fn QrCode(#[prop(into)] text: Signal<String>, #[prop(into)] name: Signal<String>) -> impl IntoView {
    move || match Code::encode_text(&text.get(), QrCodeEcc::Low) {
        Ok(code) => {
            let side = code.size() + 2 * QUIET;
            view! {
                <svg class="qr" role="img" aria-label=move || name.get() viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
                    <rect class="qr-paper" width="100%" height="100%"/>
                    <path class="qr-ink" d=path(&code)/>
                </svg>
            }
            .into_any()
        }
        Err(_) => view! { <p class="quiet">{tr_view("qr-too-long")}</p> }.into_any(),
    }
}

/// One path for all dark modules: a run per row segment.
fn path(code: &Code) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{}v1H{}z", start + QUIET, y + QUIET, x - start, start + QUIET);
            }
            x += 1;
        }
    }
    path
}
