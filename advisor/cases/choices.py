"""The states and kinds that rows of a case can have, with the words for them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseState(models.TextChoices):
    """Where a case stands in its life."""

    OPEN = "open", _("offen")
    WAITING = "waiting", _("wartet")
    CLOSED = "closed", _("abgeschlossen")
    ARCHIVED = "archived", _("archiviert")


class CaseKind(models.TextChoices):
    """What the office does for somebody; how long a closed case is kept hangs on it."""

    ADVICE = "advice", _("Beratung")
    SUPPORT = "support", _("längere Begleitung")
    HARDSHIP = "hardship", _("Härtefallverfahren")


class AccessKind(models.TextChoices):
    """Why somebody besides the person in charge may open a case."""

    MEMBER = "member", _("gehört zum Team")
    OUTSIDE = "outside", _("mit Begründung")
    ASKED = "asked", _("zur Prüfung vorgelegt")  # may read, not write


class Relation(models.TextChoices):
    """How somebody belongs to the first person of the case; kept sealed."""

    SPOUSE = "spouse", _("Ehefrau, Ehemann oder eingetragene Partnerschaft")
    CHILD = "child", _("Kind")
    PARENT = "parent", _("Mutter oder Vater")
    SIBLING = "sibling", _("Schwester oder Bruder")
    OTHER = "other", _("andere Beziehung")
