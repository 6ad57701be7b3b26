// Fetches a part's script, once a page however many parts there are: from the workshop's static
// address where that is served, otherwise from the kernel. It travels with every part: keep it small.
const v = "VERSION", page = (globalThis["wk" + v] ??= {}),
  once = (key, make) => (page[key] ??= make().catch((e) => { delete page[key]; throw e; })),
  link = (href) => new Promise((onload, onerror) => document.head.append(
    Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload, onerror })));

export default {
  async render({ model, el }) {
    const ask = (file, type) => new Promise((yes, no) => {
      model.on("msg:custom", (m, b) => m.file == file && yes(URL.createObjectURL(new Blob(b, { type }))));
      model.send({ file });
      setTimeout(no, 3e4);
    }),
    // The stylesheet comes first: whether it arrives tells whether the address is served.
    served = async () => {
      try {
        const at = JSON.parse(document.getElementById("jupyter-config-data").text).baseUrl
          + "voila/templates/workshop/static/parts/";
        await link(at + "parts.css?v=" + v);
        return at;
      } catch {
        await link(await ask("parts.css", "text/css"));
      }
    },
    file = (name) => once(name, async () => {
      const at = await once("at", served);
      return import(at ? at + name + "?v=" + v : await ask(name, "text/javascript"));
    });
    try {
      return await (await file(model.get("_script"))).default({ model, el, file });
    } catch (e) {
      console.warn(e);
      el.append(model.get("words").failed);
    }
  },
};
