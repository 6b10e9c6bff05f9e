//! Why a rule cannot be decided where evidence is absent.

use crate::finding::Message;

/// Only the document itself shows what the rule asks for.
pub(super) fn document() -> Message {
    Message::new(
        "没有原始文件，只有原始文件才能说明这一条",
        "only the document itself shows this, and there is none",
    )
}
