//! What a document says about itself → the message.

use chrono::NaiveDate;
use nianbao_domain::evidence::PlacedText;
use nianbao_domain::metadata::{Contact, DocumentMetadata};
use nianbao_proto::v1;

/// What a document says about itself; none where it says nothing.
pub fn document_metadata(metadata: &DocumentMetadata) -> Option<v1::DocumentMetadata> {
    let DocumentMetadata {
        published,
        written,
        index_number,
        document_number,
        issuer,
        site,
        uri,
        period,
        contact,
    } = metadata;
    let message = v1::DocumentMetadata {
        publication_date: date(*published),
        written_date: date(*written),
        index_number: words(index_number),
        document_number: words(document_number),
        issuer: words(issuer),
        site: site.clone(),
        uri: uri.clone(),
        period_start: date(period.map(|it| it.first)),
        period_end: date(period.map(|it| it.last)),
        contact: contact_block(contact),
    };
    Some(message).filter(|message| *message != v1::DocumentMetadata::default())
}

fn contact_block(contact: &Contact) -> Option<v1::ContactBlock> {
    let Contact { address, postal_code, phone, fax, email, website } = contact;
    let message = v1::ContactBlock {
        address: words(address),
        postal_code: words(postal_code),
        phone: words(phone),
        fax: words(fax),
        email: words(email),
        website: words(website),
    };
    Some(message).filter(|message| *message != v1::ContactBlock::default())
}

fn date(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn words(text: &Option<PlacedText>) -> String {
    text.as_ref().map(|it| it.text.clone()).unwrap_or_default()
}
