//! Requests are kept for thirty days.

use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use nianbao_application::store::{Recorded, Store, Unobserved, Write};
use nianbao_persistence::SqlStore;
use nianbao_tests::postgres::{Backend, TestDatabase};
use nianbao_tests::store_contract::given::{now, organ};
use nianbao_tests::store_contract::requests::recorded;
use uuid::Uuid;

use crate::opened::Standing;

#[tokio::test]
async fn a_request_is_forgotten_after_thirty_days() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let database = TestDatabase::create(backend).await;
        let clock = Arc::new(Standing(Mutex::new(now())));
        let store =
            SqlStore::open(database.url(), clock.clone(), Arc::new(Unobserved)).await.unwrap();
        let pass = |time: TimeDelta| *clock.0.lock().unwrap() = now() + time;

        let id = Uuid::new_v4();
        let call = |organ: &str, time| {
            let write = Write::CreateOrganization(crate::retention::organ(organ));
            recorded(vec![write], id, time, Recorded::Deleted)
        };
        let first = call("first", now());
        let key = first.request.clone().unwrap().key;
        store.commit(first).await.unwrap();

        pass(TimeDelta::days(30));
        assert!(store.request(&key).await.unwrap().is_some());
        assert_eq!(store.forget_requests(10).await.unwrap(), 0);

        pass(TimeDelta::days(30) + TimeDelta::microseconds(1));
        assert_eq!(store.request(&key).await.unwrap(), None);
        // The id is free again, also before housekeeping came by.
        let again = call("again", now() + TimeDelta::days(31));
        store.commit(again.clone()).await.unwrap();
        assert_eq!(store.request(&key).await.unwrap(), again.request);

        pass(TimeDelta::days(90));
        for _ in 0..2 {
            let other = recorded(vec![], Uuid::new_v4(), now(), Recorded::Deleted);
            store.commit(other).await.unwrap();
        }
        assert_eq!(store.forget_requests(2).await.unwrap(), 2);
        assert_eq!(store.forget_requests(2).await.unwrap(), 1);
        assert_eq!(store.forget_requests(2).await.unwrap(), 0);
        store.close().await;
    }
}
