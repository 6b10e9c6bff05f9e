//! FMT: what a cell may hold.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;
use crate::form::Edition;

const FORM: &str = "年度报告格式：计数单位为件、项";

pub(super) static ROWS: &[Entry] = &[
    row("FMT-001", StageSeverity::BLOCKING, "计数为整数", "counts are whole numbers")
        .missing(MissingValues::Subject)
        .formula("金额以外的单元格是整数")
        .basis(FORM)
        .example("规范性文件填 2.5")
        .implemented(),
    row("FMT-002", StageSeverity::BLOCKING, "数值不为负", "numbers are not negative")
        .missing(MissingValues::PassedOver)
        .formula("单元格 ≥ 0；只有 2019 年格式的“本年增/减”可以为负")
        .basis("年度报告格式：各栏为数量或金额")
        .example("行政处罚填 -3")
        .implemented(),
    row("FMT-003", StageSeverity::BLOCKING_ON_SUBMISSION, "没有空白单元格", "no blank cell")
        .missing(MissingValues::Subject)
        .formula("每个单元格都有内容；没有发生的填 0。起草时提示，报送时阻断")
        .basis("编制惯例")
        .example("表三只填总计，其余各栏空白")
        .implemented(),
    row(
        "FMT-004",
        StageSeverity::WARNING,
        "不用横线、斜线或文字代替数字",
        "no dash, slash or word instead of a number",
    )
    .missing(MissingValues::Subject)
    .formula("原文不是 -、—、/、无、不适用 等")
    .basis(FORM)
    .example("规章一行填“/”")
    .implemented(),
    row("FMT-005", StageSeverity::INFO, "全角数字已转为半角", "full-width digits were normalized")
        .missing(MissingValues::PassedOver)
        .formula("读作数字的单元格，原文含全角数字或其他变体字符的，合并为一条记录")
        .basis("导入")
        .example("１２ 读作 12")
        .implemented(),
    row(
        "FMT-006",
        StageSeverity::INFO,
        "汉字数字只在文字部分换算",
        "Chinese numerals are read in the narrative only",
    )
    .formula(
        "文字部分的“一件”“四十余条”换算后核对；表格里的汉字数字不接受，原样保留并按 IMP-001 报告",
    )
    .basis("导入")
    .example("申请一件")
    .held_by("statement::numeral"),
    row("FMT-007", StageSeverity::INFO, "千分位分隔符已去除", "thousands separators were removed")
        .missing(MissingValues::PassedOver)
        .formula("去掉数字之间的逗号和空格，合并为一条记录")
        .basis("导入")
        .example("1,808,595")
        .implemented(),
    row("FMT-008", StageSeverity::WARNING, "单元格里不写单位", "no unit is written inside a cell")
        .missing(MissingValues::PassedOver)
        .formula("原文不是“数字＋元、万元、件、条、个、项”等")
        .basis("年度报告格式：单元格只填数字")
        .example("采购总金额填“251000元”")
        .implemented(),
    row(
        "FMT-009",
        StageSeverity::WARNING,
        "“本年增/减”填带符号的数",
        "a net change is a signed number",
    )
    .only(&[Edition::E2019])
    .missing(MissingValues::PassedOver)
    .formula("减4 读作 -4，增3 读作 3，并提示改填数字；其余写法不接受（IMP-001）")
    .basis("国办公开办函〔2019〕60号所附格式")
    .example("减4")
    .implemented(),
    row("FMT-010", StageSeverity::WARNING, "数量级合理", "no implausible magnitude")
        .missing(MissingValues::PassedOver)
        .formula("计数不大于十亿，并且不超过上年的一千倍（上年不为 0）；金额不大于一万亿元")
        .basis("数据质量")
        .example("电话号码填进了单元格")
        .implemented(),
    row("FMT-011", StageSeverity::BLOCKING, "表格里不用约数", "no approximation in a table")
        .missing(MissingValues::Subject)
        .formula("原文不是“数字加上 余、多、超、近、约、左右、以上、+ 等”")
        .basis(FORM)
        .example("规章填“10余”")
        .implemented(),
    row(
        "FMT-012",
        StageSeverity::WARNING,
        "收费金额最多六位小数",
        "an amount has at most six decimals",
    )
    .only(&[Edition::E2021])
    .missing(MissingValues::Subject)
    .formula("以万元为单位时，六位小数即精确到分")
    .basis("国办公开办函〔2021〕30号所附格式：单位为万元")
    .example("0.00000001")
    .held_by("sheet::Amount (AmountError::TooPrecise)"),
];
