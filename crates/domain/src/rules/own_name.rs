//! How a report may call its own organ.

use unicode_normalization::UnicodeNormalization;

use super::Case;
use crate::report::ReportKind;

/// The names of an organ, in every wording that means it and no other.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnNames {
    wordings: Vec<String>,
    is_government: bool,
}

const DIVISIONS: [char; 8] = ['省', '市', '县', '区', '州', '旗', '镇', '乡'];
/// What a government is called by besides; its office reports for it in a township.
const OFFICES: [&str; 5] = ["", "办", "政府", "政府办", "办事处"];

impl OwnNames {
    /// The names of the registered organ and of the one that the title names.
    pub(super) fn of(case: &Case<'_>) -> Self {
        let names: Vec<_> = case.organ_names().map(canonical).collect();
        let ends = |name: &String| name.ends_with("政府") || name.ends_with(DIVISIONS);
        let is_government =
            case.kind == ReportKind::Consolidated || !names.is_empty() && names.iter().all(ends);
        let mut wordings: Vec<_> = names.iter().flat_map(|name| shorter(name)).collect();
        // 县政府 is one of the organs that its consolidated report counts; 镇政府 is the whole of it.
        let is_of_all = |name: &String| {
            !is_government || !name.ends_with("政府") || name.contains(['镇', '乡'])
        };
        wordings.retain(is_of_all);
        wordings.sort_by_key(|it| std::cmp::Reverse(it.len()));
        Self { wordings, is_government }
    }

    /// Whether words name the organ and nothing else.
    pub(super) fn are_own(&self, words: &str) -> bool {
        let words = canonical(words);
        self.wordings.contains(&words)
    }

    /// Whether words begin with the name of the organ.
    pub(super) fn begin(&self, words: &str) -> bool {
        let words = canonical(words);
        self.wordings.iter().any(|name| words.starts_with(name.as_str()))
    }

    /// Whether what is said of a whole division is said of this report: 全市, in that of a city.
    pub(super) fn is_government(&self) -> bool {
        self.is_government
    }
}

/// 县政府办 for 县人民政府办公室.
fn canonical(name: &str) -> String {
    let compact: String = name.nfkc().filter(|c| c.is_alphanumeric()).collect();
    compact.replace("人民政府", "政府").replace("办公室", "办").replace("办公厅", "办")
}

/// A name, also without the divisions it begins with and without the word for the office: 青石镇 and
/// 青石镇政府 for 青石县青石镇政府办; 区政府办 for 青石区政府办.
fn shorter(name: &str) -> Vec<String> {
    let marks = name.match_indices(DIVISIONS);
    let cut = marks.flat_map(|(at, mark)| [name.get(at..), name.get(at + mark.len()..)]).flatten();
    let mut shorter = Vec::new();
    for name in std::iter::once(name).chain(cut) {
        let bare = OFFICES.iter().filter_map(|office| name.strip_suffix(office));
        shorter.extend(bare.filter(|it| it.chars().nth(1).is_some()).map(str::to_owned));
    }
    shorter
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial;

    fn names(title: &str) -> OwnNames {
        let mut content = trial::content();
        content.title = format!("{title}2024年政府信息公开工作年度报告");
        OwnNames::of(&Case::new(&content))
    }

    #[test]
    fn an_organ_is_called_by_its_name_with_or_without_divisions_and_office() {
        let of_town = names("青石县青石镇人民政府办公室");
        for own in ["青石镇", "青石镇人民政府", "青石镇政府办公室", "镇政府办公室"]
        {
            assert!(of_town.are_own(own), "{own}");
        }
        assert!(names("青石市青石区人民政府办公室").are_own("区政府办"));
    }

    #[test]
    fn another_organ_is_not_its_own() {
        let names = names("青石县财政局");
        for other in ["青石县住建局", "财政", "局", "积极回应关切"] {
            assert!(!names.are_own(other), "{other}");
        }
        assert!(names.are_own("县财政局") && names.begin("财政局严格落实要求"));
    }

    #[test]
    fn a_consolidated_report_is_not_about_the_government_as_one_of_its_organs() {
        assert!(!names("青石县人民政府").are_own("县政府"));
        assert!(names("青石县人民政府").are_own("青石县"));
        assert!(names("青石县青石镇人民政府").are_own("镇政府"));
    }

    #[test]
    fn only_a_government_speaks_of_its_division() {
        assert!(names("青石市人民政府").is_government());
        assert!(!names("青石市人民政府办公室").is_government());
    }
}
