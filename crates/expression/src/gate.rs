//! What an expression has to be before the parser sees it: short, shallow and of known characters.
//!
//! The parser and the evaluator recurse and cannot be interrupted, so their work is bounded by what
//! they are given. The gate reads the same tokens as they do; what it does not know it refuses.

use nianbao_domain::user_rule::MAX_EXPRESSION;

use crate::error::Problem;
use crate::{ExpressionError, Position};

/// Deepest nesting of brackets, lists, signs and conditions.
pub(crate) const MAX_NESTING: usize = 8;
/// Most operators between two values: a chain of them nests in the parser's tree.
pub(crate) const MAX_OPERATORS: usize = 100;

/// Refuses what would keep the parser or the evaluator busy.
pub(crate) fn admit(source: &str) -> Result<(), ExpressionError> {
    if source.len() > MAX_EXPRESSION {
        return Err(ExpressionError::nowhere(Problem::TooLong(source.len())));
    }
    if source.trim().is_empty() {
        return Err(ExpressionError::nowhere(Problem::Empty));
    }
    let mut gate = Gate { rest: source, ..Gate::default() };
    gate.pass().map_err(|(problem, left)| {
        ExpressionError::at(Position::of_byte(source, source.len() - left), problem)
    })
}

/// A bracket that is open.
struct Open {
    closing: char,
    /// Signs before it.
    signs: usize,
    /// Conditions within it, since the last comma.
    conditions: usize,
    /// Dots before it, in the same chain.
    dots: usize,
}

#[derive(Default)]
struct Gate<'a> {
    rest: &'a str,
    open: Vec<Open>,
    /// Conditions outside all brackets.
    conditions: usize,
    /// Signs that wait for their operand.
    signs: usize,
    operators: usize,
    /// Whether the last token ends a value, so that an operator behind it stands between two.
    value_before: bool,
    /// How many dots are in the name or chain of calls that was last read.
    dots: usize,
}

/// What is wrong, and how many bytes were left there.
type Refusal = (Problem, usize);

