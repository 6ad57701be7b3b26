// Loads the page anew once its kernel is gone and the server answers again.

const EVERY = 3000; // ms
const PATIENCE = 20000; // ms that a lost connection has to come back by itself

export default async function render({ el, file }) {
  const { dress, leave } = await file("dom.js");
  dress(el, "returning");
  el.hidden = true;
  let lostAt = null;
  let asking;

  const answers = async () => (await fetch(location.href, { method: "HEAD", cache: "no-store" })).status < 500;
  async function ask() {
    if (lostAt === null || performance.now() < lostAt) return;
    if (await answers().catch(() => false)) location.reload();
  }
  const hear = ({ detail }) => {
    if (detail === "connected") lostAt = null;
    else if (["disconnected", "dead"].includes(detail)) lostAt = 0;
    else lostAt ??= performance.now() + PATIENCE;
  };
  document.addEventListener("wk:connection", hear);
  asking = setInterval(ask, EVERY);
  return leave(el, () => {
    clearInterval(asking);
    document.removeEventListener("wk:connection", hear);
  });
}
