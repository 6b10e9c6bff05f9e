//! A guard against a listener without TCP_NODELAY.

use std::time::{Duration, Instant};

use nianbao_proto::v1::GetServerInfoRequest;
use nianbao_tests::TestServer;

with_a_server!(serial_calls_do_not_wait_for_delayed_acknowledgements);

const CALLS: u32 = 50;
/// Without TCP_NODELAY on the accepted connection each answer waits some 40 ms for a delayed
/// acknowledgement: two seconds for all. With it they take a few milliseconds, so that a machine a
/// hundred times slower passes as well.
const GENEROUS: Duration = Duration::from_secs(1);

async fn serial_calls_do_not_wait_for_delayed_acknowledgements(server: &TestServer) {
    let start = Instant::now();
    for _ in 0..CALLS {
        server.server().get_server_info(GetServerInfoRequest {}).await.unwrap();
    }
    let took = start.elapsed();
    assert!(took < GENEROUS, "{CALLS} calls took {took:?}");
}
