//! The attributes of `<pipeline-playground>`, as `attributes.json` lists them, and what values they can have.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use pipeline_playground::pipeline::{Stage, SummaryNumber};

/// The table.
static TABLE: LazyLock<Table> =
    LazyLock::new(|| serde_json::from_str(include_str!("attributes.json")).expect("attributes.json is such a table"));

#[derive(Deserialize)]
struct Table {
    attributes: BTreeMap<String, Rule>,
    /// Attributes that every HTML element has.
    global: Vec<String>,
    /// What the names of other such attributes start with.
    prefixes: Vec<String>,
}

/// What an attribute can be. Names of stages and numbers are the engine's.
#[derive(Deserialize)]
#[serde(tag = "value", rename_all = "kebab-case")]
pub(crate) enum Rule {
    /// Pairs of a stage and `on` or `off`.
    Flags,
    Integer {
        from: u32,
        to: u32,
    },
    Language,
    /// A CSS length, or a number of pixels.
    Length {
        units: Vec<String>,
        functions: Vec<String>,
    },
    List {
        of: Vec<String>,
    },
    Number,
    One {
        of: Vec<String>,
    },
    /// On if the attribute is there.
    Presence,
    /// `alpha[2]`
    Record,
    Stage,
    /// On if the attribute is there, unless it is `false`.
    Switch,
    Text,
    Url,
}

/// The names of the attributes that have a rule.
pub(crate) fn rule(name: &str) -> Option<&'static Rule> {
    TABLE.attributes.get(name)
}

/// Checks an attribute.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn check(name: &str, value: &str) -> Result<(), String> {
    let Some(rule) = rule(name) else {
        let is_global = TABLE.global.iter().any(|global| global == name)
            || TABLE.prefixes.iter().any(|prefix| name.starts_with(prefix));
        let names = TABLE.attributes.keys().map(String::as_str);
        return if is_global { Ok(()) } else { Err(unknown("attribute", name, names)) };
    };
    rule.check(name, value).map_err(|problem| format!("{name}: {problem}"))
}

impl Rule {
    fn check(&self, name: &str, value: &str) -> Result<(), String> {
        match self {
            Self::Flags => flags(value).map(|_| ()),
            Self::Integer { from, to } => match value.trim().parse::<u32>() {
                Ok(number) if (*from..=*to).contains(&number) => Ok(()),
                _ => Err(format!("{value:?} is not a whole number from {from} to {to}")),
            },
            Self::Language => language(value),
            Self::Length { units, functions } => length(value, units, functions),
            Self::List { of } => list(value, of),
            Self::Number => one_of("number", value, &SummaryNumber::ALL.map(SummaryNumber::name)),
            Self::One { of } => one_of("value", value, &of.iter().map(String::as_str).collect::<Vec<_>>()),
            Self::Presence if value.is_empty() || value == name => Ok(()),
            Self::Presence => Err(format!("it is on if it is there, whatever its value, so {value:?} says nothing")),
            Self::Record => record(value).map(|_| ()),
            Self::Stage => one_of("stage", value, &Stage::ALL.map(Stage::name)),
            Self::Switch if ["", "true", "false"].contains(&value) => Ok(()),
            Self::Switch => Err(format!("{value:?} is neither true nor false")),
            Self::Url if value.trim().is_empty() => Err("there is no address".into()),
            Self::Text | Self::Url => Ok(()),
        }
    }
}

/// The flags that the attribute `flags` sets.
///
/// # Errors
/// What is wrong with the first pair that is wrong.
pub(crate) fn flags(value: &str) -> Result<Vec<(Stage, bool)>, String> {
    let mut flags: Vec<(Stage, bool)> = Vec::new();
    for pair in words(value) {
        let (name, state) = pair.split_once('=').ok_or_else(|| format!("{pair:?} is not a stage=on or stage=off"))?;
        one_of("stage", name, &Stage::ALL.map(Stage::name))?;
        let is_on = match state {
            "on" => true,
            "off" => false,
            _ => return Err(format!("{name} is {state:?}, which is neither on nor off")),
        };
        let stages = Stage::named(name).into_iter();
        flags.extend(stages.map(|stage| (stage, is_on)));
        if flags.iter().filter(|(stage, _)| stage.name() == name).count() > 1 {
            return Err(format!("{name} is there twice"));
        }
    }
    if flags.is_empty() { Err("there is no flag".into()) } else { Ok(flags) }
}

/// The source and the index that the attribute `record` names.
///
/// # Errors
/// It is not written as `alpha[2]`.
pub(crate) fn record(value: &str) -> Result<(&str, usize), String> {
    let parts = value.trim().strip_suffix(']').and_then(|value| value.rsplit_once('['));
    let index = parts.filter(|(_, index)| index.bytes().all(|byte| byte.is_ascii_digit()));
    let record = index.and_then(|(source, index)| Some((source, index.parse().ok()?)));
    record.ok_or_else(|| format!("{value:?} is not a source and an index, such as alpha[2]"))
}

/// Words that are separated by white space or commas.
fn words(value: &str) -> impl Iterator<Item = &str> {
    value.split(|char: char| char == ',' || char.is_ascii_whitespace()).filter(|word| !word.is_empty())
}

fn list(value: &str, of: &[String]) -> Result<(), String> {
    let names: Vec<&str> = of.iter().map(String::as_str).collect();
    let mut words = words(value).peekable();
    if words.peek().is_none() {
        return Err("there is no part".into());
    }
    words.try_for_each(|word| one_of("part", word, &names))
}

fn one_of(what: &str, value: &str, names: &[&str]) -> Result<(), String> {
    if names.contains(&value) { Ok(()) } else { Err(unknown(what, value, names.iter().copied())) }
}

/// Says that there is no such name, and which it could have been.
fn unknown<'n>(what: &str, name: &str, names: impl Iterator<Item = &'n str> + Clone) -> String {
    let distance = |other: &str| strsim::damerau_levenshtein(&name.to_lowercase(), other);
    let nearest = names.clone().min_by_key(|other| distance(other));
    match nearest.filter(|nearest| 3 * distance(nearest) <= name.chars().count()) {
        Some(nearest) => format!("there is no {what} {name:?}; did you mean {nearest:?}?"),
        None => format!("there is no {what} {name:?}; there are {}", names.collect::<Vec<_>>().join(", ")),
    }
}

/// A language tag: parts of letters and digits, the first of 2 to 8 letters.
fn language(value: &str) -> Result<(), String> {
    let mut parts = value.split('-');
    let is_language = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_tag = parts.next().is_some_and(is_language) && parts.all(is_subtag);
    if is_tag { Ok(()) } else { Err(format!("{value:?} is not a language tag, such as es or pt-BR")) }
}

fn length(value: &str, units: &[String], functions: &[String]) -> Result<(), String> {
    let text = value.trim();
    let is_call = text.ends_with(')')
        && text.split_once('(').is_some_and(|(name, _)| functions.iter().any(|one| one.eq_ignore_ascii_case(name)));
    let unit = text.trim_start_matches(|char: char| char.is_ascii_digit() || matches!(char, '.' | '+'));
    let number = text[..text.len() - unit.len()].parse::<f64>();
    let is_unit = unit.is_empty() || units.iter().any(|one| one.eq_ignore_ascii_case(unit));
    if is_call || (number.is_ok() && is_unit) {
        Ok(())
    } else {
        Err(format!("{value:?} is not a number of pixels or a CSS length, such as 420 or 60vh"))
    }
}
