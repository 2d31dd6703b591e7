//! Numbers of which a source says that they are the least or the most.

/// How sources say it, at the end of what is counted: "jobs, over".
const BOUNDS: [&str; 8] =
    ["over", "more than", "at least", "up to", "at most", "fewer than", "less than", "around"];

/// What is counted, and the words that belong before the number; those are empty where the number is as it is.
pub fn bounded(counted: &str) -> (&str, &str) {
    let split = |bound: &&'static str| {
        counted.strip_suffix(*bound)?.trim_end().strip_suffix(',').map(|counted| (counted, *bound))
    };
    BOUNDS.iter().find_map(split).unwrap_or((counted, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_goes_before_the_number() {
        assert_eq!(bounded("Cluster organisations, more than"), ("Cluster organisations", "more than"));
        assert_eq!(bounded("jobs, over"), ("jobs", "over"));
        assert_eq!(bounded("jobs"), ("jobs", ""));
        assert_eq!(bounded("a handover"), ("a handover", ""), "only a word of its own");
        assert_eq!(bounded("policies taken over"), ("policies taken over", ""), "and only behind a comma");
        assert_eq!(bounded(""), ("", ""));
    }
}
