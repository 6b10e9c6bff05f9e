//! The static token, from the settings or from a file that is made when it is missing.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::config::AccessConfig;

/// The digest of the token: comparing digests tells nothing about the token by its time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Token([u8; 32]);

/// A token file that cannot be read or made.
#[derive(Debug, thiserror::Error)]
#[error("the token file {path} cannot be used: {source}")]
pub struct TokenError {
    path: PathBuf,
    source: std::io::Error,
}

impl Token {
    /// The digest of a token's words.
    pub fn digest(words: &[u8]) -> Self {
        Self(Sha256::digest(words).into())
    }

    /// The token that the settings say: the words themselves, or those in a file; a file that does
    /// not exist is made, readable by its owner only.
    pub fn from_settings(access: &AccessConfig) -> Result<Self, TokenError> {
        if !access.token.is_empty() {
            return Ok(Self::digest(access.token.expose().as_bytes()));
        }
        let path = &access.token_file;
        let words =
            read_or_make(path).map_err(|source| TokenError { path: path.clone(), source })?;
        Ok(Self::digest(words.trim().as_bytes()))
    }
}

fn read_or_make(path: &Path) -> std::io::Result<String> {
    match std::fs::read_to_string(path) {
        Ok(words) if words.trim().is_empty() => {
            Err(std::io::Error::new(ErrorKind::InvalidData, "it is empty"))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => make(path),
        read => read,
    }
}

/// Two random UUIDs: 244 random bits.
fn make(path: &Path) -> std::io::Result<String> {
    let words = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(words.as_bytes())?;
    tracing::info!(path = %path.display(), "made a random token");
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Secret;

    #[test]
    fn a_missing_token_file_is_made_for_its_owner_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let token_file = folder.path().join("token");
        let access = AccessConfig { token: Secret::default(), token_file: token_file.clone() };
        let made = Token::from_settings(&access).unwrap();
        assert!(made == Token::from_settings(&access).unwrap());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&token_file).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn an_empty_token_file_opens_nothing() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let access = AccessConfig { token: Secret::default(), token_file: file.path().to_owned() };
        assert!(Token::from_settings(&access).is_err());
    }
}
