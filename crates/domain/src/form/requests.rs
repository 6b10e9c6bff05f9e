//! Table 3, as far as the editions share it.

use super::node::leaf;
use super::table::{Balance, Block, Direction, Table, TableId};
use super::{Column, Label, Line, Node};
use Node::{Group, Leaf, Total};

const APPLICANTS: &[Node<Column>] = &[
    leaf(Column::NaturalPerson, "自然人"),
    Group(
        Column::LegalEntity,
        Label::new("法人或其他组织").or(&[
            "法定代表人或其他组织",
            "法人和其他组织",
            "法人及其他组织",
        ]),
        &[
            Leaf(Column::Enterprise, Label::new("商业企业").or(&["企业"])),
            Leaf(Column::ResearchInstitution, Label::new("科研机构").or(&["科研"])),
            Leaf(
                Column::PublicInterestOrganization,
                Label::new("社会公益组织").or(&["公益组织", "社会组织", "社会公益机构"]),
            ),
            Leaf(
                Column::LegalServiceInstitution,
                Label::new("法律服务机构").or(&["法律服务", "法律服务组织"]),
            ),
            leaf(Column::OtherLegalEntity, "其他"),
        ],
    ),
    Total(Column::Applicants, Label::new("总计").or(&["合计"])),
];

const BALANCE: &[Balance] = &[Balance {
    left: &[Line::NewRequests, Line::CarriedOver],
    right: &[Line::Handled, Line::CarriedForward],
}];

pub(super) const NEW: Node<Line> = Leaf(
    Line::NewRequests,
    Label::new("一、本年新收政府信息公开申请数量").or(&[
        "本年新收",
        "本年新收申请数量",
        "新收政府信息公开申请数量",
    ]),
);
pub(super) const CARRIED_OVER: Node<Line> = Leaf(
    Line::CarriedOver,
    Label::new("二、上年结转政府信息公开申请数量").or(&[
        "上年结转",
        "上年度结转",
        "上年结转申请数量",
    ]),
);
pub(super) const GRANTED: Node<Line> = leaf(Line::Granted, "（一）予以公开");
pub(super) const PARTLY_GRANTED: Node<Line> = Leaf(
    Line::PartlyGranted,
    Label::new("（二）部分公开").noted("（区分处理的，只计这一情形，不计其他情形）"),
);
pub(super) const WITHHELD: Node<Line> = Group(
    Line::Withheld,
    Label::new("（三）不予公开"),
    &[
        leaf(Line::StateSecret, "1.属于国家秘密"),
        Leaf(
            Line::ProhibitedByLaw,
            Label::new("2.其他法律行政法规禁止公开")
                .or(&["法律行政法规禁止公开", "其他法律法规禁止公开"]),
        ),
        leaf(Line::SecurityAndStability, "3.危及“三安全一稳定”"),
        leaf(Line::ThirdPartyRights, "4.保护第三方合法权益"),
        Leaf(
            Line::InternalAffairs,
            Label::new("5.属于三类内部事务信息").or(&[
                "三类内部事务",
                "三类内部事务信息",
                "内部事务信息",
            ]),
        ),
        Leaf(
            Line::ProcessInformation,
            Label::new("6.属于四类过程性信息").or(&["四类过程性信息", "过程性信息"]),
        ),
        leaf(Line::EnforcementCaseFile, "7.属于行政执法案卷"),
        leaf(Line::AdministrativeInquiry, "8.属于行政查询事项"),
    ],
);
pub(super) const UNAVAILABLE: Node<Line> = Group(
    Line::Unavailable,
    Label::new("（四）无法提供"),
    &[
        leaf(Line::NotHeld, "1.本机关不掌握相关政府信息"),
        leaf(Line::RequiresCreation, "2.没有现成信息需要另行制作"),
        leaf(Line::StillUnclear, "3.补正后申请内容仍不明确"),
    ],
);
pub(super) const NOT_PROCESSED: Node<Line> = Group(
    Line::NotProcessed,
    Label::new("（五）不予处理"),
    &[
        leaf(Line::ComplaintOrPetition, "1.信访举报投诉类申请"),
        leaf(Line::Duplicate, "2.重复申请"),
        leaf(Line::PublicationRequested, "3.要求提供公开出版物"),
        leaf(Line::ExcessiveRepetition, "4.无正当理由大量反复申请"),
        leaf(Line::ConfirmationRequested, "5.要求行政机关确认或重新出具已获取信息"),
    ],
);
pub(super) const HANDLED_TOTAL: Node<Line> = Total(
    Line::Handled,
    Label::new("（七）总计").or(&["总计（7）", "办理结果合计", "办理结果总计", "（七）合计"]),
);
pub(super) const HANDLED: Label =
    Label::new("三、本年度办理结果").or(&["本年办理结果", "办理结果"]);
pub(super) const CARRIED_FORWARD: Node<Line> = Leaf(
    Line::CarriedForward,
    Label::new("四、结转下年度继续办理").or(&[
        "结转下年",
        "结转下年度",
        "结转下一年度继续办理",
        "转下年度办理",
        "结转下年继续办理",
    ]),
);

/// Table 3 with the rows of one edition.
pub(super) const fn table(blocks: &'static [Block]) -> Table {
    Table { id: TableId::Requests, direction: Direction::Down, blocks }
}

/// The one block of table 3.
pub(super) const fn block(rows: &'static [Node<Line>]) -> Block {
    Block {
        heading: None,
        corner: Some("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"),
        columns_heading: Some("申请人情况"),
        rows,
        columns: APPLICANTS,
        balances: BALANCE,
    }
}
