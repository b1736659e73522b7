"""The same words brought in again are told; those brought in before count, too."""

import hashlib

from django.db import migrations, models


def fill(apps, schema_editor):
    intakes = apps.get_model("supervision", "Intake").objects
    for intake in intakes.only("text").iterator(chunk_size=200):
        words = "".join(intake.text.split()).encode()
        intakes.filter(pk=intake.pk).update(words_digest=hashlib.sha256(words).hexdigest())


class Migration(migrations.Migration):
    dependencies = [("supervision", "0019_chains")]

    operations = [
        migrations.AddField("intake", "words_digest", models.CharField(blank=True, default="", max_length=64), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            "intake", models.Index(fields=["organ", "words_digest"], name="intake_same_words")
        ),
    ]
