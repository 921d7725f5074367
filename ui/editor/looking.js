// How a draft looks while it is edited: marks that follow the text and say why, headings as on paper, the theme's colours.
import { RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, hoverTooltip } from "@codemirror/view";

const HOVER_MS = 250;
const LONGEST = 60;  // characters of a heading
const RUN_IN = Decoration.mark({ class: "zb-run-in" });
const LEVELS = [
  [/^[一二三四五六七八九十]{1,3}、/, "zb-l1"],
  [/^（[一二三四五六七八九十]{1,3}）/, "zb-l2"],
];

export const setMarks = StateEffect.define();
export const marksField = StateField.define({
  create: () => Decoration.none,
  update(set, transaction) {
    set = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) set = decorated(effect.value, transaction.state.doc.length);
    }
    return set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorated(marks, length) {
  const ranges = [];
  for (const { start, end, kind, note } of marks) {
    if (start < end && end <= length) {
      ranges.push(Decoration.mark({ class: `zb-m zb-k-${kind}`, kind, note }).range(start, end));
    }
  }
  return Decoration.set(ranges, true);
}

// Why a place is marked, beside the pointer; plain text.
export const why = hoverTooltip((view, at, side) => {
  const notes = [];
  let from = at, to = at;
  view.state.field(marksField).between(at, at, (start, end, { spec }) => {
    if ((start === at && side < 0) || (end === at && side > 0) || !spec.note) return;
    [from, to] = [Math.min(from, start), Math.max(to, end)];
    notes.push(spec);
  });
  if (!notes.length) return null;
  return { pos: from, end: to, above: true, create: () => ({ dom: notesOf(notes) }) };
}, { hoverTime: HOVER_MS, hideOnChange: true });

function notesOf(notes) {
  const box = document.createElement("div");
  box.className = "zb-why";
  box.setAttribute("role", "tooltip");
  for (const { kind, note } of notes) {
    const line = document.createElement("p");
    line.className = `zb-w-${kind}`;
    line.textContent = note;
    box.append(line);
  }
  return box;
}

// Headings look as they will on paper; only lines in view are looked at.
export const headings = ViewPlugin.fromClass(class {
  constructor(view) { this.decorations = this.build(view); }
  update(update) { if (update.docChanged || update.viewportChanged) this.decorations = this.build(update.view); }
  build(view) {
    const builder = new RangeSetBuilder();
    for (const { from, to } of view.visibleRanges) {
      for (let at = from; at <= to;) {
        const line = view.state.doc.lineAt(at);
        const level = LEVELS.find(([pattern]) => pattern.test(line.text));
        const end = level ? line.text.search(/[。：]./) + 1 : 0;  // a heading that its paragraph runs on behind
        const whole = level && !end && line.length < LONGEST;
        builder.add(line.from, line.from, Decoration.line({ class: whole ? level[1] : "zb-p" }));
        if (end && end < LONGEST) builder.add(line.from, line.from + end, RUN_IN);
        at = line.to + 1;
      }
    }
    return builder.finish();
  }
}, { decorations: (plugin) => plugin.decorations });

const mixed = (colour, share) => `color-mix(in srgb, ${colour} ${share}%, transparent)`;
const RED = "color-mix(in srgb, #d32f2f 72%, var(--st-text-color))";
const AMBER = "color-mix(in srgb, #b26a00 72%, var(--st-text-color))";
const GREEN = "color-mix(in srgb, #2e7d32 72%, var(--st-text-color))";

// Every colour is one of the page's or mixed with it, so that light and dark both come from the page.
export const theme = (height) => EditorView.theme({
  "&": { minHeight: height + "px", maxHeight: "70vh", color: "var(--st-text-color)", backgroundColor: "var(--st-background-color)" },
  ".cm-content": { caretColor: "var(--st-text-color)" },
  ".cm-scroller": {
    fontFamily: '"FangSong","仿宋","STFangsong","Noto Serif CJK SC","Songti SC",serif',
    fontSize: "17px", lineHeight: "1.95", padding: ".6em .8em", minHeight: height + "px",
  },
  ".cm-content ::selection, .cm-line::selection": { backgroundColor: mixed("var(--st-primary-color)", 34) },
  ".zb-m": { color: "inherit", backgroundColor: mixed("#d32f2f", 16), textDecoration: `underline wavy ${RED} 1.5px`, textUnderlineOffset: "5px" },
  ".zb-k-blank, .zb-k-derived, .zb-k-misplaced, .zb-k-outdated, .zb-k-unasked, .zb-k-copied": {
    backgroundColor: mixed("#ffb300", 26), textDecorationColor: AMBER,
  },
  ".zb-k-blank": { textDecorationStyle: "dashed" },
  ".zb-k-copied": { textDecorationStyle: "dotted" },
  ".zb-k-fact": { backgroundColor: "transparent", textDecoration: `underline solid ${GREEN} 1.5px` },
  ".cm-panels": { color: "var(--st-text-color)", backgroundColor: "var(--st-secondary-background-color)", borderColor: "var(--st-border-color)" },
  ".cm-textfield": { color: "var(--st-text-color)", backgroundColor: "var(--st-background-color)", border: "1px solid var(--st-border-color)" },
  ".cm-button": { color: "var(--st-text-color)", backgroundImage: "none", backgroundColor: "var(--st-background-color)", border: "1px solid var(--st-border-color)", borderRadius: "4px" },
  ".cm-searchMatch": { backgroundColor: mixed("#ffb300", 40) },
  ".cm-searchMatch-selected, .cm-selectionMatch": { backgroundColor: mixed("#ffb300", 65) },
  ".cm-gutters": { color: "var(--st-text-color)", backgroundColor: "var(--st-secondary-background-color)", borderColor: "var(--st-border-color)" },
  ".cm-tooltip": { border: "0", backgroundColor: "transparent" },
  ".cm-tooltip.zb-menu": { border: "1px solid var(--st-border-color)", backgroundColor: "var(--st-secondary-background-color)" },
  ".cm-line .zb-run-in": { fontFamily: '"KaiTi","楷体","Noto Serif CJK SC",serif', fontWeight: "600" },
  ".zb-why": {
    maxWidth: "26em", padding: ".45em .7em", border: "1px solid var(--st-border-color)", borderRadius: "6px", boxShadow: "0 4px 14px #0003",
    font: "13px/1.6 var(--st-font)", color: "var(--st-text-color)", backgroundColor: "var(--st-secondary-background-color)", whiteSpace: "pre-wrap",
  },
  ".zb-why p": { margin: "0" },
});
