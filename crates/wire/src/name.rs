//! Resource names, both ways.

use nianbao_domain::form::Edition;
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{AttachmentNumber, ReportKey, ReportKind, ReportYear, RevisionNumber};
use nianbao_domain::user_rule::UserRuleCode;

use crate::text::Quoted;
use crate::violation::{Faults, Path, Violations, reading};

const FORMS: &str = "forms/";
const RULES: &str = "rules/";
/// Most characters of the code of a rule.
const CODE: usize = 32;
const REVISIONS: &str = "/revisions/";
const ATTACHMENTS: &str = "/attachments/";
const REPORTS: &str = "/reports/";
/// What stands for any report.
const ANY_REPORT: &str = "-";
/// The organ that stands for all of them.
const ANY: &str = "organizations/-";

/// `organizations/{organization}/reports/{report}/revisions/{number}`.
pub fn revision_name(report: &ReportKey, number: RevisionNumber) -> String {
    format!("{report}{REVISIONS}{number}")
}

/// `organizations/{organization}/reports/{report}/attachments/{attachment}`.
pub fn attachment_name(report: &ReportKey, number: AttachmentNumber) -> String {
    format!("{report}{ATTACHMENTS}{number}")
}

/// `forms/{edition}`.
pub fn form_name(edition: Edition) -> String {
    format!("{FORMS}{edition}")
}

/// `rules/{code}`.
pub fn rule_name(code: &str) -> String {
    format!("{RULES}{code}")
}

/// Reads `rules/{code}`, of the catalogue or of a user; which, the code tells.
///
/// # Errors
///
/// A name of another form, or none.
pub fn rule(name: &str, path: &str) -> Result<String, Violations> {
    reading(path, |at, faults| {
        let code = name.strip_prefix(RULES).filter(|code| {
            let known =
                |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
            !code.is_empty() && code.len() <= CODE && code.bytes().all(known)
        });
        if code.is_none() {
            refuse(name, "rules/{code}, such as rules/T3-001", at, faults);
        }
        code.map(str::to_owned)
    })
}

/// Reads the code of a user rule.
///
/// # Errors
///
/// Words of another form, or none.
pub fn rule_code(code: &str, path: &str) -> Result<UserRuleCode, Violations> {
    reading(path, |at, faults| {
        let expected =
            "USR- and upper-case letters, digits and single hyphens, at most 32 characters";
        code.parse().map_err(|_| refuse(code, expected, at, faults)).ok()
    })
}

/// Reads `organizations/{organization}`.
///
/// # Errors
///
/// A name of another form, or none.
pub fn organization(name: &str, path: &str) -> Result<OrganizationId, Violations> {
    reading(path, |at, faults| read_organization(name, at, faults))
}

/// Reads `organizations/{organization}`, or `organizations/-` for all, which gives none.
///
/// # Errors
///
/// A name of another form, or none.
pub fn organization_or_any(name: &str, path: &str) -> Result<Option<OrganizationId>, Violations> {
    if name == ANY { Ok(None) } else { organization(name, path).map(Some) }
}

/// Reads the last part of the name of an organ.
///
/// # Errors
///
/// An id of another form, or none.
pub fn organization_id(id: &str, path: &str) -> Result<OrganizationId, Violations> {
    reading(path, |at, faults| {
        let expected = "1 to 63 of a-z, 0-9 and inner hyphens";
        id.parse().map_err(|_| refuse(id, expected, at, faults)).ok()
    })
}

/// Reads `organizations/{organization}/reports/{report}`.
///
/// # Errors
///
/// A name of another form, or none.
pub fn report(name: &str, path: &str) -> Result<ReportKey, Violations> {
    reading(path, |at, faults| read_report(name, at, faults))
}

/// Reads the last part of the name of a report: `2024` or `2024-consolidated`.
///
/// # Errors
///
/// An id of another form, or none.
pub fn report_id(id: &str, path: &str) -> Result<(ReportYear, ReportKind), Violations> {
    reading(path, |at, faults| {
        let expected = "a year such as 2024, or 2024-consolidated";
        ReportKey::parse_report_id(id).map_err(|_| refuse(id, expected, at, faults)).ok()
    })
}

