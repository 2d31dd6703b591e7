# Cluster Atlas, Deutsch. Was hier fehlt, wird Meldung für Meldung aus en.ftl genommen.

## Frame
brand = Cluster Atlas
skip-to-content = Zum Inhalt springen
skip-to-search = Zur Suche springen
nav-main = Hauptnavigation
nav-explore = Erkunden
nav-calls = Offene Aufrufe
nav-about-data = Info
language = Sprache
close = Schließen
try-again = Erneut versuchen
print = Drucken
print-footer = { $title }, { $link }, gedruckt am { $date }. Quellen: { $sources }.
cite = Zitieren als: { $title }, { $atlas }, Ausgabe vom { $date }, { $link }
trail = Navigationspfad
back-to-explore = Zurück zu Karte und Liste
back-to-profile = Zurück zum Profil
go-to-explore = Alle Organisationen erkunden
not-known = Nicht bekannt
facts-not-known = Nicht bekannt: { $names }
opens-new-tab = (öffnet { $host } in einem neuen Tab)
title-explore = Erkunden – { $title }
title-page = { $page } – { $title }

## Loading and failing
loading-start = Cluster Atlas wird geladen …
loading-stuck = Cluster Atlas ist noch nicht gestartet. Bitte die Seite neu laden.
loading-data = Organisationen werden geladen …
loading-index = Suche wird vorbereitet …
failed-title = Cluster Atlas funktioniert nicht mehr
failed-text = In der Seite selbst ist ein Fehler aufgetreten. Auf diesem Gerät Gespeichertes ist nicht verloren. Nach dem Neuladen der Seite geht es an derselben Stelle weiter.
failed-browser-title = Dieser Browser kann Cluster Atlas nicht ausführen
failed-browser = Cluster Atlas benötigt WebAssembly; dieser Browser bietet es nicht an. Jede aktuelle Version von Firefox, Chrome, Edge oder Safari kann es, in einem geschützten Modus („Blockierungsmodus“) kann es jedoch abgeschaltet sein.
failed-reload = Seite neu laden
failed-script = Cluster Atlas läuft im Browser und benötigt JavaScript. Bitte JavaScript für diese Seite einschalten.
later-waiting = Wird geladen …
later-failed-title = Dieser Teil der Seite konnte nicht geladen werden
later-failed-text = Vielleicht ist die Verbindung unterbrochen, oder die Website wurde inzwischen aktualisiert. Bitte erneut versuchen und, falls das nicht hilft, die Seite neu laden. Auf diesem Gerät Gespeichertes ist nicht verloren.
edition-newer = Es gibt eine neuere Version dieser Seite. Was Sie eingegeben haben, bleibt erhalten.
edition-load = Neue Version laden
edition-kept = Keine Verbindung: Dies sind die auf diesem Gerät aufbewahrten Daten vom { $date }.
edition-fresh = Aktuelle Daten laden
edition-missing = Die Ausgabe vom { $date } wird hier nicht aufbewahrt. Dies ist die aktuelle.
error-other-edition = { $file } gehört zu einer neueren Ausgabe der Daten, als diese Seite zeigt. Laden Sie die Seite neu, um sie zu sehen.
data-failed-title = Die Daten konnten nicht geladen werden
error-not-found = Die Datei { $file } liegt nicht an der erwarteten Stelle. Wer diese Website betreut, sollte prüfen, ob die Datei mitkopiert wurde; andernfalls bitte später erneut versuchen.
error-status = Der Server hat auf die Anfrage nach { $file } mit „{ $status }“ geantwortet. Das ist meist schnell vorüber: bitte in einer Minute erneut versuchen.
error-unreachable = { $file } konnte nicht abgerufen werden. Bitte die Verbindung prüfen und erneut versuchen.
error-html = Statt der Daten kam für { $file } eine Webseite zurück. In einem öffentlichen Netz ist oft zuerst eine Anmeldung nötig: eine andere Website öffnen, sich anmelden und dann erneut versuchen.
error-not-json = { $file } ist nicht lesbar: Zeile { $line }, Spalte { $column } ist kein gültiges JSON. Der Datensatz muss neu exportiert werden.
error-cut-short = { $file } bricht mittendrin ab. Bitte erneut versuchen; hilft das nicht, wurde die Datei nicht vollständig kopiert.
error-not-format = { $file } ist kein Datensatz von Cluster Atlas. Wer diese Website betreut, sollte die Adresse des Datensatzes in config.json prüfen.
error-other-version = { $file } liegt in Version { $found } des Formats vor; diese Anwendung liest Version { $supported }. Wer diese Website betreut, sollte die Anwendung aktualisieren oder den Datensatz in Version { $supported } exportieren.
error-no-records = { $file } enthält keine Liste von Datensätzen. Wer diese Website betreut, sollte die Daten neu exportieren.
error-too-large = { $file } ist { $size } MB groß; diese Anwendung liest höchstens { $limit } MB. Wer diese Website betreut, sollte einen kleineren Datensatz veröffentlichen.
error-empty = { $file } ist leer. Bitte erneut versuchen; hilft das nicht, wurde die Datei nicht vollständig kopiert.
unknown-title = Diese Seite gibt es nicht
unknown-text = Unter der Adresse „{ $path }“ ist nichts zu finden. Möglicherweise wurde sie beim Kopieren abgeschnitten.
missing-title = Dieser Eintrag ist nicht im Datensatz
missing-text = Nichts hier hat die Kennung „{ $id }“. Vielleicht war der Eintrag in einer früheren Ausgabe des Datensatzes.
missing-organisation-title = Diese Organisation ist nicht im Datensatz
missing-organisation-text = Keine Organisation hat hier die Kennung „{ $id }“. Möglicherweise stand sie in einer früheren Ausgabe des Datensatzes.
missing-find = Nach einem ähnlichen Namen suchen

## In a frame on somebody else’s page
frame-open = In voller Größe öffnen
frame-form-title = Dieses Formular öffnet sich auf einer eigenen Seite
frame-form-text = Was Sie hier eingeben, könnte verloren gehen, denn diese Seite steht in einer anderen und darf nichts behalten. Auf einer eigenen Seite bleibt es auf Ihrem Gerät, bis Sie es absenden.
frame-form-open = Formular öffnen
frame-no-files = Diese Seite steht in einer anderen oder wurde von ihr geöffnet, und jene lässt sie ihre Dateien nicht laden. Ihre Adresse, die Sie in einem eigenen Fenster öffnen können:
frame-no-windows = Die umgebende Seite lässt diese keine Fenster öffnen. Kopieren Sie die Adresse:
facade-start = Hier anzeigen
facade-policy = Die Sicherheitsrichtlinie dieser Seite erlaubt keine Rahmen von
facade-consent = Ein Einwilligungswerkzeug dieser Seite hält den Rahmen zurück von
facade-sandbox = Diese Seite steht in einer Sandbox, die keine Rahmen erlaubt von
facade-silent = Keine Antwort kam von
facade-organisations = { $count ->
    [one] { $count } Organisation
   *[other] { $count } Organisationen
}
facade-collection = { $name }: { $count }
facade-calls = { $count ->
    [one] { $count } Aufruf
   *[other] { $count } Aufrufe
}
frame-hint-wheel = Zum Zoomen Strg gedrückt halten und das Mausrad drehen
frame-hint-wheel-mac = Zum Zoomen ⌘ gedrückt halten und das Mausrad drehen
frame-hint-touch = Bewegen Sie die Karte mit zwei Fingern
frame-full-screen = Karte im Vollbild
frame-more = Mehr anzeigen

## Explore
explore-heading = Clusterorganisationen erkunden
search = Suche
search-placeholder = Name, Ort oder Thema, z. B. „Photonik Lyon“
search-placeholder-calls = Thema, Programm oder Herausgeber, z. B. „circular SME“
search-placeholder-trainings = Thema, Veranstalter oder Ort, z. B. „booster academy“
search-placeholder-requests = Was gesucht oder geboten wird
suggestion-call = Aufruf
suggestion-training = Schulung
suggestion-request = Partnergesuch
suggestions = Vorschläge
suggestions-count = { $count ->
    [one] { $count } Vorschlag. Auswahl mit den Pfeiltasten.
   *[other] { $count } Vorschläge. Auswahl mit den Pfeiltasten.
}
suggestion-value = { $facet }, { $count }
suggestion-profile = Profil
suggestion-word = { $count ->
    [one] { $count } Organisation
   *[other] { $count } Organisationen
}
views = Ansicht
view-both = Karte und Liste
view-list = Liste
view-map = Karte
view-coverage = Abdeckung
results-title = Ergebnisse
count-none = Keine Organisation gefunden
count-all-located = { $count ->
    [one] { $count } Organisation gefunden
   *[other] { $count } Organisationen gefunden
}
count-some-unlocated = { $count ->
    [one] { $count } Organisation gefunden
   *[other] { $count } Organisationen gefunden
}, davon { $unlocated } ohne Standort
count-show-unlocated = Organisationen ohne Standort anzeigen
similar-words = Nichts enthält „{ $asked }“. Stattdessen angezeigt: { $found }.
similar-around = Als Ort und Entfernung:
place-not-known = Ein Ort namens „{ $place }“ ist hier nicht bekannt. Bekannt sind Städte ab 50.000 Einwohnern und Orte, in denen ein Eintrag steht: Versuchen Sie einen in der Nähe.
similar-offered = Nichts enthält „{ $asked }“. Meinten Sie:
at-organisations = Der Tag in diesem Link gilt für Aufrufe und Schulungen. Organisationen werden nach dem heutigen Stand des Datensatzes gezeigt.
nothing-at-all = Dieser Datensatz enthält keine Einträge.
nothing-found = Keine Organisation erfüllt alle Bedingungen. Bitte einen Filter entfernen oder mit weniger Wörtern suchen.
nothing-search-everywhere = Dieselben Wörter ohne Filter suchen
nothing-without = Ohne { $what }: { $count }
sort-by = Sortieren nach
sort-relevance = Relevanz
sort-nearest = Entfernung
sort-name = Name
sort-country = Land
distance = { $km } km
kilometres = { $km } km
more-topics = +{ $count }
ecosystem-none = Kein Ökosystem angegeben

## Filters
filters = Filter
open-filters = { $count ->
    [0] Filter
   *[other] Filter ({ $count })
}
filters-show = { $count ->
    [one] { $count } Organisation anzeigen
   *[other] { $count } Organisationen anzeigen
}
facet-country = Land
facet-region = Region
facet-region-note = Nach der Wahl eines Landes erscheinen nur dessen Regionen.
facet-ecosystem = Industrielles Ökosystem
facet-ecosystem-note = Je Organisation ist höchstens eines angegeben; „nicht angegeben“ heißt nicht „nicht aktiv“.
facet-expertise = Fachgebiet
facet-expertise-note = Aus dem Namen der Organisation abgeleitet, sofern nicht von ihr selbst angegeben.
facet-kind = Art der Organisation
facet-kind-training = Art der Schulung
facet-kind-request = Art des Gesuchs
facet-located = Standort
facet-label = Exzellenzlabel
facet-all = Alle { $count } in „{ $facet }“ anzeigen
facet-fewer = Weniger in „{ $facet }“ anzeigen
facet-find = In „{ $facet }“ suchen
facet-find-placeholder = In dieser Liste suchen
facet-leave-out = { $value } auslassen
facet-nothing = Kein Eintrag dieser Liste heißt so.
facet-none = Nichts zu wählen: Zur Suche passt kein Eintrag.
filters-not-stated = Kein Eintrag nennt: { $facets }.
facet-unknown = nicht in diesem Datensatz
facet-count-unit = { $count ->
    [one] Organisation
   *[other] Organisationen
}
facet-eligible = Teilnahmeberechtigtes Land
facet-eligible-note = Ein Aufruf, der „jedes Land“ nennt, ist unter jedem Land zu finden. Aufrufe, die nichts dazu sagen, stehen hinter den übrigen.
facet-applicants = Wer sich bewerben kann
facet-status = Stand
facet-audience = Für wen
facet-purpose = Zweck
facet-issuer = Herausgeber
facet-format = Format
facet-topic = Thema
facet-language = Sprache
facet-month = Monat
facet-call = Aufruf
status-forthcoming = Angekündigt
status-open = Offen
status-closed = Geschlossen
status-cancelled = Zurückgezogen
status-unknown = Datum nicht bekannt
status-upcoming = Bevorstehend
status-undated = Ohne Datum
status-past = Vergangen
format-online = Online
format-onsite = Vor Ort
format-hybrid = Online und vor Ort
kind-academy = Akademie
kind-webinar = Webinar
kind-workshop = Workshop
kind-course = Kurs
kind-partners = Partner gesucht
kind-host = Gastgeber gesucht
kind-visitor = Gäste willkommen
kind-challenge = Challenge
chip-closes-within = { $days ->
    [one] Schließt innerhalb von { $days } Tag
   *[other] Schließt innerhalb von { $days } Tagen
}
located-yes = Auf der Karte
located-no = Standort nicht bekannt
kind-cluster-organisation = Clusterorganisation
kind-network = Netzwerk
kind-eurocluster = Eurocluster
kind-support-organisation = Unterstützungsorganisation
label-bronze = Bronze
label-silver = Silber
label-gold = Gold
label-until = { $level }, bis { $date }
chips = Gewählte Filter
chip-remove = Entfernen: { $what }
chip-text = „{ $text }“
chip-facet = { $facet }: { $value }
chip-unknown = { $facet }: { $value } (nicht in diesem Datensatz)
chip-left-out = ohne { $value }
chip-near = Im Umkreis von { $km } km um { $point }
chip-bbox = Im gewählten Kartenausschnitt
clear-all = Alles zurücksetzen
radius = Umkreis

## Map
map = Karte
zoom-in = Vergrößern
zoom-out = Verkleinern
near-me = In der Nähe
look-here = In diesem Ausschnitt suchen
selected = Auf der Karte ausgewählt
show-on-map = { $name } auf der Karte zeigen
map-attribution = Natural Earth; Orte: GeoNames (CC BY 4.0)
map-nothing-located = Von keiner dieser Organisationen ist der Ort bekannt. Sie stehen in der Liste.
map-failed = Die Karte lässt sich in diesem Browser nicht zeichnen. Die Liste zeigt alles.
locate-denied = Der Standort wurde nicht freigegeben; an der Auswahl hat sich nichts geändert. Stattdessen kann ein Land oder eine Region gewählt werden.
locate-unavailable = Das Gerät kann seinen Standort zurzeit nicht bestimmen. Stattdessen kann ein Land oder eine Region gewählt werden.
pile-title = { $count ->
    [one] { $count } Treffer an diesem Punkt
   *[other] { $count } Treffer an diesem Punkt
}
pile-note = Bekannt ist nur die Stadt; deshalb liegen sie auf der Karte am selben Punkt.

## Profile
save = Auf die Merkliste
save-on = Auf der Merkliste
save-named = Merkliste: { $name }
saved = Auf die Merkliste gesetzt
unsaved = Von der Merkliste entfernt
saved-full = Die Liste ist voll: höchstens { $most }. Entfernen Sie zuerst etwas.
compare-with = Vergleichen
profile-on-map = Auf der Karte zeigen
profile-facts = Angaben
profile-networks = Netzwerke, denen sie angehört
profile-networks-none = Kein Netzwerk dieses Datensatzes nennt sie.
profile-provenance = Woher einzelne Angaben stammen
provenance-of = { $field }, { $date }
provenance-failed = Welche Angaben von anderswo stammen, konnte nicht geladen werden.
stated-waiting = Wird geladen …
networks-failed = Die Netzwerke konnten nicht geladen werden: Es können mehr sein, als hier stehen.
stated-failed = Was Quellen darüber sagen, konnte nicht geladen werden.
stated-history = Geschichte, nicht mehr gültig
stated-ended = abgelaufen: { $date }
stated-until = gültig bis { $date }
stated-end-unknown = Ende der Gültigkeit nicht angegeben
stated-named-as = dort { $name } genannt
stated-inferred = aus dem Namen erschlossen
stated-by-name = nur über den Namen zugeordnet
role-coordinator = Koordinator
role-partner = Partner
fact-acronym = Kurzname
fact-region-code = { $region } ({ $code })
fact-position = { $lat }, { $lon } ({ $precision })
fact-city = Stadt
fact-city-listed = Stadt laut Quelle
fact-location = Koordinaten
fact-nace = NACE-Klassen
fact-members = Mitglieder
fact-founded = Gegründet
fact-staff = Personal (Vollzeitäquivalente)
fact-website = Website
fact-programmes = Programme
fact-technology-fields = Technologiefelder
fact-email = E-Mail
members-total = { $count } insgesamt
members-sme = { $count ->
    [one] { $count } KMU
   *[other] { $count } KMU
}
members-large = { $count ->
    [one] { $count } Großunternehmen
   *[other] { $count } Großunternehmen
}
members-research = { $count ->
    [one] { $count } Forschungseinrichtung
   *[other] { $count } Forschungseinrichtungen
}
members-other = { $count ->
    [one] { $count } weiteres
   *[other] { $count } weitere
}
precision-exact = genau
precision-street = auf die Straße genau
precision-city = auf die Stadt genau, keine Anschrift
precision-region = auf die Region genau
expertise-inferred = Aus dem Namen abgeleitet
expertise-declared = Von der Organisation angegeben
source = Quelle
source-retrieved = abgerufen am { $date }
record-updated = Eintrag aktualisiert am { $date }.
dataset-published = Datensatz veröffentlicht am { $date }.
neighbours = Nachbarn
close-by = In der Nähe
close-by-none = Im Umkreis von 100 km ist keine andere Organisation im Datensatz.
close-by-unlocated = Der Standort ist nicht bekannt; deshalb lässt sich nichts in der Nähe nennen.
close-by-all = Alle im Umkreis von { $km } km
same-city = am selben Ort
complementary = Komplementär
complementary-note = Dasselbe Fachgebiet in anderen Ländern.
complementary-none = In anderen Ländern ist keine Organisation mit demselben Fachgebiet bekannt.
complementary-all = Alle mit mindestens einem gemeinsamen Fachgebiet

## Compare
compare-title = Organisationen vergleichen
compare-empty = Noch nichts zu vergleichen. In einem Profil „Vergleichen“ wählen oder bei der Merkliste beginnen.
compare-missing = Nicht in diesem Datensatz: { $ids }
compare-remove = { $name } aus dem Vergleich entfernen
compare-differs = (unterschiedlich)
compare-full = Bis zu vier Organisationen passen nebeneinander.
compare-hint = Organisationen auf der Merkliste können hier verglichen werden.
compare-add = Von der Merkliste hinzufügen

