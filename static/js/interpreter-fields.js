// Shows the fields that the chosen kind of interpreter asks for. Without scripts they are all shown.
const choices = document.querySelectorAll("[name=interpreter_use]");
const groups = document.querySelectorAll("[data-interpreter]");

function update() {
  const chosen = document.querySelector("[name=interpreter_use]:checked");
  for (const group of groups) {
    const isAsked = chosen && group.dataset.interpreter.split(" ").includes(chosen.value);
    group.hidden = !isAsked && !group.querySelector("[aria-invalid]");
  }
}

for (const choice of choices) choice.addEventListener("change", update);
update();
