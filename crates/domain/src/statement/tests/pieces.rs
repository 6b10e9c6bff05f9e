//! Numbers with their classifiers, and what is none.

use crate::statement::piece::pieces;
use crate::statement::token::tokens;

fn read(sentence: &str) -> Vec<String> {
    let quantities =
        pieces(sentence, &tokens(sentence)).into_iter().filter_map(|piece| piece.quantity());
    let said = quantities.map(|it| {
        let vague = if it.is_vague { "?" } else { "" };
        format!("{}{}{vague}", it.value, it.classifier)
    });
    said.collect()
}

#[test]
fn a_number_with_a_classifier_is_a_quantity() {
    assert_eq!(read("清单总数20条，统一件"), ["20条"]);
    assert_eq!(
        read("公开20条、文件 3 件，收费1.2万元，申请一件"),
        ["20条", "3件", "12000元", "1件"]
    );
}

#[test]
fn years_dates_shares_articles_and_terms_are_none() {
    let sentence = "2024年12月31日，占35.5%，依据第二十条、条例第20条第3项，3项目，20个工作日，2个月，12345热线";
    assert_eq!(read(sentence), [""; 0]);
}

#[test]
fn approximations_ranges_and_numbers_for_each_are_vague() {
    for sentence in [
        "约20条",
        "20余条",
        "20条以上",
        "3至5条",
        "3-5条",
        "各20条",
        "四十多条",
        "数十条",
        "近 20条",
        "几件",
    ] {
        let read = read(sentence);
        assert!(read.last().is_some_and(|it| it.ends_with('?')), "{sentence} {read:?}");
    }
}

#[test]
fn a_run_of_digits_that_is_no_number_has_no_tail_that_is_one() {
    assert_eq!(read("99999999999999999999条"), [""; 0]);
}
