//! Closed lists of concepts: a domain type here, the number of an enum value on the wire.

use nianbao_domain::finding::{Severity, Stage};
use nianbao_domain::form::{
    Column, Direction, Edition, EquationKind, Line, Measure, Nature, TableId, Unit,
};
use nianbao_domain::organization::{Level, OrganType, RulePower, SuccessionKind};
use nianbao_domain::report::{
    AttachmentRole, Normalization, ReportKind, ReportState, RevisionKind,
};
use nianbao_domain::rules::MissingValues;
use nianbao_domain::sheet::Reading;
use nianbao_domain::user_rule::{Expectation, RuleState};
use nianbao_proto::v1;

use crate::violation::{Faults, Path};

/// A concept that both sides know.
pub trait Concept: Copy {
    /// The enum of the contract: `nianbao.v1.Line`.
    const ENUM: &'static str;

    /// Its number on the wire, never 0.
    fn to_wire(self) -> i32;

    /// The concept with this number; none for 0, which names nothing, and for a number that only a
    /// newer contract knows.
    fn from_wire(number: i32) -> Option<Self>;
}

/// Concepts whose number is the same on both sides.
macro_rules! numbered {
    ($($concept:ty => $name:literal,)+) => { $(
        impl Concept for $concept {
            const ENUM: &'static str = $name;

            fn to_wire(self) -> i32 {
                i32::from(self.number())
            }

            fn from_wire(number: i32) -> Option<Self> {
                i16::try_from(number).ok().and_then(|number| Self::try_from(number).ok())
            }
        }
    )+ };
}

/// Concepts without a number of their own, or with another one: matched name by name, both ways.
macro_rules! named {
    ($($concept:ty => v1::$message:ident { $($name:ident),+ $(,)? },)+) => { $(
        impl Concept for $concept {
            const ENUM: &'static str = concat!("nianbao.v1.", stringify!($message));

            fn to_wire(self) -> i32 {
                match self {
                    $(Self::$name => v1::$message::$name as i32,)+
                }
            }

            fn from_wire(number: i32) -> Option<Self> {
                match v1::$message::try_from(number).ok()? {
                    v1::$message::Unspecified => None,
                    $(v1::$message::$name => Some(Self::$name),)+
                }
            }
        }
    )+ };
}

numbered! {
    Line => "nianbao.v1.Line",
    Column => "nianbao.v1.Column",
    Edition => "nianbao.v1.Edition",
    Level => "nianbao.v1.OrganizationLevel",
    OrganType => "nianbao.v1.OrganType",
    ReportKind => "nianbao.v1.ReportKind",
    AttachmentRole => "nianbao.v1.AttachmentRole",
    ReportState => "nianbao.v1.ReportState",
    RevisionKind => "nianbao.v1.RevisionKind",
    SuccessionKind => "nianbao.v1.SuccessionKind",
    RuleState => "nianbao.v1.RuleState",
    Expectation => "nianbao.v1.RuleOutcome",
}

named! {
    TableId => v1::TableId { ProactiveDisclosure, Requests, Proceedings },
    Direction => v1::Direction { Down, Across },
    Unit => v1::Unit { None, Yuan, TenThousandYuan, NotStated },
    Nature => v1::Nature { Flow, OpeningStock, ClosingStock },
    Severity => v1::Severity { Blocking, Warning, Info },
    Stage => v1::ValidationStage { Draft, Submission, PublishedPage },
    Reading => v1::Reading { AsPrinted, BlanksAsZero },
    Normalization => v1::Normalization {
        Width, InvisibleCharacters, Script, Separators, Sign, UnitWord, Zeros, NotApplicable,
    },
    RulePower => v1::RulePower { Unknown, Has, Lacks },
    MissingValues => v1::MissingValuePolicy {
        Irrelevant, Subject, PassedOver, NotAssessable, SecondReading,
    },
}

/// The kind of number, without the unit that stands beside it on the wire.
pub fn measure(measure: Measure) -> v1::Measure {
    match measure {
        Measure::Count => v1::Measure::Count,
        Measure::SignedCount => v1::Measure::SignedCount,
        Measure::Money(_) => v1::Measure::Money,
    }
}

/// The kind of relation, without the line or column that its cells tell.
pub fn equation_kind(kind: EquationKind) -> v1::EquationKind {
    match kind {
        EquationKind::RowTotal(_) => v1::EquationKind::RowTotal,
        EquationKind::ColumnTotal(_) => v1::EquationKind::ColumnTotal,
        EquationKind::Balance(_) => v1::EquationKind::Balance,
    }
}

/// Reads a concept that may be left out.
pub(crate) fn optional<C: Concept>(number: i32, at: &Path<'_>, faults: &mut Faults) -> Option<C> {
    let concept = C::from_wire(number);
    if concept.is_none() && number != 0 {
        faults.invalid(at, format_args!("{number} is no value of {} that is known here", C::ENUM));
    }
    concept
}

/// Reads a concept that has to be named.
pub(crate) fn required<C: Concept>(number: i32, at: &Path<'_>, faults: &mut Faults) -> Option<C> {
    if number == 0 {
        faults.invalid(at, format_args!("missing: name a value of {}", C::ENUM));
        return None;
    }
    optional(number, at, faults)
}
