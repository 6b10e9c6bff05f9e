//! 统一社会信用代码 printed on a page, well-formed or not.

use nianbao_domain::evidence::PlacedText;

/// What stands before a code that may be written wrongly.
const CAPTION: &str = "统一社会信用代码";
const LENGTH: usize = 18;
/// What is captioned as one and has no more characters is something else.
const SHORTEST: usize = LENGTH / 2;

/// The codes in the lines of a page: what is captioned as one, and what has the shape of one.
pub(crate) fn credit_codes<'a>(texts: impl Iterator<Item = (u32, &'a str)>) -> Vec<PlacedText> {
    let mut codes: Vec<PlacedText> = Vec::new();
    for (line, text) in texts {
        for code in of_line(text) {
            if !codes.iter().rev().take(64).any(|known| known.text == code) {
                codes.push(PlacedText { line, text: code.to_owned() });
            }
        }
    }
    codes
}

fn of_line(text: &str) -> Vec<&str> {
    if !may_have_one(text) {
        return Vec::new();
    }
    let tokens = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let mut codes: Vec<&str> = tokens.filter(|token| has_shape(token)).collect();
    if let Some((_, behind)) = text.split_once(CAPTION) {
        let behind = behind.trim_start_matches(|c: char| {
            !c.is_ascii_alphanumeric() && c.is_ascii() || "：（）".contains(c)
        });
        let end = behind.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(behind.len());
        let code = &behind[..end];
        if code.len() > SHORTEST && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Whether so many letters and digits stand together: in most lines they do not.
fn may_have_one(text: &str) -> bool {
    text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).any(|run| run.len() > SHORTEST)
}

/// Eighteen characters that begin like the code of an organ or an institution: 11, 12, 13, 19.
fn has_shape(token: &str) -> bool {
    let bytes = token.as_bytes();
    bytes.len() == LENGTH
        && bytes[0] == b'1'
        && b"1239".contains(&bytes[1])
        && bytes[2..8].iter().all(u8::is_ascii_digit)
        && bytes.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_by_their_shape_or_their_caption() {
        assert_eq!(of_line("area=11370883004325769B&fbtime=2020"), ["11370883004325769B"]);
        assert_eq!(of_line("索引号 12620600MB0523338C/2025-04735"), ["12620600MB0523338C"]);
        assert_eq!(of_line("统一社会信用代码：113708830043257"), ["113708830043257"]);
        assert!(of_line("电话 0751-3312345，2024年").is_empty());
    }
}
