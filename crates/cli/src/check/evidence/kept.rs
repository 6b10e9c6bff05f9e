//! A report that others are compared with, reduced to what the rules need of it.

use nianbao_domain::finding::Message;
use nianbao_domain::organization::{Level, OrganType, Standing};
use nianbao_domain::report::{Content, Narrative, Provenance, ReportKind, ReportYear};
use nianbao_domain::rules::Related;
use sha2::{Digest, Sha256};

use super::identity::Identity;
use crate::input::{Document, Source};

/// What the rules need of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Figures and all words.
    Everything,
    /// Figures and the sections that are compared for copies.
    ComparedWords,
    /// Figures alone.
    Figures,
}

/// The sections that are compared for copies.
const COMPARED: [u8; 2] = [1, 5];
/// About what a sheet takes.
const SHEET_BYTES: usize = 4096;

/// A report that others are compared with.
#[derive(Debug)]
pub struct Kept {
    /// Where it was read from.
    pub source: String,
    /// The digest of its bytes.
    pub digest: [u8; 32],
    /// The name of its organ, for people.
    pub organization: String,
    /// Whose it is.
    pub identity: Identity,
    /// The year.
    pub year: ReportYear,
    /// Own or consolidated.
    pub kind: ReportKind,
    level: Option<Level>,
    organ_type: Option<OrganType>,
    content: Content,
}

impl Kept {
    /// Keeps a document that tells its organ and its year; without them it belongs nowhere.
    pub fn of(
        document: Document,
        bytes: &[u8],
        source: &Source,
        needed: Needed,
    ) -> Result<Self, Message> {
        let identity = Identity::of(&document, None);
        let Document { organization, organization_id, year, kind, content, .. } = document;
        let id = organization_id.map(|id| id.as_str().to_owned());
        let organization = organization.or(id).unwrap_or_default();
        let year = year.filter(|_| !identity.is_unknown()).ok_or_else(nowhere)?;
        Ok(Self {
            source: source.to_string(),
            digest: Sha256::digest(bytes).into(),
            level: Standing::of(None, None, Some(&organization)).level,
            organ_type: OrganType::of_name(&organization),
            organization,
            identity,
            year,
            kind,
            content: reduced(content, needed),
        })
    }

    /// About how many bytes it takes.
    pub fn bytes(&self) -> usize {
        let words = self.content.narrative.parts().map(|part| part.text.len());
        SHEET_BYTES + words.sum::<usize>()
    }

    /// The report as rules compare with it.
    pub fn related(&self) -> Related<'_> {
        Related {
            organization: &self.organization,
            level: self.level,
            organ_type: self.organ_type,
            year: Some(self.year),
            kind: self.kind,
            content: &self.content,
        }
    }
}

fn reduced(mut content: Content, needed: Needed) -> Content {
    content.provenance = Provenance::default();
    match needed {
        Needed::Everything => {}
        Needed::ComparedWords => {
            let mut sections = std::mem::take(&mut content.narrative).sections;
            sections.retain(|section| COMPARED.contains(&section.number));
            content.narrative.sections = sections;
        }
        Needed::Figures => content.narrative = Narrative::default(),
    }
    content
}

fn nowhere() -> Message {
    Message::new(
        "看不出是哪个机关、哪一年的报告，没有用来比较",
        "it does not tell its organ and year, and is not compared with",
    )
}
