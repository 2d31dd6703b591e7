//! What was found while reading a file: nothing is left out in silence.

use std::borrow::Cow;
use std::sync::Arc;

use litemap::LiteMap;
use serde::Serialize;

use super::export::{Table, json};
use super::json::Json;

/// What happened to the thing a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The whole record was refused.
    Refused,
    /// The value, or a part of it, was dropped; the record was kept.
    Dropped,
    /// Everything was kept; somebody should look at it.
    Noted,
}

impl Severity {
    /// All values, the gravest first.
    pub const ALL: [Self; 3] = [Self::Refused, Self::Dropped, Self::Noted];

    /// The name used in reports and for message keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Dropped => "dropped",
            Self::Noted => "noted",
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What is wrong. The interface makes a sentence of it, in the visitor's language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingKind {
            $($(#[$doc])* $name,)*
        }

        impl FindingKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name used in reports and for message keys.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

kinds! {
    /// A record that is no JSON object.
    NotAnObject = "not-an-object",
    /// A record without an identifier.
    MissingId = "missing-id",
    /// An identifier with characters that do not fit in an address, or too long.
    BadId = "bad-id",
    /// An identifier that an earlier record has.
    DuplicateId = "duplicate-id",
    /// An identifier was made from country and name, because a table had none.
    MadeId = "made-id",
    /// A record without a name.
    MissingName = "missing-name",
    /// A record without a country.
    MissingCountry = "missing-country",
    /// A country that is neither a two-letter code nor, in a table, a known name.
    BadCountry = "bad-country",
    /// A country is none, or could be several; these are the countries that its point may lie in, or that its words may mean.
    ProposedCountry = "proposed-country",
    /// A value of another type than the format says.
    WrongType = "wrong-type",
    /// A number outside its range.
    OutOfRange = "out-of-range",
    /// A location with only one of its two numbers.
    MissingCoordinate = "missing-coordinate",
    /// A location that does not say how exact it is: taken as the least exact.
    MissingPrecision = "missing-precision",
    /// Latitude and longitude are exchanged: the pair lies outside the country, its mirror inside.
    SwappedCoordinates = "swapped-coordinates",
    /// The point 0, 0, which is where missing coordinates end up.
    NullIsland = "null-island",
    /// A point far from the record's country.
    FarFromCountry = "far-from-country",
    /// A record without a point was placed in the middle of the town that it names.
    PlacedByTown = "placed-by-town",
    /// A shape that is no point: the record was placed in its middle, no more exactly than a region.
    PlacedByShape = "placed-by-shape",
    /// A feature of a map without a shape that could be read: its record has no place.
    NoPoint = "no-point",
    /// Something stated of an organisation that the dataset does not have.
    UnknownOrganisation = "unknown-organisation",
    /// A term that the vocabulary does not have.
    UnknownTerm = "unknown-term",
    /// A term that cannot be an identifier.
    BadTerm = "bad-term",
    /// A term without a label: it is shown by its identifier.
    MissingLabel = "missing-label",
    /// A region or language code of the wrong shape.
    BadCode = "bad-code",
    /// The same value twice in one list.
    DuplicateValue = "duplicate-value",
    /// A list with more values than any record may have.
    TooMany = "too-many",
    /// An address that would run a script or carries its own content.
    UnsafeAddress = "unsafe-address",
    /// A text that is no web address.
    BadAddress = "bad-address",
    /// A web address that only those in the same network can open: `localhost`, a number, a name without a dot.
    PrivateAddress = "private-address",
    /// A web address in a table without its `https://`.
    CompletedAddress = "completed-address",
    /// A text that is no e-mail address.
    BadEmail = "bad-email",
    /// A text that is no calendar day.
    BadDay = "bad-day",
    /// A text that is no time of day.
    BadTime = "bad-time",
    /// Dates that do not follow each other in time; they were sorted.
    OutOfOrder = "out-of-order",
    /// A value that another value of the same record contradicts.
    Contradiction = "contradiction",
    /// Times in another zone than the format's: taken as Brussels time.
    OtherTimeZone = "other-time-zone",
    /// A value that every record should have; the record is kept without it.
    MissingValue = "missing-value",
    /// A text that is none of the values the format allows.
    UnknownValue = "unknown-value",
    /// A field that the format does not have; reported once per name.
    UnknownField = "unknown-field",
    /// A text longer than its limit; it was cut.
    TooLong = "too-long",
    /// Invisible characters that control or reorder text; they were removed.
    HiddenCharacters = "hidden-characters",
    /// Bytes that are no text in the file's encoding.
    BadEncoding = "bad-encoding",
    /// A row of a table with more cells than the table has columns.
    ExtraCells = "extra-cells",
    /// A region's name gave way to the official one of its code.
    OfficialName = "official-name",
    /// A value written in another way than the format's; it was read, and the finding says as what.
    Mended = "mended",
    /// What spreadsheets and databases put where there is nothing: `#N/A`, `NULL`, `tbc`.
    Placeholder = "placeholder",
    /// A row of a table with fewer cells than the table has columns.
    ShortRow = "short-row",
    /// A quotation mark that opens a cell and is not closed: taken out, and what follows for text, so that no row is lost in the cell.
    OpenQuote = "open-quote",
    /// A cell of a workbook that is merged with the one above it: it has what that one has.
    MergedCell = "merged-cell",
    /// A link behind a cell whose field is no address: the text was taken, not the link.
    LinkNotTaken = "link-not-taken",
    /// A number that a spreadsheet has rounded to a power of ten, as `4,91E+11`: its last digits are lost.
    RoundedNumber = "rounded-number",
    /// A category that no vocabulary has, and the term that is spelt nearly like it.
    NearTerm = "near-term",
    /// A workbook has several sheets; which one was taken.
    ChosenSheet = "chosen-sheet",
    /// Two counts of the rows of a file differ.
    CountDiffers = "count-differs",
    /// The file ends inside a row.
    CutShort = "cut-short",
    /// Text that is not UTF-8; which encoding it is in was guessed.
    GuessedEncoding = "guessed-encoding",
    /// Text that looks as if it had been encoded twice.
    TwiceEncoded = "twice-encoded",
    /// A row above the header of a table, taken for a title.
    TitleRow = "title-row",
    /// An e-mail address that looks like a person's; the format asks for a role address.
    PersonalEmail = "personal-email",
    /// A record that looks like one before it.
    LikelyDuplicate = "likely-duplicate",
    /// A date that cannot be read as one; its words are kept and shown.
    InWords = "in-words",
    /// A cell that somebody has corrected before it was read; the finding says what stood there.
    CorrectedByHand = "corrected-by-hand",
    /// What a mapping takes out of a cell, or splits it at, is not there.
    StepWithoutEffect = "step-without-effect",
    /// A record that is no valid JSON, in a file that is.
    UnreadableRecord = "unreadable-record",
}

/// One thing that somebody should know about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file it is in.
    pub file: Arc<str>,
    /// The record's identifier, or `#17` for the seventeenth where it has none; `None` for the file itself.
    pub record: Option<String>,
    /// The record's place in the file, counted from 1; in a table the row that a spreadsheet shows; 0 for the file itself.
    pub row: usize,
    /// The field, such as `location.lat` or `ecosystems[2]`.
    pub path: String,
    /// What happened to it.
    pub severity: Severity,
    /// What is wrong.
    pub kind: FindingKind,
    /// The value, cut to 80 characters, hidden characters made visible.
    pub value: String,
}

/// What reading one file gave. `read == loaded + refused`, always.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The file.
    pub file: String,
    /// Records in the file.
    pub read: usize,
    /// Records that can be used.
    pub loaded: usize,
    /// Records that cannot.
    pub refused: usize,
    /// Everything found, in file order, at most [`MOST_FINDINGS`].
    pub findings: Vec<Finding>,
    /// Further findings that are counted but not listed.
    pub unlisted: usize,
}

