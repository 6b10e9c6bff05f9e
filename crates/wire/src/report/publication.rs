//! Where and when a report was published, both ways.

use nianbao_domain::report::Publication;
use nianbao_proto::v1;

use crate::text;
use crate::violation::{Faults, Path};

/// The publication on the wire.
pub(super) fn message(publication: &Publication) -> v1::Publication {
    let Publication { uri, publish_date } = publication;
    v1::Publication { uri: uri.clone(), publish_date: text::written_date(*publish_date) }
}

/// Reads a publication; one that says neither where nor when is none.
pub(super) fn read(
    publication: Option<v1::Publication>,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<Publication> {
    let v1::Publication { uri, publish_date } = publication?;
    let uri = text::uri(uri, &at.field("uri"), faults);
    let publish_date = text::date(&publish_date, &at.field("publish_date"), faults);
    Some(Publication { uri, publish_date }).filter(|it| *it != Publication::default())
}
