//! Signing up, asking for partners and proposing, without a browser: whatever is typed, clicked and answered, nothing invalid
//! is submitted and nothing is lost.

mod contract;
mod entry_summary;
mod fixtures;
mod flow;
mod handing_over;
mod outbox;
mod profiles;
mod proposals;
mod receivers;
mod stored;
mod waiting;
mod way;
