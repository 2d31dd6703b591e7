//! Running other programs where a person can see what is going on and how long it takes.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// What keeps a program from doing its work.
#[derive(Debug, thiserror::Error)]
pub enum ProgramFailed {
    /// It could not be started at all.
    #[error("`{program}` could not be started: {source}")]
    NotStarted {
        /// The program as it was called.
        program: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// It ran and said that it failed.
    #[error("`{program}` ended with {status}")]
    Ended {
        /// The program and its arguments.
        program: String,
        /// How it ended.
        status: ExitStatus,
    },
}

/// Announces a piece of work, does it, and says how long it took.
pub fn step<T, E>(title: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    say(&format!("▸ {title} …"));
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { "✓" } else { "✗" };
    say(&format!("{mark} {title}: {}", spoken(start.elapsed())));
    outcome
}

/// Prints a line at once, so that it stands in order among what the programs print.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // A closed pipe is no reason to stop the work.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// A failure as a person reads it: the sentence, then each cause on a line of its own.
pub fn explained(failure: &anyhow::Error) -> String {
    failure.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  because: ")
}

/// A duration as a person would say it: "0.4 s", "42 s", "3 min 12 s".
pub fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs_f64().round() as u64;
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// Runs a program to its end; its output goes where ours goes.
pub fn run(command: &mut Command) -> Result<(), ProgramFailed> {
    let status = command.stdin(Stdio::null()).status().map_err(|source| not_started(command, source))?;
    ended(command, status)
}

/// Runs a program to its end and passes its standard output on, line by line, to `listener` as well.
pub fn run_and_listen(command: &mut Command, mut listener: impl FnMut(&str)) -> Result<(), ProgramFailed> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|source| not_started(command, source))?;
    if let Some(stdout) = child.stdout.take() {
        let mut lines = BufReader::new(stdout);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches(['\n', '\r']);
            say(text);
            listener(text);
            line.clear();
        }
    }
    let status = child.wait().map_err(|source| not_started(command, source))?;
    ended(command, status)
}

/// What a program prints, or nothing when it is not there or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn ended(command: &Command, status: ExitStatus) -> Result<(), ProgramFailed> {
    if status.success() {
        return Ok(());
    }
    let mut program = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        program.push(' ');
        program.push_str(&argument.to_string_lossy());
    }
    Err(ProgramFailed::Ended { program, status })
}

fn not_started(command: &Command, source: std::io::Error) -> ProgramFailed {
    ProgramFailed::NotStarted { program: command.get_program().to_string_lossy().into_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_speech() {
        assert_eq!(spoken(Duration::from_millis(420)), "0.4 s");
        assert_eq!(spoken(Duration::from_millis(9_400)), "9.4 s");
        assert_eq!(spoken(Duration::from_secs(42)), "42 s");
        assert_eq!(spoken(Duration::from_secs(192)), "3 min 12 s");
    }

    #[test]
    fn a_missing_program_is_a_sentence() {
        let failure = run(&mut Command::new("no-such-program-anywhere")).unwrap_err();
        assert!(failure.to_string().starts_with("`no-such-program-anywhere` could not be started"));
    }
}
