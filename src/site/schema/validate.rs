//! As much of JSON Schema as the schema of the settings needs.

use serde_json::Value;

/// What is wrong with the YAML of a settings file by the schema.
pub fn wrongs(yaml: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&super::schema()).unwrap();
    let settings: Value = serde_yaml::from_str(yaml).unwrap();
    let mut wrongs = Vec::new();
    if !settings.is_null() {
        check(&schema, &schema, &settings, "", &mut wrongs);
    }
    wrongs
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, wrongs: &mut Vec<String>) {
    let Value::Object(rules) = schema else { panic!("{at}: a schema that is no map") };
    for (rule, wanted) in rules {
        let fits = match rule.as_str() {
            "$schema" | "title" | "description" | "default" | "$defs" => true,
            "$ref" => {
                let target = root.pointer(wanted.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
                check(root, target, value, at, wrongs);
                true
            }
            "anyOf" => wanted.as_array().unwrap().iter().any(|option| {
                let mut own = Vec::new();
                check(root, option, value, at, &mut own);
                own.is_empty()
            }),
            "type" => match wanted {
                Value::Array(kinds) => kinds.iter().any(|kind| is(value, kind.as_str().unwrap())),
                kind => is(value, kind.as_str().unwrap()),
            },
            "enum" => wanted.as_array().unwrap().contains(value),
            "minimum" => value.as_u64().is_none_or(|number| number >= wanted.as_u64().unwrap()),
            // The patterns themselves are for editors; here it is enough that addresses are addresses.
            "pattern" => value
                .as_str()
                .is_none_or(|text| !wanted.as_str().unwrap().contains("://") || text.contains("://")),
            "required" => wanted
                .as_array()
                .unwrap()
                .iter()
                .all(|key| value.get(key.as_str().unwrap()).is_some() || !value.is_object()),
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, wanted, item, &format!("{at}/{number}"), wrongs);
                }
                true
            }
            "properties" => {
                for (key, item) in value.as_object().into_iter().flatten() {
                    if let Some(rule) = wanted.get(key) {
                        check(root, rule, item, &format!("{at}/{key}"), wrongs);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = rules.get("properties");
                let others = value.as_object().into_iter().flatten();
                for (key, item) in
                    others.filter(|(key, _)| known.is_none_or(|known| known.get(key).is_none()))
                {
                    match wanted {
                        Value::Bool(false) => wrongs.push(format!("{at}/{key}: unknown")),
                        rule => check(root, rule, item, &format!("{at}/{key}"), wrongs),
                    }
                }
                true
            }
            other => panic!("the validator does not know `{other}`"),
        };
        if !fits {
            wrongs.push(format!("{at}: {rule} {wanted} does not fit {value}"));
        }
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        other => panic!("no kind `{other}`"),
    }
}
