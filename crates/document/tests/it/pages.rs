//! Whole pages: what is the report, what is around it, and what is no report at all.

use std::fmt::Write;

use chrono::NaiveDate;
use nianbao_document::{Draft, Format, NotAReport, ReadError, read};
use nianbao_domain::form::Edition;
use nianbao_domain::report::ReportKind;

use crate::article::of_text;

/// A draft as a text to look at.
fn described(draft: &Draft) -> String {
    let mut text = String::new();
    let sheet = &draft.content.sheet;
    let _ = writeln!(text, "organ: {:?}", draft.organization_name);
    let _ = writeln!(text, "year: {:?}, {:?}, {:?}", draft.year, draft.kind, draft.format);
    let _ = writeln!(
        text,
        "edition: {}, certain: {}, {:?}",
        sheet.edition(),
        draft.edition_certain,
        draft.charset
    );
    let _ = writeln!(text, "title: {}", draft.content.title);
    let _ = writeln!(text, "preamble: {:?}", draft.content.narrative.preamble);
    for section in &draft.content.narrative.sections {
        let _ = writeln!(text, "section {} {:?}:\n{}", section.number, section.title, section.text);
    }
    let _ = writeln!(text, "closing: {:?}", draft.content.narrative.closing);
    let _ = writeln!(text, "evidence: {:#?}", draft.evidence);
    for (cell, said) in sheet.cells() {
        let number = sheet.printed_number(cell);
        let _ = writeln!(text, "{cell}: {} {number} {}", said.state(), sheet.unit(cell).symbol());
    }
    let strange: Vec<_> = draft.content.provenance.strange().collect();
    let _ = writeln!(text, "provenance: {strange:#?}");
    text
}

#[test]
fn the_page_of_a_township_is_read_as_it_is() {
    let page = include_bytes!("../../../../tests/fixtures/pages/siqian-2024.txt");
    let draft = read(page, Format::Text).unwrap();
    assert_eq!(draft.content.sheet, crate::figures::siqian().sheet());
    insta::assert_snapshot!(described(&draft));
}

const CMS: &str = "<html><head><title>环县人民政府2023年政府信息公开工作年度报告 - 环县人民政府门户网站</title>\
    <meta name=\"ArticleTitle\" content=\"环县人民政府2023年政府信息公开工作年度报告\">\
    <meta name=\"PubDate\" content=\"2024-03-12 09:30\"><meta name=\"ContentSource\" content=\"环县人民政府办公室\">\
    <meta name=\"SiteName\" content=\"环县人民政府门户网站\">\
    <meta name=\"Url\" content=\"https://www.example.gov.cn/a.html\"></head><body>\
    <nav>首页 政务公开</nav><div>您现在所在的位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>\
    <table><tr><td>索引号</td><td>11621022013923456A/2024-00012</td></tr><tr><td>发布机构</td><td>环县人民政府办公室</td></tr></table>\
    <h1>环县人民政府<br>2023年政府信息公开工作年度报告</h1>\
    <p>发布时间：2024-03-12 来源：县政府办 浏览次数：31</p><p>【字体：大 中 小】 打印</p>\
    <p>根据《条例》编制本报告。如有疑问，请通过微信公众号或者电话联系。</p>\
    <p>一、概述</p><p>（一）主动公开。</p><p>通过微信、微博公开信息12条。</p>\
    <p>三、收到和处理政府信息公开申请情况</p><p>本年度没有收到申请。</p>\
    <p>五、存在问题及改进情况</p><p>不足与改进。</p><p>六、其他需要报告的事项：无。</p>\
    <p>环县人民政府办公室</p><p>2024年3月12日</p><p>附件：2023年报.pdf</p><p>上一篇：没有了</p><div>主办：环县人民政府</div></body></html>";

