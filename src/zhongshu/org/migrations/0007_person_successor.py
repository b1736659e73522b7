"""Who took over from somebody who left."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0006_rank'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='successor',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.person'),
        ),
    ]
