//! Runs the operators of content streams.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Drawing;
use super::marked::Marked;
use super::matrix::Matrix;
use super::path::Path;
use super::state::{Pen, State};
use crate::ReadError;
use crate::page::pdf::file::File;
use crate::page::pdf::font::Font;
use crate::page::pdf::lexer::Lexer;
use crate::page::pdf::limits::{Budget, FONTS, FORM_DEPTH, GLYPHS, OPERANDS, OPERATORS};
use crate::page::pdf::object::{Dictionary, Object};
use crate::page::pdf::parser::{self, Next};

/// The fonts that were read, by the number of their object.
pub(in crate::page::pdf) type Fonts = BTreeMap<u32, Rc<Font>>;

/// What all pages together have used up.
#[derive(Debug)]
pub(in crate::page::pdf) struct Spent {
    pub operators: Budget,
    pub glyphs: Budget,
    pub fonts: Budget,
}

impl Default for Spent {
    fn default() -> Self {
        Self {
            operators: Budget::of(OPERATORS, "operators"),
            glyphs: Budget::of(GLYPHS, "characters"),
            fonts: Budget::of(FONTS, "fonts"),
        }
    }
}

/// Runs the content of one page.
pub(in crate::page::pdf) struct Interpreter<'f, 'b> {
    pub(super) file: &'f File<'b>,
    pub(super) fonts: &'f mut Fonts,
    pub(super) spent: &'f mut Spent,
    pub(super) drawing: Drawing,
    pub(super) state: State,
    pub(super) saved: Vec<State>,
    pub(super) pen: Pen,
    pub(super) path: Path,
    pub(super) marked: Vec<Marked>,
    depth: usize,
    /// Fonts that stand where they are named, and have no number.
    inline_fonts: Vec<(Dictionary, Rc<Font>)>,
}

/// Beginning a form costs as much as so many operators.
const OPERATORS_OF_A_FORM: usize = 20;
/// So many of these are kept, with so many entries.
const MOST_INLINE: usize = 16;
const MOST_ENTRIES: usize = 32;

impl<'f, 'b> Interpreter<'f, 'b> {
    /// Begins a page, whose coordinates become those of the page as it is read.
    pub(in crate::page::pdf) fn new(
        file: &'f File<'b>,
        fonts: &'f mut Fonts,
        spent: &'f mut Spent,
        matrix: Matrix,
    ) -> Self {
        Self {
            file,
            fonts,
            spent,
            drawing: Drawing::default(),
            state: State::new(matrix),
            saved: Vec::new(),
            pen: Pen::START,
            path: Path::default(),
            marked: Vec::new(),
            depth: 0,
            inline_fonts: Vec::new(),
        }
    }

    /// What the page shows.
    pub(in crate::page::pdf) fn finish(self) -> Drawing {
        self.drawing
    }

    /// Runs the operators of a stream.
    pub(in crate::page::pdf) fn run(
        &mut self,
        content: &[u8],
        resources: &Dictionary,
    ) -> Result<(), ReadError> {
        let (mut lexer, mut operands, mut held) = (Lexer::new(content, 0), Vec::new(), 0);
        loop {
            let before = lexer.position();
            match parser::next(&mut lexer) {
                Some((Next::Value(value), values)) => {
                    held += values;
                    if held <= OPERANDS {
                        operands.push(value);
                    }
                }
                Some((Next::Word(b"BI"), _)) => self.inline_picture(&mut lexer, content),
                Some((Next::Word(word), _)) => {
                    self.spent.operators.spend(1 + held / 8)?;
                    self.operate(word, &operands, resources)?;
                    operands.clear();
                    held = 0;
                }
                // Broken syntax: go on behind it.
                None if before < content.len() => {
                    self.spent.operators.spend(1)?;
                    lexer.jump(lexer.position().max(before + 1));
                    operands.clear();
                }
                None => return Ok(()),
            }
        }
    }

