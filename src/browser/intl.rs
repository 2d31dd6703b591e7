//! Names and formats that the browser itself knows in every language.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = DisplayNames)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
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

fn locales(language: &str) -> Array {
    // Days and numbers as Europe writes them in English: 21 November 2026.
    let preferred = if language == "en" { "en-GB" } else { language };
    Array::of2(&preferred.into(), &"en".into())
}

/// A number in the manner of `language`: `1,445`, `1.445`, `1 445`.
pub fn format_number(number: f64, language: &str) -> String {
    let format = js_sys::Intl::NumberFormat::new(&locales(language), &Object::new());
    format
        .format()
        .call1(&JsValue::UNDEFINED, &number.into())
        .ok()
        .and_then(|t| t.as_string())
        .unwrap_or_default()
}

/// A calendar day in words, in the manner of `language`: `21 November 2026`.
pub fn format_date(day: crate::domain::Day, language: &str) -> String {
    let options = Object::new();
    for (key, value) in [("dateStyle", "long"), ("timeZone", "UTC")] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &key.into(), &value.into());
    }
    let date = day.date();
    let millis = js_sys::Date::utc(f64::from(date.year()), f64::from(u8::from(date.month())) - 1.0);
    let days = f64::from(date.day()) - 1.0;
    let instant = js_sys::Date::new(&(millis + days * 86_400_000.0).into());
    let format = js_sys::Intl::DateTimeFormat::new(&locales(language), &options);
    format.format().call1(&JsValue::UNDEFINED, &instant).ok().and_then(|t| t.as_string()).unwrap_or_default()
}
