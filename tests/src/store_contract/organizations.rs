//! Organs.

use futures_util::future::join_all;
use nianbao_application::Resource;
use nianbao_application::access::Scope;
use nianbao_application::store::{CommitError, Store, Write};
use nianbao_domain::form::fold;
use nianbao_domain::organization::{
    Level, OrganType, Organization, RulePower, SuccessionKind, SuccessionLink,
};
use uuid::Uuid;

use super::given::{changes, commit, id, organ, organ_below, register, seconds};

fn named(organ: &str) -> Resource {
    Resource::Organization(id(organ))
}

/// Whatever is known of an organ is kept.
pub async fn an_organ_is_read_back_as_it_was_registered<S: Store>(store: &S) {
    register(store, organ("city")).await;
    let full = Organization {
        source_key: "4207/司前".to_owned(),
        display_name: "司前镇人民政府办公室".to_owned(),
        aliases: vec!["司前镇".to_owned(), "司前（镇）".to_owned()],
        level: Some(Level::Township),
        organ_type: Some(OrganType::GovernmentOffice),
        rule_power: RulePower::Lacks,
        credit_code: Some("11370883004325769B".parse().unwrap()),
        division_code: Some("440705101".parse().unwrap()),
        valid_from: "1999-12-31".parse().ok(),
        valid_to: "2025-01-01".parse().ok(),
        predecessors: vec![
            link("city", SuccessionKind::Merge),
            link("bare", SuccessionKind::Rename),
        ],
        successors: vec![link("other", SuccessionKind::Split)],
        update_time: seconds(1),
        ..organ_below("city", "siqian")
    };
    let bare = register(store, organ("bare")).await;
    let full = register(store, full).await;
    assert_eq!(store.organization(&Scope::All, &full.id).await.unwrap(), Some(full));
    assert_eq!(store.organization(&Scope::All, &bare.id).await.unwrap(), Some(bare));
    assert_eq!(store.organization(&Scope::All, &id("other")).await.unwrap(), None);
}

fn link(organ: &str, kind: SuccessionKind) -> SuccessionLink {
    SuccessionLink { organization: id(organ), kind, date: "2025-01-01".parse().unwrap() }
}

/// The id is taken, whatever else differs.
pub async fn an_organ_exists_once<S: Store>(store: &S) {
    let first = register(store, organ("city")).await;
    let second = commit(store, Write::CreateOrganization(organ("city"))).await;
    assert!(matches!(second, Err(CommitError::Exists(it)) if it == named("city")));
    assert_eq!(store.organization(&Scope::All, &first.id).await.unwrap(), Some(first));
}

/// A superior must exist, at registration and later.
pub async fn an_organ_needs_its_superior<S: Store>(store: &S) {
    let orphan = commit(store, Write::CreateOrganization(organ_below("city", "office"))).await;
    assert!(matches!(orphan, Err(CommitError::ReferenceMissing(it)) if it == named("city")));
    let office = register(store, organ("office")).await;
    let moved = Organization { parent: Some(id("city")), version: 2, ..office };
    let moved = commit(store, Write::UpdateOrganization(moved)).await;
    assert!(matches!(moved, Err(CommitError::ReferenceMissing(it)) if it == named("city")));
}

/// All of the record, its names included.
pub async fn an_update_replaces_the_record<S: Store>(store: &S) {
    register(store, organ("city")).await;
    let before = register(store, organ("office")).await;
    let after = Organization {
        version: 2,
        display_name: "办公厅".to_owned(),
        aliases: vec!["office".to_owned()],
        level: Some(Level::Prefecture),
        parent: Some(id("city")),
        predecessors: vec![link("city", SuccessionKind::Merge)],
        update_time: seconds(5),
        ..before
    };
    commit(store, Write::UpdateOrganization(after.clone())).await.unwrap();
    assert_eq!(store.organization(&Scope::All, &after.id).await.unwrap(), Some(after.clone()));
    for name in ["办公厅", "office"] {
        let found = store.organization_named(&Scope::All, name).await.unwrap();
        assert_eq!(found.as_ref(), Some(&after), "{name}");
    }
}

/// A version that is not one more than the present one, or of another incarnation.
pub async fn a_stale_update_of_an_organ_is_refused<S: Store>(store: &S) {
    let present = register(store, organ("city")).await;
    let changed =
        |version, uid| Organization { version, uid, source_key: "x".to_owned(), ..present.clone() };
    for stale in [changed(1, present.uid), changed(3, present.uid), changed(2, Uuid::new_v4())] {
        let refused = commit(store, Write::UpdateOrganization(stale)).await;
        assert!(matches!(refused, Err(CommitError::VersionConflict(it)) if it == named("city")));
    }
    let unknown = Organization { version: 2, ..organ("unknown") };
    let refused = commit(store, Write::UpdateOrganization(unknown)).await;
    assert!(matches!(refused, Err(CommitError::VersionConflict(it)) if it == named("unknown")));
    assert_eq!(store.organization(&Scope::All, &present.id).await.unwrap(), Some(present));
}