## Shortlist
shortlist-title = Merkliste
shortlist-note = Nur auf diesem Gerät gespeichert. Sie lässt sich als Link oder QR-Code weitergeben.
shortlist-not-kept = Dieser Browser erlaubt der Seite keine Speicherung; beim Schließen der Seite geht die Liste verloren. Mit dem Link unten lässt sie sich aufbewahren.
shortlist-shared-title = Eine geteilte Merkliste
shortlist-shared-note = Diese Liste wurde per Link geteilt. Die eigene Liste bleibt unverändert, solange die Organisationen nicht übernommen werden.
shortlist-keep = In die eigene Merkliste übernehmen
shortlist-kept = In die eigene Merkliste übernommen
shortlist-compare = Die ersten vier vergleichen
shortlist-clear = Merkliste leeren
shortlist-empty = Die Liste ist leer. Das Lesezeichen neben einem Namen setzt die Organisation auf die Liste.
shortlist-gone = { $count ->
    [one] { $count } ist nicht in diesem Datensatz: { $ids }
   *[other] { $count } sind nicht in diesem Datensatz: { $ids }
}
share-title = Diese Liste weitergeben
share-note = Der Link enthält die Liste selbst. Nirgends sonst wird etwas gespeichert.
share-link = Link zu dieser Liste
share-qr = QR-Code des Links zu dieser Liste
copy-link = Link kopieren
page-link = Link zu dieser Seite
link-copied = Link kopiert
link-not-copied = Der Browser hat das Kopieren nicht erlaubt. Der Link lässt sich markieren und von Hand kopieren.
qr-too-long = Die Liste ist zu lang für einen QR-Code. Der Link funktioniert trotzdem.

## Coverage
coverage-title = Abdeckungsmatrix
coverage-rows = Zeilen
coverage-columns = Spalten
coverage-cell = { $row }, { $column }: { $count }
coverage-total = Gesamt
coverage-total-of = { $what }, gesamt: { $count }
coverage-without = { $count ->
    [one] Bei { $count } Treffer ist unter „{ $facet }“ nichts angegeben; er steht in keiner Zelle.
   *[other] Bei { $count } Treffern ist unter „{ $facet }“ nichts angegeben; sie stehen in keiner Zelle.
}
coverage-show-all = Alle Spalten zeigen
coverage-left-out = { $count ->
    [one] { $count } weitere Spalte wird nicht gezeigt.
   *[other] { $count } weitere Spalten werden nicht gezeigt.
} Nach der Wahl eines Landes erscheinen dessen Regionen.

## Offene Aufrufe
calls-title = Offene Aufrufe
calls-count = { $count ->
    [one] { $count } Aufruf passt, { $open ->
        [0] er ist nicht offen
       *[other] er ist offen
    }
   *[other] { $count } Aufrufe passen, { $open ->
        [0] keiner davon ist offen
        [one] { $open } davon ist offen
       *[other] { $open } davon sind offen
    }
}
calls-count-none = Kein Aufruf passt
calls-none-open = Am { $date } ist kein Aufruf offen.
calls-forthcoming = { $count ->
    [0] Kein Aufruf ist angekündigt.
    [one] { $count } Aufruf ist angekündigt.
   *[other] { $count } Aufrufe sind angekündigt.
}
calls-undated = { $count ->
    [one] Von { $count } Aufruf ist der Termin nicht bekannt.
   *[other] Von { $count } Aufrufen sind die Termine nicht bekannt.
}
calls-unsure = { $count ->
    [one] Bei { $count } der offenen Aufrufe ist kein Eröffnungstag angegeben; er kann auch später geöffnet haben.
   *[other] Bei { $count } der offenen Aufrufe ist kein Eröffnungstag angegeben; sie können auch später geöffnet haben.
}
calls-archive = { $count ->
    [one] { $count } geschlossener Aufruf ist im Archiv.
   *[other] { $count } geschlossene Aufrufe sind im Archiv.
}
back-to-calls = Zurück zu den offenen Aufrufen
go-to-calls = Alle Aufrufe ansehen
closing-soon = Schließt bald
closes-within = Schließt innerhalb von
closes-any-time = Beliebig
closes-within-days = { $days } Tagen
sort-deadline = Frist
view-timeline = Zeitleiste
at-notice = Sie sehen den Stand vom { $date }.
at-today = Zurück zu heute
at-not-a-day = „{ $given }“, der Tag in diesem Link, ist kein Tag des Kalenders. Sie sehen den Stand von heute.
at-remove = Tag entfernen
at-choose = Stand am
dot = { $first } · { $second }
comma = , { $words }
in-brackets = ({ $words })
moment = { $date }, { $time } { $zone }
moment-no-time = { $date } (Uhrzeit nicht angegeben)
moment-own = { $moment } Ihrer Zeit
moment-plain = { $date }, { $time }
moment-from-to = { $from } bis { $to }
zone-winter = MEZ
zone-summer = MESZ
clock = { $time } { $zone }
closes-today = schließt heute
closes-today-at = schließt heute um { $time }
closes-tomorrow = schließt morgen
closes-tomorrow-at = schließt morgen um { $time }
closes-in-days = schließt in { $count } Tagen
closes-in-months = schließt in { $count } Monaten
closes-in-years = schließt in { $count } Jahren
call-next-cutoff = nächster Stichtag { $away }
call-rounds = schließt am { $date } ({ $count ->
    [one] noch { $count } weiterer Stichtag
   *[other] noch { $count } weitere Stichtage
})
call-rounds-unknown = weitere Stichtage können folgen
call-opening-unknown = Eröffnungstag nicht angegeben
closed-today-at = heute um { $time } geschlossen
closed-yesterday = gestern geschlossen
closed-days-ago = vor { $count } Tagen geschlossen
closed-months-ago = vor { $count } Monaten geschlossen
closed-years-ago = vor { $count } Jahren geschlossen
away-today = heute
away-today-at = heute um { $time }
away-tomorrow-at = morgen um { $time }
away-tomorrow = morgen
away-in-days = in { $count } Tagen
away-in-months = in { $count } Monaten
away-in-years = in { $count } Jahren
away-yesterday = gestern
away-days-ago = vor { $count } Tagen
away-months-ago = vor { $count } Monaten
away-years-ago = vor { $count } Jahren
call-open-end = offen, Schlusstermin nicht angegeben
call-opens = öffnet am { $date }, { $away }
call-dates-unknown = Termine nicht bekannt
call-cancelled = Dieser Aufruf wurde zurückgezogen.
call-of-network = Ausgeschrieben vom Netzwerk
call-dates = Termine
call-opens-on = Öffnet
call-cutoffs = Stichtage
call-published = Veröffentlicht
call-deadline-unknown = Den Aufruf gibt es, sein Schlusstermin ist nicht bekannt.
call-deadline-words = Frist, wie die Quelle sie nennt: { $words }
cutoff-passed = vorbei
cutoff-passed-short = { $moment } (vorbei)
cutoff-next = nächster Stichtag
call-facts = Angaben
call-eligible = Teilnahmeberechtigte Länder
call-any-country = Jedes Land
call-eligibility-not-stated = Förderberechtigung nicht angegeben
call-eligibility-stated = Von dort kann man sich bewerben, laut Aufruf
calls-eligibility-not-stated = { $count ->
    [one] Bei einem davon ist nicht angegeben, von wo man sich bewerben darf. Er steht hinter den übrigen seines Standes.
   *[other] Bei { $count } davon ist nicht angegeben, von wo man sich bewerben darf. Sie stehen je Stand hinter den übrigen.
}
call-budget = Mittel
call-max-grant = Höchste Förderung
call-ecosystem-none = Kein Ökosystem angegeben
call-topic = Thema
call-action-type = Art der Maßnahme
call-official-page = Offizielle Seite
call-official-page-unknown = Die amtliche Seite ist nicht bekannt; die Quellen stehen unten.
call-official-page-list = eine Liste vieler Aufrufe, in der dieser zu suchen ist
money-eur = { $amount } EUR
money-eur-note = { $amount } EUR ({ $note })
region-of = { $region } ({ $country })
calendar-add = Termine in den Kalender
introduce-request = Partnergesuch einstellen
profile-register = Ihre Organisation eintragen
profile-register-lead = Sagen Sie, was über Ihre Organisation zu wissen ist. Es wird vor der Veröffentlichung geprüft. Ein Konto ist nicht nötig.
profile-about = Ihre Organisation fehlt? Tragen Sie sie ein
profile-correct = Korrektur vorschlagen
profile-correct-lead = Ändern Sie, was falsch ist, und ergänzen Sie, was fehlt; den Rest lassen Sie stehen. Es wird vor der Veröffentlichung geprüft. Ein Konto ist nicht nötig.
profile-nobody = Diese Website sagt nicht, wer Vorschläge zu Organisationen entgegennimmt, darum gibt es hier kein Formular. Woher die Daten stammen:
profile-name = Name der Organisation
profile-summary = Was sie tut, auf Englisch
profile-summary-de = Was sie tut, auf Deutsch
profile-summary-fr = Was sie tut, auf Französisch
profile-summary-others = Auch in anderen Sprachen beschreiben
profile-summary-hint = Als einfacher Text. Alle können ihn sehen.
profile-email = E-Mail-Adresse für alle
profile-email-hint = Eine Funktionsadresse wie info@example.org. Sie wird veröffentlicht.
profile-email-personal = Das sieht nach der Adresse einer Person aus, und sie würde veröffentlicht. Gibt es eine Funktionsadresse wie info@ oder office@? Wenn nicht, können Sie sie stehen lassen.
profile-town = Ort
profile-town-hint = Wählen Sie aus der Liste. Steht er nicht darin, lassen Sie das Feld leer und nennen Sie ihn in den Anmerkungen: Dann wird nur das Land gezeigt.
profile-town-picked = Aus der Liste gewählt
profile-town-of-map = aus der Liste größerer Städte; wählen Sie unten das Land
profile-expertise = Fachgebiete
profile-expertise-hint = Was Sie wählen, wird als Angabe der Organisation gezeigt.
profile-size-text = Lassen Sie leer, was Sie nicht wissen oder nicht sagen möchten.
profile-founded = Gründungsjahr
profile-members = Mitglieder insgesamt
profile-members-sme = Davon kleine und mittlere Unternehmen
profile-members-large = Davon große Unternehmen
profile-members-research = Davon Forschungs- und Bildungseinrichtungen
profile-proposer-text = Das dient nur Rückfragen und wird nicht veröffentlicht.
profile-contact-name = Ihr Name
profile-contact-hint = Rückfragen gehen an diese Adresse. Sie wird nicht veröffentlicht.
profile-relation = Was Sie mit der Organisation verbindet
profile-relation-staff = Ich arbeite dort
profile-relation-member = Ich gehöre zu einem ihrer Mitglieder
profile-relation-authority = Ich gehöre zu einer öffentlichen Stelle, die für Cluster zuständig ist
profile-relation-other = Etwas anderes
profile-note = Anmerkungen
profile-note-hint = Zum Beispiel, wo sich das nachprüfen lässt. Wird nicht veröffentlicht.
profile-change = { $before } → { $after }
profile-proposed-on = Sie haben am { $date } eine Korrektur vorgeschlagen; sie ist noch nicht in den veröffentlichten Daten.
profile-not-published = Vorgeschlagen: noch nicht in den veröffentlichten Daten.
profile-is-published = Das steht inzwischen in den veröffentlichten Daten.
profile-changed-since = Die veröffentlichten Daten haben sich seit Ihrem Vorschlag geändert: Sie sagen inzwischen etwas anderes.
profile-see = Zum Profil
call-save = Aufruf merken
call-save-on = Gemerkt
call-save-named = Merken: { $name }
call-saved = Aufruf auf diesem Gerät gemerkt
saved-for-now = Hinzugefügt, aber dieser Browser lässt die Seite die Liste nicht behalten: Sie geht verloren, wenn die Seite geschlossen wird.
call-unsaved = Aufruf nicht mehr gemerkt
timeline = Zeitleiste der Aufrufe
timeline-call = Aufruf
timeline-opens = Öffnet
timeline-cutoffs = Stichtage
timeline-earlier = ← bis { $date }
legend-open = offen, von der Eröffnung bis zum letzten Stichtag
legend-unstated = Eröffnungstag nicht angegeben
legend-cutoff = Stichtag
legend-passed = vergangener Stichtag
legend-day = der betrachtete Tag
answerers = Organisationen, die sich bewerben könnten
answerers-note = { $count ->
    [one] { $count } Organisation teilt das Thema und darf sich bewerben, soweit bekannt.
   *[other] { $count } Organisationen teilen das Thema und dürfen sich bewerben, soweit bekannt.
}
answerers-no-subject = Der Aufruf nennt kein Ökosystem und kein Thema aus den Profilen; nichts unterscheidet hier eine Organisation von der anderen.
answerers-none = Von keiner Organisation des Datensatzes ist bekannt, dass sie das Thema teilt und zu denen gehört, für die der Aufruf ist.
answerers-members = { $count ->
    [one] { $count } Organisation teilt das Thema. Selbst bewerben kann sie sich nicht: Der Aufruf ist für { $audience }. Solche Mitglieder kann sie haben.
   *[other] { $count } Organisationen teilen das Thema. Selbst bewerben können sie sich nicht: Der Aufruf ist für { $audience }. Solche Mitglieder können sie haben.
}
answerers-differs = Karte und Liste filtern nach Ökosystem oder Thema und nach ganzen Ländern; für wen ein Aufruf ist, wissen sie nicht. Deshalb finden sie auch andere.
answerers-eligible = teilnahmeberechtigte Länder
answerers-explore = { $count } auf Karte und Liste: { $filters }
answerable = Aufrufe, die passen könnten
answerable-none = Von keinem offenen oder angekündigten Aufruf ist bekannt, dass er passt.
answerable-all = Alle Aufrufe, an denen { $country } teilnehmen kann
answerable-waiting = Aufrufe werden geladen…
reasons = Warum:
reason-country = { $country } ist teilnahmeberechtigt
reason-group = teilnahmeberechtigt als Teil von: { $group }
reason-region = teilnahmeberechtigte Region: { $region }
reason-any-country = für jedes Land offen
reason-eligibility-not-stated = welche Länder förderberechtigt sind, ist nicht angegeben
reason-group-unknown = ob ihr Land zu „{ $group }“ zählt, ist nicht bekannt
reason-region-unknown = nur einige Regionen ihres Landes sind teilnahmeberechtigt, ihre eigene ist nicht bekannt
reason-ecosystem = gleiches Ökosystem: { $ecosystem }
reason-call-ecosystem-unknown = der Aufruf nennt kein Ökosystem
reason-organisation-ecosystem-unknown = ihr Ökosystem ist nicht bekannt
reason-expertise = der Aufruf nennt { $topic }
reason-audience = für { $audience }
reason-members = für ihre Mitglieder: { $audience }
reason-members-unknown = für { $audience }; ob sie solche Mitglieder hat, ist nicht bekannt
reason-audience-unknown = für wen der Aufruf ist, ist nicht bekannt
saved-calls-title = Gemerkte Aufrufe
saved-calls-note = Nur auf diesem Gerät gespeichert, der nächste zuerst. Sie können die Liste als Link oder QR-Code weitergeben.
saved-calls-shared-title = Geteilte Aufrufe
saved-calls-shared-note = Jemand hat diese Aufrufe mit Ihnen geteilt. Ihre eigene Liste bleibt, wie sie ist, wenn Sie sie nicht hinzufügen.
saved-calls-keep = Diese Aufrufe merken
saved-calls-kept = Aufrufe auf diesem Gerät gemerkt
saved-calls-empty = Noch ist nichts gemerkt. Das Lesezeichen neben einem Aufruf legt ihn hier ab.
saved-calls-clear = Alle gemerkten Aufrufe entfernen
saved-calls-cleared = Alle gemerkten Aufrufe wurden entfernt
saved-calls-gone = { $count ->
    [one] { $count } ist nicht in diesem Datensatz: { $ids }
   *[other] { $count } sind nicht in diesem Datensatz: { $ids }
}
calendar-cutoff = Stichtag: { $title }
calendar-no-time = Die Quelle nennt keine Uhrzeit; der Tag zählt bis zu seinem Ende in Brüssel.
calendar-name = { $what } – { $title }
calendar-done = Die Termine wurden in Ihren Downloads gespeichert
calls-to-calendar = Termine in den Kalender
calls-feed = Feed der offenen Aufrufe
calendar-subscribe = Kalender zum Abonnieren
events-feed = Feed der Veranstaltungen
news-feed = Feed der Nachrichten
sources = Quellen
loading-collection = Wird geladen…
collection-failed-others = Der Rest der Anwendung funktioniert auch ohne.
filters-show-results = { $count ->
    [one] { $count } Ergebnis zeigen
   *[other] { $count } Ergebnisse zeigen
}
facet-count-results = { $count ->
    [one] Ergebnis
   *[other] Ergebnisse
}
suggestion-word-results = { $count ->
    [one] { $count } Ergebnis
   *[other] { $count } Ergebnisse
}
nothing-found-results = Nichts passt zu alledem. Entfernen Sie einen Filter oder suchen Sie mit weniger Wörtern.

## Export
export = Exportieren
export-what = { $count ->
    [one] Die zurzeit gefundene Organisation, mit dem Link zu dieser Ansicht, dem heutigen Datum und den Quellen.
   *[other] Die { $count } zurzeit gefundenen Organisationen, mit dem Link zu dieser Ansicht, dem heutigen Datum und den Quellen.
}
export-what-results = { $count ->
    [one] Was zurzeit passt, ein Datensatz, mit dem Link zu dieser Ansicht, dem heutigen Datum und den Quellen.
   *[other] Was zurzeit passt, { $count } Datensätze, mit dem Link zu dieser Ansicht, dem heutigen Datum und den Quellen.
}
export-csv = für Tabellenkalkulationen
export-geojson = für Karten, einschließlich der Organisationen ohne Standort
export-xlsx = für Excel und andere Tabellenkalkulationen, mit Namen neben den Kürzeln
export-json = alles, im Format des Datensatzes
export-done = Die Datei liegt bei den Downloads
export-failed = Die Datei konnte nicht erzeugt oder gespeichert werden
print-note = die Liste, wie sie jetzt ist
export-embed = Einbetten
export-embed-note = diese Ansicht auf der eigenen Seite, mit ihren Filtern

