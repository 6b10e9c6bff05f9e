//! The program `nianbao-server` as a process: commands, signals, crashes.

mod commands;
mod crash;
mod lock;
mod restart;
mod shutdown;
