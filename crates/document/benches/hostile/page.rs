//! Web pages.

use encoding_rs::GB18030;
use nianbao_document::{Format, MAX_BYTES, MAX_CELLS, MAX_LINES, MAX_MARKS, MAX_TEXT};

use crate::case::{Case, full, numbered, times};

const HEAD: &str = "<p>甲县财政局2024年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>";
const TABLE: &str = "<p>甲县财政局2024年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>";
/// A header and a line of the second table.
const REQUESTS: &str =
    "<tr><td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计";

fn html(name: &str, make: fn() -> Vec<u8>) -> Case {
    Case::new(name, Format::Html, make)
}

pub fn cases() -> Vec<Case> {
    [text(), markup(), marks(), tables(), words(), encodings()].concat()
}

fn text() -> Vec<Case> {
    vec![
        html("one line", || full(HEAD, "字")),
        html("one line in pre", || full(&format!("{HEAD}<pre>"), "字 ")),
        html("lines, as many as may be", || times(HEAD, "字<br>", MAX_LINES - 3)),
        html("lines of 60 bytes, as many as may be", || {
            times(HEAD, "<p>依法办理政府信息公开申请，全年公开各类。", MAX_LINES - 3)
        }),
        html("one line more", || times(HEAD, "字<br>", MAX_LINES)),
        html("lines without words", || full(HEAD, "<br>\n")),
        html("line feeds in pre", || full(&format!("{HEAD}<pre>"), "\n")),
        html("spaces", || full(HEAD, " ")),
        html("invisible marks", || full(HEAD, "\u{200b}")),
        html("white space that is kept", || full(HEAD, "\u{a0}<br>")),
    ]
}

fn markup() -> Vec<Case> {
    vec![
        html("nested div", || full(HEAD, "<div>")),
        html("nested tables", || full(HEAD, "<table><tr><td>")),
        html("nested tables with words", || full(HEAD, "<table><tr><td>字")),
        html("attributes of a tag", || numbered(&format!("{HEAD}<p"), |at| format!(" a{at}=1"))),
        html("one attribute", || full(&format!("{HEAD}<p title=\""), "字")),
        html("one name of an attribute", || full(&format!("{HEAD}<p "), "a")),
        html("one name of a tag", || full(&format!("{HEAD}<"), "a")),
        html("tags with attributes", || full(HEAD, "<b class=\"a\" id=b>")),
        html("a comment without end", || full(&format!("{HEAD}<!--"), "-")),
        html("comments", || full(HEAD, "<!---->")),
        html("a script without end", || full(&format!("{HEAD}<script>"), "<")),
        html("scripts", || full(HEAD, "<script>政府信息</script>")),
        html("CDATA without end", || full(&format!("{HEAD}<![CDATA["), "]")),
        html("a title without end", || full("<title>", "字")),
        html("a text area without end", || full(&format!("{HEAD}<textarea>"), "<")),
        html("navigation without end", || full(&format!("{HEAD}<nav>"), "<p>")),
        html("entities", || full(HEAD, "&nbsp;")),
        html("entities by number", || full(HEAD, "&#x4e00;")),
        html("an entity without end", || full(&format!("{HEAD}&"), "a")),
        html("ampersands", || full(HEAD, "&")),
        html("a number without end", || full(&format!("{HEAD}&#"), "1")),
        html("less-than signs", || full(HEAD, "<")),
        html("ends of nothing", || full(HEAD, "</p>")),
        html("metadata", || numbered("", |at| format!("<meta name=nianbao.a{at} content=b>"))),
        html("links", || numbered(HEAD, |at| format!("<a href={at}.pdf>"))),
        html("pictures", || numbered(HEAD, |at| format!("<img src={at}.png>"))),
        html("a picture in the page", || full(&format!("{HEAD}<img src=\"data:"), "A")),
    ]
}

/// A beginning, and behind it the same with so many marks, as often as a page may have marks.
fn marked(head: &str, scrap: &str, marks: usize) -> Vec<u8> {
    times(head, scrap, (MAX_MARKS - 100) / marks)
}

