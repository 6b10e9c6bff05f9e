//! The parts of a report in the order of the page.

use std::collections::BTreeMap;

use nianbao_domain::chrome::is_chrome;
use nianbao_domain::evidence::PlacedText;
use nianbao_domain::metadata::DocumentMetadata;
use nianbao_domain::report::{Publication, ReportYear};

use super::footer::ends_a_report;
use super::heading::{self, HeadingLine, Numbering};
use super::organ::is_organ_name;
use super::page_number::page_number;
use super::title::{self, PlacedTitle, Title};
use super::{date, metadata, organ};
use crate::page::{Block, Meta, Page};

/// A page taken apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    /// The title as printed, if there is one.
    pub title: Option<String>,
    /// The organ that reports.
    pub organ: Option<String>,
    /// The year that is reported on.
    pub year: Option<ReportYear>,
    /// What the document says about itself.
    pub metadata: DocumentMetadata,
    /// Where and when the page was published.
    pub publication: Option<Publication>,
    /// What stands between title and first section.
    pub preamble: Vec<Block>,
    /// The sections in the order of the page.
    pub sections: Vec<OutlineSection>,
    /// What stands behind the last section: signature and date.
    pub closing: Vec<PlacedText>,
    /// Lines that are no part of the report.
    pub chrome: Vec<PlacedText>,
    /// How many lines above the text are titles of reports: many are a list.
    pub titles: usize,
}

/// A section with what stands in it.
#[derive(Clone, Debug)]
pub(crate) struct OutlineSection {
    /// 1 to 6.
    pub number: u8,
    /// Its title without numbering, and where it stands.
    pub title: PlacedText,
    /// Whether the title is the form's.
    pub official: bool,
    /// Its lines and tables.
    pub blocks: Vec<Block>,
}

/// Takes a page apart.
pub(crate) fn outline(page: Page) -> Outline {
    let Page { meta, blocks, chrome, media: _ } = page;
    let headings = headings(&blocks);
    let first = headings.first().map_or(blocks.len(), |(at, _)| *at);
    let mut outline = Outline { chrome, ..Outline::default() };
    let head = lines(&blocks[..first]);
    let title = title::find(&head.iter().map(|(_, line)| *line).collect::<Vec<_>>());
    outline.titles = head.iter().filter(|(_, line)| Title::read(&line.text).is_some()).count();
    let above = title.as_ref().map_or_else(|| first_prose(&head), |it| it.from);
    let from = title.as_ref().map_or(above, |it| it.to);
    let is_bare = title.is_none() && headings.is_empty();
    let from = if is_bare { 0 } else { head.get(from).map_or(first, |(at, _)| *at) };
    outline.name(title.as_ref(), &meta);
    outline.metadata = metadata::of_head(&meta, &head_texts(&blocks[..first]));
    outline.publish();
    outline.adopt_issuer();
    if !is_bare {
        outline.chrome.extend(head[..above].iter().map(|(_, line)| (*line).clone()));
    }
    outline.divide(blocks, &headings, from, first);
    outline.close();
    outline.read_text();
    outline.year = outline.year.or_else(|| period(&outline.preamble));
    outline
}

/// The first line that is a sentence: without a title the text begins there.
fn first_prose(head: &[(usize, &PlacedText)]) -> usize {
    head.iter().position(|(_, line)| line.text.ends_with('。')).unwrap_or(head.len())
}

/// The lines among blocks, with their places.
fn lines(blocks: &[Block]) -> Vec<(usize, &PlacedText)> {
    let mut lines = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Line(line) = block {
            lines.push((at, line));
        }
    }
    lines
}

/// So many lines at the head of a document are looked at for what it says about itself.
const MOST_TEXTS: usize = 200;

/// The lines and the cells of tables among blocks, in reading order.
fn head_texts(blocks: &[Block]) -> Vec<PlacedText> {
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Block::Line(line) => texts.push(line.clone()),
            Block::Table(grid) => texts.extend(
                grid.cells()
                    .iter()
                    .filter(|cell| !cell.text.is_empty())
                    .take(MOST_TEXTS)
                    .map(|cell| PlacedText { line: cell.line, text: cell.text.to_string() }),
            ),
        }
        if texts.len() >= MOST_TEXTS {
            break;
        }
    }
    texts
}

/// A heading with its place among the blocks.
type PlacedHeading = (usize, Found);

/// A heading as found, owned.
#[derive(Clone, Debug)]
struct Found {
    section: u8,
    title: PlacedText,
    rest: String,
    official: bool,
    numbering: Numbering,
}

