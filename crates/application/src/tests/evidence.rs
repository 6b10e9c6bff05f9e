use super::*;
use crate::Error;
use crate::access::{Permission, Scope};
use crate::organizations::{SeenOrganization, StatedSuccession};
use crate::reports::{Comparison, Organ, RelatedReport, SentEvidence, Subject};
use SuccessionKind::{Merge, Rename, Split};
use nianbao_domain::finding::Stage;
use nianbao_domain::organization::{Level, OrganType, SuccessionKind};
use nianbao_domain::report::ReportKind;

/// An application that tests speak to in few words.
struct Told(Application<MemoryStore>);

impl Told {
    async fn with_organs(organs: &[NewOrganization]) -> Self {
        let told = Self(within(Limits::default()));
        for organ in organs {
            let caller = administrator();
            let call = Call::new(&caller, Method::CreateOrganization);
            told.0.create_organization(&call, organ.clone()).await.unwrap();
        }
        told
    }

    async fn report(&self, name: &str) {
        let caller = administrator();
        let call = Call::new(&caller, Method::CreateReport);
        self.0.create_report(&call, report(name)).await.unwrap();
    }

    async fn succeed(&self, kind: SuccessionKind, date: &str, from: &[&str], to: &[&str]) {
        let caller = administrator();
        let stated = StatedSuccession {
            kind,
            date: date.parse().unwrap(),
            predecessors: self.seen(from).await,
            successors: self.seen(to).await,
        };
        let call = Call::new(&caller, Method::SucceedOrganizations);
        self.0.succeed_organizations(&call, stated).await.unwrap();
    }

    async fn seen(&self, ids: &[&str]) -> Vec<SeenOrganization> {
        let mut seen = Vec::new();
        for id in ids {
            let id = id.parse().unwrap();
            let etag = self.0.organization(&administrator(), &id).await.unwrap().etag();
            seen.push(SeenOrganization { id, etag });
        }
        seen
    }

    async fn comparison(&self, name: &str) -> Comparison {
        self.comparison_for(&administrator(), name).await
    }

    async fn comparison_for(&self, caller: &Caller, name: &str) -> Comparison {
        self.0.validate_stored(caller, &key(name), Stage::Draft).await.unwrap().comparison
    }

    /// The organs whose reports of the year before count, or why there are none.
    async fn previous(&self, name: &str) -> Result<Vec<String>, String> {
        let comparison = self.comparison(name).await;
        match comparison.previous_absent {
            Some(reason) => Err(reason.zh),
            None => Ok(comparison.previous.into_iter().map(|it| it.organization).collect()),
        }
    }
}

fn seeing(root: &str) -> Caller {
    let scope = Scope::Subtrees(vec![root.parse().unwrap()]);
    Caller::new("clerk", [Permission::ReportRead], scope)
}

#[tokio::test]
async fn an_organ_s_own_report_of_the_year_before_goes_first() {
    let told = Told::with_organs(&[organ("a", None), organ("b", None)]).await;
    told.report("b/reports/2024").await;
    let none = told.previous("b/reports/2024").await.unwrap_err();
    assert!(none.contains('b') && none.contains("2023"), "{none}");
    told.report("a/reports/2023").await;
    told.succeed(Rename, "2024-03-01", &["a"], &["b"]).await;
    assert_eq!(told.previous("b/reports/2024").await.unwrap(), ["a"]);
    told.report("b/reports/2023").await;
    let comparison = told.comparison("b/reports/2024").await;
    let expected = Some((key("b/reports/2023"), 1));
    assert_eq!(comparison.previous.len(), 1);
    assert_eq!(comparison.previous[0].source, expected);
}

#[tokio::test]
async fn the_first_report_year_has_none_before_it() {
    let told = Told::with_organs(&[organ("a", None)]).await;
    told.report("a/reports/2008").await;
    assert!(told.previous("a/reports/2008").await.unwrap_err().contains("2008"));
}