fn marks() -> Vec<Case> {
    vec![
        html("breaks, as many as may be", || marked(HEAD, "<br>", 1)),
        html("breaks behind a space that is kept", || marked(HEAD, "\u{a0}<br>", 1)),
        html("bold spaces", || marked(HEAD, "<b> </b>", 2)),
        html("nested div, as many as may be", || marked(HEAD, "<div>", 1)),
        html("tags with an attribute, as many as may be", || marked(HEAD, "<b class=a>", 2)),
        html("attributes, as many as may be", || marked(&format!("{HEAD}<p"), " a=b", 1)),
        html("metadata, as much as may be", || marked("", "<meta name=a content=b>", 3)),
        html("navigation of attributes, as many as may be", || {
            times(&format!("{HEAD}<nav><p"), " a=b", MAX_MARKS / 2 - 100)
        }),
        html("comments, as many as may be", || marked(HEAD, "<!---->", 1)),
        html("scripts, as many as may be", || marked(HEAD, "<script>政府信息</script>", 2)),
        html("a script, as long as may be", || marked(&format!("{HEAD}<script>"), "<", 1)),
        html("navigation, as much as may be", || {
            times(&format!("{HEAD}<nav>"), "<p>", MAX_MARKS / 2 - 100)
        }),
        html("references, as many as may be", || marked(HEAD, "&nbsp;", 1)),
        html("references to white space", || marked(HEAD, "&#x3000;", 1)),
        html("ampersands, as many as may be", || marked(HEAD, "&", 1)),
        html("less-than signs, as many as may be", || marked(HEAD, "<", 1)),
        html("cells, as many as may be", || marked(TABLE, "<tr><td><td><td><td>", 5)),
        html("a cell in a cell, as often as may be", || {
            times(HEAD, "<table><tr><td>字<table><tr><td>字</table></table>", 95_000)
        }),
        html("tables, as many as may be", || times(HEAD, "<table><tr><td><td></table>", 200_000)),
        html("links, as many as may be", || {
            let links = (0..MAX_MARKS / 2 - 100).map(|at| format!("<a href={}.pdf>", at % 1000));
            [HEAD.to_owned(), links.collect()].concat().into_bytes()
        }),
        html("text, as much as may be", || {
            times(HEAD, &format!("<p>{}", "依法公开".repeat(1_000)), MAX_TEXT / 12_100)
        }),
        html("words, as many as may be", || {
            times(&format!("{HEAD}<p>规章"), " 1", MAX_TEXT / 9 - 100)
        }),
        html("words of Chinese, as many as may be", || {
            times(&format!("{HEAD}<p>"), "字　", MAX_TEXT / 11 - 100)
        }),
        html("labels in a line, as many as may be", || {
            times(&format!("{HEAD}<p>"), "规章 ", MAX_TEXT / 14 - 100)
        }),
        html("beginnings of labels in a line", || {
            times(&format!("{HEAD}<p>"), "三 、 ", MAX_TEXT / 22 - 100)
        }),
        html("one line, as long as may be", || times(HEAD, "统计期限2024年1月", MAX_TEXT / 24)),
        html("digits, as many as may be", || times(HEAD, "1", MAX_TEXT - 300)),
        html("lines of ligatures", || {
            times(HEAD, &format!("<p>{}", "\u{fdfa}".repeat(90)), MAX_TEXT / 300)
        }),
        html("ligatures, as many as may be", || times(HEAD, "\u{fdfa}", MAX_TEXT / 3 - 300)),
    ]
}

fn tables() -> Vec<Case> {
    vec![
        html("tables of a line", || full(HEAD, "<table><tr><td>规章<td>2</table>")),
        html("tables of nothing", || full(HEAD, "<table>")),
        html("tables of blanks", || full(HEAD, "<table><tr><td><td></table>")),
        html("blank cells, as many as may be", || times(TABLE, "<tr><td><td><td><td>", 790_000)),
        html("blank cells in a row", || times(TABLE, "<td>", MAX_CELLS - 10)),
        html("cells with numbers", || times(TABLE, "<tr><td>1<td>2<td>3<td>4", MAX_LINES / 4 - 10)),
        html("cells with words", || {
            times(TABLE, "<tr><td>规章<td>字<td>信息<td>总计", MAX_LINES / 4 - 10)
        }),
        html("rows of a cell", || full(TABLE, "<tr><td>")),
        html("rows without cells", || full(TABLE, "<tr>")),
        html("spans", || full(TABLE, "<tr><td rowspan=512 colspan=64>甲")),
        html("wide spans", || full(TABLE, "<td colspan=64>")),
        html("tall spans beside each other", || full(TABLE, "<tr><td rowspan=512>")),
        html("rows of the form", || {
            times(
                &format!("{TABLE}{REQUESTS}"),
                &format!("<tr><td>不予处理{}", "<td>0".repeat(7)),
                MAX_LINES / 8 - 10,
            )
        }),
        html("rows of its own", || {
            times(
                &format!("{TABLE}{REQUESTS}"),
                &format!("<tr><td>字{}", "<td>0".repeat(7)),
                MAX_LINES / 8 - 10,
            )
        }),
        html("headers", || times(TABLE, REQUESTS, MAX_LINES / 7 - 10)),
        html("labels in a row", || times(TABLE, "<td>自然人", MAX_LINES - 10)),
        html("headings in a table", || {
            times(TABLE, "<tr><td>一、总体情况<tr><td>1<td>2", MAX_LINES / 3 - 10)
        }),
        html("words in a cell", || times(&format!("{TABLE}<td>"), "字<br>", MAX_LINES - 10)),
        html("a cell in a cell", || {
            full(HEAD, "<table><tr><td>字<table><tr><td>字</table></table>")
        }),
        html("captions", || full(HEAD, "<table><caption>总体情况")),
    ]
}

