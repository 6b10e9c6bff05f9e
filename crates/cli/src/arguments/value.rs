//! Values that arguments take: parsed here, trusted behind it.

use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use nianbao_domain::finding::Stage;
use nianbao_domain::form::{CellId, Edition, Measure, Unit};
use nianbao_domain::organization::{Level, OrganType, RulePower, SuccessionKind};
use nianbao_domain::report::ReportKind;
use nianbao_domain::sheet::{Amount, Cell};

/// The level of an organ: its public code.
pub fn level() -> impl TypedValueParser<Value = Level> {
    coded(Level::ALL, Level::code)
}

/// The kind of an organ: its public code.
pub fn organ_type() -> impl TypedValueParser<Value = OrganType> {
    coded(OrganType::ALL, OrganType::code)
}

/// How organs follow on others: its public code.
pub fn succession_kind() -> impl TypedValueParser<Value = SuccessionKind> {
    coded(SuccessionKind::ALL, SuccessionKind::code)
}

/// The power to make 规章.
pub fn rule_power() -> impl TypedValueParser<Value = RulePower> {
    coded(&[RulePower::Unknown, RulePower::Has, RulePower::Lacks], |power| match power {
        RulePower::Unknown => "unknown",
        RulePower::Has => "has",
        RulePower::Lacks => "lacks",
    })
}

/// Own or consolidated: the public code.
pub fn kind() -> impl TypedValueParser<Value = ReportKind> {
    coded(&ReportKind::ALL, ReportKind::code)
}

/// An edition of the form: its public code.
pub fn edition() -> impl TypedValueParser<Value = Edition> {
    coded(&Edition::ALL, Edition::code)
}

/// The occasion of a check.
pub fn stage() -> impl TypedValueParser<Value = Stage> {
    coded(&[Stage::Draft, Stage::Submission, Stage::PublishedPage], |stage| match stage {
        Stage::Draft => "draft",
        Stage::Submission => "submission",
        Stage::PublishedPage => "published_page",
    })
}

/// One of a closed list of concepts, by its code.
fn coded<C>(all: &'static [C], code: fn(C) -> &'static str) -> impl TypedValueParser<Value = C>
where
    C: Copy + Send + Sync,
{
    let codes = all.iter().map(move |concept| code(*concept));
    PossibleValuesParser::new(codes).try_map(move |said| {
        let found = all.iter().find(|concept| code(**concept) == said);
        found.copied().ok_or(SettingError::Value(said))
    })
}

/// A cell and what it is to say: `granted.natural_person=3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellSetting {
    /// The cell.
    pub cell: CellId,
    /// What it is to say.
    pub says: Cell,
    /// The unit of money; none where it is that of the form.
    pub unit: Option<Unit>,
}

/// Words that set no cell, or name no suggestion.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// No `=` in them.
    #[error("CELL=VALUE is expected, such as granted.natural_person=3")]
    Shape,
    /// No cell has this code.
    #[error("no cell has the code {0}; nianbao form show lists the codes")]
    Cell(String),
    /// No such cell takes this value.
    #[error(
        "the cell cannot say {0}: a number, blank or n/a is expected; an amount may have its unit, such as 12.5万元"
    )]
    Value(String),
    /// A count with a unit of money.
    #[error("the cell is a count and has no unit of money")]
    Unit,
    /// No identity, or no number behind it.
    #[error(
        "IDENTITY or IDENTITY:NUMBER is expected, with at least {LEAST_IDENTITY} characters of the identity"
    )]
    Choice,
}

impl SettingError {
    /// The sentence for people.
    pub fn message_zh(&self) -> String {
        match self {
            Self::Shape => "应写成 单元格代码=值，如 granted.natural_person=3".to_owned(),
            Self::Cell(code) => {
                format!("没有代码为 {code} 的单元格；用 nianbao form show 查看代码")
            }
            Self::Value(value) => format!(
                "{value} 不是这一单元格的值：应为数字、blank（空白）或 n/a（不适用），金额可带单位，如 12.5万元"
            ),
            Self::Unit => "这一单元格是件数，不带金额单位".to_owned(),
            Self::Choice => {
                format!("应写成 标识 或 标识:序号，标识至少写前 {LEAST_IDENTITY} 位")
            }
        }
    }
}

/// A suggestion of a finding: the identity of the finding, or how it begins, and where it has several
/// suggestions, which: `IDENTITY:2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionChoice {
    /// The identity, or how it begins.
    pub identity: String,
    /// Which suggestion, from 1.
    pub number: Option<usize>,
}

/// How much of an identity has to be given.
const LEAST_IDENTITY: usize = 8;

impl FromStr for SuggestionChoice {
    type Err = SettingError;

