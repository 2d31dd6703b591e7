//! What the interface has to know of a collection without having read any of its records.

use crate::explore::{FacetId, NumberId};

use super::Collection;

/// A collection: what it is called in files, addresses and words, and by what its records are found.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// Its key in the manifest, and the name of its file.
    pub name: &'static str,
    /// The path of the page that finds its records.
    pub path: &'static str,
    /// The path before the identifier of a record.
    pub record_path: &'static str,
    /// The key of the entry of the navigation that it shares with others; `None` where it has one of its own.
    pub group: Option<&'static str>,
    /// Its facets, in the order in which they are shown and links write them: those of its records.
    pub facets: &'static [FacetAbout],
    /// Whether its records have a place on the map.
    pub places: bool,
    /// The numeric field with the days to what closes next, where a link may ask for "within so many days".
    pub closes: Option<NumberId>,
    /// The keys of its messages.
    pub words: Words,
    /// The keys of what is said about saving its records on this device, where they can be.
    pub saving: Option<SavingWords>,
}

/// Keys of the messages about saving a record on this device.
#[derive(Debug, Clone, Copy)]
pub struct SavingWords {
    /// The name under which the list is kept.
    pub list: &'static str,
    /// The button of a record that is not saved.
    pub save: &'static str,
    /// The button of one that is.
    pub saved: &'static str,
    /// The button that stands beside many records; has `$name`.
    pub named: &'static str,
    /// That it was saved.
    pub done: &'static str,
    /// That it is saved no longer.
    pub undone: &'static str,
}

impl SavingWords {
    /// The words that fit any kind of record.
    pub(super) const fn any(list: &'static str) -> Self {
        Self {
            list,
            save: "record-save",
            saved: "record-save-on",
            named: "record-save-named",
            done: "record-saved",
            undone: "record-unsaved",
        }
    }

    /// Every key.
    pub fn keys(&self) -> [&'static str; 5] {
        let Self { save, saved, named, done, undone, .. } = *self;
        [save, saved, named, done, undone]
    }
}

/// Keys of the messages that differ between collections.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// Its link in the navigation.
    pub navigation: &'static str,
    /// What may be typed into the search box.
    pub placeholder: &'static str,
    /// What a suggested record is.
    pub suggestion: &'static str,
    /// What a suggested word finds; has `$count`.
    pub suggested_word: &'static str,
    /// The button that closes the filters; has `$count`.
    pub show: &'static str,
    /// What is counted behind a value of a facet; has `$count`.
    pub counted: &'static str,
    /// What is said where nothing matches.
    pub nothing: &'static str,
    /// The heading where a link names a record that is not there.
    pub missing_title: &'static str,
    /// The sentence for it; has `$id`.
    pub missing_text: &'static str,
}

impl Words {
    /// The words that fit any kind of record.
    pub(super) const fn any(
        navigation: &'static str,
        placeholder: &'static str,
        suggestion: &'static str,
    ) -> Self {
        Self {
            navigation,
            placeholder,
            suggestion,
            suggested_word: "suggestion-word-results",
            show: "filters-show-results",
            counted: "facet-count-results",
            nothing: "nothing-found-results",
            missing_title: "missing-title",
            missing_text: "missing-text",
        }
    }

    /// Every key.
    pub fn keys(&self) -> [&'static str; 9] {
        let Self { navigation, placeholder, suggestion, suggested_word, show, .. } = *self;
        let Self { counted, nothing, missing_title, missing_text, .. } = *self;
        [
            navigation,
            placeholder,
            suggestion,
            suggested_word,
            show,
            counted,
            nothing,
            missing_title,
            missing_text,
        ]
    }
}

/// A facet as people see it.
#[derive(Debug, Clone, Copy)]
pub struct FacetAbout {
    /// What it is called in addresses.
    pub id: FacetId,
    /// The key of its heading.
    pub title: &'static str,
    /// The key of what has to be known to read it.
    pub note: Option<&'static str>,
    /// Where the names of its values are from.
    pub labels: LabelSource,
    /// Whether the names of its values are searched by the search box.
    pub searched: bool,
    /// Whether a value says little without the heading ("yes").
    pub named_with_heading: bool,
    /// Values with names of their own beside what `labels` names: values and keys.
    pub special: &'static [(&'static str, &'static str)],
    /// What whoever chooses a value means as well: a call that is open to any country is open to this one.
    pub along: &'static [&'static str],
    /// What may be meant as well, and is shown after the rest: a call that does not say from where one may apply.
    pub lesser: &'static [&'static str],
}

impl FacetAbout {
    /// A facet whose names are searched.
    pub(super) const fn new(id: FacetId, title: &'static str, labels: LabelSource) -> Self {
        Self {
            id,
            title,
            note: None,
            labels,
            searched: true,
            named_with_heading: false,
            special: &[],
            along: &[],
            lesser: &[],
        }
    }

    /// The same with a note.
    pub(super) const fn noted(self, note: &'static str) -> Self {
        Self { note: Some(note), ..self }
    }

    /// The same under another heading.
    pub(super) const fn titled(self, title: &'static str) -> Self {
        Self { title, ..self }
    }

    /// The same, its values named with the heading, because they would be taken for those of another facet.
    pub(super) const fn with_heading(self) -> Self {
        Self { named_with_heading: true, ..self }
    }

    /// The same, its names not searched: whoever types "open" does not mean a state.
    pub(super) const fn unsearched(self) -> Self {
        Self { searched: false, ..self }
    }
}

/// Where the names of a facet's values are from.
#[derive(Debug, Clone, Copy)]
pub enum LabelSource {
    /// The browser's names of countries; values are ISO 3166-1 codes.
    Countries,
    /// The browser's names of languages; values are language tags.
    Languages,
    /// Months as the language writes them; values are `2026-11`.
    Months,
    /// The dataset's vocabularies, by the facet's identifier.
    Terms,
    /// Messages of the locale files: values and keys.
    Messages(&'static [(&'static str, &'static str)]),
    /// The titles of another collection's records; values are their identifiers.
    Records(Collection),
    /// A value is its own name.
    Itself,
}

// Facets that several collections have.

pub(super) const COUNTRY: FacetAbout = FacetAbout::new("country", "facet-country", LabelSource::Countries);
pub(super) const ECOSYSTEM: FacetAbout = FacetAbout::new("ecosystem", "facet-ecosystem", LabelSource::Terms);
pub(super) const THEME: FacetAbout = FacetAbout::new("theme", "facet-theme", LabelSource::Terms);
pub(super) const AUDIENCE: FacetAbout = FacetAbout::new("audience", "facet-audience", LabelSource::Terms);

/// A facet of states.
pub(super) const fn status(names: &'static [(&'static str, &'static str)]) -> FacetAbout {
    FacetAbout::new("status", "facet-status", LabelSource::Messages(names)).unsearched()
}
