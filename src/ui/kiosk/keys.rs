//! The keyboard on the screen: real buttons, for fingers, switches and screen readers alike. What it types the page hears as
//! from any other keyboard.

use leptos::prelude::*;

use crate::browser;
use crate::kiosk::{Layout, Stroke, shifted, variants};
use crate::ui::messages::tr_view;
use crate::ui::task::to_the_end;

use super::Shell;

/// The keyboard, while a field has the focus that takes text.
#[component]
pub fn Keys(shell: Shell) -> impl IntoView {
    let shown = RwSignal::new(false);
    let layout = RwSignal::new(Layout::Latin);
    let capital = RwSignal::new(false);
    // The last letter, whose accents are offered.
    let last = RwSignal::new(None::<char>);
    let look = move || {
        // When the browser has moved the focus.
        to_the_end(async move {
            browser::wait(0).await;
            let field = browser::typing_field();
            let wanted = field.is_some() && shell.keys_away.try_get_untracked() == Some(false);
            if field.is_none() {
                let _ = shell.keys_away.try_set(false);
            }
            if shown.try_get_untracked() == Some(!wanted) {
                shown.set(wanted);
                last.set(None);
                if let Some(field) = field.filter(|_| wanted) {
                    browser::next_frame().await;
                    browser::reveal_element(&field);
                }
            }
        });
    };
    browser::on_focus_moves(look);
    let strike = move |stroke: Stroke| match stroke {
        Stroke::Write(letter) => {
            browser::type_text(Some(letter.encode_utf8(&mut [0; 4])));
            last.set(Some(letter));
            capital.set(false);
        }
        Stroke::Delete => {
            browser::type_text(None);
            last.set(None);
        }
        Stroke::Shift => capital.update(|capital| *capital = !*capital),
        Stroke::Switch(to) => layout.set(to),
        Stroke::Next => browser::next_field(),
        Stroke::Away => {
            shell.keys_away.set(true);
            shown.set(false);
        }
    };
    let accents = move || accents_of(last);
    let rows = move || {
        let is_capital = capital.get();
        let rows = layout.get().rows().iter().map(|row| {
            let keys = row.chars().map(|letter| {
                let letter = if is_capital { shifted(letter) } else { letter };
                key(letter.to_string(), move || strike(Stroke::Write(letter)))
            });
            view! { <div class="kiosk-keys-row">{keys.collect_view()}</div> }.into_any()
        });
        rows.collect_view()
    };
    let switches = move || {
        let switch = |to: Layout| {
            let chosen = move || (layout.get() == to).to_string();
            view! {
                <button type="button" class="kiosk-key wide" aria-pressed=chosen on:pointerdown=keep_focus on:click=move |_| strike(Stroke::Switch(to))>{to.sign()}</button>
            }
            .into_any()
        };
        Layout::ALL.map(switch).collect_view()
    };
    let named = move |words: &'static str, stroke: Stroke| {
        view! {
            <button type="button" class="kiosk-key wide" on:pointerdown=keep_focus on:click=move |_| strike(stroke)>{tr_view(words)}</button>
        }
        .into_any()
    };
    move || {
        shown.get().then(|| view! {
            <div class="kiosk-keys" data-keys="" role="group" aria-label=tr_view("keys")>
                {accents}
                {rows}
                <div class="kiosk-keys-row">
                    {switches}
                    <button type="button" class="kiosk-key wide" aria-pressed=move || capital.get().to_string() on:pointerdown=keep_focus on:click=move |_| strike(Stroke::Shift)>{tr_view("keys-shift")}</button>
                    <button type="button" class="kiosk-key space" on:pointerdown=keep_focus on:click=move |_| strike(Stroke::Write(' '))>{tr_view("keys-space")}</button>
                    {named("keys-delete", Stroke::Delete)}
                    {named("keys-next", Stroke::Next)}
                    {named("keys-away", Stroke::Away)}
                </div>
            </div>
        }.into_any())
    }
}

/// The letters that the last one can become; one of them takes its place.
fn accents_of(last: RwSignal<Option<char>>) -> Option<AnyView> {
    let typed = last.get()?;
    let small = typed.to_lowercase().next()?;
    let offered = variants(small);
    let keys = offered.chars().map(|one| {
        let one = if typed == small { one } else { shifted(one) };
        key(one.to_string(), move || {
            browser::type_text(None);
            browser::type_text(Some(one.encode_utf8(&mut [0; 4])));
            last.set(None);
        })
    });
    (!offered.is_empty()).then(|| view! {
        <div class="kiosk-keys-row" role="group" aria-label=tr_view("keys-accents")>{keys.collect_view()}</div>
    }.into_any())
}

/// A finger on a key leaves the focus in the field; a keyboard or a switch moves it, and the field is found again.
fn keep_focus(event: leptos::ev::PointerEvent) {
    event.prevent_default();
}

fn key(sign: String, strike: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="kiosk-key" on:pointerdown=keep_focus on:click=move |_| strike()>{sign}</button>
    }
    .into_any()
}
