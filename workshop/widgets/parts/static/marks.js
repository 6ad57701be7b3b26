// A text in pieces, marked and plain, and what becomes of marks while somebody goes on writing.

/** Cuts a text at the edges of its groups; each piece is a text and its group, if it has one. */
export function pieces(text, groups) {
  const found = [];
  let at = 0;
  for (const group of groups) {
    if (group.start < at || group.end > text.length) continue;
    if (group.start > at) found.push({ text: text.slice(at, group.start) });
    found.push({ text: text.slice(group.start, group.end), group });
    at = group.end;
  }
  if (at < text.length) found.push({ text: text.slice(at) });
  return found;
}

/** Returns the classes of a group's mark. */
export function look({ tint, faint, chosen }) {
  const classes = ["wk-mark", `wk-tint-${tint || "plain"}`];
  if (faint) classes.push("wk-mark-faint");
  if (chosen) classes.push("wk-mark-chosen");
  return classes.join(" ");
}

/** Takes groups of one text over into another: what lies beside the change moves along, what the
    change touches is let go. Nothing ever marks a letter that was not marked before. */
export function carry(groups, was, now) {
  if (was === now) return groups;
  const shorter = Math.min(was.length, now.length);
  let head = 0;
  while (head < shorter && was[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const moved = now.length - was.length;
  return groups.flatMap((group) => {
    if (group.end <= head) return [group];
    if (group.start < was.length - tail) return [];
    return [{ ...group, start: group.start + moved, end: group.end + moved }];
  });
}
