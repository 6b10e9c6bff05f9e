//! Figures of real reports come back cell for cell from every layout that can show them.

use nianbao_domain::evidence::RefusalReason;
use nianbao_domain::form::Edition;
use nianbao_domain::report::ReportKind;

use crate::article::{Layout, draft};
use crate::figures::{self, Figures, refused, wrong};
use crate::layout::changed::{self, Changed, RepeatsLost};
use crate::layout::html::{Around, Content, Html, Markup};
use crate::layout::lines::{
    BROKEN, CHARACTERS, INDENTED, NUMBERS_APART, PLAIN, SPACED, STROKES_BEHIND, STROKES_BETWEEN,
    ValuesOfARow, WholeRows,
};
use crate::layout::pipes::{Merged, Pipes};
use crate::office::docx::{self, Word};
use crate::office::xlsx::{Numbers, Sheets, Workbook};

pub fn gb18030(page: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(page).0.into_owned()
}

/// Layouts in which a blank cannot be seen.
fn blind() -> Vec<(&'static str, Box<dyn Layout>)> {
    let html = |markup, content| Html { content, ..Html::new(markup) };
    vec![
        ("one cell a line", Box::new(PLAIN)),
        ("blank lines between", Box::new(SPACED)),
        ("indented", Box::new(INDENTED)),
        ("strokes between", Box::new(STROKES_BETWEEN)),
        ("strokes behind", Box::new(STROKES_BEHIND)),
        ("single characters", Box::new(CHARACTERS)),
        ("broken labels", Box::new(BROKEN)),
        ("numbers apart", Box::new(NUMBERS_APART)),
        ("values of a row on a line", Box::new(ValuesOfARow)),
        ("rows on lines with spaces", Box::new(WholeRows("  "))),
        ("a paragraph a cell", Box::new(html(Markup::Paragraphs, Content::Plain))),
        ("a pasted paragraph a cell", Box::new(html(Markup::Paragraphs, Content::Pasted))),
        ("a table of one column", Box::new(html(Markup::OneColumn, Content::Plain))),
        (
            "lines in UTF-16",
            Box::new(Changed { encode: changed::utf_16_le, ..Changed::new(PLAIN) }),
        ),
        (
            "lines within a page",
            Box::new(Changed { page: changed::with_chrome, ..Changed::new(PLAIN) }),
        ),
    ]
}

