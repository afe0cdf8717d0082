//! Speed of the whole coder on one core, everything included: text in, claims out.
//!
//! `cargo bench`. The reports are those of `examples/reports`; figures are sentences a second.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::coder::load;
use dateline_shared::built_in::Model;
use dateline_text::report::Report;
use std::hint::black_box;
use std::path::Path;

/// The bodies of the plain examples, without their head lines.
fn reports() -> Vec<Report> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/reports");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let body = |text: String| text.split_once("\n\n").map_or(String::new(), |(_, body)| body.to_owned());
    let report = |(n, file)| Report {
        id: format!("r{n}"),
        text: body(std::fs::read_to_string(file).unwrap()),
        published: Some(jiff::civil::date(2012, 12, 13)),
        ..Report::default()
    };
    files.into_iter().enumerate().map(report).collect()
}

fn coding(criterion: &mut Criterion) {
    let reports = reports();
    for (name, model) in [("accurate", Model::Accurate), ("fast", Model::Fast)] {
        let code = load(model).unwrap();
        let sentences: usize = reports.iter().map(|r| code(r).sentences.len()).sum();
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10).throughput(Throughput::Elements(sentences as u64));
        group.bench_function("sentences", |b| {
            b.iter(|| reports.iter().map(|r| black_box(code(r)).claims.len()).sum::<usize>())
        });
        group.finish();
        criterion.bench_function(&format!("load {name}"), |b| b.iter(|| load(model).is_ok()));
    }
}

criterion_group!(benches, coding);
criterion_main!(benches);
