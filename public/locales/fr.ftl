# Cluster Atlas, français. Ce qui manque ici est repris de en.ftl, message par message.

## Frame
brand = Cluster Atlas
skip-to-content = Aller au contenu
skip-to-search = Aller à la recherche
nav-main = Navigation principale
nav-explore = Explorer
nav-calls = Appels ouverts
nav-about-data = À propos
language = Langue
close = Fermer
try-again = Réessayer
print = Imprimer
print-footer = { $title }, { $link }, imprimé le { $date }. Sources : { $sources }.
cite = Citer : { $title }, { $atlas }, édition du { $date }, { $link }
trail = Fil d’Ariane
back-to-explore = Retour à la carte et à la liste
back-to-profile = Retour au profil
go-to-explore = Explorer tous les organismes
not-known = Non connu
facts-not-known = Non connu : { $names }
opens-new-tab = (ouvre { $host } dans un nouvel onglet)
title-explore = Explorer – { $title }
title-page = { $page } – { $title }

## Loading and failing
loading-start = Chargement de Cluster Atlas…
loading-stuck = Cluster Atlas n’a pas encore démarré. Merci de recharger la page.
loading-data = Chargement des organismes…
loading-index = Préparation de la recherche…
failed-title = Cluster Atlas a cessé de fonctionner
failed-text = Une erreur s’est produite dans la page elle-même. Rien de ce qui est enregistré sur cet appareil n’est perdu. Recharger la page permet de reprendre au même endroit.
failed-browser-title = Ce navigateur ne peut pas faire fonctionner Cluster Atlas
failed-browser = Cluster Atlas a besoin de WebAssembly, que ce navigateur ne propose pas. Toute version actuelle de Firefox, Chrome, Edge ou Safari en dispose, mais un mode protégé (« isolement ») peut le désactiver.
failed-reload = Recharger la page
failed-script = Cluster Atlas fonctionne dans le navigateur et a besoin de JavaScript. Merci de l’activer pour cette page.
later-waiting = Chargement…
later-failed-title = Cette partie de la page n’a pas pu être chargée
later-failed-text = La connexion est peut-être interrompue, ou le site a été mis à jour entre-temps. Merci de réessayer et, si cela ne suffit pas, de recharger la page. Rien de ce qui est enregistré sur cet appareil n’est perdu.
edition-newer = Une version plus récente de cette page est disponible. Ce que vous avez saisi est conservé.
edition-load = Charger la nouvelle version
edition-kept = Pas de connexion : voici les données du { $date } conservées sur cet appareil.
edition-fresh = Charger les données actuelles
edition-missing = L’édition du { $date } n’est pas conservée ici. Voici l’édition actuelle.
error-other-edition = { $file } appartient à une édition des données plus récente que celle de cette page. Rechargez la page pour la voir.
data-failed-title = Les données n’ont pas pu être chargées
error-not-found = Le fichier { $file } ne se trouve pas à l’endroit attendu. Si vous gérez ce site, vérifiez que le fichier a été copié avec les autres ; sinon, réessayez plus tard.
error-status = Le serveur a répondu « { $status } » à la demande du fichier { $file }. Cela ne dure généralement pas : réessayez dans une minute.
error-unreachable = { $file } n’a pas pu être obtenu. Vérifiez la connexion et réessayez.
error-html = Au lieu des données, une page web a été renvoyée pour { $file }. Sur un réseau public, il faut parfois d’abord s’identifier : ouvrez un autre site, identifiez-vous, puis réessayez.
error-not-json = { $file } est illisible : la ligne { $line }, colonne { $column }, n’est pas du JSON valide. L’éditeur du jeu de données doit l’exporter de nouveau.
error-cut-short = { $file } s’interrompt en cours de route. Réessayez ; si cela ne suffit pas, le fichier n’a pas été copié en entier.
error-not-format = { $file } n’est pas un jeu de données de Cluster Atlas. Si vous gérez ce site, vérifiez l’adresse du jeu de données dans config.json.
error-other-version = { $file } est à la version { $found } du format ; cette application lit la version { $supported }. Si vous gérez ce site, mettez l’application à jour ou exportez le jeu de données à la version { $supported }.
error-no-records = { $file } ne contient pas de liste de fiches. Si vous gérez ce site, exportez de nouveau le jeu de données.
error-too-large = { $file } pèse { $size } Mo ; cette application lit au plus { $limit } Mo. Si vous gérez ce site, publiez un jeu de données plus petit.
error-empty = { $file } est vide. Réessayez ; si cela ne suffit pas, le fichier n’a pas été copié en entier.
unknown-title = Cette page n’existe pas
unknown-text = Rien ne se trouve à l’adresse « { $path } ». Elle a peut-être été tronquée lors de la copie.
missing-title = Cet enregistrement n’est pas dans le jeu de données
missing-text = Rien ici ne porte l’identifiant « { $id } ». Il figurait peut-être dans une édition antérieure du jeu de données.
missing-organisation-title = Cet organisme ne figure pas dans le jeu de données
missing-organisation-text = Aucun organisme ne porte ici l’identifiant « { $id } ». Il figurait peut-être dans une édition antérieure du jeu de données.
missing-find = Chercher un nom semblable

## In a frame on somebody else’s page
frame-open = Ouvrir en grand
frame-form-title = Ce formulaire s’ouvre dans une page à part
frame-form-text = Ce que vous saisissez ici pourrait se perdre, car cette page se trouve dans une autre et ne peut rien conserver. Dans une page à part, tout reste sur votre appareil jusqu’à l’envoi.
frame-form-open = Ouvrir le formulaire
frame-no-files = Cette page se trouve dans une autre, ou a été ouverte par elle, qui ne la laisse pas charger ses fichiers. Son adresse, à ouvrir dans une fenêtre à part :
frame-no-windows = La page qui l’entoure ne laisse pas cette page ouvrir de fenêtres. Copiez l’adresse :
facade-start = Afficher ici
facade-policy = La politique de sécurité de cette page n’autorise pas les cadres de
facade-consent = Un outil de consentement de cette page retient le cadre de
facade-sandbox = Cette page se trouve dans un bac à sable qui n’autorise pas les cadres de
facade-silent = Aucune réponse n’est venue de
facade-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
facade-collection = { $name } : { $count }
facade-calls = { $count ->
    [one] { $count } appel
   *[other] { $count } appels
}
frame-hint-wheel = Pour zoomer, tournez la molette en maintenant Ctrl
frame-hint-wheel-mac = Pour zoomer, tournez la molette en maintenant ⌘
frame-hint-touch = Déplacez la carte avec deux doigts
frame-full-screen = Carte en plein écran
frame-more = Afficher la suite

## Explore
explore-heading = Explorer les organismes de cluster (grappes)
search = Recherche
search-placeholder = Nom, lieu ou thème, par ex. « photonique Lyon »
search-placeholder-calls = Thème, programme ou émetteur, p. ex. « circular SME »
search-placeholder-trainings = Thème, organisateur ou lieu, p. ex. « booster academy »
search-placeholder-requests = Ce qui est recherché ou proposé
suggestion-call = Appel
suggestion-training = Formation
suggestion-request = Recherche de partenaires
suggestions = Suggestions
suggestions-count = { $count ->
    [one] { $count } suggestion. Choisir avec les touches fléchées.
   *[other] { $count } suggestions. Choisir avec les touches fléchées.
}
suggestion-value = { $facet }, { $count }
suggestion-profile = Fiche
suggestion-word = { $count ->
    [one] { $count } organisme
   *[other] { $count } organismes
}
views = Affichage
view-both = Carte et liste
view-list = Liste
view-map = Carte
view-coverage = Couverture
results-title = Résultats
count-none = Aucun organisme ne correspond
count-all-located = { $count ->
    [one] { $count } organisme correspond
   *[other] { $count } organismes correspondent
}
count-some-unlocated = { $count ->
    [one] { $count } organisme correspond
   *[other] { $count } organismes correspondent
}, dont { $unlocated } sans localisation
count-show-unlocated = Afficher les organismes sans localisation
similar-words = Rien ne contient « { $asked } ». Affiché à la place : { $found }.
similar-around = Comme lieu et distance :
place-not-known = Aucun lieu nommé « { $place } » n’est connu ici. Le sont les villes d’au moins 50 000 habitants et celles où se trouve une fiche : essayez-en une proche.
similar-offered = Rien ne contient « { $asked } ». Vouliez-vous dire :
at-organisations = Le jour indiqué dans ce lien vaut pour les appels et les formations. Les organismes sont présentés dans l’état actuel du jeu de données.
nothing-at-all = Ce jeu de données ne contient aucune fiche.
nothing-found = Aucun organisme ne répond à tous ces critères. Retirez un filtre ou cherchez avec moins de mots.
nothing-search-everywhere = Chercher les mêmes mots sans filtre
nothing-without = Sans { $what } : { $count }
sort-by = Trier par
sort-relevance = pertinence
sort-nearest = distance
sort-name = nom
sort-country = pays
distance = { $km } km
kilometres = { $km } km
more-topics = +{ $count }
ecosystem-none = Aucun écosystème indiqué

## Filters
filters = Filtres
open-filters = { $count ->
    [0] Filtres
   *[other] Filtres ({ $count })
}
filters-show = { $count ->
    [one] Afficher { $count } organisme
   *[other] Afficher { $count } organismes
}
facet-country = Pays
facet-region = Région
facet-region-note = Choisir un pays pour ne voir que ses régions.
facet-ecosystem = Écosystème industriel
facet-ecosystem-note = Un seul au plus est indiqué par organisme ; « non indiqué » ne signifie pas « non actif ».
facet-expertise = Domaine d’expertise
facet-expertise-note = Déduit du nom de l’organisme, sauf s’il l’a déclaré lui-même.
facet-kind = Type d’organisme
facet-kind-training = Type de formation
facet-kind-request = Type de recherche
facet-located = Localisation
facet-label = Label d’excellence
facet-all = Afficher les { $count } dans « { $facet } »
facet-fewer = Afficher moins dans « { $facet } »
facet-find = Chercher dans « { $facet } »
facet-find-placeholder = Chercher dans cette liste
facet-leave-out = Exclure { $value }
facet-nothing = Rien ne porte ce nom dans cette liste.
facet-none = Rien à choisir : aucune fiche ne correspond à la recherche.
filters-not-stated = Aucune fiche ne précise : { $facets }.
facet-unknown = absent de ce jeu de données
facet-count-unit = { $count ->
    [one] organisme
   *[other] organismes
}
facet-eligible = Pays éligible
facet-eligible-note = Un appel qui dit « tous les pays » figure sous chaque pays. Les appels qui ne précisent rien viennent après les autres.
facet-applicants = Qui peut candidater
facet-status = État
facet-audience = Pour qui
facet-purpose = Objectif
facet-issuer = Émis par
facet-format = Format
facet-topic = Thème
facet-language = Langue
facet-month = Mois
facet-call = Appel
status-forthcoming = À venir
status-open = Ouvert
status-closed = Clos
status-cancelled = Annulé
status-unknown = Date inconnue
status-upcoming = Prochainement
status-undated = Sans date
status-past = Passé
format-online = En ligne
format-onsite = Sur place
format-hybrid = En ligne et sur place
kind-academy = Académie
kind-webinar = Webinaire
kind-workshop = Atelier
kind-course = Cours
kind-partners = Partenaires recherchés
kind-host = Hôte recherché
kind-visitor = Visiteurs bienvenus
kind-challenge = Défi
chip-closes-within = { $days ->
    [one] Clôture dans { $days } jour au plus
   *[other] Clôture dans { $days } jours au plus
}
located-yes = Sur la carte
located-no = Localisation non connue
kind-cluster-organisation = Organisme de cluster (grappe)
kind-network = Réseau
kind-eurocluster = Eurocluster
kind-support-organisation = Organisme de soutien
label-bronze = Bronze
label-silver = Argent
label-gold = Or
label-until = { $level }, jusqu’au { $date }
chips = Filtres choisis
chip-remove = Retirer : { $what }
chip-text = « { $text } »
chip-facet = { $facet } : { $value }
chip-unknown = { $facet } : { $value } (absent de ce jeu de données)
chip-left-out = sans { $value }
chip-near = À moins de { $km } km de { $point }
chip-bbox = Dans la partie choisie de la carte
clear-all = Tout effacer
radius = Distance

## Map
map = Carte
zoom-in = Agrandir
zoom-out = Réduire
near-me = Près de moi
look-here = Chercher dans cette vue
selected = Sélection sur la carte
show-on-map = Montrer { $name } sur la carte
map-attribution = Natural Earth ; lieux : GeoNames (CC BY 4.0)
map-nothing-located = Aucun de ces organismes n’a de lieu connu. Ils figurent dans la liste.
map-failed = La carte ne peut pas être dessinée dans ce navigateur. La liste montre tout.
locate-denied = La position n’a pas été partagée ; rien n’a changé. Vous pouvez choisir un pays ou une région.
locate-unavailable = L’appareil ne peut pas déterminer sa position pour le moment. Vous pouvez choisir un pays ou une région.
pile-title = { $count ->
    [one] { $count } résultat à cet endroit
   *[other] { $count } résultats à cet endroit
}
pile-note = Seule leur ville est connue ; ils partagent donc un même point de la carte.

## Profile
save = Ajouter à la sélection
save-on = Dans la sélection
save-named = Sélection : { $name }
saved = Ajouté à la sélection
unsaved = Retiré de la sélection
saved-full = La liste est pleine : { $most } au plus. Retirez d’abord quelque chose.
compare-with = Comparer
profile-on-map = Montrer sur la carte
profile-facts = Informations
profile-networks = Réseaux dont elle fait partie
profile-networks-none = Aucun réseau de ce jeu de données ne la mentionne.
profile-provenance = D’où viennent certaines valeurs
provenance-of = { $field }, { $date }
provenance-failed = Les valeurs qui viennent d’ailleurs n’ont pas pu être chargées.
stated-waiting = Chargement…
networks-failed = Les réseaux n’ont pas pu être chargés : il peut y en avoir plus qu’ici.
stated-failed = Ce que des sources en disent n’a pas pu être chargé.
stated-history = historique, plus en vigueur
stated-ended = expiré : { $date }
stated-until = fin de validité : { $date }
stated-end-unknown = fin de validité non précisée
stated-named-as = nommée { $name }
stated-inferred = déduit du nom
stated-by-name = rapproché par le nom seulement
role-coordinator = coordinateur
role-partner = partenaire
fact-acronym = Nom abrégé
fact-region-code = { $region } ({ $code })
fact-position = { $lat }, { $lon } ({ $precision })
fact-city = Ville
fact-city-listed = Ville selon la source
fact-location = Coordonnées
fact-nace = Classes NACE
fact-members = Membres
fact-founded = Création
fact-staff = Personnel (équivalents temps plein)
fact-website = Site web
fact-programmes = Programmes
fact-technology-fields = Domaines technologiques
fact-email = Courriel
members-total = { $count } au total
members-sme = { $count ->
    [one] { $count } PME
   *[other] { $count } PME
}
members-large = { $count ->
    [one] { $count } grande entreprise
   *[other] { $count } grandes entreprises
}
members-research = { $count ->
    [one] { $count } organisme de recherche
   *[other] { $count } organismes de recherche
}
members-other = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
precision-exact = exactes
precision-street = à la rue près
precision-city = à la ville près, pas une adresse
precision-region = à la région près
expertise-inferred = Déduit du nom
expertise-declared = Déclaré par l’organisme
source = Source
source-retrieved = consulté le { $date }
record-updated = Fiche mise à jour le { $date }.
dataset-published = Jeu de données publié le { $date }.
neighbours = Voisins
close-by = À proximité
close-by-none = Aucun autre organisme du jeu de données ne se trouve à moins de 100 km.
close-by-unlocated = Sa localisation n’est pas connue ; aucun organisme proche ne peut donc être indiqué.
close-by-all = Tous à moins de { $km } km
same-city = même lieu
complementary = Complémentaires
complementary-note = La même expertise dans d’autres pays.
complementary-none = Aucun organisme d’un autre pays n’est connu pour partager son expertise.
complementary-all = Tous ceux qui partagent au moins un domaine d’expertise

## Compare
compare-title = Comparer des organismes
compare-empty = Rien à comparer pour le moment. Ouvrez une fiche et choisissez « Comparer », ou partez de la sélection.
compare-missing = Absents de ce jeu de données : { $ids }
compare-remove = Retirer { $name } de la comparaison
compare-differs = (valeurs différentes)
compare-full = Jusqu’à quatre organismes tiennent côte à côte.
compare-hint = Les organismes de la sélection peuvent être comparés ici.
compare-add = Ajouter depuis la sélection

