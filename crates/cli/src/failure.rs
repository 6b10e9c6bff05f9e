//! Why a command could not do what it was asked to.

use nianbao_domain::finding::Message;

use crate::client::Refusal;
use crate::exit::Exit;
use crate::output::Output;

/// Why a command could not do what it was asked to.
#[derive(Debug)]
pub enum Failure {
    /// The command was used wrongly.
    Usage(Message),
    /// Something could not be read or written.
    Unreadable(Message),
    /// The server refused, or could not be reached.
    Refused(Box<Refusal>),
}

impl Failure {
    /// The command was used wrongly.
    pub fn usage(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Usage(Message::new(zh, en))
    }

    /// Something could not be read or written.
    pub fn unreadable(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Unreadable(Message::new(zh, en))
    }

    /// What the run comes to.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) | Self::Unreadable(_) => Exit::Unreadable,
            Self::Refused(refusal) => refusal.exit(),
        }
    }

    /// Says it.
    pub fn say(&self, output: &mut Output) {
        let language = output.language;
        let label = output.talk_paint().red(language.pick("错误：", "error: "));
        match self {
            Self::Usage(message) | Self::Unreadable(message) => {
                output.say(format_args!("{label}{}", language.of(message)));
            }
            Self::Refused(refusal) => {
                output.say(format_args!("{label}{}", refusal.sentence(language)));
                for detail in &refusal.details {
                    output.say(format_args!("  {}", language.of(detail)));
                }
            }
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}
