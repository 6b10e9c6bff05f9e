use nianbao_proto::v1::{
    CloseOrganizationRequest, ErrorReason, GetOrganizationRequest, ListOrganizationsRequest,
    Organization, SeenOrganization, SucceedOrganizationsRequest, SucceedOrganizationsResponse,
    SuccessionKind, SuccessionLink, UpdateOrganizationRequest,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use tonic::Code;

use crate::given;

with_a_server!(
    merged_organs_end_and_both_sides_remember_each_other,
    an_organ_takes_over_again_and_again,
    a_succession_takes_place_whole_or_not_at_all,
    no_organ_succeeds_itself,
    an_organ_is_succeeded_once,
    who_does_not_exist_on_the_day_takes_no_part,
    a_request_that_cannot_be_used_is_refused,
    a_repeated_succession_is_given_the_first_answer,
    what_is_only_checked_does_not_take_place,
    an_organ_is_closed_once,
    the_end_of_an_organ_agrees_with_its_succession,
);

const DAY: &str = "2024-03-01";

async fn merged_organs_end_and_both_sides_remember_each_other(server: &TestServer) {
    let [a, b, c] = organs(server, ["a", "b", "c"]).await;
    let answer = succeeded(server, request(SuccessionKind::Merge, &[&a, &b], &[&c])).await;
    let link = |organ: &Organization| SuccessionLink {
        organization: organ.name.clone(),
        kind: SuccessionKind::Merge.into(),
        date: DAY.to_owned(),
    };
    let [old, _] = &answer.predecessors[..] else { panic!("two: {answer:?}") };
    let expected = Organization {
        valid_to: DAY.to_owned(),
        successors: vec![link(&c)],
        etag: old.etag.clone(),
        update_time: old.update_time,
        ..a.clone()
    };
    assert_eq!(*old, expected);
    assert_ne!(old.etag, a.etag);
    assert_eq!(answer.successors[0].predecessors, [link(&a), link(&b)]);
    assert_eq!(stored(server, "a").await, *old);
    let list = ListOrganizationsRequest::default();
    let listed = server.organizations().list_organizations(list).await.unwrap().into_inner();
    let all = [answer.predecessors, answer.successors].concat();
    assert_eq!(listed.organizations, all);
}

async fn an_organ_takes_over_again_and_again(server: &TestServer) {
    let [a, b, c] = organs(server, ["a", "b", "c"]).await;
    let renamed = succeeded(server, request(SuccessionKind::Rename, &[&a], &[&c])).await;
    let c = &renamed.successors[0];
    assert_eq!(c.valid_from, DAY, "known now");
    let later = SucceedOrganizationsRequest {
        date: "2025-01-01".to_owned(),
        ..request(SuccessionKind::Merge, &[&b], &[c])
    };
    let merged = succeeded(server, later).await;
    let told: Vec<_> = merged.successors[0].predecessors.iter().map(|it| &*it.date).collect();
    assert_eq!(told, [DAY, "2025-01-01"]);
}

async fn a_succession_takes_place_whole_or_not_at_all(server: &TestServer) {
    let [a, b, c] = organs(server, ["a", "b", "c"]).await;
    let changed = succeeded(server, request(SuccessionKind::Rename, &[&b], &[&c])).await;
    let refusal = refused(server, request(SuccessionKind::Merge, &[&a], &[&c])).await;
    refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
    assert_eq!(refusal.metadata["etag"], changed.successors[0].etag);
    let nobody = Organization { name: "organizations/nobody".to_owned(), ..a.clone() };
    let refusal = refused(server, request(SuccessionKind::Merge, &[&a, &nobody], &[&c])).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(stored(server, "a").await, a);
}

async fn no_organ_succeeds_itself(server: &TestServer) {
    let [a, b] = organs(server, ["a", "b"]).await;
    let refusal = refused(server, request(SuccessionKind::Rename, &[&a], &[&a])).await;
    refusal.is(Code::FailedPrecondition, ErrorReason::SuccessionCycle);
    assert_eq!(refusal.metadata["name"], a.name);
    let done = succeeded(server, request(SuccessionKind::Rename, &[&a], &[&b])).await;
    let (a, b) = (&done.predecessors[0], &done.successors[0]);
    let back = SucceedOrganizationsRequest {
        date: "2025-01-01".to_owned(),
        ..request(SuccessionKind::Rename, &[b], &[a])
    };
    refused(server, back).await.is(Code::FailedPrecondition, ErrorReason::SuccessionCycle);
}

async fn an_organ_is_succeeded_once(server: &TestServer) {
    let [a, b, c] = organs(server, ["a", "b", "c"]).await;
    let done = succeeded(server, request(SuccessionKind::Rename, &[&a], &[&b])).await;
    let again = request(SuccessionKind::Rename, &[&done.predecessors[0]], &[&c]);
    let refusal = refused(server, again).await;
    refusal.is(Code::FailedPrecondition, ErrorReason::OrganizationSucceeded);
    assert_eq!(refusal.metadata["successor"], b.name);
}

async fn who_does_not_exist_on_the_day_takes_no_part(server: &TestServer) {
    let [a, b] = organs(server, ["a", "b"]).await;
    let closed = closed(server, &a, "2020-01-01").await;
    for (predecessor, successor) in [(&closed, &b), (&b, &closed)] {
        let refusal =
            refused(server, request(SuccessionKind::Rename, &[predecessor], &[successor])).await;
        refusal.is(Code::FailedPrecondition, ErrorReason::OrganizationNotInExistence);
        assert_eq!((&*refusal.metadata["name"], &*refusal.metadata["date"]), (&*a.name, DAY));
    }
    let same_day = SucceedOrganizationsRequest {
        date: "2020-01-01".to_owned(),
        ..request(SuccessionKind::Rename, &[&closed], &[&b])
    };
    succeeded(server, same_day).await;
}

async fn a_request_that_cannot_be_used_is_refused(server: &TestServer) {
    let [a, b] = organs(server, ["a", "b"]).await;
    let rename = request(SuccessionKind::Rename, &[&a], &[&b]);
    let blind = Organization { etag: String::new(), ..b.clone() };
    for (request, field) in [
        (SucceedOrganizationsRequest { kind: 0, ..rename.clone() }, "kind"),
        (SucceedOrganizationsRequest { kind: 9, ..rename.clone() }, "kind"),
        (request(SuccessionKind::Split, &[&a], &[&b]), "kind"),
        (request(SuccessionKind::Rename, &[], &[&b]), "predecessors"),
        (request(SuccessionKind::Merge, &[&a, &a], &[&b]), "predecessors"),
        (request(SuccessionKind::Rename, &[&a], &[]), "successors"),
        (request(SuccessionKind::Rename, &[&a], &[&blind]), "successors[0].etag"),
        (SucceedOrganizationsRequest { date: String::new(), ..rename.clone() }, "date"),
        (SucceedOrganizationsRequest { date: "2024-3-1".to_owned(), ..rename }, "date"),
    ] {
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, [field]);
    }
}

