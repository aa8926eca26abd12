//! What a theme that is wrong is told, to the character.

#[test]
fn probe() {
    let base = "about: Mine.\ntexts:\n  title: {sizes: [[80, 2]]}\n";
    let full = |card: &str| format!("{base}{card}");
    let texts = [
        String::new(),
        "about: [".to_owned(),
        "just words".to_owned(),
        full("card:\n  say: \"{title}\"\n  colour: red\n"),
        full("card:\n  boxes:\n    - say: \"{title}\"\n      widht: 10\n"),
        full("card:\n  say: \"{title}\"\n  width: wide\n"),
        full("card:\n  say: \"{title}\"\n  width: -10\n"),
        full("card:\n  say: \"{title}\"\n  gap: .nan\n"),
        full("card:\n  say: \"{title}\"\n  width: .inf\n"),
        full("card:\n  say: \"{title}\"\n  padding: [1, 2, 3]\n"),
        full("card:\n  say: \"{title}\"\n  color: bluish\n"),
        full("card:\n  say: \"{title}\"\n  color: \"#12\"\n"),
        full("card:\n  say: \"{title}\"\n  color: accent brightness 1\n"),
        full("card:\n  say: \"{title}\"\n  fill: white / 120%\n"),
        full("card:\n  say: \"{title} {autor}\"\n"),
        full("card:\n  say: \"{title\"\n"),
        full("card:\n  say: \"{site}\"\n"),
        full("card:\n  boxes:\n    - {say: \"{title}\", text: headline}\n"),
        full("card:\n  boxes:\n    - {say: \"{title}\"}\n    - {picture: rose.svg}\n"),
        full("card:\n  boxes:\n    - {say: \"{title}\"}\n    - {picture: photo}\n"),
        full("card:\n  say: \"{title}\"\n  when: [rainy]\n"),
        full("card:\n  say: \"{title}\"\n  direction: diagonal\n"),
        full("card:\n  say: \"{title}\"\n  at: middle\n"),
        full("card:\n  say: \"{title}\"\n  at: {left: 3}\n"),
        full("card:\n  say: \"{title}\"\n  scrim: down\n"),
        full("card:\n  say: \"{title}\"\n  border: {width: 2}\n"),
        full("card:\n  say: \"{title}\"\n  grow: much\n"),
        full("card:\n  say: \"{title}\"\n  say: \"{title}\"\n"),
        full(""),
        "about: Mine.\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\ntexts: {}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\ntexts:\n  title: {sizes: []}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\ntexts:\n  title: {sizes: [[2, 1]]}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\ntexts:\n  title: {sizes: [[80, 1]], family: script}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\ntexts:\n  title: {sizes: [[80, 1]], colour: red}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\nscheme: dusk\ntexts:\n  title: {sizes: [[80, 1]]}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\ndark: {text: ink}\ntexts:\n  title: {sizes: [[80, 1]]}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\nauthor: Ada\ntexts:\n  title: {sizes: [[80, 1]]}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\ndark: {text: paper, paper: text}\ntexts:\n  title: {sizes: [[80, 1]]}\ncard: {say: \"{title}\"}\n".to_owned(),
        "texts:\n  title: {sizes: [[80, 1]]}\ncard: {say: \"{title}\"}\n".to_owned(),
        full(&format!("card:\n  boxes: {}{{say: \"{{title}}\"}}{}\n", "[{boxes: ".repeat(300), "}]".repeat(300))),
        full("card: &a\n  boxes: [*a]\n"),
        "about: Mine.\ntexts:\n  title: {sizes: [[80, 1]], leading: .nan, tracking: 1e30, weight: -4}\ncard: {say: \"{title}\"}\n".to_owned(),
        "about: Mine.\nsafe: .nan\ntexts:\n  title: {sizes: [[80, 1]]}\ncard: {say: \"{title}\", columns: [-1, .nan]}\n".to_owned(),
    ];
    for text in texts {
        let shown: String = text.chars().take(300).collect();
        println!("-----\n{shown}");
        match crate::card::Theme::parse(super::files(&text)) {
            Ok(_) => println!("=> fine"),
            Err(error) => println!("=> {} {:?} {:?}\n   {}\n   hint {:?}", error.code, error.location.as_ref().map(|l| (l.line, l.column, l.width)), error.path, error.message, error.hint),
        }
    }
}
