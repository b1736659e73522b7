/* A date is typed as 年-月-日 in every browser; 12-31 and 1231 become the nearest such day. The button opens the browser's calendar. */
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
