/* Zhongshu, Apache-2.0. Charts of tables; what each kind reads: docs/reference/ui.md, Board. data-renew: seconds */
"use strict";
(() => {
  const css = getComputedStyle(document.documentElement), v = (name) => css.getPropertyValue(name).trim();
  const rem = parseFloat(css.fontSize), f = (x) => Math.round(x * rem), small = { color: v("--ink-2"), fontSize: f(.8125) };
  const hatch = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: "rgba(255,255,255,.55)" };
  const axis = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: small, splitLine: { lineStyle: { color: v("--line") } } };
  const ink = { color: v("--ink"), fontSize: f(.875) };
  const named = { type: "category", inverse: true, triggerEvent: true, ...axis, axisLabel: ink };
  const legend = { top: 0, left: 0, itemWidth: f(.875), itemHeight: f(.75), textStyle: small };
  const key = (name, itemStyle, icon = "roundRect") => ({ name, itemStyle, icon });

  const read = (id, most) => {
    const table = document.getElementById(id), text = (cell) => cell.textContent.trim();
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).slice(0, most || undefined);
    return {
      heads: [...table.tHead.rows[0].cells].map(text), names: rows.map((row) => text(row.cells[0])),
      url: (row, head) => { const a = (rows[row].cells[head] || rows[row].cells[1]).querySelector("a"); return a && a.href; },
      texts: (i) => rows.map((row) => text(row.cells[i])),
      column: (i) => rows.map((row) => parseFloat(text(row.cells[i]).replace(/,/g, "")) || 0),
    };
  };
  const bar = (name, color, data, more = {}) => ({ name, type: "bar", itemStyle: { color, ...more.item }, data, ...more.series });

  const kinds = {
    limits(t, box) {
      const value = t.column(1), told = t.texts(1), limit = t.column(2).map((x) => x || null), over = (i) => limit[i] && value[i] > limit[i], width = { barWidth: f(1.125), stack: "a" };
      const blue = { color: v("--blue"), borderRadius: [0, 3, 3, 0] }, amber = { color: v("--amber-fill"), decal: hatch, borderRadius: [0, 3, 3, 0] };
      const within = box.dataset.within, beyond = box.dataset.beyond, rich = { ...ink, align: "right", width: f(2.5) };
      return {
        grid: { left: 0, right: f(4), top: 0, bottom: f(1.75), containLabel: true },
        legend: { ...legend, top: "auto", bottom: 0, data: [key(within), key(beyond), key(t.heads[2], undefined, "path://M4 0h3v16h-3z")] },
        xAxis: { type: "value", show: false },
        yAxis: { ...named, data: t.names, axisLabel: {
          formatter: (name, i) => `{n|${name}}{${over(i) ? "w" : "v"}|${told[i]}}`,
          rich: { n: ink, v: { ...rich, fontWeight: 600 }, w: { ...rich, color: v("--amber"), fontWeight: 700 } } } },
        series: [
          bar(within, v("--blue"), value.map((x, i) => over(i) ? null : x), { item: blue, series: width }),
          bar(beyond, v("--amber-fill"), value.map((x, i) => over(i) ? x : null), { item: amber, series: { ...width, label: { show: true, position: "right", color: v("--amber"), fontWeight: 700, fontSize: f(.875),
            formatter: (p) => box.dataset.over.replace("%s", (p.value - limit[p.dataIndex]).toFixed(1)) } } }),
          { name: t.heads[2], type: "scatter", symbol: "rect", symbolSize: [3, f(1.75)], itemStyle: { color: v("--ink"), opacity: 1 }, data: limit, z: 5 }],
      };
    },
    bars(t) {
      return {
        grid: { left: 0, right: f(2.5), top: 0, bottom: 0, containLabel: true }, xAxis: { type: "value", show: false },
        yAxis: { ...named, data: t.names },
        series: [bar(t.heads[1], v("--red"), t.column(1), { item: { decal: { symbol: "none" }, borderRadius: [0, 3, 3, 0] },
          series: { barWidth: f(.875), label: { show: true, position: "right", ...ink, fontWeight: 600 } } })],
      };
    },
    stack(t, box) {
      const whole = Math.max(...t.column(4));
      const fits = (n) => n / whole * .8 * (box.clientWidth - f(7)) < f(.5) * `${n}`.length + 4 ? "" : n;
      const part = (i, color, item, label) => bar(t.heads[i], color, t.column(i).map((x) => x || null),
        { item, series: { stack: "t", barWidth: f(1.125), label: { show: true, fontSize: f(.8125), fontWeight: 600, formatter: (p) => fits(p.value), ...label } } });
      return {
        grid: { left: 0, right: f(.75), top: f(2), bottom: 0, containLabel: true }, legend,
        tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
        xAxis: { type: "value", minInterval: 1, ...axis },
        yAxis: { ...named, data: t.names },
        series: [part(1, v("--red"), { decal: { symbol: "none" } }, { color: "#fff" }),
          part(2, "#e2a33b", { decal: hatch }, { color: v("--ink"), backgroundColor: "#fff", borderRadius: 2, padding: [1, 2] }),
          part(3, "#a9c4e2", { decal: { symbol: "none" }, borderRadius: [0, 3, 3, 0] }, { color: v("--blue-d") })],
      };
    },
    flow(t, box) {
      const open = t.column(3), low = Math.min(...open), high = Math.max(...open), last = open.length - 1, top = open.lastIndexOf(high);
      const told = (i) => i === 0 || i === last || (i === top && top > 1 && top < last - 1);
      const across = { type: "category", data: t.names, ...axis, axisLabel: { ...small, interval: box.clientWidth < 480 ? 1 : 0 }, axisLine: { show: true, lineStyle: { color: v("--line-2") } } };
      const side = { left: f(1.75), right: f(1.75) }, at = { xAxisIndex: 1, yAxisIndex: 1, barWidth: "34%", barGap: "15%" };
      return {
        tooltip: { trigger: "axis", renderMode: "richText" }, axisPointer: { link: [{ xAxisIndex: "all" }] },
        title: [{ text: t.heads[3], left: 0, top: 0, textStyle: { ...small, fontWeight: 600 } }],
        grid: [{ ...side, top: f(2.75), height: f(3) }, { ...side, top: f(9), bottom: f(1.5) }],
        legend: { ...legend, top: f(6.75), data: [t.heads[1], t.heads[2]] },
        xAxis: [{ ...across, gridIndex: 0, axisLabel: { show: false }, axisLine: { show: false } }, { ...across, gridIndex: 1 }],
        yAxis: [{ gridIndex: 0, type: "value", min: low - 2, max: high + 2, show: false }, { gridIndex: 1, type: "value", minInterval: 1, splitNumber: 3, ...axis }],
        series: [
          { name: t.heads[3], type: "line", symbol: "circle", symbolSize: f(.375), lineStyle: { width: 2.5, color: v("--ink") }, itemStyle: { color: v("--ink") }, data: open,
            label: { show: true, position: "top", color: v("--ink"), fontSize: f(.8125), formatter: (p) => told(p.dataIndex) ? p.value : "" } },
          bar(t.heads[1], "#a9c4e2", t.column(1), { item: { decal: { symbol: "none" }, borderRadius: [3, 3, 0, 0] }, series: at }),
          bar(t.heads[2], v("--blue"), t.column(2), { item: { decal: hatch, borderRadius: [3, 3, 0, 0] }, series: at })],
      };
    },
  };

  const draw = () => {
    for (const box of document.querySelectorAll("[data-chart]")) {
      const table = read(box.dataset.table, +box.dataset.most), chart = echarts.init(box, null, { renderer: "svg" });
      chart.setOption({ textStyle: { ...small, fontFamily: v("--font") }, animation: false, aria: { enabled: true, label: { enabled: false } }, ...kinds[box.dataset.chart](table, box) });
      chart.on("click", (p) => { const url = table.url(p.dataIndex, p.seriesName ? table.heads.indexOf(p.seriesName) : box.dataset.whole); if (url) location.href = url; });
      new ResizeObserver(() => { if (!matchMedia("print").matches && box.isConnected) chart.resize(); }).observe(box);
      addEventListener("beforeprint", () => {  // on paper it is scaled, not drawn again
        const svg = box.querySelector("svg");
        if (svg) svg.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
      });
    }
  };
  const wall = document.querySelector("[data-renew]");
  const renew = async () => {
    let fresh = null;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      if (answer.redirected) location.reload();
      if (answer.ok) fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-renew]");
    } catch { /* the old numbers stay, and say so */ }
    wall.querySelector(".wall__lost").hidden = !!fresh;
    if (!fresh) return;
    for (const box of wall.querySelectorAll("[data-chart]")) echarts.dispose(box);
    wall.replaceChildren(...fresh.childNodes);
    draw();
  };
  draw();
  if (wall) setInterval(renew, wall.dataset.renew * 1000);
})();