/// More findings than these are counted only: a file with every value wrong must not exhaust a phone.
pub const MOST_FINDINGS: usize = 50_000;

/// The reports as CSV: first a row for each file with its counts, then a row for each finding.
pub fn write_report_csv(reports: &[Report]) -> String {
    let mut table = Table::new();
    table.safe_row(&["file", "record", "row", "path", "severity", "kind", "value"]);
    for report in reports {
        let Report { read, loaded, refused, unlisted, .. } = report;
        let counts =
            format!("read {read}, loaded {loaded}, refused {refused}, findings not listed {unlisted}");
        table.safe_row(&[report.file.as_str(), "", "0", "", "", "counts", &counts]);
    }
    for finding in reports.iter().flat_map(|report| &report.findings) {
        table.safe_row(&[
            &*finding.file,
            finding.record.as_deref().unwrap_or_default(),
            &finding.row.to_string(),
            &finding.path,
            finding.severity.as_str(),
            finding.kind.as_str(),
            &finding.value,
        ]);
    }
    table.finish()
}

/// A report as CSV with what `told` says of each finding behind the codes: the name of the record, the column of the file, what
/// stood there, what is read instead, and a sentence.
pub fn write_report_in_words(report: &Report, told: &dyn Fn(&Finding) -> [String; 5]) -> String {
    let mut table = Table::new();
    let words = ["name", "column", "before", "after", "sentence"];
    let codes = ["file", "record", "row", "path", "severity", "kind", "value"];
    table.safe_row(&[&codes[..], &words].concat());
    let Report { read, loaded, refused, unlisted, .. } = report;
    let counts = format!("read {read}, loaded {loaded}, refused {refused}, findings not listed {unlisted}");
    table.safe_row(&[report.file.as_str(), "", "0", "", "", "counts", &counts, "", "", "", "", ""]);
    for finding in &report.findings {
        let (row, words) = (finding.row.to_string(), told(finding));
        let codes = [
            &*finding.file,
            finding.record.as_deref().unwrap_or_default(),
            &row,
            &finding.path,
            finding.severity.as_str(),
            finding.kind.as_str(),
            &finding.value,
        ];
        let words = words.each_ref().map(String::as_str);
        table.safe_row(&[&codes[..], &words].concat());
    }
    table.finish()
}

