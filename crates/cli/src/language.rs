//! The language in which people are talked to.

use nianbao_domain::finding::Message;

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// The variables that name a locale, in the order in which POSIX asks them.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

impl Language {
    /// English where the locale is an English one, Chinese otherwise.
    pub fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let mut values = LOCALE.into_iter().filter_map(variable);
        let locale = values.find(|value| !value.is_empty()).unwrap_or_default();
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("en") { Self::En } else { Self::Zh }
    }

    /// The one of two wordings that is in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// A sentence in this language.
    pub fn of(self, message: &Message) -> &str {
        self.pick(&message.zh, &message.en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(set: &[(&str, &str)]) -> Language {
        Language::of_locale(|name| {
            set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn an_english_locale_is_answered_in_english_and_any_other_in_chinese() {
        assert_eq!(language(&[("LANG", "en_GB.UTF-8")]), Language::En);
        for other in ["zh_CN.UTF-8", "C", "POSIX", "de_DE.UTF-8", "english"] {
            assert_eq!(language(&[("LANG", other)]), Language::Zh, "{other}");
        }
        assert_eq!(language(&[]), Language::Zh);
    }

    #[test]
    fn lc_all_goes_before_lc_messages_and_that_before_lang() {
        let set = [("LC_ALL", ""), ("LC_MESSAGES", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")];
        assert_eq!(language(&set), Language::Zh);
        let set = [("LC_ALL", "en_US.UTF-8"), ("LANG", "zh_CN.UTF-8")];
        assert_eq!(language(&set), Language::En);
    }
}
