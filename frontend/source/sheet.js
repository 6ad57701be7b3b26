// Style sheets that come with a script that is loaded late.

/** Promises that a style sheet is in use, so that nothing is shown undressed. */
export function link(name) {
  const href = new URL(name, import.meta.url).href;
  return new Promise((resolve) => {
    // A sheet that fails leaves plain widgets, which are better than none.
    const props = { rel: "stylesheet", href, onload: resolve, onerror: resolve };
    document.head.append(Object.assign(document.createElement("link"), props));
  });
}
