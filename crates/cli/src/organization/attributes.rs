//! What was said of an organ → the message and the mask.

use nianbao_proto::v1;
use nianbao_wire::Concept;
use pbjson_types::FieldMask;

use super::resource_name;
use crate::arguments::Attributes;

impl Attributes {
    /// The organ with everything that was said, and the fields that were.
    pub fn to_message(&self) -> (v1::Organization, FieldMask) {
        let Self {
            display_name,
            aliases,
            level,
            organ_type,
            rule_power,
            credit_code,
            division_code,
            parent,
            source_key,
            valid_from,
            valid_to,
        } = self.clone();
        let said = [
            ("display_name", display_name.is_some()),
            ("aliases", aliases.is_some()),
            ("level", level.is_some()),
            ("organ_type", organ_type.is_some()),
            ("rule_power", rule_power.is_some()),
            ("unified_social_credit_code", credit_code.is_some()),
            ("division_code", division_code.is_some()),
            ("parent", parent.is_some()),
            ("source_key", source_key.is_some()),
            ("valid_from", valid_from.is_some()),
            ("valid_to", valid_to.is_some()),
        ];
        let paths = said.iter().filter(|(_, said)| *said).map(|(path, _)| (*path).to_owned());
        let organ = v1::Organization {
            display_name: display_name.unwrap_or_default(),
            aliases: aliases.into_iter().flatten().filter(|alias| !alias.is_empty()).collect(),
            level: level.map_or(0, Concept::to_wire),
            organ_type: organ_type.map_or(0, Concept::to_wire),
            rule_power: rule_power.map_or(0, Concept::to_wire),
            unified_social_credit_code: credit_code.unwrap_or_default(),
            division_code: division_code.unwrap_or_default(),
            parent: resource_name(&parent.unwrap_or_default()),
            source_key: source_key.unwrap_or_default(),
            valid_from: valid_from.unwrap_or_default(),
            valid_to: valid_to.unwrap_or_default(),
            ..v1::Organization::default()
        };
        (organ, FieldMask { paths: paths.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_said_is_in_the_mask_also_where_it_takes_something_away() {
        let said = Attributes {
            display_name: Some("司前镇人民政府".to_owned()),
            parent: Some(String::new()),
            aliases: Some(vec![String::new()]),
            ..Attributes::default()
        };
        let (organ, mask) = said.to_message();
        assert_eq!(mask.paths, ["display_name", "aliases", "parent"]);
        assert!(organ.aliases.is_empty());
        assert_eq!((organ.display_name.as_str(), organ.parent.as_str()), ("司前镇人民政府", ""));
    }
}
