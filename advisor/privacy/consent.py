"""What clients are told (Art. 13 GDPR) and sign (Art. 6, 9 GDPR), in plain German, with gaps for the office."""

from __future__ import annotations

from advisor.accounts.models import Office
from advisor.lifecycle.wastebin import UNDO_DAYS
from advisor.privacy import recipients, retention
from advisor.privacy.classification import WORDS, Category, special_facts
from advisor.privacy.head import reservation
from advisor.privacy.parts import UNVERIFIED, Bullets, Paragraph, Section, blank
from advisor.web.operator import Operator

_BOX = "☐"


def consent(office: Office) -> tuple[Section, ...]:
    """Information and consent for the clients of one office."""
    return (
        _who(office),
        _what_for(),
        _which(),
        _who_sees(),
        _how_long(office),
        _rights(),
        _free(),
        _consent(office),
        _withdrawn(office),
        _before_use(),
        reservation(),
    )


def _who(office: Office) -> Section:
    operator = Operator.from_settings()
    return Section(
        "Wer ist verantwortlich?",
        (
            Paragraph(f"Verantwortlich für Ihre Daten ist: {office.name}, {blank('Anschrift, Telefon, E-Mail')}."),
            Paragraph(f"Fragen zum Datenschutz beantwortet: {blank('Datenschutzbeauftragte, Kontakt')}."),
            Paragraph(f"Den Computer mit dem Programm betreibt: {operator.name or blank('Betreiber')}."),
        ),
        "Art. 13 Abs. 1 Buchst. a, b DSGVO",
    )


def _what_for() -> Section:
    return Section(
        "Wozu brauchen wir Ihre Daten?",
        (
            Paragraph(
                "Wir möchten mit Ihnen prüfen, ob Sie eine Aufenthaltserlaubnis aus humanitären Gründen bekommen "
                "können. Dazu stellen wir Fragen. Ihre Antworten schreiben wir in ein Programm. Das Programm heißt "
                "Wegweiser. Es vergleicht die Antworten mit dem Gesetz und zeigt auch Fristen."
            ),
            Paragraph(
                "Das Programm entscheidet nichts. Ein Mensch prüft jedes Ergebnis. Behörden haben keinen "
                "Zugang zum Programm."
            ),
            Paragraph(
                "Erlaubt ist das, wenn Sie einwilligen (Art. 6 Abs. 1 Buchst. a und Art. 9 Abs. 2 Buchst. a DSGVO). "
                f"Für Angaben über Straftaten gilt außerdem Art. 10 DSGVO: {blank('Rechtsgrundlage')} {UNVERIFIED}."
            ),
        ),
        "Art. 13 Abs. 1 Buchst. c, Abs. 2 Buchst. f DSGVO",
    )


def _which() -> Section:
    asked = [category for category in Category if special_facts(category)]
    return Section(
        "Welche Daten sind das?",
        (
            Paragraph(
                "Wir fragen zum Beispiel, seit wann Sie in Deutschland sind, welches Papier Sie haben und wer zu "
                "Ihrer Familie gehört. Manche Fragen sind sehr persönlich. Das Gesetz schützt diese Angaben "
                "besonders. Dazu gehören:"
            ),
            Bullets(tuple(f"{WORDS[category].easy} ({WORDS[category].cite})" for category in asked)),
            Paragraph(
                "Ihren Namen brauchen wir im Programm nicht. Wir benutzen ein Aktenzeichen. "
                f"{blank('wo die Stelle Namen und Aktenzeichen zusammen aufbewahrt')}"
            ),
            Paragraph("Erzählen Sie uns von anderen Menschen nur, was für Ihre Beratung wichtig ist."),
        ),
        "Art. 9 Abs. 1, Art. 10 DSGVO",
    )


def _who_sees() -> Section:
    return Section(
        "Wer kann Ihre Daten sehen?",
        (
            Paragraph(
                "In unserer Stelle sehen Ihre Antworten nur Menschen, die dafür zuständig sind. Je nach Aufgabe sind "
                "das:"
            ),
            Bullets(recipients.readers()),
            Paragraph(
                "Ehrenamtliche sehen nur fertige Memos, die für sie freigegeben sind. Andere Beratende der Stelle "
                "können Ihren Fall nur öffnen, wenn sie einen Grund angeben. Das Programm schreibt auf, wer Ihren "
                "Fall wann geöffnet hat."
            ),
            Paragraph(
                "Ohne Sie zu fragen, geben wir nichts an die Ausländerbehörde, an die Polizei, an Ihr Herkunftsland "
                "oder an andere weiter, außer ein Gesetz zwingt uns dazu. Das Programm schickt nichts ins Ausland. "
                f"{blank('wer sonst etwas bekommt, zum Beispiel wer den Server betreibt')}"
            ),
            Paragraph(
                "Die Daten liegen verschlüsselt auf dem Server. Ganz sicher ist kein Computer: Wer den laufenden "
                "Server beherrscht, könnte sie lesen."
            ),
        ),
        "Art. 13 Abs. 1 Buchst. e, f DSGVO",
    )


