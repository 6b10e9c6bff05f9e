//! The words of reports.

use nianbao_domain::report::{Narrative, ReportYear, SectionText};
use proptest::prelude::*;

use super::section;

/// Sentences as reports have them, with what is hard for a renderer: marks of markup, strokes,
/// addresses, lists, quotations, digits of any kind.
const SENTENCES: [&str; 24] = [
    "2024年，本机关认真贯彻落实《中华人民共和国政府信息公开条例》，扎实推进政府信息公开工作。",
    "（一）主动公开。全年通过门户网站公开政府信息1,234条，其中规范性文件3件，政策解读12篇。",
    "（二）依申请公开。共收到政府信息公开申请56件，均在法定期限内答复，按时办结率100%。",
    "（三）政府信息管理。严格执行“先审查、后公开”和“一事一审”制度，落实“三审三校”。",
    "1.加强组织领导。调整充实政务公开工作领导小组，由主要领导任组长。",
    "1. 健全工作机制；2. 强化业务培训，全年培训4次、260余人次。",
    "一是主动公开的时效性有待提高；二是政策解读形式还不够丰富；三是依申请公开答复不够规范。",
    "公开电话：0527-84359000，网址：http://www.suqian.gov.cn/zwgk/index_1.html?id=3&type=2。",
    "与上年相比增长1.08%，其中微信公众号发布信息2,808条（含转载）。",
    "下一步，将从以下方面改进：①压实责任；②优化平台；③加强监督。",
    "*说明：本年度数据统计截至12月31日。",
    "#政务公开# 话题阅读量达18万余次，比重为5~8个百分点，区间[3,5]。",
    "a < b 且 c > d 的条目共计“0”条，A&B 项目 1 个，C:\\数据 目录已清理。",
    "- 县政府办公室牵头，各乡镇（街道）配合。",
    "栏目 | 条数 | 占比",
    "> 引自《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号）。",
    "该部分以表格形式报告。表格如下：",
    "本年度无应当报告而未报告的事项，也无收取信息处理费的情况。",
    "本机关不存在应公开未公开的情形，`公开为常态、不公开为例外`已成共识。",
    "2024 年 1 月 1 日至 12 月 31 日，共公开信息 88 条。",
    "我局坚持以习近平新时代中国特色社会主义思想为指导，不断提升政务公开标准化、规范化水平。",
    "***",
    "公开内容涉及“六稳”“六保”、乡村振兴、营商环境等领域__重点__信息。",
    "（五）监督保障。将政务公开纳入年度绩效考核，未发生责任追究情形。",
];
/// What stands before section 一.
const PREAMBLES: [&str; 3] = [
    "根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条规定，编制本报告。",
    "本报告所列数据的统计期限自1月1日起，至12月31日止。",
    "如对本报告有疑问，请联系：甲县人民路1号，邮编223800，电话0527-84359000。",
];
/// Titles of sections that real pages have instead of the form's, by section.
const TITLES: [(u8, &str); 4] = [
    (1, "概述"),
    (3, "收到和处理政府信息公开申请的情况"),
    (4, "因信息公开引起的复议和诉讼"),
    (5, "存在问题及改进情况"),
];

/// Any narrative: the sections of the tables are there, since a document always shows them.
pub(super) fn narratives() -> impl Strategy<Value = Narrative> {
    let preamble = proptest::sample::subsequence(PREAMBLES.to_vec(), 0..=PREAMBLES.len());
    let own_titles = proptest::collection::vec(proptest::bool::weighted(0.2), 6);
    let present = proptest::collection::vec(proptest::bool::weighted(0.9), 6);
    let texts = proptest::collection::vec(paragraphs(), 6);
    (preamble, own_titles, present, texts).prop_map(|(preamble, own_titles, present, texts)| {
        let mut sections = Vec::new();
        for (number, at) in (1..=6).zip(0..) {
            if present[at] || (2..=4).contains(&number) {
                sections.push(titled(number, own_titles[at], texts[at].clone()));
            }
        }
        Narrative { preamble: preamble.join("\n"), sections, closing: String::new() }
    })
}

fn titled(number: u8, has_own_title: bool, text: String) -> SectionText {
    let own = TITLES.iter().find(|(of, _)| *of == number).filter(|_| has_own_title);
    section(number, own.map_or("", |(_, title)| title), text)
}

fn paragraphs() -> impl Strategy<Value = String> {
    let some = proptest::collection::vec(proptest::sample::select(SENTENCES.to_vec()), 0..5);
    some.prop_map(|paragraphs| paragraphs.join("\n"))
}

/// The narrative with the signature of an organ, where the year is even.
pub(super) fn signed(narrative: Narrative, organ: &str, year: ReportYear) -> Narrative {
    let year = year.get();
    let closing = if year.is_multiple_of(2) {
        format!("{organ}\n{}年1月20日", year + 1)
    } else {
        String::new()
    };
    Narrative { closing, ..narrative }
}
