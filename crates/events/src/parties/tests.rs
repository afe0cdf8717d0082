//! Checks of the tables and of the hand-made cases.
