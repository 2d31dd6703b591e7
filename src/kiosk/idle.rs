//! When a visitor has gone: one state machine over a clock that only goes forward.

/// How long the question is asked whether anybody is there, in milliseconds (WCAG 2.2.1 asks for 20 s at least).
pub const WARNING_MS: u64 = 30_000;

/// Whether anybody is there, as far as touches tell. Moments are milliseconds of a monotonic clock: one that is set
/// by hand or by the network would throw visitors out, or keep what they typed for a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    after: u64,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nobody has touched the screen since it was made.
    Resting,
    /// Somebody has, last at this moment.
    Used(u64),
    /// The question is asked since this moment.
    Asked(u64),
    /// The visitor is gone; nothing changes that but a new page.
    Over,
}

/// What is to be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Somebody has come: what is shown to nobody goes.
    Begin,
    /// Ask whether anybody is there.
    Ask,
    /// Somebody is: the question goes, and all is as it was.
    Stay,
    /// Nobody is, or the visitor says so: everything of this visit goes.
    Forget,
}

impl Idle {
    /// A screen that nobody has touched; it asks after so many seconds without a touch.
    pub fn new(seconds: u32) -> Self {
        Self { after: u64::from(seconds) * 1_000, state: State::Resting }
    }

    /// A touch, a key, a turn of a wheel.
    pub fn touched(&mut self, now: u64) -> Option<Notice> {
        let notice = match self.state {
            State::Resting => Some(Notice::Begin),
            State::Asked(_) => Some(Notice::Stay),
            State::Used(_) => None,
            State::Over => return None,
        };
        self.state = State::Used(now);
        notice
    }

    /// Time has passed.
    pub fn passed(&mut self, now: u64) -> Option<Notice> {
        match self.state {
            State::Used(last) if now.saturating_sub(last) >= self.after => {
                self.state = State::Asked(now);
                Some(Notice::Ask)
            }
            State::Asked(since) if now.saturating_sub(since) >= WARNING_MS => {
                self.state = State::Over;
                Some(Notice::Forget)
            }
            _ => None,
        }
    }

    /// The visitor says that the visit is over.
    pub fn finished(&mut self) -> Option<Notice> {
        let over = self.state != State::Over;
        self.state = State::Over;
        over.then_some(Notice::Forget)
    }

    /// Whole seconds that are left to answer the question.
    pub fn left(&self, now: u64) -> Option<u64> {
        match self.state {
            State::Asked(since) => Some(WARNING_MS.saturating_sub(now.saturating_sub(since)).div_ceil(1_000)),
            _ => None,
        }
    }

    /// Whether nobody has come yet.
    pub fn is_resting(&self) -> bool {
        self.state == State::Resting
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_visit_from_the_first_touch_to_the_last() {
        let mut idle = Idle::new(90);
        assert_eq!(idle.passed(10_000_000), None, "nobody is asked to stay who has not come");
        assert_eq!(idle.touched(10_000_000), Some(Notice::Begin));
        assert_eq!(idle.passed(10_089_999), None);
        assert_eq!(idle.passed(10_090_000), Some(Notice::Ask));
        assert_eq!(idle.left(10_090_001), Some(30));
        assert_eq!(idle.touched(10_119_000), Some(Notice::Stay));
        assert_eq!(idle.left(10_119_000), None);
        assert_eq!(idle.passed(10_209_000), Some(Notice::Ask));
        assert_eq!(idle.passed(10_238_999), None);
        assert_eq!(idle.passed(10_239_000), Some(Notice::Forget));
        assert_eq!(idle.touched(10_239_001), None, "what comes late does not call a visit back");
    }

    proptest! {
        /// However touches and time come: nobody is sent away who was not asked for 30 seconds, and eleven extensions
        /// are as good as one.
        #[test]
        fn nobody_goes_unasked(after in 60_u32..3_600, steps in prop::collection::vec((0_u64..200_000, any::<bool>()), 1..80)) {
            let mut idle = Idle::new(after);
            let (mut now, mut last, mut asked) = (0, None, None);
            for (step, is_touch) in steps {
                now += step;
                let notice = if is_touch { idle.touched(now) } else { idle.passed(now) };
                match notice {
                    Some(Notice::Begin) => prop_assert_eq!(last, None),
                    Some(Notice::Ask) => {
                        prop_assert!(now - last.expect("somebody came") >= u64::from(after) * 1_000);
                        asked = Some(now);
                    }
                    Some(Notice::Stay) => prop_assert!(asked.take().is_some()),
                    Some(Notice::Forget) => {
                        prop_assert!(now - asked.expect("the question") >= WARNING_MS);
                        return Ok(());
                    }
                    None => {}
                }
                if is_touch {
                    last = Some(now);
                    prop_assert!(!idle.is_resting());
                }
            }
        }
    }
}
