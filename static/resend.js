/* Sends what came back once more, with the seal that is valid now: logging in again has changed it. */
(() => {
  "use strict";

  const form = document.getElementById("resend");
  if (!form) return;
  let sent = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const lost = document.getElementById("lost");
    lost.hidden = true;
    try {
      const answer = await fetch(form.getAttribute("data-token"), { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      form.querySelector("[name=csrfmiddlewaretoken]").value = await answer.text();
    } catch {
      lost.textContent = lost.dataset.offline;
      lost.hidden = false;
      return;
    }
    sent = true;
    HTMLFormElement.prototype.submit.call(form); // a field may be called submit
  });

  window.addEventListener("beforeunload", (event) => {
    if (!sent) event.preventDefault();
  });
})();
