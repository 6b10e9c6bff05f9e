//! Comma-separated figures come back as the same sheet.

use nianbao_document::csv::write;
use nianbao_document::{CsvProblem, Draft, Format, ReadError, Subject, read};
use nianbao_domain::form::{CAPACITY, Edition, Line, Measure, TableId, Unit};
use nianbao_domain::report::{CellSource, Provenance, ReportKind, ReportYear};
use nianbao_domain::sheet::{Cell, LocalCell, LocalRow, MAX_COUNT, Sheet};
use proptest::prelude::*;

use crate::figures;

fn subject() -> Subject<'static> {
    Subject {
        organization_id: None,
        organization_name: "甲县,“财政局”",
        year: Some(ReportYear::LAST),
        kind: ReportKind::Consolidated,
    }
}

fn written_and_read(sheet: &Sheet, provenance: &Provenance) -> Draft {
    let text = write(&subject(), sheet, provenance);
    assert_eq!(Format::detect(text.as_bytes(), None, None), Ok(Format::Csv));
    read(text.as_bytes(), Format::Csv).unwrap()
}

fn cells() -> impl Strategy<Value = Cell> {
    prop_oneof![
        (-MAX_COUNT..=MAX_COUNT).prop_map(Cell::Number),
        (0..20_i64).prop_map(Cell::Number),
        Just(Cell::Blank),
        Just(Cell::NotApplicable),
        Just(Cell::Unreadable),
    ]
}

fn local_rows() -> impl Strategy<Value = Vec<LocalRow>> {
    let words = "[甲乙,\"\n =]{0,6}";
    let cell = words.prop_map(|raw| LocalCell { column: None, raw });
    let row = (words, proptest::collection::vec(cell, 0..4), 0..3_usize).prop_map(
        |(label, cells, at)| LocalRow {
            table: TableId::ALL[at],
            label,
            after: [None, Some(Line::GovernmentRules), Some(Line::Handled)][at],
            cells,
        },
    );
    proptest::collection::vec(row, 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sheet_comes_back(
        edition in proptest::sample::select(Edition::ALL.to_vec()),
        said in proptest::collection::vec(cells(), CAPACITY),
        unit in proptest::sample::select(vec![Unit::None, Unit::Yuan, Unit::TenThousandYuan, Unit::NotStated]),
        local_rows in local_rows(),
        raw in "[ 甲,\"\n=]{1,5}",
    ) {
        let (mut sheet, mut provenance) = (Sheet::blank(edition), Provenance::default());
        for (at, cell) in edition.layout().cells().iter().enumerate() {
            sheet.set(*cell, said[at]).unwrap();
            if let Measure::Money(_) = cell.measure() {
                sheet.set_unit(*cell, unit).unwrap();
            }
            if said[at] == Cell::Unreadable {
                let source = CellSource { raw: raw.clone(), ..CellSource::default() };
                provenance.cells.insert(*cell, source);
            }
        }
        sheet.local_rows = local_rows;
        let draft = written_and_read(&sheet, &provenance);
        prop_assert_eq!(draft.content.sheet, sheet);
        prop_assert_eq!(draft.content.provenance, provenance);
        prop_assert_eq!(draft.organization_name.as_deref(), Some(subject().organization_name));
        prop_assert_eq!((draft.year, draft.kind), (subject().year, subject().kind));
    }
}

#[test]
fn the_figures_of_a_page_have_one_line_a_cell() {
    let page = include_bytes!("../../../../tests/fixtures/pages/siqian-2024.txt");
    let draft = read(page, Format::Text).unwrap();
    let id = "siqian".parse().unwrap();
    let subject = Subject {
        organization_id: Some(&id),
        organization_name: "司前镇人民政府办公室",
        year: draft.year,
        kind: draft.kind,
    };
    let text = write(&subject, &draft.content.sheet, &draft.content.provenance);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 1 + 198);
    assert_eq!(lines[0], nianbao_document::csv::HEADER);
    assert_eq!(
        lines[1],
        "siqian,2024,own,2019,proactive_disclosure,government_rules,newly_made,government_rules.newly_made,规章 / 本年新制作数量,number,2,,"
    );
    assert!(text.contains(
        "government_procurement.procurement_amount,政府集中采购 / 采购总金额,number,863732.45,not_stated,\n"
    ));
}

fn problem(text: &str) -> Option<(u64, CsvProblem)> {
    match read(text.as_bytes(), Format::Csv) {
        Err(ReadError::Csv { line, problem }) => Some((line, problem)),
        _ => None,
    }
}

#[test]
fn a_broken_file_is_refused_with_its_line() {
    let sheet = figures::suqian().sheet();
    let text = write(&subject(), &sheet, &Provenance::default());
    let changed = |from: &str, to: &str| problem(&text.replacen(from, to, 1)).unwrap();
    let field = |field, value: &str| CsvProblem::Field { field, value: value.to_owned() };
    assert_eq!(changed("organization,", "organ,"), (1, CsvProblem::Header));
    assert_eq!(changed(",number,2,,", ",number,two,,"), (2, field("value", "two")));
    assert_eq!(changed(",number,2,,", ",perhaps,2,,"), (2, field("state", "perhaps")));
    assert_eq!(changed(",number,2,,", ",number,2,yen,"), (2, field("unit", "yen")));
    assert_eq!(changed(",number,2,,", ",number"), (2, CsvProblem::Malformed));
    assert_eq!(
        changed("government_rules.repealed", "government_rules.issued"),
        (3, CsvProblem::Duplicate("government_rules.issued".to_owned()))
    );
    assert_eq!(
        changed("government_rules.repealed", "government_rules.newly_made"),
        (3, CsvProblem::NotOnForm("government_rules.newly_made".to_owned()))
    );
    let second = text.lines().nth(1).unwrap().replace("2099", "2098");
    assert_eq!(problem(&format!("{text}{second}\n")).unwrap().1, CsvProblem::SecondReport);
    assert_eq!(problem("\u{feff}").map(|(line, _)| line), Some(1));
}
