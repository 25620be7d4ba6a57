// Checks the draft while it is written. Without scripts the check is renewed when the draft is saved.
const form = document.querySelector("[data-check-url]");
const PAUSE = 600;
let timer;
let running;

async function renew() {
  running?.abort();
  running = new AbortController();
  const sent = new FormData(form);
  sent.delete("submission_id");
  try {
    const answer = await fetch(form.dataset.checkUrl, { method: "POST", body: sent, signal: running.signal });
    if (!answer.ok) return;
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (error.name !== "AbortError") console.warn(error);
  }
}

function show(page) {
  const fresh = page.querySelector("#plan-check");
  const shown = document.querySelector("#plan-check");
  if (!fresh || shown.contains(document.activeElement)) return;
  shown.replaceWith(fresh);
  for (const place of document.querySelectorAll("[data-reading]")) {
    const text = fresh.querySelector(`[data-reading-of="${place.dataset.reading}"]`);
    if (text) place.textContent = text.textContent;
  }
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(renew, PAUSE);
});
