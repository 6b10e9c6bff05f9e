//! What the words of official prose are to the reader.

use std::ops::{BitOr, BitOrAssign};

use crate::form::{Column, Line};

/// What a word is to the reader: few roles, many wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    /// A pause within a sentence: the comma.
    Comma,
    /// A longer one.
    Semicolon,
    /// What announces something.
    Colon,
    /// 、, which separates or connects.
    Enumeration,
    /// The end of a sentence.
    Stop,
    /// Begins a note.
    Open,
    /// Ends it.
    Close,
    /// Counts things: 件 条 宗.
    Classifier,
    /// %.
    Percent,
    /// 百分点: a difference of shares.
    Points,
    /// 年 behind a number.
    Year,
    /// 月 behind a number.
    Month,
    /// 日 behind a number.
    Day,
    /// 第: what follows is an ordinal.
    Ordinal,
    /// 约: the number behind is approximate.
    About,
    /// 余: the number before is approximate.
    Odd,
    /// 数十: a number that nobody knows.
    Some,
    /// 各, 每: a number for each.
    Each,
    /// 至: between two numbers a range.
    To,
    /// The year of the report.
    ThisYear,
    /// The year before.
    LastYear,
    /// The year after.
    NextYear,
    /// A channel, a season, a place: what limits a statement.
    Limit,
    /// 我, 本, 全, before the word for an organ.
    Own,
    /// What the name of an organ ends with, a department or an office.
    Organ,
    /// A division: what the name of a government ends with.
    Division,
    /// 各部门: all organs of a place.
    AllOrgans,
    /// 收到.
    Receive,
    /// 新收.
    New,
    /// 受理.
    Accept,
    /// 办理, 处理.
    Handle,
    /// 答复.
    Answer,
    /// 办结.
    Finish,
    /// 结转.
    Carry,
    /// 转下年: carried, and where to.
    Forward,
    /// 发生, 引起.
    Occur,
    /// What is applied for: 政府信息公开申请.
    Request,
    /// 申请, of whatever.
    Bare,
    /// 公民、法人和其他组织: everybody may apply (条例 art 27).
    Everybody,
    /// A kind of applicant.
    Applicant,
    /// How a request was decided.
    Outcome,
    /// 行政复议.
    Review,
    /// 行政诉讼.
    Suit,
    /// 未经复议直接起诉.
    DirectSuit,
    /// 复议后起诉.
    LaterSuit,
    /// 政府信息公开, as a matter.
    Disclosure,
    /// 情况, 案件: adds nothing to the noun before it.
    Tail,
    /// 未.
    Not,
    /// 无, 没有.
    Without,
    /// 其中.
    Among,
    /// 包括, 含.
    Including,
    /// 共.
    Total,
    /// 均, 全部.
    All,
    /// 其他.
    Rest,
    /// 剩余.
    Left,
    /// 等.
    Etcetera,
    /// 和.
    And,
    /// 的 and other particles and adverbs that change nothing.
    Filler,
    /// 同比: with the year before.
    Compared,
    /// 增长.
    More,
    /// 减少.
    Less,
    /// 占.
    Share,
    /// 规章, 规范性文件, 文件.
    Document,
    /// 制发.
    Issue,
    /// 废止.
    Repeal,
    /// 现行有效.
    InForce,
    /// 公开, of documents.
    Disclose,
    /// 修订: neither issued nor repealed.
    Amend,
    /// 信息处理费.
    Fee,
    /// 收费通知.
    Notice,
    /// 收取.
    Collect,
    /// 维持, 胜诉.
    Upheld,
    /// 零败诉.
    NeverLost,
    /// 审结.
    Concluded,
    /// Something else that is reported on: 热线, 提案.
    Elsewhere,
    /// A word that the reader knows and does not follow: 条例, 统一.
    Noise,
}

/// A word of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// What it is.
    pub term: Term,
    /// How the lexicon writes it.
    pub text: &'static str,
    /// The line of the form that it names, where it names one.
    pub line: Option<Line>,
    /// The column, where it names one.
    pub column: Option<Column>,
}

/// Which terms a clause has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms(u128);

impl Terms {
    /// These terms.
    pub(super) const fn of(terms: &[Term]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < terms.len() {
            set |= 1 << terms[at] as u32;
            at += 1;
        }
        Self(set)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn has(self, term: Term) -> bool {
        self.0 & Self::from(term).0 != 0
    }

    pub(super) fn has_any(self, terms: Self) -> bool {
        self.0 & terms.0 != 0
    }

    /// Whether there are no terms but these.
    pub(super) fn is_within(self, terms: Self) -> bool {
        self.0 & !terms.0 == 0
    }
}

impl From<Term> for Terms {
    fn from(term: Term) -> Self {
        Self(1 << term as u32)
    }
}

impl BitOr for Terms {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOrAssign<Term> for Terms {
    fn bitor_assign(&mut self, term: Term) {
        self.0 |= Self::from(term).0;
    }
}
