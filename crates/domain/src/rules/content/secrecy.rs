//! CNT-003: no secrecy marking in the head of the report.
//!
//! A marking is the level with a star behind it (秘密★1年). It is looked for where markings stand: in
//! the title, in the preamble, and among the lines of the page that import left out. A level on a line
//! of its own, without a star, only warns. In running prose the words mean nothing.

use crate::finding::{Observation, Quote, StageSeverity};
use crate::rules::naming::shortened;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("CNT-003", check);

const LEVELS: [&str; 3] = ["绝密", "机密", "秘密"];
const STARS: [char; 4] = ['★', '☆', '⭑', '⋆'];

/// How certain a marking is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marking {
    /// The level with a star.
    Starred,
    /// The level alone.
    Bare,
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let content = case.content;
    let title = std::iter::once((0, content.title.as_str()));
    let preamble = (1..).zip(content.narrative.preamble.lines());
    let chrome = case.document.into_iter().flat_map(|document| &document.chrome);
    let chrome = chrome.map(|line| (line.line, line.text.as_str()));
    for (line, text) in title.chain(preamble).chain(chrome) {
        let Some(marking) = marking(text) else { continue };
        let (severity, seen) = observation(marking, text.trim());
        let quote = Quote { section: 0, line, text: shortened(text.trim()), ordinal: 0 };
        sink.raise_as(severity, seen.quoting(quote));
    }
}

fn marking(line: &str) -> Option<Marking> {
    let words = line.trim();
    LEVELS.iter().find_map(|level| {
        let behind = &words[words.find(level)? + level.len()..];
        let behind = behind.strip_prefix('级').unwrap_or(behind).trim_start();
        let is_alone = words.starts_with(level) && behind.is_empty();
        match behind.starts_with(STARS) {
            true => Some(Marking::Starred),
            false => is_alone.then_some(Marking::Bare),
        }
    })
}

fn observation(marking: Marking, words: &str) -> (StageSeverity, Observation) {
    let (severity, zh) = match marking {
        Marking::Starred => (
            StageSeverity::BLOCKING,
            format!("页首有密级标志“{}”；涉密文件不得公开，请核实后处理", shortened(words)),
        ),
        Marking::Bare => (
            StageSeverity::WARNING,
            format!("页首单独一行写着“{}”，可能是密级标志；请核实", shortened(words)),
        ),
    };
    let en = format!("a secrecy marking in the head: “{}”", shortened(words));
    (severity, Observation::new(zh, en).found(shortened(words)))
}

#[cfg(test)]
mod tests {
    use crate::evidence::{DocumentEvidence, PlacedText};
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(preamble: &str, chrome: &str) -> Vec<(Severity, String)> {
        let mut content = trial::saying("做好秘密、机密文件的管理，密级标志为“秘密★1年”。");
        content.narrative.preamble = preamble.to_owned();
        let chrome = vec![PlacedText { line: 2, text: chrome.to_owned() }];
        let document = DocumentEvidence { chrome, ..DocumentEvidence::default() };
        let findings = trial::reading("CNT-003", &content, &document).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn a_level_with_a_star_blocks_wherever_the_head_has_it() {
        let blocked = [(Severity::Blocking, "秘密★1年".to_owned())];
        assert_eq!(of("秘密★1年", ""), blocked);
        assert_eq!(of("", " 秘密★1年 "), blocked);
        assert_eq!(of("机密级 ★", "")[0].0, Severity::Blocking);
    }

    #[test]
    fn a_level_on_a_line_of_its_own_warns() {
        assert_eq!(of("机密", ""), [(Severity::Warning, "机密".to_owned())]);
    }

    #[test]
    fn the_words_in_prose_mean_nothing() {
        assert_eq!(of("依法保守国家秘密和商业秘密。", "涉及国家秘密的信息除外"), []);
        assert_eq!(of("秘密级以上文件另行报送", ""), []);
    }
}