    /// Skips a picture that stands in the content: up to `EI` between white space.
    fn inline_picture(&mut self, lexer: &mut Lexer<'_>, content: &[u8]) {
        self.drawing.pictures += 1;
        let from = lexer.position();
        let ends = |window: &[u8]| {
            window[0].is_ascii_whitespace()
                && &window[1..3] == b"EI"
                && window[3].is_ascii_whitespace()
        };
        let at = content[from..].windows(4).position(ends);
        lexer.jump(at.map_or(content.len(), |at| from + at + 3));
    }

    /// Draws another object: a picture, or a form with content of its own.
    pub(super) fn draw(&mut self, name: &[u8], resources: &Dictionary) -> Result<(), ReadError> {
        let objects = self.file.get(resources, b"XObject")?;
        self.pay_for_looking(resources, &objects)?;
        let Some(object) = objects.dictionary().and_then(|it| it.get(name)) else { return Ok(()) };
        let object = self.file.resolve(object)?;
        let Some(stream) = object.stream() else { return Ok(()) };
        let kind = self.file.get(&stream.dictionary, b"Subtype")?;
        if kind.name() != Some(b"Form") {
            self.drawing.pictures += usize::from(kind.name() == Some(b"Image"));
            return Ok(());
        }
        if self.depth >= FORM_DEPTH {
            return Ok(());
        }
        self.spent.operators.spend(OPERATORS_OF_A_FORM)?;
        let content = self.file.shown(stream)?;
        let own = self.file.get(&stream.dictionary, b"Resources")?;
        let matrix = self.file.get(&stream.dictionary, b"Matrix")?;
        let outside = (self.state.clone(), std::mem::take(&mut self.saved), self.pen);
        self.state.matrix = matrix_of(&matrix).then(self.state.matrix);
        self.depth += 1;
        self.run(&content, own.dictionary().unwrap_or(resources))?;
        self.depth -= 1;
        (self.state, self.saved, self.pen) = outside;
        Ok(())
    }

    /// Chooses a font.
    pub(super) fn choose_font(
        &mut self,
        name: &[u8],
        resources: &Dictionary,
    ) -> Result<(), ReadError> {
        let fonts = self.file.get(resources, b"Font")?;
        self.pay_for_looking(resources, &fonts)?;
        let entry = fonts.dictionary().and_then(|it| it.get(name));
        let Some(entry) = entry else {
            self.state.font = None;
            return Ok(());
        };
        let number = if let Object::Reference(number) = entry { Some(*number) } else { None };
        if let Some(known) = number.and_then(|number| self.fonts.get(&number)) {
            self.state.font = Some(Rc::clone(known));
            return Ok(());
        }
        let object = self.file.resolve(entry)?;
        let Some(dictionary) = object.dictionary() else {
            self.state.font = None;
            return Ok(());
        };
        let inline =
            self.inline_fonts.iter().find(|(known, _)| number.is_none() && known == dictionary);
        if let Some((_, font)) = inline {
            self.state.font = Some(Rc::clone(font));
            return Ok(());
        }
        self.spent.fonts.spend(1)?;
        let font = Rc::new(Font::read(self.file, dictionary)?);
        match number {
            Some(number) => {
                self.fonts.insert(number, Rc::clone(&font));
            }
            None if self.inline_fonts.len() < MOST_INLINE && dictionary.0.len() < MOST_ENTRIES => {
                self.inline_fonts.push((dictionary.clone(), Rc::clone(&font)));
            }
            None => {}
        }
        self.state.font = Some(font);
        Ok(())
    }

    /// Looking something up among very many names costs as much as operators.
    pub(super) fn pay_for_looking(
        &mut self,
        resources: &Dictionary,
        among: &Object,
    ) -> Result<(), ReadError> {
        let names = resources.0.len() + among.dictionary().map_or(0, |it| it.0.len());
        self.spent.operators.spend(names / 8)
    }
}

/// A matrix of six numbers; the one that changes nothing where there are no such.
pub(super) fn matrix_of(object: &Object) -> Matrix {
    let numbers: Vec<f64> =
        object.array().unwrap_or_default().iter().take(6).filter_map(Object::number).collect();
    <[f64; 6]>::try_from(numbers).map_or(Matrix::IDENTITY, Matrix)
}
