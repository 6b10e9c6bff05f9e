//! What real pages do to the form, one oddity a test.

use nianbao_domain::evidence::{RefusalReason, TablePresence};
use nianbao_domain::form::{CellId, Column, Edition, Line, TableId, Unit};
use nianbao_domain::sheet::Cell;

use crate::article::{Layout, draft, of_text, page};
use crate::figures::{self, Figures, refused, wrong};
use crate::layout::html::{Html, Markup};
use crate::layout::lines::PLAIN;
use crate::layout::pipes::{Merged, Pipes};

/// The page of these figures with some words replaced.
fn altered(
    figures: &Figures,
    layout: &dyn Layout,
    changes: &[(&str, &str)],
) -> nianbao_document::Draft {
    let mut text = String::from_utf8(page(figures, layout)).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    nianbao_document::read(text.as_bytes(), layout.format()).unwrap()
}

fn layouts() -> [Box<dyn Layout>; 3] {
    [Box::new(PLAIN), Box::new(Pipes::new(Merged::Absent)), Box::new(Html::new(Markup::Spans))]
}

fn cell(name: &str) -> CellId {
    name.parse().unwrap()
}

#[test]
fn labels_of_real_pages_mean_what_they_mean_on_the_form() {
    let figures = Figures::distinct(Edition::E2021);
    for layout in layouts() {
        let draft = altered(
            &figures,
            &*layout,
            &[
                ("法人或其他组织", "法定代表人或其他组织"),
                ("（本列数据", "本列数据"),
                ("结转下年度继续办理", "结转下一年度继续办理"),
                ("3.危及“三安全一稳定”", "3、危及\"三安全一稳定\""),
                ("（七）总计", "总计"),
                ("3.其他", "其他"),
                ("规章", "规章（设区的市以上人民政府应提供相关数据，其他单位不填）"),
                ("本年收费金额（单位：万元）", "本年收费金额(万元)"),
            ],
        );
        assert_eq!(draft.content.sheet, figures.sheet());
        assert!(draft.evidence.refusals.is_empty(), "{:?}", draft.evidence.refusals);
    }
}

#[test]
fn a_cut_off_header_is_completed_where_position_and_words_agree() {
    let figures = Figures::distinct(Edition::E2019);
    for layout in layouts() {
        let changes = [("本年新制作数量", "本年新"), ("本年新公开数量", "本年新")];
        let draft = altered(&figures, &*layout, &changes);
        assert_eq!(draft.content.sheet, figures.sheet());
        let mut stumps = draft.evidence.refusals.iter().map(|it| (it.reason, it.cells.len()));
        assert!(!draft.evidence.refusals.is_empty());
        assert!(stumps.all(|it| it == (RefusalReason::HeaderAmbiguous, 0)));
    }
}

#[test]
fn a_header_that_begins_no_label_refuses_its_block() {
    let figures = Figures::distinct(Edition::E2019);
    for layout in layouts() {
        let draft = altered(&figures, &*layout, &[("本年新制作数量", "数量")]);
        assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), Vec::<String>::new());
        assert_eq!(refused(&draft.content.sheet), 6);
        assert!(
            draft.evidence.refusals.iter().all(|it| it.reason == RefusalReason::HeaderAmbiguous)
        );
    }
}

#[test]
fn header_words_broken_over_two_rows_are_put_together() {
    let figures = figures::shanghai();
    let text = String::from_utf8(page(&figures, &Pipes::new(Merged::InPlace))).unwrap();
    let broken: Vec<String> = text
        .lines()
        .map(|line| {
            if !line.contains("商业企业") {
                return line.to_owned();
            }
            let upper = line.replace("商业企业", "商业").replace("科研机构", "科研");
            let lower: Vec<&str> = line
                .split(" | ")
                .map(|cell| match cell {
                    "商业企业" => "企业",
                    "科研机构" => "机构",
                    _ => "",
                })
                .collect();
            format!("{upper}\n{}", lower.join(" | "))
        })
        .collect();
    let draft = of_text(&broken.join("\n"));
    assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), Vec::<String>::new());
    assert_eq!(refused(&draft.content.sheet), 0, "{:?}", draft.evidence.refusals);
}

