//! Writes the table that `explore::fold` reads: what every letter of Europe's scripts folds to in plain Latin.
//!
//! The transliteration tables of `deunicode` cover all of Unicode and weigh 150 KB; the app ships the few KB
//! of them that a European dataset can meet, so they are cut to size here and never reach the browser whole.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The blocks in the table: Latin, Greek, Cyrillic, Armenian, Georgian and their extensions, ligatures, Roman
/// numerals, raised and full-width forms.
const BLOCKS: [(u32, u32); 11] = [
    (0x00a0, 0x058f),
    (0x10a0, 0x10ff),
    (0x1c90, 0x1cbf),
    (0x1e00, 0x1fff),
    (0x2070, 0x209c),
    (0x212a, 0x212b),
    (0x2160, 0x2188),
    (0x2c60, 0x2c7f),
    (0xa640, 0xa69f),
    (0xfb00, 0xfb06),
    (0xff10, 0xff5a),
];

/// Codes of the table; anything between is the ASCII letter or digit itself.
const SEPARATOR: u8 = 0;
const NOTHING: u8 = 1;
const FIRST_STRING: u8 = 128;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|target| target == "wasm32") {
        // `cargo xtask` splits the app into a first load and chunks, and has to know what refers to what.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let mut codes = String::new();
    let mut blocks = String::new();
    let mut strings: BTreeMap<String, u8> = BTreeMap::new();
    let mut ordered: Vec<String> = Vec::new();
    let mut length = 0_usize;
    for (first, last) in BLOCKS {
        let _ = write!(blocks, "({first}, {last}, {length}), ");
        for c in (first..=last).filter_map(char::from_u32) {
            let code = match folded(c) {
                None => SEPARATOR,
                Some(text) => match text.as_bytes() {
                    [] => NOTHING,
                    [one] => *one,
                    _ => *strings.entry(text.clone()).or_insert_with(|| {
                        ordered.push(text.clone());
                        let code = usize::from(FIRST_STRING) + ordered.len() - 1;
                        u8::try_from(code).expect("fewer than 129 strings of two letters or more")
                    }),
                },
            };
            let _ = write!(codes, "{code},");
            length += 1;
        }
    }
    let table = format!(
        "/// First and last character of each block, and where it starts in `CODES`.\n\
         const BLOCKS: &[(u32, u32, u32)] = &[{blocks}];\n\
         /// What each character folds to: 0 a separator, 1 nothing, from 128 on an entry of `STRINGS`, else ASCII.\n\
         const CODES: &[u8; {length}] = &[{codes}];\n\
         /// What does not fit in one letter.\n\
         const STRINGS: &[&str] = &{ordered:?};\n"
    );
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&folder).join("fold_table.rs"), table).expect("OUT_DIR can be written");
}

/// What a character folds to; `None` for what parts words.
fn folded(c: char) -> Option<String> {
    if is_invisible(c) {
        return Some(String::new());
    }
    if !c.is_alphanumeric() || is_apostrophe(c) {
        return None;
    }
    if let Some(text) = preferred(c) {
        return Some(text.to_owned());
    }
    let text = deunicode::deunicode_char(c).unwrap_or_default();
    if text.contains('/') {
        return None; // ½ is no word "12"
    }
    Some(text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect())
}

/// Accents written as characters of their own, and the soft hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{a66f}'..='\u{a672}' | '\u{a674}'..='\u{a67d}' | '\u{a69e}'..='\u{a69f}')
}

/// Letters by their Unicode category, apostrophes by their use.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\u{2bb}'..='\u{2bf}' | '\u{2ee}')
}

/// Where the official romanisations of the EU's languages differ from `deunicode`.
fn preferred(c: char) -> Option<&'static str> {
    cyrillic(c).or_else(|| greek(c)).or(match c {
        'Ə' | 'ə' | 'ǝ' | 'Ǝ' => Some("e"), // `deunicode` writes @
        'և' => Some("ev"),
        _ => None,
    })
}

/// Bulgarian by the Transliteration Act (State Gazette 19/2009). Letters of its neighbours that differ by an accent
/// only are as they are typed without it, so that composed and decomposed text fold alike.
fn cyrillic(c: char) -> Option<&'static str> {
    Some(match c {
        'Й' | 'й' => "y",
        'Х' | 'х' => "h",
        'Щ' | 'щ' => "sht",
        'Ъ' | 'ъ' => "a",
        'Ю' | 'ю' => "yu",
        'Я' | 'я' => "ya",
        'Ё' | 'ё' | 'Ѐ' | 'ѐ' => "e",
        'Ї' | 'ї' | 'Ѝ' | 'ѝ' => "i",
        'Ѓ' | 'ѓ' => "g",
        'Ќ' | 'ќ' => "k",
        _ => return None,
    })
}

/// Greek by ELOT 743 (ISO 843, type 2), with the accents and breathings of older spelling.
fn greek(c: char) -> Option<&'static str> {
    const ETA: &[(char, char)] = &[
        ('Η', 'Η'),
        ('Ή', 'Ή'),
        ('η', 'η'),
        ('ή', 'ή'),
        ('\u{1f20}', '\u{1f2f}'),
        ('\u{1f74}', '\u{1f75}'),
        ('\u{1f90}', '\u{1f9f}'),
        ('\u{1fc2}', '\u{1fcc}'),
    ];
    const UPSILON: &[(char, char)] = &[
        ('Υ', 'Υ'),
        ('Ύ', 'Ύ'),
        ('Ϋ', 'Ϋ'),
        ('υ', 'υ'),
        ('ύ', 'ύ'),
        ('ϋ', 'ϋ'),
        ('ΰ', 'ΰ'),
        ('\u{1f50}', '\u{1f5f}'),
        ('\u{1f7a}', '\u{1f7b}'),
        ('\u{1fe0}', '\u{1fe3}'),
        ('\u{1fe6}', '\u{1feb}'),
    ];
    let among = |letters: &[(char, char)]| letters.iter().any(|&(first, last)| (first..=last).contains(&c));
    match c {
        'Β' | 'β' | 'ϐ' => Some("v"),
        'Φ' | 'φ' | 'ϕ' => Some("f"),
        'Χ' | 'χ' => Some("ch"),
        // 1FC8 and 1FC9 are epsilons among the etas.
        '\u{1fc8}' | '\u{1fc9}' => Some("e"),
        _ if among(ETA) => Some("i"),
        _ if among(UPSILON) => Some("y"),
        _ => None,
    }
}
