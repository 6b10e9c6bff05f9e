//! The words of every edition, folded once, with what each of them means.

mod traditional;

pub(crate) use traditional::{simplified, simplified_words};

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::LazyLock;

use nianbao_domain::form::{Block, Column, Edition, Label, Line, Node, TableId, fold, unnumbered};

/// What a label means in one edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The heading over a block of a table, by its place in the table.
    BlockHeading(TableId, usize),
    /// The words above the row labels.
    Corner,
    /// The words above the column labels.
    ColumnsHeading,
    /// A printed column.
    Column(TableId, Column),
    /// A label over several columns.
    ColumnGroup(TableId, Column),
    /// A printed line.
    Line(TableId, Line),
    /// A label over several lines.
    LineGroup(TableId, Line),
}

impl Meaning {
    /// Whether this is what stands before the values of a row.
    pub(crate) fn is_line(self) -> bool {
        matches!(self, Self::Line(..) | Self::LineGroup(..))
    }

    /// Whether the words stand at the head of a table and nowhere else.
    pub(crate) fn is_head(self) -> bool {
        match self {
            Self::Corner | Self::ColumnsHeading | Self::Column(..) | Self::ColumnGroup(..) => true,
            Self::BlockHeading(..) | Self::Line(..) | Self::LineGroup(..) => false,
        }
    }
}

const EDITIONS: usize = Edition::ALL.len();

/// Everything the editions mean by one folded wording.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    meanings: [Vec<Meaning>; EDITIONS],
    official: [bool; EDITIONS],
}

impl Entry {
    fn add(&mut self, edition: Edition, meaning: Meaning) {
        let meanings = &mut self.meanings[place(edition)];
        if !meanings.contains(&meaning) {
            meanings.push(meaning);
        }
    }

    /// What the wording means in an edition; nothing where it has no such concept.
    ///
    /// A wording of another edition means the same here where the concept is printed here in the
    /// same place of the form: 规范性文件 of 2019 is 行政规范性文件 of 2021.
    pub(crate) fn meanings(&self, edition: Edition) -> Vec<Meaning> {
        let own = &self.meanings[place(edition)];
        if !own.is_empty() {
            return own.clone();
        }
        let known = |meaning: &Meaning| WORDS.concepts[place(edition)].contains(&key(*meaning));
        self.meanings.iter().flatten().copied().filter(known).collect()
    }

    /// The edition whose form prints these words, where `edition` does not.
    pub(crate) fn foreign_to(&self, edition: Edition) -> Option<Edition> {
        if self.official[place(edition)] {
            return None;
        }
        Edition::ALL.into_iter().find(|other| self.official[place(*other)])
    }

    /// The only edition whose form prints these words, where there is one.
    pub(crate) fn tells(&self) -> Option<Edition> {
        let mut printed = Edition::ALL.into_iter().filter(|edition| self.official[place(*edition)]);
        match (printed.next(), printed.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }
}

/// The words of all editions.
#[derive(Debug, Default)]
struct Words {
    entries: BTreeMap<String, Entry>,
    /// Wordings with their headings before them, as pages put them into one cell that cannot merge
    /// cells: 三、本年度办理结果（一）予以公开.
    headed: BTreeMap<String, Entry>,
    concepts: [BTreeSet<(u8, i16, i16)>; EDITIONS],
}

static WORDS: LazyLock<Words> = LazyLock::new(Words::new);

/// No wording is longer, in bytes.
const LONGEST: usize = 200;

fn place(edition: Edition) -> usize {
    match edition {
        Edition::E2019 => 0,
        Edition::E2021 => 1,
    }
}

/// A concept in comparable form, without the place of a block, which differs between editions.
fn key(meaning: Meaning) -> (u8, i16, i16) {
    let table = |table: TableId| i16::from(table.section());
    match meaning {
        Meaning::BlockHeading(of, at) => (0, table(of), i16::try_from(at).unwrap_or(i16::MAX)),
        Meaning::Corner => (1, 0, 0),
        Meaning::ColumnsHeading => (2, 0, 0),
        Meaning::Column(of, column) => (3, table(of), column.number()),
        Meaning::ColumnGroup(of, column) => (4, table(of), column.number()),
        Meaning::Line(of, line) => (5, table(of), line.number()),
        Meaning::LineGroup(of, line) => (6, table(of), line.number()),
    }
}

impl Words {
    fn new() -> Self {
        let mut words = Self::default();
        for edition in Edition::ALL {
            for table in edition.form().tables() {
                for (at, block) in table.blocks.iter().enumerate() {
                    words.add_block(edition, table.id, at, block);
                }
            }
        }
        words
    }

