//! What stands at the bottom of a page.

use nianbao_domain::chrome::is_chrome;

use crate::value::trim;

/// What only a footer says.
const FOOTERS: [&str; 12] = [
    "icp备",
    "公网安备",
    "网站标识码",
    "版权所有",
    "主办单位",
    "承办单位",
    "主办：",
    "承办：",
    "主办:",
    "技术支持",
    "copyright",
    "建议使用",
];
/// A line of a footer is short, in characters.
const LONGEST: usize = 80;

/// Whether a line stands at the bottom of a page: chrome, or what only footers say.
pub(super) fn ends_a_report(line: &str) -> bool {
    is_chrome(line) || says_what_footers_say(trim(line))
}

fn says_what_footers_say(line: &str) -> bool {
    if line.contains(['。', '，']) || line.chars().count() > LONGEST {
        return false;
    }
    let lower = line.to_ascii_lowercase();
    FOOTERS.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footer_ends_a_report() {
        for line in ["主办单位：甲县人民政府", "粤ICP备12345678号", "网站标识码：4402220001"]
        {
            assert!(ends_a_report(line) && !is_chrome(line), "{line}");
        }
    }
}
