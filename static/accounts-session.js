/* Warns before an idle session ends. The server decides when that is; this only asks and shows. */
(() => {
  "use strict";

  const dialog = document.getElementById("session-end");
  if (!dialog || !dialog.showModal) return;
  const { address } = dialog.dataset;
  const warning = Number(dialog.dataset.warning);
  const part = (name) => dialog.querySelector(name);
  const STEP = 60; // how exactly the server keeps the time of the last request
  let timer = 0;
  let ends = 0; // when the session ends, by the clock of this page

  /* Seconds left; 0 where there is no session any more; null where nobody answers. Looking does not use the session. */
  const left = async (method, looking = true) => {
    const headers = looking ? { "X-Idle": "1" } : {};
    if (method === "POST") headers["X-CSRFToken"] = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
    try {
      const answer = await fetch(address, { method, headers, redirect: "manual", cache: "no-store" });
      if (answer.ok) return (await answer.json()).seconds;
      return answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403 ? 0 : null;
    } catch {
      return null;
    }
  };

  const later = (seconds, what) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(what, Math.max(1, seconds) * 1000);
  };

  const show = (state) => {
    part("#session-end-title").textContent = part(`[data-state="${state}"]`).dataset.title;
    part('[data-state="warning"]').hidden = state !== "warning";
    part('[data-state="over"]').hidden = state !== "over";
    dialog.classList.toggle("is-over", state === "over");
    if (!dialog.open) dialog.showModal();
  };

  const over = () => {
    window.clearTimeout(timer);
    show("over");
  };

  const minutes = (seconds) => (seconds > 90 ? `${Math.round(seconds / 60)} ${dialog.dataset.minutes}` : `${seconds} ${dialog.dataset.seconds}`);

  const count = () => {
    const seconds = Math.ceil((ends - Date.now()) / 1000);
    if (seconds <= 0) {
      look();
      return;
    }
    part("[data-left]").textContent = minutes(seconds);
    // Somebody may have gone on in another window.
    if (seconds % 15 === 0) look();
    else later(1, count);
  };

  const plan = (seconds) => {
    if (seconds === null) later(15, look);
    else if (seconds <= 0) over();
    else if (seconds > warning) {
      if (dialog.open) dialog.close();
      later(seconds - warning, look);
    } else {
      ends = Date.now() + seconds * 1000;
      show("warning");
      part("[data-left]").textContent = minutes(seconds);
      later(1, count);
    }
  };

  const look = async () => plan(await left("GET"));

  part("[data-stay]").addEventListener("click", async () => {
    // The seal of this page is out of date where somebody has logged in again in another window.
    plan((await left("POST")) || (await left("GET", false)));
  });
  part("[data-back]").addEventListener("click", async () => {
    const seconds = await left("GET");
    part("[data-still-out]").hidden = Boolean(seconds);
    if (seconds) plan(seconds);
  });
  // Escape would uncover the page of somebody who is logged out.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  // A laptop that was closed has slept through its timers.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
  });
  later(Number(dialog.dataset.idle) - warning - STEP, look);
})();
