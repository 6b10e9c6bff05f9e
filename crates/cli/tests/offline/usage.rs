use crate::program::{PAGE, nianbao, program};

/// Every command that there is.
const COMMANDS: [&str; 35] = [
    "",
    "check",
    "convert",
    "explain",
    "form",
    "form show",
    "form fill-in",
    "organization",
    "organization create",
    "organization get",
    "organization list",
    "organization update",
    "organization import",
    "organization succeed",
    "organization close",
    "report",
    "report create",
    "report get",
    "report list",
    "report update",
    "report delete",
    "report batch-get",
    "report import",
    "report validate",
    "report change-edition",
    "report acknowledge",
    "report waive",
    "report withdraw-decision",
    "report revalidate",
    "report render",
    "report fill-in",
    "report attachments",
    "report download",
    "report revisions",
    "report revision",
];

#[test]
fn every_command_explains_itself() {
    let mut shown = String::new();
    for command in COMMANDS {
        let mut arguments: Vec<_> = command.split_whitespace().collect();
        arguments.push("--help");
        let run = nianbao(&arguments);
        assert_eq!((run.code, run.talk.as_str()), (0, ""), "{command}");
        shown.push_str(&format!("$ nianbao {command} --help\n{}\n", run.data));
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn wrong_usage_is_told_on_standard_error_and_gives_2() {
    for (arguments, told) in [
        (vec![], "用法：nianbao"),
        (vec!["chek"], "没有命令 chek，是否指 check？"),
        (vec!["check"], "缺少 <路径>..."),
        (vec!["check", "--colour", PAGE], "没有选项或参数 --colour"),
        (vec!["report", "update", "n", "--set", "granted=1"], "没有代码为 granted 的单元格"),
        (vec!["report", "list", "--server", "https://localhost"], "http://"),
    ] {
        let run = nianbao(&arguments);
        assert_eq!((run.code, run.data.as_str()), (2, ""), "{arguments:?}");
        assert!(run.talk.contains(told), "{arguments:?}: {}", run.talk);
    }
}

#[test]
fn the_locale_decides_the_language_and_a_flag_goes_before_it() {
    let talk = |locale: &str, arguments: &[&str]| {
        let output = program(arguments).env("LANG", locale).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(talk("en_US.UTF-8", &["explain", "x"]).starts_with("error: there is no rule X"));
    assert!(talk("de_DE.UTF-8", &["explain", "x"]).starts_with("错误：没有规则 X"));
    assert!(talk("en_US.UTF-8", &["--lang", "zh", "explain", "x"]).starts_with("错误："));
}

#[test]
fn a_server_that_does_not_answer_gives_3() {
    // Nobody listens on the lowest port.
    let run = nianbao(&["report", "list", "--server", "http://127.0.0.1:1"]);
    assert_eq!((run.code, run.data.as_str()), (3, ""));
    assert!(run.talk.contains("无法连接服务器 http://127.0.0.1:1"), "{}", run.talk);
}

#[test]
fn the_version_is_told() {
    let run = nianbao(&["--version"]);
    assert_eq!((run.code, run.data), (0, format!("nianbao {}\n", env!("CARGO_PKG_VERSION"))));
}
