//! The words of a report.

/// The narrative: paragraphs are separated by line feeds; tables inside text are kept as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrative {
    /// What stands before section 一.
    pub preamble: String,
    /// The sections that the document has, in its order, each number at most once.
    pub sections: Vec<SectionText>,
    /// What stands behind section 六: signature and date.
    pub closing: String,
}

/// The text of one section; 二, 三 and 四 may have text beside their table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionText {
    /// 1 to 6, printed 一 to 六.
    pub number: u8,
    /// The title as printed, without its number; empty where it is the title of the form.
    pub title: String,
    /// The text.
    pub text: String,
}

/// A part of the narrative that rules read: where it stands and its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// 1 to 6 for a section, 0 for preamble and closing.
    pub section: u8,
    /// The words.
    pub text: &'a str,
}

impl Narrative {
    /// Preamble, sections and closing, in reading order.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let part = |section, text| Part { section, text };
        let sections = self.sections.iter().map(move |it| part(it.number, it.text.as_str()));
        std::iter::once(part(0, self.preamble.as_str()))
            .chain(sections)
            .chain(std::iter::once(part(0, self.closing.as_str())))
    }

    /// The section with this number, 1 to 6, where the document has it.
    pub fn section(&self, number: u8) -> Option<&SectionText> {
        self.sections.iter().find(|section| section.number == number)
    }
}
