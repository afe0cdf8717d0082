//! Tables that are handed on: what a row is made of, whatever form it is written in.

use std::borrow::Cow;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Whole numbers.
    Int,
    /// Numbers.
    Real,
    /// True or false.
    Flag,
    /// Lists, in records alone.
    List,
    /// Records inside of records.
    Record,
}

impl Kind {
    /// Its name in a data dictionary.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Int => "whole number",
            Self::Real => "number",
            Self::Flag => "true or false",
            Self::List => "list",
            Self::Record => "record",
        }
    }
}

/// One value; empty where it is not known.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Int(i64),
    Real(f64),
    Flag(bool),
}

impl Cell {
    /// As it stands in a table of text.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Int(number) => Cow::Owned(number.to_string()),
            Self::Real(number) => Cow::Owned(number.to_string()),
            Self::Flag(is) => Cow::Borrowed(if *is { "true" } else { "false" }),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        i64::try_from(number).map_or(Self::Empty, Self::Int)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or(Self::Empty, Self::Int)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// What stands over a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name.
    pub name: &'static str,
    pub kind: Kind,
    /// What stands in it, for the data dictionary.
    pub meaning: &'static str,
}

/// A column of a table whose rows are made of `R`.
pub struct Column<R> {
    pub head: Head,
    pub value: fn(&R) -> Cell,
}

/// A column of words.
pub const fn text<R>(name: &'static str, meaning: &'static str, value: fn(&R) -> Cell) -> Column<R> {
    Column { head: Head { name, kind: Kind::Text, meaning }, value }
}

/// A column of whole numbers.
pub const fn int<R>(name: &'static str, meaning: &'static str, value: fn(&R) -> Cell) -> Column<R> {
    Column { head: Head { name, kind: Kind::Int, meaning }, value }
}

/// A column of numbers.
pub const fn real<R>(name: &'static str, meaning: &'static str, value: fn(&R) -> Cell) -> Column<R> {
    Column { head: Head { name, kind: Kind::Real, meaning }, value }
}

/// A column that the layout of others has and that nothing here fills.
pub const fn none<R>(name: &'static str) -> Column<R> {
    text(name, "empty: nothing in the record tells it", |_| Cell::Empty)
}
