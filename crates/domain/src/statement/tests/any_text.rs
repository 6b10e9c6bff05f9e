//! Whatever the text is, it is read to its end, and what comes out is no larger than what went in.

use proptest::prelude::*;

use crate::statement::read;
use crate::statement::wordings::WORDS;

/// Words of the lexicon, numbers, and anything at all.
fn text() -> impl Strategy<Value = String> {
    let words: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.split(' ')).collect();
    let known = proptest::sample::select(words).prop_map(str::to_owned);
    let number = (0_u32..3000).prop_map(|number| number.to_string());
    let any = proptest::char::any().prop_map(String::from);
    let word = prop_oneof![6 => known, 2 => number, 1 => any];
    proptest::collection::vec(word, 0..80).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn any_words_are_read_and_places_are_in_the_text(text in text()) {
        let reading = read(&text);
        for it in &reading.statements {
            for words in [&it.scope.organ, &it.scope.heard].into_iter().flatten() {
                prop_assert!(!words.is_empty() && text.contains(&**words));
            }
        }
        let items: usize = reading.lists.iter().map(|list| list.items.len()).sum();
        let most = text.chars().count();
        prop_assert!(reading.statements.len() <= most && items <= most * 8);
    }

    #[test]
    fn any_text_is_read(text in ".{0,400}") {
        prop_assert!(read(&text).statements.len() <= text.len());
    }
}

#[test]
fn a_megabyte_without_an_end_is_read() {
    for part in
        ["予以公开", "20件", "其中", "（", "、", "1条占5%", "青石镇", "，均维持行政复议", "一"]
    {
        let text = part.repeat(1_000_000 / part.len());
        assert!(read(&text).statements.len() <= text.len(), "{part}");
    }
}
