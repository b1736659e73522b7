/* Zhongshu, Apache-2.0. Joined by tools/build_assets.py; edit the sources. */
"use strict";
const zs = {
one: (selector, root = document) => root.querySelector(selector),
all: (selector, root = document) => [...root.querySelectorAll(selector)],
composing: (e) => e.isComposing || e.keyCode === 229 || e.key === "Process",
typing: (t) => t instanceof HTMLElement && (t.isContentEditable
|| (/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName) && !/^(checkbox|radio|button|submit|reset)$/.test(t.type))),
commands: {},
};
document.addEventListener("click", (e) => {
const button = e.target.closest("[data-cmd]");
const command = button && zs.commands[button.dataset.cmd];
if (command && command(button, e) !== false) e.preventDefault();
});
document.addEventListener("click", (e) => {
if (e.target.closest("[data-close]")) e.target.closest("dialog").close();
for (const menu of zs.all("details.menu[open]")) if (!menu.contains(e.target)) menu.open = false;
});
document.addEventListener("keydown", (e) => {
if (e.key !== "Escape") return;
for (const menu of zs.all("details.menu[open]")) { menu.open = false; zs.one("summary", menu).focus(); }
});
zs.commands.print = () => print();
zs.commands.back = () => history.back();
zs.commands.create = () => false;
zs.commands.open = (button) => { const d = document.getElementById(button.dataset.target); if (!d) return false; d.showModal(); };
zs.commands.size = (button) => {
const root = document.documentElement, sizes = ["standard", "large", "xlarge"];
const size = button.value, next = (sizes.indexOf(size) + 1) % 3;
root.dataset.size = size;
for (const one of zs.all("[data-cmd=size]")) {
const name = one.dataset.names.split(",")[next];
one.value = sizes[next]; one.textContent = name;
one.setAttribute("aria-label", one.dataset.says.replace("%s", name));
}
const kept = `size=${size}&density=${root.dataset.density}&keys=${root.dataset.keys}`;
document.cookie = `zs-look="${kept}";path=/;max-age=31536000;samesite=lax${location.protocol === "https:" ? ";secure" : ""}`;
window.dispatchEvent(new Event("resize"));
};
zs.toast = (said, undo = "", tone = "ok") => {
const box = zs.one("#toasts"), toast = document.createElement("div"), text = document.createElement("span");
toast.className = `toast toast--${tone}`; text.textContent = said; toast.append(text);
if (undo) {
const button = document.createElement("button");
button.type = "button"; button.className = "btn btn--s"; button.dataset.undo = ""; button.textContent = box.dataset.undoWord;
button.addEventListener("click", () => { toast.remove(); htmx.ajax("POST", undo, { source: document.body, swap: "none" }); });
toast.append(button);
}
box.append(toast);
let left = setTimeout(() => toast.remove(), 10000);
const wait = () => clearTimeout(left), go = () => { left = setTimeout(() => toast.remove(), 4000); };
toast.addEventListener("mouseenter", wait); toast.addEventListener("mouseleave", go);
toast.addEventListener("focusin", wait); toast.addEventListener("focusout", go);
};
document.addEventListener("zs:toast", (e) => e.detail.said.forEach((one) => zs.toast(one.text, one.undo, one.tone)));
document.addEventListener("htmx:sendError", () => zs.toast(zs.one("#toasts").dataset.lost, "", "late"));
document.addEventListener("htmx:responseError", (e) => {
const page = new DOMParser().parseFromString(e.detail.xhr.responseText, "text/html");
const sentence = zs.one("[data-sentence]", page);
zs.toast(sentence ? sentence.textContent : zs.one("#toasts").dataset.failed, "", "late");
});
zs.confirm = (question) => new Promise((answer) => {
const dialog = zs.one("#confirm");
zs.one("[data-question]", dialog).textContent = question;
dialog.returnValue = "no";
dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true });
dialog.showModal();
});
document.addEventListener("htmx:confirm", (e) => {
if (!e.detail.question) return;
e.preventDefault();
zs.confirm(e.detail.question).then((yes) => yes && e.detail.issueRequest(true));
});
document.addEventListener("submit", (e) => {
const form = e.target, by = e.submitter;
if (form.getAttribute("method") === "dialog") return;
const asked = (by && by.dataset.confirm) || form.dataset.confirm;  // {n}: how many rows are ticked
const question = asked && asked.replace("{n}", zs.all("[data-row] input[type=checkbox]:checked", form).length);
if (question && !form.dataset.sure) {
e.preventDefault();
zs.confirm(question).then((yes) => {
if (!yes) return;
form.dataset.sure = "1"; form.requestSubmit(by); delete form.dataset.sure;
});
return;
}
if (form.getAttribute("method") !== "post" || e.defaultPrevented) return;
if (!navigator.onLine) { e.preventDefault(); zs.toast(zs.one("#toasts").dataset.lost, "", "late"); return; }
if (form.dataset.sent) { e.preventDefault(); return; }
form.dataset.sent = "1";
if (by && by.classList.contains("btn")) by.setAttribute("aria-busy", "true");
setTimeout(() => zs.unsent(form), 15000);
});
zs.unsent = (form) => { delete form.dataset.sent; zs.all("[aria-busy]", form).forEach((b) => b.removeAttribute("aria-busy")); };
document.addEventListener("htmx:afterRequest", (e) => { const form = e.target.closest && e.target.closest("form"); if (form) zs.unsent(form); });
window.addEventListener("pageshow", () => zs.all("form[data-sent]").forEach(zs.unsent));
zs.mistakes = (root) => {
const summary = zs.one("[data-errsum]", root);
if (!summary) return;
summary.focus();
const head = zs.one("h2", summary).textContent;
if (!document.title.startsWith(head)) document.title = `${head}：${document.title}`;
};
document.addEventListener("htmx:afterSettle", (e) => zs.mistakes(e.target));
zs.mistakes(document);
zs.commands.phrase = (button) => {
const box = document.getElementById(button.dataset.into);
box.value = box.value && !/[。；！？\s]$/.test(box.value) ? `${box.value}。${button.dataset.phrase}` : box.value + button.dataset.phrase;
box.focus();
};
for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, (e) => {
const drop = e.target.closest && e.target.closest(".drop");
if (!drop) return;
drop.classList.toggle("is-over", kind === "dragover");
if (kind === "dragover") e.preventDefault();
if (kind === "drop") {
e.preventDefault();
const input = zs.one("input[type=file]", drop);
input.files = e.dataTransfer.files;
input.dispatchEvent(new Event("change", { bubbles: true }));
}
});
document.addEventListener("change", (e) => {
const names = e.target.type === "file" && zs.one("[data-names]", e.target.closest(".drop,.shot,.fld") || document.body);
if (names) names.textContent = [...e.target.files].map((f) => f.name).join("，");
});
zs.here = () => location.href.split("#")[0];
zs.filled = (form) => zs.all("[name]", form).filter((box) => box.name === "once" || !/^(hidden|password|file|submit|button)$/.test(box.type));
zs.noteSent = (more) => {
const sent = sessionStorage.getItem("sent");
if (sent) sessionStorage.setItem("sent", JSON.stringify({ ...JSON.parse(sent), ...more }));
};
document.addEventListener("submit", (e) => {
if (e.target.getAttribute("method") !== "post" || e.defaultPrevented) return;
if ("again" in e.target.dataset) {
zs.noteSent({ failed: false, again: zs.here() });
return;
}
const told = zs.filled(e.target).map((box) => [box.name, box.value, box.checked]);
sessionStorage.setItem("sent", JSON.stringify({ page: zs.here(), action: e.target.getAttribute("action"), told }));
});
zs.putBack = (box, [, value, checked]) => {
const ticked = /^(checkbox|radio)$/.test(box.type), other = ticked ? box.checked !== checked : box.value !== value;
if (ticked) box.checked = checked; else box.value = value;
if (other && (ticked || box.tagName === "SELECT")) box.dispatchEvent(new Event("change", { bubbles: true }));
};
zs.comeBack = (sent) => {
const how = performance.getEntriesByType("navigation")[0], entering = location.pathname.startsWith("/enter/");
const failed = how.responseStatus >= 500 || sent.failed;
const answered = how.type === "navigate" && [sent.page, sent.again].includes(document.referrer) && !failed;
const form = sent.page === zs.here() && zs.all("form[method=post]:not([data-again])").find((one) => one.getAttribute("action") === sent.action);
if (answered || entering || form) sessionStorage.removeItem("sent");
if (failed) zs.noteSent({ failed });
if (answered || entering || !form) return;
for (const box of zs.filled(form)) {
const at = sent.told.findIndex(([name, value]) => name === box.name && (!/^(checkbox|radio)$/.test(box.type) || value === box.value));
if (at >= 0) zs.putBack(box, sent.told.splice(at, 1)[0]);
}
zs.toast(zs.one("#toasts").dataset.back);
};
if (sessionStorage.getItem("sent")) zs.comeBack(JSON.parse(sessionStorage.getItem("sent")));
zs.dates = (root) => zs.all("[data-cmd=calendar][hidden]", root).forEach((button) => { button.hidden = false; });
zs.written = (text, today = new Date()) => {
const digits = text.trim().replace(/[年月/.]/g, "-").replace(/日$/, "");
const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(digits) || /^(\d{4})(\d\d)(\d\d)$/.exec(digits);
const short = /^(\d{1,2})-(\d{1,2})$/.exec(digits) || /^(\d\d)(\d\d)$/.exec(digits);
if (!whole && !short) return text;
const [month, day] = (whole ? whole.slice(2) : short.slice(1)).map(Number);
const years = whole ? [Number(whole[1])] : [0, 1, -1].map((step) => today.getFullYear() + step);
const days = years.map((year) => new Date(year, month - 1, day)).filter((d) => d.getMonth() === month - 1);
if (!days.length) return text;
const near = days.sort((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
return [near.getFullYear(), near.getMonth() + 1, near.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};
document.addEventListener("change", (e) => { if (e.target.matches("input[data-date]")) e.target.value = zs.written(e.target.value); });
zs.commands.calendar = (button) => {
const box = zs.one("input[data-date]", button.parentElement);
let picker = zs.one("input[type=date]", button.parentElement);
if (!picker) {
picker = Object.assign(document.createElement("input"), { type: "date", tabIndex: -1, className: "datebox__day" });
picker.setAttribute("aria-hidden", "true");
picker.addEventListener("change", (e) => {
e.stopPropagation(); box.value = picker.value; box.dispatchEvent(new Event("change", { bubbles: true })); box.focus();
});
button.after(picker);
}
picker.value = zs.written(box.value);
picker.showPicker();
};
document.addEventListener("htmx:afterSettle", (e) => zs.dates(e.target));
zs.dates(document);
zs.list = {
at: -1,
rows: () => zs.all("[data-list] [data-row]").filter((row) => row.offsetParent !== null),
box: (row) => zs.one("input[type=checkbox]", row),
move(step) {
const rows = this.rows();
if (!rows.length) return;
const focused = rows.findIndex((row) => row.contains(document.activeElement));
this.at = Math.max(0, Math.min((focused >= 0 ? focused : this.at) + step, rows.length - 1));
rows.forEach((row, i) => row.classList.toggle("is-cur", i === this.at));
const link = zs.one("a", rows[this.at]);
if (link) link.focus({ preventScroll: true });
rows[this.at].scrollIntoView({ block: "nearest" });
},
tick(range) {
const rows = this.rows(), here = rows[this.at] && this.box(rows[this.at]);
if (!here) return;
here.checked = !here.checked;
if (range && this.last >= 0) {
const [a, b] = [this.last, this.at].sort((x, y) => x - y);
rows.slice(a, b + 1).forEach((row) => { if (this.box(row)) this.box(row).checked = here.checked; });
}
this.last = this.at;
this.count();
},
count() {
const boxes = zs.all("[data-list] [data-row] input[type=checkbox]"), n = boxes.filter((b) => b.checked).length;
boxes.forEach((b) => b.closest("[data-row]").classList.toggle("is-sel", b.checked));
for (const bar of zs.all("[data-bulk]")) { bar.classList.toggle("is-on", n > 0); zs.one("[data-n]", bar).textContent = n; }
const all = zs.one("[data-all]");
if (all) { all.checked = n > 0 && n === boxes.length; all.indeterminate = n > 0 && n < boxes.length; }
},
};
document.addEventListener("change", (e) => {
if (e.target.matches("[data-all]")) zs.all("[data-list] [data-row] input[type=checkbox]").forEach((b) => { b.checked = e.target.checked; });
if (e.target.closest("[data-list]")) zs.list.count();
});
document.addEventListener("reset", () => setTimeout(() => zs.list.count()));
document.addEventListener("htmx:afterSettle", () => zs.list.count());
zs.list.count();
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
(() => {
let go = 0;
const press = (selector) => { const target = zs.one(selector); if (target) target.click(); return !!target; };
const single = {
j: () => zs.list.move(1), k: () => zs.list.move(-1), x: () => zs.list.tick(false), X: () => zs.list.tick(true),
"?": () => zs.commands.keys(), c: () => press("[data-cmd=create]"), e: () => press("main [data-key=e]"), r: () => press("main [data-key=r]"),
"/": () => { const box = zs.one("main input[type=search]") || zs.one("#top-q"); if (box) box.focus(); },
};
document.addEventListener("keydown", (e) => {
if (zs.composing(e)) return;
const ctrl = e.ctrlKey || e.metaKey, dialog = zs.one("dialog[open]");
if (ctrl && e.key.toLowerCase() === "k") { zs.commands.palette(); e.preventDefault(); return; }
if (ctrl && e.key === "Enter" && e.target.form) { e.target.form.requestSubmit(); return; }
if (ctrl && e.key === "z" && !zs.typing(e.target)) { const undo = zs.all("[data-undo]").pop(); if (undo) { undo.click(); e.preventDefault(); } return; }
if (ctrl || e.altKey || dialog || zs.typing(e.target) || document.documentElement.dataset.keys === "off") return;
if (go && Date.now() - go < 1200) {
const there = zs.one(`[data-go="${CSS.escape(e.key)}"]`);
go = 0;
if (there) { location.href = there.href; return; }
}
if (e.key === "g") { go = Date.now(); return; }
if (single[e.key]) { single[e.key](); if (e.key === "/" || e.key === "c") e.preventDefault(); }
});
})();
zs.shrink = async (file, longest) => {
const picture = /^image\/(jpeg|png|webp)$/.test(file.type) && await createImageBitmap(file).catch(() => null);
const scale = picture ? longest / Math.max(picture.width, picture.height) : 1;
if (scale >= 1) return file;
const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
return blob ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified }) : file;
};
document.addEventListener("change", async (e) => {
const input = e.target, longest = Number(input.dataset && input.dataset.shrink);
if (!longest) return;
const given = [...input.files], small = await Promise.all(given.map((file) => zs.shrink(file, longest)));
if (small.every((file, i) => file === given[i])) return;
const bag = new DataTransfer();
small.forEach((file) => bag.items.add(file));
input.files = bag.files;
});