## Shortlist
shortlist-title = Sélection
shortlist-note = Conservée sur cet appareil seulement. Elle peut être partagée par un lien ou un code QR.
shortlist-not-kept = Ce navigateur ne permet pas à la page d’enregistrer quoi que ce soit ; la liste sera perdue à la fermeture de la page. Copiez le lien ci-dessous pour la garder.
shortlist-shared-title = Une sélection partagée
shortlist-shared-note = Cette liste a été partagée avec vous. La vôtre reste inchangée tant que vous n’y ajoutez pas ces organismes.
shortlist-keep = Ajouter à ma sélection
shortlist-kept = Ajoutés à votre sélection
shortlist-compare = Comparer les quatre premiers
shortlist-clear = Vider la sélection
shortlist-empty = La liste est vide. Le signet à côté d’un nom ajoute l’organisme à la liste.
shortlist-gone = { $count ->
    [one] { $count } ne figure pas dans ce jeu de données : { $ids }
   *[other] { $count } ne figurent pas dans ce jeu de données : { $ids }
}
share-title = Partager cette liste
share-note = Le lien contient la liste elle-même. Rien n’est enregistré ailleurs.
share-link = Lien vers cette liste
share-qr = Code QR du lien vers cette liste
copy-link = Copier le lien
page-link = Lien vers cette page
link-copied = Lien copié
link-not-copied = Le navigateur n’a pas autorisé la copie. Sélectionnez le lien et copiez-le vous-même.
qr-too-long = La liste est trop longue pour un code QR. Utilisez le lien.

## Coverage
coverage-title = Matrice de couverture
coverage-rows = Lignes
coverage-columns = Colonnes
coverage-cell = { $row }, { $column } : { $count }
coverage-total = Total
coverage-total-of = { $what }, total : { $count }
coverage-without = { $count ->
    [one] { $count } résultat n’a rien d’indiqué sous « { $facet } » et ne figure dans aucune case.
   *[other] { $count } résultats n’ont rien d’indiqué sous « { $facet } » et ne figurent dans aucune case.
}
coverage-show-all = Afficher toutes les colonnes
coverage-left-out = { $count ->
    [one] { $count } autre colonne n’est pas affichée.
   *[other] { $count } autres colonnes ne sont pas affichées.
} Choisir un pays pour voir ses régions.

## Appels ouverts
calls-title = Appels ouverts
calls-count = { $count ->
    [one] { $count } appel correspond, { $open ->
        [0] il n’est pas ouvert
       *[other] il est ouvert
    }
   *[other] { $count } appels correspondent, { $open ->
        [0] aucun n’est ouvert
        [one] dont { $open } ouvert
       *[other] dont { $open } ouverts
    }
}
calls-count-none = Aucun appel ne correspond
calls-none-open = Aucun appel n’est ouvert le { $date }.
calls-forthcoming = { $count ->
    [0] Aucun appel n’est annoncé.
    [one] { $count } appel est annoncé.
   *[other] { $count } appels sont annoncés.
}
calls-undated = { $count ->
    [one] La date de { $count } appel n’est pas connue.
   *[other] Les dates de { $count } appels ne sont pas connues.
}
calls-unsure = { $count ->
    [one] { $count } des appels ouverts n’a pas de date d’ouverture indiquée ; il a pu ouvrir plus tard.
   *[other] { $count } des appels ouverts n’ont pas de date d’ouverture indiquée ; ils ont pu ouvrir plus tard.
}
calls-archive = { $count ->
    [one] { $count } appel clos est dans les archives.
   *[other] { $count } appels clos sont dans les archives.
}
back-to-calls = Retour aux appels ouverts
go-to-calls = Voir tous les appels
closing-soon = Clôture proche
closes-within = Clôture dans les
closes-any-time = Sans limite
closes-within-days = { $days } jours
sort-deadline = échéance
view-timeline = Chronologie
at-notice = Vous voyez l’état du { $date }.
at-today = Revenir à aujourd’hui
at-not-a-day = « { $given } », le jour indiqué dans ce lien, n’est pas un jour du calendrier. Vous voyez l’état d’aujourd’hui.
at-remove = Retirer ce jour
at-choose = État au
dot = { $first } · { $second }
comma = , { $words }
in-brackets = ({ $words })
moment = { $date }, { $time } { $zone }
moment-no-time = { $date } (heure non précisée)
moment-own = { $moment } à votre heure
moment-plain = { $date }, { $time }
moment-from-to = de { $from } à { $to }
zone-winter = CET
zone-summer = CEST
clock = { $time } { $zone }
closes-today = clôture aujourd’hui
closes-today-at = clôture aujourd’hui à { $time }
closes-tomorrow = clôture demain
closes-tomorrow-at = clôture demain à { $time }
closes-in-days = clôture dans { $count } jours
closes-in-months = clôture dans { $count } mois
closes-in-years = clôture dans { $count } ans
call-next-cutoff = prochaine date limite { $away }
call-rounds = clôture le { $date } ({ $count ->
    [one] encore { $count } date limite
   *[other] encore { $count } dates limites
})
call-rounds-unknown = d’autres dates limites peuvent suivre
call-opening-unknown = date d’ouverture non précisée
closed-today-at = clos aujourd’hui à { $time }
closed-yesterday = clos hier
closed-days-ago = clos il y a { $count } jours
closed-months-ago = clos il y a { $count } mois
closed-years-ago = clos il y a { $count } ans
away-today = aujourd’hui
away-today-at = aujourd’hui à { $time }
away-tomorrow-at = demain à { $time }
away-tomorrow = demain
away-in-days = dans { $count } jours
away-in-months = dans { $count } mois
away-in-years = dans { $count } ans
away-yesterday = hier
away-days-ago = il y a { $count } jours
away-months-ago = il y a { $count } mois
away-years-ago = il y a { $count } ans
call-open-end = ouvert, date de clôture non précisée
call-opens = ouvre le { $date }, { $away }
call-dates-unknown = dates inconnues
call-cancelled = Cet appel a été annulé.
call-of-network = Lancé par le réseau
call-dates = Dates
call-opens-on = Ouverture
call-cutoffs = Dates limites
call-published = Publication
call-deadline-unknown = L’appel existe, sa date de clôture n’est pas connue.
call-deadline-words = Date limite telle que la source l’indique : { $words }
cutoff-passed = passée
cutoff-passed-short = { $moment } (passée)
cutoff-next = prochaine date limite
call-facts = Informations
call-eligible = Pays éligibles
call-any-country = Tous les pays
call-eligibility-not-stated = Éligibilité non précisée
call-eligibility-stated = Ouvert aux candidats de ce pays, selon l’appel
calls-eligibility-not-stated = { $count ->
    [one] L’un d’eux ne précise pas d’où l’on peut candidater. Il vient après les autres de même statut.
   *[other] { $count } d’entre eux ne précisent pas d’où l’on peut candidater. Ils viennent après les autres de même statut.
}
call-budget = Budget
call-max-grant = Subvention maximale
call-ecosystem-none = Aucun écosystème indiqué
call-topic = Sujet
call-action-type = Type d’action
call-official-page = Page officielle
call-official-page-unknown = La page officielle n’est pas connue ; les sources figurent plus bas.
call-official-page-list = une liste de nombreux appels, où il faut chercher celui-ci
money-eur = { $amount } EUR
money-eur-note = { $amount } EUR ({ $note })
region-of = { $region } ({ $country })
calendar-add = Ajouter les dates à l’agenda
introduce-request = Déposer une recherche de partenaires
profile-register = Inscrire votre organisation
profile-register-lead = Dites ce qu’il faut savoir de votre organisation. C’est examiné avant d’être publié. Aucun compte n’est nécessaire.
profile-about = Votre organisation manque ? Inscrivez-la
profile-correct = Proposer une correction
profile-correct-lead = Modifiez ce qui est faux et complétez ce qui manque ; laissez le reste tel quel. C’est examiné avant d’être publié. Aucun compte n’est nécessaire.
profile-nobody = Ce site ne dit pas qui reçoit les propositions sur les organisations ; il n’y a donc pas de formulaire ici. D’où viennent les données :
profile-name = Nom de l’organisation
profile-summary = Ce qu’elle fait, en anglais
profile-summary-de = Ce qu’elle fait, en allemand
profile-summary-fr = Ce qu’elle fait, en français
profile-summary-others = Décrire aussi dans d’autres langues
profile-summary-hint = En texte simple. Tout le monde peut le lire.
profile-email = Adresse e-mail publique
profile-email-hint = Une adresse de fonction, telle que info@example.org. Elle est publiée.
profile-email-personal = Cela ressemble à l’adresse d’une personne, et elle serait publiée. Existe-t-il une adresse de fonction, comme info@ ou contact@ ? Sinon, vous pouvez la garder.
profile-town = Ville
profile-town-hint = Choisissez dans la liste. Si elle n’y est pas, laissez ce champ vide et indiquez-la dans les remarques : seul le pays est alors affiché.
profile-town-picked = Choisie dans la liste
profile-town-of-map = de la liste des villes ; choisissez le pays ci-dessous
profile-expertise = Domaines d’expertise
profile-expertise-hint = Ce que vous choisissez est présenté comme déclaré par l’organisation.
profile-size-text = Laissez vide ce que vous ne savez pas ou ne souhaitez pas dire.
profile-founded = Année de création
profile-members = Membres au total
profile-members-sme = Dont petites et moyennes entreprises
profile-members-large = Dont grandes entreprises
profile-members-research = Dont organismes de recherche et d’enseignement
profile-proposer-text = Cela ne sert qu’aux questions et n’est pas publié.
profile-contact-name = Votre nom
profile-contact-hint = Les questions sont envoyées à cette adresse. Elle n’est pas publiée.
profile-relation = Votre lien avec l’organisation
profile-relation-staff = J’y travaille
profile-relation-member = Je fais partie d’un de ses membres
profile-relation-authority = Je fais partie d’un organisme public chargé des clusters
profile-relation-other = Autre chose
profile-note = Remarques
profile-note-hint = Par exemple où cela peut être vérifié. N’est pas publié.
profile-change = { $before } → { $after }
profile-proposed-on = Vous avez proposé une correction le { $date } ; elle n’est pas encore dans les données publiées.
profile-not-published = Proposé : pas encore dans les données publiées.
profile-is-published = Cela figure désormais dans les données publiées.
profile-changed-since = Les données publiées ont changé depuis votre proposition : elles disent désormais autre chose.
profile-see = Voir le profil
call-save = Enregistrer cet appel
call-save-on = Enregistré
call-save-named = Enregistrer : { $name }
call-saved = Appel enregistré sur cet appareil
saved-for-now = Ajouté, mais ce navigateur ne permet pas à la page de conserver la liste : elle sera perdue à la fermeture de la page.
call-unsaved = Appel retiré des appels enregistrés
timeline = Chronologie des appels
timeline-call = Appel
timeline-opens = Ouverture
timeline-cutoffs = Dates limites
timeline-earlier = ← jusqu’au { $date }
legend-open = ouvert, de l’ouverture à la dernière date limite
legend-unstated = date d’ouverture non précisée
legend-cutoff = date limite
legend-passed = date limite passée
legend-day = le jour affiché
answerers = Organisations qui pourraient répondre
answerers-note = { $count ->
    [one] { $count } organisation partage le sujet et peut candidater, à notre connaissance.
   *[other] { $count } organisations partagent le sujet et peuvent candidater, à notre connaissance.
}
answerers-no-subject = L’appel ne nomme ni écosystème ni thème d’un profil ; rien ne distingue ici une organisation d’une autre.
answerers-none = Aucune organisation du jeu de données n’est connue pour partager le sujet de l’appel et faire partie de son public.
answerers-members = { $count ->
    [one] { $count } organisation partage le sujet. Elle ne peut pas candidater elle-même : l’appel s’adresse à ce public : { $audience }. Elle peut avoir de tels membres.
   *[other] { $count } organisations partagent le sujet. Elles ne peuvent pas candidater elles-mêmes : l’appel s’adresse à ce public : { $audience }. Elles peuvent avoir de tels membres.
}
answerers-differs = La carte et la liste filtrent par écosystème ou thème et par pays entiers ; elles ignorent à qui s’adresse un appel. Elles en trouvent donc d’autres aussi.
answerers-eligible = pays éligibles
answerers-explore = { $count } sur la carte et dans la liste : { $filters }
answerable = Appels auxquels elle pourrait répondre
answerable-none = Aucun appel ouvert ou annoncé n’est connu pour convenir.
answerable-all = Tous les appels ouverts à ce pays : { $country }
answerable-waiting = Chargement des appels…
reasons = Pourquoi :
reason-country = pays éligible : { $country }
reason-group = éligible au titre de : { $group }
reason-region = région éligible : { $region }
reason-any-country = ouvert à tous les pays
reason-eligibility-not-stated = les pays éligibles ne sont pas précisés
reason-group-unknown = l’appartenance de son pays à « { $group } » n’est pas connue
reason-region-unknown = seules certaines régions de son pays sont éligibles, et la sienne n’est pas connue
reason-ecosystem = même écosystème : { $ecosystem }
reason-call-ecosystem-unknown = l’appel ne nomme aucun écosystème
reason-organisation-ecosystem-unknown = son écosystème n’est pas connu
reason-expertise = l’appel mentionne { $topic }
reason-audience = pour { $audience }
reason-members = pour ses membres : { $audience }
reason-members-unknown = pour { $audience } ; on ne sait pas si elle a de tels membres
reason-audience-unknown = le public de l’appel n’est pas connu
saved-calls-title = Appels enregistrés
saved-calls-note = Conservés sur cet appareil seulement, le plus proche d’abord. Vous pouvez partager la liste par un lien ou un code QR.
saved-calls-shared-title = Appels partagés
saved-calls-shared-note = Quelqu’un a partagé ces appels avec vous. Votre propre liste reste telle quelle, sauf si vous les ajoutez.
saved-calls-keep = Enregistrer ces appels
saved-calls-kept = Appels enregistrés sur cet appareil
saved-calls-empty = Rien n’est encore enregistré. Le signet à côté d’un appel le conserve ici.
saved-calls-clear = Retirer tous les appels enregistrés
saved-calls-cleared = Tous les appels enregistrés ont été retirés
saved-calls-gone = { $count ->
    [one] { $count } n’est pas dans ce jeu de données : { $ids }
   *[other] { $count } ne sont pas dans ce jeu de données : { $ids }
}
calendar-cutoff = Date limite : { $title }
calendar-no-time = La source ne précise pas l’heure ; le jour compte jusqu’à sa fin à Bruxelles.
calendar-name = { $what } – { $title }
calendar-done = Les dates ont été enregistrées dans vos téléchargements
calls-to-calendar = Dates vers l’agenda
calls-feed = Flux des appels ouverts
calendar-subscribe = Agenda auquel s’abonner
events-feed = Flux des événements
news-feed = Flux des actualités
sources = Sources
loading-collection = Chargement…
collection-failed-others = Le reste de l’application fonctionne sans cela.
filters-show-results = { $count ->
    [one] Afficher { $count } résultat
   *[other] Afficher { $count } résultats
}
facet-count-results = { $count ->
    [one] résultat
   *[other] résultats
}
suggestion-word-results = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}
nothing-found-results = Rien ne correspond à tout cela. Retirez un filtre ou cherchez avec moins de mots.

## Export
export = Exporter
export-what = { $count ->
    [one] L’organisme qui correspond en ce moment, avec le lien vers cette vue, la date du jour et les sources.
   *[other] Les { $count } organismes qui correspondent en ce moment, avec le lien vers cette vue, la date du jour et les sources.
}
export-what-results = { $count ->
    [one] Ce qui correspond en ce moment, une fiche, avec le lien vers cette vue, la date du jour et les sources.
   *[other] Ce qui correspond en ce moment, { $count } fiches, avec le lien vers cette vue, la date du jour et les sources.
}
export-csv = pour les tableurs
export-geojson = pour les cartes, y compris les organismes sans localisation
export-xlsx = pour Excel et les autres tableurs, avec les noms à côté des codes
export-json = tout, dans le format du jeu de données
export-done = Le fichier a été enregistré dans les téléchargements
export-failed = Le fichier n’a pas pu être créé ou enregistré
print-note = la liste telle qu’elle est maintenant
export-embed = Intégrer
export-embed-note = cette vue dans votre propre page, avec ses filtres

