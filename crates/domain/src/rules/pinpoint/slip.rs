//! How a number may have come to be another: the slips of a hand that types.

/// A slip of the hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
    /// Two neighbouring digits changed places: 12 for 21.
    Transposed,
    /// A digit was typed twice: 122 for 12.
    Doubled,
    /// A digit was left out: 12 for 122.
    Missing,
    /// A digit was added: 120 for 12.
    Added,
    /// One digit of several is wrong: 17 for 12.
    Digit,
}

impl Slip {
    /// The slip by which the right number became the printed one, where one explains it.
    pub fn between(printed: i64, right: i64) -> Option<Self> {
        if printed < 0 || right < 0 || printed == right {
            return None;
        }
        let (printed, right) = (printed.to_string(), right.to_string());
        let (printed, right) = (printed.as_bytes(), right.as_bytes());
        match printed.len().wrapping_sub(right.len()) {
            0 => Self::of_equal_length(printed, right),
            1 => Self::of_one_more(printed, right),
            usize::MAX if is_without_one(printed, right).is_some() => Some(Self::Missing),
            _ => None,
        }
    }

    fn of_equal_length(printed: &[u8], right: &[u8]) -> Option<Self> {
        let mut differing = (0..right.len()).filter(|at| printed[*at] != right[*at]);
        let first = differing.next()?;
        match (differing.next(), differing.next()) {
            (None, _) => (right.len() > 1).then_some(Self::Digit),
            (Some(second), None) => {
                let swapped = second == first + 1
                    && (printed[first], printed[second]) == (right[second], right[first]);
                swapped.then_some(Self::Transposed)
            }
            (Some(_), Some(_)) => None,
        }
    }

    fn of_one_more(printed: &[u8], right: &[u8]) -> Option<Self> {
        let at = is_without_one(right, printed)?;
        let doubled = at > 0 && printed[at] == printed[at - 1]
            || printed.get(at + 1).is_some_and(|next| *next == printed[at]);
        Some(if doubled { Self::Doubled } else { Self::Added })
    }

    /// The slip in words, Chinese and English.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Transposed => ("相邻两位数字颠倒", "two digits changed places"),
            Self::Doubled => ("有一位数字重复", "a digit is doubled"),
            Self::Missing => ("漏写一位数字", "a digit is missing"),
            Self::Added => ("多写一位数字", "a digit too many"),
            Self::Digit => ("写错一位数字", "one digit is wrong"),
        }
    }
}

/// Where the longer number has the digit that the shorter one lacks. 0 lacks none: it stands for 50
/// because nothing was filled in, not because a digit was left out.
fn is_without_one(shorter: &[u8], longer: &[u8]) -> Option<usize> {
    if shorter == b"0" {
        return None;
    }
    let at = shorter.iter().zip(longer).take_while(|(one, other)| one == other).count();
    (shorter[at..] == longer[at + 1..]).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognized() {
        for (printed, right, slip) in [
            (12, 21, Slip::Transposed),
            (1302, 1032, Slip::Transposed),
            (122, 12, Slip::Doubled),
            (12, 122, Slip::Missing),
            (1, 10, Slip::Missing),
            (120, 12, Slip::Added),
            (17, 12, Slip::Digit),
        ] {
            assert_eq!(Slip::between(printed, right), Some(slip), "{printed} for {right}");
        }
    }

    #[test]
    fn not_every_difference_is_a_slip() {
        for (printed, right) in
            [(3, 2), (0, 5), (0, 50), (12, 345), (1, 100), (321, 123), (-12, 12)]
        {
            assert_eq!(Slip::between(printed, right), None, "{printed} for {right}");
        }
    }
}
