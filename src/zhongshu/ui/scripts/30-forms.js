/* Confirmation, one submit only, nothing lost offline, focus on the error summary. */
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
/* data-phrase puts its words into the box named by data-into, after what is there already */
zs.commands.phrase = (button) => {
  const box = document.getElementById(button.dataset.into);
  box.value = box.value && !/[。；！？\s]$/.test(box.value) ? `${box.value}。${button.dataset.phrase}` : box.value + button.dataset.phrase;
  box.focus();
};
/* a dropped or chosen file is named where it was dropped */
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
