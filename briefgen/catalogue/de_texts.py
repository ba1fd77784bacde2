"""German: the texts of several paragraphs, in Markdown."""

ERRATA_POLICY = """- Ein Dossier mit einer verzeichneten Änderung sagt das über seiner ersten Zeile und führt sie am \
Ende auf: das Datum, was es sagte und was es jetzt sagt. Diese Seite führt sie alle auf.
- Eine **Berichtigung** behebt eine falsche Tatsache, eine **Klarstellung** etwas Wahres, das in die Irre führte, eine \
**Aktualisierung** fügt hinzu, was seither bekannt wurde, eine **Rücknahme** zieht eine Aussage oder ein Dossier zurück.
- Ein zurückgezogenes Dossier bleibt an seiner Adresse und sagt, dass es zurückgezogen ist.
- Was niemand verzeichnet hat, kann diese Seite nicht zeigen."""

METHOD = """Die Dossiers dieser Website belegen ihre Quellen in Fußnoten. Was sie zitieren, ist an die Quelle \
gebunden, aus der es stammt.

## Was „überprüft“ heißt { #verified }

Von einer Quelle, die wir zitieren, bewahren wir, wo wir können, eine **Kopie** auf: das Dokument, wie wir \
es erhalten haben, festgehalten durch ihren SHA-256-Wert. Bei jedem Bau der Website wird jedes Zitat, das an eine solche \
Quelle gebunden ist, in der Kopie nachgeschlagen, **Buchstabe für Buchstabe**. Ein Dossier mit einem Zitat, das dort nicht \
steht, wird nicht veröffentlicht.

Übergangen werden nur Unterschiede der Darstellung: Zeilenumbrüche und Leerzeichen, die Form von Anführungszeichen, \
Strichen und verbundenen Buchstaben, Trennstriche am Zeilenende, ein Komma oder Punkt auf der anderen Seite eines \
schließenden Zeichens und Punkte, ohne die Leser des Arabischen, Hebräischen und Russischen auskommen. Groß- und \
Kleinschreibung, Akzente, Zahlen und jedes Wort müssen gleich sein. `[…]` bezeichnet eine Auslassung; Worte und \
Buchstaben in `[` `]` sind unsere, und ein Buchstabe dort kann vorher groß oder klein gewesen sein.

„Überprüft“ heißt: Diese Worte stehen in dieser Kopie. Es heißt **nicht**, dass sie wahr sind, dass sie gerecht \
ausgewählt sind oder dass die Kopie echt ist.

## Was die Zeichen sagen { #signs }

✓ hinter zitierten Worten
:   Sie wurden in unserer Kopie der Quelle gefunden. Das Zeichen führt zu der Stelle.

○ und eine punktierte Linie
:   Sie wurden **nicht überprüft**, weil wir keine Kopie der Quelle haben. Das Zeichen führt zur Seite der Quelle.

keines von beiden
:   Worte in Anführungszeichen ohne Zeichen sind unsere eigenen, unsere Übersetzung von Worten, die in der Fußnote stehen, \
oder keiner Quelle zugeordnet. Sie wurden nicht überprüft.

Die ersten Zeilen jedes Dossiers zählen, was gefunden und was nicht überprüft wurde; sein Abschnitt „Wie dies geprüft \
wurde“ nennt die Quellen ohne Kopie und die Gründe, die wir für Schnitte und Auslassungen angeben.

## Was zu Aussagen gesagt wird { #statements }

Eine Fußnote sagt auch, welche Zahlen, Daten und Namen ihres Satzes **in unserer Kopie gefunden** wurden, so wie sie hier \
stehen oder in anderer Form (*5.000* ist *fünftausend*), und welche **nicht gefunden** wurden. Was unsere Kopie nur zum Teil \
hat, etwa einen Tag ohne sein Jahr, wird als solches genannt. Eine Aussage **wurde nicht verglichen**, wenn sie keine Zahl, \
kein Datum und keinen Namen hat, bei denen unsere Prüfung sicher ist, und **nicht überprüft**, wenn wir keine ganze Kopie \
haben oder die Prüfung eine Sprache nicht kennt.

Gefundene Zahlen heißen **nicht**, dass der Satz wahr ist: Sie können dort stehen und zu etwas anderem gehören, und nichts \
außer ihnen wurde verglichen. Wo ein Dossier sagt, dass eine Quelle ein Wort nicht erwähnt, sagt die Fußnote, in wie vielen \
Wörtern unserer Kopie es und seine Formen gesucht wurden; andere Wörter für dasselbe wurden nicht gesucht.

## Wessen Worte { #words }

Zitierte Worte tragen die Sprache, in der sie geschrieben wurden. Eine Übersetzung neben einem Zitat ist unsere, wenn \
sie nichts anderes sagt. Links innerhalb eines Zitats sind unsere Markierungen: Sie führen zu dem, was zu den markierten \
Worten zu sagen ist."""

CORRECTIONS_INTRO = "Stellen der untersuchten Berichte, die nicht stimmen, und was richtig ist. Ein Fehler ist kein Beweis für eine Absicht. Unsere eigenen Fehler stehen unter [Errata]({errata})."

VERIFIED_MEANS = "„Überprüft“ heißt: Diese Worte stehen in dieser Kopie. Es heißt nicht, dass sie wahr sind, dass sie gerecht ausgewählt sind oder dass die Kopie echt ist."

DRAFT_NOTICE = "Dies ist ein Entwurf: Er ist nicht veröffentlicht und kann falsch sein. Bitte verlinken und zitieren Sie ihn nicht."

WITHDRAWN_NOTICE = "Dieses Dossier ist zurückgezogen. Es bleibt hier, damit Verweise nicht ins Leere führen; bitte verlassen Sie sich nicht darauf."

PASSAGES_NOT_CHECKED = "Wir haben keine Kopie dieser Quelle, darum wurden diese Worte nicht nachgeschlagen. Sie stehen hier, wie die Dossiers sie haben."

SEARCH_HINT = (
    "Findet andere Formen eines Wortes, Teile zusammengesetzter Wörter und alle Sprachen dieser Website. "
    "„Wörter in Anführungszeichen“ werden so gesucht, wie sie dastehen."
)

NOT_FOUND = (
    "Vielleicht ist die Adresse verschrieben, oder die Seite wurde nie veröffentlicht "
    "oder hat jetzt eine andere Adresse."
)

CHART_MOST = {
    "month": "{what}, höchstens {count} in einem Monat",
    "year": "{what}, höchstens {count} in einem Jahr",
    "decade": "{what}, höchstens {count} in einem Jahrzehnt",
}
