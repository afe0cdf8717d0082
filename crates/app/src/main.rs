//! The program `dateline`; see the library of the same name.

fn main() -> std::process::ExitCode {
    dateline::main()
}
