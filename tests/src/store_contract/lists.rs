//! Lists: the same as a store without a database makes them, and stable while others write.

use chrono::TimeDelta;
use nianbao_application::access::Scope;
use nianbao_application::memory::MemoryStore;
use nianbao_application::query::{
    Direction, Field, ListQuery, Operator, OrganizationField, OrganizationQuery, Predicate,
    ReportField, ReportQuery, Value,
};
use nianbao_application::store::{ChangeSet, ListedReport, Store, Summary, Write};
use nianbao_domain::form::Edition;
use nianbao_domain::organization::{Level, OrganType, Organization};
use nianbao_domain::report::{
    Content, Head, Publication, ReportKey, ReportKind, ReportState, ValidationSummary,
};
use nianbao_domain::sheet::Sheet;

use super::given::{
    below, changes, head, id, key, now, organ, register, report, revision, seconds, titled,
};

const OPERATORS: [Operator; 6] = [
    Operator::Equal,
    Operator::NotEqual,
    Operator::Less,
    Operator::LessOrEqual,
    Operator::Greater,
    Operator::GreaterOrEqual,
];

/// Organs that differ in whatever lists sort by and filter on; names in an order that no locale
/// but that of code points has.
fn organs() -> Vec<ChangeSet> {
    let names = ["b", "a", "B", "A", "_", "宿迁", "上海", "é", "z", ""];
    let organs = names.iter().enumerate().map(|(at, name)| {
        let odd = at % 2 == 1;
        Organization {
            display_name: (*name).to_owned(),
            source_key: format!("key {}", at % 3),
            level: odd.then_some(Level::County),
            organ_type: (at % 3 == 0).then_some(OrganType::Department),
            division_code: odd.then(|| "440705".parse().unwrap()),
            credit_code: (at == 4).then(|| "11370883004325769B".parse().unwrap()),
            parent: (at > 5).then(|| id("organ-5")),
            create_time: seconds(at as i64 / 4),
            // Times with and without a fraction, and of few digits.
            update_time: now() + TimeDelta::microseconds(876_544 + 500_000 * (at as i64 % 4)),
            ..organ(&format!("organ-{at}"))
        }
    });
    organs.map(|organ| changes(vec![Write::CreateOrganization(organ)])).collect()
}

fn reports() -> Vec<ChangeSet> {
    let keys = (0..30).map(|at: i64| ReportKey {
        kind: if at % 4 == 3 { ReportKind::Consolidated } else { ReportKind::Own },
        ..key(&format!("organ-{}", at % 5), 2019 + at / 5)
    });
    let head = |(at, key): (i64, ReportKey)| Head {
        source_key: format!("key {}", at % 3),
        state: ReportState::ALL[at as usize % ReportState::ALL.len()],
        create_time: seconds(at / 6),
        update_time: seconds(at % 7),
        validation: ValidationSummary {
            rule_set: format!("key {}", at % 2),
            ..ValidationSummary::default()
        },
        ..head(key)
    };
    let heads = (0..).zip(keys).map(head);
    let create = heads.enumerate().map(|(at, head)| {
        let edition = Edition::ALL[at % 2];
        let publication =
            (at % 3 == 0).then(|| Publication { uri: format!("u{at}"), publish_date: None });
        let content = Content {
            title: format!("title {at}"),
            compiled_by: format!("office {at}"),
            publication,
            ..Content::blank(Sheet::blank(edition))
        };
        changes(vec![Write::CreateReport(head, revision(1, content))])
    });
    create.collect()
}

/// The same organs and reports in a store and in the one without a database.
async fn filled<S: Store>(store: &S) -> MemoryStore {
    let memory = MemoryStore::default();
    for changes in organs().into_iter().chain(reports()) {
        memory.commit(changes.clone()).await.unwrap();
        store.commit(changes).await.unwrap();
    }
    memory
}

fn organ_query() -> OrganizationQuery {
    OrganizationQuery::parse(None, "", "", "", 100).unwrap()
}

fn report_query() -> ReportQuery {
    ReportQuery::parse(None, "", "", "", 100).unwrap()
}

