"""What expenses come to at most, set by papers."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('finance', '0005_draft'),
        ('org', '0006_rank'),
    ]

    operations = [
        migrations.CreateModel(
            name='ExpenseStandard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.CharField(choices=[('lodging', '住宿费（元/晚）'), ('board', '伙食补助费（元/天）'), ('local_transport', '市内交通费（元/天）'), ('second', '二类会议（人）'), ('third', '三类会议（人）'), ('fourth', '四类会议（人）')], max_length=16)),
                ('grade', models.CharField(blank=True, choices=[('province', '省部级'), ('bureau', '厅局级'), ('county', '县处级'), ('other', '其他人员')], default='', max_length=10)),
                ('place', models.CharField(blank=True, default='', max_length=40)),
                ('most', models.DecimalField(decimal_places=2, max_digits=16)),
                ('paper', models.CharField(max_length=200)),
                ('valid_from', models.DateField()),
                ('set_at', models.DateTimeField()),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organ', 'measure', 'grade', 'place', 'valid_from'), name='finance_standard_once_a_day')],
            },
        ),
    ]
