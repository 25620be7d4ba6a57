// Marks that are not saved yet: kept in the browser, as opaque ids, and sent.

/** Marks that the server has not confirmed, by cell. Survives reloads and lost connections. */
export class Outbox {
  constructor(key) {
    this.key = key;
    this.marks = new Map();
    for (const mark of read(key)) this.marks.set(placeOf(mark), mark);
  }

  put(mark) {
    this.marks.set(placeOf(mark), mark);
    this.#keep();
  }

  /** Forget a mark, unless it has been changed since it was sent. */
  remove(place, minutes) {
    const mark = this.marks.get(place);
    if (mark && (minutes === undefined || mark.minutes_absent === minutes)) this.marks.delete(place);
    this.#keep();
  }

  get(place) {
    return this.marks.get(place);
  }

  all() {
    return [...this.marks.values()];
  }

  get size() {
    return this.marks.size;
  }

  #keep() {
    try {
      if (this.marks.size) localStorage.setItem(this.key, JSON.stringify(this.all()));
      else localStorage.removeItem(this.key);
    } catch {
      // Storage is full or forbidden: the marks still wait in the page, and leaving it warns.
    }
  }
}

export function read(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

export function storedKeys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

export function placeOf({ session_id, participant_id }) {
  return `${session_id}.${participant_id}`;
}

export function post(url, marks, token) {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ marks }),
    redirect: "manual",
    credentials: "same-origin",
  });
}

/** Tell whether the marks were taken; a busy server is asked again later. */
export function isOurs(response) {
  if (response.status >= 500 || response.status === 429) throw new Error("try again");
  return response.status === 201; // else the session is over, or the page is too old
}
