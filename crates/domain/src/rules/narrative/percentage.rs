//! TXT-007: shares and rates of growth can be recomputed.
//!
//! A share is held against every total that it may be a share of, a rate of growth against every
//! reading of the number in last year's report; only where none explains it something is said. The last
//! digit decides: 35 of 805 is 4.35%, and 4.34% is not that.

use super::comparison::{Reach, reach};
use super::readings;
use crate::finding::{Message, Observation};
use crate::form::{CellId, Column, Line};
use crate::rules::naming::{section, section_en};
use crate::rules::told::{Claim, Told};
use crate::rules::{Case, Previous, Related, Rule, Sink};
use crate::statement::{About, Percentage, Said};

pub(super) const RULE: Rule = Rule::new("TXT-007", check);

/// A part and the totals that it may be a part of, or a number and those that it may have grown from.
struct Ratio {
    rate: Percentage,
    count: i128,
    bases: Vec<i128>,
    is_growth: bool,
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let (mut lacks_previous, mut totals) = (false, Totals::default());
    for told in case.told() {
        let (ratios, lacks) = ratios(case, told, &mut totals);
        lacks_previous |= lacks;
        let tolerance = if adds_up_to_all(&ratios) { 2 } else { 1 };
        for ratio in ratios.iter().filter(|ratio| !ratio.holds(tolerance)) {
            let Some(seen) = observation(told, ratio) else { continue };
            sink.raise(seen.quoting(case.sentences().quote(&told.sentence)));
        }
    }
    if lacks_previous {
        let reason = match &case.previous {
            Previous::None(reason) => reason.clone(),
            Previous::Unknown | Previous::Report(_) | Previous::Merged(_) => Message::new(
                "文字写了比上年增减的百分比，没有可以对照的上年数字",
                "the text states a growth over the year before, whose figures are not known",
            ),
        };
        sink.not_assessable(["previous_year"], reason);
    }
}

/// The shares and rates of a sentence, and whether last year's figures are missing for one.
fn ratios(case: &Case<'_>, told: &Told<'_>, totals: &mut Totals) -> (Vec<Ratio>, bool) {
    let (mut ratios, mut lacks_previous) = (Vec::new(), false);
    for statement in &told.reading.statements {
        let Said::Count(quantity) = statement.said else { continue };
        let Some(count) = quantity.count().map(i128::from) else { continue };
        let claim = Claim { sentence: told.sentence, statement };
        if let Some(rate) = statement.share.filter(|rate| !rate.is_vague) {
            let bases = totals.of(case, told.sentence.section);
            ratios.push(Ratio { rate, count, bases, is_growth: false });
        }
        let growth = statement.growth.filter(|rate| !rate.is_vague);
        if let (Some(rate), Reach::Whole) = (growth, reach(case, &claim)) {
            let bases = last_year(case, &claim);
            lacks_previous |= bases.is_empty();
            ratios.push(Ratio { rate, count, bases, is_growth: true });
        }
    }
    let stated = ratios.len();
    for list in told.reading.lists.iter().filter(|list| !list.has_rival && !list.is_cut) {
        let Some(total) = list.total.count().map(i128::from) else { continue };
        for item in &list.items {
            let (Some(rate), Some(count)) = (item.share, item.quantity.count()) else { continue };
            let count = i128::from(count);
            let is_known =
                ratios[..stated].iter_mut().find(|it| it.rate == rate && it.count == count);
            match is_known {
                Some(ratio) => ratio.bases.insert(0, total),
                None if rate.is_vague => {}
                None => ratios.push(Ratio { rate, count, bases: vec![total], is_growth: false }),
            }
        }
    }
    (ratios, lacks_previous)
}

/// What a share of requests may be a share of, section by section: whatever the section states of all
/// requests, and the totals of table 3.
#[derive(Default)]
struct Totals(Vec<(u8, Vec<i128>)>);

/// No honest section states more totals than this.
const MOST_TOTALS: usize = 32;

