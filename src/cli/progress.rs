//! Shows on a terminal how far the drawing is.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use syndicard::pipeline::Progress;

/// A bar on standard error, which is silent where that is no terminal.
pub struct Bar(ProgressBar);

impl Bar {
    pub fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{bar:32.cyan} {pos} of {len} cards  {eta} left");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(bar)
    }
}

impl Progress for Bar {
    fn start(&self, cards: usize) {
        self.0.set_length(cards as u64);
    }

    fn drawn(&self) {
        self.0.inc(1);
    }

    fn finish(&self) {
        self.0.finish_and_clear();
    }
}
