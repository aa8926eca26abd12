//! Links that lead to one page although they are written differently.

use url::Url;

/// The link without what does not tell pages apart: the scheme of the web, the letter case of the host, the usual port,
/// the slash at the end and the fragment.
pub fn normalized(link: &str) -> String {
    let Ok(mut url) = Url::parse(link) else { return link.trim_end_matches('/').to_owned() };
    url.set_fragment(None);
    let scheme = match url.scheme() {
        "http" | "https" => "web",
        other => other,
    };
    // The parser has lowered the host and dropped the scheme's usual port; 443 and 80 may still stand with the other scheme.
    let port = url.port().filter(|port| ![80, 443].contains(port)).map(|port| format!(":{port}"));
    let path = url.path().trim_end_matches('/');
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{scheme}://{}{}{path}{query}", url.host_str().unwrap_or_default(), port.unwrap_or_default())
}

/// Whether two links lead to one page.
pub fn same(a: Option<&str>, b: Option<&str>) -> bool {
    a.map(normalized) == b.map(normalized)
}
