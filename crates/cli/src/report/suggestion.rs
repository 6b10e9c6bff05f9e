//! Applying a suggestion that the server makes for a stored report.

use nianbao_proto::v1::{CellChange, ValidateReportRequest, validate_report_request::Target};

use crate::arguments::{CellSetting, SuggestionChoice};
use crate::client::Client;
use crate::failure::Failure;
use crate::finding::{Change, Finding, Suggestion, from_words};
use crate::output::Output;

/// A suggestion that was chosen among those of the present findings.
pub struct Chosen {
    changes: Vec<Change>,
}

impl Chosen {
    /// Checks the report on the server and finds the suggestion; nothing where the finding is gone or
    /// where it is not clear which suggestion is meant.
    pub async fn of(
        client: &Client,
        name: &str,
        choice: &SuggestionChoice,
    ) -> Result<Self, Failure> {
        let request = ValidateReportRequest {
            target: Some(Target::Name(name.to_owned())),
            ..ValidateReportRequest::default()
        };
        let validate = async || client.reports().validate_report(request.clone()).await;
        let answer = client.call(validate).await?;
        let findings: Vec<_> = answer.findings.into_iter().map(Finding::from).collect();
        let chosen = suggestion(&findings, choice)?;
        Ok(Self { changes: chosen.changes.clone() })
    }

    /// The changes as UpdateReport takes them.
    pub fn cell_changes(&self) -> Result<Vec<CellChange>, Failure> {
        let change = |change: &Change| {
            let setting: CellSetting = format!("{}={}", change.cell, change.to).parse()?;
            Ok(setting.to_change())
        };
        self.changes.iter().map(change).collect::<Result<_, _>>().map_err(
            |why: crate::arguments::SettingError| Failure::usage(why.message_zh(), why.to_string()),
        )
    }

    /// Says what changes, a line a cell.
    pub fn say(&self, output: &mut Output) {
        for Change { cell, from, to } in &self.changes {
            let from = from_words(from, output.language);
            output.line(format_args!("  {cell}：{from} → {to}"));
        }
    }
}

fn suggestion<'a>(
    findings: &'a [Finding],
    choice: &SuggestionChoice,
) -> Result<&'a Suggestion, Failure> {
    let finding = finding(findings, &choice.identity)?;
    let all = &finding.suggestions;
    match (choice.number, &all[..]) {
        (Some(number), _) => {
            number.checked_sub(1).and_then(|at| all.get(at)).ok_or_else(|| too_few(all.len()))
        }
        (None, [only]) => Ok(only),
        (None, [first, ..]) if first.unique => Ok(first),
        (None, []) => Err(without(finding)),
        (None, several) => Err(Failure::usage(
            format!(
                "这个问题有 {} 种改法，请写明采用第几种，如 {}:1",
                several.len(),
                choice.identity
            ),
            format!("{} suggestions; say which, such as {}:1", several.len(), choice.identity),
        )),
    }
}

/// The one finding with this identity, or with one that begins like this.
fn finding<'a>(findings: &'a [Finding], identity: &str) -> Result<&'a Finding, Failure> {
    let mut found = findings.iter().filter(|it| it.identity.starts_with(identity));
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(Failure::usage(
            format!("有几个问题的标识以 {identity} 开头，请写得更长"),
            format!("several findings have an identity that begins with {identity}"),
        )),
        (None, _) => Err(Failure::usage(
            format!("现在没有标识为 {identity} 的问题；报告可能已经改过，没有修改任何内容"),
            format!("there is no finding {identity} any more; nothing was changed"),
        )),
    }
}

fn too_few(count: usize) -> Failure {
    Failure::usage(
        format!("这个问题只有 {count} 种改法，没有修改任何内容"),
        format!("the finding has {count} suggestions only; nothing was changed"),
    )
}

fn without(finding: &Finding) -> Failure {
    match &finding.caused_by {
        Some(cause) => Failure::usage(
            format!("这个问题由 {cause} 引起，改法列在那里"),
            format!("the finding follows from {cause}, which has the suggestions"),
        ),
        None => Failure::usage(
            "这个问题没有可以采用的建议，没有修改任何内容",
            "the finding has no suggestion; nothing was changed",
        ),
    }
}
