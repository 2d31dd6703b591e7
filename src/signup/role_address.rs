//! Whether an e-mail address looks like a person's: one that is published should be a role's.

/// What the local part of a role's address is made of, in the languages of the interface and a few more.
const ROLES: [&str; 44] = [
    "admin",
    "administration",
    "assistant",
    "board",
    "buero",
    "cluster",
    "coms",
    "contact",
    "contacto",
    "contatti",
    "comunicacion",
    "communication",
    "communications",
    "desk",
    "direction",
    "direktion",
    "enquiries",
    "eu",
    "europe",
    "events",
    "general",
    "hello",
    "help",
    "info",
    "information",
    "international",
    "kontakt",
    "mail",
    "management",
    "marketing",
    "media",
    "members",
    "membership",
    "network",
    "office",
    "post",
    "press",
    "projects",
    "reception",
    "secretariat",
    "sekretariat",
    "support",
    "team",
    "welcome",
];

/// Whether an address looks like that of a person: two or more names, or an initial and a name, before the `@`. It is
/// a reason to ask, never one to refuse.
///
/// ```
/// use cluster_atlas::signup::looks_personal;
/// assert!(looks_personal("zoe.angstrom@example.org") && looks_personal("z-angstrom@example.org"));
/// assert!(!looks_personal("info@example.org") && !looks_personal("press.office@example.org"));
/// ```
pub fn looks_personal(address: &str) -> bool {
    let Some((local, _)) = address.trim().rsplit_once('@') else { return false };
    let local = local.to_lowercase();
    let parts: Vec<&str> = local.split(['.', '_', '-']).filter(|part| !part.is_empty()).collect();
    let is_name = |part: &&str| part.chars().all(char::is_alphabetic);
    parts.len() > 1 && parts.iter().all(is_name) && !parts.iter().any(|part| ROLES.contains(part))
}

#[cfg(test)]
mod tests {
    use super::looks_personal;

    #[test]
    fn roles_are_told_from_persons() {
        for person in
            ["zoe.angstrom@a.eu", "Jean-Luc.Martin@a.eu", "петър.иванов@a.eu", "j_smith@a.eu", " a.b@c.d "]
        {
            assert!(looks_personal(person), "{person}");
        }
        for role in [
            "info@a.eu",
            "eu-projects@a.eu",
            "hall-2@a.eu",
            "office.graz@a.eu",
            "optecnet@a.eu",
            "",
            "@",
            "zoe.ang",
            "..@a.eu",
        ] {
            assert!(!looks_personal(role), "{role}");
        }
    }
}
