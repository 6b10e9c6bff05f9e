//! The words in which reports say that no request was received. Longer wordings stand before shorter
//! ones that they begin with.

pub(super) const NEGATIONS: &[&str] = &["未曾", "没有", "未", "没", "无"];
/// These deny without a verb: 无依申请公开.
pub(super) const DIRECT_NEGATIONS: &[&str] = &["没有", "无"];
pub(super) const RECEIVED: &[&str] = &["接收到", "新收到", "收到", "接到", "接收", "新收", "收悉"];
pub(super) const HANDLED: &[&str] = &["办理", "处理"];
/// What may stand beside a verb of reception without changing what is denied.
pub(super) const BESIDE: &[&str] = &["受理", "或者", "以及", "和", "及", "与", "或", "、"];
/// Between verb and object, without limiting either: everybody may apply (条例 art 27).
pub(super) const FILLERS: &[&str] = &[
    "公民、法人和其他组织",
    "公民、法人或其他组织",
    "公民、法人或者其他组织",
    "公民、法人及其他组织",
    "自然人、法人或其他组织",
    "自然人、法人和其他组织",
    "群众",
    "申请人",
    "提出的",
    "提交的",
    "任何",
    "的",
    "过",
];
/// What is applied for.
pub(super) const REQUESTS: &[&str] = &[
    "依申请公开政府信息的申请",
    "依申请公开政府信息申请",
    "依申请公开信息申请",
    "依申请公开的申请",
    "依申请公开政府信息",
    "依申请公开申请",
    "依申请公开信息",
    "依申请公开",
    "政府信息依申请公开申请",
    "政府信息依申请公开",
    "政府信息公开的申请",
    "政府信息公开申请",
    "公开政府信息的申请",
    "申请公开政府信息",
    "信息公开申请",
    "公开申请",
];
/// Understood only where the sentence has said before what is applied for.
pub(super) const BARE_REQUEST: &[&str] = &["申请"];
/// What tells, in an earlier clause, what is applied for.
pub(super) const TOPICS: &[&str] = &["依申请公开", "信息公开"];
/// What may end the statement.
pub(super) const TAILS: &[&str] =
    &["的情况", "的情形", "情况", "情形", "事项", "办件", "工作", "件"];
pub(super) const COUNTED: &[&str] = &["数量", "件数", "总数", "数", "共计", "共", "为"];
pub(super) const ZEROS: &[&str] = &["0", "零", "〇"];
pub(super) const CLASSIFIERS: &[&str] = &["件", "条", "宗", "起", "份", "个", "次", "例", "项"];
/// What may precede the statement in its clause, apart from a year and the organ.
pub(super) const NEUTRAL: &[&str] = &[
    "政府信息公开申请方面",
    "依申请公开工作中",
    "依申请公开方面",
    "依申请公开情况",
    "依申请公开工作",
    "依申请公开",
    "12月31日",
    "1月1日",
    "报告期内",
    "统计期内",
    "本年度",
    "全年度",
    "年度内",
    "一年来",
    "本年",
    "全年",
    "年内",
    "当年",
    "年底",
    "截至",
    "截止",
    "累计",
    "度",
    "内",
    "自",
    "从",
    "起",
    "至",
    "到",
    "止",
    "在",
    "尚",
    "暂",
    "仍",
    "均",
    "也",
    "都",
    "共",
    "并",
];
/// How an organ calls itself: 我镇, 本机关, 全局.
pub(super) const SELF: &[char] = &['我', '本', '全'];
pub(super) const ORGANS: &[&str] = &[
    "街道办事处",
    "人民政府",
    "办公厅",
    "办公室",
    "镇政府",
    "乡政府",
    "县政府",
    "区政府",
    "市政府",
    "街道",
    "机关",
    "单位",
    "部门",
    "中心",
    "政府",
    "办",
    "局",
    "镇",
    "乡",
    "县",
    "市",
    "区",
    "委",
    "厅",
    "院",
    "所",
    "站",
    "队",
    "处",
    "州",
];
/// What an earlier clause of the sentence may limit the statement with.
pub(super) const LIMITS: &[&str] = &[
    "除",
    "渠道",
    "网络",
    "网上",
    "线上",
    "线下",
    "当面",
    "信函",
    "传真",
    "邮",
    "平台",
    "窗口",
    "季度",
    "半年",
    "法人",
    "自然人",
    "村",
    "社区",
    "结转",
    "去年",
    "上年",
    "上一年",
    "往年",
    "历年",
    "前年",
    "以来",
    "期间",
    "截至目前",
];
