//! Every text a person reads, from the locale files.
//!
//! `tr_view("key")` is a closure for a view, and follows the language; `tr("key")` is the text as it is now.
//! A key that the chosen language lacks is taken from English.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use crate::browser::{self, NumbersOf};
use crate::fluent::{self, Argument, Messages, Numbers};

/// Languages that have a locale file, English first: what is missing elsewhere is taken from it.
pub const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

/// A language's messages, and how it writes numbers and days.
struct Bundle {
    messages: Messages,
    numbers: NumbersOf,
}

#[derive(Default)]
struct Languages {
    english: Option<Bundle>,
    chosen: Option<Bundle>,
    /// The further files of words that are asked for: what several chunks say, and what one says alone.
    wanted: Vec<&'static str>,
    /// Those of them that are there.
    there: Vec<&'static str>,
}

thread_local! {
    static BUNDLES: RefCell<Languages> = RefCell::default();
    static LANGUAGE: RefCell<Option<RwSignal<String>>> = const { RefCell::new(None) };
    /// How often a language was chosen.
    static CHOICES: Cell<u32> = const { Cell::new(0) };
}

/// Makes the language a signal that views follow. Called once, at the start, inside the app's owner.
pub fn provide() {
    LANGUAGE.set(Some(RwSignal::new(LANGUAGES[0].to_owned())));
}

fn signal() -> RwSignal<String> {
    LANGUAGE.with_borrow(|signal| signal.expect("the app provides the language before it draws anything"))
}

/// The language in use; a view that calls this is drawn again when it changes.
pub fn language() -> String {
    signal().get()
}

/// The language to start with: the one in the address, else the visitor's first that has a file, else the
/// deployment's, else English.
pub fn first_language(in_address: Option<&str>, of_deployment: Option<&str>) -> &'static str {
    let known = |wanted: &str| {
        let primary = wanted.split('-').next().unwrap_or_default().to_ascii_lowercase();
        LANGUAGES.into_iter().find(|l| *l == primary)
    };
    in_address
        .and_then(known)
        .or_else(|| browser::preferred_languages().iter().find_map(|l| known(l)))
        .or_else(|| of_deployment.and_then(known))
        .unwrap_or(LANGUAGES[0])
}

/// Why a locale file cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
#[error("locales/{language}.ftl could not be loaded")]
pub struct LocaleFailed {
    /// The language.
    pub language: String,
}

/// Loads a language's file, and English where that is not there yet; then every view is in it. `false` if another
/// language was chosen in the meantime: the last choice holds, whichever file comes last.
pub async fn set_locale(language: &str) -> Result<bool, LocaleFailed> {
    let choice = CHOICES.get() + 1;
    CHOICES.set(choice);
    let chosen = chosen(language).await;
    if CHOICES.get() != choice {
        return Ok(false);
    }
    let chosen = chosen?;
    BUNDLES.with_borrow_mut(|languages| languages.chosen = chosen);
    browser::set_language(language);
    signal().set(language.to_owned());
    Ok(true)
}

/// What a language says where English does not, once that is there.
async fn chosen(language: &str) -> Result<Option<Bundle>, LocaleFailed> {
    let has_english = BUNDLES.with_borrow(|languages| languages.english.is_some());
    if !has_english {
        let english = load(LANGUAGES[0]).await?;
        BUNDLES.with_borrow_mut(|languages| languages.english = Some(english));
    }
    Ok(if language == LANGUAGES[0] { None } else { Some(load(language).await?) })
}

async fn load(language: &str) -> Result<Bundle, LocaleFailed> {
    let mut messages = Messages::read(&file(language, "").await?);
    if messages.is_empty() {
        return Err(LocaleFailed { language: language.to_owned() });
    }
    let mut added = 0;
    // One may have come while another was awaited.
    while let Some(part) = BUNDLES.with_borrow(|languages| languages.there.get(added).copied()) {
        if let Ok(more) = file(language, part).await {
            messages.add(&more);
        }
        added += 1;
    }
    Ok(Bundle { messages, numbers: NumbersOf::new(language) })
}

