//! What processes that share PostgreSQL tell each other: which reports a commit changed. It is sent
//! within the transaction, so that nobody hears of what did not happen.

use nianbao_domain::report::ReportKey;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};
use uuid::Uuid;

use crate::fault::Fault;
use crate::shared::Shared;

/// Where it is told.
pub(crate) const CHANNEL: &str = "nianbao_commit";

/// PostgreSQL takes less than 8000 bytes.
const MOST: usize = 7_900;
/// Stands for more reports than can be named.
const EVERYTHING: &str = "*";

/// What one process tells the others of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// Which process.
    pub(crate) process: Uuid,
    /// The reports that changed; none where there are too many to name.
    pub(crate) changed: Option<Vec<ReportKey>>,
}

impl Notice {
    fn words<'a>(process: Uuid, changed: impl Iterator<Item = &'a ReportKey>) -> String {
        let mut words = process.to_string();
        for key in changed {
            words.push('\n');
            words.push_str(&key.to_string());
            if words.len() > MOST {
                return format!("{process}\n{EVERYTHING}");
            }
        }
        words
    }

    /// Reads a notice; what cannot be read is no notice of ours.
    pub(crate) fn read(words: &str) -> Option<Self> {
        let mut lines = words.lines();
        let process = lines.next()?.parse().ok()?;
        let changed = lines.map(|line| line.parse().ok()).collect();
        Some(Self { process, changed })
    }
}

impl Shared {
    /// Tells the other processes, where there can be some.
    pub(crate) async fn announce<'a>(
        &self,
        changed: impl Iterator<Item = &'a ReportKey> + Send,
        transaction: &DatabaseTransaction,
    ) -> Result<(), Fault> {
        if self.connections.backend() != DbBackend::Postgres {
            return Ok(());
        }
        let words = Notice::words(self.process, changed);
        let notify = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_notify($1, $2)",
            [CHANNEL.into(), words.into()],
        );
        let told = transaction.execute_raw(notify).await;
        told.map(|_| ()).map_err(|error| self.fault(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(organ: &str) -> ReportKey {
        format!("organizations/{organ}/reports/2024").parse().unwrap()
    }

    fn told(keys: &[ReportKey]) -> Notice {
        let words = Notice::words(Uuid::nil(), keys.iter());
        assert!(words.len() < 8000);
        Notice::read(&words).unwrap()
    }

    #[test]
    fn a_notice_reads_back() {
        let keys = vec![key("siqian"), key("shanghai")];
        assert_eq!(told(&keys), Notice { process: Uuid::nil(), changed: Some(keys) });
        assert_eq!(told(&[]).changed, Some(vec![]));
    }

    #[test]
    fn too_many_reports_to_name_are_all_of_them() {
        assert_eq!(told(&vec![key(&"a".repeat(63)); 128]).changed, None);
    }

    #[test]
    fn other_words_are_no_notice() {
        assert_eq!(Notice::read("hello"), None);
        assert_eq!(Notice::read(""), None);
    }
}
