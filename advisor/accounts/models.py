"""Offices and the people who log in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class Office(models.Model):
    """An advice centre; cases belong to it and are seen by nobody else."""

    name = models.CharField("Name", max_length=200, unique=True)

    class Meta:
        verbose_name = "Stelle"
        verbose_name_plural = "Stellen"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What somebody does in the office; what each may do stands in `advisor.policies`."""

    COUNSELLOR = "counsellor", _("Beratung")
    VOLUNTEER = "volunteer", _("Ehrenamt")
    EDITOR = "editor", _("Redaktion")
    RELEASER = "releaser", _("Freigabe")
    OFFICE_ADMIN = "office_admin", _("Verwaltung der Stelle")


class User(AbstractUser):
    """Somebody who logs in; without an office nobody sees a case. ``language``: empty until they choose one."""

    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="people", verbose_name="Stelle"
    )
    language = models.CharField("Sprache", max_length=10, blank=True, default="")

    class Meta(AbstractUser.Meta):
        verbose_name = "Person"
        verbose_name_plural = "Personen"

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def roles(self) -> frozenset[Role]:
        """What this person does in the office; one query, then remembered for the request."""
        return frozenset(Role(name) for name, is_role in self._granted_and_set_up if is_role)

    @cached_property
    def had_second_factor(self) -> bool:
        """Whether somebody had codes or a key when `roles` were read, early in the request; no further query."""
        return any(not is_role for _kind, is_role in self._granted_and_set_up)

    @cached_property
    def _granted_and_set_up(self) -> list[tuple[str, bool]]:
        from advisor.accounts.granted import granted_and_set_up  # which needs the models of this module

        return granted_and_set_up(self.pk)


class RoleGrant(models.Model):
    """One of the roles of a person."""

    user = models.ForeignKey(User, models.CASCADE, related_name="role_grants", verbose_name="Person")
    role = models.CharField("Rolle", max_length=20, choices=Role)

    class Meta:
        verbose_name = "Rolle einer Person"
        verbose_name_plural = "Rollen der Personen"
        constraints = [models.UniqueConstraint(fields=("user", "role"), name="role_once_a_person")]

    def __str__(self) -> str:
        return self.get_role_display()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations."""

    def open(self) -> InvitationQuerySet:
        """Those that can still be accepted."""
        return self.filter(closed=None, expires__gt=timezone.now())


class Invitation(models.Model):
    """A link that lets one person join an office; the link itself is not kept, only its digest.

    ``closed``: when it was used or withdrawn.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="invitations", verbose_name="Stelle")
    roles = models.JSONField("Rollen", default=list)
    digest = models.CharField(max_length=64, unique=True)
    note = models.CharField("Für wen", max_length=100, blank=True)
    email = models.EmailField("E-Mail", blank=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="Von")
    created = models.DateTimeField("Erstellt", default=timezone.now)
    expires = models.DateTimeField("Gültig bis")
    used_by = models.OneToOneField(User, models.PROTECT, null=True, related_name="+", verbose_name="Angenommen von")
    closed = models.DateTimeField("Erledigt", null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "Einladung"
        verbose_name_plural = "Einladungen"
        ordering = ("-created",)

    def __str__(self) -> str:
        return f"Einladung {self.pk}"

    @property
    def role_labels(self) -> list[str]:
        """The roles in words."""
        return [str(Role(role).label) for role in self.roles]


class CacheEntry(models.Model):
    """A row of Django's database cache, which counts attempts; here so that migrations make its table."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