/// Asks for the words that a chunk says alone, one of [`fluent::CHUNKS_WITH_WORDS`]: [`load_deferred`] brings them.
///
/// [`fluent::CHUNKS_WITH_WORDS`]: crate::fluent::CHUNKS_WITH_WORDS
pub fn want(part: &'static str) {
    BUNDLES.with_borrow_mut(|languages| {
        if !languages.wanted.contains(&part) {
            languages.wanted.push(part);
        }
    });
}

/// Loads what several chunks say, and what is wanted of those that one says alone, unless it is there.
pub async fn load_deferred() -> Result<(), LocaleFailed> {
    want(fluent::SHARED_WORDS);
    let wanted = BUNDLES.with_borrow(|languages| languages.wanted.clone());
    let mut outcome = Ok(());
    for part in wanted {
        let loaded = load_part(part).await;
        if loaded.is_err() {
            // Who wants it will ask again; nobody else is to wait for it.
            BUNDLES.with_borrow_mut(|languages| languages.wanted.retain(|wanted| *wanted != part));
            outcome = loaded;
        }
    }
    outcome
}

async fn load_part(part: &'static str) -> Result<(), LocaleFailed> {
    while !BUNDLES.with_borrow(|languages| languages.there.contains(&part)) {
        let in_use = untrack(language);
        let english = file(LANGUAGES[0], part).await?;
        let chosen = if in_use == LANGUAGES[0] { None } else { file(&in_use, part).await.ok() };
        // The visitor may have chosen another language in the meantime.
        if in_use == untrack(language) {
            BUNDLES.with_borrow_mut(|languages| {
                languages.there.push(part);
                for (bundle, more) in
                    [(&mut languages.english, Some(english)), (&mut languages.chosen, chosen)]
                {
                    if let (Some(bundle), Some(more)) = (bundle, more) {
                        bundle.messages.add(&more);
                    }
                }
            });
        }
    }
    Ok(())
}

async fn file(language: &str, part: &str) -> Result<String, LocaleFailed> {
    let failed = || LocaleFailed { language: language.to_owned() };
    let dot = if part.is_empty() { "" } else { "." };
    let file = browser::edition_file(&["locales/", language, dot, part, ".ftl"].concat());
    let response = browser::get(&file).await.map_err(|_| failed())?;
    // Some servers answer every address with a page, and there is a status of success on it.
    if response.status != 200 || response.body.starts_with(b"<") {
        return Err(failed());
    }
    String::from_utf8(response.body).map_err(|_| failed())
}

/// The text of a key with its arguments, as it is now; a view that calls this follows the language.
pub fn tr_with(key: &'static str, arguments: &[(&str, Argument)]) -> String {
    signal().track();
    BUNDLES.with_borrow(|languages| {
        [&languages.chosen, &languages.english]
            .into_iter()
            .flatten()
            .find_map(|bundle| bundle.messages.format(key, arguments, &bundle.numbers))
            .unwrap_or_else(|| key.to_owned())
    })
}

/// The text of a key, as it is now; a view that calls this follows the language.
pub fn tr(key: &'static str) -> String {
    tr_with(key, &[])
}

/// The text of a key as a closure, for views.
pub fn tr_view(key: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || tr(key)
}

/// A number as the language writes it.
pub fn number(value: impl Into<f64>) -> String {
    written(value.into())
}

fn written(value: f64) -> String {
    signal().track();
    BUNDLES.with_borrow(|languages| {
        let bundle = languages.chosen.as_ref().or(languages.english.as_ref());
        bundle.map_or_else(String::new, |bundle| bundle.numbers.written(value))
    })
}

/// A day as the language writes it.
pub fn date(day: crate::domain::Day) -> String {
    browser::format_date(day, &language())
}

/// The text of a key with named arguments: `tr!("results-count", "count" => 12)`.
macro_rules! translate {
    ($key:literal $(, $name:literal => $value:expr)* $(,)?) => {
        $crate::ui::messages::tr_with($key, &[$(($name, $crate::fluent::Argument::from($value))),*])
    };
}
pub(in crate::ui) use translate as tr;
