//! The sample site's files.

macro_rules! file {
    ($path:literal) => {
        ($path, include_bytes!(concat!("../../assets/demo/", $path)))
    };
}

/// Each with its path in the site.
pub const FILES: &[(&str, &[u8])] = &[
    file!("data/authors/default.mdx"),
    file!("data/authors/sami-rahal.mdx"),
    file!("data/blog/albedo.md"),
    file!("data/blog/barometer.mdx"),
    file!("data/blog/cutting-a-valley.mdx"),
    file!("data/blog/leaf-veins.mdx"),
    file!("data/blog/letters/to-the-next-keeper.md"),
    file!("data/blog/lo-que-escribe-el-viento.mdx"),
    file!("data/blog/the-same-hill.mdx"),
    file!("data/blog/tide-clock.mdx"),
    file!("data/blog/waiting-for-the-aurora.mdx"),
    file!("data/siteMetadata.js"),
    file!("public/static/images/aurora.jpg"),
    file!("public/static/images/dunes.jpg"),
    file!("public/static/images/first-snow.jpg"),
    file!("public/static/images/leaf.jpg"),
    file!("public/static/images/logo.png"),
    file!("public/static/images/night-tide.jpg"),
    file!("public/static/images/paper-valley.webp"),
    file!("public/static/images/seven-ridges.jpg"),
    file!("syndicard.yaml"),
];
