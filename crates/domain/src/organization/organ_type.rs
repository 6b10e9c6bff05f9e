//! What kind of organ reports.

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
