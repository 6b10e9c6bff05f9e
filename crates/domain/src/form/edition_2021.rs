//! The form of 2021 (国办公开办函〔2021〕30号), in force: 10 + 175 + 15 cells.

use super::edition::Form;
use super::node::leaf;
use super::table::Section;
use super::{Column, Edition, Label, Line, Node, proactive, proceedings, requests, sections};
use Node::{Group, Leaf};

const DECISIONS: &[Node<Column>] =
    &[Leaf(Column::Decisions, Label::new("本年处理决定数量").or(&["处理决定数量"]))];
const OTHER_HANDLING: Node<Line> = Group(
    Line::OtherHandling,
    Label::new("（六）其他处理"),
    &[
        Leaf(
            Line::AbandonedWithoutCorrection,
            Label::new("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请")
                .or(&["逾期不补正", "申请人无正当理由逾期不补正"]),
        ),
        Leaf(
            Line::FeeUnpaid,
            Label::new("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请")
                .or(&["逾期不缴费", "逾期未缴费", "申请人逾期未按收费通知要求缴纳费用"]),
        ),
        leaf(Line::OtherReason, "3.其他"),
    ],
);
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
            OTHER_HANDLING,
            requests::HANDLED_TOTAL,
        ],
    ),
    requests::CARRIED_FORWARD,
];

static SECTIONS: [Section; 6] = sections::sections(
    proactive::table(&[
        proactive::block(
            "第二十条第（一）项",
            &[
                leaf(Line::GovernmentRules, "规章"),
                leaf(Line::NormativeDocuments, "行政规范性文件"),
            ],
            &[
                Leaf(Column::Issued, Label::new("本年制发件数").or(&["本年制发数量"])),
                Leaf(Column::Repealed, Label::new("本年废止件数").or(&["本年废止数量"])),
                Leaf(
                    Column::InForce,
                    Label::new("现行有效件数").or(&["现行有效件", "现行有效数量"]),
                ),
            ],
        ),
        proactive::block(
            "第二十条第（五）项",
            &[leaf(Line::AdministrativeLicensing, "行政许可")],
            DECISIONS,
        ),
        proactive::block("第二十条第（六）项", proactive::ENFORCEMENT, DECISIONS),
        proactive::block(
            "第二十条第（八）项",
            proactive::CHARGES,
            &[Leaf(
                Column::AmountCollected,
                Label::new("本年收费金额")
                    .noted("（单位：万元）")
                    .or(&["本年收费金额（万元）", "收费金额（单位：万元）"]),
            )],
        ),
    ]),
    requests::table(&[requests::block(HANDLING)]),
    proceedings::PROCEEDINGS,
);

pub(super) static FORM: Form = Form {
    edition: Edition::E2021,
    notice: "国办公开办函〔2021〕30号",
    title: "中华人民共和国政府信息公开工作年度报告格式",
    first_year: 2021,
    last_year: None,
    sections: &SECTIONS,
};
