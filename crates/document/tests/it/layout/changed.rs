//! Layouts that do something to another one.

use nianbao_document::Format;
use nianbao_domain::form::Table;

use super::is_value;
use crate::article::Layout;
use crate::figures::Figures;

/// What a page does to its tables, and how its bytes are written.
pub struct Changed {
    pub layout: Box<dyn Layout>,
    pub table: fn(&str) -> String,
    pub page: fn(&str) -> String,
    pub encode: fn(&str) -> Vec<u8>,
}

impl Changed {
    pub fn new(layout: impl Layout + 'static) -> Self {
        let (table, page) = (str::to_owned, str::to_owned);
        Self { layout: Box::new(layout), table, page, encode: |page| page.as_bytes().to_vec() }
    }
}

impl Layout for Changed {
    fn paragraph(&self, words: &str) -> String {
        self.layout.paragraph(words)
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        (self.table)(&self.layout.table(table, figures))
    }

    fn page(&self, body: &str) -> Vec<u8> {
        let page = String::from_utf8(self.layout.page(body)).unwrap();
        (self.encode)(&(self.page)(&page))
    }

    fn format(&self) -> Format {
        self.layout.format()
    }
}

/// Cells one on a line, of which a value is left out where it is the same as the one before.
pub struct RepeatsLost;

impl Layout for RepeatsLost {
    fn paragraph(&self, words: &str) -> String {
        format!("{words}\n")
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let grid = table.grid();
        let mut last = String::new();
        let mut text = String::new();
        for cell in grid.rows.iter().flat_map(|row| &row.cells) {
            let words = super::words(cell, figures);
            if !is_value(cell) || words != last {
                text.push_str(&format!("{words}\n"));
            }
            last = words;
        }
        text
    }
}

pub fn utf_16_le(page: &str) -> Vec<u8> {
    page.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

pub fn utf_16_be_marked(page: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(page.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

pub fn gbk(page: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(page).0.into_owned()
}

pub fn big5(page: &str) -> Vec<u8> {
    encoding_rs::BIG5.encode(&traditional(page)).0.into_owned()
}

/// The words of the form as mirrors in traditional characters print them.
pub fn traditional(page: &str) -> String {
    const PAIRS: &str = "万萬业業为為举舉会會体體关關内內决決况況减減处處办辦务務动動区區单單发發后後国國\
        复復审審对對属屬废廢开開强強当當总總执執护護报報据據数數无無机機权權条條构構没沒现現确確\
        稳穩类類纠糾纳納组組织織经經结結继繼续續维維缴繳罚罰范範获獲补補规規计計认認议議许許讼訟\
        访訪诉訴询詢请請购購费費转轉过過这這进進问問项項题題额額个個";
    let characters: Vec<char> = PAIRS.chars().filter(|c| !c.is_whitespace()).collect();
    let other = |c: char| characters.chunks(2).find(|pair| pair[0] == c).map_or(c, |pair| pair[1]);
    page.chars().map(other).collect()
}

/// Header words over two rows of strokes: 商业 above 企业.
pub fn two_header_rows(table: &str) -> String {
    fn halves(cell: &str) -> (&str, &str) {
        match cell {
            "商业企业" | "科研机构" | "法律服务机构" => {
                cell.split_at(cell.len() / 6 * 3)
            }
            _ => (cell, ""),
        }
    }
    let rows = table.lines().map(|line| {
        if !line.contains("科研机构") {
            return format!("{line}\n");
        }
        let cells: Vec<(&str, &str)> = line.split(" | ").map(halves).collect();
        let row = |half: fn(&(&str, &str)) -> String| {
            cells.iter().map(half).collect::<Vec<_>>().join(" | ")
        };
        format!("{}\n{}\n", row(|it| it.0.to_owned()), row(|it| it.1.to_owned()))
    });
    rows.collect()
}

/// Headers that lost their ends.
pub fn cut_off_headers(table: &str) -> String {
    table
        .replace("本年新制作数量", "本年新")
        .replace("本年新公开数量", "本年新")
        .replace("现行有效件数", "现行有效件")
}

/// Each digit of a value in an element of its own.
pub fn nested_digits(table: &str) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for c in table.chars() {
        in_tag = (in_tag || c == '<') && c != '>';
        match c {
            '0'..='9' if !in_tag => words.push_str(&format!("<span><font>{c}</font></span>")),
            c => words.push(c),
        }
    }
    words
}

/// Header cells as such.
pub fn header_cells(table: &str) -> String {
    let (head, body) = table.split_at(table.find("</tr>").unwrap_or(0));
    let head = head.replace("<td", "<th scope=col").replace("</td>", "</th>");
    format!("{head}{body}")
}

/// What pages print before and behind an article.
pub fn with_chrome(page: &str) -> String {
    format!(
        "无障碍\n长者模式\n今天是：\n您现在所在的位置：首页 > 政府信息公开 > 政府信息公开年报\n{page}\n\
         【下载Word】【下载PDF】\n【打印】【关闭窗口】\n扫一扫在手机打开当前页\n上一篇：无\n主办：某县人民政府\n\
         ICP备12345678号 网站标识码1234567890\n"
    )
}

/// Words of somebody else between the rows.
pub fn with_spam(table: &str) -> String {
    let line = |(at, line): (usize, &str)| match at % 5 {
        3 => format!("{line}\n本站最新网址请收藏\n"),
        _ => format!("{line}\n"),
    };
    table.lines().enumerate().map(line).collect()
}

/// Labels with their sounds behind them.
pub fn with_sounds(table: &str) -> String {
    table
        .replace("规章", "规章guīzhāng")
        .replace("行政处罚", "xíngzhèng行政处罚")
        .replace("总计", "总zǒng计")
}
