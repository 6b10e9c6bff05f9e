//! The words of a report, true of its figures.

use nianbao_domain::form::{Column, Edition, Line};
use nianbao_domain::report::{Narrative, SectionText};
use nianbao_domain::sheet::Sheet;

use crate::figures::number;
use crate::numeral::Style;
use crate::organ::Organ;
use crate::random::Random;

/// Writes the narrative of one report.
pub struct Writer<'a> {
    pub organ: &'a Organ,
    pub year: u16,
    pub sheet: &'a Sheet,
    pub previous: Option<&'a Sheet>,
    pub random: &'a mut Random,
    pub style: Style,
}

/// How many wordings there are for everything; the years take them in turn.
const WORDINGS: usize = 4;

impl Writer<'_> {
    pub fn narrative(&mut self) -> Narrative {
        let section = |number, text| SectionText { number, title: String::new(), text };
        Narrative {
            preamble: self.preamble(),
            sections: vec![
                section(1, self.overview()),
                section(2, String::new()),
                section(3, String::new()),
                section(4, self.proceedings()),
                section(5, self.problems()),
                section(6, self.other()),
            ],
            closing: format!("{}\n{}年1月20日", self.organ.name(), self.year + 1),
        }
    }

    /// One of four wordings: even ones in even years, so that no year repeats the one before.
    fn wording<'t>(&mut self, wordings: [&'t str; WORDINGS]) -> &'t str {
        let half = self.random.below(WORDINGS / 2);
        wordings[half * 2 + usize::from(self.year % 2)]
    }

    fn count(&self, line: Line, column: Column, classifier: &str) -> String {
        self.style.count(number(self.sheet, line, column), classifier)
    }

    fn requests(&self, line: Line) -> i64 {
        self.sheet.value(line, Column::Applicants).map(|it| i64::try_from(it).unwrap()).unwrap()
    }

    fn preamble(&mut self) -> String {
        let notice = match self.sheet.edition() {
            Edition::E2019 => "国办公开办函〔2019〕60号",
            Edition::E2021 => "国办公开办函〔2021〕30号",
        };
        let (name, year) = (self.organ.name(), self.year);
        let first = self.wording([
            "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和",
            "本报告依据《中华人民共和国政府信息公开条例》（国务院令第711号）以及",
            "按照《中华人民共和国政府信息公开条例》和",
            "现根据《中华人民共和国政府信息公开条例》要求，按照",
        ]);
        format!(
            "{first}《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（{notice}）编制，由{name}发布。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。如有疑问，请与{name}办公室联系（联系电话：0551-6260{year}）。"
        )
    }

    fn overview(&mut self) -> String {
        let opening = self.opening();
        let disclosure = self.disclosure();
        let requests = self.request_statements();
        let management = self.management();
        let platform = self.platform();
        let supervision = self.supervision();
        format!(
            "{opening}\n（一）主动公开情况。{disclosure}\n（二）依申请公开情况。{requests}\n（三）政府信息管理情况。{management}\n（四）政府信息公开平台建设情况。{platform}\n（五）监督保障情况。{supervision}"
        )
    }

    fn opening(&mut self) -> String {
        let (name, year) = (self.organ.name(), self.year);
        let rest = self.wording([
            "坚持以人民为中心，深入贯彻落实《中华人民共和国政府信息公开条例》，各项公开工作有序推进。",
            "紧紧围绕中心工作，以公开促落实、强监管、优服务，政府信息公开质量继续提高。",
            "认真执行政府信息公开各项制度，回应群众关心的问题，公开的内容更加完整。",
            "把政府信息公开作为建设法治政府的重要内容，完善机制、明确责任，取得了新的进展。",
        ]);
        format!("{year}年，{name}{rest}")
    }

    fn disclosure(&mut self) -> String {
        let (items, documents) = (self.items(), self.documents());
        let more = self.wording([
            "围绕群众关心的就业、教育、医疗等领域，及时发布办事指南和办理结果。",
            "对重大行政决策先征求意见，再公布结果，并说明采纳情况。",
            "财政预算、决算和“三公”经费按规定的时间全部公开。",
            "聚焦重点领域，用图解、问答等形式解读政策，让群众看得懂、用得上。",
        ]);
        format!("我{}{more}{items}{documents}", self.organ.short)
    }

    fn items(&mut self) -> String {
        let parts = [
            self.random.between(3, 90),
            self.random.between(3, 90),
            self.random.between(3, 90),
            self.random.between(1, 30),
        ];
        let total: i64 = parts.iter().sum();
        let [a, b, c, d] = parts.map(|part| self.style.count(part, "条"));
        let total = self.style.count(total, "条");
        match self.wording(["0", "1", "2", "3"]) {
            "0" => format!(
                "全年通过政府网站主动公开信息{total}，其中机构职能{a}、政策文件{b}、工作动态{c}、其他{d}。"
            ),
            "1" => format!(
                "共公开各类政府信息{total}（其中：政策文件{a}，财政信息{b}，工作动态{c}，公告公示{d}）。"
            ),
            "2" => format!(
                "主动公开政府信息{total}，包括：通知公告{a}；规划计划{b}；重点领域信息{c}；人事信息{d}。"
            ),
            _ => format!(
                "政府网站全年发布信息{total}，其中，要闻动态{a}，政策法规{b}，公示公告{c}，其他信息{d}。"
            ),
        }
    }

    fn documents(&mut self) -> String {
        if self.sheet.edition() != Edition::E2021 {
            return String::new();
        }
        let line = Line::NormativeDocuments;
        let (issued, repealed, valid) = (
            self.count(line, Column::Issued, "件"),
            self.count(line, Column::Repealed, "件"),
            self.count(line, Column::InForce, "件"),
        );
        match self.wording(["0", "1", "2", "3"]) {
            "0" => format!("本年制发行政规范性文件{issued}，废止{repealed}，现行有效{valid}。"),
            "1" => format!(
                "全年制发行政规范性文件{issued}、废止行政规范性文件{repealed}，现行有效行政规范性文件{valid}。"
            ),
            _ => String::new(),
        }
    }

    fn request_statements(&mut self) -> String {
        let (new, carried) = (self.requests(Line::NewRequests), self.requests(Line::CarriedOver));
        if new == 0 && carried == 0 {
            return self
                .wording([
                    "本年度未收到政府信息公开申请。",
                    "全年没有收到公民、法人和其他组织的政府信息公开申请。",
                    "未收到政府信息公开申请，也无上年结转的申请。",
                    "本年度收到政府信息公开申请0件。",
                ])
                .to_owned();
        }
        format!("{}{}{}", self.received(), self.outcomes(), self.change())
    }

    fn received(&mut self) -> String {
        let c = |n| self.style.count(n, "件");
        let (new, carried) = (self.requests(Line::NewRequests), self.requests(Line::CarriedOver));
        let (handled, forward) =
            (self.requests(Line::Handled), self.requests(Line::CarriedForward));
        let natural = number(self.sheet, Line::NewRequests, Column::NaturalPerson);
        let (all, entities) = (c(new + carried), c(new - natural));
        let (new, carried, handled, forward, natural) =
            (c(new), c(carried), c(handled), c(forward), c(natural));
        let wording = self.wording(["0", "1", "2", "3"]);
        match wording {
            "0" => format!(
                "本年新收政府信息公开申请{new}，上年结转{carried}，办理结果总计{handled}，结转下年度继续办理{forward}。"
            ),
            "1" => format!(
                "全年共收到政府信息公开申请{all}（含上年结转{carried}），已办结{handled}，结转下年度继续办理{forward}。"
            ),
            "2" => format!(
                "收到政府信息公开申请{new}，其中自然人申请{natural}、法人或其他组织申请{entities}；上年结转{carried}。全年答复{handled}，{forward}结转下年度。"
            ),
            _ => format!(
                "全年新收政府信息公开申请{new}，加上上年结转的{carried}，共计{all}，均依法办理，办结{handled}。"
            ),
        }
    }

    fn outcomes(&mut self) -> String {
        let lines = [
            Line::Granted,
            Line::PartlyGranted,
            Line::Withheld,
            Line::Unavailable,
            Line::NotProcessed,
            Line::OtherHandling,
        ];
        let [g, p, w, u, n, o] = lines.map(|line| self.style.count(self.requests(line), "件"));
        let handled = self.style.count(self.requests(Line::Handled), "件");
        match self.wording(["0", "1", "2", "3"]) {
            "0" => format!(
                "在办结的{handled}申请中，予以公开{g}，部分公开{p}，不予公开{w}，无法提供{u}，不予处理{n}，其他处理{o}。"
            ),
            "1" => format!(
                "办理结果为：予以公开{g}、部分公开{p}、不予公开{w}、无法提供{u}、不予处理{n}、其他处理{o}。"
            ),
            "2" => self.share(),
            _ => String::new(),
        }
    }

    fn share(&mut self) -> String {
        let (granted, handled) = (self.requests(Line::Granted), self.requests(Line::Handled));
        if handled < 10 || self.style == Style::FullWidth {
            return String::new();
        }
        let share = percent(granted, handled);
        format!("其中予以公开{}，占办结总数的{share}%。", self.style.count(granted, "件"))
    }

    /// Growth over the year before, where there was any.
    fn change(&mut self) -> String {
        let new = self.requests(Line::NewRequests);
        let before =
            self.previous.and_then(|sheet| sheet.value(Line::NewRequests, Column::Applicants));
        let before = before.map_or(0, |it| i64::try_from(it).unwrap());
        if before < 10 || new == before || !self.random.chance(50) {
            return String::new();
        }
        let share = percent((new - before).abs(), before);
        match (new > before, self.random.chance(50)) {
            (true, true) => format!("新收申请数量同比增长{share}%。"),
            (true, false) => {
                format!("新收申请较上年增加{}。", self.style.count(new - before, "件"))
            }
            (false, true) => format!("新收申请数量同比下降{share}%。"),
            (false, false) => {
                format!("新收申请较上年减少{}。", self.style.count(before - new, "件"))
            }
        }
    }

    fn management(&mut self) -> String {
        self.wording([
            "严格执行信息发布审核制度，先审后发、一事一审，全年没有发生失泄密问题。",
            "健全政府信息的制作、获取、保存和更新制度，开展规范性文件清理。",
            "对公开的信息定期检查，过时的及时更新，错误的及时改正。",
            "落实政府信息公开属性源头认定，发文时同时确定是否公开。",
        ])
        .to_owned()
    }

    fn platform(&mut self) -> String {
        let style = self.style;
        let (videos, replies) = (self.random.between(2, 40), self.random.between(2, 60));
        let words = self.wording([
            "政府网站设政府信息公开专栏，统一公布指南、制度、法定主动公开内容和年报。",
            "加强政务新媒体管理，完成栏目调整和页面适老化改造。",
            "优化检索功能，群众查找更方便。",
            "网站与政务服务平台互通，内容同步更新。",
        ]);
        format!(
            "{words}发布短视频{}，答复网民留言{}。",
            style.count(videos, "个"),
            style.count(replies, "次")
        )
    }

    fn supervision(&mut self) -> String {
        let trainings = self.random.between(1, 6);
        let words = self.wording([
            "由办公室负责日常监督，按季度通报情况。",
            "明确分管负责人和专职人员，逐级压实责任。",
            "畅通监督渠道，认真处理群众意见。",
            "建立台账，逐项销号。",
        ]);
        let people = if self.organ.is_government() {
            "将政府信息公开纳入年度工作考核，开展社会评议，没有发生需要责任追究的情形。"
        } else {
            "政府信息公开列入工作考核。"
        };
        format!("{words}举办业务培训{}。{people}", self.style.count(trainings, "次"))
    }

    fn proceedings(&mut self) -> String {
        let cases = |line| number(self.sheet, line, Column::Cases);
        let reconsiderations = cases(Line::Reconsideration);
        let suits = cases(Line::DirectLitigation) + cases(Line::LitigationAfterReconsideration);
        let wording = self.wording(["0", "1", "2", "3"]);
        match (reconsiderations, suits, wording) {
            (0, 0, "0") => "本年度未发生因政府信息公开引起的行政复议和行政诉讼。".to_owned(),
            (0, 0, "1") => "全年没有政府信息公开行政复议、行政诉讼案件。".to_owned(),
            (0, 0, _) | (_, _, "0") => String::new(),
            (r, s, "1") => format!(
                "本年度因政府信息公开被申请行政复议{}，被提起行政诉讼{}。",
                self.style.count(r, "件"),
                self.style.count(s, "件")
            ),
            (r, s, "2") => format!(
                "政府信息公开行政复议{}，行政诉讼{}。",
                self.style.count(r, "件"),
                self.style.count(s, "件")
            ),
            _ => String::new(),
        }
    }

    fn problems(&mut self) -> String {
        let problem = self.wording([
            "存在的主要问题：一是部分栏目更新不够及时；二是政策解读形式比较单一。",
            "一年来的工作还有不足，主要是基层工作人员变动较快，业务能力有待提高，答复的规范性有差别。",
            "对照群众的期待，公开的深度还不够，有的信息查找不方便。",
            "问题主要表现在：主动公开的意识还需加强，重点领域信息的整理不够系统。",
        ]);
        let answer = self.wording([
            "改进情况：已建立更新提醒制度，逐月检查，并增加图解和视频解读。",
            "针对这些问题，组织了专题学习，统一了答复文书的样式，落实专人负责。",
            "我们调整了目录，增加了检索入口，对过去的信息重新分类。",
            "目前已制定任务清单，明确时限和责任人，下一步将继续完善。",
        ]);
        format!("{problem}\n{answer}")
    }

    fn other(&mut self) -> String {
        let charges = self.sheet.edition() == Edition::E2021
            && number(self.sheet, Line::AdministrativeCharges, Column::AmountCollected) > 0;
        match self.wording(["0", "1", "2", "3"]) {
            "0" => "本年度没有收取信息处理费，没有其他需要报告的事项。".to_owned(),
            "1" if charges => format!(
                "依据《政府信息公开信息处理费管理办法》，本年度发出收费通知{}，收取信息处理费{}元。",
                self.style.count(1, "件"),
                self.random.between(1, 40) * 10
            ),
            "2" => {
                "按照《政府信息公开信息处理费管理办法》的规定，全年未收取信息处理费。".to_owned()
            }
            _ => "无其他需要报告的事项。".to_owned(),
        }
    }
}

/// A share with two decimals, rounded half up.
pub fn percent(part: i64, whole: i64) -> String {
    let hundredths = (part * 10_000 * 2 + whole) / (whole * 2);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
