# Lists the recipes.
default:
    @just --list

# Everything that needs Rust alone.
test:
    cargo nextest run
    cargo test --doc

# What a commit must pass.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

# The sample site, built and ready to be opened.
demo:
    cargo run --release -- demo target/demo

# Every theme with 30 posts that are hard on cards, in every size: a page to look at.
cards:
    cargo run --release -- theme sheet --size og --size square --size portrait --size story --out target/cards --force

# The picture of all themes in the README: the sheet of the main size makes it.
themes-picture:
    cargo run --release -- theme sheet --size og --out target/themes --force
    cp target/themes/themes.jpg docs/pictures/themes.jpg

# Takes what the cases produce now as what they must produce: look at the difference before you commit it.
bless:
    BLESS=1 cargo nextest run --test cases
    git diff --stat tests/cases

# Takes the cards as they are painted now: open every picture that changed before you commit it.
bless-cards:
    BLESS=1 cargo nextest run --test cards
    git status --short tests/cards

# How lists and feeds take to more and more posts; run it while nothing else runs.
scale:
    cargo build --release
    python3 benches/scale.py target/release/syndicard --write docs/performance.md

# Syndicard beside the programs that people draw cards with; an hour in which nothing else may run.
peers:
    cargo build --release
    python3 benches/peers/run.py target/release/syndicard --write docs/performance.md
