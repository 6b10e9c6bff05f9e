//! PDF files of real figures come back cell for cell, whoever wrote them.

use nianbao_document::{Format, PdfProblem, ReadError, read};
use nianbao_domain::form::Edition;

use crate::article::{draft, page};
use crate::figures::{self, Figures, refused, wrong};
use crate::producer::{Codes, Lines, Producer, TYPST, WORD, of_lines, ruled};

#[test]
fn figures_come_back_from_every_producer_that_draws_lines() {
    let all = figures::all().into_iter().chain(Edition::ALL.map(Figures::distinct));
    for figures in all {
        for (name, producer) in ruled() {
            let draft = draft(&figures, &producer);
            let sheet = &draft.content.sheet;
            assert_eq!(wrong(sheet, &figures.sheet()), Vec::<String>::new(), "{name}");
            assert_eq!(refused(sheet), 0, "{name}: {:?}", draft.evidence.refusals);
            assert!(sheet.local_rows.is_empty(), "{name}: {:?}", sheet.local_rows);
            assert_eq!(draft.organization_name.as_deref(), Some(figures.organ), "{name}");
            assert_eq!(
                draft.content.narrative.sections[4].text,
                "这是第五部分的正文，公开信息5条。"
            );
        }
    }
}

#[test]
fn tables_without_lines_are_read_right_or_refused() {
    let unruled = Producer { lines: Lines::Nothing, ..WORD };
    for figures in figures::all().into_iter().chain(Edition::ALL.map(Figures::distinct)) {
        let read = draft(&figures, &unruled).content.sheet;
        assert_eq!(wrong(&read, &figures.sheet()), Vec::<String>::new());
    }
}

#[test]
fn a_long_paragraph_is_one_line_of_the_report_and_page_numbers_are_none() {
    let words = "全年主动公开政府信息，按时答复申请，加强平台建设，开展监督检查。".repeat(40);
    let producer = TYPST;
    let bytes = crate::article::Layout::page(
        &producer,
        &["甲县财政局2023年政府信息公开工作年度报告", "一、总体情况", &words, "另起一段。", ""]
            .map(|it| format!("\u{1}{it}"))
            .concat(),
    );
    let draft = read(&bytes, Format::Pdf).unwrap();
    let section = &draft.content.narrative.sections[0];
    assert_eq!(section.text, format!("{words}\n另起一段。"));
    let chrome: Vec<&str> = draft.evidence.chrome.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(chrome, ["— 1 —", "— 2 —", "— 3 —"]);
}

fn problem(bytes: &[u8]) -> Option<PdfProblem> {
    match read(bytes, Format::Pdf) {
        Err(ReadError::Pdf(problem)) => Some(problem),
        _ => None,
    }
}

#[test]
fn what_cannot_be_read_as_text_says_why() {
    assert_eq!(problem(b"%PDF-1.7"), Some(PdfProblem::Damaged));
    assert_eq!(problem(&of_lines(&WORD, &[&[]])), Some(PdfProblem::NoText));
    let unknown = Producer { codes: Codes::Unknown, ..WORD };
    assert_eq!(problem(&page(&figures::suqian(), &unknown)), Some(PdfProblem::Unmapped));
    let figures = figures::suqian();
    let locked = Producer { encrypted: true, password: "secret", ..WORD };
    assert_eq!(problem(&page(&figures, &locked)), Some(PdfProblem::Encrypted));
}

#[test]
fn a_file_without_its_table_of_references_is_still_read() {
    let figures = figures::suqian();
    for producer in [WORD, TYPST, Producer { compressed: false, ..WORD }] {
        let mut bytes = page(&figures, &producer);
        let at = bytes.windows(9).rposition(|window| window == b"startxref").unwrap();
        bytes.truncate(at);
        bytes.splice(0..0, vec![b'\n'; 300]);
        let draft = read(&bytes, Format::Pdf).unwrap();
        assert_eq!(draft.content.sheet, figures.sheet());
    }
}

#[test]
fn a_file_that_is_cut_off_is_read_whole_or_not_at_all() {
    let figures = figures::suqian();
    for producer in [WORD, TYPST, Producer { compressed: false, ..WORD }] {
        let bytes = page(&figures, &producer);
        for part in 1..60 {
            let Ok(draft) = read(&bytes[..bytes.len() * part / 60], Format::Pdf) else { continue };
            assert_eq!(draft.content.sheet, figures.sheet(), "{part}");
        }
        assert!(problem(&bytes[..bytes.len() * 9 / 10]).is_some());
    }
}

#[test]
fn what_is_printed_across_the_page_is_no_part_of_it() {
    let figures = figures::suqian();
    let producer = Producer { codes: Codes::Utf16, compressed: false, ..WORD };
    let bytes = page(&figures, &producer);
    let mut document = lopdf::Document::load_mem(&bytes).unwrap();
    for (_, id) in document.get_pages() {
        let mark = |at: usize| {
            format!(
                "BT /F0 60 Tf 0.7 0.7 -0.7 0.7 {} {} Tm <0032003000320034> Tj ET\n",
                at * 40,
                at * 90
            )
        };
        let marks: String = (0..9).map(mark).collect();
        document.add_page_contents(id, marks.into_bytes()).unwrap();
    }
    let mut marked = Vec::new();
    document.save_to(&mut marked).unwrap();
    let [plain, marked] = [bytes, marked].map(|bytes| read(&bytes, Format::Pdf).unwrap());
    assert_eq!(marked.content.sheet, figures.sheet());
    assert_eq!(marked.content.narrative, plain.content.narrative);
}
