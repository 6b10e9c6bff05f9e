//! Why an expression cannot be used: what, where, and what to do.

use nianbao_domain::finding::Message;
use nianbao_domain::user_rule::MAX_EXPRESSION;

use crate::Position;
use crate::gate::{MAX_NESTING, MAX_OPERATORS};
use crate::lower::MAX_STEPS;

/// Why an expression cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpressionError {
    /// What is wrong.
    pub problem: Problem,
    /// Where, if it is anywhere.
    pub position: Option<Position>,
}

/// What is wrong with an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing.
    Empty,
    /// More bytes than there may be; how many.
    TooLong(usize),
    /// Not UTF-8.
    NotText,
    /// A character that the language of rules does not use.
    Character(char),
    /// A text in quotes without its end, with a line end or an escape that is not one of `\\ \' \"`.
    Quotation,
    /// A number that is no decimal integer.
    NotAnInteger,
    /// A bracket without its partner.
    Bracket,
    /// An index or a dot where the language of rules has none.
    Access,
    /// Brackets, lists, signs and conditions deeper than they may be.
    TooDeep,
    /// More operators than there may be.
    TooManyOperators,
    /// Not grammatical; in the words of the parser.
    Grammar(String),
    /// A name that stands for nothing.
    UnknownName(String),
    /// A cell that no edition of the rule prints or sums up.
    NotOnForm(String),
    /// A name of a loop variable that is taken.
    NameTaken(String),
    /// A function that the language of rules does not have.
    UnknownFunction(String),
    /// A literal that is neither integer, text nor truth value.
    Literal,
    /// An operator or function on values that it does not take.
    Kinds(String),
    /// The whole is no truth value.
    NotATruthValue,
    /// More than one loop, or one within another.
    SecondLoop,
    /// More steps than there may be; at most how many it would take.
    TooManySteps(usize),
    /// The parser itself failed.
    Parser,
}

impl ExpressionError {
    pub(crate) fn at(position: Position, problem: Problem) -> Self {
        Self { problem, position: Some(position) }
    }

    pub(crate) fn nowhere(problem: Problem) -> Self {
        Self { problem, position: None }
    }

    /// The error as a sentence in both languages, with its place.
    pub fn message(&self) -> Message {
        let Message { zh, en } = self.problem.message();
        match self.position {
            Some(Position { line, column }) => Message::new(
                format!("第{line}行第{column}列：{zh}"),
                format!("line {line}, column {column}: {en}"),
            ),
            None => Message::new(zh, en),
        }
    }
}

impl std::fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for ExpressionError {}

impl Problem {
    fn message(&self) -> Message {
        match self {
            Self::Empty
            | Self::TooLong(_)
            | Self::NotText
            | Self::TooDeep
            | Self::TooManyOperators
            | Self::SecondLoop
            | Self::TooManySteps(_) => self.bound(),
            Self::Character(_)
            | Self::Quotation
            | Self::NotAnInteger
            | Self::Bracket
            | Self::Access
            | Self::Grammar(_)
            | Self::Parser => self.writing(),
            Self::UnknownName(_)
            | Self::NotOnForm(_)
            | Self::NameTaken(_)
            | Self::UnknownFunction(_)
            | Self::Literal
            | Self::Kinds(_)
            | Self::NotATruthValue => self.meaning(),
        }
    }