impl Totals {
    fn of(&mut self, case: &Case<'_>, section: u8) -> Vec<i128> {
        if let Some((_, totals)) = self.0.iter().find(|(of, _)| *of == section) {
            return totals.clone();
        }
        let totals = totals(case, section);
        self.0.push((section, totals.clone()));
        totals
    }
}

fn totals(case: &Case<'_>, section: u8) -> Vec<i128> {
    let near = case.claims().filter(|claim| claim.sentence.section == section);
    let stated = near.filter_map(|claim| match (&claim.statement.about, claim.statement.said) {
        (About::Received(_) | About::Processed | About::Answered { .. }, Said::Count(quantity)) => {
            quantity.count().map(i128::from)
        }
        _ => None,
    });
    let printed = |line| case.content.sheet.value(line, Column::Applicants);
    let (new, over) = (printed(Line::NewRequests), printed(Line::CarriedOver));
    let both = new.and_then(|new| Some(new + over?));
    let handled = printed(Line::Handled);
    handled.into_iter().chain(new).chain(both).chain(stated).take(MOST_TOTALS).collect()
}

/// Last year's numbers for what a statement is about, in every reading.
fn last_year(case: &Case<'_>, claim: &Claim<'_>) -> Vec<i128> {
    let reports: Vec<&Related<'_>> = match &case.previous {
        Previous::Report(report) => vec![report],
        Previous::Merged(reports) => reports.iter().collect(),
        Previous::Unknown | Previous::None(_) => Vec::new(),
    };
    let Some(first) = reports.first() else { return Vec::new() };
    let edition = first.content.sheet.edition();
    let sum = |cells: Vec<CellId>| {
        let of = |report: &&Related<'_>| {
            let numbers =
                cells.iter().map(|cell| report.content.sheet.number(*cell).map(i128::from));
            numbers.sum::<Option<i128>>()
        };
        reports.iter().map(of).sum::<Option<i128>>()
    };
    readings::cells(claim.statement, edition, case.year).into_iter().filter_map(sum).collect()
}

/// Shares that are made to sum to a hundred: the last digit of one of them may have been adjusted.
fn adds_up_to_all(ratios: &[Ratio]) -> bool {
    let shares = ratios.iter().filter(|it| !it.is_growth);
    shares.map(|it| i128::from(it.rate.value.millionths)).sum::<i128>() == 100_000_000
}

impl Ratio {
    /// The totals or last year's numbers that are no zero.
    fn known(&self) -> impl Iterator<Item = i128> {
        self.bases.iter().copied().filter(|base| *base > 0)
    }

    /// What is divided by a base.
    fn part(&self, base: i128) -> i128 {
        if self.is_growth { self.count - base } else { self.count }
    }

    /// How far the rate is from what a base makes of it, times the base, in millionths of a percent.
    /// Numbers that are absurdly large are far away, and never too large to be told.
    fn distance(&self, base: i128) -> i128 {
        let stated = i128::from(self.rate.value.millionths).saturating_mul(base);
        stated.saturating_sub(self.part(base).saturating_mul(100_000_000)).saturating_abs()
    }

    fn scale(&self) -> i128 {
        10_i128.pow(self.rate.decimals.min(6))
    }

    /// Whether some base explains the rate, within `tolerance` halves of its last digit.
    fn holds(&self, tolerance: i128) -> bool {
        let near = |base: i128| {
            let distance = self.distance(base).saturating_mul(2 * self.scale());
            distance <= base.saturating_mul(tolerance * 1_000_000)
        };
        self.known().next().is_none() || self.known().any(near)
    }

    /// The base that comes nearest to explaining the rate.
    fn nearest(&self) -> Option<i128> {
        self.known().min_by_key(|base| self.distance(*base) / base)
    }

