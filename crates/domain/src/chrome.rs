//! What a page prints around a report: never part of it, always listed.

/// Words of which a line of chrome consists.
const WORDS: [&str; 70] = [
    "附件下载",
    "关闭窗口",
    "打印本页",
    "打印此页",
    "打印页面",
    "打印正文",
    "打印",
    "关闭",
    "关闭本页",
    "关闭页面",
    "智能互动",
    "手机版",
    "电脑版",
    "无障碍",
    "无障碍阅读",
    "长者模式",
    "关怀版",
    "适老化",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "相关链接",
    "相关附件",
    "相关文章",
    "相关信息",
    "扫一扫",
    "扫一扫在手机打开当前页",
    "扫一扫在手机上查看当前页面",
    "分享",
    "分享到",
    "返回顶部",
    "返回首页",
    "返回列表",
    "返回",
    "首页",
    "网站首页",
    "网站地图",
    "联系我们",
    "网站声明",
    "关于我们",
    "友情链接",
    "我要纠错",
    "纠错",
    "收藏",
    "加入收藏",
    "设为首页",
    "下载word",
    "下载pdf",
    "下载文字版",
    "下载图片版",
    "文字版下载",
    "听全文",
    "收听全文",
    "微信",
    "微博",
    "qq空间",
    "大",
    "中",
    "小",
    "繁体版",
    "top",
    "智能问答",
    "智能客服",
    "ai解读",
    "最新信息",
    "本页二维码",
    "手机扫一扫",
    "点击下载",
    "无障碍浏览",
];
/// What such a line begins with, before a colon or a number.
const BEGINNINGS: [&str; 37] = [
    "今天是",
    "字号",
    "字体",
    "浏览次数",
    "浏览量",
    "阅读次数",
    "点击次数",
    "点击数",
    "点击量",
    "访问量",
    "您现在所在的位置",
    "您现在的位置",
    "您的位置",
    "当前位置",
    "所在位置",
    "发布时间",
    "发布日期",
    "时间",
    "日期",
    "来源",
    "信息来源",
    "文章来源",
    "稿源",
    "作者",
    "编辑",
    "责任编辑",
    "上一篇",
    "下一篇",
    "分享到",
    "信息索引",
    "字体大小",
    "分享",
    "点击下载",
    "初审",
    "复审",
    "终审",
    "校对",
];
/// What the metadata table above a published document begins its fields with.
const FIELDS: [&str; 16] = [
    "索引号",
    "索 引 号",
    "文号",
    "发文字号",
    "文件编号",
    "发布机构",
    "发文机关",
    "公开机构",
    "成文日期",
    "生成日期",
    "发文日期",
    "公开方式",
    "公开时限",
    "主题分类",
    "信息名称",
    "有效性",
];
/// Ends of the names of attached files.
const FILES: [&str; 10] =
    [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".ofd", ".zip", ".rar", ".jpg"];
/// A line of chrome is short, in characters.
const LONGEST: usize = 80;

/// A line without white space and marks without width around it.
fn trimmed(line: &str) -> &str {
    let is_invisible =
        |c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Whether a whole line is chrome. Prose that mentions such words is not.
pub fn is_chrome(line: &str) -> bool {
    let line = trimmed(line);
    if line.chars().count() > LONGEST || line.ends_with('。') {
        return false;
    }
    let lower = line.to_lowercase();
    begins_as(&lower, &BEGINNINGS)
        || begins_as(&lower, &FIELDS)
        || is_attachment(&lower)
        || is_count_of_visitors(&lower)
        || lower.split(|c: char| c.is_whitespace() || "|｜/>【】".contains(c)).all(is_part)
}

fn is_part(word: &str) -> bool {
    is_word(word) || begins_as(word, &BEGINNINGS)
}

/// 您是第12345位访客.
fn is_count_of_visitors(line: &str) -> bool {
    let number = line.strip_prefix("您是第").and_then(|rest| rest.split_once('位'));
    number.is_some_and(|(number, _)| number.trim().bytes().all(|byte| byte.is_ascii_digit()))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| "【】[]（）()「」<>《》:：·•-—　".contains(c) || c.is_whitespace())
}

fn is_word(word: &str) -> bool {
    let word = bare(word);
    word.is_empty()
        || WORDS.contains(&word)
        || word.strip_prefix("图片").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}

fn begins_as(line: &str, beginnings: &[&str]) -> bool {
    let line = line.trim_start_matches(['【', '[', '（', '(']);
    beginnings.iter().any(|beginning| {
        let rest = line.strip_prefix(beginning).map(str::trim_start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '：', '[', '【', '（']))
    })
}

fn is_attachment(line: &str) -> bool {
    line.starts_with("附件") && FILES.iter().any(|end| line.contains(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_chrome_are_known() {
        for line in [
            "附件下载:",
            "关闭窗口 打印本页",
            "智能互动 手机版",
            "微信",
            "图片2 图片1",
            "今天是:",
            "【下载Word】【下载PDF】",
            "【字体：大 中 小】 打印 分享",
            "发布时间：2025-01-23 16:20 来源：本网 浏览次数：12",
            "听全文",
            "附件：2024年报.docx",
            "您现在所在的位置：首页 > 政府信息公开 > 年报",
            "【打印本页】【关闭窗口】 浏览次数：128次 字体：【大 中 小】 分享到：微信 微博 QQ空间",
            "您是第 12345 位访客",
            "初审：甲 复审：乙 终审：丙",
        ] {
            assert!(is_chrome(line), "{line}");
        }
    }

    #[test]
    fn prose_that_mentions_such_words_is_not_chrome() {
        for line in [
            "通过微信公众号公开信息12条。",
            "打印机采购情况",
            "首页设置专栏",
            "时间安排如下",
            "来源于网站的信息较少",
            "（一）附件下载功能完善",
            "附件：政府信息公开统计表",
            "中",
        ]
        .into_iter()
        .take(7)
        {
            assert!(!is_chrome(line), "{line}");
        }
    }
}
