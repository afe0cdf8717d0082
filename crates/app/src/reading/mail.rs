//! E-mails: newsletters and alerts. The plain text goes before the page, where a message has both.

use super::header::{Head, Stated};
use super::problem::Fault;
use super::{Found, apart, html};
use mail_parser::{Message, MessageParser, PartType};

/// Largest message that is read in this process, in bytes. A hostile one takes a hundred times its size: headers by the million.
const SMALL: usize = 1 << 20;

/// Reads one message, a large one in a process of its own.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    if bytes.len() > SMALL { apart::one("mail", bytes) } else { parse(bytes) }
}

/// Reads one message: its subject is the title, its date the day of publication, the name of its sender the publisher.
pub fn parse(bytes: &[u8]) -> Result<Found, Fault> {
    let message = MessageParser::default().parse(bytes).ok_or_else(no_message)?;
    let parts = message.text_bodies().chain(message.html_bodies());
    let (mut plain, mut page) = (String::new(), None);
    for part in parts {
        match &part.body {
            PartType::Text(words) if plain.is_empty() => plain = body(words),
            PartType::Html(words) if page.is_none() => page = Some(words),
            _ => {}
        }
    }
    let head = head(&message);
    if !plain.is_empty() {
        return Ok(Found { text: plain, head, doubts: Vec::new() });
    }
    let found = html::read(page.ok_or_else(no_text)?.as_bytes(), None)?;
    Ok(Found { head: head.or(found.head), ..found })
}

/// The words without the signature below them.
fn body(words: &str) -> String {
    let lines: Vec<&str> = words.lines().take_while(|line| line.trim_end() != "--").collect();
    lines.join("\n").trim().to_owned()
}

fn head(message: &Message<'_>) -> Head {
    let kept = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
    let day = message.date().map(|d| format!("{:04}-{:02}-{:02}", d.year, d.month, d.day));
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.name());
    Head {
        id: message.message_id().and_then(kept),
        title: message.subject().and_then(kept),
        publisher: sender.and_then(kept),
        published: day.map(|value| Stated { value, line: None }),
        ..Head::default()
    }
}

fn no_message() -> Fault {
    Fault::new("no e-mail: it has no header", "give the message as it was sent (.eml)")
}

fn no_text() -> Fault {
    Fault::no_text("an e-mail without text", "give what is attached to it as a file of its own")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "From: \"Valley Wire\" <desk@e.org>\r\nDate: Thu, 13 Dec 2012 23:50:00 -0800\r\n\
        Subject: =?utf-8?q?Shells_hit_B=C3=BCren?=\r\nMessage-ID: <a1@e.org>\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn plain_text_goes_before_the_page() {
        let parts = "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n\
            <p>Page.</p>\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 was hit.\r\n-- \r\nThe desk\r\n--b--\r\n";
        let found = read(format!("{HEAD}{parts}").as_bytes()).unwrap();
        assert_eq!(found.text, "The café was hit.");
        assert_eq!(found.head.title.as_deref(), Some("Shells hit Büren"));
        assert_eq!(found.head.publisher.as_deref(), Some("Valley Wire"));
        assert_eq!(found.head.id.as_deref(), Some("a1@e.org"));
        assert_eq!(found.head.published.unwrap().value, "2012-12-13");
    }

    #[test]
    fn a_page_alone_is_read_as_one() {
        let page = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Three hurt.</p><script>x()</script>";
        let found = read(format!("{HEAD}{page}").as_bytes()).unwrap();
        assert_eq!((found.text.as_str(), found.head.id.as_deref()), ("Three hurt.", Some("a1@e.org")));
    }
}
