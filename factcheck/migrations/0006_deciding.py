"""The log with its entries, the memory of what is silenced, and who is to decide a conflict.

Decisions recorded before get an entry each, and conflicts the mark that rules know them by.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from factcheck.collation.keys import mark
from factcheck.models import append_only

KINDS = [
    "name-spelling", "second-reference", "quote-wording", "real-word", "translation", "attribution", "role",
    "temporal-change", "figure", "date", "place", "setting", "hedging", "quote-marks", "foreign-residue", "spelling",
    "grammar", "inconsistency", "other-event", "provenance", "style",
]
WORDS = {
    "approve": "approved “{reading}”",
    "reject": "rejected “{reading}”",
    "replace": "typed “{replacement}”",
    "none": "found no reading right",
    "unsure": "could not tell",
    "dismiss": "found no conflict here",
    "annotate": "added a note",
}


def know(apps, schema_editor):
    """The mark of every conflict."""
    conflicts = apps.get_model("factcheck", "Conflict").objects.prefetch_related("readings")
    for row in conflicts.iterator(chunk_size=500):
        row.mark = mark(row.kind, [reading.text for reading in row.readings.all()], row.suggested)
        row.save(update_fields=["mark"])


def enter(apps, schema_editor):
    """An entry for every decision; the guards are off for it, and set again after the migration."""
    Decision, Entry = apps.get_model("factcheck", "Decision"), apps.get_model("factcheck", "Entry")
    drop_guards(schema_editor)
    entries = {}
    for row in Decision.objects.select_related("conflict", "reading").order_by("pk").iterator(chunk_size=500):
        answered = entries.get(row.undoes_id)
        words = WORDS.get(row.verdict, "").format(
            reading=row.reading.text if row.reading else "", replacement=row.replacement
        )
        entries[row.pk] = Entry.objects.create(
            story_id=row.conflict.story_id,
            conflict=row.conflict,
            deed="undo" if row.verdict == "undo" else "decide",
            words=words or (answered.words if answered else "an earlier decision"),
            editor_id=row.editor_id,
            made_at=row.made_at,
            answers=answered,
        )
        Decision.objects.filter(pk=row.pk).update(entry=entries[row.pk])


def drop_guards(schema_editor):
    on = " ON factcheck_decision" if schema_editor.connection.vendor == "postgresql" else ""
    for act in append_only.ACTS:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS factcheck_decision_no_{act}{on}")



class Migration(migrations.Migration):

    dependencies = [
        ('factcheck', '0005_doubts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='conflict',
            name='mark',
            field=models.CharField(db_index=True, default='', help_text='what a rule of silence knows it by', max_length=64),
        ),
        migrations.AlterField(
            model_name='conflict',
            name='state',
            field=models.CharField(choices=[('open', 'open'), ('settled', 'settled'), ('unsure', 'cannot tell'), ('dismissed', 'no conflict'), ('silenced', 'silenced'), ('withdrawn', 'withdrawn')], default='open', max_length=10),
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('deed', models.CharField(choices=[('decide', 'decide'), ('bulk', 'bulk'), ('silence', 'silence'), ('restore', 'restore'), ('hand', 'hand'), ('undo', 'undo'), ('redo', 'redo'), ('move', 'move'), ('issue', 'issue')], max_length=10)),
                ('words', models.TextField(help_text="what was done, to be read after the editor's name")),
                ('made_at', models.DateTimeField()),
                ('answers', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answered_by', to='factcheck.entry')),
                ('conflict', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='factcheck.conflict')),
                ('editor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='factcheck.story')),
            ],
            options={
                'verbose_name_plural': 'entries',
                'ordering': ['-pk'],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='entry',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='factcheck.entry'),
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('escalated', models.BooleanField(default=False, help_text='a chief is asked')),
                ('note', models.TextField(blank=True)),
                ('assigned_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to=settings.AUTH_USER_MODEL)),
                ('conflict', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='factcheck.conflict')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='factcheck.entry')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.AddField(
            model_name='conflict',
            name='handover',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='factcheck.handover'),
        ),
        migrations.CreateModel(
            name='Silence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(kind, kind) for kind in KINDS], max_length=20)),
                ('mark', models.CharField(db_index=True, help_text='kind and readings, as the conflicts carry them', max_length=64)),
                ('readings', models.JSONField(help_text='the texts of the readings, for the page')),
                ('scope', models.CharField(choices=[('card', 'card'), ('story', 'story'), ('always', 'always')], max_length=6)),
                ('reason', models.TextField(blank=True)),
                ('expires_on', models.DateField(blank=True, help_text='the last day that it holds', null=True)),
                ('conflict', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='silences', to='factcheck.conflict')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='silences', to='factcheck.entry')),
                ('renews', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='renewed_by', to='factcheck.silence')),
                ('lifted', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lifts', to='factcheck.entry')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.AddField(
            model_name='conflict',
            name='silence',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='silenced', to='factcheck.silence'),
        ),
        migrations.AddConstraint(
            model_name='conflict',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('silence__isnull', False), ('state', 'silenced')), models.Q(models.Q(('state', 'silenced'), _negated=True), ('silence', None)), _connector='OR'), name='conflict_silenced_by_a_rule'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['story', 'editor', '-id'], name='entry_of_editor'),
        ),
        # Last: PostgreSQL changes no table while rows of the same transaction wait for their checks.
        migrations.RunPython(know, migrations.RunPython.noop),
        migrations.RunPython(enter, migrations.RunPython.noop),
    ]
