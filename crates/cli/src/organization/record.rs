//! An organ as a record of a table, both ways.

use nianbao_domain::organization::{Level, OrganType, RulePower, SuccessionKind};
use nianbao_proto::v1::{self, CreateOrganizationRequest};
use nianbao_wire::Concept;

use super::{COLLECTION, resource_name};

/// The names of the fields; the first two are needed, the others may be left out.
pub const HEADER: [&str; 12] = [
    "organization_id",
    "display_name",
    "level",
    "organ_type",
    "rule_power",
    "unified_social_credit_code",
    "division_code",
    "parent",
    "aliases",
    "source_key",
    "valid_from",
    "valid_to",
];

/// What stands between several aliases.
const SEPARATOR: char = ';';

/// The power to make 规章 by its public word.
const RULE_POWERS: [(RulePower, &str); 3] =
    [(RulePower::Unknown, "unknown"), (RulePower::Has, "has"), (RulePower::Lacks, "lacks")];

/// The fields of an organ.
pub fn fields(organ: &v1::Organization) -> [String; 12] {
    [
        id(&organ.name).to_owned(),
        organ.display_name.clone(),
        level_code(organ).to_owned(),
        organ_type_code(organ).to_owned(),
        rule_power_code(organ).to_owned(),
        organ.unified_social_credit_code.clone(),
        organ.division_code.clone(),
        id(&organ.parent).to_owned(),
        organ.aliases.join(&SEPARATOR.to_string()),
        organ.source_key.clone(),
        organ.valid_from.clone(),
        organ.valid_to.clone(),
    ]
}

/// Links of a succession: the organ, how, when.
pub fn links(links: &[v1::SuccessionLink]) -> Vec<String> {
    let told = |link: &v1::SuccessionLink| {
        let kind = SuccessionKind::from_wire(link.kind).map_or("", SuccessionKind::code);
        format!("{} {kind} {}", link.organization, link.date)
    };
    links.iter().map(told).collect()
}

/// The public code of its level; empty where that is unknown.
pub fn level_code(organ: &v1::Organization) -> &'static str {
    Level::from_wire(organ.level).map_or("", Level::code)
}

/// The public code of its kind; empty where that is unknown.
pub fn organ_type_code(organ: &v1::Organization) -> &'static str {
    OrganType::from_wire(organ.organ_type).map_or("", OrganType::code)
}

/// The public word for its power to make 规章.
pub fn rule_power_code(organ: &v1::Organization) -> &'static str {
    let power = RulePower::from_wire(organ.rule_power);
    let known = RULE_POWERS.iter().find(|(it, _)| Some(*it) == power);
    known.map_or("", |(_, word)| word)
}

/// Puts a field of a record into the request. The error names the value that the field cannot have.
pub fn set(
    request: &mut CreateOrganizationRequest,
    field: &str,
    value: &str,
) -> Result<(), String> {
    let organ = request.organization.get_or_insert_default();
    let value = value.trim();
    match field {
        "organization_id" => request.organization_id = id(value).to_owned(),
        "display_name" => organ.display_name = value.to_owned(),
        "level" => organ.level = coded::<Level>(value)?,
        "organ_type" => organ.organ_type = coded::<OrganType>(value)?,
        "rule_power" => organ.rule_power = rule_power(value)?,
        "unified_social_credit_code" => organ.unified_social_credit_code = value.to_owned(),
        "division_code" => organ.division_code = value.to_owned(),
        "parent" => organ.parent = resource_name(value),
        "aliases" => organ.aliases = aliases(value),
        "source_key" => organ.source_key = value.to_owned(),
        "valid_from" => organ.valid_from = value.to_owned(),
        "valid_to" => organ.valid_to = value.to_owned(),
        _ => return Err(field.to_owned()),
    }
    Ok(())
}

/// The last part of a name.
pub fn id(name: &str) -> &str {
    name.strip_prefix(COLLECTION).unwrap_or(name)
}

fn coded<C: Concept + std::str::FromStr>(code: &str) -> Result<i32, String> {
    match code {
        "" => Ok(0),
        code => code.parse().map(C::to_wire).map_err(|_| code.to_owned()),
    }
}

fn rule_power(word: &str) -> Result<i32, String> {
    let known = RULE_POWERS.iter().find(|(_, known)| *known == word);
    match known {
        Some((power, _)) => Ok(power.to_wire()),
        None if word.is_empty() => Ok(0),
        None => Err(word.to_owned()),
    }
}

fn aliases(value: &str) -> Vec<String> {
    let aliases = value.split([SEPARATOR, '；']).map(str::trim).filter(|alias| !alias.is_empty());
    aliases.map(str::to_owned).collect()
}
