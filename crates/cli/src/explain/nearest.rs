//! The codes that somebody may have meant.

/// How many codes are offered.
const OFFERED: usize = 5;

/// The codes that take the fewest changes of one character, in their own order where equal.
pub fn to<'a>(said: &str, codes: &[&'a str]) -> Vec<&'a str> {
    let said: Vec<char> = said.chars().take(40).collect();
    let mut nearest = codes.to_vec();
    nearest.sort_by_key(|code| distance(&said, code));
    nearest.truncate(OFFERED);
    nearest
}

/// How many characters have to be put in, taken out or replaced.
fn distance(said: &[char], code: &str) -> usize {
    let mut row: Vec<usize> = (0..=said.len()).collect();
    for (before, c) in code.chars().enumerate() {
        let mut diagonal = before;
        row[0] = before + 1;
        for (at, other) in said.iter().enumerate() {
            let replaced = diagonal + usize::from(c != *other);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_that_was_meant_comes_first() {
        let codes = ["STR-001", "SEM-001", "SEM-002", "T3-001"];
        assert_eq!(to("SEM001", &codes)[0], "SEM-001");
        assert_eq!(to("T3-01", &codes)[0], "T3-001");
        assert_eq!(to("", &codes).len(), 4);
    }

    #[test]
    fn a_distance_counts_changes_of_one_character() {
        let chars = |words: &str| words.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars("kitten"), "sitting"), 3);
        assert_eq!(distance(&chars(""), "abc"), 3);
    }
}
