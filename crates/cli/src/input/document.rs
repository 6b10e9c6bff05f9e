//! A report in a document of any readable format.

use nianbao_document::printed::Printed;
use nianbao_document::{Draft, Format, Subject, docx, render};
use nianbao_domain::decision::Decision;
use nianbao_domain::evidence::DocumentEvidence;
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{Content, ReportKind, ReportYear, Title};
use nianbao_wire::{Parsed, binary, json};

use super::{Source, Unreadable};
use crate::arguments::{FontArguments, Target};
use crate::failure::Failure;
use crate::pdf;

/// What a document says.
#[derive(Clone, Debug)]
pub struct Document {
    /// The organ, as the document names it.
    pub organization: Option<String>,
    /// The id of the organ, where the document is a stored report.
    pub organization_id: Option<OrganizationId>,
    /// The caller's own key, where the document is a stored report.
    pub source_key: String,
    /// The year, where the document tells it.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// The report itself.
    pub content: Content,
    /// What was decided about its findings, where the document is a stored report.
    pub decisions: Vec<Decision>,
    /// What reading a page showed; none for the formats of this system.
    pub evidence: Option<DocumentEvidence>,
    /// Whether the document tells its edition; otherwise it is the one prescribed for the year.
    pub edition_certain: bool,
}

impl Document {
    /// Reads a document of any format, recognized from its bytes and the name of its source.
    pub fn read(bytes: &[u8], source: &Source) -> Result<Self, Unreadable> {
        let format = Format::detect(bytes, None, source.file_name())?;
        match format {
            Format::Json => Ok(Self::from(json::read(bytes)?)),
            Format::Protobuf => Ok(Self::from(Parsed::read(binary::decode(bytes)?, "")?)),
            Format::Html
            | Format::Text
            | Format::Csv
            | Format::Pdf
            | Format::Docx
            | Format::Xlsx
            | Format::Zip => Ok(Self::from(nianbao_document::read(bytes, format)?)),
        }
    }

    /// The report in another form.
    pub fn write(&self, target: Target, fonts: &FontArguments) -> Result<Vec<u8>, Failure> {
        let printed = || Printed::of(&self.subject(), &self.content);
        match target {
            Target::Json => self.to_json(),
            Target::Docx => docx::write(&printed(), &fonts.names())
                .map_err(|why| unwritable(target, &why.to_string())),
            Target::Pdf => pdf::write(&printed(), fonts),
            Target::Csv | Target::Html | Target::Md | Target::Xlsx => self.rendered(target),
        }
    }

    /// The figures, a line a printed cell.
    pub fn figures(&self) -> Result<Vec<u8>, Failure> {
        self.rendered(Target::Csv)
    }

    fn rendered(&self, target: Target) -> Result<Vec<u8>, Failure> {
        render(&self.subject(), &self.content, target.rendition())
            .map_err(|why| unwritable(target, &why.to_string()))
    }

    /// An indented JSON message.
    fn to_json(&self) -> Result<Vec<u8>, Failure> {
        match json::to_json_pretty(&self.to_parsed().to_message()) {
            Ok(text) => Ok((text + "\n").into_bytes()),
            Err(why) => Err(Failure::unreadable(format!("无法写成 JSON：{why}"), why.to_string())),
        }
    }

    /// Whose report it is, as far as the document tells.
    fn subject(&self) -> Subject<'_> {
        Subject {
            organization_id: self.organization_id.as_ref(),
            organization_name: self.organization.as_deref().unwrap_or_default(),
            year: self.year,
            kind: self.kind,
        }
    }

    /// The report as the contract has it, without what only a store gives.
    pub fn to_parsed(&self) -> Parsed {
        let named = || self.organization.as_deref()?.parse().ok();
        Parsed {
            organization: self.organization_id.clone().or_else(named),
            year: self.year,
            kind: self.kind,
            source_key: self.source_key.clone(),
            content: self.content.clone(),
            decisions: self.decisions.clone(),
        }
    }
}

fn unwritable(target: Target, why: &str) -> Failure {
    Failure::unreadable(format!("无法写成 {}：{why}", target.rendition()), why)
}

impl From<Draft> for Document {
    fn from(draft: Draft) -> Self {
        Self {
            organization: draft.organization_name,
            organization_id: draft.organization_id,
            source_key: String::new(),
            year: draft.year,
            kind: draft.kind,
            content: draft.content,
            decisions: Vec::new(),
            evidence: Some(draft.evidence),
            edition_certain: draft.edition_certain,
        }
    }
}

impl From<Parsed> for Document {
    fn from(parsed: Parsed) -> Self {
        let Parsed { organization, year, kind, source_key, content, decisions } = parsed;
        let named = Title::read(&content.title).organ;
        let id = || organization.as_ref().map(|id| id.as_str().to_owned());
        Self {
            organization: named.or_else(id),
            organization_id: organization,
            source_key,
            year,
            kind,
            content,
            decisions,
            evidence: None,
            edition_certain: true,
        }
    }
}
