//! Rules of a server for people and tables.

use nianbao_domain::finding::Severity;
use nianbao_domain::form::Edition;
use nianbao_domain::organization::Level;
use nianbao_domain::report::ReportKind;
use nianbao_domain::user_rule::RuleState;
use nianbao_proto::v1::{ListRulesResponse, Rule, RuleOrigin};
use nianbao_wire::Concept;

use super::COLLECTION;
use crate::arguments::DataFormat;
use crate::failure::Failure;
use crate::language::Language;
use crate::listing;
use crate::output::Output;
use crate::record;

const HEADER: [&str; 11] = [
    "code",
    "origin",
    "title",
    "severity",
    "levels",
    "editions",
    "kinds",
    "state",
    "hit_reports",
    "condition",
    "basis",
];

/// Writes one rule.
pub fn one(rule: &Rule, format: DataFormat, output: &mut Output) -> Result<(), Failure> {
    match format {
        DataFormat::Text => write_text(rule, output),
        DataFormat::Json => output.json_lines(rule),
        DataFormat::Csv => write_records(std::slice::from_ref(rule), output)?,
    }
    Ok(())
}

/// Writes rules that were written.
pub fn several(rules: &[Rule], format: DataFormat, output: &mut Output) -> Result<(), Failure> {
    match format {
        DataFormat::Csv => write_records(rules, output),
        DataFormat::Text | DataFormat::Json => {
            rules.iter().try_for_each(|rule| one(rule, format, output))
        }
    }
}

/// Writes rules as a listing for people.
pub fn listing(answer: &ListRulesResponse, output: &mut Output) {
    let language = output.language;
    let heading = language.pick(
        ["编号", "严重程度", "状态", "命中", "标题"],
        ["CODE", "SEVERITY", "STATE", "HITS", "TITLE"],
    );
    let row = |rule: &Rule| {
        let (severity, state) = (severity(rule).to_owned(), state(rule, language));
        let title = language.pick(&rule.title_zh, title_en(rule)).clone();
        let hits = if is_of_user(rule) { rule.hit_reports.to_string() } else { String::new() };
        vec![code(rule).to_owned(), severity, state, hits, title]
    };
    let rows: Vec<_> = answer.rules.iter().map(row).collect();
    listing::aligned(&heading, &rows).iter().for_each(|line| output.line(line));
    let version = &answer.rule_set;
    output.line(language.pick(format!("规则集 {version}"), format!("rule set {version}")));
}

/// Writes rules as a table.
pub fn write_records(rules: &[Rule], output: &mut Output) -> Result<(), Failure> {
    record::write(output, &HEADER.map(str::to_owned))?;
    rules.iter().try_for_each(|rule| record::write(output, &fields(rule, output.language)))
}

fn fields(rule: &Rule, language: Language) -> [String; 11] {
    let catalogue = rule.catalogue.as_ref();
    let condition = catalogue.map_or(&rule.expression, |it| &it.formula);
    [
        code(rule).to_owned(),
        if is_of_user(rule) { "user" } else { "catalogue" }.to_owned(),
        language.pick(&rule.title_zh, title_en(rule)).clone(),
        severity(rule).to_owned(),
        codes::<Level>(&rule.levels, Level::code),
        codes::<Edition>(&rule.editions, Edition::code),
        codes::<ReportKind>(&rule.kinds, ReportKind::code),
        RuleState::from_wire(rule.state).map_or("", RuleState::code).to_owned(),
        rule.hit_reports.to_string(),
        condition.clone(),
        rule.basis.clone(),
    ]
}

fn write_text(rule: &Rule, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    if let Some(catalogue) = &rule.catalogue {
        let page = language.pick(&catalogue.page_zh, &catalogue.page_en);
        page.trim_end().lines().for_each(|line| output.line(line));
        let status = language.pick(&catalogue.status_zh, &catalogue.status_en);
        output.line(format_args!("\n{status}"));
        return;
    }
    output.line(format_args!("{}  {}", paint.strong(&rule.name), rule.title_zh));
    let hits = language.pick(
        format!("最近一次保存的校验中命中 {} 份年报", rule.hit_reports),
        format!("{} reports when last checked and stored", rule.hit_reports),
    );
    let vectors = rule.vectors.len().to_string();
    let lines = [
        (("状态", "state"), state(rule, language)),
        (("严重程度", "severity"), severity(rule).to_owned()),
        (("表达式", "expression"), rule.expression.clone()),
        (("消息", "message"), rule.message_zh.clone()),
        (("英文消息", "message (en)"), rule.message_en.clone()),
        (("依据", "basis"), rule.basis.clone()),
        (("层级", "levels"), codes::<Level>(&rule.levels, Level::code)),
        (("格式", "editions"), codes::<Edition>(&rule.editions, Edition::code)),
        (("类别", "kinds"), codes::<ReportKind>(&rule.kinds, ReportKind::code)),
        (("例子", "vectors"), vectors),
        (("命中", "hits"), hits),
        (("etag", "etag"), rule.etag.clone()),
    ];
    for ((zh, en), value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        let name = paint.faint(language.pick(format!("{zh}："), format!("{en}: ")));
        output.line(format_args!("  {name}{value}"));
    }
}

fn code(rule: &Rule) -> &str {
    rule.name.strip_prefix(COLLECTION).unwrap_or(&rule.name)
}

/// A rule that a user wrote has a Chinese title only.
fn title_en(rule: &Rule) -> &String {
    if rule.title_en.is_empty() { &rule.title_zh } else { &rule.title_en }
}

fn is_of_user(rule: &Rule) -> bool {
    rule.origin() == RuleOrigin::User
}

fn severity(rule: &Rule) -> &'static str {
    Severity::from_wire(rule.severity).map_or("", Severity::code)
}

/// Where a user rule stands, or what decides one of the catalogue.
fn state(rule: &Rule, language: Language) -> String {
    let state = RuleState::from_wire(rule.state);
    let catalogue = || {
        let status = rule.catalogue.as_ref()?.status();
        Some(status.as_str_name().trim_start_matches("RULE_STATUS_").to_ascii_lowercase())
    };
    let state = state.map(|state| language.pick(state.chinese(), state.code()).to_owned());
    state.or_else(catalogue).unwrap_or_default()
}

fn codes<C: Concept>(numbers: &[i32], code: fn(C) -> &'static str) -> String {
    let codes = numbers.iter().filter_map(|number| C::from_wire(*number)).map(code);
    codes.collect::<Vec<_>>().join(" ")
}