#[test]
fn a_row_of_an_organ_s_own_is_kept_and_counts_for_nothing() {
    let figures = Figures::distinct(Edition::E2019);
    let (label, values) = ("其他主动公开文件", ["7", "8", ""]);
    for (layout, row) in [
        (
            Box::new(Pipes::new(Merged::Absent)) as Box<dyn Layout>,
            format!("{label} | {}\n第二十条第（五）项", values.join(" | ")),
        ),
        (
            Box::new(Html::new(Markup::Spans)),
            format!(
                "第二十条第（五）项</td></tr><tr><td>{label}</td><td>{}</td></tr><tr><td>第二十条第（五）项",
                values.join("</td><td>")
            ),
        ),
    ] {
        let draft = altered(&figures, &*layout, &[("第二十条第（五）项", &row)]);
        assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), Vec::<String>::new());
        assert_eq!(refused(&draft.content.sheet), 0, "{:?}", draft.evidence.refusals);
        let [row] = draft.content.sheet.local_rows.as_slice() else { panic!("one local row") };
        assert_eq!((row.label.as_str(), row.table), (label, TableId::ProactiveDisclosure));
        assert_eq!(row.cells.iter().map(|it| it.raw.as_str()).collect::<Vec<_>>(), values);
    }
}

#[test]
fn a_local_row_one_cell_a_line_knows_its_columns() {
    let figures = Figures::distinct(Edition::E2019);
    let draft = altered(
        &figures,
        &PLAIN,
        &[("第二十条第（五）项", "其他主动公开文件\n7\n8\n9\n第二十条第（五）项")],
    );
    assert_eq!(
        draft.content.sheet.cells().filter(|(_, said)| *said == Cell::Unreadable).count(),
        0
    );
    let [row] = draft.content.sheet.local_rows.as_slice() else { panic!("one local row") };
    assert_eq!(row.after, Some(Line::NormativeDocuments));
    let columns: Vec<_> = row.cells.iter().map(|it| it.column).collect();
    let expected = [Column::NewlyMade, Column::NewlyDisclosed, Column::TotalDisclosed];
    assert_eq!(columns, expected.map(Some));
}

#[test]
fn words_of_another_edition_are_named_and_its_rows_kept() {
    let figures = Figures::distinct(Edition::E2021);
    let changes = [
        ("行政规范性文件", "规范性文件"),
        ("第二十条第（六）项", "其他对外管理服务事项 | 5\n第二十条第（六）项"),
    ];
    let draft = altered(&figures, &Pipes::new(Merged::Absent), &changes);
    assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), Vec::<String>::new());
    let foreign: Vec<_> = draft
        .evidence
        .foreign_labels
        .iter()
        .map(|it| (it.label.text.as_str(), it.edition))
        .collect();
    assert_eq!(foreign, [("规范性文件", Edition::E2019), ("其他对外管理服务事项", Edition::E2019)]);
    assert_eq!(draft.content.sheet.local_rows[0].label, "其他对外管理服务事项");
}

#[test]
fn a_block_that_the_edition_does_not_have_is_named() {
    let figures = Figures::distinct(Edition::E2021);
    let block =
        "第二十条第（九）项\n信息内容 | 采购项目数量 | 采购总金额\n政府集中采购 | 3 | 5\n三、收到";
    let draft = altered(&figures, &Pipes::new(Merged::Absent), &[("三、收到", block)]);
    assert_eq!(draft.content.sheet.edition(), Edition::E2021);
    let extra = &draft.evidence.tables[0].extra_blocks;
    assert_eq!(extra.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["第二十条第（九）项"]);
    assert_eq!(draft.content.sheet.local_rows[0].label, "政府集中采购");
}

#[test]
fn the_edition_is_told_by_labels_and_not_by_the_year() {
    let siqian = figures::siqian();
    assert_eq!(
        (siqian.year, draft(&siqian, &PLAIN).content.sheet.edition()),
        (2024, Edition::E2019)
    );
    let silent = of_text("甲县财政局2020年政府信息公开工作年度报告\n一、总体情况\n无。");
    assert_eq!((silent.content.sheet.edition(), silent.edition_certain), (Edition::E2019, false));
    assert!(silent.evidence.tables.iter().all(|it| it.presence == TablePresence::Missing));
}

#[test]
fn money_keeps_the_unit_that_the_header_or_the_cell_states() {
    let figures = Figures::distinct(Edition::E2019);
    let amount = cell("government_procurement.procurement_amount");
    for layout in layouts() {
        let changes = [("采购总金额", "采购总金额（万元）")];
        let sheet = altered(&figures, &*layout, &changes).content.sheet;
        assert_eq!(sheet.unit(amount), Unit::TenThousandYuan);
        let in_cell = Figures::distinct(Edition::E2019)
            .with("government_procurement.procurement_amount", "8,040元");
        let sheet = altered(&in_cell, &*layout, &changes).content.sheet;
        assert_eq!((sheet.unit(amount), sheet.number(amount)), (Unit::Yuan, Some(8_040_000_000)));
    }
}

