use super::{Hidden, read};
use crate::page::Block;

fn shape(markup: &str) -> Vec<String> {
    let row = |grid: &crate::page::Grid, row: usize| {
        let cells = grid.row(row);
        cells.iter().map(|it| it.cell.text.replace('\n', "/")).collect::<Vec<_>>().join("|")
    };
    let shown = |block: &Block| match block {
        Block::Line(line) => vec![format!("{}:{}", line.line, line.text)],
        Block::Table(grid) => (0..grid.height()).map(|at| row(grid, at)).collect(),
    };
    read(markup, Hidden::Dropped).unwrap().blocks.iter().flat_map(shown).collect()
}

#[test]
fn paragraphs_and_breaks_are_lines_and_inline_elements_are_not() {
    let markup = "<p>一、<b>总</b>体\n 情况<br/>二&nbsp;三</p><div>四";
    assert_eq!(shape(markup), ["1:一、总体 情况", "2:二\u{a0}三", "3:四"]);
}

#[test]
fn scripts_styles_and_navigation_are_no_text() {
    let markup = "<script>if (a<b) '<p>'</script><style>p{}</style><nav><p>首页</p></nav><p>正文";
    assert_eq!(shape(markup), ["1:正文"]);
}

#[test]
fn navigation_that_is_never_closed_does_not_take_the_page_with_it() {
    assert_eq!(shape("<nav><p>首页<p>正文"), ["1:首页", "2:正文"]);
}

#[test]
fn a_table_is_read_without_the_ends_of_its_cells_and_rows() {
    let markup =
        "<table><tr><th>规章<td><p>2</p><td>&nbsp;<tr><td colspan=2>商业<br>企业<td>3</table>后";
    assert_eq!(shape(markup), ["规章|2|", "商业/企业|3", "6:后"]);
}

#[test]
fn a_table_of_layout_becomes_what_it_contains() {
    let markup =
        "<table><tr><td>左<td><p>一、总体情况</p><p>字</p><table><tr><td>a<td>b</table></table>";
    assert_eq!(shape(markup), ["1:左", "2:一、总体情况", "3:字", "a|b"]);
    let rows =
        "<table><tr><td colspan=2>一、总体情况<tr><td colspan=2>字。<tr><td>规章<td>2</table>";
    assert_eq!(shape(rows), ["1:一、总体情况", "2:字。", "规章|2"]);
}

#[test]
fn the_head_says_who_published_what_and_when() {
    let page = read(
        "<title>甲 - 乙</title><meta name=PubDate content='2025-01-23 08:00'>\
         <META NAME=\"ContentSource\" CONTENT=\"丙\"><link rel=canonical href=http://a/b>",
        Hidden::Dropped,
    );
    let meta = page.unwrap().meta;
    assert_eq!((meta.title.as_str(), meta.source.as_str()), ("甲 - 乙", "丙"));
    assert_eq!((meta.published.as_str(), meta.uri.as_str()), ("2025-01-23 08:00", "http://a/b"));
}

#[test]
fn deep_nesting_is_read_like_any_other_page() {
    for open in ["<div>", "<table><tr><td>", "<table>", "<b><p>", "<ul><li>"] {
        let markup = open.repeat(100_000) + "字";
        let shape = shape(&markup);
        assert_eq!(shape.last().map(String::as_str), Some("1:字"), "{open}");
    }
}

#[test]
fn a_tag_with_very_many_attributes_is_read_like_any_other() {
    let attributes: String = (0..200_000).map(|at| format!(" a{at}=1")).collect();
    assert_eq!(shape(&format!("<p{attributes}>字")), ["1:字"]);
}

#[test]
fn what_is_hidden_or_struck_out_is_no_text() {
    let markup = "<p hidden>甲<p>乙</p></p><div style='color:red; DISPLAY: none !important'><div>丙</div></div>\
                  <p><del>9</del>8<button>打印</button>丁</p><hr style=display:none><p style='display:block'>戊己庚";
    assert_eq!(shape(markup), ["1:8丁", "2:戊己庚"]);
    let row = "<table><tr><td>规章<td style=display:none>9</td><td>2</table>";
    assert_eq!(shape(row), ["规章|2"]);
}

#[test]
fn what_is_hidden_and_never_closed_does_not_take_the_page_with_it() {
    assert_eq!(shape("<p>甲</p><p style=display:none>乙<p>丙"), ["1:甲", "2:乙", "3:丙"]);
    let page = read("<p>甲<i hidden>乙</i></p>", Hidden::Read).unwrap();
    assert!(!page.media.hides && page.blocks.len() == 1);
    assert!(read("<p>甲<i hidden>乙</i></p>", Hidden::Dropped).unwrap().media.hides);
}

#[test]
fn a_cell_shows_the_value_of_its_field_and_is_not_blank_with_a_picture() {
    let markup = "<table><tr><td><input value=8><td><textarea>9</textarea><td><img src=a.png>\
                  <td><select><option>1</select><td><input type=hidden value=7></table><input value=搜索>";
    assert_eq!(shape(markup), ["8|9|［图片］|［图片］|"]);
}

#[test]
fn a_raised_digit_is_none_of_the_number_before_it() {
    assert_eq!(shape("<p>3<sup>1</sup>、5<sup> </sup>6、m<sup>2</sup>"), ["1:3^1、5 6、m2"]);
    assert_eq!(shape("<p>3<sup>1<p><i>4</i><i>5</i>"), ["1:3^1", "2:45"]);
}
