/* Security keys: hands the browser the question of the server and sends the answer of the key. */
(() => {
  "use strict";

  const FAULTS = {
    NotAllowedError: "Das hat nicht geklappt: abgebrochen, zu spät, oder der Schlüssel ist hier nicht eingerichtet.",
    InvalidStateError: "Dieser Schlüssel ist schon eingerichtet.",
    SecurityError: "Unter dieser Adresse gehen keine Sicherheitsschlüssel. Nehmen Sie die App mit Codes.",
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-key]");
    if (!form) return;
    const fault = form.querySelector("[data-key-fault]");
    const asked = JSON.parse(document.getElementById("key-options").textContent);

    const tell = (text) => {
      fault.textContent = text;
      fault.hidden = false;
    };

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      fault.hidden = true;
      if (!window.PublicKeyCredential || !window.webauthnJSON) {
        tell("Dieser Browser kennt keine Sicherheitsschlüssel. Nehmen Sie die App mit Codes.");
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
        tell(FAULTS[error.name] || "Der Schlüssel hat nicht geantwortet. Versuchen Sie es noch einmal.");
      }
    });
  });
})();
