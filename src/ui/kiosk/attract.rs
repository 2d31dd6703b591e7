//! What is shown while nobody is there: views of the data in turn, and the offer to touch the screen.

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::dataset::Preset;
use crate::route::{FindParams, LandscapePage, Route};
use crate::ui::atlas::Atlas;
use crate::ui::messages::{self, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::task::while_there;

use super::Shell;

/// How long a view is shown, in milliseconds.
const SLIDE_MS: i32 = 12_000;
/// How many of the values of a facet get a view of their own, the most frequent ones.
const MOST_VALUES: usize = 6;
/// After so many views without a visitor there is a fresh document: memory of WebAssembly only grows, and a newer edition
/// is taken over this way.
const SLIDES_OF_A_DOCUMENT: usize = 150;

/// The views that are shown in turn: those of the preset, else what the data have, the next dates between the ecosystems and
/// the figures at the end.
fn slides(preset: &Preset, atlas: &Atlas) -> Vec<Route> {
    if !preset.slides.is_empty() {
        return preset.slides.iter().map(|slide| Route::of_view(slide)).collect();
    }
    let is_there = |collection: &Collection| {
        Atlas::file_of(&atlas.config, &atlas.manifest, *collection).is_some()
            && preset.has_part(collection.about().path)
    };
    let dated = [Collection::Calls, Collection::Events, Collection::Trainings];
    let mut dated = dated.into_iter().filter(is_there).map(|it| Route::Find(Box::new(FindParams::of(it))));
    let start = Route::of_view(&preset.start);
    let mut slides = vec![start];
    if preset.has_part(Collection::Organisations.about().path) {
        let outcome = atlas.index.run(&FindParams::of(Collection::Organisations).query());
        let facet = "ecosystem";
        let counts = outcome.counts.of(facet).iter().copied();
        let mut values: Vec<(&String, u32)> = atlas.index.values(facet).iter().zip(counts).collect();
        values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (value, _) in values.into_iter().take(MOST_VALUES) {
            let params = FindParams::of(Collection::Organisations).with_value(facet, value, true);
            slides.push(Route::Find(Box::new(params)));
            slides.extend(dated.next());
        }
    }
    slides.extend(dated);
    if preset.has_part(LandscapePage::Countries.path()) {
        slides.push(Route::of_view(LandscapePage::Figures.path()));
    }
    slides
}

/// The views in turn, until somebody touches the screen.
#[component]
pub fn Attract(
    shell: Shell,
    preset: Preset,
    atlas: Shared<Atlas>,
    begin: impl Fn() + 'static,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let rests = Memo::new(move |_| shell.idle.with(crate::kiosk::Idle::is_resting));
    let still = browser::matches_media("(prefers-reduced-motion: reduce)");
    let paused = RwSignal::new(still);
    let turn = RwSignal::new(0_usize);
    let slides = slides(&preset, &atlas);
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if shell.lock.with(Option::is_some) {
            // Nobody is invited, and nothing of it is open behind what says so.
            dialog.close();
        } else if rests.get() && !dialog.open() {
            // Only an element that is not in a page cannot be shown.
            let _ = dialog.show_modal();
        } else if !rests.get() && dialog.open() {
            dialog.close();
            begin();
        }
    });
    Effect::new(move |_| {
        let turn = turn.get();
        if rests.get_untracked() && turn > 0 {
            shell.app.adjust(slides[turn % slides.len()].clone());
        }
    });
    while_there(turn, async move {
        loop {
            browser::wait(SLIDE_MS).await;
            if !rests.get_untracked() || shell.is_locked() {
                break;
            }
            if turn.get_untracked() >= SLIDES_OF_A_DOCUMENT {
                browser::fresh_document("");
            }
            if !paused.get_untracked() {
                turn.update(|turn| *turn += 1);
            }
        }
    });
    let published = atlas.manifest.published.map(messages::date);
    let title = atlas.config.title.clone();
    // The card stands elsewhere with every view, so that nothing burns into the screen.
    let place = move || ["kiosk-attract kiosk-place-", &(turn.get() % 4).to_string()].concat();
    view! {
        <dialog node_ref=element class=place aria-label=tr_view("kiosk-attract") on:close=move |_| shell.touched()>
            <div class="kiosk-card">
                <h2>{title}</h2>
                <button type="button" class="button primary kiosk-begin" autofocus on:click=move |_| shell.touched()>
                    {tr_view("kiosk-begin")}
                </button>
                <p class="quiet">{move || published.clone().map(|date| tr!("kiosk-data-of", "date" => date))}</p>
            </div>
            <button type="button" class="button kiosk-pause" data-pause="" aria-pressed=move || paused.get().to_string()
                on:click=move |_| paused.update(|paused| *paused = !*paused)>
                {tr_view("kiosk-pause")}
            </button>
        </dialog>
    }
}
