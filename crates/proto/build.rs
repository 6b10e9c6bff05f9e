//! Compiles `proto/` without a system `protoc`: messages, their standard JSON form, and the halves
//! of the services that the features ask for.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use prost_build::{Method, Service, ServiceGenerator};
use prost_types::FileDescriptorSet;

const PROTO: &str = "../../proto";
const PACKAGE: &str = "nianbao/v1";
/// Methods whose answers never change, or change only with a version: encoded once, sent often.
const KEPT_ENCODED: [&str; 2] = ["GetReport", "GetRevision"];

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
    prost_build::Config::new()
        .extern_path(".google.protobuf", "::pbjson_types")
        .compile_well_known_types()
        .bytes(["."])
        .service_generator(Box::new(Halves::asked_for()))
        .compile_fds(files)?;
    Ok(())
}

/// The generators of the halves that the features ask for.
struct Halves {
    client: Option<Box<dyn ServiceGenerator>>,
    server: Option<Box<dyn ServiceGenerator>>,
}

impl Halves {
    fn asked_for() -> Self {
        let is_on = |feature: &str| env::var_os(feature).is_some();
        let half = || {
            tonic_prost_build::configure()
                .compile_well_known_types(true)
                .build_client(false)
                .build_server(false)
        };
        let client =
            is_on("CARGO_FEATURE_CLIENT").then(|| half().build_client(true).service_generator());
        let server = is_on("CARGO_FEATURE_SERVER").then(|| {
            half().build_server(true).codec_path("crate::ServerCodec").service_generator()
        });
        Self { client, server }
    }
}

impl ServiceGenerator for Halves {
    fn generate(&mut self, service: Service, code: &mut String) {
        if let Some(server) = &mut self.server {
            server.generate(answering_with_bytes(&service), code);
        }
        if let Some(client) = &mut self.client {
            client.generate(service, code);
        }
    }
}

/// The service as servers implement it: methods whose answers can be kept encoded give those bytes.
fn answering_with_bytes(service: &Service) -> Service {
    let method = |it: &Method| {
        let kept = KEPT_ENCODED.contains(&it.proto_name.as_str());
        let output = format!("crate::Encoded<crate::v1::{}>", it.output_type);
        Method {
            name: it.name.clone(),
            proto_name: it.proto_name.clone(),
            comments: it.comments.clone(),
            input_type: it.input_type.clone(),
            output_type: if kept { output } else { it.output_type.clone() },
            input_proto_type: it.input_proto_type.clone(),
            output_proto_type: it.output_proto_type.clone(),
            options: it.options.clone(),
            client_streaming: it.client_streaming,
            server_streaming: it.server_streaming,
        }
    };
    Service {
        name: service.name.clone(),
        proto_name: service.proto_name.clone(),
        package: service.package.clone(),
        comments: service.comments.clone(),
        methods: service.methods.iter().map(method).collect(),
        options: service.options.clone(),
    }
}
