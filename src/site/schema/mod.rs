//! The JSON Schema of `syndicard.yaml`, by which editors complete and check it.

#[cfg(test)]
mod tests;
#[cfg(test)]
pub mod validate;

use super::FRAMEWORKS;
use serde_json::Value;

const SCHEMA: &str = include_str!("../../../assets/syndicard.schema.json");

/// The schema (2020-12), in which the frameworks stand by name.
pub fn schema() -> String {
    let Ok(mut schema) = serde_json::from_str::<Value>(SCHEMA) else { return SCHEMA.to_owned() };
    if let Some(Value::Object(framework)) = schema.pointer_mut("/properties/framework") {
        let names = FRAMEWORKS.iter().map(|framework| Value::from(framework.name)).collect();
        framework.insert("enum".to_owned(), Value::Array(names));
    }
    serde_json::to_string_pretty(&schema).map_or_else(|_| SCHEMA.to_owned(), |text| text + "\n")
}

/// What the schema says of a top-level setting; empty where it has none of that name.
pub fn description(setting: &str) -> String {
    let schema = serde_json::from_str::<Value>(SCHEMA).unwrap_or_default();
    let group = || schema.pointer(&format!("/$defs/{setting}/description"));
    let own = schema.pointer(&format!("/properties/{setting}/description")).or_else(group);
    own.and_then(Value::as_str).unwrap_or_default().to_owned()
}
