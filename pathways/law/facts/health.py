"""Section E, second part: illness, treatment and care."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, SomeOf

MEDICAL_EVIDENCE = OneOf(
    id="medical_evidence",
    section="E",
    label="medical_evidence",
    label_en="medical_evidence",
    ask=(
        "Welche ärztlichen Unterlagen gibt es – reicht das für eine qualifizierte Bescheinigung (Diagnose, "
        "Methode, Folgen)?"
    ),
    ask_en="Which medical documents exist – diagnosis, method, consequences?",
    burden=2,
    sensitive=True,
    note="The strict form of § 60a Abs. 2c is not demanded of people abroad.",
    choices=(
        Choice("none", "none", "none"),
        Choice("simple", "simple", "simple"),
        Choice("qualified_60a_2c", "qualified_60a_2c", "qualified_60a_2c"),
        Choice("expired", "expired", "expired"),
    ),
)

ILL_PERSON = SomeOf(
    id="ill_person",
    section="E",
    label="ill_person",
    label_en="ill_person",
    ask="Wer ist krank?",
    ask_en="Who is ill?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("applicant", "applicant", "applicant"),
        Choice("co_applicant", "co_applicant", "co_applicant"),
        Choice("relative_in_germany", "relative_in_germany", "relative_in_germany"),
    ),
)

TREATMENT_ELSEWHERE = OneOf(
    id="treatment_elsewhere",
    section="E",
    label="treatment_elsewhere",
    label_en="treatment_elsewhere",
    ask="Gibt es die Behandlung im Herkunftsland und ist sie für die Person erreichbar?",
    ask_en="Is the treatment available at home and within the person’s reach?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("not_available", "not_available", "not_available"),
        Choice("available_not_reachable", "available_not_reachable", "available_not_reachable"),
        Choice("available", "available", "available"),
    ),
)

CARE_DEPENDENCY = SomeOf(
    id="care_dependency",
    section="E",
    label="care_dependency",
    label_en="care_dependency",
    ask="Wer ist auf wessen Pflege angewiesen – könnten andere das übernehmen?",
    ask_en="Who depends on whose care – could others take over?",
    burden=1,
    choices=(
        Choice("none", "none", "none"),
        Choice("person_needs_care_here", "person_needs_care_here", "person_needs_care_here"),
        Choice("relative_here_needs_person", "relative_here_needs_person", "relative_here_needs_person"),
        Choice("others_can_take_over", "others_can_take_over", "others_can_take_over"),
    ),
)
