use super::*;
use crate::Error;
use crate::access::{Permission, Scope};
use crate::query::{ListQuery, OrganizationField};
use crate::reports::View;

fn reader(scope: Scope) -> Caller {
    Caller::new("reader", [Permission::ReportRead, Permission::OrganizationRead], scope)
}

async fn two_counties() -> Application<MemoryStore> {
    let (application, caller) = (application(), administrator());
    for (id, parent) in [("east", None), ("west", None), ("east-town", Some("east"))] {
        let call = Call::new(&caller, Method::CreateOrganization);
        application.create_organization(&call, organ(id, parent)).await.unwrap();
    }
    for name in ["east-town/reports/2024", "west/reports/2024"] {
        let call = Call::new(&caller, Method::CreateReport);
        application.create_report(&call, report(name)).await.unwrap();
    }
    application
}

#[tokio::test]
async fn who_lacks_the_permission_is_told_which() {
    let (application, caller) = (with_organ("a").await, reader(Scope::All));
    let call = Call::new(&caller, Method::CreateReport);
    let refused = application.create_report(&call, report("a/reports/2024")).await;
    assert!(matches!(refused, Err(Error::Denied { permission: Permission::ReportWrite })));
}

#[tokio::test]
async fn what_lies_outside_the_scope_does_not_exist() {
    let application = two_counties().await;
    let east = reader(Scope::Subtrees(vec!["east".parse().unwrap()]));
    assert!(application.report(&east, &key("east-town/reports/2024"), View::Working).await.is_ok());
    let outside = application.report(&east, &key("west/reports/2024"), View::Working).await;
    assert!(matches!(outside, Err(Error::NotFound(_))));
    let query = ListQuery::<OrganizationField>::parse(None, "", "", "", 10).unwrap();
    let page = application.organizations(&east, &query).await.unwrap();
    let ids: Vec<_> = page.organizations.iter().map(|organ| organ.id.as_str()).collect();
    assert_eq!(ids, ["east", "east-town"]);
}

#[tokio::test]
async fn an_organ_cannot_come_under_itself() {
    let (application, caller) = (two_counties().await, administrator());
    let id = "east".parse().unwrap();
    let etag = application.organization(&caller, &id).await.unwrap().etag();
    let parent = Some(Some("east-town".parse().unwrap()));
    let update = nianbao_domain::organization::ParticularsUpdate { parent, ..Default::default() };
    let call = Call::new(&caller, Method::UpdateOrganization);
    let refused = application.update_organization(&call, &id, &etag, update).await;
    assert!(matches!(refused, Err(Error::Invalid(_))));
}

#[tokio::test]
async fn a_batch_is_registered_whole_or_not_at_all() {
    let (application, caller) = (application(), administrator());
    let call = Call::new(&caller, Method::BatchCreateOrganizations);
    let batch = vec![organ("a", None), organ("b", Some("nobody"))];
    assert!(application.create_organizations(&call, batch).await.is_err());
    assert!(application.organization(&caller, &"a".parse().unwrap()).await.is_err());
    let batch = vec![organ("a", None), organ("b", Some("a"))];
    assert_eq!(application.create_organizations(&call, batch).await.unwrap().len(), 2);
    let too_many = ["x", "y", "z"].map(|id| organ(id, None)).to_vec();
    assert!(matches!(
        application.create_organizations(&call, too_many).await,
        Err(Error::TooMany { limit: 2, found: 3 })
    ));
}