    fn add_block(&mut self, edition: Edition, table: TableId, at: usize, block: &'static Block) {
        let plain = [
            (block.heading, Meaning::BlockHeading(table, at)),
            (block.corner, Meaning::Corner),
            (block.columns_heading, Meaning::ColumnsHeading),
        ];
        for (text, meaning) in plain {
            if let Some(text) = text {
                self.add(edition, &Label::new(text), meaning);
            }
        }
        self.add_axis(edition, block.rows, &[], &|key, is_group| match is_group {
            true => Meaning::LineGroup(table, key),
            false => Meaning::Line(table, key),
        });
        let heading: Vec<String> = block.columns_heading.map(fold).into_iter().collect();
        self.add_axis(edition, block.columns, &heading, &|key, is_group| match is_group {
            true => Meaning::ColumnGroup(table, key),
            false => Meaning::Column(table, key),
        });
    }

    fn add_axis<K: Copy>(
        &mut self,
        edition: Edition,
        axis: &'static [Node<K>],
        above: &[String],
        meaning: &impl Fn(K, bool) -> Meaning,
    ) {
        for node in axis {
            let means = meaning(node.key(), matches!(node, Node::Group(..)));
            let label = fold(node.label().text);
            self.add(edition, node.label(), means);
            for from in 0..above.len() {
                let wording = above[from..].concat() + &label;
                self.headed.entry(wording).or_default().add(edition, means);
            }
            let above = [above, &[label]].concat();
            self.add_axis(edition, node.children(), &above, meaning);
        }
    }

    fn add(&mut self, edition: Edition, label: &Label, meaning: Meaning) {
        let at = place(edition);
        self.concepts[at].insert(key(meaning));
        let printed = [fold(label.text), fold(&label.printed()), fold(unnumbered(label.text))];
        for wording in label.wordings() {
            let official = printed.contains(&wording);
            let entry = self.entries.entry(wording).or_default();
            entry.official[at] |= official;
            entry.add(edition, meaning);
        }
    }
}

/// A label of a page with what it may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    entry: &'static Entry,
    /// Whether its number had to be taken off: then it can only be a line.
    lines_only: bool,
}

impl Term {
    /// The label with these words, if it is one of any edition: as it stands, without its local
    /// note in brackets, or without its number.
    pub(crate) fn of(words: &str) -> Option<Self> {
        let as_it_stands = |words: &str, lines_only| {
            if words.len() > LONGEST || words.contains('。') {
                return None;
            }
            let folded = folded(words);
            let entry = WORDS.entries.get(&folded).or_else(|| WORDS.headed.get(&folded))?;
            Some(Self { entry, lines_only })
        };
        let bare = unnumbered(crate::value::trim(words));
        let numbered = bare.len() < crate::value::trim(words).len();
        let short = without_note(words);
        as_it_stands(words, false)
            .or_else(|| as_it_stands(short?, false))
            .or_else(|| as_it_stands(numbered.then_some(bare)?, true))
            .or_else(|| as_it_stands(without_note(numbered.then_some(bare)?)?, true))
    }

    /// The label with folded words.
    pub(crate) fn of_folded(folded: &str) -> Option<Self> {
        Some(Self { entry: WORDS.entries.get(folded)?, lines_only: false })
    }

    /// What it means in an edition.
    pub(crate) fn meanings(self, edition: Edition) -> Vec<Meaning> {
        let mut meanings = self.entry.meanings(edition);
        if self.lines_only {
            meanings.retain(|meaning| meaning.is_line());
        }
        meanings
    }

    /// The edition whose form prints it, where `edition` does not.
    pub(crate) fn foreign_to(self, edition: Edition) -> Option<Edition> {
        self.entry.foreign_to(edition)
    }

    /// The wording itself, for what concerns all editions.
    pub(crate) fn entry(self) -> &'static Entry {
        self.entry
    }
}

/// Words as labels are compared: without width, spaces and marks, in the characters of the forms.
pub(crate) fn folded(words: &str) -> String {
    let folded = fold(words);
    match simplified_words(&folded) {
        Cow::Borrowed(_) => folded,
        Cow::Owned(simplified) => simplified,
    }
}

/// Whether reports are written with a character: the labels of the forms are, traditional or not.
pub(crate) fn is_familiar(c: char) -> bool {
    static CHARACTERS: LazyLock<BTreeSet<char>> =
        LazyLock::new(|| WORDS.entries.keys().flat_map(|words| words.chars()).collect());
    !c.is_ascii() && CHARACTERS.contains(&simplified(c))
}

/// The words before a note in brackets: `规章（设区的市以上填写）` → `规章`.
fn without_note(words: &str) -> Option<&str> {
    let words = crate::value::trim(words);
    let numbering = words.len() - unnumbered(words).len();
    let at = words[numbering..].find(['（', '(', '【', '[', '〔'])? + numbering;
    (at > numbering && at > 0).then(|| &words[..at])
}

