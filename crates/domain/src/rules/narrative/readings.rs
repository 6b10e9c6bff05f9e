//! What cells of the form a statement can mean: often more than one reading, of which any may hold.

use crate::form::{CellId, Column, Edition, Line};
use crate::report::ReportYear;
use crate::statement::{About, Carry, DocumentAct, Intake, Statement};

/// Lines whose sum a statement may mean.
pub(super) type Lines = Vec<Line>;

const ALL_RECEIVED: [Line; 2] = [Line::NewRequests, Line::CarriedOver];
/// Outcomes that everybody calls an answer; those of 不予处理 and 其他处理 some do not.
const ANSWERED: [Line; 4] = [Line::Granted, Line::PartlyGranted, Line::Withheld, Line::Unavailable];

/// The cells that a statement may mean, reading by reading, the most natural one first; none where the
/// edition has no cells for it.
pub(super) fn cells(
    statement: &Statement,
    edition: Edition,
    year: Option<ReportYear>,
) -> Vec<Vec<CellId>> {
    if let About::Documents { line, act } = statement.about {
        let cells = columns(act).iter().map(|column| CellId::new(line, *column));
        return cells
            .filter(|cell| edition.layout().prints(*cell))
            .map(|cell| vec![cell])
            .collect();
    }
    let column = match statement.about {
        About::Proceedings(_) => Column::Cases,
        _ => statement.applicants,
    };
    let resolved = |line: &Line| edition.layout().resolve(*line, column);
    let cells = |lines: &Lines| {
        lines.iter().map(resolved).collect::<Option<Vec<_>>>().map(|cells| cells.concat())
    };
    readings(statement, year).iter().map(cells).collect::<Option<_>>().unwrap_or_default()
}

/// Where the editions count documents: 公开 is counted on the form of 2019 only.
fn columns(act: DocumentAct) -> &'static [Column] {
    match act {
        DocumentAct::Issued => &[Column::Issued, Column::NewlyMade],
        DocumentAct::Repealed => &[Column::Repealed],
        DocumentAct::InForce => &[Column::InForce],
        DocumentAct::Disclosed => &[Column::NewlyDisclosed, Column::TotalDisclosed],
    }
}

/// The readings of a statement about requests or cases, the most natural one first. None where it can
/// mean no cell; none is known where it names a year and that of the report is not known.
pub(super) fn readings(statement: &Statement, year: Option<ReportYear>) -> Vec<Lines> {
    match &statement.about {
        About::Received(intake) => received(*intake, statement.includes_carried_over),
        About::Processed if statement.includes_carried_over => {
            vec![ALL_RECEIVED.to_vec(), vec![Line::Handled]]
        }
        About::Processed => {
            vec![vec![Line::NewRequests], ALL_RECEIVED.to_vec(), vec![Line::Handled]]
        }
        About::Answered { is_finished } => answered(*is_finished),
        About::Carried(carry) => carried(*carry, year),
        About::Outcomes(lines) | About::Proceedings(lines) => vec![lines.clone()],
        About::Documents { .. } | About::FeeNotices | About::Fees => Vec::new(),
    }
}

fn received(intake: Intake, includes_carried_over: bool) -> Vec<Lines> {
    let new = vec![Line::NewRequests];
    match (includes_carried_over, intake) {
        (true, _) => vec![ALL_RECEIVED.to_vec()],
        (false, Intake::New) => vec![new],
        (false, Intake::Received | Intake::Accepted) => vec![new, ALL_RECEIVED.to_vec()],
    }
}

fn answered(is_finished: bool) -> Vec<Lines> {
    if is_finished {
        return vec![vec![Line::Handled]];
    }
    let with = |line| ANSWERED.iter().copied().chain([line]).collect();
    vec![vec![Line::Handled], with(Line::NotProcessed), ANSWERED.to_vec()]
}

fn carried(carry: Carry, year: Option<ReportYear>) -> Vec<Lines> {
    let (over, forward) = (vec![Line::CarriedOver], vec![Line::CarriedForward]);
    let distance = |named: u16| year.map(|year| i32::from(named) - i32::from(year.get()));
    match carry {
        Carry::Over => vec![over],
        Carry::Forward => vec![forward],
        Carry::Unsaid => vec![forward, over],
        Carry::From(named) | Carry::With(named) if distance(named) == Some(-1) => vec![over],
        Carry::With(named) if distance(named) == Some(1) => vec![forward],
        Carry::From(_) | Carry::With(_) => Vec::new(),
    }
}
