/* Answers that could not be saved are said to be unsaved, stay on the page and are sent again. */
(() => {
  "use strict";

  if (!window.htmx) return;

  const LONGEST_WAIT = 30; // seconds between two tries
  window.htmx.config.timeout = 40000; // the server waits up to 20 s for its turn to write

  const unsent = new Map(); // id of a question -> what sent it last, and whether it is on its way again
  const typed = new Set(); // ids of questions with something typed that was not sent yet
  let tries = 0;
  let timer = 0;
  let why = ""; // what stands in the way: network, busy, login or other
  let leaving = false;

  const place = () => document.getElementById("lost");
  const words = (name) => place().dataset[name]; // in the language of the page

  const say = (nodes) => {
    const again = document.createElement("button");
    again.type = "button";
    again.className = "btn btn-quiet";
    again.textContent = words("again");
    again.addEventListener("click", sendAgain);
    const said = document.createElement("div");
    said.append(...nodes);
    const box = place();
    // Said once, however often it is tried: a screen reader reads every change.
    if (!box.hidden && box.firstElementChild && box.firstElementChild.textContent === said.textContent) return;
    box.replaceChildren(said, ...(unsent.size ? [again] : []));
    box.hidden = false;
  };

  const mark = (id) => document.getElementById(id.replace(/^q-/, "saved-"));

  const remember = (sender) => {
    const question = sender.closest(".question");
    if (!question) return;
    unsent.set(question.id, { sender, flying: false });
    if (mark(question.id)) mark(question.id).textContent = "";
  };

  function sendAgain() {
    clearTimeout(timer);
    for (const [id, entry] of [...unsent]) {
      const question = document.getElementById(id);
      if (entry.flying) continue;
      if (!question || question.hidden) {
        unsent.delete(id);
        continue;
      }
      entry.flying = true;
      // A pressed button may have been replaced; what stands in the fields then counts.
      if (entry.sender !== question && entry.sender.isConnected) window.htmx.trigger(entry.sender, "click");
      else window.htmx.trigger(question, question.matches("[data-step]") ? "submit" : "change");
    }
    settle();
  }

  const later = (seconds) => {
    clearTimeout(timer);
    tries += 1;
    timer = setTimeout(sendAgain, 1000 * Math.min(LONGEST_WAIT, seconds || 2 ** tries));
  };

  const settle = () => {
    if (unsent.size) return;
    clearTimeout(timer);
    tries = 0;
    why = "";
    place().hidden = true;
    place().replaceChildren();
  };

  /* Logging in again changes the seal that every form carries. */
  const seal = (token) => {
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
  };

  const lost = (event) => {
    remember(event.detail.elt);
    why = "network";
    say([words("offline")]);
    later();
  };

  const refused = (event) => {
    const { xhr, elt } = event.detail;
    const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
    const reason = page.querySelector("[data-refused]");
    const token = xhr.getResponseHeader("X-CSRFToken");
    const before = document.body.getAttribute("hx-headers");
    remember(elt);
    if (token) seal(token);
    if (xhr.status === 403 && token && document.body.getAttribute("hx-headers") !== before && tries < 3) {
      tries += 1;
      sendAgain();
      return;
    }
    why = { 401: "login", 429: "busy", 503: "busy" }[xhr.status] || "other";
    say(
      reason
        ? [`${words("refused")} `, ...reason.childNodes]
        : [words("failed").replace("{status}", xhr.status)],
    );
    if (why === "busy") later(Number(xhr.getResponseHeader("Retry-After")));
  };

  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:timeout", lost);
  document.addEventListener("htmx:responseError", refused);

  document.addEventListener("htmx:beforeRequest", (event) => {
    const question = event.detail.elt.closest(".question");
    if (question) typed.delete(question.id);
  });

  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.status !== 422) return;
    const question = event.detail.requestConfig.elt.closest(".question"); // perhaps no longer on the page
    if (!question) {
      settle(); // a page that keeps nothing has got through again
      return;
    }
    unsent.delete(question.id);
    // What was typed meanwhile is not what was saved.
    if (typed.has(question.id) && mark(question.id)) mark(question.id).textContent = "";
    sendAgain();
  });

  document.addEventListener("input", (event) => {
    const question = event.target.closest(".question");
    if (!question) return;
    typed.add(question.id);
    if (mark(question.id)) mark(question.id).textContent = "";
  });

  window.addEventListener("online", sendAgain);
  const back = () => {
    if (why === "login" && !document.hidden) sendAgain();
  };
  window.addEventListener("focus", back);
  document.addEventListener("visibilitychange", back);

  /* A form that cannot get through would leave an error page of the browser in its place. */
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post" || event.defaultPrevented) return; // htmx sends the latter
    if (navigator.onLine && why !== "network") {
      leaving = true;
      return;
    }
    event.preventDefault();
    say([words(unsent.size ? "offline" : "offlineForm")]);
    if (unsent.size) sendAgain();
  });

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (unsent.size || typed.size)) event.preventDefault();
  });
})();
