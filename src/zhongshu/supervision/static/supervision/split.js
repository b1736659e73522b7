/* Zhongshu, Apache-2.0. A card in the hand lights its sentence, and the sentence its card. The page works without this. */
"use strict";
(() => {
  const text = document.querySelector(".mins");
  const mark = (number) => [...text.querySelectorAll("mark[data-cards]")].find((one) => one.dataset.cards.split(" ").includes(number));
  const light = (number) => {
    text.querySelectorAll("mark.is-lit").forEach((one) => one.classList.remove("is-lit"));
    document.querySelectorAll(".tcard.is-lit").forEach((one) => one.classList.remove("is-lit"));
    const lit = mark(number), card = document.querySelector(`[data-card="${number}"]`);
    if (card) card.classList.add("is-lit");
    if (!lit) return;
    lit.classList.add("is-lit");
    const top = lit.offsetTop - text.offsetTop, inside = top >= text.scrollTop && top < text.scrollTop + text.clientHeight - 60;
    if (!inside) text.scrollTop = top - text.clientHeight / 3;
  };
  document.addEventListener("focusin", (e) => { const card = e.target.closest("[data-card]"); if (card) light(card.dataset.card); });
  document.addEventListener("click", (e) => {
    const card = e.target.closest("[data-card]"), lit = e.target.closest("mark[data-cards]");
    if (card) light(card.dataset.card);
    else if (lit && !e.target.closest("a")) {
      const number = lit.dataset.cards.split(" ")[0];
      light(number);
      document.querySelector(`[data-card="${number}"]`).scrollIntoView({ block: "center" });
    }
  });
})();
