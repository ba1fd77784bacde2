"""German: the record."""

from briefgen.catalogue.record_words import RecordWords

RECORD = RecordWords(
    withheld_because="Unsere Kopie wird zurückgehalten; der Grund: {why}",
    changed_here="{kind} vom {date}",
    newer_elsewhere="Dieses Dossier wurde in einer anderen Sprache geändert, hier noch nicht: Version {version} vom {date}.",
    withdrawn_because="Zurückgezogen am {date}: {why}",
    evidence="Die Belege als Tabelle",
    evidence_count=("Die beurteilte Stelle", "Die {count} beurteilten Stellen"),
    evidence_all="Jedes Zitat dieses Dossiers mit seiner Quelle und dem Ergebnis der Prüfung:",
    evidence_columns={
        "statement": "Was dazu zu sagen ist",
        "work": "Quelle",
        "words": "Zitierte Wörter",
        "verdict": "Befund",
        "checked": "Überprüft am",
    },
    evidence_states={"found": "gefunden", "unchecked": "nicht überprüft"},
    llms_intro="Dossiers mit ihren Quellen. Der Text ist jeweils der, den Menschen les"
    "en, mit seinen Fußnoten; was nach der Veröffentlichung geändert wurde, steht am Ende.",
    more="Mehr",
    as_version="seit Version {version}",
    card_stamp="Zeitnachweis",
    stamp={
        "trusted": "Unsere Kopie gab es schon vor {time}: Das sagt ein Zeitstempel von {authority}, für den {root} bürgt, und dem vertraut diese Website.",
        "untrusted": "Dabei ist ein Zeitstempel von {authority}, dessen Wurzel diese Website nach ihren Einstellungen nicht vertraut.",
        "unchecked": "Dabei ist ein Zeitstempel, der nicht geprüft wurde.",
    },
    card_signature="Unterschrift",
    signature={
        "trusted": "{signer} hat das Archiv vor {time} unterschrieben: Das sagt ein Zeitstempel von {authority}, für den {root} bürgt, und dem vertraut diese Website.",
        "untrusted": "Das Archiv trägt eine Unterschrift von {signer} und einen Zeitstempel von {authority}, deren Wurzeln diese Website nach ihren Einstellungen nicht beiden vertraut.",
        "unchecked": "Das Archiv ist unterschrieben, was nicht geprüft wurde.",
        "anonymous": "Das Archiv ist mit einem Schlüssel unterschrieben, der niemanden nennt ({signer}…), und ist, wie es damals war.",
    },
    stamp_note="Kopie gab es spätestens am {date}",
    later_copy="unserer späteren Kopie",
    later_copy_of="unserer Kopie vom {date}",
    source_changed="Diese Quelle hat sich geändert, seit sie zitiert wurde.",
    since_compared="Die hier zitierten Stellen, gesucht in {copy}: {said}.",
    since_counts={
        "stands": ("1 steht unverändert da", "{count} stehen unverändert da"),
        "around": ("1 steht in einem Satz, der anders lautet", "{count} stehen in Sätzen, die anders lauten"),
        "changed": ("1 lautet anders", "{count} lauten anders"),
        "gone": ("1 fehlt", "{count} fehlen"),
    },
    since={
        "stands": "In {copy} steht diese Stelle unverändert",
        "around": "In {copy} stehen diese Worte in einem Satz, der anders lautet",
        "changed": "In {copy} lautet diese Stelle anders",
        "gone": "In {copy} fehlt diese Stelle",
    },
    since_note={
        "around": "der Satz lautet anders in {copy}",
        "changed": "lautet anders in {copy}",
        "gone": "fehlt in {copy}",
    },
    changed_whole=(
        "Die Stelle im ganzen Text, die anders lautet",
        "Alle {count} Stellen im ganzen Text, die anders lauten",
    ),
    taken_out="gestrichen",
    put_in="eingefügt",
)
