//! Faults of the report as a document.

use nianbao_domain::form::Edition;
use nianbao_domain::report::ReportKind;
use nianbao_domain::sheet::Sheet;

use super::{Fault, Injected, seen_by};
use crate::pair::Pair;
use crate::random::Random;

pub const KINDS: &[Fault] = &[
    Fault { name: "the form of another year", inject: edition },
    Fault { name: "a section missing", inject: section_missing },
    Fault { name: "section five says nothing", inject: section_five },
    Fault { name: "section one is the preamble only", inject: preamble_only },
    Fault { name: "a topic of section one missing", inject: topic },
    Fault { name: "the notice of the other form cited", inject: notice },
    Fault { name: "another year in the title", inject: title_year },
    Fault { name: "another organ in the title", inject: title_organ },
    Fault { name: "an unfilled placeholder", inject: placeholder },
    Fault { name: "a sentence of the template", inject: template },
    Fault { name: "an identity number", inject: identity_number },
    Fault { name: "a mark of secrecy", inject: secrecy },
    Fault { name: "the regulations cited under their old number", inject: citation },
    Fault { name: "a period that is not the year", inject: period },
    Fault { name: "published before the year ended", inject: too_early },
    Fault { name: "published late", inject: late },
    Fault { name: "speaking as another body", inject: other_body },
    Fault { name: "an essay without a figure", inject: essay },
    Fault { name: "five parts where there are six", inject: five_parts },
];

fn edition(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let other = match pair.present.sheet.edition() {
        Edition::E2019 => Edition::E2021,
        Edition::E2021 => Edition::E2019,
    };
    pair.present.sheet = Sheet::blank(other).with_blanks_as_zero();
    seen_by(&["EDN-001"])
}

fn section_missing(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let at = *random.pick(&[0, 4, 5]);
    pair.present.narrative.sections.remove(at);
    seen_by(&["STR-001"])
}

fn section_five(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    pair.present.narrative.sections[4].text = "无。".to_owned();
    seen_by(&["STR-009"])
}

fn preamble_only(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let preamble = std::mem::take(&mut pair.present.narrative.preamble);
    pair.present.narrative.sections[0].text = preamble;
    seen_by(&["STR-010"])
}

/// Two topics of one's own instead of the five of the notice.
fn topic(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let (news, posts) = (random.between(10, 90), random.between(10, 90));
    pair.present.narrative.sections[0].text = format!(
        "（一）政务公开方面。公开工作动态{news}条。\n（二）政务新媒体方面。微信公众号推送文章{posts}篇。"
    );
    seen_by(&["STR-007"])
}

fn notice(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let other = match pair.present.sheet.edition() {
        Edition::E2019 => ("〔2019〕60号", "〔2021〕30号"),
        Edition::E2021 => ("〔2021〕30号", "〔2019〕60号"),
    };
    let preamble = &mut pair.present.narrative.preamble;
    *preamble = preamble.replace(other.0, other.1);
    seen_by(&["EDN-002"])
}

fn title_year(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let (year, other) = (pair.year.to_string(), (pair.year - 1).to_string());
    pair.present.title = pair.present.title.replace(&year, &other);
    seen_by(&["IDN-002"])
}

fn title_organ(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    pair.present.title = format!("红旗县档案馆{}年政府信息公开工作年度报告", pair.year);
    seen_by(&["IDN-003"])
}

fn placeholder(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let left = *random.pick(&["全年共公开信息××条。", "举办培训____次。"]);
    pair.present.narrative.sections[0].text.push_str(left);
    seen_by(&["CNT-001"])
}

fn template(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    pair.present.narrative.sections[2].text = "该部分以表格形式报告。".to_owned();
    seen_by(&["CNT-001"])
}

fn identity_number(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    // The well-known example of GB 11643, whose check digit holds.
    pair.present.narrative.sections[0].text.push_str("申请人身份证号11010519491231002X。");
    seen_by(&["CNT-002"])
}

fn secrecy(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let preamble = &mut pair.present.narrative.preamble;
    *preamble = format!("机密★1年\n{preamble}");
    seen_by(&["CNT-003"])
}

fn citation(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let sentence = "依据《中华人民共和国政府信息公开条例》（国务院令第492号）办理。";
    pair.present.narrative.sections[0].text.push_str(sentence);
    seen_by(&["CNT-004"])
}

fn period(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let preamble = &mut pair.present.narrative.preamble;
    *preamble = preamble.replace("12月31日止", "11月30日止");
    seen_by(&["TIM-004"])
}

fn too_early(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    published(pair, 0, 12, 20);
    seen_by(&["TIM-005"])
}

fn late(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    if pair.organ.record.level == Some(nianbao_domain::organization::Level::Township) {
        return None; // 条例 art 49 sets townships no date.
    }
    published(pair, 1, 4, 2);
    match pair.organ.kind {
        ReportKind::Own => seen_by(&["TIM-001"]),
        ReportKind::Consolidated => seen_by(&["TIM-002"]),
    }
}

fn published(pair: &mut Pair, years: i32, month: u32, day: u32) {
    let date = chrono::NaiveDate::from_ymd_opt(i32::from(pair.year) + years, month, day);
    if let Some(publication) = &mut pair.present.publication {
        publication.publish_date = date;
    }
}

fn other_body(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    if pair.organ.short != "镇" {
        return None;
    }
    pair.present.narrative.sections[0]
        .text
        .push_str("我县集中公开县政府现行有效的规范性文件，全县部门共同参与。");
    seen_by(&["IDN-004"])
}

fn essay(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    pair.present.narrative.sections[0].text = "政府信息公开是建设法治政府的重要途径。部分地区重视不够，一些地区主动公开还不及时，多数部门的依申请公开、政府信息管理、平台建设和监督保障还要加强。"
        .to_owned();
    seen_by(&["CNT-008"])
}

fn five_parts(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let preamble = &mut pair.present.narrative.preamble;
    *preamble = preamble.replace("六个部分", "五个部分");
    seen_by(&["TXT-015"])
}
