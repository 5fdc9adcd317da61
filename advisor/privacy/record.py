"""The record of processing activities of Art. 30 GDPR, as far as it concerns this program."""

from __future__ import annotations

from advisor.accounts.models import Office
from advisor.cases.sections import ALL_SECTIONS
from advisor.privacy import kept, recipients, retention
from advisor.privacy.classification import WORDS, classified
from advisor.privacy.head import reservation, responsible
from advisor.privacy.kept import Whose
from advisor.privacy.measures import Aim, measures
from advisor.privacy.parts import UNVERIFIED, Bullets, Paragraph, Section, Table, blank


def record(office: Office) -> tuple[Section, ...]:
    """The record for one office."""
    return (
        reservation(),
        responsible(office, "Art. 30 Abs. 1 Buchst. a DSGVO"),
        _purposes(),
        _people(),
        _data(),
        _rows(Whose.CLIENTS),
        _rows(Whose.STAFF),
        _recipients(),
        _third_countries(),
        _retention(office),
        _measures(),
    )


def _purposes() -> Section:
    return Section(
        "Zwecke und Rechtsgrundlagen",
        (
            Table(
                "Zwecke und Rechtsgrundlagen",
                ("Zweck", "Rechtsgrundlage (Vorschlag)"),
                (
                    (
                        "Aufenthaltsrechtliche Beratung: prüfen, welche humanitären Aufenthaltstitel in Betracht "
                        "kommen, welche Fristen laufen und was zu tun ist",
                        (
                            "Einwilligung: Art. 6 Abs. 1 Buchst. a, für besondere Kategorien Art. 9 Abs. 2 Buchst. a "
                            "DSGVO",
                            "Angaben über Straftaten und Verurteilungen: Art. 10 DSGVO verlangt dafür eine Erlaubnis "
                            "im Recht der Union oder der Mitgliedstaaten; ob eine Einwilligung allein genügt, ist "
                            f"offen {UNVERIFIED} {blank('Grundlage, mit Datenschutzbeauftragten klären')}",
                        ),
                    ),
                    (
                        "Nachweis der Anleitung (§ 6 Abs. 2 RDG)",
                        f"Art. 6 Abs. 1 Buchst. c oder f DSGVO {UNVERIFIED} {blank('Entscheidung')}",
                    ),
                    (
                        "Konten, Rollen, Anmeldung und Protokoll: Fälle vor unbefugten Zugriffen schützen "
                        "(Art. 32 DSGVO)",
                        (
                            f"Art. 6 Abs. 1 Buchst. c oder f DSGVO; für Beschäftigte auch § 26 BDSG {UNVERIFIED} "
                            f"{blank('Entscheidung')}",
                            "Wenn es einen Betriebsrat gibt: Mitbestimmung nach § 87 Abs. 1 Nr. 6 BetrVG "
                            f"{blank('Betriebsvereinbarung')}",
                        ),
                    ),
                ),
            ),
        ),
        "Art. 30 Abs. 1 Buchst. b DSGVO",
    )


def _people() -> Section:
    return Section(
        "Betroffene Personen",
        (
            Bullets(
                (
                    "Ratsuchende; darunter können Kinder und Menschen in großer Not sein",
                    "Angehörige, Bezugspersonen und andere, über die Ratsuchende etwas sagen, "
                    "zum Beispiel Täterinnen und Täter",
                    "Mitarbeitende und Ehrenamtliche, die sich anmelden, und Personen, die sie anleiten",
                    "Eingeladene, die noch kein Konto haben",
                )
            ),
        ),
        "Art. 30 Abs. 1 Buchst. c DSGVO",
    )


def _data() -> Section:
    classes = classified()
    rows = []
    for section in ALL_SECTIONS:
        special = dict.fromkeys(
            category for fact in section.facts for category in (*classes[fact.id].asks, *classes[fact.id].reveals)
        )
        names = tuple(f"{WORDS[category].name} ({WORDS[category].cite})" for category in special)
        rows.append((section.title, str(len(section.facts)), names or ("keine",)))
    return Section(
        "Daten über Ratsuchende: die Teile des Fragebogens",
        (
            Table(
                "Teile des Fragebogens", ("Teil", "Fragen", "Besondere Kategorien, die vorkommen können"), tuple(rows)
            ),
            Paragraph(
                "Zu jeder Antwort gibt es eine freie Notiz. In ihr kann alles stehen, auch was nicht gefragt wird, zum "
                "Beispiel eine Gewerkschaftszugehörigkeit. Welche Frage welche Kategorie berührt, steht im Entwurf der "
                "Folgenabschätzung; die Einordnung ist unsere, im Zweifel als besondere Kategorie."
            ),
        ),
        "Art. 30 Abs. 1 Buchst. c DSGVO",
    )


def _rows(whose: Whose) -> Section:
    rows = tuple((row.what, "ja" if row.sealed else "nein", row.until) for row in kept.of(whose))
    return Section(
        f"Was über {whose.value} gespeichert wird",
        (Table(f"Daten über {whose.value}", ("Daten", "Verschlüsselt", "Aufbewahrung"), rows),),
        "Art. 30 Abs. 1 Buchst. c, f DSGVO",
    )


def _recipients() -> Section:
    return Section(
        "Empfänger",
        (
            recipients.roles(),
            Paragraph(
                "Das Programm übermittelt nichts an andere. E-Mails, etwa für ein neues Passwort, gehen nur an "
                "Mitarbeitende und enthalten nichts aus Fällen."
            ),
            Bullets(
                (
                    f"Betreiber des Servers und der Sicherungen: {blank('wer, wo, Vertrag nach Art. 28 DSGVO')}",
                    "Behörden, Gerichte, Anwältinnen und Anwälte, Fachstellen, an die die Stelle selbst Memos gibt: "
                    f"{blank('welche, auf welcher Grundlage')}",
                )
            ),
        ),
        "Art. 30 Abs. 1 Buchst. d DSGVO",
    )


def _third_countries() -> Section:
    return Section(
        "Drittländer",
        (
            Paragraph(
                "Das Programm übermittelt nichts in ein Drittland; seine Seiten laden nichts von fremden Servern. "
                f"{blank('Standort von Server, Sicherungen und Mailserver')}"
            ),
        ),
        "Art. 30 Abs. 1 Buchst. e DSGVO",
    )


def _retention(office: Office) -> Section:
    return Section(
        "Löschfristen",
        (
            retention.periods(office),
            Paragraph(retention.AFTER),
            Paragraph(retention.BACKUPS),
            Paragraph(
                "Für das Protokoll, die Nachweise der Memos, die Angaben zur Anleitung und stillgelegte Konten "
                "sieht das Programm keine Löschung vor. Wie lange sie nötig sind (Art. 5 Abs. 1 Buchst. e DSGVO), "
                f"muss der Träger begründen. {blank('Begründung und Frist')}"
            ),
        ),
        "Art. 30 Abs. 1 Buchst. f DSGVO",
    )


def _measures() -> Section:
    counts = Bullets(
        tuple(
            f"{aim.value}: {sum(measure.aim is aim for measure in measures())}"
            for aim in Aim
            if any(measure.aim is aim for measure in measures())
        )
    )
    return Section(
        "Technische und organisatorische Maßnahmen",
        (
            Paragraph(
                "Sie stehen im eigenen Dokument „Technische und organisatorische Maßnahmen“. Nach Zielen gezählt:"
            ),
            counts,
        ),
        "Art. 30 Abs. 1 Buchst. g, Art. 32 Abs. 1 DSGVO",
    )
