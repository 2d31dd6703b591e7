//! Calendars of calls, trainings and events, as iCalendar (RFC 5545).
//!
//! Written here and not by a library: what we need of the format is a handful of properties, and a library brings more
//! bytes to the first load than this file has. The tests read what is written here with a library.

use crate::domain::{Call, CutOff, Day, Event, EventDay, Instant, PartialDate, Session, TimeOfDay, Training};

/// What a calendar says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarHead {
    /// The name that a calendar program shows.
    pub name: String,
    /// The deployment that its events are known by: [`Config::deployment`](super::Config::deployment).
    pub deployment: String,
    /// When the calendar was made; for one that is published with a dataset, the moment of its publication.
    pub stamp: Instant,
    /// The revision of its events. It has to grow when the data changes, so that programs take the later of two
    /// calendars with the same events: [`CalendarHead::revision`] of the day on which the dataset was published.
    pub sequence: u32,
}

impl CalendarHead {
    /// The revision of a dataset published on some day.
    pub fn revision(published: Day) -> u32 {
        published.number().clamp(0, i64::from(i32::MAX)) as u32
    }
}

/// What an event says, in the reader's language. Empty texts are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventWords {
    /// Its title ("Cut-off: Boosting tourism"); also what an alarm says.
    pub summary: String,
    /// What else there is to say: the note of a cut-off, that no time is stated, what the call is about.
    pub description: String,
    /// Where it takes place, where a session names no place of its own ("Online").
    pub location: String,
    /// What it belongs to ("Open call", an ecosystem).
    pub categories: Vec<String>,
    /// The page to open where the record names none.
    pub page: String,
    /// Whether it is not certain yet that the reader takes part.
    pub tentative: bool,
}

/// A calendar of the cut-offs of some calls that have not passed at `now`: each at its moment, or on its day where no
/// time is stated, with alarms a week and a day before. Those of withdrawn calls say so, and so take themselves off
/// calendars that have them.
///
/// An event is known by its call and its place among all cut-offs of that call, in the order of time: a deadline that
/// is moved is the same event, whose greater `SEQUENCE` makes calendar programs move it too. The sequence is that of
/// the dataset ([`CalendarHead::revision`]), because records carry no version of their own.
///
/// A calendar needs an event (RFC 5545, 3.6): where nothing is ahead, it holds the cut-off that passed last. One of
/// calls without any cut-off is empty.
pub fn calls_calendar<'a>(
    calls: impl IntoIterator<Item = &'a Call>,
    now: Instant,
    head: &CalendarHead,
    words: &dyn Fn(&Call, &CutOff) -> EventWords,
) -> String {
    let mut out = Writer::begin(head);
    let mut any = false;
    let mut latest: Option<(&Call, &CutOff)> = None;
    let mut event = |call: &Call, cutoff: &CutOff| {
        // Counted and not sorted: a sort of one more type is larger than all of this file.
        let before = |other: &&CutOff| moment(other) < moment(cutoff);
        let ordinal = (1 + call.cutoffs.iter().filter(before).count()).to_string();
        out.begin_event(head, &["call", call.id.as_str(), &ordinal]);
        match cutoff.time {
            Some(_) => out.moment("DTSTART", cutoff.closes()),
            None => out.day("DTSTART", cutoff.date),
        }
        let words = words(call, cutoff);
        let url = call.url.as_ref().map(crate::domain::WebAddress::as_str);
        out.end_event(&words, url, &words.location, call.cancelled);
    };
    for call in calls {
        for cutoff in &call.cutoffs {
            if !cutoff.passed(now) {
                any = true;
                event(call, cutoff);
            } else if latest.is_none_or(|(_, latest)| latest.closes() < cutoff.closes()) {
                latest = Some((call, cutoff));
            }
        }
    }
    if let Some((call, cutoff)) = latest.filter(|_| !any) {
        event(call, cutoff);
    }
    out.end()
}

/// What the cut-offs of a call are ordered by: none have all of it in common.
fn moment(cutoff: &CutOff) -> (Instant, Day, Option<TimeOfDay>, Option<&str>) {
    (cutoff.closes(), cutoff.date, cutoff.time, cutoff.note.as_deref())
}

