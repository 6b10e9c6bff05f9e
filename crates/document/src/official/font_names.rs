//! Which font for what.

/// What a font is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FontRole {
    /// The title: 小标宋.
    Title,
    /// Headings of the first level, `一、`: 黑体.
    Heading,
    /// Headings of the second level, `（一）`: 楷体.
    SecondHeading,
    /// Everything else that is read: 仿宋.
    Body,
    /// Page numbers: 宋体.
    PageNumber,
}

impl FontRole {
    /// Every role.
    pub const ALL: [Self; 5] =
        [Self::Title, Self::Heading, Self::SecondHeading, Self::Body, Self::PageNumber];

    /// The role as settings name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::SecondHeading => "second_heading",
            Self::Body => "body",
            Self::PageNumber => "page_number",
        }
    }

    /// The font that official documents are set in. Most of these are licensed: a document may
    /// name them, but only who has a licence may embed them.
    pub const fn official(self) -> &'static str {
        match self {
            Self::Title => "方正小标宋简体",
            Self::Heading => "黑体",
            Self::SecondHeading => "楷体_GB2312",
            Self::Body => "仿宋_GB2312",
            Self::PageNumber => "宋体",
        }
    }

    const fn place(self) -> usize {
        match self {
            Self::Title => 0,
            Self::Heading => 1,
            Self::SecondHeading => 2,
            Self::Body => 3,
            Self::PageNumber => 4,
        }
    }
}

/// The families that somebody asked for; nothing where the choice is left open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FontNames {
    names: [Option<String>; FontRole::ALL.len()],
}

impl FontNames {
    /// With a family for a role; an empty name leaves the choice open.
    #[must_use]
    pub fn with(mut self, role: FontRole, family: impl Into<String>) -> Self {
        self.names[role.place()] = Some(family.into()).filter(|family| !family.trim().is_empty());
        self
    }

    /// The family asked for.
    pub fn get(&self, role: FontRole) -> Option<&str> {
        self.names[role.place()].as_deref()
    }

    /// The family asked for, or else the one of official documents.
    pub fn or_official(&self, role: FontRole) -> &str {
        self.get(role).unwrap_or(role.official())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_nobody_gave_is_the_one_of_official_documents() {
        let names =
            FontNames::default().with(FontRole::Body, "FandolFang").with(FontRole::Title, " ");
        assert_eq!(names.or_official(FontRole::Body), "FandolFang");
        assert_eq!(names.or_official(FontRole::Title), "方正小标宋简体");
        assert_eq!(names.get(FontRole::Title), None);
    }

    #[test]
    fn every_role_has_a_place_of_its_own() {
        for (place, role) in FontRole::ALL.into_iter().enumerate() {
            assert_eq!(role.place(), place);
        }
    }
}
