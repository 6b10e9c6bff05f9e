//! What one document is compared with.

use nianbao_domain::finding::Message;
use nianbao_domain::report::{ReportKind, ReportYear};
use nianbao_domain::rules::{Children, Previous, Related};

use super::identity::Identity;
use super::kept::Kept;
use super::shelf::Shelf;
use crate::input::Document;

/// How many sources a sentence names.
const NAMED: usize = 5;

/// What one document is compared with, and what went wrong in finding it.
#[derive(Default)]
pub struct Matched<'e> {
    /// The report of the year before.
    pub previous: Previous<'e>,
    /// Reports of other organs of the same year.
    pub siblings: Option<Vec<Related<'e>>>,
    /// Reports of the units of a government.
    pub children: Option<Children<'e>>,
    /// What people are told of it.
    pub compared: Compared,
    /// Ambiguities, which are errors: nothing is guessed.
    pub troubles: Vec<Message>,
}

/// What a document was compared with, for people and programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Where the report of the year before comes from, and its year.
    pub previous: Option<(String, ReportYear)>,
    /// How many siblings.
    pub siblings: Option<usize>,
    /// How many units.
    pub children: Option<usize>,
}

impl<'e> Matched<'e> {
    /// The one report of the same organ, the year before and the same kind.
    pub(super) fn find_previous(
        &mut self,
        shelf: &'e Shelf,
        document: &Document,
        identity: &Identity,
    ) {
        let year = document.year.and_then(ReportYear::previous);
        let (Some(year), false) = (year, identity.is_unknown()) else {
            self.previous = Previous::None(not_told(shelf));
            return;
        };
        let is_it = |kept: &&Kept| {
            kept.year == year && kept.kind == document.kind && kept.identity.is_same(identity)
        };
        let candidates: Vec<_> = shelf.reports.iter().filter(is_it).collect();
        let organ = document.organization.as_deref().unwrap_or_default();
        self.previous = match candidates.as_slice() {
            [] => Previous::None(absent(shelf, organ, year)),
            [kept] => {
                self.compared.previous = Some((kept.source.clone(), kept.year));
                Previous::Report(kept.related())
            }
            several => {
                let why = ambiguous(shelf, organ, year, several);
                self.troubles.push(why.clone());
                Previous::None(why)
            }
        };
    }

    /// The reports of the same year and kind by other organs.
    pub(super) fn find_siblings(
        &mut self,
        shelf: &'e Shelf,
        (year, kind): (ReportYear, ReportKind),
        identity: &Identity,
    ) {
        if identity.is_unknown() {
            return;
        }
        let is_sibling = |kept: &&Kept| {
            kept.year == year && kept.kind == kind && !kept.identity.is_same(identity)
        };
        let siblings: Vec<_> = shelf.reports.iter().filter(is_sibling).map(Kept::related).collect();
        self.compared.siblings = Some(siblings.len());
        self.siblings = Some(siblings);
    }

    /// The reports of the same year by the units. A unit that has one of the year before and none of
    /// this year is missing, and so is a file that cannot be read.
    pub(super) fn find_children(
        &mut self,
        shelf: &'e Shelf,
        year: ReportYear,
        identity: &Identity,
    ) {
        let units = || shelf.reports.iter().filter(|kept| !is_the_government(kept, identity));
        let reports: Vec<_> = units().filter(|kept| kept.year == year).collect();
        if let Some(twice) = first_twice(&reports) {
            self.troubles.push(ambiguous(shelf, &twice[0].organization, year, &twice));
            return;
        }
        let is_missing = |kept: &&Kept| {
            Some(kept.year) == year.previous()
                && !reports.iter().any(|report| report.identity.is_same(&kept.identity))
        };
        let missing = units().filter(is_missing).map(|kept| kept.organization.as_str());
        let mut without_report: Vec<_> =
            missing.chain(shelf.unreadable.iter().map(String::as_str)).collect();
        without_report.sort_unstable();
        without_report.dedup();
        self.compared.children = Some(reports.len());
        let reports = reports.into_iter().map(Kept::related).collect();
        self.children = Some(Children { reports, without_report });
    }
}

/// A government's own consolidated report is not that of a unit.
fn is_the_government(kept: &Kept, identity: &Identity) -> bool {
    kept.kind == ReportKind::Consolidated && kept.identity.is_same(identity)
}

/// The first unit that has more than one report, which would be counted twice.
fn first_twice<'k>(reports: &[&'k Kept]) -> Option<Vec<&'k Kept>> {
    reports.iter().find_map(|one| {
        let same = reports.iter().filter(|it| it.identity.is_same(&one.identity));
        let same: Vec<_> = same.copied().collect();
        (same.len() > 1).then_some(same)
    })
}

fn not_told(shelf: &Shelf) -> Message {
    let flag = shelf.flag;
    Message::new(
        format!("看不出这份报告的机关和年度，无法在 {flag} 中找上年的报告"),
        format!("the report does not tell its organ and year, so that {flag} cannot be searched"),
    )
}

fn absent(shelf: &Shelf, organ: &str, year: ReportYear) -> Message {
    let flag = shelf.flag;
    let (place, place_en) =
        if shelf.of_folders { ("文件夹", "folder") } else { ("文件", "files") };
    Message::new(
        format!("{flag} 的{place}里没有“{organ}”{year} 年的报告"),
        format!("the {place_en} of {flag} has no report of “{organ}” for {year}"),
    )
}

fn ambiguous(shelf: &Shelf, organ: &str, year: ReportYear, found: &[&Kept]) -> Message {
    let (flag, count) = (shelf.flag, found.len());
    let named: Vec<_> = found.iter().take(NAMED).map(|kept| kept.source.as_str()).collect();
    Message::new(
        format!(
            "{flag} 中“{organ}”{year} 年的报告有 {count} 份，不知道用哪一份：{}；请只留一份",
            named.join("、")
        ),
        format!(
            "{flag} has {count} reports of “{organ}” for {year}, keep one: {}",
            named.join(", ")
        ),
    )
}
