//! What rules need to know of an organ: its level and its power to make 规章.

use super::{Level, Organization, RulePower};

/// Where the level of an organ is known from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LevelSource {
    /// Whoever asked said so.
    Flag,
    /// The registered organ.
    Record,
    /// Its name, where that is certain.
    Name,
    /// From nowhere.
    #[default]
    Unknown,
}

/// An organ's level and power, with where the level is known from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The level, where known.
    pub level: Option<Level>,
    /// Where from.
    pub source: LevelSource,
    /// The power to make 规章.
    pub rule_power: RulePower,
}

impl LevelSource {
    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Record => "record",
            Self::Name => "name",
            Self::Unknown => "unknown",
        }
    }
}

impl Standing {
    /// The standing of an organ: what was said goes before the record, the record before the name.
    pub fn of(said: Option<Level>, record: Option<&Organization>, name: Option<&str>) -> Self {
        let named =
            name.or(record.map(|organ| organ.display_name.as_str())).and_then(level_in_name);
        let (level, source) = match (said, record.and_then(|organ| organ.level), named) {
            (Some(level), _, _) => (Some(level), LevelSource::Flag),
            (None, Some(level), _) => (Some(level), LevelSource::Record),
            (None, None, Some(level)) => (Some(level), LevelSource::Name),
            (None, None, None) => (None, LevelSource::Unknown),
        };
        let recorded = record.map(|organ| organ.rule_power).unwrap_or_default();
        Self {
            level,
            source,
            rule_power: if recorded == RulePower::Unknown { power_of(level) } else { recorded },
        }
    }
}

/// Townships and counties lack the power by law; provinces and prefectures may or may not report for
/// a rule maker, so nothing follows from their level.
fn power_of(level: Option<Level>) -> RulePower {
    match level {
        Some(Level::Township | Level::County) => RulePower::Lacks,
        Some(Level::Prefecture | Level::Province) | None => RulePower::Unknown,
    }
}

/// What may follow 镇 and 乡 where they end the name of a township.
const TOWNSHIP_OFFICES: [&str; 12] = [
    "人民政府",
    "政府",
    "办公室",
    "党政办",
    "党政综合办",
    "党委",
    "综合",
    "便民",
    "司法所",
    "财政所",
    "政务公开",
    "政务服务",
];
/// Counties whose name begins like a township, and cities whose name ends like one.
const NOT_A_TOWNSHIP: [&str; 3] = ["镇市", "乡市", "镇区"];

/// The level that an organ's name tells, where that is certain: 镇, 乡, 街道 a township; 县, 旗 a
/// county; everything else stays unknown, since 市, 区 and 办公厅 occur at several levels.
fn level_in_name(name: &str) -> Option<Level> {
    if is_township(name) {
        return Some(Level::Township);
    }
    is_county(name).then_some(Level::County)
}

/// Whether a name is that of a township, its office included.
pub(super) fn is_township(name: &str) -> bool {
    let mut within = name.to_owned();
    NOT_A_TOWNSHIP.iter().for_each(|city| within = within.replace(city, ""));
    let ends_so = |mark: &str| {
        let mut ends = within.match_indices(mark).map(|(at, _)| &within[at + mark.len()..]);
        ends.any(|behind| {
            behind.is_empty() || TOWNSHIP_OFFICES.iter().any(|office| behind.starts_with(office))
        })
    };
    within.contains("街道办事处") || ["街道", "镇", "乡"].into_iter().any(ends_so)
}

fn is_county(name: &str) -> bool {
    let named_after = |mark: char| {
        let mut places = name.match_indices(mark).map(|(at, _)| at);
        places
            .any(|at| at > 0 && !name[at + mark.len_utf8()..].starts_with(['级', '域', '区', '市']))
    };
    named_after('县') || named_after('旗')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_township_is_told_by_the_end_of_its_name() {
        for name in [
            "司前镇人民政府办公室",
            "微山县两城镇人民政府",
            "临洮县新添镇",
            "正阳街道办事处",
            "厚桥街道",
            "石台县大演乡",
        ] {
            assert_eq!(level_in_name(name), Some(Level::Township), "{name}");
        }
    }

    #[test]
    fn a_county_is_told_by_its_name() {
        for name in ["环县人民政府", "徐闻县司法局", "乡宁县人民政府", "鄂托克旗人民政府"]
        {
            assert_eq!(level_in_name(name), Some(Level::County), "{name}");
        }
    }

    #[test]
    fn a_name_that_occurs_at_several_levels_tells_nothing() {
        for name in [
            "上海市人民政府办公厅",
            "景德镇市人民政府",
            "新乡市财政局",
            "镇江市统计局",
            "硚口区审计局",
            "漳平市审计局",
            "红旗区人民政府",
            "市乡村振兴局",
        ] {
            assert_eq!(level_in_name(name), None, "{name}");
        }
    }

    #[test]
    fn what_was_said_goes_before_the_name() {
        let standing = Standing::of(Some(Level::Prefecture), None, Some("司前镇人民政府"));
        assert_eq!((standing.level, standing.source), (Some(Level::Prefecture), LevelSource::Flag));
        assert_eq!(standing.rule_power, RulePower::Unknown);
    }

    #[test]
    fn only_townships_and_counties_lack_the_power_by_their_level() {
        let power = |name| Standing::of(None, None, Some(name)).rule_power;
        assert_eq!(power("司前镇人民政府"), RulePower::Lacks);
        assert_eq!(power("环县人民政府"), RulePower::Lacks);
        assert_eq!(power("宿迁市人民政府"), RulePower::Unknown);
    }
}
