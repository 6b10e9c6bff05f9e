//! Requests: received, carried, answered, and how.

use super::said;

#[test]
fn a_count_is_about_what_its_clause_and_those_before_it_say() {
    assert_eq!(
        said(
            "2024年全市共收到依申请件927件，上年结转34件，办结930件，31件结转到2025年度继续办理。"
        ),
        ["received 927", "carried over 34", "finished 930", "carried with 2025 31"]
    );
    assert_eq!(
        said(
            "2024年，全区共受理政府信息公开申请件2025件（包含上年结转71件），1950件已按规定在法定期限内予以答复，75件结转下年答复。"
        ),
        [
            "accepted 2025 with carried over",
            "carried over 71",
            "answered 1950",
            "carried forward 75"
        ]
    );
    assert_eq!(
        said(
            "全年共办理政府信息公开申请69件，含2023年转至今年办理的3件，办结68件，剩余1件结转下一年度处理"
        ),
        ["processed 69 with carried over", "carried over 3", "finished 68", "carried forward 1"]
    );
    assert_eq!(
        said(
            "新收到依申请公开政府信息78件，结转上年度办理3件。其中，答复依申请公开政府信息75件，均在法定期限内予以答复，结转下年度继续办理3件。"
        ),
        ["new 78", "carried over 3", "answered 75", "carried forward 3"]
    );
}

#[test]
fn carried_requests_are_worded_in_many_ways() {
    for (text, expected) in [
        ("收到申请公开政府信息20件，71件结转", "carried 71"),
        ("收到政府信息公开申请20件，转结下年度办理1件", "carried forward 1"),
        ("收到政府信息公开申请20件，结转2026年办理21件", "carried with 2026 21"),
        ("收到政府信息公开申请20件，2023年结转3件", "carried from 2023 3"),
        ("收到政府信息公开申请20件，转下年度办理3件", "carried forward 3"),
    ] {
        assert_eq!(said(text)[1], expected, "{text}");
    }
}

#[test]
fn kinds_of_applicants_are_told_apart_and_their_total_is_everybodys() {
    assert_eq!(
        said("收到自然人申请政府信息公开申请3440件、法人85件、合计3525件"),
        ["received natural_person 3440", "received legal_entity 85", "received 3525"]
    );
    assert_eq!(
        said("依申请公开方面，自然人申请3440件、法人85件、合计3525件。")[1..],
        ["processed legal_entity 85", "processed 3525"]
    );
}

#[test]
fn outcomes_may_be_counted_before_or_behind_and_together() {
    assert_eq!(
        said(
            "全年答复政府信息公开申请805件，其中予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；265件无法提供。"
        )[1..],
        ["granted+partly_granted 258 share 33.9%", "withheld 35 share 4.34%", "unavailable 265"]
    );
    assert_eq!(
        said("收到政府信息公开申请5件，因逾期不补正2件")[1..],
        ["abandoned_without_correction 2"]
    );
}

#[test]
fn growth_is_said_of_the_count_before_it() {
    assert_eq!(
        said("全年办理政府信息公开申请3646件，同比增长1.05%。"),
        ["processed 3646 growth 1.05%"]
    );
    assert_eq!(said("收到政府信息公开申请20件，较上年减少12.5%")[0], "received 20 growth -12.5%");
    assert_eq!(said("收到政府信息公开申请20件，同比增加5件，办结18件")[1..], ["finished 18"]);
}

#[test]
fn numerals_of_every_kind_are_counts_and_a_count_may_look_like_a_year() {
    for text in ["收到政府信息公开申请一件", "收到政府信息公开申请１件", "收到1件政府信息公开申请"]
    {
        assert_eq!(said(text), ["received 1"], "{text}");
    }
    assert_eq!(said("收到政府信息公开申请2025件"), ["received 2025"]);
    assert_eq!(said("收到政府信息公开申请1.2万件"), ["received 12000"]);
}

#[test]
fn a_denial_is_about_its_own_object() {
    assert_eq!(said("2024年，未收到和办理依申请公开。"), ["processed none"]);
    assert_eq!(said("全年没有收到公民、法人和其他组织的政府信息公开申请"), ["received none"]);
    assert_eq!(said("未收到因政府信息公开申请引起的行政诉讼。"), ["litigation none"]);
    assert_eq!(said("未收到行政复议申请。"), ["reconsideration none"]);
    for text in [
        "未收到涉及商业秘密的政府信息公开申请。",
        "未受理政府信息公开申请。",
        "未收到政府信息公开申请答复的投诉。",
        "未答复政府信息公开申请3件。",
    ] {
        assert_eq!(said(text), [""; 0], "{text}");
    }
}

#[test]
fn what_limits_a_statement_is_noted() {
    for text in [
        "通过网络收到政府信息公开申请20件",
        "通过网络渠道，收到政府信息公开申请20件",
        "自2024年10月起收到政府信息公开申请20件",
    ] {
        assert_eq!(said(text), ["received 20 limited"], "{text}");
    }
    assert_eq!(said("第一季度收到政府信息公开申请20件"), ["received 20 limited named"]);
    let whole = "截至2024年12月31日，收到政府信息公开申请20件";
    assert_eq!(said(whole), ["received 20"]);
}

#[test]
fn what_is_counted_and_not_understood_leaves_nothing_to_lean_on() {
    assert_eq!(said("收到政府信息公开申请100件，其中征地类80件，予以公开30件"), ["received 100"]);
    assert_eq!(said("收到248条网民留言，办结留言230条，公开答复4条"), [""; 0]);
    assert_eq!(said("全年办理群众来信20件，办结18件"), [""; 0]);
    assert_eq!(said("政府信息公开申请20件。建议提案办结30件，答复30件。"), ["processed 20"]);
}

#[test]
fn a_part_of_the_same_says_nothing_of_the_whole() {
    assert_eq!(
        said("收到政府信息公开申请20件，其中受理18件，办结15件"),
        ["received 20", "finished 15"]
    );
    assert_eq!(said("收到政府信息公开申请20件，受理18件"), ["received 20"]);
    assert_eq!(said("办结政府信息公开申请20件，其中答复18件"), ["finished 20"]);
}

#[test]
fn a_later_sentence_may_leave_out_what_it_is_about() {
    assert_eq!(
        said("（二）依申请公开情况。全年收到申请20件。转结下年度办理1件。"),
        ["received 20", "carried forward 1"]
    );
    assert_eq!(said("（二）主动公开情况。全年收到申请20件。"), [""; 0]);
}

#[test]
fn traditional_characters_are_read() {
    assert_eq!(
        said("共收到政府信息公開申請2件，結轉下年度1件，因政府信息公開引起的行政復議61件"),
        ["received 2", "carried forward 1", "reconsideration 61"]
    );
}
