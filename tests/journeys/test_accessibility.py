"""What every main page keeps: one heading, landmarks, named controls, targets for a thumb, no sideways scroll."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.steps import PHONE, press
from tests.supervision.pages.steps import bring_in, open_one
from tests.world import CHEN_LI, HAN_BING, LI_MIN, LIANG_XUE, LUO_KAI, WANG_JIANPING, World

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]

MAIN: dict[str, tuple[str, ...]] = {
    LI_MIN: (
        "/", "/?box=started", "/supervision/", "/supervision/board/", "/supervision/intakes/",
        "/supervision/intakes/new/", "/supervision/intakes/{intake}/", "/supervision/{directive}/",
        "/supervision/{directive}/reckoning/", "/supervision/{directive}/reminder/",
        "/supervision/papers/", "/archive/", "/search/", "/notices/", "/help/", "/org/",
        "/org/absence/", "/preferences/", "/me/",
    ),
    WANG_JIANPING: (
        "/", "/supervision/{directive}/", "/supervision/{directive}/progress/",
        "/supervision/{directive}/completion/", "/supervision/{directive}/field-report/",
    ),
    CHEN_LI: ("/leader/", "/leader/?tab=instructed", "/leader/?tab=me", "/supervision/{directive}/instruction/?back=/leader/"),
    LIANG_XUE: ("/accounts/", "/accounts/new/"),
    LUO_KAI: ("/jobs/system/",),
    HAN_BING: ("/journal/",),
}  # fmt: skip

# Faults of structure: what a reader of the page without eyes would miss.
STRUCTURE = r"""() => {
  const faults = [], all = (s) => [...document.querySelectorAll(s)];
  const seen = (e) => e.checkVisibility({ visibilityProperty: true });
  const text = (id) => (document.getElementById(id) || {}).textContent || '';
  const name = (e) => (e.getAttribute('aria-label') || (e.getAttribute('aria-labelledby') || '').split(' ').map(text).join('')
    || [...(e.labels || [])].map((l) => l.textContent).join('') || e.textContent || e.title || '').trim();
  if (!document.documentElement.lang) faults.push('no lang');
  if (!document.title.trim()) faults.push('no title');
  if (all('h1').filter(seen).length !== 1) faults.push(`${all('h1').filter(seen).length} h1`);
  if (all('main').length !== 1) faults.push(`${all('main').length} main`);
  for (const e of all('input:not([type=hidden]),select,textarea')) {
    if (seen(e) && !name(e)) faults.push(`no label: ${e.outerHTML.slice(0, 90)}`);
  }
  for (const e of all('a[href],button,summary')) if (seen(e) && !name(e)) faults.push(`no name: ${e.outerHTML.slice(0, 90)}`);
  for (const e of all('img:not([alt])')) faults.push(`no alt: ${e.src}`);
  const ids = all('[id]').map((e) => e.id), twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (twice.length) faults.push(`id twice: ${[...new Set(twice)]}`);
  for (const e of all('[aria-labelledby],[aria-describedby]')) {
    for (const a of ['aria-labelledby', 'aria-describedby']) {
      for (const id of (e.getAttribute(a) || '').split(' ').filter(Boolean)) {
        if (!document.getElementById(id)) faults.push(`${a}=${id} names nothing`);
      }
    }
  }
  const levels = all('h1,h2,h3,h4').filter(seen).map((h) => +h.tagName[1]);
  levels.forEach((l, i) => { if (i && l > levels[i - 1] + 1) faults.push(`h${levels[i - 1]} then h${l}`); });
  return faults;
}"""

# Controls too small for a thumb. Links within sentences and titles of rows are exempt (WCAG 2.5.8), and what a label covers.
SMALL = r"""() => {
  const inText = (e) => e.closest('p,li,td,dd,h1,h2,h3,sup,nav.bar,.card__h,.sub,.mins') || e.matches('.skip,.link,.ttl');
  const exempt = (e) => (e.matches('a') && inText(e)) || e.closest('.vh') || e.matches('summary:not(.icobtn,.btn,.chip)');
  return [...document.querySelectorAll('a[href],button,select,input:not([type=hidden]),textarea,summary')]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !exempt(e))
    .map((e) => [e, ((e.type === 'checkbox' || e.type === 'radio') && e.closest('label,.box') || e).getBoundingClientRect()])
    .filter(([e, r]) => r.width && r.height && (r.height < 43.5 || r.width < 43.5))
    .map(([e, r]) => `${Math.round(r.width)}×${Math.round(r.height)} ${e.outerHTML.slice(0, 80)}`);
}"""
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def addresses(world: World, seat: Seat) -> dict[str, list[str]]:
    """The pages of each person, of a matter in hand and minutes not yet confirmed."""
    directive, intake = open_one(world, instructed=True), bring_in(world)
    press(seat(WANG_JIANPING, f"/supervision/{directive.pk}/"), "签收")
    numbers = {"directive": directive.pk, "intake": intake.pk}
    return {name: [path.format(**numbers) for path in paths] for name, paths in MAIN.items()}


def walk(seat: Seat, addresses: dict[str, list[str]], script: str, **options: Any) -> dict[str, list[str]]:
    """What ``script`` finds on each page."""
    found: dict[str, list[str]] = {}
    for name, paths in addresses.items():
        page = seat(name, paths[0], **options)
        for path in paths:
            answer = page.goto(path)
            assert answer is not None and answer.status == 200, path
            found[f"{name} {path}"] = page.evaluate(script)
    return {where: faults for where, faults in found.items() if faults}


def test_every_page_can_be_read_without_eyes(seat: Seat, addresses: dict[str, list[str]]) -> None:
    assert walk(seat, addresses, STRUCTURE) == {}


def test_every_target_suits_a_thumb(seat: Seat, addresses: dict[str, list[str]]) -> None:
    assert walk(seat, addresses, SMALL, viewport=PHONE, is_mobile=True, has_touch=True) == {}


@pytest.mark.parametrize(("width", "size"), [(390, "standard"), (320, "standard"), (320, "xlarge")])
def test_no_page_scrolls_sideways(seat: Seat, addresses: dict[str, list[str]], width: int, size: str) -> None:
    script = f"""() => {{ document.documentElement.dataset.size = '{size}'; const w = {WIDTH};
        return w > {width} ? [`${{w}} px wide`] : []; }}"""
    del addresses[LI_MIN][10]  # a sheet of paper keeps the size of paper
    assert walk(seat, addresses, script, viewport={"width": width, "height": 844}) == {}