## Embed
embed-title = Eine Ansicht auf der eigenen Seite einbetten
embed-lead = Ein Schnipsel zeigt die Karte, die Aufrufe, eine Schulung oder eine Organisation auf Ihrer Seite: gefiltert, in Ihren Farben, ohne Cookies. Ihre Seite lädt nur wenige Kilobyte, bis jemand in die Nähe kommt.
embed-view-title = Was gezeigt wird
embed-view-main = Hauptansichten
embed-view-other = Eine andere: der Link unten
embed-view-label = Ansicht
embed-view-note = Jeder Link dieser Website: Stellen Sie die Filter ein, wählen Sie „Einbetten“ im Export oder fügen Sie hier einen Link ein.
embed-view-unknown = Das ist keine Ansicht dieser App, die eine andere Seite zeigen kann. Wählen Sie eine aus der Liste oder fügen Sie einen Link dieser Website mit dem Teil hinter # ein, etwa #/calls oder #/country/FR. Der Code unten zeigt die vorige.
embed-view-elsewhere = Dieser Link gehört nicht zu dieser Website: Nur der Teil hinter # wurde übernommen, und diese Website zeigt ihn.
embed-look-title = Wie es aussieht
embed-as-host = Wie Ihre Seite
embed-theme = Farbschema
embed-theme-light = Hell
embed-theme-dark = Dunkel
embed-accent = Akzentfarbe
embed-accent-own = Wie in Cluster Atlas
embed-accent-choose = Ihre Akzentfarbe
embed-accent-note = Eine Farbe, die als Schrift nicht lesbar wäre, wird so weit abgedunkelt oder aufgehellt, bis sie es ist.
embed-parts = Teile
embed-part-search = Suchfeld
embed-part-filters = Filter
embed-part-views = Auswahl der Ansicht
embed-part-tools = Sortierung und Export
embed-height = Höhe
embed-height-auto = So hoch wie der Inhalt
embed-height-fixed = Fest, der Inhalt scrollt
embed-height-pixels = Pixel
embed-preview-title = Vorschau
embed-preview-phone = Telefon
embed-preview-desktop = Desktop
embed-snippet-title = Was Sie einfügen
embed-kind = Wo fügen Sie es ein?
embed-kind-link = Überall: ein Link, der zur Ansicht wird
embed-kind-element = Eine selbst geschriebene Seite
embed-kind-div = Ein Editor, der unbekannte Elemente entfernt
embed-kind-frame = Eine Seite ohne fremde Skripte
embed-kind-wordpress = WordPress
embed-kind-drupal = Drupal
embed-recipe-link = Entfernt Ihr Editor das Skript, so setzen Sie diese Zeile einmal in die Vorlage Ihrer Website. Auch ohne sie funktioniert der Link.
embed-recipe-element = Setzen Sie es dorthin, wo die Ansicht stehen soll. Das Skript darf an beliebiger Stelle geladen werden, auch mehrmals.
embed-recipe-div = Dasselbe mit einem Element, das jeder Editor kennt.
embed-recipe-frame = Der Rahmen wächst nicht von selbst: Geben Sie ihm die gewünschte Höhe. Der Inhalt scrollt.
embed-recipe-wordpress = Fügen Sie einen Block „Individuelles HTML“ hinzu und fügen Sie dies ein. Wo WordPress Skripte entfernt, bitten Sie die für das Theme zuständige Person, das Skript einmal für alle Seiten zu laden; der Link wird dann zur Ansicht.
embed-recipe-drupal = Wählen Sie das Textformat „Vollständiges HTML“ und fügen Sie dies in den Quelltext ein. Andere Formate entfernen das Skript: Dann muss eine Bibliothek des Themes es laden, das Element bleibt.
embed-snippet-label = Schnipsel
embed-copy = Schnipsel kopieren
embed-copied = Der Schnipsel ist in der Zwischenablage
embed-not-copied = Der Browser hat das Kopieren nicht erlaubt: Der Text ist markiert, kopieren Sie ihn mit Strg oder ⌘ und C
embed-link-text = Cluster, Aufrufe und Schulungen auf einer Karte
embed-pasted-title = Wo Links zu Einbettungen werden
embed-pasted-text = Manche Websites machen aus einem eingefügten Link von selbst eine Einbettung (oEmbed). Für sie hat diese Ansicht eine eigene Seite:
embed-pasted-none = Manche Websites machen aus einem eingefügten Link von selbst eine Einbettung (oEmbed). Diese Ansicht hat keine Seite dafür: ganze Sammlungen, Länder und Organisationen haben eine.
embed-pasted-off = Manche Websites machen aus einem eingefügten Link von selbst eine Einbettung (oEmbed). Diese Website bietet das noch nicht: Wer sie betreibt, muss ihre Adresse in config.json eintragen („address“) und sie neu bauen.
embed-policy-title = Was Ihre Seite erlauben muss
embed-policy-text = Wenn Ihre Website eine Content-Security-Policy sendet, muss diese Website an zwei Stellen darin stehen:
embed-policy-note = Nichts weiter: keine Stile, keine Verbindungen, kein eigenes WebAssembly. Der einfache Rahmen braucht nur den zweiten Teil.
embed-doctor-title = Es erscheint nicht?
embed-doctor-text = Fügen Sie die Richtlinie ein, die Ihre Website sendet, oder den Quelltext Ihrer Seite, wie Ihr Browser ihn gespeichert hat. Nichts davon verlässt diese Seite.
embed-doctor-label = Richtlinie oder HTML
embed-doctor-line = Die Zeile für Ihre Webmaster:
embed-doctor-line-of = Die Zeile für Ihre Webmaster zu Richtlinie { $number }:
embed-doctor-of-policy = Richtlinie { $number } – { $finding }
embed-doctor-none = Darin steht keine Richtlinie: weder ein Header Content-Security-Policy noch eine seiner Direktiven. Wenn Ihre Website keine sendet, steht auch keine im Weg.
embed-doctor-report-only = Die Richtlinie ist Content-Security-Policy-Report-Only: Browser melden nur, was sie nicht erlaubt, und blockieren nichts.
embed-doctor-colon = „{ $directive }:“ hat einen Doppelpunkt hinter dem Namen, deshalb übergehen Browser diese Direktive. In der Zeile unten steht sie ohne.
embed-doctor-semicolon = „{ $directive }“ steht unter den Quellen von { $within }: Davor fehlt ein Semikolon, deshalb lesen Browser es nicht als Direktive.
embed-doctor-sandbox = sandbox: Der Seite und allen Rahmen darin fehlt { $missing }. Ohne allow-same-origin hat die Seite keinen eigenen Ursprung, und der Rahmen kann seine Daten nicht laden.
embed-doctor-trusted-types = require-trusted-types-for 'script': Das Skript, das Titel, Anzahl und erste Zeilen bringt, wird abgewiesen. Der Rahmen erscheint ohne sie.
embed-doctor-isolated = Cross-Origin-Embedder-Policy: Ein Rahmen braucht das Attribut „credentialless“. Das Skript setzt es; in den einfachen Rahmen müssen Sie es schreiben: <iframe credentialless …>. Browser, die es nicht kennen, zeigen keinen Rahmen.
embed-script-silent = Skripte: Die Richtlinie sagt nichts dazu, das Skript darf laufen.
embed-script-allowed = Skripte: { $directive } erlaubt das Skript.
embed-script-blocked = Skripte: { $directive } nennt diese Website nicht, das Skript wird blockiert.
embed-script-nonce = Skripte: { $directive } enthält 'strict-dynamic', das Skript-Element braucht also die Nonce Ihrer Seiten.
embed-frame-silent = Rahmen: Die Richtlinie sagt nichts dazu, der Rahmen darf laden.
embed-frame-allowed = Rahmen: { $directive } erlaubt den Rahmen.
embed-frame-blocked = Rahmen: { $directive } nennt diese Website nicht, der Rahmen wird blockiert.
embed-page-nothing = Nichts in dieser Seite nennt diese Website: Der Editor hat den ganzen Schnipsel entfernt. Versuchen Sie es mit dem Link.
embed-page-whole = Der Schnipsel ist vollständig: Skript und Element sind da.
embed-page-frame = Der Rahmen ist mit seiner Adresse da.
embed-page-frame-sandbox = Der Rahmen ist da, aber seiner Sandbox fehlt { $missing }. Fügen Sie den Schnipsel mit allen Attributen ein.
embed-page-held-back = Ein Rahmen ist da, doch seine Adresse wurde beiseitegelegt: Ein Einwilligungswerkzeug hält ihn zurück, bis Besucher zustimmen. Er setzt keine Cookies, darf also ausgenommen werden.
embed-page-no-script = Das Skript fehlt: Der Editor hat es entfernt. Lassen Sie es von der Vorlage der Website laden, dann wird der Rest zur Ansicht.
embed-page-script-held = Das Skript ist da, aber ein Einwilligungs- oder Cache-Werkzeug hält es zurück: Im Element steht { $sign }. Es setzt keine Cookies: Tragen Sie embed.js bei den Ausnahmen des Werkzeugs ein.
embed-page-only-script = Das Skript ist da, aber weder das Element noch der Link, aus denen es die Ansicht macht.
embed-page-only-link = Nur ein gewöhnlicher Link zu dieser Website ist übrig: Er funktioniert, wird aber ohne „mode=embed“ in der Adresse und ohne das Skript nicht zur Ansicht.
embed-page-as-text = Die Seite zeigt den Schnipsel als Text: Er wurde in den visuellen Editor eingefügt. Fügen Sie ihn in einen HTML-Block ein (in WordPress „Individuelles HTML“) oder in den Quelltext.
embed-page-comment = Diese Website wird nur genannt, wo Browser nicht hinsehen: in einem Kommentar oder einem anderen Skript. Nehmen Sie den Schnipsel dort heraus.
embed-about = Dies auf der eigenen Seite zeigen

## About the data
about-title = Über die Daten
about-independent = Cluster Atlas ist ein unabhängiges Open-Source-Projekt. Es ist keine offizielle Website der Europäischen Union.
about-sources = Quellen
about-report = Ladebericht
about-report-note = Was aus jeder Datei gelesen wurde. Jeder gelesene Eintrag wurde entweder geladen oder abgewiesen: Die beiden Zahlen ergeben zusammen die gelesenen.
about-download = Bericht herunterladen (CSV)
about-software = Die Anwendung
about-software-text = Alles läuft im Browser. Die Anwendung ist freie Software unter der MIT- oder der Apache-2.0-Lizenz.
about-privacy = Keine Cookies, keine Besuchsauswertung. Die Seite fragt keinen anderen Server an, es sei denn, der Betreiber hat Kartenkacheln eines anderen Anbieters eingerichtet. Die Merkliste bleibt auf diesem Gerät.
figure-organisations = Organisationen
figure-countries = Länder
figure-located = Mit Standort
figure-unlocated = Ohne Standort
figure-ecosystem = Mit Ökosystem
figure-expertise = Mit Fachgebiet
report-file = Datei
report-read = Gelesen
report-loaded = Geladen
report-refused = Abgewiesen
report-findings = Befunde
report-nothing = In keinem Eintrag wurde ein Problem gefunden.
findings-title = Befunde
findings-more = { $count ->
    [one] { $count } weiterer steht im Download.
   *[other] { $count } weitere stehen im Download.
}
finding-record = Eintrag
finding-field = Feld
finding-value = Wert
finding-what = Was geschehen ist
severity-refused = Eintrag abgewiesen
severity-dropped = Wert weggelassen
severity-noted = Hinweis
finding-not-an-object = das ist kein Eintrag
finding-missing-id = die Kennung fehlt
finding-bad-id = die Kennung enthält Zeichen, die in einem Link nicht möglich sind
finding-duplicate-id = ein anderer Eintrag hat dieselbe Kennung
finding-made-id = eine Kennung wurde aus dem Namen gebildet
finding-missing-name = der Name fehlt
finding-missing-country = das Land fehlt
finding-bad-country = das ist kein Ländercode
finding-proposed-country = das Land gibt es nicht, oder es ist nicht eindeutig; nach seinem Punkt oder seinen Worten könnte der Eintrag in einem von diesen liegen
finding-wrong-type = hier wird eine andere Art von Wert erwartet
finding-out-of-range = die Zahl liegt außerhalb des Möglichen
finding-missing-coordinate = eine der beiden Koordinaten fehlt
finding-missing-precision = es fehlt die Angabe, wie genau der Standort ist
finding-swapped-coordinates = Breite und Länge scheinen vertauscht zu sein
finding-null-island = der Punkt 0, 0 liegt im Atlantik
finding-placed-by-town = hat keinen eigenen Punkt und steht in der Mitte der Stadt, die angegeben ist
finding-placed-by-shape = hat eine Form, die kein Punkt ist, und steht in deren Mitte, so genau wie eine Region
finding-no-point = die Datei nennt dafür keine Form mit Koordinaten
finding-far-from-country = der Punkt liegt weit außerhalb des Landes
finding-unknown-term = das Vokabular kennt diesen Begriff nicht; er bleibt erhalten
finding-unknown-organisation = der Datensatz enthält diese Organisation nicht
finding-bad-term = das kann nicht die Kennung eines Begriffs sein
finding-missing-label = der Begriff hat keine Bezeichnung; gezeigt wird seine Kennung
finding-bad-code = das ist kein Regions- oder Sprachcode
finding-duplicate-value = derselbe Wert kommt zweimal vor
finding-too-many = es sind zu viele Werte
finding-unsafe-address = nur Webadressen (https oder http) werden zu Links
finding-bad-address = das ist keine Webadresse
finding-private-address = nur Rechner im selben Netz können diese Adresse öffnen
finding-completed-address = die Adresse wurde um https:// ergänzt
finding-bad-email = das ist keine E-Mail-Adresse
finding-bad-day = das ist kein Tag in der Form JJJJ-MM-TT
finding-bad-time = das ist keine Uhrzeit in der Form HH:MM
finding-out-of-order = die Termine standen nicht in zeitlicher Folge und wurden sortiert
finding-contradiction = ein anderer Wert desselben Eintrags sagt etwas anderes
finding-other-time-zone = für die Uhrzeiten ist eine andere Zeitzone angegeben; sie werden als Brüsseler Zeit angezeigt
finding-missing-value = dieser Wert fehlt
finding-unknown-value = das ist keiner der hier erwarteten Werte
finding-unknown-field = das Format kennt dieses Feld nicht
finding-too-long = der Text ist zu lang und wurde gekürzt
finding-hidden-characters = unsichtbare Zeichen wurden entfernt
finding-bad-encoding = einige Zeichen sind nicht lesbar
finding-extra-cells = die Zeile hat mehr Zellen als die Kopfzeile
finding-official-name = stattdessen wird der amtliche Name aus dem Vokabular gezeigt
finding-mended = der Wert war anders geschrieben und wurde wie gezeigt gelesen
finding-placeholder = das steht für eine leere Zelle und wurde als leer gelesen
finding-short-row = die Zeile hat weniger Zellen als die Kopfzeile
finding-cut-short = die Datei endet mitten in dieser Zeile
finding-guessed-encoding = der Text ist nicht UTF-8, seine Kodierung wurde geraten
finding-twice-encoded = der Text sieht doppelt kodiert aus
finding-corrected-by-hand = eine Zelle wurde von Hand berichtigt
finding-step-without-effect = was die Wahl der Spalten herausnimmt oder woran sie teilt, steht dort nicht
finding-title-row = diese Zeile über der Kopfzeile wurde für einen Titel gehalten
finding-personal-email = das sieht nach der E-Mail-Adresse einer Person aus, gefragt ist eine Funktionsadresse
finding-likely-duplicate = das sieht nach demselben Eintrag wie ein früherer aus
finding-in-words = das Datum ist nicht lesbar, es bleibt in Worten stehen
finding-unreadable-record = der Eintrag ist kein gültiges JSON
finding-open-quote = ein Anführungszeichen wird hier geöffnet und nicht geschlossen; was folgt, gilt als Text, ohne das Zeichen
finding-merged-cell = die Zelle ist mit der darüber verbunden, deren Wert gilt auch hier
finding-link-not-taken = der Link hinter dieser Zelle wurde nicht übernommen, nur ihr Text
finding-rounded-number = ein Tabellenprogramm hat diese Zahl gerundet, ihre letzten Ziffern sind verloren
finding-near-term = ist keine bekannte Kategorie; die gezeigte schreibt sich fast genauso
finding-chosen-sheet = die Arbeitsmappe hat mehrere Blätter; dieses wurde gelesen
finding-count-differs = es wurden nicht so viele Zeilen gelesen, wie eine zweite Zählung fand