/// Layouts that show a blank as an empty cell.
fn seeing() -> Vec<(&'static str, Box<dyn Layout>)> {
    let pipes = Pipes::new;
    let framed = |merged| Pipes { framed: true, separator: "|", ..pipes(merged) };
    let worksheet = |separator| Pipes { separator, worksheet: true, ..pipes(Merged::InPlace) };
    let html = Html::new;
    let pasted = |markup| Html { content: Content::Pasted, ..html(markup) };
    let around = |around| Html { around, ..pasted(Markup::Spans) };
    let pages: Vec<(&'static str, Box<dyn Layout>)> = vec![
        ("pipes", Box::new(pipes(Merged::Absent))),
        ("framed pipes", Box::new(framed(Merged::Absent))),
        ("pipes, merged at the end", Box::new(framed(Merged::AtTheEnd))),
        ("pipes, merged in place", Box::new(framed(Merged::InPlace))),
        ("pipes, merged repeated", Box::new(pipes(Merged::Repeated))),
        ("wide pipes", Box::new(Pipes { separator: "｜", ..pipes(Merged::Absent) })),
        ("markdown", Box::new(Pipes { ruled: true, ..framed(Merged::InPlace) })),
        ("pipes, one table", Box::new(Pipes { one_table: true, ..framed(Merged::AtTheEnd) })),
        ("tabs", Box::new(Pipes { separator: "\t", ..pipes(Merged::Absent) })),
        ("a worksheet with commas", Box::new(worksheet(","))),
        ("a worksheet with semicolons", Box::new(worksheet(";"))),
        ("a worksheet with tabs", Box::new(worksheet("\t"))),
        ("spans", Box::new(html(Markup::Spans))),
        ("pasted spans", Box::new(pasted(Markup::Spans))),
        ("unclosed spans", Box::new(html(Markup::Unclosed))),
        ("empty cells", Box::new(html(Markup::EmptyCells))),
        ("pasted empty cells", Box::new(pasted(Markup::EmptyCells))),
        ("repeated words", Box::new(html(Markup::Repeated))),
        ("bare page", Box::new(around(Around::Nothing))),
        ("tables of layout", Box::new(around(Around::LayoutTables))),
        ("one table", Box::new(around(Around::OneTable))),
        (
            "one table, unclosed",
            Box::new(Html { around: Around::OneTable, ..html(Markup::Unclosed) }),
        ),
        ("GB18030", Box::new(Html { gb18030: true, ..pasted(Markup::Spans) })),
        (
            "GBK, declared as UTF-8",
            Box::new(Changed { encode: changed::gbk, ..Changed::new(html(Markup::Spans)) }),
        ),
        (
            "UTF-16 with a mark",
            Box::new(Changed {
                encode: changed::utf_16_be_marked,
                ..Changed::new(html(Markup::Spans))
            }),
        ),
        (
            "header words over two rows",
            Box::new(Changed {
                table: changed::two_header_rows,
                ..Changed::new(pipes(Merged::InPlace))
            }),
        ),
        (
            "digits in elements of their own",
            Box::new(Changed {
                table: changed::nested_digits,
                ..Changed::new(html(Markup::Spans))
            }),
        ),
        (
            "header cells",
            Box::new(Changed {
                table: changed::header_cells,
                ..Changed::new(pasted(Markup::Spans))
            }),
        ),
        (
            "header cells, empty cells",
            Box::new(Changed {
                table: changed::header_cells,
                ..Changed::new(html(Markup::EmptyCells))
            }),
        ),
        (
            "pipes within a page",
            Box::new(Changed { page: changed::with_chrome, ..Changed::new(pipes(Merged::Absent)) }),
        ),
    ];
    pages.into_iter().chain(word()).chain(excel()).collect()
}

/// Documents of word processors.
fn word() -> Vec<(&'static str, Box<dyn Layout>)> {
    let word = Word::new;
    let spans = word(docx::Merged::Spans);
    let around = |around| Word { around, ..spans };
    vec![
        ("Word", Box::new(spans)),
        ("Word, merged sideways only", Box::new(word(docx::Merged::Sideways))),
        ("Word, nothing merged", Box::new(word(docx::Merged::Blank))),
        ("Word, repeated words", Box::new(word(docx::Merged::Repeated))),
        ("Word, padded", Box::new(Word { padded: true, ..spans })),
        ("Word, headings numbered", Box::new(Word { numbered: true, ..spans })),
        ("Word, content controls", Box::new(around(docx::Around::Controls))),
        ("Word, a table of layout", Box::new(around(docx::Around::Table))),
        ("Word, traces of editing", Box::new(around(docx::Around::Editing))),
    ]
}

/// Workbooks.
fn excel() -> Vec<(&'static str, Box<dyn Layout>)> {
    let binary = Workbook::new(Numbers::Binary);
    let sheets = |sheets| Workbook { sheets, ..binary };
    vec![
        ("Excel", Box::new(binary)),
        ("Excel, text", Box::new(Workbook::new(Numbers::Shared))),
        ("Excel, text in the cells", Box::new(Workbook::new(Numbers::Inline))),
        ("Excel, formulas", Box::new(Workbook::new(Numbers::Formulas))),
        ("Excel, blank rows between", Box::new(sheets(Sheets::Spaced))),
        ("Excel, a worksheet a section", Box::new(sheets(Sheets::Each))),
        ("Excel, repeated words", Box::new(Workbook { merged: false, ..binary })),
        ("Excel, no blank cells", Box::new(Workbook { blanks: false, ..binary })),
        ("Excel, far to the right", Box::new(Workbook { margin: 700, ..binary })),
    ]
}

fn distinct() -> [Figures; 2] {
    Edition::ALL.map(Figures::distinct)
}

