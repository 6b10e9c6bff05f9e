//! The words of a revision as JSON. Its own types: what is stored follows no other form.

use nianbao_domain::report::{Narrative, SectionText};
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredNarrative {
    preamble: String,
    sections: Vec<StoredSection>,
    closing: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredSection {
    number: u8,
    title: String,
    text: String,
}

/// The JSON of a narrative.
pub(crate) fn encode(narrative: &Narrative) -> Result<String, serde_json::Error> {
    let Narrative { preamble, sections, closing } = narrative.clone();
    let section = |SectionText { number, title, text }| StoredSection { number, title, text };
    let sections = sections.into_iter().map(section).collect();
    serde_json::to_string(&StoredNarrative { preamble, sections, closing })
}

/// The narrative of a JSON.
pub(crate) fn decode(json: &str) -> Result<Narrative, serde_json::Error> {
    let StoredNarrative { preamble, sections, closing } = serde_json::from_str(json)?;
    let section = |StoredSection { number, title, text }| SectionText { number, title, text };
    let sections = sections.into_iter().map(section).collect();
    Ok(Narrative { preamble, sections, closing })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_form_are_frozen() {
        let section =
            SectionText {
                number: 1, title: "总体情况".to_owned(), text: "一\n二".to_owned()
            };
        let narrative = Narrative {
            preamble: "根据\0".to_owned(),
            sections: vec![section],
            closing: String::new(),
        };
        let expected = r#"{"preamble":"根据\u0000","sections":[{"number":1,"title":"总体情况","text":"一\n二"}],"closing":""}"#;
        assert_eq!(encode(&narrative).unwrap(), expected);
        assert_eq!(decode(expected).unwrap(), narrative);
    }
}
