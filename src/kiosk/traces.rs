//! Proof of forgetting: whether anything that a visitor typed is found where it must not be.

use crate::domain::percent;
use crate::explore::fold;

/// Shorter texts are found everywhere by chance and prove nothing, in characters.
pub const LEAST_TRACE: usize = 5;

/// Which places have any of the texts that were typed and had none of them before, by the names of these. Case, accents and
/// the way of encoding in addresses make no difference. Who types "cluster" leaves no trace in a title that says so anyway.
pub fn find_traces<'a>(
    typed: &[String],
    before: &[(String, String)],
    places: &'a [(String, String)],
) -> Vec<&'a str> {
    let plain: Vec<String> =
        typed.iter().map(|text| fold(text)).filter(|text| text.chars().count() >= LEAST_TRACE).collect();
    let folded = |kept: &str| [fold(kept), fold(&percent::decode(kept))];
    let has = |kept: &[String; 2], text: &str| kept.iter().any(|kept| kept.contains(text));
    let found = |(name, kept): &&(String, String)| {
        let was = before.iter().find(|(known, _)| known == name).map(|(_, kept)| folded(kept));
        let is = folded(kept);
        plain.iter().any(|text| has(&is, text) && !was.as_ref().is_some_and(|was| has(was, text)))
    };
    places.iter().filter(found).map(|(name, _)| name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(kept: &str) -> Vec<(String, String)> {
        vec![("address".to_owned(), "#/explore".to_owned()), ("storage".to_owned(), kept.to_owned())]
    }

    #[test]
    fn what_was_typed_is_found_however_it_is_kept() {
        let typed = ["Zoë Müller".to_owned(), "zoe@example.org".to_owned(), "DE".to_owned()];
        for kept in
            ["{\"name\":\"Zoë Müller\"}", "ZOE MULLER", "q=Zo%C3%AB+M%C3%BCller", "x zoe@EXAMPLE.org x"]
        {
            assert_eq!(find_traces(&typed, &[], &places(kept)), ["storage"], "{kept}");
        }
    }

    #[test]
    fn what_was_there_before_is_no_trace() {
        let typed = ["cluster".to_owned()];
        let before = places("cluster-atlas:list");
        assert!(find_traces(&typed, &before, &places("cluster-atlas:list, more")).is_empty());
        assert_eq!(
            find_traces(&["zoe@example.org".to_owned()], &before, &places("zoe@example.org")),
            ["storage"]
        );
    }

    #[test]
    fn what_is_too_short_proves_nothing() {
        assert!(
            find_traces(&["DE".to_owned(), "anna".to_owned()], &[], &places("country=DE Hannah")).is_empty()
        );
        assert!(find_traces(&["Zoë Müller".to_owned()], &[], &places("eyJhbGciOiJFQ0RILUVTIn0")).is_empty());
    }
}
