//! The values of the variables that an expression names, and which of them it read.

use std::sync::atomic::{AtomicBool, Ordering};

use cel::common::types::{CelBool, CelInt, CelString};
use cel::common::value::CowVal;
use cel::context::VariableResolver;
use nianbao_domain::form::{CellId, CellIndex, Measure, Unit};
use nianbao_domain::organization::{Organization, RulePower};
use nianbao_domain::report::Title;
use nianbao_domain::rules::{Case, Previous};
use nianbao_domain::sheet::Sheet;

use crate::variable::{Attribute, Figure, Variable};

/// The values of the variables of one expression, for one report.
pub(crate) struct Values<'a> {
    slots: Vec<Slot<'a>>,
}

struct Slot<'a> {
    value: Option<Value<'a>>,
    was_read: AtomicBool,
}

enum Value<'a> {
    Truth(CelBool),
    Number(CelInt),
    Words(CelString<'a>),
}

impl<'a> Values<'a> {
    /// Looks up what the variables stand for, and nothing else.
    pub(crate) fn of(variables: &[Variable], case: &Case<'a>) -> Self {
        let slot =
            |variable| Slot { value: value(variable, case), was_read: AtomicBool::new(false) };
        Self { slots: variables.iter().map(slot).collect() }
    }

    /// The variables that were read and have no value.
    pub(crate) fn missing<'b>(&self, variables: &'b [Variable]) -> Vec<&'b Variable> {
        let missing =
            |slot: &Slot<'_>| slot.value.is_none() && slot.was_read.load(Ordering::Relaxed);
        let slots = self.slots.iter().zip(variables);
        slots.filter(|(slot, _)| missing(slot)).map(|(_, variable)| variable).collect()
    }

    /// The numbers with their names, for people: `granted.applicants = 3`.
    pub(crate) fn shown(&self, variables: &[Variable]) -> String {
        let shown = |(slot, variable): (&Slot<'_>, &Variable)| match (&slot.value, variable) {
            (Some(Value::Number(number)), Variable::Number(figure)) => {
                Some(format!("{} = {}", figure.name(), number.inner()))
            }
            _ => None,
        };
        self.slots.iter().zip(variables).filter_map(shown).collect::<Vec<_>>().join(", ")
    }
}

impl VariableResolver for Values<'_> {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        let slot = self.slots.get(variable.parse::<usize>().ok()?)?;
        slot.was_read.store(true, Ordering::Relaxed);
        Some(match slot.value.as_ref()? {
            Value::Truth(truth) => CowVal::Borrowed(truth),
            Value::Number(number) => CowVal::Borrowed(number),
            Value::Words(words) => CowVal::Borrowed(words),
        })
    }
}

fn value<'a>(variable: &Variable, case: &Case<'a>) -> Option<Value<'a>> {
    match variable {
        Variable::Year => case.year.map(|year| Value::Number(CelInt::from(i64::from(year.get())))),
        Variable::ReportKind => Some(words(case.kind.code())),
        Variable::Edition => Some(words(case.content.sheet.edition().code())),
        Variable::Organ(attribute) => organ(*attribute, case),
        Variable::Number(figure) => {
            number(figure, case).map(|number| Value::Number(CelInt::from(number)))
        }
        Variable::Presence(of) => Some(Value::Truth(CelBool::from(value(of, case).is_some()))),
    }
}

fn words(words: &str) -> Value<'_> {
    Value::Words(CelString::from(words))
}

fn organ<'a>(attribute: Attribute, case: &Case<'a>) -> Option<Value<'a>> {
    let record = case.organization;
    match attribute {
        Attribute::Name => name(record, case),
        Attribute::Level => case.standing.level.map(|level| words(level.code())),
        Attribute::OrganType => record?.organ_type.map(|it| words(it.code())),
        Attribute::DivisionCode => record?.division_code.as_ref().map(|code| words(code.as_str())),
        Attribute::RulePower => match case.standing.rule_power {
            RulePower::Has => Some(words("has")),
            RulePower::Lacks => Some(words("lacks")),
            RulePower::Unknown => None,
        },
    }
}

/// The registered name, else the one in the title.
fn name<'a>(record: Option<&'a Organization>, case: &Case<'a>) -> Option<Value<'a>> {
    match record {
        Some(organ) => Some(organ.display_name.as_str()).filter(|name| !name.is_empty()).map(words),
        None => Title::read(&case.content.title).organ.map(|it| Value::Words(CelString::from(it))),
    }
}

fn number(figure: &Figure, case: &Case<'_>) -> Option<i64> {
    if !figure.previous {
        return number_in(figure, &case.content.sheet);
    }
    match &case.previous {
        Previous::Report(report) => number_in(figure, &report.content.sheet),
        Previous::Merged(reports) if !reports.is_empty() => {
            let mut numbers = reports.iter().map(|it| number_in(figure, &it.content.sheet));
            numbers.try_fold(0_i64, |sum, number| sum.checked_add(number?))
        }
        Previous::Merged(_) | Previous::Unknown | Previous::None(_) => None,
    }
}

fn number_in(figure: &Figure, sheet: &Sheet) -> Option<i64> {
    let mut numbers = figure.places(sheet.edition())?.iter().map(|at| number_at(sheet, *at));
    numbers.try_fold(0_i64, |sum, number| sum.checked_add(number?))
}

/// Money in another unit than the form's is not comparable, so it counts as no number.
fn number_at(sheet: &Sheet, at: CellIndex) -> Option<i64> {
    let number = sheet.at(at).number()?;
    let cell = sheet.layout().cells().get(usize::from(at))?;
    is_comparable(sheet, *cell).then_some(number)
}

fn is_comparable(sheet: &Sheet, cell: CellId) -> bool {
    match cell.measure() {
        Measure::Money(printed) if printed != Unit::NotStated => sheet.unit(cell) == printed,
        Measure::Money(_) | Measure::Count | Measure::SignedCount => true,
    }
}
