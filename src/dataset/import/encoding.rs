//! Which encoding a table is in: told by its marks, proved where it is UTF-8, else guessed and said.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_5, ISO_8859_7, ISO_8859_10, ISO_8859_13, ISO_8859_15, KOI8_R, KOI8_U,
    MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
};

/// The encodings that are offered as a choice, the likeliest of Europe first.
const OFFERED: [&Encoding; 20] = [
    UTF_8,
    WINDOWS_1252,
    WINDOWS_1250,
    WINDOWS_1251,
    WINDOWS_1253,
    WINDOWS_1254,
    WINDOWS_1257,
    ISO_8859_2,
    ISO_8859_5,
    ISO_8859_7,
    ISO_8859_10,
    ISO_8859_13,
    ISO_8859_15,
    MACINTOSH,
    KOI8_R,
    KOI8_U,
    WINDOWS_1255,
    WINDOWS_1256,
    UTF_16LE,
    UTF_16BE,
];

/// A text and what is known of its encoding.
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding it was read in.
    pub(super) encoding: &'static Encoding,
    /// Nothing said which encoding it is.
    pub(super) is_guessed: bool,
    /// The lines, counted from 1, that are in another encoding than the rest, and which was guessed for them.
    pub(super) other_lines: Vec<(usize, &'static Encoding)>,
}

/// Reads bytes as text: by their mark, by `chosen`, as UTF-8 where they are; else by a guess. Where a few lines alone are
/// not UTF-8 they were pasted in, and the guess is about them: the others stay right.
pub(super) fn decode(bytes: &[u8], chosen: Option<&'static Encoding>) -> Decoded {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let known = marked.or(chosen).or_else(|| std::str::from_utf8(bytes).is_ok().then_some(UTF_8));
    let wide = || wide(bytes);
    if let Some(encoding) = known.or_else(wide) {
        let text = encoding.decode(bytes).0.into_owned();
        return Decoded { text, encoding, is_guessed: known.is_none(), other_lines: Vec::new() };
    }
    let lines = || bytes.split_inclusive(|byte| *byte == b'\n');
    let is_good = |line: &&[u8]| std::str::from_utf8(line).is_ok();
    let is_mixed = lines().any(|line| !line.is_ascii() && is_good(&line));
    if !is_mixed {
        let encoding = guess(bytes);
        let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
        return Decoded { text, encoding, is_guessed: true, other_lines: Vec::new() };
    }
    let mut text = String::with_capacity(bytes.len());
    let mut other_lines = Vec::new();
    let bad: Vec<u8> = lines().filter(|line| !is_good(line)).flatten().copied().collect();
    let encoding = guess(&bad);
    for (position, line) in lines().enumerate() {
        if let Ok(line) = std::str::from_utf8(line) {
            text.push_str(line);
        } else {
            text.push_str(&encoding.decode_without_bom_handling(line).0);
            other_lines.push((position + 1, encoding));
        }
    }
    Decoded { text, encoding: UTF_8, is_guessed: false, other_lines }
}

/// UTF-16 without its mark: every other byte of European text is a zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(4000)];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = start.len() / 4;
    match (even > enough, odd > enough) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// The likeliest encoding of bytes that are not UTF-8.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    if is_mac(bytes) {
        return MACINTOSH;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(None, Utf8Detection::Deny);
    // What no table of Europe is in is a guess gone wrong.
    match found {
        found if (found == WINDOWS_1250 || found == WINDOWS_1252) && is_western_iso(bytes) => ISO_8859_15,
        found if OFFERED.contains(&found) => found,
        _ => WINDOWS_1252,
    }
}

/// Whether bytes mean something in ISO 8859-15 that nobody writes in the encodings of Windows: œ within a word, where these
/// have a fraction or an accent by itself, and the euro, where these have the sign for any currency. The detector, which was
/// made for the web, does not know it.
fn is_western_iso(bytes: &[u8]) -> bool {
    let is_letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let is_its = |(at, byte): (usize, &u8)| match byte {
        0xa4 => true,
        0xbd => is_letter(at.checked_sub(1)) && is_letter(Some(at + 1)),
        _ => false,
    };
    !bytes.iter().any(|byte| (0x80..0xa0).contains(byte)) && bytes.iter().enumerate().any(is_its)
}

/// Mac Roman has its letters where Windows has quotation marks and control characters; the detector, which was made for
/// the web, does not know it.
fn is_mac(bytes: &[u8]) -> bool {
    let (mut low, mut all) = (0_usize, 0_usize);
    for (position, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        let before = position.checked_sub(1).and_then(|before| bytes.get(before));
        let after = bytes.get(position + 1);
        let in_word = before.is_some_and(u8::is_ascii_lowercase) || after.is_some_and(u8::is_ascii_lowercase);
        all += usize::from(in_word);
        low +=
            usize::from(in_word && (0x80..0xa0).contains(byte) && !matches!(byte, 0x91..=0x94 | 0x96 | 0x97));
    }
    low > 0 && low * 10 >= all * 7
}

