"""Who may do what: the one place where roles become permissions and permissions become filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from django.apps import apps
from django.db.models import Q

from advisor.accounts.models import Role

if TYPE_CHECKING:
    from advisor.accounts.models import User

View = TypeVar("View", bound=Callable[..., Any])


class Permission(StrEnum):
    """Something a page lets somebody do."""

    WORK_ON_CASES = "work on cases"  # create, open, answer, produce and release memos
    LIST_CASES = "list cases"  # the office's keys, states and people in charge; no answers
    PRINT_RELEASED = "print released memos"
    ANSWER_CONSULTATIONS = "answer cases put to the releaser"
    MANAGE_PEOPLE = "manage people"
    READ_LOG = "read the log"
    MANAGE_LIFECYCLE = "manage retention and deletion"
    MANAGE_GUIDANCE = "manage guidance"
    MANAGE_LETTERHEAD = "manage the letterhead"
    MANAGE_PRIVACY = "make the data-protection documents"
    READ_TEXTS = "read texts with their history, report what is wrong with them"
    EDIT_TEXTS = "write texts"
    RELEASE_TEXTS = "release or return texts"
    READ_GOLDEN = "read golden cases"  # without name, key, note and link to a case
    READ_FIGURES = "read statistics"  # from outside; nothing of the office
    OWN_ACCOUNT = "own account"


GRANTED: Mapping[Role, frozenset[Permission]] = {
    Role.COUNSELLOR: frozenset(
        {
            Permission.READ_TEXTS,
            Permission.READ_GOLDEN,
            Permission.WORK_ON_CASES,
            Permission.LIST_CASES,
            Permission.READ_FIGURES,
        }
    ),
    Role.VOLUNTEER: frozenset({Permission.PRINT_RELEASED, Permission.READ_FIGURES}),
    Role.EDITOR: frozenset(
        {Permission.READ_TEXTS, Permission.EDIT_TEXTS, Permission.READ_GOLDEN, Permission.READ_FIGURES}
    ),
    Role.RELEASER: frozenset(
        {
            Permission.READ_TEXTS,
            Permission.RELEASE_TEXTS,
            Permission.READ_GOLDEN,
            Permission.ANSWER_CONSULTATIONS,
            Permission.READ_FIGURES,
        }
    ),
    Role.OFFICE_ADMIN: frozenset(
        {
            Permission.READ_TEXTS,
            Permission.LIST_CASES,
            Permission.MANAGE_PEOPLE,
            Permission.READ_LOG,
            Permission.MANAGE_LIFECYCLE,
            Permission.MANAGE_GUIDANCE,
            Permission.MANAGE_LETTERHEAD,
            Permission.MANAGE_PRIVACY,
            Permission.READ_FIGURES,
        }
    ),
}


def permissions_of(user: User) -> frozenset[Permission]:
    """All that a person may do; nothing without an office or once switched off, except with the own account."""
    own = frozenset({Permission.OWN_ACCOUNT})
    if not user.is_active or user.office_id is None:
        return own
    return own.union(*(GRANTED[role] for role in user.roles))


def may(user: User, *wanted: Permission) -> bool:
    """Whether a person has at least one of these permissions."""
    return not permissions_of(user).isdisjoint(wanted)


def needs(*wanted: Permission) -> Callable[[View], View]:
    """Mark a view as open to whoever has at least one of these permissions; an unmarked view is open to nobody."""

    def mark(view: View) -> View:
        view.permissions = frozenset(wanted)  # type: ignore[attr-defined]
        return view

    return mark


def visible_cases(user: User) -> Q:
    """The filter for the cases this person may open now.

    A counsellor: those of the own office that they lead, that are shared with the whole office or with them, or to
    which they have given themselves access with a reason. A releaser: those put to them and not yet answered.
    """
    mine = writable_cases(user)
    if may(user, Permission.ANSWER_CONSULTATIONS):
        mine |= Q(pk__in=_accessible(user, "asked"))
    return Q(office_id=user.office_id, destroy_on=None) & mine


def writable_cases(user: User) -> Q:
    """The filter for the cases, of those this person may open, that they may change: not who was only asked."""
    if not may(user, Permission.WORK_ON_CASES):
        return Q(pk__in=())
    return Q(lead_id=user.pk) | Q(office_wide=True) | Q(pk__in=_accessible(user, "member", "outside"))


def listed_cases(user: User) -> Q:
    """The filter for the cases of which this person may see key, state and who is in charge."""
    if not may(user, Permission.LIST_CASES):
        return Q(pk__in=())
    return Q(office_id=user.office_id, destroy_on=None)


def _accessible(user: User, *kinds: str) -> Any:
    """The cases this person has been given access to, or has taken it, for one of these reasons."""
    access: Any = apps.get_model("cases", "CaseAccess")  # of a higher layer, which policies do not import
    return access.objects.open_now().filter(user_id=user.pk, kind__in=kinds).values("case")