/// A calendar of sessions of trainings, all or those chosen, in the order given: from the stated start to the stated
/// end, or on the whole day where no start is stated, with alarms a week and a day before.
pub fn trainings_calendar<'a>(
    sessions: impl IntoIterator<Item = (&'a Training, &'a Session)>,
    head: &CalendarHead,
    words: &dyn Fn(&Training, &Session) -> EventWords,
) -> String {
    let mut out = Writer::begin(head);
    for (training, session) in sessions {
        out.begin_event(head, &["training", training.id.as_str(), session.id.as_str()]);
        if session.start.is_some() {
            out.moment("DTSTART", session.begins());
            // An end has to be later than the start.
            if session.end.is_some() && session.ends() > session.begins() {
                out.moment("DTEND", session.ends());
            }
        } else {
            out.day("DTSTART", session.date);
        }
        let words = words(training, session);
        let url = training.url.as_ref().map(crate::domain::WebAddress::as_str);
        out.end_event(&words, url, session.place.as_deref().unwrap_or(&words.location), false);
    }
    out.end()
}

/// A calendar of events: each of their days with its times, or from the first day to the last. Those whose day is not
/// known have no place in a calendar.
pub fn events_calendar<'a>(
    events: impl IntoIterator<Item = &'a Event>,
    head: &CalendarHead,
    words: &dyn Fn(&Event, Option<&EventDay>) -> EventWords,
) -> String {
    let mut out = Writer::begin(head);
    for event in events {
        let url = event.url.as_ref().map(crate::domain::WebAddress::as_str);
        let place = event.whereabouts().join(", ");
        let end = |out: &mut Writer, words: &EventWords| {
            out.end_event(words, url, if place.is_empty() { &words.location } else { &place }, false);
        };
        for (ordinal, day) in event.days.iter().enumerate() {
            out.begin_event(head, &["event", event.id.as_str(), &(ordinal + 1).to_string()]);
            if day.start.is_some() {
                out.moment("DTSTART", day.begins());
                // An end has to be later than the start.
                if day.end.is_some() && day.ends() > day.begins() {
                    out.moment("DTEND", day.ends());
                }
            } else {
                out.day("DTSTART", day.date);
            }
            end(&mut out, &words(event, Some(day)));
        }
        if let Some(first) = event.start.and_then(PartialDate::day) {
            out.begin_event(head, &["event", event.id.as_str(), "0"]);
            out.day("DTSTART", first);
            if let Some(last) = event.end.and_then(PartialDate::day) {
                // The day after the last one (RFC 5545, 3.6.1).
                out.day("DTEND", last.plus(1));
            }
            end(&mut out, &words(event, None));
        }
    }
    out.end()
}

/// One calendar of the events of several that were written here, under the head of the first; `None` where there are no
/// events, because an empty calendar is none (RFC 5545, 3.6).
pub fn joined_calendars(each: &[String]) -> Option<String> {
    const BEGIN: &str = "BEGIN:VEVENT\r\n";
    const END: &str = "END:VCALENDAR\r\n";
    let mut out = String::new();
    for text in each {
        let Some(at) = text.find(BEGIN) else { continue };
        if out.is_empty() {
            out.push_str(&text[..at]);
        }
        out.push_str(text[at..].trim_end_matches(END));
    }
    (!out.is_empty()).then(|| out + END)
}

/// Longest line in bytes, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// Writes content lines, each folded where it is too long.
struct Writer {
    text: String,
    /// The line being written, not folded yet.
    line: String,
}

impl Writer {
    fn begin(head: &CalendarHead) -> Self {
        let mut out = Self { text: String::new(), line: String::new() };
        out.plain("BEGIN:VCALENDAR");
        out.plain("VERSION:2.0");
        out.plain("PRODID:-//Cluster Atlas//cluster-atlas//EN");
        out.plain("CALSCALE:GREGORIAN");
        out.plain("METHOD:PUBLISH");
        // The name of RFC 7986, and the one that programs knew before.
        out.words("NAME", &head.name);
        out.words("X-WR-CALNAME", &head.name);
        out
    }

    fn end(mut self) -> String {
        self.plain("END:VCALENDAR");
        self.text
    }

