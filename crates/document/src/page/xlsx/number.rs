//! Numbers as workbooks keep them: binary, and written with more digits than they have.

/// The number that is meant, as an exact decimal without exponent: of all that are kept as the same
/// binary number the shortest, which is the one that was entered. Other words stay what they are.
pub(super) fn canonical(written: &str) -> String {
    let digits = written.strip_prefix('-').unwrap_or(written);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return written.to_owned();
    }
    match written.parse::<f64>() {
        Ok(0.0) => "0".to_owned(),
        Ok(number) if number.is_finite() => number.to_string(),
        Ok(_) | Err(_) => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_decimal_is_the_number_that_was_entered() {
        for (written, meant) in [
            ("8.6373244999999998E5", "863732.45"),
            ("59237.244899999998", "59237.2449"),
            ("160.59639999999999", "160.5964"),
            ("1234.50", "1234.5"),
            ("0.10000000000000001", "0.1"),
            ("1E3", "1000"),
            ("-4", "-4"),
            ("-0.0", "0"),
            ("12", "12"),
            ("9007199254740993", "9007199254740993"),
            ("1e-7", "0.0000001"),
        ] {
            assert_eq!(canonical(written), meant, "{written}");
        }
    }

    #[test]
    fn what_is_no_number_stays_what_it_is() {
        for written in ["1e999", "NaN", "", "一", "1,234"] {
            assert_eq!(canonical(written), written);
        }
    }
}
