//! The trial form of 2019 (国办公开办函〔2019〕60号): 22 + 161 + 15 cells.

use super::edition::Form;
use super::node::leaf;
use super::table::Section;
use super::{Column, Edition, Label, Line, Node, proactive, proceedings, requests, sections};
use Node::{Group, Leaf};

const PREVIOUS: Node<Column> = leaf(Column::PreviousYearItems, "上一年项目数量");
const CHANGE: Node<Column> =
    Leaf(Column::NetChange, Label::new("本年增/减").or(&["本年增减", "本年增（减）"]));
const ITEMS: &[Node<Column>] = &[
    PREVIOUS,
    CHANGE,
    Leaf(Column::Decisions, Label::new("处理决定数量").or(&["本年处理决定数量"])),
];
const HANDLING: &[Node<Line>] = &[
    requests::NEW,
    requests::CARRIED_OVER,
    Group(
        Line::Handled,
        requests::HANDLED,
        &[
            requests::GRANTED,
            requests::PARTLY_GRANTED,
            requests::WITHHELD,
            requests::UNAVAILABLE,
            requests::NOT_PROCESSED,
            leaf(Line::OtherHandling, "（六）其他处理"),
            requests::HANDLED_TOTAL,
        ],
    ),
    requests::CARRIED_FORWARD,
];

static SECTIONS: [Section; 6] = sections::sections(
    proactive::table(&[
        proactive::block(
            "第二十条第（一）项",
            &[leaf(Line::GovernmentRules, "规章"), leaf(Line::NormativeDocuments, "规范性文件")],
            &[
                leaf(Column::NewlyMade, "本年新制作数量"),
                leaf(Column::NewlyDisclosed, "本年新公开数量"),
                leaf(Column::TotalDisclosed, "对外公开总数量"),
            ],
        ),
        proactive::block(
            "第二十条第（五）项",
            &[
                leaf(Line::AdministrativeLicensing, "行政许可"),
                leaf(Line::OtherPublicServices, "其他对外管理服务事项"),
            ],
            ITEMS,
        ),
        proactive::block("第二十条第（六）项", proactive::ENFORCEMENT, ITEMS),
        proactive::block("第二十条第（八）项", proactive::CHARGES, &[PREVIOUS, CHANGE]),
        proactive::block(
            "第二十条第（九）项",
            &[leaf(Line::GovernmentProcurement, "政府集中采购")],
            &[
                leaf(Column::ProcurementItems, "采购项目数量"),
                leaf(Column::ProcurementAmount, "采购总金额"),
            ],
        ),
    ]),
    requests::table(&[requests::block(HANDLING)]),
    proceedings::PROCEEDINGS,
);

pub(super) static FORM: Form = Form {
    edition: Edition::E2019,
    notice: "国办公开办函〔2019〕60号",
    title: "中华人民共和国政府信息公开工作年度报告格式（试行）",
    first_year: 2019,
    last_year: Some(2020),
    sections: &SECTIONS,
};
