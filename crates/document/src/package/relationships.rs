//! Which part belongs to which (ISO/IEC 29500-2, 6.5).

use super::{Package, PackageError, Xml};

/// A part that belongs to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relationship {
    /// What the other part calls it.
    pub id: String,
    /// The last word of the address of its type: `worksheet`.
    pub kind: String,
    /// The name of the part.
    pub part: String,
}

/// A package may have so many relationships; thousands of worksheets are no report.
const MOST: usize = 10_000;

impl Package<'_> {
    /// The parts that belong to a part; those of the package itself for an empty name.
    pub(crate) fn relationships(&mut self, of: &str) -> Result<Vec<Relationship>, PackageError> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let separator = if folder.is_empty() { "" } else { "/" };
        let part = format!("{folder}{separator}_rels/{file}.rels");
        let Some(text) = self.part(&part)? else { return Ok(Vec::new()) };
        let mut xml = Xml::new(&text, &part);
        let mut found = Vec::new();
        xml.next_element()?;
        while let Some(tag) = xml.next_element()? {
            let target = tag.attribute("Target").filter(|_| tag.name() == "Relationship");
            let external = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
            if let Some(target) = target.filter(|_| !external && found.len() < MOST) {
                let said = |name| tag.attribute(name).unwrap_or_default().into_owned();
                let kind = said("Type").rsplit('/').next().unwrap_or_default().to_owned();
                found.push(Relationship { id: said("Id"), kind, part: resolved(folder, &target) });
            }
        }
        Ok(found)
    }

    /// The part that the package is about, which is usually called so.
    pub(crate) fn main_part(&mut self, usual: &str) -> Result<String, PackageError> {
        let mut of_package = self.relationships("")?.into_iter();
        let main = of_package.find(|it| it.kind == "officeDocument");
        let main = main.map(|it| it.part).filter(|part| self.has(part));
        Ok(main.unwrap_or_else(|| usual.to_owned()))
    }

    /// Whether there is such a part.
    fn has(&self, part: &str) -> bool {
        self.parts.contains_key(&part.to_ascii_lowercase())
    }
}

/// The name of a part that is given relative to a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "." | "" => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_to_the_folder_of_their_part() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("word/a", "../numbering.xml"), "word/numbering.xml");
        assert_eq!(resolved("", "../../../etc/passwd"), "etc/passwd");
    }
}
