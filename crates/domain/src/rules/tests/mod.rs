mod any_words;
mod clean_report;
mod known_errors;
mod published_page;
mod real_prose;