    fn from_str(words: &str) -> Result<Self, SettingError> {
        let (identity, number) = match words.split_once(':') {
            Some((identity, number)) => {
                (identity, Some(number.parse().map_err(|_| SettingError::Choice)?))
            }
            None => (words, None),
        };
        let is_identity = identity.bytes().all(|byte| byte.is_ascii_hexdigit());
        if identity.len() < LEAST_IDENTITY || !is_identity || number == Some(0) {
            return Err(SettingError::Choice);
        }
        Ok(Self { identity: identity.to_ascii_lowercase(), number })
    }
}

/// Units of money, the longer one first, since it ends like the shorter one.
const UNITS: [(&str, Unit); 2] = [("万元", Unit::TenThousandYuan), ("元", Unit::Yuan)];

impl FromStr for CellSetting {
    type Err = SettingError;

    fn from_str(words: &str) -> Result<Self, SettingError> {
        let (code, value) = words.split_once('=').ok_or(SettingError::Shape)?;
        let (code, value) = (code.trim(), value.trim());
        let cell: CellId = code.parse().map_err(|_| SettingError::Cell(code.to_owned()))?;
        let (says, unit) = match value {
            "blank" => (Cell::Blank, None),
            "n/a" | "/" => (Cell::NotApplicable, None),
            value => number(cell, value)?,
        };
        Ok(Self { cell, says, unit })
    }
}

fn number(cell: CellId, value: &str) -> Result<(Cell, Option<Unit>), SettingError> {
    let with_unit = UNITS
        .into_iter()
        .find_map(|(symbol, unit)| Some((value.strip_suffix(symbol)?.trim_end(), Some(unit))));
    let (digits, unit) = with_unit.unwrap_or((value, None));
    let refused = || SettingError::Value(value.to_owned());
    match cell.measure() {
        Measure::Money(_) => {
            let amount: Amount = digits.parse().map_err(|_| refused())?;
            Ok((Cell::Number(amount.millionths), unit))
        }
        Measure::Count | Measure::SignedCount if unit.is_some() => Err(SettingError::Unit),
        Measure::Count => {
            let count = digits.parse().ok().filter(|count| *count >= 0).ok_or_else(refused)?;
            Ok((Cell::Number(count), None))
        }
        Measure::SignedCount => Ok((Cell::Number(digits.parse().map_err(|_| refused())?), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(words: &str) -> Result<(Cell, Option<Unit>), SettingError> {
        words.parse().map(|it: CellSetting| (it.says, it.unit))
    }

    #[test]
    fn a_suggestion_is_named_by_its_finding_and_its_number() {
        let choice = |words: &str| words.parse::<SuggestionChoice>();
        let identity = "0123456789abcdef".to_owned();
        let second = SuggestionChoice { identity: identity.clone(), number: Some(2) };
        assert_eq!(choice("0123456789ABCDEF:2"), Ok(second));
        assert_eq!(choice(&identity), Ok(SuggestionChoice { identity, number: None }));
        for words in ["", "0123", "0123456789:0", "0123456789:x", "T3-001-xyz"] {
            assert_eq!(choice(words), Err(SettingError::Choice), "{words}");
        }
    }

    #[test]
    fn a_count_is_set_to_a_number_a_blank_or_not_applicable() {
        assert_eq!(set("granted.natural_person=3"), Ok((Cell::Number(3), None)));
        assert_eq!(set(" granted.natural_person = 0 "), Ok((Cell::Number(0), None)));
        assert_eq!(set("granted.natural_person=blank"), Ok((Cell::Blank, None)));
        assert_eq!(set("granted.natural_person=n/a"), Ok((Cell::NotApplicable, None)));
    }

    #[test]
    fn money_is_exact_and_may_state_its_unit() {
        let money = "government_procurement.procurement_amount";
        let millionths = Cell::Number(863_732_450_000);
        assert_eq!(set(&format!("{money}=863732.45")), Ok((millionths, None)));
        assert_eq!(set(&format!("{money}=863732.45元")), Ok((millionths, Some(Unit::Yuan))));
        let wan = set(&format!("{money}=1.5 万元"));
        assert_eq!(wan, Ok((Cell::Number(1_500_000), Some(Unit::TenThousandYuan))));
    }

    #[test]
    fn only_a_change_may_be_negative() {
        assert_eq!(set("administrative_licensing.net_change=-2"), Ok((Cell::Number(-2), None)));
        assert!(matches!(set("granted.natural_person=-2"), Err(SettingError::Value(_))));
    }

    #[test]
    fn what_sets_no_cell_is_refused_with_the_reason() {
        assert_eq!(set("granted.natural_person"), Err(SettingError::Shape));
        assert_eq!(set("granted.martian=1"), Err(SettingError::Cell("granted.martian".to_owned())));
        assert_eq!(set("granted.natural_person=3元"), Err(SettingError::Unit));
        for value in ["", "1.5", "1,000", "三", "0x10", "1e3"] {
            let refused = set(&format!("granted.natural_person={value}"));
            assert_eq!(refused, Err(SettingError::Value(value.to_owned())), "{value}");
        }
    }
}