# Schulungen, Partnergesuche, die Formulare dafür und was daraus wird
nav-training = Schulungen
nav-requests = Partnergesuche
cancel = Abbrechen
go-to-trainings = Alle Schulungen ansehen
back-to-trainings = Zurück zu den Schulungen
back-to-training = Zurück zur Schulung
back-to-requests = Zurück zu den Partnergesuchen
sort-next-session = nächster Termin
comma-title = { $words }: { $title }
trainings-title = Schulungen
trainings-count-none = Keine Schulung passt
trainings-count = { $count ->
    [one] { $count } Schulung passt, { $open ->
        [0] sie ist nicht offen zur Anmeldung
       *[other] sie ist offen zur Anmeldung
    }
   *[other] { $count } Schulungen passen, { $open ->
        [0] keine davon offen zur Anmeldung
        [one] { $open } offen zur Anmeldung
       *[other] { $open } offen zur Anmeldung
    }
}
training-no-dates = Termine nicht bekannt
training-apply-until = Anmeldung bis { $date }
training-sessions = Termine
training-facts = Angaben
training-page = Seite der Schulung
training-closed = Bewerbungsschluss war am { $date }.
training-begun = Die Schulung hat am { $date } begonnen; bis dahin konnte man sich anmelden.
training-over = Die Schulung endete am { $date }.
training-undated = Ein Termin der nächsten Ausgabe ist nicht bekannt.
training-deadline = Anmeldung bis
training-format-assumed = (angenommen: die Quelle sagt es nicht)
training-capacity = Plätze
training-participants = Teilgenommen haben
training-host = Veranstaltet von
training-note = Anmerkung
capacity-range = { $from } bis { $to }
capacity-most = bis zu { $to }
session-times = { $date }, { $start } bis { $end } { $zone }
session-next = nächster Termin
session-over = vorbei
session-place-or-online = { $place } oder online
session-place-unknown = Ort nicht bekannt
calendar-all-sessions = Kommende Termine in den Kalender
calendar-add-one = In den Kalender
calendar-add-session = In den Kalender: { $session }
calendar-my-sessions = Meine Termine in den Kalender
sign-up-register = Anmelden
sign-up-interest = Interesse an der nächsten Ausgabe bekunden
sign-up-elsewhere = Auf der Seite des Veranstalters anmelden
sign-up-none = Für diese Schulung kann man sich hier nicht anmelden: Die Quelle nennt keine Anmeldung. Wie man teilnimmt, steht auf der Seite der Schulung.
sign-up-held-by = Diese Schulung hält { $host }.
sign-up-nobody = Diese Website sagt nicht, wer Anmeldungen entgegennimmt; darum gibt es hier kein Formular. Wie man teilnimmt, steht auf der Seite der Schulung.
sign-up-with-host = Diese Schulung hält { $host }, und die Daten nennen keine Adresse, unter der man sich dort anmeldet. Diese Website würde Ihre Anmeldung nicht dorthin weitergeben; darum gibt es hier kein Formular. Wie man teilnimmt, steht auf der Seite der Schulung oder in ihrer Quelle.
sign-up-today-open = Die Anmeldung ist so, wie sie heute ist: Sie ist offen.
sign-up-today-closed = Die Anmeldung ist so, wie sie heute ist: Man kann sich hier jetzt nicht anmelden, welchen Tag Sie auch betrachten.
sign-up-title = Anmeldung
sign-up-title-interest = Interesse an der nächsten Ausgabe
sign-ups-title = Meine Anmeldungen
sign-ups-lead = Wozu Sie sich auf diesem Gerät angemeldet und was Sie gesucht haben. Es bleibt hier, bis Sie es löschen oder diesen Browser leeren.
sign-ups-none = Auf diesem Gerät wurde noch nichts abgeschickt.
sign-ups-export = Alles als JSON exportieren
sign-ups-unseen = Was auf diesem Gerät aufbewahrt ist, lässt sich gerade nicht lesen. Es ist deshalb nicht weg: Laden Sie die Seite neu, oder öffnen Sie sie mit den Einstellungen des Browsers, die vorher galten.
sign-ups-newer = Was auf diesem Gerät aufbewahrt ist, hat eine neuere Version dieser App verändert, die diese Seite nicht ist. Nichts ist verloren, aber hier kann es nicht gezeigt werden: Laden Sie die Seite neu, um diese Version zu erhalten, und fragen Sie, wenn das nicht hilft, die Betreiber dieser Website.
sign-ups-deleted = Was auf diesem Gerät aufbewahrt war, wurde von außerhalb dieser Seite gelöscht, während sie offen war. Was die Seite noch wusste, ist wieder aufbewahrt: Löschen Sie hier, was weg soll.
sign-ups-no-dataset = Schulungen und Organisationen fehlen deshalb. Was Sie eingereicht haben, ist da, und was wartet, wird gesendet.
sign-ups-no-settings = Diese Seite weiß deshalb nicht, an wen Anmeldungen jetzt gehen, und sendet nichts. Was Sie eingereicht haben, ist da und kann gespeichert werden.
sign-ups-unreadable-save = Als Datei speichern
sign-ups-unreadable = { $count ->
    [one] { $count } Eintrag kann hier nicht gezeigt werden: Er stammt von einer anderen Version dieser App oder steht unter einem anderen Namen. Er bleibt, bis Sie ihn löschen, und nichts davon wird gesendet.
   *[other] { $count } Einträge können hier nicht gezeigt werden: Sie stammen von einer anderen Version dieser App oder stehen unter anderen Namen. Sie bleiben, bis Sie sie löschen, und nichts davon wird gesendet.
}
sign-ups-not-lasting = Es bleibt, bis dieser Browser es löscht; das kann er von selbst tun, wenn der Platz knapp wird.
sign-ups-elsewhere = Unter dieser Adresse liegt mehr, das über eine andere Website abgeschickt wurde, an: { $receivers }. Es gehört zu jener Website; von hier aus wird nichts davon versandt.
sign-ups-take-over = Hier anzeigen
form-looking = Es wird nachgesehen, ob Sie hier schon etwas begonnen haben…
request-nobody-sources = Quellen
request-nobody = Diese Website sagt nicht, wer Partnergesuche entgegennimmt; darum gibt es hier kein Formular. Woher die veröffentlichten sind:
recipient-contact = So erreichen Sie sie:
framed-by = Diese Seite wird innerhalb einer Seite von { $origin } gezeigt, die diese Website nicht kennt. Damit niemand etwas einreicht, ohne zu wissen wo, öffnet sich das Formular in einem eigenen Fenster.
framed-by-somebody = Diese Seite wird innerhalb der Seite von jemand anderem gezeigt. Damit niemand etwas einreicht, ohne zu wissen wo, öffnet sich das Formular in einem eigenen Fenster.
framed-open = Formular in neuem Fenster öffnen
recipient-file = Sie speichern, was Sie ausfüllen, als Datei und übergeben sie an { $receiver }.
recipient-mail = Ihr eigenes Mailprogramm sendet, was Sie ausfüllen, an { $receiver }.
recipient-endpoint = Was Sie ausfüllen, geht an { $receiver }.
step-of = Schritt { $number } von { $count }
step-choose = Termine wählen
step-training = Die Weiterbildung
step-you = Wer teilnimmt
step-needs = Bedarf und Wünsche
step-what = Worum es geht
step-partners = Welche Partner
step-who = Wer sucht
step-profile = Die Organisation
step-work = Ort und Themen
step-size = Größe
step-proposer = Wer es vorschlägt
step-check = Prüfen und einwilligen
step-done = Fertig
step-back = Zurück
step-next = Weiter
step-send = Absenden
step-change = Ändern: { $step }
change = Ändern
check-nothing = Hier wurde nichts ausgefüllt.
check-for-all = Für alle
errors-title = Auf dieser Seite ist etwas zu korrigieren
person-number = Person { $number }
person-field = Person { $number }, { $field }
person-add = Weitere Person hinzufügen
person-add-hint = Aus derselben Organisation, für dieselben Termine.
person-remove = Person { $number } entfernen
choose-hint = Es gelten die Zeiten von Brüssel.
choose-interest = Zurzeit kann man sich nicht anmelden. Sagen Sie, wer Sie sind, und Sie erfahren von der nächsten Ausgabe.
choose-undated = Die Termine stehen noch nicht fest. Sie melden sich für die Schulung als Ganzes an.
registration-closed = Die Anmeldung ist geschlossen. Was Sie eingegeben haben, bleibt erhalten. Sie können es als Interesse an der nächsten Ausgabe senden; die gewählten Termine entfallen dann.
registration-closed-on = Die Anmeldung wurde am { $date } geschlossen. Was Sie eingegeben haben, bleibt erhalten. Sie können es als Interesse an der nächsten Ausgabe senden; die gewählten Termine entfallen dann.
take-interest = Stattdessen Interesse bekunden
registration-open = Die Anmeldung ist inzwischen geöffnet. Sie können sich anmelden, statt Interesse zu bekunden; was Sie eingegeben haben, bleibt erhalten.
take-registration = Stattdessen anmelden
needs-text = Sie müssen hier nichts angeben. Was Sie angeben, kann Ihre Gesundheit betreffen; es dient nur dazu, dass Sie teilnehmen können.
field-optional = (freiwillig)
field-choose = Bitte wählen
field-sessions = Termine
field-people = Personen
field-given-name = Vorname
field-family-name = Nachname
field-email = E-Mail-Adresse
field-email-hint = An diese Adresse antwortet der Veranstalter.
field-contact-email-hint = An diese Adresse antworten mögliche Partner.
field-role = Funktion in der Organisation
field-organisation = Organisation
field-organisation-hint = Wählen Sie aus der Liste oder geben Sie einen beliebigen Namen ein.
organisation-picked = Aus dem Datensatz gewählt
field-accessibility = Was Sie zur Teilnahme brauchen
field-accessibility-hint = Zum Beispiel stufenlosen Zugang, Gebärdensprache oder große Schrift.
field-dietary = Ernährungsbedürfnisse
field-hopes = Was Sie zu lernen hoffen
field-title = Titel
field-title-hint = In einer Zeile, so wie es in der Liste stehen wird.
field-sought = Was gesucht wird
field-sought-hint = Welche Partner, wofür, und was sie mitbringen sollen.
field-offered = Was geboten wird
field-ecosystems = Industrielle Ökosysteme
field-places = Länder oder Regionen der Partner
field-places-hint = Wählen Sie aus der Liste, eines nach dem anderen. Keines bedeutet überall.
field-call-hint = Wählen Sie aus der Liste oder geben Sie den Namen ein.
field-deadline = Antwort bis
field-askers = Organisationen, die suchen
field-askers-hint = Wählen Sie aus der Liste, eine nach der anderen.
askers-take = Stattdessen in eigenen Worten sagen
field-wanted = Bestimmte Organisationen, die Sie sich als Partner wünschen
field-wanted-hint = Wählen Sie aus der Liste, eine nach der anderen. Sie werden im Gesuch genannt.
field-asker = Wer sucht, in eigenen Worten
field-asker-hint = Nötig, wenn oben keine Organisation gewählt ist.
field-contact-name = Name der Ansprechperson
field-privacy = Einwilligung
field-whole = Das Formular als Ganzes
picked-list = Gewählt: { $field }
picked-none = Noch nichts gewählt.
suggestions-none = Nichts in der Liste passt. Wählen Sie etwas aus der Liste, oder leeren Sie das Feld.
suggestions-none-free = Nichts in der Liste passt; der Name wird so übernommen, wie Sie ihn eingeben.
picked-remove = { $name } entfernen
carried-askers = Diese suchen Partner; Sie finden sie beim Schritt „Wer sucht“ wieder.
carried-wanted = Diese sind als Partner gewünscht; Sie finden sie beim Schritt „Welche Partner“ wieder.
carried-to-askers = Stattdessen suchen sie Partner
carried-to-wanted = Stattdessen sind sie mögliche Partner
carried-call = Für diesen Aufruf; Sie finden ihn beim Schritt „Welche Partner“ wieder.
carried-unknown = Nicht in diesem Datensatz, und nicht in dem, was gesendet wird:
fault-at = { $field }: { $fault }
fault-missing = Bitte füllen Sie dies aus.
fault-no-session = Bitte wählen Sie mindestens einen Termin.
fault-no-country = Bitte wählen Sie ein Land.
fault-other-country = { $town } liegt in einem anderen Land. Wählen Sie den Ort noch einmal aus der Liste, oder leeren Sie das Feld.
fault-website = Das ist keine Webadresse wie https://www.example.org.
fault-number = Bitte geben Sie eine Zahl in Ziffern ein.
fault-range = Bitte geben Sie eine Zahl von { $least } bis { $most } ein.
fault-unchanged = Es ist noch nichts geändert, also gibt es nichts vorzuschlagen.
fault-no-asker = Bitte wählen Sie oben eine Organisation, oder sagen Sie hier, wer sucht.
fault-too-long = Hier passen höchstens { $limit } Zeichen hinein; es sind { $length }.
fault-too-many = Es sind höchstens { $limit } möglich.
fault-email = Das ist keine vollständige E-Mail-Adresse wie name@example.org.
fault-email-host = Der Teil nach dem @ muss einen Punkt enthalten, wie in name@example.org.
fault-not-picked = „{ $text }“ ist nicht ausgewählt. Wählen Sie etwas aus der Liste, oder leeren Sie das Feld.
fault-closed = Die Anmeldung ist geschlossen, deshalb wurde dies nicht abgeschickt. Nichts, was Sie eingegeben haben, ist verloren.
fault-day = Das ist kein Datum.
fault-day-passed = Der { $date } ist vorbei. Bitte wählen Sie einen späteren Tag.
fault-unknown-session = Einen der gewählten Termine gibt es nicht mehr. Bitte wählen Sie neu.
fault-session-over = Einer der gewählten Termine ist vorbei. Bitte nehmen Sie ihn heraus.
fault-unknown = „{ $value }“ gehört nicht zu den möglichen Werten.
fault-privacy = Ohne diese Einwilligung darf nichts verschickt werden.
fault-refused = Das System des Veranstalters hat dies nicht angenommen.
fault-refused-because = Das System des Veranstalters hat dies nicht angenommen: { $detail }
privacy-title = Was mit Ihren Angaben geschieht
privacy-organiser = der Veranstalter
privacy-who = Ihre Angaben erhält { $organiser } und sonst niemand.
privacy-who-request = Ihre Angaben erhält { $organiser }. Was Sie suchen und bieten, wer sucht und wie man Sie erreicht, soll veröffentlicht werden, damit Partner antworten können: Dann können alle es sehen.
privacy-who-profile = Es geht an { $organiser }. Was Sie über die Organisation vorschlagen, ist zur Veröffentlichung bestimmt: Dann können es alle sehen. Ihr Name, Ihre E-Mail-Adresse, Ihre Beziehung zur Organisation und Ihre Anmerkungen sind es nicht; sie dienen Rückfragen.
privacy-what-for = Sie dienen dazu, Ihnen zu antworten und zu organisieren, worum Sie bitten, und werden danach gelöscht.
privacy-needs = Was Sie zu Barrierefreiheit und Essen angeben, kann Ihre Gesundheit betreffen. Sie müssen es nicht angeben. Es dient nur dazu, dass Sie teilnehmen können.
privacy-others = Wer andere anmeldet, erklärt, dass sie davon wissen und einverstanden sind.
privacy-here = Eine Kopie bleibt auf diesem Gerät, bis Sie sie löschen oder dieser Browser sie löscht. Was Sie begonnen und nicht abgeschickt haben, wird nach 30 Tagen gelöscht.
privacy-withdraw = Unter „Meine Anmeldungen“ können Sie jederzeit zurückziehen.
privacy-rights = Dafür, Ihnen zu zeigen, was über Sie gespeichert ist, und es zu berichtigen oder zu löschen, ist { $organiser } zuständig.
privacy-contact = Zu erreichen unter:
privacy-full = Vollständige Datenschutzerklärung
consent-privacy = Ich willige ein, dass meine Angaben so verwendet werden.
consent-newsletter = Ich möchte außerdem den Newsletter erhalten.
check-offline = Sie sind offline. Was Sie absenden, wird hier aufbewahrt und verschickt, sobald es eine Verbindung gibt.
keeping-denied = Dieser Browser lässt die Seite nichts aufbewahren.
keeping-full = Auf diesem Gerät ist kein Platz mehr, um etwas aufzubewahren.
keeping-newer = Eine neuere Version dieser App hat verändert, wie auf diesem Gerät aufbewahrt wird: Diese Seite kann nichts aufbewahren. Laden Sie sie neu, um diese Version zu erhalten.
keeping-what-to-do = Sie können das Formular trotzdem ausfüllen. Lassen Sie die Seite offen, bis alles erledigt ist, und speichern Sie die Datei, die am Ende angeboten wird.
draft-offer-title = Weitermachen, wo Sie aufgehört haben?
draft-offer-dated = Sie haben dieses Formular auf diesem Gerät begonnen, zuletzt am { $date }.
draft-offer-several = Sie haben dieses Formular auf diesem Gerät mehrmals begonnen. Mit welchem möchten Sie fortfahren?
draft-continue = Weitermachen
draft-anew = Neu beginnen
draft-anew-text = Was Sie eingegeben haben, lässt sich nicht wiederherstellen.
draft-anew-offered = Formulare, die in anderen Tabs geöffnet sind, bleiben, wie sie sind.
draft-anew-open = Sie beginnen mit einem leeren Formular von vorn.
draft-kept = Was Sie eingeben, bleibt auf diesem Gerät gespeichert.
draft-throw-away = Verwerfen und neu beginnen
draft-saved = zuletzt geändert am { $date }
draft-was-posted = Was hier steht, wurde schon einmal gesendet und ist vielleicht angekommen, obwohl es auf diesem Gerät nicht aufbewahrt werden konnte. Wenn Sie es noch einmal senden, zählt es als ein weiteres: Fragen Sie erst den Veranstalter, ob das erste da ist.
draft-remove = Entfernen
draft-remove-named = Entwurf { $name } entfernen
draft-unreadable = Aus einer anderen Version dieser App
drafts-title = Begonnen und nicht abgeschickt
drafts-note = Entwürfe werden 30 Tage nach der letzten Änderung entfernt.
earlier-refused = Was Sie zuvor abgeschickt haben, wurde nicht angenommen.
earlier-sent = { $count ->
    [one] Sie haben dieses Formular auf diesem Gerät schon einmal abgeschickt.
   *[other] Sie haben dieses Formular auf diesem Gerät schon { $count }-mal abgeschickt.
}
earlier-see = Ansehen, was daraus geworden ist
done-sign-up = Sie sind angemeldet
done-interest = Ihr Interesse ist vermerkt
done-request = Ihr Gesuch ist abgeschickt
done-proposal = Ihr Vorschlag ist eingereicht
done-saved = Fast geschafft
done-confirmed = Der Veranstalter hat es bestätigt
done-waiting-list = Sie stehen auf der Warteliste
done-not-accepted = Noch nicht angenommen
done-withdrawing = Sie ziehen es zurück
done-withdrawn = Sie haben es zurückgezogen
done-erased = Dies wurde gelöscht
done-see-all = Alle meine Anmeldungen ansehen
next-queued = Es ist auf diesem Gerät gespeichert und wird von selbst verschickt, auch wenn Sie diese Seite schließen und später wiederkommen.
next-stay-open = Bitte lassen Sie diese Seite offen, bis es verschickt ist, oder speichern Sie die Datei.
next-mail = Ihr E-Mail-Programm verschickt es: Öffnen Sie die E-Mail, senden Sie sie ab und bestätigen Sie es hier.
next-file = Speichern Sie die Datei und geben Sie sie dem Veranstalter, und bestätigen Sie es hier.
next-file-to = Speichern Sie die Datei und übergeben Sie sie an { $receiver }; sagen Sie dann hier, dass Sie es getan haben.
next-rejected = Sie finden es unter „Meine Anmeldungen“ und können es dort korrigieren.
next-organiser = Der Veranstalter antwortet an die angegebene E-Mail-Adresse.
next-proposal = Wer die Daten pflegt, sieht ihn sich an und fragt bei Bedarf unter Ihrer Adresse nach. Er steht in keiner Liste, bis ihn eine Ausgabe der Daten enthält.
entry-key = Schlüssel
record-replaces = Ersetzt die Einsendung mit dem Schlüssel
entry-reference = Referenznummer
entry-reference-number = Referenznummer: { $reference }
entry-reference-key = Referenz (Schlüssel)
entry-kind-sign-up = Anmeldung
entry-kind-interest = Interesse an der nächsten Ausgabe
entry-kind-request = Partnergesuch
entry-kind-new-profile = Neue Organisation
entry-kind-correction = Korrektur
entry-made = { $kind }, { $date }
entry-contents = Ihre Angaben
entry-queued = Wartet auf den Versand
entry-queued-first = Es wird verschickt, sobald es eine Verbindung gibt.
entry-held = Es wird nicht gesendet, bevor Sie geantwortet haben.
entry-no-settings = Es wird gesendet, sobald sich die Einstellungen dieser Website wieder lesen lassen.
entry-next-try = Nächster Versuch: { $moment }.
entry-asked-to-wait = Das System des Veranstalters hat gebeten, bis { $moment } zu warten. Dann wird es von selbst verschickt.
entry-sending = Wird verschickt
entry-by-hand = Wartet auf Sie
entry-by-hand-text = Es ist noch nicht verschickt.
entry-handed-over = Von Ihnen verschickt
entry-handed-over-text = Sie haben das am { $date } bestätigt.
entry-confirmed = Bestätigt
entry-confirmed-text = Der Veranstalter hat es am { $date } bestätigt.
entry-waiting-list = Warteliste
entry-waiting-list-text = Es ist noch kein Platz frei; seit dem { $date } stehen Sie auf der Warteliste.
entry-received = Angekommen
entry-received-text = Der Veranstalter hat es seit dem { $date }.
entry-already = Der Veranstalter hatte es bereits; es zählt einmal.
entry-said = Das System des Veranstalters sagt dazu: „{ $status }“. Bitte fragen Sie den Veranstalter, was das heißt.
entry-rejected = Nicht angenommen
entry-rejected-text = Das System des Veranstalters hat es nicht angenommen. Bitte korrigieren Sie es.
entry-rejected-because = Das System des Veranstalters hat es nicht angenommen: { $detail }
entry-withdrawing = Wird zurückgezogen
entry-withdrawing-first = Das System des Veranstalters erfährt davon, sobald es eine Verbindung gibt.
entry-withdrawn = Zurückgezogen
entry-withdrawn-on = Am { $date }.
entry-withdrawn-told = Am { $date }. Das System des Veranstalters weiß davon.
entry-withdrawn-by-mail = Am { $date }. Falls Sie die E-Mail gesendet hatten, senden Sie bitte auch die, die es zurückzieht: Die App kann dem Veranstalter nichts mitteilen.
entry-withdrawn-by-hand = Am { $date }. Falls Sie die Datei übergeben hatten, sagen Sie es bitte dem Veranstalter und nennen Sie den Schlüssel: Sonst erfährt es niemand.
entry-not-kept = Dies konnte auf diesem Gerät nicht gespeichert werden. Beim Schließen der Seite geht es verloren: Speichern Sie die Datei.
entry-save-json = Als JSON speichern
entry-save-csv = Als CSV speichern
entry-open-mail = E-Mail öffnen
entry-i-sent-it = Ich habe es verschickt
entry-send-now = Jetzt senden
entry-correct = Korrigieren
entry-again = Als Entwurf für eine weitere verwenden
entry-correct-gone = Hier lässt es sich nicht berichtigen: Die Schulung ist nicht mehr im Datensatz. Es bleibt hier, bis Sie es löschen, und lässt sich als Datei speichern.
entry-corrected = Sie haben eine Berichtigung davon abgeschickt. Es bleibt hier, bis die Berichtigung angekommen ist oder Sie es löschen.
entry-replaced = Sie haben eine Berichtigung davon abgeschickt, die sagt, dass sie an seine Stelle tritt. Behält der Veranstalter beide, ziehen Sie dieses zurück.
form-correcting = Sie berichtigen, was Sie am { $date } abgeschickt haben. Die Berichtigung wird für sich gesendet und sagt, was sie ersetzt.
entry-withdraw = Zurückziehen
entry-withdraw-mail = E-Mail öffnen, die es zurückzieht
entry-erase = Löschen
entry-change-failed = Dies konnte auf diesem Gerät nicht gespeichert werden, und nichts wurde geändert. Bitte versuchen Sie es noch einmal.
receiver-name = { $organiser } ({ $place })
receiver-by-file = wem Sie die Datei übergeben
receiver-changed = Sie haben dies an { $old } abgeschickt. Diese Website nennt jetzt einen anderen Empfänger: { $new }. Dorthin geht nichts, wenn Sie es nicht sagen.
receiver-changed-posted = Sie haben dies an { $old } abgeschickt, wo es vielleicht angekommen ist. Diese Website nennt jetzt einen anderen Empfänger: { $new }. { $old } wird weiter gefragt, ob es da ist; an { $new } geht nichts, wenn Sie es nicht sagen.
receiver-earlier = Es wurde zuerst an { $receiver } gesendet und ist vielleicht auch dort angekommen. Was jetzt daraus wird, erfährt { $receiver } nicht.
receiver-choose = An { $new } senden
withdraw-text = Es wird zurückgezogen, und das System des Veranstalters erfährt davon. In dieser Liste bleibt es als zurückgezogen stehen.
withdraw-unsent = Es wird zurückgezogen. Der Veranstalter hat es nicht. In dieser Liste bleibt es als zurückgezogen stehen.
withdraw-by-mail = Es wird hier als zurückgezogen vermerkt. Die App kann dem Veranstalter nichts mitteilen: Falls Sie die E-Mail gesendet haben, öffnen und senden Sie die E-Mail, die es zurückzieht; sie wird gleich angeboten.
withdraw-by-hand = Es wird hier als zurückgezogen vermerkt. Niemand erfährt davon: Falls Sie die Datei übergeben haben, sagen Sie es bitte dem Veranstalter und nennen Sie den Schlüssel.
erase-text = Es wird von diesem Gerät gelöscht. Was der Veranstalter hat, ändert sich dadurch nicht; um es zurückzunehmen, ziehen Sie es vorher zurück.
erase-only-here = Niemand sonst hat dies. Wenn Sie es löschen, ist es verloren.
trouble-network = Es gab keine Verbindung.
trouble-time = Es kam nicht rechtzeitig eine Antwort.
trouble-blocked = Die Sicherheitsrichtlinie dieser Website erlaubt die Adresse nicht, die Anmeldungen entgegennimmt. Der Betreiber muss sie in index.html unter connect-src eintragen.
trouble-redirected = Die Adresse, die Anmeldungen entgegennimmt, führt zu einer anderen, die nicht gefragt wurde: Niemand hat bestätigt, dass dies angekommen ist. Der Betreiber muss die Adresse in config.json berichtigen.
trouble-status = Das System des Veranstalters hat mit dem Fehler { $status } geantwortet.
trouble-gone = Die Adresse, die Anmeldungen entgegennimmt, antwortete, dass es dort nichts mehr gibt (410). Sie haben dies nicht zurückgezogen: Es bleibt hier, und der Betreiber muss sagen, wohin es jetzt geht.
trouble-unproven = Es kam eine Antwort ({ $status }), aber sie nennt den Schlüssel dieses Formulars nicht: Sie kann die Seite eines Netzes oder eines Servers auf dem Weg sein. Ob dies angekommen ist, ist nicht bekannt.
trouble-interrupted = Der letzte Versuch wurde unterbrochen.
mail-subject-sign-up = Anmeldung: { $title }
mail-subject-interest = Interesse an der nächsten Ausgabe: { $title }
mail-subject-request = Partnergesuch: { $title }
mail-subject-new-profile = Neue Organisation: { $title }
mail-subject-correction = Korrektur: { $title }
mail-subject-withdrawal = Rücknahme: { $title }
mail-opening = Nachstehend die ausgefüllten Angaben.
mail-cut = Nicht alles passte in diese E-Mail. Vollständig ist die Datei { $file }, die anzuhängen ist.
mail-attach = Nicht alles passt in die E-Mail. Speichern Sie zuerst die Datei; öffnen Sie dann die E-Mail und hängen Sie die Datei an.
mail-line = { $label }: { $value }
record-kind = Art
record-training-id = Kennung der Schulung
record-organisation-id = Kennung der Organisation
record-made-against = Bezogen auf die Daten vom
record-submitted = Abgeschickt
record-privacy = In den Datenschutzhinweis eingewilligt
record-privacy-text = Dessen Fassung, Sprache und Zeit
record-newsletter = Newsletter
record-yes = ja
record-no = nein
mail-withdrawal = Ich ziehe zurück, was ich unter diesem Schlüssel geschickt habe:
requests-title = Partnergesuche
requests-count-none = Kein Partnergesuch passt
requests-count = { $count ->
    [one] { $count } Partnergesuch passt
   *[other] { $count } Partnergesuche passen
}
request-lead = Sagen Sie, wen Sie wofür suchen. Ein Konto ist nicht nötig.
request-asker = Wer sucht
request-asker-unknown = Die Quelle nennt nicht, wer sucht
request-published = veröffentlicht am { $date }
request-no-deadline = keine Frist genannt
request-answer = Per E-Mail antworten
request-page = Seite des Gesuchs
request-facts = Angaben
request-any-country = Überall, soweit bekannt

