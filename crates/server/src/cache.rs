//! Reports and revisions kept encoded: a revision never changes, a report only with a commit.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use nianbao_application::reports::View;
use nianbao_application::store::{CommitObserver, Version};
use nianbao_domain::report::{ReportKey, RevisionNumber};
use nianbao_proto::{Encoded, v1};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

/// Answers kept encoded, in a bounded number of bytes.
///
/// Every report belongs to a stripe, whose epoch moves with each commit on one of its reports, after
/// COMMIT and before anybody is answered. A reader takes the epoch before it reads the store; what it
/// read is good while the epoch is still the same. So nothing stale is ever given, whatever the order
/// of reads, commits and late inserts, and nothing has to be removed.
pub struct AnswerCache {
    reports: Cache<(ReportKey, View), Kept<v1::Report>, BytesWeighter>,
    revisions: Cache<(ReportKey, RevisionNumber), Kept<v1::Revision>, BytesWeighter>,
    stripes: Vec<AtomicU64>,
    hasher: RandomState,
    is_on_track: AtomicBool,
}

/// An answer, and when it is good.
#[derive(Clone)]
pub struct Kept<M> {
    /// The version of the report.
    pub version: Version,
    /// The epoch in which it was read.
    pub epoch: Epoch,
    /// The answer.
    pub answer: Encoded<M>,
}

/// The state of a stripe at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epoch(u64);

#[derive(Clone)]
struct BytesWeighter;

/// What an entry costs beside its bytes: keys, pointers, counters.
const OVERHEAD: u64 = 256;
/// So many that a commit rarely touches the answers about another report; half a megabyte.
const STRIPES: usize = 1 << 16;
/// A typical report with its narrative.
const TYPICAL_BYTES: u64 = 8 * 1024;

impl AnswerCache {
    /// A cache of at most so many bytes.
    pub fn new(bytes: u64) -> Self {
        let half = bytes / 2;
        let items = usize::try_from(half / TYPICAL_BYTES).unwrap_or(usize::MAX);
        Self {
            reports: Cache::with_weighter(items, half, BytesWeighter),
            revisions: Cache::with_weighter(items, half, BytesWeighter),
            stripes: (0..STRIPES).map(|_| AtomicU64::new(0)).collect(),
            hasher: RandomState::new(),
            is_on_track: AtomicBool::new(true),
        }
    }

    /// The epoch of a report, to be taken before it is read from the store.
    pub fn epoch(&self, key: &ReportKey) -> Epoch {
        Epoch(self.stripe(key).load(Ordering::Acquire))
    }

    /// The report of a view, where no commit came since it was read.
    pub fn report(&self, key: &ReportKey, view: View) -> Option<Encoded<v1::Report>> {
        let kept = self.reports.get(&(key.clone(), view))?;
        self.is_good(key, kept.epoch).then_some(kept.answer)
    }

    /// The report of a view, where it was made of this version.
    pub fn report_of(
        &self,
        key: &ReportKey,
        view: View,
        version: Version,
    ) -> Option<Encoded<v1::Report>> {
        let kept = self.reports.get(&(key.clone(), view))?;
        (kept.version == version).then_some(kept.answer)
    }

    /// A revision, where no commit on its report came since it was read: then it was not deleted.
    pub fn revision(
        &self,
        key: &ReportKey,
        number: RevisionNumber,
    ) -> Option<Encoded<v1::Revision>> {
        let kept = self.revisions.get(&(key.clone(), number))?;
        self.is_good(key, kept.epoch).then_some(kept.answer)
    }

    /// Keeps a report.
    pub fn keep_report(&self, key: &ReportKey, view: View, kept: Kept<v1::Report>) {
        self.reports.insert((key.clone(), view), kept);
    }

    /// Keeps a revision.
    pub fn keep_revision(&self, key: &ReportKey, number: RevisionNumber, kept: Kept<v1::Revision>) {
        self.revisions.insert((key.clone(), number), kept);
    }

    fn is_good(&self, key: &ReportKey, epoch: Epoch) -> bool {
        self.is_on_track.load(Ordering::Acquire) && self.epoch(key) == epoch
    }

    fn stripe(&self, key: &ReportKey) -> &AtomicU64 {
        let hash = self.hasher.hash_one(key);
        &self.stripes[usize::try_from(hash % STRIPES as u64).unwrap_or_default()]
    }
}

impl CommitObserver for AnswerCache {
    fn changed(&self, reports: &[ReportKey]) {
        for key in reports {
            self.stripe(key).fetch_add(1, Ordering::AcqRel);
        }
    }

    fn lost_track(&self) {
        self.is_on_track.store(false, Ordering::Release);
    }

    /// Commits were missed meanwhile: every epoch moves before anything is good again.
    fn regained_track(&self) {
        for stripe in &self.stripes {
            stripe.fetch_add(1, Ordering::AcqRel);
        }
        self.is_on_track.store(true, Ordering::Release);
    }
}

impl<K, M> Weighter<K, Kept<M>> for BytesWeighter {
    fn weight(&self, _: &K, kept: &Kept<M>) -> u64 {
        kept.answer.len() as u64 + OVERHEAD
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> ReportKey {
        "organizations/siqian/reports/2024".parse().unwrap()
    }

    fn version(number: u64) -> Version {
        Version { uid: uuid::Uuid::nil(), number }
    }

    fn kept(epoch: Epoch) -> Kept<v1::Report> {
        let answer = Encoded::new(&v1::Report { title: "年报".to_owned(), ..Default::default() });
        Kept { version: version(1), epoch, answer }
    }

    #[test]
    fn an_answer_is_given_until_a_commit_comes() {
        let cache = AnswerCache::new(1 << 20);
        cache.keep_report(&key(), View::Working, kept(cache.epoch(&key())));
        assert!(cache.report(&key(), View::Working).is_some());
        cache.changed(&[key()]);
        assert!(cache.report(&key(), View::Working).is_none());
    }

    #[test]
    fn what_was_read_before_a_commit_is_not_given_after_it() {
        let cache = AnswerCache::new(1 << 20);
        let epoch = cache.epoch(&key());
        cache.changed(&[key()]);
        cache.keep_report(&key(), View::Working, kept(epoch));
        assert!(cache.report(&key(), View::Working).is_none());
    }

    #[test]
    fn nothing_is_given_while_commits_may_be_missed_nor_what_was_kept_before() {
        let cache = AnswerCache::new(1 << 20);
        let epoch = cache.epoch(&key());
        cache.keep_report(&key(), View::Working, kept(epoch));
        cache.lost_track();
        assert!(cache.report(&key(), View::Working).is_none());
        cache.regained_track();
        assert!(cache.report(&key(), View::Working).is_none());
    }

    #[test]
    fn a_version_read_from_the_store_decides_by_itself() {
        let cache = AnswerCache::new(1 << 20);
        cache.keep_report(&key(), View::Working, kept(cache.epoch(&key())));
        cache.changed(&[key()]);
        assert!(cache.report_of(&key(), View::Working, version(1)).is_some());
        assert!(cache.report_of(&key(), View::Working, version(2)).is_none());
    }
}
