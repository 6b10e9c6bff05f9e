//! What the elements of a page mean for its text.

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Its content is not text of the page.
    Dropped,
    /// Navigation: dropped where it is closed.
    Navigation,
    /// Begins and ends a line.
    Paragraph,
    /// Breaks a line.
    Break,
    /// Keeps the lines of its source.
    Preformatted,
    Table,
    /// `thead`, `tbody`, `tfoot`.
    RowGroup,
    Row,
    Cell,
    /// The words that name a table.
    Caption,
    /// The title of the page.
    Title,
    /// Metadata.
    Meta,
    /// `<link rel=canonical>`.
    Link,
    /// A picture.
    Picture,
    /// A link to something else.
    Anchor,
    /// A field of a form: its value is what a cell shows.
    Input,
    /// The same over several lines, between its tags.
    TextArea,
    /// A choice of a form, which hides the rest of itself.
    Select,
    /// Raised above the line: the number of a note, or an exponent.
    Raised,
    /// Anything within a line.
    Inline,
}

impl Element {
    /// The meaning of a tag; the tokenizer has made its name lower case.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"script" | b"style" | b"noscript" | b"template" | b"svg" | b"iframe" | b"object"
            | b"button" | b"audio" | b"video" | b"canvas" | b"xml" | b"rt" | b"rp" | b"del"
            | b"s" | b"strike" => Self::Dropped,
            b"nav" | b"aside" => Self::Navigation,
            b"input" => Self::Input,
            b"textarea" => Self::TextArea,
            b"select" => Self::Select,
            b"sup" => Self::Raised,
            b"br" => Self::Break,
            b"pre" => Self::Preformatted,
            b"table" => Self::Table,
            b"thead" | b"tbody" | b"tfoot" => Self::RowGroup,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"caption" => Self::Caption,
            b"title" => Self::Title,
            b"meta" => Self::Meta,
            b"link" => Self::Link,
            b"img" => Self::Picture,
            b"a" | b"embed" => Self::Anchor,
            b"p" | b"div" | b"li" | b"ul" | b"ol" | b"dl" | b"dt" | b"dd" | b"h1" | b"h2"
            | b"h3" | b"h4" | b"h5" | b"h6" | b"section" | b"article" | b"header" | b"footer"
            | b"main" | b"address" | b"form" | b"center" | b"blockquote" | b"figure"
            | b"figcaption" | b"fieldset" | b"hr" | b"body" | b"html" | b"head"
            | b"ucapcontent" => Self::Paragraph,
            _ => Self::Inline,
        }
    }
}
