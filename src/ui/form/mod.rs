//! Forms in steps: what a sign-up and a partner request share on the screen.

mod check;
mod choices;
mod combobox;
mod done;
mod entry;
mod fields;
mod flow;
mod frame;
mod machine;
mod mark;
mod words;

pub use choices::{calls, countries, kinds, organisations, picked_list, places};
pub use combobox::combobox;
pub use entry::{EntryActions, entry_status, sent_as};
pub use fields::{Choosable, TextLook, area_field, check_list, chooser_field, field_id, text_field};
pub use flow::{Flow, Plan};
pub use frame::{flow_page, keeping_notice};
pub use machine::Running;
pub use words::Wording;
