//! About the data: where it is from, what was read, and what was wrong with it.

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, facet};
use crate::dataset::{self, Finding, Report};
use crate::domain::{Fact, OrganisationFact, Provenance, Source};
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{date, number, tr, tr_view};
use crate::ui::sentences;
use crate::ui::shared::Shared;
use crate::ui::state::app;

use crate::ui::components::{OutgoingLink, page_title};

/// Findings shown on the page; all of them are in the download.
const SHOWN: usize = 200;

/// Sources, load report and downloads.
#[component]
pub fn AboutDataPage(atlas: Shared<Atlas>) -> impl IntoView {
    page_title(&atlas, || tr("about-title"));
    let name = atlas.manifest.title.clone();
    let published = atlas.manifest.published;
    let missing = atlas.missing.clone();
    let sources = atlas.manifest.sources.clone();
    let app = app();
    // The report is about every file, whether a page has needed it yet or not.
    app.store.load_all_soon(&atlas);
    app.store.load_stated_soon::<Fact>(&atlas);
    app.store.load_stated_soon::<OrganisationFact>(&atlas);
    app.store.load_stated_soon::<Provenance>(&atlas);
    let reports = Memo::new({
        let atlas = atlas.clone();
        move |_| [atlas.reports.clone(), app.store.reports().get()].concat()
    });
    let download = move |_| {
        let text = dataset::write_report_csv(&reports.get_untracked());
        browser::download("report.csv", "text/csv;charset=utf-8", &text);
    };
    view! {
        <main id="main" class="page about" tabindex="-1">
            <h1>{tr_view("about-title")}</h1>
            <p class="lead">
                {name.map(|name| format!("{name}. "))}
                {move || published.map(|day| tr!("dataset-published", "date" => date(day)))}
            </p>
            <p>{tr_view("about-independent")}</p>
            <p><a href=Route::embed(&Route::default()).to_hash()>{tr_view("embed-about")}</a></p>
            <p><a href=Route::Desk.to_hash()>{tr_view("desk-about")}</a></p>
            <p><a href=Route::Profile { record: None, correct: None }.to_hash()>{tr_view("profile-about")}</a></p>
            <Figures atlas=atlas.clone()/>
            <section>
                <h2>{tr_view("about-sources")}</h2>
                <ul class="sources">{sources.into_iter().map(|source| view! { <SourceItem source/> }.into_any()).collect_view()}</ul>
            </section>
            <section>
                <h2>{tr_view("about-report")}</h2>
                <p>{tr_view("about-report-note")}</p>
                {missing.map(|failure| view! { <p class="warning">{move || sentences::dataset_error(&failure)}</p> }.into_any())}
                <Failures/>
                {move || view! { <ReportTable reports=reports.get()/> }}
                <p><button type="button" class="button" on:click=download>{tr_view("about-download")}</button></p>
                {move || view! { <Findings reports=reports.get()/> }}
            </section>
            <section>
                <h2>{tr_view("about-software")}</h2>
                <p>{tr_view("about-software-text")}</p>
                <p>{tr_view("about-privacy")}</p>
            </section>
        </main>
    }
}

/// Collections that could not be had, and why.
#[component]
fn Failures() -> impl IntoView {
    let store = app().store;
    move || {
        let failed = Collection::ALL.iter().filter_map(|collection| {
            let failure = store.failure(*collection)?;
            let sentence = move || sentences::dataset_error(&failure);
            Some(
                view! { <p class="warning">{tr_view(collection.about().words.navigation)} ": " {sentence}</p> }
                    .into_any(),
            )
        });
        let stated = [
            ("facts-name", store.stated_failure::<Fact>()),
            ("organisation-facts-name", store.stated_failure::<OrganisationFact>()),
            ("profile-provenance", store.stated_failure::<Provenance>()),
        ];
        let stated = stated.into_iter().filter_map(|(name, failure)| {
            let failure = failure?;
            let sentence = move || sentences::dataset_error(&failure);
            Some(view! { <p class="warning">{tr_view(name)} ": " {sentence}</p> }.into_any())
        });
        (failed.collect_view(), stated.collect_view())
    }
}

