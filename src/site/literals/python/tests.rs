mod hostile;
mod sites;

use super::super::Position;
use super::super::tests::note;
use super::*;

#[track_caller]
fn reads(expression: &str, expected: &str) {
    let source = format!("name = 'N'\nit = {expression}\nafter = 'after'\n");
    let found = constants(&source);
    assert_eq!(note(found.get(&["it"])), expected, "{expression}");
    assert_eq!(note(found.get(&["after"])), "'after'", "after {expression}");
}

#[test]
fn plain_values_are_read() {
    reads("'a'", "'a'");
    reads("\"it's\"", "'it's'");
    reads("3000", "3000");
    reads("-1.50", "-1.50");
    reads("0xFF", "0xFF");
    reads("True", "true");
    reads("None", "null");
    reads("[1, 'a', [True,],]", "[1, 'a', [true]]");
    reads("(1, 'a')", "[1, 'a']");
    reads("('a',)", "['a']");
    reads("('a')", "'a'");
    reads("()", "[]");
    reads("{'a', 'b'}", "['a', 'b']");
    reads("{}", "{}");
    reads("{'a': 1, name: 2, 3: {'b': ()},}", "{a: 1, N: 2, 3: {b: []}}");
    reads("1, 2", "[1, 2]");
    reads("1,", "[1]");
    reads("[*[1], 2, *x]", "[1, 2, ?]");
    reads("{**{'a': 1}, 'b': 2, **x}", "{a: 1, b: 2}");
}

#[test]
fn strings_are_read_as_python_reads_them() {
    reads(r#"'\x41\u00e9\U0001F600\n\'\\\q\101'"#, "'Aé😀\n'\\\\qA'");
    reads(r"r'\n\''", r"'\n\''");
    reads("u'é'", "'é'");
    reads("b'a'", "?");
    reads("'''a\n\"'b'''", "'a\n\"'b'");
    reads("\"\"\"a\\\nb\"\"\"", "'ab'");
    reads("'a' \"b\" r'\\c'", "'ab\\c'");
    reads("('a'\n      'b')", "'ab'");
    reads("'a' \\\n  'b'", "'ab'");
    reads("'a' # b", "'a'");
    reads("f'{name}/{{x}}' 'y'", "'N/{x}y'");
    reads("f\"{name}{'a' + name}\"", "'NaN'");
    reads("f'{name!r}'", "?");
    reads("f'{other}'", "?");
    reads("rf'\\{name}'", "'\\N'");
}

#[test]
fn text_that_is_put_together_is_known_where_its_parts_are() {
    reads("name + '/' + name", "'N/N'");
    reads("'%s-%d%%' % (name, 2)", "'N-2%'");
    reads("'%s' % name", "'N'");
    reads("'%(a)s' % {'a': name}", "'N'");
    reads("'%5s' % name", "?");
    reads("'{}{}'.format(name, 1)", "'N1'");
    reads("'{1}{0}{{}}{a}'.format('x', 'y', a=name)", "'yx{}N'");
    reads("'{:>3}'.format(name)", "?");
    reads("'a/'.rstrip('/')", "'a'");
    reads("[1] + [2]", "[1, 2]");
    reads("{'a': 1} | {'b': 2}", "{a: 1, b: 2}");
    reads("os.path.join('a', 'b/', 'c')", "'a/b/c'");
    reads("dict(a=1, b=dict(c='d'))", "{a: 1, b: {c: 'd'}}");
    reads("OrderedDict([('a', 1), ('b', 2)])", "{a: 1, b: 2}");
    reads("tuple(['a'])", "['a']");
}

#[test]
fn a_variable_of_the_environment_counts_as_missing() {
    reads("os.environ.get('X', 'a')", "'a'");
    reads("os.getenv('X', default='a')", "'a'");
    reads("os.environ.get('X') or 'a'", "'a'");
    reads("os.environ['X'] or 'a'", "'a'");
    reads("'a' if os.environ.get('X') else 'b'", "'b'");
    reads("os.environ.get('X', 'a').rstrip('a') or name", "'N'");
    reads("'a' if not os.getenv('X') else 'b'", "'a'");
    reads("'a' if name == 'N' and True else 'b'", "'a'");
    reads("'a' if other else 'b'", "?");
}

#[test]
fn what_must_be_run_is_unknown_and_passed_over() {
    for expression in [
        "datetime.now().year",
        "[x for x in range(3)]",
        "{x: 1 for x in y}",
        "lambda x: x + 1",
        "60 * 60",
        "name[0]",
        "name.upper()",
        "open('x').read()",
        "a < b",
        "a in ('b', 'c')",
        "await x",
        "'a' 1",
        "?",
    ] {
        reads(expression, "?");
        reads(&format!("[{expression}, 2]"), "[?, 2]");
        reads(&format!("{{'a': {expression}, 'b': 2}}"), "{a: ?, b: 2}");
    }
}

#[test]
fn every_way_to_give_a_name_its_value_is_known() {
    let found = constants(
        "a = b = 'x'\nc, d = 'y', a\ne: str = 'z'\nf = ['1']\nf += ['2']\nf.append('3')\nf.extend(('4', '5'))\n\
         g = {'h': 1}\ng['i'] = 2\ng.update(j=3)\ng.update({'k': 4})\nif True:\n    a = 'no'\n\
         def function():\n    c = 'no'\n    return c\nclass X:\n\tc = 'no'\nm = (\n'n'\n)\n",
    );
    assert_eq!(
        note(Some(&found)),
        "{a: 'x', b: 'x', c: 'y', d: 'x', e: 'z', f: ['1', '2', '3', '4', '5'], \
         g: {h: 1, i: 2, j: 3, k: 4}, m: 'n'}"
    );
}

#[test]
fn a_value_has_its_place() {
    let found = constants("\u{FEFF}# comment\nA = 'é', {'b': 'c'}\nD = {\n  'é': A,\n}\r\nE =  'f'\r\n");
    assert_eq!(found.at(&["A"]), Some(Position { line: 2, column: 5 }));
    assert_eq!(found.at(&["D", "é"]), Some(Position { line: 4, column: 8 }));
    assert_eq!(found.at(&["E"]), Some(Position { line: 6, column: 6 }));
    assert_eq!(found.get(&["E"]).and_then(Literal::text), Some("f"));
}
