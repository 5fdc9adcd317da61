"""Section I: trafficking in human beings and exploitation (§ 25 Abs. 4a AufenthG)."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo

EXPLOITATION_FORM = SomeOf(
    id="exploitation_form",
    section="I",
    label="Form der Ausbeutung",
    label_en="Form of exploitation",
    ask="Wurde die Person zu etwas gezwungen oder ausgebeutet – Sex, Arbeit, Betteln, Straftaten, Organe, Schulden?",
    ask_en="Was the person forced into something or exploited – sex, work, begging, crime, organs, debts?",
    burden=3,
    sensitive=True,
    note="Never the first question; ask alone and with the person’s own interpreter.",
    note_de="Nie als erste Frage; allein mit der Person und mit eigener Sprachmittlung fragen.",
    note_en="Never as the first question; ask alone with the person and with an interpreter of their own.",
    choices=(
        Choice("none", "keine Ausbeutung", "no exploitation"),
        Choice("sexual", "sexuelle Ausbeutung", "sexual exploitation"),
        Choice("forced_prostitution", "Zwangsprostitution", "forced prostitution"),
        Choice("labour", "Ausbeutung der Arbeitskraft, Zwangsarbeit", "labour exploitation, forced labour"),
        Choice("begging", "erzwungenes Betteln", "forced begging"),
        Choice("criminal_acts", "erzwungene Straftaten", "forced criminal acts"),
        Choice("organ", "rechtswidrige Organentnahme", "unlawful organ removal"),
        Choice(
            "slavery_debt_bondage",
            "Sklaverei, Leibeigenschaft oder Schuldknechtschaft",
            "slavery, servitude or debt bondage",
        ),
        Choice("forced_marriage", "Zwangsheirat", "forced marriage"),
        Choice(
            "surrogacy_adoption", "Leihmutterschaft oder Adoption unter Zwang", "exploitation for surrogacy or adoption"
        ),
        Choice(
            "illegal_employment_below_standards",
            "illegale Beschäftigung unter schlechten Bedingungen",
            "illegal employment below standards",
        ),
    ),
)

EXPLOITATION_PLACE = SomeOf(
    id="exploitation_place",
    section="I",
    label="Ort der Ausbeutung",
    label_en="Place of exploitation",
    ask="Wo fand die Ausbeutung statt?",
    ask_en="Where did the exploitation take place?",
    burden=3,
    sensitive=True,
    note_de="Eine Tat im Ausland schließt nichts aus (§ 6 Nr. 4 StGB).",
    note_en="An offence abroad excludes nothing (§ 6 Nr. 4 StGB).",
    choices=(
        Choice("germany", "Deutschland", "Germany"),
        Choice("other_eu", "anderer EU-Staat", "another EU state"),
        Choice("outside_eu", "außerhalb der EU", "outside the EU"),
    ),
)

UNDER_21_AT_OFFENCE = YesNo(
    id="under_21_at_offence",
    section="I",
    label="Unter 21 zur Tatzeit",
    label_en="Under 21 at the time of the offence",
    ask="War die Person damals unter 21?",
    ask_en="Was the person under 21 at the time?",
    burden=2,
    sensitive=True,
)

VICTIM_EVIDENCE = OneOf(
    id="victim_evidence",
    section="I",
    label="Wer die Person als Opfer ansieht",
    label_en="Who regards the person as a victim",
    ask=(
        "Wer sieht die Person als Opfer an – nur Sie, ihre eigene glaubhafte Schilderung, eine Fachberatungsstelle, "
        "Polizei oder Staatsanwaltschaft, ein Urteil?"
    ),
    ask_en=(
        "Who regards the person as a victim – only you, a specialised counselling centre, police or prosecutor, a "
        "judgment?"
    ),
    burden=2,
    sensitive=True,
    note_de="Die stärkste Stelle angeben.",
    note_en="Name the strongest source.",
    choices=(
        Choice("indication_only", "nur Anzeichen aus der Beratung", "only indications from the counselling"),
        Choice(
            "specialist_counselling_report",
            "Bericht einer Fachberatungsstelle",
            "report of a specialised counselling centre",
        ),
        Choice("police_or_prosecutor_assumes_victim", "Polizei oder Staatsanwaltschaft", "police or prosecutor"),
        Choice("judgment", "Urteil", "judgment"),
        Choice("credible_own_statement", "eigene glaubhafte Schilderung", "credible statement of the person"),
    ),
)

PROSECUTOR_STATEMENT = OneOf(
    id="prosecutor_statement",
    section="I",
    label="Stellungnahme von Staatsanwaltschaft oder Gericht",
    label_en="Statement of prosecutor or court",
    ask="Hat die Staatsanwaltschaft oder das Gericht sich geäußert?",
    ask_en="Has the prosecutor or the court made a statement?",
    burden=1,
    choices=(
        Choice("not_asked", "noch nicht beteiligt", "not asked yet"),
        Choice("presence_appropriate", "Anwesenheit sachgerecht", "presence appropriate"),
        Choice("presence_not_needed", "Anwesenheit nicht nötig", "presence not needed"),
        Choice("asked_no_answer", "angefragt, keine Antwort", "asked, no answer"),
    ),
)

PERPETRATOR_CONTACT_ENDED = YesNo(
    id="perpetrator_contact_ended",
    section="I",
    label="Kontakt zu den Tätern abgebrochen",
    label_en="Contact with the perpetrators ended",
    ask="Ist der Kontakt zu den Tätern ganz abgebrochen?",
    ask_en="Has all contact with the perpetrators ended?",
    burden=3,
    sensitive=True,
    note="Coarse answer, still accepted; perpetrator_contact is finer and wins. yes = ended; no = open.",
    note_de="Grobe Angabe; die genauere Frage nach der Art des Kontakts geht vor. „Nein“ allein entscheidet nichts.",
    note_en=(
        "A coarse answer; the finer question about the kind of contact takes precedence. “No” alone decides nothing."
    ),
)

PERPETRATOR_CONTACT = OneOf(
    id="perpetrator_contact",
    section="I",
    label="Kontakt zu den Tätern",
    label_en="Contact with the perpetrators",
    ask="Besteht noch Kontakt zu den Tätern – und von wem geht er aus?",
    ask_en="Is there still contact with the perpetrators – and who starts it?",
    burden=3,
    sensitive=True,
    choices=(
        Choice("ended", "abgebrochen", "ended"),
        Choice("one_sided_by_perpetrator", "einseitig von den Tätern gesucht", "one-sided, sought by the perpetrators"),
        Choice("only_child_or_court", "nur wegen eines Kindes oder vor Gericht", "only because of a child or in court"),
        Choice("ongoing_forced", "besteht fort, erzwungen", "ongoing, forced"),
        Choice("ongoing_voluntary", "besteht fort, freiwillig", "ongoing, voluntary"),
    ),
)

WILLING_TO_TESTIFY = OneOf(
    id="willing_to_testify",
    section="I",
    label="Bereit zur Aussage",
    label_en="Willing to testify",
    ask="Kann sich die Person vorstellen auszusagen? (keine Eile – dafür gibt es die Bedenkzeit)",
    ask_en="Can the person imagine testifying? (No hurry – there is a reflection period.)",
    burden=3,
    sensitive=True,
    choices=(
        Choice("yes", "ja", "yes"),
        Choice("undecided", "noch unentschieden", "undecided"),
        Choice("no", "nein", "no"),
    ),
)

CRIMINAL_CASE_STAGE = OneOf(
    id="criminal_case_stage",
    section="I",
    label="Stand des Strafverfahrens gegen die Täter",
    label_en="Stage of the criminal case against the perpetrators",
    ask="Läuft ein Strafverfahren gegen die Täter? In welchem Stadium?",
    ask_en="Is there a criminal case against the perpetrators? At which stage?",
    burden=2,
    choices=(
        Choice("none", "kein Verfahren", "no case"),
        Choice("investigation", "Ermittlungen laufen", "investigation"),
        Choice("charges_or_trial", "Anklage oder Hauptverhandlung", "charges or trial"),
        Choice("ended_conviction", "rechtskräftige Verurteilung", "final conviction"),
        Choice("ended_acquittal", "rechtskräftiger Freispruch", "final acquittal"),
        Choice("ended_discontinued", "eingestellt", "discontinued"),
        Choice("convicted_not_final", "Verurteilung, noch nicht rechtskräftig", "conviction, not yet final"),
        Choice(
            "prosecution_impossible",
            "Verfolgung nicht möglich (z. B. Täter unbekannt oder verstorben)",
            "prosecution impossible (e.g. perpetrator unknown or dead)",
        ),
        Choice("ended_no_suspicion", "eingestellt mangels Tatverdachts", "discontinued for lack of suspicion"),
    ),
)

CRIMINAL_CASE_COUNTRY = SomeOf(
    id="criminal_case_country",
    section="I",
    label="Staat des Strafverfahrens",
    label_en="Country of the criminal case",
    ask="In welchem Staat läuft oder lief das Verfahren?",
    ask_en="In which country is or was the criminal case?",
    burden=1,
    choices=(
        Choice("germany", "Deutschland", "Germany"),
        Choice("abroad", "Ausland", "abroad"),
    ),
)

TESTIMONY_GIVEN = SomeOf(
    id="testimony_given",
    section="I",
    label="Bisherige Aussagen",
    label_en="Testimony so far",
    ask="Hat die Person schon ausgesagt? Wo?",
    ask_en="Has the person already testified? Where?",
    burden=3,
    sensitive=True,
    choices=(
        Choice("none", "noch keine Aussage", "no testimony yet"),
        Choice("police", "bei der Polizei", "to the police"),
        Choice("prosecutor", "bei der Staatsanwaltschaft", "to the prosecutor"),
        Choice("court", "vor Gericht", "in court"),
        Choice("video", "per Video", "by video"),
    ),
)

FURTHER_TESTIMONY_NEEDED = YesNo(
    id="further_testimony_needed",
    section="I",
    label="Weitere Aussage nötig",
    label_en="Further testimony needed",
    ask="Wird die Aussage noch gebraucht (Verhandlung, Nachvernehmung)?",
    ask_en="Is further testimony needed (trial, further questioning)?",
    burden=1,
)

REFLECTION_PERIOD_UNTIL = Day(
    id="reflection_period_until",
    section="I",
    label="Bedenkzeit bis (§ 59 Abs. 7)",
    label_en="Reflection period until (§ 59 Abs. 7)",
    ask="Bis wann läuft die Bedenkzeit (§ 59 Abs. 7)?",
    ask_en="Until when does the reflection period run (§ 59 Abs. 7)?",
)

STAY_REASONS_AFTER_CASE = SomeOf(
    id="stay_reasons_after_case",
    section="I",
    label="Gründe für das Bleiben nach dem Strafverfahren",
    label_en="Reasons to stay after the criminal case",
    ask="Was spricht nach dem Strafverfahren für den weiteren Aufenthalt?",
    ask_en="What speaks for a further stay after the criminal case?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("reprisal_risk", "Gefahr von Vergeltung", "risk of reprisals"),
        Choice("therapy_trauma", "Therapie, Traumafolgen", "therapy, trauma"),
        Choice(
            "no_livelihood_or_stigma_home",
            "keine Existenz oder Ausgrenzung im Herkunftsland",
            "no livelihood or stigma at home",
        ),
        Choice("children_or_integration", "Kinder oder Integration", "children or integration"),
        Choice("compensation_or_civil_case", "Entschädigung oder Zivilverfahren", "compensation or civil case"),
        Choice("public_interest", "öffentliches Interesse", "public interest"),
        Choice("none", "nichts davon", "none of these"),
    ),
)

REASONS_REQUIRE_STAY_4A3 = YesNo(
    id="reasons_require_stay_4a3",
    section="I",
    label="Gründe erfordern den weiteren Aufenthalt (§ 25 Abs. 4a S. 3)",
    label_en="Reasons require the further stay (§ 25 Abs. 4a S. 3)",
    ask="Erfordern humanitäre oder persönliche Gründe oder öffentliche Interessen das Bleiben nach dem Verfahren?",
    ask_en="Do humanitarian or personal reasons or public interests require the person to stay after the case?",
    burden=1,
    judgement=True,
)
