//! Why a rule cannot be decided where evidence is absent.

use crate::finding::Message;

/// Only the document itself shows what the rule asks for.
pub(super) fn document() -> Message {
    Message::new(
        "没有原始文件，只有原始文件才能说明这一条",
        "only the document itself shows this, and there is none",
    )
}

/// The rule applies to some levels only, and the organ's is not known.
pub(super) fn level() -> Message {
    Message::new("机关的层级不明", "the level of the organ is not known")
}
