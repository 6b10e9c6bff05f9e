//! Entries between their commit and their position.

use nianbao_application::store::Store;
use nianbao_tests::postgres::Backend;
use nianbao_tests::store_contract::given::{organ, register};
use tokio_util::sync::CancellationToken;

use crate::opened::{Opened, open};

const BOTH: [Backend; 2] = [Backend::Sqlite, Backend::Postgres];

#[tokio::test]
async fn nothing_is_told_before_it_has_its_position() {
    for backend in BOTH {
        let opened = Opened::new(backend).await;
        for name in ["a", "b", "c"] {
            register(&opened.store, organ(name)).await;
        }
        assert_eq!(opened.store.events(0, 10).await.unwrap(), []);
        assert_eq!(opened.store.audit_entries(0, 10).await.unwrap(), []);
        assert_eq!(opened.store.sequence(2).await.unwrap(), 4);
        assert_eq!(opened.store.events(0, 10).await.unwrap().len(), 2);
        assert_eq!(opened.store.sequence(2).await.unwrap(), 2);
        assert_eq!(opened.store.sequence(2).await.unwrap(), 0);
        assert_eq!(opened.store.events(0, 10).await.unwrap().len(), 3);
        opened.close().await;
    }
}

#[tokio::test]
async fn what_has_no_position_gets_it_in_the_next_life() {
    for backend in BOTH {
        let Opened { store, database } = Opened::new(backend).await;
        register(&store, organ("a")).await;
        store.close().await;
        drop(store);
        let again = open(database.url()).await;
        assert_eq!(again.sequence(10).await.unwrap(), 2);
        again.close().await;
    }
}

#[tokio::test]
async fn the_workers_give_positions_and_end_when_told() {
    for backend in BOTH {
        let opened = Opened::new(backend).await;
        let (store, stop) = (opened.store.clone(), CancellationToken::new());
        let workers = tokio::spawn({
            let stop = stop.clone();
            async move { store.run_workers(stop).await }
        });
        register(&opened.store, organ("a")).await;
        while opened.store.events(0, 10).await.unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
        stop.cancel();
        workers.await.unwrap();
        opened.close().await;
    }
}
