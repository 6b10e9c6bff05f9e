//! How many rows one statement takes.

/// Sizes of which statements are made, beside those below the smallest. Each size is a statement
/// that a connection keeps prepared, so that they must be few; the largest keeps 17 columns within
/// what SQLite can bind (32766).
const SIZES: [usize; 5] = [128, 64, 32, 16, 8];

/// How many of so many rows go into the next statement.
pub(crate) fn statement_size(rows: usize) -> usize {
    SIZES.into_iter().find(|size| *size <= rows).unwrap_or(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_rows_takes_few_statements_of_few_sizes() {
        let statements = |mut rows| {
            let mut sizes = Vec::new();
            while rows > 0 {
                sizes.push(statement_size(rows));
                rows -= statement_size(rows);
            }
            sizes
        };
        assert_eq!(statements(7), [7]);
        assert_eq!(statements(100), [64, 32, 4]);
        assert_eq!(statements(300), [128, 128, 32, 8, 4]);
    }
}
