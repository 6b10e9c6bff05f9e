//! A finding for people, over several lines.

use std::fmt::{self, Display};

use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::rules::explanation;

use super::observed::{Quote, Suggestion};
use super::{Finding, Verdict};
use crate::language::Language;
use crate::paint::Paint;

/// A finding with what is needed to show it.
pub struct FindingText<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// The edition whose labels its cells have.
    pub edition: Option<Edition>,
    /// The language.
    pub language: Language,
    /// The colours.
    pub paint: Paint,
}

/// How far the lines below the sentence stand in.
const INDENT: &str = "      ";

impl Display for FindingText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { finding, language, .. } = self;
        let sentence = language.pick(&finding.message.zh, &finding.message.en);
        let code = self.paint.strong(&finding.code);
        if !finding.is_cause() {
            let name = self.paint.faint(language.pick("由此引起", "follows"));
            return write!(f, "{INDENT}{name} {code}  {sentence}");
        }
        let severity = severity_word(finding.severity, *language);
        let severity = match finding.severity {
            "blocking" => self.paint.red(severity),
            "warning" => self.paint.yellow(severity),
            _ => self.paint.blue(severity),
        };
        write!(f, "  {severity} {code}{}  {sentence}", self.origin())?;
        finding.cells.iter().take(MOST_CELLS).try_for_each(|cell| self.cell(cell, f))?;
        self.further_cells(f)?;
        self.values(f)?;
        finding.quote.iter().try_for_each(|quote| self.quote(quote, f))?;
        self.field(f, ("依据", "basis"), &finding.basis)?;
        finding.suggestions.iter().try_for_each(|suggestion| self.suggestion(suggestion, f))?;
        if !finding.suggestions.is_empty() {
            self.field(f, ("标识", "identity"), &finding.identity)?;
        }
        let answer = finding.answer.as_ref().map(|answer| answer.words(*language));
        self.field(f, ("答复", "answer"), &answer.unwrap_or_default())?;
        self.field(f, ("处理", "what to do"), &remedy(&finding.code, *language))
    }
}

/// How many cells are named before they are only counted.
const MOST_CELLS: usize = 8;

impl FindingText<'_> {
    /// Tells the rules of users from those of the catalogue.
    fn origin(&self) -> &'static str {
        match self.finding.is_of_user_rule() {
            true => self.language.pick("（自定义规则）", " (user rule)"),
            false => "",
        }
    }

    fn field(
        &self,
        f: &mut fmt::Formatter<'_>,
        (zh, en): (&str, &str),
        value: &str,
    ) -> fmt::Result {
        if value.is_empty() {
            return Ok(());
        }
        let name = self.language.pick(format!("{zh}："), format!("{en}: "));
        write!(f, "\n{INDENT}{}{value}", self.paint.faint(name))
    }

    fn cell(&self, code: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels = cell_labels(code, self.edition);
        let shown = match (labels, self.language) {
            (None, _) => code.to_owned(),
            (Some(labels), Language::Zh) => format!("{labels}（{code}）"),
            (Some(labels), Language::En) => format!("{code} ({labels})"),
        };
        self.field(f, ("单元格", "cell"), &shown)
    }

    fn further_cells(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let further = self.finding.cells.len().saturating_sub(MOST_CELLS);
        if further == 0 {
            return Ok(());
        }
        let shown = self.language.pick(format!("另有 {further} 个"), format!("{further} more"));
        self.field(f, ("单元格", "cell"), &shown)
    }

    fn values(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.field(f, ("应为", "expected"), &self.finding.expected)?;
        self.field(f, ("实为", "found"), &self.finding.found)?;
        if self.finding.reading == "as_printed" {
            return Ok(());
        }
        let reading = self.language.pick("空白按 0 计算", "blanks counted as zero");
        self.field(f, ("读法", "reading"), reading)
    }

    fn quote(&self, quote: &Quote, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = place(quote, self.language);
        let quoted = self
            .language
            .pick(format!("{place}“{}”", quote.text), format!("{place}\"{}\"", quote.text));
        self.field(f, ("原文", "quoted"), &quoted)
    }

    fn suggestion(&self, suggestion: &Suggestion, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changes = suggestion.changes.iter().map(|change| {
            let labels = match self.language {
                Language::Zh => cell_labels(&change.cell, self.edition),
                Language::En => None,
            };
            let cell = match labels {
                Some(labels) => format!("{labels}（{}）", change.cell),
                None => change.cell.clone(),
            };
            format!("{cell} {} → {}", from_words(&change.from, self.language), change.to)
        });
        let changes = changes.collect::<Vec<_>>().join(self.language.pick("，", ", "));
        let unique = suggestion
            .unique
            .then(|| self.language.pick("唯一的最小改动", "the only change as small"));
        let why = Some(self.language.pick(&*suggestion.message.zh, &*suggestion.message.en));
        let reasons: Vec<_> = unique.into_iter().chain(why.filter(|it| !it.is_empty())).collect();
        let reasons = match (&reasons[..], self.language) {
            ([], _) => String::new(),
            (reasons, Language::Zh) => format!("（{}）", reasons.join("；")),
            (reasons, Language::En) => format!(" ({})", reasons.join("; ")),
        };
        self.field(f, ("建议", "suggested"), &format!("{changes}{reasons}"))
    }
}

