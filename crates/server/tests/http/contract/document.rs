//! The API's description as the contract test reads it: operations, what they take, and what they may answer.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use axum::http::{Method, header};
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::app::Answer;

/// The whole description.
pub(super) struct Contract {
    document: Value,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

/// One method at one address.
pub(super) struct Operation {
    pub(super) method: Method,
    /// The address, with `{names}` and without `/api/v1`.
    pub(super) template: String,
    /// Names and schemas of what stands behind the `?`.
    pub(super) query: Vec<(String, Value)>,
    /// Media type and schema of the body.
    pub(super) body: Option<(String, Value)>,
    /// For each status the media type and schema of the answer; no body where there are none.
    pub(super) answers: BTreeMap<u16, Option<(String, Value)>>,
}

impl Contract {
    pub(super) fn of(description: &str) -> Self {
        let document = serde_json::from_str(description).unwrap();
        Self {
            document,
            validators: Mutex::default(),
        }
    }

    pub(super) fn operations(&self) -> Vec<Operation> {
        let paths = self.document["paths"].as_object().unwrap();
        let all = paths.iter().flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap();
            methods
                .iter()
                .map(|(method, described)| Operation::of(path, method, described))
        });
        all.collect()
    }

    /// In what an answer to an operation differs from the description.
    pub(super) fn fault(&self, operation: &Operation, answer: &Answer) -> Option<String> {
        let status = answer.status;
        let said = String::from_utf8_lossy(&answer.body);
        let said: String = said.chars().take(300).collect();
        let Some(expected) = operation.answers.get(&status.as_u16()) else {
            return Some(format!("{status} is not described: {said}"));
        };
        let kind = answer.headers.get(header::CONTENT_TYPE);
        let kind = kind.map(|kind| kind.to_str().unwrap());
        let kind = kind.and_then(|kind| kind.split(';').next());
        let Some((media, schema)) = expected else {
            return (!answer.body.is_empty()).then(|| format!("{status} has a body: {said}"));
        };
        if kind != Some(media) {
            return Some(format!("{status} comes as {kind:?}, not {media}"));
        }
        if !media.ends_with("json") {
            return None;
        }
        let value: Value = match serde_json::from_slice(&answer.body) {
            Ok(value) => value,
            Err(error) => return Some(format!("{status}: {error}: {said}")),
        };
        let misfit = self.misfit(schema, &value);
        misfit.map(|misfit| format!("{status} does not fit: {misfit}"))
    }

    /// What a schema names, if it only names another.
    pub(super) fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(name) => self.resolve(self.document.pointer(&name[1..]).unwrap()),
            None => schema,
        }
    }

    /// Why a value does not fit a schema.
    pub(super) fn misfit(&self, schema: &Value, value: &Value) -> Option<String> {
        let key = schema.to_string();
        let known = self.validators.lock().unwrap().get(&key).cloned();
        let validator = known.unwrap_or_else(|| {
            let whole = json!({ "allOf": [schema], "components": self.document["components"] });
            let options = jsonschema::draft202012::options();
            let validator = options.should_validate_formats(true).build(&whole);
            let validator = Arc::new(validator.unwrap_or_else(|error| panic!("{key}: {error}")));
            let mut validators = self.validators.lock().unwrap();
            validators.insert(key, validator.clone());
            validator
        });
        let misfit = validator.validate(value).err();
        misfit.map(|error| format!("{} at {}", error.masked(), error.instance_path()))
    }
}

impl Operation {
    fn of(path: &str, method: &str, described: &Value) -> Self {
        let parameters = described["parameters"].as_array().into_iter().flatten();
        let query = parameters.filter(|parameter| parameter["in"] == "query");
        let answers = described["responses"].as_object().unwrap();
        Self {
            method: method.to_uppercase().parse().unwrap(),
            template: path.strip_prefix("/api/v1").unwrap().to_owned(),
            query: query
                .map(|parameter| {
                    let name = parameter["name"].as_str().unwrap().to_owned();
                    (name, parameter["schema"].clone())
                })
                .collect(),
            body: content(&described["requestBody"]),
            answers: answers
                .iter()
                .map(|(status, answer)| (status.parse().unwrap(), content(answer)))
                .collect(),
        }
    }

    /// How many parts of the address are names, if this is the address of the operation.
    pub(super) fn names_in(&self, method: &Method, path: &str) -> Option<usize> {
        let (mine, asked) = (self.template.split('/'), path.split('/'));
        let is_mine = self.method == *method && mine.clone().count() == asked.clone().count();
        let mut pairs = mine.clone().zip(asked);
        let fits = pairs.all(|(mine, asked)| mine.starts_with('{') || mine == asked);
        (is_mine && fits).then(|| mine.filter(|part| part.starts_with('{')).count())
    }

    /// For people: `GET /vendor`.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.method, self.template)
    }

    /// Whether it is answered by a stream that does not end.
    pub(super) fn is_stream(&self) -> bool {
        self.template.ends_with("/events")
    }
}

/// The only media type of a body and its schema.
fn content(described: &Value) -> Option<(String, Value)> {
    let kinds = described["content"].as_object()?;
    assert_eq!(kinds.len(), 1, "{kinds:?}");
    let (kind, content) = kinds.iter().next().unwrap();
    Some((kind.clone(), content["schema"].clone()))
}
