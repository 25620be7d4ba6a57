// Moves the progress bar while sheets are made, and shows the page again when they are.
// Without this script the reader follows a link to see the page again.

const EVERY_MILLISECONDS = 1000;
const MOST_TRIES = 900; // a page that is left open must not keep its reader signed in for ever

async function follow(box) {
  const bar = box.querySelector("progress");
  const text = box.querySelector("[data-progress-text]");
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await new Promise((resume) => setTimeout(resume, EVERY_MILLISECONDS));
    try {
      const answer = await fetch(box.dataset.progressOf, { headers: { Accept: "application/json" } });
      if (answer.redirected || answer.status === 404) {
        location.reload(); // signed out, or gone
        return;
      }
      const progress = await answer.json();
      bar.max = progress.total;
      bar.value = progress.settled;
      text.textContent = progress.text;
      if (progress.is_finished) {
        location.reload();
        return;
      }
    } catch {
      // The network is away for a moment: ask again.
    }
  }
}

const box = document.querySelector("[data-progress-of]");
if (box) {
  follow(box);
}
