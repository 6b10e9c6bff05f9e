//! Reports of two years in a row by one organ, without a fault.

use std::sync::LazyLock;

use chrono::NaiveDate;
use nianbao_domain::form::Edition;
use nianbao_domain::organization::Standing;
use nianbao_domain::report::{Content, Publication, ReportYear};
use nianbao_domain::rules::{Case, Previous, Related, Validation, validate};
use nianbao_domain::sheet::Sheet;

use crate::figures::figures;
use crate::numeral::Style;
use crate::organ::Organ;
use crate::prose::Writer;
use crate::random::Random;

/// The pairs that every test goes through.
pub static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| (0..300).map(Pair::random).collect());

#[derive(Clone, Debug)]
pub struct Pair {
    pub organ: Organ,
    /// The year of the present report.
    pub year: u16,
    pub previous: Content,
    pub present: Content,
}

const YEARS: [u16; 6] = [2020, 2021, 2022, 2023, 2024, 2025];

impl Pair {
    fn random(number: usize) -> Self {
        let mut random = Random::new(number as u64);
        let organ = Organ::random(&mut random, number);
        let year = YEARS[number / 5 % YEARS.len()];
        let before = figures(edition_of(year - 1), &organ, None, &mut random);
        let now = figures(edition_of(year), &organ, Some(&before), &mut random);
        let previous = report(&organ, year - 1, before, None, &mut random);
        let present = report(&organ, year, now, Some(&previous.sheet), &mut random);
        Self { organ, year, previous, present }
    }

    pub fn check(&self) -> Validation {
        self.with_case(validate)
    }

    pub fn with_case<T>(&self, of: impl FnOnce(&Case<'_>) -> T) -> T {
        let mut case = Case::new(&self.present);
        let year = |year: u16| ReportYear::try_from(i64::from(year)).ok();
        case.year = year(self.year);
        case.kind = self.organ.kind;
        case.organization = Some(&self.organ.record);
        case.standing = Standing::of(None, Some(&self.organ.record), None);
        case.date = NaiveDate::from_ymd_opt(i32::from(self.year) + 1, 1, 25);
        case.previous = Previous::Report(Related {
            organization: self.organ.name(),
            level: self.organ.record.level,
            organ_type: self.organ.record.organ_type,
            year: year(self.year - 1),
            kind: self.organ.kind,
            content: &self.previous,
        });
        of(&case)
    }
}

fn edition_of(year: u16) -> Edition {
    if year >= 2021 { Edition::E2021 } else { Edition::E2019 }
}

fn report(
    organ: &Organ,
    year: u16,
    sheet: Sheet,
    previous: Option<&Sheet>,
    random: &mut Random,
) -> Content {
    let style = Style::random(random);
    let narrative = Writer { organ, year, sheet: &sheet, previous, random, style }.narrative();
    let mut content = Content::blank(sheet);
    content.title = format!("{}{year}年政府信息公开工作年度报告", organ.name());
    content.narrative = narrative;
    content.publication = Some(Publication {
        uri: "https://www.example.gov.cn/zwgk/nb.html".to_owned(),
        publish_date: NaiveDate::from_ymd_opt(i32::from(year) + 1, 1, 22),
    });
    content
}
