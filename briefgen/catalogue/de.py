"""German."""

from briefgen.catalogue.theme_words import ThemeWords
from briefgen.catalogue.words import Words
from briefgen.model.brief import ErratumKind, Status
from briefgen.model.capture import UrlStatus
from briefgen.model.finding import FindingVerdict

DE = Words(
    language="de",
    theme=ThemeWords(
        permalink="Link zu dieser Stelle",
        back_to_text="Zurück zu Fußnote {number} im Text",
        close="Schließen",
        search="Suche",
        search_hint="Findet andere Formen eines Wortes, Teile zusammengesetzter Wörter und alle Sprachen dieser Website. "
        "„Wörter in Anführungszeichen“ werden so gesucht, wie sie dastehen.",
        search_keys_move="wählen",
        search_keys_open="öffnen",
        search_keys_close="schließen",
        search_keys_enter="Eingabe",
        search_loading="Suche läuft …",
        search_one="1 Treffer",
        search_many="{count} Treffer",
        search_more="Weitere Treffer",
        search_none="Nichts gefunden für „{query}“.",
        search_none_filtered="Zu diesen Filtern passt nichts.",
        search_drop="Ohne Filter suchen",
        search_failed="Die Suche konnte nicht geladen werden. Besteht eine Verbindung zum Netz?",
        search_again="Noch einmal versuchen",
        search_filters="Filter",
        search_remove="Filter {filter} entfernen",
        search_any="Alle",
        search_kind="Art",
        search_lang="Sprache",
        search_topic="Thema",
        search_year="Jahr",
        search_verdict="Urteil",
        search_work="Führt die Quelle an",
        search_citing="Dossiers, die sie anführen",
        search_kind_brief="Dossier",
        search_kind_footnotes="Fußnote",
        search_kind_work="Quelle",
        search_kind_passages="Zitierte Stelle",
        search_kind_page="Seite",
    ),
    quotation_marks=("„", "“"),
    status={Status.DRAFT: "Entwurf", Status.PUBLISHED: "Veröffentlicht", Status.WITHDRAWN: "Zurückgezogen"},
    corrected="Berichtigt",
    version="Fassung {version}",
    updated="geändert am {date}",
    reading_time="{minutes} Min. Lesezeit",
    read_in="Auch auf",
    topics="Themen",
    withdrawn_notice="Dieses Dossier ist zurückgezogen. Es bleibt hier, damit Verweise nicht ins Leere führen; bitte "
    "verlassen Sie sich nicht darauf.",
    erratum_notice="{kind} vom {date}: Diese Fassung weicht von einer früheren ab.",
    erratum_link="Was sich geändert hat",
    erratum_kind={
        ErratumKind.CORRECTION: "Berichtigung",
        ErratumKind.CLARIFICATION: "Klarstellung",
        ErratumKind.UPDATE: "Aktualisierung",
        ErratumKind.RETRACTION: "Rücknahme",
    },
    box_kind={
        "keypoints": "Das Wichtigste",
        "context": "Hintergrund",
        "translation": "Übersetzung",
        "correction": "Richtigstellung",
        "claim": "Befund",
        "note": "Anmerkung",
    },
    as_of="Stand: {date}",
    our_translation="Unsere Übersetzung",
    translation_of="Übersetzung: {work}",
    marked_at="Anmerkung zu diesen Worten",
    work_examined="Das untersuchte Werk",
    works_examined="Die untersuchten Werke",
    card_outlet="Erschienen bei",
    card_title="Titel",
    card_author="Verfasser",
    card_date="Datum",
    card_language="Sprache",
    card_obtained="Woher wir es haben",
    card_captured="Gesichert am",
    card_hash="SHA-256 der Sicherung",
    card_link="Link",
    card_archive="Archivkopie",
    card_archive_link="Archivkopie öffnen",
    card_text="Text",
    text_by={
        "hand": "von Hand aus der Sicherung abgeschrieben",
        "ocr": "maschinell aus der Sicherung gelesen (OCR)",
        "extraction": "von einem Programm der Sicherung entnommen",
    },
    truncated="Die Sicherung ist nicht das ganze Werk.",
    no_author="nicht genannt",
    url_status={
        UrlStatus.LIVE: "bei der Sicherung erreichbar",
        UrlStatus.DEAD: "nicht mehr erreichbar",
        UrlStatus.DELETED: "vom Herausgeber gelöscht",
        UrlStatus.UNFIT: "führt heute zu etwas anderem",
        UrlStatus.MISSING: "fehlt",
    },
    link_missing_because="Kein Link: Der Text endet mit dem bloßen Wort {line}",
    link_missing="Ein Link ist nicht bekannt",
    details_of_work="Alles zu dieser Quelle",
    what_is_wrong="Was im Werk nicht stimmt",
    as_printed="Wie gedruckt",
    what_is_right="Was richtig ist",
    evidence="Beleg",
    verdict="Urteil",
    to_the_box="mehr",
    verdicts={
        FindingVerdict.FALSE: "Falsch",
        FindingVerdict.MISLEADING: "Irreführend",
        FindingVerdict.IMPRECISE: "Ungenau",
        FindingVerdict.OUT_OF_CONTEXT: "Aus dem Zusammenhang",
        FindingVerdict.UNVERIFIABLE: "Nicht überprüfbar",
        FindingVerdict.LOADED: "Wertende Sprache",
        FindingVerdict.CORRECT: "Zutreffend",
    },
    verdict_meanings={
        FindingVerdict.FALSE: "Die Stelle behauptet etwas, dem die Belege widersprechen.",
        FindingVerdict.MISLEADING: "Jedes Wort mag stimmen, doch die Stelle führt zu einem falschen Schluss.",
        FindingVerdict.IMPRECISE: "Die Stelle stimmt im Kern und ist in einer wichtigen Einzelheit falsch oder zu vage.",
        FindingVerdict.OUT_OF_CONTEXT: "Die Stelle trifft zu, aber auf etwas anderes als das, wovon sie spricht.",
        FindingVerdict.UNVERIFIABLE: "Nichts, was wir gefunden haben, bestätigt oder widerlegt die Stelle, oder sie nennt "
        "niemanden, der es könnte.",
        FindingVerdict.LOADED: "Die Stelle urteilt durch ihre Wortwahl, statt zu sagen, wer urteilt und warum.",
        FindingVerdict.CORRECT: "Die Belege stützen die Stelle.",
    },
    no_intent="Ein Fehler ist kein Beweis für eine Absicht.",
    footnotes="Fußnoten",
    quoted="Zitiert",
    found_in_capture="in der Sicherung überprüft",
    found_short="Diese Worte stehen in unserer Sicherung der Quelle",
    not_checked="nicht überprüft: keine Sicherung",
    locators={
        "page": ("S.", "S."),
        "chapter": ("Kap.", "Kap."),
        "section": ("Abschn.", "Abschn."),
        "paragraph": ("Abs.", "Abs."),
        "margin": ("Rn.", "Rn."),
        "article": ("Art.", "Art."),
        "volume": ("Bd.", "Bde."),
        "issue": ("Nr.", "Nr."),
        "column": ("Sp.", "Sp."),
        "line": ("Z.", "Z."),
        "verse": ("V.", "V."),
        "figure": ("Abb.", "Abb."),
        "table": ("Tab.", "Tab."),
        "appendix": ("Anh.", "Anh."),
        "note": ("Anm.", "Anm."),
        "folio": ("Bl.", "Bl."),
        "part": ("Teil", "Teile"),
        "book": ("Buch", "Bücher"),
        "timestamp": ("bei", "bei"),
    },
    sources="Quellen",
    sources_intro="Alles, was die Dossiers dieser Website anführen, mit den daraus zitierten Stellen.",
    captured="gesichert",
    not_captured="keine Sicherung",
    passages_quoted="{count} zitiert",
    how_checked="Wie dies geprüft wurde",
    checked_all="**{verified} von {checkable}** Zitaten, die nachgeschlagen werden konnten, wurden Buchstabe für "
    "Buchstabe in ihren Sicherungen gefunden.",
    checked_last="Zuletzt überprüft am {date}.",
    checked_unchecked="Nicht geprüft, weil wir keine Sicherung ihrer Quelle haben: {count}.",
    checked_unbound="In Anführungszeichen und keiner Quelle zugeordnet: {count}.",
    checked_none="Dieses Dossier zitiert keine Quelle, von der wir eine Sicherung haben.",
    check_version="briefgen {version}, Faltung {fold}",
    verified_means="„Überprüft“ heißt: Diese Worte stehen in dieser Sicherung. Es heißt nicht, dass sie wahr sind, dass "
    "sie gerecht ausgewählt sind oder dass die Sicherung echt ist.",
    more_on_method="Wie wir arbeiten",
    cite="Dieses Dossier zitieren",
    license="Lizenz: {license}. Zitierte Worte bleiben Eigentum ihrer Urheber.",
    report_error="Einen Fehler melden",
    report_text="Stimmt hier etwas nicht? Bitte sagen Sie es uns; wir berichtigen offen.",
    report_link="Einen Fehler in diesem Dossier melden",
    report_subject="Fehler in „{title}“, Fassung {version}",
    errata="Errata und Fassungen",
    errata_none="Seit der Veröffentlichung wurde nichts geändert.",
    first_published="Erstmals veröffentlicht",
    was="Vorher",
    now="Jetzt",
    passages="Zitierte Stellen",
    passages_intro="Jede Stelle steht in ihrem Satz, so wie er in der Sicherung steht.",
    no_passages="Aus dieser Quelle werden keine Worte zitiert.",
    quoted_in="Zitiert in",
    cited_in="Angeführt in",
    note_on_work="Anmerkung",
    not_shown="Die Worte werden hier nicht gezeigt.",
    full_text="Voller Text der Sicherung",
    briefs="Dossiers",
    briefs_intro="Alle veröffentlichten Dossiers, das neueste zuerst.",
    no_briefs="Noch ist nichts veröffentlicht.",
    corrections="Richtigstellungen",
    corrections_intro="Stellen der untersuchten Werke, die nicht stimmen, und was richtig ist. Ein Fehler ist kein Beweis "
    "für eine Absicht. Unsere eigenen Fehler stehen unter [Errata]({errata}).",
    no_corrections="Noch keine Richtigstellungen.",
    errata_title="Errata",
    no_errata="Noch wurde nichts berichtigt.",
    errata_intro="Jede Änderung an einem veröffentlichten Dossier, die seinen Inhalt ändert.",
    errata_policy="Wie wir uns berichtigen",
    errata_policy_text="""- Wir berichtigen Fehler, sobald wir von ihnen wissen, sagen, was falsch war und was richtig ist, \
und bewahren das Datum.
- Ein berichtigtes Dossier sagt das über seiner ersten Zeile und führt am Ende jede Änderung auf: was es sagte und \
was es jetzt sagt.
- Eine **Berichtigung** behebt eine falsche Tatsache, eine **Klarstellung** etwas Wahres, das in die Irre führte, eine \
**Aktualisierung** fügt hinzu, was seither bekannt wurde, eine **Rücknahme** zieht eine Aussage oder ein Dossier zurück.
- Rechtschreibung und Gestaltung werden ohne Hinweis verbessert. Sonst nichts.
- Nichts wird gelöscht: Ein zurückgezogenes Dossier behält seine Adresse und sagt, dass es zurückgezogen ist.""",
    method="Methode",
    method_text="""Jedes Dossier dieser Website belegt seine Quellen in Fußnoten, und jedes Zitat ist an das Werk gebunden, \
aus dem es stammt.

## Was „überprüft“ heißt { #verified }

Von einem Werk, das wir zitieren, bewahren wir, wo wir können, eine **Sicherung** auf: das Dokument genau so, wie wir \
es erhalten haben, festgehalten durch seinen SHA-256-Wert. Bei jedem Bau der Website wird jedes Zitat in der Sicherung \
nachgeschlagen, **Buchstabe für Buchstabe**. Ein Dossier mit einem Zitat, das dort nicht steht, wird nicht \
veröffentlicht.

Übergangen werden nur Unterschiede der Darstellung: Zeilenumbrüche und Leerzeichen, die Form von Anführungszeichen und \
Strichen, weiche Trennstriche, Ligaturen. Groß- und Kleinschreibung, Akzente, Zahlen und jedes Wort müssen gleich sein. \
`[…]` bezeichnet eine Auslassung, `[Worte]` in Klammern sind unsere.

„Überprüft“ heißt: Diese Worte stehen in dieser Sicherung. Es heißt **nicht**, dass sie wahr sind, dass sie gerecht \
ausgewählt sind oder dass die Sicherung echt ist. Ein Zitat aus einem Werk ohne Sicherung gilt als *nicht überprüft* und \
wird nie mitgezählt.

## Wessen Worte { #words }

Zitierte Worte tragen die Sprache, in der sie geschrieben wurden. Eine Übersetzung neben einem Zitat ist unsere, wenn \
sie nichts anderes sagt. Links innerhalb eines Zitats sind unsere Markierungen: Sie führen zu dem, was zu den markierten \
Worten zu sagen ist.""",
    verdict_legend="Urteile",
)
