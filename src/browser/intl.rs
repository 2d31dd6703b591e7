//! Names and formats that the browser itself knows in every language.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::domain::Day;
use crate::words::Numbers;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = DisplayNames)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Intl, js_name = PluralRules)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &Array, options: &Object) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;
}

/// Names of countries or languages in one language.
pub struct Names(Option<DisplayNames>);

impl Names {
    /// Country names in `language`.
    pub fn of_countries(language: &str) -> Self {
        Self::of_type("region", language)
    }

    /// Language names in `language`.
    pub fn of_languages(language: &str) -> Self {
        Self::of_type("language", language)
    }

    fn of_type(kind: &str, language: &str) -> Self {
        let options = Object::new();
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &"type".into(), &kind.into());
        Self(DisplayNames::new(&locales(language), &options).ok())
    }

    /// The name of a code; the code itself where the browser knows no name.
    pub fn name(&self, code: &str) -> String {
        self.0
            .as_ref()
            .and_then(|names| names.of(code).ok())
            .and_then(|name| name.as_string())
            .unwrap_or_else(|| code.to_owned())
    }
}

/// A text with a capital first letter, by the rules of its language.
pub fn capitalised(text: &str, language: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().collect();
    String::from(js_sys::JsString::from(first).to_locale_upper_case(Some(language))) + letters.as_str()
}

fn locales(language: &str) -> Array {
    // Days and numbers as Europe writes them in English: 21 November 2026.
    let preferred = if language == "en" { "en-GB" } else { language };
    Array::of2(&preferred.into(), &"en".into())
}

/// How a language writes and counts numbers: `1,445`, `1.445`, `1 445`.
pub struct NumbersOf {
    /// Made once: a new format for every number of a list costs more than the list.
    write: js_sys::Function,
    plurals: PluralRules,
}

impl NumbersOf {
    /// The manner of `language`.
    pub fn new(language: &str) -> Self {
        let (locales, options) = (locales(language), Object::new());
        Self {
            write: js_sys::Intl::NumberFormat::new(&locales, &options).format(),
            plurals: PluralRules::new(&locales, &options),
        }
    }
}

impl Numbers for NumbersOf {
    fn written(&self, number: f64) -> String {
        self.write
            .call1(&JsValue::UNDEFINED, &number.into())
            .ok()
            .and_then(|t| t.as_string())
            .unwrap_or_default()
    }

    fn category(&self, number: f64) -> String {
        self.plurals.select(number)
    }
}

/// A calendar day in words, in the manner of `language`: `21 November 2026`.
pub fn format_date(day: Day, language: &str) -> String {
    format_day(day, language, &[("dateStyle", "long")])
}

/// The month of a day in words, in the manner of `language`: `November 2026`.
pub fn format_month(day: Day, language: &str) -> String {
    format_day(day, language, &[("year", "numeric"), ("month", "long")])
}

/// The month of a day in a few letters: `Nov`.
pub fn format_month_short(day: Day, language: &str) -> String {
    format_day(day, language, &[("month", "short")])
}

fn format_day(day: Day, language: &str, manner: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (key, value) in manner.iter().chain(&[("timeZone", "UTC")]) {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    let date = day.date();
    let millis = js_sys::Date::utc(f64::from(date.year()), f64::from(u8::from(date.month())) - 1.0);
    let days = f64::from(date.day()) - 1.0;
    let instant = js_sys::Date::new(&(millis + days * 86_400_000.0).into());
    let format = js_sys::Intl::DateTimeFormat::new(&locales(language), &options);
    format.format().call1(&JsValue::UNDEFINED, &instant).ok().and_then(|t| t.as_string()).unwrap_or_default()
}

/// A text in Unicode normalisation form C: the tables are the browser's.
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}
