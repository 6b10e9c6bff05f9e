//! The level of an organ in the administrative hierarchy.

use crate::form::vocabulary::vocabulary;

vocabulary! {
    /// An administrative level.
    Level {
        /// 省级: province, autonomous region, municipality.
        Province = 1 "province",
        /// 地级: prefecture-level city, autonomous prefecture, league.
        Prefecture = 2 "prefecture",
        /// 县级: county, district, county-level city, banner.
        County = 3 "county",
        /// 乡级: town, township, subdistrict.
        Township = 4 "township",
    }
}

impl Level {
    /// The word for people.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Province => "省级",
            Self::Prefecture => "地级",
            Self::County => "县级",
            Self::Township => "乡级",
        }
    }
}
