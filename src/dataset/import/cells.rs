//! Cells as people write them: markup, placeholders, numbers with a word beside them, addresses of all sorts.
//!
//! Each function gives what the cell says where it says one thing, and `None` where it does not or where the cell is
//! written as the format writes it.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

use crate::explore::fold;

/// Whether a cell stands for nothing: what databases, spreadsheets and people put where there is no value.
pub(in crate::dataset) fn is_placeholder(cell: &str) -> bool {
    const SIGNS: [&str; 8] = ["(null)", "-", "--", "–", "—", "?", "#", "..."];
    /// Folded: "n/a" and "N.A." are "n a". "NA" by itself is Namibia.
    const WORDS: &str = "|n a|n d|n c|k a|s o|b d|null|nan|tbc|tbd|tba|t b c|t b d|t b a|unknown|not known|not available|\
        not applicable|not specified|not provided|no data|no information|none given|keine angabe|keine angaben|ohne angabe|\
        nicht angegeben|nicht bekannt|nicht verfugbar|nicht zutreffend|unbekannt|entfallt|inconnu|inconnue|non precise|\
        non precisee|non renseigne|non renseignee|non communique|non disponible|non connu|sans objet|brak|brak danych|\
        nie dotyczy|nieznany|nieznane|desconocido|no disponible|sin datos|no consta|sconosciuto|non noto|non pervenuto|onbekend|\
        niet bekend|niet beschikbaar|agnosto|neznamy|neznama|ismeretlen|necunoscut|okand|ukendt|tuntematon|";
    let cell = cell.trim();
    let is_error =
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#N/D", "#NV"].contains(&cell);
    let is_sign = || SIGNS.contains(&cell.to_lowercase().as_str());
    // "ND" and "KA" without a full stop may be somebody's initials; "none" may be a value.
    let is_short = || cell.len() == 2 && cell.is_ascii();
    let is_word = || {
        !is_short() && WORDS.contains(&format!("|{}|", fold(cell)))
            || ["none.", "na."].contains(&&*cell.to_lowercase())
    };
    is_error || (cell.len() <= 24 && (is_sign() || is_word()))
}

/// A cell that looks as if it had been encoded in UTF-8 twice, as it was meant; `None` for any other.
pub(super) fn once_encoded(cell: &str) -> Option<String> {
    if !cell.contains(['Ã', 'Â', 'Å', 'Ä', 'Î', 'Ð', 'â']) {
        return None;
    }
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(cell);
    let meant = std::str::from_utf8(&bytes).ok().filter(|text| !is_lossy && !text.is_ascii());
    meant.map(str::to_owned)
}

/// Names of the characters from U+00A0 to U+00FF in HTML, in their order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
                     acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde \
                     Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute \
                     Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde \
                     auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute \
                     ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Other characters that editors write by name.
const NAMED: [(&str, char); 20] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("euro", '€'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("bull", '•'),
    ("trade", '™'),
    ("oelig", 'œ'),
    ("scaron", 'š'),
    ("Scaron", 'Š'),
];

/// The text within markup; `None` where there is no markup.
pub(super) fn without_markup(cell: &str) -> Option<String> {
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    let mut found = false;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((tag, after)) = tag(rest) {
            found = true;
            // What stood in blocks of its own stays apart.
            if ["p", "br", "div", "li", "ul", "ol", "tr", "td", "h1", "h2", "h3", "h4"].contains(&&*tag)
                && !text.is_empty()
                && !text.ends_with('\n')
            {
                text.push('\n');
            }
            rest = after;
        } else if let Some((c, after)) = entity(rest) {
            found = true;
            text.push(c);
            rest = after;
        } else {
            text.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    found.then(|| text.trim().to_owned())
}

/// The name of the tag that a text begins with, and what follows it. A name after `<` tells it from "a < b".
fn tag(text: &str) -> Option<(String, &str)> {
    const TAGS: &str = " a abbr b blockquote br code div em font h1 h2 h3 h4 h5 h6 hr i img li ol p pre s script small span \
                        strong style sub sup table tbody td th thead tr u ul ";
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = inner[..end].to_ascii_lowercase();
    let close = inner.find('>')?;
    TAGS.contains(&format!(" {name} ")).then(|| (name, &inner[close + 1..]))
}

/// The character that an entity at the start of a text stands for, and what follows it.
fn entity(text: &str) -> Option<(char, &str)> {
    let (name, after) = text.strip_prefix('&')?.split_once(';').filter(|(name, _)| name.len() <= 8)?;
    let c = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|c| !c.is_control())?
    } else if let Some(position) = LATIN.split_whitespace().position(|known| known == name) {
        char::from_u32(0xa0 + position as u32)?
    } else {
        NAMED.iter().find(|(known, _)| *known == name)?.1
    };
    Some((c, after))
}

