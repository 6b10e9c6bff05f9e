//! How the server is found, and what every writing call takes.

use std::path::PathBuf;

use clap::Args;

/// Where the server is, and as whom it is called.
#[derive(Clone, Debug, Args)]
pub struct Connection {
    /// The address of the server.
    #[arg(
        long,
        global = true,
        env = "NIANBAO_SERVER",
        hide_env_values = true,
        default_value = "http://127.0.0.1:50061",
        value_name = "地址",
        help_heading = "连接",
        help = "服务器地址"
    )]
    pub server: String,
    /// The file that the token stands in.
    #[arg(
        long,
        global = true,
        value_name = "文件",
        help_heading = "连接",
        help = "令牌文件；不写则取环境变量 NIANBAO_TOKEN 的值，或 NIANBAO_TOKEN_FILE 所指的文件"
    )]
    pub token_file: Option<PathBuf>,
}

/// What every writing call takes.
#[derive(Clone, Debug, Args)]
pub struct Writing {
    /// Makes the call safe to repeat.
    #[arg(
        long,
        value_name = "UUID",
        help = "请求编号：同一编号重复发送只写入一次；不写则自动生成，用于本次运行内的重试"
    )]
    pub request_id: Option<uuid::Uuid>,
    /// Stores nothing.
    #[arg(long, help = "只检查并给出结果，不保存")]
    pub validate_only: bool,
}
