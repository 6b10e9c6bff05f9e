//! What became of organs: one carries on under another record, several become one, one becomes
//! several. An organ that only takes another name stays the organ that it is: nothing succeeds it.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Organization, OrganizationId};
use crate::form::vocabulary::vocabulary;

vocabulary! {
    /// How organs follow on others.
    SuccessionKind {
        /// One organ carries on whole as another: 更名 with a new code, 改制.
        Rename = 1 "rename",
        /// One or more organs go into one, which may have existed before: 合并, 并入.
        Merge = 2 "merge",
        /// One organ goes into two or more: 分立.
        Split = 3 "split",
    }
}

/// One side of a succession, as the other side remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuccessionLink {
    /// The predecessor or the successor.
    pub organization: OrganizationId,
    /// How.
    pub kind: SuccessionKind,
    /// The first day on which the predecessors exist no longer.
    pub date: NaiveDate,
}

/// A succession that can take place.
///
/// No organ ever succeeds itself, not through others either: an organ is closed on the day on which
/// it is succeeded, and its successors exist on that day, so that the days of a chain only grow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    kind: SuccessionKind,
    date: NaiveDate,
    predecessors: Vec<Organization>,
    successors: Vec<Organization>,
}

/// Why a succession cannot take place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuccessionError {
    /// So many organs do not go into so many in this way.
    Numbers(SuccessionKind),
    /// The organ is named twice on one side.
    Twice(OrganizationId),
    /// The organ would succeed itself.
    Itself(OrganizationId),
    /// The organ has been succeeded already.
    Succeeded {
        /// The organ.
        organization: OrganizationId,
        /// One of its successors.
        successor: OrganizationId,
    },
    /// The organ does not exist on the day, or cannot end on it.
    NotInExistence {
        /// The organ.
        organization: OrganizationId,
        /// The day.
        date: NaiveDate,
    },
}

impl Succession {
    /// A succession of these organs, as they are now.
    ///
    /// # Errors
    ///
    /// Numbers that do not fit the kind, an organ on both sides or twice on one, a predecessor that
    /// is succeeded already or cannot end on the day, a successor that does not exist on it.
    pub fn new(
        kind: SuccessionKind,
        date: NaiveDate,
        predecessors: Vec<Organization>,
        successors: Vec<Organization>,
    ) -> Result<Self, SuccessionError> {
        if !fits(kind, predecessors.len(), successors.len()) {
            return Err(SuccessionError::Numbers(kind));
        }
        once(&predecessors)?;
        once(&successors)?;
        predecessors.iter().try_for_each(|organ| can_be_succeeded(organ, date))?;
        for organ in &successors {
            refuse_return(organ, &predecessors)?;
            if !organ.exists_on(date) {
                return Err(not_in_existence(organ, date));
            }
        }
        Ok(Self { kind, date, predecessors, successors })
    }

    /// The next versions of all records: predecessors end, both sides remember each other. Where it
    /// is not known since when an organ exists that carries on whole, it is known now.
    pub fn take_place(self, now: DateTime<Utc>) -> (Vec<Organization>, Vec<Organization>) {
        let Self { kind, date, predecessors, successors } = self;
        let links = |organs: &[Organization]| -> Vec<SuccessionLink> {
            let link =
                |id: &OrganizationId| SuccessionLink { organization: id.clone(), kind, date };
            organs.iter().map(|organ| link(&organ.id)).collect()
        };
        let (before, after) = (links(&predecessors), links(&successors));
        let ended = |organ: Organization| Organization {
            version: organ.version + 1,
            update_time: now,
            valid_to: Some(date),
            successors: after.clone(),
            ..organ
        };
        let begun = |organ: Organization| Organization {
            version: organ.version + 1,
            update_time: now,
            valid_from: organ.valid_from.or((kind == SuccessionKind::Rename).then_some(date)),
            predecessors: in_order([organ.predecessors, before.clone()].concat()),
            ..organ
        };
        (predecessors.into_iter().map(ended).collect(), successors.into_iter().map(begun).collect())
    }
}

