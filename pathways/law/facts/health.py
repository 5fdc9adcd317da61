"""Section E, second part: illness, treatment and care."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, SomeOf

MEDICAL_EVIDENCE = OneOf(
    id="medical_evidence",
    section="E",
    label="Ärztliche Unterlagen",
    label_en="Medical evidence",
    ask=(
        "Welche ärztlichen Unterlagen gibt es – reicht das für eine qualifizierte Bescheinigung (Diagnose, Methode, "
        "Folgen)?"
    ),
    ask_en="Which medical documents exist – diagnosis, method, consequences?",
    burden=2,
    sensitive=True,
    note="The strict form of § 60a Abs. 2c is not demanded of people abroad.",
    note_de="Von Personen im Ausland wird die strenge Form des § 60a Abs. 2c nicht verlangt.",
    note_en="The strict form of § 60a Abs. 2c is not demanded of people abroad.",
    choices=(
        Choice("none", "keine", "none"),
        Choice("simple", "einfaches Attest", "simple certificate"),
        Choice(
            "qualified_60a_2c", "qualifizierte Bescheinigung (§ 60a Abs. 2c)", "qualified certificate (§ 60a Abs. 2c)"
        ),
        Choice("expired", "veraltet", "out of date"),
    ),
)

ILL_PERSON = SomeOf(
    id="ill_person",
    section="E",
    label="Erkrankte Person",
    label_en="Person who is ill",
    ask="Wer ist krank?",
    ask_en="Who is ill?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("applicant", "die Person selbst", "the person"),
        Choice("co_applicant", "mitantragstellende Angehörige", "relative applying together with the person"),
        Choice("relative_in_germany", "Angehörige in Deutschland", "relative in Germany"),
    ),
)

TREATMENT_ELSEWHERE = OneOf(
    id="treatment_elsewhere",
    section="E",
    label="Behandlung im Herkunftsland",
    label_en="Treatment in the home country",
    ask="Gibt es die Behandlung im Herkunftsland und ist sie für die Person erreichbar?",
    ask_en="Is the treatment available at home and within the person’s reach?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("not_available", "nicht vorhanden", "not available"),
        Choice(
            "available_not_reachable",
            "vorhanden, für die Person nicht erreichbar",
            "available but out of reach for the person",
        ),
        Choice("available", "vorhanden und erreichbar", "available and within reach"),
    ),
)

CARE_DEPENDENCY = SomeOf(
    id="care_dependency",
    section="E",
    label="Angewiesenheit auf Pflege",
    label_en="Dependence on care",
    ask="Wer ist auf wessen Pflege angewiesen – könnten andere das übernehmen?",
    ask_en="Who depends on whose care – could others take over?",
    burden=1,
    choices=(
        Choice("none", "niemand ist auf Pflege angewiesen", "nobody depends on care"),
        Choice(
            "person_needs_care_here",
            "die Person braucht Pflege von Angehörigen hier",
            "the person needs care from relatives here",
        ),
        Choice(
            "relative_here_needs_person",
            "Angehörige hier brauchen die Pflege der Person",
            "a relative here needs the care of the person",
        ),
        Choice("others_can_take_over", "andere könnten die Pflege übernehmen", "others could take over the care"),
    ),
)