# Veranstaltungen, Netzwerke, politische Maßnahmen und Wissen
nav-events = Veranstaltungen
search-placeholder-events = Titel, Ort oder Veranstalter, z. B. „matchmaking“
suggestion-event = Veranstaltung
events-title = Veranstaltungen
events-count-none = Keine Veranstaltung passt
events-count = { $count ->
    [one] { $count } Veranstaltung passt, { $open ->
        [0] sie steht nicht mehr bevor
       *[other] sie steht noch bevor
    }
   *[other] { $count } Veranstaltungen passen, { $open ->
        [0] keine davon steht noch bevor
        [one] { $open } davon steht noch bevor
       *[other] { $open } davon stehen noch bevor
    }
}
back-to-events = Zurück zu den Veranstaltungen
sort-date = Datum
facet-kind-event = Art der Veranstaltung
facet-theme = Themenfeld
status-running = Läuft
kind-clusters-meet-regions = Clusters meet Regions
kind-matchmaking = Matchmaking
kind-conference = Konferenz
kind-clusters-talk = EU Clusters Talk
kind-c2lab = Kooperationslabor (C2Lab)
kind-industry-days = Industrietage
kind-forum = Forum oder Treffen
kind-campaign = Kampagne
kind-other = Anderes
dates-from-to = { $from } bis { $to }
dates-until = bis { $date }
figure = { $label }: { $value }
figure-unit = { $value } { $unit }
related-records = Gehört zusammen
seen-elsewhere = Auch erwähnt in
seen-elsewhere-partial = Ein Teil der Daten konnte nicht geladen werden: Es kann mehr geben.
event-dates = Daten
network-start = Beginn
network-end = Ende
event-days = Tage und Zeiten
event-place = Ort
event-register = Auf der Seite des Veranstalters anmelden
event-register-until = Anmeldung bis
event-registration = Anmeldung
event-registration-none = keine: offen für alle oder auf Einladung
event-registration-unknown = nicht bekannt; vielleicht steht es auf der Seite der Veranstaltung oder in der Quelle
event-over = Die Veranstaltung endete am { $date }.
event-closed = Die Anmeldung endete am { $date }.
event-as-training = Zur Schulung
event-page = Seite der Veranstaltung
event-motto = Motto
event-countries = Es geht um
event-outcome = Ergebnis
event-sign-up-none = Für diese Veranstaltung kann man sich hier nicht anmelden: Sie oder ihre Anmeldung ist vorbei, oder die Quelle nennt keine. Wie man teilnimmt, steht auf der Seite der Veranstaltung.
event-sign-up-held-by = Diese Veranstaltung hält { $host }.
event-sign-up-nobody = Diese Website sagt nicht, wer Anmeldungen entgegennimmt; darum gibt es hier kein Formular. Wie man teilnimmt, steht auf der Seite der Veranstaltung.
event-sign-up-with-host = Diese Veranstaltung hält { $host }, und die Daten nennen keine Adresse, unter der man sich dort anmeldet. Diese Website würde Ihre Anmeldung nicht dorthin weitergeben; darum gibt es hier kein Formular. Wie man teilnimmt, steht auf der Seite der Veranstaltung oder in ihrer Quelle.
back-to-event = Zurück zur Veranstaltung
choose-event = Sie melden sich für die Veranstaltung als Ganzes an.
step-event = Die Veranstaltung
record-event-id = Kennung der Veranstaltung
event-editions = Nächste Ausgaben
event-editions-none = Eine spätere Ausgabe ist nicht in diesem Datensatz.
event-editions-more = { $count ->
    [one] Danach noch eine weitere
   *[other] Danach noch { $count } weitere
}
event-editions-rule = Für eine Reihe gehalten, weil die Art eine ist oder die Namen sich nur in Jahren und Zahlen unterscheiden.
nav-networks = Netzwerke
search-placeholder-networks = Name, Partner oder Branche, z. B. „Textil“
suggestion-network = Netzwerk
networks-title = Netzwerke und Partnerschaften
networks-count-none = Kein Netzwerk passt
networks-count = { $count ->
    [one] { $count } Netzwerk passt
   *[other] { $count } Netzwerke passen
}
back-to-networks = Zurück zu den Netzwerken
facet-kind-network = Art des Netzwerks
facet-programme = Programm und Runde
facet-year = Jahr
facet-year-note = Jahre, für die die Politik bekanntermaßen gilt; ist ihr Ende nicht bekannt, das Jahr ihres Beginns.
facet-target = Zielland
kind-association = Verband oder Netzwerk
kind-partnership = Strategische Partnerschaft
assumed = (angenommen: die Quelle sagt es nicht)
network-acronym = Kurzname
network-programme = Programm
network-round = Runde
network-strand = Strang
network-scope = Reichweite
network-months = Geplante Monate
network-sectors = Branchen
network-coordinator = Koordination
network-partner-count = Zahl der Partner
network-members = Mitglieder
network-sme-budget = Anteil für KMU
network-grant-agreement = Finanzhilfevereinbarung
network-grant-signed = Vereinbarung unterzeichnet
network-links = Weitere Seiten
network-aims = Ziele
network-partners = Partner
network-offers = Was es bietet
network-website = Website des Netzwerks
scope-regional = eine Region
scope-national = ein Land
scope-macro-region = Regionen mehrerer Länder
scope-european = Europa
scope-world = die Welt
scope-sector = eine Branche in mehreren Ländern
aim-network = Betriebe und Cluster zusammenbringen
aim-innovate = Innovieren
aim-adopt = Neue Verfahren und Technologien einführen
aim-train = Menschen weiterbilden
aim-internationalise = Märkte im Ausland erschließen
aim-outreach = Jene außerhalb von Clustern erreichen
figures-title = Zahlen
figures-undated = Der Stand dieser Zahlen ist nicht angegeben.
figures-some-undated = Wo eine Zahl kein Datum hat, ist keines angegeben.
partner-likely = in der Quelle „{ $name }“ genannt; welche Organisation des Datensatzes das ist, ist wahrscheinlich, aber nicht sicher
count-and-beside = { $count }; dazu { $beside }
policies-facts-count = { $count ->
    [one] { $count } Fakt
   *[other] { $count } Fakten
}
figure-of-policies = Maßnahmen
figure-of-national = Nationale Maßnahmen
figure-of-regional = Regionale Maßnahmen
figure-of-broad = Breitere Maßnahmen mit einem Teil für Cluster
figure-of-sectoral = Maßnahmen für einen Sektor
figure-of-member-states-with-dedicated-policy = Mitgliedstaaten mit eigener Clusterpolitik
figure-of-member-states-with-cohesion-support = Mitgliedstaaten, die Cluster aus der Kohäsionspolitik fördern
figure-of-countries = Länder
figure-of-with-dedicated-policy = Länder mit eigener Clusterpolitik
figure-of-eu-with-dedicated-policy = EU-Länder mit eigener Clusterpolitik
figure-of-cluster-organisations = Clusterorganisationen
figure-of-in-eu27 = davon in der EU27
figure-of-clusters = Cluster
figure-of-members = Mitglieder
figure-of-new-members = Neue Mitglieder
figure-of-industrial-members = Mitglieder aus der Industrie
figure-of-other-members = Andere Mitglieder
figure-of-member-companies = Mitgliedsunternehmen
figure-of-sme-share = Anteil der KMU
figure-of-employees = Beschäftigte
figure-of-jobs = Arbeitsplätze
figure-of-companies = Unternehmen
figure-of-projects = Projekte
figure-of-european-projects = Europäische Projekte
figure-of-self-financing = Anteil der Eigenfinanzierung
figure-of-support-years = Jahre der Förderung
figure-of-support-years-max = Höchstens so viele Jahre Förderung
figure-of-operating-aid-years-max = Höchstens so viele Jahre Betriebsbeihilfe
figure-of-months-max = Höchstens so viele Monate
figure-of-networks = Netzwerke
figure-of-poles = Wettbewerbspole
figure-of-regional-share-of-team-costs = Anteil der Region an den Kosten des Teams
figure-of-min = Mindestbetrag
figure-of-max = Höchstbetrag
figure-of-aid-max = Höchste Beihilfequote
figure-of-budget-per-year = Budget pro Jahr
figure-of-platforms = Plattformen
figure-of-actors = Akteure
figure-of-events = Veranstaltungen
figure-of-participants = Teilnehmende
figure-of-initiatives = Initiativen
figure-of-accredited = Akkreditierte Cluster
figure-of-applications = Anträge
figure-of-funded = Gefördert
figure-of-research-and-education-partners = Partner aus Forschung und Bildung
figure-of-renewed = Erneuert
figure-of-new = Neu
figure-of-turnover = Umsatz
figure-of-exports = Ausfuhren
figure-of-partnerships = Partnerschaften
figure-of-erdf = Aus dem Europäischen Fonds für regionale Entwicklung
figure-of-national-associations = Nationale Verbände
figure-of-research-and-public-bodies = Forschungs- und öffentliche Einrichtungen
figure-of-benchmarked = Cluster im Benchmarking
figure-of-as-reported = Laut Bericht
figure-of-also-called = Auch genannt
figure-of-member-of-the-european-clusters-alliance-since = Mitglied der European Clusters Alliance seit
figure-of-first-meeting = Erstes Treffen
figure-of-place = Ort
figure-of-number = Anzahl
nav-policies = Clusterpolitik
search-placeholder-policies = Name, Region oder Instrument, z. B. „label“
suggestion-policy = Politische Maßnahme
policies-title = Clusterpolitik
policies-count-none = Keine Maßnahme passt
policies-count = { $count ->
    [one] { $count } Maßnahme passt, { $open ->
        [0] es ist nicht bekannt, dass sie läuft
       *[other] sie läuft bekanntermaßen
    }
   *[other] { $count } Maßnahmen passen, { $open ->
        [0] von keiner ist bekannt, dass sie läuft
       *[other] { $open } davon laufen bekanntermaßen
    }
}
back-to-policies = Zurück zur Clusterpolitik
sort-in-force = laufende zuerst
facet-kind-policy = Art der Maßnahme
facet-challenge = Strategische Herausforderung
facet-support = Art der Unterstützung
facet-typology = Typologie
facet-toolkit = Policy-Toolkit
toolkit-yes = Beispiel aus dem Policy-Toolkit
toolkit-no = Nicht im Policy-Toolkit
status-open-ended = Ende nicht bekannt
status-proposed = Vorgeschlagen
kind-national = Nationale Clusterpolitik
kind-regional = Regionale Clusterpolitik
kind-broad = Breitere Politik
kind-sectoral = Sektorpolitik
policy-since = In Kraft seit
policy-until = In Kraft bis
policy-instrument = Instrument
policy-keywords = Schlagwörter
policy-as-of = Stand
policy-page = Seite der Maßnahme
policy-kind-assumed = Art angenommen: eine Lesart des Herausgebers
policy-kind-assumed-brief = Art angenommen
name-only = nicht mehr als der Name ist bekannt
fact-only = eine Tatsache, keine eigene Maßnahme
nav-resources = Dienste und Wissen
search-placeholder-resources = Titel oder Thema, z. B. „toolbox“
suggestion-resource = Ressource
resources-title = Dienste und Wissen
resources-count-none = Keine Ressource passt
resources-count = { $count ->
    [one] { $count } Ressource passt
   *[other] { $count } Ressourcen passen
}
back-to-resources = Zurück zu Diensten und Wissen
sort-kind-and-date = Art, neueste zuerst
facet-kind-resource = Art der Ressource
kind-service = Dienst
kind-tool = Werkzeug
kind-case-study = Fallstudie
kind-trend = Trend
kind-guide = Leitfaden
kind-report = Bericht
kind-news = Nachricht
kind-link = Link
resource-date = Datum
resource-frequency = Wie oft
resource-join = Wie man teilnimmt
resource-reference = Amtliche Nummer
resource-outlook = mit Ausblick
resource-page = Zur Seite
nav-partners = Partner
nav-knowledge = Wissen

