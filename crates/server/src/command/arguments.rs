//! What can be said on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// 政府信息公开工作年度报告服务
#[derive(Debug, Parser)]
#[command(
    name = "nianbao-server",
    version,
    after_help = "设置的来源，后者优先：内置默认值、--config 文件、环境变量 NIANBAO__节__键、命令行参数。\n\n\
        示例：\n  nianbao-server serve\n  nianbao-server --config /etc/nianbao/nianbao.toml serve\n  \
        nianbao-server --set store.url=postgres://nianbao@db/nianbao migrate\n  \
        NIANBAO__LOG__FORMAT=json nianbao-server serve --listen 127.0.0.1:0"
)]
pub struct Arguments {
    /// 设置文件（TOML）
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// 单项设置，可重复，例如 log.format=json
    #[arg(long = "set", global = true, value_name = "SECTION.KEY=VALUE")]
    pub set: Vec<String>,
    /// 监听地址，等同于 --set server.listen=…
    #[arg(long, global = true, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// 做什么
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Command {
    /// 启动服务，直到收到停止信号
    Serve,
    /// 将数据库结构更新到本版本
    Migrate,
    /// 查看或检查设置
    Config {
        /// 做什么
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// 检查正在运行的服务：健康则退出码为 0
    Healthcheck,
}

/// What can be done with settings.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum ConfigCommand {
    /// 打印生效的设置，密码和令牌显示为 ***
    Print,
    /// 检查设置，列出全部问题
    Check,
}

impl Arguments {
    /// The settings that the flags make.
    pub fn settings(&self) -> Vec<String> {
        let listen = self.listen.map(|address| format!("server.listen={address}"));
        self.set.iter().cloned().chain(listen).collect()
    }
}
