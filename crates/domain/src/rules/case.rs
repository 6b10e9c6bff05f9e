//! Everything a rule may look at. Evidence that is absent makes a rule not assessable.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::digits::{self, Run};
use super::local_rows::LocalRows;
use super::narrative;
use super::own_name::OwnNames;
use super::sentence::Sentences;
use super::told::{Claim, Told, told};
use super::{Children, Previous, Related};
use crate::evidence::DocumentEvidence;
use crate::finding::Stage;
use crate::form::{CellId, IndexedEquation};
use crate::organization::{Organization, Standing};
use crate::report::{Content, ReportKind, ReportYear, Title};
use crate::sheet::{Outcome, Sheet};

/// A report with the evidence at hand.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// What the report says.
    pub content: &'a Content,
    /// The occasion of the check.
    pub stage: Stage,
    /// The year it is about, where known.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// The registered organ whose report it is.
    pub organization: Option<&'a Organization>,
    /// The registered organ that the title names, where it names one.
    pub titled_organization: Option<&'a Organization>,
    /// The organ's level and power, as far as they are known.
    pub standing: Standing,
    /// What reading the document showed, where the report comes from one.
    pub document: Option<&'a DocumentEvidence>,
    /// The day of the check, China Standard Time; nothing here reads a clock.
    pub date: Option<NaiveDate>,
    /// The reports of the year before.
    pub previous: Previous<'a>,
    /// Reports of the same year by other organs under the same superior; none where nobody looked.
    pub siblings: Option<Vec<Related<'a>>>,
    /// For a consolidated report, those below it; none where nobody looked.
    pub children: Option<Children<'a>>,
    unmet: OnceCell<Vec<(&'static IndexedEquation, Outcome)>>,
    second_reading: OnceCell<Sheet>,
    local_rows: OnceCell<LocalRows>,
    sentences: OnceCell<Sentences<'a>>,
    digits: OnceCell<Vec<Run<'a>>>,
    title: OnceCell<Title>,
    told: OnceCell<Vec<Told<'a>>>,
    own_names: OnceCell<OwnNames>,
}

impl<'a> Case<'a> {
    /// A case without any evidence but the content; a draft.
    pub fn new(content: &'a Content) -> Self {
        Self {
            content,
            stage: Stage::default(),
            year: None,
            kind: ReportKind::default(),
            organization: None,
            titled_organization: None,
            standing: Standing::default(),
            document: None,
            date: None,
            previous: Previous::Unknown,
            siblings: None,
            children: None,
            unmet: OnceCell::new(),
            second_reading: OnceCell::new(),
            local_rows: OnceCell::new(),
            sentences: OnceCell::new(),
            digits: OnceCell::new(),
            title: OnceCell::new(),
            told: OnceCell::new(),
            own_names: OnceCell::new(),
        }
    }

    /// The same case, would the report say something else.
    pub fn with<'b>(&self, content: &'b Content) -> Case<'b>
    where
        'a: 'b,
    {
        let Self {
            content: _,
            stage,
            year,
            kind,
            organization,
            titled_organization,
            standing,
            document,
            date,
            ref previous,
            ref siblings,
            ref children,
            unmet: _,
            second_reading: _,
            local_rows: _,
            sentences: _,
            digits: _,
            title: _,
            told: _,
            own_names: _,
        } = *self;
        Case {
            stage,
            year,
            kind,
            organization,
            titled_organization,
            standing,
            document,
            date,
            previous: previous.clone(),
            siblings: siblings.clone(),
            children: children.clone(),
            ..Case::new(content)
        }
    }

    /// The equations that do not hold as printed; assessed once for all rules of arithmetic.
    pub(super) fn unmet(&self) -> &[(&'static IndexedEquation, Outcome)] {
        self.unmet.get_or_init(|| self.content.sheet.unmet())
    }

    /// The figures with blank leaves as zero and blank totals derived; made once, never stored.
    pub fn second_reading(&self) -> &Sheet {
        self.second_reading.get_or_init(|| self.content.sheet.with_blanks_as_zero())
    }

    /// Whether the report comes from a document without any words: then none are missing.
    pub(super) fn is_figures_only(&self) -> bool {
        self.document.is_some_and(|document| document.figures_only)
    }

    /// The title, taken to pieces once.
    pub(super) fn title(&self) -> &Title {
        self.title.get_or_init(|| Title::read(&self.content.title))
    }

    /// The name of the organ: as registered, else as the title has it.
    pub(super) fn organ_name(&self) -> Option<&str> {
        let registered = self.organization.map(|organ| organ.display_name.as_str());
        registered.or_else(|| self.title().organ.as_deref())
    }

    /// The rows that the form does not have, looked through once.
    pub(super) fn local_rows(&self) -> &LocalRows {
        self.local_rows.get_or_init(|| LocalRows::of(&self.content.sheet))
    }

    /// The words, split into sentences once for all rules that read them.
    pub(super) fn sentences(&self) -> &Sentences<'a> {
        self.sentences.get_or_init(|| Sentences::of(self.content))
    }

    /// The runs of digits in the words, found once for all rules about years, dates and numbers.
    pub(super) fn digits(&self) -> &[Run<'a>] {
        self.digits.get_or_init(|| digits::runs(self.sentences()))
    }

    /// The names under which the organ is known: registered, and in the title.
    pub(super) fn organ_names(&self) -> impl Iterator<Item = &str> {
        let registered = self.organization.into_iter().flat_map(|organ| organ.names());
        registered.chain(self.title().organ.as_deref())
    }

    /// What the narrative tells, read once.
    pub(super) fn told(&self) -> &[Told<'a>] {
        self.told.get_or_init(|| told(self.sentences()))
    }

    /// Every statement of the narrative, with its sentence.
    pub(super) fn claims(&self) -> impl Iterator<Item = Claim<'_>> {
        self.told().iter().flat_map(|told| {
            let sentence = told.sentence;
            told.reading.statements.iter().map(move |statement| Claim { sentence, statement })
        })
    }

    /// The numbers that the narrative states of single cells, in cell order, each cell once: only where
    /// a statement reaches the whole report, is exact and can mean nothing else, and no other statement
    /// contradicts it. Where several corrections of a wrong table are possible, these break the tie.
    pub fn stated(&self) -> Vec<(CellId, i64)> {
        narrative::stated(self)
    }

    /// How the report may call its own organ.
    pub(super) fn own_names(&self) -> &OwnNames {
        self.own_names.get_or_init(|| OwnNames::of(self))
    }
}
