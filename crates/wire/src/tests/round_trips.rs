use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{Provenance, ReportKind, ReportYear};
use proptest::prelude::*;

use super::samples::{acknowledgement, any_content, head, waiver};
use crate::{NewReport, Parsed, binary, json, report};

fn parsed(content: nianbao_domain::report::Content) -> Parsed {
    Parsed {
        organization: Some("siqian".parse::<OrganizationId>().unwrap()),
        year: Some(ReportYear::FIRST),
        kind: ReportKind::Consolidated,
        source_key: "k".to_owned(),
        content,
        decisions: vec![waiver(), acknowledgement()],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_report_written_as_json_reads_back_as_the_same_report(content in any_content()) {
        let said = parsed(content);
        let written = json::to_json(&said.to_message()).unwrap();
        prop_assert_eq!(json::read(written.as_bytes()).unwrap(), said);
    }

    #[test]
    fn a_report_written_in_the_binary_form_reads_back_as_the_same_report(content in any_content()) {
        let said = parsed(content);
        let written = binary::encode(&said.to_message());
        prop_assert_eq!(Parsed::read(binary::decode(&written).unwrap(), "").unwrap(), said);
    }

    #[test]
    fn what_a_server_gives_can_be_sent_back(content in any_content()) {
        let given = report(&head(), &content, 2, &[]);
        let created = NewReport::read(given, "report").unwrap();
        prop_assert_eq!(created.content.sheet, content.sheet);
        prop_assert_eq!(created.content.narrative, content.narrative);
        prop_assert_eq!(created.content.publication, content.publication);
    }

    #[test]
    fn what_only_an_import_knows_is_not_taken_from_a_caller(content in any_content()) {
        let given = report(&head(), &content, 2, &[]);
        let Provenance { cells } = NewReport::read(given, "report").unwrap().content.provenance;
        let kept = content.provenance.cells.iter().filter(|(_, source)| !source.raw.is_empty());
        prop_assert!(kept.map(|(cell, source)| (cell, &source.raw)).eq(cells.iter().map(|(cell, source)| (cell, &source.raw))));
        prop_assert!(cells.values().all(|source| source.line.is_none() && source.place.is_empty() && source.refusal.is_none()));
    }

    #[test]
    fn whatever_the_bytes_are_reading_them_gives_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = json::read(&bytes);
        if let Ok(message) = binary::decode(&bytes) {
            let _ = Parsed::read(message, "");
        }
    }
}
