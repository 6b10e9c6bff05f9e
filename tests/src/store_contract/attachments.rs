//! Files that are kept with reports.

use bytes::Bytes;
use nianbao_application::Resource;
use nianbao_application::access::Scope;
use nianbao_application::query::{AttachmentParent, AttachmentQuery};
use nianbao_application::reports::Original;
use nianbao_application::store::{Attached, CHUNK_BYTES, CommitError, Store, Write};
use nianbao_domain::report::{Attachment, AttachmentRole, Head, ReportKey, ReportKind};

use super::given::{
    below, changes, commit, head, id, key, now, organ, organ_below, register, revision, titled,
};

/// So many bytes, no two chunks of which are the same.
fn content(bytes: usize) -> Bytes {
    (0..bytes).map(|at| u8::try_from(at % 251).unwrap()).collect()
}

/// A file with this content, kept with a report.
pub fn attached(head: &Head, content: Bytes) -> Attached {
    let original = Original::new(String::new(), String::new(), content);
    let attachment = Attachment {
        number: 1,
        role: AttachmentRole::Original,
        revision: 1,
        filename: "司前镇 2024 \u{1F4C4}.html".to_owned(),
        media_type: "text/html".to_owned(),
        size_bytes: original.content.len() as u64,
        sha256: original.sha256,
        sm3: original.sm3,
        source_uri: "https://example.cn/1.html".to_owned(),
        author: "alice".to_owned(),
        create_time: now(),
    };
    Attached { head: head.clone(), attachment, content: original.content }
}

/// A report that was read from a file with this content; its organ is registered.
pub async fn imported<S: Store>(store: &S, key: ReportKey, content: Bytes) -> Attached {
    let head = head(key);
    let kept = attached(&head, content);
    let create = Write::CreateReport(head.clone(), revision(1, titled("")));
    store.commit(changes(vec![create, Write::Attach(Box::new(kept.clone()))])).await.unwrap();
    kept
}

/// The bytes that are stored under the digest of a file, chunk by chunk.
pub async fn stored<S: Store>(store: &S, kept: &Attached) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for number in 0.. {
        match store.chunk(&kept.attachment.sha256, number).await.unwrap() {
            Some(chunk) => {
                assert!(!chunk.is_empty() && chunk.len() <= CHUNK_BYTES);
                bytes.extend_from_slice(&chunk);
            }
            None => break,
        }
    }
    (!bytes.is_empty()).then_some(bytes)
}

async fn names<S: Store>(
    store: &S,
    scope: &Scope,
    parent: AttachmentParent,
    filter: &str,
) -> Vec<String> {
    let query = AttachmentQuery::of(parent, filter, "", "", 10).unwrap();
    let found = store.attachments(scope, &query).await.unwrap();
    found.iter().map(|it| it.report.to_string()).collect()
}

fn any() -> AttachmentParent {
    AttachmentParent { organization: None, report: None }
}

/// Every byte, and everything that is known of it.
pub async fn a_file_is_read_back_as_it_was_kept<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    for (year, bytes) in
        (2019..).zip([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 9 * CHUNK_BYTES + 7])
    {
        let kept = imported(store, key("siqian", year), content(bytes)).await;
        let read = store.attachment(&kept.head, 1).await.unwrap();
        assert_eq!(read.as_ref(), Some(&kept.attachment));
        assert_eq!(store.attachment(&kept.head, 2).await.unwrap(), None);
        assert!(stored(store, &kept).await.unwrap() == kept.content, "{bytes}");
    }
}

/// The last report that has a content takes it away.
pub async fn a_content_stays_as_long_as_a_report_has_it<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let bytes = content(2 * CHUNK_BYTES + 1);
    let first = imported(store, key("siqian", 2023), bytes.clone()).await;
    let second = imported(store, key("siqian", 2024), bytes.clone()).await;
    commit(store, Write::DeleteReport(first.head.clone())).await.unwrap();
    assert_eq!(store.attachment(&first.head, 1).await.unwrap(), None);
    assert!(stored(store, &second).await.unwrap() == bytes);
    commit(store, Write::DeleteReport(second.head.clone())).await.unwrap();
    assert!(stored(store, &second).await.is_none());
    let again = imported(store, key("siqian", 2024), bytes.clone()).await;
    assert!(stored(store, &again).await.unwrap() == bytes);
}

