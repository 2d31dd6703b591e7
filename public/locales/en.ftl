# Cluster Atlas, English. Every other language falls back to this file, message by message.

## Frame
brand = Cluster Atlas
skip-to-content = Skip to the content
skip-to-search = Skip to the search
nav-main = Main
nav-explore = Explore
nav-calls = Open calls
nav-about-data = About
language = Language
close = Close
try-again = Try again
print = Print
print-footer = { $title }, { $link }, printed on { $date }. Sources: { $sources }.
cite = Cite as: { $title }, { $atlas }, edition of { $date }, { $link }
trail = Where you are
back-to-explore = Back to the map and list
back-to-profile = Back to the profile
go-to-explore = Explore all organisations
not-known = Not known
facts-not-known = Not known: { $names }
opens-new-tab = (opens { $host } in a new tab)
title-explore = Explore – { $title }
title-page = { $page } – { $title }

## Loading and failing
loading-start = Loading Cluster Atlas…
loading-stuck = Cluster Atlas has not started yet. Please reload the page.
loading-data = Loading the organisations…
loading-index = Preparing the search…
failed-title = Cluster Atlas has stopped working
failed-text = Something went wrong in the page itself. Nothing you saved on this device is lost. Reload the page to carry on where you were.
failed-browser-title = This browser cannot run Cluster Atlas
failed-browser = Cluster Atlas needs WebAssembly, which this browser does not offer. Any current version of Firefox, Chrome, Edge or Safari has it, but a protected or “lockdown” mode may switch it off.
failed-reload = Reload the page
failed-script = Cluster Atlas runs in your browser and needs JavaScript. Please switch it on for this page.
later-waiting = Loading…
later-failed-title = This part of the page could not be fetched
later-failed-text = The connection may be down, or this site may have been updated in the meantime. Try again, and reload the page if that does not help. Nothing you saved on this device is lost.
edition-newer = There is a newer version of this page. What you have typed is kept.
edition-load = Load the new version
edition-kept = No connection: these are the data of { $date } that this device keeps.
edition-fresh = Load fresh data
edition-missing = The edition of { $date } is not kept here. This is the current one.
error-other-edition = { $file } belongs to a newer edition of the data than this page shows. Reload the page to see it.
data-failed-title = The data could not be loaded
error-not-found = The file { $file } is not where this page expects it. If you look after this site, check that the file was copied with the rest; otherwise try again later.
error-status = The server answered “{ $status }” when it was asked for { $file }. This is usually over soon: try again in a minute.
error-unreachable = { $file } could not be fetched. Check your connection and try again.
error-html = Instead of data, a web page came back for { $file }. On a public network you may have to sign in to it first: open another website, sign in, then try again.
error-not-json = { $file } cannot be read: line { $line }, column { $column } is not valid JSON. The publisher of the dataset needs to export it again.
error-cut-short = { $file } breaks off in the middle. Try again; if that does not help, the file was not copied in full.
error-not-format = { $file } is not a Cluster Atlas dataset. If you look after this site, check the dataset address in config.json.
error-other-version = { $file } is in version { $found } of the format; this app reads version { $supported }. If you look after this site, update the app or export the dataset for version { $supported }.
error-no-records = { $file } has no list of records. If you look after this site, export the dataset again.
error-too-large = { $file } is { $size } MB; this app reads at most { $limit } MB. If you look after this site, publish a smaller dataset.
error-empty = { $file } is empty. Try again; if that does not help, the file was not copied in full.
unknown-title = There is no such page
unknown-text = There is nothing at the address “{ $path }”. It may have been cut short when it was copied.
missing-title = This record is not in the dataset
missing-text = Nothing here has the identifier “{ $id }”. It may have been in an earlier edition of the dataset.
missing-organisation-title = This organisation is not in the dataset
missing-organisation-text = No organisation here has the identifier “{ $id }”. It may have been in an earlier edition of the dataset.
missing-find = Search for a similar name

## In a frame on somebody else’s page
frame-open = Open full size
frame-form-title = This form opens in a page of its own
frame-form-text = What you type here could get lost, because this page stands inside another one and may keep nothing. In a page of its own it stays on your device until you send it.
frame-form-open = Open the form
frame-no-files = This page was opened by another one, or stands inside it, that does not let it load its files. Its address, to be opened in a window of its own:
frame-no-windows = The page around this one does not let it open windows. Copy the address:
facade-start = Show it here
facade-policy = The policy of this page does not allow frames from
facade-consent = A consent tool holds back the frame from
facade-sandbox = This sandbox does not allow frames from
facade-silent = No answer came from
facade-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
facade-collection = { $name }: { $count }
facade-calls = { $count ->
    [one] { $count } call
   *[other] { $count } calls
}
frame-hint-wheel = Use Ctrl and the wheel to zoom the map
frame-hint-wheel-mac = Use ⌘ and the wheel to zoom the map
frame-hint-touch = Use two fingers to move the map
frame-full-screen = Map in full screen
frame-more = Show more

