// Registering attendance: one tap or key for each mark, saved in the background, kept until it is saved.
// Unsent marks wait in the browser as opaque ids; no name is ever stored there.

import { Cell } from "./attendance-cell.js";
import { Outbox, isOurs, placeOf, post, read, storedKeys } from "./attendance-outbox.js";

const PREFIX = "introportalen.marks";
const RETRY_MS = 15_000;
const PAUSE_MS = 400;
const AT_A_TIME = 200;

class Grid {
  constructor(form) {
    this.form = form;
    this.texts = form.dataset;
    this.url = form.dataset.attendance;
    this.keyPrefix = `${PREFIX}.${form.dataset.user}.`;
    this.outbox = new Outbox(this.keyPrefix + this.url);
    this.status = form.querySelector("[data-status]");
    this.conflictList = form.querySelector("[data-conflicts]");
    this.panel = form.querySelector("[data-minutes-panel]");
    this.panelInput = this.panel.querySelector("input");
    this.conflicts = new Map();
    this.chosen = null;
    this.sending = false;
    this.isRefused = false;
    this.isLeaving = false;
    this.refusal = null;
    this.cells = new Map();
    this.rows = [];
    this.#readCells();
    this.#restore();
    this.#listen();
    this.#show();
    this.send();
  }

  #readCells() {
    const heads = [...this.form.querySelectorAll("thead th[data-session]")];
    const lengths = new Map(heads.map((head) => [head.dataset.session, Number(head.dataset.minutes)]));
    for (const row of this.form.querySelectorAll("tbody tr")) {
      // One place for each column, so that arrows keep to it; null where nothing can be marked.
      const inputs = [...row.querySelectorAll("td")].map((field) => field.querySelector("input"));
      this.rows.push(
        inputs.map((input) => {
          if (!input) return null;
          const cell = new Cell(input, lengths.get(input.name.split(".")[1]));
          this.cells.set(input, cell);
          input.tabIndex = -1;
          return cell;
        }),
      );
    }
    const first = this.cells.keys().next().value;
    if (first) first.tabIndex = 0;
  }

  /** Draw what was marked before the page was closed and is not saved yet. */
  #restore() {
    for (const cell of this.cells.values()) {
      const waiting = this.outbox.get(cell.place);
      if (!waiting) continue;
      cell.minutes = waiting.minutes_absent;
      cell.draw();
      cell.input.dataset.unsent = "";
    }
  }

  #listen() {
    for (const element of this.form.querySelectorAll("[data-with-script]")) element.hidden = false;
    for (const element of this.form.querySelectorAll("[data-without-script]")) element.hidden = true;
    this.form.addEventListener("submit", (event) => this.#onSubmit(event));
    this.form.addEventListener("keydown", (event) => this.#onKey(event));
    this.form.addEventListener("click", (event) => this.#onClick(event));
    this.form.addEventListener("contextmenu", (event) => this.#onLongPress(event));
    this.form.addEventListener("focusin", (event) => this.#choose(this.cells.get(event.target)));
    this.panelInput.addEventListener("change", () => this.#onMinutes());
    window.addEventListener("online", () => this.send());
    window.addEventListener("beforeunload", (event) => {
      if (this.outbox.size && !this.isLeaving) event.preventDefault();
    });
    document.addEventListener("visibilitychange", () => this.send());
    setInterval(() => this.send(), RETRY_MS);
    const signOut = document.querySelector(".user-menu");
    signOut?.addEventListener("submit", (event) => this.#onSignOut(event));
  }

  #onSubmit(event) {
    event.preventDefault();
    const session = event.submitter?.name === "everybody" ? event.submitter.value : null;
    for (const cell of this.cells.values()) {
      if (cell.session_id === session && cell.minutes === null) this.mark(cell, 0);
    }
    this.send();
  }

  #onClick(event) {
    const cell = this.cells.get(event.target);
    if (cell) this.#toggle(cell);
  }

  #onLongPress(event) {
    const cell = this.cells.get(event.target);
    if (!cell) return;
    event.preventDefault();
    this.#choose(cell);
    this.panelInput.focus();
    this.panelInput.select();
  }

  #onKey(event) {
    const cell = this.cells.get(event.target);
    if (event.target === this.panelInput && event.key === "Enter") {
      event.preventDefault();
      this.#onMinutes();
      this.chosen?.input.focus();
    }
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (/^[0-9]$/.test(key)) this.#onDigit(cell, key);
    else if (key === "t" || key === " ") this.#toggle(cell);
    else if (key === "f") this.mark(cell, cell.length);
    else if (key === "backspace") this.#takeDigit(cell);
    else if (!this.#move(cell, key)) return;
    event.preventDefault();
  }

  #toggle(cell) {
    this.typed = null;
    this.mark(cell, cell.minutes === 0 ? cell.length : 0);
  }

  /** Digits in a row on the same cell make one number. */
  #onDigit(cell, digit) {
    const before = this.typed?.cell === cell ? this.typed.digits : "";
    const digits = Number(before + digit) <= cell.length ? before + digit : digit;
    if (Number(digits) > cell.length) return this.#say(fill(this.texts.textTooLong, { minutes: cell.length }));
    this.typed = { cell, digits };
    this.mark(cell, Number(digits));
  }

  #takeDigit(cell) {
    const digits = this.typed?.cell === cell ? this.typed.digits.slice(0, -1) : "";
    this.typed = { cell, digits };
    if (digits) this.mark(cell, Number(digits));
  }

  #onMinutes() {
    const cell = this.chosen;
    const text = this.panelInput.value.trim();
    if (!cell || text === "") return;
    if (!/^[0-9]{1,4}$/.test(text) || Number(text) > cell.length) {
      this.panelInput.setAttribute("aria-invalid", "true");
      this.#say(fill(this.texts.textTooLong, { minutes: cell.length }));
      return;
    }
    this.panelInput.removeAttribute("aria-invalid");
    this.mark(cell, Number(text));
  }

  #move(cell, key) {
    const rtl = getComputedStyle(this.form).direction === "rtl" ? -1 : 1;
    const steps = {
      arrowup: [-1, 0],
      arrowdown: [1, 0],
      enter: [1, 0],
      arrowleft: [0, -rtl],
      arrowright: [0, rtl],
    };
    const step = steps[key];
    if (!step) return false;
    let row = this.rows.findIndex((cells) => cells.includes(cell));
    let column = this.rows[row].indexOf(cell);
    do {
      row += step[0];
      column += step[1];
    } while (this.rows[row] && column in this.rows[row] && !this.rows[row][column]);
    const next = this.rows[row]?.[column];
    if (next) next.input.focus();
    return true;
  }

  #choose(cell) {
    if (!cell) return;
    if (this.chosen && this.chosen !== cell) {
      this.chosen.input.tabIndex = -1;
      this.typed = null;
    }
    this.chosen = cell;
    this.panel.hidden = false;
    cell.input.tabIndex = 0;
    this.panel.querySelector("[data-place]").textContent = cell.label;
    this.#fillPanel();
  }

  #fillPanel() {
    const { minutes } = this.chosen;
    this.panelInput.value = minutes ? String(minutes) : "";
    this.panelInput.removeAttribute("aria-invalid");
  }

  mark(cell, minutes) {
    if (cell.minutes === minutes) return;
    cell.minutes = minutes;
    cell.draw();
    cell.input.dataset.unsent = "";
    this.outbox.put({
      session_id: cell.session_id,
      participant_id: cell.participant_id,
      minutes_absent: minutes,
      base_version: this.conflicts.get(cell.place)?.their_version ?? cell.version,
    });
    this.#settle(cell.place);
    if (this.chosen === cell) this.#fillPanel();
    this.#show();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.send(), PAUSE_MS);
  }

  /** Send what waits; whatever is marked meanwhile follows in the next round. */
  async send() {
    const marks = this.#sendable();
    if (this.sending || !marks.length) return;
    this.sending = true;
    let isAnswered = false;
    try {
      const response = await post(this.url, marks.slice(0, AT_A_TIME), this.#token());
      isAnswered = isOurs(response);
      this.isRefused = !isAnswered;
      if (isAnswered) this.#take(await response.json());
    } catch {
      this.isRefused = false; // no network: the marks wait, and are counted
    } finally {
      this.sending = false;
    }
    this.#show();
    if (isAnswered && this.#sendable().length) setTimeout(() => this.send(), PAUSE_MS);
  }

  #sendable() {
    return this.outbox.all().filter((mark) => !this.conflicts.has(placeOf(mark)));
  }

  #token() {
    return this.form.querySelector("input[name=csrf_token]").value;
  }

  #take({ accepted, conflicts, refused }) {
    this.refusal = null;
    const cells = new Map([...this.cells.values()].map((cell) => [cell.place, cell]));
    for (const each of accepted) {
      const place = placeOf(each);
      this.outbox.remove(place, each.minutes_absent);
      const cell = cells.get(place);
      if (cell) cell.version = each.version;
      const waiting = this.outbox.get(place);
      if (waiting) this.outbox.put({ ...waiting, base_version: each.version });
      else delete cell?.input.dataset.unsent;
    }
    for (const each of conflicts) this.conflicts.set(placeOf(each), each);
    for (const each of refused) {
      const place = placeOf(each);
      this.outbox.remove(place);
      const cell = cells.get(place);
      if (!cell) continue;
      const [, , , , shown] = cell.input.name.split(".");
      cell.minutes = shown === "" ? null : Number(shown);
      cell.draw();
      delete cell.input.dataset.unsent;
      this.refusal = `${cell.label}: ${each.message}`;
    }
    this.#drawConflicts(cells);
  }

  #drawConflicts(cells) {
    this.conflictList.replaceChildren();
    for (const [place, conflict] of this.conflicts) {
      const cell = cells.get(place);
      if (!cell) continue;
      const item = document.createElement("li");
      const values = {
        who: conflict.marked_by,
        theirs: cell.says(conflict.their_minutes_absent),
        yours: cell.says(conflict.minutes_absent),
      };
      item.append(`${cell.label}: ${fill(this.texts.textConflict, values)} `);
      item.append(
        choice(this.texts.textMine, () => this.#keepMine(cell, conflict)),
        choice(this.texts.textTheirs, () => this.#keepTheirs(cell, conflict)),
      );
      this.conflictList.append(item);
    }
  }

  #keepMine(cell, conflict) {
    cell.version = conflict.their_version;
    this.outbox.put({
      session_id: cell.session_id,
      participant_id: cell.participant_id,
      minutes_absent: cell.minutes,
      base_version: conflict.their_version,
    });
    this.#settle(cell.place);
    cell.input.focus();
    this.send();
  }

  #keepTheirs(cell, conflict) {
    cell.version = conflict.their_version;
    cell.minutes = conflict.their_minutes_absent;
    cell.draw();
    this.outbox.remove(cell.place);
    delete cell.input.dataset.unsent;
    this.#settle(cell.place);
    cell.input.focus();
    this.#show();
  }

  #settle(place) {
    if (!this.conflicts.delete(place)) return;
    this.#drawConflicts(new Map([...this.cells.values()].map((cell) => [cell.place, cell])));
  }

  #show() {
    const count = this.outbox.size;
    this.status.dataset.tone = count ? "warning" : "quiet";
    if (this.isRefused) {
      const link = document.createElement("a");
      link.href = location.pathname;
      link.textContent = this.texts.textReloadLink;
      link.addEventListener("click", () => (this.isLeaving = true));
      this.status.replaceChildren(`${this.texts.textReload} `, link);
    } else if (this.refusal) this.#say(this.refusal);
    else if (count) this.#say(fill(this.texts.textUnsent, { count }));
    else this.#say(this.texts.textSaved);
    this.#showOtherWeeks();
  }

  /** Weeks with marks that are not saved: the page of each sends its own. */
  #showOtherWeeks() {
    const others = storedKeys(this.keyPrefix).filter((key) => key !== this.outbox.key && read(key).length);
    if (!others.length) return;
    this.status.append(` ${this.texts.textOtherWeeks}`);
    for (const key of others) {
      const path = key.slice(this.keyPrefix.length).replace(/\/[^/]+$/, "");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = fill(this.texts.textOpenWeek, { week: path.split("/").pop() });
      this.status.append(" ", link);
    }
  }

  #say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  #onSignOut(event) {
    if (this.outbox.size && !window.confirm(this.texts.textLeave)) {
      event.preventDefault();
      return;
    }
    for (const key of storedKeys(PREFIX)) localStorage.removeItem(key);
    this.outbox.marks.clear();
  }
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function choice(text, action) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button";
  button.dataset.variant = "secondary";
  button.dataset.size = "sm";
  button.textContent = text;
  button.addEventListener("click", action);
  return button;
}

const form = document.querySelector("form[data-attendance]");
if (form) new Grid(form);
