//! What the reader makes of sentences, most of them as real reports word them.

mod any_text;
mod pieces;
mod proceedings;
mod requests;

use super::{About, Carry, DocumentAct, Intake, Percentage, Said, Statement, read};
use crate::form::Column;

/// Every statement of a text, in short.
fn said(text: &str) -> Vec<String> {
    read(text).statements.iter().map(short).collect()
}

fn short(it: &Statement) -> String {
    let applicants = match it.applicants {
        Column::Applicants => String::new(),
        column => format!(" {column}"),
    };
    let said = match it.said {
        Said::Count(quantity) => quantity.value.to_string(),
        Said::Nothing => "none".to_owned(),
        Said::AllUpheld { if_concluded: true } => "all upheld of those concluded".to_owned(),
        Said::AllUpheld { if_concluded: false } => "all upheld".to_owned(),
        Said::NeverLost => "never lost".to_owned(),
    };
    let rate = |name: &str, rate: Option<Percentage>| {
        rate.map_or_else(String::new, |rate| format!(" {name} {}%", rate.value))
    };
    format!(
        "{}{applicants} {said}{}{}{}{}{}",
        about(&it.about),
        if it.includes_carried_over { " with carried over" } else { "" },
        rate("share", it.share),
        rate("growth", it.growth),
        if it.scope.is_limited { " limited" } else { "" },
        if it.scope.organ.is_some() { " named" } else { "" },
    )
}

fn about(about: &About) -> String {
    match about {
        About::Received(Intake::Received) => "received".to_owned(),
        About::Received(Intake::New) => "new".to_owned(),
        About::Received(Intake::Accepted) => "accepted".to_owned(),
        About::Processed => "processed".to_owned(),
        About::Answered { is_finished: true } => "finished".to_owned(),
        About::Answered { is_finished: false } => "answered".to_owned(),
        About::Carried(Carry::Over) => "carried over".to_owned(),
        About::Carried(Carry::Forward) => "carried forward".to_owned(),
        About::Carried(Carry::From(year)) => format!("carried from {year}"),
        About::Carried(Carry::With(year)) => format!("carried with {year}"),
        About::Carried(Carry::Unsaid) => "carried".to_owned(),
        About::Outcomes(lines) | About::Proceedings(lines) => {
            lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("+")
        }
        About::Documents { line, act } => {
            let act = match act {
                DocumentAct::Issued => "issued",
                DocumentAct::Repealed => "repealed",
                DocumentAct::InForce => "in force",
                DocumentAct::Disclosed => "disclosed",
            };
            format!("{line} {act}")
        }
        About::FeeNotices => "fee notices".to_owned(),
        About::Fees => "fees".to_owned(),
    }
}
