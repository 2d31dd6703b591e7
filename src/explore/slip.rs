//! Words that are one slip apart.

/// A slip in a shorter word makes it another word.
const SHORTEST: usize = 5;

/// Whether a folded word may be another one with a slip in it.
pub(super) fn is_slip_of(asked: &str, other: &str) -> bool {
    asked.chars().count() >= SHORTEST && is_one_slip(asked, other)
}

/// Whether two words are one slip apart: a letter left out, added, or another, or two neighbours swapped.
pub(super) fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let before = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[before..], &other[before..]);
    let behind = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - behind], &other[..other.len() - behind]) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_word_is_itself() {
        assert!(is_slip_of("colonge", "cologne"));
        assert!(!is_slip_of("cologne", "cologne"));
        assert!(!is_slip_of("gras", "graz"));
        assert!(!is_slip_of("", "a"));
    }

    proptest::proptest! {
        /// The slips are those that the search of the records forgives.
        #[test]
        fn a_slip_is_one_change(word in "[a-d]{2,6}", other in "[a-d]{0,7}", at in 0_usize..6, letter in "[a-d]") {
            let letters: Vec<char> = word.chars().collect();
            let at = at % letters.len();
            let write = |letters: &[char]| letters.iter().collect::<String>();
            let (mut left_out, mut added, mut another, mut swapped) = (letters.clone(), letters.clone(), letters.clone(), letters.clone());
            left_out.remove(at);
            added.insert(at, letter.chars().next().unwrap());
            another[at] = letter.chars().next().unwrap();
            swapped.swap(at, (at + 1) % letters.len().max(1));
            let neighbours = at + 1 < letters.len();
            for slip in [left_out, added, another].into_iter().chain(neighbours.then_some(swapped)) {
                let slip = write(&slip);
                proptest::prop_assert_eq!(is_one_slip(&word, &slip), word != slip, "{} {}", word, slip);
                proptest::prop_assert_eq!(is_one_slip(&slip, &word), word != slip);
            }
            proptest::prop_assert!(word.len().abs_diff(other.len()) < 2 || !is_one_slip(&word, &other));
        }
    }
}
