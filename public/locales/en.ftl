# Cluster Atlas, English. Every other language falls back to this file, message by message.

## Frame
brand = Cluster Atlas
skip-to-content = Skip to the content
nav-main = Main
nav-explore = Explore
nav-shortlist = Shortlist
nav-about-data = About the data
language = Language
close = Close
try-again = Try again
print = Print
trail = Where you are
back-to-explore = Back to the map and list
go-to-explore = Explore all organisations
not-known = Not known
opens-new-tab = (opens { $host } in a new tab)
title-explore = Explore – { $title }
title-page = { $page } – { $title }

## Loading and failing
loading-start = Loading Cluster Atlas…
loading-data = Fetching the organisations…
loading-index = Preparing the search…
failed-title = Cluster Atlas could not go on
failed-text = Something went wrong in the page itself. Nothing you saved on this device is lost. Reload the page to carry on where you were.
failed-browser = This browser cannot run WebAssembly, which Cluster Atlas needs. Any current version of Firefox, Chrome, Edge or Safari can; in a protected or “lockdown” mode it may be switched off.
failed-reload = Reload the page
failed-script = Cluster Atlas runs in your browser and needs JavaScript. Please switch it on for this page.
data-failed-title = The data could not be loaded
error-not-found = The file { $file } is not where this page expects it. If you look after this site, check that it was copied with the rest; otherwise try again later.
error-status = The server answered “{ $status }” when it was asked for { $file }. This is usually over soon: try again in a minute.
error-unreachable = { $file } could not be fetched. Check your connection and try again.
error-html = Instead of data, a web page came back for { $file }. On a public network you may have to sign in to it first: open another website, sign in, then try again.
error-not-json = { $file } cannot be read: it stops making sense in line { $line }, column { $column }. Whoever publishes the dataset needs to export it again.
error-cut-short = { $file } breaks off in the middle. Try again; if it stays so, the file was not copied completely.
error-not-format = { $file } is not a Cluster Atlas dataset. If you look after this site, check the dataset address in config.json.
error-other-version = { $file } is in version { $found } of the format; this app reads version { $supported }. If you look after this site, update the app or export the dataset for version { $supported }.
error-no-records = { $file } has no list of records. If you look after this site, export the dataset again.
error-too-large = { $file } has { $size } MB; this app reads at most { $limit } MB.
error-empty = { $file } is empty. Try again; if it stays so, the file was not copied completely.
unknown-title = There is no such page
unknown-text = Nothing is at the address “{ $path }”. It may have been cut off when it was copied.
missing-title = This organisation is not in the dataset
missing-text = Nothing here has the identifier “{ $id }”. It may have been in an earlier edition of the dataset.
missing-find = Search for something like it

## Explore
explore-heading = Explore cluster organisations
search = Search
search-placeholder = Name, place or topic: try “pole photonique”
suggestions = Suggestions
suggestions-count = { $count ->
    [one] { $count } suggestion, use the arrow keys
   *[other] { $count } suggestions, use the arrow keys
}
suggestion-value = { $facet }, { $count }
suggestion-profile = Profile
suggestion-word = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
views = View
view-both = Map and list
view-list = List
view-map = Map
view-coverage = Coverage
results-title = Results
count-none = No organisation matches
count-all-located = { $count ->
    [one] { $count } organisation matches
   *[other] { $count } organisations match
}
count-some-unlocated = { $count ->
    [one] { $count } organisation matches
   *[other] { $count } organisations match
}, { $unlocated } { $unlocated ->
    [one] has
   *[other] have
} no location
count-show-unlocated = Show those without a location
similar-words = Nothing contains “{ $asked }”. Shown instead: { $found }.
at-organisations = A day of viewing changes calls and trainings. Organisations are shown as the dataset has them now.
nothing-found = Nothing matches all of this. Take off a filter, or search with fewer words.
nothing-search-everywhere = Search for the same words without filters
sort-by = Sort by
sort-relevance = relevance
sort-nearest = distance
sort-name = name
sort-country = country
distance = { $km } km
kilometres = { $km } km
more-topics = +{ $count }
ecosystem-none = No ecosystem listed

