//! Pages that lost something on the way: what cannot be placed is refused, and nothing is wrong.

use nianbao_document::{Format, read};
use nianbao_domain::evidence::{RefusalReason, TablePresence};
use nianbao_domain::form::{Edition, TableId};

use crate::article::{of_text, page};
use crate::figures::{self, Figures, refused, wrong};
use crate::layout::html::{Html, Markup};
use crate::layout::lines::{INDENTED, PLAIN, WholeRows};
use crate::layout::pipes::{Merged, Pipes};

const NOTHING: Vec<String> = Vec::new();

/// The page without the lines at some places.
fn without(lines: &[&str], places: &[usize]) -> String {
    let kept = lines.iter().enumerate().filter(|(at, _)| !places.contains(at));
    kept.map(|(_, line)| format!("{line}\n")).collect()
}

#[test]
fn whatever_line_a_page_of_cells_loses_no_value_is_wrong() {
    for edition in Edition::ALL {
        let figures = Figures::distinct(edition);
        let text = String::from_utf8(page(&figures, &PLAIN)).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        for at in (3..lines.len()).filter(|at| at % 4 != 1) {
            for places in [vec![at], vec![at, (at * 37) % lines.len()], vec![at, at - 1]]
                .into_iter()
                .take(1 + at % 7 % 3)
            {
                let Ok(draft) = read(without(&lines, &places).as_bytes(), Format::Text) else {
                    continue;
                };
                if draft.content.sheet.edition() != edition {
                    continue;
                }
                let read = draft.content.sheet;
                // A line that is lost whole leaves nothing behind that could be read.
                let blank = |it: &String| !it.contains("Blank");
                let wrong: Vec<_> =
                    wrong(&read, &figures.sheet()).into_iter().filter(blank).collect();
                assert_eq!(
                    wrong,
                    NOTHING,
                    "{places:?} {:?}",
                    places.iter().map(|at| lines[*at]).collect::<Vec<_>>()
                );
            }
        }
    }
}

#[test]
fn a_lost_label_refuses_its_line_and_the_line_above() {
    let figures = figures::suqian();
    let text = String::from_utf8(page(&figures, &PLAIN)).unwrap();
    let draft = of_text(&text.replace("2.重复申请\n", ""));
    assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), NOTHING);
    let reasons: Vec<_> =
        draft.evidence.refusals.iter().map(|it| (it.reason, it.cells.len())).collect();
    let counted = RefusalReason::CountMismatch { expected: 7, found: 14 };
    assert_eq!(reasons, [(counted, 7), (RefusalReason::LabelLost, 7)]);
}

#[test]
fn values_without_a_label_are_said_where_every_line_has_its_own() {
    let figures = figures::suqian();
    let text = String::from_utf8(page(&figures, &Pipes::new(Merged::Absent))).unwrap();
    let draft =
        of_text(&text.replace("四、结转下年度", " | 7 | 7 | 7 | 7 | 7 | 7 | 7\n四、结转下年度"));
    assert_eq!(draft.content.sheet, figures.sheet());
    let [refusal] = draft.evidence.refusals.as_slice() else { panic!("one refusal") };
    assert_eq!((refusal.reason, refusal.cells.len()), (RefusalReason::LabelLost, 0));
}

#[test]
fn a_group_whose_labels_are_lost_is_refused_whole() {
    let figures = figures::suqian();
    let mut text = String::from_utf8(page(&figures, &PLAIN)).unwrap();
    for label in [
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项",
    ] {
        text = text.replace(&format!("{label}\n"), "");
    }
    let draft = of_text(&text);
    assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), NOTHING);
    let [refusal] = draft.evidence.refusals.as_slice() else { panic!("one refusal") };
    assert_eq!((refusal.reason, refusal.cells.len()), (RefusalReason::LabelLost, 56));
}

#[test]
fn labels_without_any_value_are_refused() {
    let figures = Figures::distinct(Edition::E2019).blanked(|_| true);
    let draft = of_text(&String::from_utf8(page(&figures, &PLAIN)).unwrap());
    assert_eq!(refused(&draft.content.sheet), 198);
    assert!(draft.evidence.tables.iter().all(|it| it.presence == TablePresence::Unreadable));
}

#[test]
fn a_table_that_was_a_picture_is_missing() {
    let figures = figures::suqian();
    let text = String::from_utf8(page(&figures, &PLAIN)).unwrap();
    let (head, rest) = text.split_once("（本列数据").unwrap();
    let (_, tail) = rest.split_once("四、政府信息公开行政复议").unwrap();
    let draft = of_text(&format!("{head}四、政府信息公开行政复议{tail}"));
    let presence = draft.evidence.tables.iter().map(|it| (it.table, it.presence));
    assert_eq!(
        presence.collect::<Vec<_>>(),
        [
            (TableId::ProactiveDisclosure, TablePresence::Present),
            (TableId::Requests, TablePresence::Missing),
            (TableId::Proceedings, TablePresence::Present),
        ]
    );
}

#[test]
fn a_row_that_is_left_out_is_blank_and_its_label_missing() {
    let figures = figures::suqian();
    let text = String::from_utf8(page(&figures, &Pipes::new(Merged::Absent))).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("2.重复申请")).collect();
    let draft = of_text(&lines.join("\n"));
    assert_eq!(draft.evidence.tables[1].missing_labels, ["2.重复申请"]);
    assert_eq!(refused(&draft.content.sheet), 0);
}

