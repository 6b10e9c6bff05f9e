//! The tokens of PDF syntax (ISO 32000-1, 7.2).

use super::limits::STRING_BYTES;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    Number(f64),
    Name(Vec<u8>),
    String(Vec<u8>),
    OpenArray,
    CloseArray,
    OpenDictionary,
    CloseDictionary,
    /// Any other word: `obj`, `R`, `true`, an operator.
    Word(&'a [u8]),
}

/// Reads tokens one after the other.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    b"()<>[]{}/%".contains(&byte)
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at: at.min(bytes.len()) }
    }

    /// How far it has read.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Goes on elsewhere.
    pub(super) fn jump(&mut self, at: usize) {
        self.at = at.min(self.bytes.len());
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// Skips white space and comments.
    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    let line = self.bytes[self.at..].iter();
                    self.at += line.take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
                }
                byte if is_space(byte) => self.at += 1,
                _ => break,
            }
        }
    }

    /// The next token; none at the end, or where a string does not end.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        self.skip_space();
        let byte = self.peek()?;
        match byte {
            b'(' => self.literal_string().map(Token::String),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                Some(Token::OpenDictionary)
            }
            b'<' => self.hexadecimal_string().map(Token::String),
            b'>' => {
                self.at += if self.bytes.get(self.at + 1) == Some(&b'>') { 2 } else { 1 };
                Some(Token::CloseDictionary)
            }
            b'/' => Some(Token::Name(self.name())),
            b'[' | b']' => {
                self.at += 1;
                Some(if byte == b'[' { Token::OpenArray } else { Token::CloseArray })
            }
            b')' | b'{' | b'}' => {
                self.at += 1;
                Some(Token::Word(&self.bytes[self.at - 1..self.at]))
            }
            _ => Some(self.word()),
        }
    }

    fn word(&mut self) -> Token<'a> {
        let from = self.at;
        self.at += self.bytes[from..].iter().take_while(|byte| is_regular(**byte)).count();
        let word = &self.bytes[from..self.at];
        number(word).map_or(Token::Word(word), Token::Number)
    }

    fn name(&mut self) -> Vec<u8> {
        let from = self.at + 1;
        self.at = from + self.bytes[from..].iter().take_while(|byte| is_regular(**byte)).count();
        let mut rest = &self.bytes[from..self.at.min(from + STRING_BYTES)];
        let mut name = Vec::new();
        while let Some((byte, behind)) = rest.split_first() {
            let escaped = behind.split_at_checked(2).filter(|_| *byte == b'#');
            let code = |(pair, _): (&[u8], &[u8])| Some((hex(pair[0])? << 4) | hex(pair[1])?);
            match escaped.and_then(|it| Some((code(it)?, it.1))) {
                Some((byte, behind)) => {
                    name.push(byte);
                    rest = behind;
                }
                None => {
                    name.push(*byte);
                    rest = behind;
                }
            }
        }
        name
    }

    fn literal_string(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let (mut string, mut depth) = (Vec::new(), 1_usize);
        while string.len() < STRING_BYTES {
            let byte = self.take()?;
            match byte {
                b'\\' => string.extend(self.escape()?),
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            match byte {
                b')' if depth == 0 => return Some(string),
                b'\\' => {}
                byte => string.push(byte),
            }
        }
        None
    }

    /// What stands behind a backslash; nothing for a line that goes on.
    fn escape(&mut self) -> Option<Option<u8>> {
        let byte = self.take()?;
        Some(match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\n' => None,
            b'\r' => {
                self.at += usize::from(self.peek() == Some(b'\n'));
                None
            }
            b'0'..=b'7' => Some(self.octal(byte - b'0')),
            byte => Some(byte),
        })
    }

    fn octal(&mut self, first: u8) -> u8 {
        let mut value = first;
        for _ in 0..2 {
            let Some(digit @ b'0'..=b'7') = self.peek() else { break };
            self.at += 1;
            value = value.wrapping_mul(8).wrapping_add(digit - b'0');
        }
        value
    }

    fn hexadecimal_string(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let (mut string, mut half) = (Vec::new(), None);
        while string.len() < STRING_BYTES {
            let byte = self.take()?;
            match (hex(byte), half.take()) {
                (None, left) if byte == b'>' => {
                    string.extend(left.map(|high| high << 4));
                    return Some(string);
                }
                (None, _) if is_delimiter(byte) => return None,
                (None, left) => half = left,
                (Some(digit), None) => half = Some(digit),
                (Some(digit), Some(high)) => string.push((high << 4) | digit),
            }
        }
        None
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// A number; PDF knows no exponents. Some producers write `--5` or `0.00-41`, which is read up to
/// the second sign.
fn number(word: &[u8]) -> Option<f64> {
    let first = *word.first()?;
    if !(first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.')) {
        return None;
    }
    let (mut value, mut scale, mut digits) = (0.0_f64, 0.0_f64, 0);
    let unsigned = word.iter().skip_while(|byte| matches!(byte, b'+' | b'-'));
    for byte in unsigned {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                let digit = f64::from(byte - b'0');
                if scale == 0.0 {
                    value = value * 10.0 + digit;
                } else {
                    value += digit * scale;
                    scale /= 10.0;
                }
            }
            b'.' if scale == 0.0 => scale = 0.1,
            b'-' => break,
            _ => return None,
        }
    }
    let negative = first == b'-';
    (digits > 0 && value.is_finite()).then_some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &[u8]) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(text, 0);
        std::iter::from_fn(|| lexer.next()).collect()
    }

    #[test]
    fn a_name_without_end_keeps_its_beginning() {
        let long = [b"/", vec![b'a'; STRING_BYTES + 9].as_slice(), b" 7"].concat();
        let [Token::Name(name), Token::Number(7.0)] = &tokens(&long)[..] else { panic!() };
        assert_eq!(name.len(), STRING_BYTES);
        assert_eq!(tokens(b"/A#42#4/#"), [b"AB#4".to_vec(), b"#".to_vec()].map(Token::Name));
    }

    #[test]
    fn words_numbers_names_and_strings_are_told_apart() {
        let name = |name: &[u8]| Token::Name(name.to_vec());
        assert_eq!(
            tokens(b"/A#42% x\n-1.5 .25 +7 0 R[<< >>]"),
            [
                name(b"AB"),
                Token::Number(-1.5),
                Token::Number(0.25),
                Token::Number(7.0),
                Token::Number(0.0),
                Token::Word(b"R"),
                Token::OpenArray,
                Token::OpenDictionary,
                Token::CloseDictionary,
                Token::CloseArray
            ]
        );
    }

    #[test]
    fn strings_keep_their_parentheses_and_lose_their_escapes() {
        let string = |bytes: &[u8]| vec![Token::String(bytes.to_vec())];
        assert_eq!(tokens(b"(a(b)\\)\\101\\\n\\n)"), string(b"a(b))A\n"));
        assert_eq!(tokens(b"<4 14\n2 5>"), string(b"AB\x50"));
        assert_eq!(tokens(b"(never ends"), []);
    }
}
