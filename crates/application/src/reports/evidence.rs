//! Reports of other years and organs that a check compares with, and who the title names: loaded
//! before the check, side by side. Bounded: nothing here grows with the register.

mod comparison;
mod preceding;
mod related;
mod sent;
mod siblings;
mod units;

pub use comparison::{ComparedWith, Comparison};
pub use related::RelatedReport;
pub use sent::SentEvidence;
pub use siblings::MAX_SIBLINGS;
pub use units::MAX_UNITS;

use std::sync::Arc;

use chrono::NaiveDate;
use futures_util::future::try_join4;
use nianbao_domain::form::fold;
use nianbao_domain::organization::Organization;
use nianbao_domain::report::{Title, china_date};
use nianbao_domain::rules::Case;
use nianbao_expression::UserRules;

use self::preceding::Preceding;
use self::units::Units;
use super::assess::Subject;
use crate::access::Scope;
use crate::store::Store;
use crate::{Application, Error};

/// Everything beside the report itself that a check looks at.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    /// The organ that the title names.
    pub(super) name: Option<String>,
    titled: Option<Organization>,
    date: NaiveDate,
    others: Others,
    /// The rules of users that are in force or in shadow.
    pub(super) rules: Arc<UserRules>,
}

/// Other reports.
#[derive(Clone, Debug)]
struct Others {
    previous: Preceding,
    /// None where nobody looked.
    siblings: Option<Vec<RelatedReport>>,
    /// None where nobody looked.
    units: Option<Units>,
}

impl<S: Store> Application<S> {
    /// The evidence about a report of a registered organ, or of nobody.
    pub(super) async fn evidence(
        &self,
        scope: &Scope,
        subject: &Subject<'_>,
        organization: Option<&Organization>,
    ) -> Result<Evidence, Error> {
        let name = Title::read(&subject.content.title).organ;
        let of = organization.zip(subject.year);
        let (titled, previous, siblings, units) = try_join4(
            self.titled(scope, name.as_deref(), organization),
            self.preceding(scope, of, subject.kind),
            self.siblings(scope, of, subject.kind),
            self.units(scope, of, subject.kind),
        )
        .await?;
        let others = Others { previous, siblings, units };
        let (date, rules) = (china_date(self.clock.now()), self.current_rules().await?);
        Ok(Evidence { name, titled, date, others, rules })
    }

    /// The evidence about a report that came with its own.
    pub(super) async fn sent_evidence(
        &self,
        scope: &Scope,
        subject: &Subject<'_>,
        organization: Option<&Organization>,
        sent: SentEvidence,
    ) -> Result<Evidence, Error> {
        let name = Title::read(&subject.content.title).organ;
        let titled = self.titled(scope, name.as_deref(), organization).await?;
        Ok(Evidence {
            name,
            titled,
            date: china_date(self.clock.now()),
            others: sent.about(subject)?,
            rules: self.current_rules().await?,
        })
    }

    /// The registered organ that the title names, where that is another than the report's.
    async fn titled(
        &self,
        scope: &Scope,
        name: Option<&str>,
        organization: Option<&Organization>,
    ) -> Result<Option<Organization>, Error> {
        match (name, organization) {
            (Some(name), Some(organ)) if !is_named(organ, name) => {
                Ok(self.store.organization_named(scope, &fold(name)).await?)
            }
            _ => Ok(None),
        }
    }
}

impl Evidence {
    /// Puts the evidence into the case.
    pub(super) fn lay_before<'a>(&'a self, case: &mut Case<'a>) {
        case.titled_organization = self.titled.as_ref();
        case.date = Some(self.date);
        let Others { previous, siblings, units } = &self.others;
        case.previous = previous.related();
        case.siblings = siblings.as_deref().map(related::all);
        case.children = units.as_ref().map(Units::children);
    }
}

fn is_named(organ: &Organization, name: &str) -> bool {
    let folded = fold(name);
    organ.names().any(|known| fold(known) == folded)
}