impl Found {
    fn new(heading: &HeadingLine<'_>, line: u32) -> Self {
        Self {
            section: heading.section,
            title: PlacedText { line, text: heading.title.to_owned() },
            rest: heading.rest.to_owned(),
            official: heading.official,
            numbering: heading.numbering,
        }
    }
}

/// The headings of the six sections, each at most once, in the order of the page.
fn headings(blocks: &[Block]) -> Vec<PlacedHeading> {
    let lines = lines(blocks);
    let certain = lines.iter().filter_map(|(at, line)| {
        Some((*at, Found::new(&heading::certain(&line.text)?, line.line)))
    });
    let mut headings = without_contents(certain.collect());
    let has_digits = headings.iter().any(|(_, found)| found.numbering == Numbering::Minor);
    for (at, line) in lines {
        let likely = heading::likely(&line.text)
            .filter(|it| has_digits == (it.numbering == Numbering::Minor));
        let Some(likely) = likely else { continue };
        insert_likely(&mut headings, at, Found::new(&likely, line.line));
    }
    headings
}

/// Drops a table of contents (headings in a row that all come again), headings within sections
/// (digits below Chinese numerals), and of several headings for a section all but the best.
fn without_contents(all: Vec<PlacedHeading>) -> Vec<PlacedHeading> {
    let comes_again = |at: usize| {
        all[at + 1..].iter().take(16).any(|(_, later)| later.section == all[at].1.section)
    };
    let beside = |at: usize| {
        let next = all.get(at + 1).is_some_and(|(place, _)| *place == all[at].0 + 1);
        next || (at > 0 && all[at - 1].0 + 1 == all[at].0)
    };
    let has_numerals = all.iter().any(|(_, found)| found.numbering < Numbering::Absent);
    let mut best: BTreeMap<u8, PlacedHeading> = BTreeMap::new();
    for (at, (place, found)) in all.iter().enumerate() {
        let is_within = has_numerals && found.numbering == Numbering::Minor;
        let known = best.get(&found.section).map(|(_, known)| known.numbering);
        let is_better = known.is_none_or(|known| found.numbering < known);
        if !is_within && is_better && !(beside(at) && comes_again(at)) {
            best.insert(found.section, (*place, found.clone()));
        }
    }
    let mut best: Vec<PlacedHeading> = best.into_values().collect();
    best.sort_by_key(|(place, _)| *place);
    best
}

/// Takes in a likely heading if its section has none and it stands where it belongs.
fn insert_likely(headings: &mut Vec<PlacedHeading>, at: usize, found: Found) {
    if headings.iter().any(|(_, known)| known.section == found.section) {
        return;
    }
    let place = headings.partition_point(|(known, _)| *known < at);
    let before = place.checked_sub(1).and_then(|it| headings.get(it));
    let follows = before.is_none_or(|(_, known)| known.section < found.section);
    let precedes = headings.get(place).is_none_or(|(_, known)| known.section > found.section);
    if follows && precedes && !headings.is_empty() {
        headings.insert(place, (at, found));
    }
}

impl Outline {
    fn name(&mut self, found: Option<&PlacedTitle>, meta: &Meta) {
        let in_meta = || {
            let name = |text: &str| Title::read(text.split(['-', '_', '|', '—']).next()?);
            name(&meta.article_title).or_else(|| name(&meta.title))
        };
        let Some(title) = found.map(|it| it.title.clone()).or_else(in_meta) else { return };
        self.organ = title.organ;
        self.year = title.year;
        self.title = Some(title.text);
    }

    fn publish(&mut self) {
        let DocumentMetadata { published, uri, .. } = &self.metadata;
        if published.is_some() || !uri.is_empty() {
            self.publication = Some(Publication { uri: uri.clone(), publish_date: *published });
        }
    }

    /// The organ where the title does not name it: whoever published the page.
    fn adopt_issuer(&mut self) {
        if self.organ.is_none() && self.title.is_some() {
            let mut issuer = self.metadata.issuer.iter().map(|it| date::normal(&it.text));
            self.organ = issuer.find(|name| is_organ_name(name));
        }
    }

    /// Takes what preamble and overview say of the period and of whom to ask.
    fn read_text(&mut self) {
        let overview = self.sections.first().map_or(&[][..], |section| &section.blocks);
        let texts = lines(&self.preamble).into_iter().chain(lines(overview)).map(|(_, line)| line);
        metadata::read_text(&mut self.metadata, texts.take(MOST_TEXTS));
    }