#[test]
fn what_a_cell_literally_said_is_kept_where_it_is_not_the_number() {
    let name = "administrative_licensing.net_change";
    for (printed, said, refusal) in [
        ("减4", Cell::Number(-4), false),
        ("/", Cell::NotApplicable, false),
        ("１２", Cell::Number(12), false),
        ("10余", Cell::Unreadable, true),
        ("2.5", Cell::Unreadable, true),
    ] {
        let figures = Figures::distinct(Edition::E2019).with(name, printed);
        for layout in layouts() {
            let draft = draft(&figures, &*layout);
            assert_eq!(draft.content.sheet.get(cell(name)), Some(said), "{printed}");
            let source = &draft.content.provenance.cells[&cell(name)];
            assert_eq!((source.raw.as_str(), source.refusal.is_some()), (printed, refusal));
            assert!(source.line.is_some());
            assert_eq!(draft.content.provenance.strange().count(), 1);
        }
    }
}

#[test]
fn table_4_may_have_its_lines_below_one_another() {
    let figures = Figures::distinct(Edition::E2021);
    let text = String::from_utf8(page(&figures, &PLAIN)).unwrap();
    let (head, rest) = text.split_once("行政复议\n行政诉讼\n").unwrap();
    let (_, tail) = rest.split_once("五、存在的").unwrap();
    let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let of = |line: &str| {
        ["upheld", "rectified", "other_outcome", "pending", "cases"]
            .map(|it| figures.text(cell(&format!("{line}.{it}"))).to_owned())
    };
    let lines = [
        ("行政复议", of("reconsideration")),
        ("未经复议直接起诉", of("direct_litigation")),
        ("复议后起诉", of("litigation_after_reconsideration")),
    ];
    for separator in [" | ", "\n"] {
        let mut table = format!("{separator}{}\n", outcomes.join(separator));
        for (label, values) in &lines {
            table.push_str(&format!("{label}{separator}{}\n", values.join(separator)));
        }
        let draft = of_text(&format!("{head}{table}五、存在的{tail}"));
        assert_eq!(draft.content.sheet, figures.sheet(), "{:?}", draft.evidence.refusals);
    }
}

#[test]
fn tables_torn_by_a_page_break_are_one() {
    let figures = figures::suqian();
    for repeated in [
        "",
        "自然人 | 法人或其他组织 | 总计\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他\n",
    ] {
        let torn = format!("第3页\n{repeated}（五）不予处理");
        let draft = altered(&figures, &Pipes::new(Merged::Absent), &[("（五）不予处理", &torn)]);
        assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), Vec::<String>::new());
        assert_eq!(refused(&draft.content.sheet), 0, "{:?}", draft.evidence.refusals);
    }
}

#[test]
fn a_column_moved_in_a_page_with_spans_is_read_by_its_label() {
    let page = "<p>甲县财政局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>\
        <table><tr><td>信息内容<td>现行有效件数<td>本年制发件数<td>本年废止件数</tr>\
        <tr><td>规章<td>1<td>2<td>3</tr></table>";
    let sheet = nianbao_document::read(page.as_bytes(), nianbao_document::Format::Html)
        .unwrap()
        .content
        .sheet;
    let said = ["in_force", "issued", "repealed"]
        .map(|it| sheet.number(cell(&format!("government_rules.{it}"))));
    assert_eq!(said, [Some(1), Some(2), Some(3)]);
    let text = "甲县财政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\n现行有效件数\n本年制发件数\n本年废止件数\n规章\n1\n2\n3";
    assert_eq!(refused(&of_text(text).content.sheet), 3);
}

#[test]
fn an_organ_and_a_day_on_one_line_are_the_signature() {
    let text = String::from_utf8(page(&figures::suqian(), &PLAIN)).unwrap();
    let draft = of_text(&(text.trim_end().to_owned() + "\n甲县财政局 2024年1月20日\n"));
    assert_eq!(draft.content.narrative.closing, "甲县财政局 2024年1月20日");
}

/// A page of a report whose body stands in an element with this attribute, and before it something.
fn hidden(attribute: &str, before: &str) -> nianbao_document::Draft {
    let page = String::from_utf8(page(&figures::suqian(), &Html::new(Markup::Spans))).unwrap();
    let (head, body) = page.split_once("一、总体情况").unwrap();
    let whole = format!("{before}{head}一、总体情况<div {attribute}>{body}</div>");
    nianbao_document::read(whole.as_bytes(), nianbao_document::Format::Html).unwrap()
}

#[test]
fn a_report_that_a_script_shows_is_read_and_a_hidden_copy_is_not() {
    let figures = figures::suqian();
    let plain = hidden("", "");
    for draft in
        [hidden("style='display:none'", ""), hidden("hidden", &"<p>友情链接。</p>".repeat(900))]
    {
        assert_eq!(draft.content.sheet, figures.sheet());
        assert_eq!(draft.content.narrative.sections, plain.content.narrative.sections);
    }
    let copy = String::from_utf8(page(&figures, &Html::new(Markup::Spans))).unwrap();
    let draft = hidden("", &format!("<div style=display:none>{}</div>", copy.replace("39", "40")));
    assert_eq!(draft.content, plain.content);
}
