//! Free Chinese fonts, by what they are used for.

use nianbao_document::official::FontRole;

/// 仿宋: what bodies are set in.
const FANGSONG: &[&str] =
    &["FandolFang R", "FandolFang", "Zhuque Fangsong (technical preview)", "Zhuque Fangsong"];
/// 楷体.
const KAI: &[&str] =
    &["FandolKai", "LXGW WenKai", "LXGW WenKai GB", "AR PL UKai CN", "AR PL KaitiM GB"];
/// 宋体.
const SONG: &[&str] = &[
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "FandolSong",
    "AR PL UMing CN",
    "AR PL SungtiL GB",
];
/// 黑体.
const HEI: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "FandolHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
];

/// The families for a role, the nearest to the standard first; every one can stand in for any other.
pub(crate) fn families(role: FontRole) -> impl Iterator<Item = &'static str> {
    let order: [&[&str]; 4] = match role {
        FontRole::Title | FontRole::PageNumber => [SONG, FANGSONG, KAI, HEI],
        FontRole::Heading => [HEI, SONG, FANGSONG, KAI],
        FontRole::SecondHeading => [KAI, FANGSONG, SONG, HEI],
        FontRole::Body => [FANGSONG, SONG, KAI, HEI],
    };
    order.into_iter().flatten().copied()
}

/// Some of them, for a message.
pub(crate) fn in_words() -> String {
    [SONG[0], SONG[2], FANGSONG[1], KAI[1], HEI[0], HEI[5]].join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_free_font_will_do_for_any_role() {
        let sorted = |role| {
            let mut families: Vec<_> = families(role).collect();
            families.sort_unstable();
            families
        };
        for role in FontRole::ALL {
            assert_eq!(sorted(role), sorted(FontRole::Body));
        }
    }
}
