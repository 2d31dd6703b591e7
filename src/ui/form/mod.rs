//! Forms in steps: what a sign-up, a partner request and a proposal share on the screen.

mod actions;
mod check;
mod choices;
mod combobox;
mod controller;
mod done;
mod entry;
mod fields;
mod frame;
mod framing;
mod history_state;
mod machine;
mod privacy;
mod receiver;
mod summary;
mod towns;
mod wording;

pub use actions::EntryActions;
pub use choices::{calls, countries, kinds, organisations, picked_list, places};
pub use combobox::combobox;
pub use controller::{FormController, Plan};
pub use entry::{entry_status, reference_of};
pub use fields::{Choosable, TextLook, area_field, check_list, chooser_field, field_id, text_field};
pub use frame::{form_page, keeping_notice};
pub use framing::framed_notice;
pub use machine::Running;
pub use receiver::{receiver_name, recipient_note};
pub use towns::towns;
pub use wording::{Wording, relation_words, sent_as};