## Explore
explore-heading = Explore cluster organisations
search = Search
search-placeholder = Name, place or topic: try “photonics Lyon”
search-placeholder-calls = Topic, programme or issuer: try “circular SME”
search-placeholder-trainings = Topic, host or place: try “booster academy”
search-placeholder-requests = What is sought or offered
suggestion-call = Open call
suggestion-training = Training
suggestion-request = Partner request
suggestions = Suggestions
suggestions-count = { $count ->
    [one] { $count } suggestion. Use the arrow keys to choose.
   *[other] { $count } suggestions. Use the arrow keys to choose.
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
similar-around = As a place and a distance:
place-not-known = No place called “{ $place }” is known here. Towns of 50,000 inhabitants or more are, and those that a record is in: try one nearby.
similar-offered = Nothing contains “{ $asked }”. Did you mean:
at-organisations = The day in this link applies to calls and trainings. Organisations are shown as the dataset has them now.
nothing-at-all = There are no records in this dataset.
nothing-found = No organisation matches all of this. Remove a filter or search with fewer words.
nothing-search-everywhere = Search for the same words without filters
nothing-without = Without { $what }: { $count }
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
facet-region-note = Choose a country to see only its regions.
facet-ecosystem = Industrial ecosystem
facet-ecosystem-note = At most one is listed per organisation; “not listed” does not mean “not active in”.
facet-expertise = Expertise
facet-expertise-note = Inferred from the organisation’s name, unless declared.
facet-kind = Kind of organisation
facet-kind-training = Kind of training
facet-kind-request = Kind of request
facet-located = Location
facet-label = Excellence label
facet-all = Show all { $count } in { $facet }
facet-fewer = Show fewer in { $facet }
facet-find = Find in { $facet }
facet-find-placeholder = Find in this list
facet-leave-out = Leave out { $value }
facet-nothing = Nothing in this list has that name.
facet-none = Nothing to choose: no record matches the search.
filters-not-stated = No record says: { $facets }.
facet-unknown = not in this dataset
facet-count-unit = { $count ->
    [one] organisation
   *[other] organisations
}
facet-eligible = Eligible country
facet-eligible-note = A call that says “any country” is found under every country. Calls that do not say from where one may apply come after the others.
facet-applicants = Who may apply
facet-status = Status
facet-audience = For whom
facet-purpose = Purpose
facet-issuer = Issued by
facet-format = Format
facet-topic = Topic
facet-language = Language
facet-month = Month
facet-call = Call
status-forthcoming = Forthcoming
status-open = Open
status-closed = Closed
status-cancelled = Cancelled
status-unknown = Date not known
status-upcoming = Upcoming
status-undated = Without a date
status-past = Past
format-online = Online
format-onsite = On site
format-hybrid = Online and on site
kind-academy = Academy
kind-webinar = Webinar
kind-workshop = Workshop
kind-course = Course
kind-partners = Partners sought
kind-host = Host sought
kind-visitor = Visitors welcome
kind-challenge = Challenge
chip-closes-within = { $days ->
    [one] Closes within { $days } day
   *[other] Closes within { $days } days
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
chip-left-out = without { $value }
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
selected = Selected on the map
show-on-map = Show { $name } on the map
map-attribution = Natural Earth; places: GeoNames (CC BY 4.0)
map-nothing-located = None of these has a known location. They are in the list.
map-failed = The map cannot be drawn in this browser. The list shows everything.
locate-denied = Your position was not shared, so nothing has changed. You can choose a country or region instead.
locate-unavailable = Your device cannot tell where it is at the moment. You can choose a country or region instead.
pile-title = { $count ->
    [one] { $count } result on this point
   *[other] { $count } results on this point
}
pile-note = Only their city is known, so they share one point on the map.

## Profile
save = Add to shortlist
save-on = On the shortlist
save-named = Shortlist: { $name }
saved = Added to the shortlist
unsaved = Removed from the shortlist
saved-full = The list is full: { $most } at most. Remove something first.
compare-with = Compare
profile-on-map = Show on the map
profile-facts = Facts
profile-networks = Networks it is in
profile-networks-none = No network of this dataset names it.
profile-provenance = Where single values are from
provenance-of = { $field }, { $date }
provenance-failed = Which values are from elsewhere could not be loaded.
stated-waiting = Loading…
networks-failed = The networks could not be loaded: it may be in more than stand here.
stated-failed = What sources say of it could not be loaded.
stated-history = history, no longer in force
stated-ended = ran out { $date }
stated-until = valid until { $date }
stated-end-unknown = until when it is valid is not stated
stated-named-as = named as { $name }
stated-inferred = inferred from the name
stated-by-name = matched by name only
role-coordinator = coordinator
role-partner = partner
fact-acronym = Short name
fact-region-code = { $region } ({ $code })
fact-position = { $lat }, { $lon } ({ $precision })
fact-city = City
fact-city-listed = City as listed
fact-location = Coordinates
fact-nace = NACE classes
fact-members = Members
fact-founded = Founded
fact-staff = Staff (full-time equivalents)
fact-website = Website
fact-programmes = Programmes
fact-technology-fields = Technology fields
fact-email = E-mail
members-total = { $count } in all
members-sme = { $count ->
    [one] { $count } SME
   *[other] { $count } SMEs
}
members-large = { $count ->
    [one] { $count } large company
   *[other] { $count } large companies
}
members-research = { $count ->
    [one] { $count } research organisation
   *[other] { $count } research organisations
}
members-other = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
precision-exact = exact
precision-street = accurate to the street
precision-city = accurate to the city, not an address
precision-region = accurate to the region
expertise-inferred = Inferred from the name
expertise-declared = Declared by the organisation
source = Source
source-retrieved = retrieved on { $date }
record-updated = Record updated on { $date }.
dataset-published = Dataset published on { $date }.
neighbours = Neighbours
close-by = Close by
close-by-none = No other organisation in the dataset is within 100 km.
close-by-unlocated = Its location is not known, so nothing can be listed as close by.
close-by-all = All within { $km } km
same-city = same place
complementary = Complementary
complementary-note = The same expertise in other countries.
complementary-none = No organisation in another country is known to share its expertise.
complementary-all = All that share any of its expertise

## Compare
compare-title = Compare organisations
compare-empty = Nothing to compare yet. Open a profile and choose “Compare”, or start from your shortlist.
compare-missing = Not in this dataset: { $ids }
compare-remove = Remove { $name } from the comparison
compare-differs = (they differ)
compare-full = Up to four organisations fit side by side.
compare-hint = Add organisations to your shortlist to compare them here.
compare-add = Add from your shortlist

## Shortlist
shortlist-title = Shortlist
shortlist-note = Kept on this device only. You can share it as a link or a QR code.
shortlist-not-kept = This browser does not let the page store anything, so the list is lost when you close the page. Copy the link below to keep it.
shortlist-shared-title = A shared shortlist
shortlist-shared-note = Somebody shared this list with you. Your own list stays as it is unless you add these organisations to it.
shortlist-keep = Add these to my shortlist
shortlist-kept = Added to your shortlist
shortlist-compare = Compare the first four
shortlist-clear = Empty the shortlist
shortlist-empty = The list is empty. Use the bookmark beside a name to add an organisation.
shortlist-gone = { $count ->
    [one] { $count } is not in this dataset: { $ids }
   *[other] { $count } are not in this dataset: { $ids }
}
share-title = Share this list
share-note = The link holds the list itself. Nothing is stored anywhere else.
share-link = Link to this list
share-qr = QR code of the link to this list
copy-link = Copy link
page-link = Link to this page
link-copied = Link copied
link-not-copied = The browser did not allow copying. Select the link and copy it yourself.
qr-too-long = The list is too long for a QR code. Use the link instead.

## Coverage
coverage-title = Coverage matrix
coverage-rows = Rows
coverage-columns = Columns
coverage-cell = { $row }, { $column }: { $count }
coverage-total = Total
coverage-total-of = { $what }, total: { $count }
coverage-without = { $count ->
    [one] { $count } match has nothing listed under “{ $facet }”, so it is in no cell.
   *[other] { $count } matches have nothing listed under “{ $facet }”, so they are in no cell.
}
coverage-show-all = Show all columns
coverage-left-out = { $count ->
    [one] { $count } more column is not shown.
   *[other] { $count } more columns are not shown.
} Choose a country to see its regions.

## Open calls
calls-title = Open calls
calls-count = { $count ->
    [one] { $count } call matches, { $open ->
        [0] it is not open
       *[other] it is open
    }
   *[other] { $count } calls match, { $open ->
        [0] none of them open
       *[other] { $open } of them open
    }
}
calls-count-none = No call matches
calls-none-open = No call is open on { $date }.
calls-forthcoming = { $count ->
    [0] No call is announced.
    [one] { $count } call is announced.
   *[other] { $count } calls are announced.
}
calls-undated = { $count ->
    [one] Of { $count } call the date is not known.
   *[other] Of { $count } calls the dates are not known.
}
calls-unsure = { $count ->
    [one] { $count } of the open calls has no stated opening day; it may have opened later than this.
   *[other] { $count } of the open calls have no stated opening day; they may have opened later than this.
}
calls-archive = { $count ->
    [one] { $count } closed call is in the archive.
   *[other] { $count } closed calls are in the archive.
}
back-to-calls = Back to the open calls
go-to-calls = See all calls
closing-soon = Closing soon
closes-within = Closes within
closes-any-time = Any time
closes-within-days = { $days } days
sort-deadline = deadline
view-timeline = Timeline
at-notice = You see the state of { $date }.
at-today = Back to today
at-not-a-day = “{ $given }”, the day in this link, is not a day of the calendar. You see the state of today.
at-remove = Remove the day
at-choose = State on
dot = { $first } · { $second }
comma = , { $words }
in-brackets = ({ $words })
moment = { $date }, { $time } { $zone }
moment-no-time = { $date } (time not stated)
moment-own = { $moment } your time
moment-plain = { $date }, { $time }
moment-from-to = { $from } to { $to }
zone-winter = CET
zone-summer = CEST
clock = { $time } { $zone }
closes-today = closes today
closes-today-at = closes today at { $time }
closes-tomorrow = closes tomorrow
closes-tomorrow-at = closes tomorrow at { $time }
closes-in-days = closes in { $count } days
closes-in-months = closes in { $count } months
closes-in-years = closes in { $count } years
call-next-cutoff = next cut-off { $away }
call-rounds = closes { $date } ({ $count ->
    [one] { $count } more cut-off
   *[other] { $count } more cut-offs
})
call-rounds-unknown = further cut-offs may follow
call-opening-unknown = opening day not stated
closed-today-at = closed today at { $time }
closed-yesterday = closed yesterday
closed-days-ago = closed { $count } days ago
closed-months-ago = closed { $count } months ago
closed-years-ago = closed { $count } years ago
away-today = today
away-today-at = today at { $time }
away-tomorrow-at = tomorrow at { $time }
away-tomorrow = tomorrow
away-in-days = in { $count } days
away-in-months = in { $count } months
away-in-years = in { $count } years
away-yesterday = yesterday
away-days-ago = { $count } days ago
away-months-ago = { $count } months ago
away-years-ago = { $count } years ago
call-open-end = open, closing date not stated
call-opens = opens { $date }, { $away }
call-dates-unknown = dates not known
call-cancelled = This call was cancelled.
call-of-network = Issued by the network
call-dates = Dates
call-opens-on = Opens
call-cutoffs = Cut-offs
call-published = Published
call-deadline-unknown = The call is real, its closing date is not known.
call-deadline-words = Deadline as the source has it: { $words }
cutoff-passed = passed
cutoff-passed-short = { $moment } (passed)
cutoff-next = next cut-off
call-facts = Facts
call-eligible = Eligible countries
call-any-country = Any country
call-eligibility-not-stated = Eligibility not stated
call-eligibility-stated = Open to applicants from there, as the call says
calls-eligibility-not-stated = { $count ->
    [one] One of these does not say from where one may apply. It comes after those of its status that do.
   *[other] { $count } of these do not say from where one may apply. They come after those of their status that do.
}
call-budget = Budget
call-max-grant = Largest grant
call-ecosystem-none = No ecosystem is stated
call-topic = Topic
call-action-type = Type of action
call-official-page = Official page
call-official-page-unknown = The official page is not known; the sources are named below.
call-official-page-list = a list of many calls, on which this one has to be looked for
money-eur = EUR { $amount }
money-eur-note = EUR { $amount } ({ $note })
region-of = { $region } ({ $country })
calendar-add = Add dates to calendar
introduce-request = Introduce a partner request
profile-register = Register your organisation
profile-register-lead = Say what there is to know about your organisation. It is looked at before it is published. No account is needed.
profile-about = Your organisation is missing? Register it
profile-correct = Propose a correction
profile-correct-lead = Change what is wrong and add what is missing; leave the rest as it is. It is looked at before it is published. No account is needed.
profile-nobody = This website does not say who receives what is proposed about organisations, so there is no form here. Where the data are from:
profile-name = Name of the organisation
profile-summary = What it does, in English
profile-summary-de = What it does, in German
profile-summary-fr = What it does, in French
profile-summary-others = Describe it in other languages too
profile-summary-hint = In plain text. It is shown to everybody.
profile-email = E-mail address for everybody
profile-email-hint = A role address, such as info@example.org. It is published.
profile-email-personal = This looks like the address of a person, and it would be published. Is there a role address, such as info@ or office@? If not, you can keep it.
profile-town = Town
profile-town-hint = Choose from the list. If it is not there, leave this empty and say it in the remarks: only the country is shown then.
profile-town-picked = Chosen from the list
profile-town-of-map = from the list of larger towns; choose the country below
profile-expertise = Topics of expertise
profile-expertise-hint = What you choose is shown as declared by the organisation.
profile-size-text = Leave empty what you do not know or do not want to say.
profile-founded = Year of foundation
profile-members = Members in all
profile-members-sme = Small and medium-sized enterprises among them
profile-members-large = Large companies among them
profile-members-research = Research and education organisations among them
profile-proposer-text = This is for questions only, and is not published.
profile-contact-name = Your name
profile-contact-hint = Questions go to this address. It is not published.
profile-relation = What you have to do with the organisation
profile-relation-staff = I work there
profile-relation-member = I am with one of its members
profile-relation-authority = I am with a public body in charge of clusters
profile-relation-other = Something else
profile-note = Remarks
profile-note-hint = For example where this can be checked. Not published.
profile-change = { $before } → { $after }
profile-proposed-on = You proposed a correction on { $date }; it is not in the published data yet.
profile-not-published = Proposed: it is not in the published data yet.
profile-is-published = This is in the published data by now.
profile-changed-since = The published data have changed since you proposed this: they say something else by now.
profile-see = See the profile
call-save = Save this call
call-save-on = Saved
call-save-named = Save: { $name }
call-saved = Call saved on this device
saved-for-now = Added, but this browser does not let the page keep the list: it is lost when the page is closed.
call-unsaved = Call removed from the saved ones
timeline = Timeline of the calls
timeline-call = Call
timeline-opens = Opens
timeline-cutoffs = Cut-offs
timeline-earlier = ← until { $date }
legend-open = open, from the opening to the last cut-off
legend-unstated = opening day not stated
legend-cutoff = cut-off
legend-passed = cut-off that has passed
legend-day = the day you look at
answerers = Organisations that could answer
answerers-note = { $count ->
    [one] { $count } organisation shares the call’s subject and may apply, as far as is known.
   *[other] { $count } organisations share the call’s subject and may apply, as far as is known.
}
answerers-no-subject = The call names no ecosystem or topic that a profile lists, so nothing here tells one organisation from another.
answerers-none = No organisation of the dataset is known to share the call’s subject and to be among those it is for.
answerers-members = { $count ->
    [one] { $count } organisation shares the call’s subject. It cannot apply itself: the call is for { $audience }. It may have such members.
   *[other] { $count } organisations share the call’s subject. They cannot apply themselves: the call is for { $audience }. They may have such members.
}
answerers-differs = The mapping tool filters by ecosystem or topic and by whole countries; for whom a call is it does not know. So it finds others too.
answerers-eligible = eligible countries
answerers-explore = { $count } in the mapping tool: { $filters }
answerable = Calls it could answer
answerable-none = No call that is open or announced is known to fit.
answerable-all = All calls open to { $country }
answerable-waiting = Loading the calls…
reasons = Why:
reason-country = { $country } is eligible
reason-group = eligible as part of: { $group }
reason-region = eligible region: { $region }
reason-any-country = open to any country
reason-eligibility-not-stated = which countries are eligible is not stated
reason-group-unknown = whether its country counts as “{ $group }” is not known
reason-region-unknown = only some regions of its country are eligible, and its own is not known
reason-ecosystem = same ecosystem: { $ecosystem }
reason-call-ecosystem-unknown = the call names no ecosystem
reason-organisation-ecosystem-unknown = its ecosystem is not known
reason-expertise = the call mentions { $topic }
reason-audience = for { $audience }
reason-members = for its members: { $audience }
reason-members-unknown = for { $audience }; whether it has such members is not known
reason-audience-unknown = for whom the call is is not known
saved-calls-title = Saved calls
saved-calls-note = Kept on this device only, soonest first. You can share the list as a link or a QR code.
saved-calls-shared-title = Calls somebody shared
saved-calls-shared-note = Somebody shared these calls with you. Your own list stays as it is unless you add them.
saved-calls-keep = Save these calls
saved-calls-kept = Calls saved on this device
saved-calls-empty = Nothing is saved yet. Use the bookmark beside a call to keep it here.
saved-calls-clear = Remove all saved calls
saved-calls-cleared = All saved calls were removed
saved-calls-gone = { $count ->
    [one] { $count } is not in this dataset: { $ids }
   *[other] { $count } are not in this dataset: { $ids }
}
calendar-cutoff = Cut-off: { $title }
calendar-no-time = The source states no time; the day counts to its end in Brussels.
calendar-name = { $what } – { $title }
calendar-done = The dates were saved to your downloads
calls-to-calendar = Dates to calendar
calls-feed = Feed of open calls
calendar-subscribe = Calendar to subscribe to
events-feed = Feed of events
news-feed = Feed of news
sources = Sources
loading-collection = Loading…
collection-failed-others = The rest of the app works without it.
filters-show-results = { $count ->
    [one] Show { $count } result
   *[other] Show { $count } results
}
facet-count-results = { $count ->
    [one] result
   *[other] results
}
suggestion-word-results = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
nothing-found-results = Nothing matches all of this. Remove a filter or search with fewer words.

## Export
export = Export
export-what = { $count ->
    [one] The organisation that matches now, with the link to this view, today’s date and the sources.
   *[other] The { $count } organisations that match now, with the link to this view, today’s date and the sources.
}
export-what-results = { $count ->
    [one] What matches now, one record, with the link to this view, today’s date and the sources.
   *[other] What matches now, { $count } records, with the link to this view, today’s date and the sources.
}
export-csv = for spreadsheets
export-geojson = for maps, including organisations without a location
export-xlsx = for Excel and other spreadsheets, with names beside codes
export-json = everything, in the dataset’s own format
export-done = The file was saved to your downloads
export-failed = The file could not be made or saved
print-note = the list as it is now
export-embed = Embed
export-embed-note = this view on your own page, with its filters

## Embed
embed-title = Embed a view on your page
embed-lead = One snippet shows the map, the calls, a training or an organisation on your page: filtered, in your colours, without cookies. Your page loads nothing but a few kilobytes until somebody comes near.
embed-view-title = What to show
embed-view-main = Main views
embed-view-other = Another one: the link below
embed-view-label = View
embed-view-note = Any link of this site: set the filters where you like, choose “Embed” in the export menu, or paste a link here.
embed-view-unknown = That is no view of this app that another page can show. Choose one from the list, or paste a link of this site with what is behind its #, such as #/calls or #/country/FR. The snippet below shows the one before.
embed-view-elsewhere = That link is not one of this site: only what is behind its # was taken, and this site shows it.
embed-look-title = How it looks
embed-as-host = As your page
embed-theme = Colour scheme
embed-theme-light = Light
embed-theme-dark = Dark
embed-accent = Accent colour
embed-accent-own = As in Cluster Atlas
embed-accent-choose = Your accent colour
embed-accent-note = Where a colour could not be read as text it is made darker or lighter until it can.
embed-parts = Parts
embed-part-search = Search box
embed-part-filters = Filters
embed-part-views = Choice of view
embed-part-tools = Order and export
embed-height = Height
embed-height-auto = As tall as what is in it
embed-height-fixed = Fixed, and what is in it scrolls
embed-height-pixels = Pixels
embed-preview-title = Preview
embed-preview-phone = Phone
embed-preview-desktop = Desktop
embed-snippet-title = What to paste
embed-kind = Where do you paste it?
embed-kind-link = Anywhere: a link that becomes the view
embed-kind-element = A page of your own code
embed-kind-div = An editor that strips unknown elements
embed-kind-frame = A page without scripts of others
embed-kind-wordpress = WordPress
embed-kind-drupal = Drupal
embed-recipe-link = If your editor strips the script, put that line into the template of your site, once. Even without it the link still works.
embed-recipe-element = Put it where the view should stand. The script may be loaded anywhere on the page, once or several times.
embed-recipe-div = The same with an element that every editor knows.
embed-recipe-frame = The frame cannot grow by itself: give it the height that you want. Its content scrolls.
embed-recipe-wordpress = Add a block “Custom HTML” and paste this. On sites where WordPress strips scripts, ask whoever looks after the theme to load the script once for all pages; the link becomes the view then.
embed-recipe-drupal = Choose the text format “Full HTML” and paste this into the source. Other formats strip the script: then a library of the theme has to load it, and the element stays.
embed-snippet-label = Snippet
embed-copy = Copy the snippet
embed-copied = The snippet is on the clipboard
embed-not-copied = The browser did not allow copying: the text is selected, copy it by Ctrl or ⌘ and C
embed-link-text = Clusters, calls and trainings on a map
embed-pasted-title = Where links become embeds
embed-pasted-text = Some sites make an embed of a pasted link by themselves (oEmbed). For them this view has a page of its own:
embed-pasted-none = Some sites make an embed of a pasted link by themselves (oEmbed). This view has no page for them: whole collections, countries and organisations have one.
embed-pasted-off = Some sites make an embed of a pasted link by themselves (oEmbed). This site does not offer that yet: its operator has to put its address into config.json (“address”) and build it again.
embed-policy-title = What your page has to allow
embed-policy-text = If your site sends a Content-Security-Policy, it needs this site in two places:
embed-policy-note = Nothing else: no styles, no connections, no WebAssembly of your own. The plain frame needs the second part only.
embed-doctor-title = It does not appear?
embed-doctor-text = Paste the policy that your site sends, or the source of your page as your browser saved it. Nothing of it leaves this page.
embed-doctor-label = Policy or HTML
embed-doctor-line = The line to send to your webmaster:
embed-doctor-line-of = The line to send to your webmaster for policy { $number }:
embed-doctor-of-policy = Policy { $number } – { $finding }
embed-doctor-none = There is no policy in it: neither a header Content-Security-Policy nor one of its directives. If your site sends none, no policy stands in the way.
embed-doctor-report-only = The policy is Content-Security-Policy-Report-Only: browsers only report what it does not allow, and block nothing.
embed-doctor-colon = “{ $directive }:” has a colon behind its name, so browsers ignore this directive. The line below has it without.
embed-doctor-semicolon = “{ $directive }” stands among the sources of { $within }: a semicolon is missing before it, so browsers do not read it as a directive.
embed-doctor-sandbox = sandbox: the page and all frames in it lack { $missing }. Without allow-same-origin the page has no origin of its own, and the frame cannot load its data.
embed-doctor-trusted-types = require-trusted-types-for 'script': the script that brings title, count and first rows is refused. The frame comes without them.
embed-doctor-isolated = Cross-Origin-Embedder-Policy: a frame needs the attribute “credentialless”. The script sets it; into the plain frame you have to write it: <iframe credentialless …>. Browsers that do not know it show no frame.
embed-script-silent = Scripts: the policy says nothing about them, so the script may run.
embed-script-allowed = Scripts: { $directive } allows the script.
embed-script-blocked = Scripts: { $directive } does not name this site, so the script is blocked.
embed-script-nonce = Scripts: { $directive } has 'strict-dynamic', so the script tag needs the nonce that your pages carry.
embed-frame-silent = Frames: the policy says nothing about them, so the frame may load.
embed-frame-allowed = Frames: { $directive } allows the frame.
embed-frame-blocked = Frames: { $directive } does not name this site, so the frame is blocked.
embed-page-nothing = Nothing in this page names this site: the editor has stripped all of the snippet. Try the link.
embed-page-whole = The snippet is whole: script and element are there.
embed-page-frame = The frame is there with its address.
embed-page-frame-sandbox = The frame is there, but its sandbox lacks { $missing }. Paste the snippet with all of its attributes.
embed-page-held-back = A frame is there, but its address was put aside: a consent tool holds it back until the visitor agrees. It sets no cookies, so it may be exempt.
embed-page-no-script = The script is gone: the editor has stripped it. Have it loaded by the template of the site, and what is left becomes the view.
embed-page-script-held = The script is there, but a consent or cache tool holds it back: its tag has { $sign }. It sets no cookies: name embed.js among that tool’s exceptions.
embed-page-only-script = The script is there, but neither the element nor the link that it makes the view from.
embed-page-only-link = Only a plain link to this site is left: it works, but cannot become the view without “mode=embed” in its address and the script.
embed-page-as-text = The page shows the snippet as text: it was pasted into the visual editor. Paste it into an HTML block (in WordPress “Custom HTML”) or into the source.
embed-page-comment = This site is named only where browsers do not look: in a comment or in another script. Take the snippet out of it.
embed-about = Show this on your own page

## About the data
about-title = About the data
about-independent = Cluster Atlas is an independent open-source project. It is not an official site of the European Union.
about-sources = Sources
about-report = Load report
about-report-note = What was read from each file. Every record read was either loaded or refused: the two figures add up.
about-download = Download the report (CSV)
about-software = The app
about-software-text = Everything runs in your browser. The app is free software under the MIT or Apache 2.0 licence.
about-privacy = No cookies and no analytics. The page asks no other server for anything, unless whoever runs it has chosen map tiles from elsewhere. Your shortlist stays on this device.
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
report-nothing = No problem was found in any record.
findings-title = Findings
findings-more = { $count ->
    [one] { $count } more is in the download.
   *[other] { $count } more are in the download.
}
finding-record = Record
finding-field = Field
finding-value = Value
finding-what = What happened
severity-refused = Record refused
severity-dropped = Value left out
severity-noted = Noted
finding-not-an-object = this is not a record
finding-missing-id = it has no identifier
finding-bad-id = the identifier has characters that cannot be used in a link
finding-duplicate-id = another record has the same identifier
finding-made-id = an identifier was made from the name
finding-missing-name = it has no name
finding-missing-country = it has no country
finding-bad-country = this is not a country code
finding-proposed-country = the country is none, or not clear; by its point or its words the record may be in one of these
finding-wrong-type = this is not the kind of value expected here
finding-out-of-range = the number is outside what is possible
finding-missing-coordinate = one of the two coordinates is missing
finding-missing-precision = it does not say how accurate the location is
finding-swapped-coordinates = latitude and longitude seem to be swapped
finding-null-island = the point 0, 0 lies in the Atlantic
finding-placed-by-town = has no point of its own, and is placed in the middle of the town that it names
finding-placed-by-shape = has a shape that is no point, and is placed in its middle, as exact as a region
finding-no-point = the file gives no shape with coordinates for it
finding-far-from-country = the point is far from the country
finding-unknown-term = the vocabulary does not have this term; it is kept
finding-unknown-organisation = the dataset does not have this organisation
finding-bad-term = this cannot be the identifier of a term
finding-missing-label = the term has no label, so its identifier is shown
finding-bad-code = this is not a region or language code
finding-duplicate-value = the same value appears twice
finding-too-many = there are too many values
finding-unsafe-address = only web addresses (https or http) become links
finding-bad-address = this is not a web address
finding-private-address = only computers of the same network can open this address
finding-completed-address = the address was completed with https://
finding-bad-email = this is not an e-mail address
finding-bad-day = this is not a day written as YYYY-MM-DD
finding-bad-time = this is not a time written as HH:MM
finding-out-of-order = the dates were not in order; they were sorted
finding-contradiction = another value of the same record says otherwise
finding-other-time-zone = the times are said to be of another time zone; they are shown as Brussels time
finding-missing-value = this value is missing
finding-unknown-value = this is not one of the values expected here
finding-unknown-field = the format has no such field
finding-too-long = the text is too long and was cut
finding-hidden-characters = invisible characters were removed
finding-bad-encoding = some characters cannot be read
finding-extra-cells = the row has more cells than the header
finding-official-name = the official name from the vocabulary is shown instead
finding-mended = the value was written in another way and read as shown
finding-placeholder = this stands for an empty cell and was taken as empty
finding-short-row = the row has fewer cells than the header
finding-cut-short = the file ends inside this row
finding-guessed-encoding = the text is not UTF-8; its encoding was guessed
finding-twice-encoded = the text looks as if it had been encoded twice
finding-corrected-by-hand = a cell was corrected by hand
finding-step-without-effect = what the choice of columns takes out or splits at is not there
finding-title-row = this row above the header was taken for a title
finding-personal-email = this looks like a person’s e-mail address; a role address is asked for
finding-likely-duplicate = this looks like the same record as an earlier one
finding-in-words = the date cannot be read; it is kept in words
finding-unreadable-record = the record is no valid JSON
finding-open-quote = a quotation mark opens here and is not closed; what follows was taken as text, without it
finding-merged-cell = the cell is merged with the one above it, whose value was taken
finding-link-not-taken = the link behind this cell was not taken, only its text
finding-rounded-number = a spreadsheet has rounded this number; its last digits are lost
finding-near-term = is no known category; the one shown is spelt nearly like it
finding-chosen-sheet = the workbook has several sheets; this one was read
finding-count-differs = the rows read are not as many as a second count found

# trainings, partner requests, the forms for both and what becomes of them
nav-training = Training
nav-requests = Partner requests
cancel = Cancel
go-to-trainings = See all trainings
back-to-trainings = Back to the trainings
back-to-training = Back to the training
back-to-requests = Back to the partner requests
sort-next-session = next session
comma-title = { $words }: { $title }
trainings-title = Training
trainings-count-none = No training matches
trainings-count = { $count ->
    [one] { $count } training matches, { $open ->
        [0] it is not open for application
       *[other] it is open for application
    }
   *[other] { $count } trainings match, { $open ->
        [0] none open for application
        [one] { $open } open for application
       *[other] { $open } open for application
    }
}
training-no-dates = dates not known
training-apply-until = apply until { $date }
training-sessions = Sessions
training-facts = Facts
training-page = Page of the training
training-closed = Applications closed on { $date }.
training-begun = The training began on { $date }; one could apply until then.
training-over = The training ended on { $date }.
training-undated = No date of a next edition is known.
training-deadline = Apply until
training-format-assumed = (assumed: the source does not say)
training-capacity = Places
training-participants = Took part
training-host = Held by
training-note = Note
capacity-range = { $from } to { $to }
capacity-most = up to { $to }
session-times = { $date }, { $start } to { $end } { $zone }
session-next = next session
session-over = over
session-place-or-online = { $place }, or online
session-place-unknown = Place not known
calendar-all-sessions = Add coming sessions to calendar
calendar-add-one = Add to calendar
calendar-add-session = Add to calendar: { $session }
calendar-my-sessions = Add my sessions to calendar
sign-up-register = Register
sign-up-interest = Express interest in the next edition
sign-up-elsewhere = Register on the organiser’s page
sign-up-none = One cannot register for this training here: the source names no registration. How to take part is on the page of the training.
sign-up-held-by = This training is held by { $host }.
sign-up-nobody = This website does not say who receives sign-ups, so there is no form here. How to take part is on the page of the training.
sign-up-with-host = { $host } holds this training, and the data name no address at which it takes registrations. This website would not hand yours to it, so there is no form here. How to take part is on the page of the training or in its source.
sign-up-today-open = Registration is as it is today: it is open.
sign-up-today-closed = Registration is as it is today: one cannot register here now, whatever the day you look at.
sign-up-title = Sign up
sign-up-title-interest = Interest in the next edition
sign-ups-title = My sign-ups
sign-ups-lead = What you signed up for and asked for on this device. It stays here until you erase it or clear this browser.
sign-ups-none = Nothing has been submitted on this device.
sign-ups-export = Export all as JSON
sign-ups-unseen = What is kept on this device cannot be read now. It is not gone for that: reload the page, or open it with the settings of the browser that were in use before.
sign-ups-newer = What is kept on this device was changed by a later version of this app, which this page is not. Nothing is lost, but it cannot be shown here: reload the page to get that version, and if that does not help, ask whoever runs this website.
sign-ups-deleted = What was kept on this device was deleted from outside this page while it was open. What this page still knew of has been kept again: erase here what is to go.
sign-ups-no-dataset = Trainings and organisations are not here for that. What you submitted is, and what waits is sent.
sign-ups-no-settings = This page does not know for that to whom sign-ups go now, so nothing is sent. What you submitted is here, and can be saved.
sign-ups-unreadable-save = Save as a file
sign-ups-unreadable = { $count ->
    [one] { $count } entry here cannot be shown: it was kept by another version of this app, or under another name. It stays until you erase it, and nothing of it is sent.
   *[other] { $count } entries here cannot be shown: they were kept by another version of this app, or under other names. They stay until you erase them, and nothing of them is sent.
}
sign-ups-not-lasting = It is kept until this browser clears it, which it may do by itself when room gets short.
sign-ups-elsewhere = There is more at this address that was submitted through another site, to: { $receivers }. It belongs to that site, and nothing of it is sent from here.
sign-ups-take-over = Show it here
form-looking = Looking for what you may have begun here…
request-nobody-sources = sources
request-nobody = This website does not say who receives partner requests, so there is no form here. Where the published ones are from:
recipient-contact = To reach them:
framed-by = This page is shown within a page of { $origin }, which this website does not know. So that nobody submits anything without knowing where, the form opens in a window of its own.
framed-by-somebody = This page is shown within the page of somebody else. So that nobody submits anything without knowing where, the form opens in a window of its own.
framed-open = Open the form in a new window
recipient-file = You save what you fill in as a file and hand it over to { $receiver }.
recipient-mail = Your own mail program sends what you fill in to { $receiver }.
recipient-endpoint = What you fill in is sent to { $receiver }.
step-of = Step { $number } of { $count }
step-choose = Choose your sessions
step-training = The training
step-you = Who takes part
step-needs = Needs and wishes
step-what = What it is about
step-partners = Which partners
step-who = Who asks
step-profile = The organisation
step-work = Place and topics
step-size = Size
step-proposer = Who proposes it
step-check = Check and consent
step-done = Done
step-back = Back
step-next = Continue
step-send = Submit
step-change = Change: { $step }
change = Change
check-nothing = Nothing was filled in here.
check-for-all = For everybody
errors-title = This page needs a correction
person-number = Person { $number }
person-field = Person { $number }, { $field }
person-add = Add another person
person-add-hint = From the same organisation, for the same sessions.
person-remove = Remove person { $number }
choose-hint = Times are those of Brussels.
choose-interest = There is nothing to register for at present. Say who you are, and you will be told about the next edition.
choose-undated = The dates of the sessions are not known yet. You register for the training as a whole.
registration-closed = Registration has closed. What you typed is kept. You can send it as an expression of interest in the next edition; the sessions you chose are then left out.
registration-closed-on = Registration closed on { $date }. What you typed is kept. You can send it as an expression of interest in the next edition; the sessions you chose are then left out.
take-interest = Express interest instead
registration-open = Registration is open by now. You can register instead of expressing interest; what you typed is kept.
take-registration = Register instead
needs-text = You need not say anything here. What you say may be about your health; it is used only so that you can take part.
field-optional = (optional)
field-choose = Please choose
field-sessions = Sessions
field-people = People
field-given-name = Given name
field-family-name = Family name
field-email = E-mail address
field-email-hint = The organiser answers to this address.
field-contact-email-hint = Possible partners answer to this address.
field-role = Role in the organisation
field-organisation = Organisation
field-organisation-hint = Choose one of the list, or type any name.
organisation-picked = Chosen from the dataset
field-accessibility = What you need to take part
field-accessibility-hint = For example step-free access, sign language or large print.
field-dietary = Dietary needs
field-hopes = What you hope to learn
field-title = Title
field-title-hint = In one line, as it will be listed.
field-sought = What is sought
field-sought-hint = Which partners, for what, and what they should bring.
field-offered = What is offered
field-ecosystems = Industrial ecosystems
field-places = Countries or regions of the partners
field-places-hint = Choose from the list, one after the other. None means anywhere.
field-call-hint = Choose one of the list, or type its name.
field-deadline = Answer until
field-askers = Organisations that ask
field-askers-hint = Choose from the list, one after the other.
askers-take = Say it in your own words instead
field-wanted = Particular organisations you would like as partners
field-wanted-hint = Choose from the list, one after the other. They are named in the request.
field-asker = Who asks, in your own words
field-asker-hint = Needed where no organisation is chosen above.
field-contact-name = Name of the contact
field-privacy = Consent
field-whole = The form as a whole
picked-list = Chosen: { $field }
picked-none = Nothing chosen yet.
suggestions-none = Nothing in the list matches. Choose one from the list, or clear the field.
suggestions-none-free = Nothing in the list matches; the name is taken as you type it.
picked-remove = Remove { $name }
carried-askers = These ask for partners; you find them again at the step “Who asks”.
carried-wanted = These are wanted as partners; you find them again at the step “Which partners”.
carried-to-askers = They ask for partners instead
carried-to-wanted = They are possible partners instead
carried-call = For this call; you find it again at the step “Which partners”.
carried-unknown = Not in this dataset, and left out of what is sent:
fault-at = { $field }: { $fault }
fault-missing = Please fill this in.
fault-no-session = Please choose at least one session.
fault-no-country = Please choose a country.
fault-other-country = { $town } is in another country. Choose the town from the list again, or clear the field.
fault-website = This is not a web address, such as https://www.example.org.
fault-number = Please enter a number in digits.
fault-range = Please enter a number from { $least } to { $most }.
fault-unchanged = Nothing has been changed yet, so there is nothing to propose.
fault-no-asker = Please choose an organisation above, or say here who asks.
fault-too-long = At most { $limit } characters fit here; there are { $length }.
fault-too-many = At most { $limit } are possible.
fault-email = This is not a complete e-mail address, such as name@example.org.
fault-email-host = The part after the @ has to have a dot, as in name@example.org.
fault-not-picked = “{ $text }” is not chosen. Choose one from the list, or clear the field.
fault-closed = Registration has closed, so this has not been submitted. Nothing you typed is lost.
fault-day = This is not a date.
fault-day-passed = { $date } has passed. Please choose a later day.
fault-unknown-session = One of the chosen sessions is no longer there. Please choose again.
fault-session-over = One of the chosen sessions is over. Please take it off.
fault-unknown = “{ $value }” is not one of the values that there are.
fault-privacy = Without this consent nothing may be sent.
fault-refused = The organiser’s system did not accept this.
fault-refused-because = The organiser’s system did not accept this: { $detail }
privacy-title = What happens to what you fill in
privacy-organiser = the organiser
privacy-who = It goes to { $organiser }, and to nobody else.
privacy-who-request = It goes to { $organiser }. What you seek and offer, who asks and how to reach you are meant to be published, so that partners can answer: then everybody can see them.
privacy-who-profile = It goes to { $organiser }. What you propose about the organisation is meant to be published: then everybody can see it. Your name, your e-mail address, your relation and your remarks are not; they are for questions.
privacy-what-for = It is used to answer you and to organise what you ask for, and is deleted when that is over.
privacy-needs = What you say about accessibility and food may be about your health. You need not say it. It is used only so that you can take part.
privacy-others = Whoever signs up other people declares that they know of it and agree.
privacy-here = A copy stays on this device until you erase it or this browser clears it. What you have begun and not submitted is erased after 30 days.
privacy-withdraw = You can withdraw at any time under “My sign-ups”.
privacy-rights = To see, correct or delete what is held about you, ask { $organiser }.
privacy-contact = You reach them at:
privacy-full = Full privacy notice
consent-privacy = I agree that what I filled in is used in this way.
consent-newsletter = I would also like to receive the newsletter.
check-offline = You are offline. What you submit is kept here and sent when there is a connection.
keeping-denied = This browser does not let the page keep anything.
keeping-full = There is no room left on this device to keep anything.
keeping-newer = A later version of this app has changed how things are kept on this device: this page can keep nothing. Reload it to get that version.
keeping-what-to-do = You can fill in the form all the same. Keep the page open until it is through, and save the file that is offered at the end.
draft-offer-title = Continue where you left off?
draft-offer-dated = You have begun this form on this device; you last worked on it on { $date }.
draft-offer-several = You have begun this form more than once on this device. Which one will you go on with?
draft-continue = Continue
draft-anew = Start anew
draft-anew-text = What you typed cannot be brought back.
draft-anew-offered = Forms that are open in other tabs stay as they are.
draft-anew-open = You begin again with an empty form.
draft-kept = What you type is kept on this device.
draft-throw-away = Throw it away and start anew
draft-saved = last changed on { $date }
draft-was-posted = What you typed here was sent once already and may have arrived, though it could not be kept on this device. If you send it again, it counts as another one: ask the organiser first whether the first is there.
draft-remove = Remove
draft-remove-named = Remove the draft { $name }
draft-unreadable = From another version of this app
drafts-title = Begun and not submitted
drafts-note = Drafts are removed 30 days after their last change.
earlier-refused = What you submitted before was not accepted.
earlier-sent = { $count ->
    [one] You have submitted this form once on this device.
   *[other] You have submitted this form { $count } times on this device.
}
earlier-see = See what has become of it
done-sign-up = You have signed up
done-interest = Your interest is noted
done-request = Your request has been submitted
done-proposal = Your proposal has been submitted
done-saved = Almost done
done-confirmed = The organiser has confirmed it
done-waiting-list = You are on the waiting list
done-not-accepted = It has not been accepted yet
done-withdrawing = You are taking it back
done-withdrawn = You have taken it back
done-erased = This has been erased
done-see-all = See all my sign-ups
next-queued = It is kept on this device and sent by itself, also when you have closed this page and come back later.
next-stay-open = Please keep this page open until it is sent, or save the file.
next-mail = Your mail program sends it: open the mail, send it, and say here that you have.
next-file = Save the file and hand it over to the organiser, then say here that you have.
next-file-to = Save the file and hand it over to { $receiver }, then say here that you have.
next-rejected = You find it under “My sign-ups”, where you can correct it.
next-organiser = The organiser answers to the e-mail address you gave.
next-proposal = Whoever keeps the data looks at it and asks at your address if need be. It is in nobody’s list until an edition of the data holds it.
entry-key = Key
record-replaces = Replaces the submission with the key
entry-reference = Reference number
entry-reference-number = Reference number: { $reference }
entry-reference-key = Reference (key)
entry-kind-sign-up = Sign-up
entry-kind-interest = Interest in the next edition
entry-kind-request = Partner request
entry-kind-new-profile = New organisation
entry-kind-correction = Correction
entry-made = { $kind }, { $date }
entry-contents = What you filled in
entry-queued = Waiting to be sent
entry-queued-first = It is sent as soon as there is a connection.
entry-held = It is not sent before you have answered.
entry-no-settings = It is sent when the settings of this website can be read again.
entry-next-try = Next try: { $moment }.
entry-asked-to-wait = The organiser’s system asked to wait until { $moment }. It is sent by itself then.
entry-sending = Being sent
entry-by-hand = Waiting for you
entry-by-hand-text = It has not been sent yet.
entry-handed-over = Sent by you
entry-handed-over-text = You said so on { $date }.
entry-confirmed = Confirmed
entry-confirmed-text = The organiser confirmed it on { $date }.
entry-waiting-list = Waiting list
entry-waiting-list-text = There is no place yet; you have been on the waiting list since { $date }.
entry-received = Received
entry-received-text = The organiser has had it since { $date }.
entry-already = The organiser had it already; it counts once.
entry-said = The organiser’s system says of it: “{ $status }”. Please ask the organiser what that means.
entry-rejected = Not accepted
entry-rejected-text = The organiser’s system did not accept it. Please correct it.
entry-rejected-because = The organiser’s system did not accept it: { $detail }
entry-withdrawing = Being withdrawn
entry-withdrawing-first = The organiser’s system is told as soon as there is a connection.
entry-withdrawn = Withdrawn
entry-withdrawn-on = On { $date }.
entry-withdrawn-told = On { $date }. The organiser’s system knows it.
entry-withdrawn-by-mail = On { $date }. If you had sent the mail, please also send the one that withdraws it: the app cannot tell the organiser.
entry-withdrawn-by-hand = On { $date }. If you had handed over the file, please tell the organiser and name the key: nobody else does.
entry-not-kept = This could not be kept on this device. It is gone when the page is closed: save the file.
entry-save-json = Save as JSON
entry-save-csv = Save as CSV
entry-open-mail = Open the mail
entry-i-sent-it = I have sent it
entry-send-now = Send now
entry-correct = Correct it
entry-again = Use as a draft for another
entry-correct-gone = It cannot be corrected here: the training is not in the dataset any more. It stays here until you erase it, and can be saved as a file.
entry-corrected = You have submitted a correction of this. It stays here until the correction has been received, or until you erase it.
entry-replaced = You have submitted a correction of this, which says that it takes its place. If the organiser keeps both, withdraw this one.
form-correcting = You are correcting what you submitted on { $date }. It is sent as a submission of its own, which says which one it replaces.
entry-withdraw = Withdraw
entry-withdraw-mail = Open the mail that withdraws it
entry-erase = Erase
entry-change-failed = This could not be kept on this device, and nothing was changed. Please try again.
receiver-name = { $organiser } ({ $place })
receiver-by-file = whoever you hand the file to
receiver-changed = You submitted this to { $old }. This website now names another receiver: { $new }. Nothing goes there unless you say so.
receiver-changed-posted = You submitted this to { $old }, where it may have arrived. This website now names another receiver: { $new }. { $old } is still asked whether it is there; nothing goes to { $new } unless you say so.
receiver-earlier = It was sent to { $receiver } first, and may have arrived there too. What becomes of it now is not told to { $receiver }.
receiver-choose = Send it to { $new }
withdraw-text = It will be taken back, and the organiser’s system is told. It stays in this list as withdrawn.
withdraw-unsent = It will be taken back. The organiser does not have it. It stays in this list as withdrawn.
withdraw-by-mail = It will be marked as withdrawn here. The app cannot tell the organiser: if you have sent the mail, open and send the mail that withdraws it, which is offered next.
withdraw-by-hand = It will be marked as withdrawn here. Nobody is told by that: if you have handed over the file, please tell the organiser and name the key.
erase-text = It will be erased from this device. What the organiser has is not changed by that; to take it back, withdraw it first.
erase-only-here = Nobody else has this. If you erase it, it is lost.
trouble-network = There was no connection.
trouble-time = There was no answer in time.
trouble-blocked = The security policy of this website does not allow the address that receives sign-ups. Its operator has to add the address to connect-src in index.html.
trouble-redirected = The address that receives sign-ups leads to another one, which was not asked: nobody has confirmed that this has arrived. Its operator has to correct the address in config.json.
trouble-status = The organiser’s system answered with error { $status }.
trouble-gone = The address that receives sign-ups answered that there is nothing any more (410). You have not withdrawn this: it stays here, and its operator has to say where it goes now.
trouble-unproven = There was an answer ({ $status }), but it does not give back the key of this form: it may be the page of a network or of a server on the way. Whether this has arrived is not known.
trouble-interrupted = The last attempt was interrupted.
mail-subject-sign-up = Sign-up: { $title }
mail-subject-interest = Interest in the next edition: { $title }
mail-subject-request = Partner request: { $title }
mail-subject-new-profile = New organisation: { $title }
mail-subject-correction = Correction: { $title }
mail-subject-withdrawal = Withdrawal: { $title }
mail-opening = Please find below what was filled in.
mail-cut = Not everything fitted into this mail. All of it is in the file { $file }, which is to be attached.
mail-attach = Not everything fits into the mail. First save the file; then open the mail and attach the file to it.
mail-line = { $label }: { $value }
record-kind = Type
record-training-id = Identifier of the training
record-organisation-id = Identifier of the organisation
record-made-against = Made against the data of
record-submitted = Submitted
record-privacy = Agreed to the privacy notice
record-privacy-text = Its version, language and time
record-newsletter = Newsletter
record-yes = yes
record-no = no
mail-withdrawal = I withdraw what I sent under this key:
requests-title = Partner requests
requests-count-none = No partner request matches
requests-count = { $count ->
    [one] { $count } partner request matches
   *[other] { $count } partner requests match
}
request-lead = Say whom you look for and for what. No account is needed.
request-asker = Who asks
request-asker-unknown = The source does not name who asks
request-published = published { $date }
request-no-deadline = no deadline stated
request-answer = Answer by e-mail
request-page = Page of the request
request-facts = Facts
request-any-country = Anywhere, as far as is known

# events, networks, policies and resources
nav-events = Events
search-placeholder-events = Title, city or organiser: try “matchmaking”
suggestion-event = Event
events-title = Events
events-count-none = No event matches
events-count = { $count ->
    [one] { $count } event matches, { $open ->
        [0] it is not ahead
       *[other] it is ahead
    }
   *[other] { $count } events match, { $open ->
        [0] none of them ahead
        [one] { $open } of them ahead
       *[other] { $open } of them ahead
    }
}
back-to-events = Back to the events
sort-date = date
facet-kind-event = Kind of event
facet-theme = Theme
status-running = Running
kind-clusters-meet-regions = Clusters meet Regions
kind-matchmaking = Matchmaking
kind-conference = Conference
kind-clusters-talk = EU Clusters Talk
kind-c2lab = Collaboration lab (C2Lab)
kind-industry-days = Industry days
kind-forum = Forum or meeting
kind-campaign = Campaign
kind-other = Other
dates-from-to = { $from } to { $to }
dates-until = until { $date }
figure = { $label }: { $value }
figure-unit = { $value } { $unit }
related-records = Belongs together
seen-elsewhere = Seen elsewhere
seen-elsewhere-partial = Some of the dataset could not be loaded: there may be more.
event-dates = Dates
network-start = Start
network-end = End
event-days = Days and times
event-place = Place
event-register = Register on the organiser’s page
event-register-until = Register until
event-registration = Registration
event-registration-none = none: it is open to all, or by invitation
event-registration-unknown = not known; the page of the event or its source may say how
event-over = The event ended on { $date }.
event-closed = Registration closed on { $date }.
event-as-training = Go to the training
event-page = Page of the event
event-motto = Motto
event-countries = About
event-outcome = Outcome
event-sign-up-none = One cannot register for this event here: it is over or its registration is, or the source names none. How to take part is on the page of the event.
event-sign-up-held-by = This event is held by { $host }.
event-sign-up-nobody = This website does not say who receives sign-ups, so there is no form here. How to take part is on the page of the event.
event-sign-up-with-host = { $host } holds this event, and the data name no address at which it takes registrations. This website would not hand yours to it, so there is no form here. How to take part is on the page of the event or in its source.
back-to-event = Back to the event
choose-event = You register for the event as a whole.
step-event = The event
record-event-id = Identifier of the event
event-editions = Next editions
event-editions-none = No later edition is in this dataset.
event-editions-more = { $count ->
    [one] One more after these
   *[other] { $count } more after these
}
event-editions-rule = Taken for one series by their kind, or by a name that differs in years and numbers alone.
nav-networks = Networks
search-placeholder-networks = Name, partner or sector: try “textile”
suggestion-network = Network
networks-title = Networks and partnerships
networks-count-none = No network matches
networks-count = { $count ->
    [one] { $count } network matches
   *[other] { $count } networks match
}
back-to-networks = Back to the networks
facet-kind-network = Kind of network
facet-programme = Programme and round
facet-year = Year
facet-year-note = Years that the policy is known to cover; where its end is not known, the year in which it began.
facet-target = Target country
kind-association = Association or network
kind-partnership = Strategic partnership
assumed = (assumed: the source does not say)
network-acronym = Short name
network-programme = Programme
network-round = Round
network-strand = Strand
network-scope = Reach
network-months = Months planned
network-sectors = Sectors
network-coordinator = Coordinator
network-partner-count = Number of partners
network-members = Members
network-sme-budget = Share for SMEs
network-grant-agreement = Grant agreement
network-grant-signed = Grant signed
network-links = Further pages
network-aims = Aims
network-partners = Partners
network-offers = What it offers
network-website = Website of the network
scope-regional = a region
scope-national = a country
scope-macro-region = regions of several countries
scope-european = Europe
scope-world = the world
scope-sector = a sector in several countries
aim-network = Bring firms and clusters together
aim-innovate = Innovate
aim-adopt = Adopt new processes and technologies
aim-train = Train people
aim-internationalise = Go to markets abroad
aim-outreach = Reach those outside clusters
figures-title = Figures
figures-undated = The date of these figures is not stated.
figures-some-undated = Where a figure has no date, none is stated.
partner-likely = named “{ $name }” in the source; which organisation of the dataset it is, is likely but not certain
count-and-beside = { $count }; also { $beside }
policies-facts-count = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
figure-of-policies = Policies
figure-of-national = National policies
figure-of-regional = Regional policies
figure-of-broad = Broader policies with a part for clusters
figure-of-sectoral = Policies for a sector
figure-of-member-states-with-dedicated-policy = Member states with a cluster policy of their own
figure-of-member-states-with-cohesion-support = Member states that support clusters from cohesion policy
figure-of-countries = Countries
figure-of-with-dedicated-policy = Countries with a cluster policy of their own
figure-of-eu-with-dedicated-policy = Countries of the EU with a cluster policy of their own
figure-of-cluster-organisations = Cluster organisations
figure-of-in-eu27 = of which in the EU27
figure-of-clusters = Clusters
figure-of-members = Members
figure-of-new-members = New members
figure-of-industrial-members = Members from industry
figure-of-other-members = Other members
figure-of-member-companies = Member companies
figure-of-sme-share = Share of SMEs
figure-of-employees = Employees
figure-of-jobs = Jobs
figure-of-companies = Companies
figure-of-projects = Projects
figure-of-european-projects = European projects
figure-of-self-financing = Share that is self-financed
figure-of-support-years = Years of support
figure-of-support-years-max = Years of support at most
figure-of-operating-aid-years-max = Years of operating aid at most
figure-of-months-max = Months at most
figure-of-networks = Networks
figure-of-poles = Competitiveness poles
figure-of-regional-share-of-team-costs = Share of the team’s costs that the region bears
figure-of-min = Least amount
figure-of-max = Greatest amount
figure-of-aid-max = Greatest share of aid
figure-of-budget-per-year = Budget per year
figure-of-platforms = Platforms
figure-of-actors = Actors
figure-of-events = Events
figure-of-participants = Participants
figure-of-initiatives = Initiatives
figure-of-accredited = Accredited clusters
figure-of-applications = Applications
figure-of-funded = Funded
figure-of-research-and-education-partners = Partners in research and education
figure-of-renewed = Renewed
figure-of-new = New
figure-of-turnover = Turnover
figure-of-exports = Exports
figure-of-partnerships = Partnerships
figure-of-erdf = From the European Regional Development Fund
figure-of-national-associations = National associations
figure-of-research-and-public-bodies = Research and public bodies
figure-of-benchmarked = Clusters benchmarked
figure-of-as-reported = As reported
figure-of-also-called = Also called
figure-of-member-of-the-european-clusters-alliance-since = Member of the European Clusters Alliance since
figure-of-first-meeting = First meeting
figure-of-place = Place
figure-of-number = Number
nav-policies = Policies
search-placeholder-policies = Name, region or instrument: try “label”
suggestion-policy = Policy
policies-title = Cluster policies
policies-count-none = No policy matches
policies-count = { $count ->
    [one] { $count } policy matches, { $open ->
        [0] it is not known to run now
       *[other] it is known to run now
    }
   *[other] { $count } policies match, { $open ->
        [0] none of them known to run now
       *[other] { $open } of them known to run now
    }
}
back-to-policies = Back to the policies
sort-in-force = in force first
facet-kind-policy = Type of policy
facet-challenge = Strategic challenge
facet-support = Type of support
facet-typology = Typology
facet-toolkit = Policy toolkit
toolkit-yes = Example of the policy toolkit
toolkit-no = Not in the policy toolkit
status-open-ended = End not known
status-proposed = Proposed
kind-national = National cluster policy
kind-regional = Regional cluster policy
kind-broad = Broader policy
kind-sectoral = Sectoral policy
policy-since = In force since
policy-until = In force until
policy-instrument = Instrument
policy-keywords = Keywords
policy-as-of = As of
policy-page = Page of the policy
policy-kind-assumed = type assumed: a reading of the publisher
policy-kind-assumed-brief = type assumed
name-only = no more than the name is known
fact-only = a fact, not a policy of its own
nav-resources = Services and resources
search-placeholder-resources = Title or topic: try “toolbox”
suggestion-resource = Resource
resources-title = Services and knowledge
resources-count-none = No resource matches
resources-count = { $count ->
    [one] { $count } resource matches
   *[other] { $count } resources match
}
back-to-resources = Back to services and knowledge
sort-kind-and-date = kind, latest first
facet-kind-resource = Kind of resource
kind-service = Service
kind-tool = Tool
kind-case-study = Case study
kind-trend = Trend
kind-guide = Guide
kind-report = Report
kind-news = News
kind-link = Link
resource-date = Date
resource-frequency = How often
resource-join = How to get it
resource-reference = Official number
resource-outlook = looks ahead
resource-page = Open its page
nav-partners = Partners
nav-knowledge = Knowledge

## Search of all collections
search-title = Search everything
search-counts = Matches by collection
search-found = { $count ->
    [0] Nothing matches.
    [one] { $count } match in all collections.
   *[other] { $count } matches in all collections.
}
search-found-so-far = { $count ->
    [0] Nothing matches so far.
    [one] { $count } match so far.
   *[other] { $count } matches so far.
}
search-failed = Could not be searched: { $names }.
search-all = { $count } records can be searched.
search-waiting = Still loading: { $names }.
search-show-all = Show all { $count }
search-show-list = { $count ->
    [one] Show it in its list
   *[other] Show them in their list
}

## Mine
mine-title = Mine
mine-note = Kept on this device only. Take it along as a file, or share the lists as a link or a QR code.
mine-shared-title = Lists somebody shared
mine-shared-note = Somebody shared these with you. Your own lists stay as they are unless you add them.
mine-keep = Add to mine
mine-kept = Added to your lists
mine-empty = Nothing is saved yet. Use the bookmark beside a record to keep it here.
mine-gone = { $count ->
    [one] One of these is no longer in the dataset: { $ids }
   *[other] { $count } of these are no longer in the dataset: { $ids }
}
mine-to-shortlist = Compare, print or share the shortlist
mine-to-saved-calls = Dates and link of the saved calls
mine-to-sign-ups = What was sent, what is on its way, and what is half written
mine-around = Take along and bring back
mine-take = Take along as a file
mine-dates = All dates as a calendar
mine-no-dates = None of these has a date.
mine-bring = Bring back a file
mine-brought = { $count ->
    [0] There is nothing in this file.
    [one] One thing was brought back.
   *[other] { $count } things were brought back.
}
mine-left-out = { $count ->
    [one] One entry could not be used.
   *[other] { $count } entries could not be used.
}
mine-no-room = { $count ->
    [one] One thing found no room: remove something first.
   *[other] { $count } things found no room: remove something first.
}
mine-not-kept = This browser does not let the page store anything, so all this is lost when you close the page. Take it along as a file to keep it.
mine-search-unread = { $count ->
    [one] One saved search cannot be read and is not shown. It stays on this device.
   *[other] { $count } saved searches cannot be read and are not shown. They stay on this device.
}
mine-too-large = This file is too large to be one of these.
mine-not-json = This file cannot be read: it is damaged, or of another kind.
mine-not-mine = This file was not taken along from here.
mine-newer = A later version of this app wrote this file ({ $format }). Reload the page and try again.
mine-erase = Erase lists and searches
mine-erase-sure = All saved records and searches are removed from this device. Sign-ups and requests stay.
mine-erase-yes = Erase
mine-erased = All lists and searches were removed
mine-searches = Saved searches
mine-search-save = Save this search
mine-search-note = Here you see what is new in it, whenever the data are published anew. It is kept on this device only.
mine-search-name = Name of the search
mine-search-do = Save
mine-search-saved = Search saved
mine-search-removed = Search removed
mine-search-without = without { $what }
mine-new = { $count ->
    [0] Nothing new.
    [one] One new record.
   *[other] { $count } new records.
}
mine-new-since = { $count ->
    [0] Nothing new since the edition of { $date }.
    [one] One new record since the edition of { $date }.
   *[other] { $count } new records since the edition of { $date }.
}
mine-seen = Seen
mine-seen-named = Seen: { $name }
mine-seen-done = Marked as seen
mine-remove = Remove
mine-remove-named = Remove: { $name }
search-keep = Save this search
record-save = Save
record-save-on = Saved
record-save-named = Save: { $name }
record-saved = Saved on this device
record-unsaved = No longer saved

## Kiosk
kiosk-attract = Nobody is using this screen
kiosk-begin = Touch to begin
kiosk-pause = Pause
kiosk-data-of = Data of { $date }
kiosk-ask = Are you still there?
kiosk-left =
    { $seconds ->
        [one] In one second this screen is made ready for the next visitor, and what you have typed is forgotten.
       *[other] In { $seconds } seconds this screen is made ready for the next visitor, and what you have typed is forgotten.
    }
kiosk-stay = I am still here
kiosk-finish = Finish
kiosk-bar = This screen
kiosk-back = Back
kiosk-take = Take along
kiosk-take-title = On your own phone
kiosk-take-text = Point the camera of your phone at the code to open this there. Nothing of it stays on this screen.
kiosk-take-code = QR code of the address
kiosk-take-nowhere = This address leads to this very screen and cannot be opened elsewhere. Its operator has to say in config.json where the app is published (address).
kiosk-elsewhere-title = Not on this screen
kiosk-elsewhere-text = This screen shows a part of what there is. With the code you can look at the rest on your own phone.
kiosk-form-title = Go on with your own phone
kiosk-form-text = On this screen nothing personal is filled in. With the code you open the form on your own phone, where only you see it.
kiosk-sealed-title = Handed over
kiosk-not-sealed-title = This could not be kept
kiosk-not-sealed = Nothing was sent, and nothing of it stays on this screen. Please use your own phone, or tell the staff.
kiosk-sealed = What you have submitted is kept here in an envelope that only the organiser can open. It is delivered by itself, also when there is no network now. Whether it has arrived cannot be seen here: the organiser gets in touch with you.
kiosk-locked-title = Out of order
kiosk-locked-text = Something of the last visit could not be removed from this screen ({ $places }). Please tell the staff: it has to be looked at before it is used again.
kiosk-staff = State of this screen
kiosk-staff-note = For the staff. Everybody may read this: it shows nothing that a visitor has typed.
kiosk-state = State of this screen: { $state }
kiosk-state-well = all is well
kiosk-state-waits = no network, or something waits to be delivered
kiosk-state-bad = needs attention
kiosk-online = Network
kiosk-data = Data of
kiosk-edition = Edition of the app
kiosk-clock = Clock of this device
kiosk-storage = The browser keeps what waits
kiosk-forms = Forms can be filled in here (there is a key)
kiosk-waiting = Envelopes that wait
kiosk-refused = Envelopes that the receiver has refused
kiosk-delivered = Last delivery
kiosk-clean = Last visit
kiosk-clean-at = nothing of it was found, { $time }
kiosk-screen = Name of this screen
kiosk-yes = yes
kiosk-no = no
kiosk-never = not known
kiosk-export = Save the envelopes
kiosk-unlock-title = This screen is locked
kiosk-unlock-why = Locked since: { $time }. After a visit, something that was typed was still found in: { $places }.
kiosk-unlock-stays = It stays locked when the page is loaded anew and when the power fails, until it is unlocked here.
kiosk-unlock-goes = This browser keeps nothing for this page: when it is loaded anew, the screen is not locked any more.
kiosk-unlock-means = Unlocking lets visitors in again. It removes nothing: what was found stays where it is, and is not looked for any more. First copy the browser’s profile for whoever looks into the reason, save the envelopes that wait, and begin with an empty profile.
kiosk-unlock-sure = I have seen to what was found
kiosk-unlock = Unlock this screen
kiosk-unlock-failed = The mark of the lock could not be removed: the browser’s storage does not work. Begin with an empty profile.
kiosk-clock-before-data = { $time }: before the day of the data, so it is wrong
kiosk-clock-before-noted = { $time }: this screen has already noted { $noted }, so it is wrong now, or it was wrong then
kiosk-clock-right = The clock is right now
keys = Keyboard
keys-accents = Letters with accents
keys-shift = Capital
keys-space = Space
keys-delete = Delete
keys-next = Next field
keys-away = Put away

## Countries, figures, themes
nav-countries = Countries
nav-figures = Programme figures
nav-focus = Themes
facts-name = Sourced facts
organisation-facts-name = What sources say of organisations
landscape-not-counted = It is in no figure on this page.
landscape-undated = The dataset does not say of which day it is.
landscape-organisations = Cluster organisations
landscape-per-million = Organisations per million inhabitants
country-inhabitants = { $count } inhabitants, { $year }:
population-source = Inhabitants: World Bank, World Development Indicators, estimates for { $year }, CC BY 4.0.
landscape-calls = Calls open to it
landscape-events = Events
landscape-ecosystems = Ecosystems found
landscape-all = Show all
landscape-calls-not-stated = { $count ->
    [one] { $count } open call does not say from where one may apply. It is counted for no country.
   *[other] { $count } open calls do not say from where one may apply. They are counted for no country.
}
countries-title = Countries
countries-count = { $countries ->
    [one] One country
   *[other] { $countries } countries
} with { $organisations ->
    [one] one cluster organisation.
   *[other] { $organisations } cluster organisations.
}
countries-caption = Every country that a record of the dataset is in or about. The heads sort the table, each figure leads to what it counts.
countries-show = Shade the map by
countries-show-unknown = “{ $show }” is not in this dataset.
countries-show-remove = Leave it out
countries-columns = What the columns count
countries-about-organisations = Organisations that the dataset lists for the country. It is a count of this list and no measure of importance.
countries-about-per-million = Organisations of this list for each million people who live in the country ({ $year }). It is no measure of importance: the list is not complete, and not equally so everywhere.
countries-about-ecosystems = Industrial ecosystems in which at least one organisation of the country is listed. For many organisations no ecosystem is known.
countries-about-networks = Euroclusters, associations and partnerships that the country or a partner from it is in, as far as partners are known.
countries-about-policies = Cluster policies of the country and its regions on record here, of any date.
countries-about-calls = Calls that are open on the day shown and that applicants from the country, or from some of its regions, may answer. Calls that do not say for whom they are stand apart.
countries-about-events = Events that take place there or are about the country, those of the past too.
countries-map-failed = The table has everything that the map would show.
countries-map-note = The map shows one figure of the table. Countries beyond its edges and outermost regions are counted and not drawn. Outlines: Natural Earth; no line is a statement on a border.
countries-step = { $from } to { $to }: { $countries ->
    [one] one country
   *[other] { $countries } countries
}
countries-step-one = { $value }: { $countries ->
    [one] one country
   *[other] { $countries } countries
}
countries-step-none = None: { $countries ->
    [one] one country
   *[other] { $countries } countries
}
countries-step-unknown = Not known: { $countries ->
    [one] one country
   *[other] { $countries } countries
}
countries-step-outside = In no record of this dataset
chart-percent = { $percent } %
chart-beside = { $share }, overall { $average }
chart-share = Share
chart-average = Share in the whole dataset
chart-remark = Remark
chart-table = Show as table
chart-table-of = Table: { $title }
chart-csv = Save as CSV
country-back = All countries
country-lead = What all collections say of the country. The mark on a bar is the average: the share in the whole dataset.
country-whole = The whole country
country-unknown = No record of this dataset is in or about a country with the code “{ $code }”.
country-region-unknown = The region “{ $region }” is not in this dataset. This is the whole country.
country-region-share = of all organisations in the country
country-region-note = Networks, calls, events, facts and policies of the whole country are known by country: they stand on the page of { $name }.
country-region-policies = Policies of the region
country-region-policies-none = No policy on record here names this region. That does not mean that there is none.
country-share = { $share } of the { $all } organisations of the dataset.
country-by-ecosystem = Organisations by industrial ecosystem
country-ecosystems-note = An ecosystem is known for { $known } of { $all }; shares are shares of these.
country-by-expertise = Organisations by expertise
country-expertise-note = A topic is known for { $known } of { $all }; shares are shares of these.
country-expertise-none = { $count ->
    [one] No organisation is known for one further topic: { $topics }.
   *[other] No organisation is known for { $count } further topics: { $topics }.
}
country-by-region = Organisations by region
country-regions-none = The dataset has no regions for this country.
country-regions-average = Regions stand beside no average: a country with few of them has large shares.
country-regions-note = { $count ->
    [one] The region of one organisation is not known.
   *[other] The region of { $count } organisations is not known.
}
country-policies-by-type = Policies by type
country-policies-note = The type of many policies is a reading of the publisher. These are records of this dataset, not the platform’s own count.
country-policies-untyped = { $count ->
    [one] Of one the type is not known.
   *[other] Of { $count } the type is not known.
}
country-policies-time = Policies over time
country-policies-none = No policy of this country is on record here. That does not mean that there is none.
country-years = { $from } to { $to }
country-years-open = since { $from }, end not known
country-calls = Calls open to the country
country-calls-none = No call is known to be open to applicants from here on this day.
country-calls-regions = { $count ->
    [one] One of them is for some regions of the country only.
   *[other] { $count } of them are for some regions of the country only.
}
country-calls-group = { $count ->
    [one] One further open call names a group of countries that is not known in full: whether this country is in it is not known.
   *[other] { $count } further open calls name a group of countries that is not known in full: whether this country is in it is not known.
}
country-events = { $count ->
    [one] One event is on record
   *[other] { $count } events are on record
}, { $there ->
    [one] one of them in the country
   *[other] { $there } of them in the country
}; { $ahead ->
    [one] one is ahead or under way.
   *[other] { $ahead } are ahead or under way.
}
country-networks = Networks with partners from here
country-networks-none = No network with a partner from here is on record.
country-networks-note = The partners of several networks are not known, so that there may be more.
country-trainings-none = No training on record names a place in this country. Most records of trainings name no place.
country-trainings-open = Trainings that are ahead, wherever they are
country-facts-missing = Nothing with a source is known here on: { $topics }.
country-neighbours = Neighbouring countries
country-neighbours-none = No country of this dataset shares a land border with it.
country-compare = Compare with
country-compare-choose = Choose a country
country-compare-title = Countries side by side
country-compare-shares = In brackets: for organisations their share of all in the dataset; for an ecosystem its share of the country’s organisations of which an ecosystem is known.
country-compare-remove = Take { $name } out of the comparison
country-compare-unknown = Not in this dataset: { $codes }.
country-compare-below = What follows is of { $name } alone.
country-figure = Figure
fact-topic-landscape = Clusters and their members
fact-topic-policies = Cluster policy
fact-topic-cohesion = Support from cohesion policy
fact-topic-semester = European Semester
fact-topic-programmes = Programmes and partnerships
fact-topic-euroclusters = Euroclusters
fact-topic-platform = The platform
fact-topic-services = Services of the platform
fact-topic-events = Events
fact-topic-investment = Help with investment
fact-topic-skills = Skills
fact-topic-labels = Excellence labels
fact-topic-surveys = Surveys
fact-as-of = as of { $date }
fact-undated = undated
programme-title = Programme figures
programme-lead = What sources state about the programmes, the platform and cluster policy in Europe, each with its time and source. Nothing is estimated, and what contradicts itself stands side by side. Facts on one country are on its page.
programme-count = { $count ->
    [one] One fact
   *[other] { $count } facts
}, { $undated ->
    [one] one of them undated.
   *[other] { $undated } of them undated.
}
programme-all = All topics
programme-topics = Topics
programme-what = What
programme-value = Value
programme-as-of = As of
programme-year = Year
programme-series = Series
programme-series-registered = Cluster organisations registered on the platform
programme-series-policies = Policies of the EU27 by type
programme-series-priorities = Policies of the EU27 by priority, old and new Member States
programme-series-undrawn = No chart: the source has no number for each of these.
programme-series-euroclusters = Euroclusters by round
programme-series-escp = Partnerships of ESCP-4i by generation
programme-series-excellence = Partnerships for excellence by wave
programme-series-note = Each bar is what one source states. Sources may count different things; between two years nothing is known.
focus-title = Theme: { $theme }
focus-green = Green transition
focus-digital = Digital transition
focus-resilience = Resilience
focus-skills = Skills
focus-internationalisation = Internationalisation
focus-themes = Themes
focus-lead = What is open, coming and known on one theme, and who works on it. Beside each list stands by what it was chosen.
focus-unknown-title = No such theme
focus-unknown = “{ $theme }” is no theme that has a page here. The themes stand above.
focus-nothing = Nothing in this dataset is marked with the theme.
focus-not-stated = { $what }: not known, since no record states a theme
focus-open = Open now
focus-coming = Coming
focus-known = Known
focus-who = Who works on it
focus-calls-open = { $count ->
    [one] open call
   *[other] open calls
}
focus-calls-coming = { $count ->
    [one] forthcoming call
   *[other] forthcoming calls
}
focus-calls-all = { $count ->
    [one] call, past ones too
   *[other] calls, past ones too
}
focus-trainings-coming = { $count ->
    [one] training ahead
   *[other] trainings ahead
}
focus-trainings-all = { $count ->
    [one] training, past ones too
   *[other] trainings, past ones too
}
focus-events-coming = { $count ->
    [one] event ahead
   *[other] events ahead
}
focus-events-all = { $count ->
    [one] event, past ones too
   *[other] events, past ones too
}
focus-policies = { $count ->
    [one] policy
   *[other] policies
}
focus-resources = { $count ->
    [one] service, tool, guide or piece of news
   *[other] services, tools, guides and news
}
focus-expertise = { $count ->
    [one] organisation by expertise
   *[other] organisations by expertise
}
focus-requests = { $count ->
    [one] open partner request by expertise
   *[other] open partner requests by expertise
}
focus-facts = { $count ->
    [one] figure with a source
   *[other] figures with a source
}
focus-ecosystem = { $count ->
    [one] organisation by ecosystem
   *[other] organisations by ecosystem
}
focus-networks = { $count ->
    [one] One network names it among its aims.
   *[other] { $count } networks name it among their aims.
}

# the operator's desk
desk-about = The operator’s desk: make a dataset of your own spreadsheet
desk-title = The operator’s desk
desk-lead = A spreadsheet, a GeoJSON file or a JSON list becomes a dataset that this app can show.
desk-private = Nothing leaves your browser: the file is read here and sent nowhere.
desk-will-be-kept = What you put on the desk is kept on this device until you clear it.
desk-kept = What is on the desk is kept on this device until you clear it.
desk-taken-up = What was on the desk is here again; it is kept on this device until you clear it.
desk-kept-other-tab = Another tab has the desk. What you do here is kept only when that tab is closed.
desk-not-kept = This browser keeps nothing for this page: when it is loaded anew, the desk is empty.
desk-not-kept-full = There is no room left on this device: what you did last is gone when the page is loaded anew.
desk-clear = Clear the desk
desk-cleared = The desk is empty, and nothing of it is kept on this device.
desk-step-edit = Change records
desk-edit-title = A dataset that is there already
desk-edit-ways = Change records of what is published here, or of a package that this desk has made: choose its ZIP file above.
desk-edit-published = Change what is published
desk-edit-again = Back to the opened dataset
desk-edit-note = Choose a record and change it. Nothing is published by that: at the end there is a package to save.
desk-edit-is-published = What is published here is on the desk.
desk-edit-find = Find a record
desk-edit-shown = { $shown ->
    [one] { $shown } of { $all } records is shown.
   *[other] { $shown } of { $all } records are shown.
}
desk-edit-refused = { $count ->
    [one] One record of this file cannot be read. It will not be in the package.
   *[other] { $count } records of this file cannot be read. They will not be in the package.
}
desk-edit-lines = one a line
desk-edit-leave = Leave it as it was
desk-edit-save = Take over the changes
desk-edit-saved = “{ $title }” was changed.
desk-edit-faults = Not taken over yet:
desk-edit-fault = { $field }: { $why } ({ $value })
desk-edit-no-term = { $field }: no term of this dataset is called { $words }. There are: { $terms }
desk-edit-bad-term = { $field }: no term can be called “{ $value }”; a term has letters or figures.
desk-edit-new-terms = These words become new terms of the dataset
desk-edit-add = Add …
desk-edit-add-term = Add to: { $field }
desk-edit-changes = { $count ->
    [one] One value was changed
   *[other] { $count } values were changed
}
desk-edit-field = Field
desk-edit-before = Before
desk-edit-after = Now
desk-proposals = Proposals from visitors
desk-proposals-note = Nothing is taken over until you say so. What is taken over keeps its source and its day, field by field.
desk-proposals-file = Add proposals (JSON), as received or exported
desk-proposals-missing = The organisations of the dataset are not all here, so nothing can be taken over. Load the page anew, or open a dataset that has organisations.
desk-proposals-faulty = { $file } has a fault, and what cannot be read would be lost: { $record }, { $why }. Mend it first.
desk-proposals-not-the-same = The organisations would not be read back as they were written; nothing was changed.
desk-proposal-new = New organisation: { $name }
desk-proposal-of = Correction of { $name }
desk-proposal-unread = A proposal that cannot be used
desk-proposal-by = { $day }, by { $by } (“{ $relation }”)
desk-proposal-after = Proposed
desk-proposal-unknown = not known
desk-proposal-accept = Take over what is ticked
desk-proposal-leave = Leave it out
desk-proposal-left = The proposal was left out.
desk-proposal-unreadable = It cannot be read: the file is too large, or no JSON as the app writes it.
desk-proposal-other-format = It is in another format than this app’s.
desk-proposal-other-kind = It is a sign-up or a request and proposes nothing about an organisation.
desk-proposal-malformed = Its “{ $member }” is not as the app writes it.
desk-proposal-unknown-field = Nobody can propose anything for the field “{ $field }”.
desk-proposal-nothing = It changes nothing; its remark is for you to read.
desk-proposal-gone = The dataset has no organisation “{ $record }”.
desk-proposal-there = The dataset has an organisation of this name in this country already: { $record }
desk-proposal-applied = It was taken over already.
desk-proposal-so = The dataset says all of it already.
desk-proposal-changed = { $field } was changed since: it said “{ $from }” when this was proposed, and says “{ $now }” now.
desk-yes = yes
desk-no = no
desk-steps = Steps
desk-step-file = File
desk-step-columns = Columns
desk-step-words = Categories
desk-step-twins = Twins
desk-step-report = Report
desk-step-compare = Comparison
desk-step-publish = Package
desk-step = Step { $step } of { $of }
desk-busy = Working …
desk-progress = Row { $done } of { $of }
desk-progress-name = Rows read
desk-stop = Stop
desk-stopped = It was stopped; everything is as it was before.
desk-back = Back
desk-to-columns = On to the columns
desk-to-report = Read all rows
desk-to-compare = On to the comparison
desk-to-publish = On to the package
desk-collection = What is in the file
desk-file = File
desk-file-note = Choose files or drop them here: Excel (XLSX, XLS), OpenDocument (ODS), CSV, TSV, GeoJSON, JSON, or a package that this desk has made (ZIP). Several are taken one after the other, and go into one package.
desk-file-here = { $file } is on the desk.
desk-file-unread = The browser could not read this file. It may have been moved; choose it again.
desk-queue = Other files
desk-queue-waits = { $file }: { $collection }, waits
desk-queue-ready = { $count ->
    [one] { $file }: { $collection }, ready (one record)
   *[other] { $file }: { $collection }, ready ({ $count } records)
}
desk-queue-take = Take it up
desk-queue-take-file = Take up { $file }
desk-queue-leave = Put it away
desk-queue-leave-file = Put { $file } away
desk-next = On to the next file: { $file }
desk-waiting = { $count ->
    [one] Not in the package yet: { $files }
   *[other] Not in the package yet ({ $count } files): { $files }
}
desk-compare-ready = This is held against what is ready for the package from { $files }, not against what is published.
desk-progress-file = { $done } of { $of } MB
desk-progress-file-name = File read
desk-kind-excel = { $sheets ->
    [one] This is an Excel workbook with one sheet.
   *[other] This is an Excel workbook with { $sheets } sheets.
}
desk-kind-opendocument = { $sheets ->
    [one] This is an OpenDocument spreadsheet with one sheet.
   *[other] This is an OpenDocument spreadsheet with { $sheets } sheets.
}
desk-kind-delimited = This is a table in text form.
desk-kind-json = This is a JSON list.
desk-kind-geojson = This is GeoJSON.
desk-rows = Rows below the header: { $rows }
desk-sheet = Sheet
desk-sheet-rows = { $rows ->
    [one] { $sheet } (one row)
   *[other] { $sheet } ({ $rows } rows)
}
desk-header = Row with the names of the columns
desk-row-cells = Row { $row }: { $cells }
desk-encoding = Encoding
desk-encoding-note = If these words do not read as they should, choose the encoding in which they do.
desk-encoding-words = Words of the file in this encoding
desk-encoding-plain = The text has no accents or other special letters: any encoding will do.
desk-error-empty = { $file } is empty.
desk-error-no-column = { $file } has no column for “{ $missing }”. Go back to the columns and choose one. Its columns are: { $found }
desk-error-mapping-file = { $file } is no mapping: it has to name a field for each column.
desk-error-default = “{ $value }” cannot be the { $field } of every row. Allowed: { $allowed }
desk-error-pdf = { $file } is a PDF. A PDF has no rows: ask for the spreadsheet that it was made of.
desk-error-document = { $file } is a text document. Copy its table into a spreadsheet and save that.
desk-error-presentation = { $file } is a presentation. Copy its table into a spreadsheet and save that.
desk-error-archive = { $file } is a packed folder. Unpack it and choose the file in it.
desk-error-web-page = { $file } is a web page. Open it in a spreadsheet program and save it as a workbook.
desk-error-xml = { $file } is XML. Open it in a spreadsheet program and save it as a workbook.
desk-error-picture = { $file } is a picture. A picture has no rows: ask for the spreadsheet that it shows.
desk-error-locked = { $file } is damaged, locked by a password, or no workbook. Open it in its program and save it anew without a password.
desk-error-binary = { $file } is neither a workbook nor text.
desk-error-no-sheet = { $file } has no sheet “{ $sheet }”.
desk-error-mapping = The mapping names what is not there: { $names }
desk-error-encoding = There is no encoding “{ $name }”.
desk-columns = Columns
desk-columns-note = Each column of the file with the field that it is taken for. Change what is wrong; a column without a field is left out, and the report says so.
desk-columns-missing = No column is taken for “{ $field }”; without it no record can be read.
desk-column-filled = { $filled } of { $rows } rows have a value.
desk-column-rival = Another column is read for this field already. Leave that one out first, or read both.
desk-steps-cells = Clean, split or join the cells
desk-steps-note = Before they are read. “*” stands for anything: “(*)” takes out what is in brackets.
desk-steps-strip = Take out
desk-steps-split = Split at
desk-steps-second = What stands behind it is
desk-steps-values = one more value of this field
desk-steps-join = Put between the columns
desk-steps-apart = Do not read it with the others
desk-steps-both = Read both, one after the other
desk-column-unused = left out
desk-column-own = a field of its own
desk-columns-left = { $count ->
    [one] One column is left out: { $names }.
   *[other] { $count } columns are left out: { $names }.
}
desk-columns-carry = Carry all as fields of their own
desk-own-kind = Carry as
desk-own-line = a line of text
desk-own-link = a link
desk-own-number = a number
desk-own-date = a date
desk-own-facet = a filter
desk-own-picture = a picture (a file in the folder of the data; an address elsewhere becomes a link)
desk-own-label = Called
desk-defaults = What holds for every row
desk-default-none = not stated
desk-default-precision = Coordinates are exact to
desk-default-basis = Topics of expertise were
desk-default-country = Country where a row has none (two letters)
desk-precision-exact = the house
desk-precision-street = the street
desk-precision-city = the city
desk-precision-region = the region
desk-basis-declared = declared by the organisations
desk-basis-inferred = inferred by somebody else
desk-mapping = Save or load this choice of columns
desk-mapping-note = A saved choice fits the same spreadsheet next year.
desk-mapping-save = Save the choice
desk-mapping-load = Load a choice
desk-words-note = Categories of the file that are no terms of this dataset yet. Each can be a term that there is, become a term of its own, or be left out.
desk-words-none = Every category of the file is a term of this dataset.
desk-words-word = In the file
desk-words-count = How often
desk-words-becomes = Becomes
desk-words-becomes-of = What “{ $word }” becomes
desk-words-own = a term of its own
desk-words-dropped = nothing: it is left out
desk-words-more = Show more
desk-words-on = Go on with these categories
desk-twins-note = These records may be one. Nothing is merged unless you say so. Where two are merged, each field that one of them has filled wins over an empty one; where both say something, the one that is kept wins.
desk-twins-none = No two records look like one.
desk-twins-pair = { $first } and { $second }
desk-twins-name = The same name in the same city.
desk-twins-website = The same website.
desk-twins-place = The same point, and much of the same name.
desk-twins-result = Then
desk-twins-both = Keep both
desk-twins-into-first = Merge: the first is kept, the second fills its gaps
desk-twins-into-second = Merge: the second is kept, the first fills its gaps
desk-twins-first-alone = Keep the first alone
desk-twins-second-alone = Keep the second alone
desk-twins-more = { $count ->
    [one] One more pair is not listed here; it is, once others are decided and everything is read again.
   *[other] { $count } more pairs are not listed here; they are, once others are decided and everything is read again.
}
desk-twins-on = Go on with these decisions
desk-twins-gone = { $count ->
    [one] One of the loaded records is gone, as you have decided about twins.
   *[other] { $count } of the loaded records are gone, as you have decided about twins.
}
desk-field-id = Identifier (part of every link)
desk-field-name = Name
desk-field-title = Title
desk-field-kind = Kind
desk-field-region-code = Region (NUTS code)
desk-field-location = Coordinates in one cell
desk-field-lat = Latitude
desk-field-lon = Longitude
desk-field-deadline = Deadline
desk-field-source = Source
desk-field-precision = Coordinates are exact to
desk-field-expertise-basis = How the expertise is known
desk-field-members-sme = Members: small and medium-sized companies
desk-field-members-large = Members: large companies
desk-field-members-research = Members: research organisations
desk-field-members-other = Members: others
desk-field-label-until = Label valid until
desk-field-updated = Last update
desk-field-summary = Description ({ $language })
desk-field-eligible-groups = Eligible groups of countries
desk-field-eligible-regions = Eligible regions
desk-field-deadline-words = Deadline in words
desk-field-deadline-known = Whether the deadline is known
desk-field-url-is-list = Whether the address is one of a list
desk-field-timezone = Time zone
desk-field-budget-note = Note on the budget
desk-field-date = Date
desk-field-start-time = Begins at
desk-field-end-time = Ends at
desk-field-start = Begins on
desk-field-end = Ends on
desk-field-seeks = Looks for
desk-field-offers = Offers
desk-field-partner-countries = Countries of partners
desk-published-missing = What is published could not be loaded, so nothing can be compared with it. { $why }
desk-counts = { $read ->
    [one] One row was read: { $loaded } loaded, { $refused } refused.
   *[other] { $read } rows were read: { $loaded } loaded, { $refused } refused.
}
desk-nothing-loaded = No row can be used. Go back and look at the sheet, the header and the columns.
desk-personal-mail = { $count ->
    [one] One e-mail address looks like a person’s. Published data should have role addresses, such as office@.
   *[other] { $count } e-mail addresses look like persons’. Published data should have role addresses, such as office@.
}
desk-twice-encoded = { $count ->
    [one] One value looks as if it had been encoded twice, such as “PÃ´le” for “Pôle”.
   *[other] { $count } values look as if they had been encoded twice, such as “PÃ´le” for “Pôle”.
}
desk-repair = Read them as they were meant
desk-dates = { $count ->
    [one] One date could be two: does { $example } mean this day?
   *[other] { $count } dates could be two: does { $example } mean this day?
}
desk-save-refused = Save the refused rows (CSV)
desk-save-report = Save the report (CSV)
desk-findings = What was found
desk-no-findings = Nothing: every value could be read as it is.
desk-finding = { $what }: { $why } ({ $count })
desk-unlisted = { $count ->
    [one] One further finding is counted only.
   *[other] { $count } further findings are counted only.
}
desk-mend-row = Correct row { $row }
desk-mend-all = { $count ->
    [one] In row { $row } “{ $value }” in the column “{ $column }” is
   *[other] In all { $count } rows “{ $value }” in the column “{ $column }” is
}
desk-mend-empty = { $count ->
    [one] In row { $row }, what belongs in the empty column “{ $column }” is
   *[other] In all { $count } rows without one, what belongs in the column “{ $column }” is
}
desk-mend-swap = { $count ->
    [one] Exchange latitude and longitude in this row
   *[other] Exchange latitude and longitude in these { $count } rows
}
desk-mend-note = The cells as they stand in the file, or as you have corrected them. The file itself stays as it is; the report says what was corrected.
desk-mend-again = Read again with this
desk-row = Row
desk-record = Record
desk-nameless = (without a name)
desk-column = Column
desk-value = Value
desk-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
desk-suspect = to be looked at
desk-map = Where they are
desk-map-note = With a place: { $placed } of { $all }. Diamonds are to be looked at: { $suspects }.
desk-map-misplaced = { $count ->
    [one] One of them is shown where the file puts it; that cannot be right, so in the package it has no place.
   *[other] { $count } of them are shown where the file puts them; that cannot be right, so in the package they have no place.
}
desk-map-part = The map shows a part of them, and all that are to be looked at.
desk-preview = The records
desk-preview-count = { $all ->
    [one] { $shown } of { $all } record.
   *[other] { $shown } of { $all } records.
}
desk-preview-note = { $suspects ->
    [one] One should be looked at: it lies outside its country or looks like another.
   *[other] { $suspects } should be looked at: they lie outside their country or look like another.
}
desk-edition = The published edition
desk-replace = The records of this file take the place of all that are published
desk-append = The records of this file are put to those that are published
desk-compare-counts = Records published: { $before }. Then: { $after }.
desk-loses-much = { $count ->
    [one] One published record would vanish, more than a tenth of all.
   *[other] { $count } published records would vanish, more than a tenth of all.
}
desk-loses-deadlines = { $count ->
    [one] One published call would lose its deadline: { $names }
   *[other] { $count } published calls would lose their deadline: { $names }
}
desk-loses-values = { $count ->
    [one] One published record would lose values that this file does not have
   *[other] { $count } published records would lose values that this file does not have
}
desk-lost-value = { $field }: { $value }
desk-change = { $field }: { $before } → { $after }
desk-sure = That is right
desk-compared-anew = What is published has changed since you compared: this is the comparison with what is published now.
desk-newer = What is published is newer than what this work was begun with
desk-newer-of = { $collection }: changed in what is published since then
desk-newer-both = { $count ->
    [one] One record was changed here and there: { $names }. Yours is taken.
   *[other] { $count } records were changed here and there: { $names }. Yours are taken.
}
desk-newer-carry = Compare anew: put these changes into the newer edition
desk-newer-over = Pack it all the same, over what is newer
desk-newer-carried = The changes are in the newer edition now.
desk-added = { $count ->
    [one] One record added
   *[other] { $count } records added
}
desk-changed = { $count ->
    [one] One record changed
   *[other] { $count } records changed
}
desk-removed = { $count ->
    [one] One record removed
   *[other] { $count } records removed
}
desk-dataset-title = Title of the dataset
desk-no-title = A dataset needs a title.
desk-day = Day of publication
desk-start = First view
desk-start-note = Copy the address of any view here, with its filters: visitors who come without one see it first. Empty: the map of organisations.
desk-no-view = This is not the address of a view. It looks like “#/calls?status=open”.
desk-source = Where these records are from
desk-source-name = Name of the source
desk-source-url = Web address
desk-source-licence = Licence
desk-no-source = { $count ->
    [one] One record names no source. Say here where it is from; else it is published without.
   *[other] { $count } records name no source. Say here where they are from; else they are published without.
}
desk-headings = What the filters are called
desk-headings-note = In the language of this page; what is left empty is called as everywhere.
desk-keep-others = Keep the other published collections and their sources
desk-finished = Ready to be packed
desk-ready = { $count ->
    [one] { $collection }: one record
   *[other] { $collection }: { $count } records
}
desk-package = The package is a ZIP file. Unpack it, put what is in its folder “data” into the folder “data” of the site, and feeds and calendars (.atom, .ics), if there are any, beside the page; report, refused rows and choice of columns are for you.
desk-another = Add another file
desk-save = Save the package
desk-try = Try it here: the whole app on these data
desk-trial-on = This is a trial on this device: the app shows what is on the desk, for you alone.
desk-trial-desk = Back to the desk
desk-trial-end = Back to what is published
desk-trial-title = Trial: { $title }
desk-packed = The package was handed to the browser.
desk-not-packed = The package could not be made.

# views of events, networks and policies
view-month = Month
view-matrix = By country
facet-with = Together with
facet-with-note = Networks that have a partner in this country as well as in one chosen above.
matrix-title = Which countries work together
matrix-note = A cell says how many of { $count } networks both countries are in, by what is known of their partners. Filters hold but for those of countries, which choose the rows.
matrix-networks = Networks
matrix-partners = Partner countries
matrix-total = { $country }, networks: { $count }
matrix-cell = { $row } and { $column }: { $count }
matrix-same = the same country
events-on-map = { $count ->
    [one] { $count } event is on the map
   *[other] { $count } events are on the map
}; { $without ->
    [0] all have a place.
    [one] { $without } has no place on it.
   *[other] { $without } have no place on it.
}
events-on-map-list = The list has all of them.
events-online = { $count ->
    [one] { $count } takes place online
   *[other] { $count } take place online
}
events-without-place = { $count ->
    [one] Of { $count } the place is not known, or not on the list of towns
   *[other] Of { $count } the place is not known, or not on the list of towns
}
month-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
}{ $undated ->
    [0] .
    [one] , { $undated } of them without a known day.
   *[other] , { $undated } of them without a known day.
}
month-none = Nothing that matches takes place in { $month }.
month-none-at-all = Nothing that matches has a known month.
month-nearest = Nothing that matches takes place in { $now }: this is { $month }, the nearest month in which something does.
month-steps = Other months
month-before = ← { $month }
month-after = { $month } →
month-earlier-match = Earlier match: { $month }
month-later-match = Next match: { $month }
month-keys = Arrow keys go from day to day, Page Up and Page Down from month to month, with Shift from year to year; Enter goes to the events of the day.
month-day = { $date }: { $count ->
    [0] no event
    [one] { $count } event
   *[other] { $count } events
}
month-more = and { $count } more
month-without-day = { $month } without a day: { $count }
month-undated = Without a known month: { $count }
off-paper = { $count ->
    [one] One more line is at the address below.
   *[other] { $count } more lines are at the address below.
}
policy-years-without = Without a year to begin with: { $count }
network-map = Partners that this dataset knows the place of; lines lead to who coordinates.
network-map-unled = Partners that this dataset knows the place of.
