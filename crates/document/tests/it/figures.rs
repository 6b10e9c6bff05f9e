//! Complete figures of published reports.

use nianbao_domain::form::{CellId, Edition, Unit};
use nianbao_domain::sheet::{Amount, Cell, Sheet};

/// The figures of one report, as printed.
pub struct Figures {
    pub organ: &'static str,
    pub year: u16,
    pub edition: Edition,
    texts: Vec<(CellId, String)>,
}

pub fn siqian() -> Figures {
    let file = include_str!("../../../../tests/fixtures/figures/siqian-2024.csv");
    Figures::new("司前镇人民政府办公室", 2024, Edition::E2019, file)
}

/// 135 blanks, most of them in table 3.
pub fn shanghai() -> Figures {
    let file = include_str!("../../../../tests/fixtures/figures/shanghai-2019.csv");
    Figures::new("上海市人民政府办公厅", 2019, Edition::E2019, file)
}

pub fn suqian() -> Figures {
    let file = include_str!("../../../../tests/fixtures/figures/suqian-2023.csv");
    Figures::new("宿迁市人民政府", 2023, Edition::E2021, file)
}

pub fn all() -> [Figures; 3] {
    [siqian(), shanghai(), suqian()]
}

impl Figures {
    fn new(organ: &'static str, year: u16, edition: Edition, file: &str) -> Self {
        let texts: Vec<(CellId, String)> = file
            .lines()
            .skip(1)
            .map(|line| line.split_once(',').unwrap())
            .map(|(cell, text)| (cell.parse().unwrap(), text.to_owned()))
            .collect();
        assert_eq!(texts.len(), edition.layout().cells().len());
        Self { organ, year, edition, texts }
    }

    /// Figures of no real report: every cell another number, so that no shift goes unseen.
    pub fn distinct(edition: Edition) -> Self {
        let texts =
            edition.layout().cells().iter().zip(101..).map(|(cell, n)| (*cell, n.to_string()));
        Self { organ: "甲县财政局", year: 2023, edition, texts: texts.collect() }
    }

    /// The same with other words in one cell.
    pub fn with(mut self, cell: &str, text: &str) -> Self {
        let cell: CellId = cell.parse().unwrap();
        self.texts.iter_mut().find(|(known, _)| *known == cell).unwrap().1 = text.to_owned();
        self
    }

    /// The same with nothing in the cells that are asked for.
    pub fn blanked(mut self, blank: impl Fn(usize) -> bool) -> Self {
        let texts = self.texts.iter_mut().enumerate();
        texts.filter(|(at, _)| blank(*at)).for_each(|(_, (_, text))| text.clear());
        self
    }

    /// What the page prints in a cell.
    pub fn text(&self, cell: CellId) -> &str {
        &self.texts.iter().find(|(known, _)| *known == cell).unwrap().1
    }

    pub fn has_blanks(&self) -> bool {
        self.texts.iter().any(|(_, text)| text.is_empty())
    }

    /// The sheet that a perfect reader reads, written down without the crate's help.
    pub fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::blank(self.edition);
        for (cell, text) in &self.texts {
            let number = text.strip_suffix('元');
            if number.is_some() {
                sheet.set_unit(*cell, Unit::Yuan).unwrap();
            }
            let is_money = sheet.unit(*cell) != Unit::None;
            let value = match number.unwrap_or(text) {
                "" => Cell::Blank,
                "/" => Cell::NotApplicable,
                amount if is_money => Cell::Number(amount.parse::<Amount>().unwrap().millionths),
                count => Cell::Number(count.parse().unwrap()),
            };
            sheet.set(*cell, value).unwrap();
        }
        sheet
    }
}

/// The cells whose reading is neither right nor refused.
pub fn wrong(read: &Sheet, expected: &Sheet) -> Vec<String> {
    let cells = read.cells().filter(|(cell, said)| {
        let right = expected.get(*cell) == Some(*said) && expected.unit(*cell) == read.unit(*cell);
        !right && *said != Cell::Unreadable
    });
    cells
        .take(5)
        .map(|(cell, said)| format!("{cell}: {said:?}, not {:?}", expected.get(cell)))
        .collect()
}

/// How many cells are refused.
pub fn refused(read: &Sheet) -> usize {
    read.cells().filter(|(_, said)| *said == Cell::Unreadable).count()
}
