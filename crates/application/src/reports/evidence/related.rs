//! A report that another one is compared with.

use nianbao_domain::organization::{Level, OrganType, Standing};
use nianbao_domain::report::{Content, ReportKey, ReportKind, ReportYear, RevisionNumber, Title};
use nianbao_domain::rules::Related;

use crate::store::{ComparedReport, compared_revision};

/// A report that another one is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedReport {
    /// The name of its organ, for people.
    pub organization: String,
    /// The organ's level, where known.
    pub level: Option<Level>,
    /// The organ's type, where known.
    pub organ_type: Option<OrganType>,
    /// The year it is about, where known.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// What it says.
    pub content: Content,
    /// Where it is stored; none for one that was sent along.
    pub source: Option<(ReportKey, RevisionNumber)>,
}

impl RelatedReport {
    /// A report that was sent along: whose it is, its title tells.
    pub fn sent(year: Option<ReportYear>, kind: ReportKind, content: Content) -> Self {
        let name = Title::read(&content.title).organ;
        let level = Standing::of(None, None, name.as_deref()).level;
        let organization = name.unwrap_or_else(|| content.title.clone());
        Self { organization, level, organ_type: None, year, kind, content, source: None }
    }

    /// The report as rules see it.
    pub(super) fn related(&self) -> Related<'_> {
        Related {
            organization: &self.organization,
            level: self.level,
            organ_type: self.organ_type,
            year: self.year,
            kind: self.kind,
            content: &self.content,
        }
    }
}

impl From<ComparedReport> for RelatedReport {
    fn from(stored: ComparedReport) -> Self {
        let ComparedReport { display_name, level, organ_type, head, content } = stored;
        let (year, kind, revision) = (Some(head.key.year), head.key.kind, compared_revision(&head));
        let source = Some((head.key, revision));
        Self { organization: display_name, level, organ_type, year, kind, content, source }
    }
}

/// Reports as rules see them.
pub(super) fn all(reports: &[RelatedReport]) -> Vec<Related<'_>> {
    reports.iter().map(RelatedReport::related).collect()
}
