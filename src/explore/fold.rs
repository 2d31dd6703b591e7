//! Text as it is compared: words in small plain Latin letters and digits.
//!
//! "Pôle", "POLE" and "pole" are one word, and so are "София" and "sofia". Cyrillic follows the Bulgarian
//! Transliteration Act, Greek follows ELOT 743, everything else `deunicode`; `build.rs` makes the table.
//! Letters of other scripts (Hebrew, Arabic, Han …) stay as they are: few of them have case at all, and the tables
//! for those that do are larger than this one.

use crate::domain::takes_no_room;

include!(concat!(env!("OUT_DIR"), "/fold_table.rs"));

/// A text as folded words, parted by single spaces.
///
/// Words are runs of letters and digits; everything else parts them, apostrophes and hyphens too. Folding a folded
/// text changes nothing, and what is typed so far folds to the start of what it will fold to, or nearly so
/// (an accent that follows its letter may still change it: й typed as и and a breve).
///
/// ```
/// use cluster_atlas::explore::fold;
/// assert_eq!(fold("Pôle d’innovation R&D"), "pole d innovation r d");
/// assert_eq!(fold("София"), "sofia");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded);
    folded
}

/// Appends the folded words of `text` to `folded`, parted by single spaces.
pub(super) fn fold_onto(text: &str, folded: &mut String) {
    let start = folded.len();
    let mut gap = false;
    let mut before = ' ';
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // Most text is plain: a run of ASCII letters and digits is copied at once.
        let run = at;
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        if at > run {
            part(folded, start, &mut gap);
            let copied = folded.len();
            folded.push_str(&text[run..at]);
            folded[copied..].make_ascii_lowercase();
            before = ' ';
        } else if bytes[at].is_ascii() {
            gap = true;
            before = ' ';
            at += 1;
        } else {
            let c = text[at..].chars().next().unwrap_or(' ');
            if c == BREVE && matches!(before, 'и' | 'И') {
                folded.pop();
                folded.push('y');
            } else {
                fold_wide(c, before, folded, start, &mut gap);
            }
            before = c;
            at += c.len_utf8();
        }
    }
}

/// Visits the words of a folded text.
pub(super) fn each_word(folded: &str, mut visit: impl FnMut(&str)) {
    let mut rest = folded;
    loop {
        let end = rest.as_bytes().iter().position(|&byte| byte == b' ');
        let word = &rest[..end.unwrap_or(rest.len())];
        if !word.is_empty() {
            visit(word);
        }
        match end {
            Some(end) => rest = &rest[end + 1..],
            None => break,
        }
    }
}

/// The combining breve that turns и into й.
const BREVE: char = '\u{306}';

/// Writes the space between two words, when there was a gap.
fn part(folded: &mut String, start: usize, gap: &mut bool) {
    if *gap && folded.len() > start {
        folded.push(' ');
    }
    *gap = false;
}

/// Folds one character outside ASCII, given the one before it.
fn fold_wide(c: char, before: char, folded: &mut String, start: usize, gap: &mut bool) {
    match code_of(c) {
        Some(0) => *gap = true,
        Some(1) => {}
        Some(code) => {
            part(folded, start, gap);
            if let Some(letter) = in_context(c, before) {
                folded.push(letter);
            } else if code < 128 {
                folded.push(char::from(code));
            } else {
                folded.push_str(STRINGS[usize::from(code - 128)]);
            }
        }
        None if c.is_alphanumeric() => {
            part(folded, start, gap);
            folded.push(c);
        }
        None if is_unseen(c) => {}
        None => *gap = true,
    }
}

/// The table's entry for a character; `None` outside its blocks.
fn code_of(c: char) -> Option<u8> {
    let c = u32::from(c);
    let &(first, _, start) = BLOCKS.iter().find(|(first, last, _)| (*first..=*last).contains(&c))?;
    CODES.get((start + c - first) as usize).copied()
}

/// Letters that the letter before them changes. Only what is behind counts, so that a word typed so far folds to
/// the beginning of the whole word.
fn in_context(c: char, before: char) -> Option<char> {
    match (before, c) {
        // Bulgarian: "ия" is "ia" (Sofia, not Sofiya).
        ('и' | 'И', 'я' | 'Я') => Some('a'),
        // Greek: ου is "ou"; αυ, ευ, ηυ are "av", "ev", "iv" (before voiceless letters "f", a slip that search forgives).
        ('ο' | 'Ο', 'υ' | 'ύ' | 'Υ' | 'Ύ') => Some('u'),
        ('α' | 'Α' | 'ε' | 'Ε' | 'η' | 'Η', 'υ' | 'ύ' | 'Υ' | 'Ύ') => Some('v'),
        _ => None,
    }
}

/// Accents, variation selectors and what takes no room, outside the table: they part no words.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}')
        || takes_no_room(c)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::fold;

    #[test]
    fn case_and_accents_go() {
        for (text, folded) in [
            ("Pôle", "pole"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("GROẞ", "gross"),
            ("œuvre", "oeuvre"),
            ("Þór", "thor"),
            ("İstanbul", "istanbul"),
            ("Iğdır", "igdir"),
            ("Ærø Åland", "aero aland"),
            ("Ħaż-Żabbar", "haz zabbar"),
            ("Bezpieczeństwo żywności", "bezpieczenstwo zywnosci"),
            ("e\u{301}cole d\u{65}\u{301}", "ecole de"),
            ("ﬁbre", "fibre"),
            ("ＦＵＬＬ１", "full1"),
            ("\u{212b}ngström Ⅷ", "angstrom viii"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn scripts_become_latin() {
        for (text, folded) in [
            ("София", "sofia"),
            ("ПЛОВДИВ", "plovdiv"),
            ("Търново", "tarnovo"),
            ("Хасково", "haskovo"),
            ("Троян", "troyan"),
            ("Трои\u{306}ка", "troyka"),
            ("Тройка", "troyka"),
            ("Щастие", "shtastie"),
            ("Београд", "beograd"),
            ("Київ", "kiiv"),
            ("Αθήνα", "athina"),
            ("ΑΘΗΝΑ", "athina"),
            ("Θεσσαλονίκη", "thessaloniki"),
            ("Χανιά", "chania"),
            ("Λευκωσία", "levkosia"),
            ("Ηράκλειου", "irakleiou"),
            ("Երևան", "erevan"),
            ("თბილისი", "tbilisi"),
            ("Ἀθῆναι ὕδωρ", "athinai ydor"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(fold("  R&D / AgriNet 4.0 "), "r d agrinet 4 0");
        assert_eq!(fold("l'agriculture d’eau"), "l agriculture d eau");
        assert_eq!(fold("soft\u{ad}hyphen zero\u{200b}width"), "softhyphen zerowidth");
        assert_eq!(fold("½ m²"), "m2");
        assert_eq!(fold("\0\u{202e}…!"), "");
        assert_eq!(fold("שלום 北京"), "שלום 北京");
    }

    #[test]
    fn every_character_folds_once() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn what_is_typed_so_far_is_the_beginning(text in "[A-Za-zÀ-ž0-9 а-яΑ-ώ'’-]{0,30}", at in 0_usize..30) {
            let cut: String = text.chars().take(at).collect();
            prop_assert!(fold(&text).starts_with(&fold(&cut)));
        }
    }
}
