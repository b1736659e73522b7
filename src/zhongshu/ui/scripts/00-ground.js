/* Everything here is an extra: pages work without it. ES2020, no build step. `zs` is the one global. */
"use strict";
const zs = {
  one: (selector, root = document) => root.querySelector(selector),
  all: (selector, root = document) => [...root.querySelectorAll(selector)],
  /* While Chinese is being composed no key belongs to us. 229 covers Safari, where isComposing is already false. */
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
/* data-cmd="open" data-target="id": opens a <dialog>; without script the same link leads to a page of its own */
zs.commands.open = (button) => { const d = document.getElementById(button.dataset.target); if (!d) return false; d.showModal(); };
