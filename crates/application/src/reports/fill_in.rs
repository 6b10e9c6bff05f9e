//! What it takes to make a document to be filled in.

use nianbao_domain::finding::Message;
use nianbao_domain::form::{Column, Edition};
use nianbao_domain::organization::Organization;
use nianbao_domain::report::ReportKey;
use nianbao_domain::sheet::carried_over;

use super::ComparedWith;
use crate::access::{Caller, Method};
use crate::store::Store;
use crate::{Application, Error};

/// A report that is to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToFillIn {
    /// Whose it will be, which year's and which kind. It may exist already.
    pub key: ReportKey,
    /// The organ.
    pub organization: Organization,
    /// The edition of the form.
    pub edition: Edition,
    /// 上年结转, by the kind of applicant: what the year before carries forward.
    pub carried_over: Vec<(Column, i64)>,
    /// The reports of the year before, along the succession of the organ. Empty where there is none.
    pub previous: Vec<ComparedWith>,
    /// Why there is none.
    pub previous_absent: Option<Message>,
}

impl<S: Store> Application<S> {
    /// What a document to be filled in says of an organ and a year, in the edition that is asked for
    /// or else prescribed for the year.
    pub async fn report_to_fill_in(
        &self,
        caller: &Caller,
        key: ReportKey,
        edition: Option<Edition>,
    ) -> Result<ToFillIn, Error> {
        let scope = caller.authorize(Method::RenderFillIn)?;
        let prescribed = || Edition::prescribed_for(key.year.get());
        let edition = edition.or_else(prescribed).ok_or_else(|| {
            let what = format!("there was no national form for {}; state an edition", key.year);
            Error::invalid("edition", what)
        })?;
        let organization = self.organ_of(scope, &key).await?;
        let preceding = self.preceding(scope, Some((&organization, key.year)), key.kind).await?;
        let sheets = preceding.reports().iter().map(|it| &it.content.sheet);
        Ok(ToFillIn {
            edition,
            carried_over: carried_over(sheets),
            previous: preceding.reports().iter().map(ComparedWith::from).collect(),
            previous_absent: preceding.absent().cloned(),
            key,
            organization,
        })
    }
}
