"""Grades of people, day by day."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0005_kinship'),
    ]

    operations = [
        migrations.CreateModel(
            name='Rank',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grade', models.CharField(choices=[('province', '省部级'), ('bureau', '厅局级'), ('county', '县处级'), ('other', '其他人员')], max_length=10)),
                ('since', models.DateField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ranks', to='org.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'since'), name='org_one_rank_a_day')],
            },
        ),
    ]
