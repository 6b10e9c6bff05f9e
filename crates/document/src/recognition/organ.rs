//! Names of organs, and whose figures a report gives.

use nianbao_domain::organization::{Level, Standing};
use nianbao_domain::report::ReportKind;

/// What names of organs end with.
const ENDS: [&str; 26] = [
    "政府",
    "办公室",
    "办公厅",
    "局",
    "委员会",
    "厅",
    "街道办事处",
    "街道",
    "镇",
    "乡",
    "中心",
    "支队",
    "大队",
    "法院",
    "检察院",
    "管委会",
    "分局",
    "总队",
    "学校",
    "医院",
    "集团",
    "公司",
    "部",
    "会",
    "院",
    "所",
];
/// What names of places end with that have a government of their own.
const PLACES: [&str; 7] = ["省", "市", "县", "自治州", "盟", "旗", "区"];
/// Areas that are administered without a government of their own.
const ZONES: [&str; 8] = ["开发区", "新区", "园区", "高新区", "示范区", "风景区", "景区", "保税区"];
const LONGEST: usize = 40;

/// Whether words look like the name of an organ and nothing else.
pub(super) fn is_organ_name(words: &str) -> bool {
    let length = words.chars().count();
    (3..=LONGEST).contains(&length)
        && ENDS.iter().any(|end| words.ends_with(end))
        && words.chars().all(|c| c.is_alphanumeric() || "（）()·".contains(c))
        && !words.contains("信息公开")
}

/// Whose figures a report gives, by the organ in its title.
///
/// A report is the organ's own, unless the organ is a government of a county or above: named as such
/// (`宿迁市人民政府`), or by its place alone (`宿迁市2025年…`). A government has no own report, its
/// office has (条例 art 49), so `人民政府办公室` is an organ like any other. Townships and subdistricts
/// have one report, which is their own. Zones have no government.
pub(crate) fn kind(name: Option<&str>) -> ReportKind {
    let Some(name) = name else { return ReportKind::Own };
    let is_township = Standing::of(None, None, Some(name)).level == Some(Level::Township);
    let is_zone = ZONES.iter().any(|zone| name.ends_with(zone));
    let is_government = name.ends_with("人民政府");
    let is_place = PLACES.iter().any(|end| name.ends_with(end)) && !is_zone;
    if !is_township && (is_government || is_place) {
        ReportKind::Consolidated
    } else {
        ReportKind::Own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_governments_of_a_county_or_above_report_for_others() {
        for name in ["宿迁市人民政府", "环县人民政府", "湖州市吴兴区人民政府", "宿迁市"]
        {
            assert_eq!(kind(Some(name)), ReportKind::Consolidated, "{name}");
        }
        for name in [
            "司前镇人民政府办公室",
            "上海市人民政府办公厅",
            "微山县两城镇人民政府",
            "某某经济技术开发区",
            "正阳街道办事处",
            "漳平市审计局",
            "西咸新区",
        ] {
            assert_eq!(kind(Some(name)), ReportKind::Own, "{name}");
        }
        assert_eq!(kind(None), ReportKind::Own);
    }

    #[test]
    fn a_name_is_short_and_ends_like_one() {
        assert!(is_organ_name("江门市蓬江区发展和改革局"));
        assert!(!is_organ_name("政府信息公开专栏"));
        assert!(!is_organ_name("全面加强领导，落实到局"));
    }
}
