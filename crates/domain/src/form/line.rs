//! The statistical lines of every edition.

use super::vocabulary::vocabulary;

vocabulary! {
    /// A statistical line of the form, in any edition: what is counted.
    Line {
        /// 规章.
        GovernmentRules = 1 "government_rules",
        /// 行政规范性文件 (2019: 规范性文件).
        NormativeDocuments = 2 "normative_documents",
        /// 行政许可.
        AdministrativeLicensing = 10 "administrative_licensing",
        /// 其他对外管理服务事项, on the 2019 form only.
        OtherPublicServices = 11 "other_public_services",
        /// 行政处罚.
        AdministrativePenalties = 12 "administrative_penalties",
        /// 行政强制.
        AdministrativeCompulsion = 13 "administrative_compulsion",
        /// 行政事业性收费.
        AdministrativeCharges = 20 "administrative_charges",
        /// 政府集中采购, on the 2019 form only.
        GovernmentProcurement = 30 "government_procurement",
        /// 本年新收政府信息公开申请数量.
        NewRequests = 100 "new_requests",
        /// 上年结转政府信息公开申请数量.
        CarriedOver = 101 "carried_over",
        /// 本年度办理结果; its printed number is 总计.
        Handled = 110 "handled",
        /// 予以公开.
        Granted = 111 "granted",
        /// 部分公开 (条例 art 37).
        PartlyGranted = 112 "partly_granted",
        /// 不予公开; a heading without a number of its own.
        Withheld = 120 "withheld",
        /// 属于国家秘密 (条例 art 14).
        StateSecret = 121 "state_secret",
        /// 其他法律行政法规禁止公开 (条例 art 14).
        ProhibitedByLaw = 122 "prohibited_by_law",
        /// 危及“三安全一稳定” (条例 art 14).
        SecurityAndStability = 123 "security_and_stability",
        /// 保护第三方合法权益 (条例 art 15).
        ThirdPartyRights = 124 "third_party_rights",
        /// 属于三类内部事务信息 (条例 art 16).
        InternalAffairs = 125 "internal_affairs",
        /// 属于四类过程性信息 (条例 art 16).
        ProcessInformation = 126 "process_information",
        /// 属于行政执法案卷 (条例 art 16).
        EnforcementCaseFile = 127 "enforcement_case_file",
        /// 属于行政查询事项 (条例 art 36).
        AdministrativeInquiry = 128 "administrative_inquiry",
        /// 无法提供; a heading.
        Unavailable = 130 "unavailable",
        /// 本机关不掌握相关政府信息 (条例 art 36).
        NotHeld = 131 "not_held",
        /// 没有现成信息需要另行制作 (条例 art 38).
        RequiresCreation = 132 "requires_creation",
        /// 补正后申请内容仍不明确 (条例 art 30).
        StillUnclear = 133 "still_unclear",
        /// 不予处理; a heading.
        NotProcessed = 140 "not_processed",
        /// 信访举报投诉类申请 (条例 art 39).
        ComplaintOrPetition = 141 "complaint_or_petition",
        /// 重复申请 (条例 art 36).
        Duplicate = 142 "duplicate",
        /// 要求提供公开出版物 (条例 art 39).
        PublicationRequested = 143 "publication_requested",
        /// 无正当理由大量反复申请 (条例 art 35).
        ExcessiveRepetition = 144 "excessive_repetition",
        /// 要求行政机关确认或重新出具已获取信息.
        ConfirmationRequested = 145 "confirmation_requested",
        /// 其他处理: one line on the 2019 form, a heading over three on the 2021 form.
        OtherHandling = 150 "other_handling",
        /// 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 (条例 art 30).
        AbandonedWithoutCorrection = 151 "abandoned_without_correction",
        /// 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 (条例 art 42).
        FeeUnpaid = 152 "fee_unpaid",
        /// 其他, beneath 其他处理.
        OtherReason = 153 "other_reason",
        /// 结转下年度继续办理.
        CarriedForward = 190 "carried_forward",
        /// 行政复议.
        Reconsideration = 200 "reconsideration",
        /// 行政诉讼; a heading.
        Litigation = 210 "litigation",
        /// 未经复议直接起诉.
        DirectLitigation = 211 "direct_litigation",
        /// 复议后起诉.
        LitigationAfterReconsideration = 212 "litigation_after_reconsideration",
    }
}