#[tokio::test]
async fn two_successions_within_a_year_are_followed() {
    let told = Told::with_organs(&["a", "b", "c"].map(|id| organ(id, None))).await;
    told.report("a/reports/2023").await;
    told.succeed(Rename, "2024-03-01", &["a"], &["b"]).await;
    told.succeed(Rename, "2024-09-01", &["b"], &["c"]).await;
    told.report("c/reports/2024").await;
    assert_eq!(told.previous("c/reports/2024").await.unwrap(), ["a"]);
}

#[tokio::test]
async fn an_old_succession_explains_nothing() {
    let told = Told::with_organs(&[organ("a", None), organ("b", None)]).await;
    told.report("a/reports/2023").await;
    told.succeed(Rename, "2015-03-01", &["a"], &["b"]).await;
    told.report("b/reports/2024").await;
    assert!(told.previous("b/reports/2024").await.unwrap_err().contains('b'));
}

#[tokio::test]
async fn merged_organs_count_together_or_not_at_all() {
    let told = Told::with_organs(&["a", "b", "c"].map(|id| organ(id, None))).await;
    told.report("a/reports/2023").await;
    told.succeed(Merge, "2024-03-01", &["a", "b"], &["c"]).await;
    told.report("c/reports/2024").await;
    let missing = told.previous("c/reports/2024").await.unwrap_err();
    assert!(missing.contains("没有b 2023"), "{missing}");
    told.report("b/reports/2023").await;
    assert_eq!(told.previous("c/reports/2024").await.unwrap(), ["a", "b"]);
}

#[tokio::test]
async fn an_organ_that_another_went_into_counts_with_it() {
    let told = Told::with_organs(&[organ("a", None), organ("b", None)]).await;
    told.report("a/reports/2023").await;
    told.report("b/reports/2024").await;
    told.succeed(Merge, "2024-03-01", &["a"], &["b"]).await;
    let missing = told.previous("b/reports/2024").await.unwrap_err();
    assert!(missing.contains("没有b 2023"), "it existed beside the other: {missing}");
    told.report("b/reports/2023").await;
    assert_eq!(told.previous("b/reports/2024").await.unwrap(), ["b", "a"]);
    told.report("b/reports/2025").await;
    assert_eq!(told.previous("b/reports/2025").await.unwrap(), ["b"], "it is in there by then");
}

#[tokio::test]
async fn an_organ_that_was_split_off_has_none_before_it() {
    let told = Told::with_organs(&["a", "b", "c"].map(|id| organ(id, None))).await;
    told.report("a/reports/2023").await;
    told.succeed(Split, "2024-03-01", &["a"], &["b", "c"]).await;
    told.report("b/reports/2024").await;
    assert!(told.previous("b/reports/2024").await.unwrap_err().contains("分立"));
}

#[tokio::test]
async fn a_predecessor_outside_the_scope_counts_once_it_is_published() {
    let told = Told::with_organs(&[organ("a", None), organ("b", None)]).await;
    told.report("a/reports/2023").await;
    told.report("b/reports/2024").await;
    told.succeed(Rename, "2024-03-01", &["a"], &["b"]).await;
    let comparison = told.comparison_for(&seeing("b"), "b/reports/2024").await;
    assert_eq!(comparison.previous, []);
    assert!(comparison.previous_absent.is_some());
}

#[tokio::test]
async fn siblings_are_alike_and_within_the_scope() {
    let town = |id: &str| {
        let mut organ = organ(id, Some("county"));
        organ.particulars.level = Some(Level::Township);
        organ
    };
    let organs = [organ("county", None), town("a"), town("b"), organ("bureau", Some("county"))];
    let told = Told::with_organs(&organs).await;
    for name in ["a", "b", "bureau", "county"] {
        told.report(&format!("{name}/reports/2024")).await;
    }
    let siblings = async |caller: &Caller, name: &str| {
        told.comparison_for(caller, &format!("{name}/reports/2024")).await.siblings
    };
    assert_eq!(siblings(&administrator(), "a").await, 1, "of one level");
    assert_eq!(siblings(&administrator(), "bureau").await, 2, "its own level is not known");
    assert_eq!(siblings(&administrator(), "county").await, 0, "nobody is above it");
    assert_eq!(siblings(&seeing("county"), "a").await, 1);
    assert_eq!(siblings(&seeing("a"), "a").await, 0, "the others are not its business");
}

