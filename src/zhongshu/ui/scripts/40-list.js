/* Lists: j k move, x and Shift X tick, Enter opens (the focused link does that by itself); the bulk bar counts. */
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
