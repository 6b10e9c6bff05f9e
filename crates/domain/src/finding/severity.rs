//! How grave a finding is, at which stage.

/// How grave a finding is; the gravest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The report cannot be submitted like this (the catalogue's `error`).
    Blocking,
    /// Probably wrong; has to be acknowledged with a reason.
    Warning,
    /// Worth knowing.
    Info,
}

/// The occasion of a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// A draft that is being written.
    #[default]
    Draft,
    /// A report about to be submitted.
    Submission,
    /// A page that is already published; importing it never blocks.
    PublishedPage,
}

/// The severity of a rule at every stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageSeverity {
    draft: Severity,
    submission: Severity,
    published_page: Severity,
}

impl Severity {
    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blocking => "blocking",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

impl StageSeverity {
    /// Blocks drafts and submissions; a published page is only warned about.
    pub const BLOCKING: Self = Self {
        draft: Severity::Blocking,
        submission: Severity::Blocking,
        published_page: Severity::Warning,
    };
    /// Warns at every stage.
    pub const WARNING: Self = Self {
        draft: Severity::Warning,
        submission: Severity::Warning,
        published_page: Severity::Warning,
    };
    /// Informs at every stage.
    pub const INFO: Self =
        Self { draft: Severity::Info, submission: Severity::Info, published_page: Severity::Info };
    /// Warns while a draft is written and blocks its submission.
    pub const BLOCKING_ON_SUBMISSION: Self = Self {
        draft: Severity::Warning,
        submission: Severity::Blocking,
        published_page: Severity::Warning,
    };

    /// The severity at a stage.
    pub const fn at(self, stage: Stage) -> Severity {
        match stage {
            Stage::Draft => self.draft,
            Stage::Submission => self.submission,
            Stage::PublishedPage => self.published_page,
        }
    }
}
