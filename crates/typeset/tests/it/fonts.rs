//! Which fonts are taken.

use nianbao_document::official::{FontNames, FontRole};
use nianbao_typeset::{FontError, FontSearch, Fonts};

use crate::font;

fn search(names: FontNames) -> (tempfile::TempDir, FontSearch) {
    let folder = tempfile::tempdir().unwrap();
    font::write(folder.path());
    let search = FontSearch { folder: Some(folder.path().to_owned()), installed: false, names };
    (folder, search)
}

#[test]
fn a_font_is_found_by_any_of_its_names() {
    for name in [font::FAMILY, font::CHINESE_FAMILY] {
        let (_folder, search) = search(FontNames::default().with(FontRole::Body, name));
        let fonts = Fonts::find(&search).unwrap();
        assert_eq!(fonts.family(FontRole::Body), name);
    }
}

#[test]
fn the_font_of_the_body_stands_in_where_nothing_is_named_and_nothing_free_is_there() {
    let (_folder, search) = search(FontNames::default().with(FontRole::Body, font::FAMILY));
    let fonts = Fonts::find(&search).unwrap();
    assert_eq!(fonts.family(FontRole::Title), font::FAMILY);
}

#[test]
fn a_font_that_nobody_named_and_that_is_not_known_to_be_free_is_not_taken() {
    let (_folder, search) = search(FontNames::default());
    assert_eq!(Fonts::find(&search).unwrap_err(), FontError::NoneFree);
}

#[test]
fn a_family_that_is_not_there_is_named() {
    let (_folder, search) = search(FontNames::default().with(FontRole::Title, "方正小标宋简体"));
    let error = Fonts::find(&search).unwrap_err();
    assert!(error.message_zh().contains("方正小标宋简体") && error.message_zh().contains("标题"));
    assert!(error.message_en().contains("方正小标宋简体"));
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let (folder, mut search) = search(FontNames::default());
    let missing = folder.path().join("missing");
    search.folder = Some(missing.clone());
    assert_eq!(Fonts::find(&search).unwrap_err(), FontError::Folder(missing));
}
