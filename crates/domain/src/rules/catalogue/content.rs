//! CNT: what the text must not contain.

use super::entry::{Entry, row};
use crate::finding::StageSeverity;

pub(super) static ROWS: &[Entry] = &[
    row("CNT-001", StageSeverity::BLOCKING, "没有模板残留", "no left-overs of a template")
        .formula(
            "未填的占位符（××、___、【请填写】）阻断；残留的填写说明（该部分以表格形式报告）提示",
        )
        .basis("国办公开办函〔2021〕30号所附格式的填写说明")
        .example("“全年主动公开信息××条”")
        .any_year()
        .implemented(),
    row("CNT-002", StageSeverity::BLOCKING, "没有个人信息", "no personal data")
        .formula("校验码成立的居民身份证号码阻断；联系方式以外的手机号码提示")
        .basis("个人信息保护法；政府信息公开条例第十五条；GB 11643—1999")
        .example("第一部分写出申请人的身份证号码和电话")
        .any_year()
        .implemented(),
    row("CNT-003", StageSeverity::BLOCKING, "没有密级标志", "no secrecy marking")
        .formula("页首带★的绝密、机密、秘密标志阻断，单独成行的密级提示；正文里的这些词不算")
        .basis("保守国家秘密法（2024 年修订）；政府信息公开条例第十四条、第十七条")
        .example("页首标“秘密★1年”")
        .any_year()
        .implemented(),
    row("CNT-004", StageSeverity::WARNING, "法规引用正确", "laws are cited correctly")
        .formula("紧接条例名称的号数为国务院令第711号；2019 年起不引第492号")
        .basis("政府信息公开条例（国务院令第711号）")
        .example("国令第711号")
        .implemented(),
    row("CNT-005", StageSeverity::INFO, "第一部分的篇幅", "the length of section one")
        .formula("本机关的报告：第一部分不超过 1000 字（地方要求）")
        .basis("武政办发〔2025〕54号第一部分")
        .example("第一部分 3000 字")
        .implemented(),
    row("CNT-006", StageSeverity::INFO, "网页附属文字已去除", "page furniture was removed")
        .formula("列出导入时去除的网页文字和所在的行；仍留在各部分正文里的，提示删去")
        .basis("导入")
        .example("今天是、附件下载、关闭窗口")
        .any_year()
        .implemented(),
    row("CNT-007", StageSeverity::WARNING, "没有无关文字", "no foreign text")
        .formula("没有赌博、色情广告，没有控制字符、私用区字符和替换字符")
        .basis("数据质量")
        .example("镜像网站的标题里插入了广告")
        .any_year()
        .implemented(),
    row("CNT-008", StageSeverity::WARNING, "内容不空泛", "the narrative is specific")
        .formula("第一部分没有数字、没有写到本机关、泛谈“部分地区”“多数部门”，三者不占其二")
        .basis("国办公开办函〔2021〕30号（四）“明确责任”：不得内容雷同、敷衍塞责")
        .example("通篇没有数字，只谈“一些地区”")
        .implemented(),
];
