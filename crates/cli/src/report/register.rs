//! The registered organs by every name that they are known under.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_domain::finding::Message;
use nianbao_domain::form::fold;
use nianbao_proto::v1::{ListOrganizationsRequest, Organization};

use crate::client::{Client, Refusal};
use crate::input::Document;

/// Organs that the server is asked for at once.
const PAGE: i32 = 1000;

/// The registered organs by every name that they are known under.
#[derive(Default)]
pub struct Register {
    /// Folded names, with the names of the resources.
    names: BTreeMap<String, BTreeSet<String>>,
}

impl Register {
    /// Reads every organ that the caller may see.
    pub async fn read(client: &Client) -> Result<Self, Refusal> {
        let mut register = Self::default();
        let mut request = ListOrganizationsRequest { page_size: PAGE, ..Default::default() };
        loop {
            let list = async || client.organizations().list_organizations(request.clone()).await;
            let page = client.call(list).await?;
            page.organizations.iter().for_each(|organ| register.add(organ));
            request.page_token = page.next_page_token;
            if request.page_token.is_empty() {
                return Ok(register);
            }
        }
    }

    fn add(&mut self, organ: &Organization) {
        for name in std::iter::once(&organ.display_name).chain(&organ.aliases) {
            self.names.entry(fold(name)).or_default().insert(organ.name.clone());
        }
    }

    /// The organ whose report a document is: the one that it names by id, or the only one of its name.
    ///
    /// # Errors
    ///
    /// No name, a name that nobody has, or one that several have.
    pub fn organ_of(&self, document: &Document) -> Result<String, Message> {
        if let Some(id) = &document.organization_id {
            return Ok(id.resource_name());
        }
        let Some(name) = document.organization.as_deref().filter(|name| !name.is_empty()) else {
            return Err(Message::new(
                "文件没有写明是哪个机关的年报：请用 --organization 指定",
                "the document names no organ: say which with --organization",
            ));
        };
        let found = self.names.get(&fold(name));
        let mut organs = found.into_iter().flatten();
        match (organs.next(), organs.next()) {
            (Some(only), None) => Ok(only.clone()),
            (None, _) => Err(Message::new(
                format!("没有名称或别名为“{name}”的机关：请先登记，或用 --organization 指定"),
                format!("no organ is called {name}: register it, or say which with --organization"),
            )),
            (Some(first), Some(second)) => Err(Message::new(
                format!(
                    "名称为“{name}”的机关不止一个（{first}、{second}…）：请用 --organization 指定"
                ),
                format!(
                    "several organs are called {name} ({first}, {second} …): say which with --organization"
                ),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use nianbao_domain::form::Edition;
    use nianbao_domain::report::{Content, ReportKind};
    use nianbao_domain::sheet::Sheet;

    use super::*;

    fn register() -> Register {
        let organ = |name: &str, display: &str, alias: &str| Organization {
            name: format!("organizations/{name}"),
            display_name: display.to_owned(),
            aliases: vec![alias.to_owned()],
            ..Default::default()
        };
        let mut register = Register::default();
        register.add(&organ("a", "司前镇人民政府", "司前镇政府"));
        register.add(&organ("b", "教育局", "市教育局"));
        register.add(&organ("c", "教育局", "县教育局"));
        register
    }

    fn of(name: &str) -> Result<String, Message> {
        register().organ_of(&Document {
            organization: (!name.is_empty()).then(|| name.to_owned()),
            organization_id: None,
            source_key: String::new(),
            year: None,
            kind: ReportKind::Own,
            content: Content::blank(Sheet::blank(Edition::E2021)),
            decisions: Vec::new(),
            evidence: None,
            edition_certain: true,
        })
    }

    #[test]
    fn an_organ_is_found_by_its_name_and_by_its_aliases() {
        assert_eq!(of("司前镇人民政府").unwrap(), "organizations/a");
        assert_eq!(of(" 司前镇 政府").unwrap(), "organizations/a");
        assert_eq!(of("县教育局").unwrap(), "organizations/c");
    }

    #[test]
    fn a_name_that_nobody_or_several_have_is_not_guessed() {
        assert!(of("教育局").unwrap_err().zh.contains("不止一个"));
        assert!(of("水利局").unwrap_err().zh.contains("没有名称"));
        assert!(of("").unwrap_err().zh.contains("没有写明"));
    }
}
