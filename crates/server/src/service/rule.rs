//! RuleService: the catalogue, and the rules that users write.

use nianbao_application::Error;
use nianbao_application::access::Method;
use nianbao_application::query::RuleOrigin;
use nianbao_application::reports::Organ;
use nianbao_application::rules::{
    ListedRule, NewRule, RuleError, TrialSubject, Tried, TriedReport, TriedRule,
};
use nianbao_domain::rules::{catalogue, explanation};
use nianbao_domain::user_rule::{RuleState, UserRule, UserRuleCode};
use nianbao_proto::v1::rule_service_server::RuleService;
use nianbao_proto::v1::test_rule_request::Target;
use nianbao_proto::v1::{
    self, CreateRuleRequest, EnableRuleRequest, GetRuleRequest, ListRulesRequest,
    ListRulesResponse, RetireRuleRequest, TestRuleRequest, TestRuleResponse, UpdateRuleRequest,
};
use nianbao_wire as wire;
use nianbao_wire::Concept;
use tonic::{Request, Response, Status};

use super::Shared;
use super::call::{Repeatable, caller};
use super::list;
use super::organization::required_etag;
use crate::answer::{invalid, missing, status};

/// The code that a rule is tested under where it has none yet.
const UNNAMED: &str = "USR-UNNAMED";

/// The rules.
pub struct Rules {
    application: Shared,
}

impl Rules {
    /// The service over the use cases.
    pub fn new(application: Shared) -> Self {
        Self { application }
    }

    /// What a changed rule looks like; its hits are counted with it.
    async fn changed(
        &self,
        changed: Result<UserRule, Error>,
    ) -> Result<Response<v1::Rule>, Status> {
        let rule = changed.map_err(status)?;
        let hits = self.application.hit_reports(&rule).await.map_err(status)?;
        Ok(Response::new(wire::user_rule(&rule, hits)))
    }
}

#[tonic::async_trait]
impl RuleService for Rules {
    async fn list_rules(
        &self,
        request: Request<ListRulesRequest>,
    ) -> Result<Response<ListRulesResponse>, Status> {
        let caller = caller(&request)?;
        let ListRulesRequest { page_size, page_token, origin } = request.into_inner();
        let origin = asked_origin(origin)?;
        let query = list::rules(origin, page_size, &page_token, self.application.limits())?;
        let page = self.application.rules(&caller, &query).await.map_err(status)?;
        Ok(Response::new(ListRulesResponse {
            rules: page.rules.iter().map(listed).collect(),
            next_page_token: page.next_page_token,
            rule_set: page.rule_set,
        }))
    }

    async fn get_rule(
        &self,
        request: Request<GetRuleRequest>,
    ) -> Result<Response<v1::Rule>, Status> {
        let caller = caller(&request)?;
        caller.authorize(Method::GetRule).map_err(status)?;
        let name = request.into_inner().name;
        let code = wire::name::rule(&name, "name").map_err(invalid)?;
        if let Some(explanation) = explanation(&code) {
            return Ok(Response::new(wire::explained_rule(explanation)));
        }
        let code: UserRuleCode = code.parse().map_err(|_| missing("nianbao.v1/Rule", &name))?;
        let found = self.application.rule(&caller, &code).await.map_err(status)?;
        Ok(Response::new(wire::user_rule(&found.rule, found.hit_reports)))
    }

