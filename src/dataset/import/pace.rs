//! Long work that lets others have their turn. Where there is but one thread, as in a page, reading a hundred thousand rows at a
//! stretch would leave it deaf: so the importer can be told to rest after any row, and to stop.

use std::fmt;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::ImportError;

/// What is waited for before the next row; whether the work goes on then.
pub type Rest = Pin<Box<dyn Future<Output = bool>>>;

/// What of a file is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Bytes of a text, while it is parted into rows.
    Bytes,
    /// Rows, while they become records.
    Rows,
}

/// Says after each row whether it is time to rest: it is given how much is done, and of how much.
#[derive(Clone, Default)]
pub struct Pace(Option<Rc<PaceOf>>);

type PaceOf = dyn Fn(Counted, usize, usize) -> Option<Rest>;

impl Pace {
    /// A pace of somebody's own. Without one nothing rests.
    pub fn new(pace: impl Fn(Counted, usize, usize) -> Option<Rest> + 'static) -> Self {
        Self(Some(Rc::new(pace)))
    }

    /// Rests after a row that became a record where it is time to; an error where the work is to stop.
    pub(super) async fn after(&self, done: usize, of: usize) -> Result<(), ImportError> {
        self.rest(Counted::Rows, done, of).await
    }

    /// The same after a row that was found in a text, by bytes.
    pub(super) async fn after_bytes(&self, done: usize, of: usize) -> Result<(), ImportError> {
        self.rest(Counted::Bytes, done, of).await
    }

    async fn rest(&self, counted: Counted, done: usize, of: usize) -> Result<(), ImportError> {
        let Some(rest) = self.0.as_ref().and_then(|pace| pace(counted, done, of)) else { return Ok(()) };
        if rest.await { Ok(()) } else { Err(ImportError::Stopped) }
    }
}

impl fmt::Debug for Pace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(if self.0.is_some() { "Pace(some)" } else { "Pace(none)" })
    }
}

/// Does work that rests nowhere: all of it at a stretch. Work that does rest would be asked again and again.
pub fn at_once<W: Future>(work: W) -> W::Output {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}
