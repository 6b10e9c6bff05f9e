//! A cycle among superiors, which no commit makes: somebody wrote it into the database.

use nianbao_application::access::Scope;
use nianbao_application::query::OrganizationQuery;
use nianbao_application::store::{CommitError, Store, Write};
use nianbao_domain::organization::Organization;
use nianbao_tests::postgres::Backend;
use nianbao_tests::store_contract::given::{
    below, commit, id, key, organ, organ_below, register, report,
};

use crate::opened::Opened;

#[tokio::test]
async fn a_cycle_among_superiors_hangs_nothing_and_can_be_mended() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let Opened { store, database } = Opened::new(backend).await;
        let first = register(&store, organ("first")).await;
        register(&store, organ_below("first", "second")).await;
        let third = register(&store, organ("third")).await;
        report(&store, key("second", 2024)).await;
        database.change("UPDATE organization SET parent_id = 'second' WHERE id = 'first'").await;

        assert_eq!(store.superiors(&id("first")).await.unwrap(), [id("second"), id("first")]);
        assert_eq!(store.organization(&below("unknown"), &id("second")).await.unwrap(), None);
        let query = OrganizationQuery::parse(None, "", "", "", 100).unwrap();
        assert_eq!(store.organizations(&below("first"), &query).await.unwrap().len(), 2);
        assert!(store.head(&below("first"), &key("second", 2024)).await.unwrap().is_some());

        let beside = Organization { parent: Some(id("first")), version: 2, ..third };
        commit(&store, Write::UpdateOrganization(beside)).await.unwrap();
        let within = Organization { parent: Some(id("second")), version: 2, ..first.clone() };
        let refused = commit(&store, Write::UpdateOrganization(within)).await;
        assert!(matches!(refused, Err(CommitError::Cycle(_))), "{refused:?}");
        let mended = Organization { version: 2, ..first };
        commit(&store, Write::UpdateOrganization(mended)).await.unwrap();
        assert_eq!(store.superiors(&id("second")).await.unwrap(), [id("first")]);
        assert_eq!(
            store.organization(&Scope::All, &id("first")).await.unwrap().unwrap().parent,
            None
        );
        store.close().await;
    }
}
