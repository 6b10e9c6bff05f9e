//! What a document says about itself, beside the report.

use chrono::NaiveDate;

use crate::evidence::PlacedText;

/// What a document says about itself: in the head of a web page, in the fields above or below its
/// title, in its preamble. As printed; nothing of it is verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentMetadata {
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// The day on which it was written: 成文日期.
    pub written: Option<NaiveDate>,
    /// 索引号, of whatever form.
    pub index_number: Option<PlacedText>,
    /// 文号: `漳审综〔2026〕2号`.
    pub document_number: Option<PlacedText>,
    /// Who published it: 发布机构, `ContentSource`.
    pub issuer: Option<PlacedText>,
    /// The name of the site: `SiteName`.
    pub site: String,
    /// The address of the page.
    pub uri: String,
    /// The period that the figures are of.
    pub period: Option<Period>,
    /// Whom to ask.
    pub contact: Contact,
}

/// A period as stated: 统计期限自2024年1月1日起至12月31日止.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// The line that states it.
    pub line: u32,
}

/// Whom to ask about a report, as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// 地址.
    pub address: Option<PlacedText>,
    /// 邮编.
    pub postal_code: Option<PlacedText>,
    /// 电话.
    pub phone: Option<PlacedText>,
    /// 传真.
    pub fax: Option<PlacedText>,
    /// 电子邮箱.
    pub email: Option<PlacedText>,
    /// 网址.
    pub website: Option<PlacedText>,
}
