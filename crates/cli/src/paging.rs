//! What is said of the pages that follow.

use crate::arguments::DataFormat;
use crate::output::Output;

/// Says how to get the next page, where there is one and the data do not say it themselves.
pub fn say_next(token: &str, format: DataFormat, output: &mut Output) {
    if token.is_empty() || format == DataFormat::Json {
        return;
    }
    let told = output.language.pick(
        format!("还有下一页：加 --page-token {token}，或用 --all 取全部"),
        format!("there is a further page: add --page-token {token}, or --all for everything"),
    );
    output.say(told);
}
