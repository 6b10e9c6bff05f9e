//! T3-008: a request that is granted in part is counted in 部分公开 only.
//!
//! The table cannot show that a request was counted twice, since its totals would be too large for its
//! balance. The text can: where the outcomes that it states exceed the answers that it states, and by
//! no more than were granted in part.

use crate::finding::Observation;
use crate::form::{Column, Line};
use crate::rules::naming::{section, section_en};
use crate::rules::narrative::{Reach, reach};
use crate::rules::told::{Claim, Told};
use crate::rules::{Case, Rule, Sink};
use crate::statement::{About, Said, Statement};

pub(super) const RULE: Rule = Rule::new("T3-008", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for told in case.told() {
        let Some((sum, answered)) = counted_twice(case, told) else { continue };
        let place = format!("{}第 {} 行", section(told.sentence.section), told.sentence.line);
        sink.raise(
            Observation::new(
                format!(
                    "{place}：各类办理结果之和为 {sum}，比办结的 {answered} 件多；区分处理的申请只计入部分公开，请核对是否又计入了不予公开等其他情形"
                ),
                format!(
                    "{}: outcomes sum to {sum}, more than the {answered} answered; a request granted in part counts once",
                    section_en(told.sentence.section)
                ),
            )
            .expected(answered, sum)
            .quoting(case.sentences().quote(&told.sentence)),
        );
    }
}

/// The sum of the outcomes of a sentence and the answers that it states, where the one is larger by no
/// more than were granted in part.
fn counted_twice(case: &Case<'_>, told: &Told<'_>) -> Option<(i64, i64)> {
    let of = |about: fn(&About) -> bool| {
        let statements = told.reading.statements.iter().filter(move |it| about(&it.about));
        statements.map(|statement| count(case, told, statement))
    };
    let mut answered = of(|about| matches!(about, About::Answered { .. }));
    let total = answered.next()??;
    let outcomes: Option<Vec<_>> = of(|about| matches!(about, About::Outcomes(_))).collect();
    let sum: i64 = outcomes.filter(|it| it.len() > 2)?.iter().sum();
    let in_part = told.reading.statements.iter().find(|it| partly(&it.about))?;
    let is_small = (1..=count(case, told, in_part)?).contains(&(sum - total));
    let is_clear = answered.next().is_none() && !told.reading.is_partial;
    (is_small && is_clear).then_some((sum, total))
}

fn partly(about: &About) -> bool {
    matches!(about, About::Outcomes(lines) if lines == &[Line::PartlyGranted])
}

/// What a statement counts of all requests.
fn count(case: &Case<'_>, told: &Told<'_>, statement: &Statement) -> Option<i64> {
    let whole = reach(case, &Claim { sentence: told.sentence, statement }) == Reach::Whole;
    match statement.said {
        Said::Count(quantity) if whole && statement.applicants == Column::Applicants => {
            quantity.count()
        }
        Said::Count(_) | Said::Nothing | Said::AllUpheld { .. } | Said::NeverLost => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial;

    fn seen(text: &str) -> Vec<String> {
        let content = trial::saying(text);
        let findings = trial::of("T3-008", &Case::new(&content)).findings;
        findings.into_iter().map(|it| it.observation.found).collect()
    }

    #[test]
    fn outcomes_that_exceed_the_answers_by_some_granted_in_part_are_noted() {
        let text = "办结政府信息公开申请10件，其中予以公开5件，部分公开2件，不予公开4件。";
        assert_eq!(seen(text), ["11"]);
        assert_eq!(seen(&text.replace("10件", "11件")), [""; 0]);
    }

    #[test]
    fn a_larger_difference_or_an_incomplete_reading_tells_nothing_of_it() {
        for text in [
            "办结政府信息公开申请5件，其中予以公开5件，部分公开2件，不予公开4件。",
            "办结政府信息公开申请10件，其中予以公开5件，部分公开2件，不予公开2件，其他3件。",
            "办结政府信息公开申请10件，其中予以公开5件，不予公开6件。",
        ] {
            assert_eq!(seen(text), [""; 0], "{text}");
        }
    }
}
