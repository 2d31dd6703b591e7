//! Signing up for a training, asking for partners and proposing an organisation's profile: one machinery, three forms.
//!
//! A form is typed into a draft ([`SignUpDraft`], [`RequestDraft`], [`ProfileDraft`]), step by step, by [`update`]. A draft without
//! faults becomes an [`Entry`] of the outbox, which stays until its receiver has acknowledged it or its owner erases
//! it. What is shown, stored, sent and timed is the browser's; what is decided is here.

mod answer;
mod applying;
mod body;
mod carried;
mod check;
mod consent;
mod draft;
mod entry;
mod entry_summary;
mod files;
mod flow;
mod form;
mod form_state;
mod key;
mod mail;
mod policy;
mod profile;
mod profile_field;
mod proposal;
mod receiver;
mod request;
mod role_address;
mod sealed;
mod town;
mod training;
mod wait;

pub use answer::{Answer, Problem, ProblemField, Response};
pub use applying::Unfit;
pub use body::{
    BODY_FORMAT, Body, BodyKind, ChangeBody, ConsentBody, ContactBody, Label, Line, PersonBody, ProfileBody,
    RequestBody, SessionBody, TrainingBody,
};
pub use carried::{carried_draft, with_draft};
pub use check::{LONGEST_ADDRESS, LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT, MOST_CHOICES, MOST_PEOPLE};
pub use consent::{Boxes, Consent, Notice};
pub use draft::{DRAFT_FORMAT, DRAFT_GRACE, DRAFT_LIFETIME, DraftId, DraftOutline, StoredDraft, StoredError};
pub use entry::{ENTRY_FORMAT, Entry, EntryState, Receipt, Status, Trouble, Waiting};
pub use entry_summary::{Attendance, EntrySummary, Heading, WithdrawalNotice};
pub use files::{export_json, file_name, proposals_csv, requests_csv, sign_ups_csv};
pub use flow::{Checking, Done, Effect, Event, Filling, Origin, State, update};
pub use form::{Checked, Fault, Field, FieldError, Form, Named, Page, Part, Setting, Slot, Step};
pub use key::{EntryKey, EntryKeyError};
pub use mail::{LONGEST_MAIL, MailDraft, MailWords, mail, mail_to, withdrawal_mail};
pub use policy::{
    Method, NextDue, Request, after_response, begin_sending, by_this_clock, can_be_corrected, hand_over,
    is_corrected, next_due, pressed, recover, settled_corrections, sooner, withdraw,
};
pub use profile::{ProfileDraft, Published, Relation};
pub use profile_field::{ProfileField, ProfileTexts};
pub use proposal::{
    Applying, Difference, Judged, Proposal, ProposalFault, Publication, are_proposals, proposals_in,
    publication,
};
pub use receiver::{Agreement, Receiver, agreement, belongs_to, is_held, readdress, send_to};
pub use request::{Occasion, RequestDraft};
pub use role_address::looks_personal;
pub use sealed::{SEALED_FORMAT, SEALED_TYPE, Sealed, SealedAfter};
pub use town::PickedTown;
pub use training::{
    Offer, OfferedSession, PersonDraft, SignUpDraft, SignUpKind, Way, about_subject, sessions_of, subject_of,
};
pub use wait::{
    BACK_OFF_FIRST, BACK_OFF_MOST, RETRY_AFTER_MOST, RETRY_AFTER_SPREAD, TIMEOUT_SECONDS, back_off,
    retry_after,
};
