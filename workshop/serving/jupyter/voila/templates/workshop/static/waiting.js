// A place in line: asks now and then whether it is our turn, says what changed, and goes in.
(() => {
  const CALM = 10_000; // ms between two announcements of how many are ahead
  const PATIENCE = 15_000; // ms until a question counts as unheard
  const SOONEST = 2_000;

  const place = document.getElementById("wk-place");
  const said = place.dataset;
  let timer;
  let spoken = Date.now();
  let asking = false;

  const sentence = ({ ahead, stuck }) => {
    if (stuck) return said.stuck;
    if (ahead < 2) return ahead === 0 ? said.next : said.one;
    return said.ahead.replace("{people}", ahead);
  };
  // Only what is new is written, since whatever is written here is read aloud.
  const say = (text) => {
    if (place.textContent === text) return;
    place.textContent = text;
    spoken = Date.now();
  };
  // Not in step with all others who wait.
  const later = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(ask, seconds * 1000 * (0.75 + Math.random() / 2));
  };

  const heard = (answer) => {
    if (answer.come) {
      say(said.come);
      location.reload();
      return;
    }
    const counting = answer.ahead > 1 && !answer.stuck;
    if (!counting || Date.now() - spoken > CALM) say(sentence(answer));
    later(answer.again);
  };

  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch(said.door, {
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      heard(await answer.json());
    } catch {
      say(said.alone);
      later(SOONEST / 1000 + Math.random() * 4);
    } finally {
      asking = false;
    }
  };

  // A phone that was locked has not been heard of for a while.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  later(Number(said.again));
})();
