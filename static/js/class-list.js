// The class list on a phone: everybody is here but those tapped. What is saved waits in the browser, as opaque
// ids, until the server has it.

import { Outbox, isOurs, placeOf, post } from "./attendance-outbox.js";

const RETRY_MS = 15_000;

class ClassList {
  constructor(form) {
    this.form = form;
    this.texts = form.dataset;
    this.length = Number(form.dataset.length);
    this.status = form.querySelector("[data-status]");
    this.people = [...form.querySelectorAll("[data-person]")].map((row) => new Person(row, this));
    // The same key as the week grid, so that either page sends what the other could not.
    this.outbox = new Outbox(`introportalen.marks.${form.dataset.user}.${form.dataset.class}`);
    this.sending = false;
    for (const person of this.people) person.restore(this.outbox.get(person.place));
    form.addEventListener("submit", (event) => this.#onSubmit(event));
    window.addEventListener("online", () => this.send());
    window.addEventListener("beforeunload", (event) => {
      if (this.outbox.size && !this.isLeaving) event.preventDefault();
    });
    setInterval(() => this.send(), RETRY_MS);
    if (this.outbox.size) this.send();
  }

  #onSubmit(event) {
    event.preventDefault();
    for (const person of this.people) this.outbox.put(person.mark());
    this.send();
  }

  async send() {
    if (this.sending || !this.outbox.size) return;
    this.sending = true;
    this.#say(this.texts.textUnsent.replace("{count}", this.outbox.size), "warning");
    try {
      const token = this.form.querySelector("input[name=csrf_token]").value;
      const response = await post(this.form.dataset.class, this.outbox.all(), token);
      if (isOurs(response)) this.#take(await response.json());
      else this.#say(this.texts.textReload, "warning");
    } catch {
      // No network, or a busy server: the marks wait, and the line above counts them.
    } finally {
      this.sending = false;
    }
  }

  #take({ accepted, conflicts, refused }) {
    const people = new Map(this.people.map((person) => [person.place, person]));
    for (const each of accepted) {
      this.outbox.remove(placeOf(each));
      people.get(placeOf(each))?.keep(each.version);
    }
    for (const each of conflicts) {
      this.outbox.remove(placeOf(each));
      const text = this.texts.textConflict.replace("{who}", each.marked_by);
      people.get(placeOf(each))?.complain(text, each.their_version);
    }
    for (const each of refused) {
      this.outbox.remove(placeOf(each));
      people.get(placeOf(each))?.complain(each.message);
    }
    const isWhole = !conflicts.length && !refused.length;
    this.#say(isWhole ? this.texts.textSaved : "", isWhole ? "quiet" : "warning");
    this.form.querySelector("[data-conflict]:not([hidden])")?.scrollIntoView({ block: "center" });
  }

  #say(text, tone) {
    this.status.textContent = text;
    this.status.dataset.tone = tone;
  }
}

class Person {
  constructor(row, list) {
    this.row = row;
    this.list = list;
    this.session_id = list.form.dataset.session;
    this.participant_id = row.dataset.person;
    this.place = placeOf(this);
    this.version = row.querySelector("input[type=hidden]");
    this.minutes = row.querySelector("select");
    this.note = row.querySelector("[data-conflict]");
  }

  get presence() {
    return this.row.querySelector("input[type=radio]:checked").value;
  }

  mark() {
    const { presence } = this;
    const minutes = Number(this.minutes.value);
    const away = { present: 0, absent: this.list.length }[presence] ?? minutes;
    return {
      session_id: this.session_id,
      participant_id: this.participant_id,
      minutes_absent: away,
      minutes_late: presence === "late" ? minutes : 0,
      minutes_left_early: presence === "left_early" ? minutes : 0,
      base_version: Number(this.version.value),
    };
  }

  /** Show what was chosen before the page was closed, and is not saved yet. */
  restore(waiting) {
    if (!waiting) return;
    const { minutes_absent: away, minutes_late: late, minutes_left_early: early } = waiting;
    const chosen = away === 0 ? "present" : away >= this.list.length ? "absent" : late ? "late" : early ? "left_early" : "part";
    const radio = this.row.querySelector(`input[value=${chosen}]`);
    if (radio) radio.checked = true;
    if (away) this.minutes.value = String(away);
  }

  keep(version) {
    this.version.value = version;
    this.note.hidden = true;
  }

  complain(text, version) {
    if (version !== undefined) this.version.value = version;
    this.note.textContent = text;
    this.note.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-class]")) new ClassList(form);
