//! Why there is no PDF.

use std::path::PathBuf;

use nianbao_document::official::FontRole;

use crate::fonts::free;

/// Why there are no fonts to set a report in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// The folder that was named cannot be read.
    #[error("the folder of fonts {} cannot be read", .0.display())]
    Folder(PathBuf),
    /// A family that was named is not there.
    #[error("no font of the family {family:?} ({}) was found", .role.code())]
    Named {
        /// What it was to be used for.
        role: FontRole,
        /// The name of the family.
        family: String,
    },
    /// Nothing was named, and no free Chinese font is installed.
    #[error("no free Chinese font was found")]
    NoneFree,
}

/// Why a report was not set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// Characters that none of the fonts has: they would be missing in print.
    #[error("no font has {}", quoted(.0))]
    Missing(Vec<char>),
    /// The typesetter refused; this is a fault of the program.
    #[error("the report could not be set: {0}")]
    Refused(String),
}

impl FontError {
    /// The sentence for people, with what to do.
    pub fn message_zh(&self) -> String {
        let advice = free::in_words();
        match self {
            Self::Folder(folder) => format!("无法读取字体目录 {}", folder.display()),
            Self::Named { role, family } => format!(
                "没有找到字体“{family}”（用于{}）：请把字体文件放进所配置的字体目录，或者改用已经安装的字体",
                role_zh(*role)
            ),
            Self::NoneFree => format!(
                "没有找到可以自由使用的中文字体：请安装一种（Debian 或 Ubuntu：apt-get install \
                 fonts-noto-cjk 或 fonts-wqy-microhei），或者指定字体目录和字体名称；可以使用的字体有 {advice}"
            ),
        }
    }

    /// The same in English.
    pub fn message_en(&self) -> String {
        let advice = free::in_words();
        match self {
            Self::Folder(_) => self.to_string(),
            Self::Named { .. } => format!(
                "{self}: put the font into the configured folder of fonts, or name one that is installed"
            ),
            Self::NoneFree => format!(
                "{self}: install one (on Debian or Ubuntu: apt-get install \
                 fonts-noto-cjk, or fonts-wqy-microhei), or name a folder of fonts and the families \
                 in it; free families are {advice}"
            ),
        }
    }
}

impl TypesetError {
    /// The sentence for people, with what to do.
    pub fn message_zh(&self) -> String {
        match self {
            Self::Missing(characters) => {
                format!("所用字体都没有这些字：{}。请指定收字更全的字体", quoted(characters))
            }
            Self::Refused(why) => format!("排版失败：{why}"),
        }
    }

    /// The same in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::Missing(_) => format!("{self}: name a font that has more characters"),
            Self::Refused(_) => self.to_string(),
        }
    }
}

/// How many characters a message names.
const NAMED: usize = 20;

fn quoted(characters: &[char]) -> String {
    let named = characters.iter().take(NAMED);
    let named: Vec<_> = named.map(|it| format!("{it} (U+{:04X})", u32::from(*it))).collect();
    let more = if characters.len() > NAMED { " …" } else { "" };
    format!("{}{more}", named.join(", "))
}

const fn role_zh(role: FontRole) -> &'static str {
    match role {
        FontRole::Title => "标题",
        FontRole::Heading => "一级标题",
        FontRole::SecondHeading => "二级标题",
        FontRole::Body => "正文",
        FontRole::PageNumber => "页码",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_no_font_is_told_what_to_do_and_then_which_are_free() {
        for message in [FontError::NoneFree.message_zh(), FontError::NoneFree.message_en()] {
            let [advice, list] =
                ["apt-get install", "Noto Serif CJK SC"].map(|it| message.find(it));
            assert!(advice.is_some() && advice < list, "{message}");
        }
    }

    #[test]
    fn a_missing_character_is_named_with_its_number() {
        let error = TypesetError::Missing(vec!['𠮷']);
        assert!(error.message_zh().contains("𠮷 (U+20BB7)"));
        assert!(error.message_en().contains("U+20BB7"));
    }
}
