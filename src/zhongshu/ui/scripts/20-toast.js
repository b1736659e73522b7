/* Toasts with 撤回: ten seconds, Ctrl Z, and the address of undoing given by the server. */
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
