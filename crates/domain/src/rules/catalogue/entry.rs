//! A row of the catalogue: everything about a rule but its check.

use crate::finding::StageSeverity;
use crate::form::Edition;
use crate::organization::Level;

/// A rule as the catalogue knows it, built or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The stable code: family and number.
    pub code: &'static str,
    /// What the rule asks for, in Chinese.
    pub title_zh: &'static str,
    /// What the rule asks for, in English.
    pub title_en: &'static str,
    /// How grave its findings are, unless its check says otherwise.
    pub severity: StageSeverity,
    /// The editions whose sheets it applies to.
    pub editions: &'static [Edition],
    /// The levels of organs whose reports it applies to; where the level is unknown and not all are
    /// here, a rule that would say something is not assessable.
    pub levels: &'static [Level],
    /// Whether it also applies to years before there was a national form, 2018 and before, of which
    /// only words are kept.
    pub any_year: bool,
    /// What it makes of cells without a number.
    pub missing: MissingValues,
    /// The condition, with the words of the form.
    pub formula: &'static str,
    /// The source in law or form, in Chinese.
    pub basis: &'static str,
    /// What a violation looks like.
    pub example: &'static str,
    /// Where the rule stands.
    pub status: Status,
}

/// What a rule makes of cells without a number: blank, "/" or unreadable. None reads them as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingValues {
    /// It looks at no figures.
    Irrelevant,
    /// It is about such cells.
    Subject,
    /// It passes them over and judges the other cells one by one.
    PassedOver,
    /// Where a cell that it needs has no number, it is not assessable.
    NotAssessable,
    /// Not assessable as printed; judged besides with blanks as zero, which only warns and says so.
    SecondReading,
}

impl MissingValues {
    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Irrelevant => "irrelevant",
            Self::Subject => "subject",
            Self::PassedOver => "passed_over",
            Self::NotAssessable => "not_assessable",
            Self::SecondReading => "second_reading",
        }
    }
}

/// Where a rule of the catalogue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It follows from the tree of the form.
    DerivedFromForm,
    /// A check of this crate decides it.
    Implemented,
    /// Something else makes a violation impossible, or finds it.
    HeldElsewhere {
        /// The type, unique key, rule or test.
        by: &'static str,
    },
    /// No program can decide it.
    Undecidable {
        /// Why not, in Chinese.
        reason: &'static str,
        /// Why not, in English.
        reason_en: &'static str,
    },
}

impl Status {
    /// Whether a row of the rule tables decides the code.
    pub const fn has_check(self) -> bool {
        matches!(self, Self::DerivedFromForm | Self::Implemented)
    }

    /// The status as a sentence for people, in Chinese.
    pub fn sentence_zh(self) -> String {
        match self {
            Self::DerivedFromForm => "由格式表样直接推出，每次检查都核对。".to_owned(),
            Self::Implemented => "已实现，每次检查都核对。".to_owned(),
            Self::HeldElsewhere { by } => format!("不单独核对，由 {by} 保证。"),
            Self::Undecidable { reason, .. } => format!("程序无法判断：{reason}。"),
        }
    }

    /// The status as a sentence for people, in English.
    pub fn sentence_en(self) -> String {
        match self {
            Self::DerivedFromForm => "Derived from the form; every check includes it.".to_owned(),
            Self::Implemented => "Built; every check includes it.".to_owned(),
            Self::HeldElsewhere { by } => format!("Not checked by itself; held by {by}."),
            Self::Undecidable { reason_en, .. } => {
                format!("No program can decide it: {reason_en}.")
            }
        }
    }
}

/// A row that does not say yet where its rule stands, and is no entry of the catalogue until it does.
pub(super) struct Row(Entry);

/// A row for every edition and every level.
pub(super) const fn row(
    code: &'static str,
    severity: StageSeverity,
    title_zh: &'static str,
    title_en: &'static str,
) -> Row {
    Row(Entry {
        code,
        title_zh,
        title_en,
        severity,
        editions: &Edition::ALL,
        levels: Level::ALL,
        any_year: false,
        missing: MissingValues::Irrelevant,
        formula: "",
        basis: "",
        example: "",
        status: Status::Implemented,
    })
}

impl Row {
    /// The row, for sheets of these editions only.
    pub(super) const fn only(self, editions: &'static [Edition]) -> Self {
        Self(Entry { editions, ..self.0 })
    }

    /// The row, for organs of these levels only.
    pub(super) const fn levels(self, levels: &'static [Level]) -> Self {
        Self(Entry { levels, ..self.0 })
    }

    /// The row, for years before there was a national form as well.
    pub(super) const fn any_year(self) -> Self {
        Self(Entry { any_year: true, ..self.0 })
    }

    /// The row, with what it makes of cells without a number.
    pub(super) const fn missing(self, missing: MissingValues) -> Self {
        Self(Entry { missing, ..self.0 })
    }

    pub(super) const fn formula(self, formula: &'static str) -> Self {
        Self(Entry { formula, ..self.0 })
    }

    pub(super) const fn basis(self, basis: &'static str) -> Self {
        Self(Entry { basis, ..self.0 })
    }

    pub(super) const fn example(self, example: &'static str) -> Self {
        Self(Entry { example, ..self.0 })
    }

    pub(super) const fn derived(self) -> Entry {
        Entry { status: Status::DerivedFromForm, ..self.0 }
    }

    pub(super) const fn implemented(self) -> Entry {
        Entry { status: Status::Implemented, ..self.0 }
    }

    pub(super) const fn held_by(self, by: &'static str) -> Entry {
        Entry { status: Status::HeldElsewhere { by }, ..self.0 }
    }

    pub(super) const fn undecidable(self, reason: &'static str, reason_en: &'static str) -> Entry {
        Entry { status: Status::Undecidable { reason, reason_en }, ..self.0 }
    }
}