    /// The rate that a base makes, with as many digits as are written.
    fn expected(&self, base: i128) -> String {
        let (part, scale) = (self.part(base), self.scale());
        let doubled = part.abs().saturating_mul(200 * scale).saturating_add(base);
        let rounded = doubled / base.saturating_mul(2);
        let sign = if part < 0 { "-" } else { "" };
        let (whole, rest) = (rounded / scale, rounded % scale);
        let width = usize::try_from(self.rate.decimals.min(6)).unwrap_or_default();
        let decimals = if width > 0 { format!(".{rest:0>width$}") } else { String::new() };
        format!("{sign}{whole}{decimals}%")
    }
}

fn observation(told: &Told<'_>, ratio: &Ratio) -> Option<Observation> {
    let base = ratio.nearest()?;
    let (expected, stated) = (ratio.expected(base), format!("{}%", ratio.rate.value));
    let count = ratio.count;
    let (zh, en) = if ratio.is_growth {
        (format!("{count} 比上年的 {base} 增减"), format!("{count} after {base} is a growth of"))
    } else {
        (format!("{count} 占 {base} 的"), format!("{count} of {base} is"))
    };
    let place = format!("{}第 {} 行", section(told.sentence.section), told.sentence.line);
    Some(
        Observation::new(
            format!("{place}：{zh} {expected}，文字写的是 {stated}；请核对"),
            format!("{}: {en} {expected}, not {stated}", section_en(told.sentence.section)),
        )
        .expected(expected, stated),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::report::Content;
    use crate::rules::{Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn seen(text: &str) -> Vec<(String, String)> {
        of(&Case::new(&trial::saying(text)))
            .findings
            .into_iter()
            .map(|it| (it.observation.expected, it.observation.found))
            .collect()
    }

    fn of(case: &Case<'_>) -> Validation {
        trial::of("TXT-007", case)
    }

    #[test]
    fn a_share_is_recomputed_to_its_last_digit() {
        // 上海市政府办公厅 2019
        let text =
            "全年答复政府信息公开申请805件，其中不予公开35件，占4.34%；不予处理158件，占19.6%。";
        assert_eq!(seen(text), [("4.35%".to_owned(), "4.34%".to_owned())]);
        assert_eq!(seen(&text.replace("4.34", "4.35")), []);
    }

    #[test]
    fn shares_of_real_reports_are_right() {
        for text in [
            "共收到政府信息依申请公开1499件。其中，通过网络申请1303件，占86.92%；通过信函申请172件，占11.47%；通过当面申请24件，占1.60%。",
            "共完成政府信息依申请公开答复1453件，包括上年结转信息公开申请30件。其中，予以公开答复966件，占66.48%；不予公开81件，占5.57%；无法提供的182件，占12.53%；不予处理的61件，占4.20%；其他处理96件，占6.61%。",
            "收到政府信息公开申请32件，网络申请23件，占72%；信函申请9件，占28%。",
            "公开信息3条，其中动态1条，占33.3%；公告1条，占33.3%；其他1条，占33.4%。",
            "公开信息30条，其中动态10条，占约三成。",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }

    fn with_new(text: &str, new: i64) -> Content {
        let mut content = trial::saying(text);
        content.sheet = consistent(Edition::E2021, |_| 0);
        let cell = CellId::new(Line::NewRequests, Column::Applicants);
        content.sheet.set(cell, Cell::Number(new)).unwrap();
        content
    }

    #[test]
    fn a_growth_is_held_against_the_report_of_the_year_before() {
        // 宿迁市 2024
        let text = "全年办理政府信息公开申请3646件，同比增长1.05%。";
        let (content, before) = (with_new(text, 3646), with_new("", 3607));
        let mut case = Case::new(&content);
        let validation = of(&case);
        assert_eq!(validation.not_assessed[0].missing, ["previous_year"]);
        case.previous = Previous::Report(trial::related(&before));
        let observation = of(&case).findings.remove(0).observation;
        assert_eq!((observation.expected.as_str(), observation.found.as_str()), ("1.08%", "1.05%"));
        let right = with_new(&text.replace("1.05", "1.08"), 3646);
        let mut case = Case::new(&right);
        case.previous = Previous::Report(trial::related(&before));
        assert_eq!(of(&case), Validation::default());
    }
}
