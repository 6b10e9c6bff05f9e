use crate::form::{Edition, EquationKind, Form, Node, TableId};

fn cells(form: &'static Form) -> Vec<usize> {
    form.tables().map(crate::form::Table::cells).collect()
}

#[test]
fn the_editions_print_the_cells_of_the_notices() {
    assert_eq!(cells(Edition::E2019.form()), [22, 161, 15]);
    assert_eq!(cells(Edition::E2021.form()), [10, 175, 15]);
}

#[test]
fn the_editions_have_forty_and_forty_two_equations() {
    let counts = Edition::ALL.map(|edition| edition.layout().equations().len());
    assert_eq!(counts, [40, 42]);
}

#[test]
fn every_column_of_table_3_balances_and_every_line_has_a_total() {
    for edition in Edition::ALL {
        let equations = edition.layout().equations();
        let requests = || equations.iter().filter(|it| it.equation.table == TableId::Requests);
        let count = |kind: fn(&EquationKind) -> bool| {
            requests().filter(|it| kind(&it.equation.kind)).count()
        };
        assert_eq!(count(|kind| matches!(kind, EquationKind::Balance(_))), 7);
        assert_eq!(count(|kind| matches!(kind, EquationKind::ColumnTotal(_))), 7);
        assert_eq!(
            count(|kind| matches!(kind, EquationKind::RowTotal(_))),
            edition.layout().table_cells(TableId::Requests).count() / 7
        );
    }
}

#[test]
fn every_cell_is_found_at_its_place() {
    for edition in Edition::ALL {
        let layout = edition.layout();
        for (at, cell) in layout.cells().iter().enumerate() {
            assert_eq!(layout.index(*cell).map(usize::from), Some(at), "{edition} {cell}");
        }
    }
}

/// The order is a storage format: a revision's figures are written in it. Never edit the snapshot.
#[test]
fn the_cell_order_is_frozen() {
    for edition in Edition::ALL {
        let cells: Vec<String> = edition.layout().cells().iter().map(ToString::to_string).collect();
        insta::assert_snapshot!(format!("cell_order_{edition}"), cells.join("\n"));
    }
}

#[test]
fn label_paths_are_unique_within_an_axis() {
    fn walk<K: Copy>(axis: &'static [Node<K>], at: &str, paths: &mut Vec<String>) {
        for node in axis {
            let path = format!("{at}/{}", node.label().text);
            match node {
                Node::Group(_, _, inner) => walk(inner, &path, paths),
                Node::Leaf(..) | Node::Total(..) => paths.push(path),
            }
        }
    }
    for edition in Edition::ALL {
        for block in edition.form().tables().flat_map(|table| table.blocks) {
            let (mut lines, mut columns) = (Vec::new(), Vec::new());
            walk(block.rows, "", &mut lines);
            walk(block.columns, "", &mut columns);
            for mut paths in [lines, columns] {
                let count = paths.len();
                paths.sort();
                paths.dedup();
                assert_eq!(paths.len(), count, "{edition} {:?}", block.heading);
            }
        }
    }
}
