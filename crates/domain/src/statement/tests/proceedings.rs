//! Cases, documents and fees.

use super::said;

#[test]
fn cases_are_told_apart() {
    assert_eq!(
        said("因政府信息公开引起的行政复议61件，行政诉讼案件18件。"),
        ["reconsideration 61", "litigation 18"]
    );
    assert_eq!(
        said("本年度因政府信息公开被申请行政复议4件（申请人撤回1件）、被提起行政诉讼3件"),
        ["reconsideration 4", "litigation 3"]
    );
    assert_eq!(
        said("未经复议直接起诉3件，复议后起诉2件"),
        ["direct_litigation 3", "litigation_after_reconsideration 2"]
    );
    assert_eq!(said("审理行政复议案件200件"), ["reconsideration 200 named"]);
}

#[test]
fn a_denial_names_the_cases_that_there_were_none_of() {
    let both = ["reconsideration+litigation none"];
    for text in [
        "本年度未发生因政府信息公开引起的行政复议和行政诉讼。",
        "全年没有政府信息公开行政复议、行政诉讼案件。",
        "也无因政府信息公开被提起行政复议及行政诉讼的情况。",
        "未发生因政府信息公开工作被申请行政复议或提起行政诉讼的情况。",
    ] {
        assert_eq!(said(text), both, "{text}");
    }
    assert_eq!(said("无行政复议案件"), ["reconsideration none"]);
    for text in ["无行政复议撤销案件", "未发生行政诉讼败诉的情况", "无重大行政诉讼"]
    {
        assert_eq!(said(text), [""; 0], "{text}");
    }
}

#[test]
fn a_boast_is_about_the_cases_named_before() {
    assert_eq!(
        said("行政复议7件，行政诉讼9件，均获维持。")[2..],
        ["reconsideration+litigation all upheld"]
    );
    assert_eq!(said("行政诉讼零败诉"), ["litigation never lost"]);
    assert_eq!(
        said("行政复议7件，已审结的均维持")[1..],
        ["reconsideration all upheld of those concluded"]
    );
    assert_eq!(said("均获好评"), [""; 0]);
}

#[test]
fn documents_are_counted_by_what_was_done_with_them() {
    assert_eq!(
        said("制定发布规范性文件4件，清理废止文件0件，现行有效文件20件。"),
        [
            "normative_documents issued 4",
            "normative_documents repealed 0",
            "normative_documents in force 20"
        ]
    );
    assert_eq!(said("本年制发规章2件")[0], "government_rules issued 2");
    assert_eq!(said("制发政策文件3件"), [""; 0]);
}

#[test]
fn fees_are_counted_in_requests_and_in_yuan() {
    assert_eq!(said("发出收费通知3件，收取信息处理费2230元。"), ["fee notices 3", "fees 2230"]);
    assert_eq!(said("有1件政府信息公开申请案件收取信息处理费380元。"), ["fees 380", "fees 1"]);
    assert_eq!(said("收取行政事业性收费380元"), [""; 0]);
}
