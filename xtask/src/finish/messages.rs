//! The messages of a language in several files: what the first load can say, what one chunk says alone, and what several
//! do. The keys are texts in the program, so a message whose key is in no data but a chunk's cannot be asked for before
//! that chunk is there.

use anyhow::{Context, ensure};
use cluster_atlas::fluent::{CHUNKS_WITH_WORDS, SHARED_WORDS};
use std::fs;
use std::path::Path;
use wasmparser::{Parser, Payload};

use super::shared::Part;

/// Parts every `.ftl` file of a folder: `en.ftl` keeps what the main module can say, `en.forms.ftl` and its like get what
/// only that chunk can, `en.later.ftl` the rest.
pub fn part(folder: &Path, main: &[u8], chunks: &[Part]) -> anyhow::Result<()> {
    let texts = Texts::of(main, chunks)?;
    for entry in fs::read_dir(folder).with_context(|| format!("{} could not be read.", folder.display()))? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "ftl") {
            for (name, messages) in texts.parted(&fs::read_to_string(&file)?) {
                let ending = if name.is_empty() { "ftl".to_owned() } else { format!("{name}.ftl") };
                fs::write(file.with_extension(ending), messages)?;
            }
        }
    }
    Ok(())
}

/// What could be a key in the program, by the file that has it.
struct Texts {
    main: String,
    /// By chunks with words of their own.
    own: Vec<(&'static str, String)>,
    /// All other chunks, and what chunks share.
    others: String,
}

impl Texts {
    fn of(main: &[u8], chunks: &[Part]) -> anyhow::Result<Self> {
        let mut texts = Self { main: of_module(main)?, own: Vec::new(), others: String::new() };
        for (name, bytes) in chunks {
            match CHUNKS_WITH_WORDS.into_iter().find(|own| own == name) {
                Some(own) => texts.own.push((own, of_module(bytes)?)),
                // What is gathered in one module is no data there.
                None => texts.others += &keys_in(bytes),
            }
        }
        for name in CHUNKS_WITH_WORDS {
            ensure!(
                texts.own.iter().any(|(own, _)| *own == name),
                "There is no chunk {name} with words of its own."
            );
        }
        Ok(texts)
    }

    /// The part of the words that a key belongs to; nothing is the first load's.
    fn part_of(&self, key: &str) -> &'static str {
        let mut own = self.own.iter().filter(|(_, texts)| texts.contains(key));
        match (own.next(), own.next()) {
            _ if self.main.contains(key) => "",
            (Some((name, _)), None) if !self.others.contains(key) => name,
            _ => SHARED_WORDS,
        }
    }

    /// A file's messages, without comments, by the part that they belong to: every part, though it be empty.
    fn parted(&self, file: &str) -> Vec<(&'static str, String)> {
        let names = ["", SHARED_WORDS].into_iter().chain(CHUNKS_WITH_WORDS);
        let mut parts: Vec<(&str, String)> = names.map(|name| (name, String::new())).collect();
        let mut part = 0;
        for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            // A message begins where a line does; its further lines are indented.
            if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
                let name = self.part_of(key);
                part = parts.iter().position(|(one, _)| *one == name).unwrap_or_default();
            }
            let (_, messages) = &mut parts[part];
            messages.push_str(line);
            messages.push('\n');
        }
        parts
    }
}

/// What could be a key in a module's data, in which its texts are.
fn of_module(module: &[u8]) -> anyhow::Result<String> {
    let mut texts = String::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::DataSection(section) = payload? {
            for data in section {
                texts += &keys_in(data?.data);
            }
        }
    }
    Ok(texts)
}

/// The runs of signs that keys are written with, parted by spaces.
fn keys_in(bytes: &[u8]) -> String {
    let is_sign = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    let other = |byte: &u8| !is_sign(*byte);
    bytes
        .split(other)
        .filter(|run| !run.is_empty())
        .flat_map(|run| run.iter().chain(b" "))
        .map(|byte| char::from(*byte))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn texts() -> Texts {
        let own = CHUNKS_WITH_WORDS
            .map(|name| (name, keys_in(format!("\0of-{name}\x07both-{}", &name[..1]).as_bytes())));
        let own = own.into_iter().map(|(name, text)| (name, text + "two "));
        Texts { main: keys_in(b"...a-b..."), own: own.collect(), others: keys_in(b"elsewhere,of-desk-too") }
    }

    #[test]
    fn a_message_goes_where_its_key_is_known() {
        let file = "# Comment\n\na-b = A\nq-q = { $count ->\n    [one] one = 1\n   *[other] more\n}\na = A\nof-forms = F\n    and on\nof-desk = D\ntwo = 2\nelsewhere = E\n";
        let parts: BTreeMap<&str, String> = texts().parted(file).into_iter().collect();
        assert_eq!(parts[""], "a-b = A\na = A\n");
        assert_eq!(parts["forms"], "of-forms = F\n    and on\n");
        // What is said elsewhere too, by several, or by nobody that is known.
        assert_eq!(
            parts[SHARED_WORDS],
            "q-q = { $count ->\n    [one] one = 1\n   *[other] more\n}\nof-desk = D\ntwo = 2\nelsewhere = E\n"
        );
        assert_eq!(parts["desk"], "");
    }

    #[test]
    fn every_message_is_in_one_part_and_in_the_same_one_in_every_language() {
        let keys = |file: &str| -> Vec<String> {
            file.lines()
                .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
                .filter(|key| !key.starts_with([' ', '#']))
                .collect()
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/locales");
        let file =
            |language: &str| fs::read_to_string(folder.join(format!("{language}.ftl"))).expect("a language");
        let all = keys(&file("en"));
        // As a program would say them: each part some of them.
        let mut texts = Texts {
            main: String::new(),
            own: CHUNKS_WITH_WORDS.map(|name| (name, String::new())).into(),
            others: String::new(),
        };
        for (at, key) in all.iter().enumerate() {
            let into = match at % 7 {
                0 => &mut texts.main,
                1 => &mut texts.others,
                other => &mut texts.own[other - 2].1,
            };
            into.push_str(key);
            into.push(' ');
        }
        let in_english = texts.parted(&file("en"));
        let mut parted: Vec<String> = in_english.iter().flat_map(|(_, part)| keys(part)).collect();
        parted.sort_unstable();
        let mut sorted = all;
        sorted.sort_unstable();
        assert_eq!(parted, sorted, "each once");
        for language in ["de", "fr"] {
            for ((name, english), (other_name, other)) in in_english.iter().zip(texts.parted(&file(language)))
            {
                let [mut english, mut other] = [keys(english), keys(&other)];
                english.sort_unstable();
                other.sort_unstable();
                assert_eq!((name, english), (&other_name, other), "{language}");
            }
        }
    }
}
