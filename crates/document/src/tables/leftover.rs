//! Values that no reader took: where they stand, a table is that could not be read.

use nianbao_domain::evidence::PlacedText;

use super::matter::Matter;
use crate::value::is_meant_as_value;

/// So many values beside one another are no text.
const ENOUGH: usize = 5;

/// The first line of what looks like the values of a table, if there are enough of them.
pub(super) fn values(part: &[Matter]) -> Option<PlacedText> {
    let (mut count, mut first) = (0, None);
    let mut add = |line: u32, text: &str| {
        let values = values_in(text);
        if values > 0 {
            count += values;
            first.get_or_insert_with(|| PlacedText { line, text: text.to_owned() });
        }
    };
    for matter in part {
        match matter {
            Matter::Line(line) => add(line.line, &line.text),
            Matter::Table(table) => {
                table.grid.cells().iter().for_each(|cell| add(cell.line, &cell.text));
            }
            Matter::Cells(_) => {}
        }
    }
    first.filter(|_| count >= ENOUGH)
}

/// How many numbers stand in a line that is not a sentence.
fn values_in(line: &str) -> usize {
    if line.contains(['。', '；', '：']) {
        return 0;
    }
    let apart = |c: char| c.is_whitespace() || ",，|｜\"".contains(c);
    let words = || line.split(apart).filter(|word| !word.is_empty());
    let is_number =
        |word: &&str| is_meant_as_value(word) && word.contains(|c: char| c.is_numeric());
    let numbers = words().filter(is_number).count();
    if numbers * 2 >= words().count() { numbers } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &[&str]) -> Option<String> {
        let line = |text: &&str| Matter::Line(PlacedText { line: 1, text: (*text).to_owned() });
        values(&lines.iter().map(line).collect::<Vec<_>>()).map(|it| it.text)
    }

    #[test]
    fn numbers_beside_one_another_are_values_and_those_in_sentences_are_not() {
        assert_eq!(found(&["项目", "甲,1,2,3", "4 5"]).as_deref(), Some("甲,1,2,3"));
        assert_eq!(found(&["2024 年共 12 件，其中 3 件、4 件和 5 件。", "1", "2"]), None);
    }
}
