// Two texts -> the fewest changes that make the one of the other, as CodeMirror takes them: [{from, to, insert}].
// Myers, "An O(ND) Difference Algorithm" (1986); beyond MOST edits the whole middle is one change.
const MOST = 400;

export function changesBetween(before, after) {
  const a = Array.from(before), b = Array.from(after);
  const least = Math.min(a.length, b.length);
  let start = 0, end = 0;
  while (start < least && a[start] === b[start]) start += 1;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const units = a.slice(0, start).join("").length;
  return hunks(a.slice(start, a.length - end), b.slice(start, b.length - end))
    .map(({ from, to, insert }) => ({ from: from + units, to: to + units, insert }));
}

function hunks(a, b) {
  if (!a.length && !b.length) return [];
  const edits = a.length && b.length ? script(a, b) : null;
  if (!edits) return [{ from: 0, to: a.join("").length, insert: b.join("") }];
  const at = [0];
  for (const mark of a) at.push(at[at.length - 1] + mark.length);
  const found = [];
  for (const { x, y, gone } of edits) {
    const last = found[found.length - 1];
    const touches = last && last.to === x;
    const hunk = touches ? last : { from: x, to: x, insert: "" };
    if (gone) hunk.to = x + 1; else hunk.insert += b[y];
    if (!touches) found.push(hunk);
  }
  return found.map(({ from, to, insert }) => ({ from: at[from], to: at[to], insert }));
}

// The edits in order: {x, y, gone} takes a[x] out or puts b[y] before a[x]; null when there are more than MOST.
function script(a, b) {
  const most = Math.min(a.length + b.length, MOST), off = most + 1;
  const furthest = new Int32Array(2 * most + 3), trace = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(furthest.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[off + k - 1] < furthest[off + k + 1]);
      let x = down ? furthest[off + k + 1] : furthest[off + k - 1] + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[off + k] = x;
      if (x >= a.length && x - k >= b.length) return walkedBack(trace, a.length, b.length, off);
    }
  }
  return null;
}

function walkedBack(trace, x, y, off) {
  const edits = [];
  for (let d = trace.length - 1; d > 0; d -= 1) {
    const furthest = trace[d], k = x - y;
    const down = k === -d || (k !== d && furthest[off + k - 1] < furthest[off + k + 1]);
    const before = down ? k + 1 : k - 1;
    x = furthest[off + before];
    y = x - before;
    edits.push({ x, y, gone: !down });
  }
  return edits.reverse();
}