#[test]
fn a_page_of_a_content_system_says_who_published_it_when_and_where() {
    let draft = read(CMS.as_bytes(), Format::Html).unwrap();
    assert_eq!(draft.organization_name.as_deref(), Some("环县人民政府"));
    assert_eq!(draft.kind, ReportKind::Consolidated);
    assert_eq!(draft.content.compiled_by, "环县人民政府办公室");
    let publication = draft.content.publication.unwrap();
    assert_eq!(publication.uri, "https://www.example.gov.cn/a.html");
    assert_eq!(publication.publish_date, NaiveDate::from_ymd_opt(2024, 3, 12));
    assert_eq!(draft.evidence.credit_codes[0].text, "11621022013923456A");
    let metadata = draft.evidence.metadata;
    assert_eq!(metadata.index_number.unwrap().text, "11621022013923456A/2024-00012");
    assert_eq!(metadata.issuer.unwrap().text, "环县人民政府办公室");
    assert_eq!(metadata.published, NaiveDate::from_ymd_opt(2024, 3, 12));
    assert_eq!(metadata.site, "环县人民政府门户网站");
}

#[test]
fn a_title_may_stand_under_a_number_and_over_several_lines() {
    for head in [
        "漳审综〔2024〕2号\n甲县财政局\n2023年政府信息公开\n工作年度报告",
        "漳审综〔2024〕2号\n2023年度甲县财政局2023年度政府信息公开工作年度报告",
        "漳审综〔2024〕2号\n甲县财政局\n2023 年度政府信息公开工作年度报告",
    ] {
        let draft = of_text(&format!(
            "{head}\n本报告统计期限为2023年1月1日至12月31日，联系电话：0751-3312345。\n一、总体情况\n无。"
        ));
        assert_eq!(draft.organization_name.as_deref(), Some("甲县财政局"), "{head}");
        assert_eq!(draft.year.map(|year| year.get()), Some(2023), "{head}");
        let metadata = draft.evidence.metadata;
        assert_eq!(metadata.document_number.unwrap().text, "漳审综〔2024〕2号");
        assert_eq!(metadata.period.unwrap().last, NaiveDate::from_ymd_opt(2023, 12, 31).unwrap());
        assert_eq!(metadata.contact.phone.unwrap().text, "0751-3312345");
    }
}

#[test]
fn chrome_stays_out_of_the_words_and_prose_that_mentions_it_stays_in() {
    let draft = read(CMS.as_bytes(), Format::Html).unwrap();
    let narrative = &draft.content.narrative;
    assert_eq!(
        narrative.preamble,
        "根据《条例》编制本报告。如有疑问，请通过微信公众号或者电话联系。"
    );
    assert_eq!(
        narrative.section(1).unwrap().text,
        "（一）主动公开。\n通过微信、微博公开信息12条。"
    );
    assert_eq!(narrative.section(3).unwrap().text, "本年度没有收到申请。");
    assert_eq!(narrative.section(6).unwrap().text, "无。");
    assert_eq!(narrative.closing, "环县人民政府办公室\n2024年3月12日");
    let chrome: Vec<&str> = draft.evidence.chrome.iter().map(|line| line.text.as_str()).collect();
    for line in [
        "【字体：大 中 小】 打印",
        "附件：2023年报.pdf",
        "上一篇：没有了",
        "主办：环县人民政府",
        "索引号",
    ] {
        assert!(chrome.contains(&line), "{line} {chrome:?}");
    }
}

#[test]
fn headings_of_an_organ_s_own_are_known_and_told_from_the_form_s() {
    let draft = read(CMS.as_bytes(), Format::Html).unwrap();
    let headings: Vec<_> = draft
        .evidence
        .headings
        .iter()
        .map(|it| (it.section, it.title.text.as_str(), it.official))
        .collect();
    assert_eq!(
        headings,
        [
            (1, "概述", false),
            (3, "收到和处理政府信息公开申请情况", true),
            (5, "存在问题及改进情况", false),
            (6, "其他需要报告的事项", true),
        ]
    );
    assert_eq!(draft.content.narrative.section(1).unwrap().title, "概述");
    assert_eq!(draft.content.narrative.section(3).unwrap().title, "");
}

