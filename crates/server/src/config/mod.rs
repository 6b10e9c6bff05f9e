//! The settings: a value that can be built without the world.

mod layers;
mod problem;
mod secret;
mod settings;

pub use layers::{ConfigError, load};
pub use problem::Problem;
pub use secret::Secret;
pub use settings::{
    AccessConfig, CacheConfig, Config, FontsConfig, LimitsConfig, LogConfig, LogFormat,
    ServerConfig, StoreConfig,
};