/// Whether a name is meant to be that of a revision.
pub fn is_of_revision(name: &str) -> bool {
    name.contains(REVISIONS)
}

/// Reads `organizations/{organization}/reports/{report}/revisions/{number}`.
///
/// # Errors
///
/// A name of another form, or none.
pub fn revision(name: &str, path: &str) -> Result<(ReportKey, RevisionNumber), Violations> {
    reading(path, |at, faults| {
        let expected = "organizations/{organization}/reports/{report}/revisions/{number}";
        let read = numbered(name, REVISIONS);
        if read.is_none() {
            refuse(name, expected, at, faults);
        }
        read
    })
}

/// Reads `organizations/{organization}/reports/{report}/attachments/{attachment}`.
///
/// # Errors
///
/// A name of another form, or none.
pub fn attachment(name: &str, path: &str) -> Result<(ReportKey, AttachmentNumber), Violations> {
    reading(path, |at, faults| {
        let expected = "organizations/{organization}/reports/{report}/attachments/{attachment}";
        let read = numbered(name, ATTACHMENTS);
        if read.is_none() {
            refuse(name, expected, at, faults);
        }
        read
    })
}

/// An organ, and a year and kind of report; none where any is meant.
pub type AnyReport = (Option<OrganizationId>, Option<(ReportYear, ReportKind)>);

/// Reads `organizations/{organization}/reports/{report}`, where `-` stands for any.
///
/// # Errors
///
/// A name of another form, or none.
pub fn report_or_any(name: &str, path: &str) -> Result<AnyReport, Violations> {
    reading(path, |at, faults| {
        let read = parsed_report_or_any(name);
        if read.is_none() {
            let expected = "organizations/{organization}/reports/{report}, or - for any of them";
            refuse(name, expected, at, faults);
        }
        read
    })
}

/// Reads `forms/{edition}`; none where the name is well formed and no such edition is known.
///
/// # Errors
///
/// A name of another form, or none.
pub fn form(name: &str, path: &str) -> Result<Option<Edition>, Violations> {
    reading(path, |at, faults| {
        let code = name.strip_prefix(FORMS).filter(|code| is_year(code));
        if code.is_none() {
            refuse(name, "forms/{edition}, such as forms/2021", at, faults);
        }
        code.map(|code| code.parse().ok())
    })
}

/// Reads the name of an organ at a path.
pub(crate) fn read_organization(
    name: &str,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<OrganizationId> {
    let read = OrganizationId::from_resource_name(name);
    read.map_err(|_| refuse(name, "organizations/{organization}", at, faults)).ok()
}

/// Reads the name of a report at a path.
pub(crate) fn read_report(name: &str, at: &Path<'_>, faults: &mut Faults) -> Option<ReportKey> {
    let expected = "organizations/{organization}/reports/{report}";
    name.parse().map_err(|_| refuse(name, expected, at, faults)).ok()
}

/// The report and the number of what lies under it.
fn numbered(name: &str, collection: &str) -> Option<(ReportKey, u32)> {
    let (report, number) = name.split_once(collection)?;
    let digits = number.starts_with(|c: char| matches!(c, '1'..='9'));
    let number = if digits { number.parse().ok()? } else { return None };
    Some((report.parse().ok()?, number))
}

fn parsed_report_or_any(name: &str) -> Option<AnyReport> {
    let (organ, report) = name.split_once(REPORTS)?;
    let organ = match organ {
        ANY => None,
        organ => Some(OrganizationId::from_resource_name(organ).ok()?),
    };
    let report = match report {
        ANY_REPORT => None,
        id => Some(ReportKey::parse_report_id(id).ok()?),
    };
    Some((organ, report))
}

fn is_year(code: &str) -> bool {
    code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit())
}

fn refuse(name: &str, expected: &str, at: &Path<'_>, faults: &mut Faults) {
    match name {
        "" => faults.invalid(at, format_args!("missing: {expected} is expected")),
        name => faults.invalid(at, format_args!("{} is not {expected}", Quoted(name))),
    }
}