    /// Errors of size.
    fn bound(&self) -> Message {
        match self {
            Self::Empty => {
                Message::new("表达式是空的，请填写", "the expression is empty: write one")
            }
            Self::TooLong(found) => Message::new(
                format!("表达式有{found}字节，最多{MAX_EXPRESSION}字节，请拆成几条规则"),
                format!(
                    "the expression has {found} bytes, {MAX_EXPRESSION} are the most: split the rule"
                ),
            ),
            Self::NotText => Message::new("不是 UTF-8 文字", "not UTF-8 text"),
            Self::TooManyOperators => Message::new(
                format!("运算符最多{MAX_OPERATORS}个，请拆成几条规则"),
                format!("{MAX_OPERATORS} operators are the most: split the rule"),
            ),
            Self::SecondLoop => Message::new(
                "all、exists、exists_one、filter、map 合计只能用一次，不能嵌套或相连",
                "of all, exists, exists_one, filter and map only one may be used, once",
            ),
            Self::TooManySteps(found) => Message::new(
                format!("计算量上限为{MAX_STEPS}步，这条最多要{found}步，请缩短列表"),
                format!("{MAX_STEPS} steps are the most, this may take {found}: shorten the list"),
            ),
            _ => Message::new(
                format!("括号、列表、正负号、取反和条件的嵌套最多{MAX_NESTING}层，请拆开"),
                format!(
                    "brackets, lists, signs and conditions nest {MAX_NESTING} deep at most: take it apart"
                ),
            ),
        }
    }

    /// Errors of writing.
    fn writing(&self) -> Message {
        match self {
            Self::Character(c) => Message::new(
                format!("不能使用字符 {c:?}；文字要放在引号里，运算符用半角"),
                format!(
                    "the character {c:?} cannot be used: words stand in quotes, operators are ASCII"
                ),
            ),
            Self::Quotation => Message::new(
                "引号里的文字要在同一行内结束，转义只有 \\\\、\\'、\\\"，不能用三重引号",
                "a text ends in its line; escapes are \\\\, \\' and \\\" only; there are no triple quotes",
            ),
            Self::NotAnInteger => Message::new(
                "只有十进制整数；金额以百万分之一为单位写成整数，比例写成乘法，如 a * 100 >= b * 95",
                "only decimal integers: write money in millionths and ratios as products, as in a * 100 >= b * 95",
            ),
            Self::Bracket => Message::new("括号不成对", "a bracket has no partner"),
            Self::Access => Message::new(
                "这里不能用点或下标；单元格写作 行.列，如 granted.natural_person",
                "no dot or index can stand here: a cell is line.column, as in granted.natural_person",
            ),
            Self::Grammar(words) => {
                Message::new(format!("写法有误（{words}）"), format!("not grammatical ({words})"))
            }
            _ => Message::new("解析失败，请换一种写法", "the parser failed: write it another way"),
        }
    }

    /// Errors of meaning.
    fn meaning(&self) -> Message {
        match self {
            Self::UnknownName(name) => Message::new(
                format!(
                    "没有名为 {name} 的量；单元格写作 行.列，如 granted.natural_person，编号见 nianbao form show"
                ),
                format!(
                    "nothing is called {name}: a cell is line.column, as in granted.natural_person; `nianbao form show` lists them"
                ),
            ),
            Self::NotOnForm(name) => Message::new(
                format!("规则适用的各版格式都没有 {name}"),
                format!("no edition of this rule has {name}"),
            ),
            Self::NameTaken(name) => Message::new(
                format!("{name} 已有含义，请给循环变量另取名字，如 x"),
                format!(
                    "{name} means something already: call the loop variable otherwise, x for instance"
                ),
            ),
            Self::UnknownFunction(name) => Message::new(
                format!(
                    "没有函数 {name}；可用 size、contains、startsWith、endsWith、has 和 all、exists、exists_one、filter、map"
                ),
                format!(
                    "there is no function {name}: size, contains, startsWith, endsWith, has and all, exists, exists_one, filter, map are there"
                ),
            ),
            Self::Literal => Message::new(
                "只能写整数、文字、true、false 和由它们组成的列表",
                "only integers, texts, true, false and lists of them can be written",
            ),
            Self::Kinds(what) => Message::new(
                format!(
                    "{what} 两边或参数的种类不对：数与数、文字与文字、真假与真假才能相比或相算"
                ),
                format!(
                    "{what} does not take values of these kinds: numbers go with numbers, texts with texts, truth values with truth values"
                ),
            ),
            _ => Message::new(
                "整个表达式的结果必须是 true（符合）或 false（不符合）",
                "the whole has to be true (in order) or false (not in order)",
            ),
        }
    }
}