def _how_long(office: Office) -> Section:
    return Section(
        "Wie lange bleiben die Daten?",
        (
            retention.periods(office),
            Paragraph(
                f"Danach liegt Ihr Fall noch {UNDO_DAYS} Tage im Papierkorb. Dann wird er gelöscht. Wenn noch etwas "
                "offen ist, zum Beispiel eine Frist, löschen wir später. Was bleibt: dass es einen Fall gab und wer "
                "wann damit gearbeitet hat, ohne Ihre Antworten."
            ),
        ),
        "Art. 13 Abs. 2 Buchst. a DSGVO",
    )


def _rights() -> Section:
    return Section(
        "Welche Rechte haben Sie?",
        (
            Bullets(
                (
                    "Sie können fragen, was wir über Sie gespeichert haben, und eine Kopie bekommen (Art. 15 DSGVO).",
                    "Sie können falsche Daten berichtigen lassen (Art. 16 DSGVO).",
                    "Sie können verlangen, dass wir Daten löschen (Art. 17 DSGVO) oder nicht weiter benutzen (Art. "
                    "18 DSGVO).",
                    "Sie können Ihre Daten als Datei mitnehmen (Art. 20 DSGVO).",
                    "Sie können Ihre Einwilligung jederzeit zurücknehmen. Das gilt ab dann, nicht für die Zeit davor "
                    "(Art. 7 Abs. 3 DSGVO).",
                    f"Sie können sich beschweren: {blank('Datenschutzaufsicht des Landes, Anschrift')} (Art. 77 "
                    "DSGVO).",
                )
            ),
        ),
        "Art. 13 Abs. 2 Buchst. b, c, d DSGVO",
    )


def _free() -> Section:
    return Section(
        "Müssen Sie einwilligen?",
        (
            Paragraph(
                "Nein. Es ist freiwillig. Wenn Sie Nein sagen, haben Sie davon bei Behörden keinen Nachteil. Sie "
                "müssen auch nicht jede Frage beantworten: Sie können jede einzelne offen lassen."
            ),
            Paragraph(
                "Ehrlich gesagt: Was wir nicht wissen, können wir nicht prüfen. Ohne Angaben zur Gesundheit können "
                "wir zum Beispiel einen Weg nicht beurteilen, der an einer Krankheit hängt. Alle anderen Wege prüfen "
                "wir trotzdem."
            ),
            Paragraph(
                "Auch ohne das Programm beraten wir Sie: "
                f"{blank('wie, zum Beispiel mündlich oder auf Papier; ob das geht')}"
            ),
        ),
        "Art. 7 Abs. 4, Art. 13 Abs. 2 Buchst. e DSGVO",
    )


def _consent(office: Office) -> Section:
    special = [category for category in Category if special_facts(category)]
    return Section(
        "Einwilligung",
        (
            Paragraph(
                f"Ich bin einverstanden, dass {office.name} meine Antworten für meine Beratung im Programm Wegweiser "
                "speichert und benutzt:"
            ),
            Bullets((f"{_BOX} meine Antworten, die das Gesetz nicht besonders schützt",)),
            Paragraph("Ausdrücklich einverstanden bin ich auch mit Angaben über (nur ankreuzen, was Sie möchten):"),
            Bullets(tuple(f"{_BOX} {WORDS[category].easy}" for category in special)),
            Paragraph(
                "Man hat mir alles in einer Sprache erklärt, die ich verstehe. Ich habe dieses Blatt bekommen. Ich "
                "kann meine Einwilligung jederzeit zurücknehmen."
            ),
            Paragraph(f"Aktenzeichen: {blank()} · Sprache, Dolmetscherin oder Dolmetscher: {blank()}"),
            Paragraph("Ort, Datum, Unterschrift: ______________________________________"),
            Paragraph(
                "Für Kinder und für Menschen mit rechtlicher Betreuung, Unterschrift der Vertretung: "
                "____________________________"
            ),
        ),
        "Art. 6 Abs. 1 Buchst. a, Art. 7, Art. 9 Abs. 2 Buchst. a DSGVO",
    )


def _withdrawn(office: Office) -> Section:
    return Section(
        "Einwilligung zurücknehmen",
        (
            Paragraph(
                f"Es genügt, wenn Sie es uns sagen oder schreiben: {office.name}, {blank('Kontakt')}. Sie müssen "
                "keinen Grund nennen. Wir löschen dann Ihre Daten, soweit wir sie nicht aus einem anderen Grund "
                "behalten müssen oder dürfen."
            ),
            Paragraph("Ich nehme meine Einwilligung zurück. Datum, Unterschrift: ______________________________"),
        ),
        "Art. 7 Abs. 3, Art. 17 Abs. 1 Buchst. b DSGVO",
    )


def _before_use() -> Section:
    return Section(
        "Für die Stelle, vor dem Gebrauch abtrennen",
        (
            Bullets(
                (
                    "Die Einwilligung muss die Stelle nachweisen können (Art. 7 Abs. 1 DSGVO): Blatt aufbewahren, "
                    "getrennt vom Fall.",
                    f"Übersetzungen und Vorlesen: {blank('in welche Sprachen')}",
                    "Eine Einwilligung ist nur freiwillig, wenn es wirklich anders geht. Sagen Sie nichts zu, was "
                    "Ihre Stelle nicht hält.",
                    "Für jede angekreuzte Kategorie einzeln: Ist sie nicht angekreuzt, stellen Sie die Fragen dazu "
                    "nicht. Welche das sind, steht im Entwurf der Folgenabschätzung. Das Programm sperrt sie nicht.",
                )
            ),
        ),
    )
