//! The public contract `nianbao.v1` as Rust types: a leaf that knows nothing of the domain.
//!
//! The messages and their standard protobuf JSON form are always here; the feature `client` adds the
//! generated clients, the feature `server` the service traits. Nothing generated is committed.

#[cfg(feature = "server")]
mod codec;
#[cfg(feature = "server")]
mod encoded;
mod reason;

#[cfg(feature = "server")]
pub use codec::ServerCodec;
#[cfg(feature = "server")]
pub use encoded::{Answer, Encoded};

/// Messages, clients and servers of the package `nianbao.v1`, documented in `proto/nianbao/v1`.
#[allow(
    missing_docs,
    unused_qualifications,
    clippy::all,
    clippy::wildcard_enum_match_arm,
    clippy::uninlined_format_args,
    clippy::semicolon_if_nothing_returned,
    rustdoc::all,
    reason = "generated code, whose comments are those of proto/"
)]
pub mod v1 {
    include!(concat!(env!("OUT_DIR"), "/nianbao.v1.rs"));
    include!(concat!(env!("OUT_DIR"), "/nianbao.v1.serde.rs"));
}

/// The encoded `google.protobuf.FileDescriptorSet` of `nianbao.v1` and all it imports, with comments:
/// for server reflection, and for tests that ask whether every method was thought of.
pub const FILE_DESCRIPTOR_SET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/nianbao.v1.bin"));