fn words() -> Vec<Case> {
    const COUNT: usize = MAX_LINES - 10;
    vec![
        html("headings", || times(HEAD, "<p>一、总体情况", COUNT)),
        html("headings of an organ's own", || times(HEAD, "<p>四、复议", COUNT)),
        html("titles", || times("", "<p>2024年政府信息公开年报", COUNT)),
        html("beginnings of titles", || times("", "<p>2024年政府信息公开", COUNT)),
        html("labels", || times(HEAD, "<p>规章<p>2", COUNT / 2)),
        html("labels with a note", || times(HEAD, "<p>规章（甲）", COUNT)),
        html("headings of blocks", || times(HEAD, "<p>第二十条第（一）项<p>信息内容", COUNT / 2)),
        html("beginnings of labels", || times(HEAD, "<p>三、<p>本年", COUNT / 2)),
        html("values", || times(HEAD, "<p>规章<p>1 2 3", COUNT / 2)),
        html("values in a line", || full(&format!("{HEAD}<p>规章"), " 1")),
        html("words in a line", || full(&format!("{HEAD}<p>"), "字 ")),
        html("labels in a line", || full(&format!("{HEAD}<p>"), "规章 ")),
        html("chrome", || times(HEAD, "<p>首页", COUNT)),
        html("fields", || times("", "<p>发布日期：2024-01-01", COUNT)),
        html("fields in a line", || full("<p>", "文号：")),
        html("dates", || times(HEAD, "<p>2024年1月1日", COUNT)),
        html("years in a line", || full(&format!("{HEAD}<p>统计期限"), "2024年1月")),
        html("codes", || numbered(HEAD, |at| format!("<p>统一社会信用代码1137{:014}", at % COUNT))),
        html("addresses in a line", || full(HEAD, "a@")),
        html("labels of contacts in a line", || full("<p>总体情况<p>", "地址电话")),
        html("digits in a line", || full(HEAD, "1")),
        html("ligatures", || full(HEAD, "\u{fdfa}")),
    ]
}

fn encodings() -> Vec<Case> {
    vec![
        html("one line of GB18030", || filled(&GB18030.encode(HEAD).0, &GB18030.encode("字").0)),
        html("rare characters of GB18030", || {
            filled(&GB18030.encode(HEAD).0, &GB18030.encode("\u{20000}").0)
        }),
        html("one line of UTF-16", || filled(&wide(HEAD), &wide("字"))),
        html("one line of UTF-16 with a mark", || {
            filled(&wide(&format!("\u{feff}{HEAD}")), &wide("字"))
        }),
        html("lines of UTF-16", || times_of(&wide(HEAD), &wide("依法公开<br>"), MAX_LINES - 3)),
        html("bytes of no encoding", || filled(HEAD.as_bytes(), b"\xff")),
        html("other bytes of no encoding", || filled(HEAD.as_bytes(), b"\x81\xff\x00\xfe")),
        html("damage at the end", || {
            let mut bytes = full(HEAD, "字<p>");
            bytes.pop();
            [&bytes[..MAX_BYTES / 4], b"\xff"].concat()
        }),
    ]
}

/// UTF-16, the low byte first.
pub fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// As [`full`], of any bytes.
pub fn filled(head: &[u8], scrap: &[u8]) -> Vec<u8> {
    times_of(head, scrap, (MAX_BYTES - head.len()) / scrap.len())
}

fn times_of(head: &[u8], scrap: &[u8], count: usize) -> Vec<u8> {
    let mut bytes = head.to_vec();
    (0..count).for_each(|_| bytes.extend_from_slice(scrap));
    bytes
}
