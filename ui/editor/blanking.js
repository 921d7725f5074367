// A visible blank of a draft, 【待补充：…】: which one a place lies in, so that one click takes hold of all of it.

const BLANK = /【待补充[^【】\n]*】/g;

// {from, to} of the blank whose brackets the place `at` of `doc` lies between; null where there is none.
export function blankAt(doc, at) {
  const line = doc.lineAt(at);
  for (const found of line.text.matchAll(BLANK)) {
    const from = line.from + found.index, to = from + found[0].length;
    if (from < at && at < to) return { from, to };
  }
  return null;
}

// Whether {from, to} of `doc` is a blank and nothing more.
export const isBlank = (doc, from, to) => {
  const found = to - from > 2 ? blankAt(doc, from + 1) : null;
  return !!found && found.from === from && found.to === to;
};
