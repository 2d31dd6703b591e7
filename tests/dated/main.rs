//! Calls, trainings and partner requests, whose state depends on the day: matched and found.

mod finding;
mod matching;
mod records;