/// The reports as JSON: a list with one object a file.
pub fn write_report_json(reports: &[Report]) -> String {
    #[derive(Serialize)]
    struct WireReport<'a> {
        file: &'a str,
        read: usize,
        loaded: usize,
        refused: usize,
        unlisted: usize,
        findings: Vec<WireFinding<'a>>,
    }
    #[derive(Serialize)]
    struct WireFinding<'a> {
        record: Option<&'a str>,
        row: usize,
        path: &'a str,
        severity: &'a str,
        kind: &'a str,
        value: &'a str,
    }
    let reports: Vec<WireReport<'_>> = reports
        .iter()
        .map(|report| WireReport {
            file: &report.file,
            read: report.read,
            loaded: report.loaded,
            refused: report.refused,
            unlisted: report.unlisted,
            findings: report
                .findings
                .iter()
                .map(|finding| WireFinding {
                    record: finding.record.as_deref(),
                    row: finding.row,
                    path: &finding.path,
                    severity: finding.severity.as_str(),
                    kind: finding.kind.as_str(),
                    value: &finding.value,
                })
                .collect(),
        })
        .collect();
    json(&reports)
}

/// Records and what was found while reading them.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded<T> {
    /// The records, in file order.
    pub records: Vec<T>,
    /// What was found.
    pub report: Report,
}

/// Characters of a value that a finding quotes.
const QUOTED: usize = 80;

/// A value as a report quotes it.
fn quoted(value: &str) -> String {
    let mut quoted = String::new();
    for (position, c) in value.chars().enumerate() {
        if position == QUOTED {
            quoted.push('…');
            break;
        }
        if c.is_control() || crate::domain::is_hidden(c) {
            quoted.extend(c.escape_default());
        } else {
            quoted.push(c);
        }
    }
    quoted
}

/// The reading of one file: where it stands and what was found so far.
pub(crate) struct Reading {
    file: Arc<str>,
    report: Report,
    /// The identifier of the record being read, once it is known.
    record: String,
    row: usize,
    reported_once: LiteMap<String, ()>,
}

