"""Section I: trafficking in human beings and exploitation (§ 25 Abs. 4a AufenthG)."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo

EXPLOITATION_FORM = SomeOf(
    id="exploitation_form",
    section="I",
    label="exploitation_form",
    label_en="exploitation_form",
    ask=(
        "Wurde die Person zu etwas gezwungen oder ausgebeutet – Sex, Arbeit, Betteln, Straftaten, Organe, "
        "Schulden?"
    ),
    ask_en="Was the person forced into something or exploited – sex, work, begging, crime, organs, debts?",
    burden=3,
    sensitive=True,
    note="Never the first question; ask alone and with the person’s own interpreter.",
    choices=(
        Choice("none", "none", "none"),
        Choice("sexual", "sexual", "sexual"),
        Choice("forced_prostitution", "forced_prostitution", "forced_prostitution"),
        Choice("labour", "labour", "labour"),
        Choice("begging", "begging", "begging"),
        Choice("criminal_acts", "criminal_acts", "criminal_acts"),
        Choice("organ", "organ", "organ"),
        Choice("slavery_debt_bondage", "slavery_debt_bondage", "slavery_debt_bondage"),
        Choice("forced_marriage", "forced_marriage", "forced_marriage"),
        Choice("surrogacy_adoption", "surrogacy_adoption", "surrogacy_adoption"),
        Choice(
            "illegal_employment_below_standards",
            "illegal_employment_below_standards",
            "illegal_employment_below_standards",
        ),
    ),
)

EXPLOITATION_PLACE = SomeOf(
    id="exploitation_place",
    section="I",
    label="exploitation_place",
    label_en="exploitation_place",
    ask="Wo fand die Ausbeutung statt?",
    ask_en="Where did the exploitation take place?",
    burden=3,
    sensitive=True,
    choices=(
        Choice("germany", "germany", "germany"),
        Choice("other_eu", "other_eu", "other_eu"),
        Choice("outside_eu", "outside_eu", "outside_eu"),
    ),
)

UNDER_21_AT_OFFENCE = YesNo(
    id="under_21_at_offence",
    section="I",
    label="under_21_at_offence",
    label_en="under_21_at_offence",
    ask="War die Person damals unter 21?",
    ask_en="Was the person under 21 at the time?",
    burden=2,
    sensitive=True,
)

VICTIM_EVIDENCE = OneOf(
    id="victim_evidence",
    section="I",
    label="victim_evidence",
    label_en="victim_evidence",
    ask=(
        "Wer sieht die Person als Opfer an – nur Sie, ihre eigene glaubhafte Schilderung, eine "
        "Fachberatungsstelle, Polizei/StA, ein Urteil?"
    ),
    ask_en=(
        "Who regards the person as a victim – only you, a specialised counselling centre, police or "
        "prosecutor, a judgment?"
    ),
    burden=2,
    sensitive=True,
    choices=(
        Choice("indication_only", "indication_only", "indication_only"),
        Choice(
            "specialist_counselling_report", "specialist_counselling_report", "specialist_counselling_report"
        ),
        Choice(
            "police_or_prosecutor_assumes_victim",
            "police_or_prosecutor_assumes_victim",
            "police_or_prosecutor_assumes_victim",
        ),
        Choice("judgment", "judgment", "judgment"),
        Choice("credible_own_statement", "credible_own_statement", "credible_own_statement"),
    ),
)

PROSECUTOR_STATEMENT = OneOf(
    id="prosecutor_statement",
    section="I",
    label="prosecutor_statement",
    label_en="prosecutor_statement",
    ask="Hat die Staatsanwaltschaft oder das Gericht sich geäußert?",
    ask_en="Has the prosecutor or the court made a statement?",
    burden=1,
    choices=(
        Choice("not_asked", "not_asked", "not_asked"),
        Choice("presence_appropriate", "presence_appropriate", "presence_appropriate"),
        Choice("presence_not_needed", "presence_not_needed", "presence_not_needed"),
        Choice("asked_no_answer", "asked_no_answer", "asked_no_answer"),
    ),
)

PERPETRATOR_CONTACT_ENDED = YesNo(
    id="perpetrator_contact_ended",
    section="I",
    label="perpetrator_contact_ended",
    label_en="perpetrator_contact_ended",
    ask="Ist der Kontakt zu den Tätern ganz abgebrochen?",
    ask_en="Has all contact with the perpetrators ended?",
    burden=3,
    sensitive=True,
    note="Coarse answer, still accepted; perpetrator_contact is finer and wins. yes = ended; no = open.",
)

PERPETRATOR_CONTACT = OneOf(
    id="perpetrator_contact",
    section="I",
    label="perpetrator_contact",
    label_en="perpetrator_contact",
    ask="Besteht noch Kontakt zu den Tätern – und von wem geht er aus?",
    ask_en="Is there still contact with the perpetrators – and who starts it?",
    burden=3,
    sensitive=True,
    choices=(
        Choice("ended", "ended", "ended"),
        Choice("one_sided_by_perpetrator", "one_sided_by_perpetrator", "one_sided_by_perpetrator"),
        Choice("only_child_or_court", "only_child_or_court", "only_child_or_court"),
        Choice("ongoing_forced", "ongoing_forced", "ongoing_forced"),
        Choice("ongoing_voluntary", "ongoing_voluntary", "ongoing_voluntary"),
    ),
)

WILLING_TO_TESTIFY = OneOf(
    id="willing_to_testify",
    section="I",
    label="willing_to_testify",
    label_en="willing_to_testify",
    ask="Kann sich die Person vorstellen auszusagen? (keine Eile – dafür gibt es die Bedenkzeit)",
    ask_en="Can the person imagine testifying? (No hurry – there is a reflection period.)",
    burden=3,
    sensitive=True,
    choices=(
        Choice("yes", "yes", "yes"),
        Choice("undecided", "undecided", "undecided"),
        Choice("no", "no", "no"),
    ),
)

CRIMINAL_CASE_STAGE = OneOf(
    id="criminal_case_stage",
    section="I",
    label="criminal_case_stage",
    label_en="criminal_case_stage",
    ask="Läuft ein Strafverfahren gegen die Täter? In welchem Stadium?",
    ask_en="Is there a criminal case against the perpetrators? At which stage?",
    burden=2,
    choices=(
        Choice("none", "none", "none"),
        Choice("investigation", "investigation", "investigation"),
        Choice("charges_or_trial", "charges_or_trial", "charges_or_trial"),
        Choice("ended_conviction", "ended_conviction", "ended_conviction"),
        Choice("ended_acquittal", "ended_acquittal", "ended_acquittal"),
        Choice("ended_discontinued", "ended_discontinued", "ended_discontinued"),
        Choice("convicted_not_final", "convicted_not_final", "convicted_not_final"),
        Choice("prosecution_impossible", "prosecution_impossible", "prosecution_impossible"),
        Choice("ended_no_suspicion", "ended_no_suspicion", "ended_no_suspicion"),
    ),
)

CRIMINAL_CASE_COUNTRY = SomeOf(
    id="criminal_case_country",
    section="I",
    label="criminal_case_country",
    label_en="criminal_case_country",
    ask="In welchem Staat läuft oder lief das Verfahren?",
    ask_en="In which country is or was the criminal case?",
    burden=1,
    choices=(
        Choice("germany", "germany", "germany"),
        Choice("abroad", "abroad", "abroad"),
    ),
)

TESTIMONY_GIVEN = SomeOf(
    id="testimony_given",
    section="I",
    label="testimony_given",
    label_en="testimony_given",
    ask="Hat die Person schon ausgesagt? Wo?",
    ask_en="Has the person already testified? Where?",
    burden=3,
    sensitive=True,
    choices=(
        Choice("none", "none", "none"),
        Choice("police", "police", "police"),
        Choice("prosecutor", "prosecutor", "prosecutor"),
        Choice("court", "court", "court"),
        Choice("video", "video", "video"),
    ),
)

FURTHER_TESTIMONY_NEEDED = YesNo(
    id="further_testimony_needed",
    section="I",
    label="further_testimony_needed",
    label_en="further_testimony_needed",
    ask="Wird die Aussage noch gebraucht (Verhandlung, Nachvernehmung)?",
    ask_en="Is further testimony needed (trial, further questioning)?",
    burden=1,
)

REFLECTION_PERIOD_UNTIL = Day(
    id="reflection_period_until",
    section="I",
    label="reflection_period_until",
    label_en="reflection_period_until",
    ask="Bis wann läuft die Bedenkzeit (§ 59 Abs. 7)?",
    ask_en="Until when does the reflection period run (§ 59 Abs. 7)?",
)

STAY_REASONS_AFTER_CASE = SomeOf(
    id="stay_reasons_after_case",
    section="I",
    label="stay_reasons_after_case",
    label_en="stay_reasons_after_case",
    ask="Was spricht nach dem Strafverfahren für den weiteren Aufenthalt?",
    ask_en="What speaks for a further stay after the criminal case?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("reprisal_risk", "reprisal_risk", "reprisal_risk"),
        Choice("therapy_trauma", "therapy_trauma", "therapy_trauma"),
        Choice(
            "no_livelihood_or_stigma_home", "no_livelihood_or_stigma_home", "no_livelihood_or_stigma_home"
        ),
        Choice("children_or_integration", "children_or_integration", "children_or_integration"),
        Choice("compensation_or_civil_case", "compensation_or_civil_case", "compensation_or_civil_case"),
        Choice("public_interest", "public_interest", "public_interest"),
        Choice("none", "none", "none"),
    ),
)

REASONS_REQUIRE_STAY_4A3 = YesNo(
    id="reasons_require_stay_4a3",
    section="I",
    label="reasons_require_stay_4a3",
    label_en="reasons_require_stay_4a3",
    ask=(
        "Erfordern humanitäre oder persönliche Gründe oder öffentliche Interessen das Bleiben nach dem "
        "Verfahren?"
    ),
    ask_en=(
        "Do humanitarian or personal reasons or public interests require the person to stay after the case?"
    ),
    burden=1,
    judgement=True,
)
