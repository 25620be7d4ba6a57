// Lets files be dropped on the field, and lists what is chosen. Without this script the field works alone.

const box = document.querySelector("[data-file-drop]");
const input = box?.querySelector("input[type=file]");
const list = box?.querySelector("[data-drop-list]");

function show() {
  list.replaceChildren(
    ...[...input.files].map((file) => {
      const item = document.createElement("li");
      const name = document.createElement("bdi");
      name.textContent = file.name;
      item.append(name);
      return item;
    }),
  );
}

if (input) {
  box.querySelector("[data-drop-hint]").hidden = false;
  input.addEventListener("change", show);
  for (const kind of ["dragenter", "dragover"]) {
    box.addEventListener(kind, (event) => {
      event.preventDefault();
      box.dataset.over = "";
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    box.addEventListener(kind, () => delete box.dataset.over);
  }
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    const chosen = new DataTransfer();
    for (const file of [...input.files, ...event.dataTransfer.files]) chosen.items.add(file);
    input.files = chosen.files;
    show();
  });
}
