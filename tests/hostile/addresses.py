"""Every address of the application with what it takes; an address without a line here fails the tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from advisor.cases.models import Person

READ = frozenset({"GET", "HEAD"})
BOTH = READ | {"POST"}
WRITE = frozenset({"POST"})
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "X" * 500)
EXAMPLES = {
    "section": "a",
    "fact_id": "location",
    "weg": "p23a",
    "pathway": "p23a",
    "table": "inhaber-nach-norm",
    "land": "nw",
    "pathway_id": "p23a",
    "pk": "1",
    "token": "x",
    "uidb36": "1",
    "key": "x",
    "number": "1",
    "person": "1",
    "year": "2026",
    "memo": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d11",
    "consultation": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d12",
    "batch": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d14",
    "change": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d15",
    "golden_case": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d16",
    "slot": "pathway.p23a.about",
    "release": "1",
    "report": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d17",
    "count": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d18",
    "document": "einwilligung",
    "paper": "neu",
    "part": "lebenslauf",
    "certificate": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d10",
}


@dataclass(frozen=True, slots=True)
class Address:
    """What an address takes. ``open_to_all``: without login; ``of_a_case``: only for the office of the case.

    ``managing``: not for counsellors but for whoever manages the office or prints; ``lacking``: about something the
    people of the tests do not have.
    """

    takes: frozenset[str]
    open_to_all: bool = False
    of_a_case: bool = False
    managing: bool = False
    lacking: bool = False


ADDRESSES: Mapping[str, Address] = {
    "start": Address(READ),
    "web:imprint": Address(READ, open_to_all=True),
    "web:privacy": Address(READ, open_to_all=True),
    "web:accessibility": Address(READ, open_to_all=True),
    "web:security": Address(READ, open_to_all=True),
    "web:health": Address(READ, open_to_all=True),
    "web:token": Address(READ, open_to_all=True),
    "accounts:invitation": Address(READ, open_to_all=True),
    "accounts:cancel": Address(WRITE, open_to_all=True),
    "accounts:language": Address(WRITE, open_to_all=True),
    "account_login": Address(BOTH, open_to_all=True),
    "mfa_authenticate": Address(BOTH, open_to_all=True),
    "account_signup": Address(BOTH, open_to_all=True),
    "account_reset_password": Address(BOTH, open_to_all=True),
    "account_reset_password_done": Address(READ, open_to_all=True),
    "account_reset_password_from_key": Address(BOTH, open_to_all=True),
    "account_reset_password_from_key_done": Address(READ, open_to_all=True),
    "account_logout": Address(BOTH),
    "account_change_password": Address(BOTH),
    "account_reauthenticate": Address(BOTH),
    "mfa_reauthenticate": Address(BOTH),
    "mfa_reauthenticate_webauthn": Address(BOTH),
    "mfa_index": Address(READ),
    "mfa_activate_totp": Address(BOTH),
    "mfa_deactivate_totp": Address(BOTH, lacking=True),
    "mfa_list_webauthn": Address(READ),
    "mfa_add_webauthn": Address(BOTH),
    "mfa_edit_webauthn": Address(BOTH, lacking=True),
    "mfa_remove_webauthn": Address(BOTH, lacking=True),
    "mfa_view_recovery_codes": Address(READ, lacking=True),
    "mfa_generate_recovery_codes": Address(BOTH),
    "people:account": Address(READ),
    "people:session_time": Address(BOTH),
    "people:sessions": Address(READ),
    "people:end_other_sessions": Address(WRITE),
    "people:end_session": Address(WRITE, lacking=True),
    "people:list": Address(READ, managing=True),
    "people:invite": Address(BOTH, managing=True),
    "people:withdraw": Address(WRITE, managing=True),
    "people:person": Address(READ, managing=True),
    "people:roles": Address(BOTH, managing=True),
    "people:deactivate": Address(BOTH, managing=True),
    "people:reactivate": Address(BOTH, managing=True),
    "people:reset_second_factor": Address(BOTH, managing=True),
    "people:end_sessions": Address(WRITE, managing=True),
    "cases:list": Address(BOTH),
    "cases:new": Address(BOTH),
    "cases:import": Address(BOTH),
    "cases:edit": Address(BOTH, of_a_case=True),
    "cases:export": Address(frozenset({"GET"}), of_a_case=True),
    "cases:persons": Address(READ, of_a_case=True),
    "cases:person_new": Address(BOTH, of_a_case=True),
    "cases:person_edit": Address(BOTH, of_a_case=True),
    "cases:person_remove": Address(BOTH, of_a_case=True),
    "cases:team": Address(BOTH, of_a_case=True),
    "cases:reason": Address(BOTH, of_a_case=True),
    "cases:questionnaire": Address(READ, of_a_case=True),
    "cases:section": Address(BOTH, of_a_case=True),
    "cases:answer": Address(WRITE, of_a_case=True),
    "cases:next": Address(BOTH, of_a_case=True),
    "cases:one_by_one": Address(BOTH, of_a_case=True),
    "cases:all": Address(READ, of_a_case=True),
    "cases:person_questionnaire": Address(READ, of_a_case=True),
    "cases:result": Address(READ, of_a_case=True),
    "cases:person_result": Address(READ, of_a_case=True),
    "cases:pathway": Address(READ, of_a_case=True),
    "cases:keep_result": Address(WRITE, of_a_case=True),
    "cases:scenario": Address(BOTH, of_a_case=True),
    "memo:preview": Address(READ, of_a_case=True),
    "memo:person_preview": Address(READ, of_a_case=True),
    "memo:pdf": Address(WRITE, of_a_case=True),
    "sheet:preview": Address(READ, of_a_case=True),
    "sheet:pdf": Address(WRITE, of_a_case=True),
    "memo:kept": Address(READ, of_a_case=True),
    "memo:download": Address(frozenset({"GET"}), of_a_case=True, lacking=True),
    "memo:changed": Address(READ, of_a_case=True, lacking=True),
    "memo:release": Address(BOTH, of_a_case=True, lacking=True),
    "memo:take_back": Address(WRITE, of_a_case=True, lacking=True),
    "memo:released": Address(READ, managing=True),
    "memo:by_code": Address(BOTH, managing=True),
    "memo:print": Address(frozenset({"GET"}), managing=True),
    "memo:letterhead": Address(BOTH, managing=True),
    "memo:report_pdf": Address(frozenset({"GET"}), managing=True),
    "dossier:overview": Address(READ, of_a_case=True),
    "dossier:section": Address(BOTH, of_a_case=True),
    "dossier:pdf": Address(WRITE, of_a_case=True),
    "dossier:word": Address(WRITE, of_a_case=True),
    "batch:jobs": Address(READ),
    "batch:begin": Address(WRITE),
    "batch:job": Address(READ, lacking=True),
    "batch:stop": Address(WRITE, lacking=True),
    "batch:download": Address(frozenset({"GET"}), lacking=True),
    "laender:overview": Address(READ),
    "laender:one": Address(READ),
    "figures:overview": Address(READ),
    "figures:table": Address(READ),
    "figures:table_csv": Address(frozenset({"GET"})),
    "figures:hardship": Address(READ),
    "figures:hardship_csv": Address(frozenset({"GET"})),
    "figures:own": Address(READ, managing=True),
    "figures:own_csv": Address(frozenset({"GET"}), managing=True),
    "rescreen:inbox": Address(READ),
    "rescreen:change": Address(READ, lacking=True),
    "rescreen:seen": Address(WRITE, lacking=True),
    "rescreen:golden_list": Address(READ),
    "rescreen:golden": Address(BOTH, lacking=True),
    "rescreen:keep": Address(BOTH, of_a_case=True),
    "editorial:overview": Address(READ),
    "editorial:pathway": Address(READ),
    "editorial:general": Address(READ),
    "editorial:facts": Address(READ),
    "editorial:slot": Address(READ),
    "editorial:history": Address(READ),
    "editorial:work": Address(WRITE, managing=True),
    "editorial:review": Address(WRITE, managing=True),
    "editorial:edit": Address(BOTH, managing=True),
    "editorial:preview": Address(WRITE, managing=True),
    "editorial:paper": Address(WRITE, managing=True),
    "editorial:citations": Address(READ, managing=True),
    "editorial:report": Address(BOTH),
    "editorial:reports": Address(READ, managing=True),
    "editorial:settle": Address(WRITE, managing=True, lacking=True),
    "editorial:release": Address(BOTH, managing=True),
    "editorial:impact": Address(READ, managing=True, lacking=True),
    "editorial:releases": Address(READ),
    "editorial:released": Address(READ, lacking=True),
    "guidance:own": Address(READ),
    "guidance:overview": Address(READ, managing=True),
    "guidance:person": Address(BOTH, managing=True),
    "guidance:report": Address(READ, managing=True),
    "guidance:report_csv": Address(frozenset({"GET"}), managing=True),
    "guidance:consult": Address(BOTH, of_a_case=True),
    "guidance:take_back": Address(WRITE, of_a_case=True, lacking=True),
    "guidance:inbox": Address(READ, managing=True),
    "guidance:reply": Address(BOTH, managing=True),
    "lifecycle:state": Address(BOTH, of_a_case=True),
    "lifecycle:delete": Address(BOTH, of_a_case=True),
    "lifecycle:retention": Address(BOTH, managing=True),
    "lifecycle:bin": Address(BOTH, managing=True),
    "lifecycle:certificates": Address(READ, managing=True),
    "lifecycle:certificate": Address(READ, managing=True, lacking=True),
    "lifecycle:certificate_pdf": Address(READ, managing=True, lacking=True),
    "followup:of_case": Address(READ, of_a_case=True),
    "followup:case": Address(READ, of_a_case=True),
    "followup:paper": Address(WRITE, of_a_case=True),
    "followup:date": Address(WRITE, of_a_case=True),
    "followup:case_calendar": Address(frozenset({"GET"}), of_a_case=True),
    "followup:calendar": Address(BOTH),
    "followup:feed": Address(READ, open_to_all=True, lacking=True),
    "disclosure:bundle": Address(BOTH, of_a_case=True),
    "quickcheck:check": Address(BOTH),
    "quickcheck:result": Address(BOTH),
    "quickcheck:pdf": Address(WRITE),
    "quickcheck:keep": Address(WRITE),
    "blank:page": Address(READ),
    "blank:pdf": Address(READ),
    "blank:pdf_en": Address(READ),
    "blank:entry": Address(BOTH, of_a_case=True),
    "privacy:index": Address(READ, managing=True),
    "privacy:document": Address(READ, managing=True),
    "privacy:document_pdf": Address(READ, managing=True),
    "logbook:office": Address(READ, managing=True),
    "logbook:table": Address(READ, managing=True),
    "cases:log": Address(READ, of_a_case=True, managing=True),
}


@cache
def resolved() -> dict[str, tuple[str, ...]]:
    """The names of all addresses with the parts they need, as the application has them."""
    return dict(_names(get_resolver()))


def _names(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _names(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            # A regular expression has groups instead of converters.
            parts = entry.pattern.converters or entry.pattern.regex.groupindex
            yield f"{namespace}{entry.name}", tuple(parts)


def path(name: str, uuid: object) -> str:
    """An address of that name for the case with that id, and for its first person."""
    parts = resolved()[name]
    examples = {**EXAMPLES, "uuid": uuid, "about": first_person(uuid)}
    return reverse(name, kwargs={part: examples[part] for part in parts})


def first_person(uuid: object) -> object:
    """The first person of the case with that id; where there is none, nobody's id."""
    found = Person.objects.filter(case__uuid=str(uuid)).order_by("position").values_list("uuid", flat=True)
    return found.first() or "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d13"