/// Whether some wording begins with these folded words and goes on.
pub(crate) fn begins_a_label(folded: &str) -> bool {
    let behind = (Bound::Excluded(folded), Bound::Unbounded);
    let mut next = WORDS.entries.range::<str, _>(behind);
    next.next().is_some_and(|(wording, _)| wording.starts_with(folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(edition: Edition, words: &str) -> Vec<Meaning> {
        Term::of(words).map(|term| term.meanings(edition)).unwrap_or_default()
    }

    const REQUESTS: TableId = TableId::Requests;

    #[test]
    fn the_same_words_are_kept_apart_by_their_number_and_edition() {
        let column = Meaning::Column(REQUESTS, Column::OtherLegalEntity);
        let line = Meaning::Line(REQUESTS, Line::OtherReason);
        assert_eq!(lines(Edition::E2021, "3.其他"), [line]);
        assert_eq!(lines(Edition::E2021, "其他"), [line, column]);
        assert_eq!(lines(Edition::E2019, "3.其他"), []);
        assert_eq!(lines(Edition::E2019, "其他"), [column]);
        assert_eq!(
            lines(Edition::E2019, "(六)其他处理"),
            [Meaning::Line(REQUESTS, Line::OtherHandling)]
        );
        assert_eq!(
            lines(Edition::E2021, "(六)其他处理"),
            [Meaning::LineGroup(REQUESTS, Line::OtherHandling)]
        );
    }

    #[test]
    fn a_label_is_known_with_notes_spaces_and_a_wrong_number() {
        let rules = [Meaning::Line(TableId::ProactiveDisclosure, Line::GovernmentRules)];
        assert_eq!(lines(Edition::E2019, "规章（设区的市以上应提供相关数据，其他不填）"), rules);
        assert_eq!(lines(Edition::E2019, "　规 章"), rules);
        let repeated = [Meaning::Line(REQUESTS, Line::Duplicate)];
        assert_eq!(lines(Edition::E2021, "4、重复申请（含重复邮件）"), repeated);
        assert_eq!(
            lines(Edition::E2021, "3.危及\"三安全一稳定\""),
            [Meaning::Line(REQUESTS, Line::SecurityAndStability)]
        );
    }

    #[test]
    fn a_label_may_have_its_headings_before_it() {
        let secret = [Meaning::Line(REQUESTS, Line::StateSecret)];
        for words in
            ["（三）不予公开1.属于国家秘密", "三、本年度办理结果-（三）不予公开-1.属于国家秘密"]
        {
            assert_eq!(lines(Edition::E2021, words), secret, "{words}");
        }
        let enterprise = [Meaning::Column(REQUESTS, Column::Enterprise)];
        assert_eq!(lines(Edition::E2021, "申请人情况/法人或其他组织/商业企业"), enterprise);
    }

    #[test]
    fn words_of_another_edition_are_known_as_such() {
        let documents = Term::of("规范性文件").unwrap();
        assert_eq!(documents.foreign_to(Edition::E2021), Some(Edition::E2019));
        let line = Meaning::Line(TableId::ProactiveDisclosure, Line::NormativeDocuments);
        assert_eq!(documents.meanings(Edition::E2021), [line]);
        let made = Term::of("本年新制作数量").unwrap();
        assert_eq!(made.meanings(Edition::E2021), []);
        assert_eq!(made.entry().tells(), Some(Edition::E2019));
        assert_eq!(Term::of("规章").unwrap().entry().tells(), None);
    }

    #[test]
    fn every_word_of_both_forms_is_known() {
        for edition in Edition::ALL {
            for table in edition.form().tables() {
                for cell in table.grid().rows.iter().flat_map(|row| &row.cells) {
                    if let nianbao_domain::form::GridContent::RowLabel(words)
                    | nianbao_domain::form::GridContent::ColumnLabel(words)
                    | nianbao_domain::form::GridContent::Heading(words) = &cell.content
                    {
                        assert!(!lines(edition, words).is_empty(), "{words}");
                    }
                }
            }
        }
    }

    #[test]
    fn labels_in_traditional_characters_are_the_form_s() {
        for label in
            ["行政規範性文件", "三、本年度辦理結果", "法人或其他組織", "結轉下年度繼續辦理"]
        {
            assert!(Term::of(label).is_some(), "{label}");
        }
    }

    #[test]
    fn every_character_that_is_read_as_another_is_one_of_the_forms() {
        let words: String = WORDS.entries.keys().map(String::as_str).collect();
        let titles = Edition::ALL.into_iter().flat_map(|edition| edition.form().sections);
        let titles: String = titles.map(|section| section.title).collect();
        let unknown =
            |c: &char| !words.contains(*c) && !titles.contains(*c) && !"报与个".contains(*c);
        let strange: Vec<char> = traditional::forms().filter(unknown).collect();
        assert_eq!(strange, []);
    }

    #[test]
    fn the_beginning_of_a_label_is_known() {
        assert!(begins_a_label("商业"));
        assert!(begins_a_label("三本"));
        assert!(!begins_a_label("商业企业们"));
    }
}
