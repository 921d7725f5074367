// What was typed and never confirmed, kept in this browser until the server has it: one entry a draft and editor.
// An entry is {text, base, at, tab, closed}; it may be taken up by another editor once its own is gone.
const SILENT_MS = 10_000;  // an editor at work says within this time that it lives
const TAB = "zhibi-tab";
const LEFT = new Map();

const name = (draft, me) => `zhibi-left:${draft}:${me}`;

export const token = () => Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("");

function tab() {
  try {
    if (!sessionStorage.getItem(TAB)) sessionStorage.setItem(TAB, token());
    return sessionStorage.getItem(TAB);
  } catch { return ""; }
}

export function leave(draft, me, text, base, closed) {
  const entry = { text, base, at: Date.now(), tab: tab(), closed };
  LEFT.set(name(draft, me), entry);
  try { localStorage.setItem(name(draft, me), JSON.stringify(entry)); } catch { /* full or forbidden: the page itself still holds it */ }
}

export function forget(draft, me) {
  if (!LEFT.delete(name(draft, me))) return;
  try { localStorage.removeItem(name(draft, me)); } catch { /* nothing was put there */ }
}

// The last entry of a draft that no living editor holds, taken out of the store; `waits` when one may be free later.
export function takeUp(draft) {
  const free = [], all = new Map(stored(draft));
  for (const [key, entry] of LEFT) if (key.startsWith(name(draft, ""))) all.set(key, entry);
  for (const [key, entry] of all) {
    const mine = entry.tab === tab() && !LEFT.has(key);  // this tab, before it was loaded anew
    if (entry.closed || mine || Date.now() - entry.at > SILENT_MS) free.push([key, entry]);
  }
  free.sort((one, other) => other[1].at - one[1].at);
  if (free.length) {
    LEFT.delete(free[0][0]);
    try { localStorage.removeItem(free[0][0]); } catch { /* it was only in the page */ }
  }
  return { entry: free[0]?.[1], waits: all.size > free.length };
}

function stored(draft) {
  const found = [];
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key.startsWith(name(draft, ""))) found.push([key, JSON.parse(localStorage.getItem(key))]);
    }
  } catch { /* forbidden, or not ours */ }
  return found.filter(([, entry]) => entry && typeof entry.text === "string");
}
