//! Rows that do not fit their header: what a careful reader could not tell is refused.

use nianbao_document::{Draft, Format, read};
use nianbao_domain::form::{CellId, Line};
use nianbao_domain::sheet::Cell;

const COLUMNS: [&str; 7] =
    ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const NEW: &str = "一、本年新收政府信息公开申请数量";
const CARRIED: &str = "二、上年结转政府信息公开申请数量";

/// A page with tables in sections 2 to 4, as markup.
fn page(tables: [&str; 3]) -> Draft {
    let titles = [
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
    ];
    let mut markup = String::from(
        "<meta charset=utf-8><h1>青山县水利局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>甲。</p>",
    );
    for ((title, numeral), table) in titles.iter().zip("二三四".chars()).zip(tables) {
        markup += &format!("<p>{numeral}、{title}</p>{table}");
    }
    markup +=
        "<p>五、存在的主要问题及改进情况</p><p>乙。</p><p>六、其他需要报告的事项</p><p>无。</p>";
    read(markup.as_bytes(), Format::Html).unwrap()
}

fn table(rows: &[Vec<&str>]) -> String {
    let row = |cells: &Vec<&str>| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    format!("<table>{}</table>", rows.iter().map(row).collect::<String>())
}

/// A row with these values; `_` is a blank.
fn row<'a>(label: &'a str, cells: &'a str) -> Vec<&'a str> {
    let cells = cells.split(' ').map(|cell| cell.trim_matches('_'));
    std::iter::once(label).chain(cells).collect()
}

/// What was read of a line: numbers, `_` for a blank, `R` where it was refused.
fn line(draft: &Draft, line: Line) -> String {
    let layout = draft.content.sheet.layout();
    let cells = layout.cells().iter().filter(|cell| cell.line == line);
    let said = cells.map(|cell: &CellId| match draft.content.sheet.get(*cell) {
        Some(Cell::Number(number)) => number.to_string(),
        Some(Cell::Blank) => "_".to_owned(),
        Some(Cell::NotApplicable) => "/".to_owned(),
        Some(Cell::Unreadable) | None => "R".to_owned(),
    });
    said.collect::<Vec<_>>().join(" ")
}

fn header(before: &[&'static str], behind: &[&'static str]) -> Vec<&'static str> {
    [&["项目"], before, &COLUMNS[..], behind].concat()
}

const REFUSED: &str = "R R R R R R R";

#[test]
fn a_blank_beside_a_column_that_the_form_does_not_have_shifts_nothing() {
    for (head, cells, read) in [
        (header(&[], &["备注"]), "_ 2 3 4 5 6 7 99", REFUSED),
        (header(&["上年"], &[]), "99 1 2 3 4 5 6 _", REFUSED),
        (header(&[], &[]), "_ 2 3 4 5 6 7 8", REFUSED),
        (header(&[], &[]), "1 2 _ 4 5 6 7 _", REFUSED),
        (header(&[], &["备注"]), "1 2 3 4 5 6 7 _", "1 2 3 4 5 6 7"),
        (header(&[], &["备注"]), "_ 2 3 4 5 6 7 _", "_ 2 3 4 5 6 7"),
        (header(&[], &[]), "_ 2 3 4 5 6 7", "_ 2 3 4 5 6 7"),
    ] {
        let draft = page(["", &table(&[head.clone(), row(NEW, cells)]), ""]);
        assert_eq!(line(&draft, Line::NewRequests), read, "{head:?} {cells}");
    }
}

#[test]
fn a_blank_filler_of_a_row_that_lost_a_cell_is_no_blank_value() {
    let rows = [header(&[""], &[]), row(NEW, "_ 1 2 3 4 5 6 7"), row(CARRIED, "_ 1 2 3 5 6 7")];
    let draft = page(["", &table(&rows), ""]);
    assert_eq!(line(&draft, Line::NewRequests), "1 2 3 4 5 6 7");
    assert_eq!(line(&draft, Line::CarriedOver), REFUSED);
}

#[test]
fn a_value_that_covers_the_row_below_leaves_that_row_unread() {
    let rows = format!(
        "<table>{}{}",
        table(&[header(&[], &["备注"])]).trim_start_matches("<table>").trim_end_matches("</table>"),
        format_args!(
            "<tr><td>{NEW}<td>1<td rowspan=2>2<td>3<td>4<td>5<td>6<td>7<td></tr>\
             <tr><td>{CARRIED}<td>1<td>3<td>4<td>5<td>6<td>7<td></tr></table>"
        ),
    );
    let draft = page(["", &rows, ""]);
    assert_eq!(line(&draft, Line::CarriedOver), REFUSED);
}