/// The encodings to choose from, each with how words that are not plain ASCII read in it: the present one first. Candidates in which
/// bytes mean nothing are left out.
pub(super) fn candidates(bytes: &[u8], present: &'static Encoding) -> Vec<(&'static str, Vec<String>)> {
    let words = if matches!(present.name(), "UTF-16LE" | "UTF-16BE") { Vec::new() } else { words(bytes) };
    let all = std::iter::once(present).chain(OFFERED.into_iter().filter(|offered| *offered != present));
    let read = |encoding: &'static Encoding| {
        let read = words.iter().map(|word| encoding.decode_without_bom_handling(word));
        let read: Vec<_> = read.collect();
        let is_wide = matches!(encoding.name(), "UTF-16LE" | "UTF-16BE");
        let is_bad = read.iter().any(|(_, is_bad)| *is_bad) || is_wide;
        let samples = read.into_iter().map(|(text, _)| text.into_owned()).collect();
        (encoding == present || !is_bad).then_some((encoding.name(), samples))
    };
    all.filter_map(read).collect()
}

/// The first words with bytes beyond ASCII, each once.
fn words(bytes: &[u8]) -> Vec<&[u8]> {
    const SHOWN: usize = 10;
    let mut found: Vec<&[u8]> = Vec::new();
    let ends =
        |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b';' | b',' | b'"' | b'|' | b'(' | b')');
    for word in bytes.split(ends) {
        if !word.is_ascii() && word.len() <= 60 && !found.contains(&word) {
            found.push(word);
            if found.len() == SHOWN {
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [(&str, &Encoding); 9] = [
        ("Pôle Énergie;Orléans;été à la forêt, Besançon", WINDOWS_1252),
        ("Klaster Łódź;Gdańsk;żółć, Śląsk i Kraków, Wrocław, Częstochowa", WINDOWS_1250),
        ("Αθήνα;Θεσσαλονίκη;Πάτρα συστάδα επιχειρήσεων", WINDOWS_1253),
        ("Клъстер София;Пловдив;Българска асоциация", WINDOWS_1251),
        ("İstanbul;Eskişehir;Savunma ve Havacılık Kümelenmesi Derneği", WINDOWS_1254),
        ("Klasteris Šiauliai;Kaunas;žaliųjų technologijų ąžuolas, Lietuvių įmonės", WINDOWS_1257),
        ("Кластер Москва;Новосибирск;объединение предприятий", KOI8_R),
        (
            "P\u{f4}le \u{c9}nergie;Orl\u{e9}ans;\u{e9}t\u{e9} \u{e0} la for\u{ea}t, K\u{f6}ln, M\u{fc}nchen",
            MACINTOSH,
        ),
        ("Pôle;Köln;Αθήνα", UTF_8),
    ];

    #[test]
    fn encodings_of_europe_are_told_from_the_text() {
        for (text, encoding) in TEXTS {
            let (bytes, _, is_lossy) = encoding.encode(text);
            assert!(!is_lossy, "{text}");
            let decoded = decode(&bytes, None);
            // Russian and Ukrainian KOI8 have these letters in the same places.
            let encoding = if encoding == KOI8_R { KOI8_U } else { encoding };
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
            assert_eq!(decoded.is_guessed, encoding != UTF_8);
            assert_eq!(candidates(&bytes, encoding)[0].0, encoding.name());
        }
    }

    #[test]
    fn western_text_of_unix_is_not_taken_for_that_of_central_europe() {
        let decoded = decode(b"name\nC\xbdur d'\xbcuvre 5 \xa4\n", None);
        assert_eq!((&*decoded.text, decoded.encoding), ("name\nCœur d'Œuvre 5 €\n", ISO_8859_15));
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let text = "name;city\nPôle;Köln\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [&b"\xff\xfe"[..], &little].concat();
        for bytes in [little, big, marked] {
            assert_eq!(decode(&bytes, None).text, text);
        }
    }

    #[test]
    fn a_line_in_another_encoding_costs_no_other_line() {
        let decoded = decode(b"P\xc3\xb4le\nK\xf6ln\nplain\n", None);
        assert_eq!(decoded.text, "Pôle\nKöln\nplain\n");
        assert_eq!(decoded.other_lines, [(2, WINDOWS_1252)]);
    }
}
