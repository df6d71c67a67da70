"""Triggers refuse to change or delete decisions and digests, on both engines."""

from django.db import migrations

from factcheck.models import append_only

# The tables of that time; later ones are guarded after their own migration.
TABLES = ("factcheck_decision", "factcheck_digest")


def set_guards(apps, schema_editor):
    append_only.guard(schema_editor.connection, TABLES)


def drop_guards(apps, schema_editor):
    for table in TABLES:
        for act in append_only.ACTS:
            on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act}{on}")


class Migration(migrations.Migration):
    dependencies = [("factcheck", "0001_initial")]
    operations = [migrations.RunPython(set_guards, drop_guards)]
