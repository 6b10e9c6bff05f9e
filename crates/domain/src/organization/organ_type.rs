//! What kind of organ reports.

use super::standing::is_township;
use crate::form::vocabulary::vocabulary;

vocabulary! {
    /// A kind of organ.
    OrganType {
        /// 人民政府 of any level; has consolidated reports (条例 art 49).
        Government = 1 "government",
        /// 政府办公厅（室）, as a rule the 主管部门 of its government (条例 art 3).
        GovernmentOffice = 2 "government_office",
        /// 工作部门 of a government (条例 art 4).
        Department = 3 "department",
        /// 街道办事处.
        SubdistrictOffice = 4 "subdistrict_office",
        /// 派出机构 that acts in its own name (条例 art 10).
        DispatchedOrgan = 5 "dispatched_organ",
        /// 管理委员会 of a development zone or new area.
        ZoneAdministration = 6 "zone_administration",
        /// 事业单位 or another organization authorized by law (条例 art 54).
        PublicInstitution = 7 "public_institution",
        /// An organ of a system under vertical leadership (条例 art 3).
        VerticalOrgan = 8 "vertical_organ",
    }
}

/// Organs of systems under vertical leadership whose names end like those of departments.
const VERTICAL: [&str; 6] =
    ["税务局", "气象局", "烟草专卖局", "邮政管理局", "海事局", "通信管理局"];

impl OrganType {
    /// The type that a name tells, where that is certain. The office of a township reports for its
    /// government, so that it counts as one.
    pub fn of_name(name: &str) -> Option<Self> {
        let ends = |marks: &[&str]| marks.iter().any(|mark| name.ends_with(mark));
        if ends(&["街道办事处", "街道"]) {
            Some(Self::SubdistrictOffice)
        } else if ends(&["人民政府"]) || is_township(name) {
            Some(Self::Government)
        } else if ends(&["政府办公室", "政府办公厅"]) {
            Some(Self::GovernmentOffice)
        } else if ends(&["管理委员会", "管委会"]) {
            Some(Self::ZoneAdministration)
        } else {
            (ends(&["局"]) && !ends(&["分局"]) && !ends(&VERTICAL)).then_some(Self::Department)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_type_where_it_is_certain() {
        for (name, organ_type) in [
            ("青石县人民政府", Some(OrganType::Government)),
            ("司前镇人民政府办公室", Some(OrganType::Government)),
            ("石台县大演乡", Some(OrganType::Government)),
            ("正阳街道办事处", Some(OrganType::SubdistrictOffice)),
            ("青石县人民政府办公室", Some(OrganType::GovernmentOffice)),
            ("青石县财政局", Some(OrganType::Department)),
            ("青石市高新区管委会", Some(OrganType::ZoneAdministration)),
            ("青石县税务局", None),
            ("青石市公安局东湖分局", None),
            ("青石县档案馆", None),
        ] {
            assert_eq!(OrganType::of_name(name), organ_type, "{name}");
        }
    }
}
