//! What Jekyll does with names, dates, categories and permalinks.
