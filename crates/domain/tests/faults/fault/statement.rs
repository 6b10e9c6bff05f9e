//! Sentences that are not true of the figures, or of themselves.

use nianbao_domain::form::{Column, Line};

use super::{Fault, Injected, seen_by};
use crate::figures::number;
use crate::pair::Pair;
use crate::random::Random;

pub const KINDS: &[Fault] = &[
    Fault { name: "another number of requests in the text", inject: requests },
    Fault { name: "no requests in the text, some in the table", inject: none_received },
    Fault { name: "another number answered in the text", inject: answered },
    Fault { name: "another number carried forward in the text", inject: forward },
    Fault { name: "another number granted in the text", inject: granted },
    Fault { name: "a share that is not that of its numbers", inject: share },
    Fault { name: "a list that does not add up", inject: list },
    Fault { name: "a part greater than its whole", inject: part },
    Fault { name: "another number of reconsiderations in the text", inject: reconsiderations },
    Fault { name: "no cases in the text, some in the table", inject: no_cases },
    Fault { name: "all upheld in the text, some rectified in the table", inject: all_upheld },
    Fault { name: "another number of documents in the text", inject: documents },
    Fault { name: "last year in the text", inject: last_year },
    Fault { name: "a fee that the table does not have", inject: fee },
    Fault { name: "units that do not add up", inject: units },
    Fault { name: "an odd amount of fees", inject: odd_fee },
];

fn say(pair: &mut Pair, section: usize, sentence: &str) {
    let text = &mut pair.present.narrative.sections[section - 1].text;
    text.push('\n');
    text.push_str(sentence);
}

fn of(pair: &Pair, line: Line, column: Column) -> i64 {
    number(&pair.present.sheet, line, column)
}

fn requests(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let new = of(pair, Line::NewRequests, Column::Applicants);
    let all = new + of(pair, Line::CarriedOver, Column::Applicants);
    let said = all + random.between(1, 9);
    say(pair, 1, &format!("本年度共收到政府信息公开申请{said}件。"));
    seen_by(&["TXT-003"])
}

fn none_received(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    if of(pair, Line::NewRequests, Column::Applicants) == 0 {
        return None;
    }
    say(pair, 1, "本年度未收到政府信息公开申请。");
    seen_by(&["TXT-002"])
}

fn answered(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let said = of(pair, Line::Handled, Column::Applicants) + random.between(1, 9);
    say(pair, 1, &format!("全年办结政府信息公开申请{said}件。"));
    seen_by(&["TXT-004"])
}

fn forward(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let said = of(pair, Line::CarriedForward, Column::Applicants) + random.between(1, 9);
    say(pair, 1, &format!("政府信息公开申请结转下年度继续办理{said}件。"));
    seen_by(&["TXT-005"])
}

fn granted(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let said = of(pair, Line::Granted, Column::Applicants) + random.between(1, 9);
    say(pair, 1, &format!("在办理的政府信息公开申请中，予以公开{said}件。"));
    seen_by(&["TXT-006"])
}

fn share(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let (part, whole) = (random.between(10, 40), random.between(60, 200));
    let share = part * 100 / whole + 5;
    say(pair, 1, &format!("共公开信息{whole}条，其中政策解读{part}条，占{share}.00%。"));
    seen_by(&["TXT-007"])
}

fn list(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let [a, b, c] = [(); 3].map(|()| random.between(10, 90));
    let total = a + b + c + random.between(1, 9);
    say(pair, 1, &format!("公开各类信息{total}条，其中机构职能{a}条、工作动态{b}条、其他{c}条。"));
    seen_by(&["TXT-001"])
}

fn part(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let total = random.between(100, 400);
    let part = total * 6 + random.between(1, 90);
    say(
        pair,
        1,
        &format!("全年公开信息{total}条，其中政府网站35条，主流媒体80条，微信公众号{part}条。"),
    );
    seen_by(&["TXT-012", "TXT-001"])
}

fn reconsiderations(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let said = of(pair, Line::Reconsideration, Column::Cases) + random.between(1, 9);
    say(pair, 4, &format!("全年因政府信息公开引起的行政复议{said}件。"));
    seen_by(&["TXT-008"])
}

fn no_cases(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    if of(pair, Line::Reconsideration, Column::Cases) == 0 {
        return None;
    }
    say(pair, 4, "本年度未发生因政府信息公开引起的行政复议。");
    seen_by(&["TXT-009"])
}

fn all_upheld(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let not_upheld = |line| of(pair, line, Column::Rectified) + of(pair, line, Column::Pending);
    if not_upheld(Line::Reconsideration) == 0 {
        return None;
    }
    say(pair, 4, "政府信息公开行政复议案件均获维持。");
    seen_by(&["TXT-010"])
}

fn documents(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let line = Line::NormativeDocuments;
    let valid =
        pair.present.sheet.number(nianbao_domain::form::CellId::new(line, Column::InForce))?;
    let said = valid + random.between(1, 9);
    say(pair, 1, &format!("现行有效行政规范性文件{said}件。"));
    seen_by(&["TXT-011"])
}

fn last_year(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let before = pair.year - 1;
    say(pair, 1, &format!("{before}年度，本单位通过门户网站主动公开信息。"));
    seen_by(&["TXT-013"])
}

fn fee(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let cell =
        nianbao_domain::form::CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
    if pair.present.sheet.number(cell)? != 0 {
        return None;
    }
    pair.present.narrative.sections[5].text = "本年度收取信息处理费380元。".to_owned();
    seen_by(&["XTB-001"])
}

fn odd_fee(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    pair.present.narrative.sections[5].text = "本年度收取信息处理费383元。".to_owned();
    seen_by(&["XTB-002"])
}

fn units(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    if !pair.organ.is_government() {
        return None;
    }
    let [a, b, c] = [(); 3].map(|()| random.between(10, 90));
    let total = a + b + c + random.between(1, 9);
    let sentence =
        format!("全市发布政策解读信息{total}篇，其中青石县{a}篇、白河县{b}篇、东湖区{c}篇。");
    say(pair, 6, &sentence);
    seen_by(&["HIR-004", "TXT-001"])
}
