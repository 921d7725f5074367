// What was typed and never confirmed, beside a text of the server -> both in one text, every word once.
import { ChangeSet } from "@codemirror/state";
import { changesBetween } from "./differing.js";

export const composed = (changes, length) =>
  changes.reduce((one, other) => one.compose(other), ChangeSet.empty(length));

// {came, mine}: `came` brings theirs into the text that all of `typed` makes of `agreed`; `mine` is what is still to be
// told of the typed, upon theirs. came(typed(agreed)) = mine(theirs).
export function merged(agreed, theirs, typed) {
  const held = heldOf(agreed, theirs, typed);
  const known = composed(typed.slice(0, held), agreed.length).apply(agreed);
  const rest = composed(typed.slice(held), known.length);
  const came = ChangeSet.of(between(known, theirs), known.length);
  return { came: came.map(rest), mine: rest.map(came, true) };
}

// How many of the typed changes the server's text holds, though it never told so: it could not, or its word was lost.
function heldOf(agreed, theirs, typed) {
  if (!typed.length) return 0;
  const there = new Set(signs(agreed, theirs));
  let known = agreed, held = 0;
  typed.forEach((changes, place) => {
    known = changes.apply(known);
    const own = signs(agreed, known);
    if (known.eq(theirs) || (own.length && own.every((one) => there.has(one)))) held = place + 1;
  });
  return held;
}

const between = (one, other) => changesBetween(one.toString(), other.toString());

// Each change by what it does: of the places where the same words can come or go, the first one tells it.
function signs(one, other) {
  const text = one.toString();
  let bound = 0;
  return between(one, other).map(({ from, to, insert }) => {
    let words = insert || text.slice(from, to), at = from;
    const slides = from === to || !insert;
    while (slides && at > bound && text[at - 1] === words[words.length - 1]) {
      at -= 1;
      words = text[at] + words.slice(0, -1);
    }
    bound = to;
    return JSON.stringify([at, slides ? 0 : to - from, insert ? words : "", insert ? 0 : words.length]);
  });
}
