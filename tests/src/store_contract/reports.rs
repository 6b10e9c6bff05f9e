//! Reports and their revisions.

use chrono::TimeDelta;
use futures_util::future::join_all;
use nianbao_application::Resource;
use nianbao_application::access::Scope;
use nianbao_application::query::RevisionQuery;
use nianbao_application::store::{CommitError, Store, Write};
use nianbao_domain::form::{CellId, Column, Edition, Line, Measure, TableId, Unit};
use nianbao_domain::report::{
    CellSource, Content, Head, Narrative, Normalization, Publication, ReportKey, ReportKind,
    ReportState, Revision, RevisionKind, SectionText, ValidationSummary,
};
use nianbao_domain::sheet::{Cell, LocalCell, LocalRow, Sheet};
use nianbao_domain::user_rule::RuleHit;
use uuid::Uuid;

use super::given::{commit, head, key, next, organ, register, report, revision, seconds, titled};

fn named(key: &ReportKey) -> Resource {
    Resource::Report(key.clone())
}

/// A content in which everything that can be said is said.
fn full(edition: Edition) -> Content {
    let text = |words: &str| words.to_owned();
    let mut sheet = Sheet::blank(edition);
    for (at, id) in edition.layout().cells().iter().enumerate() {
        let cell = match at % 4 {
            0 => Cell::Number(at as i64 * 7 - 3),
            1 => Cell::Blank,
            2 => Cell::NotApplicable,
            _ => Cell::Unreadable,
        };
        sheet.set(*id, cell).unwrap();
    }
    let is_money = |id: &CellId| matches!(id.measure(), Measure::Money(_));
    let money = edition.layout().cells().iter().copied().find(is_money).unwrap();
    sheet.set(money, Cell::Number(i64::MAX)).unwrap();
    sheet.set_unit(money, Unit::Yuan).unwrap();
    sheet.local_rows = vec![
        LocalRow {
            table: TableId::Requests,
            label: text("其中：网上申请"),
            after: Some(Line::NewRequests),
            cells: vec![
                LocalCell { column: Some(Column::NaturalPerson), raw: text("12") },
                LocalCell { column: None, raw: text("—\0") },
            ],
        },
        LocalRow {
            table: TableId::ProactiveDisclosure,
            label: text(""),
            after: None,
            cells: vec![],
        },
    ];
    let mut content = Content::blank(sheet);
    content.title = text("司前镇2024年政府信息公开工作年度报告");
    content.compiled_by = text("办公室");
    content.narrative = Narrative {
        preamble: text("根据《条例》\n“制定”\u{0}\u{1F4C4}"),
        sections: vec![
            SectionText { number: 1, title: text("总体情况"), text: text("一段\n二段") },
            SectionText { number: 6, title: text(""), text: text("") },
        ],
        closing: text("2025年1月20日"),
    };
    content.publication = Some(Publication {
        uri: text("https://example.cn/年报?a=1"),
        publish_date: "2025-01-20".parse().ok(),
    });
    let source = CellSource {
        raw: text("９０万元"),
        normalized: [Normalization::Sign].into(),
        line: Some(17),
        place: text("主动公开!C5"),
        refusal: Some(text("不是数")),
    };
    content.provenance.cells.insert(money, source);
    let bare = CellSource { raw: text("/"), ..CellSource::default() };
    content.provenance.cells.insert(CellId::new(Line::Granted, Column::NaturalPerson), bare);
    content
}

