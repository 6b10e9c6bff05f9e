//! The arithmetic of a sheet.

use divan::{Bencher, black_box};
use nianbao_domain::form::Edition;
use nianbao_domain::sheet::{Cell, Sheet};

fn main() {
    divan::main();
}

fn filled(edition: Edition) -> Sheet {
    let mut sheet = Sheet::blank(edition);
    for cell in edition.layout().cells() {
        let zero = Cell::Number(0);
        if sheet.set(*cell, zero).is_err() {
            continue;
        }
    }
    sheet
}

/// Every equation of the 2021 form: 42 of them over 200 cells.
#[divan::bench(args = [Edition::E2019, Edition::E2021])]
fn equations_of_a_sheet(bencher: Bencher<'_, '_>, edition: Edition) {
    let sheet = filled(edition);
    bencher.bench(|| black_box(&sheet).unmet().len());
}

/// The limit: the same sums over the same array, written out by hand without states or equations.
#[divan::bench]
fn limit_plain_sums_of_an_array(bencher: Bencher<'_, '_>) {
    let values = [1i64; 200];
    bencher.bench(|| {
        let values = black_box(&values);
        (0..42).map(|n| values[n..n + 9].iter().sum::<i64>()).filter(|sum| *sum == 9).count()
    });
}
