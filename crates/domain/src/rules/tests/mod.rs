mod any_words;
mod clean_report;
mod published_page;
mod real_prose;