/// Every part of head and content, in both editions and both kinds.
pub async fn a_report_is_read_back_as_it_was_created<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    for (edition, kind) in Edition::ALL.into_iter().zip(ReportKind::ALL) {
        let head = Head {
            source_key: "来源/1".to_owned(),
            state: ReportState::Corrected,
            version: 41,
            working_revision: 7,
            published_revision: Some(6),
            update_time: seconds(9),
            validation: ValidationSummary {
                blocking: 1,
                warnings: 2,
                infos: 3,
                waived: 4,
                acknowledged: 5,
                answered_until: "2026-03-31".parse().ok(),
                not_assessed: u32::MAX,
                rule_set: "2026-01+3".to_owned(),
                hits: vec![
                    RuleHit { code: "USR-A".parse().unwrap(), wording: 1 },
                    RuleHit { code: "USR-B-2".parse().unwrap(), wording: u32::MAX },
                ],
            },
            validate_time: seconds(10),
            recheck: 3,
            decisions: 6,
            ..head(ReportKey { kind, ..key("siqian", 2024) })
        };
        let revision = Revision {
            kind: RevisionKind::Correction,
            author: "王芳".to_owned(),
            create_time: seconds(8),
            ..revision(7, full(edition))
        };
        commit(store, Write::CreateReport(head.clone(), revision.clone())).await.unwrap();
        assert_eq!(store.head(&Scope::All, &head.key).await.unwrap().as_ref(), Some(&head));
        assert_eq!(store.revision(&head, 7).await.unwrap(), Some(revision));
        assert_eq!(store.revision(&head, 6).await.unwrap(), None);
    }
}

/// A publication without an address is not the same as none.
pub async fn a_publication_is_kept_as_far_as_it_is_known<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let day = "2025-01-20".parse().ok();
    let known = [
        None,
        Some(Publication::default()),
        Some(Publication { uri: String::new(), publish_date: day }),
        Some(Publication { uri: "https://example.cn/".to_owned(), publish_date: None }),
    ];
    for (publication, year) in known.into_iter().zip(2020..) {
        let content = Content { publication, ..titled("") };
        let head = head(key("siqian", year));
        commit(store, Write::CreateReport(head.clone(), revision(1, content.clone())))
            .await
            .unwrap();
        assert_eq!(store.revision(&head, 1).await.unwrap().unwrap().content, content);
    }
}

/// Organ, year and kind are taken.
pub async fn a_report_exists_once<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let second = Write::CreateReport(head(key("siqian", 2024)), revision(1, titled("again")));
    let refused = commit(store, second).await;
    assert!(matches!(refused, Err(CommitError::Exists(it)) if it == named(&first.key)));
    assert_eq!(store.head(&Scope::All, &first.key).await.unwrap(), Some(first));
}

/// There is no report of nobody.
pub async fn a_report_needs_its_organ<S: Store>(store: &S) {
    let orphan = Write::CreateReport(head(key("nobody", 2024)), revision(1, titled("")));
    let refused = commit(store, orphan).await;
    let organ = Resource::Organization(key("nobody", 2024).organization);
    assert!(matches!(refused, Err(CommitError::ReferenceMissing(it)) if it == organ));
    assert_eq!(store.head(&Scope::All, &key("nobody", 2024)).await.unwrap(), None);
}

/// What it said before can still be read.
pub async fn an_update_moves_the_head_and_keeps_what_was_before<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let second = Head { working_revision: 2, source_key: "2".to_owned(), ..next(&first) };
    let write = Write::UpdateReport(second.clone(), Some(revision(2, titled("second"))));
    commit(store, write).await.unwrap();
    assert_eq!(store.head(&Scope::All, &first.key).await.unwrap().as_ref(), Some(&second));
    let title =
        async |number| store.revision(&second, number).await.unwrap().unwrap().content.title;
    assert_eq!(title(1).await, first.key.to_string());
    assert_eq!(title(2).await, "second");
}

/// Only the head moves.
pub async fn an_update_without_content_makes_no_revision<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let second =
        Head { state: ReportState::Submitted, published_revision: Some(1), ..next(&first) };
    commit(store, Write::UpdateReport(second.clone(), None)).await.unwrap();
    assert_eq!(store.head(&Scope::All, &first.key).await.unwrap(), Some(second));
    let all = RevisionQuery { before: None, limit: 10 };
    assert_eq!(store.revisions(&first, &all).await.unwrap().len(), 1);
}

