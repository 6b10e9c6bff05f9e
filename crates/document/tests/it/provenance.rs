//! Every cell that was read says where it stood, and the document has it there.

use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::report::CellSource;
use scraper::{Html as Tree, Selector};

use crate::article::{Layout, draft, page};
use crate::figures::Figures;
use crate::layout::html::{Around, Content, Html, Markup};
use crate::layout::lines::PLAIN;
use crate::layout::pipes::{Merged, Pipes};

fn sources(figures: &Figures, layout: &dyn Layout) -> Vec<(CellId, CellSource)> {
    let cells = draft(figures, layout).content.provenance.cells;
    assert_eq!(cells.len(), figures.edition.layout().cells().len());
    cells.into_iter().collect()
}

/// What stands at `table[3]/tr[5]/td[2]`, as a browser counts.
fn at(tree: &Tree, path: &str) -> String {
    let mut numbers = path
        .split(['[', ']'])
        .filter_map(|part| part.parse::<usize>().ok())
        .map(|number| number - 1);
    let [table, row, cell] = std::array::from_fn(|_| numbers.next().unwrap());
    let all = |what: &str| Selector::parse(what).unwrap();
    let table = tree.select(&all("table")).nth(table).unwrap();
    let row = table.select(&all("tr")).nth(row).unwrap();
    let cell = row.select(&all("td")).nth(cell).unwrap();
    cell.text().collect::<String>().trim().to_owned()
}

#[test]
fn the_place_of_a_cell_on_a_web_page_is_where_a_browser_has_it() {
    for edition in Edition::ALL {
        let figures = Figures::distinct(edition).blanked(|at| at % 7 == 3);
        for layout in [
            Html::new(Markup::Spans),
            Html::new(Markup::EmptyCells),
            Html { content: Content::Pasted, ..Html::new(Markup::Spans) },
            Html { around: Around::OneTable, ..Html::new(Markup::Spans) },
        ] {
            let tree = Tree::parse_document(&String::from_utf8(page(&figures, &layout)).unwrap());
            for (cell, source) in sources(&figures, &layout) {
                assert_eq!(at(&tree, &source.place), figures.text(cell), "{cell} {source:?}");
                assert_eq!((source.raw.as_str(), source.refusal), ("", None));
            }
        }
    }
}

#[test]
fn the_place_of_a_cell_in_text_is_its_line() {
    let figures = Figures::distinct(Edition::E2021);
    for layout in [&PLAIN as &dyn Layout, &Pipes::new(Merged::Absent)] {
        let text = String::from_utf8(page(&figures, layout)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (cell, source) in sources(&figures, layout) {
            let line = lines[source.line.unwrap() as usize - 1];
            assert!(line.contains(figures.text(cell)), "{cell} {line}");
            assert_eq!(source.place, "");
        }
    }
}

#[test]
fn a_cell_that_was_not_placed_names_the_row() {
    let figures = Figures::distinct(Edition::E2021);
    let layout = Html::new(Markup::Spans);
    let text = String::from_utf8(page(&figures, &layout)).unwrap();
    let (row, rest) = text.split_once("2.重复申请").unwrap();
    let (cell, rest) = rest.split_once("<td").unwrap();
    let (_, rest) = rest.split_once("</td>").unwrap();
    let page = format!("{row}2.重复申请{cell}{rest}");
    let read = nianbao_document::read(page.as_bytes(), layout.format()).unwrap();
    let places: Vec<String> = read
        .content
        .provenance
        .strange()
        .map(|(cell, source)| format!("{}: {}", cell.line.code(), source.place))
        .collect();
    assert_eq!(places.len(), 7);
    assert!(places.iter().all(|it| it == "duplicate: table[2]/tr[20]"), "{places:?}");
}
