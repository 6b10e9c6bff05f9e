//! How far each glyph moves the pen, in thousandths of the size.

use std::collections::BTreeMap;

use crate::ReadError;
use crate::page::pdf::file::File;
use crate::page::pdf::object::{Dictionary, Object};

/// The widths of a font.
#[derive(Clone, Debug, Default)]
pub(super) struct Widths {
    single: BTreeMap<u32, f32>,
    /// Sorted.
    ranges: Vec<(u32, u32, f32)>,
    otherwise: f32,
}

impl Widths {
    /// Those of a font with codes of one byte.
    pub(super) fn simple(
        file: &File<'_>,
        font: &Dictionary,
        descriptor: &Dictionary,
    ) -> Result<Self, ReadError> {
        let first = file.get(font, b"FirstChar")?.index().unwrap_or(0);
        let widths = file.get(font, b"Widths")?;
        let mut single = BTreeMap::new();
        for (code, width) in (first..=255).zip(widths.array().unwrap_or_default()) {
            single.extend(file.resolve(width)?.number().map(|width| (code, width as f32)));
        }
        let missing = file.get(descriptor, b"MissingWidth")?.number().unwrap_or(0.0) as f32;
        let otherwise = if single.is_empty() && missing == 0.0 { 500.0 } else { missing };
        Ok(Self { single, ranges: Vec::new(), otherwise })
    }

    /// Those of a font whose glyphs have numbers.
    pub(super) fn composite(file: &File<'_>, descendant: &Dictionary) -> Result<Self, ReadError> {
        let otherwise = file.get(descendant, b"DW")?.number().unwrap_or(1000.0) as f32;
        let mut widths = Self { otherwise, ..Self::default() };
        let array = file.get(descendant, b"W")?;
        let mut values = array.array().unwrap_or_default().iter();
        while let (Some(first), Some(second)) = (values.next(), values.next()) {
            let (first, second) = (file.resolve(first)?, file.resolve(second)?);
            let Some(from) = first.index() else { break };
            file.spend(second.array().map_or(1, <[Object]>::len))?;
            if let Some(each) = second.array() {
                let numbered = (from..=u32::MAX).zip(each);
                let numbered = numbered.filter_map(|(at, it)| Some((at, it.number()? as f32)));
                widths.single.extend(numbered);
            } else if let (Some(to), Some(width)) = (second.index(), values.next()) {
                widths.push_range(from, to, width);
            }
        }
        widths.ranges.sort_by_key(|(from, to, _)| (*from, *to));
        Ok(widths)
    }

    fn push_range(&mut self, from: u32, to: u32, width: &Object) {
        if let Some(width) = width.number() {
            self.ranges.push((from, to, width as f32));
        }
    }

    /// The width of a glyph.
    pub(super) fn of(&self, glyph: u32) -> f32 {
        let ranged = || {
            let at = self.ranges.partition_point(|(from, _, _)| *from <= glyph);
            let (_, to, width) = self.ranges.get(at.checked_sub(1)?)?;
            (glyph <= *to).then_some(*width)
        };
        self.single.get(&glyph).copied().or_else(ranged).unwrap_or(self.otherwise)
    }
}
