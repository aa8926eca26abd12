//! What Hugo does with names, dates and patterns.
