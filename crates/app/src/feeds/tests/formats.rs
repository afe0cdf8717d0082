//! The formats of feeds, and what is none.

use crate::feeds::document::read;
use crate::feeds::entry::{Entry, Feed, Written};
use url::Url;

fn read_text(text: &str) -> Feed {
    read(text.as_bytes(), None, &Url::parse("https://wire.example/feeds/world").unwrap()).unwrap()
}

fn fault(text: &str) -> String {
    read(text.as_bytes(), None, &Url::parse("https://wire.example/").unwrap()).unwrap_err().what
}

fn one(text: &str) -> Entry {
    let mut feed = read_text(text);
    assert_eq!(feed.entries.len(), 1);
    feed.entries.remove(0)
}

#[test]
fn rss_with_content_and_source() {
    let entry = one("<rss version='2.0' xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'>
        <channel><title>World &amp;amp; Home</title><ttl>60</ttl><item><title>Two&amp;#8217;s a &lt;b&gt;crowd&lt;/b&gt;</title>
        <link>../a?x=1&amp;y=2</link><guid isPermaLink='false'>n-1</guid><dc:date>2012-12-13T23:30:00-05:00</dc:date>
        <author>B. C.</author><source url='https://other.example/rss'>Other Wire</source>
        <media:title>Not this</media:title><description>Short.</description>
        <c:encoded><![CDATA[<p>One.</p><p>Two &amp; three.</p>]]></c:encoded></item></channel></rss>");
    assert_eq!(entry.id, "n-1");
    assert_eq!(entry.title.as_deref(), Some("Two’s a crowd"));
    assert_eq!(entry.url.as_deref(), Some("https://wire.example/a?x=1&y=2"));
    assert_eq!(entry.published.as_deref(), Some("2012-12-13"));
    assert_eq!(entry.publisher.as_deref(), Some("Other Wire"));
    assert_eq!(entry.text().unwrap(), "One.\n\nTwo & three.");
}

#[test]
fn rss_with_a_summary_only() {
    let feed = read_text(
        "<rss><channel><title>World &amp;amp; Home</title><ttl>60</ttl>\
        <item><description>A town of 3 &lt; 4 houses.\n\nIt burnt.</description></item>\
        <item><guid>https://wire.example/b</guid><description><p>As <b>elements</b>.</p></description></item>\
        <item/></channel></rss>",
    );
    assert_eq!((feed.title.as_deref(), feed.ttl, feed.entries.len()), (Some("World & Home"), Some(60), 2));
    assert_eq!(feed.entries[0].summary, Some(Written::Plain("A town of 3 < 4 houses.\n\nIt burnt.".into())));
    assert_eq!(feed.entries[0].id, "A town of 3 < 4 houses.\n\nIt burnt.");
    assert_eq!(feed.entries[0].publisher.as_deref(), Some("World & Home"));
    assert_eq!(feed.entries[1].url.as_deref(), Some("https://wire.example/b"));
    assert_eq!(feed.entries[1].text().unwrap(), "As elements.");
    let entry = one("<rss><channel><item><link href='/c'/></item></channel></rss>");
    assert_eq!(entry.id, "https://wire.example/c");
}

#[test]
fn rss_1_has_its_items_beside_the_channel() {
    let entry = one(
        "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf='r'><channel rdf:about='x'><title>W</title></channel>\
        <item rdf:about='https://wire.example/1'><title>T</title><link>https://wire.example/1</link></item></rdf:RDF>",
    );
    assert_eq!((entry.id.as_str(), entry.publisher.as_deref()), ("https://wire.example/1", Some("W")));
}

#[test]
fn atom_in_its_kinds_of_text() {
    let feed = read_text(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/world/'><title type='html'>A &amp;amp; B</title>
        <entry xml:base='x/'><id>tag:1</id><title>5 &lt; 6</title><link rel='self' href='no'/><link href='1.html'/>
        <published>2012-12-13T01:00:00+09:00</published><updated>2012-12-15</updated><author><name>C</name></author>
        <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One.</p><p>Two<br/>three.</p></div></content>
        <source><title>Far Wire</title></source></entry>
        <entry><id>2</id><updated>2012-12-14T00:00:00Z</updated><summary>Sum &lt;b&gt;</summary>
        <content type='image/png'>AAAA</content></entry></feed>",
    );
    let (first, second) = (&feed.entries[0], &feed.entries[1]);
    assert_eq!(first.url.as_deref(), Some("https://wire.example/world/x/1.html"));
    assert_eq!(first.title.as_deref(), Some("5 < 6"));
    assert_eq!(
        (first.published.as_deref(), first.updated.as_deref()),
        (Some("2012-12-13"), Some("2012-12-15"))
    );
    assert_eq!(first.publisher.as_deref(), Some("Far Wire"));
    assert_eq!(first.text().unwrap(), "One.\n\nTwo\nthree.");
    assert_eq!(
        (second.published.as_deref(), second.publisher.as_deref()),
        (Some("2012-12-14"), Some("A & B"))
    );
    assert_eq!((second.text().unwrap().as_str(), &second.url), ("Sum <b>", &None));
}

#[test]
fn the_largest_feed_is_read_in_time() {
    let begun = std::time::Instant::now();
    let item = format!(
        "<item><guid>1</guid><title>T</title><description>{}</description></item>",
        "&lt;p&gt;x ".repeat(40)
    );
    let feed = read_text(&format!("<rss><channel>{}</channel></rss>", item.repeat(18_000)));
    assert_eq!(feed.entries.len(), 18_000);
    assert!(begun.elapsed().as_secs() < 10);
}

#[test]
fn atom_with_a_prefix() {
    let entry = one(
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>W</a:title><a:entry><a:id>1</a:id></a:entry></a:feed>",
    );
    assert_eq!((entry.id.as_str(), entry.publisher.as_deref()), ("1", Some("W")));
}

#[test]
fn json_feed() {
    let feed = read_text(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"J &amp; K","items":[
        {"id":7,"url":"/a","title":"T","content_html":"<p>One.</p><p>Two.</p>","summary":"S","date_published":"2012-12-13T08:00:00Z"},
        {"id":"b","content_text":"Plain\n\ntext","tags":[1],"date_published":"soon","url":[]},{}]}"#,
    );
    assert_eq!(feed.entries.len(), 2);
    let (first, second) = (&feed.entries[0], &feed.entries[1]);
    assert_eq!((first.id.as_str(), first.url.as_deref()), ("7", Some("https://wire.example/a")));
    assert_eq!(first.text().unwrap(), "One.\n\nTwo.");
    assert_eq!((first.publisher.as_deref(), first.published.as_deref()), (Some("J & K"), Some("2012-12-13")));
    // A date that is none stays as written: the reader of reports says so, and no other day takes its place.
    assert_eq!(
        (second.text().unwrap().as_str(), second.published.as_deref()),
        ("Plain\n\ntext", Some("soon"))
    );
    assert!(fault("{\"items\":[]}").contains("JSON, but no feed"));
    assert!(fault("{\"items\":").contains("malformed"));
    assert!(fault(&format!("{{\"items\":[{}]}}", "{},".repeat(2_000_000))).contains("too many"));
    assert!(fault(&format!("{{\"a\":{}", "[".repeat(100_000))).contains("malformed"));
}