async fn a_repeated_succession_is_given_the_first_answer(server: &TestServer) {
    let [a, b, c] = organs(server, ["a", "b", "c"]).await;
    let request = SucceedOrganizationsRequest {
        request_id: given::request_id(),
        ..request(SuccessionKind::Split, &[&a], &[&b, &c])
    };
    let first = succeeded(server, request.clone()).await;
    assert_eq!(succeeded(server, request.clone()).await, first, "with the etags of then");
    let mut fresh = request;
    fresh.predecessors[0].etag = first.predecessors[0].etag.clone();
    assert_eq!(succeeded(server, fresh).await, first, "with the etags of now");
    let close = CloseOrganizationRequest {
        request_id: given::request_id(),
        ..close(&first.successors[0], DAY)
    };
    let refusal = server.organizations().close_organization(close.clone()).await.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::OrganizationNotInExistence);
    let close = CloseOrganizationRequest { valid_to: "2025-01-01".to_owned(), ..close };
    let first = server.organizations().close_organization(close.clone()).await.unwrap();
    let again = server.organizations().close_organization(close).await.unwrap();
    assert_eq!(again.into_inner(), first.into_inner());
}

async fn what_is_only_checked_does_not_take_place(server: &TestServer) {
    let [a, b] = organs(server, ["a", "b"]).await;
    let request = SucceedOrganizationsRequest {
        validate_only: true,
        ..request(SuccessionKind::Rename, &[&a], &[&b])
    };
    assert_eq!(succeeded(server, request).await.predecessors[0].valid_to, DAY);
    let close = CloseOrganizationRequest { validate_only: true, ..close(&a, DAY) };
    let answer = server.organizations().close_organization(close).await.unwrap().into_inner();
    assert_eq!(answer.valid_to, DAY);
    assert_eq!(stored(server, "a").await, a);
    assert_eq!(stored(server, "b").await, b);
}

