//! Reports that a check compares with.

use nianbao_application::access::Scope;
use nianbao_application::store::{ComparedOrgans, ComparedQuery, ComparedReport, Store, Write};
use nianbao_domain::organization::{Level, OrganType, Organization, OrganizationId};
use nianbao_domain::report::{Head, ReportKey, ReportKind};

use super::given::{
    below, commit, head, id, key, next, organ, organ_below, register, report, revision, titled,
};

const YEAR: i64 = 2024;

fn query(organs: ComparedOrgans) -> ComparedQuery {
    ComparedQuery { organs, year: YEAR.try_into().unwrap(), kind: None, limit: 100 }
}

fn named(organs: &[&str]) -> ComparedQuery {
    query(ComparedOrgans::Named(organs.iter().map(|organ| id(organ)).collect()))
}

fn under(parent: &str) -> ComparedQuery {
    let (level, organ_type) = (None, None);
    query(ComparedOrgans::Below { parent: id(parent), level, organ_type })
}

async fn found<S: Store>(store: &S, scope: &Scope, query: &ComparedQuery) -> Vec<String> {
    let found = store.compared(scope, query).await.unwrap();
    found.into_iter().map(|it| it.head.key.organization.as_str().to_owned()).collect()
}

/// A second revision, which the public sees in place of the third.
async fn publish<S: Store>(store: &S, head: &Head) -> Head {
    let second = Head { working_revision: 2, published_revision: Some(2), ..next(head) };
    let content = titled("published");
    commit(store, Write::UpdateReport(second.clone(), Some(revision(2, content)))).await.unwrap();
    let third = Head { working_revision: 3, ..next(&second) };
    let content = titled("working");
    commit(store, Write::UpdateReport(third.clone(), Some(revision(3, content)))).await.unwrap();
    third
}

/// With its organ, as the record tells it.
pub async fn what_is_published_goes_before_what_is_worked_on<S: Store>(store: &S) {
    let office = Organization {
        level: Some(Level::County),
        organ_type: Some(OrganType::Department),
        ..organ("office")
    };
    register(store, office).await;
    let draft = report(store, key("office", YEAR)).await;
    let compared = store.compared(&Scope::All, &named(&["office"])).await.unwrap();
    assert_eq!(compared[0].content.title, draft.key.to_string());
    let head = publish(store, &draft).await;
    let compared = store.compared(&Scope::All, &named(&["office"])).await.unwrap();
    let expected = ComparedReport {
        display_name: "office".to_owned(),
        level: Some(Level::County),
        organ_type: Some(OrganType::Department),
        head,
        content: titled("published"),
    };
    assert_eq!(compared, [expected]);
}

/// By organ and kind, up to the limit.
pub async fn only_reports_of_the_year_kind_and_organs_are_found<S: Store>(store: &S) {
    register(store, organ("county")).await;
    for name in ["b", "a", "c"] {
        register(store, organ_below("county", name)).await;
        report(store, key(name, YEAR)).await;
        report(store, key(name, YEAR - 1)).await;
    }
    register(store, organ_below("a", "deep")).await;
    report(store, key("deep", YEAR)).await;
    let both = ReportKey { kind: ReportKind::Consolidated, ..key("b", YEAR) };
    report(store, both).await;
    assert_eq!(found(store, &Scope::All, &under("county")).await, ["a", "b", "b", "c"]);
    assert_eq!(found(store, &Scope::All, &under("nobody")).await, Vec::<String>::new());
    assert_eq!(found(store, &Scope::All, &named(&["c", "deep", "nobody"])).await, ["c", "deep"]);
    let own = ComparedQuery { kind: Some(ReportKind::Own), limit: 2, ..under("county") };
    assert_eq!(found(store, &Scope::All, &own).await, ["a", "b"]);
}

/// What is not known is not asked for.
pub async fn siblings_are_of_one_level_and_type<S: Store>(store: &S) {
    register(store, organ("county")).await;
    let town = |name| Organization { level: Some(Level::Township), ..organ_below("county", name) };
    let office = |organ| Organization { organ_type: Some(OrganType::GovernmentOffice), ..organ };
    for organ in [town("a"), office(town("b")), office(organ_below("county", "c"))] {
        let name = register(store, organ).await.id;
        report(store, key(name.as_str(), YEAR)).await;
    }
    let alike = |level, organ_type| {
        query(ComparedOrgans::Below { parent: id("county"), level, organ_type })
    };
    let (level, organ_type) = (Some(Level::Township), Some(OrganType::GovernmentOffice));
    assert_eq!(found(store, &Scope::All, &alike(level, None)).await, ["a", "b"]);
    assert_eq!(found(store, &Scope::All, &alike(None, organ_type)).await, ["b", "c"]);
    assert_eq!(found(store, &Scope::All, &alike(level, organ_type)).await, ["b"]);
}

/// But for what is published by an organ that is named.
pub async fn nothing_outside_the_scope_is_compared_with<S: Store>(store: &S) {
    register(store, organ("county")).await;
    for name in ["open", "own", "shut"] {
        register(store, organ_below("county", name)).await;
        let draft = head(key(name, YEAR));
        commit(store, Write::CreateReport(draft.clone(), revision(1, titled("")))).await.unwrap();
        if name == "open" {
            publish(store, &draft).await;
        }
    }
    let scope = below("own");
    assert_eq!(found(store, &scope, &under("county")).await, ["own"]);
    assert_eq!(found(store, &scope, &named(&["open", "own", "shut"])).await, ["open", "own"]);
    let compared = store.compared(&scope, &named(&["open"])).await.unwrap();
    assert_eq!(compared[0].content.title, "published");
    let nothing = Scope::Subtrees(Vec::<OrganizationId>::new());
    assert_eq!(found(store, &nothing, &under("county")).await, Vec::<String>::new());
    assert_eq!(found(store, &below("county"), &under("county")).await, ["open", "own", "shut"]);
}
