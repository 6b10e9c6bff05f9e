//! Commands about rules.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What to do with rules.
#[derive(Debug, Subcommand)]
pub enum RuleCommand {
    /// Tests a file of rules.
    #[command(about = "离线检查一个规则文件：读表达式，运行规则自己的例子", after_help = CHECK)]
    Check(CheckRules),
}

const CHECK: &str = r#"规则文件是 JSON 列表，每条规则一项，全部写法见 docs/user-rules.md：
  [{"code": "USR-GRANTED", "title": "予以公开不多于办理总数",
    "message": {"zh": "予以公开的件数多于办理结果总计，请核对"}, "severity": "warning",
    "expression": "granted.applicants <= handled.applicants",
    "vectors": [
      {"given": {"cells": {"granted.applicants": 1, "handled.applicants": 2}}, "expect": "holds"},
      {"given": {"cells": {"granted.applicants": 3, "handled.applicants": 2}}, "expect": "fails"}]}]
表达式为 true 是符合，为 false 提出问题；单元格写作 行.列（用 nianbao form show 查看）。每条规则至少有
一个应当符合（holds）和一个应当不符合（fails）的例子。全部通过退出码为 0，有一处不对为 2。不需要服务器。

示例：
  nianbao rule check 本市规则.json
  nianbao rule check 本市规则.json --format json
  nianbao check --rules 本市规则.json 2024年报/"#;

/// Tests a file of rules.
#[derive(Debug, Args)]
pub struct CheckRules {
    /// The file.
    #[arg(value_name = "文件", help = "规则文件；“-” 表示标准输入")]
    pub file: PathBuf,
}
