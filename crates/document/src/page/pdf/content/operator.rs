//! What each operator does (ISO 32000-1, annex A).

use super::interpreter::Interpreter;
use super::marked::{self, Marked};
use super::matrix::Matrix;
use super::state::Pen;
use crate::ReadError;
use crate::page::pdf::limits::SAVED_STATES;
use crate::page::pdf::object::{Dictionary, Object};

/// The last so many operands as numbers.
fn numbers<const COUNT: usize>(operands: &[Object]) -> Option<[f64; COUNT]> {
    let last = operands.get(operands.len().checked_sub(COUNT)?..)?;
    let mut numbers = [0.0; COUNT];
    for (number, operand) in numbers.iter_mut().zip(last) {
        *number = operand.number()?;
    }
    Some(numbers)
}

impl Interpreter<'_, '_> {
    /// Carries out an operator; those that show neither text nor lines are passed over.
    pub(super) fn operate(
        &mut self,
        word: &[u8],
        operands: &[Object],
        resources: &Dictionary,
    ) -> Result<(), ReadError> {
        match word {
            b"q" | b"Q" | b"cm" => self.operate_state(word, operands),
            b"BMC" | b"BDC" | b"EMC" => self.operate_marks(word, operands, resources)?,
            b"Do" => {
                if let Some(name) = operands.last().and_then(Object::name) {
                    self.draw(name, resources)?;
                }
            }
            b"Tf" => {
                self.state.size = numbers::<1>(operands).map_or(0.0, |[size]| size);
                let name = operands.first().and_then(Object::name).unwrap_or_default();
                self.choose_font(name, resources)?;
            }
            b"Tj" | b"TJ" | b"'" | b"\"" => self.operate_strings(word, operands)?,
            [b'T', ..] | b"BT" | b"ET" => self.operate_text(word, operands),
            _ => self.operate_path(word, operands),
        }
        Ok(())
    }

    fn operate_state(&mut self, word: &[u8], operands: &[Object]) {
        match word {
            b"q" if self.saved.len() < SAVED_STATES => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => {
                if let Some(matrix) = numbers(operands).map(Matrix) {
                    self.state.matrix = matrix.then(self.state.matrix);
                }
            }
            _ => {}
        }
    }

    fn operate_text(&mut self, word: &[u8], operands: &[Object]) {
        let state = &mut self.state;
        let one = numbers::<1>(operands).map(|[number]| number);
        match (word, one, numbers::<2>(operands)) {
            (b"BT", ..) => self.pen = Pen::START,
            (b"Tc", Some(spacing), _) => state.character_spacing = spacing,
            (b"Tw", Some(spacing), _) => state.word_spacing = spacing,
            (b"Tz", Some(percent), _) => state.scaling = percent / 100.0,
            (b"TL", Some(leading), _) => state.leading = leading,
            (b"Ts", Some(rise), _) => state.rise = rise,
            (b"Td", _, Some([x, y])) => self.pen.next_line(x, y),
            (b"TD", _, Some([x, y])) => {
                state.leading = -y;
                self.pen.next_line(x, y);
            }
            (b"T*", ..) => self.pen.next_line(0.0, -state.leading),
            (b"Tm", ..) => {
                if let Some(matrix) = numbers(operands).map(Matrix) {
                    self.pen.set(matrix);
                }
            }
            _ => {}
        }
    }

    fn operate_strings(&mut self, word: &[u8], operands: &[Object]) -> Result<(), ReadError> {
        if let (b"\"", Some([word_spacing, character_spacing])) =
            (word, operands.split_last().and_then(|(_, numbers_before)| numbers(numbers_before)))
        {
            self.state.word_spacing = word_spacing;
            self.state.character_spacing = character_spacing;
        }
        if matches!(word, b"'" | b"\"") {
            self.pen.next_line(0.0, -self.state.leading);
        }
        match operands.last() {
            Some(Object::String(string)) => self.show(string),
            Some(Object::Array(pieces)) => pieces.iter().try_for_each(|piece| match piece {
                Object::String(string) => self.show(string),
                Object::Number(back) => {
                    self.kern(*back);
                    Ok(())
                }
                _ => Ok(()),
            }),
            _ => Ok(()),
        }
    }

    fn operate_marks(
        &mut self,
        word: &[u8],
        operands: &[Object],
        resources: &Dictionary,
    ) -> Result<(), ReadError> {
        if word == b"EMC" {
            if let Some(Marked { meaning: Some((text, from)) }) = self.marked.pop() {
                marked::replace(&mut self.drawing.glyphs, from, &text);
            }
            return Ok(());
        }
        let within = self.marked.iter().any(|it| it.meaning.is_some());
        let meaning = if within { None } else { self.meaning(operands, resources)? };
        let meaning = meaning.map(|text| (text, self.drawing.glyphs.len()));
        // Deeper marks than anyone writes are not looked at; their ends are not either.
        if self.marked.len() < SAVED_STATES {
            self.marked.push(Marked { meaning });
        }
        Ok(())
    }

    /// What marked content says that it means.
    fn meaning(
        &mut self,
        operands: &[Object],
        resources: &Dictionary,
    ) -> Result<Option<String>, ReadError> {
        let Some(properties) = operands.get(1) else { return Ok(None) };
        let named = self.file.get(resources, b"Properties")?;
        self.pay_for_looking(resources, &named)?;
        let named = properties.name().and_then(|name| named.dictionary()?.get(name));
        let properties = self.file.resolve(named.unwrap_or(properties))?;
        let Some(properties) = properties.dictionary() else { return Ok(None) };
        let text = self.file.get(properties, b"ActualText")?;
        let text = text.string().map(marked::text_string);
        if let Some(text) = &text {
            self.spent.glyphs.spend(text.len())?;
        }
        Ok(text)
    }

    fn operate_path(&mut self, word: &[u8], operands: &[Object]) {
        let (stroke, fill) = match word {
            b"m" | b"l" | b"c" | b"v" | b"y" | b"h" | b"re" => {
                return self.extend_path(word, operands);
            }
            b"S" | b"s" => (true, false),
            b"f" | b"F" | b"f*" => (false, true),
            b"B" | b"B*" | b"b" | b"b*" => (true, true),
            b"n" => (false, false),
            _ => return,
        };
        if matches!(word, b"s" | b"b" | b"b*") {
            self.path.close();
        }
        if stroke || fill {
            self.path.paint(self.state.matrix, stroke, fill, &mut self.drawing.rulings);
        }
        self.path.clear();
    }

    fn extend_path(&mut self, word: &[u8], operands: &[Object]) {
        let end = numbers::<2>(operands).map(|[x, y]| (x, y));
        match (word, end) {
            (b"m", Some(point)) => self.path.move_to(point),
            (b"l", Some(point)) => self.path.line_to(point),
            (b"c" | b"v" | b"y", Some(point)) => self.path.curve_to(point),
            (b"h", _) => self.path.close(),
            (b"re", _) => {
                if let Some(rectangle) = numbers(operands) {
                    self.path.rectangle(rectangle);
                }
            }
            _ => {}
        }
    }
}
