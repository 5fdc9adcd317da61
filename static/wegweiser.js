/* Small conveniences; every page works without them. */
(() => {
  "use strict";

  document.documentElement.classList.add("live");

  document.addEventListener("DOMContentLoaded", () => {
    const faults = document.querySelector("[data-focus]");
    if (faults) faults.focus();
    /* On a phone the sections are a strip: bring the present one into view. */
    const strip = document.querySelector(".sections ol");
    const here = strip && strip.querySelector("[aria-current]");
    if (here) strip.scrollLeft = here.offsetLeft - strip.offsetLeft - 16;
  });

  /* "None", "not known" and "declined" stand alone: ticking one clears the rest, and the other way round. */
  document.addEventListener(
    "change",
    (event) => {
      const box = event.target;
      const question = box.closest(".question");
      if (!question || box === question || box.closest(".more")) return;
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
