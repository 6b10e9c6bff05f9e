//! Rules on a server: read, written, enabled, taken back.

use nianbao_expression::CompiledRule;
use nianbao_proto::v1::{
    CreateRuleRequest, EnableRuleRequest, GetRuleRequest, ListRulesRequest, RetireRuleRequest,
    Rule, RuleOrigin, RuleState, UpdateRuleRequest,
};
use nianbao_wire as wire;
use pbjson_types::FieldMask;

use super::{file, resource_name, show};
use crate::arguments::{
    DataFormat, EnableRule, Enabled, GetRule, ListRules, Origin, RetireRule, WriteRules,
};
use crate::client::{Client, Refusal, RequestId};
use crate::failure::Failure;
use crate::input::Source;
use crate::output::Output;
use crate::paging;

/// Shows a page of rules, or all of them.
pub async fn list(
    client: &Client,
    arguments: &ListRules,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let origin = match arguments.origin {
        None => RuleOrigin::Unspecified,
        Some(Origin::Catalogue) => RuleOrigin::Catalogue,
        Some(Origin::User) => RuleOrigin::User,
    };
    let mut request = ListRulesRequest {
        page_size: arguments.part.page_size,
        page_token: arguments.part.page_token.clone(),
        origin: origin.into(),
    };
    let list = async |request: &ListRulesRequest| {
        client.call(async || client.rules().list_rules(request.clone()).await).await
    };
    let mut answer = list(&request).await?;
    while arguments.part.all && !answer.next_page_token.is_empty() {
        request.page_token = std::mem::take(&mut answer.next_page_token);
        let page = list(&request).await?;
        answer.rules.extend(page.rules);
        answer.next_page_token = page.next_page_token;
    }
    match format {
        DataFormat::Text => show::listing(&answer, output),
        DataFormat::Json => output.json_lines(&answer),
        DataFormat::Csv => show::write_records(&answer.rules, output)?,
    }
    paging::say_next(&answer.next_page_token, format, output);
    Ok(())
}

/// Shows one rule.
pub async fn get(
    client: &Client,
    arguments: &GetRule,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let rule = fetch(client, resource_name(&arguments.name)).await?;
    show::one(&rule, format, output)
}

async fn fetch(client: &Client, name: String) -> Result<Rule, Refusal> {
    let request = GetRuleRequest { name };
    client.call(async || client.rules().get_rule(request.clone()).await).await
}

/// Writes the rules of a file, one after the other.
pub async fn create(
    client: &Client,
    arguments: &WriteRules,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let id = RequestId::given_or_new(arguments.writing.request_id);
    let mut written = Vec::new();
    for rule in rules(arguments)? {
        let code = rule.code().to_string();
        let request = CreateRuleRequest {
            rule: Some(wire::rule_definition(rule.definition())),
            request_id: id.of_part(code.as_bytes()),
            rule_id: code,
            validate_only: arguments.writing.validate_only,
        };
        let create = async || client.rules().create_rule(request.clone()).await;
        written.push(client.call(create).await?);
    }
    show::several(&written, format, output)
}

/// Changes the rules of a file, one after the other.
pub async fn update(
    client: &Client,
    arguments: &WriteRules,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let rules = rules(arguments)?;
    if arguments.etag.is_some() && rules.len() != 1 {
        return Err(Failure::usage(
            "写 --etag 时文件中只能有一条规则",
            "with --etag the file holds one rule only",
        ));
    }
    let id = RequestId::given_or_new(arguments.writing.request_id);
    let mut written = Vec::new();
    for rule in rules {
        let name = rule.code().resource_name();
        let etag = seen(client, arguments.etag.as_ref(), &name).await?;
        let request = UpdateRuleRequest {
            request_id: id.of_part(name.as_bytes()),
            rule: Some(Rule { name, etag, ..wire::rule_definition(rule.definition()) }),
            update_mask: Some(FieldMask { paths: vec!["*".to_owned()] }),
            validate_only: arguments.writing.validate_only,
        };
        let update = async || client.rules().update_rule(request.clone()).await;
        written.push(client.call(update).await?);
    }
    show::several(&written, format, output)
}

/// Moves a rule into shadow or into force.
pub async fn enable(
    client: &Client,
    arguments: &EnableRule,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let name = resource_name(&arguments.name);
    let state = match arguments.state {
        Enabled::Shadow => RuleState::Shadow,
        Enabled::Active => RuleState::Active,
    };
    let request = EnableRuleRequest {
        etag: seen(client, arguments.etag.as_ref(), &name).await?,
        name,
        state: state.into(),
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let enable = async || client.rules().enable_rule(request.clone()).await;
    show::one(&client.call(enable).await?, format, output)
}

/// Takes a rule back.
pub async fn retire(
    client: &Client,
    arguments: &RetireRule,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let name = resource_name(&arguments.name);
    let request = RetireRuleRequest {
        etag: seen(client, arguments.etag.as_ref(), &name).await?,
        name,
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let retire = async || client.rules().retire_rule(request.clone()).await;
    show::one(&client.call(retire).await?, format, output)
}

/// The etag that was given, or that of the rule as it is now.
async fn seen(client: &Client, given: Option<&String>, name: &str) -> Result<String, Refusal> {
    match given {
        Some(etag) => Ok(etag.clone()),
        None => Ok(fetch(client, name.to_owned()).await?.etag),
    }
}

fn rules(arguments: &WriteRules) -> Result<Vec<CompiledRule>, Failure> {
    file::read(&Source::named(&arguments.file)).map(|(rules, _)| rules)
}
