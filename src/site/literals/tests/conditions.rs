use super::reads;

#[test]
fn a_known_condition_decides() {
    reads("true ? 'a' : 'b'", "'a'");
    reads("'' ? 'a' : 'b'", "'b'");
    reads("'a' === 'a' ? { a: 1 } : { b: 2 }", "{a: 1}");
    reads("'a' != 'a' ? 1 : !true ? 2 : 3", "3");
    reads("[true ? 1 : 2, false ? 3 : 4]", "[1, 4]");
    reads("{ a: true ? 'x' : y, b: 1 }", "{a: 'x', b: 1}");
    reads("`/${true ? 'a' : 'b'}`", "'/a'");
    reads("true && 'a'", "'a'");
    reads("false && 'a' || 'b'", "'b'");
    reads("unknown && 'a'", "?");
    reads("unknown ? 'a' : 'b'", "?");
    reads("unknown() === 'a' ? 'b' : 'c'", "?");
}

#[test]
fn a_site_is_built_for_production() {
    reads("process.env.NODE_ENV === 'production' ? 'a' : 'b'", "'a'");
    reads("process.env.NODE_ENV !== 'production' ? 'a' : 'b'", "'b'");
    reads("process.env.NODE_ENV == 'development' ? 'a' : 'b'", "'b'");
    reads("import.meta.env.PROD ? 'a' : 'b'", "'a'");
    reads("import.meta.env.DEV ? 'a' : 'b'", "'b'");
    reads("!import.meta.env.DEV && 'a'", "'a'");
    reads("process.env.NODE_ENV", "'production'");
}

#[test]
fn a_variable_of_the_environment_counts_as_missing() {
    reads("process.env.HOST ? `https://${process.env.HOST}` : 'https://a.example'", "'https://a.example'");
    reads("import.meta.env.SITE ?? 'a'", "'a'");
    reads("process.env.HOST.length ? 'a' : 'b'", "?");
}
