//! The order of modules within the server and the vendor's pages, read from their `use` lines: no circles in a folder,
//! that of the crate's root among them, and where a folder numbers its modules, each uses only those above it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::project::Project;

/// Where the crate's root lies.
const ROOT: &str = "crates/server/src";

/// The folder whose `mod.rs` numbers its modules.
const ORDERED: &str = "crates/server/src/store/requests";

/// Which modules of a folder each of its modules uses.
type UsesByModule = BTreeMap<String, BTreeSet<String>>;

/// Pages whose folders have no circles either.
const PAGES: [&str; 1] = ["crates/desk/src"];

/// Checks every folder of the server, and the order that the requests' folder states; then the folders of the pages.
pub(crate) fn check(project: &Project) -> Result<()> {
    let root = project.path(ROOT);
    let checked = check_folders(&root)?;
    let ordered = project.path(ORDERED);
    let uses = uses_in(&modules_in(&ordered)?, &path_from_root(&root, &ordered)?)?;
    check_order(&fs::read_to_string(ordered.join("mod.rs"))?, &uses)?;
    let types = check_type_names(&root)?;
    println!("server: {checked} modules, no circles; {types} types, each with a name of its own");
    for pages in PAGES {
        let checked = check_folders(&project.path(pages))?;
        println!("{pages}: {checked} modules, no circles");
    }
    Ok(())
}

/// Refuses a circle of modules in any folder of a crate. How many modules there are.
fn check_folders(root: &Path) -> Result<usize> {
    let mut folders = vec![root.to_owned()];
    let mut checked = 0;
    while let Some(folder) = folders.pop() {
        let modules = modules_in(&folder)?;
        let uses = uses_in(&modules, &path_from_root(root, &folder)?)?;
        if let Some(circle) = find_circle(&uses) {
            let circle = circle.join(" → ");
            anyhow::bail!("{} has a circle of modules: {circle}", folder.display());
        }
        checked += modules.len();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    Ok(checked)
}

/// Refuses a name that two types of the crate have: whoever searches for it finds the other. How many there are.
fn check_type_names(root: &Path) -> Result<usize> {
    let mut files = Vec::new();
    collect_sources(root, &mut files)?;
    let mut found: BTreeMap<String, PathBuf> = BTreeMap::new();
    for file in files {
        for name in types_in(&fs::read_to_string(&file)?) {
            if let Some(other) = found.insert(name.clone(), file.clone()) {
                anyhow::bail!("{name} is in {} and in {}", other.display(), file.display());
            }
        }
    }
    Ok(found.len())
}

/// The names of the types that a source declares; tests at the end are left out.
fn types_in(source: &str) -> Vec<String> {
    let source = source.split("\n#[cfg(test)]\nmod ").next();
    let lines = source.unwrap_or_default().lines();
    let declared = lines.filter_map(|line| {
        // What is indented belongs to a trait, a function or a macro.
        let line = match line.strip_prefix("pub(") {
            Some(rest) => rest.split_once(") ")?.1,
            None => line.strip_prefix("pub ").unwrap_or(line),
        };
        let (kind, rest) = line.split_once(' ')?;
        let is_type = ["struct", "enum", "trait", "type", "union"].contains(&kind);
        is_type.then(|| leading_name(rest))?
    });
    declared.collect()
}

/// The modules that lie in a folder, with their files; a module's own folder belongs to it.
fn modules_in(folder: &Path) -> Result<BTreeMap<String, Vec<PathBuf>>> {
    let mut modules: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str());
        let name = name.context("a file without a name")?.to_owned();
        if path.is_dir() {
            collect_sources(&path, modules.entry(name).or_default())?;
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && !["mod", "lib", "main"].contains(&name.as_str())
        {
            modules.entry(name).or_default().push(path);
        }
    }
    modules.retain(|_, files| !files.is_empty());
    Ok(modules)
}

