//! What happened, for people.

use nianbao_application::reports::DecisionError;
use nianbao_application::store::StoreError;
use nianbao_application::{Error, FieldViolation, Resource, ViolationReason};

use nianbao_domain::finding::Severity;

use super::bound::cut;
use super::rule;

/// A Chinese sentence that says what is wrong and what to do.
pub fn sentence(error: &Error) -> String {
    match error {
        Error::NotFound(resource) => format!("{resource} 不存在，或不在您的权限范围内"),
        Error::AlreadyExists(resource @ Resource::Rule(_)) => {
            format!("{resource} 已存在：停用的编号也不再使用，请换一个编号")
        }
        Error::Rule(error) => rule::sentence(error),
        Error::AlreadyExists(resource) => {
            format!("{resource} 已存在：同一机关同一年度同一类型只有一份年报，请改用更新")
        }
        Error::Invalid(violations) => invalid(violations),
        Error::RequestIdReused(id) => {
            format!("request_id {id} 已用于内容不同的请求，请换用新的 request_id")
        }
        Error::EtagMismatch { resource, current } => {
            format!("{resource} 在您读取之后已被修改，当前 etag 为 {current}：请重新读取后再提交")
        }
        Error::IllegalState { report, state } => {
            format!("{report} 当前状态为 {}，不能执行此操作", state.code())
        }
        Error::NotInExistence { organization, date } => {
            let organ = organization.resource_name();
            format!(
                "{organ} 在 {date} 不存续，或不能在这一天终止：请核对其成立、撤销日期和承接日期"
            )
        }
        Error::Succeeded { organization, successor } => {
            let (organ, successor) = (organization.resource_name(), successor.resource_name());
            format!("{organ} 的职责已由 {successor} 承接，不能再次撤销或更替")
        }
        Error::SuccessionCycle(organization) => {
            let organ = organization.resource_name();
            format!("{organ} 不能直接或间接承接自己的职责")
        }
        Error::Denied { permission } => format!("缺少权限 {}", permission.code()),
        Error::TooMany { limit, found } => {
            format!("一次最多 {limit} 项，收到 {found} 项，请分批发送")
        }
        Error::Decision(error) => decision(error),
        Error::Store(StoreError::Unavailable) => {
            "数据库暂时不可用，请稍后重试；带 request_id 重试不会重复写入".to_owned()
        }
        Error::Store(StoreError::CorruptRow { .. } | StoreError::Failed(_)) => {
            "服务器内部错误".to_owned()
        }
    }
}

fn decision(error: &DecisionError) -> String {
    match error {
        DecisionError::NoFinding { identity, .. } => {
            format!("该报告现在没有问题 {identity}：请重新核对，看它是否已经改正")
        }
        DecisionError::OtherEvidence { identity, .. } => {
            format!("问题 {identity} 的数值已经变化：请重新核对后再决定")
        }
        DecisionError::WrongSeverity { identity, severity: Severity::Blocking, .. } => {
            format!("问题 {identity} 会阻断报送，不能确认，只能由有权限的人豁免")
        }
        DecisionError::WrongSeverity { identity, .. } => {
            format!("问题 {identity} 不阻断报送，不需要豁免，请改用确认")
        }
        DecisionError::NoDecision { identity, .. } => {
            format!("该报告没有针对问题 {identity} 的确认或豁免，或已经撤回")
        }
        DecisionError::TooMany { limit, found } => {
            format!("一份报告最多 {limit} 条确认和豁免，现为 {found} 条：请先撤回不再需要的")
        }
        DecisionError::NotAllowed { permission, field } => {
            format!("缺少权限 {}，不能作出、带入或撤回这一决定：{field}", permission.code())
        }
    }
}

fn invalid(violations: &[FieldViolation]) -> String {
    let Some(first) = violations.first() else { return "请求无法使用".to_owned() };
    let what = match &first.reason {
        ViolationReason::Invalid => "字段缺失或格式有误",
        ViolationReason::Immutable => "字段不可修改",
        ViolationReason::CellNotOnForm { .. } => "该版格式没有此单元格",
        ViolationReason::Filter { .. } => "筛选条件无法识别",
        ViolationReason::Order { .. } => "排序字段无法识别",
        ViolationReason::PageToken => "翻页标记不属于本列表，请从第一页重新开始",
        ViolationReason::DocumentYearUnknown => "文件中没有年度，请在请求中注明 report_year",
        ViolationReason::DocumentYearMismatch { .. } => "文件的年度与所要求的年度不一致",
        ViolationReason::DocumentKindMismatch { .. } => {
            "文件的类型（本机关/本级汇总）与所要求的不一致"
        }
        ViolationReason::DocumentOrganizationMismatch { .. } => {
            "文件是另一机关的年报，与所要求的机关不一致"
        }
    };
    let more = violations.len() - 1;
    let others = if more > 0 { format!("（另有 {more} 处）") } else { String::new() };
    format!("{what}：{}{others}", cut(&first.field))
}