impl Reading {
    /// The beginning of a file.
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: file.into(),
            report: Report { file: file.to_owned(), ..Report::default() },
            record: String::new(),
            row: 0,
            reported_once: LiteMap::new(),
        }
    }

    /// Counts a record as loaded or refused, whichever `read` makes of it.
    pub(crate) fn record<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.record_at(self.report.read + 1, read)
    }

    /// The same for a record whose place people know by another number: the row that a spreadsheet shows.
    pub(crate) fn record_at<T>(
        &mut self,
        row: usize,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        self.report.read += 1;
        self.row = row;
        self.record.clear();
        let record = read(self);
        if record.is_some() {
            self.report.loaded += 1;
        } else {
            self.report.refused += 1;
        }
        self.record.clear();
        self.row = 0;
        record
    }

    /// From here on findings name the record by its identifier.
    pub(crate) fn identified(&mut self, id: &str) {
        self.record.clear();
        self.record.push_str(id);
    }

    /// The record cannot be used.
    pub(crate) fn refused(&mut self, path: impl Into<String>, kind: FindingKind, value: &str) {
        self.found(path.into(), Severity::Refused, kind, value);
    }

    /// A value cannot be used.
    pub(crate) fn dropped(&mut self, path: impl Into<String>, kind: FindingKind, value: &str) {
        self.found(path.into(), Severity::Dropped, kind, value);
    }

    /// A value was kept, and somebody should look at it.
    pub(crate) fn noted(&mut self, path: impl Into<String>, kind: FindingKind, value: &str) {
        self.found(path.into(), Severity::Noted, kind, value);
    }

    /// Notes something at its first occurrence in the file only.
    pub(crate) fn noted_once(&mut self, path: &str, kind: FindingKind, severity: Severity, value: &str) {
        if self.reported_once.len() < MOST_FINDINGS
            && self.reported_once.insert([kind.as_str(), " ", path].concat(), ()).is_none()
        {
            self.found(path.to_owned(), severity, kind, value);
        }
    }

    /// A member of another type than the format says.
    pub(crate) fn wrong_type(&mut self, path: impl Into<String>, value: &Json<'_>) {
        self.dropped(path, FindingKind::WrongType, &value.shown());
    }

    /// Where the reading stands, for [`Reading::lost_since`].
    pub(crate) fn checkpoint(&self) -> (usize, usize) {
        (self.report.findings.len(), self.report.unlisted)
    }

    /// Whether a value was dropped since a checkpoint that does not stand somewhere else too.
    pub(crate) fn lost_since(&self, (findings, unlisted): (usize, usize)) -> bool {
        self.report.unlisted > unlisted
            || self.report.findings[findings..].iter().any(|finding| {
                finding.severity == Severity::Dropped
                    && !matches!(finding.kind, FindingKind::DuplicateValue | FindingKind::UnknownField)
            })
    }

    /// Members that nobody asked for.
    pub(crate) fn unknown_fields<'a>(&mut self, prefix: &str, rest: &[(Cow<'a, str>, Json<'a>)]) {
        for (name, value) in rest {
            let path = format!("{prefix}{}", quoted(name));
            self.noted_once(&path, FindingKind::UnknownField, Severity::Dropped, &value.shown());
        }
    }

    fn found(&mut self, path: String, severity: Severity, kind: FindingKind, value: &str) {
        // What is refused is listed whatever else is: nobody can mend what is only counted.
        if self.report.findings.len() >= MOST_FINDINGS && severity != Severity::Refused {
            self.report.unlisted += 1;
            return;
        }
        let record = match (self.row, self.record.is_empty()) {
            (0, _) => None,
            (row, true) => Some(format!("#{row}")),
            (_, false) => Some(self.record.clone()),
        };
        self.report.findings.push(Finding {
            file: Arc::clone(&self.file),
            record,
            row: self.row,
            path,
            severity,
            kind,
            value: quoted(value),
        });
    }

    /// What was found last.
    pub(crate) fn last(&self) -> Option<FindingKind> {
        self.report.findings.last().map(|finding| finding.kind)
    }

    /// How many records were read so far.
    pub(crate) fn read(&self) -> usize {
        self.report.read
    }

    /// The end of the file.
    pub(crate) fn finish(self) -> Report {
        self.report
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn values_are_quoted_short_and_visible() {
        assert_eq!(quoted("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(quoted(&"x".repeat(81)), format!("{}…", "x".repeat(80)));
    }

    #[test]
    fn every_record_is_loaded_or_refused() {
        let mut reading = Reading::new("a.json");
        reading.record(|_| Some(()));
        reading.record(|reading| {
            reading.refused("id", FindingKind::MissingId, "");
            None::<()>
        });
        let report = reading.finish();
        assert_eq!((report.read, report.loaded, report.refused), (2, 1, 1));
        assert_eq!(report.findings[0].record.as_deref(), Some("#2"));
    }

    #[test]
    fn what_is_told_in_words_stands_behind_the_codes() {
        let mut reading = Reading::new("a.csv");
        reading.record(|reading| {
            reading.noted("members.total", FindingKind::Mended, "ca. 80 → 80");
            Some(())
        });
        let words = ["Polo A", "Members", "ca. 80", "80", "It was read."].map(str::to_owned);
        let text = write_report_in_words(&reading.finish(), &|_| words.clone());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1].split(',').filter(|cell| cell.is_empty()).count(), 8, "counts have no words");
        assert!(lines[2].ends_with(",ca. 80 → 80,Polo A,Members,ca. 80,80,It was read."), "{text}");
    }

    #[test]
    fn kinds_have_distinct_names() {
        let names: BTreeSet<&str> = FindingKind::ALL.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(names.len(), FindingKind::ALL.len());
    }
}
