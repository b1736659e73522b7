/* Ctrl K: menus by word, number and initials at once; the search page answers for everything else. */
(() => {
  const dialog = zs.one("#palette"), input = zs.one("#palq"), list = zs.one("#pall"), all = document.createElement("li");
  let at = 0, timer = 0, asked = 0;
  const shown = () => zs.all("li", list).filter((li) => !li.hidden);
  const mark = () => {
    const rows = shown();
    at = Math.max(0, Math.min(at, rows.length - 1));
    zs.all("li", list).forEach((li) => li.setAttribute("aria-selected", "false"));
    input.setAttribute("aria-activedescendant", rows[at] ? rows[at].id : "");
    if (rows[at]) { rows[at].setAttribute("aria-selected", "true"); rows[at].scrollIntoView({ block: "nearest" }); }
  };
  const found = (html) => {
    zs.all("[data-found]", list).forEach((li) => li.remove());
    const page = new DOMParser().parseFromString(html, "text/html");
    zs.all("li[data-href]", page).reverse().forEach((li, i) => { li.id = `pf-${i}`; li.dataset.found = ""; li.setAttribute("role", "option"); list.prepend(li); });
    mark();
  };
  const searchFor = (text) => `${list.dataset.search}?${new URLSearchParams({ q: text })}`;
  const ask = async (text) => {
    const turn = ++asked;
    const answer = await fetch(`${searchFor(text)}&part=palette`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (turn === asked) found(answer && answer.ok && text ? await answer.text() : "");
  };
  const filter = () => {
    const word = input.value.trim().toLowerCase();
    zs.all("li:not([data-found]):not(#po-all)", list).forEach((li) => { li.hidden = !!word && !`${li.textContent} ${li.dataset.words || ""}`.toLowerCase().includes(word); });
    all.hidden = !word || !list.dataset.search;
    all.textContent = `${list.dataset.searchWord}“${word}”`; all.dataset.href = searchFor(word);
    at = 0; mark(); clearTimeout(timer);
    if (!word) found("");
    else if (list.dataset.search) timer = setTimeout(() => ask(word), 200);
  };
  const open = (li) => { if (li) location.href = li.dataset.href; };
  zs.commands.palette = () => {
    if (!dialog || dialog.open) return !!dialog;
    dialog.showModal(); input.value = ""; filter(); input.focus();
  };
  zs.commands.keys = (button) => {
    const link = button || zs.one("[data-cmd=keys]"), keys = zs.one("#keys");
    if (!link) return;
    htmx.ajax("GET", link.href, { target: "#keys [data-part]", swap: "innerHTML" }).then(() => keys.open || keys.showModal());
  };
  if (!dialog) return;
  const option = (link, before) => {
    const li = document.createElement("li");
    li.id = `po-${list.children.length}`; li.setAttribute("role", "option");
    li.dataset.href = link.getAttribute("href"); li.dataset.words = link.dataset.words || "";
    li.append(...[...link.childNodes].map((node) => node.cloneNode(true)));
    if (before) zs.one("svg", li).after(before);
    if (link.dataset.go) { const keys = document.createElement("span"); keys.className = "mut"; keys.innerHTML = "<kbd>g</kbd> <kbd></kbd>"; keys.lastChild.textContent = link.dataset.go; li.append(keys); }
    zs.all(".n", li).forEach((n) => n.remove());
    list.append(li);
  };
  zs.all("[data-create] a").forEach((link) => option(link, list.dataset.createWord));
  zs.all(".nav a, [data-person] a").forEach((link) => option(link));
  all.id = "po-all"; all.setAttribute("role", "option"); all.hidden = true; list.append(all);
  input.addEventListener("input", (e) => e.isComposing || filter());
  input.addEventListener("compositionend", filter);
  input.addEventListener("keydown", (e) => {
    if (zs.composing(e)) return;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") { at += e.key === "ArrowDown" ? 1 : -1; mark(); e.preventDefault(); }
    else if (e.key === "Enter") { open(shown()[at]); e.preventDefault(); }
  });
  list.addEventListener("click", (e) => open(e.target.closest("li")));
})();
