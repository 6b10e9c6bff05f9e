//! The reader of statements.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nianbao_domain::statement::read;

fn main() {
    divan::main();
}

/// Prose as reports have it, with and without numbers.
const PARAGRAPH: &str = "（一）主动公开情况。全年通过政府网站、政务新媒体等渠道主动公开政府信息382条，其中工作动态120条、\
政策文件62条、财政信息50条、其他150条；制定发布行政规范性文件4件，废止2件，现行有效20件。\n\
（二）依申请公开情况。2024年，全县共收到政府信息公开申请255件，其中自然人申请240件，法人或其他组织申请15件，\
上年结转3件，办结250件，结转下年度继续办理8件。其中，予以公开71件，占28.4%；部分公开5件，占2%；不予公开28件，\
占11.2%；无法提供96件，占38.4%；不予处理30件，占12%；其他处理20件，占8%。因政府信息公开引起的行政复议6件，\
行政诉讼2件，均获维持。\n\
（三）政府信息管理情况。进一步健全政府信息发布审查机制，坚持“谁公开、谁审查、谁负责”，严格落实三审三校制度，\
确保公开的信息准确、规范、安全，对失效、废止的文件定期清理并及时更新。\n";

/// Five kilobytes.
fn narrative() -> String {
    PARAGRAPH.repeat(5 * 1024 / PARAGRAPH.len() + 1)
}

#[divan::bench]
fn five_kilobytes_of_narrative(bencher: Bencher<'_, '_>) {
    let text = narrative();
    bencher.counter(BytesCount::of_str(&text)).bench(|| read(black_box(&text)).statements.len());
}

/// The limit: the same bytes, each looked at once.
#[divan::bench]
fn limit_counting_the_characters(bencher: Bencher<'_, '_>) {
    let text = narrative();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| black_box(&text).chars().filter(|c| *c == '件').count());
}