## Embed
embed-title = Intégrer une vue dans votre page
embed-lead = Un extrait de code affiche la carte, les appels, une formation ou une organisation dans votre page : avec vos filtres, dans vos couleurs, sans cookies. Votre page ne charge que quelques kilo-octets tant que personne ne s’en approche.
embed-view-title = Ce qui est affiché
embed-view-main = Vues principales
embed-view-other = Une autre : le lien ci-dessous
embed-view-label = Vue
embed-view-note = N’importe quel lien de ce site : réglez les filtres, choisissez « Intégrer » dans l’export ou collez un lien ici.
embed-view-unknown = Ce n’est pas une vue de cette application qu’une autre page puisse montrer. Choisissez-en une dans la liste ou collez un lien de ce site avec ce qui suit le #, comme #/calls ou #/country/FR. Le code ci-dessous montre la précédente.
embed-view-elsewhere = Ce lien n’appartient pas à ce site : seul ce qui suit le # a été repris, et c’est ce site qui l’affiche.
embed-look-title = Apparence
embed-as-host = Comme votre page
embed-theme = Mode de couleurs
embed-theme-light = Clair
embed-theme-dark = Sombre
embed-accent = Couleur d’accent
embed-accent-own = Comme dans Cluster Atlas
embed-accent-choose = Votre couleur d’accent
embed-accent-note = Une couleur qui ne serait pas lisible comme texte est foncée ou éclaircie jusqu’à ce qu’elle le soit.
embed-parts = Éléments
embed-part-search = Champ de recherche
embed-part-filters = Filtres
embed-part-views = Choix de la vue
embed-part-tools = Tri et export
embed-height = Hauteur
embed-height-auto = Aussi haut que le contenu
embed-height-fixed = Fixe, le contenu défile
embed-height-pixels = Pixels
embed-preview-title = Aperçu
embed-preview-phone = Téléphone
embed-preview-desktop = Ordinateur
embed-snippet-title = Ce qu’il faut coller
embed-kind = Où le collez-vous ?
embed-kind-link = Partout : un lien qui devient la vue
embed-kind-element = Une page de votre propre code
embed-kind-div = Un éditeur qui supprime les éléments inconnus
embed-kind-frame = Une page sans script extérieur
embed-kind-wordpress = WordPress
embed-kind-drupal = Drupal
embed-recipe-link = Si votre éditeur supprime le script, placez cette ligne une fois dans le modèle de votre site. Même sans elle, le lien fonctionne.
embed-recipe-element = Placez-le là où la vue doit apparaître. Le script peut être chargé n’importe où dans la page, une ou plusieurs fois.
embed-recipe-div = La même chose avec un élément que tout éditeur connaît.
embed-recipe-frame = Le cadre ne s’agrandit pas de lui-même : donnez-lui la hauteur voulue. Son contenu défile.
embed-recipe-wordpress = Ajoutez un bloc « HTML personnalisé » et collez ceci. Là où WordPress supprime les scripts, demandez à la personne chargée du thème de charger le script une fois pour toutes les pages ; le lien devient alors la vue.
embed-recipe-drupal = Choisissez le format de texte « HTML complet » et collez ceci dans la source. Les autres formats suppriment le script : une bibliothèque du thème doit alors le charger, l’élément reste.
embed-snippet-label = Extrait de code
embed-copy = Copier l’extrait
embed-copied = L’extrait est dans le presse-papiers
embed-not-copied = Le navigateur n’a pas permis de copier : le texte est sélectionné, copiez-le avec Ctrl ou ⌘ et C
embed-link-text = Clusters, appels et formations sur une carte
embed-pasted-title = Là où les liens deviennent des intégrations
embed-pasted-text = Certains sites transforment d’eux-mêmes un lien collé en intégration (oEmbed). Pour eux, cette vue a sa propre page :
embed-pasted-none = Certains sites transforment d’eux-mêmes un lien collé en intégration (oEmbed). Cette vue n’a pas de page pour eux : les collections entières, les pays et les organisations en ont une.
embed-pasted-off = Certains sites transforment d’eux-mêmes un lien collé en intégration (oEmbed). Ce site ne le propose pas encore : son exploitant doit inscrire son adresse dans config.json (« address ») et le reconstruire.
embed-policy-title = Ce que votre page doit autoriser
embed-policy-text = Si votre site envoie une Content-Security-Policy, ce site doit y figurer à deux endroits :
embed-policy-note = Rien d’autre : ni styles, ni connexions, ni WebAssembly de votre côté. Le cadre simple n’a besoin que de la seconde partie.
embed-doctor-title = Rien ne s’affiche ?
embed-doctor-text = Collez la politique que votre site envoie, ou la source de votre page telle que votre navigateur l’a enregistrée. Rien n’en quitte cette page.
embed-doctor-label = Politique ou HTML
embed-doctor-line = La ligne à envoyer à votre webmestre :
embed-doctor-line-of = La ligne à envoyer à votre webmestre pour la politique { $number } :
embed-doctor-of-policy = Politique { $number } – { $finding }
embed-doctor-none = Il n’y a pas de politique ici : ni en-tête Content-Security-Policy ni l’une de ses directives. Si votre site n’en envoie pas, aucune politique ne fait obstacle.
embed-doctor-report-only = La politique est Content-Security-Policy-Report-Only : les navigateurs signalent seulement ce qu’elle n’autorise pas et ne bloquent rien.
embed-doctor-colon = « { $directive }: » a un deux-points derrière son nom, les navigateurs ignorent donc cette directive. La ligne ci-dessous l’écrit sans.
embed-doctor-semicolon = « { $directive } » se trouve parmi les sources de { $within } : il manque un point-virgule devant, les navigateurs ne le lisent donc pas comme une directive.
embed-doctor-sandbox = sandbox : il manque à la page et à tous ses cadres { $missing }. Sans allow-same-origin, la page n’a pas d’origine propre et le cadre ne peut pas charger ses données.
embed-doctor-trusted-types = require-trusted-types-for 'script' : le script qui apporte le titre, le nombre et les premières lignes est refusé. Le cadre s’affiche sans eux.
embed-doctor-isolated = Cross-Origin-Embedder-Policy : un cadre a besoin de l’attribut « credentialless ». Le script l’ajoute ; dans le cadre simple, il faut l’écrire : <iframe credentialless …>. Les navigateurs qui ne le connaissent pas n’affichent pas de cadre.
embed-script-silent = Scripts : la politique n’en dit rien, le script peut s’exécuter.
embed-script-allowed = Scripts : { $directive } autorise le script.
embed-script-blocked = Scripts : { $directive } ne nomme pas ce site, le script est bloqué.
embed-script-nonce = Scripts : { $directive } contient 'strict-dynamic', la balise du script a donc besoin du nonce de vos pages.
embed-frame-silent = Cadres : la politique n’en dit rien, le cadre peut se charger.
embed-frame-allowed = Cadres : { $directive } autorise le cadre.
embed-frame-blocked = Cadres : { $directive } ne nomme pas ce site, le cadre est bloqué.
embed-page-nothing = Rien dans cette page ne nomme ce site : l’éditeur a supprimé tout l’extrait. Essayez le lien.
embed-page-whole = L’extrait est complet : le script et l’élément sont là.
embed-page-frame = Le cadre est là avec son adresse.
embed-page-frame-sandbox = Le cadre est là, mais il manque à son sandbox { $missing }. Collez l’extrait avec tous ses attributs.
embed-page-held-back = Un cadre est là, mais son adresse a été mise de côté : un outil de consentement le retient jusqu’à l’accord du visiteur. Il ne dépose pas de cookies et peut donc être exempté.
embed-page-no-script = Le script a disparu : l’éditeur l’a supprimé. Faites-le charger par le modèle du site, et ce qui reste devient la vue.
embed-page-script-held = Le script est là, mais un outil de consentement ou de cache le retient : sa balise contient { $sign }. Il ne dépose pas de cookies : ajoutez embed.js aux exceptions de cet outil.
embed-page-only-script = Le script est là, mais ni l’élément ni le lien dont il fait la vue.
embed-page-only-link = Il ne reste qu’un lien ordinaire vers ce site : il fonctionne, mais ne peut devenir la vue sans « mode=embed » dans son adresse et sans le script.
embed-page-as-text = La page affiche l’extrait comme du texte : il a été collé dans l’éditeur visuel. Collez-le dans un bloc HTML (dans WordPress « HTML personnalisé ») ou dans la source.
embed-page-comment = Ce site n’est nommé que là où les navigateurs ne regardent pas : dans un commentaire ou un autre script. Sortez l’extrait de là.
embed-about = Afficher ceci dans votre propre page

## About the data
about-title = À propos des données
about-independent = Cluster Atlas est un projet libre et indépendant. Ce n’est pas un site officiel de l’Union européenne.
about-sources = Sources
about-report = Rapport de chargement
about-report-note = Ce qui a été lu dans chaque fichier. Toute fiche lue a été soit chargée, soit refusée : les deux nombres s’additionnent.
about-download = Télécharger le rapport (CSV)
about-software = L’application
about-software-text = Tout fonctionne dans le navigateur. L’application est un logiciel libre, sous licence MIT ou Apache 2.0.
about-privacy = Ni cookies ni mesure d’audience. La page ne demande rien à aucun autre serveur, sauf si le gestionnaire du site a choisi un fond de carte venu d’ailleurs. La sélection reste sur cet appareil.
figure-organisations = Organismes
figure-countries = Pays
figure-located = Avec localisation
figure-unlocated = Sans localisation
figure-ecosystem = Avec écosystème
figure-expertise = Avec domaine d’expertise
report-file = Fichier
report-read = Lues
report-loaded = Chargées
report-refused = Refusées
report-findings = Constats
report-nothing = Aucun problème n’a été constaté dans les fiches.
findings-title = Constats
findings-more = { $count ->
    [one] { $count } autre figure dans le fichier à télécharger.
   *[other] { $count } autres figurent dans le fichier à télécharger.
}
finding-record = Fiche
finding-field = Champ
finding-value = Valeur
finding-what = Ce qui s’est passé
severity-refused = Fiche refusée
severity-dropped = Valeur écartée
severity-noted = À noter
finding-not-an-object = ce n’est pas une fiche
finding-missing-id = l’identifiant manque
finding-bad-id = l’identifiant contient des caractères impossibles dans un lien
finding-duplicate-id = une autre fiche porte le même identifiant
finding-made-id = un identifiant a été formé à partir du nom
finding-missing-name = le nom manque
finding-missing-country = le pays manque
finding-bad-country = ce n’est pas un code de pays
finding-proposed-country = ce pays n’existe pas ou n’est pas clair ; d’après son point ou ses mots, la fiche pourrait être dans l’un de ceux-ci
finding-wrong-type = un autre type de valeur est attendu ici
finding-out-of-range = le nombre est hors des limites possibles
finding-missing-coordinate = l’une des deux coordonnées manque
finding-missing-precision = la précision de la localisation n’est pas indiquée
finding-swapped-coordinates = latitude et longitude semblent inversées
finding-null-island = le point 0, 0 se trouve dans l’Atlantique
finding-placed-by-town = n’a pas de point propre et se trouve au centre de la ville indiquée
finding-placed-by-shape = a une forme qui n’est pas un point et se trouve en son milieu, avec la précision d’une région
finding-no-point = le fichier ne donne aucune forme avec des coordonnées pour cette fiche
finding-far-from-country = le point est loin du pays
finding-unknown-term = le vocabulaire ne contient pas ce terme ; il est conservé
finding-unknown-organisation = le jeu de données ne contient pas cette organisation
finding-bad-term = cela ne peut pas être l’identifiant d’un terme
finding-missing-label = le terme n’a pas de libellé ; son identifiant est affiché
finding-bad-code = ce n’est pas un code de région ou de langue
finding-duplicate-value = la même valeur figure deux fois
finding-too-many = il y a trop de valeurs
finding-unsafe-address = seules les adresses web (https ou http) deviennent des liens
finding-bad-address = ce n’est pas une adresse web
finding-private-address = seuls les ordinateurs du même réseau peuvent ouvrir cette adresse
finding-completed-address = l’adresse a été complétée par https://
finding-bad-email = ce n’est pas une adresse électronique
finding-bad-day = ce n’est pas un jour au format AAAA-MM-JJ
finding-bad-time = ce n’est pas une heure au format HH:MM
finding-out-of-order = les dates n’étaient pas dans l’ordre ; elles ont été triées
finding-contradiction = une autre valeur de la même fiche dit le contraire
finding-other-time-zone = un autre fuseau horaire est indiqué ; les heures sont affichées comme heures de Bruxelles
finding-missing-value = cette valeur manque
finding-unknown-value = ce n’est pas l’une des valeurs attendues ici
finding-unknown-field = le format ne connaît pas ce champ
finding-too-long = le texte est trop long et a été coupé
finding-hidden-characters = des caractères invisibles ont été retirés
finding-bad-encoding = certains caractères sont illisibles
finding-extra-cells = la ligne compte plus de cellules que l’en-tête
finding-official-name = le nom officiel du vocabulaire est affiché à la place
finding-mended = la valeur était écrite autrement et a été lue comme indiqué
finding-placeholder = ceci représente une cellule vide et a été lu comme tel
finding-short-row = la ligne compte moins de cellules que l’en-tête
finding-cut-short = le fichier s’arrête au milieu de cette ligne
finding-guessed-encoding = le texte n’est pas en UTF-8 ; son encodage a été deviné
finding-twice-encoded = le texte semble avoir été encodé deux fois
finding-corrected-by-hand = une cellule a été corrigée à la main
finding-step-without-effect = ce que le choix des colonnes retire, ou ce à quoi il sépare, n’y est pas
finding-title-row = cette ligne au-dessus de l’en-tête a été prise pour un titre
finding-personal-email = ceci ressemble à l’adresse d’une personne ; une adresse fonctionnelle est demandée
finding-likely-duplicate = ceci ressemble à un enregistrement précédent
finding-in-words = la date est illisible ; elle est conservée en toutes lettres
finding-unreadable-record = l’enregistrement n’est pas du JSON valide
finding-open-quote = un guillemet s’ouvre ici et n’est pas fermé ; la suite a été lue comme du texte, sans lui
finding-merged-cell = la cellule est fusionnée avec celle du dessus, dont la valeur a été reprise
finding-link-not-taken = le lien derrière cette cellule n’a pas été repris, seulement son texte
finding-rounded-number = un tableur a arrondi ce nombre ; ses derniers chiffres sont perdus
finding-near-term = n’est pas une catégorie connue ; celle indiquée s’écrit presque de la même façon
finding-chosen-sheet = le classeur a plusieurs feuilles ; celle-ci a été lue
finding-count-differs = le nombre de lignes lues diffère d’un second comptage