## Search of all collections
search-title = Alles durchsuchen
search-counts = Treffer je Sammlung
search-found = { $count ->
    [0] Nichts passt.
    [one] { $count } Treffer in allen Sammlungen.
   *[other] { $count } Treffer in allen Sammlungen.
}
search-found-so-far = { $count ->
    [0] Bisher kein Treffer.
    [one] Bisher { $count } Treffer.
   *[other] Bisher { $count } Treffer.
}
search-failed = Nicht durchsucht werden konnte: { $names }.
search-all = { $count } Einträge lassen sich durchsuchen.
search-waiting = Wird noch geladen: { $names }.
search-show-all = Alle { $count } zeigen
search-show-list = { $count ->
    [one] In der Liste zeigen
   *[other] In der Liste zeigen
}

## Mine
mine-title = Meine
mine-note = Nur auf diesem Gerät gespeichert. Nehmen Sie es als Datei mit, oder teilen Sie die Listen als Link oder QR-Code.
mine-shared-title = Geteilte Listen
mine-shared-note = Jemand hat diese Listen mit Ihnen geteilt. Ihre eigenen bleiben, wie sie sind, wenn Sie sie nicht hinzufügen.
mine-keep = Zu meinen hinzufügen
mine-kept = Zu Ihren Listen hinzugefügt
mine-empty = Noch ist nichts gespeichert. Mit dem Lesezeichen neben einem Eintrag bleibt er hier.
mine-gone = { $count ->
    [one] Einer davon ist nicht mehr im Datensatz: { $ids }
   *[other] { $count } davon sind nicht mehr im Datensatz: { $ids }
}
mine-to-shortlist = Merkliste vergleichen, drucken oder teilen
mine-to-saved-calls = Termine und Link der gespeicherten Aufrufe
mine-to-sign-ups = Was gesendet ist, was unterwegs ist und was halb geschrieben ist
mine-around = Mitnehmen und zurückbringen
mine-take = Als Datei mitnehmen
mine-dates = Alle Termine als Kalender
mine-no-dates = Nichts davon hat einen Termin.
mine-bring = Eine Datei zurückbringen
mine-brought = { $count ->
    [0] In dieser Datei ist nichts.
    [one] Ein Eintrag wurde zurückgebracht.
   *[other] { $count } Einträge wurden zurückgebracht.
}
mine-left-out = { $count ->
    [one] Eine Angabe war nicht zu gebrauchen.
   *[other] { $count } Angaben waren nicht zu gebrauchen.
}
mine-no-room = { $count ->
    [one] Für einen Eintrag war kein Platz: Entfernen Sie zuerst etwas.
   *[other] Für { $count } Einträge war kein Platz: Entfernen Sie zuerst etwas.
}
mine-not-kept = Dieser Browser lässt die Seite nichts speichern: All das geht verloren, wenn Sie die Seite schließen. Nehmen Sie es als Datei mit, um es zu behalten.
mine-search-unread = { $count ->
    [one] Eine gespeicherte Suche ist nicht lesbar und wird nicht gezeigt. Sie bleibt auf diesem Gerät.
   *[other] { $count } gespeicherte Suchen sind nicht lesbar und werden nicht gezeigt. Sie bleiben auf diesem Gerät.
}
mine-too-large = Diese Datei ist zu groß, um von hier zu sein.
mine-not-json = Diese Datei lässt sich nicht lesen: Sie ist beschädigt oder von anderer Art.
mine-not-mine = Diese Datei wurde nicht von hier mitgenommen.
mine-newer = Eine spätere Fassung dieser App hat diese Datei geschrieben ({ $format }). Laden Sie die Seite neu, und versuchen Sie es noch einmal.
mine-erase = Listen und Suchen löschen
mine-erase-sure = Alle gespeicherten Einträge und Suchen werden von diesem Gerät entfernt. Anmeldungen und Gesuche bleiben.
mine-erase-yes = Löschen
mine-erased = Alle Listen und Suchen wurden entfernt
mine-searches = Gespeicherte Suchen
mine-search-save = Diese Suche speichern
mine-search-note = Hier sehen Sie, was darin neu ist, wann immer die Daten neu veröffentlicht werden. Sie bleibt nur auf diesem Gerät.
mine-search-name = Name der Suche
mine-search-do = Speichern
mine-search-saved = Suche gespeichert
mine-search-removed = Suche entfernt
mine-search-without = ohne { $what }
mine-new = { $count ->
    [0] Nichts Neues.
    [one] Ein neuer Eintrag.
   *[other] { $count } neue Einträge.
}
mine-new-since = { $count ->
    [0] Nichts Neues seit der Ausgabe vom { $date }.
    [one] Ein neuer Eintrag seit der Ausgabe vom { $date }.
   *[other] { $count } neue Einträge seit der Ausgabe vom { $date }.
}
mine-seen = Gesehen
mine-seen-named = Gesehen: { $name }
mine-seen-done = Als gesehen vermerkt
mine-remove = Entfernen
mine-remove-named = Entfernen: { $name }
search-keep = Diese Suche speichern
record-save = Speichern
record-save-on = Gespeichert
record-save-named = Speichern: { $name }
record-saved = Auf diesem Gerät gespeichert
record-unsaved = Nicht mehr gespeichert

## Kiosk
kiosk-attract = Niemand benutzt diesen Bildschirm
kiosk-begin = Zum Beginnen berühren
kiosk-pause = Anhalten
kiosk-data-of = Daten vom { $date }
kiosk-ask = Sind Sie noch da?
kiosk-left =
    { $seconds ->
        [one] In einer Sekunde wird dieser Bildschirm für die nächste Person vorbereitet; was Sie eingegeben haben, wird vergessen.
       *[other] In { $seconds } Sekunden wird dieser Bildschirm für die nächste Person vorbereitet; was Sie eingegeben haben, wird vergessen.
    }
kiosk-stay = Ich bin noch da
kiosk-finish = Fertig
kiosk-bar = Dieser Bildschirm
kiosk-back = Zurück
kiosk-take = Mitnehmen
kiosk-take-title = Auf Ihrem eigenen Telefon
kiosk-take-text = Richten Sie die Kamera Ihres Telefons auf den Code, um dies dort zu öffnen. Auf diesem Bildschirm bleibt nichts davon.
kiosk-take-code = QR-Code der Adresse
kiosk-take-nowhere = Diese Adresse führt zu genau diesem Bildschirm und lässt sich anderswo nicht öffnen. Der Betreiber muss in config.json angeben, wo die App veröffentlicht ist (address).
kiosk-elsewhere-title = Nicht auf diesem Bildschirm
kiosk-elsewhere-text = Dieser Bildschirm zeigt einen Teil des Angebots. Mit dem Code sehen Sie den Rest auf Ihrem eigenen Telefon.
kiosk-form-title = Weiter auf Ihrem eigenen Telefon
kiosk-form-text = Auf diesem Bildschirm wird nichts Persönliches ausgefüllt. Mit dem Code öffnen Sie das Formular auf Ihrem eigenen Telefon, wo nur Sie es sehen.
kiosk-sealed-title = Abgegeben
kiosk-not-sealed-title = Das ließ sich nicht aufbewahren
kiosk-not-sealed = Nichts wurde gesendet, und nichts davon bleibt auf diesem Bildschirm. Bitte benutzen Sie Ihr eigenes Telefon oder sagen Sie dem Personal Bescheid.
kiosk-sealed = Was Sie abgeschickt haben, liegt hier in einem Umschlag, den nur der Veranstalter öffnen kann. Er wird von selbst zugestellt, auch wenn gerade kein Netz da ist. Ob er angekommen ist, lässt sich hier nicht sehen: Der Veranstalter meldet sich bei Ihnen.
kiosk-locked-title = Außer Betrieb
kiosk-locked-text = Etwas vom letzten Besuch ließ sich nicht von diesem Bildschirm entfernen ({ $places }). Bitte sagen Sie dem Personal Bescheid: Er muss geprüft werden, bevor er wieder benutzt wird.
kiosk-staff = Zustand dieses Bildschirms
kiosk-staff-note = Für das Personal. Alle dürfen das lesen: Es zeigt nichts, was jemand eingegeben hat.
kiosk-state = Zustand dieses Bildschirms: { $state }
kiosk-state-well = alles in Ordnung
kiosk-state-waits = kein Netz, oder etwas wartet auf Zustellung
kiosk-state-bad = braucht Aufmerksamkeit
kiosk-online = Netz
kiosk-data = Daten vom
kiosk-edition = Ausgabe der App
kiosk-clock = Uhr dieses Geräts
kiosk-storage = Der Browser behält, was wartet
kiosk-forms = Formulare können hier ausgefüllt werden (es gibt einen Schlüssel)
kiosk-waiting = Umschläge, die warten
kiosk-refused = Umschläge, die der Empfänger abgelehnt hat
kiosk-delivered = Letzte Zustellung
kiosk-clean = Letzter Besuch
kiosk-clean-at = nichts davon gefunden, { $time }
kiosk-screen = Name dieses Bildschirms
kiosk-yes = ja
kiosk-no = nein
kiosk-never = nicht bekannt
kiosk-export = Umschläge speichern
kiosk-unlock-title = Dieser Bildschirm ist gesperrt
kiosk-unlock-why = Gesperrt seit: { $time }. Nach einem Besuch war etwas Getipptes noch zu finden in: { $places }.
kiosk-unlock-stays = Er bleibt gesperrt, auch wenn die Seite neu geladen wird oder der Strom ausfällt, bis er hier entsperrt wird.
kiosk-unlock-goes = Dieser Browser bewahrt für diese Seite nichts auf: Wird sie neu geladen, ist der Bildschirm nicht mehr gesperrt.
kiosk-unlock-means = Entsperren lässt wieder Besucherinnen und Besucher zu. Es entfernt nichts: Was gefunden wurde, bleibt, wo es ist, und wird nicht mehr gesucht. Kopieren Sie zuerst das Profil des Browsers für alle, die der Ursache nachgehen, speichern Sie die Umschläge, die warten, und beginnen Sie mit einem leeren Profil.
kiosk-unlock-sure = Ich habe mich um das Gefundene gekümmert
kiosk-unlock = Diesen Bildschirm entsperren
kiosk-unlock-failed = Die Sperre konnte nicht aufgehoben werden: Der Speicher des Browsers funktioniert nicht. Beginnen Sie mit einem leeren Profil.
kiosk-clock-before-data = { $time }: vor dem Tag der Daten, also falsch
kiosk-clock-before-noted = { $time }: Dieser Bildschirm hat schon { $noted } vermerkt; entweder ist die Uhr jetzt falsch, oder sie war es damals
kiosk-clock-right = Die Uhr geht jetzt richtig
keys = Tastatur
keys-accents = Buchstaben mit Akzenten
keys-shift = Großbuchstabe
keys-space = Leerzeichen
keys-delete = Löschen
keys-next = Nächstes Feld
keys-away = Wegklappen