/// The present value of a cell; for one without a number, that.
pub fn from_words(from: &str, language: Language) -> &str {
    if from.is_empty() { language.pick("空白", "blank") } else { from }
}

/// What the page of a rule says to do; nothing where it does not say.
fn remedy(code: &str, language: Language) -> String {
    let page = explanation(code).map(|it| language.pick(it.page_zh, it.page_en));
    let page = page.unwrap_or_default();
    let heading = language.pick("\n## 怎么办\n", "\n### What to do\n");
    let section = page.split_once(heading).map_or("", |(_, section)| section);
    let section = section.split(language.pick("\n## ", "\n##")).next().unwrap_or_default();
    let lines: Vec<_> = section.lines().map(str::trim).collect();
    lines.join(language.pick("", " ")).trim().to_owned()
}

/// The printed labels of a cell, outermost first.
pub fn cell_labels(code: &str, edition: Option<Edition>) -> Option<String> {
    let cell: CellId = code.parse().ok()?;
    let labels = edition?.layout().label_path(cell);
    (!labels.is_empty()).then(|| labels.join(" · "))
}

/// The severity in a word.
fn severity_word(severity: &str, language: Language) -> &str {
    let word = match severity {
        "blocking" => ("[阻断]", "[blocking]"),
        "warning" => ("[警告]", "[warning]"),
        "info" => ("[提示]", "[info]"),
        other => (other, other),
    };
    language.pick(word.0, word.1)
}

/// How many findings of each severity there are, in one line.
pub fn counts(verdict: &Verdict, language: Language) -> String {
    let count = |severity| verdict.count(severity);
    let (blocking, warnings, infos) = (count("blocking"), count("warning"), count("info"));
    let undecided = verdict.not_assessed.len();
    let answered = match (verdict.answered(), language) {
        (0, _) => String::new(),
        (answered, Language::Zh) => format!("，已答复 {answered}"),
        (answered, Language::En) => format!(", {answered} answered"),
    };
    language.pick(
        format!("阻断 {blocking}，警告 {warnings}，提示 {infos}{answered}，未能核对 {undecided}"),
        format!(
            "{blocking} blocking, {warnings} warnings, {infos} infos{answered}, {undecided} not assessed"
        ),
    )
}

fn place(quote: &Quote, language: Language) -> String {
    const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];
    let index = usize::try_from(quote.section).ok().and_then(|number| number.checked_sub(1));
    let section = index.and_then(|index| NUMERALS.get(index));
    let section = match section {
        Some(numeral) => {
            language.pick(format!("第{numeral}部分"), format!("section {}", quote.section))
        }
        None => String::new(),
    };
    let line = match quote.line {
        0 => String::new(),
        line => language.pick(format!("第 {line} 行"), format!("line {line}")),
    };
    let places: Vec<_> = [section, line].into_iter().filter(|it| !it.is_empty()).collect();
    if places.is_empty() {
        return String::new();
    }
    language.pick(format!("{}：", places.join("，")), format!("{}: ", places.join(", ")))
}
