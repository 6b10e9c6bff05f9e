//! Compiles `proto/` without a system `protoc`: messages, their standard JSON form, and the halves
//! of the services that the features ask for.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use prost_types::FileDescriptorSet;

const PROTO: &str = "../../proto";
const PACKAGE: &str = "nianbao/v1";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={PROTO}");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut compiler = protox::Compiler::new([PROTO])?;
    compiler.include_imports(true).include_source_info(true);
    compiler.open_files(sources()?)?;

    let encoded = compiler.encode_file_descriptor_set();
    fs::write(out.join("nianbao.v1.bin"), &encoded)?;
    generate_messages(compiler.file_descriptor_set())?;
    pbjson_build::Builder::new().register_descriptors(&encoded)?.build(&[".nianbao.v1"])?;
    Ok(())
}

/// Every file of the package, in the order of their names so that a build repeats.
fn sources() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(Path::new(PROTO).join(PACKAGE))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "proto") {
            sources.push(path);
        }
    }
    sources.sort();
    Ok(sources)
}

fn generate_messages(files: FileDescriptorSet) -> Result<(), Box<dyn Error>> {
    tonic_prost_build::configure()
        .build_client(env::var_os("CARGO_FEATURE_CLIENT").is_some())
        .build_server(env::var_os("CARGO_FEATURE_SERVER").is_some())
        .extern_path(".google.protobuf", "::pbjson_types")
        .compile_well_known_types(true)
        .bytes(".")
        .compile_fds(files)?;
    Ok(())
}
