//! Rules that users write, the version of those that checks run, and what they hit.

use std::collections::BTreeMap;

use nianbao_application::store::{RuleSetVersion, StoreError};
use nianbao_domain::user_rule::{RuleHit, UserRule, UserRuleCode};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{report, rule, rule_set};
use crate::mapping::{self, corrupt};
use crate::shared::Shared;

const TABLE: &str = "rule";

impl Shared {
    /// The version of the rules that checks run.
    pub(crate) async fn rule_set(&self) -> Result<RuleSetVersion, StoreError> {
        let reader = &self.connections.reader;
        let only = rule_set::ONLY;
        let found =
            self.read("rule_set", only, || self.prepared.rule_set(only).one(reader)).await?;
        let row = found.ok_or_else(|| corrupt("rule_set", only, "the row is gone"))?;
        mapping::rule_set(row)
    }

    /// A user rule.
    pub(crate) async fn user_rule(
        &self,
        code: &UserRuleCode,
    ) -> Result<Option<UserRule>, StoreError> {
        let reader = &self.connections.reader;
        let of_code = rule::Entity::find_by_id(code.to_string());
        let found = self.read(TABLE, code, || of_code.clone().one(reader)).await?;
        found.map(mapping::rule).transpose()
    }

    /// Every user rule, by code.
    pub(crate) async fn user_rules(&self) -> Result<Vec<UserRule>, StoreError> {
        let reader = &self.connections.reader;
        let all = rule::Entity::find().order_by_asc(rule::Column::Code);
        let found = self.read(TABLE, "of all", || all.clone().all(reader)).await?;
        found.into_iter().map(mapping::rule).collect()
    }

    /// How many reports each rule, in each wording, hit. Most reports are hit by none, and many of the
    /// others by the same ones.
    pub(crate) async fn rule_hits(&self) -> Result<BTreeMap<RuleHit, u64>, StoreError> {
        let reader = &self.connections.reader;
        let grouped = report::Entity::find()
            .select_only()
            .column(report::Column::Hits)
            .column_as(report::Column::Uid.count(), "reports")
            .filter(report::Column::Hits.ne(""))
            .group_by(report::Column::Hits);
        let rows = || grouped.clone().into_tuple::<(String, i64)>().all(reader);
        let mut counts = BTreeMap::new();
        for (text, reports) in self.read("report", "hits", rows).await? {
            let hits = mapping::hits(&text).map_err(|what| corrupt("report", &text, what))?;
            for hit in hits {
                *counts.entry(hit).or_default() += u64::try_from(reports).unwrap_or_default();
            }
        }
        Ok(counts)
    }
}
