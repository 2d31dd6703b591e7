//! Words that nothing has, and what may have been meant: the code that says it is fetched once there is something to say.

use leptos::prelude::*;

use crate::ui::explorer::Deferred;
use crate::ui::reactive::{effect, live, memo};
use crate::ui::search_context::SearchContext;
use crate::ui::suggesting::Suggesting;

/// Says which words nothing has, and what may have been meant by the text.
#[component]
pub fn SimilarWords() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let fetch = expect_context::<Deferred>().suggesting;
    let suggesting = RwSignal::new(None::<Suggesting>);
    // Several words may be a place and a distance.
    let needed = memo(move |_| {
        search.outcome.with(|outcome| !outcome.similar.is_empty())
            || search.params.with(|params| params.q.trim().contains(' '))
    });
    effect(move |_| {
        if needed.get() {
            search.app.synonyms().want();
            fetch(suggesting);
        }
    });
    live(move || suggesting.get().filter(|_| needed.get()).map(|suggesting| (suggesting.meant)(search)))
}