# formations, recherches de partenaires, leurs formulaires et la suite donnée
nav-training = Formations
nav-requests = Recherches de partenaires
cancel = Annuler
go-to-trainings = Voir toutes les formations
back-to-trainings = Retour aux formations
back-to-training = Retour à la formation
back-to-requests = Retour aux recherches de partenaires
sort-next-session = prochaine session
comma-title = { $words } : { $title }
trainings-title = Formations
trainings-count-none = Aucune formation ne correspond
trainings-count = { $count ->
    [one] { $count } formation correspond, { $open ->
        [0] elle n’est pas ouverte à l’inscription
       *[other] elle est ouverte à l’inscription
    }
   *[other] { $count } formations correspondent, { $open ->
        [0] aucune ouverte à l’inscription
        [one] { $open } ouverte à l’inscription
       *[other] { $open } ouvertes à l’inscription
    }
}
training-no-dates = dates inconnues
training-apply-until = inscription jusqu’au { $date }
training-sessions = Sessions
training-facts = Informations
training-page = Page de la formation
training-closed = Les candidatures étaient closes le { $date }.
training-begun = La formation a commencé le { $date } ; on pouvait s’inscrire jusque-là.
training-over = La formation s’est terminée le { $date }.
training-undated = Aucune date d’une prochaine édition n’est connue.
training-deadline = Inscription jusqu’au
training-format-assumed = (supposé : la source ne le précise pas)
training-capacity = Places
training-participants = Ont participé
training-host = Organisée par
training-note = Remarque
capacity-range = de { $from } à { $to }
capacity-most = jusqu’à { $to }
session-times = { $date }, de { $start } à { $end } { $zone }
session-next = prochaine session
session-over = terminée
session-place-or-online = { $place }, ou en ligne
session-place-unknown = Lieu inconnu
calendar-all-sessions = Ajouter les sessions à venir à l’agenda
calendar-add-one = Ajouter à l’agenda
calendar-add-session = Ajouter à l’agenda : { $session }
calendar-my-sessions = Ajouter mes sessions à l’agenda
sign-up-register = S’inscrire
sign-up-interest = Manifester son intérêt pour la prochaine édition
sign-up-elsewhere = S’inscrire sur la page de l’organisateur
sign-up-none = On ne peut pas s’inscrire ici à cette formation : la source n’indique pas d’inscription. La page de la formation dit comment y participer.
sign-up-held-by = Cette formation est donnée par { $host }.
sign-up-nobody = Ce site ne dit pas qui reçoit les inscriptions : il n’y a donc pas de formulaire ici. La page de la formation dit comment y participer.
sign-up-with-host = Cette formation est donnée par { $host }, et les données n’indiquent aucune adresse où s’y inscrire. Ce site ne lui transmettrait pas votre inscription : il n’y a donc pas de formulaire ici. La page de la formation ou sa source dit comment y participer.
sign-up-today-open = L’inscription est dans son état d’aujourd’hui : elle est ouverte.
sign-up-today-closed = L’inscription est dans son état d’aujourd’hui : on ne peut pas s’inscrire ici maintenant, quel que soit le jour affiché.
sign-up-title = Inscription
sign-up-title-interest = Intérêt pour la prochaine édition
sign-ups-title = Mes inscriptions
sign-ups-lead = Vos inscriptions et vos recherches faites sur cet appareil. Elles restent ici jusqu’à ce que vous les effaciez ou vidiez ce navigateur.
sign-ups-none = Rien n’a été envoyé depuis cet appareil.
sign-ups-export = Tout exporter en JSON
sign-ups-unseen = Ce qui est conservé sur cet appareil ne peut pas être lu pour l’instant. Ce n’est pas perdu pour autant : rechargez la page, ou ouvrez-la avec les réglages du navigateur d’auparavant.
sign-ups-newer = Ce qui est conservé sur cet appareil a été modifié par une version plus récente de cette application, que cette page n’est pas. Rien n’est perdu, mais rien ne peut être affiché ici : rechargez la page pour obtenir cette version et, si cela ne suffit pas, demandez aux responsables de ce site.
sign-ups-deleted = Ce qui était conservé sur cet appareil a été supprimé hors de cette page pendant qu’elle était ouverte. Ce que la page savait encore est de nouveau conservé : effacez ici ce qui doit disparaître.
sign-ups-no-dataset = Les formations et les organisations manquent pour cette raison. Ce que vous avez envoyé est là, et ce qui attend est transmis.
sign-ups-no-settings = Cette page ne sait donc pas à qui vont les inscriptions maintenant, et n’envoie rien. Ce que vous avez envoyé est là et peut être enregistré.
sign-ups-unreadable-save = Enregistrer dans un fichier
sign-ups-unreadable = { $count ->
    [one] { $count } élément ne peut pas être affiché ici : il vient d’une autre version de cette application, ou porte un autre nom. Il reste jusqu’à ce que vous l’effaciez, et rien n’en est envoyé.
   *[other] { $count } éléments ne peuvent pas être affichés ici : ils viennent d’une autre version de cette application, ou portent d’autres noms. Ils restent jusqu’à ce que vous les effaciez, et rien n’en est envoyé.
}
sign-ups-not-lasting = Ces données restent jusqu’à ce que ce navigateur les efface, ce qu’il peut faire de lui-même si la place vient à manquer.
sign-ups-elsewhere = D’autres envois faits par un autre site se trouvent à cette adresse, destinés à : { $receivers }. Ils appartiennent à cet autre site, et rien n’en est transmis d’ici.
sign-ups-take-over = Les afficher ici
form-looking = Recherche de ce que vous avez peut-être commencé ici…
request-nobody-sources = sources
request-nobody = Ce site ne dit pas qui reçoit les demandes de partenariat : il n’y a donc pas de formulaire ici. D’où viennent celles qui sont publiées :
recipient-contact = Pour les joindre :
framed-by = Cette page est affichée dans une page de { $origin }, que ce site ne connaît pas. Pour que personne n’envoie rien sans savoir où, le formulaire s’ouvre dans une fenêtre à part.
framed-by-somebody = Cette page est affichée dans la page de quelqu’un d’autre. Pour que personne n’envoie rien sans savoir où, le formulaire s’ouvre dans une fenêtre à part.
framed-open = Ouvrir le formulaire dans une nouvelle fenêtre
recipient-file = Vous enregistrez ce que vous saisissez dans un fichier et le remettez à { $receiver }.
recipient-mail = Votre propre programme de messagerie envoie ce que vous saisissez à { $receiver }.
recipient-endpoint = Ce que vous saisissez est envoyé à { $receiver }.
step-of = Étape { $number } sur { $count }
step-choose = Choisir les sessions
step-training = La formation
step-you = Qui participe
step-needs = Besoins et souhaits
step-what = De quoi il s’agit
step-partners = Quels partenaires
step-who = Qui recherche
step-profile = L’organisation
step-work = Lieu et thèmes
step-size = Taille
step-proposer = Qui fait la proposition
step-check = Vérifier et consentir
step-done = Terminé
step-back = Retour
step-next = Continuer
step-send = Envoyer
step-change = Modifier : { $step }
change = Modifier
check-nothing = Rien n’a été rempli ici.
check-for-all = Pour tout le monde
errors-title = Cette page est à corriger
person-number = Personne { $number }
person-field = Personne { $number }, { $field }
person-add = Ajouter une personne
person-add-hint = De la même organisation, pour les mêmes sessions.
person-remove = Retirer la personne { $number }
choose-hint = Les heures sont celles de Bruxelles.
choose-interest = Il n’y a pas d’inscription pour le moment. Indiquez qui vous êtes et vous serez informé de la prochaine édition.
choose-undated = Les dates des sessions ne sont pas encore connues. Vous vous inscrivez à l’ensemble de la formation.
registration-closed = Les inscriptions sont closes. Ce que vous avez saisi est conservé. Vous pouvez l’envoyer comme manifestation d’intérêt pour la prochaine édition ; les sessions choisies sont alors omises.
registration-closed-on = Les inscriptions sont closes depuis le { $date }. Ce que vous avez saisi est conservé. Vous pouvez l’envoyer comme manifestation d’intérêt pour la prochaine édition ; les sessions choisies sont alors omises.
take-interest = Manifester plutôt votre intérêt
registration-open = Les inscriptions sont maintenant ouvertes. Vous pouvez vous inscrire au lieu de manifester votre intérêt ; ce que vous avez saisi est conservé.
take-registration = S’inscrire plutôt
needs-text = Vous n’êtes pas tenu de répondre ici. Vos réponses peuvent concerner votre santé ; elles ne servent qu’à permettre votre participation.
field-optional = (facultatif)
field-choose = Veuillez choisir
field-sessions = Sessions
field-people = Personnes
field-given-name = Prénom
field-family-name = Nom de famille
field-email = Adresse électronique
field-email-hint = L’organisateur répond à cette adresse.
field-contact-email-hint = Les partenaires possibles répondent à cette adresse.
field-role = Fonction dans l’organisation
field-organisation = Organisation
field-organisation-hint = Choisissez dans la liste ou saisissez un nom.
organisation-picked = Choisi dans le jeu de données
field-accessibility = Ce dont vous avez besoin pour participer
field-accessibility-hint = Par exemple un accès de plain-pied, la langue des signes ou de gros caractères.
field-dietary = Besoins alimentaires
field-hopes = Ce que vous espérez apprendre
field-title = Titre
field-title-hint = En une ligne, telle qu’elle figurera dans la liste.
field-sought = Ce qui est recherché
field-sought-hint = Quels partenaires, pour quoi, et ce qu’ils doivent apporter.
field-offered = Ce qui est offert
field-ecosystems = Écosystèmes industriels
field-places = Pays ou régions des partenaires
field-places-hint = Choisissez dans la liste, l’un après l’autre. Aucun signifie partout.
field-call-hint = Choisissez dans la liste ou saisissez son nom.
field-deadline = Réponse jusqu’au
field-askers = Organisations qui recherchent
field-askers-hint = Choisissez dans la liste, l’une après l’autre.
askers-take = Le dire plutôt avec vos mots
field-wanted = Organisations que vous souhaitez comme partenaires
field-wanted-hint = Choisissez dans la liste, l’une après l’autre. Elles sont nommées dans la recherche.
field-asker = Qui recherche, dans vos propres termes
field-asker-hint = Nécessaire si aucune organisation n’est choisie ci-dessus.
field-contact-name = Nom de la personne de contact
field-privacy = Consentement
field-whole = Le formulaire dans son ensemble
picked-list = Choisi : { $field }
picked-none = Rien n’est encore choisi.
suggestions-none = Rien dans la liste ne correspond. Choisissez dans la liste ou videz le champ.
suggestions-none-free = Rien dans la liste ne correspond ; le nom est repris tel que vous le saisissez.
picked-remove = Retirer { $name }
carried-askers = Celles-ci cherchent des partenaires ; vous les retrouvez à l’étape « Qui recherche ».
carried-wanted = Celles-ci sont souhaitées comme partenaires ; vous les retrouvez à l’étape « Quels partenaires ».
carried-to-askers = Elles cherchent plutôt des partenaires
carried-to-wanted = Ce sont plutôt des partenaires possibles
carried-call = Pour cet appel ; vous le retrouvez à l’étape « Quels partenaires ».
carried-unknown = Absent de ces données, et omis de ce qui est envoyé :
fault-at = { $field } : { $fault }
fault-missing = Veuillez remplir ce champ.
fault-no-session = Veuillez choisir au moins une session.
fault-no-country = Veuillez choisir un pays.
fault-other-country = { $town } se trouve dans un autre pays. Choisissez de nouveau la ville dans la liste, ou videz le champ.
fault-website = Ce n’est pas une adresse web telle que https://www.example.org.
fault-number = Veuillez saisir un nombre en chiffres.
fault-range = Veuillez saisir un nombre de { $least } à { $most }.
fault-unchanged = Rien n’a encore été modifié : il n’y a rien à proposer.
fault-no-asker = Veuillez choisir une organisation ci-dessus ou indiquer ici qui recherche.
fault-too-long = Ce champ accepte au plus { $limit } caractères ; il y en a { $length }.
fault-too-many = Au plus { $limit } sont possibles.
fault-email = Ce n’est pas une adresse électronique complète, comme nom@example.org.
fault-email-host = La partie après @ doit contenir un point, comme dans nom@example.org.
fault-not-picked = « { $text } » n’est pas choisi. Choisissez dans la liste ou videz le champ.
fault-closed = Les inscriptions sont closes : rien n’a été envoyé. Rien de ce que vous avez saisi n’est perdu.
fault-day = Ce n’est pas une date.
fault-day-passed = Le { $date } est passé. Veuillez choisir un jour ultérieur.
fault-unknown-session = L’une des sessions choisies n’existe plus. Veuillez choisir à nouveau.
fault-session-over = L’une des sessions choisies est terminée. Veuillez la retirer.
fault-unknown = « { $value } » ne fait pas partie des valeurs possibles.
fault-privacy = Sans ce consentement, rien ne peut être envoyé.
fault-refused = Le système de l’organisateur ne l’a pas accepté.
fault-refused-because = Le système de l’organisateur ne l’a pas accepté : { $detail }
privacy-title = Ce que deviennent vos réponses
privacy-organiser = l’organisateur
privacy-who = Elles sont transmises à { $organiser }, et à personne d’autre.
privacy-who-request = Elles sont transmises à { $organiser }. Ce que vous cherchez et proposez, qui cherche et comment vous joindre sont destinés à être publiés, pour que des partenaires puissent répondre : chacun peut alors les voir.
privacy-who-profile = Cela parvient à { $organiser }. Ce que vous proposez au sujet de l’organisation est destiné à être publié : tout le monde pourra alors le voir. Votre nom, votre adresse e-mail, votre lien avec l’organisation et vos remarques ne le sont pas ; ils servent aux questions.
privacy-what-for = Elles servent à vous répondre et à organiser ce que vous demandez, puis sont supprimées.
privacy-needs = Vos réponses sur l’accessibilité et l’alimentation peuvent concerner votre santé. Vous n’êtes pas tenu de les donner. Elles ne servent qu’à permettre votre participation.
privacy-others = Quiconque inscrit d’autres personnes déclare qu’elles en sont informées et d’accord.
privacy-here = Une copie reste sur cet appareil jusqu’à ce que vous l’effaciez ou que ce navigateur l’efface. Ce que vous avez commencé sans l’envoyer est effacé après 30 jours.
privacy-withdraw = Vous pouvez vous rétracter à tout moment sous « Mes inscriptions ».
privacy-rights = Pour voir, corriger ou faire supprimer ce qui est conservé à votre sujet, adressez-vous à { $organiser }.
privacy-contact = Contact :
privacy-full = Déclaration de confidentialité complète
consent-privacy = J’accepte que mes réponses soient utilisées de cette façon.
consent-newsletter = Je souhaite aussi recevoir la lettre d’information.
check-offline = Vous êtes hors ligne. Ce que vous envoyez est conservé ici et transmis dès qu’il y a une connexion.
keeping-denied = Ce navigateur ne permet pas à la page de conserver quoi que ce soit.
keeping-full = Il n’y a plus de place sur cet appareil pour conserver quoi que ce soit.
keeping-newer = Une version plus récente de cette application a changé la façon de conserver sur cet appareil : cette page ne peut rien conserver. Rechargez-la pour obtenir cette version.
keeping-what-to-do = Vous pouvez tout de même remplir le formulaire. Gardez la page ouverte jusqu’à la fin et enregistrez le fichier proposé au terme.
draft-offer-title = Reprendre où vous en étiez ?
draft-offer-dated = Vous avez commencé ce formulaire sur cet appareil ; dernière modification le { $date }.
draft-offer-several = Vous avez commencé ce formulaire plusieurs fois sur cet appareil. Lequel voulez-vous reprendre ?
draft-continue = Reprendre
draft-anew = Recommencer
draft-anew-text = Ce que vous avez saisi ne peut pas être récupéré.
draft-anew-offered = Les formulaires ouverts dans d’autres onglets restent tels quels.
draft-anew-open = Vous recommencez avec un formulaire vide.
draft-kept = Ce que vous saisissez est conservé sur cet appareil.
draft-throw-away = Tout effacer et recommencer
draft-saved = modifié le { $date }
draft-was-posted = Ce que vous avez saisi ici a déjà été envoyé une fois et est peut-être arrivé, bien qu’il n’ait pas pu être conservé sur cet appareil. Si vous l’envoyez de nouveau, il comptera en plus : demandez d’abord à l’organisateur si le premier est arrivé.
draft-remove = Retirer
draft-remove-named = Retirer le brouillon { $name }
draft-unreadable = D’une autre version de cette application
drafts-title = Commencé et non envoyé
drafts-note = Les brouillons sont retirés 30 jours après leur dernière modification.
earlier-refused = Ce que vous avez envoyé précédemment n’a pas été accepté.
earlier-sent = { $count ->
    [one] Vous avez déjà envoyé ce formulaire une fois depuis cet appareil.
   *[other] Vous avez déjà envoyé ce formulaire { $count } fois depuis cet appareil.
}
earlier-see = Voir la suite donnée
done-sign-up = Votre inscription est faite
done-interest = Votre intérêt est noté
done-request = Votre recherche est envoyée
done-proposal = Votre proposition est déposée
done-saved = Presque terminé
done-confirmed = L’organisateur l’a confirmé
done-waiting-list = Vous êtes sur la liste d’attente
done-not-accepted = Ce n’est pas encore accepté
done-withdrawing = Le retrait est en cours
done-withdrawn = Vous l’avez retiré
done-erased = Ceci a été effacé
done-see-all = Voir toutes mes inscriptions
next-queued = C’est conservé sur cet appareil et envoyé automatiquement, même si vous fermez cette page et revenez plus tard.
next-stay-open = Veuillez garder cette page ouverte jusqu’à l’envoi, ou enregistrer le fichier.
next-mail = Votre logiciel de messagerie l’envoie : ouvrez le message, envoyez-le et indiquez-le ici.
next-file = Enregistrez le fichier, remettez-le à l’organisateur et indiquez-le ici.
next-file-to = Enregistrez le fichier et remettez-le à { $receiver }, puis dites ici que vous l’avez fait.
next-rejected = Vous le retrouvez sous « Mes inscriptions », où vous pouvez le corriger.
next-organiser = L’organisateur répond à l’adresse électronique indiquée.
next-proposal = La personne qui tient les données l’examine et vous écrit si nécessaire. Elle ne figure dans aucune liste tant qu’une édition des données ne la contient pas.
entry-key = Clé
record-replaces = Remplace l’envoi qui a la clé
entry-reference = Numéro de référence
entry-reference-number = Numéro de référence : { $reference }
entry-reference-key = Référence (clé)
entry-kind-sign-up = Inscription
entry-kind-interest = Intérêt pour la prochaine édition
entry-kind-request = Recherche de partenaires
entry-kind-new-profile = Nouvelle organisation
entry-kind-correction = Correction
entry-made = { $kind }, { $date }
entry-contents = Vos réponses
entry-queued = En attente d’envoi
entry-queued-first = L’envoi se fait dès qu’il y a une connexion.
entry-held = Rien n’est envoyé avant votre réponse.
entry-no-settings = L’envoi se fera dès que les réglages de ce site pourront de nouveau être lus.
entry-next-try = Prochain essai : { $moment }.
entry-asked-to-wait = Le système de l’organisateur a demandé d’attendre jusqu’au { $moment }. L’envoi se fera ensuite automatiquement.
entry-sending = Envoi en cours
entry-by-hand = En attente de votre action
entry-by-hand-text = Ce n’est pas encore envoyé.
entry-handed-over = Envoyé par vous
entry-handed-over-text = Vous l’avez indiqué le { $date }.
entry-confirmed = Confirmé
entry-confirmed-text = L’organisateur l’a confirmé le { $date }.
entry-waiting-list = Liste d’attente
entry-waiting-list-text = Il n’y a pas encore de place ; vous êtes sur la liste d’attente depuis le { $date }.
entry-received = Reçu
entry-received-text = L’organisateur l’a reçu le { $date }.
entry-already = L’organisateur l’avait déjà ; il compte une seule fois.
entry-said = Le système de l’organisateur en dit : « { $status } ». Demandez à l’organisateur ce que cela signifie.
entry-rejected = Non accepté
entry-rejected-text = Le système de l’organisateur ne l’a pas accepté. Veuillez le corriger.
entry-rejected-because = Le système de l’organisateur ne l’a pas accepté : { $detail }
entry-withdrawing = Retrait en cours
entry-withdrawing-first = Le système de l’organisateur en est informé dès qu’il y a une connexion.
entry-withdrawn = Retiré
entry-withdrawn-on = Le { $date }.
entry-withdrawn-told = Le { $date }. Le système de l’organisateur en est informé.
entry-withdrawn-by-mail = Le { $date }. Si vous aviez envoyé le message, veuillez aussi envoyer celui qui le retire : l’application ne peut pas informer l’organisateur.
entry-withdrawn-by-hand = Le { $date }. Si vous aviez remis le fichier, veuillez en informer l’organisateur en indiquant la clé : personne d’autre ne le fait.
entry-not-kept = Ceci n’a pas pu être conservé sur cet appareil et disparaîtra à la fermeture de la page : enregistrez le fichier.
entry-save-json = Enregistrer en JSON
entry-save-csv = Enregistrer en CSV
entry-open-mail = Ouvrir le message
entry-i-sent-it = Je l’ai envoyé
entry-send-now = Envoyer maintenant
entry-correct = Corriger
entry-again = Utiliser comme brouillon pour une autre
entry-correct-gone = Ceci ne peut pas être corrigé ici : la formation n’est plus dans le jeu de données. Ceci reste ici jusqu’à ce que vous l’effaciez, et peut être enregistré dans un fichier.
entry-corrected = Vous en avez soumis une correction. Ceci reste ici jusqu’à ce que la correction soit reçue, ou jusqu’à ce que vous l’effaciez.
entry-replaced = Vous en avez soumis une correction, qui indique qu’elle prend sa place. Si l’organisateur garde les deux, retirez celui-ci.
form-correcting = Vous corrigez ce que vous avez soumis le { $date }. La correction est envoyée séparément et indique ce qu’elle remplace.
entry-withdraw = Retirer
entry-withdraw-mail = Ouvrir le message de retrait
entry-erase = Effacer
entry-change-failed = Ceci n’a pas pu être conservé sur cet appareil, et rien n’a été modifié. Veuillez réessayer.
receiver-name = { $organiser } ({ $place })
receiver-by-file = la personne à qui vous remettez le fichier
receiver-changed = Vous avez soumis ceci à { $old }. Ce site nomme désormais un autre destinataire : { $new }. Rien n’y va sans votre accord.
receiver-changed-posted = Vous avez soumis ceci à { $old }, où c’est peut-être arrivé. Ce site nomme désormais un autre destinataire : { $new }. On continue de demander à { $old } si c’est arrivé ; rien ne va à { $new } sans votre accord.
receiver-earlier = Ceci a d’abord été envoyé à { $receiver } et y est peut-être aussi arrivé. { $receiver } n’apprend pas ce qu’il en advient maintenant.
receiver-choose = L’envoyer à { $new }
withdraw-text = Ce sera retiré, et le système de l’organisateur en est informé. La mention « retiré » reste dans cette liste.
withdraw-unsent = Ce sera retiré. L’organisateur ne l’a pas. La mention « retiré » reste dans cette liste.
withdraw-by-mail = Ce sera marqué ici comme retiré. L’application ne peut pas informer l’organisateur : si vous avez envoyé le message, ouvrez et envoyez celui qui le retire, proposé ensuite.
withdraw-by-hand = Ce sera marqué ici comme retiré. Personne n’en est informé : si vous avez remis le fichier, veuillez en informer l’organisateur en indiquant la clé.
erase-text = Ce sera effacé de cet appareil. Ce que détient l’organisateur n’en est pas modifié ; pour le reprendre, retirez-le d’abord.
erase-only-here = Personne d’autre ne détient ceci. Si vous l’effacez, c’est perdu.
trouble-network = Il n’y avait pas de connexion.
trouble-time = Aucune réponse n’est arrivée à temps.
trouble-blocked = La politique de sécurité de ce site n’autorise pas l’adresse qui reçoit les inscriptions. Son exploitant doit l’ajouter à connect-src dans index.html.
trouble-redirected = L’adresse qui reçoit les inscriptions mène à une autre, à laquelle rien n’a été demandé : personne n’a confirmé que ceci est arrivé. L’exploitant doit corriger l’adresse dans config.json.
trouble-status = Le système de l’organisateur a répondu par l’erreur { $status }.
trouble-gone = L’adresse qui reçoit les inscriptions a répondu qu’il n’y a plus rien (410). Vous n’avez pas retiré ceci : il reste ici, et l’exploitant doit dire où il va désormais.
trouble-unproven = Il y a eu une réponse ({ $status }), mais elle ne rend pas la clé de ce formulaire : c’est peut-être la page d’un réseau ou d’un serveur intermédiaire. On ne sait pas si ceci est arrivé.
trouble-interrupted = Le dernier essai a été interrompu.
mail-subject-sign-up = Inscription : { $title }
mail-subject-interest = Intérêt pour la prochaine édition : { $title }
mail-subject-request = Recherche de partenaires : { $title }
mail-subject-new-profile = Nouvelle organisation : { $title }
mail-subject-correction = Correction : { $title }
mail-subject-withdrawal = Retrait : { $title }
mail-opening = Veuillez trouver ci-dessous les réponses données.
mail-cut = Tout n’a pas pu figurer dans ce message. L’ensemble se trouve dans le fichier { $file }, à joindre.
mail-attach = Tout ne tient pas dans le message. Enregistrez d’abord le fichier ; ouvrez ensuite le message et joignez-y le fichier.
mail-line = { $label } : { $value }
record-kind = Type
record-training-id = Identifiant de la formation
record-organisation-id = Identifiant de l’organisation
record-made-against = Établie sur les données du
record-submitted = Envoyé
record-privacy = Déclaration de confidentialité acceptée
record-privacy-text = Version, langue et heure
record-newsletter = Lettre d’information
record-yes = oui
record-no = non
mail-withdrawal = Je retire ce que j’ai envoyé sous cette clé :
requests-title = Recherches de partenaires
requests-count-none = Aucune recherche ne correspond
requests-count = { $count ->
    [one] { $count } recherche correspond
   *[other] { $count } recherches correspondent
}
request-lead = Dites qui vous recherchez et pour quoi. Aucun compte n’est nécessaire.
request-asker = Qui recherche
request-asker-unknown = La source ne nomme pas le demandeur
request-published = publiée le { $date }
request-no-deadline = aucun délai indiqué
request-answer = Répondre par courriel
request-page = Page de la recherche
request-facts = Informations
request-any-country = Partout, pour autant que l’on sache

