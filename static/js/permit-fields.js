// Shows the fields that only one residence permit asks for. Without scripts they are all shown.
const ground = document.querySelector("#permit_ground");
const groups = document.querySelectorAll("[data-shown-for]");

function update() {
  for (const group of groups) {
    group.hidden = group.dataset.shownFor !== ground.value && !group.querySelector("[aria-invalid]");
  }
}

ground.addEventListener("change", update);
update();
