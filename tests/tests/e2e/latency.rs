//! A guard against a listener without TCP_NODELAY.

use std::time::{Duration, Instant};

use nianbao_tests::TestServer;

use crate::given;

with_a_server!(serial_calls_do_not_wait_for_delayed_acknowledgements);

const CALLS: u32 = 50;
/// An answer of some kilobytes is more than one write. Without TCP_NODELAY on the accepted connection
/// the last of them waits some 40 ms for a delayed acknowledgement: two seconds for all. With it the
/// calls take a few milliseconds each on a busy machine.
const GENEROUS: Duration = Duration::from_secs(1);

async fn serial_calls_do_not_wait_for_delayed_acknowledgements(server: &TestServer) {
    let report = given::report(server).await;
    let start = Instant::now();
    for _ in 0..CALLS {
        given::stored(server, &report.name).await;
    }
    let took = start.elapsed();
    assert!(took < GENEROUS, "{CALLS} calls took {took:?}");
}
