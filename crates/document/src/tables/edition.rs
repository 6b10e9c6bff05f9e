//! Which edition of the form a page uses, from its labels and never from the year alone.

use nianbao_domain::form::Edition;
use nianbao_domain::report::ReportYear;

use super::matter::Matter;

/// The editions that most of the telling labels belong to: one, several where they are even, none
/// where no label tells.
///
/// A label tells an edition if its words are printed on that form and on no other. Each counts once,
/// however often the page repeats it.
pub(super) fn told<'a>(parts: impl Iterator<Item = &'a Matter>) -> Vec<Edition> {
    let mut seen: Vec<(Edition, *const crate::lexicon::Entry)> = Vec::new();
    for term in parts.flat_map(Matter::terms) {
        let Some(edition) = term.entry().tells() else { continue };
        let vote = (edition, std::ptr::from_ref(term.entry()));
        if !seen.contains(&vote) {
            seen.push(vote);
        }
    }
    let votes = |edition: Edition| seen.iter().filter(|(of, _)| *of == edition).count();
    let most = Edition::ALL.into_iter().map(votes).max().unwrap_or(0);
    Edition::ALL.into_iter().filter(|edition| most > 0 && votes(*edition) == most).collect()
}

/// The edition to read with: the one told, or the one prescribed for the year, or the one in force.
pub(super) fn chosen(told: &[Edition], year: Option<ReportYear>) -> Edition {
    let prescribed = year.and_then(|year| Edition::prescribed_for(year.get()));
    match (told, prescribed) {
        ([], Some(prescribed)) => prescribed,
        ([], None) => Edition::E2021,
        (told, Some(prescribed)) if told.contains(&prescribed) => prescribed,
        (told, _) => told[told.len() - 1],
    }
}
