//! What a site's robots.txt lets the program ask for (RFC 9309). Any bytes are input: time and memory are linear in them.

use std::borrow::Cow;
use std::time::Duration;

/// The name that rules call the program by.
const NAME: &str = "dateline";

/// The rules that hold for the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Robots {
    rules: Vec<Rule>,
    /// How long to pause between two requests.
    pub delay: Option<Duration>,
}

#[derive(Clone, Debug, PartialEq)]
struct Rule {
    allow: bool,
    pattern: String,
}

impl Robots {
    /// Reads a file. The groups that name the program hold, all of them together; else those for everybody.
    pub fn read(bytes: &[u8]) -> Self {
        let (mut own, mut all) = (None, Self::default());
        let (mut for_own, mut for_all, mut in_names) = (false, false, false);
        for line in String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').split(['\n', '\r']) {
            let Some((key, value)) = line.split('#').next().and_then(|l| l.split_once(':')) else { continue };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            if key == "user-agent" {
                if !in_names {
                    (for_own, for_all, in_names) = (false, false, true);
                }
                for_all |= value == "*";
                if names_us(value) {
                    for_own = true;
                    own.get_or_insert_with(Self::default);
                }
                continue;
            }
            if !matches!(key.as_str(), "allow" | "disallow" | "crawl-delay") {
                continue;
            }
            in_names = false;
            if let Some(own) = own.as_mut().filter(|_| for_own) {
                own.take(&key, value);
            }
            if for_all {
                all.take(&key, value);
            }
        }
        own.unwrap_or(all)
    }

    fn take(&mut self, key: &str, value: &str) {
        match key {
            "crawl-delay" => {
                let seconds = value.parse::<f64>().ok().and_then(|s| Duration::try_from_secs_f64(s).ok());
                self.delay = self.delay.max(seconds);
            }
            // An empty rule is none.
            _ if value.is_empty() => {}
            _ => self.rules.push(Rule { allow: key == "allow", pattern: plain(value).into_owned() }),
        }
    }

    /// Whether a path, with its query, may be asked for: the longest rule that fits decides, the kinder one of two.
    pub fn allow(&self, path: &str) -> bool {
        let path = plain(path);
        let fitting = self.rules.iter().filter(|rule| fits(&rule.pattern, &path));
        fitting.max_by_key(|rule| (rule.pattern.len(), rule.allow)).is_none_or(|rule| rule.allow)
    }
}

fn names_us(value: &str) -> bool {
    let end = value.find(|c: char| !(c.is_ascii_alphabetic() || c == '-' || c == '_')).unwrap_or(value.len());
    value.get(..end).is_some_and(|name| name.eq_ignore_ascii_case(NAME))
}

/// Whether `path` begins with `pattern`, in which `*` is anything and a last `$` the end of the path.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, ends) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| path.strip_prefix(first)) else { return false };
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        // The last piece of a pattern with an end stands at the end; elsewhere the first place is the best one.
        if ends && pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        match rest.split_once(piece) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    !ends || rest.is_empty()
}

/// One spelling of each path: plain characters as themselves, all else as `%XX`.
fn plain(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|b| b.is_ascii() && b != b'%') {
        return Cow::Borrowed(path);
    }
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(c) = rest.chars().next() {
        let code =
            rest.strip_prefix('%').and_then(|r| r.get(..2)).and_then(|h| u8::from_str_radix(h, 16).ok());
        let used = if code.is_some() { 3 } else { c.len_utf8() };
        match code {
            Some(b) if b.is_ascii_alphanumeric() || b"-._~".contains(&b) => out.push(char::from(b)),
            Some(b) => out.push_str(&coded(b)),
            None if c.is_ascii() => out.push(c),
            None => c.encode_utf8(&mut [0; 4]).bytes().for_each(|b| out.push_str(&coded(b))),
        }
        rest = rest.get(used..).unwrap_or("");
    }
    Cow::Owned(out)
}

fn coded(byte: u8) -> String {
    format!("%{byte:02X}")
}
