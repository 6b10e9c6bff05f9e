//! What a document says about itself, in the public JSON form.

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::metadata::{Contact, DocumentMetadata};
use serde::Serialize;

/// What a document says about itself, as printed. Keys may be added, never renamed; what it does not
/// say has none.
#[derive(Serialize)]
pub struct MetadataEntry {
    #[serde(skip_serializing_if = "Option::is_none")]
    publication_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    site: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<[String; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<ContactEntry>,
}

#[derive(Serialize)]
struct ContactEntry {
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fax: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<String>,
}

impl From<DocumentMetadata> for MetadataEntry {
    fn from(metadata: DocumentMetadata) -> Self {
        let period = metadata.period.map(|it| [it.first.to_string(), it.last.to_string()]);
        let contact = Some(metadata.contact).filter(|it| *it != Contact::default());
        Self {
            publication_date: metadata.published.map(|day| day.to_string()),
            written_date: metadata.written.map(|day| day.to_string()),
            index_number: words(metadata.index_number),
            document_number: words(metadata.document_number),
            issuer: words(metadata.issuer),
            site: metadata.site,
            uri: metadata.uri,
            period,
            contact: contact.map(ContactEntry::from),
        }
    }
}

impl From<Contact> for ContactEntry {
    fn from(contact: Contact) -> Self {
        Self {
            address: words(contact.address),
            postal_code: words(contact.postal_code),
            phone: words(contact.phone),
            fax: words(contact.fax),
            email: words(contact.email),
            website: words(contact.website),
        }
    }
}

fn words(text: Option<PlacedText>) -> Option<String> {
    text.map(|it| it.text)
}
