//! The words of a report, both ways.

use nianbao_domain::report::{Narrative, SectionText};
use nianbao_proto::v1;

use crate::violation::{Faults, Path};
use crate::{limits, text};

/// The words on the wire.
pub(super) fn message(narrative: &Narrative) -> v1::Narrative {
    let Narrative { preamble, sections, closing } = narrative;
    let section = |SectionText { number, title, text }: &SectionText| v1::NarrativeSection {
        number: i32::from(*number),
        title: title.clone(),
        text: text.clone(),
    };
    v1::Narrative {
        preamble: preamble.clone(),
        sections: sections.iter().map(section).collect(),
        closing: closing.clone(),
    }
}

/// Reads the words, whose sections stand in the order of the document.
pub(super) fn read(narrative: v1::Narrative, at: &Path<'_>, faults: &mut Faults) -> Narrative {
    if bytes(&narrative) > limits::NARRATIVE_BYTES {
        let most = limits::NARRATIVE_BYTES;
        faults.invalid(at, format_args!("longer than {most} bytes in all"));
        return Narrative::default();
    }
    let v1::Narrative { preamble, sections, closing } = narrative;
    text::without_null(&preamble, &at.field("preamble"), faults);
    text::without_null(&closing, &at.field("closing"), faults);
    let mut read: Vec<SectionText> = Vec::new();
    for (place, section) in sections.into_iter().enumerate() {
        let at = &at.item("sections", place);
        let Some(section) = read_section(section, at, faults) else { continue };
        if read.iter().any(|other| other.number == section.number) {
            let number = section.number;
            faults.invalid(&at.field("number"), format_args!("section {number} is there twice"));
        } else {
            read.push(section);
        }
    }
    Narrative { preamble, sections: read, closing }
}

fn read_section(
    section: v1::NarrativeSection,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<SectionText> {
    let v1::NarrativeSection { number, title, text } = section;
    let title = text::text(title, limits::TITLE, &at.field("title"), faults);
    text::without_null(&text, &at.field("text"), faults);
    match u8::try_from(number) {
        Ok(number @ 1..=6) => Some(SectionText { number, title, text }),
        Ok(_) | Err(_) => {
            let field = &at.field("number");
            faults.invalid(field, format_args!("{number} is no section: 1 to 6 are"));
            None
        }
    }
}

fn bytes(narrative: &v1::Narrative) -> usize {
    let sections = narrative.sections.iter().map(|it| it.title.len() + it.text.len());
    narrative.preamble.len() + narrative.closing.len() + sections.sum::<usize>()
}
