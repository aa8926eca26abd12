//! Where GitHub Pages serves a site that names no address of its own.

use crate::site::front_matter::Front;
use crate::site::root::Root;

/// `https://owner.github.io/repository`, from `repository:` or the checkout's `origin`; nothing where a `CNAME` tells more.
pub fn address(root: &Root, config: &Front) -> Option<String> {
    if root.is_file("CNAME") {
        return None;
    }
    let repository = super::text(config, "repository").or_else(|| origin(&root.text(".git/config")?))?;
    let (owner, name) = repository.split_once('/')?;
    let host = format!("{}.github.io", owner.to_lowercase());
    let base = super::text(config, "baseurl");
    let base = base.as_deref().map(|base| base.trim_matches('/'));
    let own = if name.eq_ignore_ascii_case(&host) { "" } else { name };
    Some(format!("https://{host}/{}", base.unwrap_or(own)))
}

/// `owner/name` of the remote repository called `origin`, where it is on GitHub.
fn origin(config: &str) -> Option<String> {
    let mut lines = config.lines().map(str::trim).skip_while(|line| *line != "[remote \"origin\"]").skip(1);
    let url = lines.find_map(|line| line.strip_prefix("url")?.trim_start().strip_prefix('='))?.trim();
    let (_, path) = url.split_once("github.com")?;
    let path = path.trim_start_matches([':', '/']).trim_end_matches('/').trim_end_matches(".git");
    (path.split('/').count() == 2).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn the_origin_is_read_in_each_form_that_git_writes() {
        for url in ["git@github.com:o/n.git", "https://github.com/o/n", "ssh://git@github.com/o/n.git"] {
            let config = format!("[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {url}\n\tfetch = x\n");
            assert_eq!(origin(&config).as_deref(), Some("o/n"), "{url}");
        }
        assert_eq!(origin("[remote \"origin\"]\n\turl = https://example.org/o/n\n"), None);
    }
}