# événements, réseaux, politiques et ressources
nav-events = Événements
search-placeholder-events = Titre, ville ou organisateur, p. ex. « matchmaking »
suggestion-event = Événement
events-title = Événements
events-count-none = Aucun événement ne correspond
events-count = { $count ->
    [one] { $count } événement correspond, { $open ->
        [0] il n’est pas à venir
       *[other] il est à venir
    }
   *[other] { $count } événements correspondent, { $open ->
        [0] aucun n’est à venir
        [one] { $open } est à venir
       *[other] { $open } sont à venir
    }
}
back-to-events = Retour aux événements
sort-date = date
facet-kind-event = Type d’événement
facet-theme = Domaine
status-running = En cours
kind-clusters-meet-regions = Clusters meet Regions
kind-matchmaking = Rencontres d’affaires
kind-conference = Conférence
kind-clusters-talk = EU Clusters Talk
kind-c2lab = Laboratoire de collaboration (C2Lab)
kind-industry-days = Journées de l’industrie
kind-forum = Forum ou réunion
kind-campaign = Campagne
kind-other = Autre
dates-from-to = du { $from } au { $to }
dates-until = jusqu’au { $date }
figure = { $label } : { $value }
figure-unit = { $value } { $unit }
related-records = Va ensemble
seen-elsewhere = Mentionné ailleurs
seen-elsewhere-partial = Une partie des données n’a pas pu être chargée : il peut y en avoir davantage.
event-dates = Dates
network-start = Début
network-end = Fin
event-days = Jours et heures
event-place = Lieu
event-register = S’inscrire sur la page de l’organisateur
event-register-until = Inscription jusqu’au
event-registration = Inscription
event-registration-none = aucune : ouvert à tous ou sur invitation
event-registration-unknown = inconnue ; la page de l’événement ou sa source l’indique peut-être
event-over = L’événement s’est terminé le { $date }.
event-closed = Les inscriptions ont pris fin le { $date }.
event-as-training = Voir la formation
event-page = Page de l’événement
event-motto = Devise
event-countries = Concerne
event-outcome = Résultat
event-sign-up-none = On ne peut pas s’inscrire ici à cet événement : il est passé ou ses inscriptions sont closes, ou la source n’en indique pas. La page de l’événement dit comment y participer.
event-sign-up-held-by = Cet événement est organisé par { $host }.
event-sign-up-nobody = Ce site ne dit pas qui reçoit les inscriptions : il n’y a donc pas de formulaire ici. La page de l’événement dit comment y participer.
event-sign-up-with-host = Cet événement est organisé par { $host }, et les données n’indiquent aucune adresse où s’y inscrire. Ce site ne lui transmettrait pas votre inscription : il n’y a donc pas de formulaire ici. La page de l’événement ou sa source dit comment y participer.
back-to-event = Retour à l’événement
choose-event = Vous vous inscrivez à l’événement dans son ensemble.
step-event = L’événement
record-event-id = Identifiant de l’événement
event-editions = Prochaines éditions
event-editions-none = Ce jeu de données n’a pas d’édition ultérieure.
event-editions-more = { $count ->
    [one] Encore une après celles-ci
   *[other] Encore { $count } après celles-ci
}
event-editions-rule = Considérées comme une même série d’après leur genre, ou parce que leurs noms ne diffèrent que par des années et des numéros.
nav-networks = Réseaux
search-placeholder-networks = Nom, partenaire ou secteur, p. ex. « textile »
suggestion-network = Réseau
networks-title = Réseaux et partenariats
networks-count-none = Aucun réseau ne correspond
networks-count = { $count ->
    [one] { $count } réseau correspond
   *[other] { $count } réseaux correspondent
}
back-to-networks = Retour aux réseaux
facet-kind-network = Type de réseau
facet-programme = Programme et cycle
facet-year = Année
facet-year-note = Années que la politique couvre, d’après ce que l’on sait ; si sa fin n’est pas connue, l’année de son début.
facet-target = Pays cible
kind-association = Association ou réseau
kind-partnership = Partenariat stratégique
assumed = (supposé : la source ne le dit pas)
network-acronym = Nom court
network-programme = Programme
network-round = Cycle
network-strand = Volet
network-scope = Portée
network-months = Mois prévus
network-sectors = Secteurs
network-coordinator = Coordinateur
network-partner-count = Nombre de partenaires
network-members = Membres
network-sme-budget = Part destinée aux PME
network-grant-agreement = Convention de subvention
network-grant-signed = Convention signée
network-links = Autres pages
network-aims = Objectifs
network-partners = Partenaires
network-offers = Ce qu’il propose
network-website = Site du réseau
scope-regional = une région
scope-national = un pays
scope-macro-region = régions de plusieurs pays
scope-european = Europe
scope-world = le monde
scope-sector = un secteur dans plusieurs pays
aim-network = Réunir entreprises et clusters
aim-innovate = Innover
aim-adopt = Adopter des procédés et technologies
aim-train = Former
aim-internationalise = Se développer à l’étranger
aim-outreach = Toucher ceux hors des clusters
figures-title = Chiffres
figures-undated = La date de ces chiffres n’est pas indiquée.
figures-some-undated = Là où un chiffre n’a pas de date, aucune n’est indiquée.
partner-likely = nommé « { $name } » dans la source ; l’organisation du jeu de données dont il s’agit est probable, mais pas certaine
count-and-beside = { $count } ; en outre { $beside }
policies-facts-count = { $count ->
    [one] { $count } fait
   *[other] { $count } faits
}
figure-of-policies = Politiques
figure-of-national = Politiques nationales
figure-of-regional = Politiques régionales
figure-of-broad = Politiques plus larges comportant un volet cluster
figure-of-sectoral = Politiques sectorielles
figure-of-member-states-with-dedicated-policy = États membres dotés d’une politique de clusters propre
figure-of-member-states-with-cohesion-support = États membres soutenant des clusters par la politique de cohésion
figure-of-countries = Pays
figure-of-with-dedicated-policy = Pays dotés d’une politique de clusters propre
figure-of-eu-with-dedicated-policy = Pays de l’UE dotés d’une politique de clusters propre
figure-of-cluster-organisations = Organisations de cluster
figure-of-in-eu27 = dont dans l’UE-27
figure-of-clusters = Clusters
figure-of-members = Membres
figure-of-new-members = Nouveaux membres
figure-of-industrial-members = Membres industriels
figure-of-other-members = Autres membres
figure-of-member-companies = Entreprises membres
figure-of-sme-share = Part des PME
figure-of-employees = Salariés
figure-of-jobs = Emplois
figure-of-companies = Entreprises
figure-of-projects = Projets
figure-of-european-projects = Projets européens
figure-of-self-financing = Part d’autofinancement
figure-of-support-years = Années de soutien
figure-of-support-years-max = Années de soutien au plus
figure-of-operating-aid-years-max = Années d’aide au fonctionnement au plus
figure-of-months-max = Mois au plus
figure-of-networks = Réseaux
figure-of-poles = Pôles de compétitivité
figure-of-regional-share-of-team-costs = Part des coûts de l’équipe prise en charge par la région
figure-of-min = Montant minimal
figure-of-max = Montant maximal
figure-of-aid-max = Taux d’aide maximal
figure-of-budget-per-year = Budget annuel
figure-of-platforms = Plateformes
figure-of-actors = Acteurs
figure-of-events = Événements
figure-of-participants = Participants
figure-of-initiatives = Initiatives
figure-of-accredited = Clusters accrédités
figure-of-applications = Candidatures
figure-of-funded = Financés
figure-of-research-and-education-partners = Partenaires de recherche et d’enseignement
figure-of-renewed = Renouvelés
figure-of-new = Nouveaux
figure-of-turnover = Chiffre d’affaires
figure-of-exports = Exportations
figure-of-partnerships = Partenariats
figure-of-erdf = Du Fonds européen de développement régional
figure-of-national-associations = Associations nationales
figure-of-research-and-public-bodies = Organismes de recherche et organismes publics
figure-of-benchmarked = Clusters évalués
figure-of-as-reported = Selon le rapport
figure-of-also-called = Aussi appelé
figure-of-member-of-the-european-clusters-alliance-since = Membre de l’European Clusters Alliance depuis
figure-of-first-meeting = Première réunion
figure-of-place = Lieu
figure-of-number = Nombre
nav-policies = Politiques
search-placeholder-policies = Nom, région ou instrument, p. ex. « label »
suggestion-policy = Politique
policies-title = Politiques de clusters
policies-count-none = Aucune politique ne correspond
policies-count = { $count ->
    [one] { $count } politique correspond, { $open ->
        [0] elle n’est pas connue comme en cours
       *[other] elle est connue comme en cours
    }
   *[other] { $count } politiques correspondent, { $open ->
        [0] aucune n’est connue comme en cours
       *[other] { $open } connues comme en cours
    }
}
back-to-policies = Retour aux politiques
sort-in-force = en vigueur d’abord
facet-kind-policy = Type de politique
facet-challenge = Défi stratégique
facet-support = Type de soutien
facet-typology = Typologie
facet-toolkit = Boîte à outils
toolkit-yes = Exemple de la boîte à outils
toolkit-no = Hors de la boîte à outils
status-open-ended = Fin inconnue
status-proposed = Proposée
kind-national = Politique nationale de clusters
kind-regional = Politique régionale de clusters
kind-broad = Politique plus large
kind-sectoral = Politique sectorielle
policy-since = En vigueur depuis
policy-until = En vigueur jusqu’à
policy-instrument = Instrument
policy-keywords = Mots-clés
policy-as-of = État au
policy-page = Page de la politique
policy-kind-assumed = type supposé : une lecture de l’éditeur
policy-kind-assumed-brief = type supposé
name-only = seul le nom est connu
fact-only = un fait, pas une politique en soi
nav-resources = Services et ressources
search-placeholder-resources = Titre ou thème, p. ex. « toolbox »
suggestion-resource = Ressource
resources-title = Services et connaissances
resources-count-none = Aucune ressource ne correspond
resources-count = { $count ->
    [one] { $count } ressource correspond
   *[other] { $count } ressources correspondent
}
back-to-resources = Retour aux services et connaissances
sort-kind-and-date = type, plus récent d’abord
facet-kind-resource = Type de ressource
kind-service = Service
kind-tool = Outil
kind-case-study = Étude de cas
kind-trend = Tendance
kind-guide = Guide
kind-report = Rapport
kind-news = Actualité
kind-link = Lien
resource-date = Date
resource-frequency = Fréquence
resource-join = Comment en profiter
resource-reference = Numéro officiel
resource-outlook = tourné vers l’avenir
resource-page = Ouvrir sa page
nav-partners = Partenaires
nav-knowledge = Savoirs

