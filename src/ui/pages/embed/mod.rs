//! The builder of snippets: which view, how it looks, how it behaves on the host's page, and what to paste there.

mod doctor;
mod link_text;
mod look_fields;
mod parts;
mod view_field;

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::browser;
use crate::embed::{Choice, Kind, SANDBOX, origin_of, share_page};
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::components::page_title;
use crate::ui::labels::Labels;
use crate::ui::messages::{LANGUAGES, language, tr};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use doctor::doctor;
use link_text::{link_text, load_title};
use look_fields::look_fields;
use parts::{button, code, field, group, section, sentence, tick};
use view_field::view_field;

/// What a frame of this site may do here and one on another page may not: the preview does no more than what is pasted.
const DENIED: &str = "fullscreen 'none'; geolocation 'none'";

/// The route of this page for a choice.
fn route_of(choice: &Choice) -> Route {
    match Route::embed(&Route::parse(&choice.hash)) {
        Route::Embed { of, .. } => Route::Embed { of, look: choice.look() },
        other => other,
    }
}

/// The page.
#[component]
pub fn EmbedPage(atlas: Shared<Atlas>) -> impl IntoView {
    page_title(&atlas, || tr("embed-title"));
    let app = app();
    let folder = StoredValue::new(browser::folder());
    let choice = Memo::new(move |_| match app.route() {
        Route::Embed { of, look } => {
            Choice::read(&of.to_hash(), look.as_deref().unwrap_or_default(), &LANGUAGES)
        }
        _ => Choice::read(&Route::default().to_hash(), "", &LANGUAGES),
    });
    let hash = Memo::new(move |_| choice.with(|choice| choice.hash.clone()));
    load_title(hash, atlas.clone());
    let origin = folder.with_value(|folder| origin_of(folder));
    let provider =
        atlas.config.address.as_ref().map(|address| address.as_str().trim_end_matches('/').to_owned());
    let policy = vec![
        sentence("", "embed-policy-text"),
        code(Signal::stored(["script-src ", &origin, "; frame-src ", &origin].concat())),
        sentence("quiet", "embed-policy-note"),
    ];
    let left = vec![
        section("", "embed-view-title", view_field(choice, folder, &atlas).into_any()),
        section("", "embed-look-title", look_fields(choice).into_any()),
    ];
    view! {
        <main id="main" class="page embed" tabindex="-1">
            <h1>{move || tr("embed-title")}</h1>
            {sentence("lead", "embed-lead")}
            <div class="embed-columns"><div>{left}</div> {preview(choice, folder)}</div>
            {snippets(choice, folder, &atlas)}
            {pasted(hash, provider)}
            {section("", "embed-policy-title", policy.into_any())}
            {doctor(folder)}
        </main>
    }
}

/// The app in a frame of its own page, with what is chosen: what the host's visitors will see.
fn preview(choice: Memo<Choice>, folder: StoredValue<String>) -> AnyView {
    let narrow = RwSignal::new(false);
    let address = Memo::new(move |_| {
        // This page is the host's here: what is as the host's page speaks as this one does.
        let language = language();
        let shown = choice
            .with(|choice| Choice { language: choice.language.clone().or(Some(language)), ..choice.clone() });
        folder.with_value(|folder| shown.frame_address(folder))
    });
    let width = |wanted: bool, words| {
        let on = Signal::derive(move || narrow.get() == wanted);
        button(words, Some(on), (move || narrow.set(wanted)).into())
    };
    // Another address is another frame: a frame that is sent elsewhere leaves an entry in the history.
    let title = move || tr("embed-preview-title");
    let height = move || choice.with(|choice| choice.height.map(|height| format!("{height}px")));
    let frame = view! {
        <For each=move || [address.get()] key=String::clone let:src>
            <iframe class:narrow=move || narrow.get() style:height=height title=title sandbox=SANDBOX allow=DENIED src=src></iframe>
        </For>
    };
    let widths = vec![width(true, "embed-preview-phone"), width(false, "embed-preview-desktop")];
    let body = view! { <p class="actions">{widths}</p> {frame} };
    section("preview", "embed-preview-title", body.into_any())
}

/// What to paste, by the place it is pasted into.
fn snippets(choice: Memo<Choice>, folder: StoredValue<String>, atlas: &Shared<Atlas>) -> AnyView {
    let app = app();
    let atlas = StoredValue::new(atlas.clone());
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let kind = RwSignal::new(Kind::Link);
    let text = Memo::new(move |_| {
        let kind = kind.get();
        let hash = choice.with(|choice| choice.hash.clone());
        let words = atlas.with_value(|atlas| labels.with(|labels| link_text(&hash, atlas, labels)));
        folder.with_value(|folder| choice.with(|choice| choice.snippet(kind, folder, &words)))
    });
    let area = NodeRef::<Textarea>::new();
    let copy = move || {
        to_the_end(async move {
            let copied = browser::copy_text(&text.get_untracked()).await;
            // Who may not copy by a button has it selected, and copies by hand.
            if !copied && let Some(area) = area.try_get_untracked().flatten() {
                let _ = area.focus();
                area.select();
            }
            app.announce(if copied { tr("embed-copied") } else { tr("embed-not-copied") });
        });
    };
    let one = move |wanted: Kind| {
        let on = Signal::derive(move || kind.get() == wanted);
        tick("radio", "kind", kind_words(wanted).0, on, (move || kind.set(wanted)).into())
    };
    let field_of_text =
        view! { <textarea node_ref=area class="code" readonly=true rows="5" prop:value=text></textarea> };
    let said = view! { <span class="said" aria-hidden="true">{move || app.announcement.with(|it| it.text.clone())}</span> };
    let body = vec![
        group("embed-kind", Kind::ALL.map(one).into()),
        view! { <p>{move || tr(kind_words(kind.get()).1)}</p> }.into_any(),
        field("embed-snippet-label", field_of_text.into_any()),
        button("embed-copy", None, copy.into()),
        said.into_any(),
    ];
    section("", "embed-snippet-title", body.into_any())
}

/// The link that sites which take providers (oEmbed) make an embed of, for views that have one and deployments that
/// offer it.
fn pasted(hash: Memo<String>, provider: Option<String>) -> AnyView {
    let body = move || match &provider {
        None => vec![sentence("", "embed-pasted-off")],
        Some(provider) => match share_page(&Route::parse(&hash.get())) {
            None => vec![sentence("", "embed-pasted-none")],
            Some(page) => {
                let link = [provider.as_str(), "/", &page, ".html"].concat();
                vec![sentence("", "embed-pasted-text"), code(Signal::stored(link))]
            }
        },
    };
    section("", "embed-pasted-title", body.into_any())
}

/// What a kind of snippet is called, and how it is used.
fn kind_words(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Link => ("embed-kind-link", "embed-recipe-link"),
        Kind::Element => ("embed-kind-element", "embed-recipe-element"),
        Kind::Div => ("embed-kind-div", "embed-recipe-div"),
        Kind::Frame => ("embed-kind-frame", "embed-recipe-frame"),
        Kind::WordPress => ("embed-kind-wordpress", "embed-recipe-wordpress"),
        Kind::Drupal => ("embed-kind-drupal", "embed-recipe-drupal"),
    }
}
