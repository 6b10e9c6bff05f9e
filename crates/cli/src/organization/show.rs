//! Organs for people and tables.

use nianbao_proto::v1::Organization;

use super::record;
use crate::arguments::DataFormat;
use crate::failure::Failure;
use crate::listing;
use crate::output::Output;
use crate::record as table;

/// Writes one organ.
pub fn one(organ: &Organization, format: DataFormat, output: &mut Output) -> Result<(), Failure> {
    match format {
        DataFormat::Text => write_text(organ, output),
        DataFormat::Json => output.json_lines(organ),
        DataFormat::Csv => write_records(std::slice::from_ref(organ), output)?,
    }
    Ok(())
}

/// Writes organs as a listing for people.
pub fn listing(organs: &[Organization], output: &mut Output) {
    let heading = output.language.pick(
        ["名称", "机关", "层级", "类型", "上级"],
        ["NAME", "ORGAN", "LEVEL", "TYPE", "SUPERIOR"],
    );
    let row = |organ: &Organization| {
        let (level, kind) = (record::level_code(organ), record::organ_type_code(organ));
        [&organ.name, &organ.display_name, level, kind, &organ.parent].map(str::to_owned).to_vec()
    };
    let rows: Vec<_> = organs.iter().map(row).collect();
    listing::aligned(&heading, &rows).iter().for_each(|line| output.line(line));
}

/// Writes organs as a table that `organization import` reads back.
pub fn write_records(organs: &[Organization], output: &mut Output) -> Result<(), Failure> {
    table::write(output, &record::HEADER.map(str::to_owned))?;
    organs.iter().try_for_each(|organ| table::write(output, &record::fields(organ)))
}

fn write_text(organ: &Organization, output: &mut Output) {
    let language = output.language;
    output.line(format_args!("{}  {}", output.paint().strong(&organ.name), organ.display_name));
    let aliases = organ.aliases.join(language.pick("、", ", "));
    let separator = language.pick("；", "; ");
    let predecessors = record::links(&organ.predecessors).join(separator);
    let successors = record::links(&organ.successors).join(separator);
    let lines = [
        (("别名", "aliases"), aliases.as_str()),
        (("层级", "level"), record::level_code(organ)),
        (("类型", "type"), record::organ_type_code(organ)),
        (("规章制定权", "rule power"), record::rule_power_code(organ)),
        (("统一社会信用代码", "credit code"), &organ.unified_social_credit_code),
        (("行政区划代码", "division code"), &organ.division_code),
        (("上级", "superior"), &organ.parent),
        (("自用键值", "source key"), &organ.source_key),
        (("成立", "valid from"), &organ.valid_from),
        (("撤销", "valid to"), &organ.valid_to),
        (("原机关", "predecessors"), &predecessors),
        (("承接机关", "successors"), &successors),
        (("etag", "etag"), &organ.etag),
    ];
    for ((zh, en), value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        let name = output.paint().faint(language.pick(format!("{zh}："), format!("{en}: ")));
        output.line(format_args!("  {name}{value}"));
    }
}
