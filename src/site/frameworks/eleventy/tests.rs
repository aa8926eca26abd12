//! What Eleventy does with data, tags and permalinks.
