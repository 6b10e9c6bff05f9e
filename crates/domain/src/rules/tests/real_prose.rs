//! Prose as published reports have it: unusual is not wrong.

use super::super::{Case, trial, validate};
use crate::organization::Standing;

/// The rules about words alone.
const ABOUT_WORDS: [&str; 16] = [
    "EDN-002", "TXT-013", "TXT-015", "TIM-004", "IDN-004", "CNT-001", "CNT-002", "CNT-003",
    "CNT-004", "CNT-006", "CNT-007", "CNT-008", "IMP-004", "STR-007", "STR-009", "STR-010",
];

/// A sentence for each topic, so that only what is added may be at fault.
const TOPICS: &str =
    "我镇主动公开信息20条，未收到申请，信息管理、平台建设、监督保障各项工作有序开展。";

const PROSE: [&str; 26] = [
    "根据《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，现公布2024年政府信息公开工作年度报告。",
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。",
    "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
    "如对本报告有疑问，请与本机关联系（地址：青石路5号，邮编：512500，电话：0751-3322110，手机：13800138000）。",
    "2024年，共收到政府信息公开申请2025件（包含上年结转71件），1件结转下年度办理。",
    "全年受理政府信息公开申请3646件，较2023年的3607件增长1.08%。",
    "2023年结转的71件申请已全部办结。",
    "公开2023年度部门决算、2024年度部门预算和2023年政府信息公开工作年度报告。",
    "2023年12月收到的申请1件，于2024年1月答复。",
    "印发《2024年政务公开工作要点》（青政办发〔2024〕12号），落实国办函〔2020〕109号文件。",
    "2025年，我镇将按照中央和省、市、县有关政府信息公开工作部署，认真贯彻落实《中华人民共和国政府信息公开条例》。",
    "通过县政府门户网站政府信息公开平台共主动公开各类信息20条,其中工作动态8条、业务工作3条。",
    "严格遵守保密规定，凡涉及国家秘密、商业秘密和个人隐私的信息一律不予公开。",
    "我镇按照我县统一部署，转发县政府现行有效的规范性文件。",
    "依法打击网络赌博、电信诈骗，发布六合彩典型案例2个。",
    "12345热线受理群众诉求1805件，办结率100%。",
    "微信公众号发布信息260余条，总浏览量超20250101次。",
    "强化镇政务公开办与各直部门联动，增强信息发布时效性、准确性。",
    "“以公开为常态,不公开为例外”，设立“我镇有约”专栏，克服自我满足情绪。",
    "经核查，某公司（统一社会信用代码：113708260043292687）的信息已更正。",
    "原《政府信息公开条例》（国务院令第492号）自2008年5月1日起施行，2019年修订。",
    "截至2024年12月31日，政务微博粉丝数138123人，关注13812345678次。",
    "大部分内容通过本报告的第三、第四部分反映。",
    "月均公开信息2条，2024年月均点击1000次。",
    "来源：县统计局",
    "（一）附件下载功能进一步完善。",
];

fn found(text: &str) -> Vec<(String, String)> {
    let mut content = trial::saying(&format!("{TOPICS}\n{text}"));
    content.title = "青石镇人民政府办公室2024年政府信息公开工作年度报告".to_owned();
    let problems = "一是公开形式还不够丰富；二是监督机制还有待进一步健全。已加强培训，拓展形式。";
    content.narrative.sections.push(trial::section(5, problems));
    let mut case = Case::new(&content);
    case.year = Some(2024.try_into().unwrap());
    case.standing = Standing::of(None, None, Some("青石镇人民政府办公室"));
    let findings = validate(&case).findings.into_iter();
    let about_words = findings.filter(|it| ABOUT_WORDS.contains(&it.code.as_ref()));
    about_words.map(|it| (it.code.into_owned(), it.observation.message.zh)).collect()
}

#[test]
fn what_published_reports_say_raises_nothing() {
    for text in PROSE {
        assert_eq!(found(text), [], "{text}");
    }
    assert_eq!(found(&PROSE.join("\n")), []);
}

#[test]
fn what_published_reports_got_wrong_is_found() {
    for (code, text) in [
        ("IDN-004", "通过县政府门户网站权威渠道集中公开县政府现行有效行政规章和规范性文件。"),
        ("CNT-001", "该部分以表格形式报告。表格如下："),
        ("TXT-013", "2023年度通过门户网站主动公开信息10条。"),
        ("TXT-015", "本报告包括五项内容。"),
        ("CNT-004", "根据《中华人民共和国政府信息公开条例》（国令第711号）编制。"),
        ("EDN-002", "按照国办公开办函〔2019〕60号要求，编制本报告。"),
        ("IMP-004", "统计期限自202511日起。"),
        ("IMP-004", "统计期限自2020年1月1日至202020年12月31日。"),
        ("TIM-004", "统计期限自2023年1月1日至2023年12月31日。"),
        ("CNT-007", "澳门新葡京官网"),
    ] {
        let codes: Vec<_> = found(text).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, [code], "{text}");
    }
}