#[test]
fn figures_without_blanks_come_back_from_every_layout() {
    for figures in figures::all().into_iter().chain(distinct()).filter(|it| !it.has_blanks()) {
        for (name, layout) in blind().into_iter().chain(seeing()) {
            let draft = draft(&figures, &*layout);
            assert_eq!(
                wrong(&draft.content.sheet, &figures.sheet()),
                Vec::<String>::new(),
                "{name}"
            );
            assert_eq!(refused(&draft.content.sheet), 0, "{name}: {:?}", draft.evidence.refusals);
            assert_eq!(draft.content.sheet, figures.sheet(), "{name}");
        }
    }
}

#[test]
fn figures_with_blanks_come_back_from_every_layout_that_shows_them() {
    let figures = figures::shanghai();
    for (name, layout) in seeing() {
        let draft = draft(&figures, &*layout);
        assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), Vec::<String>::new(), "{name}");
        assert_eq!(refused(&draft.content.sheet), 0, "{name}: {:?}", draft.evidence.refusals);
    }
}

#[test]
fn where_a_layout_cannot_show_a_blank_the_line_is_refused_and_nothing_is_shifted() {
    let figures = figures::shanghai();
    for (name, layout) in blind() {
        let draft = draft(&figures, &*layout);
        assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), Vec::<String>::new(), "{name}");
        // All lines of table 3, none of which is without a blank, and the 15 cells of table 4.
        assert_eq!(refused(&draft.content.sheet), 161 + 15, "{name}");
        let counted = |it: &nianbao_domain::evidence::Refusal| {
            matches!(it.reason, RefusalReason::CountMismatch { .. })
        };
        assert!(
            draft.evidence.refusals.iter().all(counted),
            "{name}: {:?}",
            draft.evidence.refusals
        );
        let unreadable =
            draft.content.sheet.cells().filter(|(_, said)| said.state() == "unreadable");
        let refusal = |cell| draft.content.provenance.cells[&cell].refusal.as_ref();
        assert!(unreadable.map(|(cell, _)| refusal(cell)).all(|it| it.is_some()), "{name}");
    }
}

#[test]
fn blanks_anywhere_are_never_read_as_something_else() {
    for seed in [2, 3, 5, 8, 13_usize] {
        for edition in Edition::ALL {
            let figures =
                Figures::distinct(edition).blanked(|at| (at * 7 + seed).is_multiple_of(seed));
            for (name, layout) in blind().into_iter().chain(seeing()) {
                let draft = draft(&figures, &*layout);
                let wrong = wrong(&draft.content.sheet, &figures.sheet());
                assert_eq!(wrong, Vec::<String>::new(), "{name}, {seed}, {edition}");
            }
        }
    }
}

#[test]
fn every_layout_keeps_the_words_of_the_report_and_nothing_else() {
    for figures in [figures::suqian(), figures::siqian()] {
        for (name, layout) in blind().into_iter().chain(seeing()) {
            let draft = draft(&figures, &*layout);
            assert_eq!(draft.organization_name.as_deref(), Some(figures.organ), "{name}");
            assert_eq!(draft.year.map(|year| year.get()), Some(figures.year), "{name}");
            let kind = if figures.organ.ends_with("政府") {
                ReportKind::Consolidated
            } else {
                ReportKind::Own
            };
            assert_eq!(draft.kind, kind, "{name}");
            assert_eq!(draft.content.sheet.edition(), figures.edition, "{name}");
            assert!(draft.edition_certain, "{name}");
            let words: Vec<_> = draft
                .content
                .narrative
                .sections
                .iter()
                .map(|it| (it.number, it.title.as_str(), it.text.as_str()))
                .collect();
            let expected = [
                (1, "", "这是第一部分的正文，公开信息1条。"),
                (2, "", ""),
                (3, "", ""),
                (4, "", ""),
                (5, "", "这是第五部分的正文，公开信息5条。"),
                (6, "", "这是第六部分的正文，公开信息6条。"),
            ];
            assert_eq!(words, expected, "{name}");
            assert_eq!(draft.content.narrative.preamble, "", "{name}");
            assert!(draft.content.sheet.local_rows.is_empty(), "{name}");
            assert!(draft.evidence.foreign_labels.is_empty(), "{name}");
            let tables = &draft.evidence.tables;
            assert!(tables.iter().all(|it| it.missing_labels.is_empty()), "{name}: {tables:?}");
        }
    }
}

