//! From the markup of the main text to lines and tables.

use nianbao_domain::evidence::PlacedText;

use super::field::Fields;
use super::list::{Lists, NumberOf};
use super::paragraph;
use super::styles::Styles;
use super::table::Tables;
use crate::ReadError;
use crate::package::{PackageError, Tag, Token, Xml};
use crate::page::budget::TextBudget;
use crate::page::lines::LineBuffer;
use crate::page::{Block, LineCounter};

/// Reads the main text.
pub(super) struct Body<'x, 'd> {
    xml: Xml<'x>,
    styles: &'d Styles,
    lists: Lists<'d>,
    fields: Fields,
    tables: Tables,
    line: LineBuffer,
    /// The paragraphs around open text boxes.
    around: Vec<LineBuffer>,
    counter: LineCounter,
    number: u32,
    text: TextBudget,
    run_is_hidden: bool,
    /// Whether the paragraph is an entry of a table of contents.
    is_contents: bool,
    /// For every open choice between renderings whether one was taken.
    choices: Vec<bool>,
    /// For every open content control whether it shows its prompt, and no content.
    prompts: Vec<bool>,
    shows_prompt: bool,
}

impl<'x, 'd> Body<'x, 'd> {
    /// Reads the text of the main part.
    pub(super) fn new(xml: Xml<'x>, styles: &'d Styles, lists: Lists<'d>) -> Self {
        Self {
            xml,
            styles,
            lists,
            fields: Fields::default(),
            tables: Tables::default(),
            line: LineBuffer::default(),
            around: Vec::new(),
            counter: LineCounter::default(),
            number: 0,
            text: TextBudget::default(),
            run_is_hidden: false,
            is_contents: false,
            choices: Vec::new(),
            prompts: Vec::new(),
            shows_prompt: false,
        }
    }

    /// The lines and tables.
    pub(super) fn read(mut self) -> Result<Vec<Block>, ReadError> {
        loop {
            match self.xml.next()? {
                Token::Start(tag) => self.start(&tag)?,
                Token::End(end) => self.end(end.name())?,
                Token::Text(_) => {}
                Token::Nothing => break,
            }
        }
        self.flush()?;
        self.tables.finish()
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        match tag.name() {
            "t" => self.words(),
            "r" => {
                self.run_is_hidden = false;
                self.line.raise(false);
                Ok(())
            }
            "drawing" | "pict" | "ddList" => {
                self.tables.see_what_is_no_text();
                Ok(())
            }
            "rPr" => Ok(self.run()?),
            "pPr" => self.paragraph(),
            "tab" | "ptab" => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            "br" | "cr" => self.flush(),
            "fldChar" => {
                self.fields.mark(&tag.attribute("fldCharType").unwrap_or_default());
                Ok(())
            }
            "tbl" | "tr" | "trPr" | "tc" | "tcPr" => self.start_of_table(tag.name()),
            // Deleted or moved away while changes were tracked; readings above characters; layout.
            "del" | "moveFrom" | "rt" | "sectPr" => Ok(self.xml.skip()?),
            _ => self.start_around(tag),
        }
    }

    /// What stands around paragraphs, tables and runs.
    fn start_around(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        match tag.name() {
            "txbxContent" => self.around.push(std::mem::take(&mut self.line)),
            "AlternateContent" => self.choices.push(false),
            "Choice" | "Fallback" => {
                let taken = self.choices.last_mut().is_some_and(|it| std::mem::replace(it, true));
                if taken {
                    self.xml.skip()?;
                }
            }
            "sdtPr" => {
                let mut shows_prompt = false;
                self.xml.each(|tag, _| {
                    shows_prompt |= tag.name() == "showingPlcHdr" && tag.is_on();
                    Ok(())
                })?;
                self.shows_prompt = shows_prompt;
            }
            "sdtContent" => self.prompts.push(std::mem::take(&mut self.shows_prompt)),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "p" => {
                self.flush()?;
                self.fields.end_paragraph();
                self.is_contents = false;
            }
            "tbl" | "tr" | "tc" => {
                self.flush()?;
                self.tables.end(name)?;
            }
            "txbxContent" => {
                self.flush()?;
                self.line = self.around.pop().unwrap_or_default();
            }
            "AlternateContent" => drop(self.choices.pop()),
            "sdtContent" => drop(self.prompts.pop()),
            _ => {}
        }
        Ok(())
    }

    fn start_of_table(&mut self, name: &str) -> Result<(), ReadError> {
        self.flush()?;
        match name {
            "tcPr" => self.tables.cell(&mut self.xml),
            "trPr" => self.tables.row(&mut self.xml),
            name => self.tables.start(name, self.number + 1),
        }
    }

    /// The properties of a paragraph: its number stands before its words.
    fn paragraph(&mut self) -> Result<(), ReadError> {
        let properties = paragraph::read(&mut self.xml)?;
        let style = &properties.style;
        self.is_contents = self.styles.is_contents(style);
        let (list, level) = self.styles.number(style);
        let list = properties.list.or(list).filter(|list| *list > 0 && !properties.is_deleted);
        let Some(list) = list else { return Ok(()) };
        let of_style = || self.lists.numbering().level_of(list, style);
        let level = properties.level.or(level).or_else(of_style).unwrap_or_default();
        if let Some(number) = self.lists.next(NumberOf { list, level }) {
            self.text.take(&number)?;
            self.line.push(&number);
        }
        Ok(())
    }

    fn run(&mut self) -> Result<(), PackageError> {
        let run = paragraph::run(&mut self.xml)?;
        self.run_is_hidden = run.is_hidden.unwrap_or_else(|| self.styles.is_hidden(&run.style));
        self.line.raise(run.is_raised);
        Ok(())
    }

    fn words(&mut self) -> Result<(), ReadError> {
        let words = self.xml.text()?;
        self.push(&words)
    }

    fn push(&mut self, words: &str) -> Result<(), ReadError> {
        let is_shown = !self.run_is_hidden
            && !self.is_contents
            && !self.fields.are_in_code()
            && !self.prompts.contains(&true);
        if is_shown {
            self.text.take(words)?;
            self.line.push(words);
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), ReadError> {
        if let Some(text) = self.line.take() {
            self.text.take_line()?;
            self.number = self.counter.next()?;
            self.tables.push(Block::Line(PlacedText { line: self.number, text }));
        }
        Ok(())
    }
}
