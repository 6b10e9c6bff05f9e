//! Statements that no request for disclosure was received.
//!
//! A small grammar instead of a search for words: 未收到行政复议申请 and 未收到法人申请 hold the same
//! words and say something else. A clause counts only if it is understood from end to end:
//!
//! ```text
//! 时间 机关 副词*  未|没有  收到(和办理)  (公民、法人和其他组织的) 政府信息公开申请 (的情况)
//! 时间 机关 副词*  无|没有  政府信息公开申请 (事项)
//! 时间 机关 副词*  收到  政府信息公开申请  0件
//! ```
//!
//! Anything else in it (a channel, a season, a kind of applicant, another organ) is a qualification,
//! and qualified statements are not understood.

use unicode_normalization::UnicodeNormalization;

use super::wordings::{
    BARE_REQUEST, BESIDE, CLASSIFIERS, COUNTED, DIRECT_NEGATIONS, FILLERS, HANDLED, LIMITS,
    NEGATIONS, NEUTRAL, ORGANS, RECEIVED, REQUESTS, SELF, TAILS, TOPICS, ZEROS,
};

/// An unqualified statement that no request was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Denial {
    /// Whether none was handled either.
    pub handling: bool,
    /// The year that it names, where it names one.
    pub year: Option<u16>,
}

const CLAUSES: [char; 6] = [',', ';', ':', '。', '!', '?'];

/// Whether it is worth the trouble to read a sentence.
pub(super) fn may_deny(sentence: &str) -> bool {
    sentence.contains("申请") && sentence.contains(['未', '没', '无', '0', '０', '零', '〇'])
}

/// The unqualified denial in a sentence, where there is one. `names` are those of the organ itself.
pub(super) fn denial(sentence: &str, names: &[String]) -> Option<Denial> {
    let words: String = sentence.nfkc().filter(|c| !c.is_whitespace()).collect();
    let mut earlier = Earlier::default();
    for clause in words.split(CLAUSES) {
        match (Clause { words: clause, names, earlier: &earlier }).denial() {
            Some(_) if earlier.is_limited => return None,
            Some(denial) => return Some(denial),
            None => earlier.hear(clause),
        }
    }
    None
}

/// What the earlier clauses of a sentence say about a statement in it.
#[derive(Default)]
struct Earlier {
    is_limited: bool,
    names_the_topic: bool,
    year: Option<u16>,
}

impl Earlier {
    fn hear(&mut self, clause: &str) {
        let says = |words: &[&str]| words.iter().any(|word| clause.contains(word));
        self.is_limited |= says(LIMITS);
        self.names_the_topic |= says(TOPICS);
        self.year = year_in(clause).or(self.year);
    }
}

/// A clause and what was said before it.
struct Clause<'a> {
    words: &'a str,
    names: &'a [String],
    earlier: &'a Earlier,
}

impl Clause<'_> {
    fn denial(&self) -> Option<Denial> {
        let begins = |c| matches!(c, '未' | '没' | '无' | '收' | '接' | '新');
        let places = self.words.match_indices(begins).map(|(at, _)| at);
        // A statement that is understood has few words before its verb.
        places.take(8).find_map(|at| {
            let handling = self.negated(at).or_else(|| self.counted_zero(at))?;
            let year = self.neutral(at)?;
            Some(Denial { handling, year: year.or(self.earlier.year) })
        })
    }

    /// 未收到(和办理)…申请, or 无…申请, read from a place; whether it denies handling too.
    fn negated(&self, at: usize) -> Option<bool> {
        let mut rest = Words(&self.words[at..]);
        rest.eat(NEGATIONS)?;
        let (mut received, mut handled) = (false, false);
        loop {
            if rest.eat(RECEIVED).is_some() {
                received = true;
            } else if rest.eat(HANDLED).is_some() {
                handled = true;
            } else if !received && !handled || rest.eat(BESIDE).is_none() {
                break;
            }
        }
        let is_direct =
            !handled && DIRECT_NEGATIONS.iter().any(|it| self.words[at..].starts_with(it));
        if !received && !is_direct {
            return None;
        }
        self.object(&mut rest)?;
        rest.eat(TAILS);
        rest.0.is_empty().then_some(handled)
    }

    /// 收到…申请0件, read from a place.
    fn counted_zero(&self, at: usize) -> Option<bool> {
        let mut rest = Words(&self.words[at..]);
        rest.eat(RECEIVED)?;
        if rest.eat(ZEROS).is_some() {
            rest.eat(CLASSIFIERS)?;
            self.object(&mut rest)?;
        } else {
            self.object(&mut rest)?;
            while rest.eat(COUNTED).is_some() {}
            rest.eat(ZEROS)?;
            rest.eat(CLASSIFIERS)?;
        }
        rest.0.is_empty().then_some(false)
    }

    fn object(&self, rest: &mut Words<'_>) -> Option<()> {
        while rest.eat(FILLERS).is_some() {}
        match rest.eat(REQUESTS) {
            None if self.earlier.names_the_topic => rest.eat(BARE_REQUEST),
            object => object,
        }
    }

    /// The year that the words before a place name, if they limit nothing.
    fn neutral(&self, at: usize) -> Option<Option<u16>> {
        let mut rest = Words(&self.words[..at]);
        let mut year = None;
        while !rest.0.is_empty() {
            match rest.eat_year() {
                Some(named) => year = Some(named),
                None => rest
                    .eat(NEUTRAL)
                    .or_else(|| rest.eat(self.names))
                    .or_else(|| rest.eat_self())?,
            }
        }
        Some(year)
    }
}

/// The words of a clause that are still to be understood.
struct Words<'a>(&'a str);

impl Words<'_> {
    /// Takes the first of these wordings that comes next.
    fn eat<S: AsRef<str>>(&mut self, wordings: &[S]) -> Option<()> {
        let mut wordings = wordings.iter().map(AsRef::as_ref).filter(|it: &&str| !it.is_empty());
        self.0 = wordings.find_map(|wording| self.0.strip_prefix(wording))?;
        Some(())
    }

    /// 2024年
    fn eat_year(&mut self) -> Option<u16> {
        let year = self.0.get(..4)?.parse().ok()?;
        self.0 = self.0.get(4..)?.strip_prefix('年')?;
        Some(year)
    }

    /// 我镇政府
    fn eat_self(&mut self) -> Option<()> {
        let mut rest = Words(self.0.strip_prefix(SELF)?);
        rest.eat(ORGANS)?;
        while rest.eat(ORGANS).is_some() {}
        self.0 = rest.0;
        Some(())
    }
}

/// The last year that is named.
fn year_in(words: &str) -> Option<u16> {
    let mut years = words.match_indices('年').rev();
    years.find_map(|(at, _)| words.get(at.checked_sub(4)?..at)?.parse().ok())
}
