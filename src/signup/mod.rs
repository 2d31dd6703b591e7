//! Signing up for a training and asking for partners: one machinery, two forms.
//!
//! A form is typed into a draft ([`SignUpDraft`], [`RequestDraft`]), step by step, by [`update`]. A draft without
//! faults becomes an [`Entry`] of the outbox, which stays until its receiver has acknowledged it or its owner erases
//! it. What is shown, stored, sent and timed is the browser's; what is decided is here.

mod answer;
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
mod receiver;
mod request;
mod sealed;
mod training;
mod wait;

pub use answer::{Answer, Problem, ProblemField, Response};
pub use body::{
    BODY_FORMAT, Body, BodyKind, ConsentBody, ContactBody, Label, Line, PersonBody, RequestBody, SessionBody,
    TrainingBody,
};
pub use carried::{carried_draft, with_draft};
pub use check::{LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT, MOST_CHOICES, MOST_PEOPLE};
pub use consent::{Boxes, Consent, Notice};
pub use draft::{DRAFT_FORMAT, DRAFT_GRACE, DRAFT_LIFETIME, DraftId, DraftOutline, StoredDraft, StoredError};
pub use entry::{ENTRY_FORMAT, Entry, EntryState, Receipt, Status, Trouble, Waiting};
pub use entry_summary::{Attendance, EntrySummary, Heading, WithdrawalNotice};
pub use files::{export_json, file_name, requests_csv, sign_ups_csv};
pub use flow::{Checking, Done, Effect, Event, Filling, State, update};
pub use form::{Checked, Fault, Field, FieldError, Form, Named, Page, Part, Setting, Slot, Step};
pub use key::{EntryKey, EntryKeyError};
pub use mail::{LONGEST_MAIL, MailDraft, MailWords, mail, mail_to, withdrawal_mail};
pub use policy::{
    Method, NextDue, Request, after_response, begin_sending, by_this_clock, hand_over, is_corrected,
    next_due, recover, settled_corrections, sooner, withdraw,
};
pub use receiver::{Agreement, Receiver, agreement, belongs_to, is_held, readdress, send_to};
pub use request::{Occasion, RequestDraft};
pub use sealed::{SEALED_FORMAT, SEALED_TYPE, Sealed, SealedAfter};
pub use training::{Offer, OfferedSession, PersonDraft, SignUpDraft, SignUpKind, Way};
pub use wait::{
    BACK_OFF_FIRST, BACK_OFF_MOST, RETRY_AFTER_MOST, RETRY_AFTER_SPREAD, TIMEOUT_SECONDS, back_off,
    retry_after,
};
