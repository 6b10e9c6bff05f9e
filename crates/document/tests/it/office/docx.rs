//! Documents of word processors.

use nianbao_document::Format;
use nianbao_domain::form::{GridCell, Table};

use super::{TYPES, escaped, package, relationships, root};
use crate::article::Layout;
use crate::figures::Figures;
use crate::layout::{filled, is_value, words};

/// How tables show merged cells.
#[derive(Clone, Copy, PartialEq)]
pub enum Merged {
    /// As the program merges them.
    Spans,
    /// As the program merges sideways; downward, blank cells.
    Sideways,
    /// As blank cells.
    Blank,
    /// As the words again.
    Repeated,
}

/// What stands around paragraphs and tables.
#[derive(Clone, Copy, PartialEq)]
pub enum Around {
    /// Nothing.
    Nothing,
    /// Content controls.
    Controls,
    /// A table that lays out the page, with one cell.
    Table,
    /// Traces of editing: changes that are tracked, words in many runs, hidden words, fields.
    Editing,
}

#[derive(Clone, Copy)]
pub struct Word {
    pub merged: Merged,
    pub around: Around,
    /// Whether the numbers of section headings are the program's.
    pub numbered: bool,
    /// Whether labels are broken over lines and padded with spaces.
    pub padded: bool,
}

const NUMBERING: &str = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/>\
    <w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

impl Word {
    pub const fn new(merged: Merged) -> Self {
        Self { merged, around: Around::Nothing, numbered: false, padded: false }
    }

    fn runs(&self, words: &str) -> String {
        if self.around != Around::Editing {
            return format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(words));
        }
        let half = words.chars().count() / 2;
        let (head, tail): (String, String) =
            (words.chars().take(half).collect(), words.chars().skip(half).collect());
        format!(
            "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>旧\
             </w:delText></w:r></w:del><w:proofErr w:type=\"spellStart\"/>\
             <w:ins w:id=\"2\"><w:r><w:t>{}</w:t></w:r></w:ins>\
             <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF 1 = 1</w:instrText>\
             <w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            escaped(&head),
            escaped(&tail)
        )
    }

    fn content(&self, words: &str, is_value: bool) -> String {
        let paragraph = |words: &str| format!("<w:p>{}</w:p>", self.runs(words));
        match self.padded {
            true if is_value && !words.is_empty() => paragraph(&format!(" {words}\u{a0}")),
            true if words.chars().count() > 3 => {
                let at = words.char_indices().nth(2).unwrap().0;
                let (head, tail) = (escaped(&words[..at]), escaped(&words[at..]));
                format!(
                    "<w:p><w:r><w:t>{head}</w:t><w:br/><w:t>{tail}</w:t><w:tab/></w:r></w:p><w:p/>"
                )
            }
            _ => paragraph(words),
        }
    }

    fn cell(&self, properties: &str, words: &str, is_value: bool) -> String {
        let content = self.content(words, is_value);
        let cell = format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>");
        match self.around {
            Around::Controls => format!(
                "<w:sdt><w:sdtPr><w:alias w:val=\"甲\"/></w:sdtPr><w:sdtContent>{cell}</w:sdtContent></w:sdt>"
            ),
            _ => cell,
        }
    }

    /// Rows with the properties of their cells, those that continue others included.
    fn spanning(&self, table: &'static Table, figures: &Figures) -> String {
        let grid = table.grid();
        let mut below: Vec<(usize, usize)> = vec![(0, 1); grid.width];
        let mut rows = String::new();
        for row in &grid.rows {
            let mut cells = row.cells.iter();
            let (mut column, mut said) = (0, String::new());
            while column < grid.width {
                let (left, wide) = below[column];
                if left > 0 {
                    let merge = if self.merged == Merged::Spans { "<w:vMerge/>" } else { "" };
                    let span = format!("<w:gridSpan w:val=\"{wide}\"/>{merge}");
                    said.push_str(&self.cell(&span, "", false));
                    below[column].0 -= 1;
                    column += wide;
                    continue;
                }
                let Some(cell) = cells.next() else { break };
                said.push_str(&self.own(cell, figures));
                below[column] = (cell.row_span - 1, cell.column_span);
                column += cell.column_span;
            }
            rows.push_str(&format!(
                "<w:tr><w:trPr><w:trHeight w:val=\"300\"/></w:trPr>{said}</w:tr>"
            ));
        }
        rows
    }

    fn own(&self, cell: &GridCell, figures: &Figures) -> String {
        let restart = match cell.row_span > 1 && self.merged == Merged::Spans {
            true => "<w:vMerge w:val=\"restart\"/>",
            false => "",
        };
        let span = format!("<w:gridSpan w:val=\"{}\"/>{restart}", cell.column_span);
        self.cell(&span, &words(cell, figures), is_value(cell))
    }

    fn filled(&self, rows: &[Vec<String>]) -> String {
        let cell = |words: &String| {
            let is_value = words.chars().all(|c| c.is_ascii_digit() || c == '.');
            self.cell("", words, is_value)
        };
        let row = |row: &Vec<String>| {
            format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>())
        };
        rows.iter().map(row).collect()
    }
}

impl Layout for Word {
    fn paragraph(&self, words: &str) -> String {
        let numeral = words.chars().next().filter(|_| words.chars().nth(1) == Some('、'));
        let numbered = numeral.filter(|_| self.numbered);
        let (properties, words) = match numbered {
            Some(_) => (
                "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>",
                words.chars().skip(2).collect(),
            ),
            None => ("", words.to_owned()),
        };
        format!("<w:p>{properties}{}</w:p>", self.runs(&words))
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let rows = match self.merged {
            Merged::Spans | Merged::Sideways => self.spanning(table, figures),
            Merged::Blank => self.filled(&filled(table, figures, |_| String::new())),
            Merged::Repeated => self.filled(&filled(table, figures, str::to_owned)),
        };
        format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl><w:p/>")
    }

    fn page(&self, body: &str) -> Vec<u8> {
        let body = match self.around {
            Around::Table => format!("<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"),
            _ => body.to_owned(),
        };
        document(&body)
    }

    fn format(&self) -> Format {
        Format::Docx
    }
}

/// A document with that body.
pub fn document(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    package(&[
        TYPES,
        ("_rels/.rels", &root("word/document.xml")),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &relationships(&[("rId1", "numbering", "numbering.xml")])),
        ("word/numbering.xml", NUMBERING),
    ])
}
