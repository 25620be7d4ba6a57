// A shared tablet goes back to its first page when nobody touches it: the next person sees nothing.

const STILL = 120000; // milliseconds without a touch, a key or a move
const page = document.querySelector("[data-return-to]");
let timer = 0;

function wait() {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => window.location.replace(page.dataset.returnTo), STILL);
}

for (const kind of ["pointerdown", "pointermove", "keydown", "input"]) {
  document.addEventListener(kind, wait, { passive: true });
}
wait();
