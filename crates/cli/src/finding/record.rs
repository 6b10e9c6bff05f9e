//! Findings as records of a table.

use super::{Finding, NotAssessed, Verdict};
use crate::language::Language;

/// What a set of findings is about.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// Where the report comes from: a path, or the name of a stored report.
    pub source: String,
    /// The organ.
    pub organization: String,
    /// The year; empty where unknown.
    pub year: String,
    /// Own or consolidated.
    pub kind: &'static str,
    /// The edition.
    pub edition: &'static str,
}

const HEADER: [&str; 20] = [
    "source",
    "organization",
    "year",
    "kind",
    "edition",
    "code",
    "severity",
    "cells",
    "expected",
    "found",
    "reading",
    "section",
    "line",
    "quote",
    "message",
    "basis",
    "identity",
    "evidence",
    "answer",
    "answer_state",
];

impl Subject {
    /// The names of the fields.
    pub fn header() -> Vec<String> {
        HEADER.map(str::to_owned).to_vec()
    }

    /// A record for every finding and for every rule that could not be decided.
    pub fn records(&self, verdict: &Verdict, language: Language) -> Vec<Vec<String>> {
        let findings = verdict.findings.iter().map(|it| self.finding(it, language));
        let undecided = verdict.not_assessed.iter().map(|it| self.not_assessed(it, language));
        findings.chain(undecided).collect()
    }

    /// The one record of a source that gives no report.
    pub fn unreadable(&self, message: &str) -> Vec<String> {
        let mut record = self.begin();
        record.extend(["", "unreadable", "", "", "", "", "", "", ""].map(str::to_owned));
        record.push(message.to_owned());
        record.extend(["", "", "", "", ""].map(str::to_owned));
        record
    }

    fn begin(&self) -> Vec<String> {
        [&self.source, &self.organization, &self.year, self.kind, self.edition]
            .map(|field| field.to_owned())
            .to_vec()
    }

    fn finding(&self, finding: &Finding, language: Language) -> Vec<String> {
        let (quote, answer) = (finding.quote.as_ref(), finding.answer.as_ref());
        let number = |number: Option<i32>| number.map(|it| it.to_string()).unwrap_or_default();
        let mut record = self.begin();
        record.extend([
            finding.code.clone(),
            finding.severity.to_owned(),
            finding.cells.join(" "),
            finding.expected.clone(),
            finding.found.clone(),
            finding.reading.to_owned(),
            number(quote.map(|quote| quote.section)),
            number(quote.map(|quote| quote.line)),
            quote.map(|quote| quote.text.clone()).unwrap_or_default(),
            language.pick(&finding.message.zh, &finding.message.en).clone(),
            finding.basis.clone(),
            finding.identity.clone(),
            finding.evidence.clone(),
            answer.map(|answer| answer.kind.to_owned()).unwrap_or_default(),
            answer.map(|answer| answer.state.to_owned()).unwrap_or_default(),
        ]);
        record
    }

    fn not_assessed(&self, rule: &NotAssessed, language: Language) -> Vec<String> {
        let mut record = self.begin();
        record.extend([rule.code.clone(), "not_assessed".to_owned(), rule.missing.join(" ")]);
        record.extend(["", "", "", "", "", ""].map(str::to_owned));
        record.push(language.pick(&rule.reason, &rule.reason_en).clone());
        record.extend(["", "", "", "", ""].map(str::to_owned));
        record
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Outcome;

    #[test]
    fn every_record_has_a_field_for_every_name() {
        let rule = NotAssessed {
            code: "XYR-001".to_owned(),
            reason: String::new(),
            reason_en: String::new(),
            missing: vec!["previous_year".to_owned()],
        };
        let verdict = Verdict {
            outcome: Outcome::Valid,
            rule_set: String::new(),
            omitted: 0,
            findings: vec![nianbao_proto::v1::Finding::default().into()],
            not_assessed: vec![rule],
        };
        let subject = Subject::default();
        let mut records = subject.records(&verdict, Language::Zh);
        records.push(subject.unreadable("坏了"));
        let widths: Vec<_> = records.iter().map(Vec::len).collect();
        assert_eq!(widths, [HEADER.len(); 3]);
    }
}
