//! The pages of a document (ISO 32000-1, 7.7.3).

use std::collections::BTreeSet;
use std::rc::Rc;

use super::content::Matrix;
use super::file::{File, Held};
use super::limits::{NODES, PAGES, STREAM_BYTES, exceeded};
use super::object::{Dictionary, Object};
use crate::{PdfProblem, ReadError};

/// A page before its content is run.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    object: Rc<Object>,
    inherited: Inherited,
}

/// What a page has from those above it.
#[derive(Clone, Debug, Default)]
struct Inherited {
    resources: Option<Rc<Object>>,
    media_box: Option<[f64; 4]>,
    crop_box: Option<[f64; 4]>,
    rotate: f64,
}

/// The part of the plane that is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    /// From the coordinates of the content to points from the lower left corner.
    pub matrix: Matrix,
    pub width: f64,
    pub height: f64,
}

/// A4.
const DEFAULT_BOX: [f64; 4] = [0.0, 0.0, 595.0, 842.0];

/// The pages in order.
pub(super) fn pages(file: &File<'_>) -> Result<Vec<Leaf>, ReadError> {
    let root = file.get(file.trailer(), b"Root")?;
    let top = match root.dictionary() {
        Some(root) => root.get(b"Pages").cloned(),
        None => None,
    };
    let mut pages = walk(file, top)?;
    if pages.is_empty() {
        pages = walk(file, lost_tree(file)?)?;
    }
    if pages.is_empty() { Err(ReadError::Pdf(PdfProblem::Damaged)) } else { Ok(pages) }
}

/// The root of the pages of a file whose beginning is lost.
fn lost_tree(file: &File<'_>) -> Result<Option<Object>, ReadError> {
    for number in file.numbers() {
        let object = file.object(number)?;
        let is_top = |it: &Dictionary| it.is(b"Pages") && it.get(b"Parent").is_none();
        if object.dictionary().is_some_and(is_top) {
            return Ok(Some(Object::Reference(number)));
        }
    }
    Ok(None)
}

/// The pages below a node; a node that stands below itself is visited once.
fn walk(file: &File<'_>, top: Option<Object>) -> Result<Vec<Leaf>, ReadError> {
    let (mut pages, mut seen) = (Vec::new(), BTreeSet::new());
    let mut stack: Vec<(Object, Inherited)> =
        top.into_iter().map(|top| (top, Inherited::default())).collect();
    while let Some((node, inherited)) = stack.pop() {
        let Object::Reference(number) = node else { continue };
        if !seen.insert(number) {
            continue;
        }
        let object = file.object(number)?;
        let Some(dictionary) = object.dictionary() else {
            if seen.len() == 1 {
                break;
            }
            return Err(ReadError::Pdf(PdfProblem::Incomplete));
        };
        let inherited = inherited.with(file, dictionary)?;
        let kids = file.get(dictionary, b"Kids")?;
        if let Some(kids) = kids.array() {
            if stack.len() + kids.len() > NODES {
                return Err(exceeded(NODES, "nodes of pages"));
            }
            stack.extend(kids.iter().rev().map(|kid| (kid.clone(), inherited.clone())));
            continue;
        }
        if pages.len() == PAGES {
            return Err(exceeded(PAGES, "pages"));
        }
        pages.push(Leaf { object: Rc::clone(&object), inherited });
    }
    Ok(pages)
}

impl Inherited {
    fn with(mut self, file: &File<'_>, node: &Dictionary) -> Result<Self, ReadError> {
        if let Some(resources) = node.get(b"Resources") {
            self.resources = Some(match file.resolve(resources)? {
                Held::Here(resources) => Rc::new(resources.clone()),
                Held::There(resources) => resources,
            });
        }
        self.media_box = rectangle(file, node, b"MediaBox")?.or(self.media_box);
        self.crop_box = rectangle(file, node, b"CropBox")?.or(self.crop_box);
        self.rotate = file.get(node, b"Rotate")?.number().unwrap_or(self.rotate);
        Ok(self)
    }
}

fn rectangle(
    file: &File<'_>,
    node: &Dictionary,
    name: &[u8],
) -> Result<Option<[f64; 4]>, ReadError> {
    let value = file.get(node, name)?;
    let mut numbers = Vec::new();
    for number in value.array().unwrap_or_default().iter().take(4) {
        numbers.extend(file.resolve(number)?.number());
    }
    let Ok([a, b, c, d]) = <[f64; 4]>::try_from(numbers) else { return Ok(None) };
    let sane = |side: f64| (1.0..100_000.0).contains(&side);
    let rectangle = [a.min(c), b.min(d), a.max(c), b.max(d)];
    Ok(Some(rectangle).filter(|[x, y, right, top]| sane(right - x) && sane(top - y)))
}

impl Leaf {
    /// What is seen of the page, upright.
    pub(super) fn view(&self) -> View {
        let Inherited { media_box, crop_box, rotate, .. } = &self.inherited;
        let [left, bottom, right, top] = crop_box.or(*media_box).unwrap_or(DEFAULT_BOX);
        let (width, height) = (right - left, top - bottom);
        let corner = Matrix::shift(-left, -bottom);
        let turned = |numbers| corner.then(Matrix(numbers));
        match (*rotate / 90.0).rem_euclid(4.0).round() as u8 {
            1 => View {
                matrix: turned([0.0, -1.0, 1.0, 0.0, 0.0, width]),
                width: height,
                height: width,
            },
            2 => View { matrix: turned([-1.0, 0.0, 0.0, -1.0, width, height]), width, height },
            3 => View {
                matrix: turned([0.0, 1.0, -1.0, 0.0, height, 0.0]),
                width: height,
                height: width,
            },
            _ => View { matrix: corner, width, height },
        }
    }

    /// Its fonts, forms and marks.
    pub(super) fn resources(&self) -> Option<&Dictionary> {
        self.inherited.resources.as_deref().and_then(Object::dictionary)
    }

    /// Its content: one stream, or several that are one.
    pub(super) fn content(&self, file: &File<'_>) -> Result<Vec<u8>, ReadError> {
        let Some(page) = self.object.dictionary() else { return Ok(Vec::new()) };
        let Some(named) = page.get(b"Contents") else { return Ok(Vec::new()) };
        let contents = file.resolve(named)?;
        let parts = match &*contents {
            Object::Array(parts) => parts.as_slice(),
            _ => std::slice::from_ref(named),
        };
        let mut content = Vec::new();
        for part in parts {
            let resolved = file.resolve(part)?;
            let Some(stream) = resolved.stream() else {
                if matches!(part, Object::Reference(_)) {
                    return Err(ReadError::Pdf(PdfProblem::Incomplete));
                }
                continue;
            };
            content.extend(file.shown(stream)?);
            content.push(b'\n');
            if content.len() > STREAM_BYTES {
                return Err(exceeded(STREAM_BYTES, "bytes in the content of a page"));
            }
        }
        Ok(content)
    }
}
