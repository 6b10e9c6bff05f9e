//! The titles of the sections, a part of STR-001: the form's words, or none.

use crate::finding::{Observation, Quote};
use crate::form::{Section, fold};
use crate::rules::{Case, naming};

/// A title as printed, and the line of the document where it is known.
struct Title<'a> {
    line: u32,
    text: &'a str,
}

/// What a title other than the form's gives reason to say.
pub(super) fn deviation(case: &Case<'_>, section: &Section) -> Option<Observation> {
    let title = printed(case, section)?;
    if title.text == section.title || fold(title.text) == fold(section.title) {
        return None;
    }
    let number = naming::chinese(section.number);
    let printed = naming::shortened(title.text);
    let seen = Observation::new(
        format!(
            "第{number}部分的标题是“{printed}”，与格式不同；请改为“{number}、{}”",
            section.title
        ),
        format!("section {} is titled “{printed}” instead of “{}”", section.number, section.title),
    );
    let quote =
        Quote { section: section.number, line: title.line, text: printed.clone(), ordinal: 0 };
    Some(seen.expected(section.title, printed).quoting(quote))
}

/// An empty title is the form's.
fn printed<'a>(case: &Case<'a>, section: &Section) -> Option<Title<'a>> {
    let headings = case.document.into_iter().flat_map(|document| &document.headings);
    let mut headings = headings.filter(|heading| heading.section == section.number);
    let heading = headings.next().map(|heading| &heading.title);
    let written = case.content.narrative.section(section.number).map(|it| it.title.as_str());
    let text = match written {
        Some(title) if !title.trim().is_empty() => title,
        _ => heading.map(|title| title.text.as_str())?,
    };
    let line = heading.map(|title| title.line).unwrap_or_default();
    (!text.trim().is_empty()).then_some(Title { line, text: text.trim() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn warned(title: &str) -> Vec<(Severity, String)> {
        let mut content = trial::content();
        content.narrative.sections = [1, 5, 6].map(|number| trial::section(number, "")).to_vec();
        content.narrative.sections[0].title = title.to_owned();
        let findings = trial::of("STR-001", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.expected)).collect()
    }

    #[test]
    fn the_title_of_the_form_may_be_spaced_and_marked() {
        assert_eq!(warned(""), []);
        assert_eq!(warned("总体　情况："), []);
    }

    #[test]
    fn another_title_is_a_warning_with_the_title_of_the_form() {
        assert_eq!(warned("概述"), [(Severity::Warning, "总体情况".to_owned())]);
    }
}
