"""A person may have several roles; the one each had is kept."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ROLES = [
    ("counsellor", "Beratung"),
    ("volunteer", "Ehrenamt"),
    ("editor", "Redaktion"),
    ("releaser", "Freigabe"),
    ("office_admin", "Verwaltung der Stelle"),
]


def keep_role(apps, schema_editor):
    user, grant = apps.get_model("accounts", "User"), apps.get_model("accounts", "RoleGrant")
    using = schema_editor.connection.alias
    roles = user.objects.using(using).values_list("pk", "role")
    grant.objects.using(using).bulk_create(grant(user_id=pk, role=role) for pk, role in roles)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(choices=ROLES, max_length=20, verbose_name="Rolle")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="role_grants",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Person",
                    ),
                ),
            ],
            options={
                "verbose_name": "Rolle einer Person",
                "verbose_name_plural": "Rollen der Personen",
                "constraints": [models.UniqueConstraint(fields=("user", "role"), name="role_once_a_person")],
            },
        ),
        migrations.RunPython(keep_role, migrations.RunPython.noop),
        migrations.RemoveField("user", "role"),
    ]
