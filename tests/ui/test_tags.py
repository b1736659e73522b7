"""Components say what they are given, escaped, and never by colour alone."""

from dataclasses import replace
from datetime import date

import pytest
from django.contrib.messages import SUCCESS, Message
from django.template import Context, Template
from django.test import RequestFactory

from zhongshu.kernel.paging import Page
from zhongshu.ui import parts, samples, wording
from zhongshu.ui.templatetags.ui import LIGHTS, STATUS_WORDS

ATTACK = "<script>alert(1)</script>"


def draw(source: str, path: str = "/ledger/", **context: object) -> str:
    request = RequestFactory().get(path)
    return Template("{% load ui %}" + source).render(Context({"request": request, **context}))


@pytest.mark.parametrize("code", sorted(STATUS_WORDS))
def test_a_status_has_its_word_and_its_own_shape(code: str) -> None:
    html = draw("{% status code %}", code=code)
    assert str(STATUS_WORDS[code]) in html
    assert f"#s-{code}" in html


def test_no_two_lights_share_a_shape_or_a_word() -> None:
    assert len({shape for shape, _ in LIGHTS.values()}) == len(LIGHTS)
    assert len({str(word) for _, word in LIGHTS.values()}) == len(LIGHTS)


@pytest.mark.parametrize(
    "source",
    [
        "{% status 'late' evil %}",
        "{% slip 'red' evil %}",
        "{% kind 'clock' evil %}",
        "{% light 'red' evil %}",
        "{% progress 5 evil %}",
        "{% empty evil evil '/x/' evil %}",
        "{% facts pairs %}",
        "{% steps steps %}",
        "{% timeline events %}",
        "{% chain origins %}",
        "{% tabs tabs evil %}",
        "{% chips chips %}",
        "{% bulk deeds %}",
        "{% job job %}",
        "{% pager page evil %}",
        "{% flash %}",
        "{% alert 'late' %}{{ evil }}{% endalert %}",
    ],
)
def test_no_component_lets_markup_through(source: str) -> None:
    html = draw(
        source,
        evil=ATTACK,
        pairs=[(ATTACK, ATTACK)],
        steps=[parts.Step(ATTACK, ATTACK, "now")],
        events=[parts.Event(ATTACK, ATTACK, ATTACK, ATTACK, body=ATTACK, files=(parts.File(ATTACK, "/f/"),))],
        origins=[parts.Origin(ATTACK, ATTACK)],
        tabs=[parts.Tab(ATTACK, ATTACK, 1)],
        chips=[parts.Chip(ATTACK, "a", ATTACK)],
        deeds=[parts.Deed(ATTACK, "/d/", confirm=ATTACK)],
        job=parts.Job(ATTACK, "/j/", note=ATTACK),
        page=Page((), next_cursor=ATTACK),
        messages=[Message(SUCCESS, ATTACK)],
    )
    assert "<script" not in html
    assert "script" in html


def test_the_current_step_is_announced_and_counted() -> None:
    html = draw("{% steps steps %}", steps=samples.STEPS)
    assert html.count('aria-current="step"') == 1
    assert "第 4 步，共 7 步" in html


def test_a_step_strip_without_a_present_step_says_no_number() -> None:
    html = draw("{% steps steps %}", steps=[parts.Step("归档", state="done")])
    assert "共 1 步" not in html


def test_the_pager_keeps_filters_and_forgets_the_old_cursor() -> None:
    html = draw(
        "{% pager page %}", "/ledger/?state=late&state=soon&after=OLD", page=Page((), next_cursor="NEW")
    )
    assert 'href="?state=late&amp;state=soon&amp;after=NEW"' in html
    assert "OLD" not in html
    assert html.count("aria-disabled") == 1


def test_a_chip_that_is_on_links_to_the_address_without_it() -> None:
    chips = [parts.Chip("逾期", "state", "late", 4, "late"), parts.Chip("临期", "state", "soon")]
    html = draw("{% chips chips %}", "/ledger/?state=late&q=%E7%94%B5&before=X", chips=chips)
    assert 'class="chip chip--on" href="?q=%E7%94%B5"' in html
    assert 'href="?state=late&amp;state=soon&amp;q=%E7%94%B5"' in html


def test_qs_drops_what_is_empty() -> None:
    assert draw("{% qs sort='-due' q=None %}", "/ledger/?q=a&page=2") == "?page=2&amp;sort=-due"


def test_what_lies_at_no_field_is_not_said_to_be_put_right_in_one() -> None:
    form = samples.wrong_form()
    form.errors.clear()
    form.add_error(None, "请 15 分钟后再试。")
    html = draw("{% errors form %}", form=form)
    assert "没有办成" in html
    assert "处要改" not in html


def test_the_error_summary_says_the_words_that_stand_beside_the_field() -> None:
    form = samples.wrong_form()
    html = draw("{% errors form %}|{% fields form %}", form=form)
    summary, fields = html.split("|", 1)
    assert "有 2 处要改" in summary
    for name in form.errors:
        words = str(form.errors[name][0])
        assert f'href="#sample_{name}"' in summary
        assert f'id="sample_{name}"' in fields
        assert words in summary
        assert words in fields
        assert f'aria-describedby="sample_{name}' in fields


def test_a_form_without_mistakes_has_no_summary() -> None:
    assert draw("{% errors form %}", form=samples.SampleForm()).strip() == ""


def test_a_finished_job_asks_no_more() -> None:
    asked = [replace(job, url="/jobs/7/") for job in samples.JOBS]
    running, finished, failed = (draw("{% job job %}", job=job) for job in asked)
    assert 'hx-get="/jobs/7/" hx-trigger="every 1s"' in running
    assert 'value="82" max="126"' in running
    assert "hx-trigger" not in finished + failed


def test_a_job_without_an_address_asks_for_nothing() -> None:
    assert "hx-get" not in draw("{% job job %}", job=samples.JOBS[0])


def test_a_flash_with_undo_is_a_form_that_works_without_script() -> None:
    said = Message(SUCCESS, "已催办", extra_tags="ok /undo/7/")
    html = draw("{% flash %}", messages=[said], csrf_token="T")
    assert 'method="post" action="/undo/7/"' in html
    assert 'value="T"' in html


def test_two_forms_never_carry_the_same_key() -> None:
    assert draw("{% once %}") != draw("{% once %}")


def test_a_day_that_may_move_is_said_to_be_provisional_until_it_has_passed() -> None:
    ahead = wording.due_words(date(2027, 1, 8), date(2026, 11, 18))
    assert draw("{% due words %}", words=wording.provisional(ahead, True)).endswith("（暂定）</span>")
    assert "暂定" not in draw("{% due words %}", words=wording.provisional(ahead, False))
    past = wording.due_words(date(2027, 1, 8), date(2027, 1, 9))
    assert "暂定" not in draw("{% due words %}", words=wording.provisional(past, True))


def test_due_keeps_its_tone() -> None:
    words = wording.due_words(date(2026, 11, 15), date(2026, 11, 18))
    assert draw("{% due words %}", words=words) == '<span class="due late">逾期 3 天</span>'
