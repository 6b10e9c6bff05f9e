//! Nothing is found outside the scope.

use nianbao_application::access::Scope;
use nianbao_application::query::{OrganizationQuery, ReportQuery};
use nianbao_application::store::Store;
use nianbao_domain::organization::Organization;

use super::given::{below, id, key, organ, organ_below, register, report};

/// Two branches: `city` with `office` and, below that, `bureau`; and `other`.
async fn branches<S: Store>(store: &S) {
    for organ in [
        organ("city"),
        organ("other"),
        organ_below("city", "office"),
        organ_below("office", "bureau"),
    ] {
        register(store, organ).await;
    }
    for name in ["city", "other", "office", "bureau"] {
        report(store, key(name, 2024)).await;
    }
}

async fn seen<S: Store>(store: &S, scope: &Scope) -> Vec<String> {
    let query = OrganizationQuery::parse(None, "", "", "", 100).unwrap();
    let organs = store.organizations(scope, &query).await.unwrap();
    let listed: Vec<_> = organs.iter().map(|organ| organ.id.to_string()).collect();
    let query = ReportQuery::parse(None, "", "", "", 100).unwrap();
    let reports = store.reports(scope, &query).await.unwrap();
    let organs: Vec<_> = reports.iter().map(|it| it.head.key.organization.to_string()).collect();
    assert_eq!(organs, listed, "reports and organs are seen alike");
    listed
}

/// One by one.
pub async fn a_single_read_finds_nothing_outside_the_scope<S: Store>(store: &S) {
    branches(store).await;
    for (scope, visible) in [
        (Scope::All, true),
        (below("city"), true),
        (below("bureau"), true),
        (below("other"), false),
    ] {
        let organ = store.organization(&scope, &id("bureau")).await.unwrap();
        let named = store.organization_named(&scope, "bureau").await.unwrap();
        let head = store.head(&scope, &key("bureau", 2024)).await.unwrap();
        assert_eq!([organ.is_some(), named.is_some(), head.is_some()], [visible; 3], "{scope:?}");
    }
    assert_eq!(store.organization(&below("bureau"), &id("office")).await.unwrap(), None);
}

/// Lists, too.
pub async fn a_list_holds_nothing_outside_the_scope<S: Store>(store: &S) {
    branches(store).await;
    assert_eq!(seen(store, &Scope::All).await, ["bureau", "city", "office", "other"]);
    assert_eq!(seen(store, &below("city")).await, ["bureau", "city", "office"]);
    assert_eq!(seen(store, &below("bureau")).await, ["bureau"]);
    let two = Scope::Subtrees(vec![id("office"), id("other"), id("unknown")]);
    assert_eq!(seen(store, &two).await, ["bureau", "office", "other"]);
}

/// The list of one organ's reports.
pub async fn the_reports_of_an_organ_outside_the_scope_are_not_listed<S: Store>(store: &S) {
    branches(store).await;
    let query = ReportQuery::parse(Some(id("bureau")), "", "", "", 100).unwrap();
    let listed = async |scope| store.reports(&scope, &query).await.unwrap().len();
    assert_eq!(listed(Scope::All).await, 1);
    assert_eq!(listed(below("office")).await, 1);
    assert_eq!(listed(below("other")).await, 0);
}

/// A scope of nothing is not a scope of everything.
pub async fn a_scope_without_roots_sees_nothing<S: Store>(store: &S) {
    branches(store).await;
    let nothing = Scope::Subtrees(vec![]);
    assert_eq!(seen(store, &nothing).await, Vec::<String>::new());
    assert_eq!(store.organization(&nothing, &id("city")).await.unwrap(), None);
    assert_eq!(store.head(&nothing, &key("city", 2024)).await.unwrap(), None);
    assert_eq!(store.organization_named(&nothing, "city").await.unwrap(), None);
}

/// And only where it is seen decides whether a name is the only one.
pub async fn a_name_outside_the_scope_is_in_nobodys_way<S: Store>(store: &S) {
    branches(store).await;
    let alias = |organ| Organization { aliases: vec!["统计局".to_owned()], ..organ };
    register(store, alias(organ_below("city", "statistics"))).await;
    register(store, alias(organ_below("other", "numbers"))).await;
    let named =
        async |scope| store.organization_named(&scope, "统计局").await.unwrap().map(|it| it.id);
    assert_eq!(named(Scope::All).await, None);
    assert_eq!(named(below("other")).await, Some(id("numbers")));
}