/// A version that is not one more than the present one, or of another incarnation.
pub async fn a_stale_update_is_refused<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let present = report(store, key("siqian", 2024)).await;
    let stale = [
        Head { version: 1, ..present.clone() },
        Head { version: 3, ..present.clone() },
        Head { version: 2, uid: Uuid::new_v4(), ..present.clone() },
        Head { version: 2, ..head(key("siqian", 2023)) },
    ];
    for stale in stale {
        let name = named(&stale.key);
        let refused = commit(store, Write::UpdateReport(stale, None)).await;
        assert!(matches!(refused, Err(CommitError::VersionConflict(it)) if it == name));
    }
    assert_eq!(store.head(&Scope::All, &present.key).await.unwrap(), Some(present));
}

/// However close together they come.
pub async fn of_concurrent_updates_exactly_one_wins<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let update = |at: usize| {
        let head = Head { working_revision: 2, ..next(&first) };
        Write::UpdateReport(head, Some(revision(2, titled(&at.to_string()))))
    };
    let answers = join_all((0..16).map(|at| commit(store, update(at)))).await;
    let winner = answers.iter().position(Result::is_ok).unwrap();
    let lost = answers.iter().filter(|answer| {
        matches!(answer, Err(CommitError::VersionConflict(it)) if *it == named(&first.key))
    });
    assert_eq!(lost.count(), 15);
    let second = store.revision(&first, 2).await.unwrap().unwrap();
    assert_eq!(second.content.title, winner.to_string());
}

/// Not even by an update with the right version.
pub async fn a_revision_is_never_overwritten<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let overwrite = Write::UpdateReport(next(&first), Some(revision(1, titled("forged"))));
    let refused = commit(store, overwrite).await;
    let name = Resource::Revision(first.key.clone(), 1);
    assert!(matches!(refused, Err(CommitError::Exists(it)) if it == name));
    let kept = store.revision(&first, 1).await.unwrap().unwrap();
    assert_eq!(kept.content.title, first.key.to_string());
    assert_eq!(store.head(&Scope::All, &first.key).await.unwrap(), Some(first));
}

/// And its name is free again.
pub async fn a_deleted_report_is_gone_with_its_revisions<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let other = report(store, key("siqian", 2023)).await;
    commit(store, Write::DeleteReport(first.clone())).await.unwrap();
    assert_eq!(store.head(&Scope::All, &first.key).await.unwrap(), None);
    assert_eq!(store.revision(&first, 1).await.unwrap(), None);
    assert!(store.revision(&other, 1).await.unwrap().is_some());
    let again = report(store, key("siqian", 2024)).await;
    assert_eq!(store.revision(&first, 1).await.unwrap(), None);
    assert!(store.revision(&again, 1).await.unwrap().is_some());
}

/// Another version or another incarnation stays.
pub async fn a_report_is_only_deleted_as_it_was_seen<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let present = report(store, key("siqian", 2024)).await;
    for seen in [next(&present), Head { uid: Uuid::new_v4(), ..present.clone() }] {
        let refused = commit(store, Write::DeleteReport(seen)).await;
        let name = named(&present.key);
        assert!(matches!(refused, Err(CommitError::VersionConflict(it)) if it == name));
    }
    assert!(store.revision(&present, 1).await.unwrap().is_some());
}

/// Newest first, page by page.
pub async fn revisions_are_listed_newest_first<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let mut head = report(store, key("siqian", 2024)).await;
    for number in 2..=5 {
        head = Head { working_revision: number, ..next(&head) };
        let next = Revision {
            create_time: head.create_time + TimeDelta::seconds(number.into()),
            ..revision(number, titled(""))
        };
        commit(store, Write::UpdateReport(head.clone(), Some(next))).await.unwrap();
    }
    let numbers = async |before, limit| {
        let query = RevisionQuery { before, limit };
        let page = store.revisions(&head, &query).await.unwrap();
        page.iter().map(|revision| revision.number).collect::<Vec<_>>()
    };
    assert_eq!(numbers(None, 2).await, [5, 4]);
    assert_eq!(numbers(Some(4), 2).await, [3, 2]);
    assert_eq!(numbers(Some(2), 2).await, [1]);
    assert_eq!(numbers(Some(0), 2).await, [] as [u32; 0]);
    assert_eq!(numbers(Some(u32::MAX), 9).await, [5, 4, 3, 2, 1]);
}
