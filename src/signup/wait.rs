//! How long to wait before the next attempt.

use crate::domain::{Day, Instant, TimeOfDay};

/// An attempt without an answer is given up after so many seconds.
pub const TIMEOUT_SECONDS: u32 = 15;
/// The wait after the first failure, in seconds; it doubles with each further one.
pub const BACK_OFF_FIRST: i64 = 2;
/// The longest wait that the app chooses by itself, in seconds: an hour.
pub const BACK_OFF_MOST: i64 = 3_600;
/// Whoever presses the button is not asked sooner than so many seconds after the last answer.
pub const PRESSED_LEAST: i64 = 10;
/// The longest wait that a receiver can ask for, in seconds: a day. Who asks for more is asked again after a day.
pub const RETRY_AFTER_MOST: i64 = 86_400;
/// Where a receiver asks to wait, everybody comes back within so many seconds after that, not all at once.
pub const RETRY_AFTER_SPREAD: i64 = 3;

/// The wait after so many attempts, in seconds: exponential, and between half of that and all of it by `jitter`
/// (0 to 1), so that those who failed together do not come back together.
///
/// ```
/// use cluster_atlas::signup::{BACK_OFF_MOST, back_off};
/// assert_eq!([1, 2, 3].map(|attempts| back_off(attempts, 1.0)), [2, 4, 8]);
/// assert_eq!(back_off(5, 0.0), 16);
/// assert_eq!(back_off(u32::MAX, 1.0), BACK_OFF_MOST);
/// ```
pub fn back_off(attempts: u32, jitter: f32) -> i64 {
    let doublings = attempts.saturating_sub(1).min(20);
    let most = (BACK_OFF_FIRST << doublings).min(BACK_OFF_MOST);
    let half = most / 2;
    half + spread(most - half, jitter)
}

/// A part of a span by chance; what is no part of one is cut to it.
pub(super) fn spread(span: i64, jitter: f32) -> i64 {
    // What is not a number becomes 0 in the cast.
    (span as f32 * jitter.clamp(0.0, 1.0)) as i64
}

/// The moment that a header `Retry-After` names: seconds, or a date in one of the three ways of RFC 9110,
/// section 5.6.7. Not later than [`RETRY_AFTER_MOST`] from now. A date is measured against the header `Date` of the same
/// answer, where there is one: the visitor's clock, by which it is `now`, may be wrong.
///
/// ```
/// use cluster_atlas::{domain::Instant, signup::retry_after};
/// let now = Instant::from_unix(784_111_000);
/// assert_eq!(retry_after("120", None, now), Some(Instant::from_unix(784_111_120)));
/// let date = "Sun, 06 Nov 1994 08:49:37 GMT";
/// assert_eq!(retry_after(date, None, now), Some(Instant::from_unix(784_111_777)));
/// assert_eq!(retry_after(date, Some("Sun, 06 Nov 1994 08:49:00 GMT"), now), Some(Instant::from_unix(784_111_037)));
/// assert_eq!(retry_after("soon", None, now), None);
/// ```
pub fn retry_after(header: &str, date: Option<&str>, now: Instant) -> Option<Instant> {
    let header = header.trim();
    let latest = now.unix().saturating_add(RETRY_AFTER_MOST);
    let digits = !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit());
    let at = if digits {
        // More digits than a number has are a very long wait.
        now.unix().saturating_add(header.parse().unwrap_or(RETRY_AFTER_MOST).min(RETRY_AFTER_MOST))
    } else {
        let then = http_date(header, now)?.unix();
        let there = date.and_then(|date| http_date(date.trim(), now)).map_or(now.unix(), Instant::unix);
        now.unix().saturating_add(then.saturating_sub(there))
    };
    Some(Instant::from_unix(at.clamp(now.unix(), latest)))
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`: in each the day
/// of the month stands before the year, and the time is what has colons.
fn http_date(text: &str, now: Instant) -> Option<Instant> {
    let (mut month, mut time, mut numbers) = (None, None, Vec::new());
    for word in text.split([' ', ',', '-']).filter(|word| !word.is_empty()) {
        if word.contains(':') {
            time = Some(word);
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(word);
        } else if month.is_none() {
            const MONTHS: [&str; 12] =
                ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
            month = MONTHS.iter().position(|name| *name == word);
        }
    }
    let [day, year] = numbers[..] else { return None };
    let mut full_year: i32 = year.parse().ok()?;
    if year.len() == 2 {
        // Two digits mean the century in which the year is not more than 50 years ahead (RFC 9110).
        let this_year = now.in_utc().0.year();
        full_year += this_year - this_year.rem_euclid(100);
        full_year -= if full_year > this_year + 50 { 100 } else { 0 };
    }
    let month = time::Month::try_from(month? as u8 + 1).ok()?;
    let date = time::Date::from_calendar_date(full_year, month, day.parse().ok()?).ok()?;
    let (clock, seconds) = time?.rsplit_once(':')?;
    let clock: TimeOfDay = clock.parse().ok()?;
    let seconds: i64 = seconds.parse().ok().filter(|seconds| (0..=60).contains(seconds))?;
    let day = Day::from(date).number();
    Some(Instant::from_unix(day * 86_400 + i64::from(clock.minutes()) * 60 + seconds))
}
