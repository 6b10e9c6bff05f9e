//! Where data and talk go: data to standard output, talk to standard error.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Stderr, Stdout, Write};

use serde::Serialize;

use crate::failure::Failure;
use crate::language::Language;
use crate::paint::Paint;
use crate::shown::harmless;

/// The two streams of a run.
///
/// Whoever reads the data may stop reading: what follows is dropped, and the run still comes to its
/// proper exit code. Any other fault of writing is kept and told at the end.
pub struct Output {
    /// The language of talk, and of data for people.
    pub language: Language,
    data: BufWriter<Stdout>,
    talk: Stderr,
    data_paint: Paint,
    talk_paint: Paint,
    fault: Option<io::Error>,
}

impl Output {
    /// The streams of this process; colour only on a terminal, and not where `NO_COLOR` is set.
    pub fn new(language: Language, no_color: bool) -> Self {
        let (data, talk) = (io::stdout(), io::stderr());
        let paint = |terminal: bool| Paint::new(terminal && !no_color);
        Self {
            language,
            data_paint: paint(data.is_terminal()),
            talk_paint: paint(talk.is_terminal()),
            data: BufWriter::new(data),
            talk,
            fault: None,
        }
    }

    /// Colours for data.
    pub fn paint(&self) -> Paint {
        self.data_paint
    }

    /// Colours for talk.
    pub fn talk_paint(&self) -> Paint {
        self.talk_paint
    }

    /// Whether somebody watches the talk, so that progress is worth showing.
    pub fn is_watched(&self) -> bool {
        self.talk.is_terminal()
    }

    /// Refuses to write bytes that are no text where people would see them.
    pub fn refuse_on_terminal(&self, is_text: bool) -> Result<(), Failure> {
        if is_text || !io::stdout().is_terminal() {
            return Ok(());
        }
        Err(Failure::usage(
            "内容不是文本，不能显示在终端上：请用 -o 文件 保存，或用 > 重定向",
            "this is no text, and not shown on a terminal: save it with -o FILE, or redirect it",
        ))
    }

    /// Writes data as they are.
    pub fn write(&mut self, data: impl AsRef<[u8]>) {
        if self.fault.is_none() {
            self.fault = self.data.write_all(data.as_ref()).err();
        }
    }

    /// Writes a line for people.
    pub fn line(&mut self, line: impl Display) {
        if self.fault.is_none() {
            self.fault = writeln!(self.data, "{}", harmless(&line.to_string())).err();
        }
    }

    /// Writes a value as JSON in one line, without its end.
    pub fn json(&mut self, value: &impl Serialize) {
        if self.fault.is_none() {
            self.fault =
                serde_json::to_writer(&mut self.data, value).map_err(io::Error::from).err();
        }
    }

    /// Writes a value as JSON for people and programs, over several lines.
    pub fn json_lines(&mut self, value: &impl Serialize) {
        if self.fault.is_none() {
            let written = serde_json::to_writer_pretty(&mut self.data, value);
            self.fault = written.map_err(io::Error::from).err();
        }
        self.line("");
    }

    /// Hands on what was written so far.
    pub fn flush(&mut self) {
        if self.fault.is_none() {
            self.fault = self.data.flush().err();
        }
    }

    /// Says a line. Where nobody can hear it, nothing more can be done.
    pub fn say(&mut self, line: impl Display) {
        self.flush();
        let _ = writeln!(self.talk, "{}", harmless(&line.to_string()));
    }

    /// Hands on everything, and tells what went wrong with it.
    pub fn finish(mut self) -> Result<(), io::Error> {
        self.flush();
        let fault = self.fault.take();
        // The buffer may hold what could not be written; it is not tried again.
        let _ = self.data.into_parts();
        match fault {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            Some(_) | None => Ok(()),
        }
    }
}