fn collect_sources(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_sources(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// How a folder's modules are named from anywhere in the crate: `crate::` at its root, else `crate::store::` and the like.
fn path_from_root(root: &Path, folder: &Path) -> Result<String> {
    let mut path = String::from("crate::");
    for part in folder.strip_prefix(root)? {
        path.extend([part.to_str().context("a folder without a name")?, "::"]);
    }
    Ok(path)
}

/// Which of `modules` each of them uses, by way of its parents or from the crate's root (`from_root`).
fn uses_in(modules: &BTreeMap<String, Vec<PathBuf>>, from_root: &str) -> Result<UsesByModule> {
    let mut uses = UsesByModule::new();
    for (module, files) in modules {
        let of_module = uses.entry(module.clone()).or_default();
        for file in files {
            let source = fs::read_to_string(file)?;
            // From a file in the module's own folder, the folder around it is two steps up.
            let is_inside = file.parent().and_then(Path::file_name) == Some(module.as_ref());
            let up = if is_inside && file.file_name() != Some("mod.rs".as_ref()) {
                "super::super::"
            } else {
                "super::"
            };
            let mut names = names_used(&source, up);
            names.extend(names_used(&source, from_root));
            of_module.extend(names.into_iter().filter(|name| modules.contains_key(name)));
        }
        of_module.remove(module);
    }
    Ok(uses)
}

/// The names that follow `up` where a source imports or calls something; tests at the end are left out.
pub(crate) fn names_used(source: &str, up: &str) -> BTreeSet<String> {
    let source = source.split("\n#[cfg(test)]").next().unwrap_or_default();
    let code: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(up) {
        if code[..at].ends_with("super::") {
            // It leads further up than that.
            continue;
        }
        let rest = &code[at + up.len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(first_names(list)),
            None => names.extend(leading_name(rest)),
        }
    }
    names
}

/// The first names of the entries of a list of imports, up to its closing brace.
fn first_names(list: &str) -> Vec<String> {
    let (mut depth, mut begins, mut names) = (0_u32, true, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            _ if letter.is_whitespace() => {}
            _ if begins => {
                names.extend(leading_name(&list[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

fn leading_name(text: &str) -> Option<String> {
    let is_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let name: String = text
        .chars()
        .take_while(|&letter| is_of_name(letter))
        .collect();
    Some(name).filter(|name| !name.is_empty() && name != "super")
}

/// The modules of a circle, the first one again at its end.
fn find_circle(uses: &UsesByModule) -> Option<Vec<String>> {
    fn walk(uses: &UsesByModule, way: &mut Vec<String>, done: &mut BTreeSet<String>) -> bool {
        let Some(at) = way.last().cloned() else {
            return false;
        };
        for next in uses.get(&at).into_iter().flatten() {
            if let Some(begin) = way.iter().position(|known| known == next) {
                way.drain(..begin);
                way.push(next.clone());
                return true;
            }
            if !done.contains(next) {
                way.push(next.clone());
                if walk(uses, way, done) {
                    return true;
                }
                way.pop();
            }
        }
        done.insert(at);
        false
    }
    let mut done = BTreeSet::new();
    for module in uses.keys() {
        let mut way = vec![module.clone()];
        if !done.contains(module) && walk(uses, &mut way, &mut done) {
            return Some(way);
        }
    }
    None
}

/// Checks that each module uses only those that stand above it in the numbered list of the folder's documentation.
fn check_order(documentation: &str, uses: &UsesByModule) -> Result<()> {
    let numbered = documentation.lines().filter_map(|line| {
        let (number, rest) = line.strip_prefix("//! ")?.split_once(". `")?;
        number.parse::<usize>().ok()?;
        Some(rest.split('`').next()?.to_owned())
    });
    let order: Vec<String> = numbered.collect();
    for (module, used) in uses {
        let place = |name: &String| order.iter().position(|known| known == name);
        let own = place(module).with_context(|| format!("{module} is not in the list"))?;
        for name in used {
            ensure!(
                place(name).is_some_and(|above| above < own),
                "{module} uses {name}, which does not stand above it"
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(of: &[(&str, &[&str])]) -> UsesByModule {
        let names = |used: &[&str]| used.iter().map(ToString::to_string).collect();
        of.iter()
            .map(|(module, used)| (module.to_string(), names(used)))
            .collect()
    }

    #[test]
    fn imports_and_calls_are_found_and_comments_are_none() {
        let source = "//! super::docs\nuse super::moves::{self, Origin};\nuse super::{Store, ledger, versions::Row};\n\
                      use super::super::columns;\nfn f() { super::rounds::g() }\n#[cfg(test)]\nmod tests { use super::late; }";
        let expected = ["Store", "ledger", "moves", "rounds", "versions"];
        assert_eq!(
            names_used(source, "super::"),
            expected.map(String::from).into()
        );
        let above = ["columns"].map(String::from).into();
        assert_eq!(names_used(source, "super::super::"), above);
    }

    #[test]
    fn the_server_keeps_its_order() {
        check(&Project::find().unwrap()).unwrap();
    }

    #[test]
    fn what_is_named_from_the_root_is_found_in_every_folder() {
        let source = "use crate::rooms::{Room, Rooms};\nuse crate::store::{Store, ballots::load};\n\
                      pub(crate) fn f() { crate::store::rounds::g() }\n";
        let at_the_root = ["rooms", "store"].map(String::from).into();
        assert_eq!(names_used(source, "crate::"), at_the_root);
        let in_the_store = ["Store", "ballots", "rounds"].map(String::from).into();
        assert_eq!(names_used(source, "crate::store::"), in_the_store);
        let root = Path::new("a/src");
        assert_eq!(path_from_root(root, root).unwrap(), "crate::");
        let folder = root.join("store/requests");
        let path = path_from_root(root, &folder).unwrap();
        assert_eq!(path, "crate::store::requests::");
    }

    #[test]
    fn types_are_found_by_their_declarations() {
        let source = "pub(in super::super) struct RowSignature<'a> {\n    at: u64,\n}\nenum Phase { A }\n\
                      impl Trait for Phase {\n    type Error = ();\n}\npub trait Trait {}\n\
                      #[cfg(test)]\nmod tests { struct Phase; }";
        assert_eq!(types_in(source), ["RowSignature", "Phase", "Trait"]);
    }

    #[test]
    fn a_circle_is_found_with_all_its_modules() {
        let straight = uses(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])]);
        assert_eq!(find_circle(&straight), None);
        let round = uses(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"])]);
        let circle = ["b", "c", "b"].map(String::from).to_vec();
        assert_eq!(find_circle(&round), Some(circle));
    }

    #[test]
    fn a_module_uses_only_what_stands_above_it() {
        let list = "//! Order:\n//!\n//! 1. `documents`: what\n//! 2. `moves`: which\n";
        let downward = uses(&[("documents", &[]), ("moves", &["documents"])]);
        assert!(check_order(list, &downward).is_ok());
        let upward = uses(&[("documents", &["moves"]), ("moves", &[])]);
        assert!(check_order(list, &upward).is_err());
        let unknown = uses(&[("other", &[])]);
        assert!(check_order(list, &unknown).is_err());
    }
}
