//! Organs in a file: JSON or CSV.

use nianbao_domain::finding::Message;
use nianbao_proto::v1::{BatchCreateOrganizationsRequest, CreateOrganizationRequest, Organization};

use super::record;

/// Reads the organs that are to be registered.
pub fn read(bytes: &[u8]) -> Result<Vec<CreateOrganizationRequest>, Message> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match bytes.trim_ascii_start().first() {
        Some(b'{') => read_batch(bytes),
        Some(b'[') => read_list(bytes),
        Some(_) => read_records(bytes),
        None => Err(Message::new("文件是空的", "the file is empty")),
    }
}

fn read_batch(bytes: &[u8]) -> Result<Vec<CreateOrganizationRequest>, Message> {
    let batch: BatchCreateOrganizationsRequest =
        serde_json::from_slice(bytes).map_err(|error| no_json(&error))?;
    Ok(batch.requests)
}

/// A list of organs, whose names give their ids.
fn read_list(bytes: &[u8]) -> Result<Vec<CreateOrganizationRequest>, Message> {
    let organs: Vec<Organization> =
        serde_json::from_slice(bytes).map_err(|error| no_json(&error))?;
    let request = |organ: Organization| CreateOrganizationRequest {
        organization_id: record::id(&organ.name).to_owned(),
        organization: Some(organ),
        ..CreateOrganizationRequest::default()
    };
    Ok(organs.into_iter().map(request).collect())
}

fn no_json(error: &serde_json::Error) -> Message {
    Message::new(format!("不是机关信息的 JSON：{error}"), format!("no organs in JSON: {error}"))
}

fn read_records(bytes: &[u8]) -> Result<Vec<CreateOrganizationRequest>, Message> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().map_err(|error| no_csv(&error))?.clone();
    if let Some(unknown) = header.iter().find(|field| !record::HEADER.contains(&field.trim())) {
        return Err(Message::new(
            format!("表头中的“{unknown}”不是机关的属性"),
            format!("{unknown:?} in the header is no attribute of an organ"),
        ));
    }
    let mut requests = Vec::new();
    for (number, fields) in reader.records().enumerate() {
        let fields = fields.map_err(|error| no_csv(&error))?;
        let mut request = CreateOrganizationRequest::default();
        for (field, value) in header.iter().map(str::trim).zip(&fields) {
            record::set(&mut request, field, value)
                .map_err(|value| wrong(number + 2, field, &value))?;
        }
        requests.push(request);
    }
    Ok(requests)
}

fn wrong(line: usize, field: &str, value: &str) -> Message {
    Message::new(
        format!("第 {line} 行：{field} 的值“{value}”不正确"),
        format!("line {line}: {value:?} is no {field}"),
    )
}

fn no_csv(error: &csv::Error) -> Message {
    Message::new(format!("不是 CSV：{error}"), format!("no CSV: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gives_an_organ_a_line() {
        let table = "\u{feff}organization_id,display_name,level,parent,aliases\r\n\
                     siqian,司前镇人民政府,township,zhenghe,司前镇；司前镇政府\r\n";
        let requests = read(table.as_bytes()).unwrap();
        let organ = requests[0].organization.as_ref().unwrap();
        assert_eq!(requests[0].organization_id, "siqian");
        assert_eq!((organ.level, organ.parent.as_str()), (4, "organizations/zhenghe"));
        assert_eq!(organ.aliases, ["司前镇", "司前镇政府"]);
    }

    #[test]
    fn a_written_table_reads_back_as_the_same_organs() {
        let organ = Organization {
            name: "organizations/siqian".to_owned(),
            display_name: "司前镇人民政府".to_owned(),
            level: 4,
            organ_type: 1,
            rule_power: 3,
            parent: "organizations/zhenghe".to_owned(),
            ..Organization::default()
        };
        let table = format!("{}\n{}\n", record::HEADER.join(","), record::fields(&organ).join(","));
        let read = read(table.as_bytes()).unwrap();
        let expected = Organization { name: String::new(), ..organ };
        assert_eq!(read[0].organization.as_ref(), Some(&expected));
    }

    #[test]
    fn a_wrong_value_is_told_with_its_line() {
        let refused = read(b"organization_id,level\na,village\n").unwrap_err();
        assert!(refused.zh.contains("第 2 行"), "{}", refused.zh);
        assert!(read(b"organization_id,colour\na,red\n").unwrap_err().zh.contains("colour"));
    }

    #[test]
    fn a_list_of_organs_is_read_by_their_names() {
        let requests = read(br#"[{"name":"organizations/a","displayName":"A"}]"#).unwrap();
        assert_eq!(requests[0].organization_id, "a");
        assert!(read(br#"{"requests":[{"organizationId":"a"}]}"#).is_ok());
        assert!(read(b" ").is_err());
    }
}