    async fn create_rule(
        &self,
        request: Request<CreateRuleRequest>,
    ) -> Result<Response<v1::Rule>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::CreateRule)?;
        let CreateRuleRequest { rule, rule_id, request_id: _, validate_only: _ } = request;
        let code = wire::name::rule_code(&rule_id, "rule_id").map_err(invalid)?;
        let definition = wire::definition(given(rule)?, "rule").map_err(invalid)?;
        let new = NewRule { code, definition };
        self.changed(self.application.create_rule(&call, new).await).await
    }

    async fn update_rule(
        &self,
        request: Request<UpdateRuleRequest>,
    ) -> Result<Response<v1::Rule>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::UpdateRule)?;
        let UpdateRuleRequest { rule, update_mask, request_id: _, validate_only: _ } = request;
        let rule = given(rule)?;
        let code = user_code(&rule.name, "rule.name")?;
        let etag = required_etag(&rule.etag, "rule.etag")?;
        let update = wire::definition_update(rule, update_mask.as_ref()).map_err(invalid)?;
        self.changed(self.application.update_rule(&call, &code, &etag, update).await).await
    }

    async fn test_rule(
        &self,
        request: Request<TestRuleRequest>,
    ) -> Result<Response<TestRuleResponse>, Status> {
        let caller = caller(&request)?;
        let TestRuleRequest { target, report_names, reports } = request.into_inner();
        let rule = tried_rule(target)?;
        let stored = report_names.iter().enumerate().map(|(at, name)| {
            let path = format!("report_names[{at}]");
            wire::name::report(name, &path).map(TrialSubject::Stored).map_err(invalid)
        });
        let sent = reports.into_iter().enumerate().map(|(at, report)| sent(report, at));
        let subjects = stored.chain(sent).collect::<Result<_, _>>()?;
        let tried = self.application.test_rule(&caller, rule, subjects).await.map_err(status)?;
        Ok(Response::new(answer(tried, report_names)))
    }

    async fn enable_rule(
        &self,
        request: Request<EnableRuleRequest>,
    ) -> Result<Response<v1::Rule>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::EnableRule)?;
        let EnableRuleRequest { name, etag, state, request_id: _, validate_only: _ } = request;
        let code = user_code(&name, "name")?;
        let etag = required_etag(&etag, "etag")?;
        let state: RuleState = wire::field::required_concept(state, "state").map_err(invalid)?;
        if !state.is_enabled() {
            let what = "RULE_STATE_SHADOW or RULE_STATE_ACTIVE is expected";
            return Err(status(Error::invalid("state", what)));
        }
        self.changed(self.application.enable_rule(&call, &code, &etag, state).await).await
    }

    async fn retire_rule(
        &self,
        request: Request<RetireRuleRequest>,
    ) -> Result<Response<v1::Rule>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::RetireRule)?;
        let RetireRuleRequest { name, etag, request_id: _, validate_only: _ } = request;
        let code = user_code(&name, "name")?;
        let etag = required_etag(&etag, "etag")?;
        self.changed(self.application.retire_rule(&call, &code, &etag).await).await
    }
}

fn asked_origin(origin: i32) -> Result<Option<RuleOrigin>, Status> {
    match v1::RuleOrigin::try_from(origin) {
        Ok(v1::RuleOrigin::Unspecified) => Ok(None),
        Ok(v1::RuleOrigin::Catalogue) => Ok(Some(RuleOrigin::Catalogue)),
        Ok(v1::RuleOrigin::User) => Ok(Some(RuleOrigin::User)),
        Err(_) => {
            let what = format!("{origin} is no value of nianbao.v1.RuleOrigin that is known here");
            Err(status(Error::invalid("origin", what)))
        }
    }
}

fn listed(rule: &ListedRule) -> v1::Rule {
    match rule {
        ListedRule::Catalogue(entry) => wire::catalogue_rule(entry),
        ListedRule::User(counted) => wire::user_rule(&counted.rule, counted.hit_reports),
    }
}

fn given(rule: Option<v1::Rule>) -> Result<v1::Rule, Status> {
    rule.ok_or_else(|| status(Error::invalid("rule", "missing")))
}

/// The code of a rule that can be changed.
fn user_code(name: &str, path: &str) -> Result<UserRuleCode, Status> {
    let code = wire::name::rule(name, path).map_err(invalid)?;
    if catalogue().any(|entry| entry.code == code) {
        return Err(status(RuleError::OfCatalogue(name.to_owned()).into()));
    }
    code.parse().map_err(|_| missing("nianbao.v1/Rule", name))
}

fn tried_rule(target: Option<Target>) -> Result<TriedRule, Status> {
    match target {
        Some(Target::Name(name)) => user_code(&name, "name").map(TriedRule::Stored),
        Some(Target::Rule(rule)) => {
            let code = match rule.name.as_str() {
                "" => wire::name::rule_code(UNNAMED, "rule.name").map_err(invalid)?,
                name => user_code(name, "rule.name")?,
            };
            let definition = wire::definition(rule, "rule").map_err(invalid)?;
            Ok(TriedRule::Sent(code, Box::new(definition)))
        }
        None => Err(status(Error::invalid("target", "missing: a name or a rule is needed"))),
    }
}

fn sent(report: v1::Report, at: usize) -> Result<TrialSubject, Status> {
    let wire::Parsed { organization, year, kind, content, .. } =
        wire::Parsed::read(report, &format!("reports[{at}]")).map_err(invalid)?;
    let organ = organization.map_or(Organ::Unknown, Organ::Registered);
    Ok(TrialSubject::Sent { content: Box::new(content), year, kind, organ })
}

fn answer(tried: Tried, names: Vec<String>) -> TestRuleResponse {
    let names = names.into_iter().chain(std::iter::repeat(String::new()));
    TestRuleResponse {
        passes: tried.trial.passes(),
        vectors: tried.trial.results.iter().map(wire::vector_result).collect(),
        reports: names.zip(tried.reports).map(|(name, report)| trial(name, &report)).collect(),
    }
}

fn trial(report: String, tried: &TriedReport) -> v1::RuleTrial {
    v1::RuleTrial {
        report,
        outcome: tried.outcome.map_or(0, Concept::to_wire),
        finding: tried.finding.as_ref().map(wire::finding),
        not_assessed: tried.not_assessed.as_ref().map(wire::not_assessed),
    }
}
