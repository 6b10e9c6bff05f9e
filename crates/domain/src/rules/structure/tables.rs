//! STR-002 to STR-004 and STR-006: the three tables are there, with every block, line and column.
//!
//! A report that was not read from a document always has the grid of its edition: the type of the
//! sheet holds these rules, and only the evidence of a document can break them. A table whose labels
//! are there and whose values could not be placed is IMP-001's.

use crate::evidence::{PlacedText, TableEvidence, TablePresence};
use crate::finding::{Observation, Quote, StageSeverity};
use crate::form::{TableId, printed};
use crate::rules::naming::{list_en, list_zh, same_label, table, table_en};
use crate::rules::{Case, Rule, Sink};

/// STR-002. A block too many or too few blocks; a single label that is not there warns, since a
/// label in words of one's own is not a missing line.
pub(super) const BLOCKS: Rule = Rule::new("STR-002", |case, sink| {
    let headings = headings(case);
    for seen in present(case, TableId::ProactiveDisclosure) {
        let is_block = |label: &&String| headings.iter().any(|it| same_label(it, label));
        let (blocks, labels): (Vec<_>, Vec<_>) = seen.missing_labels.iter().partition(is_block);
        if !blocks.is_empty() {
            sink.raise(lacking(seen.table, &blocks, &headings.join("、")));
        }
        for extra in &seen.extra_blocks {
            sink.raise(beyond(case, extra, &headings.join("、")));
        }
        if !labels.is_empty() {
            sink.raise_as(StageSeverity::WARNING, lacking(seen.table, &labels, ""));
        }
    }
});

/// STR-003.
pub(super) const REQUESTS: Rule =
    Rule::new("STR-003", |case, sink| complete(case, sink, TableId::Requests));

/// STR-004.
pub(super) const PROCEEDINGS: Rule =
    Rule::new("STR-004", |case, sink| complete(case, sink, TableId::Proceedings));

/// STR-006.
pub(super) const PRESENCE: Rule = Rule::new("STR-006", |case, sink| {
    if let Some(document) = case.document {
        let missing = |seen: &&TableEvidence| seen.presence == TablePresence::Missing;
        for seen in document.tables.iter().filter(missing) {
            let picture = document.pictures.iter().find(|it| it.table == seen.table);
            sink.raise(absent(seen.table, picture.map(|it| &it.picture)));
        }
    }
});

fn absent(id: TableId, picture: Option<&PlacedText>) -> Observation {
    let (zh, en) = (table(id), table_en(id));
    let said = match picture {
        Some(PlacedText { text, .. }) => Observation::new(
            format!("{zh}的位置是一张图片（{text}），图片里的数字读不出来；请照图填报"),
            format!("in the place of {en} stands a picture ({text}), which cannot be read"),
        ),
        None => Observation::new(
            format!("没有见到{zh}；如果原件中的表格是图片，请照图填报"),
            format!("{en} is missing"),
        ),
    };
    said.quoting(place(id, picture.unwrap_or(&PlacedText::default())))
}

fn complete(case: &Case<'_>, sink: &mut Sink<'_>, id: TableId) {
    for seen in present(case, id).filter(|seen| !seen.missing_labels.is_empty()) {
        let labels: Vec<_> = seen.missing_labels.iter().collect();
        sink.raise(lacking(id, &labels, &grid(case, id)));
    }
}

fn present<'a>(case: &Case<'a>, id: TableId) -> impl Iterator<Item = &'a TableEvidence> {
    let tables = case.document.into_iter().flat_map(|document| &document.tables);
    tables.filter(move |seen| seen.table == id && seen.presence != TablePresence::Missing)
}