#[test]
fn of_two_rows_of_values_beside_one_label_none_is_the_line_s() {
    let rows = format!(
        "{}<tr><td rowspan=2>{NEW}<td>1<td>2<td>3<td>4<td>5<td>6<td>7</tr>\
         <tr><td>8<td>8<td>8<td>8<td>8<td>8<td>8</tr></table>",
        table(&[header(&[], &[])]).trim_end_matches("</table>"),
    );
    let draft = page(["", &rows, ""]);
    assert_eq!(line(&draft, Line::NewRequests), REFUSED);
}

const PROCEEDINGS: &str =
    "<tr><td colspan=5>行政复议<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉</tr>";
const OUTCOMES: &str = "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计";

fn fifteen(first: usize) -> String {
    (first..first + 15).map(|number| format!("<td>{number}")).collect()
}

#[test]
fn of_two_rows_of_values_of_table_4_none_is_the_table_s() {
    let head = format!("<table>{PROCEEDINGS}<tr>{}</tr>", OUTCOMES.repeat(3));
    let labelled = |label: &str, first| format!("<tr><td>{label}{}</tr>", fifteen(first));
    for rows in [
        format!("<tr>{}</tr><tr>{}</tr>", fifteen(1), fifteen(31)),
        labelled("2022年", 1) + &labelled("2023年", 31),
    ] {
        let draft = page(["", "", &format!("{head}{rows}</table>")]);
        assert_eq!(line(&draft, Line::Reconsideration), "R R R R R", "{rows}");
    }
    let broken = "<td>28<br>7".repeat(15);
    let draft = page(["", "", &format!("{head}<tr>{broken}</tr></table>")]);
    assert_eq!(line(&draft, Line::Reconsideration), "R R R R R", "numbers over two lines");
    let long = fifteen(1).replacen("<td>3<", "<td><", 1) + "<td>";
    let draft = page(["", "", &format!("{head}<tr>{long}</tr></table>")]);
    assert_eq!(line(&draft, Line::Reconsideration), "R R R R R", "a cell beyond the header");
    let draft = page(["", "", &format!("{head}<tr>{}</tr></table>", fifteen(1))]);
    assert_eq!(line(&draft, Line::LitigationAfterReconsideration), "11 12 13 14 15");
}

#[test]
fn table_4_may_be_a_table_for_every_kind_of_proceedings() {
    let one = |label: &str, first: usize| {
        let cells: String = (first..first + 5).map(|number| format!("<td>{number}")).collect();
        format!("<table><tr><td colspan=5>{label}</tr><tr>{OUTCOMES}</tr><tr>{cells}</tr></table>")
    };
    let tables = one("行政复议", 1) + &one("未经复议直接起诉", 6) + &one("复议后起诉", 11);
    let draft = page(["", "", &tables]);
    assert_eq!(line(&draft, Line::Reconsideration), "1 2 3 4 5");
    assert_eq!(line(&draft, Line::DirectLitigation), "6 7 8 9 10");
    assert_eq!(line(&draft, Line::LitigationAfterReconsideration), "11 12 13 14 15");
}

#[test]
fn a_table_whose_values_nobody_can_place_is_unread_and_not_blank() {
    let labels = "行政复议-结果维持<td>行政复议-结果纠正<td>行政复议-其他结果<td>行政复议-尚未审结";
    let table =
        format!("<table><tr><td>{labels}</tr><tr><td>1<td>2<td>3<td>4</tr><tr><td>5</tr></table>");
    let draft = page(["", "", &table]);
    assert_eq!(line(&draft, Line::Reconsideration), "R R R R R");
}

#[test]
fn totals_under_another_header_are_none_of_table_3() {
    let requests = table(&[header(&[], &[]), row("（七）总计", "1 2 3 4 5 6 7")]);
    let proceedings =
        "<table><tr><td rowspan=2>行政复议<td>结果维持<td>1</tr><tr><td>总计<td>5</tr></table>";
    let draft = page(["", &requests, proceedings]);
    assert_eq!(line(&draft, Line::Handled), "1 2 3 4 5 6 7");
}
