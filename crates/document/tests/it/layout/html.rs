//! Web pages.

use nianbao_document::Format;
use nianbao_domain::form::{GridCell, Table};

use super::{filled, is_value, words};
use crate::article::Layout;
use crate::figures::Figures;

/// What cells contain.
#[derive(Clone, Copy)]
pub enum Content {
    /// The words.
    Plain,
    /// Paragraphs, spans, line breaks and spaces of word processors.
    Pasted,
}

/// How tables are marked up.
#[derive(Clone, Copy)]
pub enum Markup {
    /// Merged cells span.
    Spans,
    /// Empty cells where merged cells reach.
    EmptyCells,
    /// The words again where merged cells reach.
    Repeated,
    /// As spans, without the ends of rows and cells.
    Unclosed,
    /// No table: a paragraph a cell.
    Paragraphs,
    /// A table with one column.
    OneColumn,
}

/// What stands around the article.
#[derive(Clone, Copy)]
pub enum Around {
    Nothing,
    /// A page with navigation and a footer.
    Page,
    /// Tables of layout, three deep.
    LayoutTables,
    /// One table whose rows are the paragraphs.
    OneTable,
}

#[derive(Clone, Copy)]
pub struct Html {
    pub markup: Markup,
    pub content: Content,
    pub around: Around,
    pub gb18030: bool,
}

impl Html {
    pub const fn new(markup: Markup) -> Self {
        Self { markup, content: Content::Plain, around: Around::Page, gb18030: false }
    }

    fn content(&self, words: &str, is_value: bool) -> String {
        let half: usize = words.chars().take(words.chars().count() / 2).map(char::len_utf8).sum();
        match self.content {
            Content::Plain => words.to_owned(),
            Content::Pasted if words.is_empty() => "<p>&nbsp;</p>".to_owned(),
            Content::Pasted if is_value => {
                format!("\n <p class=\"MsoNormal\"><span>&nbsp;{words}</span></p>\n")
            }
            Content::Pasted => {
                format!("<p>\n<b>{}</b><br/>{}&nbsp;</p>", &words[..half], &words[half..])
            }
        }
    }

    fn spanning(&self, cell: &GridCell, figures: &Figures, close: &str) -> String {
        let words = self.content(&words(cell, figures), is_value(cell));
        let (wide, tall) = (cell.column_span, cell.row_span);
        format!("<td colspan=\"{wide}\" ROWSPAN={tall} style='width:10%'>{words}{close}")
    }

    fn spans(&self, table: &'static Table, figures: &Figures, close: (&str, &str)) -> String {
        let mut rows = String::new();
        for row in table.grid().rows {
            rows.push_str("<tr>");
            row.cells.iter().for_each(|cell| rows.push_str(&self.spanning(cell, figures, close.0)));
            rows.push_str(close.1);
        }
        rows
    }

    fn filled(&self, rows: &[Vec<String>]) -> String {
        let cell = |words: &String| {
            let is_value =
                words.trim_end_matches('元').chars().all(|c| c.is_ascii_digit() || c == '.');
            format!("<td>{}</td>", self.content(words, is_value))
        };
        let row =
            |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
        rows.iter().map(row).collect()
    }

    fn single(&self, table: &'static Table, figures: &Figures, tags: (&str, &str)) -> String {
        let grid = table.grid();
        let cells = grid.rows.iter().flat_map(|row| &row.cells);
        let cell = |cell: &GridCell| {
            format!("{}{}{}", tags.0, self.content(&words(cell, figures), is_value(cell)), tags.1)
        };
        cells.map(cell).collect()
    }
}

impl Layout for Html {
    fn paragraph(&self, words: &str) -> String {
        match self.around {
            Around::OneTable => format!("<tr><td colspan=10><p>{words}</p></td></tr>"),
            _ => format!("<p style=\"text-indent:2em\"><span>{words}</span></p>\n"),
        }
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let rows = match self.markup {
            Markup::Spans => self.spans(table, figures, ("</td>", "</tr>\n")),
            Markup::Unclosed => self.spans(table, figures, ("", "")),
            Markup::EmptyCells => self.filled(&filled(table, figures, |_| String::new())),
            Markup::Repeated => self.filled(&filled(table, figures, str::to_owned)),
            Markup::Paragraphs => return self.single(table, figures, ("<p>", "</p>\n")),
            Markup::OneColumn => self.single(table, figures, ("<tr><td>", "</td></tr>")),
        };
        match self.around {
            Around::OneTable => rows,
            _ => format!("<div><table border=1><tbody>{rows}</tbody></table></div>"),
        }
    }

    fn page(&self, body: &str) -> Vec<u8> {
        let body = match self.around {
            Around::Nothing => body.to_owned(),
            Around::OneTable => format!("<table>{body}</table>"),
            Around::LayoutTables => format!(
                "<table><tr><td>首页</td></tr><tr><td><table><tr><td>导航<td><table><tr><td>{body}\
                 </td></tr></table></table></td></tr></table>"
            ),
            Around::Page => format!(
                "<script>var a = '<p>';</script><div class=top><a>首页</a><br>今天是：</div>\
                 <div id=zoom>{body}</div><p>关闭窗口</p><div class=foot>主办：某某</div>"
            ),
        };
        let charset = if self.gb18030 { "gb2312" } else { "utf-8" };
        let page = format!(
            "<!DOCTYPE html><html><head><meta http-equiv=Content-Type \
             content=\"text/html; charset={charset}\"><title>甲</title></head><body>{body}</body></html>"
        );
        if self.gb18030 { crate::layouts::gb18030(&page) } else { page.into_bytes() }
    }

    fn format(&self) -> Format {
        Format::Html
    }
}
