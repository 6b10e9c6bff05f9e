//! The registered organ, where a file states it.

use std::path::Path;

use nianbao_domain::organization::{Organization, OrganizationId};
use nianbao_proto::v1;
use nianbao_wire::{Violations, particulars};

use crate::failure::Failure;
use crate::input::Source;

/// What stands for the id of an organ that its file does not name.
const UNNAMED: &str = "unregistered";

/// Reads `nianbao.v1.Organization` in JSON.
pub fn read(path: &Path) -> Result<Organization, Failure> {
    let source = Source::named(path);
    let bytes = source.read().map_err(|why| why.failure(&source))?;
    let organ: v1::Organization = serde_json::from_slice(&bytes).map_err(|error| {
        Failure::unreadable(
            format!("{source} 不是 nianbao.v1.Organization 的 JSON：{error}"),
            format!("{source} is no nianbao.v1.Organization in JSON: {error}"),
        )
    })?;
    registered(organ).map_err(|violations| {
        Failure::unreadable(
            format!("{source} 中的机关信息有误：{violations}"),
            format!("{source}: {violations}"),
        )
    })
}

/// The organ as rules look at it; what only a register gives is left at nothing.
fn registered(organ: v1::Organization) -> Result<Organization, Violations> {
    let name = if organ.name.is_empty() { unnamed() } else { organ.name.clone() };
    let id: OrganizationId = nianbao_wire::name::organization(&name, "name")?;
    Ok(Organization::register(id, Default::default(), particulars(organ, "")?, Default::default()))
}

fn unnamed() -> String {
    format!("organizations/{UNNAMED}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_needs_no_name_in_the_register() {
        let organ = v1::Organization {
            display_name: "司前镇人民政府".to_owned(),
            ..v1::Organization::default()
        };
        assert_eq!(registered(organ).unwrap().display_name, "司前镇人民政府");
    }

    #[test]
    fn an_organ_without_an_official_name_is_refused() {
        let refused = registered(v1::Organization::default()).unwrap_err();
        assert!(refused.to_string().contains("display_name"));
    }
}
