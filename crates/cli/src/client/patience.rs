//! How long an attempt is waited for.

use std::time::Duration;

use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

use super::MAX_ANSWER;

/// What every attempt may take, however little is sent: a busy server has time to come to it.
const BASE: Duration = Duration::from_secs(60);
/// The slowest way that is still worth waiting on, in bytes a second: about 1 Mbit/s, over which the
/// largest document takes less than ten minutes. Slower than this, whether for the line, for others
/// who share it or for a server that has to read what came, it will hardly end well.
const SLOWEST: u64 = 128 << 10;

/// How long an attempt is waited for: a base, and time in proportion to what goes over the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Patience {
    sent: u64,
    received: u64,
}

impl Patience {
    /// For a call that sends so many bytes.
    pub fn to_send(bytes: usize) -> Self {
        Self { sent: u64::try_from(bytes).unwrap_or(u64::MAX), received: 0 }
    }

    /// For a call whose answer may be as large as one can be: how large it is shows at its end.
    pub fn to_receive() -> Self {
        Self { sent: 0, received: u64::try_from(MAX_ANSWER).unwrap_or(u64::MAX) }
    }

    /// For the next part of an answer that comes in parts, none of them large: however long the
    /// whole takes, only a silence ends it.
    pub fn with_a_part() -> Self {
        Self::default()
    }

    /// As long as it lasts.
    pub fn duration(self) -> Duration {
        let bytes = self.sent.saturating_add(self.received);
        BASE.saturating_add(Duration::from_secs(bytes.div_ceil(SLOWEST)))
    }

    /// Waits, but no longer.
    pub async fn wait<T>(
        self,
        answer: impl Future<Output = Result<T, Status>>,
    ) -> Result<T, Status> {
        let waited = tokio::time::timeout(self.duration(), answer).await;
        waited.unwrap_or_else(|_| Err(self.run_out()))
    }

    /// What happened when it is at an end, and what to do.
    fn run_out(self) -> Status {
        let seconds = self.duration().as_secs();
        let sent = match self.sent >> 20 {
            0 => [String::new(), String::new()],
            size => [format!("（发送了 {size} MiB）"), format!(" for {size} MiB")],
        };
        let [zh, en] = match self.sent {
            0 => [
                "服务器可能太忙，也可能还在处理；请检查网络和服务器，稍后再试",
                "the server may be busy, or at work on it still; look at it and the network, and try again later",
            ],
            _ => [
                "服务器可能还在处理，请稍后用同样的命令再试，已经收下的文件会被认出而跳过；同时导入多个大文件时请减小 --jobs",
                "the server may be at work on it still: try the same command again later, which skips what has arrived; with several large files at once use fewer --jobs",
            ],
        };
        let [sent_zh, sent_en] = sent;
        let mut details = ErrorDetails::new();
        details.set_localized_message("zh-CN", format!("等了 {seconds} 秒没有答复{sent_zh}：{zh}"));
        let said = format!("no answer within {seconds} seconds{sent_en}: {en}");
        Status::with_error_details(Code::DeadlineExceeded, said, details)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::Refusal;
    use crate::language::Language;

    const LARGEST: usize = nianbao_document::MAX_BYTES;

    #[test]
    fn a_call_that_sends_little_waits_as_long_as_one_that_sends_nothing() {
        assert_eq!(Patience::default().duration(), BASE);
        let page = Patience::to_send(60_000).duration();
        assert_eq!(page, BASE + Duration::from_secs(1));
    }

    #[test]
    fn patience_grows_with_what_is_sent_at_the_slowest_rate_worth_waiting_on() {
        let largest = Patience::to_send(LARGEST).duration();
        assert_eq!(largest, BASE + Duration::from_secs(512));
        assert!(Patience::to_send(LARGEST / 2).duration() < largest);
        assert_eq!(Patience::to_receive().duration(), largest);
        assert!(Patience::to_send(usize::MAX).duration() > largest, "and no number overflows");
    }

    #[test]
    fn whoever_waits_in_vain_is_told_how_long_and_what_to_do() {
        let told = |patience: Patience, language| {
            Refusal::of(&patience.run_out(), "http://localhost").sentence(language)
        };
        let import = told(Patience::to_send(60 << 20), Language::Zh);
        assert!(import.contains("等了 540 秒") && import.contains("60 MiB"), "{import}");
        assert!(import.contains("--jobs") && import.ends_with("（DEADLINE_EXCEEDED）"), "{import}");
        let read = told(Patience::default(), Language::En);
        let expected = "no answer within 60 seconds: the server may be busy";
        assert!(read.starts_with(expected), "{read}");
    }
}
