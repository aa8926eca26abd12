//! Claims about code that is searched.
