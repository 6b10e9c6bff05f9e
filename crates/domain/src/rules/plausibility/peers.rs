//! The siblings that are like an organ: of its type and its level.

use crate::finding::Message;
use crate::form::CellId;
use crate::organization::OrganType;
use crate::rules::{Case, Related, Sink, absence, comparable};

/// The least number of peers that say anything about what is usual.
pub(super) const LEAST: usize = 3;

/// The reports of organs of the same type and level.
pub(super) struct Peers<'c, 'a>(Vec<&'c Related<'a>>);

impl<'c, 'a> Peers<'c, 'a> {
    /// The peers of a case; where they are unknown or too few, the rule is not assessable.
    pub fn of(case: &'c Case<'a>, sink: &mut Sink<'_>) -> Option<Self> {
        let Some(siblings) = &case.siblings else {
            sink.not_assessable(["siblings"], absence::siblings());
            return None;
        };
        let Some(organ_type) = own_type(case) else {
            sink.not_assessable(["organ_type"], unknown_type());
            return None;
        };
        let Some(level) = case.standing.level else {
            sink.not_assessable(["level"], absence::level());
            return None;
        };
        let is_peer =
            |it: &&Related<'_>| it.organ_type == Some(organ_type) && it.level == Some(level);
        let peers: Vec<_> = siblings.iter().filter(is_peer).collect();
        if peers.len() < LEAST {
            sink.not_assessable(["siblings"], too_few(peers.len()));
            return None;
        }
        Some(Self(peers))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The numbers that peers have for a cell, ascending.
    pub fn numbers(&self, cell: CellId) -> Vec<i128> {
        let number = |it: &&Related<'_>| comparable::number(&it.content.sheet, cell);
        let mut numbers: Vec<_> = self.0.iter().filter_map(number).collect();
        numbers.sort_unstable();
        numbers
    }
}

/// The registered type, or what the name of the title tells.
fn own_type(case: &Case<'_>) -> Option<OrganType> {
    match case.organization {
        Some(organ) => organ.organ_type,
        None => case.title().organ.as_deref().and_then(OrganType::of_name),
    }
}

fn unknown_type() -> Message {
    Message::new("机关的类型不明，不知道哪些是同类机关", "the type of the organ is not known")
}

fn too_few(found: usize) -> Message {
    Message::new(
        format!("同级同类机关的报告只有 {found} 份，不足 {LEAST} 份"),
        format!("only {found} reports of organs of the same type and level, fewer than {LEAST}"),
    )
}
