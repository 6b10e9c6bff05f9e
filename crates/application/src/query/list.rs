//! A list as it is asked of the store.

use nianbao_domain::organization::OrganizationId;

use super::{
    AttachmentField, Direction, Field, FilterError, OrderError, OrganizationField, PageToken,
    PageTokenError, Predicate, ReportField, Value, order,
};

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuery<F> {
    /// Only items of this organ; for reports and attachments.
    pub parent: Option<OrganizationId>,
    /// All of these hold.
    pub predicates: Vec<Predicate<F>>,
    /// A total order.
    pub order: Vec<(F, Direction)>,
    /// Only items behind these values of the order's fields.
    pub after: Option<Vec<Value>>,
    /// At most this many items.
    pub limit: usize,
    /// Whether the content of the items is wanted too.
    pub with_content: bool,
    /// Which list this is a page of; page tokens of another are refused.
    pub fingerprint: u64,
}

/// One page of a list of reports.
pub type ReportQuery = ListQuery<ReportField>;
/// One page of a list of attachments.
pub type AttachmentQuery = ListQuery<AttachmentField>;
/// One page of a list of organs.
pub type OrganizationQuery = ListQuery<OrganizationField>;

/// A list that cannot be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListError {
    /// The filter.
    Filter(FilterError),
    /// The order.
    Order(OrderError),
    /// The page token.
    PageToken(PageTokenError),
}

impl<F: Field> ListQuery<F> {
    /// Reads filter, order and page token of a request.
    pub fn parse(
        parent: Option<OrganizationId>,
        filter: &str,
        order_by: &str,
        page_token: &str,
        limit: usize,
    ) -> Result<Self, ListError> {
        let list = parent.as_ref().map_or("-", OrganizationId::as_str).to_owned();
        Self::parse_in(&list, parent, filter, order_by, page_token, limit)
    }

    /// The same of a list with a name of its own.
    pub(super) fn parse_in(
        list: &str,
        parent: Option<OrganizationId>,
        filter: &str,
        order_by: &str,
        page_token: &str,
        limit: usize,
    ) -> Result<Self, ListError> {
        let predicates = Predicate::parse_all(filter).map_err(ListError::Filter)?;
        let order = order::parse(order_by).map_err(ListError::Order)?;
        let words = [list, filter.trim(), order_by.trim()];
        let fingerprint = PageToken::fingerprint(&words);
        let after =
            PageToken::parse(page_token, fingerprint, order.len()).map_err(ListError::PageToken)?;
        Ok(Self { parent, predicates, order, after, limit, with_content: false, fingerprint })
    }

    /// The same list with the content of its items.
    pub fn with_content(self, with_content: bool) -> Self {
        Self { with_content, ..self }
    }

    /// The query that the store is asked: one item more than the page, to know whether there is another page.
    pub(crate) fn with_one_more(&self) -> Self {
        Self { limit: self.limit + 1, ..self.clone() }
    }

    /// The token of the page behind an item.
    pub(crate) fn next_page_token(&self, value: impl Fn(F) -> Value) -> String {
        let values: Vec<Value> = self.order.iter().map(|(field, _)| value(*field)).collect();
        PageToken { fingerprint: self.fingerprint, values }.to_string()
    }
}
