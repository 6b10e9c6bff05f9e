//! The reader of statements.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nianbao_domain::statement::read;

fn main() {
    divan::main();
}

/// Section one of a typical report, five kilobytes.
const NARRATIVE: &str = include_str!("report.txt");

/// A paragraph of nothing but statements and lists.
const STATEMENTS: &str = "2024年，全县共收到政府信息公开申请255件，其中自然人申请240件，法人或其他组织申请15件，\
上年结转3件，办结250件，结转下年度继续办理8件。其中，予以公开71件，占28.4%；部分公开5件，占2%；不予公开28件，\
占11.2%；无法提供96件，占38.4%；不予处理30件，占12%；其他处理20件，占8%。因政府信息公开引起的行政复议6件，\
行政诉讼2件，均获维持。";

#[divan::bench]
fn section_one_of_a_typical_report(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::of_str(NARRATIVE))
        .bench(|| read(black_box(NARRATIVE)).statements.len());
}

#[divan::bench]
fn a_paragraph_of_statements(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::of_str(STATEMENTS))
        .bench(|| read(black_box(STATEMENTS)).statements.len());
}

/// The limit: the same characters, each looked at once.
#[divan::bench]
fn limit_counting_characters(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::of_str(NARRATIVE))
        .bench(|| black_box(NARRATIVE).chars().filter(|c| *c == '件').count());
}