## Countries, figures, themes
nav-countries = Länder
nav-figures = Zahlen der Programme
nav-focus = Themen
facts-name = Belegte Fakten
organisation-facts-name = Was Quellen über Organisationen sagen
landscape-not-counted = Sie ist in keiner Zahl dieser Seite enthalten.
landscape-undated = Der Datensatz nennt keinen Tag, auf den er sich bezieht.
landscape-organisations = Clusterorganisationen
landscape-per-million = Organisationen je Million Einwohner
country-inhabitants = { $count } Einwohner, { $year }:
population-source = Einwohner: Weltbank, World Development Indicators, Schätzungen für { $year }, CC BY 4.0.
landscape-calls = Offene Aufrufe
landscape-events = Veranstaltungen
landscape-ecosystems = Gefundene Ökosysteme
landscape-all = Alle anzeigen
landscape-calls-not-stated = { $count ->
    [one] { $count } offener Aufruf sagt nicht, von wo man sich bewerben darf. Er ist bei keinem Land gezählt.
   *[other] { $count } offene Aufrufe sagen nicht, von wo man sich bewerben darf. Sie sind bei keinem Land gezählt.
}
countries-title = Länder
countries-count = { $countries ->
    [one] Ein Land
   *[other] { $countries } Länder
} mit { $organisations ->
    [one] einer Clusterorganisation.
   *[other] { $organisations } Clusterorganisationen.
}
countries-caption = Jedes Land, in dem ein Eintrag des Datensatzes liegt oder von dem er handelt. Die Spaltenköpfe sortieren die Tabelle, jede Zahl führt zu dem, was sie zählt.
countries-show = Karte einfärben nach
countries-show-unknown = „{ $show }“ gibt es in diesem Datensatz nicht.
countries-show-remove = Weglassen
countries-columns = Was die Spalten zählen
countries-about-organisations = Organisationen, die der Datensatz für das Land nennt. Gezählt ist diese Liste; ein Maß der Bedeutung ist das nicht.
countries-about-per-million = Organisationen dieser Liste je Million Menschen, die im Land leben ({ $year }). Es ist kein Maß für Bedeutung: Die Liste ist nicht vollständig, und nicht überall gleich vollständig.
countries-about-ecosystems = Industrielle Ökosysteme, in denen mindestens eine Organisation des Landes geführt ist. Für viele Organisationen ist kein Ökosystem bekannt.
countries-about-networks = Euroclusters, Verbände und Partnerschaften, an denen das Land oder ein Partner von dort beteiligt ist, soweit Partner bekannt sind.
countries-about-policies = Hier verzeichnete Clusterpolitiken des Landes und seiner Regionen, gleich welchen Datums.
countries-about-calls = Aufrufe, die am gezeigten Tag offen sind und auf die sich Antragsteller aus dem Land oder aus einigen seiner Regionen bewerben dürfen. Aufrufe, die nicht sagen, für wen sie sind, stehen für sich.
countries-about-events = Veranstaltungen, die dort stattfinden oder von dem Land handeln, auch vergangene.
countries-map-failed = Die Tabelle enthält alles, was die Karte zeigen würde.
countries-map-note = Die Karte zeigt eine Zahl der Tabelle. Länder jenseits ihres Randes und Gebiete in äußerster Randlage sind gezählt, aber nicht gezeichnet. Umrisse: Natural Earth; keine Linie ist eine Aussage über eine Grenze.
countries-step = { $from } bis { $to }: { $countries ->
    [one] ein Land
   *[other] { $countries } Länder
}
countries-step-one = { $value }: { $countries ->
    [one] ein Land
   *[other] { $countries } Länder
}
countries-step-none = Keine: { $countries ->
    [one] ein Land
   *[other] { $countries } Länder
}
countries-step-unknown = Nicht bekannt: { $countries ->
    [one] ein Land
   *[other] { $countries } Länder
}
countries-step-outside = In keinem Eintrag dieses Datensatzes
chart-percent = { $percent } %
chart-beside = { $share }, insgesamt { $average }
chart-share = Anteil
chart-average = Anteil im ganzen Datensatz
chart-remark = Bemerkung
chart-table = Als Tabelle zeigen
chart-table-of = Tabelle: { $title }
chart-csv = Als CSV speichern
country-back = Alle Länder
country-lead = Was alle Sammlungen über das Land sagen. Der Strich auf einem Balken ist der Durchschnitt: der Anteil im ganzen Datensatz.
country-whole = Das ganze Land
country-unknown = Kein Eintrag dieses Datensatzes liegt in einem Land mit dem Kürzel „{ $code }“ oder handelt davon.
country-region-unknown = Die Region „{ $region }“ gibt es in diesem Datensatz nicht. Gezeigt ist das ganze Land.
country-region-share = aller Organisationen des Landes
country-region-note = Netzwerke, Aufrufe, Veranstaltungen, Fakten und Politiken des ganzen Landes sind nach Ländern bekannt: Sie stehen auf der Seite zu { $name }.
country-region-policies = Politiken der Region
country-region-policies-none = Keine hier verzeichnete Politik nennt diese Region. Das heißt nicht, dass es keine gibt.
country-share = { $share } der { $all } Organisationen des Datensatzes.
country-by-ecosystem = Organisationen nach industriellem Ökosystem
country-ecosystems-note = Ein Ökosystem ist für { $known } von { $all } bekannt; Anteile beziehen sich auf diese.
country-by-expertise = Organisationen nach Fachgebiet
country-expertise-note = Ein Fachgebiet ist für { $known } von { $all } bekannt; Anteile beziehen sich auf diese.
country-expertise-none = { $count ->
    [one] Für ein weiteres Fachgebiet ist keine Organisation bekannt: { $topics }.
   *[other] Für { $count } weitere Fachgebiete ist keine Organisation bekannt: { $topics }.
}
country-by-region = Organisationen nach Region
country-regions-none = Der Datensatz kennt keine Regionen dieses Landes.
country-regions-average = Regionen stehen neben keinem Durchschnitt: Ein Land mit wenigen hat große Anteile.
country-regions-note = { $count ->
    [one] Von einer Organisation ist die Region nicht bekannt.
   *[other] Von { $count } Organisationen ist die Region nicht bekannt.
}
country-policies-by-type = Politiken nach Art
country-policies-note = Die Art vieler Politiken ist eine Deutung der Herausgeber. Gezählt sind Einträge dieses Datensatzes, nicht die Zählung der Plattform.
country-policies-untyped = { $count ->
    [one] Von einer ist die Art nicht bekannt.
   *[other] Von { $count } ist die Art nicht bekannt.
}
country-policies-time = Politiken im Lauf der Zeit
country-policies-none = Hier ist keine Politik dieses Landes verzeichnet. Das heißt nicht, dass es keine gibt.
country-years = { $from } bis { $to }
country-years-open = seit { $from }, Ende nicht bekannt
country-calls = Für das Land offene Aufrufe
country-calls-none = An diesem Tag ist kein Aufruf bekannt, der Antragstellern von hier offensteht.
country-calls-regions = { $count ->
    [one] Einer davon gilt nur für einige Regionen des Landes.
   *[other] { $count } davon gelten nur für einige Regionen des Landes.
}
country-calls-group = { $count ->
    [one] Ein weiterer offener Aufruf nennt eine Ländergruppe, die nicht vollständig bekannt ist: Ob dieses Land dazugehört, ist nicht bekannt.
   *[other] { $count } weitere offene Aufrufe nennen eine Ländergruppe, die nicht vollständig bekannt ist: Ob dieses Land dazugehört, ist nicht bekannt.
}
country-events = { $count ->
    [one] Eine Veranstaltung ist verzeichnet
   *[other] { $count } Veranstaltungen sind verzeichnet
}, { $there ->
    [one] eine davon im Land
   *[other] { $there } davon im Land
}; { $ahead ->
    [one] eine steht bevor oder läuft.
   *[other] { $ahead } stehen bevor oder laufen.
}
country-networks = Netzwerke mit Partnern von hier
country-networks-none = Kein Netzwerk mit einem Partner von hier ist verzeichnet.
country-networks-note = Von mehreren Netzwerken sind die Partner nicht bekannt; es können also mehr sein.
country-trainings-none = Keine verzeichnete Schulung nennt einen Ort in diesem Land. Die meisten Einträge nennen keinen Ort.
country-trainings-open = Bevorstehende Schulungen, gleich wo
country-facts-missing = Nichts Belegtes ist hier bekannt zu: { $topics }.
country-neighbours = Nachbarländer
country-neighbours-none = Kein Land dieses Datensatzes hat eine Landgrenze mit ihm.
country-compare = Vergleichen mit
country-compare-choose = Land wählen
country-compare-title = Länder nebeneinander
country-compare-shares = In Klammern: bei Organisationen ihr Anteil an allen im Datensatz, bei einem Ökosystem sein Anteil an den Organisationen des Landes, von denen ein Ökosystem bekannt ist.
country-compare-remove = { $name } aus dem Vergleich nehmen
country-compare-unknown = Nicht in diesem Datensatz: { $codes }.
country-compare-below = Was folgt, betrifft { $name } allein.
country-figure = Zahl
fact-topic-landscape = Cluster und ihre Mitglieder
fact-topic-policies = Clusterpolitik
fact-topic-cohesion = Förderung aus der Kohäsionspolitik
fact-topic-semester = Europäisches Semester
fact-topic-programmes = Programme und Partnerschaften
fact-topic-euroclusters = Euroclusters
fact-topic-platform = Die Plattform
fact-topic-services = Dienste der Plattform
fact-topic-events = Veranstaltungen
fact-topic-investment = Hilfe bei Investitionen
fact-topic-skills = Kompetenzen
fact-topic-labels = Exzellenzlabel
fact-topic-surveys = Umfragen
fact-as-of = Stand { $date }
fact-undated = ohne Datum
programme-title = Zahlen der Programme
programme-lead = Was Quellen über die Programme, die Plattform und die Clusterpolitik in Europa angeben, je mit Zeit und Quelle. Nichts ist geschätzt, und was sich widerspricht, steht nebeneinander. Fakten zu einem Land stehen auf dessen Seite.
programme-count = { $count ->
    [one] Ein Fakt
   *[other] { $count } Fakten
}, { $undated ->
    [one] einer davon ohne Datum.
   *[other] { $undated } davon ohne Datum.
}
programme-all = Alle Gebiete
programme-topics = Gebiete
programme-what = Was
programme-value = Wert
programme-as-of = Stand
programme-year = Jahr
programme-series = Reihen
programme-series-registered = Auf der Plattform registrierte Clusterorganisationen
programme-series-policies = Politiken der EU27 nach Art
programme-series-priorities = Politiken der EU27 nach Priorität, alte und neue Mitgliedstaaten
programme-series-undrawn = Kein Diagramm: Die Quelle hat nicht für jedes davon eine Zahl.
programme-series-euroclusters = Euroclusters nach Runde
programme-series-escp = Partnerschaften von ESCP-4i nach Generation
programme-series-excellence = Exzellenzpartnerschaften nach Welle
programme-series-note = Jeder Balken ist, was eine Quelle angibt. Quellen können Verschiedenes zählen; zwischen zwei Jahren ist nichts bekannt.
focus-title = Thema: { $theme }
focus-green = Grüner Wandel
focus-digital = Digitaler Wandel
focus-resilience = Resilienz
focus-skills = Kompetenzen
focus-internationalisation = Internationalisierung
focus-themes = Themen
focus-lead = Was zu einem Thema offen, in Vorbereitung und bekannt ist, und wer daran arbeitet. Neben jeder Liste steht, wonach sie ausgewählt ist.
focus-unknown-title = Kein solches Thema
focus-unknown = „{ $theme }“ hat hier keine Seite. Diese Themen haben eine, siehe oben.
focus-nothing = Nichts in diesem Datensatz trägt dieses Thema.
focus-not-stated = { $what }: nicht bekannt, weil kein Eintrag ein Thema nennt
focus-open = Jetzt offen
focus-coming = Demnächst
focus-known = Bekannt
focus-who = Wer daran arbeitet
focus-calls-open = { $count ->
    [one] offener Aufruf
   *[other] offene Aufrufe
}
focus-calls-coming = { $count ->
    [one] angekündigter Aufruf
   *[other] angekündigte Aufrufe
}
focus-calls-all = { $count ->
    [one] Aufruf, auch vergangene
   *[other] Aufrufe, auch vergangene
}
focus-trainings-coming = { $count ->
    [one] bevorstehende Schulung
   *[other] bevorstehende Schulungen
}
focus-trainings-all = { $count ->
    [one] Schulung, auch vergangene
   *[other] Schulungen, auch vergangene
}
focus-events-coming = { $count ->
    [one] bevorstehende Veranstaltung
   *[other] bevorstehende Veranstaltungen
}
focus-events-all = { $count ->
    [one] Veranstaltung, auch vergangene
   *[other] Veranstaltungen, auch vergangene
}
focus-policies = { $count ->
    [one] Politik
   *[other] Politiken
}
focus-resources = { $count ->
    [one] Dienst, Werkzeug, Leitfaden oder Nachricht
   *[other] Dienste, Werkzeuge, Leitfäden und Nachrichten
}
focus-expertise = { $count ->
    [one] Organisation nach Fachgebiet
   *[other] Organisationen nach Fachgebiet
}
focus-requests = { $count ->
    [one] offenes Partnergesuch nach Fachgebiet
   *[other] offene Partnergesuche nach Fachgebiet
}
focus-facts = { $count ->
    [one] Angabe mit Quelle
   *[other] Angaben mit Quelle
}
focus-ecosystem = { $count ->
    [one] Organisation nach Ökosystem
   *[other] Organisationen nach Ökosystem
}
focus-networks = { $count ->
    [one] Ein Netzwerk nennt es unter seinen Zielen.
   *[other] { $count } Netzwerke nennen es unter ihren Zielen.
}

