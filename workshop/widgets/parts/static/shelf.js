// The place in the browser's own storage where answers are kept. Where there is none (a private
// window, a full disk), the page works as before and only forgets.

const ROOM = "right-conversation/";
const VERSION = 1; // goes up when what is kept changes its shape; what an older page kept is let go
const SHELF = `${ROOM}${VERSION}/`;

/** Does something with the storage; returns null where there is none, and tells `failed`. */
function attempt(step, failed = () => {}) {
  try {
    return step();
  } catch (problem) {
    console.info("The browser keeps nothing here:", problem.message);
    failed();
    return null;
  }
}

const parsed = (text) => attempt(() => JSON.parse(text));

/** Returns what is kept under a name, or null. */
export const recall = (name) => parsed(attempt(() => localStorage.getItem(SHELF + name)));

/** Keeps a value under a name; an empty one is forgotten. */
export function keep(name, value, failed) {
  attempt(() => {
    if (Object.keys(value).length) localStorage.setItem(SHELF + name, JSON.stringify(value));
    else localStorage.removeItem(SHELF + name);
  }, failed);
}

/** Tells whether anything can be kept at all. */
export function test(failed) {
  attempt(() => {
    localStorage.setItem(`${SHELF}?`, "?");
    localStorage.removeItem(`${SHELF}?`);
  }, failed);
}

/** Forgets everything that any version of these pages kept. */
export const forget = () =>
  attempt(() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(ROOM)) localStorage.removeItem(name);
  });

/** Hears what another page of this browser keeps under a name ({} once it forgot it). */
export function listen(name, heard) {
  const on = ({ key, newValue, storageArea }) => {
    if (storageArea !== localStorage) return;
    if (key === SHELF + name) heard(parsed(newValue) ?? {});
    else if (key === null) heard({}); // everything was cleared
  };
  addEventListener("storage", on);
  return () => removeEventListener("storage", on);
}
