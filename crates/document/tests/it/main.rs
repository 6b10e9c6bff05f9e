//! What the crate promises, over the figures of real reports in the layouts of real pages.

mod article;
mod figures;
mod layout;

mod figure_files;
mod forgotten;
mod hostile;
mod layouts;
mod oddities;
mod pages;
