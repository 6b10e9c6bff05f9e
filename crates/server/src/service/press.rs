//! What official documents are set with.

use nianbao_document::official::FontNames;
#[cfg(feature = "pdf")]
use nianbao_document::printed::Printed;

use crate::config::FontsConfig;

/// The fonts of the settings and, in servers built with it, the typesetter.
#[derive(Debug)]
pub struct Press {
    names: FontNames,
    #[cfg(feature = "pdf")]
    typesetter: typesetter::Typesetter,
}

impl Press {
    /// The press of these settings. Fonts are looked for when the first PDF is asked for.
    pub fn new(config: &FontsConfig) -> Self {
        Self {
            names: config.names(),
            #[cfg(feature = "pdf")]
            typesetter: typesetter::Typesetter::new(config),
        }
    }

    /// The families that are named.
    pub fn names(&self) -> &FontNames {
        &self.names
    }

    /// A report as PDF.
    #[cfg(feature = "pdf")]
    pub(super) fn pdf(&self, printed: &Printed) -> Result<Vec<u8>, tonic::Status> {
        self.typesetter.set(printed)
    }
}

#[cfg(feature = "pdf")]
mod typesetter {
    use std::sync::OnceLock;

    use nianbao_document::Rendition;
    use nianbao_document::printed::Printed;
    use nianbao_typeset::{FontSearch, Fonts};
    use tonic::Status;

    use crate::answer::unprintable;
    use crate::config::FontsConfig;
    use crate::service::rendering::{available_beside, number};

    /// Sets reports, with the fonts that were found once.
    #[derive(Debug)]
    pub(super) struct Typesetter {
        search: FontSearch,
        fonts: OnceLock<Fonts>,
    }

    impl Typesetter {
        pub(super) fn new(config: &FontsConfig) -> Self {
            let folder = Some(config.folder.clone()).filter(|it| !it.as_os_str().is_empty());
            let search = FontSearch { folder, installed: true, names: config.names() };
            Self { search, fonts: OnceLock::new() }
        }

        pub(super) fn set(&self, printed: &Printed) -> Result<Vec<u8>, Status> {
            let set = nianbao_typeset::pdf(printed, self.fonts()?);
            set.map_err(|why| refused(&why.message_en(), why.message_zh()))
        }

        /// What was not found may be installed later: only what was found is remembered.
        fn fonts(&self) -> Result<&Fonts, Status> {
            if let Some(fonts) = self.fonts.get() {
                return Ok(fonts);
            }
            let found = Fonts::find(&self.search);
            let found = found.map_err(|why| refused(&why.message_en(), why.message_zh()))?;
            Ok(self.fonts.get_or_init(|| found))
        }
    }

    fn refused(en: &str, zh: String) -> Status {
        let pdf = Rendition::Pdf;
        unprintable(number(pdf).as_str_name(), available_beside(pdf), en, zh)
    }
}