## Search of all collections
search-title = Chercher partout
search-counts = Résultats par collection
search-found = { $count ->
    [0] Rien ne correspond.
    [one] { $count } résultat dans toutes les collections.
   *[other] { $count } résultats dans toutes les collections.
}
search-found-so-far = { $count ->
    [0] Aucun résultat pour l’instant.
    [one] { $count } résultat pour l’instant.
   *[other] { $count } résultats pour l’instant.
}
search-failed = N’a pas pu être interrogé : { $names }.
search-all = { $count } fiches peuvent être cherchées.
search-waiting = Chargement en cours : { $names }.
search-show-all = Voir les { $count }
search-show-list = { $count ->
    [one] Le voir dans sa liste
   *[other] Les voir dans leur liste
}

## Mine
mine-title = Mes listes
mine-note = Conservé sur cet appareil uniquement. Emportez le tout dans un fichier, ou partagez les listes par un lien ou un code QR.
mine-shared-title = Listes partagées
mine-shared-note = Quelqu’un a partagé ces listes avec vous. Les vôtres restent telles quelles, sauf si vous les ajoutez.
mine-keep = Ajouter aux miennes
mine-kept = Ajouté à vos listes
mine-empty = Rien n’est enregistré pour l’instant. Le marque-page à côté d’une fiche la garde ici.
mine-gone = { $count ->
    [one] L’une d’elles n’est plus dans le jeu de données : { $ids }
   *[other] { $count } d’entre elles ne sont plus dans le jeu de données : { $ids }
}
mine-to-shortlist = Comparer, imprimer ou partager la sélection
mine-to-saved-calls = Dates et lien des appels enregistrés
mine-to-sign-ups = Ce qui est envoyé, en route ou à moitié rédigé
mine-around = Emporter et rapporter
mine-take = Emporter dans un fichier
mine-dates = Toutes les dates dans un calendrier
mine-no-dates = Rien de tout cela n’a de date.
mine-bring = Rapporter un fichier
mine-brought = { $count ->
    [0] Ce fichier ne contient rien.
    [one] Un élément a été rapporté.
   *[other] { $count } éléments ont été rapportés.
}
mine-left-out = { $count ->
    [one] Une entrée était inutilisable.
   *[other] { $count } entrées étaient inutilisables.
}
mine-no-room = { $count ->
    [one] Un élément n’a pas trouvé de place : retirez d’abord quelque chose.
   *[other] { $count } éléments n’ont pas trouvé de place : retirez d’abord quelque chose.
}
mine-not-kept = Ce navigateur ne permet pas à la page d’enregistrer quoi que ce soit : tout ceci sera perdu à la fermeture de la page. Emportez-le dans un fichier pour le conserver.
mine-search-unread = { $count ->
    [one] Une recherche enregistrée est illisible et n’est pas affichée. Elle reste sur cet appareil.
   *[other] { $count } recherches enregistrées sont illisibles et ne sont pas affichées. Elles restent sur cet appareil.
}
mine-too-large = Ce fichier est trop volumineux pour venir d’ici.
mine-not-json = Ce fichier est illisible : il est endommagé ou d’un autre type.
mine-not-mine = Ce fichier n’a pas été emporté d’ici.
mine-newer = Une version plus récente de cette application a écrit ce fichier ({ $format }). Rechargez la page et réessayez.
mine-erase = Effacer listes et recherches
mine-erase-sure = Toutes les fiches et recherches enregistrées sont retirées de cet appareil. Les inscriptions et les demandes restent.
mine-erase-yes = Effacer
mine-erased = Toutes les listes et recherches ont été retirées
mine-searches = Recherches enregistrées
mine-search-save = Enregistrer cette recherche
mine-search-note = Vous verrez ici ce qu’elle a de nouveau à chaque nouvelle publication des données. Elle reste sur cet appareil uniquement.
mine-search-name = Nom de la recherche
mine-search-do = Enregistrer
mine-search-saved = Recherche enregistrée
mine-search-removed = Recherche retirée
mine-search-without = sans { $what }
mine-new = { $count ->
    [0] Rien de nouveau.
    [one] Une nouvelle fiche.
   *[other] { $count } nouvelles fiches.
}
mine-new-since = { $count ->
    [0] Rien de nouveau depuis l’édition du { $date }.
    [one] Une nouvelle fiche depuis l’édition du { $date }.
   *[other] { $count } nouvelles fiches depuis l’édition du { $date }.
}
mine-seen = Vu
mine-seen-named = Vu : { $name }
mine-seen-done = Marqué comme vu
mine-remove = Retirer
mine-remove-named = Retirer : { $name }
search-keep = Enregistrer cette recherche
record-save = Enregistrer
record-save-on = Enregistré
record-save-named = Enregistrer : { $name }
record-saved = Enregistré sur cet appareil
record-unsaved = N’est plus enregistré

## Kiosk
kiosk-attract = Personne n’utilise cet écran
kiosk-begin = Touchez pour commencer
kiosk-pause = Pause
kiosk-data-of = Données du { $date }
kiosk-ask = Êtes-vous toujours là ?
kiosk-left =
    { $seconds ->
        [one] Dans une seconde, cet écran sera prêt pour la personne suivante ; ce que vous avez saisi sera oublié.
       *[other] Dans { $seconds } secondes, cet écran sera prêt pour la personne suivante ; ce que vous avez saisi sera oublié.
    }
kiosk-stay = Je suis toujours là
kiosk-finish = Terminer
kiosk-bar = Cet écran
kiosk-back = Retour
kiosk-take = Emporter
kiosk-take-title = Sur votre propre téléphone
kiosk-take-text = Dirigez l’appareil photo de votre téléphone vers le code pour ouvrir ceci. Rien n’en reste sur cet écran.
kiosk-take-code = Code QR de l’adresse
kiosk-take-nowhere = Cette adresse mène à cet écran même et ne peut pas être ouverte ailleurs. L’exploitant doit indiquer dans config.json où l’application est publiée (address).
kiosk-elsewhere-title = Pas sur cet écran
kiosk-elsewhere-text = Cet écran montre une partie de l’offre. Avec le code, vous voyez le reste sur votre propre téléphone.
kiosk-form-title = Continuez sur votre propre téléphone
kiosk-form-text = Rien de personnel n’est saisi sur cet écran. Avec le code, vous ouvrez le formulaire sur votre propre téléphone, où vous seul le voyez.
kiosk-sealed-title = Remis
kiosk-not-sealed-title = Ceci n’a pas pu être gardé
kiosk-not-sealed = Rien n’a été envoyé et rien n’en reste sur cet écran. Utilisez votre propre téléphone ou prévenez le personnel.
kiosk-sealed = Ce que vous avez envoyé est gardé ici dans une enveloppe que seul l’organisateur peut ouvrir. Elle est remise toute seule, même s’il n’y a pas de réseau en ce moment. On ne peut pas voir ici si elle est arrivée : l’organisateur vous contactera.
kiosk-locked-title = Hors service
kiosk-locked-text = Quelque chose de la dernière visite n’a pas pu être retiré de cet écran ({ $places }). Veuillez prévenir le personnel : il doit être vérifié avant de servir à nouveau.
kiosk-staff = État de cet écran
kiosk-staff-note = Pour le personnel. Tout le monde peut le lire : rien de ce qui a été saisi n’y figure.
kiosk-state = État de cet écran : { $state }
kiosk-state-well = tout va bien
kiosk-state-waits = pas de réseau, ou quelque chose attend d’être remis
kiosk-state-bad = demande de l’attention
kiosk-online = Réseau
kiosk-data = Données du
kiosk-edition = Édition de l’application
kiosk-clock = Horloge de cet appareil
kiosk-storage = Le navigateur garde ce qui attend
kiosk-forms = Les formulaires peuvent être remplis ici (il y a une clé)
kiosk-waiting = Enveloppes en attente
kiosk-refused = Enveloppes refusées par le destinataire
kiosk-delivered = Dernière remise
kiosk-clean = Dernière visite
kiosk-clean-at = rien n’en a été retrouvé, { $time }
kiosk-screen = Nom de cet écran
kiosk-yes = oui
kiosk-no = non
kiosk-never = inconnu
kiosk-export = Enregistrer les enveloppes
kiosk-unlock-title = Cet écran est verrouillé
kiosk-unlock-why = Verrouillé depuis : { $time }. Après une visite, quelque chose de ce qui avait été saisi se trouvait encore dans : { $places }.
kiosk-unlock-stays = Il reste verrouillé quand la page est rechargée et après une coupure de courant, jusqu’à ce qu’il soit déverrouillé ici.
kiosk-unlock-goes = Ce navigateur ne conserve rien pour cette page : une fois rechargée, l’écran n’est plus verrouillé.
kiosk-unlock-means = Déverrouiller laisse de nouveau entrer le public. Cela n’efface rien : ce qui a été trouvé reste où il est et n’est plus recherché. Copiez d’abord le profil du navigateur pour qui en cherchera la cause, enregistrez les enveloppes en attente, et recommencez avec un profil vide.
kiosk-unlock-sure = Je me suis occupé de ce qui a été trouvé
kiosk-unlock = Déverrouiller cet écran
kiosk-unlock-failed = La marque du verrou n’a pas pu être retirée : le stockage du navigateur ne fonctionne pas. Recommencez avec un profil vide.
kiosk-clock-before-data = { $time } : avant le jour des données, elle est donc fausse
kiosk-clock-before-noted = { $time } : cet écran a déjà noté { $noted } ; l’horloge est fausse maintenant, ou elle l’était alors
kiosk-clock-right = L’horloge est juste à présent
keys = Clavier
keys-accents = Lettres accentuées
keys-shift = Majuscule
keys-space = Espace
keys-delete = Effacer
keys-next = Champ suivant
keys-away = Ranger