#[component]
fn Figures(atlas: Shared<Atlas>) -> impl IntoView {
    let records = atlas.index.records();
    let all = records.len();
    let located = records.iter().filter(|o| o.location.is_some()).count();
    let with_ecosystem = records.iter().filter(|o| !o.ecosystems.is_empty()).count();
    let with_expertise = records.iter().filter(|o| !o.expertise.is_empty()).count();
    let countries = atlas.index.values(facet::COUNTRY).len();
    let figures = [
        ("figure-organisations", all),
        ("figure-countries", countries),
        ("figure-located", located),
        ("figure-unlocated", all - located),
        ("figure-ecosystem", with_ecosystem),
        ("figure-expertise", with_expertise),
    ];
    view! {
        <dl class="figures">
            {figures
                .into_iter()
                .map(|(key, count)| view! { <div><dt>{tr_view(key)}</dt><dd>{move || number(count as f64)}</dd></div> }.into_any())
                .collect_view()}
        </dl>
    }
}

#[component]
fn SourceItem(source: Source) -> impl IntoView {
    let name = source.name.clone();
    let retrieved = source.retrieved;
    view! {
        <li>
            {match source.url {
                Some(address) => view! { <OutgoingLink address words=name/> }.into_any(),
                None => view! { <b>{name}</b> }.into_any(),
            }}
            {source.licence.map(|licence| view! { <p>{licence}</p> }.into_any())}
            {source.note.map(|note| view! { <p class="quiet">{note}</p> }.into_any())}
            {move || retrieved.map(|day| view! { <p class="quiet">{tr!("source-retrieved", "date" => date(day))}</p> }.into_any())}
        </li>
    }
}

#[component]
fn ReportTable(reports: Vec<Report>) -> impl IntoView {
    let rows = reports
        .into_iter()
        .map(|report| {
            let counts = [report.read, report.loaded, report.refused, report.findings.len() + report.unlisted];
            view! {
                <tr>
                    <th scope="row">{report.file}</th>
                    {counts.map(|count| view! { <td class="number">{move || number(count as f64)}</td> }.into_any()).collect_view()}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=tr_view("about-report")>
            <table class="report">
                <thead>
                    <tr>
                        <th scope="col">{tr_view("report-file")}</th>
                        <th scope="col">{tr_view("report-read")}</th>
                        <th scope="col">{tr_view("report-loaded")}</th>
                        <th scope="col">{tr_view("report-refused")}</th>
                        <th scope="col">{tr_view("report-findings")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Findings(reports: Vec<Report>) -> impl IntoView {
    let all: Vec<Finding> = reports.into_iter().flat_map(|report| report.findings).collect();
    if all.is_empty() {
        return view! { <p>{tr_view("report-nothing")}</p> }.into_any();
    }
    let more = all.len().saturating_sub(SHOWN);
    let rows = all
        .into_iter()
        .take(SHOWN)
        .map(|finding| {
            let (kind, severity) = (finding.kind, finding.severity);
            let record = finding.record.unwrap_or_else(|| format!("#{}", finding.row));
            view! {
                <tr>
                    <td>{finding.file.to_string()}</td>
                    <td>{record}</td>
                    <td><code>{finding.path}</code></td>
                    <td>{finding.value}</td>
                    <td>{move || sentences::severity(severity)} ": " {move || sentences::finding(kind)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=tr_view("findings-title")>
            <table class="findings">
                <thead>
                    <tr>
                        <th scope="col">{tr_view("report-file")}</th>
                        <th scope="col">{tr_view("finding-record")}</th>
                        <th scope="col">{tr_view("finding-field")}</th>
                        <th scope="col">{tr_view("finding-value")}</th>
                        <th scope="col">{tr_view("finding-what")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(more > 0).then(|| view! { <p class="quiet">{move || tr!("findings-more", "count" => more as f64)}</p> }.into_any())}
    }
    .into_any()
}
