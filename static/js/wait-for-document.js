// Asks now and then whether the sheet is ready, and shows the page again when it is.
// Without this script the reader loads the page again herself.

const EVERY_MILLISECONDS = 700;
const MOST_TRIES = 60;

async function wait(address) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await new Promise((resume) => setTimeout(resume, EVERY_MILLISECONDS));
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (answer.ok && (await answer.json()).status !== "waiting") {
        location.replace(location.pathname);
        return;
      }
    } catch {
      // The network is away for a moment: ask again.
    }
  }
}

const waiting = document.querySelector("[data-wait-for]");
if (waiting) {
  wait(waiting.dataset.waitFor);
}
