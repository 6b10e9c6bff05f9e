//! What was found, for people.

use nianbao_domain::form::Edition;
use nianbao_domain::organization::{LevelSource, Standing};
use nianbao_domain::report::ReportKind;

use super::checked::{Checked, Report};
use super::evidence::Compared;
use super::preview;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::finding::{FindingText, Outcome, Verdict, counts, not_assessed_lines};
use crate::language::Language;
use crate::output::Output;
use crate::paint::{Paint, Painted};
use crate::progress::Progress;

/// How many documents came to what.
#[derive(Default)]
struct Tally {
    documents: usize,
    valid: usize,
    warnings: usize,
    invalid: usize,
    unreadable: usize,
    exit: Exit,
}

/// Writes a part for every document, and a summary where there are several.
pub fn write(
    checked: &mut dyn Iterator<Item = Checked>,
    progress: &Progress,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut tally = Tally::default();
    for document in checked {
        progress.around(|| {
            if tally.documents > 0 {
                output.line("");
            }
            write_document(&document, output);
            output.flush();
        });
        tally.add(document.outcome());
    }
    if tally.documents > 1 {
        let summary = tally.summary(output.language);
        output.line(format_args!("\n{}", output.paint().strong(summary)));
    }
    Ok(tally.exit)
}

/// Writes a line for every document, and a summary.
pub fn write_brief(
    checked: &mut dyn Iterator<Item = Checked>,
    progress: &Progress,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut tally = Tally::default();
    for document in checked {
        progress.around(|| {
            write_line(&document, output);
            output.flush();
        });
        tally.add(document.outcome());
    }
    output.say(tally.summary(output.language));
    Ok(tally.exit)
}

fn write_line(document: &Checked, output: &mut Output) {
    let (language, paint, source) = (output.language, output.paint(), &document.source);
    let colon = language.pick("：", ": ");
    match &document.result {
        Ok(report) => {
            let outcome = outcome_painted(report.verdict.outcome, language, paint);
            let counts = counts(&report.verdict, language);
            let arrow = heading(report, language);
            output.line(format_args!("{outcome} {source} → {arrow}{colon}{counts}"));
        }
        Err(why) => {
            let label = paint.red(outcome_word(Outcome::Unreadable, language));
            output.line(format_args!("{label} {source}{colon}{}", language.of(&why.message)));
        }
    }
}

fn outcome_painted(outcome: Outcome, language: Language, paint: Paint) -> Painted<&'static str> {
    let word = outcome_word(outcome, language);
    match outcome {
        Outcome::Valid => paint.green(word),
        Outcome::Warnings => paint.yellow(word),
        Outcome::Invalid | Outcome::Unreadable => paint.red(word),
    }
}

fn write_document(document: &Checked, output: &mut Output) {
    let language = output.language;
    let (source, paint) = (&document.source, output.paint());
    match &document.result {
        Ok(report) => {
            output.line(paint.strong(heading(report, language)));
            output.line(language.pick(format!("  来源：{source}"), format!("  source: {source}")));
            if let Some(words) = compared_words(&report.compared, language) {
                output.line(words);
            }
            write_verdict(&report.verdict, Some(report.edition), output);
            if let Some(preview) = &report.preview {
                preview::write(preview, output);
            }
        }
        Err(why) => {
            output.line(paint.strong(source));
            let label = paint.red(language.pick("  无法读取：", "  cannot be read: "));
            output.line(format_args!("{label}{}", language.of(&why.message)));
        }
    }
}

/// Writes the outcome, every finding, and what could not be decided in short.
pub fn write_verdict(verdict: &Verdict, edition: Option<Edition>, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    let outcome = outcome_painted(verdict.outcome, language, paint);
    let label = language.pick("  结论：", "  outcome: ");
    let opening = language.pick(["（", "）"], [" (", ")"]);
    let [open, close] = opening;
    output.line(format_args!("{label}{outcome}{open}{}{close}", counts(verdict, language)));
    write_findings(verdict, edition, output);
    write_undecided(verdict, output);
    if let Some(first) = verdict.findings.iter().find(|it| !it.is_of_user_rule()) {
        let page = format!("nianbao explain {}", first.code);
        let hint =
            language.pick(format!("规则的详细说明：{page}"), format!("more on a rule: {page}"));
        output.line(format_args!("\n  {}", paint.faint(hint)));
    }
}

/// How many causes are shown for people, and how many consequences of each.
const MOST_CAUSES: usize = 50;
const MOST_CONSEQUENCES: usize = 5;

/// Writes causes, each with its consequences directly behind it; long lists are capped and counted.
fn write_findings(verdict: &Verdict, edition: Option<Edition>, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    let mut shown = 0;
    for group in verdict.findings.chunk_by(|_, next| !next.is_cause()).take(MOST_CAUSES) {
        shown += group.len();
        for (at, finding) in group.iter().take(1 + MOST_CONSEQUENCES).enumerate() {
            let text = FindingText { finding, edition, language, paint };
            output.line(format_args!("{}{text}", if at == 0 { "\n" } else { "" }));
        }
        let further = group.len().saturating_sub(1 + MOST_CONSEQUENCES);
        if further > 0 {
            let told = format!("      由此引起的还有 {further} 个问题");
            output.line(language.pick(told, format!("      {further} more follow from it")));
        }
    }
    let omitted = usize::try_from(verdict.omitted).unwrap_or(0) + verdict.findings.len() - shown;
    if omitted > 0 {
        let told = format!("\n  另有 {omitted} 个问题没有列出（--format json 列出的更多）");
        let told_en =
            format!("\n  {omitted} further findings are left out (--format json lists more)");
        output.line(language.pick(told, told_en));
    }
}

