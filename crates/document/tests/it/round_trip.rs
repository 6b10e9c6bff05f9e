//! Whatever a report says: what is written of it is read as the same report.

use nianbao_document::samples::{Sample, reports};
use nianbao_document::{Draft, Format, Rendition, Subject, read, render};
use nianbao_domain::report::{Content, ReportKind};
use proptest::prelude::*;

fn written_and_read(sample: &Sample, rendition: Rendition) -> Draft {
    let bytes = render(&sample.subject(), &sample.content, rendition).unwrap();
    let name = format!("年报.{}", rendition.extension());
    let format = Format::detect(&bytes, None, Some(&name)).unwrap();
    read(&bytes, format).unwrap()
}

fn no_differences() -> Vec<String> {
    Vec::new()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_web_page(sample in reports()) {
        let draft = written_and_read(&sample, Rendition::Html);
        prop_assert_eq!(sample.differences(&draft), no_differences());
        prop_assert_eq!(&draft.organization_id, &sample.organization_id);
        prop_assert_eq!(&draft.content.publication, &sample.content.publication);
    }

    #[test]
    fn markdown(sample in reports()) {
        let draft = written_and_read(&sample, Rendition::Markdown);
        prop_assert_eq!(sample.differences(&draft), no_differences());
        prop_assert_eq!(&draft.organization_id, &sample.organization_id);
    }

    #[test]
    fn a_word_document(sample in reports()) {
        let draft = written_and_read(&sample, Rendition::Docx);
        prop_assert_eq!(sample.differences(&draft), no_differences());
    }

    #[test]
    fn a_workbook(sample in reports()) {
        let draft = written_and_read(&sample, Rendition::Xlsx);
        prop_assert_eq!(sample.differences(&draft), no_differences());
        prop_assert_eq!(&draft.organization_id, &sample.organization_id);
    }

    #[test]
    fn comma_separated_values(sample in reports()) {
        let sample = Sample { organization_id: None, ..sample };
        let draft = written_and_read(&sample, Rendition::Csv);
        prop_assert_eq!(sample.differences_of_figures(&draft), no_differences());
    }
}

#[test]
fn whose_figures_they_are_is_told_unseen_where_the_name_tells_otherwise() {
    let figures = crate::figures::suqian();
    let subject = Subject {
        organization_id: None,
        organization_name: figures.organ,
        year: i64::from(figures.year).try_into().ok(),
        kind: ReportKind::Own,
    };
    let content = Content::blank(figures.sheet());
    for rendition in [Rendition::Html, Rendition::Markdown, Rendition::Xlsx] {
        let bytes = render(&subject, &content, rendition).unwrap();
        assert_eq!(bytes, render(&subject, &content, rendition).unwrap(), "{rendition}");
        let name = format!("年报.{}", rendition.extension());
        let format = Format::detect(&bytes, None, Some(&name)).unwrap();
        assert_eq!(read(&bytes, format).unwrap().kind, ReportKind::Own, "{rendition}");
    }
}
