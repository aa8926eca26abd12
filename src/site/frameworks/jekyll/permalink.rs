//! Permalinks: the styles, the names that stand in them, and how names become safe (`url.rb`, `url_drop.rb`).

use crate::model::{Route, RouteClock, RoutePart};
use crate::site::slugs::jekyll;

/// What a template's names stand for.
#[derive(Debug)]
pub struct Names<'a> {
    /// The post's `slug`, or what follows the date in the file's name.
    pub slug: &'a str,
    /// The file's name without its extension.
    pub name: &'a str,
    /// The path below `_posts`, without extension.
    pub path: &'a str,
    pub categories: &'a [String],
    pub extension: &'a str,
}

/// The template of a style; any other text is a template itself.
pub fn template(style: &str) -> &str {
    match style {
        "date" => "/:categories/:year/:month/:day/:title:output_ext",
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "ordinal" => "/:categories/:year/:y_day/:title:output_ext",
        "weekdate" => "/:categories/:year/W:week/:short_day/:title:output_ext",
        "none" => "/:categories/:title:output_ext",
        template => template,
    }
}

/// The route that a template gives a post.
pub fn route(template: &str, names: &Names<'_>) -> Route {
    let route = Route::pattern(template, RouteClock::Site, &mut |name| names.value(name));
    match route {
        Route::Path { parts, clock } => {
            let parts = parts.into_iter().map(|part| match part {
                // `sanitize_url` takes out whatever could climb.
                RoutePart::Text(text) => RoutePart::Text(text.replace("..", "/").replace("./", "")),
                date => date,
            });
            Route::Path { parts: parts.collect(), clock }
        }
        whole => whole,
    }
}

impl Names<'_> {
    fn value(&self, name: &str) -> Option<RoutePart> {
        // `:month_:day` has an underscore that belongs to no name.
        self.known(name, "").or_else(|| self.known(name.strip_suffix('_')?, "_"))
    }

    fn known(&self, name: &str, behind: &str) -> Option<RoutePart> {
        let text = |text: String| Some(RoutePart::Text(text + behind));
        let date = |form: &str| Some(RoutePart::Date(format!("{form}{behind}")));
        match name {
            "title" => text(jekyll::title(self.slug)),
            "slug" => text(jekyll::plain(self.slug)),
            "name" => text(jekyll::plain(self.name)),
            "path" => text(self.path.to_owned()),
            "collection" => text("posts".to_owned()),
            "output_ext" => text(self.extension.to_owned()),
            "categories" => text(each_once(self.categories.iter().map(|name| jekyll::category(name)))),
            "slugified_categories" => text(each_once(self.categories.iter().map(|name| jekyll::plain(name)))),
            "year" => date("%Y"),
            "month" => date("%m"),
            "day" => date("%d"),
            "hour" => date("%H"),
            "minute" => date("%M"),
            "second" => date("%S"),
            "i_day" => date("%-d"),
            "i_month" => date("%-m"),
            "short_month" => date("%b"),
            "long_month" => date("%B"),
            "short_year" => date("%y"),
            "w_year" => date("%G"),
            "week" => date("%V"),
            "w_day" => date("%u"),
            "short_day" => date("%a"),
            "long_day" => date("%A"),
            "y_day" => date("%j"),
            _ => None,
        }
    }
}

fn each_once(names: impl Iterator<Item = String>) -> String {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept.join("/")
}
