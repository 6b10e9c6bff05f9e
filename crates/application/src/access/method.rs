//! Every method states its permission and whether it is audited.

/// What a caller may be allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// Read the forms.
    FormRead,
    /// Read what the server can do.
    ServerRead,
    /// Read the register of organs.
    OrganizationRead,
    /// Change the register of organs.
    OrganizationWrite,
    /// Read reports.
    ReportRead,
    /// Create and change reports.
    ReportWrite,
    /// Delete reports that were never submitted.
    ReportDelete,
    /// Acknowledge warnings and pieces of information.
    FindingAcknowledge,
    /// Waive findings that block.
    FindingWaive,
    /// Read the rules.
    RuleRead,
    /// Write rules, for the whole hierarchy.
    RuleWrite,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Self; 11] = [
        Self::FormRead,
        Self::ServerRead,
        Self::OrganizationRead,
        Self::OrganizationWrite,
        Self::ReportRead,
        Self::ReportWrite,
        Self::ReportDelete,
        Self::FindingAcknowledge,
        Self::FindingWaive,
        Self::RuleRead,
        Self::RuleWrite,
    ];

    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FormRead => "form.read",
            Self::ServerRead => "server.read",
            Self::OrganizationRead => "organization.read",
            Self::OrganizationWrite => "organization.write",
            Self::ReportRead => "report.read",
            Self::ReportWrite => "report.write",
            Self::ReportDelete => "report.delete",
            Self::FindingAcknowledge => "finding.acknowledge",
            Self::FindingWaive => "finding.waive",
            Self::RuleRead => "rule.read",
            Self::RuleWrite => "rule.write",
        }
    }
}

/// Declares the methods of the public contract: service, permission, whether a call is audited.
macro_rules! methods {
    ($($variant:ident $service:literal $permission:ident $audited:literal,)+) => {
        /// A method of the public contract.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Method { $(#[doc = concat!("`", $service, "/", stringify!($variant), "`")] $variant,)+ }

        impl Method {
            /// Every method.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name within the service.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)+ }
            }

            /// The service it belongs to.
            pub const fn service(self) -> &'static str {
                match self { $(Self::$variant => $service,)+ }
            }

            /// What a caller needs to be allowed.
            pub const fn permission(self) -> Permission {
                match self { $(Self::$variant => Permission::$permission,)+ }
            }

            /// Whether every commit by it leaves an audit entry; reads commit nothing.
            pub const fn is_audited(self) -> bool {
                match self { $(Self::$variant => $audited,)+ }
            }
        }
    };
}

methods! {
    ListForms "FormService" FormRead false,
    GetForm "FormService" FormRead false,
    GetServerInfo "ServerService" ServerRead false,
    CreateOrganization "OrganizationService" OrganizationWrite true,
    GetOrganization "OrganizationService" OrganizationRead false,
    ListOrganizations "OrganizationService" OrganizationRead false,
    UpdateOrganization "OrganizationService" OrganizationWrite true,
    BatchCreateOrganizations "OrganizationService" OrganizationWrite true,
    SucceedOrganizations "OrganizationService" OrganizationWrite true,
    CloseOrganization "OrganizationService" OrganizationWrite true,
    CreateReport "ReportService" ReportWrite true,
    GetReport "ReportService" ReportRead false,
    ListReports "ReportService" ReportRead false,
    UpdateReport "ReportService" ReportWrite true,
    DeleteReport "ReportService" ReportDelete true,
    BatchGetReports "ReportService" ReportRead false,
    ImportReport "ReportService" ReportWrite true,
    ValidateReport "ReportService" ReportRead false,
    ChangeEdition "ReportService" ReportWrite true,
    AcknowledgeFinding "ReportService" FindingAcknowledge true,
    WaiveFinding "ReportService" FindingWaive true,
    WithdrawDecision "ReportService" FindingAcknowledge true,
    RevalidateReports "ReportService" ReportWrite true,
    RenderReport "ReportService" ReportRead false,
    RenderFillIn "ReportService" ReportRead false,
    GetAttachment "ReportService" ReportRead false,
    ListAttachments "ReportService" ReportRead false,
    DownloadAttachment "ReportService" ReportRead false,
    ListRevisions "ReportService" ReportRead false,
    GetRevision "ReportService" ReportRead false,
    ListRules "RuleService" RuleRead false,
    GetRule "RuleService" RuleRead false,
    CreateRule "RuleService" RuleWrite true,
    UpdateRule "RuleService" RuleWrite true,
    TestRule "RuleService" RuleRead false,
    EnableRule "RuleService" RuleWrite true,
    RetireRule "RuleService" RuleWrite true,
}
