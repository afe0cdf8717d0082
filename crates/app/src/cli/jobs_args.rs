//! On how many threads a command codes.

/// The threads.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct JobsArgs {
    /// Threads that code [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

impl JobsArgs {
    /// How many.
    pub fn count(self) -> usize {
        self.jobs.map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), usize::from)
    }
}
