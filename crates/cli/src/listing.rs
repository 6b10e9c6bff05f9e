//! Rows of words in aligned columns.

use unicode_width::UnicodeWidthStr;

/// Aligns rows under a heading; columns are two spaces apart.
pub fn aligned(heading: &[&str], rows: &[Vec<String>]) -> Vec<String> {
    let heading: Vec<_> = heading.iter().map(|&word| word.to_owned()).collect();
    let all = || std::iter::once(&heading).chain(rows);
    let width = |column: usize| all().filter_map(|row| row.get(column)).map(|it| it.width()).max();
    let widths: Vec<_> = (0..heading.len()).map(|column| width(column).unwrap_or(0)).collect();
    all().map(|row| line(row, &widths)).collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    for (word, width) in row.iter().zip(widths) {
        line.push_str(word);
        line.extend(std::iter::repeat_n(' ', width.saturating_sub(word.width()) + 2));
    }
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_they_take_on_a_terminal() {
        let rows =
            [vec!["司前镇".to_owned(), "1".to_owned()], vec!["a".to_owned(), "2".to_owned()]];
        assert_eq!(aligned(&["名称", "n"], &rows), ["名称    n", "司前镇  1", "a       2"]);
    }
}
