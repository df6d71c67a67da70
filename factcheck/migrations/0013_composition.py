"""How editors put digests together, what they waive and sign, and the words that a witness stood for when found."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_words(apps, schema_editor):
    """The words of every witness, read off its article."""
    Article, Witness = apps.get_model("factcheck", "Article"), apps.get_model("factcheck", "Witness")
    for article in Article.objects.filter(witnesses__isnull=False).distinct().only("text").iterator(chunk_size=100):
        rows = list(Witness.objects.filter(article=article))
        for row in rows:
            row.words = article.text[row.start : row.end]
        Witness.objects.bulk_update(rows, ["words"], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('factcheck', '0012_conflict_phrases'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='digest',
            options={'ordering': ['story', 'number'], 'permissions': [('issue_digest', 'Can issue digests'), ('override_gate', 'Can issue a digest past what blocks it'), ('withdraw_digest', 'Can withdraw and withhold digests')]},
        ),
        migrations.AddField(
            model_name='witness',
            name='words',
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='entry',
            name='deed',
            field=models.CharField(choices=[('decide', 'decide'), ('bulk', 'bulk'), ('silence', 'silence'), ('restore', 'restore'), ('hand', 'hand'), ('undo', 'undo'), ('redo', 'redo'), ('move', 'move'), ('waive', 'waive'), ('sign', 'sign'), ('issue', 'issue'), ('send', 'send')], max_length=10),
        ),
        migrations.CreateModel(
            name='Composition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('parts', models.JSONField(help_text='what is put otherwise than composed')),
                ('saved_at', models.DateTimeField()),
                ('editor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='compositions', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='compositions', to='factcheck.story')),
            ],
            options={
                'ordering': ['story', 'version'],
                'permissions': [('compose_digest', 'Can put a digest together')],
                'constraints': [models.UniqueConstraint(fields=('story', 'version'), name='composition_version_once')],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(max_length=12)),
                ('fingerprint', models.CharField(help_text='of the lines that the editor saw', max_length=64)),
                ('made_at', models.DateTimeField()),
                ('editor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='factcheck.story')),
            ],
            options={
                'ordering': ['pk'],
                'permissions': [('sign_digest', 'Can sign a digest as the second editor')],
                'constraints': [models.UniqueConstraint(fields=('story', 'part', 'fingerprint', 'editor'), name='signature_once')],
            },
        ),
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim', models.CharField(help_text='the item of the digest; other words make another item', max_length=80)),
                ('words', models.TextField()),
                ('reason', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('editor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='factcheck.story')),
            ],
            options={
                'ordering': ['pk'],
                'permissions': [('waive_claim', 'Can waive claims of a single source')],
                'constraints': [models.UniqueConstraint(fields=('story', 'claim'), name='waiver_once')],
            },
        ),
        migrations.RunPython(keep_words, migrations.RunPython.noop),
    ]
