//! The words of a report.

/// The narrative: paragraphs are separated by line feeds; tables inside text are kept as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrative {
    /// What stands before section 一.
    pub preamble: String,
    /// The text of the six sections without their titles; 二, 三 and 四 may have text beside their table.
    pub sections: [String; 6],
    /// What stands behind section 六: signature and date.
    pub closing: String,
}

impl Narrative {
    /// Every part with its section number: 0 the preamble, 1 to 6, 7 the closing.
    pub fn parts(&self) -> impl Iterator<Item = (u8, &str)> {
        let sections = self.sections.iter().map(String::as_str);
        (0u8..).zip(
            std::iter::once(self.preamble.as_str())
                .chain(sections)
                .chain(std::iter::once(self.closing.as_str())),
        )
    }

    /// The text of section 1 to 6; empty for any other number.
    pub fn section(&self, number: u8) -> &str {
        let index = usize::from(number).checked_sub(1);
        index.and_then(|index| self.sections.get(index)).map_or("", String::as_str)
    }
}
