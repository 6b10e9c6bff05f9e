//! Every store against the contract of all of them, and what only a database can do.

#![cfg(test)]

mod away;
mod corrupt;
mod cycle;
mod file;
mod opened;
mod restart;
mod retention;
mod schema;
mod sequencer;
mod sharing;

/// Runs every function of the contract on every store.
macro_rules! contract {
    ($($module:ident { $($test:ident,)+ })+) => {
        mod memory {
            use nianbao_application::memory::MemoryStore;
            $(mod $module {
                use super::MemoryStore;
                $(#[tokio::test]
                async fn $test() {
                    nianbao_tests::store_contract::$module::$test(&MemoryStore::default()).await;
                })+
            })+
        }
        contract!(sqlite Sqlite $($module { $($test)+ })+);
        contract!(postgres Postgres $($module { $($test)+ })+);
    };
    ($store:ident $backend:ident $($module:ident { $($test:ident)+ })+) => {
        mod $store {
            use nianbao_tests::postgres::Backend::$backend;
            use crate::opened::Opened;
            $(mod $module {
                use super::{Opened, $backend};
                $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    let opened = Opened::new($backend).await;
                    nianbao_tests::store_contract::$module::$test(&opened.store).await;
                    opened.close().await;
                })+
            })+
        }
    };
}

contract! {
    organizations {
        an_organ_is_read_back_as_it_was_registered,
        an_organ_exists_once,
        an_organ_needs_its_superior,
        an_update_replaces_the_record,
        a_stale_update_of_an_organ_is_refused,
        a_name_finds_its_organ_only_where_it_is_the_only_one,
        superiors_come_nearest_first,
        an_organ_never_becomes_its_own_superior,
        superiors_set_at_the_same_time_make_no_cycle,
        a_batch_of_organs_is_registered_whole,
    }
    scope {
        a_single_read_finds_nothing_outside_the_scope,
        a_list_holds_nothing_outside_the_scope,
        the_reports_of_an_organ_outside_the_scope_are_not_listed,
        a_scope_without_roots_sees_nothing,
        a_name_outside_the_scope_is_in_nobodys_way,
    }
    reports {
        a_report_is_read_back_as_it_was_created,
        a_publication_is_kept_as_far_as_it_is_known,
        a_report_exists_once,
        a_report_needs_its_organ,
        an_update_moves_the_head_and_keeps_what_was_before,
        an_update_without_content_makes_no_revision,
        a_stale_update_is_refused,
        of_concurrent_updates_exactly_one_wins,
        a_revision_is_never_overwritten,
        a_deleted_report_is_gone_with_its_revisions,
        a_report_is_only_deleted_as_it_was_seen,
        revisions_are_listed_newest_first,
    }
    compared {
        what_is_published_goes_before_what_is_worked_on,
        only_reports_of_the_year_kind_and_organs_are_found,
        siblings_are_of_one_level_and_type,
        nothing_outside_the_scope_is_compared_with,
    }
    decisions {
        decisions_are_told_as_of_every_version,
        a_report_is_created_with_its_decisions,
        only_a_present_decision_ends,
        decisions_go_with_their_report,
        a_re_run_changes_the_result_and_nothing_else,
        a_re_run_of_an_older_version_is_left_alone,
        no_two_states_of_a_report_have_the_same_version,
    }
    lists {
        organs_are_filtered_as_without_a_database,
        reports_are_filtered_as_without_a_database,
        organs_are_sorted_and_cut_as_without_a_database,
        reports_are_sorted_and_cut_as_without_a_database,
        a_forged_place_is_some_place,
        conditions_scope_and_organ_hold_together,
        a_list_has_content_only_where_it_is_asked_for,
        a_place_in_a_list_is_stable_while_others_write,
    }
    requests {
        a_request_is_found_with_what_it_was_answered,
        only_what_is_committed_is_recorded,
        of_calls_with_one_request_id_exactly_one_is_committed,
    }
    rules {
        a_rule_is_read_back_as_it_was_written,
        a_rule_exists_once,
        a_stale_update_of_a_rule_is_refused,
        the_rule_set_moves_with_the_rule_or_not_at_all,
        of_concurrent_moves_of_the_rule_set_exactly_one_wins,
        what_rules_hit_is_counted_by_report_and_wording,
    }
    commits {
        a_change_set_is_written_whole_or_not_at_all,
        writes_take_effect_in_their_order,
        a_commit_that_comes_again_is_written_once,
        one_commit_many_times_at_once_is_written_once,
        a_refused_commit_fails_nobody_else,
        a_commit_that_nobody_waits_for_is_written_whole_or_not_at_all,
    }
    journal {
        what_happened_is_told_in_full,
        positions_have_no_gaps_and_hashes_make_a_chain,
        the_feed_goes_on_behind_a_position,
        earlier_events_come_first,
    }
    attachments {
        a_file_is_read_back_as_it_was_kept,
        a_content_stays_as_long_as_a_report_has_it,
        a_report_and_its_file_take_the_place_of_others,
        nothing_is_kept_of_a_file_whose_report_is_refused,
        files_are_found_by_their_content,
        a_file_that_comes_and_goes_at_once_is_whole_or_gone,
    }
}
