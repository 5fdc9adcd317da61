"""The draft of a data-protection impact assessment (Art. 35 GDPR), made from the questions and the rules they serve."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.accounts.models import Office
from advisor.cases.sections import ALL_SECTIONS, NUMBERS
from advisor.privacy import recipients, retention, risks
from advisor.privacy.classification import WORDS, Category, classified, special_facts
from advisor.privacy.head import reservation, responsible
from advisor.privacy.measures import LIMITS, Aim, table
from advisor.privacy.necessity import needs_of
from advisor.privacy.parts import UNVERIFIED, Bullets, Paragraph, Section, Table, blank
from pathways.engine.facts import Fact
from pathways.engine.fingerprint import law_version
from pathways.law import LAW


def impact(office: Office) -> tuple[Section, ...]:
    """The draft for one office."""
    return (
        reservation(),
        responsible(office, "Art. 4 Nr. 7, Art. 35 Abs. 1 DSGVO"),
        _whether(),
        _description(),
        _kinds(),
        *_questions(),
        _unread(),
        _proportion(office),
        Section("Risiken für die Betroffenen", (risks.table(),), "Art. 35 Abs. 7 Buchst. c, d DSGVO"),
        *(Section(f"Maßnahmen: {aim.value}", (table(aim),), "Art. 35 Abs. 7 Buchst. d DSGVO") for aim in Aim),
        Section("Wogegen das Programm nicht schützt", (Bullets(LIMITS),)),
        _open(),
    )


def _whether() -> Section:
    return Section(
        "Ob eine Folgenabschätzung nötig ist",
        (
            Paragraph(
                "Fast jeder Fall enthält Daten nach Art. 9 oder Art. 10 DSGVO, oft von Menschen, die sich schlecht "
                "wehren können. Werden sie umfangreich verarbeitet, ist eine Folgenabschätzung Pflicht (Art. 35 Abs. "
                "3 Buchst. b DSGVO). Ob eine einzelne Beratungsstelle das tut, hängt von ihrer Größe ab "
                "(Erwägungsgrund 91). Wir schlagen vor, sie in jedem Fall zu machen."
            ),
            Bullets(
                (
                    f"Zahl der Fälle im Jahr und der Beratenden: {blank()}",
                    f"Liste der Aufsichtsbehörde nach Art. 35 Abs. 4 DSGVO geprüft: {blank('Ergebnis')}",
                    f"Entscheidung: {blank('nötig oder nicht, mit Begründung und Datum')}",
                    "Ist sie nötig, muss unabhängig von der Zahl der Beschäftigten eine Datenschutzbeauftragte oder "
                    "ein Datenschutzbeauftragter benannt werden (§ 38 Abs. 1 S. 2 BDSG; ob die Vorschrift noch so "
                    f"gilt: {UNVERIFIED}).",
                )
            ),
        ),
        "Art. 35 Abs. 1, 3 DSGVO",
    )


def _description() -> Section:
    return Section(
        "Was geschieht",
        (
            Paragraph(
                "Eine Beraterin oder ein Berater stellt die Fragen und trägt die Antworten ein. Das Programm "
                f"vergleicht sie mit den Voraussetzungen von {len(LAW.pathways)} humanitären Aufenthaltstiteln und "
                "zeigt zu jedem, was erfüllt, offen oder nicht erfüllt ist, mit Norm. Dazu Fristen und andere Wege. "
                "Daraus entsteht auf Wunsch ein Memo für die Akte. Es gibt kein lernendes System, keine Bewertung "
                "der Person und keine automatische Entscheidung (Art. 22 DSGVO): Offene Rechtsbegriffe beurteilt ein "
                "Mensch."
            ),
            Paragraph(
                f"Fassung der Fragen und Regeln: {law_version(LAW)}. Ändert sie sich, ist dieser Entwurf zu prüfen."
            ),
            Bullets(tuple(str(pathway.cite) + ": " + pathway.title for pathway in LAW.pathways)),
            recipients.roles(),
        ),
        "Art. 35 Abs. 7 Buchst. a DSGVO",
    )


def _kinds() -> Section:
    classes = classified()
    rows = []
    for category in Category:
        asked = sum(category in entry.asks for entry in classes.values())
        total = len(special_facts(category))
        rows.append((WORDS[category].name, WORDS[category].cite, str(asked), str(total - asked)))
    special = sum(entry.is_special for entry in classes.values())
    others = sum(entry.others for entry in classes.values())
    return Section(
        "Besondere Kategorien",
        (
            Paragraph(
                f"{special} von {len(classes)} Fragen berühren besondere Kategorien, {others} sagen auch etwas über "
                "andere Personen. Die Einordnung ist unsere und im Zweifel streng: Es zählt auch, was sich aus einer "
                "Antwort schließen lässt (so zur sexuellen Orientierung EuGH, Urteil vom 1.8.2022 – C-184/20). Ob "
                f"Art. 10 DSGVO auch Angaben über Opfer von Straftaten erfasst, ist nicht geklärt {UNVERIFIED}; wir "
                "zählen sie mit."
            ),
            Table(
                "Besondere Kategorien und wie viele Fragen sie berühren",
                ("Kategorie", "Norm", "Danach wird gefragt", "Lässt sich erschließen"),
                tuple(rows),
            ),
            Paragraph(
                "Nicht gefragt wird nach Gewerkschaftszugehörigkeit, genetischen und biometrischen Daten (Art. 9 "
                "Abs. 1 DSGVO). In freien Notizen kann trotzdem alles stehen."
            ),
        ),
        "Art. 9, 10 DSGVO",
    )


def _questions() -> Iterator[Section]:
    for section in ALL_SECTIONS:
        rows = tuple(_question(fact) for fact in section.facts)
        heads = ("Frage", "Kategorie", "Wozu die Antwort dient")
        yield Section(
            f"Fragen {section.id}: {section.title}",
            (Table(f"Fragen zu {section.title}", heads, rows),),
            "Notwendigkeit, Art. 5 Abs. 1 Buchst. c, Art. 35 Abs. 7 Buchst. b DSGVO",
        )


def _question(fact: Fact) -> tuple[str | tuple[str, ...], ...]:
    needs = needs_of()[fact.id]
    decides = tuple(f"entscheidet: {need}" for need in needs if need.decides)
    weighs = tuple(f"dient auch: {need}" for need in needs if not need.decides)
    nothing = (f"Keine Regel liest diese Antwort. {blank('warum sie trotzdem nötig ist, oder nicht stellen')}",)
    return ((f"{NUMBERS[fact.id]} {fact.label}", fact.ask), _categories(fact), (*decides, *weighs) or nothing)


def _categories(fact: Fact) -> tuple[str, ...]:
    entry = classified()[fact.id]
    found = [f"BESONDERS: {WORDS[category].name}" for category in entry.asks]
    found += [f"erschließbar: {WORDS[category].name}" for category in entry.reveals]
    if not found:
        found.append("gewöhnlich")
    if entry.others:
        found.append("auch über andere")
    if fact.sensitive:
        found.append("heikel, wird behutsam gefragt")
    return tuple(found)


def _unread() -> Section:
    unread = [fact for fact in LAW.facts if not needs_of()[fact.id]]
    named = Bullets(tuple(f"{NUMBERS[fact.id]} {fact.label}" for fact in unread))
    found = Paragraph(
        "Diese Fragen liest keine Regel; sie stehen nur im Memo. Der Träger muss entscheiden, ob sie nötig sind."
        if unread
        else "Jede Frage wird von mindestens einer Regel gelesen."
    )
    return Section("Fragen ohne Regel", (found, named) if unread else (found,), "Art. 5 Abs. 1 Buchst. c DSGVO")


def _proportion(office: Office) -> Section:
    return Section(
        "Notwendigkeit und Verhältnismäßigkeit",
        (
            Bullets(
                (
                    "Jede Frage ist oben mit den Voraussetzungen verbunden, die sie braucht. Gestellt wird sie erst, "
                    "wenn frühere Antworten es nötig machen; jede darf offen bleiben.",
                    f"Rechtsgrundlage Art. 6, 9 DSGVO: Einwilligung vorgeschlagen. {blank('Entscheidung')}",
                    "Rechtsgrundlage für Daten nach Art. 10 DSGVO: offen, siehe Verzeichnis der "
                    f"Verarbeitungstätigkeiten. {blank('Entscheidung')}",
                    "Angaben über andere Personen: Ob und wie sie zu informieren sind (Art. 14 DSGVO, Ausnahmen in "
                    f"Abs. 5), ist zu entscheiden. {blank('Entscheidung')}",
                    f"Kinder und Jugendliche: wer einwilligt und wer informiert wird. {blank('Regelung')}",
                    "Auskunft, Berichtigung, Löschung, Einschränkung, Übertragung (Art. 15 bis 20 DSGVO): Auskunft, "
                    f"Übertragung, Löschung im Programm; das Übrige: {blank('Ablauf in der Stelle')}",
                )
            ),
            retention.periods(office),
            Paragraph(retention.AFTER),
            Paragraph(retention.BACKUPS),
        ),
        "Art. 35 Abs. 7 Buchst. b DSGVO",
    )


def _open() -> Section:
    return Section(
        "Was der Träger noch tun muss",
        (
            Bullets(
                (
                    f"Rat der Datenschutzbeauftragten einholen (Art. 35 Abs. 2 DSGVO): {blank('Datum, Ergebnis')}",
                    "Standpunkt der Betroffenen oder ihrer Vertreter einholen, wo es passt (Art. 35 Abs. 9 DSGVO): "
                    f"{blank('wen, Ergebnis')}",
                    f"Schwere und Wahrscheinlichkeit jedes Risikos einschätzen: {blank('in der Tabelle der Risiken')}",
                    "Bleibt ein hohes Risiko, vorher die Aufsichtsbehörde fragen (Art. 36 Abs. 1 DSGVO): "
                    f"{blank('Entscheidung')}",
                    f"Überprüfen, wenn sich Risiken ändern (Art. 35 Abs. 11 DSGVO): {blank('wann, durch wen')}",
                    f"Beschlossen: {blank('Ort, Datum, Unterschrift')}",
                )
            ),
        ),
        "Art. 35 Abs. 2, 9, 11, Art. 36 DSGVO",
    )
