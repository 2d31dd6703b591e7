//! The same answers without an index: every rule written down as plainly as it can be said, record by record.

use std::collections::{BTreeMap, BTreeSet};

use cluster_atlas::explore::{Choice, FacetId, FacetKind, Query, Ranking, Record, Similar, Sort, fold};

use crate::course::{Course, labels_of};

/// All values a record has in a facet.
pub fn values(course: &Course, facet: FacetId) -> Vec<String> {
    let Some(facet) = Course::FACETS.iter().find(|known| known.id == facet) else { return Vec::new() };
    let kind = facet.kind;
    let mut values: Vec<String> = Vec::new();
    (facet.values)(course, &mut |value| {
        if !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
    });
    if kind == FacetKind::Has {
        return vec![if values.is_empty() { "no".to_owned() } else { "yes".to_owned() }];
    }
    values
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Optimal string alignment distance, the whole matrix.
pub fn slips(a: &[char], b: &[char]) -> usize {
    let mut cost = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            cost[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let other = usize::from(a[i - 1] != b[j - 1]);
                let mut best = (cost[i - 1][j] + 1).min(cost[i][j - 1] + 1).min(cost[i - 1][j - 1] + other);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(cost[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    cost[a.len()][b.len()]
}

/// Whether a word is one slip away from what was asked; where that is longer than the shortest, the beginning of one as well.
fn nearly(asked: &str, word: &str) -> bool {
    let (asked, word): (Vec<char>, Vec<char>) = (asked.chars().collect(), word.chars().collect());
    let from = if asked.len() > Ranking::default().shortest_slip { 0 } else { word.len() };
    (from..=word.len()).any(|end| slips(&asked, &word[..end]) == 1)
}

/// Whether two words begin with the same letter: another one is likely to be another word.
fn no_leap(asked: &str, word: &str) -> bool {
    asked.chars().next() == word.chars().next()
}

/// Every word of a record with the weight it has, in sixteenths; words of labels count too.
fn weighted(course: &Course) -> Vec<(String, u32)> {
    let mut all = Vec::new();
    course.texts(&mut |text, weight| {
        all.extend(words(text).into_iter().map(|word| (word, (weight * 16.0) as u32)));
    });
    for facet in Course::FACETS.iter().map(|facet| facet.id) {
        for value in values(course, facet) {
            labels_of(facet, &value, &mut |label| {
                all.extend(words(label).into_iter().map(|word| (word, u32::from(Ranking::default().label))));
            });
        }
    }
    all
}

/// All words that `has` and `yes` labels and records of a dataset bring in.
fn known(courses: &[Course]) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = courses.iter().flat_map(weighted).map(|(word, _)| word).collect();
    // The values yes and no exist whether a record has them or not.
    labels_of("certificate", "yes", &mut |label| known.extend(words(label)));
    labels_of("certificate", "no", &mut |label| known.extend(words(label)));
    known
}

/// Whether a word is what was asked for in the plural: without "ies" or "s" a beginning of it, or with four letters all
/// of it.
fn in_singular(asked: &str, word: &str) -> bool {
    let rest = match asked.strip_suffix("ies") {
        Some(rest) => rest,
        None if ["ss", "us", "is"].iter().any(|ending| asked.ends_with(ending)) => return false,
        None => asked.strip_suffix('s').unwrap_or_default(),
    };
    match rest.chars().count() {
        0..4 => false,
        4 => word == rest,
        _ => word.starts_with(rest),
    }
}

/// How well each record has one word of the query; 0 where it has not. And whether only similar words were found, which a
/// word of several is not `forgiven`.
fn fits(courses: &[Course], asked: &str, forgiven: bool) -> (Vec<u32>, bool) {
    let ranking = Ranking::default();
    let slipped =
        forgiven && !known(courses).iter().any(|word| word.starts_with(asked) || in_singular(asked, word));
    let fit = |word: &str| {
        let graded = |(least, most): (u16, u16)| {
            u32::from(least)
                + u32::from(most - least) * asked.len().min(word.len()) as u32 / word.len() as u32
        };
        if word == asked {
            u32::from(ranking.exact)
        } else if word.starts_with(asked) {
            graded(ranking.prefix)
        } else if in_singular(asked, word)
            || (slipped
                && asked.chars().count() >= ranking.shortest_slip
                && nearly(asked, word)
                && no_leap(asked, word))
        {
            graded(ranking.slip)
        } else {
            0
        }
    };
    let best =
        |course: &Course| weighted(course).iter().map(|(word, weight)| fit(word) * weight).max().unwrap_or(0);
    (courses.iter().map(best).collect(), slipped)
}

/// Words nothing has, with up to five similar ones, most frequent first.
pub fn similar(courses: &[Course], asked: &str) -> Similar {
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    let mut labels: BTreeMap<String, usize> = BTreeMap::new();
    let long_enough = asked.chars().count() >= Ranking::default().shortest_slip;
    let like: Vec<String> =
        known(courses).into_iter().filter(|word| long_enough && nearly(asked, word)).collect();
    // Only where all are leaps, they are offered.
    let taken = like.iter().any(|word| no_leap(asked, word));
    for word in like.into_iter().filter(|word| !taken || no_leap(asked, word)) {
        for course in courses {
            let mut own = BTreeSet::new();
            course.texts(&mut |text, _| own.extend(words(text)));
            if own.contains(&word) {
                *texts.entry(word.clone()).or_default() += 1;
            }
        }
        for facet in Course::FACETS.iter().map(|facet| facet.id) {
            let all: BTreeSet<String> = courses.iter().flat_map(|course| values(course, facet)).collect();
            let always = ["yes".to_owned(), "no".to_owned()];
            for value in all
                .iter()
                .chain(always.iter().filter(|value| facet == "certificate" && !all.contains(*value)))
            {
                let mut own = BTreeSet::new();
                labels_of(facet, value, &mut |label| own.extend(words(label)));
                if own.contains(&word) {
                    let having =
                        courses.iter().filter(|course| values(course, facet).contains(value)).count();
                    *labels.entry(word.clone()).or_default() += having;
                }
            }
        }
    }
    for (word, count) in labels {
        let known = texts.entry(word).or_default();
        *known = count.max(*known);
    }
    let mut found: Vec<(usize, String)> = texts.into_iter().map(|(word, count)| (count, word)).collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    Similar {
        asked: asked.to_owned(),
        found: found.into_iter().take(5).map(|(_, word)| word).collect(),
        taken,
    }
}

/// The different things that a query's text asks for: words, and two that follow each other where both together are one of
/// the records.
fn asked_things(courses: &[Course], text: &str) -> Vec<Vec<String>> {
    let (known, words) = (known(courses), words(text));
    let mut things: Vec<Vec<String>> = Vec::new();
    let mut rest = words.as_slice();
    while let [word, others @ ..] = rest {
        let joins = others.first().is_some_and(|next| known.contains(&[word.as_str(), next].concat()));
        let (thing, behind) = rest.split_at(if joins { 2 } else { 1 });
        if !things.iter().any(|known| known == thing) {
            things.push(thing.to_vec());
        }
        rest = behind;
    }
    things
}

/// How well each record has one of these things: two words as well as the one that it has least, or both in one.
fn fits_of(courses: &[Course], thing: &[String]) -> (Vec<u32>, bool) {
    let [first, second] = thing else { return fits(courses, &thing[0], true) };
    let fit = |word: &str| fits(courses, word, false).0;
    let apart = fit(first).into_iter().zip(fit(second)).map(|(first, second)| first.min(second));
    let best = apart.zip(fit(&[first.as_str(), second].concat())).map(|(apart, joined)| apart.max(joined));
    (best.collect(), false)
}

/// The scores of all records for a text; `None` where one does not match.
pub fn scores(courses: &[Course], text: &str) -> (Vec<Option<u32>>, Vec<Similar>) {
    let mut scores = vec![Some(0_u32); courses.len()];
    let mut similars = Vec::new();
    for asked in asked_things(courses, text) {
        let (fits, slipped) = fits_of(courses, &asked);
        let having = fits.iter().filter(|&&fit| fit > 0).count();
        let rarity = 1 + (((courses.len() + 1) as f64) / having.max(1) as f64).log2().floor() as u32;
        for (score, fit) in scores.iter_mut().zip(fits) {
            *score = score.filter(|_| fit > 0).map(|score| score + fit * rarity);
        }
        if slipped {
            similars.push(similar(courses, &asked[0]));
        }
    }
    (scores, similars)
}

/// Whether a record fits everything but the text, with the choices of one facet replaced.
fn fits_otherwise(course: &Course, query: &Query, replaced: Option<(FacetId, &str)>) -> bool {
    let mut facets = query.facets.clone();
    if let Some((facet, value)) = replaced {
        facets.retain(|choice| choice.facet != facet);
        facets.push(Choice::any_of(facet, vec![value.to_owned()]));
    }
    let by_facet = Course::FACETS.iter().map(|facet| facet.id).all(|facet| {
        let has = |wanted: &String| values(course, facet).contains(wanted);
        let chosen: Vec<&Choice> = facets.iter().filter(|choice| choice.facet == facet).collect();
        let asked = chosen.iter().any(|choice| !choice.any_of.is_empty());
        let wanted = chosen.iter().flat_map(|choice| choice.any_of.iter().chain(&choice.lesser));
        let unwanted = chosen.iter().flat_map(|choice| &choice.none_of);
        (!asked || wanted.into_iter().any(has)) && !unwanted.into_iter().any(has)
    });
    let by_range = query.ranges.iter().all(|range| {
        let field = Course::NUMBERS.iter().find(|number| number.id == range.field);
        let Some(field) = field.filter(|_| range.from.is_some() || range.to.is_some()) else { return true };
        (field.value)(course).is_some_and(|number| {
            range.from.is_none_or(|from| from <= number) && range.to.is_none_or(|to| number <= to)
        })
    });
    let near = query
        .near
        .is_none_or(|near| course.place.is_some_and(|place| near.point.distance_km(place) <= near.km));
    let inside = query.bounds.is_none_or(|bounds| course.place.is_some_and(|place| bounds.contains(place)));
    by_facet && by_range && near && inside
}

/// Orders of one group are within 2^42 of its middle, and groups 2^43 apart.
fn group(course: &Course) -> i128 {
    ((i128::from(course.order) + (1 << 42)) / (1 << 43)).clamp(0, 255)
}

/// Whether a record matches by a lesser value alone.
fn is_lesser(course: &Course, query: &Query) -> bool {
    Course::FACETS.iter().map(|facet| facet.id).any(|facet| {
        let chosen = || query.facets.iter().filter(|choice| choice.facet == facet);
        let has = |wanted: &String| values(course, facet).contains(wanted);
        chosen().any(|choice| !choice.any_of.is_empty())
            && !chosen().flat_map(|choice| &choice.any_of).any(has)
            && chosen().flat_map(|choice| &choice.lesser).any(has)
    })
}

/// What is asked for of a text, without the words that are to be left out; and these.
pub fn parted(text: &str) -> (String, Vec<Vec<String>>) {
    let (out, asked): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|word| {
        let mut letters = word.chars();
        letters.next() == Some('-') && letters.next().is_some_and(char::is_alphanumeric)
    });
    (asked.join(" "), out.into_iter().map(words).collect())
}

/// The matches, as positions in `courses`, in the order of titles.
pub fn matches(courses: &[Course], query: &Query, replaced: Option<(FacetId, &str)>) -> Vec<usize> {
    let (asked, out) = parted(&query.text);
    let (scores, _) = scores(courses, &asked);
    let left_out = |course: &Course| {
        let all: Vec<String> = weighted(course).into_iter().map(|(word, _)| word).collect();
        out.iter().any(|words| words.iter().all(|word| all.contains(word)))
    };
    let mut found: Vec<usize> = (0..courses.len())
        .filter(|&at| scores[at].is_some() && fits_otherwise(&courses[at], query, replaced))
        .filter(|&at| !left_out(&courses[at]))
        .collect();
    found.sort_by_key(|&at| by_title(&courses[at]));
    found
}

pub fn by_title(course: &Course) -> (String, String, String) {
    (fold(&course.title), course.title.clone(), course.id.clone())
}

/// Where a value stands among those of its facet: by its first label, else by itself.
fn label_key(facet: FacetId, value: &str) -> (String, String) {
    let mut first = None;
    labels_of(facet, value, &mut |label| {
        first.get_or_insert_with(|| fold(label));
    });
    (first.unwrap_or_else(|| fold(value)), value.to_owned())
}

/// The matches in the order asked for, unless that is by distance.
pub fn ordered(courses: &[Course], query: &Query) -> Vec<usize> {
    let mut found = matches(courses, query, None);
    let (text, _) = parted(&query.text);
    let asked = fold(&text);
    match query.sort {
        Sort::Best if !asked.is_empty() => {
            let (scores, _) = scores(courses, &text);
            found.sort_by_key(|&at| {
                let title = format!(" {}", fold(&courses[at].title));
                let fit = if title[1..] == asked {
                    3
                } else if title[1..].starts_with(&asked) {
                    2
                } else {
                    u8::from(asked.contains(' ') && title.contains(&format!(" {asked}")))
                };
                std::cmp::Reverse((fit, scores[at]))
            });
        }
        Sort::Facet(facet) if Course::FACETS.iter().any(|known| known.id == facet) => {
            found.sort_by_key(|&at| {
                let first = values(&courses[at], facet).into_iter().next();
                (first.is_none(), first.map(|value| label_key(facet, &value)))
            });
        }
        // What is left of `Best` has neither text nor, as the caller sees to, a point.
        Sort::Best | Sort::Own => found.sort_by_key(|&at| courses[at].order),
        _ => {}
    }
    let searched = !asked.is_empty();
    let asks = query.facets.iter().any(|choice| !choice.any_of.is_empty() && !choice.lesser.is_empty());
    if matches!(query.sort, Sort::Best | Sort::Own) && (searched || asks) {
        found.sort_by_key(|&at| (group(&courses[at]), is_lesser(&courses[at], query)));
    }
    found
}