async fn an_organ_is_closed_once(server: &TestServer) {
    let [a] = organs(server, ["a"]).await;
    let after = closed(server, &a, DAY).await;
    let expected = Organization {
        valid_to: DAY.to_owned(),
        etag: after.etag.clone(),
        update_time: after.update_time,
        ..a.clone()
    };
    assert_eq!(after, expected);
    let refuse = async |organ: &Organization, day: &str| {
        server.organizations().close_organization(close(organ, day)).await.refusal()
    };
    refuse(&a, DAY).await.is(Code::Aborted, ErrorReason::EtagMismatch);
    let again = refuse(&after, "2025-01-01").await;
    again.is(Code::FailedPrecondition, ErrorReason::OrganizationNotInExistence);
    for (organ, day, field) in [
        (&Organization { etag: String::new(), ..a.clone() }, DAY, "etag"),
        (&a, "", "valid_to"),
        (&Organization { name: "a".to_owned(), ..a.clone() }, DAY, "name"),
    ] {
        let refusal = refuse(organ, day).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, [field]);
    }
}

async fn the_end_of_an_organ_agrees_with_its_succession(server: &TestServer) {
    let [a, b] = organs(server, ["a", "b"]).await;
    let done = succeeded(server, request(SuccessionKind::Rename, &[&a], &[&b])).await;
    for (organ, valid_to) in [
        (&done.predecessors[0], ""),
        (&done.predecessors[0], "2025-01-01"),
        (&done.successors[0], DAY),
    ] {
        let organization = Some(Organization { valid_to: valid_to.to_owned(), ..organ.clone() });
        let update_mask = given::mask(&["valid_to"]);
        let update = UpdateOrganizationRequest { organization, update_mask, ..Default::default() };
        let refusal = server.organizations().update_organization(update).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["organization.valid_to"]);
    }
}

async fn organs<const N: usize>(server: &TestServer, ids: [&str; N]) -> [Organization; N] {
    let mut organs = Vec::new();
    for id in ids {
        organs.push(given::organ(server, id).await);
    }
    organs.try_into().unwrap()
}

fn request(
    kind: SuccessionKind,
    predecessors: &[&Organization],
    successors: &[&Organization],
) -> SucceedOrganizationsRequest {
    let seen = |organs: &[&Organization]| {
        let seen =
            |it: &&Organization| SeenOrganization { name: it.name.clone(), etag: it.etag.clone() };
        organs.iter().map(seen).collect()
    };
    SucceedOrganizationsRequest {
        kind: kind.into(),
        predecessors: seen(predecessors),
        successors: seen(successors),
        date: DAY.to_owned(),
        ..Default::default()
    }
}

fn close(organ: &Organization, day: &str) -> CloseOrganizationRequest {
    let Organization { name, etag, .. } = organ.clone();
    CloseOrganizationRequest { name, etag, valid_to: day.to_owned(), ..Default::default() }
}

async fn succeeded(
    server: &TestServer,
    request: SucceedOrganizationsRequest,
) -> SucceedOrganizationsResponse {
    server.organizations().succeed_organizations(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: SucceedOrganizationsRequest) -> Refusal {
    server.organizations().succeed_organizations(request).await.refusal()
}

async fn closed(server: &TestServer, organ: &Organization, day: &str) -> Organization {
    server.organizations().close_organization(close(organ, day)).await.unwrap().into_inner()
}

async fn stored(server: &TestServer, id: &str) -> Organization {
    let request = GetOrganizationRequest { name: format!("organizations/{id}") };
    server.organizations().get_organization(request).await.unwrap().into_inner()
}
