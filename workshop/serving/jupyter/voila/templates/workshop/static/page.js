// What a page says while it starts, and what it says when its kernel goes away.
// Loaded before the body, so that the theme is right from the first paint; asks for nothing.
(() => {
  const SLOW_AFTER = 10_000; // ms; from here on silence reads as failure
  const STUCK_AFTER = 60_000;
  const DRAWN_WITHIN = 15_000; // a widget that never draws must not hide the others for longer
  const RECONNECTING_AFTER = 3_000; // shorter breaks heal unseen
  const LOST_AFTER = 20_000; // JupyterLab's own retries go on for minutes without a word

  const root = document.documentElement;
  const at = (id) => document.getElementById(id);

  // ---- theme -------------------------------------------------------------------------------
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const asked = new URLSearchParams(location.search).get("theme");
  const fixed = ["dark", "light"].includes(asked) ? asked : root.dataset.theme;
  const paint = () => {
    root.dataset.theme = fixed ?? (prefersDark.matches ? "dark" : "light");
    // Where widgets that know JupyterLab look.
    if (document.body) document.body.dataset.jpThemeLight = String(root.dataset.theme === "light");
  };
  paint();
  prefersDark.addEventListener("change", paint);
  document.addEventListener("DOMContentLoaded", paint);

  // ---- starting ----------------------------------------------------------------------------
  const said = (name) => at("wk-loading")?.dataset[name] ?? "";
  const say = (id, text) => { if (at(id)) at(id).textContent = text; };
  const timers = [
    setTimeout(() => say("wk-wait", said("slow")), SLOW_AFTER),
    setTimeout(() => say("wk-wait", said("stuck")), STUCK_AFTER),
  ];

  const reveal = () => {
    timers.forEach(clearTimeout);
    at("wk-loading")?.remove();
    at("content")?.removeAttribute("aria-busy");
  };

  // Voila writes calls of these three into the page while the kernel is at work.
  window.voila_heartbeat = () => {};
  window.voila_process = (part, parts) => {
    say("wk-doing", said("part").replace("{part}", part).replace("{parts}", parts));
  };
  let finished = false;
  window.voila_finish = () => {
    if (finished) return;
    finished = true;
    say("wk-doing", said("drawing"));
    const content = at("content");
    const waiting = () =>
      content.querySelector('script[type="application/vnd.voila.cell-output+json"]') ||
      content.textContent.includes("Loading widget...");
    const look = () => { if (!waiting()) { watcher.disconnect(); reveal(); } };
    const watcher = new MutationObserver(look);
    watcher.observe(content, { childList: true, subtree: true, characterData: true });
    setTimeout(() => { watcher.disconnect(); reveal(); }, DRAWN_WITHIN);
    look();
  };
  addEventListener("load", () => {
    if (finished || !at("wk-loading")) return;
    timers.forEach(clearTimeout); // the page ended before its last line: nothing more will come
    say("wk-doing", said("broken"));
    say("wk-wait", "");
  });

  // ---- connection --------------------------------------------------------------------------
  const tell = (name) => {
    const banner = at("wk-connection");
    if (!banner) return;
    banner.hidden = name === null;
    banner.dataset.state = name ?? "";
    banner.querySelector("p").textContent = banner.dataset[name] ?? "";
    banner.querySelector("button").hidden = name === null || name === "interrupted";
  };
  // Reloading from a server that is gone would also take away what is still on the screen.
  const reload = async () => {
    const icon = document.querySelector('link[rel="icon"]').href;
    const answer = await fetch(icon, { cache: "no-store" }).catch(() => null);
    if (answer?.ok) location.reload();
    else tell("unanswered");
  };
  document.addEventListener("DOMContentLoaded", () => {
    at("wk-connection")?.querySelector("button").addEventListener("click", reload);
  });

  let leaving = false;
  let gone = false; // the kernel will not come back, whatever the connection does
  let waits = [];
  const settle = () => { waits.forEach(clearTimeout); waits = []; };
  // What no kernel hears any more must not seem to be heard; saving works without one. Texts can
  // still be copied, as what was typed in the last moment may have got nowhere.
  const stop = () => {
    for (const control of at("content")?.querySelectorAll("input, select, textarea, button") ?? []) {
      if (control.closest("[data-alone]")) continue;
      if (control.tagName === "TEXTAREA") control.readOnly = true;
      else control.disabled = true;
    }
  };
  const lose = () => { if (!leaving) { gone = true; settle(); stop(); tell("lost"); } };
  const hear = (status) => {
    if (gone || leaving) return;
    if (status === "connected") { settle(); tell(null); }
    else if (["disconnected", "dead"].includes(status)) lose();
    else if (waits.length === 0) waits = [ // every failed try says so again: the first one counts
      setTimeout(() => tell("interrupted"), RECONNECTING_AFTER),
      setTimeout(() => tell("lost"), LOST_AFTER),
    ];
  };
  document.addEventListener("wk:connection", ({ detail }) => hear(detail));

  // Voila's own front end tells nobody; its kernel can be followed once it is there.
  const follow = (kernel) => {
    kernel.connectionStatusChanged.connect((_, status) => hear(status));
    // A kernel that starts again knows nothing of this page: as good as gone.
    kernel.statusChanged.connect((_, status) => {
      if (["dead", "restarting", "autorestarting", "terminating"].includes(status)) lose();
    });
    kernel.disposed.connect(lose);
  };
  // Voila says goodbye to the kernel when the page is left; the way back may show the old page.
  addEventListener("pagehide", () => { leaving = true; });
  addEventListener("pageshow", (event) => { if (event.persisted) { leaving = false; lose(); } });

  const wait = !document.querySelector('script[type="module"]') && setInterval(() => {
    const kernel = window.jupyterapp?.widgetManager?.kernel;
    if (kernel) { clearInterval(wait); follow(kernel); }
  }, 250);
})();
