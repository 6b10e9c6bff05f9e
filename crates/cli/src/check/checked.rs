//! A document that was checked, or could not be.

use nianbao_domain::finding::Message;
use nianbao_domain::form::Edition;
use nianbao_domain::metadata::DocumentMetadata;
use nianbao_domain::organization::Standing;
use nianbao_domain::report::{ReportKind, ReportYear, china_date};
use nianbao_domain::rules::Case;
use sha2::{Digest, Sha256};

use super::evidence::{Compared, Matched};
use super::preview::FixPreview;
use super::settings::Settings;
use crate::clock;
use crate::finding::{Outcome, Subject, Verdict};
use crate::input::{Document, Source, Unreadable};
use crate::language::Language;

/// A document that was checked, or could not be.
pub struct Checked {
    /// Where it comes from.
    pub source: String,
    /// The digest of its bytes, where there are any.
    pub digest: Option<String>,
    /// What came of it.
    pub result: Result<Report, Unreadable>,
}

/// What was checked, and what that came to.
pub struct Report {
    /// The organ, as the document names it.
    pub organization: Option<String>,
    /// The year.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// The edition of the form.
    pub edition: Edition,
    /// Whether the document tells its edition.
    pub edition_certain: bool,
    /// The level of the organ, and where it is known from.
    pub standing: Standing,
    /// What it was compared with.
    pub compared: Compared,
    /// What was found.
    pub verdict: Verdict,
    /// What the document says about itself, where it says anything.
    pub metadata: Option<DocumentMetadata>,
    /// What it would be with the certain suggestions, where that was asked for.
    pub preview: Option<FixPreview>,
}

impl Checked {
    /// Reads and checks a source.
    pub fn of(source: &Source, settings: &Settings<'_>) -> Self {
        let bytes = match source.read() {
            Ok(bytes) => bytes,
            Err(why) => return Self::unreadable(source, None, why),
        };
        let digest = Some(format!("sha256:{}", hexadecimal(&Sha256::digest(&bytes))));
        match Document::read(&bytes, source) {
            Ok(document) => {
                let report = Report::of(document, source, settings);
                Self { source: source.to_string(), digest, result: Ok(report) }
            }
            Err(why) => Self::unreadable(source, digest, why),
        }
    }

    /// A source that gives no report.
    pub fn unreadable(source: &Source, digest: Option<String>, why: Unreadable) -> Self {
        Self { source: source.to_string(), digest, result: Err(why) }
    }

    /// What it comes to.
    pub fn outcome(&self) -> Outcome {
        self.result.as_ref().map_or(Outcome::Unreadable, |report| report.verdict.outcome)
    }

    /// Its findings as records of a table.
    pub fn records(&self, language: Language) -> Vec<Vec<String>> {
        let source = self.source.clone();
        match &self.result {
            Ok(report) => report.subject(source).records(&report.verdict, language),
            Err(Unreadable { message }) => {
                let message: &Message = message;
                vec![Subject { source, ..Subject::default() }.unreadable(language.of(message))]
            }
        }
    }
}

impl Report {
    fn of(document: Document, source: &Source, settings: &Settings<'_>) -> Self {
        let organ = settings.organ;
        let standing = Standing::of(settings.level, organ, document.organization.as_deref());
        let Matched { previous, siblings, children, compared, troubles } =
            settings.evidence.matched(&document, organ);
        settings.note(source, troubles);
        let mut case = Case::new(&document.content);
        case.year = document.year;
        case.kind = document.kind;
        case.organization = organ;
        case.standing = standing;
        case.document = document.evidence.as_ref();
        case.date = Some(china_date(clock::now()));
        case.previous = previous;
        case.siblings = siblings;
        case.children = children;
        let ruling = settings.ruling;
        let validation = ruling.validate(&case);
        let preview = settings.fix_preview.then(|| FixPreview::of(&case, &validation, ruling));
        let validation = validation.answered_by(&document.decisions, china_date(clock::now()));
        let rule_set = ruling.version.clone();
        let verdict = Verdict { rule_set, ..Verdict::from(&validation) };
        let metadata = document.evidence.map(|it| it.metadata);
        let metadata = metadata.filter(|it| *it != DocumentMetadata::default());
        Self {
            edition: document.content.sheet.edition(),
            edition_certain: document.edition_certain,
            organization: document.organization,
            year: document.year,
            kind: document.kind,
            standing,
            compared,
            verdict,
            metadata,
            preview,
        }
    }

    fn subject(&self, source: String) -> Subject {
        Subject {
            source,
            organization: self.organization.clone().unwrap_or_default(),
            year: self.year.map(|year| year.to_string()).unwrap_or_default(),
            kind: self.kind.code(),
            edition: self.edition.code(),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
