//! EDN: which edition of the form a report uses.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;

pub(super) static ROWS: &[Entry] = &[
    row(
        "EDN-001",
        StageSeverity::BLOCKING,
        "使用报告年度对应的格式",
        "the edition of the form is that of the report year",
    )
    .formula("2019、2020 年度用 2019 年试行格式；2021 年度起用 2021 年格式")
    .basis("国办公开办函〔2021〕30号，替代国办公开办函〔2019〕60号")
    .example("2024 年度报告用 2019 年试行格式填报")
    .implemented(),
    row(
        "EDN-002",
        StageSeverity::WARNING,
        "编制说明引用的文号与所用格式一致",
        "the preamble cites the edition it uses",
    )
    .formula("引用的文号等于所用格式的文号")
    .basis("国办公开办函〔2019〕60号、〔2021〕30号")
    .example("编制说明引用〔2019〕60号，表格却是 2021 年格式")
    .implemented(),
    row("EDN-003", StageSeverity::WARNING, "标签不混用两种格式", "no labels of another edition")
        .formula("所有表格的标签都属于同一格式")
        .basis("国办公开办函〔2019〕60号、〔2021〕30号所附格式")
        .example("2021 年格式里写“规范性文件”（应为“行政规范性文件”）")
        .implemented(),
    row(
        "EDN-004",
        StageSeverity::BLOCKING,
        "2018 年及以前的年度不用现行格式填报",
        "years before 2019 are not reported on these forms",
    )
    .missing(MissingValues::PassedOver)
    .formula("2018 年及以前的年度只存文字，不填表")
    .basis("政府信息公开条例（2007 年）第三十一条、第三十二条；国办发〔2014〕32号")
    .example("2016 年度报告录成 2021 年格式")
    .any_year()
    .implemented(),
];
