"""What every request asks about whoever is logged in: the roles, and which kinds of second factor they have."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import BooleanField, F, IntegerField, QuerySet, Value

from advisor.accounts.models import RoleGrant
from advisor.accounts.second_factor import OWN_KINDS
from advisor.web.prepared import Prepared, Slot


def granted_and_set_up(user_id: int) -> list[tuple[str, bool]]:
    """Names of roles, each with True, and kinds of second factor, each with False; one query."""
    return list(_QUERY.rows(user=user_id))


def _build() -> QuerySet[Any, Any]:
    user = Slot("user", IntegerField())
    roles = RoleGrant.objects.filter(user_id=user).annotate(what=F("role"), is_role=Value(True, BooleanField()))
    own = Authenticator.objects.filter(user_id=user, type__in=OWN_KINDS)
    factors = own.annotate(what=F("type"), is_role=Value(False, BooleanField()))
    columns = ("what", "is_role")
    return roles.order_by().values_list(*columns).union(factors.order_by().values_list(*columns), all=True)


_QUERY = Prepared(_build)