/// The headings of the blocks of table 2.
fn headings(case: &Case<'_>) -> Vec<&'static str> {
    let form = case.content.sheet.edition().form();
    let blocks = form.table(TableId::ProactiveDisclosure).map_or(&[][..], |table| table.blocks);
    blocks.iter().filter_map(|block| block.heading).collect()
}

/// The size of a table: `25 行、7 列`.
fn grid(case: &Case<'_>, id: TableId) -> String {
    let blocks =
        case.content.sheet.edition().form().table(id).map_or(&[][..], |table| table.blocks);
    let sizes = blocks.iter().map(|it| (printed(it.rows).len(), printed(it.columns).len()));
    sizes.map(|(rows, columns)| format!("{rows} 行、{columns} 列")).collect()
}

fn lacking(id: TableId, labels: &[&String], expected: &str) -> Observation {
    let found: Vec<_> = labels.iter().map(|label| label.as_str()).collect();
    Observation::new(
        format!("{}缺少{}；请按格式补齐，没有发生的填 0", table(id), list_zh(labels, "处")),
        format!("{} lacks {}", table_en(id), list_en(labels)),
    )
    .expected(expected, format!("缺少：{}", found.join("、")))
    .quoting(place(id, &PlacedText::default()))
}

fn beyond(case: &Case<'_>, extra: &PlacedText, expected: &str) -> Observation {
    let id = TableId::ProactiveDisclosure;
    let edition = case.content.sheet.edition();
    Observation::new(
        format!("{}有格式没有的“{}”；{edition} 年格式不填这一项，请删去", table(id), extra.text),
        format!("{} has “{}”, which the form of {edition} does not", table_en(id), extra.text),
    )
    .expected(expected, &extra.text)
    .quoting(place(id, extra))
}

fn place(id: TableId, at: &PlacedText) -> Quote {
    Quote { section: id.section(), line: at.line, text: at.text.clone(), ordinal: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::DocumentEvidence;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn seen(code: &str, table: TableEvidence) -> Vec<Severity> {
        let content = trial::content();
        let document = DocumentEvidence { tables: vec![table], ..DocumentEvidence::default() };
        trial::reading(code, &content, &document)
            .findings
            .into_iter()
            .map(|it| it.severity)
            .collect()
    }

    fn table(table: TableId, missing: &[&str], extra: &[&str]) -> TableEvidence {
        let words = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let placed = |text| PlacedText { line: 9, text };
        TableEvidence {
            table,
            presence: TablePresence::Present,
            missing_labels: words(missing),
            extra_blocks: words(extra).into_iter().map(placed).collect(),
        }
    }

    #[test]
    fn without_a_document_the_type_holds_the_grid() {
        let content = trial::content();
        for code in ["STR-002", "STR-003", "STR-004", "STR-006"] {
            assert_eq!(trial::of(code, &Case::new(&content)), crate::rules::Validation::default());
        }
    }

    #[test]
    fn table_2_has_the_blocks_of_its_edition() {
        let of =
            |missing, extra| seen("STR-002", table(TableId::ProactiveDisclosure, missing, extra));
        assert_eq!(of(&[], &[]), []);
        assert_eq!(of(&["第二十条第(八)项"], &[]), [Severity::Blocking]);
        assert_eq!(of(&[], &["第二十条第（九）项"]), [Severity::Blocking]);
    }

    #[test]
    fn a_label_of_table_2_in_other_words_does_not_block() {
        let proactive = table(TableId::ProactiveDisclosure, &["行政强制"], &[]);
        assert_eq!(seen("STR-002", proactive), [Severity::Warning]);
    }

    #[test]
    fn a_missing_line_of_tables_3_and_4_blocks() {
        let requests = table(TableId::Requests, &["（一）予以公开"], &[]);
        assert_eq!(seen("STR-003", requests.clone()), [Severity::Blocking]);
        assert_eq!(seen("STR-004", requests), []);
        let proceedings = table(TableId::Proceedings, &["复议后起诉"], &[]);
        assert_eq!(seen("STR-004", proceedings), [Severity::Blocking]);
    }

    #[test]
    fn a_missing_table_is_said_once() {
        let missing = TableEvidence {
            presence: TablePresence::Missing,
            ..table(TableId::Requests, &["（一）予以公开"], &[])
        };
        assert_eq!(seen("STR-006", missing.clone()), [Severity::Blocking]);
        assert_eq!(seen("STR-003", missing), []);
    }
}