/// Also in one commit.
pub async fn a_report_and_its_file_take_the_place_of_others<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let bytes = content(10);
    let old = imported(store, key("siqian", 2023), bytes.clone()).await;
    let gone = imported(store, key("siqian", 2022), content(11)).await;
    let head = head(key("siqian", 2024));
    let kept = attached(&head, bytes.clone());
    let writes = vec![
        Write::DeleteReport(old.head.clone()),
        Write::DeleteReport(gone.head.clone()),
        Write::CreateReport(head, revision(1, titled(""))),
        Write::Attach(Box::new(kept.clone())),
    ];
    store.commit(changes(writes)).await.unwrap();
    assert!(stored(store, &kept).await.unwrap() == bytes);
    assert!(stored(store, &gone).await.is_none());
}

/// Where the report is refused, nothing of its file is there.
pub async fn nothing_is_kept_of_a_file_whose_report_is_refused<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    imported(store, key("siqian", 2024), content(1)).await;
    let head = head(key("siqian", 2024));
    let kept = attached(&head, content(5));
    let create = Write::CreateReport(head.clone(), revision(1, titled("")));
    let both = changes(vec![create, Write::Attach(Box::new(kept.clone()))]);
    let refused = store.commit(both).await;
    let resource = Resource::Report(head.key.clone());
    assert!(matches!(refused, Err(CommitError::Exists(it)) if it == resource));
    assert!(stored(store, &kept).await.is_none());
    assert_eq!(store.attachment(&head, 1).await.unwrap(), None);
}

/// By content, by report, by organ, and only what the scope holds.
pub async fn files_are_found_by_their_content<S: Store>(store: &S) {
    register(store, organ("city")).await;
    register(store, organ_below("city", "siqian")).await;
    register(store, organ("other")).await;
    let here = imported(store, key("siqian", 2024), content(3)).await;
    imported(store, key("siqian", 2023), content(4)).await;
    imported(store, key("other", 2024), content(3)).await;
    let same = format!("sha256 = \"{}\"", here.attachment.sha256);
    let prefixed = format!("sha256 = \"sha256:{}\"", here.attachment.sha256);
    let both = ["organizations/other/reports/2024", "organizations/siqian/reports/2024"];
    for filter in [&same, &prefixed] {
        assert_eq!(names(store, &Scope::All, any(), filter).await, both);
        assert_eq!(names(store, &below("city"), any(), filter).await, both[1..]);
    }
    let own = AttachmentParent { organization: Some(id("siqian")), ..any() };
    assert_eq!(names(store, &Scope::All, own.clone(), &same).await, both[1..]);
    assert_eq!(names(store, &below("other"), own.clone(), "").await, [] as [&str; 0]);
    let report = Some((2023.try_into().unwrap(), ReportKind::Own));
    let one = AttachmentParent { report, ..own.clone() };
    assert_eq!(names(store, &Scope::All, one, "").await, ["organizations/siqian/reports/2023"]);
    assert_eq!(names(store, &Scope::All, own, "").await.len(), 2);
}

/// Reports that come and go at the same time with the same file: whoever is left has all of it.
pub async fn a_file_that_comes_and_goes_at_once_is_whole_or_gone<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let bytes = content(3 * CHUNK_BYTES);
    let come_and_go = async |year| {
        for _ in 0..6 {
            let kept = imported(store, key("siqian", year), bytes.clone()).await;
            assert!(stored(store, &kept).await.unwrap() == bytes, "{year}");
            commit(store, Write::DeleteReport(kept.head)).await.unwrap();
        }
    };
    futures_util::future::join_all((2010..2018).map(come_and_go)).await;
    let last = imported(store, key("siqian", 2024), bytes.clone()).await;
    commit(store, Write::DeleteReport(last.head.clone())).await.unwrap();
    assert!(stored(store, &last).await.is_none());
}
