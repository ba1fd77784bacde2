"""German: what of a sentence was compared."""

from briefgen.catalogue.compared_words import ComparedWords
from briefgen.model.compared import NotCompared

COMPARED = ComparedWords(
    found=(
        "In unserer Kopie, in dieser oder anderer Form: {items}.",
        "In unseren Kopien, in dieser oder anderer Form: {items}.",
    ),
    given="In unseren Angaben zur Quelle: {items}.",
    partly=(
        "In unserer Kopie oder unseren Angaben nur zum Teil oder nicht wörtlich: {items}.",
        "In unseren Kopien oder Angaben nur zum Teil oder nicht wörtlich: {items}.",
    ),
    missing=("In unserer Kopie nicht gefunden: {items}.", "In unseren Kopien nicht gefunden: {items}."),
    rest="Sonst wurde an der Aussage nichts verglichen.",
    nothing="Die Aussage wurde nicht mit unserer Kopie verglichen.",
    why={
        NotCompared.NO_CAPTURE: (
            "Die Aussage wurde nicht überprüft: Wir haben keine Kopie.",
            "Die Aussage wurde nicht überprüft: Wir haben nicht von jeder Quelle eine Kopie.",
        ),
        NotCompared.NOT_WHOLE: (
            "Die Aussage wurde nicht überprüft: Wir haben keine ganze Kopie.",
            "Die Aussage wurde nicht überprüft: Wir haben nicht von jeder Quelle eine ganze Kopie.",
        ),
        NotCompared.LANGUAGE: (
            "Die Aussage wurde nicht überprüft: Unsere Prüfung kennt ihre Sprache nicht oder nicht die der Kopie.",
            "Die Aussage wurde nicht überprüft: Unsere Prüfung kennt ihre Sprache nicht oder nicht die einer Kopie.",
        ),
    },
    absent="„{words}“ steht nirgends in unserer Kopie, in keiner Form: Alle {count} Wörter wurden durchsucht.",
    present="„{words}“ steht in unserer Kopie.",
    absent_not_searched="Ob „{words}“ dort steht, wurde nicht überprüft: Wir haben keine ganze Kopie.",
)
