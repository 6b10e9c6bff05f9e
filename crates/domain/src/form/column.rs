//! The columns of every edition.

use super::vocabulary::vocabulary;

vocabulary! {
    /// A column of the form, in any edition: how, or for whom, it is counted.
    Column {
        /// 本年制发件数.
        Issued = 1 "issued",
        /// 本年废止件数.
        Repealed = 2 "repealed",
        /// 现行有效件数; not the same as 对外公开总数量.
        InForce = 3 "in_force",
        /// 本年新制作数量.
        NewlyMade = 4 "newly_made",
        /// 本年新公开数量.
        NewlyDisclosed = 5 "newly_disclosed",
        /// 对外公开总数量; not the same as 现行有效件数.
        TotalDisclosed = 6 "total_disclosed",
        /// 本年处理决定数量 (2019: 处理决定数量).
        Decisions = 10 "decisions",
        /// 上一年项目数量.
        PreviousYearItems = 11 "previous_year_items",
        /// 本年增/减, signed.
        NetChange = 12 "net_change",
        /// 本年收费金额, in 万元.
        AmountCollected = 20 "amount_collected",
        /// 采购项目数量.
        ProcurementItems = 30 "procurement_items",
        /// 采购总金额; the form prints no unit.
        ProcurementAmount = 31 "procurement_amount",
        /// 自然人.
        NaturalPerson = 100 "natural_person",
        /// 法人或其他组织; a heading.
        LegalEntity = 110 "legal_entity",
        /// 商业企业.
        Enterprise = 111 "enterprise",
        /// 科研机构.
        ResearchInstitution = 112 "research_institution",
        /// 社会公益组织.
        PublicInterestOrganization = 113 "public_interest_organization",
        /// 法律服务机构.
        LegalServiceInstitution = 114 "legal_service_institution",
        /// 其他, beneath 法人或其他组织.
        OtherLegalEntity = 115 "other_legal_entity",
        /// 总计 of all applicants.
        Applicants = 190 "applicants",
        /// 结果维持.
        Upheld = 200 "upheld",
        /// 结果纠正.
        Rectified = 201 "rectified",
        /// 其他结果.
        OtherOutcome = 202 "other_outcome",
        /// 尚未审结.
        Pending = 203 "pending",
        /// 总计 of all cases.
        Cases = 290 "cases",
    }
}
