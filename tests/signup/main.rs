//! Signing up and asking for partners, without a browser: whatever is typed, clicked and answered, nothing invalid
//! is submitted and nothing is lost.

mod contract;
mod entry_summary;
mod fixtures;
mod flow;
mod handing_over;
mod outbox;
mod receivers;
mod stored;
mod waiting;
mod way;
