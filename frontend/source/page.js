// The page around the widgets: what arrives in it while it streams, and how it is left.

/** Promises that all of the page has arrived. */
export const whole = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve();
  else document.addEventListener("DOMContentLoaded", resolve, { once: true });
});

/** Promises what a script of type JSON holds, or null once it is clear that there is none. */
export async function arrival(id) {
  // An element that nothing follows may still be growing.
  const arrived = () => {
    const element = document.getElementById(id);
    return element?.nextSibling ? element : null;
  };
  const seen = new Promise((resolve) => {
    const look = () => {
      if (!arrived()) return;
      watcher.disconnect();
      resolve();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { childList: true, subtree: true });
    whole.then(() => watcher.disconnect());
    look();
  });
  await Promise.race([seen, whole]);
  const element = document.getElementById(id);
  return element && JSON.parse(element.textContent);
}

/** Ends the kernel when its page is left, as it would otherwise wait for nobody. */
export function sayGoodbye({ baseUrl, kernelId }) {
  addEventListener("pagehide", () => {
    const words = new FormData();
    words.append("_xsrf", document.cookie.match(/(?:^|;\s*)_xsrf=([^;]*)/)?.[1] ?? "");
    navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${kernelId}`, words);
  });
}

/** Tells the page how its connection is; the page decides what of it to say. */
export const tell = (state) =>
  document.dispatchEvent(new CustomEvent("wk:connection", { detail: state }));