/// Values of every kind: ones that occur, ones between, ones beyond, and ones that no column holds.
fn values() -> Vec<Value> {
    let words =
        ["", "A", "a", "宿迁", "key 1", "organ-5", "440705", "a\0b", "organ-2", "\u{10FFFF}"];
    let numbers = [0, 1, 2, 3, 2020, -1, i64::MIN, i64::MAX];
    let beyond =
        [chrono::DateTime::<chrono::Utc>::MIN_UTC, chrono::DateTime::<chrono::Utc>::MAX_UTC];
    let times = [seconds(0), seconds(2), seconds(3) + TimeDelta::nanoseconds(1)];
    let words = words.into_iter().map(|words| Value::Text(words.to_owned()));
    let numbers = numbers.into_iter().map(Value::Number);
    words.chain(numbers).chain(times.into_iter().chain(beyond).map(Value::Time)).collect()
}

fn filtered<F: Field>(query: &ListQuery<F>) -> impl Iterator<Item = ListQuery<F>> {
    let fields = F::ALL.iter().flat_map(|field| OPERATORS.map(|operator| (*field, operator)));
    let predicates = fields.flat_map(|(field, operator)| {
        values().into_iter().map(move |value| Predicate { field, operator, value })
    });
    predicates.map(|predicate| ListQuery { predicates: vec![predicate], ..query.clone() })
}

/// Every field in every direction before the identity, and two fields in opposite directions.
fn sorted<F: Field>(query: &ListQuery<F>) -> Vec<ListQuery<F>> {
    let sortable = || F::ALL.iter().copied().filter(|field| field.is_sortable());
    let both = [Direction::Ascending, Direction::Descending];
    let single = sortable().flat_map(|field| both.map(|direction| vec![(field, direction)]));
    let mixed = sortable().flat_map(|first| sortable().map(move |second| (first, second)));
    let mixed = mixed.filter(|(first, second)| first != second).map(|(first, second)| {
        vec![(first, Direction::Descending), (second, Direction::Ascending)]
    });
    let total = |mut order: Vec<(F, Direction)>| {
        for field in F::IDENTITY {
            if order.iter().all(|(known, _)| known != field) {
                order.push((*field, Direction::Descending));
            }
        }
        ListQuery { order, ..query.clone() }
    };
    single.chain(mixed).map(total).collect()
}

/// Whatever is compared with whatever.
pub async fn organs_are_filtered_as_without_a_database<S: Store>(store: &S) {
    let memory = filled(store).await;
    let mut hits = 0;
    for query in filtered(&organ_query()) {
        let expected = memory.organizations(&Scope::All, &query).await.unwrap();
        let found = store.organizations(&Scope::All, &query).await.unwrap();
        assert_eq!(found, expected, "{:?}", query.predicates);
        hits += found.len();
    }
    assert!(hits > 1000);
}

/// Reports, too.
pub async fn reports_are_filtered_as_without_a_database<S: Store>(store: &S) {
    let memory = filled(store).await;
    let mut hits = 0;
    for query in filtered(&report_query()) {
        let expected = memory.reports(&Scope::All, &query).await.unwrap();
        let found = store.reports(&Scope::All, &query).await.unwrap();
        assert_eq!(found, expected, "{:?}", query.predicates);
        hits += found.len();
    }
    assert!(hits > 1000);
}

/// Every order, page by page.
pub async fn organs_are_sorted_and_cut_as_without_a_database<S: Store>(store: &S) {
    let memory = filled(store).await;
    for query in sorted(&organ_query()) {
        let whole = memory.organizations(&Scope::All, &query).await.unwrap();
        let mut page = ListQuery { limit: 3, ..query };
        let mut paged: Vec<Organization> = Vec::new();
        while let Ok(next @ [_, ..]) = store.organizations(&Scope::All, &page).await.as_deref() {
            paged.extend(next.iter().cloned());
            let last = &paged[paged.len() - 1];
            page.after =
                Some(page.order.iter().map(|(field, _)| organ_value(last, *field)).collect());
        }
        assert_eq!(paged, whole, "{:?}", page.order);
    }
}

/// Reports, too.
pub async fn reports_are_sorted_and_cut_as_without_a_database<S: Store>(store: &S) {
    let memory = filled(store).await;
    for query in sorted(&report_query()) {
        let whole = memory.reports(&Scope::All, &query).await.unwrap();
        let mut page = ListQuery { limit: 7, ..query };
        let mut paged: Vec<ListedReport> = Vec::new();
        while let Ok(next @ [_, ..]) = store.reports(&Scope::All, &page).await.as_deref() {
            paged.extend(next.iter().cloned());
            let last = &paged[paged.len() - 1];
            page.after =
                Some(page.order.iter().map(|(field, _)| report_value(last, *field)).collect());
        }
        assert_eq!(paged, whole, "{:?}", page.order);
    }
}

