//! Names and formats that the browser itself knows in every language.

use std::cell::RefCell;
use std::cmp::Ordering;

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::domain::Day;
use crate::fluent::Numbers;

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
    Array::of2(&regional(language).into(), &"en".into())
}

/// A language as the app writes days and numbers in it: as Europe does in English, 21 November 2026.
pub fn regional(language: &str) -> &str {
    if language == "en" { "en-GB" } else { language }
}

/// Which day weeks begin with where a language tag is of, from 1 for Monday to 7 for Sunday; `None` where the browser
/// does not say.
pub fn first_weekday(tag: &str) -> Option<u8> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &"Locale".into()).ok()?.dyn_into().ok()?;
    let locale = Reflect::construct(&class, &Array::of1(&tag.into())).ok()?;
    // A method in the standard, a property in browsers that were early.
    let info = match Reflect::get(&locale, &"getWeekInfo".into()).ok()?.dyn_into::<Function>() {
        Ok(method) => method.call0(&locale).ok()?,
        Err(_) => Reflect::get(&locale, &"weekInfo".into()).ok()?,
    };
    let first = Reflect::get(&info, &"firstDay".into()).ok()?.as_f64()?;
    (1.0..=7.0).contains(&first).then_some(first as u8)
}

/// How a language writes and counts numbers: `1,445`, `1.445`, `1 445`.
pub struct NumbersOf {
    /// Made once: a new format for every number of a list costs more than the list.
    write: Function,
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
        called(&self.write, &number.into())
    }

    fn category(&self, number: f64) -> String {
        self.plurals.select(number)
    }
}

/// How a moment is written: options of `Intl.DateTimeFormat`.
type Manner = &'static [(&'static str, &'static str)];

/// A moment by the visitor's own clock: `21 Nov 2026, 17:00`.
pub(super) const MOMENT: Manner = &[("dateStyle", "medium"), ("timeStyle", "short")];

/// A time by the visitor's own clock: `17:00`.
pub(super) const TIME: Manner = &[("timeStyle", "short")];

/// A calendar day in words, in the manner of `language`: `21 November 2026`.
pub fn format_date(day: Day, language: &str) -> String {
    format_day(day, language, &[("timeZone", "UTC"), ("dateStyle", "long")])
}

/// The month of a day in words, in the manner of `language`: `November 2026`.
pub fn format_month(day: Day, language: &str) -> String {
    format_day(day, language, &[("timeZone", "UTC"), ("year", "numeric"), ("month", "long")])
}

/// A calendar day with its day of the week: `Saturday, 21 November 2026`.
pub fn format_full_date(day: Day, language: &str) -> String {
    format_day(day, language, &[("timeZone", "UTC"), ("dateStyle", "full")])
}

/// The day of the week of a day, in full and in a few letters: `Saturday`, `Sat`.
pub fn format_weekday(day: Day, language: &str) -> [String; 2] {
    let long: Manner = &[("timeZone", "UTC"), ("weekday", "long")];
    let short: Manner = &[("timeZone", "UTC"), ("weekday", "short")];
    [long, short].map(|manner| format_day(day, language, manner))
}

/// The month of a day in a few letters: `Nov`.
pub fn format_month_short(day: Day, language: &str) -> String {
    format_day(day, language, &[("timeZone", "UTC"), ("month", "short")])
}

fn format_day(day: Day, language: &str, manner: Manner) -> String {
    let date = day.date();
    let millis = Date::utc(f64::from(date.year()), f64::from(u8::from(date.month())) - 1.0);
    let days = f64::from(date.day()) - 1.0;
    let text = written(&Date::new(&(millis + days * 86_400_000.0).into()), language, manner);
    let has_day = manner.iter().any(|(option, _)| *option == "dateStyle");
    if has_day && date.day() == 1 && language.starts_with("fr") { first_in_french(&text) } else { text }
}

/// The first of a month is an ordinal in French, "1er janvier", which browsers do not know.
fn first_in_french(text: &str) -> String {
    let first = |word: &str| if word == "1" { "1er".to_owned() } else { word.to_owned() };
    text.split(' ').map(first).collect::<Vec<_>>().join(" ")
}

thread_local! {
    /// A format for each language and manner, made once: making one takes longer than writing a hundred dates.
    static FORMATS: RefCell<Vec<(String, Manner, Function)>> = const { RefCell::new(Vec::new()) };
}

/// A date in words.
pub(super) fn written(date: &Date, language: &str, manner: Manner) -> String {
    let format = FORMATS.with_borrow_mut(|formats| {
        let known = formats.iter().position(|(spoken, known, _)| spoken == language && *known == manner);
        let at = known.unwrap_or_else(|| {
            let options = Object::new();
            for (key, value) in manner {
                // Setting a property of a fresh object cannot fail.
                let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
            }
            let format = js_sys::Intl::DateTimeFormat::new(&locales(language), &options).format();
            formats.push((language.to_owned(), manner, format));
            formats.len() - 1
        });
        formats[at].2.clone()
    });
    called(&format, date)
}

thread_local! {
    /// What compares names in each language, made once.
    static COLLATORS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

/// Names that are to be brought into the order of a language: as its dictionaries have them.
pub struct Collated {
    compare: Function,
    names: Vec<JsValue>,
}

impl Collated {
    /// Some names, to be compared as `language` does.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>, language: &str) -> Self {
        let compare = COLLATORS.with_borrow_mut(|collators| {
            let known = collators.iter().position(|(spoken, _)| spoken == language);
            let at = known.unwrap_or_else(|| {
                let collator = js_sys::Intl::Collator::new(&locales(language), &Object::new());
                collators.push((language.to_owned(), collator.compare()));
                collators.len() - 1
            });
            collators[at].1.clone()
        });
        Self { compare, names: names.map(JsValue::from_str).collect() }
    }

    /// How the names at two positions stand to each other.
    pub fn compare(&self, one: usize, other: usize) -> Ordering {
        let found = self.compare.call2(&JsValue::UNDEFINED, &self.names[one], &self.names[other]);
        let found = found.ok().and_then(|number| number.as_f64()).unwrap_or_default();
        found.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    }
}

/// What a format makes of a value.
fn called(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// A text in Unicode normalisation form C: the tables are the browser's.
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}
