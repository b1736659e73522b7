/* What was typed into a form is kept in this tab until its answer comes. If none does, it stands there again when one comes back to the
   form, with its key: what did arrive is not done twice. Passwords, files and hidden boxes are not kept. A form marked data-again
   holds all of it unseen, on a page that says why nothing came of it: sent from there, and answered, it is done. */
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