    fn divide(
        &mut self,
        blocks: Vec<Block>,
        headings: &[PlacedHeading],
        from: usize,
        first: usize,
    ) {
        let mut next = headings.iter().peekable();
        for (at, block) in blocks.into_iter().enumerate() {
            if let Some((_, found)) = next.next_if(|(place, _)| *place == at) {
                self.sections.push(section(found));
            } else if is_page_number(&block) {
                self.chrome.extend(lines_of(vec![block]));
            } else if at >= first {
                if let Some(section) = self.sections.last_mut() {
                    section.blocks.push(block);
                }
            } else if at >= from {
                self.preamble.push(block);
            } else if let Block::Table(grid) = block {
                let words = (0..grid.height()).flat_map(|row| grid.words(row));
                let words = words.map(|it| PlacedText { line: it.line, text: it.text.to_string() });
                self.chrome.extend(words);
            }
        }
        let (chrome, preamble) = self.preamble.drain(..).partition(is_chrome_block);
        self.preamble = preamble;
        self.chrome.extend(lines_of(chrome));
    }

    /// Cuts off what stands behind the report, and sets signature and date apart.
    fn close(&mut self) {
        let blocks = match self.sections.last_mut() {
            Some(section) => &mut section.blocks,
            None => &mut self.preamble,
        };
        // Behind a report its page may have it again, for telephones, or name others.
        let is_next = |text: &str| Title::read(text).is_some_and(|title| title.year.is_some());
        let ends = |block: &Block| match block {
            Block::Line(line) => ends_a_report(&line.text) || is_next(&line.text),
            Block::Table(_) => false,
        };
        if let Some(at) = blocks.iter().position(ends) {
            self.chrome.extend(lines_of(blocks.split_off(at)));
        }
        self.closing = signature(blocks, self.organ.as_deref());
        if self.organ.is_none() && self.title.is_some() {
            let mut names = self.closing.iter().map(|line| date::normal(&line.text));
            self.organ = names.find(|name| is_organ_name(name));
        }
    }

    /// Whose figures the report gives.
    pub(crate) fn kind(&self) -> nianbao_domain::report::ReportKind {
        organ::kind(self.organ.as_deref())
    }
}

/// The year of the period that a preamble states: 本报告的统计期限自2024年1月1日起.
fn period(preamble: &[Block]) -> Option<ReportYear> {
    lines(preamble).into_iter().find_map(|(_, line)| {
        let text = date::normal(&line.text);
        let (begins, _) = text.match_indices("年1月1日").next()?;
        let (year, words) = date::year(&text[..begins])?;
        (words.end == begins).then_some(year)
    })
}

fn section(found: &Found) -> OutlineSection {
    let rest = Some(&found.rest).filter(|rest| !rest.is_empty());
    let rest =
        rest.map(|text| Block::Line(PlacedText { line: found.title.line, text: text.clone() }));
    OutlineSection {
        number: found.section,
        title: found.title.clone(),
        official: found.official,
        blocks: rest.into_iter().collect(),
    }
}

/// Whether a line is the number of a page, which a text that was printed has between its lines.
fn is_page_number(block: &Block) -> bool {
    let Block::Line(line) = block else { return false };
    page_number(&line.text).is_some_and(|it| it.decorated)
}

fn is_chrome_block(block: &Block) -> bool {
    match block {
        Block::Line(line) => is_chrome(&line.text),
        Block::Table(_) => false,
    }
}

fn lines_of(blocks: Vec<Block>) -> Vec<PlacedText> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Line(line) => lines.push(line),
            Block::Table(grid) => {
                let words = (0..grid.height()).flat_map(|row| grid.words(row));
                lines.extend(
                    words.map(|it| PlacedText { line: it.line, text: it.text.to_string() }),
                );
            }
        }
    }
    lines
}

/// Takes the date, and the organ above or below it, from the end of the report.
fn signature(blocks: &mut Vec<Block>, organ: Option<&str>) -> Vec<PlacedText> {
    let is_organ = |words: &str| is_organ_name(words) || organ == Some(words);
    let signs = |line: &PlacedText| {
        let words = date::normal(&line.text);
        let both = words.find("20").map(|at| words.split_at(at));
        date::is_date_line(&line.text)
            || is_organ(&words)
            || both.is_some_and(|(name, day)| is_organ(name) && date::is_date_line(day))
    };
    let mut count = 0;
    while let Some(Block::Line(line)) = blocks.len().checked_sub(count + 1).map(|at| &blocks[at]) {
        if count == 3 || !signs(line) {
            break;
        }
        count += 1;
    }
    lines_of(blocks.split_off(blocks.len() - count))
}
