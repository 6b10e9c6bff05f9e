//! Help and usage errors in Chinese.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{ArgAction, CommandFactory, builder::Command};

use super::Arguments;
use super::value::SettingError;

const TEMPLATE: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

/// The whole command line, with everything that clap says by itself in Chinese.
pub fn command() -> Command {
    let command = Arguments::command().disable_help_subcommand(true);
    let version = clap::Arg::new("version").short('V').long("version");
    let version = version.action(ArgAction::Version).help("显示版本");
    localized(command.disable_version_flag(true).arg(version))
}

fn localized(command: Command) -> Command {
    let help = clap::Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let mut command = command
        .disable_help_flag(true)
        .arg(help.help("显示帮助"))
        .help_template(TEMPLATE)
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .mut_args(localized_argument);
    let names: Vec<_> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, localized);
    }
    command
}

fn localized_argument(argument: clap::Arg) -> clap::Arg {
    let heading = match (argument.get_help_heading(), argument.is_positional()) {
        (Some(heading), _) => heading.to_owned(),
        (None, true) => "参数".to_owned(),
        (None, false) => "选项".to_owned(),
    };
    let argument = argument.help_heading(heading);
    if !argument.get_action().takes_values() {
        return argument;
    }
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let help = help + &remarks(&argument);
    argument.help(help).hide_possible_values(true).hide_default_value(true).hide_env(true)
}

/// What clap would add in English: the possible values, the default, the variable.
fn remarks(argument: &clap::Arg) -> String {
    let values = argument.get_possible_values();
    let values: Vec<_> = values.iter().map(|value| value.get_name()).collect();
    let defaults = argument.get_default_values().iter().filter_map(|value| value.to_str());
    let defaults: Vec<_> = defaults.filter(|_| !argument.is_hide_default_value_set()).collect();
    let variable = argument.get_env().and_then(|name| name.to_str()).unwrap_or_default();
    let remark = |name: &str, said: String| match said.as_str() {
        "" => String::new(),
        said => format!("［{name}：{said}］"),
    };
    [
        remark("可选", values.join("、")),
        remark("默认", defaults.join("、")),
        remark("环境变量", variable.to_owned()),
    ]
    .concat()
}

/// What was wrong with the words, in Chinese; clap's own words where it has no sentence here.
pub fn usage_failure(error: &Error) -> String {
    let said = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = said(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有选项或参数 {argument}"),
        ErrorKind::InvalidSubcommand => {
            format!("没有命令 {}", said(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue => invalid_value(&argument, &said),
        ErrorKind::ValueValidation => {
            let why = cause(error).map(|why| format!("：{why}")).unwrap_or_default();
            format!("{argument} 的值“{}”不正确{why}", said(ContextKind::InvalidValue))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::ArgumentConflict => {
            format!("{argument} 不能与 {} 同时使用", said(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} 的值的个数不正确")
        }
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8".to_owned(),
        _ => return error.to_string().trim_start_matches("error: ").to_owned(),
    };
    let similar = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg];
    let similar = similar.into_iter().map(said).find(|it| !it.is_empty());
    let similar = similar.map(|it| format!("，是否指 {it}？")).unwrap_or_default();
    format!("{sentence}{similar}（用 --help 查看用法）")
}

/// What the value itself was refused for.
fn cause(error: &Error) -> Option<String> {
    let cause = std::error::Error::source(error)?;
    let setting = cause.downcast_ref::<SettingError>().map(SettingError::message_zh);
    setting.or_else(|| Some(cause.to_string()))
}

fn invalid_value(argument: &str, said: &dyn Fn(ContextKind) -> String) -> String {
    let value = said(ContextKind::InvalidValue);
    let valid = said(ContextKind::ValidValue);
    match value.is_empty() {
        true => format!("{argument} 需要一个值"),
        false => format!("{argument} 的值“{value}”不正确，可选：{valid}"),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(several) => several.join("、"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn every_command_and_every_argument_says_what_it_does() {
        let mut pending = vec![command()];
        while let Some(command) = pending.pop() {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_ascii(), "{} {}", command.get_name(), argument.get_id());
            }
            pending.extend(command.get_subcommands().cloned());
        }
    }

    fn refused(words: &[&str]) -> String {
        usage_failure(&command().try_get_matches_from(words).unwrap_err())
    }

    #[test]
    fn wrong_usage_is_told_in_chinese() {
        assert!(refused(&["nianbao", "chek"]).contains("没有命令 chek，是否指 check？"));
        assert!(refused(&["nianbao", "check"]).contains("缺少"));
        assert!(refused(&["nianbao", "check", "a", "--level", "x"]).contains("township"));
        assert!(
            refused(&["nianbao", "report", "update", "n", "--set", "x"]).contains("单元格代码=值")
        );
    }
}