## Filters
filters = Filters
open-filters = { $count ->
    [0] Filters
   *[other] Filters ({ $count })
}
filters-show = { $count ->
    [one] Show { $count } organisation
   *[other] Show { $count } organisations
}
facet-country = Country
facet-region = Region
facet-region-note = Choose a country to see its regions only.
facet-ecosystem = Industrial ecosystem
facet-ecosystem-note = At most one is listed per organisation; “not listed” does not mean “not active in”.
facet-expertise = Expertise
facet-expertise-note = Inferred from the organisation’s name, unless declared.
facet-kind = Kind of organisation
facet-located = Location
facet-label = Excellence label
facet-all = Show all { $count } in { $facet }
facet-fewer = Show fewer in { $facet }
facet-find = Find in { $facet }
facet-find-placeholder = Find in this list
facet-nothing = No value of that name here.
facet-unknown = not in this dataset
facet-count-unit = { $count ->
    [one] organisation
   *[other] organisations
}
located-yes = On the map
located-no = No location known
kind-cluster-organisation = Cluster organisation
kind-network = Network
kind-eurocluster = Eurocluster
kind-support-organisation = Support organisation
label-bronze = Bronze
label-silver = Silver
label-gold = Gold
label-until = { $level }, until { $date }
chips = Chosen filters
chip-remove = Remove: { $what }
chip-text = “{ $text }”
chip-facet = { $facet }: { $value }
chip-unknown = { $facet }: { $value } (not in this dataset)
chip-near = Within { $km } km of { $point }
chip-bbox = In the chosen part of the map
clear-all = Clear all
radius = Distance

## Map
map = Map
zoom-in = Zoom in
zoom-out = Zoom out
near-me = Near me
look-here = Search in this view
selected = Selected organisation
show-on-map = Show { $name } on the map
map-attribution = Natural Earth; places: GeoNames (CC BY 4.0)
map-failed = The map cannot be drawn in this browser. The list shows everything.
locate-denied = Your position was not shared, so nothing was changed. You can choose a country or region instead.
locate-unavailable = Your device does not know its position at the moment. You can choose a country or region instead.
pile-title = { $count ->
    [one] { $count } organisation on this point
   *[other] { $count } organisations on this point
}
pile-note = Their places are known by city only, so they share one point.

## Profile
save = Add to shortlist
save-on = On the shortlist
save-named = Shortlist: { $name }
saved = Added to the shortlist
unsaved = Taken off the shortlist
compare-with = Compare
profile-on-map = Show on the map
profile-facts = Facts
fact-acronym = Short name
fact-city = City
fact-city-listed = City as listed
fact-location = Coordinates
fact-nace = NACE classes
fact-members = Members
fact-founded = Founded
fact-staff = Staff (full-time equivalents)
fact-website = Website
fact-email = E-mail
members-total = { $count } in all
members-sme = { $count } SMEs
members-large = { $count } large companies
members-research = { $count } research organisations
members-other = { $count } others
precision-exact = exact
precision-street = to the street
precision-city = to the city, never an address
precision-region = to the region
expertise-inferred = Inferred from the name
expertise-declared = Declared by the organisation
source = Source
source-retrieved = read on { $date }
record-updated = Record updated on { $date }.
dataset-published = Dataset published on { $date }.
neighbours = Neighbours
close-by = Close by
close-by-none = No other organisation in the dataset is within 100 km.
close-by-unlocated = Its location is not known, so nothing can be close by.
close-by-all = All within { $km } km
same-city = same place
complementary = Complementary
complementary-note = Same expertise in other countries.
complementary-none = No other organisation is known to share its expertise.
complementary-all = All with the same expertise

## Compare
compare-title = Compare organisations
compare-empty = Nothing to compare yet. Open a profile and choose “Compare”, or pick several from your shortlist.
compare-missing = Not in this dataset: { $ids }
compare-remove = Take { $name } out of the comparison
compare-differs = (they differ)
compare-full = Four organisations are the most that fit side by side.
compare-hint = Add organisations to your shortlist to compare them here.
compare-add = Add from your shortlist

