import { placeOf } from "./attendance-outbox.js";

/** One input of the grid. */
export class Cell {
  constructor(input, length) {
    const [, session_id, participant_id, version, minutes] = input.name.split(".");
    this.input = input;
    this.length = length;
    this.session_id = session_id;
    this.participant_id = participant_id;
    this.version = Number(version);
    this.minutes = minutes === "" ? null : Number(minutes);
    this.place = placeOf(this);
    input.readOnly = true;
    input.inputMode = "none";
    this.draw();
  }

  draw() {
    const { minutes, length } = this;
    this.input.value = minutes === null ? "" : minutes === 0 ? "t" : minutes >= length ? "f" : String(minutes);
    this.input.dataset.state =
      minutes === null ? "unmarked" : minutes === 0 ? "present" : minutes >= length ? "absent" : "part";
  }

  get label() {
    const ids = this.input.getAttribute("aria-labelledby").split(" ");
    return ids.map((id) => document.getElementById(id)?.textContent.trim().replace(/\s+/g, " ")).join(", ");
  }

  says(minutes) {
    return minutes === 0 ? "t" : minutes >= this.length ? "f" : String(minutes);
  }
}
