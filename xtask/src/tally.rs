//! How many tests passed and failed, read from what the test runners print.

use std::ops::AddAssign;

/// Passed and failed, of tests and of checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that went well.
    pub passed: usize,
    /// Those that did not.
    pub failed: usize,
}

impl Tally {
    /// One check with its outcome.
    pub fn count(&mut self, went_well: bool) {
        if went_well {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }

    /// Takes in a line of a test runner's output; lines that are no summary change nothing.
    pub fn read(&mut self, line: &str) {
        let line = without_colours(line);
        let line = line.trim();
        if let Some(summary) = line.strip_prefix("test result: ") {
            // cargo test and wasm-bindgen-test: "test result: ok. 12 passed; 0 failed; 0 ignored; …"
            for part in summary.split(['.', ';']) {
                self.read_part(part);
            }
        } else {
            // Playwright: "12 passed (5.3s)", "1 failed", "2 flaky", each on its own line.
            self.read_part(line.split_once(" (").map_or(line, |(part, _)| part));
        }
    }

    fn read_part(&mut self, part: &str) {
        let Some((number, word)) = part.trim().split_once(' ') else { return };
        let Ok(number) = number.parse::<usize>() else { return };
        match word {
            "passed" | "flaky" => self.passed += number,
            "failed" | "interrupted" => self.failed += number,
            _ => {}
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The line that closes a run; CI reads it.
impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The text without terminal escapes (`ESC [ … letter`).
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(character) = rest.next() {
        if character != '\u{1b}' {
            plain.push(character);
        } else if rest.next() == Some('[') {
            rest.by_ref().find(char::is_ascii_alphabetic);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> (usize, usize) {
        let mut tally = Tally::default();
        lines.lines().for_each(|line| tally.read(line));
        (tally.passed, tally.failed)
    }

    #[test]
    fn cargo_test_is_read() {
        let output = "running 3 tests\ntest a ... ok\n\
            test result: FAILED. 2 passed; 1 failed; 4 ignored; 0 measured; 0 filtered out; finished in 0.05s\n\
            test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(read(output), (7, 1));
    }

    #[test]
    fn colours_do_not_hide_a_result() {
        assert_eq!(read("test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 2 passed; 0 failed; 0 ignored"), (2, 0));
        assert_eq!(read("\u{1b}[32m  3 passed\u{1b}[39m\u{1b}[2m (1.2s)\u{1b}[22m"), (3, 0));
    }

    #[test]
    fn playwright_is_read() {
        let output = "  2 failed\n    [phone] › a.spec.js:3:1 › title ───\n  1 flaky\n  1 skipped\n  \
            4 did not run\n  12 passed (5.3s)";
        assert_eq!(read(output), (13, 2));
    }

    #[test]
    fn prose_is_no_result() {
        assert_eq!(read("3 passed away before\n12 passed the gate\n7 failed attempts"), (0, 0));
    }

    #[test]
    fn the_closing_line() {
        assert_eq!(Tally { passed: 12, failed: 0 }.to_string(), "12 passed, 0 failed");
    }
}
