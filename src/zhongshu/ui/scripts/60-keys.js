/* Single keys: off while typing, composing, in a dialog, or when the person has switched them off (WCAG 2.1.4). */
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
