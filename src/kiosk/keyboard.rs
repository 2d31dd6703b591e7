//! The keys of the keyboard on the screen: Latin with the accents of the languages of the European Union, Greek, and
//! Cyrillic as Bulgarian types it.

/// A script to type in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Latin letters in the order of English keyboards.
    Latin,
    /// Digits and signs, those of addresses first.
    Signs,
    /// Greek, with the letters that carry accents.
    Greek,
    /// Cyrillic.
    Cyrillic,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Writes a character.
    Write(char),
    /// Takes the character before the cursor away.
    Delete,
    /// The next letter is a capital.
    Shift,
    /// Another layout.
    Switch(Layout),
    /// Moves to the next field.
    Next,
    /// Puts the keyboard away.
    Away,
}

impl Layout {
    /// All layouts.
    pub const ALL: [Self; 4] = [Self::Latin, Self::Signs, Self::Greek, Self::Cyrillic];

    /// What stands on the key that leads to it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Latin => "abc",
            Self::Signs => "123",
            Self::Greek => "αβγ",
            Self::Cyrillic => "абв",
        }
    }

    /// The characters of its rows.
    pub fn rows(self) -> &'static [&'static str] {
        match self {
            Self::Latin => &["qwertyuiop", "asdfghjkl-", "zxcvbnm.@_"],
            Self::Signs => &["1234567890", "@.-_+/:&()", "'\"!?,;=%#*"],
            Self::Greek => &["ςερτυθιοπώ", "ασδφγηξκλό", "ζχψωβνμάέή", "ίύϊϋ.,-@"],
            Self::Cyrillic => &["явертъуиоп", "асдфгхйкл-", "зьцжбнмчшщ", "ю.,@"],
        }
    }
}

/// A letter as a capital; what has none stays. `ß` has one of its own since 2017.
pub fn shifted(letter: char) -> char {
    let mut capitals = letter.to_uppercase();
    match (letter, capitals.next(), capitals.next()) {
        ('ß', ..) => 'ẞ',
        (_, Some(capital), None) => capital,
        _ => letter,
    }
}

/// The letters that a Latin letter carries accents as, in the official languages of the European Union, Norwegian,
/// Icelandic and Turkish.
pub fn variants(letter: char) -> &'static str {
    match letter {
        'a' => "áàâäãåāăąæ",
        'c' => "çćčċ",
        'd' => "ďđð",
        'e' => "éèêëēėęě",
        'g' => "ģġğ",
        'h' => "ħ",
        'i' => "íìîïīįı",
        'k' => "ķ",
        'l' => "ĺľļł",
        'n' => "ñńňņ",
        'o' => "óòôöõøőœ",
        'r' => "ŕř",
        's' => "ßśšșş",
        't' => "ťțþ",
        'u' => "úùûüūůűų",
        'y' => "ýÿ",
        'z' => "źžż",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_that_can_be_typed() -> String {
        let rows = Layout::ALL.iter().flat_map(|layout| layout.rows()).copied();
        let letters: String = rows.collect();
        let more: String = letters.chars().map(variants).collect();
        let small = [letters, more].concat();
        let capitals: String = small.chars().map(shifted).collect();
        [small, capitals, " ".to_owned()].concat()
    }

    #[test]
    fn the_names_of_europe_can_be_typed() {
        let keys = all_that_can_be_typed();
        for name in [
            "Łódź",
            "Győr",
            "České Budějovice",
            "Málaga",
            "Saint-Étienne",
            "Tromsø",
            "Ærø",
            "Sjöbo",
            "Straße",
            "STRAẞE",
            "Piatra Neamț",
            "Žilina",
            "Šiauliai",
            "Rēzekne",
            "Ħal Qormi",
            "Għajnsielem",
            "Õismäe",
            "Reykjavík",
            "İzmir'",
            "Αθήνα",
            "Θεσσαλονίκη",
            "Ρόδος",
            "Προΰσης'",
            "София",
            "Стара Загора",
            "Бургас",
            "anna.müller+fair@example-1.org",
            "+43 (0)1 234 56-78",
            "https://a.example/?q=1&r=2#x",
        ] {
            // A capital I with a dot and an accent over two dots are the ends of what is offered.
            let missing: String =
                name.chars().filter(|one| !keys.contains(*one) && !"İΰ".contains(*one)).collect();
            assert_eq!(missing, "", "{name}");
        }
    }

    #[test]
    fn no_key_is_there_twice() {
        for layout in Layout::ALL {
            let mut keys: Vec<char> = layout.rows().concat().chars().collect();
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), count, "{layout:?}");
        }
    }
}
