/* Security keys: hands the browser the question of the server and sends the answer of the key. */
(() => {
  "use strict";

  // What the browser calls a fault, and where the page has the words for it.
  const FAULTS = { NotAllowedError: "notAllowed", InvalidStateError: "known", SecurityError: "address" };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-key]");
    if (!form) return;
    const fault = form.querySelector("[data-key-fault]");
    const asked = JSON.parse(document.getElementById("key-options").textContent);

    const tell = (name) => {
      fault.textContent = fault.dataset[name];
      fault.hidden = false;
    };

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      fault.hidden = true;
      if (!window.PublicKeyCredential || !window.webauthnJSON) {
        tell("browser");
        return;
      }
      try {
        const answer =
          form.dataset.key === "create"
            ? await window.webauthnJSON.create(asked.creation_options)
            : await window.webauthnJSON.get(asked.request_options);
        form.elements.credential.value = JSON.stringify(answer);
        HTMLFormElement.prototype.submit.call(form);
      } catch (error) {
        tell(FAULTS[error.name] || "silent");
      }
    });
  });
})();
