"""Section E, third part: family, children, separation and marriage."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, SomeOf, YesNo

FAMILY_IN_GERMANY = SomeOf(
    id="family_in_germany",
    section="E",
    label="Enge Angehörige in Deutschland",
    label_en="Close family in Germany",
    ask="Welche engen Angehörigen leben in Deutschland und mit welchem Status?",
    ask_en="Which close relatives live in Germany, and with which status?",
    burden=1,
    note_de="Gemeint ist der Status der Angehörigen in Deutschland.",
    note_en="Meant is the status of the family members in Germany.",
    choices=(
        Choice("none", "keine", "none"),
        Choice("german", "mit deutscher Staatsangehörigkeit", "with German nationality"),
        Choice(
            "settled_or_work_title",
            "mit Niederlassungserlaubnis oder Titel zur Arbeit oder Ausbildung",
            "with a settlement, work or training permit",
        ),
        Choice("refugee", "mit Flüchtlingsschutz oder Asyl", "with refugee status or asylum"),
        Choice("subsidiary", "mit subsidiärem Schutz", "with subsidiary protection"),
        Choice("humanitarian_title", "mit anderem humanitären Titel", "with another humanitarian permit"),
        Choice(
            "duldung_or_gestattung",
            "mit Duldung oder Aufenthaltsgestattung",
            "with a Duldung (suspension of removal) or Aufenthaltsgestattung (asylum procedure)",
        ),
    ),
)

FAMILY_RELATION = SomeOf(
    id="family_relation",
    section="E",
    label="Verwandtschaft der Angehörigen in Deutschland",
    label_en="Relation of the family members in Germany",
    ask="Wer ist das im Verhältnis zur Person?",
    ask_en="How are they related to the person?",
    note_de="Angegeben wird, wer die Angehörigen in Deutschland für die Person sind.",
    note_en="Say who the family members in Germany are to the person.",
    choices=(
        Choice("spouse", "Ehegattin, Ehegatte oder eingetragene Lebenspartnerschaft", "spouse or registered partner"),
        Choice("minor_child", "minderjähriges Kind der Person", "minor child of the person"),
        Choice("parent_of_minor", "Elternteil, die Person ist minderjährig", "parent, the person is a minor"),
        Choice("other", "andere Angehörige", "other relatives"),
        Choice("adult_child", "volljähriges Kind der Person", "adult child of the person"),
        Choice("parent_of_adult", "Elternteil, die Person ist volljährig", "parent, the person is an adult"),
        Choice("sibling", "Geschwister", "brother or sister"),
    ),
)

FAMILY_SEPARATION_SINCE = Day(
    id="family_separation_since",
    section="E",
    label="Familie getrennt seit",
    label_en="Family separated since",
    ask="Seit wann ist die Familie getrennt?",
    ask_en="Since when has the family been separated?",
    burden=2,
    sensitive=True,
)

SEPARATION_SELF_CAUSED = YesNo(
    id="separation_self_caused",
    section="E",
    label="Trennung oder Verzögerung selbst verschuldet",
    label_en="Separation or delay through own fault",
    ask="Hat jemand die Trennung oder Verzögerung vorwerfbar selbst verursacht?",
    ask_en="Did someone cause the separation or delay by their own fault?",
    burden=2,
    judgement=True,
)

CHILD_AFFECTED = YesNo(
    id="child_affected",
    section="E",
    label="Kinder betroffen",
    label_en="Children affected",
    ask="Sind Kinder betroffen?",
    ask_en="Are children affected?",
    burden=1,
    note="A fact; the weight of the child’s welfare is an indication and the adviser’s judgement.",
    note_de="Nur die Tatsache. Wie schwer das Kindeswohl wiegt, ist Ihre Einschätzung.",
    note_en="The fact only. How much the child’s welfare weighs is your judgement.",
)

CHILD_ALONE_ABROAD = YesNo(
    id="child_alone_abroad",
    section="E",
    label="Kind allein im Ausland",
    label_en="Child alone abroad",
    ask="Ist ein Kind im Ausland ohne Eltern oder andere vertraute Erwachsene?",
    ask_en="Is a child abroad without parents or other familiar adults?",
    burden=2,
    sensitive=True,
)

MARITAL_COHABITATION_FROM = Day(
    id="marital_cohabitation_from",
    section="E",
    label="Eheliche Lebensgemeinschaft in Deutschland seit",
    label_en="Marital cohabitation in Germany since",
    ask="Seit wann hat das Paar in Deutschland zusammengelebt?",
    ask_en="From when did the couple live together in Germany?",
    burden=1,
)

MARITAL_COHABITATION_UNTIL = Day(
    id="marital_cohabitation_until",
    section="E",
    label="Eheliche Lebensgemeinschaft bis",
    label_en="Marital cohabitation until",
    ask="Bis wann hat das Paar zusammengelebt (Tag der Trennung)?",
    ask_en="Until when did the couple live together (date of separation)?",
    burden=2,
    sensitive=True,
)

REFERENCE_PERSON_HARM = YesNo(
    id="reference_person_harm",
    section="E",
    label="Wohl der Bezugsperson schwer gefährdet",
    label_en="Well-being of the reference person gravely at risk",
    ask=(
        "Ist das Wohl einer Bezugsperson in Deutschland (vor allem eines Kindes) durch Trennung oder Krankheit akut "
        "und schwer gefährdet?"
    ),
    ask_en=(
        "Is the well-being of the person in Germany (above all a child) acutely and seriously endangered by the "
        "separation?"
    ),
    burden=2,
    sensitive=True,
    judgement=True,
)

REFERENCE_PERSON_BIRTH_DATE = Day(
    id="reference_person_birth_date",
    section="E",
    label="Geburtsdatum der Bezugsperson",
    label_en="Date of birth of the reference person",
    ask="Wann ist die Person in Deutschland geboren, zu der nachgezogen werden soll?",
    ask_en="When was the person in Germany born whom the family wants to join?",
)
