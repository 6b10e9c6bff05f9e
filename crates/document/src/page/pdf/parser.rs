//! From tokens to values, without recursion.

use super::lexer::{Lexer, Token};
use super::limits::{DEPTH, VALUES_OF_AN_OBJECT};
use super::object::{Dictionary, Object};

/// What stands next.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Next<'a> {
    Value(Object),
    /// A word that is no value: an operator, `endobj`.
    Word(&'a [u8]),
}

/// An array or a dictionary that is still open.
struct Open {
    is_array: bool,
    values: Vec<Object>,
}

/// Reads one value, or a word that is none; none at the end of the bytes and for broken syntax.
/// Also says how many values it was.
pub(super) fn next<'a>(lexer: &mut Lexer<'a>) -> Option<(Next<'a>, usize)> {
    let mut open: Vec<Open> = Vec::new();
    let mut count = 0;
    loop {
        count += 1;
        if count > VALUES_OF_AN_OBJECT || open.len() > DEPTH {
            return None;
        }
        let value = match lexer.next()? {
            Token::Number(number) => Object::Number(number),
            Token::Name(name) => Object::Name(name.into()),
            Token::String(string) => Object::String(string.into()),
            Token::OpenArray => {
                open.push(Open { is_array: true, values: Vec::new() });
                continue;
            }
            Token::OpenDictionary => {
                open.push(Open { is_array: false, values: Vec::new() });
                continue;
            }
            Token::CloseArray => close(&mut open, true)?,
            Token::CloseDictionary => close(&mut open, false)?,
            Token::Word(b"true") => Object::Boolean(true),
            Token::Word(b"false") => Object::Boolean(false),
            Token::Word(b"null") => Object::Null,
            Token::Word(b"R") if !open.is_empty() => reference(&mut open.last_mut()?.values)?,
            Token::Word(word) if open.is_empty() => return Some((Next::Word(word), count)),
            Token::Word(_) => return None,
        };
        match open.last_mut() {
            Some(open) => open.values.push(value),
            None => return Some((Next::Value(value), count)),
        }
    }
}

fn close(open: &mut Vec<Open>, is_array: bool) -> Option<Object> {
    let closed = open.pop().filter(|closed| closed.is_array == is_array)?;
    Some(if is_array {
        Object::Array(closed.values)
    } else {
        Object::Dictionary(dictionary(closed.values))
    })
}

/// The reference that two numbers are.
fn reference(values: &mut Vec<Object>) -> Option<Object> {
    values.pop()?.number()?;
    values.pop()?.index().map(Object::Reference)
}

/// Names and values by turns; a value without a name is skipped.
fn dictionary(values: Vec<Object>) -> Dictionary {
    let mut pairs = Vec::with_capacity(values.len() / 2);
    let mut values = values.into_iter();
    while let Some(name) = values.next() {
        if let Object::Name(name) = name
            && let Some(value) = values.next()
        {
            pairs.push((name, value));
        }
    }
    Dictionary(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<Object> {
        match next(&mut Lexer::new(text.as_bytes(), 0))?.0 {
            Next::Value(value) => Some(value),
            Next::Word(_) => None,
        }
    }

    #[test]
    fn references_stand_among_numbers() {
        let array = value("[1 12 0 R 2]").unwrap();
        let numbers = [Object::Number(1.0), Object::Reference(12), Object::Number(2.0)];
        assert_eq!(array.array().unwrap(), numbers);
        let dictionary = value("<</A 3 0 R/B[/C]/D null>>").unwrap();
        assert_eq!(dictionary.dictionary().unwrap().get(b"A"), Some(&Object::Reference(3)));
        assert_eq!(dictionary.dictionary().unwrap().0.len(), 3);
    }

    #[test]
    fn what_does_not_end_or_nests_too_deep_is_no_value() {
        assert_eq!(value("[1 2"), None);
        assert_eq!(value("[1 >>"), None);
        assert_eq!(value("[1 endobj ]"), None);
        assert_eq!(value(&"[".repeat(100_000)), None);
    }
}