/// A number with a word or sign that says it is not exact: "120+", "ca. 80", "seit 1999". A range is two numbers.
pub(super) fn about(cell: &str) -> Option<&str> {
    const BEFORE: [&str; 24] = [
        "ok.",
        "około",
        "cca.",
        "cca",
        "about",
        "approximately",
        "approx.",
        "approx",
        "around",
        "circa",
        "ca.",
        "ca",
        "etwa",
        "rund",
        "environ",
        "env.",
        "over",
        "more than",
        "more then",
        "über",
        "plus de",
        "since",
        "seit",
        "depuis",
    ];
    let mut figure = cell.trim();
    for word in BEFORE {
        let start = figure.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
        if start.is_some()
            && figure[word.len()..].starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit())
        {
            figure = figure[word.len()..].trim_start();
            break;
        }
    }
    let figure = figure.trim_start_matches(['~', '≈', '>', '≥', '±']).trim_start();
    let figure = figure.trim_end_matches(['+', '%']).trim_end();
    // What is counted stands in the heading; behind the number it says nothing more.
    let counted = figure.rsplit_once(char::is_whitespace).filter(|(_, word)| COUNTED.contains(&&*fold(word)));
    let figure = counted.map_or(figure, |(figure, _)| figure.trim_end());
    (figure.len() < cell.trim().len()).then_some(figure)
}

/// What members of clusters are called behind their number, folded.
const COUNTED: [&str; 26] = [
    "members",
    "member",
    "companies",
    "firms",
    "organisations",
    "organizations",
    "partners",
    "smes",
    "mitglieder",
    "mitglied",
    "unternehmen",
    "firmen",
    "partner",
    "kmu",
    "membres",
    "membre",
    "adherents",
    "entreprises",
    "pme",
    "fte",
    "miembros",
    "socios",
    "soci",
    "leden",
    "czlonkow",
    "employees",
];

/// A number that a spreadsheet has rounded to some digits and a power of ten: "4,91E+11". The digits behind are lost.
pub(super) fn is_rounded(cell: &str) -> bool {
    let Some((digits, power)) = cell.trim().split_once("E+") else { return false };
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, rest) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    whole.len() == 1 && figures(whole) && figures(rest) && figures(power)
}

/// What a formula for a text says, which programs write so that a spreadsheet leaves its zeros: `="0431"`.
pub(super) fn of_formula(cell: &str) -> Option<&str> {
    let inner = cell.trim().strip_prefix("=\"")?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}

/// The year of a day in figures, whichever of the others is the month.
pub(super) fn year(cell: &str) -> Option<f64> {
    let parts: Vec<&str> = cell.trim().split(['/', '.', '-']).collect();
    if parts.len() != 3 || !parts.iter().all(|part| part.parse::<u16>().is_ok()) {
        return None;
    }
    parts.iter().find(|part| part.len() == 4)?.parse().ok()
}

/// A web address mended where there is one way to do it, and what had to be left out.
pub(super) fn web(cell: &str) -> Option<(String, Option<String>)> {
    let mut text = cell.trim().to_owned();
    let mut left = None;
    let lower = text.to_ascii_lowercase();
    // A link tag or Markdown: the address is what it leads to.
    if let Some(at) = lower.find("href=") {
        let value = text[at + 5..].trim_start_matches(['"', '\'']);
        text = value[..value.find(['"', '\'', '>', ' ']).unwrap_or(value.len())].to_owned();
    } else if text.starts_with('[')
        && let Some((_, link)) = text.split_once("](")
    {
        text = link.split(')').next().unwrap_or_default().to_owned();
    }
    // Several addresses in one cell: the first is kept.
    let starts = |part: &str| {
        let part = part.trim().to_ascii_lowercase();
        part.starts_with("http") || part.starts_with("www.")
    };
    let second = [";", ",", "|", " / ", " ", "\n"].iter().find_map(|separator| {
        text.match_indices(separator)
            .find(|(at, found)| *at > 0 && starts(&text[at + found.len()..]))
            .map(|(at, found)| (at, found.len()))
    });
    if let Some((at, length)) = second {
        left = Some(text[at + length..].trim().to_owned());
        text.truncate(at);
    }
    let mut mended = without_angles(text.trim()).to_owned();
    // What a page writes for the sign between two parameters.
    for sign in ["&amp;", "&#38;", "&#038;", "&#x26;"] {
        mended = mended.replace(sign, "&");
    }
    for _ in 0..2 {
        for (wrong, right) in [
            ("https//", "https://"),
            ("http//", "http://"),
            ("https:/www", "https://www"),
            ("http:/www", "http://www"),
            ("http://http://", "http://"),
            ("http://https://", "https://"),
            ("https://http://", "http://"),
            ("https://https://", "https://"),
            ("https://https//", "https://"),
            ("http://http//", "http://"),
        ] {
            if mended.get(..wrong.len()).is_some_and(|start| start.eq_ignore_ascii_case(wrong)) {
                mended = [right, &mended[wrong.len()..]].concat();
            }
        }
    }
    // A space within a path or a query is one that was not escaped; in a host it is something else.
    if let Some(at) = mended.find("://").and_then(|at| Some(at + 3 + mended[at + 3..].find(['/', '?'])?)) {
        mended = [&mended[..at], &mended[at..].replace(' ', "%20")].concat();
    }
    (mended != cell.trim()).then_some((mended, left))
}

