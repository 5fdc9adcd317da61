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
      if (!question || box.closest(".more")) return;
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

  /* What could not be sent has to be seen, and stays on the page. */
  const lost = (text) => {
    const place = document.getElementById("lost");
    place.textContent = text;
    place.hidden = false;
  };
  document.addEventListener("htmx:sendError", () =>
    lost("Die letzte Antwort ist nicht gespeichert: keine Verbindung. Sie steht noch auf der Seite; bitte erneut senden, sobald die Verbindung wieder da ist."),
  );
  document.addEventListener("htmx:responseError", (event) =>
    lost(`Die letzte Antwort ist nicht gespeichert (Fehler ${event.detail.xhr.status}). Sie steht noch auf der Seite; bitte laden Sie die Seite in einem zweiten Fenster neu.`),
  );
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.xhr.status < 400) document.getElementById("lost").hidden = true;
  });
})();
