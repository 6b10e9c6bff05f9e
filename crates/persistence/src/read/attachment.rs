//! Files that are kept with reports.

use bytes::Bytes;
use nianbao_application::access::Scope;
use nianbao_application::query::{AttachmentField, AttachmentQuery};
use nianbao_application::store::{ListedAttachment, StoreError};
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{Attachment, AttachmentNumber, Digest, Head, ReportKey};
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryResult,
    QuerySelect, QueryTrait,
};

use super::listing::{Stored, restrict};
use super::scope::{holds, visible};
use crate::entity::{attachment, blob, blob_chunk};
use crate::mapping::{self, Unmappable, corrupt};
use crate::shared::Shared;

impl Stored for AttachmentField {
    fn column(self) -> Expr {
        match self {
            Self::Organization => Expr::col(("report", "organization_id")),
            Self::ReportYear => Expr::col(("report", "report_year")),
            Self::Kind => Expr::col(("report", "kind")),
            Self::Number => Expr::col(("attachment", "number")),
            Self::Sha256 => Expr::col(("attachment", "sha256")),
            Self::MediaType => Expr::col(("attachment", "media_type")),
            Self::CreateTime => Expr::col(("attachment", "create_time")),
        }
    }
}

/// What an attachment needs of its report and its content.
#[derive(FromQueryResult)]
struct Beside {
    organization_id: String,
    report_year: i16,
    kind: i16,
    sm3: String,
    size_bytes: i64,
}

impl Shared {
    /// One attachment of the report with this head.
    pub(crate) async fn attachment(
        &self,
        head: &Head,
        number: AttachmentNumber,
    ) -> Result<Option<Attachment>, StoreError> {
        let mut one = joined();
        one.and_where(Expr::col(("attachment", "report_uid")).eq(head.uid))
            .and_where(Expr::col(("attachment", "number")).eq(i64::from(number)));
        let reader = &self.connections.reader;
        let row = self.read("attachment", &head.key, || reader.query_one(&one)).await?;
        row.map(|row| self.listed_attachment(&row).map(|it| it.attachment)).transpose()
    }

    /// Attachments in stable pages.
    pub(crate) async fn attachments(
        &self,
        scope: &Scope,
        query: &AttachmentQuery,
    ) -> Result<Vec<ListedAttachment>, StoreError> {
        let mut list = joined();
        list.cond_where(match &query.parent {
            Some(parent) => {
                let of_it = Expr::col(("report", "organization_id")).eq(parent.as_str());
                holds(scope, parent).add(of_it)
            }
            None => visible(scope, ("report", "organization_id")),
        });
        restrict(&mut list, query);
        let reader = &self.connections.reader;
        let rows = self.read("attachment", "of a list", || reader.query_all(&list)).await?;
        rows.iter().map(|row| self.listed_attachment(row)).collect()
    }

    /// A chunk of the content with this digest.
    pub(crate) async fn chunk(
        &self,
        sha256: &Digest,
        number: u32,
    ) -> Result<Option<Bytes>, StoreError> {
        let one = blob_chunk::Entity::find()
            .select_only()
            .column(blob_chunk::Column::Content)
            .filter(blob_chunk::Column::Sha256.eq(sha256.to_string()))
            .filter(blob_chunk::Column::Number.eq(i64::from(number)));
        let reader = &self.connections.reader;
        let query = || one.clone().into_tuple::<Vec<u8>>().one(reader);
        let found = self.read("blob_chunk", sha256, query).await?;
        Ok(found.map(Bytes::from))
    }

    fn listed_attachment(&self, row: &QueryResult) -> Result<ListedAttachment, StoreError> {
        let undecodable = |error: DbErr| self.fault(&error).told("attachment", "of a list");
        let own = attachment::Model::from_query_result(row, "").map_err(undecodable)?;
        let beside = Beside::from_query_result(row, "beside_").map_err(undecodable)?;
        let report = beside.report().map_err(|what| corrupt("report", own.report_uid, what))?;
        let content = beside.content(&own);
        Ok(ListedAttachment { report, attachment: mapping::attachment(own, &content)? })
    }
}

impl Beside {
    fn report(&self) -> Result<ReportKey, Unmappable> {
        Ok(ReportKey {
            organization: self.organization_id.parse::<OrganizationId>()?,
            year: i64::from(self.report_year).try_into()?,
            kind: self.kind.try_into()?,
        })
    }

    fn content(self, own: &attachment::Model) -> blob::Model {
        blob::Model { sha256: own.sha256.clone(), sm3: self.sm3, size_bytes: self.size_bytes }
    }
}

/// Attachments, each with what it needs of its report and its content.
fn joined() -> SelectStatement {
    let mut select = attachment::Entity::find().into_query();
    let report = Expr::col(("report", "uid")).equals(("attachment", "report_uid"));
    let blob = Expr::col(("blob", "sha256")).equals(("attachment", "sha256"));
    select.join(JoinType::InnerJoin, "report", report);
    select.join(JoinType::InnerJoin, "blob", blob);
    for (table, column, name) in [
        ("report", "organization_id", "beside_organization_id"),
        ("report", "report_year", "beside_report_year"),
        ("report", "kind", "beside_kind"),
        ("blob", "sm3", "beside_sm3"),
        ("blob", "size_bytes", "beside_size_bytes"),
    ] {
        select.expr_as(Expr::col((table, column)), name);
    }
    select
}