## Shortlist
shortlist-title = Shortlist
shortlist-note = Kept on this device only. Share it as a link or a QR code.
shortlist-not-kept = This browser does not let the page keep anything: the list is gone when you close it. Copy the link below to keep it.
shortlist-shared-title = A shared shortlist
shortlist-shared-note = Somebody shared this list with you. It does not change yours unless you keep it.
shortlist-keep = Add these to my shortlist
shortlist-kept = Added to your shortlist
shortlist-compare = Compare the first four
shortlist-clear = Empty the shortlist
shortlist-empty = The list is empty. Use the bookmark beside a name to put an organisation on it.
shortlist-gone = { $count ->
    [one] { $count } is not in this dataset: { $ids }
   *[other] { $count } are not in this dataset: { $ids }
}
share-title = Share this list
share-note = The link holds the list itself. Nothing is stored anywhere else.
share-link = Link to this list
share-qr = QR code of the link to this list
copy-link = Copy link
link-copied = Link copied
link-not-copied = The browser did not allow copying: select the link and copy it yourself.
qr-too-long = The list is too long for a QR code: use the link.

## Coverage
coverage-title = Coverage matrix
coverage-rows = Rows
coverage-columns = Columns
coverage-cell = { $row }, { $column }: { $count }
coverage-without = { $count ->
    [one] { $count } match has nothing listed under “{ $facet }” and is in no cell.
   *[other] { $count } matches have nothing listed under “{ $facet }” and are in no cell.
}
coverage-left-out = { $count } more columns are not shown. Choose a country to see its regions.

## Export
export = Export
export-what = { $count ->
    [one] The organisation that matches now, with the link to this view, today’s date and the sources.
   *[other] The { $count } organisations that match now, with the link to this view, today’s date and the sources.
}
export-csv = for spreadsheets
export-geojson = for maps; places without a location included
export-json = everything, in the dataset’s own format
export-done = The file is in your downloads
export-failed = The browser did not take the file
print-note = the list as it is now

## About the data
about-title = About the data
about-independent = Cluster Atlas is an independent open-source project. It is not an official site of the European Union.
about-sources = Sources
about-report = Load report
about-report-note = What was read from each file. Records read are records loaded plus records refused, always.
about-download = Download the report (CSV)
about-software = The app
about-software-text = Everything runs in your browser. The app is free software under the MIT or Apache 2.0 licence.
about-privacy = No cookies, no analytics, no request to anybody else. Your shortlist stays on this device.
figure-organisations = Organisations
figure-countries = Countries
figure-located = With a location
figure-unlocated = Without a location
figure-ecosystem = With an ecosystem
figure-expertise = With expertise
report-file = File
report-read = Read
report-loaded = Loaded
report-refused = Refused
report-findings = Findings
report-nothing = Nothing was wrong with any record.
findings-title = Findings
findings-more = { $count } more are in the download.
finding-record = Record
finding-field = Field
finding-value = Value
finding-what = What happened
severity-refused = Record refused
severity-dropped = Value left out
severity-noted = Noted
finding-not-an-object = this is no record
finding-missing-id = it has no identifier
finding-bad-id = the identifier has characters that do not fit in a link
finding-duplicate-id = another record has the same identifier
finding-made-id = an identifier was made from the name
finding-missing-name = it has no name
finding-missing-country = it has no country
finding-bad-country = this is no country code
finding-wrong-type = this is not the kind of value expected here
finding-out-of-range = the number is outside what is possible
finding-missing-coordinate = one of the two coordinates is missing
finding-missing-precision = it does not say how exact the location is
finding-swapped-coordinates = latitude and longitude seem to be exchanged
finding-null-island = the point 0, 0 lies in the Atlantic
finding-far-from-country = the point is far from the country
finding-unknown-term = the vocabulary does not have this term; it is kept
finding-bad-term = this is no identifier of a term
finding-missing-label = the term has no label
finding-bad-code = this is no region code
finding-duplicate-value = the same value stands twice
finding-too-many = there are too many values
finding-unsafe-address = only web addresses become links
finding-bad-address = this is no web address
finding-completed-address = the address was completed with https://
finding-bad-email = this is no e-mail address
finding-bad-day = this is no day written as YYYY-MM-DD
finding-unknown-value = this is none of the values expected here
finding-unknown-field = the format has no such field
finding-too-long = the text is too long and was cut
finding-hidden-characters = invisible characters were taken out
finding-bad-encoding = some characters cannot be read
finding-extra-cells = the row has more cells than the header
finding-official-name = the official name from the vocabulary is shown instead
