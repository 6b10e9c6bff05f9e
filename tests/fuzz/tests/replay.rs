//! Every input that was ever worth keeping, again.

use std::fs;
use std::path::Path;

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let files = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
    files.map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn every_target_takes_its_corpus_and_every_beginning_of_it() {
    for (name, target) in nianbao_fuzz::TARGETS {
        let corpus = corpus(name);
        assert!(!corpus.is_empty(), "{name}");
        for input in &corpus {
            target(input);
            (0..8).for_each(|part| target(&input[..input.len() * part / 8]));
        }
    }
}
