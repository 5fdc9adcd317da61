/* The editor of a text: sets a citation where the cursor stands, and warns before unsaved words are left. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-editor]");
  if (!form) return;
  const text = form.querySelector("textarea[name=text]");
  let changed = form.hasAttribute("data-unsaved");
  let sent = false;

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=fundstelle]");
    if (!button) return;
    event.preventDefault();
    const hole = text.value.indexOf("[[]]");
    const [from, to] = hole < 0 ? [text.selectionStart, text.selectionEnd] : [hole, hole + 4];
    const before = text.value.slice(0, from);
    const space = before && !/\s$/.test(before) ? " " : "";
    text.setRangeText(`${space}[[${button.value}]]`, from, to, "end");
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });

  text.addEventListener("input", () => {
    changed = true;
  });
  form.addEventListener("submit", (event) => {
    // The paper opens beside the page; what is typed stays unsaved.
    if (event.submitter && event.submitter.formTarget === "_blank") return;
    sent = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed && !sent) event.preventDefault();
  });
})();