/// An address without the signs that mail programs put around it. One that stands at its end alone belongs to it:
/// `https://example.org/<id>`.
fn without_angles(text: &str) -> &str {
    let inner = text.strip_prefix('<').unwrap_or(text);
    let is_around = inner.len() < text.len() || !inner.contains('<');
    inner.strip_suffix('>').filter(|_| is_around).unwrap_or(inner)
}

/// Whether a text without a scheme begins with a host that others can reach, and does not name a file: `logos/wood.png` and
/// `wood.png` are files of somebody's own.
pub(super) fn begins_with_host(text: &str) -> bool {
    const FILES: &str = " png jpg jpeg gif svg webp bmp ico tif tiff avif pdf htm html php asp aspx jsp doc docx xls xlsx ppt pptx \
                         csv txt json xml ";
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let Some((last, before)) = labels.split_last() else { return false };
    let fits = |label: &&str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    !before.is_empty()
        && labels.iter().all(fits)
        && last.contains(char::is_alphabetic)
        && !FILES.contains(&format!(" {} ", last.to_ascii_lowercase()))
}

/// An e-mail address out of a cell that has more in it, and what had to be left out.
pub(super) fn email(cell: &str) -> Option<(String, Option<String>)> {
    let cell = cell.trim();
    let parts: Vec<&str> =
        cell.split([';', ',', '|', ' ', '\n']).map(str::trim).filter(|part| part.contains('@')).collect();
    let first = parts.first()?;
    let plain = first.trim_matches(['<', '>', '(', ')', '"']);
    let plain =
        plain.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:")).map_or(plain, |_| &plain[7..]);
    let left = (parts.len() > 1).then(|| parts[1..].join("; "));
    (plain != cell).then(|| (plain.to_owned(), left))
}

/// Whether an e-mail address looks like that of a person: two names before the sign, neither of which is a role.
pub(super) fn is_personal(email: &str) -> bool {
    const ROLES: &str = " info office contact kontakt mail hello secretariat secretary press presse cluster team admin \
                         events event europe international eu service services support general management projects \
                         project network sales marketing geschaeftsstelle contacto contatti direction ";
    let Some((local, _)) = email.split_once('@') else { return false };
    let Some((first, last)) = local.split_once(['.', '_']) else { return false };
    let is_name = |part: &str| {
        part.chars().all(|c| c.is_alphabetic() || c == '-')
            && !ROLES.contains(&format!(" {} ", part.to_lowercase()))
    };
    !first.is_empty() && last.chars().count() > 1 && is_name(first) && is_name(last)
}

/// A name without what says in which legal form it is, folded: two spellings of one organisation are the same.
pub(super) fn plain_name(name: &str) -> String {
    const FORMS: &str = " ev e v gmbh ggmbh mbh ag asbl vzw aisbl ivzw sa srl sl sarl sas bv nv ltd limited llc inc as aps ab oy \
                         ry sro zs scarl scrl spa asociacion association verein ";
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let end = words
        .iter()
        .rposition(|word| !FORMS.contains(&format!(" {word} ")))
        .map_or(words.len(), |last| last + 1);
    words[..end].join(" ")
}

