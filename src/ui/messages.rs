//! Every text a person reads, from the locale files.
//!
//! `say("key")` is a closure for a view, and follows the language; `said("key")` is the text as it is now.
//! A key that the chosen language lacks is taken from English.

use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use leptos::prelude::*;
use unic_langid::LanguageIdentifier;

use crate::browser;

/// Languages that have a locale file, English first: what is missing elsewhere is taken from it.
pub const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

type Bundle = FluentBundle<FluentResource>;

#[derive(Default)]
struct Bundles {
    english: Option<Bundle>,
    chosen: Option<Bundle>,
}

thread_local! {
    static BUNDLES: RefCell<Bundles> = RefCell::default();
    static LANGUAGE: RefCell<Option<RwSignal<String>>> = const { RefCell::new(None) };
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

/// Loads a language's file, and English where that is not there yet; then every view speaks it.
pub async fn speak(language: &str) -> Result<(), LocaleFailed> {
    let has_english = BUNDLES.with_borrow(|b| b.english.is_some());
    if !has_english {
        let english = load(LANGUAGES[0]).await?;
        BUNDLES.with_borrow_mut(|b| b.english = Some(english));
    }
    let chosen = if language == LANGUAGES[0] { None } else { Some(load(language).await?) };
    BUNDLES.with_borrow_mut(|b| b.chosen = chosen);
    browser::set_language(language);
    signal().set(language.to_owned());
    Ok(())
}

async fn load(language: &str) -> Result<Bundle, LocaleFailed> {
    let failed = || LocaleFailed { language: language.to_owned() };
    let response = browser::get(&format!("locales/{language}.ftl")).await.map_err(|_| failed())?;
    if response.status != 200 {
        return Err(failed());
    }
    let text = String::from_utf8(response.body).map_err(|_| failed())?;
    // A fault in one message leaves the others usable: the missing one is taken from English.
    let resource = FluentResource::try_new(text).unwrap_or_else(|(partial, _)| partial);
    if resource.entries().next().is_none() {
        return Err(failed());
    }
    let tag: LanguageIdentifier = language.parse().map_err(|_| failed())?;
    let mut bundle = FluentBundle::new(vec![tag]);
    // Texts from data are tidied of direction marks when they are read; isolation marks would end up in exports and searches.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number_in_words_of_the_language));
    // Only a second message of the same name is refused; the first one stands.
    let _ = bundle.add_resource(resource);
    Ok(bundle)
}

fn number_in_words_of_the_language<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(browser::format_number(number.value, &signal().get_untracked())),
        _ => None,
    }
}

/// The text of a key with its arguments, as it is now; a view that calls this follows the language.
pub fn said_with(key: &'static str, args: &FluentArgs<'_>) -> String {
    signal().track();
    BUNDLES.with_borrow(|bundles| {
        [&bundles.chosen, &bundles.english]
            .into_iter()
            .flatten()
            .find_map(|bundle| {
                let pattern = bundle.get_message(key)?.value()?;
                Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
            })
            .unwrap_or_else(|| key.to_owned())
    })
}

/// The text of a key, as it is now; a view that calls this follows the language.
pub fn said(key: &'static str) -> String {
    said_with(key, &FluentArgs::new())
}

/// The text of a key as a closure, for views.
pub fn say(key: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || said(key)
}

/// A number as the language writes it.
pub fn number(value: impl Into<f64>) -> String {
    browser::format_number(value.into(), &language())
}

/// A day as the language writes it.
pub fn date(day: crate::domain::Day) -> String {
    browser::format_date(day, &language())
}

/// The text of a key with named arguments: `text!("results-count", "count" => 12)`.
macro_rules! text {
    ($key:literal $(, $name:literal => $value:expr)* $(,)?) => {{
        #[allow(unused_mut, reason = "a text without arguments has nothing to set")]
        let mut args = fluent_bundle::FluentArgs::new();
        $(args.set($name, $value);)*
        $crate::ui::messages::said_with($key, &args)
    }};
}
pub(in crate::ui) use text;