    /// Parts of an identifier hold no `+`, so that no two events share one.
    fn begin_event(&mut self, head: &CalendarHead, identity: &[&str]) {
        self.plain("BEGIN:VEVENT");
        self.line.push_str("UID:");
        for (at, part) in identity.iter().enumerate() {
            self.line.push_str(if at == 0 { "" } else { "+" });
            self.line.push_str(part);
        }
        self.line.push('@');
        self.line.push_str(&head.deployment);
        self.end_line();
        self.moment("DTSTAMP", head.stamp);
        self.line.push_str("SEQUENCE:");
        self.line.push_str(&head.sequence.to_string());
        self.end_line();
    }

    fn end_event(&mut self, words: &EventWords, url: Option<&str>, location: &str, cancelled: bool) {
        self.words("SUMMARY", &words.summary);
        self.words("DESCRIPTION", &words.description);
        self.words("LOCATION", location);
        let mut categories = words.categories.iter().filter(|category| !category.is_empty());
        if let Some(first) = categories.next() {
            self.line.push_str("CATEGORIES:");
            escape(first, &mut self.line);
            for category in categories {
                self.line.push(',');
                escape(category, &mut self.line);
            }
            self.end_line();
        }
        let url = url.unwrap_or(&words.page);
        if !url.is_empty() {
            self.line.push_str("URL:");
            self.line.extend(url.chars().filter(|c| !c.is_whitespace() && !c.is_control()));
            self.end_line();
        }
        // A deadline takes no time of its day, and a session is not booked by looking at it.
        self.plain("TRANSP:TRANSPARENT");
        self.plain(match (cancelled, words.tentative) {
            (true, _) => "STATUS:CANCELLED",
            (false, true) => "STATUS:TENTATIVE",
            (false, false) => "STATUS:CONFIRMED",
        });
        if !cancelled {
            self.alarm(words, "TRIGGER:-P7D");
            self.alarm(words, "TRIGGER:-P1D");
        }
        self.plain("END:VEVENT");
    }

    fn alarm(&mut self, words: &EventWords, trigger: &str) {
        self.plain("BEGIN:VALARM");
        self.plain("ACTION:DISPLAY");
        // An alarm has to have a description, even an empty one.
        self.line.push_str("DESCRIPTION:");
        escape(&words.summary, &mut self.line);
        self.end_line();
        self.plain(trigger);
        self.plain("END:VALARM");
    }

    fn plain(&mut self, line: &str) {
        self.line.push_str(line);
        self.end_line();
    }

    /// A property whose value is text; none where the text is empty.
    fn words(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line.push_str(name);
            self.line.push(':');
            escape(text, &mut self.line);
            self.end_line();
        }
    }

    /// A property whose value is a moment, in UTC.
    fn moment(&mut self, name: &str, moment: Instant) {
        let (day, time, seconds) = moment.in_utc();
        let minutes = time.minutes();
        self.line.push_str(name);
        self.line.push(':');
        self.line.push_str(&digits_of(day));
        self.line.push('T');
        for two in [minutes / 60, minutes % 60, u16::from(seconds)] {
            self.line.push(char::from(b'0' + (two / 10) as u8));
            self.line.push(char::from(b'0' + (two % 10) as u8));
        }
        self.line.push('Z');
        self.end_line();
    }

    /// A property whose value is a whole day.
    fn day(&mut self, name: &str, day: Day) {
        self.line.push_str(name);
        self.line.push_str(";VALUE=DATE:");
        self.line.push_str(&digits_of(day));
        self.end_line();
    }

    /// Ends the line, folding it between characters: what follows a line's end and a space belongs to the line.
    fn end_line(&mut self) {
        let mut rest = self.line.as_str();
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let cut = (0..=room).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(room);
            self.text.push_str(&rest[..cut]);
            self.text.push_str("\r\n ");
            rest = &rest[cut..];
            room = LONGEST_LINE - 1;
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
        self.line.clear();
    }
}

/// A day as `20240229`.
fn digits_of(day: Day) -> String {
    let mut text = day.to_string();
    text.retain(|c| c != '-');
    text
}

/// Writes text so that it means itself: `\`, `,` and `;` marked, any end of line as `\n`, control characters left out.
fn escape(text: &str, out: &mut String) {
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' | ',' | ';' => {
                out.push('\\');
                out.push(c);
            }
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}