/// A place in a list from a page token that somebody forged is some place, never a failure.
pub async fn a_forged_place_is_some_place<S: Store>(store: &S) {
    let memory = filled(store).await;
    for value in values() {
        let query = ListQuery { after: Some(vec![value.clone(); 4]), ..report_query() };
        let expected = memory.reports(&Scope::All, &query).await.unwrap();
        assert_eq!(store.reports(&Scope::All, &query).await.unwrap(), expected, "{value:?}");
    }
}

fn organ_value(organ: &Organization, field: OrganizationField) -> Value {
    let text = |words: Option<&str>| Value::Text(words.unwrap_or_default().to_owned());
    match field {
        OrganizationField::Id => text(Some(organ.id.as_str())),
        OrganizationField::DisplayName => text(Some(&organ.display_name)),
        OrganizationField::DivisionCode => text(organ.division_code.as_ref().map(|it| it.as_str())),
        OrganizationField::CreateTime => Value::Time(organ.create_time),
        OrganizationField::UpdateTime => Value::Time(organ.update_time),
        OrganizationField::Level
        | OrganizationField::OrganType
        | OrganizationField::Parent
        | OrganizationField::SourceKey
        | OrganizationField::CreditCode => unreachable!("no list is sorted by {field:?}"),
    }
}

fn report_value(listed: &ListedReport, field: ReportField) -> Value {
    let head = &listed.head;
    match field {
        ReportField::Organization => Value::Text(head.key.organization.to_string()),
        ReportField::ReportYear => Value::Number(head.key.year.get().into()),
        ReportField::Kind => Value::Number(head.key.kind.number().into()),
        ReportField::CreateTime => Value::Time(head.create_time),
        ReportField::UpdateTime => Value::Time(head.update_time),
        ReportField::State
        | ReportField::Edition
        | ReportField::SourceKey
        | ReportField::RuleSet => unreachable!("no list is sorted by {field:?}"),
    }
}

/// All of the conditions, and only within the scope and the organ.
pub async fn conditions_scope_and_organ_hold_together<S: Store>(store: &S) {
    let memory = filled(store).await;
    let filter = "report_year >= 2020 AND report_year < 2024 AND edition = EDITION_2021";
    for parent in [None, Some(id("organ-3")), Some(id("unknown"))] {
        for scope in [Scope::All, below("organ-3"), below("organ-4")] {
            let query =
                ReportQuery::parse(parent.clone(), filter, "update_time desc", "", 100).unwrap();
            let expected = memory.reports(&scope, &query).await.unwrap();
            assert_eq!(
                store.reports(&scope, &query).await.unwrap(),
                expected,
                "{parent:?} {scope:?}"
            );
        }
    }
}

/// The content comes only where it is asked for; what lists show comes always.
pub async fn a_list_has_content_only_where_it_is_asked_for<S: Store>(store: &S) {
    register(store, organ("city")).await;
    let head = report(store, key("city", 2024)).await;
    let content = titled(&head.key.to_string());
    let mut listed = ListedReport { head, summary: Summary::of(&content), content: None };
    let query = report_query();
    assert_eq!(store.reports(&Scope::All, &query).await.unwrap(), [listed.clone()]);
    listed.content = Some(content);
    let query = query.with_content(true);
    assert_eq!(store.reports(&Scope::All, &query).await.unwrap(), [listed]);
}

/// What is inserted before the place of the reader is not seen, what is behind it is, and nothing
/// twice.
pub async fn a_place_in_a_list_is_stable_while_others_write<S: Store>(store: &S) {
    for name in ["b", "d", "f"] {
        register(store, organ(name)).await;
    }
    let names = async |after: Option<&str>, limit| {
        let after = after.map(|name| vec![Value::Text(name.to_owned())]);
        let query = ListQuery { after, limit, ..organ_query() };
        let organs = store.organizations(&Scope::All, &query).await.unwrap();
        organs.iter().map(|organ| organ.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names(None, 2).await, ["b", "d"]);
    for name in ["a", "c", "e"] {
        register(store, organ(name)).await;
    }
    assert_eq!(names(Some("d"), 2).await, ["e", "f"]);
}
