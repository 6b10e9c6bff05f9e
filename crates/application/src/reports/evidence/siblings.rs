//! Reports of the same year and kind by organs under the same superior.

use nianbao_domain::organization::Organization;
use nianbao_domain::report::{ReportKind, ReportYear};

use super::RelatedReport;
use crate::access::Scope;
use crate::store::{ComparedOrgans, ComparedQuery, Store};
use crate::{Application, Error};

/// Most reports of siblings that one is compared with: the first by the id of their organ. A county
/// has some 60 units, a city some 60 departments.
pub const MAX_SIBLINGS: usize = 200;

impl<S: Store> Application<S> {
    /// The reports of siblings of the same level and type, as far as these are known, within the
    /// scope only: a finding tells whose words are like these, and that is nobody's business who may
    /// not read them. None where the organ has no superior, or the caller sees none of them.
    pub(super) async fn siblings(
        &self,
        scope: &Scope,
        of: Option<(&Organization, ReportYear)>,
        kind: ReportKind,
    ) -> Result<Option<Vec<RelatedReport>>, Error> {
        let Some((organ, year)) = of else { return Ok(None) };
        let Some(parent) = organ.parent.clone() else { return Ok(None) };
        let (level, organ_type) = (organ.level, organ.organ_type);
        let query = ComparedQuery {
            organs: ComparedOrgans::Below { parent, level, organ_type },
            year,
            kind: Some(kind),
            limit: MAX_SIBLINGS + 1,
        };
        let found = self.store.compared(scope, &query).await?;
        let others = found.into_iter().filter(|it| it.head.key.organization != organ.id);
        let others: Vec<_> = others.take(MAX_SIBLINGS).map(RelatedReport::from).collect();
        let nobody_is_seen = others.is_empty() && *scope != Scope::All;
        Ok((!nobody_is_seen).then_some(others))
    }
}
