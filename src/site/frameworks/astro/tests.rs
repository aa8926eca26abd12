//! Claims about Astro.
