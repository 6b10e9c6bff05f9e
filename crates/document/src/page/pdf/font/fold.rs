//! Characters that look like others, as PDF producers mix them up.

use unicode_normalization::UnicodeNormalization;

/// Radicals that no normalization folds, with the character that a font draws the same way.
const RADICALS: [(char, char); 33] = [
    ('⺁', '厂'),
    ('⺠', '民'),
    ('⺟', '母'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻑', '長'),
    ('⻒', '镸'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻮', '齿'),
    ('⻰', '龙'),
    ('⻳', '龟'),
    ('⺒', '巳'),
    ('⻌', '辶'),
];

/// Folds radicals and compatibility ideographs into the characters that are meant. Punctuation and
/// letters of any width stay as they are: those the page shows.
pub(super) fn fold(text: String) -> String {
    if !text.chars().any(is_foldable) {
        return text;
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match RADICALS.iter().find(|(radical, _)| *radical == c) {
            Some((_, character)) => folded.push(*character),
            None if is_foldable(c) => folded.extend(c.nfkc()),
            None => folded.push(c),
        }
    }
    folded
}

fn is_foldable(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_the_characters_that_are_meant() {
        assert_eq!(fold("⼀⼆⼈⺠政府⾏政⻓（Ａ）".to_owned()), "一二人民政府行政长（Ａ）");
        assert_eq!(fold("\u{f900}\u{fa0e}".to_owned()), "\u{8c48}\u{fa0e}");
    }
}
