//! What takes time, and what becomes of it when its page is left meanwhile: the only place that starts anything.
//!
//! A signal goes with the part of the page that it belongs to, and whoever asks it afterwards stops the whole app. So
//! nothing that waits is started without saying how long it matters.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use leptos::prelude::IsDisposed;
use leptos::reactive::spawn_local_scoped_with_cancellation;

/// Does something to its end, whoever leaves: what has been submitted is kept and sent. After its first wait it may use
/// only what lives as long as the app, and `try_…` of all else.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
pub fn to_the_end(task: impl Future<Output = ()> + 'static) {
    leptos::task::spawn_local(task);
}

/// Does something for as long as a signal is there: after every wait it goes on only where it still is, so that the
/// signals that came and go with it can be used as ever.
pub fn while_there(signal: impl IsDisposed + 'static, task: impl Future<Output = ()> + 'static) {
    to_the_end(async move {
        let mut task = pin!(task);
        poll_fn(|context| if signal.is_disposed() { Poll::Ready(()) } else { task.as_mut().poll(context) })
            .await;
    });
}

/// Does something for the part of the page that is being drawn, until that part goes or is drawn anew; what it draws
/// belongs to that part.
pub fn while_drawn(task: impl Future<Output = ()> + 'static) {
    spawn_local_scoped_with_cancellation(task);
}
