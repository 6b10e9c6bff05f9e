//! The content of pages, in the operators of each producer.

use std::fmt::Write;

use super::file::Codebook;
use super::typesetting::{Mark, Page, width};
use super::{Codes, Lines, Producer};

pub const HEIGHT: f32 = 842.0;

pub fn content(page: &Page, producer: &Producer, book: &mut Codebook) -> String {
    let mut out = String::new();
    if producer.flipped {
        let _ = writeln!(out, "1 0 0 -1 0 {HEIGHT} cm");
    }
    if producer.turned {
        // The page is turned by a quarter, and so is what stands on it.
        let _ = writeln!(out, "0 1 -1 0 {HEIGHT} 0 cm");
    }
    if producer.invisible {
        out.push_str("3 Tr\n");
    }
    let y = |y: f32| if producer.flipped { y } else { HEIGHT - y };
    for mark in page {
        match mark {
            Mark::Box { x, y: top, width, height } => {
                lines(&mut out, producer.lines, [*x, y(*top), *width, y(top + height) - y(*top)]);
            }
            Mark::Text { x, y: down, size, text } if producer.each_character => {
                let mut x = *x;
                for c in text.chars() {
                    show(&mut out, producer, book, (x, y(*down)), *size, &c.to_string());
                    x += width(c) * size;
                }
            }
            Mark::Text { x, y: down, size, text } => {
                show(&mut out, producer, book, (*x, y(*down)), *size, text);
            }
        }
    }
    out
}

fn lines(out: &mut String, lines: Lines, [x, y, width, height]: [f32; 4]) {
    let (right, end) = (x + width, y + height);
    let mut edge = |x: f32, y: f32, to: (f32, f32)| match lines {
        Lines::Rectangles => {
            let (wide, tall) = ((to.0 - x).max(0.48), if to.1 == y { 0.48 } else { to.1 - y });
            let _ = writeln!(out, "{x} {y} {wide} {tall} re f*");
        }
        _ => {
            let _ = writeln!(out, "q 0.5 w {x} {y} m {} {} l S Q", to.0, to.1);
        }
    };
    match lines {
        Lines::Nothing => {}
        Lines::Boxes => {
            let sign = height.signum();
            let _ = writeln!(
                out,
                "{} {} {} {} re S",
                x + 0.6,
                y + 0.6 * sign,
                width - 1.2,
                height - 1.2 * sign
            );
        }
        Lines::Rectangles | Lines::Strokes => {
            edge(x, y, (right, y));
            edge(x, end, (right, end));
            edge(x, y, (x, end));
            edge(right, y, (right, end));
        }
    }
}

/// Shows words; those of fonts of one byte may need several fonts.
fn show(
    out: &mut String,
    producer: &Producer,
    book: &mut Codebook,
    (x, y): (f32, f32),
    size: f32,
    text: &str,
) {
    let down = if producer.flipped { -1 } else { 1 };
    let _ = write!(out, "BT 1 0 0 {down} {x} {y} Tm ");
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let font = book.font(first);
        let end = rest.find(|c| book.font(c) != font).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        let codes: String = piece.chars().map(|c| book.code(c)).collect();
        let _ = write!(out, "/F{font} {size} Tf ");
        // Kerning back and forth, as producers do.
        match codes.split_at_checked(4) {
            Some((head, tail)) if !tail.is_empty() && producer.codes != Codes::Gbk => {
                let _ = write!(out, "[<{head}> -20 <> 20 <{tail}>] TJ ");
            }
            _ => {
                let _ = write!(out, "<{codes}> Tj ");
            }
        }
        rest = after;
    }
    out.push_str("ET\n");
}