#[tokio::test]
async fn a_consolidated_report_is_compared_with_every_unit() {
    let government = |id: &str| {
        let mut organ = organ(id, Some("city"));
        organ.particulars.organ_type = Some(OrganType::Government);
        organ.particulars.level = Some(Level::County);
        organ
    };
    let closed = |id: &str, valid_to: &str| {
        let mut organ = organ(id, Some("city"));
        organ.particulars.valid_to = valid_to.parse().ok();
        organ
    };
    let organs = [
        organ("city", None),
        government("county"),
        organ("county-bureau", Some("county")),
        organ("bureau", Some("city")),
        organ("silent", Some("city")),
        organ("taken", Some("city")),
        organ("taker", Some("city")),
        closed("past", "2024-01-01"),
        closed("late", "2024-06-01"),
    ];
    let told = Told::with_organs(&organs).await;
    told.succeed(Rename, "2024-05-01", &["taken"], &["taker"]).await;
    for name in [
        "city/reports/2024-consolidated",
        "county/reports/2024",
        "county-bureau/reports/2024",
        "bureau/reports/2024",
        "taker/reports/2024",
    ] {
        told.report(name).await;
    }
    let comparison = told.comparison("city/reports/2024-consolidated").await;
    assert_eq!(comparison.children, 2, "an own report is not the consolidated one of a county");
    assert_eq!(comparison.children_without_report, ["county", "late", "silent"]);
    told.report("county/reports/2024-consolidated").await;
    told.report("city/reports/2024").await;
    let comparison = told.comparison("city/reports/2024-consolidated").await;
    assert_eq!(comparison.children, 4);
    assert_eq!(comparison.children_without_report, ["late", "silent"]);
    assert_eq!(told.comparison("city/reports/2024").await.children, 0);
}

#[tokio::test]
async fn a_report_of_nobody_is_compared_with_what_is_sent_along() {
    let told = Told::with_organs(&[organ("a", None)]).await;
    let year = |year: i64| year.try_into().ok();
    let content = Content::blank(Sheet::blank(Edition::E2021));
    let related = |of: i64| RelatedReport::sent(year(of), ReportKind::Own, content.clone());
    let subject = Subject {
        content: &content,
        year: year(2024),
        kind: ReportKind::Own,
        stage: Stage::Draft,
        document: None,
    };
    let validate =
        async |organ, sent| told.0.validate_sent(&administrator(), subject, organ, sent, &[]).await;
    let sent = SentEvidence {
        previous: Some(related(2023)),
        siblings: vec![related(2024), related(2024)],
        children: vec![],
    };
    let checked = validate(Organ::Unknown, sent.clone()).await.unwrap();
    assert_eq!(checked.comparison.previous[0].year, year(2023));
    assert_eq!((checked.comparison.siblings, checked.comparison.children), (2, 0));
    let refused = async |organ, sent| match validate(organ, sent).await {
        Err(Error::Invalid(violations)) => violations[0].field.clone(),
        other => panic!("not refused: {other:?}"),
    };
    let registered = Organ::Registered("a".parse().unwrap());
    assert_eq!(refused(registered, sent).await, "organization_name");
    for (sent, field) in [
        (
            SentEvidence { previous: Some(related(2024)), ..SentEvidence::default() },
            "previous_report.report_year",
        ),
        (
            SentEvidence { siblings: vec![related(2023)], ..SentEvidence::default() },
            "sibling_reports[0].report_year",
        ),
        (
            SentEvidence { children: vec![related(2024)], ..SentEvidence::default() },
            "child_reports",
        ),
    ] {
        assert_eq!(refused(Organ::Unknown, sent).await, field);
    }
}
