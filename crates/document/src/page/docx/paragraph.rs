//! The properties of paragraphs and runs that matter.

use crate::package::{PackageError, Xml};

/// What a paragraph says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Properties {
    /// Its style.
    pub style: String,
    /// Its list; 0 takes it out of that of its style.
    pub list: Option<u32>,
    /// Its level in the list.
    pub level: Option<usize>,
    /// Whether its end was deleted while changes were tracked.
    pub is_deleted: bool,
}

/// What a run says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RunProperties {
    /// Whether it is hidden; none where only its style tells.
    pub is_hidden: Option<bool>,
    /// Its style.
    pub style: String,
    /// Whether it stands above or below the line.
    pub is_raised: bool,
}

/// Reads the properties of a paragraph, which have just begun.
pub(super) fn read(xml: &mut Xml<'_>) -> Result<Properties, PackageError> {
    let mut properties = Properties::default();
    xml.each(|tag, xml| {
        match tag.name() {
            "pStyle" => properties.style = tag.value().unwrap_or_default().into_owned(),
            "numId" => properties.list = tag.number("val"),
            "ilvl" => properties.level = tag.number("val"),
            "del" => properties.is_deleted = true,
            // What was so before a change that is tracked.
            "pPrChange" | "sectPr" | "rPrChange" | "numberingChange" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(properties)
}

/// Reads the properties of a run, which have just begun.
pub(super) fn run(xml: &mut Xml<'_>) -> Result<RunProperties, PackageError> {
    let mut properties = RunProperties::default();
    xml.each(|tag, xml| {
        match tag.name() {
            "vanish" => properties.is_hidden = Some(tag.is_on()),
            // What is struck out is no more said.
            "strike" | "dstrike" if tag.is_on() => properties.is_hidden = Some(true),
            "vertAlign" => properties.is_raised = tag.value().is_some_and(|it| it != "baseline"),
            "rStyle" => properties.style = tag.value().unwrap_or_default().into_owned(),
            "rPrChange" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(properties)
}
