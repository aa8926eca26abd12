//! What Hexo does with names, categories and permalinks.