impl Organization {
    /// Whether the organ exists on a day; an end that is not known is not there.
    pub fn exists_on(&self, date: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= date) && self.valid_to.is_none_or(|to| date < to)
    }

    /// Whether its record may say that it no longer exists from a day on: after its beginning and
    /// after the day on which it took over from others.
    pub fn can_end_on(&self, date: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from < date)
            && self.predecessors.iter().all(|link| link.date < date)
    }

    /// Whether beginning and end agree with each other and with its succession.
    pub fn agrees_with_its_succession(&self) -> bool {
        let ends_as_succeeded = self.successors.iter().all(|it| self.valid_to == Some(it.date));
        let began_before = |date| self.valid_from.is_none_or(|from| from <= date);
        let began_in_time = self.predecessors.iter().all(|link| began_before(link.date));
        ends_as_succeeded && began_in_time && self.valid_to.is_none_or(|date| self.can_end_on(date))
    }

    /// The record with its end.
    ///
    /// # Errors
    ///
    /// It has an end already, is succeeded, or cannot end on that day.
    pub fn closed(self, date: NaiveDate, now: DateTime<Utc>) -> Result<Self, SuccessionError> {
        can_be_succeeded(&self, date)?;
        if self.valid_to.is_some() {
            return Err(not_in_existence(&self, date));
        }
        Ok(Self { version: self.version + 1, update_time: now, valid_to: Some(date), ..self })
    }
}

fn in_order(mut links: Vec<SuccessionLink>) -> Vec<SuccessionLink> {
    links.sort_by_key(|link| link.date);
    links
}

fn fits(kind: SuccessionKind, predecessors: usize, successors: usize) -> bool {
    match kind {
        SuccessionKind::Rename => (predecessors, successors) == (1, 1),
        SuccessionKind::Merge => predecessors >= 1 && successors == 1,
        SuccessionKind::Split => predecessors == 1 && successors >= 2,
    }
}

fn once(organs: &[Organization]) -> Result<(), SuccessionError> {
    let mut ids: Vec<_> = organs.iter().map(|organ| &organ.id).collect();
    ids.sort_unstable();
    let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
    twice.map_or(Ok(()), |pair| Err(SuccessionError::Twice(pair[0].clone())))
}

/// An organ that was closed on the very day may be said later to have been succeeded then.
fn can_be_succeeded(organ: &Organization, date: NaiveDate) -> Result<(), SuccessionError> {
    if let Some(link) = organ.successors.first() {
        let (organization, successor) = (organ.id.clone(), link.organization.clone());
        return Err(SuccessionError::Succeeded { organization, successor });
    }
    if organ.valid_to.is_some_and(|to| to < date) || !organ.can_end_on(date) {
        return Err(not_in_existence(organ, date));
    }
    Ok(())
}

fn refuse_return(
    successor: &Organization,
    predecessors: &[Organization],
) -> Result<(), SuccessionError> {
    let goes_back = |organ: &Organization| {
        organ.id == successor.id
            || successor.successors.iter().any(|link| link.organization == organ.id)
    };
    if predecessors.iter().any(goes_back) {
        return Err(SuccessionError::Itself(successor.id.clone()));
    }
    Ok(())
}