#[test]
fn encodings_and_links_that_lead_nowhere() {
    let base = Url::parse("https://wire.example/").unwrap();
    let rss = |head: &str| {
        [
            head.as_bytes(),
            b"<rss><channel><item><title>\xcf\xee</title><link>javascript:x()</link></item></channel></rss>",
        ]
        .concat()
    };
    for (head, charset) in
        [("<?xml version='1.0' encoding='windows-1251'?>", None), ("", Some("windows-1251"))]
    {
        let entry = read(&rss(head), charset, &base).unwrap().entries.remove(0);
        assert_eq!((entry.title.as_deref(), entry.url), (Some("По"), None));
    }
}

#[test]
fn what_is_no_feed_says_so() {
    assert!(fault("<!doctype HTML><p>x").contains("a web page, no feed"));
    assert!(
        fault("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html/>").contains("a web page, no feed")
    );
    assert!(fault("<!-- x --><html><meta charset=utf-8><p>x").contains("a web page, no feed"));
    assert!(fault("<opml version='2.0'/>").contains("XML, but no feed: <opml>"));
    assert!(fault("<rss><channel><item>").contains("malformed"));
    assert!(fault("Not Found").contains("neither XML nor JSON"));
    assert!(fault("").contains("neither XML nor JSON"));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(cut in 0usize..400, put in "[<>&;'\"\\[!?/a-c:=é#-]{0,12}") {
        let rss = "<?xml version='1.0'?><rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>é</title>\
            <item><guid>1</guid><pubDate>Thu, 13 Dec 2012 08:30:00 GMT</pubDate><link>/a?é</link><content:encoded>\
            <![CDATA[<p>é</p>]]></content:encoded><author>é\u{a0}a@b.example</author></item></channel></rss>";
        let at = rss.floor_char_boundary(cut);
        let (start, end) = rss.split_at(at);
        let base = Url::parse("https://wire.example/").unwrap();
        for text in [format!("{start}{put}{end}"), format!("{start}{put}"), put] {
            if let Ok(feed) = read(text.as_bytes(), None, &base) {
                feed.entries.iter().for_each(|entry| drop(entry.report("u")));
            }
        }
    }
}