## Countries, figures, themes
nav-countries = Pays
nav-figures = Chiffres des programmes
nav-focus = Thèmes
facts-name = Faits sourcés
organisation-facts-name = Ce que des sources disent des organisations
landscape-not-counted = Elle n’est comptée dans aucun chiffre de cette page.
landscape-undated = Le jeu de données n’indique pas de date.
landscape-organisations = Organisations de cluster
landscape-per-million = Organisations par million d’habitants
country-inhabitants = { $count } habitants, { $year } :
population-source = Habitants : Banque mondiale, World Development Indicators, estimations pour { $year }, CC BY 4.0.
landscape-calls = Appels ouverts
landscape-events = Événements
landscape-ecosystems = Écosystèmes représentés
landscape-all = Tout afficher
landscape-calls-not-stated = { $count ->
    [one] { $count } appel ouvert ne dit pas d’où l’on peut candidater. Il n’est compté pour aucun pays.
   *[other] { $count } appels ouverts ne disent pas d’où l’on peut candidater. Ils ne sont comptés pour aucun pays.
}
countries-title = Pays
countries-count = { $countries ->
    [one] Un pays
   *[other] { $countries } pays
} et { $organisations ->
    [one] une organisation de cluster.
   *[other] { $organisations } organisations de cluster.
}
countries-caption = Chaque pays où se trouve, ou dont parle, une fiche du jeu de données. Les en-têtes trient le tableau, chaque chiffre mène à ce qu’il compte.
countries-show = Colorer la carte selon
countries-show-unknown = « { $show } » n’existe pas dans ce jeu de données.
countries-show-remove = L’ignorer
countries-columns = Ce que comptent les colonnes
countries-about-organisations = Organisations que le jeu de données mentionne pour ce pays. C’est le décompte de cette liste, non une mesure d’importance.
countries-about-per-million = Organisations de cette liste pour chaque million de personnes qui vivent dans le pays ({ $year }). Ce n’est pas une mesure d’importance : la liste n’est pas complète, ni également complète partout.
countries-about-ecosystems = Écosystèmes industriels où figure au moins une organisation du pays. Pour beaucoup d’organisations, l’écosystème n’est pas connu.
countries-about-networks = Euroclusters, associations et partenariats auxquels participe le pays ou un partenaire qui s’y trouve, dans la mesure où les partenaires sont connus.
countries-about-policies = Politiques de clusters du pays et de ses régions recensées ici, quelle qu’en soit la date.
countries-about-calls = Appels ouverts le jour affiché auxquels peuvent répondre des candidats du pays ou de certaines de ses régions. Les appels qui ne disent pas à qui ils s’adressent sont à part.
countries-about-events = Événements qui s’y tiennent ou qui portent sur le pays, y compris passés.
countries-map-failed = Le tableau contient tout ce que la carte montrerait.
countries-map-note = La carte montre un chiffre du tableau. Les pays au-delà du cadre et les régions ultrapériphériques sont comptés mais non dessinés. Contours : Natural Earth ; aucune ligne ne préjuge d’une frontière.
countries-step = { $from } à { $to } : { $countries ->
    [one] un pays
   *[other] { $countries } pays
}
countries-step-one = { $value } : { $countries ->
    [one] un pays
   *[other] { $countries } pays
}
countries-step-none = Aucun : { $countries ->
    [one] un pays
   *[other] { $countries } pays
}
countries-step-unknown = Inconnu : { $countries ->
    [one] un pays
   *[other] { $countries } pays
}
countries-step-outside = Dans aucune fiche de ce jeu de données
chart-percent = { $percent } %
chart-beside = { $share }, ensemble { $average }
chart-share = Part
chart-average = Part dans tout le jeu de données
chart-remark = Remarque
chart-table = Afficher en tableau
chart-table-of = Tableau : { $title }
chart-csv = Enregistrer en CSV
country-back = Tous les pays
country-lead = Ce que toutes les collections disent du pays. Le trait sur une barre est la moyenne : la part dans tout le jeu de données.
country-whole = Tout le pays
country-unknown = Aucune fiche de ce jeu de données ne se trouve dans un pays de code « { $code } » ni n’en parle.
country-region-unknown = La région « { $region } » n’existe pas dans ce jeu de données. Voici tout le pays.
country-region-share = de toutes les organisations du pays
country-region-note = Réseaux, appels, événements, faits et politiques du pays entier sont connus par pays : ils figurent sur la page « { $name } ».
country-region-policies = Politiques de la région
country-region-policies-none = Aucune politique recensée ici ne nomme cette région. Cela ne veut pas dire qu’il n’y en a pas.
country-share = { $share } des { $all } organisations du jeu de données.
country-by-ecosystem = Organisations par écosystème industriel
country-ecosystems-note = Un écosystème est connu pour { $known } sur { $all } ; les parts se rapportent à celles-ci.
country-by-expertise = Organisations par expertise
country-expertise-note = Un domaine est connu pour { $known } sur { $all } ; les parts se rapportent à celles-ci.
country-expertise-none = { $count ->
    [one] Aucune organisation n’est connue pour un autre domaine : { $topics }.
   *[other] Aucune organisation n’est connue pour { $count } autres domaines : { $topics }.
}
country-by-region = Organisations par région
country-regions-none = Le jeu de données n’a pas de régions pour ce pays.
country-regions-average = Les régions ne sont pas comparées à une moyenne : un pays qui en a peu a de grandes parts.
country-regions-note = { $count ->
    [one] La région d’une organisation n’est pas connue.
   *[other] La région de { $count } organisations n’est pas connue.
}
country-policies-by-type = Politiques par type
country-policies-note = Le type de nombreuses politiques est une lecture de l’éditeur. Ce sont les fiches de ce jeu de données, non le décompte de la plateforme.
country-policies-untyped = { $count ->
    [one] Le type de l’une n’est pas connu.
   *[other] Le type de { $count } n’est pas connu.
}
country-policies-time = Politiques dans le temps
country-policies-none = Aucune politique de ce pays n’est recensée ici. Cela ne veut pas dire qu’il n’y en a pas.
country-years = { $from } à { $to }
country-years-open = depuis { $from }, fin inconnue
country-calls = Appels ouverts au pays
country-calls-none = Aucun appel n’est connu pour être ouvert ce jour aux candidats d’ici.
country-calls-regions = { $count ->
    [one] L’un d’eux ne concerne que certaines régions du pays.
   *[other] { $count } d’entre eux ne concernent que certaines régions du pays.
}
country-calls-group = { $count ->
    [one] Un autre appel ouvert nomme un groupe de pays qui n’est pas entièrement connu : on ignore si ce pays en fait partie.
   *[other] { $count } autres appels ouverts nomment un groupe de pays qui n’est pas entièrement connu : on ignore si ce pays en fait partie.
}
country-events = { $count ->
    [one] Un événement recensé
   *[other] { $count } événements recensés
}, { $there ->
    [one] dont un dans le pays
   *[other] dont { $there } dans le pays
} ; { $ahead ->
    [one] un à venir ou en cours.
   *[other] { $ahead } à venir ou en cours.
}
country-networks = Réseaux avec des partenaires d’ici
country-networks-none = Aucun réseau avec un partenaire d’ici n’est recensé.
country-networks-note = Les partenaires de plusieurs réseaux ne sont pas connus : il peut y en avoir davantage.
country-trainings-none = Aucune formation recensée ne nomme un lieu dans ce pays. La plupart des fiches ne nomment pas de lieu.
country-trainings-open = Formations à venir, où qu’elles soient
country-facts-missing = Rien de sourcé n’est connu ici sur : { $topics }.
country-neighbours = Pays voisins
country-neighbours-none = Aucun pays de ce jeu de données n’a de frontière terrestre avec lui.
country-compare = Comparer avec
country-compare-choose = Choisir un pays
country-compare-title = Pays côte à côte
country-compare-shares = Entre parenthèses : pour les organisations, leur part dans tout le jeu de données ; pour un écosystème, sa part parmi les organisations du pays dont un écosystème est connu.
country-compare-remove = Retirer { $name } de la comparaison
country-compare-unknown = Absents de ce jeu de données : { $codes }.
country-compare-below = Ce qui suit concerne uniquement { $name }.
country-figure = Chiffre
fact-topic-landscape = Clusters et membres
fact-topic-policies = Politique de clusters
fact-topic-cohesion = Soutien de la politique de cohésion
fact-topic-semester = Semestre européen
fact-topic-programmes = Programmes et partenariats
fact-topic-euroclusters = Euroclusters
fact-topic-platform = La plateforme
fact-topic-services = Services de la plateforme
fact-topic-events = Événements
fact-topic-investment = Aide à l’investissement
fact-topic-skills = Compétences
fact-topic-labels = Labels d’excellence
fact-topic-surveys = Enquêtes
fact-as-of = état : { $date }
fact-undated = sans date
programme-title = Chiffres des programmes
programme-lead = Ce que des sources indiquent sur les programmes, la plateforme et la politique de clusters en Europe, avec date et source. Rien n’est estimé ; ce qui se contredit figure côte à côte. Les faits propres à un pays sont sur sa page.
programme-count = { $count ->
    [one] Un fait
   *[other] { $count } faits
}, { $undated ->
    [one] dont un sans date.
   *[other] dont { $undated } sans date.
}
programme-all = Tous les sujets
programme-topics = Sujets
programme-what = Quoi
programme-value = Valeur
programme-as-of = Date
programme-year = Année
programme-series = Séries
programme-series-registered = Organisations de cluster inscrites sur la plateforme
programme-series-policies = Politiques de l’UE-27 par type
programme-series-priorities = Politiques de l’UE-27 par priorité, anciens et nouveaux États membres
programme-series-undrawn = Pas de graphique : la source n’a pas de chiffre pour chacun.
programme-series-euroclusters = Euroclusters par cycle
programme-series-escp = Partenariats ESCP-4i par génération
programme-series-excellence = Partenariats pour l’excellence par vague
programme-series-note = Chaque barre est ce qu’indique une source. Les sources peuvent compter des choses différentes ; entre deux années, rien n’est connu.
focus-title = Thème : { $theme }
focus-green = Transition verte
focus-digital = Transition numérique
focus-resilience = Résilience
focus-skills = Compétences
focus-internationalisation = Internationalisation
focus-themes = Thèmes
focus-lead = Ce qui est ouvert, à venir et connu sur un thème, et qui y travaille. À côté de chaque liste figure le critère de choix.
focus-unknown-title = Thème inconnu
focus-unknown = « { $theme } » n’a pas de page ici. Voir les thèmes ci-dessus.
focus-nothing = Rien dans ce jeu de données ne porte ce thème.
focus-not-stated = { $what } : inconnu, car aucune fiche n’indique de thème
focus-open = Ouvert maintenant
focus-coming = À venir
focus-known = Connu
focus-who = Qui y travaille
focus-calls-open = { $count ->
    [one] appel ouvert
   *[other] appels ouverts
}
focus-calls-coming = { $count ->
    [one] appel à venir
   *[other] appels à venir
}
focus-calls-all = { $count ->
    [one] appel, y compris passés
   *[other] appels, y compris passés
}
focus-trainings-coming = { $count ->
    [one] formation à venir
   *[other] formations à venir
}
focus-trainings-all = { $count ->
    [one] formation, y compris passées
   *[other] formations, y compris passées
}
focus-events-coming = { $count ->
    [one] événement à venir
   *[other] événements à venir
}
focus-events-all = { $count ->
    [one] événement, y compris passés
   *[other] événements, y compris passés
}
focus-policies = { $count ->
    [one] politique
   *[other] politiques
}
focus-resources = { $count ->
    [one] service, outil, guide ou actualité
   *[other] services, outils, guides et actualités
}
focus-expertise = { $count ->
    [one] organisation par expertise
   *[other] organisations par expertise
}
focus-requests = { $count ->
    [one] recherche de partenaires ouverte, par expertise
   *[other] recherches de partenaires ouvertes, par expertise
}
focus-facts = { $count ->
    [one] chiffre avec sa source
   *[other] chiffres avec leur source
}
focus-ecosystem = { $count ->
    [one] organisation par écosystème
   *[other] organisations par écosystème
}
focus-networks = { $count ->
    [one] Un réseau le cite parmi ses objectifs.
   *[other] { $count } réseaux le citent parmi leurs objectifs.
}