fn not_in_existence(organ: &Organization, date: NaiveDate) -> SuccessionError {
    SuccessionError::NotInExistence { organization: organ.id.clone(), date }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::Particulars;
    use uuid::Uuid;

    fn day(words: &str) -> NaiveDate {
        words.parse().unwrap()
    }

    fn organ(id: &str) -> Organization {
        let (id, particulars) = (id.parse().unwrap(), Particulars::default());
        Organization::register(id, Uuid::nil(), particulars, DateTime::UNIX_EPOCH)
    }

    fn succeeded(
        kind: SuccessionKind,
        on: &str,
        predecessors: &[&Organization],
        successors: &[&Organization],
    ) -> Result<(Vec<Organization>, Vec<Organization>), SuccessionError> {
        let organs = |organs: &[&Organization]| organs.iter().copied().cloned().collect();
        let succession = Succession::new(kind, day(on), organs(predecessors), organs(successors))?;
        Ok(succession.take_place(DateTime::UNIX_EPOCH))
    }

    use SuccessionKind::{Merge, Rename, Split};

    #[test]
    fn both_sides_remember_each_other_and_the_predecessors_end() {
        let (old, new) =
            succeeded(Merge, "2024-03-01", &[&organ("a"), &organ("b")], &[&organ("c")]).unwrap();
        assert!(old.iter().all(|organ| organ.valid_to == Some(day("2024-03-01"))));
        assert!(old.iter().all(|organ| organ.successors[0].organization.as_str() == "c"));
        let names: Vec<_> = new[0].predecessors.iter().map(|it| it.organization.as_str()).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!((new[0].valid_from, new[0].version), (None, 2), "it may have existed before");
        let (_, new) = succeeded(Rename, "2024-03-01", &[&organ("a")], &[&organ("b")]).unwrap();
        assert_eq!(new[0].valid_from, Some(day("2024-03-01")));
    }

    #[test]
    fn each_kind_has_its_numbers() {
        let [a, b, c] = ["a", "b", "c"].map(organ);
        for (kind, before, after) in [
            (Rename, &[&a, &b][..], &[&c][..]),
            (Rename, &[&a], &[&b, &c]),
            (Merge, &[], &[&c]),
            (Merge, &[&a], &[&b, &c]),
            (Split, &[&a], &[&b]),
            (Split, &[&a, &b], &[&c]),
        ] {
            let refused = succeeded(kind, "2024-03-01", before, after);
            assert_eq!(refused, Err(SuccessionError::Numbers(kind)));
        }
        let twice = succeeded(Merge, "2024-03-01", &[&a, &a], &[&c]);
        assert_eq!(twice, Err(SuccessionError::Twice(a.id)));
    }

    #[test]
    fn no_organ_succeeds_itself() {
        let [a, b] = ["a", "b"].map(organ);
        let itself = |organ: &Organization| Err(SuccessionError::Itself(organ.id.clone()));
        assert_eq!(succeeded(Rename, "2024-03-01", &[&a], &[&a]), itself(&a));
        assert_eq!(succeeded(Merge, "2024-03-01", &[&a, &b], &[&a]), itself(&a));
        let (old, new) = succeeded(Rename, "2024-03-01", &[&a], &[&b]).unwrap();
        for on in ["2023-03-01", "2024-03-01", "2025-03-01"] {
            assert!(succeeded(Rename, on, &[&new[0]], &[&old[0]]).is_err(), "{on}");
        }
    }

    #[test]
    fn the_days_of_a_chain_only_grow() {
        let [a, b, c] = ["a", "b", "c"].map(organ);
        let (_, b) = succeeded(Rename, "2024-03-01", &[&a], &[&b]).unwrap();
        for on in ["2023-01-01", "2024-03-01"] {
            let refused = succeeded(Rename, on, &[&b[0]], &[&c]);
            assert!(matches!(refused, Err(SuccessionError::NotInExistence { .. })), "{on}");
        }
        let (b, _) = succeeded(Rename, "2024-03-02", &[&b[0]], &[&c]).unwrap();
        let late = succeeded(Merge, "2024-03-02", &[&organ("d")], &[&b[0]]);
        assert!(matches!(late, Err(SuccessionError::NotInExistence { .. })));
    }

    #[test]
    fn an_organ_is_closed_and_succeeded_once() {
        let closed = organ("a").closed(day("2024-03-01"), DateTime::UNIX_EPOCH).unwrap();
        assert!(closed.clone().closed(day("2024-03-01"), DateTime::UNIX_EPOCH).is_err());
        assert!(succeeded(Rename, "2024-04-01", &[&closed], &[&organ("b")]).is_err());
        let (old, _) = succeeded(Rename, "2024-03-01", &[&closed], &[&organ("b")]).unwrap();
        let again = succeeded(Rename, "2024-03-01", &[&old[0]], &[&organ("c")]);
        assert!(matches!(again, Err(SuccessionError::Succeeded { .. })));
        let reopened = Organization { valid_to: None, ..old[0].clone() };
        assert!(old[0].agrees_with_its_succession() && !reopened.agrees_with_its_succession());
    }
}
