//! What a document says about itself: the head of its page, the fields around its title, its
//! preamble.

mod contact;
mod field;
mod period;

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::metadata::DocumentMetadata;

use super::date;
use super::organ::is_organ_name;
use crate::page::Meta;
use field::{Field, fields};

/// What the head of a page and the lines above the first section say.
pub(super) fn of_head(meta: &Meta, head: &[PlacedText]) -> DocumentMetadata {
    let mut metadata = DocumentMetadata {
        published: date::date(&meta.published),
        site: meta.site.clone(),
        uri: meta.uri.clone(),
        ..DocumentMetadata::default()
    };
    for (field, value) in fields(head) {
        let taken = match field {
            Field::Published => {
                metadata.published = metadata.published.or_else(|| date::date(&value.text));
                continue;
            }
            Field::Written => {
                metadata.written = metadata.written.or_else(|| date::date(&value.text));
                continue;
            }
            Field::IndexNumber => &mut metadata.index_number,
            Field::DocumentNumber => &mut metadata.document_number,
            Field::Issuer => &mut metadata.issuer,
        };
        taken.get_or_insert(value);
    }
    let source = Some(placed(0, &meta.source)).filter(|source| !source.text.is_empty());
    let is_organ = |it: &PlacedText| is_organ_name(&date::normal(&it.text));
    metadata.issuer = source.clone().filter(is_organ).or(metadata.issuer).or(source);
    let alone = || head.iter().find(|line| field::is_document_number(&line.text)).cloned();
    metadata.document_number = metadata.document_number.or_else(alone);
    metadata
}

/// Adds what the text states: the period, and whom to ask.
pub(super) fn read_text<'a>(
    metadata: &mut DocumentMetadata,
    text: impl Iterator<Item = &'a PlacedText>,
) {
    for line in text {
        metadata.period = metadata.period.or_else(|| period::stated(line));
        contact::read(&mut metadata.contact, line);
    }
}

fn placed(line: u32, text: &str) -> PlacedText {
    PlacedText { line, text: text.to_owned() }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn of(lines: &[&str]) -> DocumentMetadata {
        let lines: Vec<PlacedText> =
            (1..).zip(lines).map(|(line, text)| placed(line, text)).collect();
        of_head(&Meta::default(), &lines)
    }

    fn words(text: &Option<PlacedText>) -> &str {
        text.as_ref().map_or("", |it| it.text.as_str())
    }

    #[test]
    fn fields_may_share_a_line_or_have_their_values_below() {
        for lines in [
            &[
                "索引号：12620600MB0523338C/2025-04735 发布机构：武威市审计局 发布日期：2025-12-19 文号：武政办发〔2025〕54号",
            ][..],
            &[
                "【索 引 号】 12620600MB0523338C/2025-04735",
                "【发布机构】武威市审计局",
                "【发布日期】 2025-12-19 08:30",
                "【文　　号】 武政办发〔2025〕54号",
            ],
            &[
                "索引号",
                "12620600MB0523338C/2025-04735",
                "发布机构",
                "武威市审计局",
                "发布日期",
                "2025年12月19日",
                "文号",
                "武政办发〔2025〕54号",
            ],
            &[
                "索引号:",
                "12620600MB0523338C/2025-04735",
                "公开机构:",
                "武威市审计局",
                "公开日期:",
                "2025/12/19",
                "发文字号:",
                "武政办发〔2025〕54号",
            ],
        ] {
            let found = of(lines);
            assert_eq!(words(&found.index_number), "12620600MB0523338C/2025-04735", "{lines:?}");
            assert_eq!(words(&found.issuer), "武威市审计局", "{lines:?}");
            assert_eq!(words(&found.document_number), "武政办发〔2025〕54号", "{lines:?}");
            assert_eq!(found.published, NaiveDate::from_ymd_opt(2025, 12, 19), "{lines:?}");
        }
    }

    #[test]
    fn a_field_without_a_value_has_none() {
        let found = of(&[
            "索引号：",
            "文号：无",
            "发布机构：",
            "成文日期：2022-02-18",
            "发文字号",
            "主题词",
        ]);
        let empty = [&found.index_number, &found.document_number, &found.issuer];
        assert!(empty.into_iter().all(Option::is_none), "{found:?}");
        assert_eq!((found.published, found.written), (None, NaiveDate::from_ymd_opt(2022, 2, 18)));
    }

    #[test]
    fn a_document_number_may_stand_alone_above_the_title() {
        assert_eq!(
            words(&of(&["漳审综〔2026〕2号", "漳平市审计局"]).document_number),
            "漳审综〔2026〕2号"
        );
        let prose = "根据《通知》（国办公开办函〔2021〕30号）要求，现公布如下。";
        assert_eq!(of(&[prose]).document_number, None);
    }

    #[test]
    fn a_preamble_states_the_period_and_whom_to_ask() {
        let text = placed(
            7,
            "本报告的数据统计期限自2024年1月1日起至12月31日止。如有疑问，请与我局联系（地址：甲县人民路1号；邮编：512500；电话：0751-3312345；传真：0751-3312346；电子邮箱：xxgk@example.gov.cn；网址：http://www.example.gov.cn）。",
        );
        let mut metadata = DocumentMetadata::default();
        read_text(&mut metadata, std::iter::once(&text));
        let period = metadata.period.unwrap();
        assert_eq!(
            (period.first.to_string(), period.last.to_string()),
            ("2024-01-01".into(), "2024-12-31".into())
        );
        let contact = metadata.contact;
        let said = [
            &contact.address,
            &contact.postal_code,
            &contact.phone,
            &contact.fax,
            &contact.email,
            &contact.website,
        ]
        .map(words);
        assert_eq!(
            said,
            [
                "甲县人民路1号",
                "512500",
                "0751-3312345",
                "0751-3312346",
                "xxgk@example.gov.cn",
                "http://www.example.gov.cn"
            ]
        );
        assert_eq!(contact.phone.unwrap().line, 7);
    }

    #[test]
    fn prose_about_telephones_is_no_contact() {
        let mut metadata = DocumentMetadata::default();
        for text in ["开通咨询电话12部，答复群众来电。", "加强网址管理。", "2024年召开会议2次。"]
        {
            read_text(&mut metadata, std::iter::once(&placed(1, text)));
        }
        assert_eq!(metadata, DocumentMetadata::default());
    }
}
