"""Section E, third part: family, children, separation and marriage."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, SomeOf, YesNo

FAMILY_IN_GERMANY = SomeOf(
    id="family_in_germany",
    section="E",
    label="family_in_germany",
    label_en="family_in_germany",
    ask="Welche engen Angehörigen leben in Deutschland und mit welchem Status?",
    ask_en="Which close relatives live in Germany, and with which status?",
    burden=1,
    choices=(
        Choice("none", "none", "none"),
        Choice("german", "german", "german"),
        Choice("settled_or_work_title", "settled_or_work_title", "settled_or_work_title"),
        Choice("refugee", "refugee", "refugee"),
        Choice("subsidiary", "subsidiary", "subsidiary"),
        Choice("humanitarian_title", "humanitarian_title", "humanitarian_title"),
        Choice("duldung_or_gestattung", "duldung_or_gestattung", "duldung_or_gestattung"),
    ),
)

FAMILY_RELATION = SomeOf(
    id="family_relation",
    section="E",
    label="family_relation",
    label_en="family_relation",
    ask="Wer ist das im Verhältnis zur Person?",
    ask_en="How are they related to the person?",
    choices=(
        Choice("spouse", "spouse", "spouse"),
        Choice("minor_child", "minor_child", "minor_child"),
        Choice("parent_of_minor", "parent_of_minor", "parent_of_minor"),
        Choice("other", "other", "other"),
        Choice("adult_child", "adult_child", "adult_child"),
        Choice("parent_of_adult", "parent_of_adult", "parent_of_adult"),
        Choice("sibling", "sibling", "sibling"),
    ),
)

FAMILY_SEPARATION_SINCE = Day(
    id="family_separation_since",
    section="E",
    label="family_separation_since",
    label_en="family_separation_since",
    ask="Seit wann ist die Familie getrennt?",
    ask_en="Since when has the family been separated?",
    burden=2,
    sensitive=True,
)

SEPARATION_SELF_CAUSED = YesNo(
    id="separation_self_caused",
    section="E",
    label="separation_self_caused",
    label_en="separation_self_caused",
    ask="Hat jemand die Trennung oder Verzögerung vorwerfbar selbst verursacht?",
    ask_en="Did someone cause the separation or delay by their own fault?",
    burden=2,
    judgement=True,
)

CHILD_AFFECTED = YesNo(
    id="child_affected",
    section="E",
    label="child_affected",
    label_en="child_affected",
    ask="Sind Kinder betroffen?",
    ask_en="Are children affected?",
    burden=1,
    note="A fact; the weight of the child’s welfare is an indication and the adviser’s judgement.",
)

CHILD_ALONE_ABROAD = YesNo(
    id="child_alone_abroad",
    section="E",
    label="child_alone_abroad",
    label_en="child_alone_abroad",
    ask="Ist ein Kind im Ausland ohne Eltern oder andere vertraute Erwachsene?",
    ask_en="Is a child abroad without parents or other familiar adults?",
    burden=2,
    sensitive=True,
)

MARITAL_COHABITATION_FROM = Day(
    id="marital_cohabitation_from",
    section="E",
    label="marital_cohabitation_from",
    label_en="marital_cohabitation_from",
    ask="Seit wann hat das Paar in Deutschland zusammengelebt?",
    ask_en="From when did the couple live together in Germany?",
    burden=1,
)

MARITAL_COHABITATION_UNTIL = Day(
    id="marital_cohabitation_until",
    section="E",
    label="marital_cohabitation_until",
    label_en="marital_cohabitation_until",
    ask="Bis wann hat das Paar zusammengelebt (Tag der Trennung)?",
    ask_en="Until when did the couple live together (date of separation)?",
    burden=2,
    sensitive=True,
)

REFERENCE_PERSON_HARM = YesNo(
    id="reference_person_harm",
    section="E",
    label="reference_person_harm",
    label_en="reference_person_harm",
    ask=(
        "Ist das Wohl einer Bezugsperson in Deutschland (vor allem eines Kindes) durch Trennung oder "
        "Krankheit akut und schwer gefährdet?"
    ),
    ask_en=(
        "Is the well-being of the person in Germany (above all a child) acutely and seriously endangered by "
        "the separation?"
    ),
    burden=2,
    sensitive=True,
    judgement=True,
)

REFERENCE_PERSON_BIRTH_DATE = Day(
    id="reference_person_birth_date",
    section="E",
    label="reference_person_birth_date",
    label_en="reference_person_birth_date",
    ask="Wann ist die Person in Deutschland geboren, zu der nachgezogen werden soll?",
    ask_en="When was the person in Germany born whom the family wants to join?",
)
