//! Text with pipe tables, as GitHub Flavored Markdown has them.
//!
//! A merged cell has its words in its first place and nothing in the others. What could be taken for
//! markup is written as a character reference, which every reader of Markdown turns back, and ours:
//! a stroke within words never separates cells.

use super::Printed;
use super::table::PrintedTable;
use crate::identity::Property;

/// Characters that are markup wherever they stand.
const MARKUP: &str = "\\|｜│┃*`[]<>&~\t";
/// Characters that are markup where a line begins with them.
const OPENING: &str = "#>+-=:";

/// The report as Markdown.
pub fn write(report: &Printed) -> String {
    let mut text = front_matter(&report.properties());
    line(&mut text, "# ", &report.title);
    report.preamble.iter().for_each(|paragraph| line(&mut text, "", paragraph));
    for section in &report.sections {
        line(&mut text, "## ", &section.heading);
        section.paragraphs.iter().for_each(|paragraph| line(&mut text, "", paragraph));
        if let Some(table) = &section.table {
            push_table(&mut text, table);
        }
    }
    report.closing.iter().for_each(|paragraph| line(&mut text, "", paragraph));
    text
}

fn front_matter(properties: &[Property]) -> String {
    let mut text = "---\n".to_owned();
    for (name, value) in properties {
        let value = value.replace('\\', "\\\\").replace('"', "\\\"");
        text.push_str(&format!("{name}: \"{value}\"\n"));
    }
    text + "---\n"
}

fn line(text: &mut String, mark: &str, words: &str) {
    text.push('\n');
    text.push_str(mark);
    push_escaped(text, words, true);
    text.push('\n');
}

fn push_table(text: &mut String, table: &PrintedTable) {
    let width = table.full_width();
    let mut rows = vec![vec![""; width]; table.rows.len()];
    for it in table.placed() {
        rows[it.row][it.column] = it.cell.content.text();
    }
    text.push('\n');
    for (at, row) in rows.iter().enumerate() {
        for cell in row {
            text.push_str("| ");
            push_escaped(text, cell, false);
            text.push(' ');
        }
        text.push_str("|\n");
        if at == 0 {
            text.push_str(&"| --- ".repeat(width));
            text.push_str("|\n");
        }
    }
}

/// Words without anything that is markup.
fn push_escaped(text: &mut String, words: &str, begins_line: bool) {
    let list_mark = if begins_line { list_mark(words) } else { None };
    let mut before = None;
    let mut rest = words.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|(_, c)| *c);
        let within_word = [before, after].iter().all(|it| it.is_some_and(char::is_alphanumeric));
        let is_markup = MARKUP.contains(c)
            || (c == '_' && !within_word)
            || (at == 0 && begins_line && OPENING.contains(c))
            || list_mark == Some(at);
        if is_markup {
            text.push_str(&format!("&#{};", u32::from(c)));
        } else {
            text.push(c);
        }
        before = Some(c);
    }
}

/// Where the mark of a numbered list stands, if a line begins like one: `1. 推进公开`.
fn list_mark(words: &str) -> Option<usize> {
    let behind = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let at = words.len() - behind.len();
    let is_mark = at > 0 && behind.starts_with(['.', ')']);
    let ends = behind.get(1..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    (is_mark && ends).then_some(at)
}
