//! Work on all cores, results in the order of the input, memory bounded.
//!
//! One thread feeds pieces, several work, the caller takes the results. For each piece the feeder puts a box into a
//! bounded line in front of the caller and hands the key to it to a worker: so the order is the feeder's, and the feeder
//! waits where results are not taken.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvError, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// What the caller gets.
#[derive(Debug, PartialEq, Eq)]
pub enum Next<O> {
    /// The next result.
    Ready(O),
    /// The next result is not there yet: time to flush what has been written. The answer to this is passed over.
    Waiting,
}

type Job<I, O> = (I, SyncSender<O>);

/// Runs `work` over what `feed` produces on `jobs` threads and hands the results to `take` in order.
///
/// Ends early where `take` breaks or fails; threads that still wait for input then are left to the end of the program.
/// A piece whose worker dies is passed over: `work` must not panic.
pub fn run<I, O, E>(
    jobs: usize,
    feed: impl FnOnce(&mut dyn FnMut(I) -> ControlFlow<()>) + Send + 'static,
    work: impl Fn(I) -> O + Send + Sync + 'static,
    mut take: impl FnMut(Next<O>) -> Result<ControlFlow<()>, E>,
) -> Result<(), E>
where
    I: Send + 'static,
    O: Send + 'static,
    E: From<std::io::Error>,
{
    let jobs = jobs.max(1);
    let (to_workers, from_feeder) = sync_channel::<Job<I, O>>(jobs);
    let (line_up, line) = sync_channel::<Receiver<O>>(jobs * 4);
    let from_feeder = Arc::new(Mutex::new(from_feeder));
    let work = Arc::new(work);
    for _ in 0..jobs {
        let (from_feeder, work) = (Arc::clone(&from_feeder), Arc::clone(&work));
        spawn(move || worker(&from_feeder, &*work))?;
    }
    // Held by the workers alone from here on, so that a feeder without workers ends instead of waiting for ever.
    drop(from_feeder);
    spawn(move || {
        feed(&mut |piece| {
            let (put, get) = sync_channel(1);
            let sent = line_up.send(get).is_ok() && to_workers.send((piece, put)).is_ok();
            if sent { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
    })?;
    while let Ok(result) = patient(&line, &mut take)? {
        let Ok(value) = patient(&result, &mut take)? else { continue };
        if take(Next::Ready(value))?.is_break() {
            break;
        }
    }
    Ok(())
}

/// The next value of `from`; tells `take` where it has to wait.
fn patient<T, O, E>(
    from: &Receiver<T>,
    take: &mut impl FnMut(Next<O>) -> Result<ControlFlow<()>, E>,
) -> Result<Result<T, RecvError>, E> {
    match from.try_recv() {
        Ok(value) => Ok(Ok(value)),
        Err(TryRecvError::Disconnected) => Ok(Err(RecvError)),
        Err(TryRecvError::Empty) => {
            _ = take(Next::Waiting)?;
            Ok(from.recv())
        }
    }
}

fn worker<I, O>(jobs: &Mutex<Receiver<Job<I, O>>>, work: &impl Fn(I) -> O) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((piece, put)) = next else { return };
        // Nobody waits for it once the caller has ended.
        let _ = put.send(work(piece));
    }
}

/// Readers of deep pages and long texts get as much stack as a main thread.
fn spawn(body: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    thread::Builder::new().stack_size(8 << 20).spawn(body).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn collect(jobs: usize, count: u64, stop_after: usize) -> Vec<u64> {
        let mut taken = Vec::new();
        let feed = move |send: &mut dyn FnMut(u64) -> ControlFlow<()>| {
            let _ = (0..count).try_for_each(send);
        };
        let work = |n: u64| {
            thread::sleep(Duration::from_micros((n * 7919) % 300));
            n * 2
        };
        let ended: std::io::Result<()> = run(jobs, feed, work, |next| {
            if let Next::Ready(value) = next {
                taken.push(value);
            }
            Ok(if taken.len() < stop_after { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        });
        ended.unwrap();
        taken
    }

    #[test]
    fn any_number_of_threads_keeps_the_order() {
        let expected: Vec<u64> = (0..300).map(|n| n * 2).collect();
        for jobs in [1, 2, 7] {
            assert_eq!(collect(jobs, 300, usize::MAX), expected);
        }
    }

    #[test]
    fn ends_where_the_caller_breaks() {
        assert_eq!(collect(3, u64::MAX, 10), (0..10).map(|n| n * 2).collect::<Vec<_>>());
    }
}
