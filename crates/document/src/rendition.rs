//! What a report can be written as.

use std::fmt;
use std::str::FromStr;

/// A form in which a report leaves the system; reading it again gives the same report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rendition {
    /// One self-contained web page.
    Html,
    /// Text with pipe tables.
    Markdown,
    /// The figures alone, a line a printed cell.
    Csv,
    /// A workbook with the three tables as on the form.
    Xlsx,
    /// The official document as a word processor's file.
    Docx,
    /// The official document as pages.
    Pdf,
    /// `nianbao.v1.Report` in the standard JSON form.
    Json,
}

/// A code that names no [`Rendition`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is nothing that a report can be written as")]
pub struct UnknownRendition(pub String);

impl Rendition {
    /// Every rendition.
    pub const ALL: [Self; 7] =
        [Self::Html, Self::Markdown, Self::Csv, Self::Xlsx, Self::Docx, Self::Pdf, Self::Json];

    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Json => "json",
        }
    }

    /// The media type, without parameters; text is in UTF-8.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Markdown => "text/markdown",
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Json => "application/json",
        }
    }

    /// What the name of a file ends with, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html | Self::Csv | Self::Xlsx | Self::Docx | Self::Pdf | Self::Json => {
                self.code()
            }
        }
    }

    /// Whether it is text that a terminal can show.
    pub const fn is_text(self) -> bool {
        match self {
            Self::Html | Self::Markdown | Self::Csv | Self::Json => true,
            Self::Xlsx | Self::Docx | Self::Pdf => false,
        }
    }
}

impl fmt::Display for Rendition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Rendition {
    type Err = UnknownRendition;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|it| it.code() == code);
        found.ok_or_else(|| UnknownRendition(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_as_the_same_rendition() {
        for rendition in Rendition::ALL {
            assert_eq!(rendition.to_string().parse(), Ok(rendition));
        }
        assert_eq!("ofd".parse::<Rendition>(), Err(UnknownRendition("ofd".to_owned())));
    }

    #[test]
    fn what_is_written_is_recognized_by_its_media_type_where_it_is_text() {
        for rendition in Rendition::ALL.into_iter().filter(|it| it.is_text()) {
            let media_type = Some(rendition.media_type());
            assert!(crate::Format::detect(b"x", media_type, None).is_ok(), "{rendition}");
        }
    }
}
