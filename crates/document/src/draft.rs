//! From bytes to a draft report.

use std::collections::BTreeMap;

use nianbao_domain::evidence::{DocumentEvidence, Heading, PlacedText};
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{Content, Narrative, ReportKind, ReportYear, SectionText};

use crate::identity::Identity;
use crate::page::{self, Block, Hidden, Page};
use crate::recognition::{self, Outline, OutlineSection};
use crate::tables;
use crate::{CsvProblem, Format, MAX_BYTES, ReadError, charset, no_report};

/// A report as a document shows it, with everything strange about the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The registered organ, where the document is one of this system.
    pub organization_id: Option<OrganizationId>,
    /// The organ, as the title names it, or else the publisher or the signature.
    pub organization_name: Option<String>,
    /// The report year in the title.
    pub year: Option<ReportYear>,
    /// Own, or a government's for all its organs.
    pub kind: ReportKind,
    /// What the report says.
    pub content: Content,
    /// What reading it showed beyond that.
    pub evidence: DocumentEvidence,
    /// The encoding of the text, where the format is text.
    pub charset: Option<&'static str>,
    /// The format it was read as.
    pub format: Format,
    /// Whether labels of the document tell its edition; otherwise the edition is the one that is
    /// prescribed for the year.
    pub edition_certain: bool,
    /// What an office document carries unseen about itself, by name: its custom properties.
    pub identity: BTreeMap<String, String>,
}

/// Reads a document.
///
/// What cannot be placed is refused within the draft; an error means that there is no draft at all.
///
/// # Errors
/// See [`ReadError`]; [`Format::Json`] and [`Format::Protobuf`] are [`ReadError::NotReadHere`].
pub fn read(bytes: &[u8], format: Format) -> Result<Draft, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { limit: MAX_BYTES, found: bytes.len() });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if matches!(format, Format::Json | Format::Protobuf) {
        return Err(ReadError::NotReadHere(format));
    }
    let draft = match format {
        Format::Docx => of_page(page::read_docx(bytes)?, format)?,
        Format::Xlsx => of_page(page::read_xlsx(bytes)?, format)?,
        Format::Zip => return Err(ReadError::ManyDocuments),
        Format::Pdf => of_page(page::read_pdf(bytes)?, format)?,
        _ => of_text(bytes, format)?,
    };
    match draft.content.excess() {
        Some(excess) => Err(ReadError::TooLong(excess)),
        None => Ok(draft),
    }
}

fn of_text(bytes: &[u8], format: Format) -> Result<Draft, ReadError> {
    let (text, charset) = charset::decode(bytes)?;
    let draft = match format {
        Format::Csv => of_csv(&text)?,
        Format::Html => of_html(&text)?,
        _ => of_page(page::read_text(&text)?, format)?,
    };
    Ok(Draft { charset: Some(charset), ..draft })
}

/// A page as it is shown; where that lacks sections of a report, and what the page hides has more of
/// them, a script shows them, and they are read as well.
fn of_html(text: &str) -> Result<Draft, ReadError> {
    let page = page::read_html(text, Hidden::Dropped)?;
    if !page.media.hides {
        return of_page(page, Format::Html);
    }
    let whole = || of_page(page::read_html(text, Hidden::Read)?, Format::Html);
    let sections = |draft: &Draft| draft.content.narrative.sections.len();
    match of_page(page, Format::Html) {
        Ok(shown) if sections(&shown) == shown.content.sheet.edition().form().sections.len() => {
            Ok(shown)
        }
        Ok(shown) => {
            let whole = whole().ok().filter(|whole| sections(whole) > sections(&shown));
            Ok(whole.unwrap_or(shown))
        }
        Err(error) => whole().map_err(|_| error),
    }
}

/// The figures as this system writes them, or else the rows of worksheets.
fn of_csv(text: &str) -> Result<Draft, ReadError> {
    match crate::csv::read(text) {
        Err(header @ ReadError::Csv { problem: CsvProblem::Header, .. }) => {
            of_page(page::read_separated(text)?, Format::Csv).map_err(|error| match error {
                ReadError::NotAReport(_) => header,
                error => error,
            })
        }
        read => read,
    }
}

fn of_page(mut page: Page, format: Format) -> Result<Draft, ReadError> {
    let identity = std::mem::take(&mut page.meta.identity);
    let unseen = Identity::read(&identity)?;
    let credit_codes = recognition::credit_codes(page.texts());
    let lines = page.blocks.len();
    let media = std::mem::take(&mut page.media);
    let source = page.meta.source.clone();
    let mut outline = recognition::outline(page);
    let unseen = unseen.beside(outline.organ.as_deref(), outline.year);
    let kind = unseen.kind.unwrap_or_else(|| outline.kind());
    outline.year = outline.year.or(unseen.year);
    let tables = tables::read(&mut outline);
    let prose = words(&outline.preamble);
    no_report::refuse(&outline, &tables, &media, (lines, &prose))?;
    let pictures = no_report::pictures(&outline, &tables, media);
    let mut content = Content::blank(tables.sheet);
    content.title = outline.title.clone().unwrap_or_default();
    content.provenance = tables.provenance;
    content.publication = outline.publication.take();
    content.narrative = narrative(&outline);
    if kind == ReportKind::Consolidated && source.contains("办公") {
        content.compiled_by = source;
    }
    Ok(Draft {
        organization_id: unseen.organization_id,
        organization_name: unseen.organization.or(outline.organ),
        year: outline.year,
        kind,
        content,
        evidence: DocumentEvidence {
            metadata: outline.metadata,
            pictures,
            headings: outline.sections.iter().map(heading).collect(),
            chrome: outline.chrome,
            credit_codes,
            ..tables.evidence
        },
        charset: None,
        format,
        edition_certain: tables.edition_certain,
        identity,
    })
}

fn heading(section: &OutlineSection) -> Heading {
    Heading { section: section.number, title: section.title.clone(), official: section.official }
}

fn narrative(outline: &Outline) -> Narrative {
    let section = |it: &OutlineSection| SectionText {
        number: it.number,
        title: if it.official { String::new() } else { it.title.text.clone() },
        text: words(&it.blocks),
    };
    let closing: Vec<&str> = outline.closing.iter().map(|line| line.text.as_str()).collect();
    Narrative {
        preamble: words(&outline.preamble),
        sections: outline.sections.iter().map(section).collect(),
        closing: closing.join("\n"),
    }
}

/// The words of blocks, a paragraph a line; rows of tables in text with strokes between the cells.
fn words(blocks: &[Block]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks {
        match block {
            Block::Line(PlacedText { text, .. }) => lines.push(text.clone()),
            Block::Table(grid) => lines.extend((0..grid.height()).filter_map(|row| {
                let cells: Vec<String> =
                    grid.words(row).iter().map(|it| it.text.replace('\n', " ")).collect();
                (!cells.is_empty()).then(|| cells.join(" | "))
            })),
        }
    }
    lines.join("\n")
}
