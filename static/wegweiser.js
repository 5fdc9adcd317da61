/* Small conveniences; every page works without them. */
(() => {
  "use strict";

  document.documentElement.classList.add("live");

  document.addEventListener("DOMContentLoaded", () => {
    const faults = document.querySelector("[data-focus]");
    if (faults) faults.focus();
    /* On a phone sections and tabs are strips: bring the present one into view. */
    for (const strip of document.querySelectorAll(".sections ol, .tabs, .ways-to-ask")) {
      const here = strip.querySelector("[aria-current]");
      if (here) strip.scrollLeft = here.offsetLeft - strip.offsetLeft - 16;
    }
  });

  /* "None", "not known" and "declined" stand alone: ticking one clears the rest, and the other way round. */
  document.addEventListener(
    "change",
    (event) => {
      const box = event.target;
      const question = box.closest(".question");
      if (!question || box === question || box.closest(".more, .holds-for")) return;
      const ticked = box.type !== "checkbox" || box.checked;
      if (!ticked) return;
      const boxes = [...question.querySelectorAll("input[type=checkbox]")].filter((other) => other !== box);
      const alone = box.hasAttribute("data-alone");
      for (const other of boxes) if (alone || other.hasAttribute("data-alone")) other.checked = false;
      const day = question.querySelector(".day-field");
      if (alone && day) day.value = "";
    },
    true, // before htmx collects the fields
  );

  /* Enter in a date saves that answer; it does not leave the place on the page. */
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || !window.htmx || !field.matches(".day-field")) return;
    if (field.closest("[data-step]")) return; // there Enter goes on to the next question
    event.preventDefault();
    field.blur(); // tells of the change
    field.focus();
  });

  /* A button that has gone with its question leaves the focus to the answer. */
  const keepFocus = (old) => {
    const question = old && document.activeElement === document.body && document.getElementById(old.id);
    const fields = question && [...question.querySelectorAll("input:not([type=hidden]), select")];
    if (fields && fields.length) (fields.find((field) => field.checked) || fields[0]).focus();
  };

  /* One question at a time: the focus goes on to the next one, to what was refused, or to the end. */
  document.addEventListener("htmx:afterSwap", (event) => {
    const step = event.detail.target;
    if (step.id !== "step") return;
    const first = [".error-summary", ".question input:checked", ".question input:not([type=hidden]), .question select", "#end"]
      .map((found) => step.querySelector(found))
      .find((found) => found);
    if (!first) return;
    first.focus({ preventScroll: true });
    const top = step.parentElement.getBoundingClientRect().top;
    if (top < 0) window.scrollBy(0, top - 16);
  });

  /* A question is found by its number where it stands on the page; otherwise the form asks the server. */
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-jump]")) return;
    const wanted = event.target.querySelector("input").value.replace(/[\s.]/g, "").toLowerCase();
    const number = wanted.replace(/^([a-z])0+/, "$1");
    const found = [...document.querySelectorAll(".question-number")].find(
      (shown) => shown.textContent.replace(/\s/g, "").toLowerCase() === number,
    );
    if (!found) return;
    event.preventDefault();
    const question = found.closest(".question");
    question.scrollIntoView();
    const fields = [...question.querySelectorAll("input:not([type=hidden]), select")];
    (fields.find((field) => field.checked) || fields[0]).focus({ preventScroll: true });
  });

  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.status !== 422) return;
    keepFocus(event.detail.requestConfig.elt.closest(".question")); // perhaps no longer on the page
  });

  /* A link waits for the answers that are on their way. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const sending = () => document.querySelector(".htmx-request");
    if (!link || link.target || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !sending()) return;
    event.preventDefault();
    const latest = Date.now() + 5000;
    const follow = () => (sending() && Date.now() < latest ? setTimeout(follow, 30) : location.assign(link.href));
    follow();
  });
})();
