//! What was set as PDF is read as the same report.

use nianbao_document::printed::Printed;
use nianbao_document::samples::reports;
use nianbao_document::{Format, read};
use proptest::prelude::*;

use crate::pages;

proptest! {
    // Setting a page takes a while where nothing is optimized.
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_that_was_set_is_read_as_it_was(sample in reports()) {
        let printed = Printed::of(&sample.subject(), &sample.content);
        let pdf = nianbao_typeset::pdf(&printed, pages::fonts()).unwrap();
        let draft = read(&pdf, Format::Pdf).unwrap();
        prop_assert_eq!(sample.differences(&draft), Vec::<String>::new());
    }
}
