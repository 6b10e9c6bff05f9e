//! Whom to ask about a report.

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::metadata::Contact;

/// What ends a value.
const ENDS: [char; 9] = ['；', ';', '，', ',', '。', '）', ')', '、', '】'];
/// Characters of telephone numbers.
const OF_PHONES: &str = "0123456789-—－()（） ";
/// No address is longer, in characters.
const LONGEST: usize = 60;

/// Takes what a line says of it.
pub(super) fn read(contact: &mut Contact, line: &PlacedText) {
    let text = line.text.as_str();
    let placed = |value: String| PlacedText { line: line.line, text: value };
    let mut take = |into: fn(&mut Contact) -> &mut Option<PlacedText>, value: Option<String>| {
        let into = into(contact);
        if into.is_none() {
            *into = value.map(placed);
        }
    };
    take(|it| &mut it.address, behind(text, &["地址"], words));
    take(|it| &mut it.postal_code, behind(text, &["邮编", "邮政编码"], postal_code));
    take(|it| &mut it.phone, behind(text, &["电话"], phone));
    take(|it| &mut it.fax, behind(text, &["传真"], phone));
    take(|it| &mut it.email, email(text));
    take(|it| &mut it.website, behind(text, &["网址", "网站", "网站地址"], website));
}

/// The value behind the first of some labels, a mark between them.
fn behind(text: &str, labels: &[&str], value: fn(&str) -> Option<String>) -> Option<String> {
    labels.iter().find_map(|label| {
        let (_, rest) = text.split_once(label)?;
        let rest = rest.trim_start_matches(['（', '(']);
        let rest = rest.strip_prefix(['：', ':', '为', '是']).unwrap_or(rest);
        value(rest.trim_start())
    })
}

fn words(text: &str) -> Option<String> {
    let end = text.find(ENDS).unwrap_or(text.len());
    let words = text[..end].split_whitespace().next()?;
    (words.chars().count() <= LONGEST && is_address(words)).then(|| words.to_owned())
}

/// Whether words may be where a letter goes to: with a road, a number or a building.
fn is_address(words: &str) -> bool {
    ["路", "街", "道", "号", "楼", "大厦", "巷", "村"].iter().any(|it| words.contains(it))
}

fn postal_code(text: &str) -> Option<String> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    (digits.len() == 6).then_some(digits)
}

/// A number of at least seven digits.
fn phone(text: &str) -> Option<String> {
    let number: String = text.chars().take_while(|c| OF_PHONES.contains(*c)).collect();
    let number = number.trim_end_matches(['（', '(', ')', '）', ' ', '-']).trim();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (7..=24).contains(&digits).then(|| number.to_owned())
}

fn email(text: &str) -> Option<String> {
    let (before, behind) = text.split_once('@')?;
    let of_address = |c: char| c.is_ascii_alphanumeric() || "._-+".contains(c);
    let start = before
        .rfind(|c| !of_address(c))
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let end = behind.find(|c| !of_address(c)).unwrap_or(behind.len());
    let (user, host) = (&before[start..], behind[..end].trim_end_matches('.'));
    (!user.is_empty() && host.contains('.')).then(|| format!("{user}@{host}"))
}

fn website(text: &str) -> Option<String> {
    let end =
        text.find(|c: char| !c.is_ascii_graphic() || ";,()".contains(c)).unwrap_or(text.len());
    let address = &text[..end];
    let is_one = address.starts_with("http") || address.starts_with("www.");
    is_one.then(|| address.to_owned())
}
