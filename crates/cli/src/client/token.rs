//! The token that says who calls.

use std::fs;
use std::path::{Path, PathBuf};

use tonic::metadata::{Ascii, MetadataValue};
use tonic::service::Interceptor;
use tonic::{Request, Status};

use crate::failure::Failure;

/// Puts the token on every call; where there is none, calls go without.
#[derive(Clone)]
pub struct Bearer {
    authorization: Option<MetadataValue<Ascii>>,
}

impl Bearer {
    /// Finds the token: in the file that was named, in `NIANBAO_TOKEN`, or in the file that
    /// `NIANBAO_TOKEN_FILE` names.
    pub fn find(
        file: Option<&Path>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, Failure> {
        let set = |name| variable(name).filter(|value| !value.trim().is_empty());
        let token = match (file, set("NIANBAO_TOKEN"), set("NIANBAO_TOKEN_FILE")) {
            (Some(file), _, _) => Some(read(file)?),
            (None, Some(token), _) => Some(token),
            (None, None, Some(file)) => Some(read(&PathBuf::from(file))?),
            (None, None, None) => None,
        };
        Ok(Self { authorization: token.map(|token| authorization(&token)).transpose()? })
    }
}

impl Interceptor for Bearer {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        if let Some(authorization) = &self.authorization {
            request.metadata_mut().insert("authorization", authorization.clone());
        }
        Ok(request)
    }
}

fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|why| {
        let file = file.display();
        Failure::unreadable(
            format!("无法读取令牌文件 {file}：{why}"),
            format!("cannot read the token file {file}: {why}"),
        )
    })
}

/// The header, marked so that it is never shown; the token is not repeated in the error either.
fn authorization(token: &str) -> Result<MetadataValue<Ascii>, Failure> {
    let value = format!("Bearer {}", token.trim());
    let mut value: MetadataValue<Ascii> = value.parse().map_err(|_| {
        Failure::unreadable("令牌含有不允许的字符", "the token has characters that are not allowed")
    })?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: Option<&Path>, set: &[(&str, &str)]) -> Option<String> {
        let variable = |name: &str| {
            set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        let bearer = Bearer::find(file, variable).ok()?;
        Some(bearer.authorization?.to_str().unwrap().to_owned())
    }

    #[test]
    fn a_file_that_was_named_goes_before_the_variables() {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), "from-file\n").unwrap();
        let path = file.path().to_str().unwrap();
        let set = [("NIANBAO_TOKEN", "from-variable"), ("NIANBAO_TOKEN_FILE", path)];
        assert_eq!(found(Some(file.path()), &set).unwrap(), "Bearer from-file");
        assert_eq!(found(None, &set).unwrap(), "Bearer from-variable");
        assert_eq!(found(None, &set[1..]).unwrap(), "Bearer from-file");
        assert_eq!(found(None, &[]), None);
    }

    #[test]
    fn a_token_that_cannot_be_sent_is_refused_without_being_shown() {
        let variable = |name: &str| (name == "NIANBAO_TOKEN").then(|| "se\u{1}cret".to_owned());
        let refused = Bearer::find(None, variable).err().unwrap();
        assert!(!format!("{refused:?}").contains("cret"));
    }
}
