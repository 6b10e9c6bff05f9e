//! PUB: what is published.

use super::entry::{Entry, row};
use crate::finding::StageSeverity;

pub(super) static ROWS: &[Entry] = &[row(
    "PUB-001",
    StageSeverity::BLOCKING,
    "公布的页面与保存的数据一致",
    "the rendered page equals the stored data",
)
.formula("重新读取生成的文件，得到相同的单元格")
.basis("政府信息公开条例第六条：及时、准确地公开政府信息")
.example("生成的文件漏了一行")
.held_by(
    "nianbao_wire::tests::round_trips::a_report_written_as_json_reads_back_as_the_same_report, nianbao_document figure_files::any_sheet_comes_back",
)];
