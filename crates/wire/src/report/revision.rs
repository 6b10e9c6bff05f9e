//! A revision → the message: only what it fixes.

use nianbao_domain::report::{ReportKey, Revision};
use nianbao_proto::v1;
use uuid::Uuid;

use super::message::{contained, named, signed};
use crate::concept::Concept;
use crate::name;
use crate::time::timestamp;

/// A revision of a report with what it said. Fields of the report that change later are left out.
pub fn revision(key: &ReportKey, uid: Uuid, revision: &Revision) -> v1::Revision {
    let content = named(key, uid, contained(&revision.content));
    let report = v1::Report { revision: signed(revision.number), ..content };
    v1::Revision { report: Some(report), ..revision_entry(key, revision) }
}

/// A revision as lists show it, without its content.
pub fn revision_entry(key: &ReportKey, revision: &Revision) -> v1::Revision {
    let Revision { number, kind, content: _, create_time, author } = revision;
    v1::Revision {
        name: name::revision_name(key, *number),
        number: signed(*number),
        kind: kind.to_wire(),
        report: None,
        create_time: Some(timestamp(*create_time)),
        author: author.clone(),
    }
}