fn write_undecided(verdict: &Verdict, output: &mut Output) {
    if verdict.not_assessed.is_empty() {
        return;
    }
    let (language, paint) = (output.language, output.paint());
    let heading =
        language.pick("未能核对，不影响结论", "not assessed; does not change the outcome");
    output.line(format_args!("\n  {}", paint.faint(heading)));
    for line in not_assessed_lines(&verdict.not_assessed, language) {
        output.line(format_args!("      {}", paint.faint(line)));
    }
}

fn heading(report: &Report, language: Language) -> String {
    let unknown = language.pick("机关不明", "unknown organ");
    let organ = report.organization.as_deref().unwrap_or(unknown).to_owned();
    let year = match (&report.year, language) {
        (Some(year), Language::Zh) => format!("{year}年度"),
        (Some(year), Language::En) => year.to_string(),
        (None, _) => language.pick("年度不明", "unknown year").to_owned(),
    };
    let kind = kind_word(report.kind, language).to_owned();
    let edition = edition_words(report, language);
    [organ, year, kind, edition, level_words(report.standing, language)].join(" · ")
}

/// Own or consolidated, in words.
pub fn kind_word(kind: ReportKind, language: Language) -> &'static str {
    match kind {
        ReportKind::Own => language.pick("本机关", "own"),
        ReportKind::Consolidated => language.pick("本级汇总", "consolidated"),
    }
}

fn edition_words(report: &Report, language: Language) -> String {
    let edition = report.edition;
    let words = language.pick(format!("{edition}年版格式"), format!("form of {edition}"));
    match report.edition_certain {
        true => words,
        false => {
            words
                + language
                    .pick("（按年度推定，表格标签未能说明）", " (by the year, not by its labels)")
        }
    }
}

fn level_words(standing: Standing, language: Language) -> String {
    let Some(level) = standing.level else {
        return language.pick("层级不明", "unknown level").to_owned();
    };
    let source = match standing.source {
        LevelSource::Flag => language.pick("按 --level", "by --level"),
        LevelSource::Record => language.pick("按登记信息", "by its record"),
        LevelSource::Name => language.pick("按名称判断", "by its name"),
        LevelSource::Unknown => language.pick("来源不明", "source unknown"),
    };
    language.pick(format!("{}（{source}）", level.chinese()), format!("{level} ({source})"))
}

/// What the report was compared with, where anything was given.
fn compared_words(compared: &Compared, language: Language) -> Option<String> {
    let Compared { previous, siblings, children } = compared;
    let previous = previous.as_ref().map(|(source, year)| {
        language
            .pick(format!("上年 {source}（{year} 年度）"), format!("last year's {source} ({year})"))
    });
    let siblings = siblings
        .map(|n| language.pick(format!("同级机关 {n} 份"), format!("{n} reports of siblings")));
    let children = children
        .map(|n| language.pick(format!("下级单位 {n} 份"), format!("{n} reports of units")));
    let words: Vec<_> = [previous, siblings, children].into_iter().flatten().collect();
    let label = language.pick("  比较：", "  compared with: ");
    let words = words.join(language.pick("；", "; "));
    (!words.is_empty()).then(|| format!("{label}{words}"))
}

fn outcome_word(outcome: Outcome, language: Language) -> &'static str {
    match outcome {
        Outcome::Valid => language.pick("没有阻断性问题，也没有警告", "valid"),
        Outcome::Warnings => language.pick("有警告，没有阻断性问题", "warnings, nothing blocking"),
        Outcome::Invalid => language.pick("有阻断性问题", "blocking findings"),
        Outcome::Unreadable => language.pick("无法读取", "unreadable"),
    }
}

impl Tally {
    fn add(&mut self, outcome: Outcome) {
        self.documents += 1;
        self.exit = self.exit.and(outcome.exit());
        *match outcome {
            Outcome::Valid => &mut self.valid,
            Outcome::Warnings => &mut self.warnings,
            Outcome::Invalid => &mut self.invalid,
            Outcome::Unreadable => &mut self.unreadable,
        } += 1;
    }

    fn summary(&self, language: Language) -> String {
        let Self { documents, valid, warnings, invalid, unreadable, exit: _ } = self;
        language.pick(
            format!(
                "共 {documents} 份：没有问题 {valid}，有警告 {warnings}，有阻断性问题 {invalid}，无法读取 {unreadable}"
            ),
            format!(
                "{documents} documents: {valid} valid, {warnings} with warnings, {invalid} with blocking findings, {unreadable} unreadable"
            ),
        )
    }
}