/// A web address as far as it tells sites apart.
pub(super) fn plain_site(address: &str) -> Cow<'_, str> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.trim_end_matches('/').to_lowercase().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_its_text() {
        for (cell, text) in [
            ("R&amp;D Cluster K&ouml;ln", Some("R&D Cluster Köln")),
            (
                "<p>For <strong>SMEs</strong>.<br/>Up to 5&nbsp;000&nbsp;&euro;</p>",
                Some("For SMEs.\nUp to 5\u{a0}000\u{a0}€"),
            ),
            ("<div><br></div>", Some("")),
            ("&#233;&#x2019;", Some("é’")),
            ("a < b & c; d > e", None),
            ("I <3 clusters", None),
        ] {
            assert_eq!(without_markup(cell).as_deref(), text, "{cell}");
        }
    }

    #[test]
    fn what_stands_for_nothing_is_told() {
        for cell in [
            "n/a",
            "N.A.",
            "k.A.",
            "k. A.",
            "keine Angabe",
            "unbekannt",
            "inconnu",
            "non précisé",
            "brak",
            "n.d.",
            "-",
            "#NV",
            "TBC",
        ] {
            assert!(is_placeholder(cell), "{cell}");
        }
        for cell in ["NA", "KA", "none", "Brakel", "0", "so", "unbekannt e.V."] {
            assert!(!is_placeholder(cell), "{cell}");
        }
        assert_eq!(
            (of_formula("=\"0431\""), of_formula("=1+1"), of_formula("0431")),
            (Some("0431"), None, None)
        );
        assert!(
            is_rounded("4,91E+11") && is_rounded("4.9E+11") && !is_rounded("E+11") && !is_rounded("12E+3")
        );
    }

    #[test]
    fn numbers_beside_a_word_are_told() {
        for (cell, figure) in [
            ("120+", Some("120")),
            ("ca. 80", Some("80")),
            ("~1 200", Some("1 200")),
            ("seit 1999", Some("1999")),
            ("ok. 2001", Some("2001")),
            ("120 Mitglieder", Some("120")),
            ("12.5 %", Some("12.5")),
            ("ca. 120 membres", Some("120")),
            ("100-150", None),
            ("120", None),
        ] {
            assert_eq!(about(cell), figure, "{cell}");
        }
    }

    #[test]
    fn addresses_are_mended_where_there_is_one_way() {
        for (cell, address) in [
            ("https//b.example", Some("https://b.example")),
            ("http://http://c.example", Some("http://c.example")),
            ("[Site](https://e.example)", Some("https://e.example")),
            ("<a href=\"https://d.example/x\">Site</a>", Some("https://d.example/x")),
            (
                "https://f.example/portal?x=[%22a%22 %22b%22]",
                Some("https://f.example/portal?x=[%22a%22%20%22b%22]"),
            ),
            ("https://g.example; https://h.example", Some("https://g.example")),
            ("https://g.example", None),
            ("www.g.example", None),
            ("<https://i.example/>", Some("https://i.example/")),
            ("<https://i.example", Some("https://i.example")),
            ("https://i.example>", Some("https://i.example")),
            ("https://i.example/<id>", None),
            ("<https://i.example/<id>>", Some("https://i.example/<id>")),
            ("i.example/x?a=1&amp;b=2", Some("i.example/x?a=1&b=2")),
        ] {
            assert_eq!(web(cell).map(|(address, _)| address).as_deref(), address, "{cell}");
        }
        for (text, is_host) in [
            ("example.org/a.png", true),
            ("пример.бг", true),
            ("example.co.uk:8080/x", true),
            ("logos/wood.png", false),
            ("wood.png", false),
            ("../logos/wood.png", false),
            ("x..example", false),
            ("192.168.0.1/x", false),
            ("index.html?x=1", false),
        ] {
            assert_eq!(begins_with_host(text), is_host, "{text}");
        }
        assert_eq!(email("Jane Doe <jane.doe@example.org>"), Some(("jane.doe@example.org".into(), None)));
        assert_eq!(
            email("mailto:info@example.org").map(|(mail, _)| mail).as_deref(),
            Some("info@example.org")
        );
        assert_eq!(
            email("a@b.example, c@d.example"),
            Some(("a@b.example".into(), Some("c@d.example".into())))
        );
        assert!(
            is_personal("jane.doe@example.org")
                && !is_personal("info.eu@example.org")
                && !is_personal("info@example.org")
        );
    }

    #[test]
    fn names_and_sites_are_compared_without_their_trimmings() {
        assert_eq!(plain_name("EXAMPLE CLUSTER e.V."), plain_name("Example Cluster"));
        assert_eq!(plain_site("https://www.example.org/"), plain_site("http://example.org"));
        assert_eq!(once_encoded("PÃ´le").as_deref(), Some("Pôle"));
        assert_eq!((once_encoded("Pôle"), once_encoded("São Ântonio")), (None, None));
    }
}
