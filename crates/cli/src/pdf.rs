//! Reports as PDF, in programs built with it.

use nianbao_document::printed::Printed;

use crate::arguments::FontArguments;
use crate::failure::Failure;

/// A report as PDF.
#[cfg(feature = "pdf")]
pub fn write(printed: &Printed, arguments: &FontArguments) -> Result<Vec<u8>, Failure> {
    use nianbao_typeset::{FontSearch, Fonts};

    let folder = arguments.font_folder.clone();
    let search = FontSearch { folder, installed: true, names: arguments.names() };
    let fonts = Fonts::find(&search);
    let fonts = fonts.map_err(|why| Failure::unreadable(why.message_zh(), why.message_en()))?;
    let set = nianbao_typeset::pdf(printed, &fonts);
    set.map_err(|why| Failure::unreadable(why.message_zh(), why.message_en()))
}

/// What to do for a program that writes PDF.
#[cfg(not(feature = "pdf"))]
pub fn write(_: &Printed, _: &FontArguments) -> Result<Vec<u8>, Failure> {
    Err(Failure::usage(
        "这个程序构建时没有包含 PDF；请用 cargo build -p nianbao-cli --features pdf 重新构建",
        "this program was built without PDF; build it with cargo build -p nianbao-cli --features pdf",
    ))
}
