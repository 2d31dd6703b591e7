//! Bars, and the table that they are made from.

use leptos::prelude::*;

use crate::ui::components::{csv_button, is_off_paper, off_paper};
use crate::ui::messages::{number, tr, tr_view};

/// A bar: what it is, how long, and what it is seen beside.
#[derive(Clone)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// The list that its value counts.
    pub href: Option<String>,
    /// Its value.
    pub value: f64,
    /// What part of all that is, 0 to 1.
    pub share: Option<f64>,
    /// What part that is elsewhere on average.
    pub average: Option<f64>,
    /// What has to be said of it.
    pub remark: Option<String>,
}

/// Words of a chart.
#[derive(Clone)]
pub struct ChartWords {
    /// Its heading.
    pub title: String,
    /// What is counted, and of what.
    pub note: Option<String>,
    /// What the bars are.
    pub names: String,
    /// What their length is.
    pub values: String,
    /// What the mark on a bar is; `None` where there is none.
    pub average: Option<String>,
    /// The name of the file, without its ending.
    pub file: String,
}

/// A share as people read it.
pub fn percent(share: f64) -> String {
    tr!("chart-percent", "percent" => number((share * 1000.0).round() / 10.0))
}

/// Bars under each other; the table stands underneath, and can be had as a file. Where there are shares, the bars are
/// as long as these, so that the mark of the average is comparable.
pub fn bar_chart(words: ChartWords, bars: Vec<Bar>) -> AnyView {
    let shares = bars.iter().any(|bar| bar.share.is_some());
    let length = move |bar: &Bar| if shares { bar.share.unwrap_or_default() } else { bar.value };
    let most = bars.iter().flat_map(|bar| [length(bar), bar.average.unwrap_or_default()]).fold(0.0, f64::max);
    let part = move |length: f64| {
        let part = if most > 0.0 { length / most * 100.0 } else { 0.0 };
        [number_of(part), "%".to_owned()].concat()
    };
    let items = bars.iter().enumerate().map(|(at, bar)| {
        let name = match &bar.href {
            Some(href) => view! { <a class="bar-name" href=href.clone()>{bar.name.clone()}</a> }.into_any(),
            None => view! { <span class="bar-name">{bar.name.clone()}</span> }.into_any(),
        };
        let average = bar.average.map(|average| {
            view! { <span class="bar-average" style:left=part(average)></span> }.into_any()
        });
        let beside = match (bar.share, bar.average) {
            (Some(share), Some(average)) => Some(tr!("chart-beside", "share" => percent(share), "average" => percent(average))),
            (Some(share), None) => Some(percent(share)),
            _ => None,
        };
        view! {
            <li class:off-paper=is_off_paper(at)>
                {name}
                <span class="bar-track" aria-hidden="true"><span class="chart-bar" style:width=part(length(bar))></span>{average}</span>
                <span class="bar-value">
                    <b class="number">{number(bar.value)}</b> " "
                    {beside.map(|beside| view! { <span class="quiet">{beside}</span> }.into_any())}
                    {bar.remark.clone().map(|remark| view! { " " <span class="quiet" lang="en">{remark}</span> }.into_any())}
                </span>
            </li>
        }
        .into_any()
    });
    let items = items.collect_view();
    let note = words.note.clone().map(|note| view! { <p class="quiet">{note}</p> }.into_any());
    view! {
        <figure class="chart">
            <figcaption><h3>{words.title.clone()}</h3> {note}</figcaption>
            <ul class="bars">{items}</ul>
            {off_paper(bars.len())}
            {table_of(words, &bars)}
        </figure>
    }
    .into_any()
}

/// A number for style sheets: with a full stop, whatever the language.
fn number_of(value: f64) -> String {
    crate::domain::decimal::written((value * 100.0).round() / 100.0)
}

/// The table of a chart.
fn table_of(words: ChartWords, bars: &[Bar]) -> AnyView {
    let has_share = bars.iter().any(|bar| bar.share.is_some());
    let has_remark = bars.iter().any(|bar| bar.remark.is_some());
    let mut heads = vec![words.names, words.values];
    if has_share {
        heads.push(tr("chart-share"));
    }
    let average = words.average.filter(|_| bars.iter().any(|bar| bar.average.is_some()));
    let has_average = average.is_some();
    heads.extend(average);
    if has_remark {
        heads.push(tr("chart-remark"));
    }
    // Behind the name and the value.
    let shares = 2..2 + usize::from(has_share) + usize::from(has_average);
    let filed = |(at, head): (usize, &String)| {
        if shares.contains(&at) { [head, ", %"].concat() } else { head.clone() }
    };
    let file_heads: Vec<String> = heads.iter().enumerate().map(filed).collect();
    // People read numbers as their language writes them, and programs as all of them do.
    let shown = |share: Option<f64>| share.map_or_else(|| tr("not-known"), percent);
    let filed = |share: Option<f64>| share.map_or_else(String::new, |share| number_of(share * 100.0));
    let rows = |value: &dyn Fn(f64) -> String, share: &dyn Fn(Option<f64>) -> String| -> Vec<Vec<String>> {
        let row = |bar: &Bar| {
            let mut row = vec![bar.name.clone(), value(bar.value)];
            row.extend(has_share.then(|| share(bar.share)));
            row.extend(has_average.then(|| share(bar.average)));
            row.extend(has_remark.then(|| bar.remark.clone().unwrap_or_default()));
            row
        };
        bars.iter().map(row).collect()
    };
    let file = (words.file, file_heads, rows(&number_of, &filed));
    folded_table(words.title, heads, rows(&number, &shown), file)
}

/// A table that is opened when somebody asks for it, with the way to have it as a file: its name, heads and rows.
fn folded_table(
    title: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    (file, file_heads, file_rows): (String, Vec<String>, Vec<Vec<String>>),
) -> AnyView {
    let head =
        heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }.into_any()).collect_view();
    let body = rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(at, cell)| match at {
            0 => view! { <th scope="row">{cell.clone()}</th> }.into_any(),
            _ => view! { <td>{cell.clone()}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }.into_any()
    });
    let body = body.collect_view();
    let named = tr!("chart-table-of", "title" => title.as_str());
    view! {
        <details class="chart-table">
            <summary>{tr_view("chart-table")} <span class="unseen">" " {title}</span></summary>
            <div class="scroll" tabindex="0" role="region" aria-label=named>
                <table><thead><tr>{head}</tr></thead> <tbody>{body}</tbody></table>
            </div>
            {csv_button(file, move || (file_heads.clone(), file_rows.clone()))}
        </details>
    }
    .into_any()
}
