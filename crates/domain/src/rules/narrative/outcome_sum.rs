//! TXT-006, the second part: the outcomes that the text states add up to what it says was received.
//!
//! `收到申请70件。…予以公开17件；不予公开6件；无法提供21件；其他处理12件。转结下年度1件。` Outcomes that
//! are not named may be anything, so that only a list with 其他处理 and three others, or with all six,
//! is taken to be whole.

use super::comparison::{Reach, reach};
use crate::finding::Observation;
use crate::form::{Column, Line};
use crate::rules::naming::{section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::told::{Claim, Told};
use crate::rules::{Case, Sink};
use crate::statement::{About, Carry, Said};

const GROUPS: [Line; 6] = [
    Line::Granted,
    Line::PartlyGranted,
    Line::Withheld,
    Line::Unavailable,
    Line::NotProcessed,
    Line::OtherHandling,
];

/// What one line of the text states of all requests.
#[derive(Default)]
struct Paragraph<'c> {
    /// The kinds of outcomes that are counted, and their sum.
    outcomes: Vec<Line>,
    sum: i64,
    /// The sentence with the outcomes.
    listed: Option<Sentence<'c>>,
    received: Option<i64>,
    carried_over: Option<i64>,
    carried_forward: Option<i64>,
    /// Whether something is stated twice, or in a way that cannot be added up.
    is_unclear: bool,
}

/// Adds up the outcomes of every line of the text.
pub(super) fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let told = case.told();
    let same = |one: &Told<'_>, other: &Told<'_>| {
        (one.sentence.section, one.sentence.line) == (other.sentence.section, other.sentence.line)
    };
    for lines in told.chunk_by(same) {
        let Some(paragraph) = Paragraph::of(case, lines) else { continue };
        let (Some(listed), Some((sum, received))) = (paragraph.listed, paragraph.gap()) else {
            continue;
        };
        let quote = case.sentences().quote(&listed);
        sink.raise(observation(&listed, sum, received).quoting(quote));
    }
}

impl<'c> Paragraph<'c> {
    /// What the sentences of a line state, where some outcomes are among it.
    fn of(case: &Case<'_>, told: &'c [Told<'_>]) -> Option<Self> {
        let is_outcome = |about: &About| matches!(about, About::Outcomes(_));
        let statements = told.iter().flat_map(|told| &told.reading.statements);
        if statements.filter(|it| is_outcome(&it.about)).count() < 4 {
            return None;
        }
        let mut paragraph = Self::default();
        for told in told {
            let statements = &told.reading.statements;
            let lists = statements.iter().any(|it| is_outcome(&it.about));
            paragraph.is_unclear |= lists && told.reading.is_partial;
            for statement in statements {
                paragraph.hear(case, &Claim { sentence: told.sentence, statement });
            }
        }
        Some(paragraph)
    }

    fn hear(&mut self, case: &Case<'_>, claim: &Claim<'c>) {
        let statement = claim.statement;
        let Said::Count(quantity) = statement.said else { return };
        if statement.applicants != Column::Applicants {
            return;
        }
        let slot = match &statement.about {
            About::Outcomes(lines) => {
                match quantity.count().filter(|_| reach(case, claim) == Reach::Whole) {
                    Some(count) if lines.iter().all(|line| self.is_new(*line)) => {
                        self.outcomes.extend(lines);
                        self.sum = self.sum.saturating_add(count);
                        self.listed = self.listed.or(Some(claim.sentence));
                    }
                    Some(_) | None => self.is_unclear = true,
                }
                return;
            }
            About::Received(_) => &mut self.received,
            About::Carried(Carry::Over) => &mut self.carried_over,
            About::Carried(Carry::Forward) => &mut self.carried_forward,
            _ => return,
        };
        if reach(case, claim) == Reach::Whole {
            self.is_unclear |= slot.is_some() || quantity.count().is_none();
            *slot = quantity.count();
        }
    }

    fn is_new(&self, line: Line) -> bool {
        GROUPS.contains(&line) && !self.outcomes.contains(&line)
    }

    /// What the outcomes and those still open sum to, and what was received, where they cannot be the
    /// same: the text may include what was carried over, whether it says so or not.
    fn gap(&self) -> Option<(i64, i64)> {
        let is_whole = self.outcomes.contains(&Line::OtherHandling) && self.outcomes.len() >= 4;
        let (received, forward) = (self.received?, self.carried_forward?);
        if self.is_unclear || !is_whole {
            return None;
        }
        let sum = self.sum.saturating_add(forward);
        let most = self.carried_over.map(|over| received.saturating_add(over));
        let fits = sum == received || Some(sum) == most || most.is_none() && sum > received;
        (!fits).then_some((sum, most.unwrap_or(received)))
    }
}

fn observation(sentence: &Sentence<'_>, sum: i64, received: i64) -> Observation {
    let place = format!("{}第 {} 行", section(sentence.section), sentence.line);
    Observation::new(
        format!(
            "{place}：各类办理结果与结转下年度的件数之和为 {sum}，同一段写的收到数（连同写明的上年结转）为 {received}，两者不符；请核对文字和表三"
        ),
        format!(
            "{}: outcomes and requests carried forward sum to {sum}, yet {received} were received",
            section_en(sentence.section)
        ),
    )
    .expected(received, sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial;

    fn seen(text: &str) -> Vec<(String, String)> {
        let content = trial::saying(text);
        let findings = trial::of("TXT-006", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.observation.expected, it.observation.found)).collect()
    }

    #[test]
    fn outcomes_that_leave_some_requests_unaccounted_for_are_told() {
        // 亳州市政府办 2025
        let text = "全年共收到政府信息公开申请70件（其中网络渠道申请30件，信函申请40件，线下提交0件）。依法对全部申请进行了审慎处理和规范答复，其中“予以公开”17件；“不予公开”6件；“无法提供”21件；“其他处理”12件。转结下年度办理1件。";
        assert_eq!(seen(text), [("70".to_owned(), "57".to_owned())]);
        assert_eq!(seen(&text.replace("“无法提供”21件", "“无法提供”34件")), []);
    }

    #[test]
    fn what_may_be_complete_otherwise_is_not_judged() {
        for text in [
            // 祁阳市 2024: 46+22+15+27+0+2+5+16 = 133
            "收到政府信息公开申请133件，予以公开46件，部分公开22件，不予公开15件，无法提供27件，不予处理0件，逾期不补正2件，其他5件，结转下年度16件。",
            "收到政府信息公开申请70件。予以公开17件，不予公开6件，无法提供21件，部分公开2件。结转下年度1件。",
            "收到政府信息公开申请70件。予以公开17件，不予公开6件，无法提供21件，其他处理12件。",
            "收到政府信息公开申请50件。予以公开17件，不予公开6件，无法提供21件，其他处理12件。结转下年度1件。",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
        let over = "收到政府信息公开申请50件，上年结转7件。予以公开17件，不予公开6件，无法提供21件，其他处理12件。结转下年度1件。";
        assert_eq!(seen(over), []);
        assert_eq!(seen(&over.replace("结转7件", "结转6件")).len(), 1);
    }
}
