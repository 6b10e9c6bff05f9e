//! IDN: whose report it is.

use super::entry::{Entry, row};
use crate::finding::StageSeverity;

const TITLE: &str = "国办公开办函〔2021〕30号所附格式：标题";

pub(super) static ROWS: &[Entry] = &[
    row("IDN-001", StageSeverity::WARNING, "标题合乎格式", "the title follows the form")
        .formula("机关名称＋年份＋“年政府信息公开工作年度报告”")
        .basis(TITLE)
        .example("“2024年度政府信息公开工作年度报告”：没有机关名称，“年度”重复")
        .implemented(),
    row(
        "IDN-002",
        StageSeverity::BLOCKING,
        "标题的年份是报告年度",
        "the year of the title is the report year",
    )
    .formula("标题中的年份 = 报告年度")
    .basis("政府信息公开条例第四十九条：报告上一年度的工作")
    .example("标题 2023 年，数据为 2024 年")
    .any_year()
    .implemented(),
    row(
        "IDN-003",
        StageSeverity::WARNING,
        "标题的机关是登记的机关",
        "the organ of the title is the registered one",
    )
    .formula("标题中的机关 = 登记的名称或别名；标题写的是另一个已登记机关的，阻断")
    .basis("政府信息公开条例第四十九条")
    .example("标题为县人民政府，报送单位是县人民政府办公室")
    .any_year()
    .implemented(),
    row(
        "IDN-004",
        StageSeverity::WARNING,
        "文字以本机关的口吻叙述",
        "the text speaks as the organ itself",
    )
    .formula("自称（我镇、我县、我局）与本机关的名称和级别相符；乡级机关不以上级政府的口吻写其规章")
    .basis("国办公开办函〔2021〕30号（四）“明确责任”：不得内容雷同、敷衍塞责")
    .example("镇的报告写“县政府现行有效规章”")
    .implemented(),
    row(
        "IDN-005",
        StageSeverity::BLOCKING,
        "统一社会信用代码有效",
        "unified social credit codes are valid",
    )
    .formula("两位校验码都成立；登记的代码无效不能保存，文中出现的只提示")
    .basis("GB 32100—2015 法人和其他组织统一社会信用代码编码规则")
    .example("……769C")
    .any_year()
    .implemented(),
    row(
        "IDN-006",
        StageSeverity::WARNING,
        "信用代码中的区划与机关一致",
        "the division in the credit code is the organ's",
    )
    .formula("代码第 3 至 8 位等于机关的行政区划，或是它的上级")
    .basis("GB 32100—2015；GB/T 2260")
    .example("甲县机关的代码属于乙县")
    .any_year()
    .implemented(),
    row(
        "IDN-007",
        StageSeverity::BLOCKING,
        "同一机关、年度、口径只有一份报告",
        "one report per organ, year and kind",
    )
    .formula("机关、年度、口径三者唯一")
    .basis("政府信息公开条例第四十九条")
    .example("同一机关有两份 2024 年度报告")
    .held_by("report::ReportKey"),
];
