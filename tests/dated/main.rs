//! Calls, trainings and partner requests, whose state depends on the day: matched, found, written as calendars and feeds.

mod calendar;
mod feed;
mod finding;
mod matching;
mod published;
mod records;
