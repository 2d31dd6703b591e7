//! Facts turned into sentences: every error and every finding, by exhaustive match.

use crate::browser::LocateError;
use crate::dataset::{DatasetError, FindingKind, Severity};

use super::messages::{number, tr};

/// What went wrong with a file, and what to do.
pub fn dataset_error(error: &DatasetError) -> String {
    match error {
        DatasetError::NotFound { file } => tr!("error-not-found", "file" => file.as_str()),
        DatasetError::Status { file, status } => {
            tr!("error-status", "file" => file.as_str(), "status" => status.to_string())
        }
        DatasetError::Unreachable { file } => tr!("error-unreachable", "file" => file.as_str()),
        DatasetError::Html { file } => tr!("error-html", "file" => file.as_str()),
        DatasetError::NotJson { file, line, column } => tr!(
            "error-not-json",
            "file" => file.as_str(),
            "line" => *line as f64,
            "column" => *column as f64,
        ),
        DatasetError::CutShort { file } => tr!("error-cut-short", "file" => file.as_str()),
        DatasetError::NotFormat { file, .. } => tr!("error-not-format", "file" => file.as_str()),
        DatasetError::OtherVersion { file, found, supported } => tr!(
            "error-other-version",
            "file" => file.as_str(),
            "found" => found.as_str(),
            "supported" => supported.as_str(),
        ),
        DatasetError::NoRecords { file } => tr!("error-no-records", "file" => file.as_str()),
        DatasetError::TooLarge { file, bytes, limit } => tr!(
            "error-too-large",
            "file" => file.as_str(),
            "size" => megabytes(*bytes),
            "limit" => megabytes(*limit),
        ),
        DatasetError::OtherEdition { file } => tr!("error-other-edition", "file" => file.as_str()),
        DatasetError::Empty { file } => tr!("error-empty", "file" => file.as_str()),
    }
}

fn megabytes(bytes: usize) -> String {
    number((bytes as f64 / 1_000_000.0).round())
}

/// What was wrong with a value.
pub fn finding(kind: FindingKind) -> String {
    tr(match kind {
        FindingKind::NotAnObject => "finding-not-an-object",
        FindingKind::MissingId => "finding-missing-id",
        FindingKind::BadId => "finding-bad-id",
        FindingKind::DuplicateId => "finding-duplicate-id",
        FindingKind::MadeId => "finding-made-id",
        FindingKind::MissingName => "finding-missing-name",
        FindingKind::MissingCountry => "finding-missing-country",
        FindingKind::BadCountry => "finding-bad-country",
        FindingKind::ProposedCountry => "finding-proposed-country",
        FindingKind::WrongType => "finding-wrong-type",
        FindingKind::OutOfRange => "finding-out-of-range",
        FindingKind::MissingCoordinate => "finding-missing-coordinate",
        FindingKind::MissingPrecision => "finding-missing-precision",
        FindingKind::SwappedCoordinates => "finding-swapped-coordinates",
        FindingKind::NullIsland => "finding-null-island",
        FindingKind::PlacedByTown => "finding-placed-by-town",
        FindingKind::PlacedByShape => "finding-placed-by-shape",
        FindingKind::NoPoint => "finding-no-point",
        FindingKind::FarFromCountry => "finding-far-from-country",
        FindingKind::UnknownOrganisation => "finding-unknown-organisation",
        FindingKind::UnknownTerm => "finding-unknown-term",
        FindingKind::BadTerm => "finding-bad-term",
        FindingKind::MissingLabel => "finding-missing-label",
        FindingKind::BadCode => "finding-bad-code",
        FindingKind::DuplicateValue => "finding-duplicate-value",
        FindingKind::TooMany => "finding-too-many",
        FindingKind::UnsafeAddress => "finding-unsafe-address",
        FindingKind::BadAddress => "finding-bad-address",
        FindingKind::PrivateAddress => "finding-private-address",
        FindingKind::CompletedAddress => "finding-completed-address",
        FindingKind::BadEmail => "finding-bad-email",
        FindingKind::BadDay => "finding-bad-day",
        FindingKind::BadTime => "finding-bad-time",
        FindingKind::OutOfOrder => "finding-out-of-order",
        FindingKind::Contradiction => "finding-contradiction",
        FindingKind::OtherTimeZone => "finding-other-time-zone",
        FindingKind::MissingValue => "finding-missing-value",
        FindingKind::UnknownValue => "finding-unknown-value",
        FindingKind::UnknownField => "finding-unknown-field",
        FindingKind::TooLong => "finding-too-long",
        FindingKind::HiddenCharacters => "finding-hidden-characters",
        FindingKind::BadEncoding => "finding-bad-encoding",
        FindingKind::ExtraCells => "finding-extra-cells",
        FindingKind::OfficialName => "finding-official-name",
        FindingKind::Mended => "finding-mended",
        FindingKind::Placeholder => "finding-placeholder",
        FindingKind::ShortRow => "finding-short-row",
        FindingKind::OpenQuote => "finding-open-quote",
        FindingKind::MergedCell => "finding-merged-cell",
        FindingKind::LinkNotTaken => "finding-link-not-taken",
        FindingKind::RoundedNumber => "finding-rounded-number",
        FindingKind::NearTerm => "finding-near-term",
        FindingKind::ChosenSheet => "finding-chosen-sheet",
        FindingKind::CountDiffers => "finding-count-differs",
        FindingKind::CutShort => "finding-cut-short",
        FindingKind::GuessedEncoding => "finding-guessed-encoding",
        FindingKind::TwiceEncoded => "finding-twice-encoded",
        FindingKind::CorrectedByHand => "finding-corrected-by-hand",
        FindingKind::StepWithoutEffect => "finding-step-without-effect",
        FindingKind::TitleRow => "finding-title-row",
        FindingKind::PersonalEmail => "finding-personal-email",
        FindingKind::LikelyDuplicate => "finding-likely-duplicate",
        FindingKind::InWords => "finding-in-words",
        FindingKind::UnreadableRecord => "finding-unreadable-record",
    })
}

/// What became of it.
pub fn severity(severity: Severity) -> String {
    tr(match severity {
        Severity::Refused => "severity-refused",
        Severity::Dropped => "severity-dropped",
        Severity::Noted => "severity-noted",
    })
}

/// Why there is no position.
pub fn locate_error(error: LocateError) -> String {
    tr(match error {
        LocateError::Denied => "locate-denied",
        LocateError::Unavailable => "locate-unavailable",
    })
}
