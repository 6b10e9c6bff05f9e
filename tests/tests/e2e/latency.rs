//! A guard against a listener without TCP_NODELAY.

use std::time::{Duration, Instant};

use nianbao_tests::TestServer;

use crate::given;

with_a_server!(serial_calls_do_not_wait_for_delayed_acknowledgements);

/// The kernel acknowledges at once while a connection is new.
const FIRST: usize = 20;
const CALLS: usize = 40;
/// An answer of some kilobytes is more than one write. Without TCP_NODELAY on the accepted connection
/// the last of them waits some 40 ms for a delayed acknowledgement, in every call. With it a call
/// takes a millisecond or two, and the fastest quarter of them does even on a machine that is busy
/// with other tests.
const GENEROUS: Duration = Duration::from_millis(25);

async fn serial_calls_do_not_wait_for_delayed_acknowledgements(server: &TestServer) {
    let report = given::report(server).await;
    let mut took = Vec::new();
    for _ in 0..FIRST + CALLS {
        let start = Instant::now();
        given::stored(server, &report.name).await;
        took.push(start.elapsed());
    }
    let mut took = took.split_off(FIRST);
    took.sort();
    assert!(took[CALLS / 4] < GENEROUS, "{took:?}");
}
