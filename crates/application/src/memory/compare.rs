//! Reports that a check compares with.

use nianbao_domain::organization::Organization;
use nianbao_domain::report::Head;

use super::state::State;
use crate::access::Scope;
use crate::store::{ComparedOrgans, ComparedQuery, ComparedReport, compared_revision};

impl State {
    /// By organ, then kind: the keys are in the order of organ, year and kind.
    pub(super) fn compared<'a>(
        &'a self,
        scope: &'a Scope,
        query: &'a ComparedQuery,
    ) -> impl Iterator<Item = ComparedReport> + 'a {
        let wanted = |head: &&Head| {
            head.key.year == query.year && query.kind.is_none_or(|kind| kind == head.key.kind)
        };
        self.heads.values().filter(wanted).filter_map(|head| {
            let organ = self.organizations.get(&head.key.organization)?;
            let published = head.published_revision.is_some();
            let is_seen = match &query.organs {
                ComparedOrgans::Named(ids) => {
                    ids.contains(&organ.id) && (published || self.is_in(scope, &organ.id))
                }
                ComparedOrgans::Below { .. } => {
                    is_below(organ, &query.organs) && self.is_in(scope, &organ.id)
                }
            };
            if is_seen { self.with_content(head, organ) } else { None }
        })
    }

    fn with_content(&self, head: &Head, organ: &Organization) -> Option<ComparedReport> {
        let revision = self.revisions.get(&(head.uid, compared_revision(head)))?;
        Some(ComparedReport {
            display_name: organ.display_name.clone(),
            level: organ.level,
            organ_type: organ.organ_type,
            head: head.clone(),
            content: revision.content.clone(),
        })
    }
}

fn is_below(organ: &Organization, organs: &ComparedOrgans) -> bool {
    let ComparedOrgans::Below { parent, level, organ_type } = organs else { return false };
    organ.parent.as_ref() == Some(parent)
        && (level.is_none() || organ.level == *level)
        && (organ_type.is_none() || organ.organ_type == *organ_type)
}
