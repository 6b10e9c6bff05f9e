//! A Chinese font, made here: the tests set and read real documents on machines that have none.
//!
//! TrueType with the characters of reports, each a glyph of its own without an outline: what is told
//! apart is which glyph stands where.

use std::ops::RangeInclusive;
use std::path::Path;

/// The family of the font.
pub const FAMILY: &str = "Specimen";
/// Another of its names, as Chinese fonts have.
pub const CHINESE_FAMILY: &str = "样本宋体";

/// The characters of the font, in their order.
const CHARACTERS: [RangeInclusive<u32>; 8] = [
    0x20..=0x7E,
    0xA0..=0xFF,
    0x2010..=0x203B,
    0x2160..=0x217B,
    0x2460..=0x249B,
    0x3000..=0x303F,
    0x4E00..=0x9FFF,
    0xFF00..=0xFFEF,
];
/// How many units an em has.
const EM: u16 = 1000;

/// Writes the font into a folder.
pub fn write(folder: &Path) {
    std::fs::write(folder.join("specimen.ttf"), font()).unwrap();
}

fn font() -> Vec<u8> {
    let glyphs = 1 + CHARACTERS.iter().map(|range| range.clone().count()).sum::<usize>();
    let glyphs = u16::try_from(glyphs).unwrap();
    file(&[
        (b"OS/2", os2()),
        (b"cmap", cmap()),
        (b"glyf", vec![0; 4]),
        (b"head", head()),
        (b"hhea", hhea(glyphs)),
        (b"hmtx", hmtx()),
        (b"loca", vec![0; 2 * (usize::from(glyphs) + 1)]),
        (b"maxp", words(&[1, 0, glyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])),
        (b"name", name()),
        (b"post", [words(&[3, 0]), vec![0; 28]].concat()),
    ])
}

/// The directory of tables, then the tables, each beginning at a multiple of four.
fn file(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = u16::try_from(tables.len()).unwrap();
    let power = count.ilog2();
    let mut directory = words(&[1, 0, count, 16 << power, u16::try_from(power).unwrap()]);
    directory.extend(words(&[16 * count - (16 << power)]));
    let mut body = Vec::new();
    for (tag, table) in tables {
        let at = 12 + 16 * tables.len() + body.len();
        directory.extend_from_slice(*tag);
        directory.extend(long(&[checksum(table), at.try_into().unwrap()]));
        directory.extend(long(&[table.len().try_into().unwrap()]));
        body.extend_from_slice(table);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    [directory, body].concat()
}

fn checksum(table: &[u8]) -> u32 {
    let word = |bytes: &[u8]| {
        bytes.iter().enumerate().map(|(at, it)| u32::from(*it) << (24 - 8 * at)).sum()
    };
    table.chunks(4).map(word).fold(0, u32::wrapping_add)
}

fn head() -> Vec<u8> {
    let times = [0; 8];
    let mut head = words(&[1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, EM]);
    head.extend(words(&times));
    head.extend(words(&[0, 0, EM, EM, 0, 8, 2, 0, 0]));
    head
}

fn hhea(glyphs: u16) -> Vec<u8> {
    let descent = 120_u16.wrapping_neg();
    words(&[1, 0, 880, descent, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, glyphs])
}

fn os2() -> Vec<u8> {
    let mut os2 = words(&[0, EM, 400, 5, 0]);
    os2.resize(62, 0);
    os2.extend(words(&[0x40, 0x20, 0xFFEF, 880, 120, 0, 880, 120]));
    os2
}

/// ASCII is half as wide as an em, everything else as wide.
fn hmtx() -> Vec<u8> {
    let advance = |it: u32| if it < 0x80 { EM / 2 } else { EM };
    let advances = CHARACTERS.into_iter().flatten().map(advance);
    std::iter::once(EM).chain(advances).flat_map(|it| words(&[it, 0])).collect()
}

/// Format 12: a group for each range.
fn cmap() -> Vec<u8> {
    let mut groups = Vec::new();
    let mut glyph = 1;
    for range in CHARACTERS {
        let (start, end) = range.into_inner();
        groups.extend(long(&[start, end, glyph]));
        glyph += end - start + 1;
    }
    let count = u32::try_from(CHARACTERS.len()).unwrap();
    let mut cmap = words(&[0, 1, 3, 10]);
    cmap.extend(long(&[12]));
    cmap.extend(words(&[12, 0]));
    cmap.extend(long(&[16 + 12 * count, 0, count]));
    cmap.extend(groups);
    cmap
}

/// Family, style, full and PostScript name in English, and the family in Chinese.
fn name() -> Vec<u8> {
    const ENGLISH: u16 = 0x409;
    const CHINESE: u16 = 0x804;
    let records = [
        (ENGLISH, 1, FAMILY),
        (ENGLISH, 2, "Regular"),
        (ENGLISH, 4, FAMILY),
        (ENGLISH, 6, FAMILY),
        (CHINESE, 1, CHINESE_FAMILY),
    ];
    let count = u16::try_from(records.len()).unwrap();
    let mut table = words(&[0, count, 6 + 12 * count]);
    let mut storage = Vec::new();
    for (language, id, text) in records {
        let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let (length, at) = (text.len().try_into().unwrap(), storage.len().try_into().unwrap());
        table.extend(words(&[3, 1, language, id, length, at]));
        storage.extend(text);
    }
    [table, storage].concat()
}

fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|it| it.to_be_bytes()).collect()
}

fn long(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|it| it.to_be_bytes()).collect()
}