#[test]
fn a_table_of_contents_is_not_the_report() {
    let contents = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n";
    let draft = of_text(&format!(
        "甲县2023年政府信息公开工作年度报告\n{contents}一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n三、收到和处理政府信息公开申请情况\n丙。"
    ));
    let texts: Vec<&str> =
        draft.content.narrative.sections.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["甲。", "乙。", "丙。"]);
}

#[test]
fn what_is_numbered_within_a_section_is_no_section() {
    let draft = of_text(
        "甲县2023年政府信息公开工作年度报告\n本报告统计期限自2022年1月1日起。\n一、总体情况\n1.主动公开情况\n甲。\n\
         2、依申请公开政府信息情况\n乙。\n二、主动公开政府信息情况\n丙。",
    );
    let sections: Vec<_> =
        draft.content.narrative.sections.iter().map(|it| (it.number, it.text.as_str())).collect();
    assert_eq!(
        sections,
        [(1, "1.主动公开情况\n甲。\n2、依申请公开政府信息情况\n乙。"), (2, "丙。")]
    );
    assert_eq!(draft.year.map(|year| year.get()), Some(2023));
    let digits = of_text(
        "甲县政府信息公开工作年度报告\r统计期限自2022年1月1日起。\r1、总体情况\r甲。\r2、主动公开政府信息情况\r乙。",
    );
    assert_eq!(digits.evidence.headings.iter().map(|it| it.section).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(digits.year.map(|year| year.get()), Some(2022));
}

#[test]
fn words_beside_the_tables_stay_in_their_section() {
    let figures = crate::figures::suqian();
    let text =
        String::from_utf8(crate::article::page(&figures, &crate::layout::lines::PLAIN)).unwrap();
    let text = text
        .replace(
            "二、主动公开政府信息情况\n",
            "二、主动公开政府信息情况\n该部分以表格形式报告。表格如下：\n全年公开 12\n",
        )
        .replace("三、收到和处理", "注：现行有效件数含历年文件。\n三、收到和处理");
    let draft = of_text(&text);
    assert_eq!(draft.content.sheet, figures.sheet());
    let section = draft.content.narrative.section(2).unwrap();
    assert_eq!(
        section.text,
        "该部分以表格形式报告。表格如下：\n全年公开 12\n注：现行有效件数含历年文件。"
    );
}

#[test]
fn a_page_whose_title_is_in_its_head_alone_has_its_preamble() {
    let page = "<title>甲县财政局2023年政府信息公开工作年度报告_甲县</title><p>首页</p><p>本报告依法编制。</p>\
                <p>一、总体情况</p><p>主办单位为甲县财政局，合作顺利。</p>";
    let draft = read(page.as_bytes(), Format::Html).unwrap();
    assert_eq!(draft.organization_name.as_deref(), Some("甲县财政局"));
    assert_eq!(draft.content.narrative.preamble, "本报告依法编制。");
    assert_eq!(
        draft.content.narrative.section(1).unwrap().text,
        "主办单位为甲县财政局，合作顺利。"
    );
    assert_eq!(draft.evidence.chrome[0].text, "首页");
}

#[test]
fn tables_alone_are_a_report_too() {
    use crate::article::Layout;
    let figures = crate::figures::suqian();
    let lines = crate::layout::lines::PLAIN;
    let spans = crate::layout::html::Html::new(crate::layout::html::Markup::Spans);
    for layout in [&lines as &dyn Layout, &spans] {
        let tables = figures.edition.form().tables();
        let page: String = tables.map(|table| layout.table(table, &figures)).collect();
        let draft = read(page.as_bytes(), layout.format()).unwrap();
        assert_eq!(draft.content.sheet, figures.sheet());
        assert_eq!((draft.organization_name, draft.year), (None, None));
    }
}

#[test]
fn a_table_within_the_text_is_text() {
    let draft = of_text(
        "甲县2023年政府信息公开工作年度报告\n一、总体情况\n渠道 | 条数\n网站 | 12\n五、存在的主要问题及改进情况\n无。",
    );
    assert_eq!(draft.content.narrative.section(1).unwrap().text, "渠道 | 条数\n网站 | 12");
    assert_eq!(draft.content.sheet.edition(), Edition::E2021);
}

#[test]
fn a_report_from_before_there_was_a_form_is_words() {
    let draft = of_text(&format!(
        "甲市财政局2016年政府信息公开年度报告\n一、概述\n{}\n五、收费及减免情况\n无。",
        "本局公开信息。".repeat(40)
    ));
    assert_eq!(draft.year.map(|year| year.get()), Some(2016));
    assert!(!draft.edition_certain);
}

#[test]
fn a_picture_where_a_table_should_be_is_named() {
    let page = "<img src=logo.png><p>甲县财政局2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>甲。<img src=x.png></p>\
        <p>二、主动公开政府信息情况</p><p><img src='/img/t2.jpg?x=1'></p><p>三、收到和处理政府信息公开申请情况</p>\
        <p>本年度没有收到申请。</p><p>四、政府信息公开行政复议、行政诉讼情况</p><img src='data:image/png;base64,AAAA'>";
    let pictures = read(page.as_bytes(), Format::Html).unwrap().evidence.pictures;
    let named: Vec<_> =
        pictures.iter().map(|it| (it.table.section(), it.picture.text.as_str())).collect();
    assert_eq!(named, [(2, "t2.jpg"), (4, "data:")]);
}

#[test]
fn a_page_without_a_report_says_what_it_is() {
    let refused = |page: &str, format| match read(page.as_bytes(), format) {
        Err(ReadError::NotAReport(what)) => Some(what),
        _ => None,
    };
    let shell = "<html><head><title>甲县2023年政府信息公开工作年度报告</title></head><body><div id=app></div><script>x()</script>";
    assert_eq!(refused(shell, Format::Html), Some(NotAReport::Shell));
    let list = "政府信息公开年报\n甲县财政局2023年政府信息公开工作年度报告\n甲县教育局2023年政府信息公开工作年度报告\n甲县公安局2023年政府信息公开工作年度报告";
    assert_eq!(refused(list, Format::Text), Some(NotAReport::List));
    let title = "<h1>甲县2023年政府信息公开工作年度报告</h1>";
    let page = |rest: &str| refused(&format!("{title}{rest}"), Format::Html);
    assert_eq!(page("<p>附件：年报.pdf</p>"), Some(NotAReport::TitleOnly));
    let link = "<p>点击下载<a href='/files/年报.PDF?v=1'>年报</a></p>";
    assert_eq!(page(link), Some(NotAReport::Attachment("/files/年报.PDF?v=1".to_owned())));
    let embedded = "<iframe src=nb.pdf></iframe><p>浏览次数：3</p>";
    assert_eq!(page(embedded), Some(NotAReport::Attachment("nb.pdf".to_owned())));
    let pictures = "<p><img src='a/b/1.png'><img src=2.png></p>";
    assert_eq!(page(pictures), Some(NotAReport::Picture("1.png".to_owned())));
    let script = r"<script>var data='\u653f\u5e9c\u4fe1\u606f\u516c\u5f00';</script><p>加载中</p>";
    assert_eq!(page(script), Some(NotAReport::Shell));
    let edition = "甲县2023年政府信息公开工作年度报告（图片版）\n点击查看";
    assert!(matches!(refused(edition, Format::Text), Some(NotAReport::Picture(_))));
    assert_eq!(refused("今天天气很好。", Format::Text), Some(NotAReport::Other));
}
