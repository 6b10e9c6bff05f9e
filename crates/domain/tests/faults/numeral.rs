//! The ways in which reports write numbers.

use crate::random::Random;

/// How a report writes its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    FullWidth,
    Chinese,
    Spaced,
}

impl Style {
    pub fn random(random: &mut Random) -> Self {
        *random.pick(&[
            Self::Plain,
            Self::Plain,
            Self::Plain,
            Self::FullWidth,
            Self::Chinese,
            Self::Spaced,
        ])
    }

    /// A count with its classifier: 12件, １２件, 十二件, 12 件.
    pub fn count(self, number: i64, classifier: &str) -> String {
        match self {
            Self::FullWidth => {
                let wide = |c: char| char::from_u32(u32::from(c) - 0x30 + 0xff10).unwrap();
                let digits: String = number.to_string().chars().map(wide).collect();
                format!("{digits}{classifier}")
            }
            Self::Chinese if (1..100).contains(&number) => {
                format!("{}{classifier}", chinese(number))
            }
            Self::Spaced => format!(" {number} {classifier}"),
            Self::Plain | Self::Chinese => format!("{number}{classifier}"),
        }
    }
}

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 1 to 99; two of something is 两.
fn chinese(number: i64) -> String {
    let digit = |n: i64| DIGITS[usize::try_from(n).unwrap()];
    match (number / 10, number % 10) {
        (0, 2) => "两".to_owned(),
        (0, ones) => digit(ones).to_owned(),
        (1, 0) => "十".to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, 0) => format!("{}十", digit(tens)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}
