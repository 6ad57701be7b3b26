// Fetches a part's script, once a page however many parts there are: from the workshop's static
// address where that is served, otherwise from the kernel. It travels with every part: keep it small.
const v = "VERSION", d = document, page = window["wk" + v] ??= {},
  once = (key, make) => page[key] ??= make(),
  link = (href) => new Promise((onload, onerror) => d.head.append(
    Object.assign(d.createElement("link"), { rel: "stylesheet", href, onload, onerror })));

export default {
  async render({ model, el }) {
    const ask = (file) => new Promise((yes, no) => {
      model.on("msg:custom", (m, b) => m.file == file && yes(URL.createObjectURL(new Blob(b, m))));
      model.send({ file });
      setTimeout(no, 3e4);
    }),
    // The style sheet comes first: whether it arrives tells whether the address is served.
    served = async () => {
      try {
        const at = location.origin + JSON.parse(d.getElementById("jupyter-config-data").text).baseUrl
          + "voila/templates/workshop/static/parts/";
        await link(at + "all.css?v=" + v);
        return at;
      } catch {
        await link(await ask("all.css"));
      }
    },
    // Without an address this imports a bare name, which fails at once, and the kernel is asked.
    load = (name) => once(name, async () => import(await once("at", served) + name + "?v=" + v)
      .catch(async () => import(await ask(name)))),
    // All scripts come in one file; what is too large for it comes alone.
    file = async (name) => (await load("all.js")).default[name] ?? load(name);
    try {
      return await (await file(model.get("_script"))).default({ model, el, file });
    } catch (e) {
      console.warn(e);
      el.append(model.get("words").failed);
    }
  },
};