# der Arbeitsplatz der Betreiber
desk-about = Arbeitsplatz für Betreiber: aus der eigenen Tabelle einen Datensatz machen
desk-title = Arbeitsplatz für Betreiber
desk-lead = Aus einer Tabelle, einer GeoJSON-Datei oder einer JSON-Liste wird ein Datensatz, den diese App zeigen kann.
desk-private = Nichts verlässt Ihren Browser: Die Datei wird hier gelesen und nirgendwohin gesendet.
desk-will-be-kept = Was Sie hierher bringen, bleibt auf diesem Gerät, bis Sie den Arbeitsplatz leeren.
desk-kept = Was hier liegt, bleibt auf diesem Gerät, bis Sie den Arbeitsplatz leeren.
desk-taken-up = Was hier lag, ist wieder da; es bleibt auf diesem Gerät, bis Sie den Arbeitsplatz leeren.
desk-kept-other-tab = Ein anderer Tab hat den Arbeitsplatz. Was Sie hier tun, bleibt erst erhalten, wenn jener Tab geschlossen ist.
desk-not-kept = Dieser Browser bewahrt für diese Seite nichts auf: Wird sie neu geladen, ist der Arbeitsplatz leer.
desk-not-kept-full = Auf diesem Gerät ist kein Platz mehr: Was Sie zuletzt getan haben, ist weg, wenn die Seite neu geladen wird.
desk-clear = Arbeitsplatz leeren
desk-cleared = Der Arbeitsplatz ist leer, und nichts davon bleibt auf diesem Gerät.
desk-step-edit = Datensätze ändern
desk-edit-title = Ein vorhandener Datenbestand
desk-edit-ways = Ändern Sie Datensätze von dem, was hier veröffentlicht ist, oder von einem Paket von diesem Arbeitsplatz: Wählen Sie oben seine ZIP-Datei.
desk-edit-published = Veröffentlichtes ändern
desk-edit-again = Zurück zum geöffneten Datenbestand
desk-edit-note = Wählen Sie einen Datensatz und ändern Sie ihn. Veröffentlicht wird dadurch nichts: Am Ende steht ein Paket zum Speichern.
desk-edit-is-published = Was hier veröffentlicht ist, ist geladen.
desk-edit-find = Datensatz suchen
desk-edit-shown = { $shown ->
    [one] { $shown } von { $all } Datensätzen ist zu sehen.
   *[other] { $shown } von { $all } Datensätzen sind zu sehen.
}
desk-edit-refused = { $count ->
    [one] Ein Datensatz dieser Datei ist nicht lesbar. Er wird nicht im Paket sein.
   *[other] { $count } Datensätze dieser Datei sind nicht lesbar. Sie werden nicht im Paket sein.
}
desk-edit-lines = je Zeile einer
desk-edit-leave = Alles lassen, wie es war
desk-edit-save = Änderungen übernehmen
desk-edit-saved = „{ $title }“ wurde geändert.
desk-edit-faults = Noch nicht übernommen:
desk-edit-fault = { $field }: { $why } ({ $value })
desk-edit-no-term = { $field }: Kein Begriff dieses Datensatzes heißt { $words }. Es gibt: { $terms }
desk-edit-bad-term = { $field }: Kein Begriff kann „{ $value }“ heißen; ein Begriff hat Buchstaben oder Ziffern.
desk-edit-new-terms = Diese Wörter werden neue Begriffe des Datensatzes
desk-edit-add = Hinzufügen …
desk-edit-add-term = Hinzufügen zu: { $field }
desk-edit-changes = { $count ->
    [one] Ein Wert wurde geändert
   *[other] { $count } Werte wurden geändert
}
desk-edit-field = Feld
desk-edit-before = Vorher
desk-edit-after = Jetzt
desk-proposals = Vorschläge von Besuchern
desk-proposals-note = Nichts wird übernommen, bevor Sie es sagen. Was übernommen wird, behält Feld für Feld seine Quelle und seinen Tag.
desk-proposals-file = Vorschläge hinzufügen (JSON), wie erhalten oder gesichert
desk-proposals-missing = Die Organisationen des Datensatzes sind nicht vollständig da, deshalb lässt sich nichts übernehmen. Laden Sie die Seite neu oder öffnen Sie einen Datensatz mit Organisationen.
desk-proposals-faulty = { $file } hat einen Fehler, und was nicht zu lesen ist, ginge verloren: { $record }, { $why }. Beheben Sie ihn zuerst.
desk-proposals-not-the-same = Die Organisationen würden nicht so zurückgelesen, wie sie geschrieben wurden; nichts wurde geändert.
desk-proposal-new = Neue Organisation: { $name }
desk-proposal-of = Berichtigung von { $name }
desk-proposal-unread = Ein Vorschlag, der nicht zu gebrauchen ist
desk-proposal-by = { $day }, von { $by } („{ $relation }“)
desk-proposal-after = Vorgeschlagen
desk-proposal-unknown = nicht bekannt
desk-proposal-accept = Angehaktes übernehmen
desk-proposal-leave = Weglassen
desk-proposal-left = Der Vorschlag wurde weggelassen.
desk-proposal-unreadable = Er ist nicht zu lesen: Die Datei ist zu groß oder kein JSON, wie die App es schreibt.
desk-proposal-other-format = Er hat ein anderes Format als das dieser App.
desk-proposal-other-kind = Es ist eine Anmeldung oder ein Gesuch und schlägt nichts über eine Organisation vor.
desk-proposal-malformed = Sein „{ $member }“ ist nicht so, wie die App es schreibt.
desk-proposal-unknown-field = Für das Feld „{ $field }“ kann niemand etwas vorschlagen.
desk-proposal-nothing = Er ändert nichts; seine Bemerkung ist für Sie zum Lesen.
desk-proposal-gone = Der Datensatz hat keine Organisation „{ $record }“.
desk-proposal-there = Der Datensatz hat schon eine Organisation dieses Namens in diesem Land: { $record }
desk-proposal-applied = Er wurde schon übernommen.
desk-proposal-so = Der Datensatz sagt das alles schon.
desk-proposal-changed = { $field } wurde seither geändert: Beim Vorschlag stand dort „{ $from }“, jetzt „{ $now }“.
desk-yes = ja
desk-no = nein
desk-steps = Schritte
desk-step-file = Datei
desk-step-columns = Spalten
desk-step-words = Kategorien
desk-step-twins = Zwillinge
desk-step-report = Bericht
desk-step-compare = Vergleich
desk-step-publish = Paket
desk-step = Schritt { $step } von { $of }
desk-busy = Es wird gearbeitet …
desk-progress = Zeile { $done } von { $of }
desk-progress-name = Gelesene Zeilen
desk-stop = Anhalten
desk-stopped = Es wurde angehalten; alles ist, wie es vorher war.
desk-back = Zurück
desk-to-columns = Weiter zu den Spalten
desk-to-report = Alle Zeilen lesen
desk-to-compare = Weiter zum Vergleich
desk-to-publish = Weiter zum Paket
desk-collection = Was in der Datei steht
desk-file = Datei
desk-file-note = Dateien auswählen oder hier ablegen: Excel (XLSX, XLS), OpenDocument (ODS), CSV, TSV, GeoJSON, JSON oder ein Paket von diesem Arbeitsplatz (ZIP). Mehrere kommen nacheinander an die Reihe und in ein Paket.
desk-file-here = { $file } liegt bereit.
desk-file-unread = Der Browser konnte diese Datei nicht lesen. Vielleicht wurde sie verschoben; wählen Sie sie noch einmal.
desk-queue = Weitere Dateien
desk-queue-waits = { $file }: { $collection }, wartet
desk-queue-ready = { $count ->
    [one] { $file }: { $collection }, fertig (ein Eintrag)
   *[other] { $file }: { $collection }, fertig ({ $count } Einträge)
}
desk-queue-take = Vornehmen
desk-queue-take-file = { $file } vornehmen
desk-queue-leave = Weglegen
desk-queue-leave-file = { $file } weglegen
desk-next = Weiter zur nächsten Datei: { $file }
desk-waiting = { $count ->
    [one] Noch nicht im Paket: { $files }
   *[other] Noch nicht im Paket ({ $count } Dateien): { $files }
}
desk-compare-ready = Verglichen wird mit dem, was aus { $files } für das Paket fertig ist, nicht mit dem Veröffentlichten.
desk-progress-file = { $done } von { $of } MB
desk-progress-file-name = Gelesen von der Datei
desk-kind-excel = { $sheets ->
    [one] Das ist eine Excel-Arbeitsmappe mit einem Blatt.
   *[other] Das ist eine Excel-Arbeitsmappe mit { $sheets } Blättern.
}
desk-kind-opendocument = { $sheets ->
    [one] Das ist eine OpenDocument-Tabelle mit einem Blatt.
   *[other] Das ist eine OpenDocument-Tabelle mit { $sheets } Blättern.
}
desk-kind-delimited = Das ist eine Tabelle in Textform.
desk-kind-json = Das ist eine JSON-Liste.
desk-kind-geojson = Das ist GeoJSON.
desk-rows = Zeilen unter der Kopfzeile: { $rows }
desk-sheet = Blatt
desk-sheet-rows = { $rows ->
    [one] { $sheet } (eine Zeile)
   *[other] { $sheet } ({ $rows } Zeilen)
}
desk-header = Zeile mit den Namen der Spalten
desk-row-cells = Zeile { $row }: { $cells }
desk-encoding = Zeichensatz
desk-encoding-note = Lesen sich diese Wörter nicht, wie sie sollen, wählen Sie den Zeichensatz, in dem sie es tun.
desk-encoding-words = Wörter der Datei in diesem Zeichensatz
desk-encoding-plain = Der Text hat keine Umlaute, Akzente oder anderen besonderen Buchstaben: Jeder Zeichensatz passt.
desk-error-empty = { $file } ist leer.
desk-error-no-column = { $file } hat keine Spalte für „{ $missing }“. Gehen Sie zurück zu den Spalten und wählen Sie eine. Die Spalten sind: { $found }
desk-error-mapping-file = { $file } ist keine Zuordnung: Sie muss zu jeder Spalte ein Feld nennen.
desk-error-default = „{ $value }“ kann nicht für jede Zeile { $field } sein. Erlaubt: { $allowed }
desk-error-pdf = { $file } ist ein PDF. Ein PDF hat keine Zeilen: Fragen Sie nach der Tabelle, aus der es gemacht wurde.
desk-error-document = { $file } ist ein Textdokument. Kopieren Sie seine Tabelle in eine Tabellenkalkulation und speichern Sie diese.
desk-error-presentation = { $file } ist eine Präsentation. Kopieren Sie ihre Tabelle in eine Tabellenkalkulation und speichern Sie diese.
desk-error-archive = { $file } ist ein gepackter Ordner. Entpacken Sie ihn und wählen Sie die Datei darin.
desk-error-web-page = { $file } ist eine Webseite. Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie als Arbeitsmappe.
desk-error-xml = { $file } ist XML. Öffnen Sie es in einer Tabellenkalkulation und speichern Sie es als Arbeitsmappe.
desk-error-picture = { $file } ist ein Bild. Ein Bild hat keine Zeilen: Fragen Sie nach der Tabelle, die es zeigt.
desk-error-locked = { $file } ist beschädigt, mit einem Kennwort gesperrt oder keine Arbeitsmappe. Öffnen Sie die Datei in ihrem Programm und speichern Sie sie neu, ohne Kennwort.
desk-error-binary = { $file } ist weder eine Arbeitsmappe noch Text.
desk-error-no-sheet = { $file } hat kein Blatt „{ $sheet }“.
desk-error-mapping = Die Zuordnung nennt, was es nicht gibt: { $names }
desk-error-encoding = Den Zeichensatz „{ $name }“ gibt es nicht.
desk-columns = Spalten
desk-columns-note = Jede Spalte der Datei mit dem Feld, für das sie gehalten wird. Ändern Sie, was falsch ist; eine Spalte ohne Feld bleibt weg, und der Bericht sagt es.
desk-columns-missing = Keine Spalte gilt als „{ $field }“; ohne das kann kein Eintrag gelesen werden.
desk-column-filled = { $filled } von { $rows } Zeilen haben einen Wert.
desk-column-rival = Für dieses Feld wird schon eine andere Spalte gelesen. Lassen Sie jene erst weg, oder lesen Sie beide.
desk-steps-cells = Zellen säubern, teilen oder verbinden
desk-steps-note = Bevor sie gelesen werden. „*“ steht für Beliebiges: „(*)“ nimmt heraus, was in Klammern steht.
desk-steps-strip = Herausnehmen
desk-steps-split = Teilen an
desk-steps-second = Was dahinter steht, ist
desk-steps-values = ein weiterer Wert dieses Feldes
desk-steps-join = Zwischen die Spalten setzen
desk-steps-apart = Nicht mit den anderen zusammen lesen
desk-steps-both = Beide nacheinander lesen
desk-column-unused = bleibt weg
desk-column-own = ein eigenes Feld
desk-columns-left = { $count ->
    [one] Eine Spalte bleibt weg: { $names }.
   *[other] { $count } Spalten bleiben weg: { $names }.
}
desk-columns-carry = Alle als eigene Felder übernehmen
desk-own-kind = Übernehmen als
desk-own-line = Textzeile
desk-own-link = Link
desk-own-number = Zahl
desk-own-date = Datum
desk-own-facet = Filter
desk-own-picture = ein Bild (eine Datei im Ordner der Daten; eine Adresse anderswo wird ein Link)
desk-own-label = Genannt
desk-defaults = Was für jede Zeile gilt
desk-default-none = nicht angegeben
desk-default-precision = Koordinaten sind genau bis auf
desk-default-basis = Fachthemen wurden
desk-default-country = Land, wo eine Zeile keines hat (zwei Buchstaben)
desk-precision-exact = das Haus
desk-precision-street = die Straße
desk-precision-city = die Stadt
desk-precision-region = die Region
desk-basis-declared = von den Organisationen angegeben
desk-basis-inferred = von anderen erschlossen
desk-mapping = Diese Wahl der Spalten speichern oder laden
desk-mapping-note = Eine gespeicherte Wahl passt nächstes Jahr wieder auf dieselbe Tabelle.
desk-mapping-save = Wahl speichern
desk-mapping-load = Wahl laden
desk-words-note = Kategorien der Datei, die es in diesem Datensatz noch nicht gibt. Jede kann zu einem vorhandenen Begriff gehören, ein eigener Begriff werden oder wegbleiben.
desk-words-none = Jede Kategorie der Datei ist ein Begriff dieses Datensatzes.
desk-words-word = In der Datei
desk-words-count = Wie oft
desk-words-becomes = Wird zu
desk-words-becomes-of = Was aus „{ $word }“ wird
desk-words-own = ein eigener Begriff
desk-words-dropped = nichts: bleibt weg
desk-words-more = Mehr zeigen
desk-words-on = Weiter mit diesen Kategorien
desk-twins-note = Diese Einträge könnten jeweils einer sein. Zusammengeführt wird nur, was Sie so entscheiden. Dabei gilt Feld für Feld: Gefülltes vor Leerem; wo beide etwas sagen, gilt der Eintrag, der bleibt.
desk-twins-none = Keine zwei Einträge sehen wie einer aus.
desk-twins-pair = { $first } und { $second }
desk-twins-name = Gleicher Name in derselben Stadt.
desk-twins-website = Gleiche Website.
desk-twins-place = Gleicher Punkt und weitgehend gleicher Name.
desk-twins-result = Dann
desk-twins-both = Beide behalten
desk-twins-into-first = Zusammenführen: der erste bleibt, der zweite füllt seine Lücken
desk-twins-into-second = Zusammenführen: der zweite bleibt, der erste füllt seine Lücken
desk-twins-first-alone = Nur den ersten behalten
desk-twins-second-alone = Nur den zweiten behalten
desk-twins-more = { $count ->
    [one] Ein weiteres Paar ist hier nicht aufgeführt; es erscheint, wenn über andere entschieden ist und alles neu gelesen wird.
   *[other] { $count } weitere Paare sind hier nicht aufgeführt; sie erscheinen, wenn über andere entschieden ist und alles neu gelesen wird.
}
desk-twins-on = Weiter mit diesen Entscheidungen
desk-twins-gone = { $count ->
    [one] Einer der geladenen Einträge fällt weg, wie Sie über die Zwillinge entschieden haben.
   *[other] { $count } der geladenen Einträge fallen weg, wie Sie über die Zwillinge entschieden haben.
}
desk-field-id = Kennung (Teil jedes Links)
desk-field-name = Name
desk-field-title = Titel
desk-field-kind = Art
desk-field-region-code = Region (NUTS-Code)
desk-field-location = Koordinaten in einer Zelle
desk-field-lat = Breite
desk-field-lon = Länge
desk-field-deadline = Frist
desk-field-source = Quelle
desk-field-precision = Koordinaten sind genau auf
desk-field-expertise-basis = Woher das Fachgebiet bekannt ist
desk-field-members-sme = Mitglieder: kleine und mittlere Unternehmen
desk-field-members-large = Mitglieder: große Unternehmen
desk-field-members-research = Mitglieder: Forschungseinrichtungen
desk-field-members-other = Mitglieder: andere
desk-field-label-until = Label gültig bis
desk-field-updated = Letzte Änderung
desk-field-summary = Beschreibung ({ $language })
desk-field-eligible-groups = Teilnahmeberechtigte Ländergruppen
desk-field-eligible-regions = Teilnahmeberechtigte Regionen
desk-field-deadline-words = Frist in Worten
desk-field-deadline-known = Ob die Frist bekannt ist
desk-field-url-is-list = Ob die Adresse die einer Liste ist
desk-field-timezone = Zeitzone
desk-field-budget-note = Bemerkung zum Budget
desk-field-date = Datum
desk-field-start-time = Beginnt um
desk-field-end-time = Endet um
desk-field-start = Beginnt am
desk-field-end = Endet am
desk-field-seeks = Sucht
desk-field-offers = Bietet
desk-field-partner-countries = Länder der Partner
desk-published-missing = Was veröffentlicht ist, konnte nicht geladen werden; es lässt sich nichts damit vergleichen. { $why }
desk-counts = { $read ->
    [one] Eine Zeile gelesen: { $loaded } übernommen, { $refused } abgelehnt.
   *[other] { $read } Zeilen gelesen: { $loaded } übernommen, { $refused } abgelehnt.
}
desk-nothing-loaded = Keine Zeile ist zu gebrauchen. Gehen Sie zurück und sehen Sie nach Blatt, Kopfzeile und Spalten.
desk-personal-mail = { $count ->
    [one] Eine E-Mail-Adresse sieht nach einer Person aus. Veröffentlicht werden sollten Funktionsadressen wie info@.
   *[other] { $count } E-Mail-Adressen sehen nach Personen aus. Veröffentlicht werden sollten Funktionsadressen wie info@.
}
desk-twice-encoded = { $count ->
    [one] Ein Wert sieht aus, als wäre er zweimal kodiert worden, wie „PÃ´le“ statt „Pôle“.
   *[other] { $count } Werte sehen aus, als wären sie zweimal kodiert worden, wie „PÃ´le“ statt „Pôle“.
}
desk-repair = So lesen, wie sie gemeint waren
desk-dates = { $count ->
    [one] Ein Datum hat zwei Lesarten: Meint { $example } diesen Tag?
   *[other] { $count } Daten haben zwei Lesarten: Meint { $example } diesen Tag?
}
desk-save-refused = Abgelehnte Zeilen speichern (CSV)
desk-save-report = Bericht speichern (CSV)
desk-findings = Was gefunden wurde
desk-no-findings = Nichts: Jeder Wert war so zu lesen, wie er ist.
desk-finding = { $what }: { $why } ({ $count })
desk-unlisted = { $count ->
    [one] Ein weiterer Befund ist nur gezählt.
   *[other] { $count } weitere Befunde sind nur gezählt.
}
desk-mend-row = Zeile { $row } berichtigen
desk-mend-all = { $count ->
    [one] In Zeile { $row } ist „{ $value }“ in der Spalte „{ $column }“
   *[other] In allen { $count } Zeilen ist „{ $value }“ in der Spalte „{ $column }“
}
desk-mend-empty = { $count ->
    [one] In Zeile { $row }, in der die Spalte „{ $column }“ leer ist, gehört hinein
   *[other] In allen { $count } Zeilen, in denen die Spalte „{ $column }“ leer ist, gehört hinein
}
desk-mend-swap = { $count ->
    [one] In dieser Zeile Breite und Länge vertauschen
   *[other] In diesen { $count } Zeilen Breite und Länge vertauschen
}
desk-mend-note = Die Zellen, wie sie in der Datei stehen oder wie Sie sie berichtigt haben. Die Datei selbst bleibt, wie sie ist; der Bericht sagt, was berichtigt wurde.
desk-mend-again = Damit noch einmal lesen
desk-row = Zeile
desk-record = Eintrag
desk-nameless = (ohne Namen)
desk-column = Spalte
desk-value = Wert
desk-more = { $count ->
    [one] und ein weiterer
   *[other] und { $count } weitere
}
desk-suspect = zu prüfen
desk-map = Wo sie sind
desk-map-note = Mit einem Ort: { $placed } von { $all }. Rauten sind anzusehen: { $suspects }.
desk-map-misplaced = { $count ->
    [one] Eine davon steht dort, wohin die Datei sie setzt; das kann nicht stimmen, im Paket hat der Eintrag daher keinen Ort.
   *[other] { $count } davon stehen dort, wohin die Datei sie setzt; das kann nicht stimmen, im Paket haben die Einträge daher keinen Ort.
}
desk-map-part = Die Karte zeigt einen Teil davon und alle, die anzusehen sind.
desk-preview = Die Einträge
desk-preview-count = { $all ->
    [one] { $shown } von { $all } Eintrag.
   *[other] { $shown } von { $all } Einträgen.
}
desk-preview-note = { $suspects ->
    [one] Einer ist zu prüfen: Er liegt außerhalb seines Landes oder gleicht einem anderen.
   *[other] { $suspects } sind zu prüfen: Sie liegen außerhalb ihres Landes oder gleichen einem anderen.
}
desk-edition = Die veröffentlichte Ausgabe
desk-replace = Die Einträge dieser Datei ersetzen alle veröffentlichten
desk-append = Die Einträge dieser Datei kommen zu den veröffentlichten hinzu
desk-compare-counts = Veröffentlichte Einträge: { $before }. Danach: { $after }.
desk-loses-much = { $count ->
    [one] Ein veröffentlichter Eintrag würde verschwinden, mehr als ein Zehntel von allen.
   *[other] { $count } veröffentlichte Einträge würden verschwinden, mehr als ein Zehntel von allen.
}
desk-loses-deadlines = { $count ->
    [one] Ein veröffentlichter Aufruf würde seine Frist verlieren: { $names }
   *[other] { $count } veröffentlichte Aufrufe würden ihre Frist verlieren: { $names }
}
desk-loses-values = { $count ->
    [one] Ein veröffentlichter Eintrag würde Werte verlieren, die diese Datei nicht hat
   *[other] { $count } veröffentlichte Einträge würden Werte verlieren, die diese Datei nicht hat
}
desk-lost-value = { $field }: { $value }
desk-change = { $field }: { $before } → { $after }
desk-sure = Das ist richtig so
desk-compared-anew = Das Veröffentlichte hat sich geändert, seit Sie verglichen haben: Dies ist der Vergleich mit dem, was jetzt veröffentlicht ist.
desk-newer = Das Veröffentlichte ist neuer als das, womit diese Arbeit begonnen wurde
desk-newer-of = { $collection }: seither im Veröffentlichten geändert
desk-newer-both = { $count ->
    [one] Ein Datensatz wurde hier und dort geändert: { $names }. Ihrer wird genommen.
   *[other] { $count } Datensätze wurden hier und dort geändert: { $names }. Ihre werden genommen.
}
desk-newer-carry = Neu vergleichen: diese Änderungen in die neuere Ausgabe übernehmen
desk-newer-over = Trotzdem packen, über das Neuere hinweg
desk-newer-carried = Die Änderungen sind nun in der neueren Ausgabe.
desk-added = { $count ->
    [one] Ein Eintrag neu
   *[other] { $count } Einträge neu
}
desk-changed = { $count ->
    [one] Ein Eintrag geändert
   *[other] { $count } Einträge geändert
}
desk-removed = { $count ->
    [one] Ein Eintrag entfernt
   *[other] { $count } Einträge entfernt
}
desk-dataset-title = Titel des Datensatzes
desk-no-title = Ein Datensatz braucht einen Titel.
desk-day = Tag der Veröffentlichung
desk-start = Erste Ansicht
desk-start-note = Die Adresse einer beliebigen Ansicht mit ihren Filtern hierher kopieren: Wer ohne eine solche kommt, sieht sie zuerst. Leer: die Karte der Organisationen.
desk-no-view = Das ist keine Adresse einer Ansicht. Sie sieht so aus: „#/calls?status=open“.
desk-source = Woher diese Einträge stammen
desk-source-name = Name der Quelle
desk-source-url = Webadresse
desk-source-licence = Lizenz
desk-no-source = { $count ->
    [one] Ein Eintrag nennt keine Quelle. Sagen Sie hier, woher er stammt; sonst wird er ohne veröffentlicht.
   *[other] { $count } Einträge nennen keine Quelle. Sagen Sie hier, woher sie stammen; sonst werden sie ohne veröffentlicht.
}
desk-headings = Wie die Filter heißen
desk-headings-note = In der Sprache dieser Seite; was leer bleibt, heißt wie überall.
desk-keep-others = Die anderen veröffentlichten Sammlungen und ihre Quellen behalten
desk-finished = Bereit zum Packen
desk-ready = { $count ->
    [one] { $collection }: ein Eintrag
   *[other] { $collection }: { $count } Einträge
}
desk-package = Das Paket ist eine ZIP-Datei. Entpacken Sie es, legen Sie den Inhalt seines Ordners „data“ in den Ordner „data“ der Website und Feeds und Kalender (.atom, .ics), falls es welche gibt, neben die Seite; Bericht, abgewiesene Zeilen und Wahl der Spalten sind für Sie.
desk-another = Weitere Datei hinzunehmen
desk-save = Paket speichern
desk-try = Hier ausprobieren: die ganze App mit diesen Daten
desk-trial-on = Das ist eine Probe auf diesem Gerät: Die App zeigt, was auf diesem Arbeitsplatz liegt, nur für Sie.
desk-trial-desk = Zurück zum Arbeitsplatz
desk-trial-end = Zurück zu dem, was veröffentlicht ist
desk-trial-title = Probe: { $title }
desk-packed = Das Paket wurde dem Browser übergeben.
desk-not-packed = Das Paket konnte nicht gemacht werden.

# Ansichten der Veranstaltungen, Netzwerke und Politiken
view-month = Monat
view-matrix = Nach Ländern
facet-with = Zusammen mit
facet-with-note = Netzwerke mit einem Partner in diesem Land und zugleich in einem oben gewählten.
matrix-title = Welche Länder zusammenarbeiten
matrix-note = Eine Zelle sagt, an wie vielen von { $count } Netzwerken beide Länder beteiligt sind, soweit die Partner bekannt sind. Filter gelten bis auf die für Länder: diese wählen die Zeilen.
matrix-networks = Netzwerke
matrix-partners = Partnerländer
matrix-total = { $country }, Netzwerke: { $count }
matrix-cell = { $row } und { $column }: { $count }
matrix-same = dasselbe Land
events-on-map = { $count ->
    [one] { $count } Veranstaltung ist auf der Karte
   *[other] { $count } Veranstaltungen sind auf der Karte
}; { $without ->
    [0] alle haben einen Ort.
    [one] { $without } hat dort keinen Ort.
   *[other] { $without } haben dort keinen Ort.
}
events-on-map-list = In der Liste stehen alle.
events-online = { $count ->
    [one] { $count } findet online statt
   *[other] { $count } finden online statt
}
events-without-place = { $count ->
    [one] Von { $count } ist der Ort nicht bekannt oder nicht im Ortsverzeichnis
   *[other] Von { $count } ist der Ort nicht bekannt oder nicht im Ortsverzeichnis
}
month-count = { $count ->
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
}{ $undated ->
    [0] .
    [one] , davon { $undated } ohne bekannten Tag.
   *[other] , davon { $undated } ohne bekannten Tag.
}
month-none = Im { $month } findet nichts Passendes statt.
month-none-at-all = Von nichts Passendem ist der Monat bekannt.
month-nearest = Im { $now } findet nichts Passendes statt: gezeigt wird { $month }, der nächstgelegene Monat mit einem Treffer.
month-steps = Andere Monate
month-before = ← { $month }
month-after = { $month } →
month-earlier-match = Früherer Treffer: { $month }
month-later-match = Nächster Treffer: { $month }
month-keys = Pfeiltasten führen von Tag zu Tag, Bild auf und Bild ab von Monat zu Monat, mit der Umschalttaste von Jahr zu Jahr; die Eingabetaste führt zu den Veranstaltungen des Tages.
month-day = { $date }: { $count ->
    [0] keine Veranstaltung
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
}
month-more = und { $count } weitere
month-without-day = { $month } ohne Tag: { $count }
month-undated = Ohne bekannten Monat: { $count }
off-paper = { $count ->
    [one] Eine weitere Zeile steht unter der Adresse unten.
   *[other] { $count } weitere Zeilen stehen unter der Adresse unten.
}
policy-years-without = Ohne bekanntes Anfangsjahr: { $count }
network-map = Partner, deren Ort dieser Datensatz kennt; Linien führen zur Koordination.
network-map-unled = Partner, deren Ort dieser Datensatz kennt.