/// Names are compared folded; a name of two organs is nobody's.
pub async fn a_name_finds_its_organ_only_where_it_is_the_only_one<S: Store>(store: &S) {
    let name = |words: &str| words.to_owned();
    let city = Organization {
        display_name: name("宿迁市（人民政府）"),
        aliases: vec![name("宿迁市"), name("宿迁 市")],
        ..organ("city")
    };
    let city = register(store, city).await;
    let other = Organization { aliases: vec![name("市政府")], ..organ("other") };
    register(store, other).await;
    let third = Organization { display_name: name("市政府"), ..organ("third") };
    register(store, third).await;
    let found = |words: &str| {
        let folded = fold(words);
        async move { store.organization_named(&Scope::All, &folded).await.unwrap() }
    };
    assert_eq!(found("宿迁市人民政府").await.as_ref(), Some(&city));
    assert_eq!(found("宿迁市").await, Some(city));
    assert_eq!(found("市政府").await, None);
    assert_eq!(found("宿迁").await, None);
}

/// And the organ itself is not among them.
pub async fn superiors_come_nearest_first<S: Store>(store: &S) {
    register(store, organ("province")).await;
    register(store, organ_below("province", "city")).await;
    register(store, organ_below("city", "county")).await;
    assert_eq!(store.superiors(&id("county")).await.unwrap(), [id("city"), id("province")]);
    assert_eq!(store.superiors(&id("province")).await.unwrap(), []);
    assert_eq!(store.superiors(&id("unknown")).await.unwrap(), []);
}

/// Directly, through others, or as the last write of several.
pub async fn an_organ_never_becomes_its_own_superior<S: Store>(store: &S) {
    let top = register(store, organ("top")).await;
    let middle = register(store, organ_below("top", "middle")).await;
    register(store, organ_below("middle", "low")).await;
    for superior in ["top", "middle", "low"] {
        let refused = commit(store, under(superior, &top)).await;
        assert!(matches!(refused, Err(CommitError::Cycle(it)) if it == named("top")), "{superior}");
    }
    let other = register(store, organ("other")).await;
    let writes = vec![under("middle", &other), under("other", &top)];
    let refused = store.commit(changes(writes)).await;
    assert!(matches!(refused, Err(CommitError::Cycle(it)) if it == named("other")));
    assert_eq!(store.superiors(&id("other")).await.unwrap(), [], "nothing of it is written");

    // Only what the whole comes to counts: the two change places.
    let freed = Organization { parent: None, version: 2, ..middle };
    store
        .commit(changes(vec![under("middle", &top), Write::UpdateOrganization(freed)]))
        .await
        .unwrap();
    assert_eq!(store.superiors(&id("top")).await.unwrap(), [id("middle")]);
}

/// Each for itself would be right; together they must not be.
pub async fn superiors_set_at_the_same_time_make_no_cycle<S: Store>(store: &S) {
    for round in 0..20 {
        let names: Vec<_> = (0..3 + round % 3).map(|at| format!("organ-{round}-{at}")).collect();
        let organs = join_all(names.iter().map(|name| register(store, organ(name)))).await;
        let superiors = names.iter().cycle().skip(1);
        let moves = organs
            .iter()
            .zip(superiors)
            .map(|(organ, superior)| commit(store, under(superior, organ)));
        let answers = join_all(moves).await;
        let refused = answers.iter().filter(|answer| answer.is_err());
        assert!(refused.clone().all(|it| matches!(it, Err(CommitError::Cycle(_)))), "{answers:?}");
        assert_eq!(refused.count(), 1, "only the last one closes the cycle: {answers:?}");
        for name in &names {
            assert!(!store.superiors(&id(name)).await.unwrap().contains(&id(name)));
        }
    }
}

/// The next version of an organ, below another.
fn under(superior: &str, organ: &Organization) -> Write {
    let version = organ.version + 1;
    Write::UpdateOrganization(Organization { parent: Some(id(superior)), version, ..organ.clone() })
}

/// More rows than one statement takes, each below the one before.
pub async fn a_batch_of_organs_is_registered_whole<S: Store>(store: &S) {
    let name = |at: usize| format!("organ-{at}");
    let batch = |from: usize, to: usize| -> Vec<Organization> {
        let below = |at: usize| organ_below(&name(at - 1), &name(at));
        (from..to).map(|at| if at == 0 { organ(&name(0)) } else { below(at) }).collect()
    };
    let create =
        |organs: Vec<Organization>| organs.into_iter().map(Write::CreateOrganization).collect();
    store.commit(changes(create(batch(0, 300)))).await.unwrap();
    assert_eq!(store.superiors(&id("organ-299")).await.unwrap().len(), 299);

    let mut overlapping = batch(300, 310);
    overlapping.push(organ("organ-7"));
    let refused = store.commit(changes(create(overlapping))).await;
    assert!(matches!(refused, Err(CommitError::Exists(it)) if it == named("organ-7")));
    assert_eq!(store.organization(&Scope::All, &id("organ-300")).await.unwrap(), None);
}