#[test]
fn the_same_line_twice_with_other_values_is_refused() {
    let figures = figures::suqian();
    let text = String::from_utf8(page(&figures, &Pipes::new(Merged::Absent))).unwrap();
    let row = text.lines().find(|line| line.starts_with("2.重复申请")).unwrap();
    let same = of_text(&text.replace(row, &format!("{row}\n{row}")));
    assert_eq!(same.content.sheet, figures.sheet());
    let other = of_text(&text.replace(row, &format!("{row}\n{}", row.replace("39", "40"))));
    assert_eq!(wrong(&other.content.sheet, &figures.sheet()), NOTHING);
    let [refusal] = other.evidence.refusals.as_slice() else { panic!("one refusal") };
    assert_eq!((refusal.reason, refusal.cells.len()), (RefusalReason::Duplicate, 7));
}

#[test]
fn whatever_cell_of_a_row_is_lost_its_line_is_refused() {
    for figures in [
        Figures::distinct(Edition::E2021),
        Figures::distinct(Edition::E2019).blanked(|at| at % 3 == 1),
    ] {
        let html = String::from_utf8(page(&figures, &Html::new(Markup::Spans))).unwrap();
        for (cell, _) in html.match_indices("<td colspan=").step_by(3) {
            let end = cell + html[cell..].find("</td>").unwrap() + 5;
            let page = format!("{}{}", &html[..cell], &html[end..]);
            let draft = read(page.as_bytes(), Format::Html).unwrap();
            if draft.content.sheet.edition() == figures.edition {
                assert_eq!(
                    wrong(&draft.content.sheet, &figures.sheet()),
                    NOTHING,
                    "{}",
                    &html[cell..end]
                );
            }
        }
    }
}

#[test]
fn spans_that_reach_too_far_or_not_far_enough_shift_nothing() {
    for figures in [figures::suqian(), figures::shanghai()] {
        let html = String::from_utf8(page(&figures, &Html::new(Markup::Spans))).unwrap();
        for (from, to) in [
            ("ROWSPAN=22", "ROWSPAN=23"),
            ("ROWSPAN=20", "ROWSPAN=21"),
            ("ROWSPAN=22", "ROWSPAN=9"),
            ("ROWSPAN=8", "ROWSPAN=9"),
            ("ROWSPAN=3", "ROWSPAN=2"),
            ("colspan=\"3\" ROWSPAN=3", "colspan=\"2\" ROWSPAN=3"),
            ("colspan=\"3\" ROWSPAN=1", "colspan=\"1\" ROWSPAN=1"),
            ("colspan=\"5\"", "colspan=\"4\""),
            ("colspan=\"2\"", "colspan=\"1\""),
        ] {
            let draft = read(html.replace(from, to).as_bytes(), Format::Html).unwrap();
            assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), NOTHING, "{from} {to}");
        }
    }
}

#[test]
fn headers_and_rows_that_treat_merged_cells_differently_shift_nothing() {
    let merged = [Merged::Absent, Merged::AtTheEnd, Merged::InPlace, Merged::Repeated];
    for seed in 2..9_usize {
        for edition in Edition::ALL {
            let figures =
                Figures::distinct(edition).blanked(|at| (at * 5 + seed).is_multiple_of(seed));
            let texts =
                merged.map(|it| String::from_utf8(page(&figures, &Pipes::new(it))).unwrap());
            for heads in &texts {
                for rows in &texts {
                    let line = |(head, row): (&str, &str)| {
                        let is_row = head.split(" | ").any(|it| it.parse::<u32>().is_ok());
                        format!("{}\n", if is_row { row } else { head })
                    };
                    let text: String = heads.lines().zip(rows.lines()).map(line).collect();
                    let draft = of_text(&text);
                    assert_eq!(
                        wrong(&draft.content.sheet, &figures.sheet()),
                        NOTHING,
                        "{seed} {}",
                        heads == rows
                    );
                }
            }
        }
    }
}

#[test]
fn a_turned_table_is_refused() {
    let figures = figures::siqian();
    let text = String::from_utf8(page(&figures, &Pipes::new(Merged::Absent))).unwrap();
    let turned = "信息内容 | 规章 | 规范性文件\n本年新制作数量 | 1 | 4\n本年新公开数量 | 2 | 5\n对外公开总数量 | 3 | 6";
    let (head, rest) = text.split_once("信息内容").unwrap();
    let (_, tail) = rest.split_once("第二十条第（五）项").unwrap();
    let draft = of_text(&format!("{head}{turned}\n第二十条第（五）项{tail}"));
    assert_eq!(refused(&draft.content.sheet), 6, "{:?}", draft.evidence);
}

#[test]
fn rows_on_a_line_and_indented_cells_lose_blanks_and_nothing_else() {
    for edition in Edition::ALL {
        for seed in 2..9_usize {
            let figures =
                Figures::distinct(edition).blanked(|at| (at + seed).is_multiple_of(seed + 3));
            for layout in [&WholeRows(" ") as &dyn crate::article::Layout, &INDENTED] {
                let draft = crate::article::draft(&figures, layout);
                assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), NOTHING);
            }
        }
    }
}

#[test]
fn an_unknown_label_behind_a_line_of_blanks_does_not_give_it_its_values() {
    let cells = Edition::E2021.layout().cells();
    let blank = |at: usize| cells[at].line.code() == "other_reason";
    let figures = Figures::distinct(Edition::E2021).blanked(blank);
    let text = String::from_utf8(page(&figures, &PLAIN)).unwrap();
    let draft = of_text(&text.replace("（七）总计", "（七）总zǒng计"));
    assert_eq!(wrong(&draft.content.sheet, &figures.sheet()), NOTHING);
}
