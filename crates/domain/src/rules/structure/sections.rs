//! STR-001: the six sections are there, under their titles and in their order.
//!
//! A section is there where the narrative has it, or where the document showed its heading; 二, 三 and
//! 四 also where they have their table, which a report that was not read from a document always has.
//! What is missing blocks; a title or an order of one's own only warns, since the content may well be
//! complete.

use super::titles;
use crate::evidence::{DocumentEvidence, TablePresence};
use crate::finding::{Observation, Quote, StageSeverity};
use crate::form::Section;
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("STR-001", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.is_figures_only() {
        return sink.not_assessable(["narrative"], naming::without_words());
    }
    for section in case.content.sheet.edition().form().sections {
        if is_there(case, section) {
            titles::deviation(case, section)
                .into_iter()
                .for_each(|seen| sink.raise_as(StageSeverity::WARNING, seen));
        } else {
            sink.raise(missing(section));
        }
    }
    if let Some((before, after)) = disorder(&order(case)) {
        sink.raise_as(StageSeverity::WARNING, out_of_order(case, before, after));
    }
}

fn is_there(case: &Case<'_>, section: &Section) -> bool {
    case.content.narrative.section(section.number).is_some()
        || case.document.is_some_and(|document| has_heading(document, section))
        || has_table(case.document, section)
}

fn has_heading(document: &DocumentEvidence, section: &Section) -> bool {
    document.headings.iter().any(|heading| heading.section == section.number)
}

/// Without a document, and where the document says nothing of it, the sheet itself is the table.
fn has_table(document: Option<&DocumentEvidence>, section: &Section) -> bool {
    let Some(table) = &section.table else { return false };
    let mut seen = document.into_iter().flat_map(|document| &document.tables);
    !seen.any(|seen| seen.table == table.id && seen.presence == TablePresence::Missing)
}

fn missing(section: &Section) -> Observation {
    let number = naming::chinese(section.number);
    let place = Quote { section: section.number, ..Quote::default() };
    Observation::new(
        format!("缺少“{number}、{}”；六个部分都应当有，没有内容的也要写明", section.title),
        format!("section {} ({}) is missing", section.number, section.title),
    )
    .expected(section.title, "")
    .quoting(place)
}

/// The numbers of the sections in the order of the document.
fn order(case: &Case<'_>) -> Vec<u8> {
    match case.document {
        Some(document) if !document.headings.is_empty() => {
            document.headings.iter().map(|heading| heading.section).collect()
        }
        _ => case.content.narrative.sections.iter().map(|section| section.number).collect(),
    }
}

/// The first section that stands before one with a lower number.
fn disorder(order: &[u8]) -> Option<(u8, u8)> {
    order.windows(2).find(|pair| pair[0] > pair[1]).map(|pair| (pair[0], pair[1]))
}

fn out_of_order(case: &Case<'_>, before: u8, after: u8) -> Observation {
    let found: Vec<_> =
        order(case).into_iter().map(|number| naming::chinese(number).to_string()).collect();
    Observation::new(
        format!(
            "第{}部分排在第{}部分之前；请按一至六的顺序排列",
            naming::chinese(before),
            naming::chinese(after)
        ),
        format!("section {before} stands before section {after}"),
    )
    .expected("一、二、三、四、五、六", found.join("、"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Heading, PlacedText, TableEvidence};
    use crate::finding::Severity;
    use crate::form::TableId;
    use crate::report::Content;
    use crate::rules::trial;

    fn with_sections(numbers: &[u8]) -> Content {
        let mut content = trial::content();
        content.narrative.sections =
            numbers.iter().map(|number| trial::section(*number, "")).collect();
        content
    }

    fn seen(content: &Content, document: Option<&DocumentEvidence>) -> Vec<(Severity, u8)> {
        let mut case = Case::new(content);
        case.document = document;
        let findings = trial::of("STR-001", &case).findings;
        let place = |quote: Option<Quote>| quote.map_or(0, |quote| quote.section);
        findings.into_iter().map(|it| (it.severity, place(it.observation.quote))).collect()
    }

    #[test]
    fn a_section_without_table_must_be_in_the_narrative() {
        assert_eq!(seen(&with_sections(&[1, 5, 6]), None), []);
        assert_eq!(seen(&with_sections(&[1, 6]), None), [(Severity::Blocking, 5)]);
    }

    #[test]
    fn a_section_whose_table_the_document_lacks_is_missing() {
        let table = |presence| TableEvidence {
            table: TableId::Requests,
            presence,
            missing_labels: vec![],
            extra_blocks: vec![],
        };
        let document = |presence| DocumentEvidence {
            tables: vec![table(presence)],
            ..DocumentEvidence::default()
        };
        let content = with_sections(&[1, 5, 6]);
        let of = |presence| seen(&content, Some(&document(presence)));
        assert_eq!(of(TablePresence::Present), []);
        assert_eq!(of(TablePresence::Missing), [(Severity::Blocking, 3)]);
    }

    #[test]
    fn a_heading_without_text_is_a_section() {
        let heading = Heading { section: 5, title: PlacedText::default(), official: true };
        let document = DocumentEvidence { headings: vec![heading], ..DocumentEvidence::default() };
        assert_eq!(seen(&with_sections(&[1, 6]), Some(&document)), []);
    }

    #[test]
    fn an_order_of_ones_own_is_a_warning() {
        assert_eq!(seen(&with_sections(&[1, 6, 5]), None), [(Severity::Warning, 0)]);
    }
}
