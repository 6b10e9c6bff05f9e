mod clean_report;
mod published_page;