/// Layouts whose words are not the form's, or not only.
fn strange() -> Vec<(&'static str, Changed)> {
    let spans = || Changed::new(Html::new(Markup::Spans));
    let pipes = || Changed::new(Pipes::new(Merged::Absent));
    vec![
        ("lines in Big5", Changed { encode: changed::big5, ..Changed::new(PLAIN) }),
        ("spans in Big5", Changed { encode: changed::big5, ..spans() }),
        ("traditional pipes", Changed { page: changed::traditional, ..pipes() }),
        ("traditional spans", Changed { page: changed::traditional, ..spans() }),
        (
            "cut-off headers in lines",
            Changed { table: changed::cut_off_headers, ..Changed::new(PLAIN) },
        ),
        ("cut-off headers in pipes", Changed { table: changed::cut_off_headers, ..pipes() }),
        ("cut-off headers in spans", Changed { table: changed::cut_off_headers, ..spans() }),
    ]
}

#[test]
fn labels_in_traditional_characters_and_cut_off_headers_are_read_in_every_layout() {
    for figures in figures::all().into_iter().chain(distinct()).filter(|it| !it.has_blanks()) {
        for (name, layout) in strange() {
            let draft = draft(&figures, &layout);
            assert_eq!(
                draft.content.sheet,
                figures.sheet(),
                "{name}: {:?}",
                draft.evidence.refusals
            );
            assert_eq!(draft.year.map(|year| year.get()), Some(figures.year), "{name}");
            assert_eq!(draft.content.narrative.sections.len(), 6, "{name}");
        }
    }
}

#[test]
fn blanks_in_every_row_or_column_are_read_as_blanks() {
    let columns = ["natural_person", "enterprise", "research_institution", "applicants"];
    for edition in Edition::ALL {
        let cells = edition.layout().cells();
        let is_total = |at: usize| cells[at].column.code() == "applicants";
        let is_applicant = |at: usize| columns.contains(&cells[at].column.code()) && !is_total(at);
        for figures in [
            Figures::distinct(edition).blanked(is_total),
            Figures::distinct(edition).blanked(is_applicant),
            Figures::distinct(edition).blanked(|_| true).with("new_requests.applicants", "0"),
        ] {
            for (name, layout) in seeing() {
                let draft = draft(&figures, &*layout);
                let wrong = wrong(&draft.content.sheet, &figures.sheet());
                assert_eq!(wrong, Vec::<String>::new(), "{name}");
            }
        }
    }
}

#[test]
fn lost_repeats_and_polluted_labels_are_refused_and_nothing_is_shifted() {
    let lines = |table| Changed { table, ..Changed::new(PLAIN) };
    let pipes = |table| Changed { table, ..Changed::new(Pipes::new(Merged::Absent)) };
    let layouts: [(&str, Box<dyn Layout>, bool); 5] = [
        ("repeated values lost", Box::new(RepeatsLost), true),
        ("spam between lines", Box::new(lines(changed::with_spam)), true),
        ("spam between rows", Box::new(pipes(changed::with_spam)), false),
        ("sounds in lines", Box::new(lines(changed::with_sounds)), true),
        ("sounds in rows", Box::new(pipes(changed::with_sounds)), true),
    ];
    for (name, layout, is_lossy) in layouts {
        let mut lost = 0;
        for figures in figures::all().into_iter().chain(distinct()) {
            let draft = draft(&figures, &*layout);
            assert_eq!(
                wrong(&draft.content.sheet, &figures.sheet()),
                Vec::<String>::new(),
                "{name}"
            );
            lost += draft.evidence.refusals.len();
        }
        assert_eq!(lost > 0, is_lossy, "{name}");
    }
}