impl Gate<'_> {
    fn pass(&mut self) -> Result<(), Refusal> {
        while let Some(c) = self.rest.chars().next() {
            let left = self.rest.len();
            self.token(c).map_err(|problem| (problem, left))?;
        }
        if self.open.is_empty() { Ok(()) } else { Err((Problem::Bracket, 0)) }
    }

    fn token(&mut self, c: char) -> Result<(), Problem> {
        match c {
            ' ' | '\t' | '\r' | '\n' => self.skip(1),
            '/' if self.rest.starts_with("//") => self.comment(),
            '\'' | '"' => self.quotation(c)?,
            '0'..='9' => self.number()?,
            'a'..='z' | 'A'..='Z' | '_' => self.word()?,
            '(' | '[' => self.opened(c)?,
            ')' | ']' => self.closed(c)?,
            _ => self.operator(c)?,
        }
        Ok(())
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn comment(&mut self) {
        self.skip(self.rest.find('\n').unwrap_or(self.rest.len()));
    }

    /// Where the parser would go on reading otherwise than seen here, the text is refused: raw and
    /// triple quotes, escapes of any length.
    fn quotation(&mut self, quote: char) -> Result<(), Problem> {
        let mut within = self.rest.char_indices().skip(1);
        while let Some((at, c)) = within.next() {
            match c {
                '\n' | '\r' => break,
                '\\' if !matches!(within.next(), Some((_, '\\' | '\'' | '"'))) => break,
                _ if c == quote => {
                    self.skip(at + 1);
                    self.value_before = true;
                    self.signs = 0;
                    return if self.rest.starts_with(quote) {
                        Err(Problem::Quotation)
                    } else {
                        Ok(())
                    };
                }
                _ => {}
            }
        }
        Err(Problem::Quotation)
    }

    fn number(&mut self) -> Result<(), Problem> {
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        self.skip(digits);
        if self.rest.starts_with(|c: char| c == '.' || c == '_' || c.is_alphanumeric()) {
            return Err(Problem::NotAnInteger);
        }
        self.value();
        Ok(())
    }

    fn word(&mut self) -> Result<(), Problem> {
        let in_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let length = self.rest.bytes().take_while(in_word).count();
        let word = self.rest.get(..length).unwrap_or_default();
        self.skip(length);
        if word == "in" {
            return self.between();
        }
        if self.rest.starts_with(['\'', '"']) {
            return Err(Problem::Quotation);
        }
        self.value();
        Ok(())
    }

    fn value(&mut self) {
        self.value_before = true;
        self.signs = 0;
    }

    fn opened(&mut self, bracket: char) -> Result<(), Problem> {
        if bracket == '[' && self.value_before {
            return Err(Problem::Access);
        }
        let closing = if bracket == '(' { ')' } else { ']' };
        self.open.push(Open { closing, signs: self.signs, conditions: 0, dots: self.dots });
        (self.signs, self.value_before, self.dots) = (0, false, 0);
        self.skip(1);
        self.bounded()
    }

    fn closed(&mut self, bracket: char) -> Result<(), Problem> {
        match self.open.pop() {
            Some(open) if open.closing == bracket => self.dots = open.dots,
            Some(_) | None => return Err(Problem::Bracket),
        }
        self.skip(1);
        self.value();
        Ok(())
    }

    fn operator(&mut self, c: char) -> Result<(), Problem> {
        let two = self.rest.get(..2).unwrap_or_default();
        if matches!(two, "==" | "!=" | "<=" | ">=" | "&&" | "||") {
            self.skip(1);
            return self.between_behind(1);
        }
        match c {
            '+' | '*' | '/' | '%' | '<' | '>' => self.between_behind(1),
            '-' if self.value_before => self.between_behind(1),
            '-' | '!' => self.sign(),
            '?' => self.condition(),
            ':' | ',' => self.separator(c),
            '.' => self.dot(),
            _ => Err(Problem::Character(c)),
        }
    }

    fn between_behind(&mut self, bytes: usize) -> Result<(), Problem> {
        self.skip(bytes);
        self.between()
    }

    fn between(&mut self) -> Result<(), Problem> {
        self.operators += 1;
        (self.value_before, self.dots) = (false, 0);
        if self.operators > MAX_OPERATORS { Err(Problem::TooManyOperators) } else { Ok(()) }
    }

    fn sign(&mut self) -> Result<(), Problem> {
        self.skip(1);
        self.signs += 1;
        self.value_before = false;
        self.bounded()
    }

    /// A condition counts to the next comma or the end of its bracket: what stands behind it is nested in it.
    fn condition(&mut self) -> Result<(), Problem> {
        self.skip(1);
        *self.conditions_here() += 1;
        (self.value_before, self.dots) = (false, 0);
        self.bounded()
    }

    fn conditions_here(&mut self) -> &mut usize {
        self.open.last_mut().map_or(&mut self.conditions, |open| &mut open.conditions)
    }

    fn separator(&mut self, c: char) -> Result<(), Problem> {
        self.skip(1);
        if c == ',' {
            *self.conditions_here() = 0;
        }
        (self.value_before, self.dots, self.signs) = (false, 0, 0);
        Ok(())
    }

    /// Names have three parts at most, and a call or two may follow.
    fn dot(&mut self) -> Result<(), Problem> {
        self.dots += 1;
        if !self.value_before || self.dots > MAX_NESTING {
            return Err(Problem::Access);
        }
        self.value_before = false;
        self.skip(1);
        Ok(())
    }

    fn bounded(&self) -> Result<(), Problem> {
        let within = self.open.iter().map(|open| 1 + open.signs + open.conditions).sum::<usize>();
        let depth = within + self.conditions + self.signs;
        if depth > MAX_NESTING { Err(Problem::TooDeep) } else { Ok(()) }
    }
}
