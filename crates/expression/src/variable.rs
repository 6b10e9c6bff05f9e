//! The names that expressions may use, and what they stand for.

use nianbao_domain::form::{CellIndex, Column, Edition, Line};

use crate::kind::Kind;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Variable {
    /// `year`: the year of the report.
    Year,
    /// `kind`: own or consolidated.
    ReportKind,
    /// `edition`: that of the sheet.
    Edition,
    /// `organization.…`: what is known of the organ.
    Organ(Attribute),
    /// `line.column`, or `previous.line.column`.
    Number(Box<Figure>),
    /// `has(…)`: whether the variable has a value.
    Presence(Box<Variable>),
}

/// What is known of an organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attribute {
    Name,
    Level,
    OrganType,
    DivisionCode,
    RulePower,
}

/// A figure of this report or of the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) line: Line,
    pub(crate) column: Column,
    /// Whether it is that of the year before.
    pub(crate) previous: bool,
    /// For every edition that has it the cells whose sum it is, found once.
    pub(crate) places: [Option<Vec<CellIndex>>; Edition::ALL.len()],
}

/// Begins the names of figures of the year before.
const PREVIOUS: &str = "previous";
const ORGANIZATION: &str = "organization";

/// Why a path names nothing.
pub(crate) enum Unnamed {
    /// Nothing is called so.
    Unknown,
    /// Lines and columns are, and no edition has the cell.
    NotOnForm,
}

impl Variable {
    /// What a name with its dots stands for in these editions.
    pub(crate) fn named(path: &[&str], editions: &[Edition]) -> Result<Self, Unnamed> {
        match path {
            ["year"] => Ok(Self::Year),
            ["kind"] => Ok(Self::ReportKind),
            ["edition"] => Ok(Self::Edition),
            [ORGANIZATION, name] => Attribute::named(name).map(Self::Organ).ok_or(Unnamed::Unknown),
            [PREVIOUS, line, column] => Figure::named(line, column, true, &Edition::ALL),
            [line, column] => Figure::named(line, column, false, editions),
            _ => Err(Unnamed::Unknown),
        }
    }

    /// Whether a name begins another: then a loop variable cannot have it.
    pub(crate) fn is_taken(name: &str) -> bool {
        matches!(name, "year" | "kind" | "edition" | PREVIOUS | ORGANIZATION)
            || name.parse::<Line>().is_ok()
    }

    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Year | Self::Number(_) => Kind::NUMBER,
            Self::ReportKind | Self::Edition | Self::Organ(_) => Kind::WORDS,
            Self::Presence(_) => Kind::TRUTH,
        }
    }

    /// How evidence is called where it is missing.
    pub(crate) fn evidence(&self) -> String {
        match self {
            Self::Year => "year".to_owned(),
            Self::ReportKind => "kind".to_owned(),
            Self::Edition => "edition".to_owned(),
            Self::Organ(Attribute::Level) => "level".to_owned(),
            Self::Organ(Attribute::RulePower) => "rule_power".to_owned(),
            Self::Organ(attribute) => format!("{ORGANIZATION}.{}", attribute.code()),
            Self::Number(figure) => figure.name(),
            Self::Presence(of) => of.evidence(),
        }
    }
}

impl Attribute {
    const ALL: [Self; 5] =
        [Self::Name, Self::Level, Self::OrganType, Self::DivisionCode, Self::RulePower];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == name)
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Level => "level",
            Self::OrganType => "type",
            Self::DivisionCode => "division_code",
            Self::RulePower => "rule_power",
        }
    }
}

impl Figure {
    fn named(
        line: &str,
        column: &str,
        previous: bool,
        editions: &[Edition],
    ) -> Result<Variable, Unnamed> {
        let (Ok(line), Ok(column)) = (line.parse(), column.parse()) else {
            return Err(Unnamed::Unknown);
        };
        let places = Edition::ALL.map(|edition| {
            if editions.contains(&edition) { places(edition, line, column) } else { None }
        });
        let figure = Self { line, column, previous, places };
        let expressible = figure.places.iter().any(Option::is_some);
        if expressible { Ok(Variable::Number(Box::new(figure))) } else { Err(Unnamed::NotOnForm) }
    }

    /// The name in expressions, which is the public code of the cell.
    pub(crate) fn name(&self) -> String {
        let previous = if self.previous { "previous." } else { "" };
        format!("{previous}{}.{}", self.line, self.column)
    }

    /// The places of its cells in an edition.
    pub(crate) fn places(&self, edition: Edition) -> Option<&[CellIndex]> {
        let at = Edition::ALL.into_iter().position(|it| it == edition)?;
        self.places.get(at)?.as_deref()
    }
}

/// Itself where the edition prints it, its leaves where it is only a heading.
fn places(edition: Edition, line: Line, column: Column) -> Option<Vec<CellIndex>> {
    let cells = edition.layout().resolve(line, column)?;
    cells.iter().map(|cell| edition.layout().index(*cell)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_the_form_is_called_like_a_variable() {
        let taken = ["year", "kind", "edition", PREVIOUS, ORGANIZATION];
        assert!(Line::ALL.iter().all(|line| !taken.contains(&line.code())));
    }
}
