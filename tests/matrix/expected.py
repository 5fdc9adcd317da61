"""Who gets where: a line for each address, a letter for each person. An address without a line fails the tests.

The people: T counsellor in the team, O counsellor outside the team, V volunteer, E editor, R releaser, Q the releaser
who was asked about the case, A office admin, N somebody without a role.

What comes of it: + reached, - not for people like them (403), 0 does not exist (404), m no such method (405). Of a case
they know exists: r refused with the way to give a reason, w may only read it, l is for who leads it (each 403), k is
closed (409).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LETTERS = "TOVERQAN"
# What everybody else gets: F without second factor, X switched off, _ nobody.
WALL = "2LL"  # on to the second factor, to the login, to the login
OWN = "+LL"  # the own account, before the second factor is set up too
OPEN = "+++"

ALL = "++++++++"
NONE = "--------"
NO_METHOD = "mmmmmmmm"


@dataclass(frozen=True, slots=True)
class Row:
    """What comes of GET and POST, and of POST to a closed case where that differs.

    ``rest``: F, X and nobody with GET, and with POST where that differs. ``stays``: a case in the bin has this too.
    What belongs to another office, lies in the bin or is nothing at all does not exist for anybody (`gone`).
    """

    get: str
    post: str
    closed: str = ""
    rest: str = WALL
    rest_post: str = ""
    stays: bool = False

    def of(self, method: str, place: str) -> str:
        """The letters of everybody for GET or POST and `own`, `closed`, `binned`, `foreign` or `unknown`."""
        if method == "GET":
            own, rest = self.get, self.rest
        else:
            own, rest = self.closed if place == "closed" and self.closed else self.post, self.rest_post or self.rest
        here = place in ("own", "closed") or (place == "binned" and self.stays)
        letters = own if here else gone(own)
        # Only a page that is looked at shows the way to give a reason; a form that was sent comes back with 403.
        return letters.translate(str.maketrans("rwl", "r--" if method == "GET" else "---")) + rest


def gone(letters: str) -> str:
    """What comes of the same request where there is nothing for this person."""
    return letters.translate(str.maketrans("+rwlk", "00000"))


def _open(post: str = NO_METHOD) -> Row:
    return Row(ALL, post, rest=OPEN, rest_post="mmm" if post == NO_METHOD else OPEN)


def _own(get: str = ALL, post: str = ALL, rest: str = OWN, rest_post: str = "") -> Row:
    return Row(get, post, rest=rest, rest_post=rest_post)


EXPECTED: Mapping[str, Row] = {
    # Open to all.
    "web:imprint": _open(),
    "web:privacy": _open(),
    "web:accessibility": _open(),
    "web:security": _open(),
    "web:health": _open(),
    "web:token": _open(),
    "accounts:invitation": _open(),
    # Nobody knows the secret part of the address.
    "followup:feed": Row("00000000", NO_METHOD, rest="000", rest_post="mmm"),
    "accounts:cancel": Row(NO_METHOD, "LLLLLLLL", rest="mmm", rest_post="LLL"),
    "accounts:language": Row(NO_METHOD, ALL, rest="mmm", rest_post=OPEN),
    "account_login": _open(ALL),
    "account_signup": _open(ALL),
    "mfa_authenticate": Row(ALL, ALL, rest="+LL"),
    "account_reset_password": _open(ALL),
    "account_reset_password_done": _open(),
    "account_reset_password_from_key": _open(ALL),
    "account_reset_password_from_key_done": _open(),
    # The own account. Somebody else's keys and sessions do not exist; nobody has a key, and F nothing yet.
    "account_logout": _own(post="LLLLLLLL", rest_post="LLL"),
    "account_change_password": _own(),
    "account_reauthenticate": _own(),
    "mfa_reauthenticate": _own(),
    "mfa_reauthenticate_webauthn": _own(),
    "mfa_index": _own(post=NO_METHOD, rest_post="mLL"),
    "mfa_activate_totp": _own(),
    "mfa_deactivate_totp": _own(rest="0LL"),
    "mfa_list_webauthn": _own(post=NO_METHOD, rest_post="mLL"),
    "mfa_add_webauthn": _own(),
    "mfa_edit_webauthn": _own("00000000", "00000000", rest="0LL"),
    "mfa_remove_webauthn": _own("00000000", "00000000", rest="0LL"),
    "mfa_view_recovery_codes": _own("00000000", NO_METHOD, rest="0LL", rest_post="mLL"),
    "mfa_generate_recovery_codes": _own(),
    "people:account": _own(post=NO_METHOD, rest_post="mLL"),
    "people:session_time": _own(),
    "people:sessions": Row(ALL, NO_METHOD),
    "people:end_other_sessions": Row(NO_METHOD, ALL),
    "people:end_session": Row(NO_METHOD, "000000+0"),
    "start": Row(ALL, NO_METHOD),
    #                                      TOVERQAN    TOVERQAN    closed
    # Lists, and what belongs to no case.
    "cases:list": Row("++--+++-", "++--+++-"),
    "followup:calendar": Row("++------", "++------"),
    "cases:new": Row("++------", "++------"),
    "cases:import": Row("++------", "++------"),
    "batch:jobs": Row("++------", "mm------"),
    "batch:begin": Row("mm------", "++------"),
    # Whoever began a job, and nobody else.
    "batch:job": Row("+0------", "mm------"),
    "batch:stop": Row("mm------", "+0------"),
    "batch:download": Row("+0------", "mm------"),
    "rescreen:inbox": Row("++------", "mm------"),
    # Whoever may open the case.
    "rescreen:change": Row("+0------", "mm------"),
    "rescreen:seen": Row("mm------", "+0------"),
    # An editor may not take away what holds a release.
    "rescreen:golden_list": Row("++-+++--", "mm-mmm--"),
    "rescreen:golden": Row("++-+++--", "++--++--"),
    # Texts: read by all who advise, write, release or manage the office.
    **dict.fromkeys(
        (f"editorial:{name}" for name in ("overview", "pathway", "general", "facts", "slot", "history")),
        Row("++-++++-", "mm-mmmm-"),
    ),
    "editorial:releases": Row("++-++++-", "mm-mmmm-"),
    "editorial:released": Row("++-++++-", "mm-mmmm-"),
    "editorial:report": Row("++-++++-", "++-++++-"),
    "editorial:edit": Row("---+----", "---+----"),
    "editorial:preview": Row("---m----", "---+----"),
    "editorial:paper": Row("---m----", "---+----"),
    "editorial:citations": Row("---+----", "---m----"),
    "editorial:work": Row("---mmm--", "---+++--"),
    "editorial:review": Row("---mmm--", "---+++--"),
    "editorial:reports": Row("---+++--", "---mmm--"),
    "editorial:settle": Row("---mmm--", "---+++--"),
    "editorial:release": Row("----++--", "----++--"),
    # Whoever has it counted.
    "editorial:impact": Row("----+0--", "----mm--"),
    "memo:released": Row("--+-----", "--m-----"),
    "memo:by_code": Row("--+-----", "--+-----"),
    "guidance:own": Row("++--+++-", "mm--mmm-"),
    "laender:overview": Row("++-++++-", "mm-mmmm-"),
    "laender:one": Row("++-++++-", "mm-mmmm-"),
    "figures:overview": Row("+++++++-", "mmmmmmm-"),
    "figures:table": Row("+++++++-", "mmmmmmm-"),
    "figures:table_csv": Row("+++++++-", "mmmmmmm-"),
    "figures:hardship": Row("+++++++-", "mmmmmmm-"),
    "figures:hardship_csv": Row("+++++++-", "mmmmmmm-"),
    "guidance:inbox": Row("----++--", "----mm--"),
    "quickcheck:check": Row("++--++--", "++--++--"),
    "quickcheck:result": Row("++--++--", "++--++--"),
    "quickcheck:pdf": Row("mm--mm--", "++--++--"),
    "quickcheck:keep": Row("mm------", "++------"),
    "blank:page": Row("+++-----", "mmm-----"),
    "blank:pdf": Row("+++-----", "mmm-----"),
    "blank:pdf_en": Row("+++-----", "mmm-----"),
    # A case.
    "cases:questionnaire": Row("+r--0+--", "mm--mm--"),
    "cases:section": Row("+r--0+--", "+r--0w--", "kr--0k--"),
    "cases:next": Row("+r--0+--", "+r--0w--", "kr--0k--"),
    "cases:one_by_one": Row("+r--0+--", "+r--0w--", "kr--0k--"),
    "cases:all": Row("+r--0+--", "mm--mm--"),
    "cases:answer": Row("mm--mm--", "+r--0w--", "kr--0k--"),
    "cases:result": Row("+r--0+--", "mm--mm--"),
    "cases:person_questionnaire": Row("+r--0+--", "mm--mm--"),
    "cases:person_result": Row("+r--0+--", "mm--mm--"),
    "cases:pathway": Row("+r--0+--", "mm--mm--"),
    "cases:keep_result": Row("mm--mm--", "+r--0w--", "kr--0k--"),
    "cases:scenario": Row("+r--0+--", "+r--0+--"),
    "cases:edit": Row("+r------", "+r------", "kr------"),
    "cases:export": Row("+r------", "mm------"),
    "rescreen:keep": Row("+r------", "+r------"),
    "cases:persons": Row("+r--0+--", "mm--mm--"),
    "cases:person_new": Row("+r------", "+r------", "kr------"),
    "cases:person_edit": Row("+r------", "+r------", "kr------"),
    "cases:person_remove": Row("+r------", "+r------", "kr------"),
    "cases:reason": Row("++------", "++------"),
    "cases:team": Row("+r----+-", "+r----+-"),
    "cases:log": Row("------+-", "------m-", stays=True),
    "memo:preview": Row("+r--0+--", "mm--mm--"),
    "memo:person_preview": Row("+r--0+--", "mm--mm--"),
    "memo:pdf": Row("mm--mm--", "+r--0w--", "kr--0k--"),
    "sheet:preview": Row("+r------", "mm------"),
    "sheet:pdf": Row("mm------", "+r------", "kr------"),
    "memo:kept": Row("+r--0+--", "mm--mm--"),
    "memo:download": Row("+r--0+--", "mm--mm--"),
    "memo:changed": Row("+r--0+--", "mm--mm--"),
    "memo:release": Row("+r------", "+r------", "kr------"),
    "memo:take_back": Row("mm------", "+r------"),
    "memo:print": Row("--+-----", "--m-----"),
    "dossier:overview": Row("+r--0+--", "mm--mm--"),
    "dossier:section": Row("+r--0+--", "+r--0w--", "kr--0k--"),
    "dossier:pdf": Row("mm--mm--", "+r--0w--", "kr--0k--"),
    "dossier:word": Row("mm--mm--", "+r--0w--", "kr--0k--"),
    "guidance:consult": Row("+r--0+--", "+r--0w--", "kr--0k--"),
    "guidance:take_back": Row("mm------", "+r------"),
    "guidance:reply": Row("----0+--", "----0+--"),
    "blank:entry": Row("+r--0+--", "+r--0w--", "kr--0k--"),
    "lifecycle:state": Row("+r--0+--", "+r--0w--", "+r--0k--"),
    "lifecycle:delete": Row("+l----+-", "+l----+-"),
    "followup:of_case": Row("+r--0+--", "mm--mm--"),
    "followup:case": Row("+r--0+--", "mm--mm--"),
    "followup:paper": Row("mm--mm--", "+r--0w--", "kr--0k--"),
    "followup:date": Row("mm--mm--", "+r--0w--", "kr--0k--"),
    "followup:case_calendar": Row("+r--0+--", "mm--mm--"),
    "disclosure:bundle": Row("+r------", "+r------"),
    # The office admin's.
    "people:list": Row("------+-", "------m-"),
    "people:invite": Row("------+-", "------+-"),
    "people:withdraw": Row("------m-", "------+-"),
    "people:person": Row("------+-", "------m-"),
    "people:roles": Row("------+-", "------+-"),
    "people:deactivate": Row("------+-", "------+-"),
    "people:reactivate": Row("------+-", "------+-"),
    "people:reset_second_factor": Row("------+-", "------+-"),
    "people:end_sessions": Row("------m-", "------+-"),
    "guidance:overview": Row("------+-", "------m-"),
    "guidance:person": Row("------+-", "------+-"),
    "guidance:report": Row("------+-", "------m-"),
    "guidance:report_csv": Row("------+-", "------m-"),
    "figures:own": Row("------+-", "------m-"),
    "figures:own_csv": Row("------+-", "------m-"),
    "memo:letterhead": Row("------+-", "------+-"),
    "memo:report_pdf": Row("------+-", "------m-"),
    "lifecycle:retention": Row("------+-", "------+-"),
    "lifecycle:bin": Row("------+-", "------+-"),
    "lifecycle:certificates": Row("------+-", "------m-"),
    "lifecycle:certificate": Row("------+-", "------m-"),
    "lifecycle:certificate_pdf": Row("------+-", "------m-"),
    "privacy:index": Row("------+-", "------m-"),
    "privacy:document": Row("------+-", "------m-"),
    "privacy:document_pdf": Row("------+-", "------m-"),
    "logbook:office": Row("------+-", "------m-"),
    "logbook:table": Row("------+-", "------m-"),
}