# l’atelier de l’exploitant
desk-about = L’atelier : faire un jeu de données de votre propre tableau
desk-title = L’atelier de l’exploitant
desk-lead = Un tableau, un fichier GeoJSON ou une liste JSON devient un jeu de données que cette application peut montrer.
desk-private = Rien ne quitte votre navigateur : le fichier est lu ici et n’est envoyé nulle part.
desk-will-be-kept = Ce que vous apportez à l’atelier reste sur cet appareil jusqu’à ce que vous le vidiez.
desk-kept = Ce qui est dans l’atelier reste sur cet appareil jusqu’à ce que vous le vidiez.
desk-taken-up = Ce qui était dans l’atelier est de nouveau là ; cela reste sur cet appareil jusqu’à ce que vous le vidiez.
desk-kept-other-tab = Un autre onglet a l’atelier. Ce que vous faites ici n’est conservé qu’une fois cet onglet fermé.
desk-not-kept = Ce navigateur ne conserve rien pour cette page : si elle est rechargée, l’atelier est vide.
desk-not-kept-full = Il n’y a plus de place sur cet appareil : ce que vous avez fait en dernier sera perdu si la page est rechargée.
desk-clear = Vider l’atelier
desk-cleared = L’atelier est vide, et rien n’en reste sur cet appareil.
desk-step-edit = Modifier des fiches
desk-edit-title = Un jeu de données existant
desk-edit-ways = Modifiez des fiches de ce qui est publié ici, ou d’une archive faite dans cet atelier : choisissez ci-dessus son fichier ZIP.
desk-edit-published = Modifier ce qui est publié
desk-edit-again = Retour au jeu de données ouvert
desk-edit-note = Choisissez une fiche et modifiez-la. Rien n’est publié pour autant : à la fin, il y a une archive à enregistrer.
desk-edit-is-published = Ce qui est publié ici est chargé.
desk-edit-find = Trouver une fiche
desk-edit-shown = { $shown ->
    [one] { $shown } fiche sur { $all } est affichée.
   *[other] { $shown } fiches sur { $all } sont affichées.
}
desk-edit-refused = { $count ->
    [one] Une fiche de ce fichier est illisible. Elle ne sera pas dans l’archive.
   *[other] { $count } fiches de ce fichier sont illisibles. Elles ne seront pas dans l’archive.
}
desk-edit-lines = une valeur par ligne
desk-edit-leave = Laisser tel quel
desk-edit-save = Reprendre les modifications
desk-edit-saved = « { $title } » a été modifié.
desk-edit-faults = Pas encore repris :
desk-edit-fault = { $field } : { $why } ({ $value })
desk-edit-no-term = { $field } : aucun terme de ce jeu de données ne s’appelle { $words }. Il y a : { $terms }
desk-edit-bad-term = { $field } : aucun terme ne peut s’appeler « { $value } » ; un terme a des lettres ou des chiffres.
desk-edit-new-terms = Ces mots deviennent de nouveaux termes du jeu de données
desk-edit-add = Ajouter …
desk-edit-add-term = Ajouter à : { $field }
desk-edit-changes = { $count ->
    [one] Une valeur a été modifiée
   *[other] { $count } valeurs ont été modifiées
}
desk-edit-field = Champ
desk-edit-before = Avant
desk-edit-after = Maintenant
desk-proposals = Propositions de visiteurs
desk-proposals-note = Rien n’est repris sans votre accord. Ce qui est repris garde, champ par champ, sa source et son jour.
desk-proposals-file = Ajouter des propositions (JSON), telles que reçues ou exportées
desk-proposals-missing = Les organisations du jeu de données ne sont pas toutes là : rien ne peut être repris. Rechargez la page ou ouvrez un jeu de données qui a des organisations.
desk-proposals-faulty = { $file } contient une erreur, et ce qui est illisible serait perdu : { $record }, { $why }. Corrigez-la d’abord.
desk-proposals-not-the-same = Les organisations ne seraient pas relues telles qu’elles ont été écrites ; rien n’a été modifié.
desk-proposal-new = Nouvelle organisation : { $name }
desk-proposal-of = Correction de { $name }
desk-proposal-unread = Une proposition inutilisable
desk-proposal-by = { $day }, par { $by } (« { $relation } »)
desk-proposal-after = Proposé
desk-proposal-unknown = inconnu
desk-proposal-accept = Reprendre ce qui est coché
desk-proposal-leave = Laisser de côté
desk-proposal-left = La proposition a été laissée de côté.
desk-proposal-unreadable = Elle est illisible : le fichier est trop grand, ou n’est pas du JSON tel que l’application l’écrit.
desk-proposal-other-format = Elle est dans un autre format que celui de cette application.
desk-proposal-other-kind = C’est une inscription ou une demande, et elle ne propose rien sur une organisation.
desk-proposal-malformed = Son champ « { $member } » n’est pas écrit comme l’application le fait.
desk-proposal-unknown-field = Personne ne peut rien proposer pour le champ « { $field } ».
desk-proposal-nothing = Elle ne change rien ; sa remarque est à lire par vous.
desk-proposal-gone = Le jeu de données n’a pas d’organisation « { $record } ».
desk-proposal-there = Le jeu de données a déjà une organisation de ce nom dans ce pays : { $record }
desk-proposal-applied = Elle a déjà été reprise.
desk-proposal-so = Le jeu de données dit déjà tout cela.
desk-proposal-changed = { $field } a changé depuis : on y lisait « { $from } » lors de la proposition, on y lit maintenant « { $now } ».
desk-yes = oui
desk-no = non
desk-steps = Étapes
desk-step-file = Fichier
desk-step-columns = Colonnes
desk-step-words = Catégories
desk-step-twins = Doublons
desk-step-report = Rapport
desk-step-compare = Comparaison
desk-step-publish = Paquet
desk-step = Étape { $step } sur { $of }
desk-busy = En cours …
desk-progress = Ligne { $done } sur { $of }
desk-progress-name = Lignes lues
desk-stop = Arrêter
desk-stopped = La lecture a été arrêtée ; tout est comme avant.
desk-back = Retour
desk-to-columns = Aux colonnes
desk-to-report = Lire toutes les lignes
desk-to-compare = À la comparaison
desk-to-publish = Au paquet
desk-collection = Ce que contient le fichier
desk-file = Fichier
desk-file-note = Choisissez des fichiers ou déposez-les ici : Excel (XLSX, XLS), OpenDocument (ODS), CSV, TSV, GeoJSON, JSON ou une archive faite dans cet atelier (ZIP). Plusieurs fichiers passent l’un après l’autre et vont dans un seul paquet.
desk-file-here = { $file } est prêt.
desk-file-unread = Le navigateur n’a pas pu lire ce fichier. Il a peut-être été déplacé ; choisissez-le de nouveau.
desk-queue = Autres fichiers
desk-queue-waits = { $file } : { $collection }, en attente
desk-queue-ready = { $count ->
    [one] { $file } : { $collection }, prêt (une fiche)
   *[other] { $file } : { $collection }, prêt ({ $count } fiches)
}
desk-queue-take = Reprendre
desk-queue-take-file = Reprendre { $file }
desk-queue-leave = Écarter
desk-queue-leave-file = Écarter { $file }
desk-next = Au fichier suivant : { $file }
desk-waiting = { $count ->
    [one] Pas encore dans le paquet : { $files }
   *[other] Pas encore dans le paquet ({ $count } fichiers) : { $files }
}
desk-compare-ready = La comparaison se fait avec ce qui est prêt pour le paquet, venant de { $files }, et non avec ce qui est publié.
desk-progress-file = { $done } Mo sur { $of }
desk-progress-file-name = Fichier lu
desk-kind-excel = { $sheets ->
    [one] C’est un classeur Excel d’une feuille.
   *[other] C’est un classeur Excel de { $sheets } feuilles.
}
desk-kind-opendocument = { $sheets ->
    [one] C’est un classeur OpenDocument d’une feuille.
   *[other] C’est un classeur OpenDocument de { $sheets } feuilles.
}
desk-kind-delimited = C’est un tableau au format texte.
desk-kind-json = C’est une liste JSON.
desk-kind-geojson = C’est du GeoJSON.
desk-rows = Lignes sous l’en-tête : { $rows }
desk-sheet = Feuille
desk-sheet-rows = { $rows ->
    [one] { $sheet } (une ligne)
   *[other] { $sheet } ({ $rows } lignes)
}
desk-header = Ligne des noms de colonnes
desk-row-cells = Ligne { $row } : { $cells }
desk-encoding = Codage
desk-encoding-note = Si ces mots ne se lisent pas comme il faut, choisissez le codage dans lequel ils le font.
desk-encoding-words = Mots du fichier dans ce codage
desk-encoding-plain = Le texte n’a ni accents ni autres lettres particulières : tout codage convient.
desk-error-empty = { $file } est vide.
desk-error-no-column = { $file } n’a pas de colonne pour « { $missing } ». Revenez aux colonnes et choisissez-en une. Ses colonnes : { $found }
desk-error-mapping-file = { $file } n’est pas une correspondance : il doit nommer un champ pour chaque colonne.
desk-error-default = « { $value } » ne peut pas être { $field } de chaque ligne. Possible : { $allowed }
desk-error-pdf = { $file } est un PDF. Un PDF n’a pas de lignes : demandez le tableau dont il est fait.
desk-error-document = { $file } est un document texte. Copiez son tableau dans un tableur et enregistrez-le.
desk-error-presentation = { $file } est une présentation. Copiez son tableau dans un tableur et enregistrez-le.
desk-error-archive = { $file } est un dossier compressé. Décompressez-le et choisissez le fichier qu’il contient.
desk-error-web-page = { $file } est une page web. Ouvrez-la dans un tableur et enregistrez-la comme classeur.
desk-error-xml = { $file } est du XML. Ouvrez-le dans un tableur et enregistrez-le comme classeur.
desk-error-picture = { $file } est une image. Une image n’a pas de lignes : demandez le tableau qu’elle montre.
desk-error-locked = { $file } est endommagé, protégé par un mot de passe, ou n’est pas un classeur. Ouvrez-le dans son programme et enregistrez-le de nouveau sans mot de passe.
desk-error-binary = { $file } n’est ni un classeur ni du texte.
desk-error-no-sheet = { $file } n’a pas de feuille « { $sheet } ».
desk-error-mapping = La correspondance nomme ce qui n’existe pas : { $names }
desk-error-encoding = Il n’y a pas de codage « { $name } ».
desk-columns = Colonnes
desk-columns-note = Chaque colonne du fichier avec le champ pour lequel elle est prise. Changez ce qui est faux ; une colonne sans champ est laissée de côté, et le rapport le dit.
desk-columns-missing = Aucune colonne n’est prise pour « { $field } » ; sans cela, aucune fiche ne peut être lue.
desk-column-filled = { $filled } lignes sur { $rows } ont une valeur.
desk-column-rival = Une autre colonne est déjà lue pour ce champ. Laissez-la d’abord de côté, ou lisez les deux.
desk-steps-cells = Nettoyer, séparer ou réunir les cellules
desk-steps-note = Avant leur lecture. « * » tient lieu de n’importe quoi : « (*) » retire ce qui est entre parenthèses.
desk-steps-strip = Retirer
desk-steps-split = Séparer à
desk-steps-second = Ce qui suit est
desk-steps-values = une autre valeur de ce champ
desk-steps-join = Mettre entre les colonnes
desk-steps-apart = Ne pas la lire avec les autres
desk-steps-both = Lire les deux, l’une après l’autre
desk-column-unused = laissée de côté
desk-column-own = un champ à part
desk-columns-left = { $count ->
    [one] Une colonne est laissée de côté : { $names }.
   *[other] { $count } colonnes sont laissées de côté : { $names }.
}
desk-columns-carry = Les reprendre toutes comme champs à part
desk-own-kind = Reprendre comme
desk-own-line = une ligne de texte
desk-own-link = un lien
desk-own-number = un nombre
desk-own-date = une date
desk-own-facet = un filtre
desk-own-picture = une image (un fichier du dossier des données ; une adresse ailleurs devient un lien)
desk-own-label = Appelé
desk-defaults = Ce qui vaut pour chaque ligne
desk-default-none = non indiqué
desk-default-precision = Les coordonnées sont exactes à l’échelle de
desk-default-basis = Les thèmes d’expertise ont été
desk-default-country = Pays des lignes qui n’en ont pas (deux lettres)
desk-precision-exact = la maison
desk-precision-street = la rue
desk-precision-city = la ville
desk-precision-region = la région
desk-basis-declared = déclarés par les organisations
desk-basis-inferred = déduits par d’autres
desk-mapping = Enregistrer ou charger ce choix de colonnes
desk-mapping-note = Un choix enregistré convient au même tableau l’année suivante.
desk-mapping-save = Enregistrer le choix
desk-mapping-load = Charger un choix
desk-words-note = Les catégories du fichier qui ne sont pas encore des termes de ce jeu de données. Chacune peut être un terme existant, devenir un terme à elle, ou être laissée de côté.
desk-words-none = Chaque catégorie du fichier est un terme de ce jeu de données.
desk-words-word = Dans le fichier
desk-words-count = Combien de fois
desk-words-becomes = Devient
desk-words-becomes-of = Ce que devient « { $word } »
desk-words-own = un terme à elle
desk-words-dropped = rien : laissée de côté
desk-words-more = En montrer davantage
desk-words-on = Continuer avec ces catégories
desk-twins-note = Ces fiches n’en sont peut-être qu’une. Rien n’est fusionné sans votre décision. Lors d’une fusion, un champ rempli l’emporte sur un champ vide ; là où les deux disent quelque chose, c’est la fiche conservée qui l’emporte.
desk-twins-none = Il n’y a pas deux fiches qui semblent n’en faire qu’une.
desk-twins-pair = { $first } et { $second }
desk-twins-name = Le même nom dans la même ville.
desk-twins-website = Le même site web.
desk-twins-place = Le même point et presque le même nom.
desk-twins-result = Ensuite
desk-twins-both = Garder les deux
desk-twins-into-first = Fusionner : la première reste, la seconde comble ses lacunes
desk-twins-into-second = Fusionner : la seconde reste, la première comble ses lacunes
desk-twins-first-alone = Garder seulement la première
desk-twins-second-alone = Garder seulement la seconde
desk-twins-more = { $count ->
    [one] Une autre paire n’est pas affichée ici ; elle le sera quand d’autres seront décidées et que tout sera relu.
   *[other] { $count } autres paires ne sont pas affichées ici ; elles le seront quand d’autres seront décidées et que tout sera relu.
}
desk-twins-on = Continuer avec ces décisions
desk-twins-gone = { $count ->
    [one] Une des fiches lues disparaît, selon vos décisions sur les doublons.
   *[other] { $count } des fiches lues disparaissent, selon vos décisions sur les doublons.
}
desk-field-id = Identifiant (partie de chaque lien)
desk-field-name = Nom
desk-field-title = Titre
desk-field-kind = Type
desk-field-region-code = Région (code NUTS)
desk-field-location = Coordonnées dans une cellule
desk-field-lat = Latitude
desk-field-lon = Longitude
desk-field-deadline = Échéance
desk-field-source = Source
desk-field-precision = Précision des coordonnées
desk-field-expertise-basis = Origine de l’expertise
desk-field-members-sme = Membres : petites et moyennes entreprises
desk-field-members-large = Membres : grandes entreprises
desk-field-members-research = Membres : organismes de recherche
desk-field-members-other = Membres : autres
desk-field-label-until = Label valable jusqu’au
desk-field-updated = Dernière mise à jour
desk-field-summary = Description ({ $language })
desk-field-eligible-groups = Groupes de pays admissibles
desk-field-eligible-regions = Régions admissibles
desk-field-deadline-words = Date limite en toutes lettres
desk-field-deadline-known = Si la date limite est connue
desk-field-url-is-list = Si l’adresse est celle d’une liste
desk-field-timezone = Fuseau horaire
desk-field-budget-note = Remarque sur le budget
desk-field-date = Date
desk-field-start-time = Commence à
desk-field-end-time = Se termine à
desk-field-start = Commence le
desk-field-end = Se termine le
desk-field-seeks = Recherche
desk-field-offers = Propose
desk-field-partner-countries = Pays des partenaires
desk-published-missing = Ce qui est publié n’a pas pu être chargé ; rien ne peut y être comparé. { $why }
desk-counts = { $read ->
    [one] Une ligne lue : { $loaded } chargée, { $refused } refusée.
   *[other] { $read } lignes lues : { $loaded } chargées, { $refused } refusées.
}
desk-nothing-loaded = Aucune ligne n’est utilisable. Revenez voir la feuille, l’en-tête et les colonnes.
desk-personal-mail = { $count ->
    [one] Une adresse électronique semble être celle d’une personne. Publiez des adresses de fonction, comme contact@.
   *[other] { $count } adresses électroniques semblent être celles de personnes. Publiez des adresses de fonction, comme contact@.
}
desk-twice-encoded = { $count ->
    [one] Une valeur semble avoir été codée deux fois, comme « PÃ´le » pour « Pôle ».
   *[other] { $count } valeurs semblent avoir été codées deux fois, comme « PÃ´le » pour « Pôle ».
}
desk-repair = Les lire comme elles étaient voulues
desk-dates = { $count ->
    [one] Une date peut se lire de deux façons : { $example } désigne-t-il ce jour ?
   *[other] { $count } dates peuvent se lire de deux façons : { $example } désigne-t-il ce jour ?
}
desk-save-refused = Enregistrer les lignes refusées (CSV)
desk-save-report = Enregistrer le rapport (CSV)
desk-findings = Ce qui a été trouvé
desk-no-findings = Rien : chaque valeur a pu être lue telle quelle.
desk-finding = { $what } : { $why } ({ $count })
desk-unlisted = { $count ->
    [one] Une autre remarque est seulement comptée.
   *[other] { $count } autres remarques sont seulement comptées.
}
desk-mend-row = Corriger la ligne { $row }
desk-mend-all = { $count ->
    [one] À la ligne { $row }, « { $value } » dans la colonne « { $column } » est
   *[other] Dans les { $count } lignes, « { $value } » dans la colonne « { $column } » est
}
desk-mend-empty = { $count ->
    [one] À la ligne { $row }, où la colonne « { $column } » est vide, il faut y mettre
   *[other] Dans les { $count } lignes où la colonne « { $column } » est vide, il faut y mettre
}
desk-mend-swap = { $count ->
    [one] Échanger latitude et longitude dans cette ligne
   *[other] Échanger latitude et longitude dans ces { $count } lignes
}
desk-mend-note = Les cellules telles qu’elles sont dans le fichier, ou telles que vous les avez corrigées. Le fichier lui-même ne change pas ; le rapport dit ce qui a été corrigé.
desk-mend-again = Relire avec cela
desk-row = Ligne
desk-record = Fiche
desk-nameless = (sans nom)
desk-column = Colonne
desk-value = Valeur
desk-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}
desk-suspect = à vérifier
desk-map = Où elles se trouvent
desk-map-note = Avec un lieu : { $placed } sur { $all }. Les losanges sont à vérifier : { $suspects }.
desk-map-misplaced = { $count ->
    [one] L’un d’eux est montré là où le fichier le place ; cela ne peut être juste, dans le paquet la fiche n’a donc pas de lieu.
   *[other] { $count } d’entre eux sont montrés là où le fichier les place ; cela ne peut être juste, dans le paquet ces fiches n’ont donc pas de lieu.
}
desk-map-part = La carte en montre une partie, et toutes celles à vérifier.
desk-preview = Les fiches
desk-preview-count = { $shown ->
    [one] { $shown } fiche sur { $all }.
   *[other] { $shown } fiches sur { $all }.
}
desk-preview-note = { $suspects ->
    [one] Une est à vérifier : elle se trouve hors de son pays ou ressemble à une autre.
   *[other] { $suspects } sont à vérifier : elles se trouvent hors de leur pays ou ressemblent à une autre.
}
desk-edition = L’édition publiée
desk-replace = Les fiches de ce fichier remplacent toutes celles qui sont publiées
desk-append = Les fiches de ce fichier s’ajoutent à celles qui sont publiées
desk-compare-counts = Fiches publiées : { $before }. Ensuite : { $after }.
desk-loses-much = { $count ->
    [one] Une fiche publiée disparaîtrait, plus d’un dixième du total.
   *[other] { $count } fiches publiées disparaîtraient, plus d’un dixième du total.
}
desk-loses-deadlines = { $count ->
    [one] Un appel publié perdrait sa date limite : { $names }
   *[other] { $count } appels publiés perdraient leur date limite : { $names }
}
desk-loses-values = { $count ->
    [one] Une fiche publiée perdrait des valeurs que ce fichier n’a pas
   *[other] { $count } fiches publiées perdraient des valeurs que ce fichier n’a pas
}
desk-lost-value = { $field } : { $value }
desk-change = { $field } : { $before } → { $after }
desk-sure = C’est voulu
desk-compared-anew = Ce qui est publié a changé depuis votre comparaison : voici la comparaison avec ce qui est publié maintenant.
desk-newer = Ce qui est publié est plus récent que ce avec quoi ce travail a commencé
desk-newer-of = { $collection } : modifications publiées depuis
desk-newer-both = { $count ->
    [one] Une fiche a été modifiée ici et là-bas : { $names }. La vôtre est retenue.
   *[other] { $count } fiches ont été modifiées ici et là-bas : { $names }. Les vôtres sont retenues.
}
desk-newer-carry = Comparer à nouveau : porter ces modifications dans l’édition plus récente
desk-newer-over = Faire le paquet quand même, par-dessus le plus récent
desk-newer-carried = Les modifications sont maintenant dans l’édition plus récente.
desk-added = { $count ->
    [one] Une fiche ajoutée
   *[other] { $count } fiches ajoutées
}
desk-changed = { $count ->
    [one] Une fiche modifiée
   *[other] { $count } fiches modifiées
}
desk-removed = { $count ->
    [one] Une fiche supprimée
   *[other] { $count } fiches supprimées
}
desk-dataset-title = Titre du jeu de données
desk-no-title = Un jeu de données a besoin d’un titre.
desk-day = Jour de publication
desk-start = Première vue
desk-start-note = Copiez ici l’adresse de n’importe quelle vue, avec ses filtres : qui vient sans adresse la voit en premier. Vide : la carte des organisations.
desk-no-view = Ce n’est pas l’adresse d’une vue. Elle ressemble à « #/calls?status=open ».
desk-source = D’où viennent ces fiches
desk-source-name = Nom de la source
desk-source-url = Adresse web
desk-source-licence = Licence
desk-no-source = { $count ->
    [one] Une fiche ne nomme aucune source. Dites ici d’où elle vient ; sinon elle sera publiée sans source.
   *[other] { $count } fiches ne nomment aucune source. Dites ici d’où elles viennent ; sinon elles seront publiées sans source.
}
desk-headings = Comment s’appellent les filtres
desk-headings-note = Dans la langue de cette page ; ce qui reste vide s’appelle comme partout.
desk-keep-others = Garder les autres collections publiées et leurs sources
desk-finished = Prêt à être emballé
desk-ready = { $count ->
    [one] { $collection } : une fiche
   *[other] { $collection } : { $count } fiches
}
desk-package = Le paquet est un fichier ZIP. Décompressez-le, placez le contenu de son dossier « data » dans le dossier « data » du site, et les flux et calendriers (.atom, .ics), s’il y en a, à côté de la page ; le rapport, les lignes refusées et le choix des colonnes sont pour vous.
desk-another = Ajouter un autre fichier
desk-save = Enregistrer le paquet
desk-try = Essayer ici : toute l’application sur ces données
desk-trial-on = C’est un essai sur cet appareil : l’application montre ce qui est dans l’atelier, pour vous seul.
desk-trial-desk = Retour à l’atelier
desk-trial-end = Retour à ce qui est publié
desk-trial-title = Essai : { $title }
desk-packed = Le paquet a été remis au navigateur.
desk-not-packed = Le paquet n’a pas pu être fait.

# vues des événements, des réseaux et des politiques
view-month = Mois
view-matrix = Par pays
facet-with = Avec aussi
facet-with-note = Réseaux ayant un partenaire dans ce pays ainsi que dans un pays choisi ci-dessus.
matrix-title = Quels pays travaillent ensemble
matrix-note = Une case indique dans combien des { $count } réseaux les deux pays sont présents, d’après les partenaires connus. Les filtres s’appliquent, sauf ceux de pays, qui choisissent les lignes.
matrix-networks = Réseaux
matrix-partners = Pays partenaires
matrix-total = { $country }, réseaux : { $count }
matrix-cell = { $row } et { $column } : { $count }
matrix-same = le même pays
events-on-map = { $count ->
    [one] { $count } événement est sur la carte
   *[other] { $count } événements sont sur la carte
} ; { $without ->
    [0] tous ont un lieu.
    [one] { $without } n’y a pas de lieu.
   *[other] { $without } n’y ont pas de lieu.
}
events-on-map-list = La liste les contient tous.
events-online = { $count ->
    [one] { $count } a lieu en ligne
   *[other] { $count } ont lieu en ligne
}
events-without-place = { $count ->
    [one] Le lieu de { $count } événement n’est pas connu ou n’est pas dans la liste des villes
   *[other] Le lieu de { $count } événements n’est pas connu ou n’est pas dans la liste des villes
}
month-count = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}{ $undated ->
    [0] .
    [one] , dont { $undated } sans jour connu.
   *[other] , dont { $undated } sans jour connu.
}
month-none = Rien de ce qui correspond n’a lieu en { $month }.
month-none-at-all = Le mois d’aucun résultat n’est connu.
month-nearest = Rien de ce qui correspond n’a lieu en { $now } : voici { $month }, le mois le plus proche où il y a un résultat.
month-steps = Autres mois
month-before = ← { $month }
month-after = { $month } →
month-earlier-match = Résultat précédent : { $month }
month-later-match = Résultat suivant : { $month }
month-keys = Les flèches vont d’un jour à l’autre, Page précédente et Page suivante d’un mois à l’autre, avec Maj d’une année à l’autre ; Entrée mène aux événements du jour.
month-day = { $date } : { $count ->
    [0] aucun événement
    [one] { $count } événement
   *[other] { $count } événements
}
month-more = et { $count } de plus
month-without-day = { $month } sans jour : { $count }
month-undated = Sans mois connu : { $count }
off-paper = { $count ->
    [one] Une ligne de plus se trouve à l’adresse ci-dessous.
   *[other] { $count } lignes de plus se trouvent à l’adresse ci-dessous.
}
policy-years-without = Sans année de début connue : { $count }
network-map = Partenaires dont le lieu est connu ici ; les lignes mènent à la coordination.
network-map-unled = Partenaires dont le lieu est connu ici.
