//! PDF files with text.
//!
//! Characters are taken from where they stand on the page, and ruling lines from where they are
//! drawn; tables are the faces between ruling lines. Nothing is guessed: characters that no map
//! gives a meaning to stay unknown, and a table whose lines leave a choice is read as lines of text.

mod content;
mod file;
mod font;
mod layout;
mod lexer;
mod limits;
mod object;
mod parser;
mod tree;

use super::Page;
use crate::{PdfProblem, ReadError};
use content::{Drawing, Fonts, Interpreter, Spent};
use file::File;
use layout::Sheet;
use object::Dictionary;

/// Reads a file. Lines are numbered in reading order over all pages.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, ReadError> {
    let file = File::open(bytes)?;
    let (mut fonts, mut spent) = (Fonts::new(), Spent::default());
    let (mut sheets, mut seen) = (Vec::new(), Seen::default());
    let none = Dictionary::default();
    for leaf in tree::pages(&file)? {
        let view = leaf.view();
        let mut interpreter = Interpreter::new(&file, &mut fonts, &mut spent, view.matrix);
        interpreter.run(&leaf.content(&file)?, leaf.resources().unwrap_or(&none))?;
        let drawing = interpreter.finish();
        seen.count(&drawing);
        sheets.push(Sheet::of(drawing, view));
    }
    seen.refuse_what_is_unreadable()?;
    layout::page(sheets)
}

/// What all pages show.
#[derive(Debug, Default)]
struct Seen {
    characters: usize,
    unmapped: usize,
}

impl Seen {
    fn count(&mut self, drawing: &Drawing) {
        let is_visible = |character: char| !character.is_whitespace();
        self.characters += drawing.glyphs.iter().filter(|it| is_visible(it.character)).count();
        self.unmapped += drawing.unmapped;
    }

    /// A file without characters is a picture; one with characters that are mostly unknown is as
    /// unreadable.
    fn refuse_what_is_unreadable(&self) -> Result<(), ReadError> {
        if self.characters == 0 {
            return Err(ReadError::Pdf(PdfProblem::NoText));
        }
        if self.unmapped * 2 > self.characters {
            return Err(ReadError::Pdf(PdfProblem::Unmapped));
        }
        Ok(())
    }
}

/// A font whose map is broken has none, and the rest is still read; a limit refuses the file.
fn lenient(content: Result<Vec<u8>, ReadError>) -> Result<Vec<u8>, ReadError> {
    match content {
        Err(ReadError::Pdf(PdfProblem::Damaged)) => Ok(Vec::new()),
        content => content,
    }
}
