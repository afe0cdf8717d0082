//! The API as programs and the page use it, over a real connection, on both databases.

use super::basemap::Basemap;
use super::router;
use super::shared::Shared;
use crate::record::tests::{Bench, line, on_both};
use pmtiles::{PmTilesWriter, TileCoord, TileType};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

const BLAST: &str = "16 killed in Qatana on 2012-12-13, Police.";

/// A server of a bench's record.
struct Server {
    address: SocketAddr,
    agent: ureq::Agent,
}

/// An answer: status, headers that matter, body.
struct Got {
    status: u16,
    etag: Option<String>,
    policy: Option<String>,
    body: String,
}

impl Got {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }
}

impl Server {
    fn of(bench: &Bench) -> Self {
        Self::over(bench, None)
    }

    fn over(bench: &Bench, basemap: Option<&str>) -> Self {
        let record = bench.record.clone();
        let address = bench.record.wait(async {
            let basemap = match basemap {
                Some(given) => Some(Basemap::open(given, None).await.unwrap()),
                None => None,
            };
            let shared = Shared::begin(record.clone(), basemap).await.unwrap();
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            record.spawn(Arc::clone(&shared).keep_up());
            record.spawn(async move { axum::serve(listener, router(shared).unwrap()).await.unwrap() });
            address
        });
        let config = ureq::Agent::config_builder().http_status_as_error(false).build();
        Self { address, agent: config.into() }
    }

    fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Got {
        let mut request = self.agent.get(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = request.call().unwrap();
        let header = |name: &str| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
        let (etag, policy) = (header("etag"), header("content-security-policy"));
        Got {
            status: response.status().as_u16(),
            etag,
            policy,
            body: response.body_mut().read_to_string().unwrap(),
        }
    }

    fn json(&self, path: &str) -> Value {
        let got = self.ask(path, &[]);
        assert_eq!(got.status, 200, "{path}: {}", got.body);
        got.json()
    }
}

fn filled(bench: &Bench) {
    bench.read(&[
        &line("a", "Wire", "2012-12-14", BLAST),
        &line(
            "b",
            "Courier",
            "2012-12-15",
            "17 killed in Qatana on 2012-12-13, Doctors.\n3 killed in Homs on 2012-12-15, Police.",
        ),
        &line("c", "Echo", "2013-02-01", "1 killed in Nowhere on 2013-01-31, Police."),
    ]);
}

#[test]
fn the_questions_of_the_page_are_answered() {
    on_both(|bench| {
        filled(&bench);
        let server = Server::of(&bench);
        let record = server.json("/api/v1/record");
        assert_eq!(
            (&record["reports"], &record["events"], &record["examples"]),
            (&json!(3), &json!(3), &json!(false))
        );
        let summary = server.json("/api/v1/summary?country=SYR");
        assert_eq!((&summary["events"], &summary["placed"]), (&json!(3), &json!(2)));
        assert_eq!(summary["types"], json!([{"value": "ASSAULT", "events": 3}]));
        assert_eq!(summary["days"], json!({"first": "2012-12-13", "last": "2013-01-31"}));
        let timeline = server.json("/api/v1/timeline?step=month");
        assert_eq!(timeline["parts"][0], json!({"day": "2012-12-01", "type": "ASSAULT", "events": 2}));
        let map = server.json("/api/v1/map?zoom=14");
        let cells = map["cells"].as_array().unwrap();
        assert_eq!(cells.len(), 2);
        assert!(cells.iter().all(|cell| cell["id"].is_string() && cell["near"] == true), "{map}");
        let south = server.json("/api/v1/map?zoom=14&view=-60,0,-180,180");
        assert_eq!(south["cells"], json!([]));
        let towns = server.json("/api/v1/towns?view=32,37.5,35.5,42.5&zoom=6");
        assert!(towns["towns"].as_array().unwrap().iter().any(|town| town["name"] == "Damascus"));
        let words = server.json("/api/v1/words?facet=party&q=gre");
        assert_eq!(words["words"], json!([{"value": "Grey Front", "events": 3}]));
        assert_eq!(server.json("/api/v1/words?facet=type")["words"][0]["value"], "ASSAULT");
        let country = json!([{"value": "SYR", "label": "Syria", "events": 3}]);
        assert_eq!(server.json("/api/v1/words?facet=country&q=syri&limit=300")["words"], country);
        assert_eq!(
            server.json("/api/v1/words?facet=status")["words"],
            json!([{"value": "occurred", "events": 3}])
        );
        assert!(server.json("/api/v1/openapi.json")["paths"]["/api/v1/events"].is_object());
        assert_eq!(server.ask("/healthz", &[]).body, "ok\n");
        assert!(server.ask("/metrics", &[]).body.contains("dateline_events 3"));
    });
}

#[test]
fn events_come_page_by_page_and_lead_to_their_words() {
    on_both(|bench| {
        filled(&bench);
        let server = Server::of(&bench);
        let (mut path, mut days) = ("/api/v1/events?limit=2".to_owned(), Vec::new());
        loop {
            let page = server.json(&path);
            assert_eq!(page["total"], 3);
            days.extend(
                page["events"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|event| event["day"].as_str().unwrap().to_owned()),
            );
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/api/v1/events?limit=2&after={next}");
        }
        assert_eq!(days, ["2013-01-31", "2012-12-15", "2012-12-13"]);
        let found = server.json("/api/v1/events?q=qatana&killed=10&status=occurred");
        let event = server.json(&format!("/api/v1/events/{}", found["events"][0]["id"].as_str().unwrap()));
        assert_eq!(event["claims"].as_array().unwrap().len(), 2);
        assert_eq!(
            event["reports"][0],
            json!({"id": "a", "title": null, "publisher": "Wire", "published": "2012-12-14", "url": null})
        );
        assert!(event["why"].as_str().unwrap().contains("2 reports"), "{}", event["why"]);
        let report = server.json("/api/v1/reports/b");
        assert_eq!(report["claims"].as_array().unwrap().len(), 2);
        assert_eq!(report["events"].as_object().unwrap().len(), 2);
        assert_eq!(report["versions"][0]["current"], true);
        let party = server.json("/api/v1/parties/grey%20front");
        assert_eq!((&party["name"], &party["as_actor"][0]["events"]), (&json!("Grey Front"), &json!(3)));
        assert!(
            party["by_source_kind"].as_array().unwrap().contains(&json!({"value": "police", "events": 3}))
        );
        let source = server.json("/api/v1/sources/Doctors?from=2012-12-01");
        assert_eq!((&source["name"], &source["events"]), (&json!("Doctors"), &json!(1)));
        assert_eq!(
            (&source["alone"], &server.json("/api/v1/sources/Police")["alone"]),
            (&json!(0), &json!(2))
        );
        let party = server.json("/api/v1/parties/Grey%20Front?from=2013-01-01");
        assert_eq!(party["by_source_kind"], json!([{"value": "police", "events": 1}]));
    });
}

#[test]
fn a_list_says_whose_word_it_is_and_who_denies_it() {
    on_both(|bench| {
        let told = [
            ("a", "Police"),
            ("b", "Doctors"),
            ("c", "Mayor"),
            ("d", "Denied by Army"),
            ("e", "Announced by Rebels"),
        ];
        let lines = told.map(|(id, who)| {
            line(id, "Wire", "2012-12-14", &format!("16 killed in Qatana on 2012-12-13, {who}."))
        });
        bench.read(&lines.each_ref().map(String::as_str));
        let server = Server::of(&bench);
        let events = server.json("/api/v1/events");
        let event = &events["events"][0];
        assert_eq!(events["total"], 1);
        assert_eq!(event["sources"], json!(["Doctors", "Mayor", "Police"]));
        assert_eq!((&event["source_count"], &event["denied_by"]), (&json!(3), &json!(["Army"])));
    });
}

#[test]
fn what_is_wrong_or_not_there_is_said() {
    on_both(|bench| {
        filled(&bench);
        let server = Server::of(&bench);
        for (path, status, why) in [
            ("/api/v1/events?tpye=ASSAULT", 400, "no parameter \"tpye\""),
            ("/api/v1/events?from=soon", 400, "from is no day"),
            ("/api/v1/events?q=!!!", 400, "q has no word"),
            ("/api/v1/events?limit=1000", 400, "limit is no whole number from 1 to 200"),
            ("/api/v1/events?after=x", 400, "after is not what"),
            ("/api/v1/events/nosuch", 404, "no event of that id"),
            ("/api/v1/reports/nosuch", 404, "no report of that id"),
            ("/api/v1/parties/nobody", 404, "no party of that name"),
            ("/api/v1/words?facet=moon", 400, "facet is none of"),
            ("/api/v2", 404, "nothing here"),
        ] {
            let got = server.ask(path, &[]);
            assert_eq!(got.status, status, "{path}: {}", got.body);
            assert!(got.json()["error"].as_str().unwrap().contains(why), "{path}: {}", got.body);
        }
        assert_eq!(server.ask("/api/v1/record", &[("host", "evil.example")]).status, 403);
        let post = |header: &str| {
            let request = server.agent.post(format!("http://{}/api/v1/examples", server.address));
            request.header("x-dateline", header).send_empty().unwrap().status().as_u16()
        };
        assert_eq!((post("other"), post("page")), (403, 409));
        let policy = server.ask("/", &[]).policy.unwrap();
        assert!(policy.contains("script-src 'self';") && !policy.contains("unsafe"), "{policy}");
    });
}

#[test]
fn nothing_is_sent_twice_and_changes_are_told() {
    on_both(|bench| {
        filled(&bench);
        let server = Server::of(&bench);
        let first = server.ask("/api/v1/summary", &[]);
        let tag = first.etag.unwrap();
        let again = server.ask("/api/v1/summary", &[("if-none-match", &tag)]);
        assert_eq!((again.status, again.body.as_str()), (304, ""));
        assert_eq!(server.ask("/api/v1/summary?killed=2", &[("if-none-match", &tag)]).status, 200);
        bench.read(&[&line("d", "Wire", "2013-03-01", "5 killed in Izra on 2013-03-01, Police.")]);
        // The server looks every second.
        let begun = Instant::now();
        while server.ask("/api/v1/summary", &[("if-none-match", &tag)]).status == 304 {
            assert!(begun.elapsed() < Duration::from_secs(20), "the change was never seen");
            std::thread::sleep(Duration::from_millis(100));
        }
        assert_eq!(server.json("/api/v1/summary")["events"], 4);
        let mut live = server.agent.get(format!("http://{}/api/v1/live", server.address)).call().unwrap();
        let mut read = String::new();
        let mut lines = std::io::BufRead::lines(std::io::BufReader::new(live.body_mut().as_reader()));
        while let Some(Ok(line)) = lines.next().filter(|_| !read.contains("data:")) {
            read.push_str(&line);
        }
        assert!(read.contains("event: mark") && read.contains("\"events\":4"), "{read}");
    });
}

/// A map of one tile, with what its metadata says.
fn map_of_one_tile(file: &std::path::Path, kind: TileType, metadata: &str) {
    let written = std::fs::File::create(file).unwrap();
    let mut map = PmTilesWriter::new(kind).max_zoom(3).metadata(metadata).create(written).unwrap();
    map.add_tile(TileCoord::new(1, 0, 1).unwrap(), b"a tile").unwrap();
    map.finalize().unwrap();
}

#[test]
fn a_map_of_the_user_s_own_is_handed_out() {
    on_both(|bench| {
        let server = Server::of(&bench);
        assert_eq!(server.json("/api/v1/basemap"), json!({ "own": null }));
        assert_eq!(server.ask("/basemap/1/0/1", &[]).status, 404);
        let file = bench.folder.path().join("own.pmtiles");
        let metadata = r#"{"attribution": "<a href='https://example.org'>&copy; Example</a>", "vector_layers": [{"id": "water"}]}"#;
        map_of_one_tile(&file, TileType::Png, metadata);
        let server = Server::over(&bench, file.to_str());
        let about = &server.json("/api/v1/basemap")["own"];
        assert_eq!((&about["kind"], &about["credit"]), (&json!("raster"), &json!("© Example")));
        assert_eq!((&about["max_zoom"], &about["layers"]), (&json!(3), &json!(["water"])));
        assert_eq!(server.ask("/basemap/1/0/1", &[]).body, "a tile");
        assert_eq!(server.ask("/basemap/1/1/1", &[]).status, 204);
        assert_eq!(server.ask("/basemap/1/2/0", &[]).status, 404);
        assert_eq!(server.ask("/basemap/1/0/..%2f..%2fetc", &[]).status, 400);
        let server = Server::over(&bench, Some("https://tiles.example.org/{z}/{x}/{y}.png"));
        let policy = server.ask("/", &[]).policy.unwrap();
        assert!(policy.contains("connect-src 'self' https://tiles.example.org;"), "{policy}");
        assert_eq!(server.ask("/basemap/1/0/1", &[]).status, 404);
    });
}

#[test]
fn what_is_no_map_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (notes, shapes) = (folder.path().join("notes.txt"), folder.path().join("shapes.pmtiles"));
    std::fs::write(&notes, "some notes".repeat(100)).unwrap();
    map_of_one_tile(&shapes, TileType::Mlt, "{}");
    let nameless = folder.path().join("nameless.pmtiles");
    map_of_one_tile(&nameless, TileType::Mvt, "{}");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let why = |given: &str| format!("{:#}", runtime.block_on(Basemap::open(given, None)).err().unwrap());
    assert!(why(notes.to_str().unwrap()).contains("notes.txt is no basemap: give a file of PMTiles"));
    assert!(why(shapes.to_str().unwrap()).contains("the page does not draw"));
    assert!(why(nameless.to_str().unwrap()).contains("do not name the layers"));
    // What claims to have metadata of a thousand million bytes is not read.
    let mut bytes = std::fs::read(&nameless).unwrap();
    bytes[32..40].copy_from_slice(&1_000_000_000_u64.to_le_bytes());
    std::fs::write(&nameless, bytes).unwrap();
    assert!(why(nameless.to_str().unwrap()).contains("is no basemap"));
    assert!(why("/nowhere/at/all.pmtiles").contains("No such file"));
}
