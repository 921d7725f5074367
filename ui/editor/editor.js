// The draft's editor: the browser owns the text, the server keeps it; marks follow the text while one types.
// Data: {doc, draft, text, seq, session, base, marks: [{start, end, kind, note}], ops: [[op, label]], patch,
// words: {saved, saving}, label, lang, height} with offsets in code points. State sent back: written {doc, text, seq, base, since};
// triggers: picked {at}, asked {op, start, end, text, seq}. What a lost connection swallowed is sent again to the next session,
// with the revision it was typed upon, so that the server keeps it or tells of a conflict.
import { Annotation, EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, keymap, showTooltip } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";

const IDLE_MS = 400;
const LEVELS = [
  [/^[一二三四五六七八九十]{1,3}、/, "zb-l1"],
  [/^（[一二三四五六七八九十]{1,3}）/, "zb-l2"],
];
const PHRASES = {
  zh: { Find: "查找", Replace: "替换", next: "下一个", previous: "上一个", all: "全选", replace: "替换", "replace all": "全部替换",
        close: "关闭", "match case": "区分大小写", regexp: "正则", "by word": "整词" },
  en: {},
};

const placed = Annotation.define();
const LEFT = new Map();  // draft -> {text, base, since} of an editor that went before the server confirmed its text
const setMarks = StateEffect.define();
const marksField = StateField.define({
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
  for (const m of marks) {
    if (m.start < m.end && m.end <= length) {
      const attributes = m.note ? { title: m.note } : undefined;
      ranges.push(Decoration.mark({ class: `zb-m zb-k-${m.kind}`, attributes }).range(m.start, m.end));
    }
  }
  return Decoration.set(ranges, true);
}

// Headings look as they will on paper; only lines in view are looked at.
const headings = ViewPlugin.fromClass(class {
  constructor(view) { this.decorations = this.build(view); }
  update(update) { if (update.docChanged || update.viewportChanged) this.decorations = this.build(update.view); }
  build(view) {
    const builder = new RangeSetBuilder();
    for (const { from, to } of view.visibleRanges) {
      for (let at = from; at <= to;) {
        const line = view.state.doc.lineAt(at);
        const level = LEVELS.find(([pattern]) => pattern.test(line.text) && line.length < 60);
        builder.add(line.from, line.from, Decoration.line({ class: level ? level[1] : "zb-p" }));
        at = line.to + 1;
      }
    }
    return builder.finish();
  }
}, { decorations: (plugin) => plugin.decorations });

// Offsets: Python counts code points, the editor UTF-16 units. Equal unless the text holds astral characters.
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;
function unitsOf(text) {
  if (!ASTRAL.test(text)) return (offset) => offset;
  const units = [0];
  for (const mark of text) units.push(units[units.length - 1] + mark.length);
  return (offset) => units[Math.min(offset, units.length - 1)];
}
function pointsOf(text, unit) {
  return ASTRAL.test(text) ? Array.from(text.slice(0, unit)).length : unit;
}

class Editor {
  constructor(host) {
    this.host = host;
    this.state = host.querySelector(".zb-state");
    this.seq = this.sent = this.acked = 0;
    this.ops = [];
    this.view = new EditorView({
      parent: host.querySelector(".zb-page"), root: host.getRootNode(),
      state: EditorState.create({ doc: "", extensions: [] }),
    });
    this.leave = () => this.flush();
    window.addEventListener("pagehide", this.leave);
    document.addEventListener("visibilitychange", this.leave);
  }

  extensions(data) {
    const menu = (state) => {
      const { from, to, empty } = state.selection.main;
      if (empty || !this.ops.length || !this.view.hasFocus) return null;
      return { pos: from, end: to, above: true, arrow: false, create: () => ({ dom: this.menu() }) };
    };
    const menuField = StateField.define({
      create: () => null,
      update: (value, t) => (t.docChanged || t.selection ? menu(t.state) : value),
      provide: (field) => showTooltip.from(field),
    });
    return [
      history({ newGroupDelay: IDLE_MS }), search({ top: true }),
      keymap.of([{ key: "Mod-s", preventDefault: true, run: () => (this.flush(), true) },
                 ...searchKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping, EditorState.phrases.of(PHRASES[data.lang.startsWith("zh") ? "zh" : "en"]),
      EditorView.contentAttributes.of({ "aria-label": data.label, lang: data.lang, spellcheck: "false" }),
      EditorView.theme({
        "&": { minHeight: data.height + "px", maxHeight: "70vh" },
        ".cm-scroller": {
          fontFamily: '"FangSong","仿宋","STFangsong","Noto Serif CJK SC","Songti SC",serif',
          fontSize: "17px", lineHeight: "1.95", padding: ".6em .8em", minHeight: data.height + "px",
        },
      }),
      marksField, menuField, headings,
      EditorView.domEventHandlers({
        blur: () => { this.flush(); },
        keydown: (event) => { event.stopPropagation(); },
        click: (event, view) => { this.pick(event, view); },
        compositionend: () => { setTimeout(() => this.release(), 0); },
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.some((t) => t.annotation(placed))) this.changed();
      }),
    ];
  }

  menu() {
    const bar = document.createElement("div");
    bar.className = "zb-menu";
    bar.setAttribute("role", "toolbar");
    for (const [op, label] of this.ops) {
      const button = document.createElement("button");
      button.textContent = label;
      button.onmousedown = (event) => event.preventDefault();
      button.onclick = () => this.ask(op);
      bar.append(button);
    }
    return bar;
  }

  ask(op) {
    const { from, to } = this.view.state.selection.main;
    const text = this.text();
    this.flush();
    this.setTriggerValue("asked", {
      op, start: pointsOf(text, from), end: pointsOf(text, to), text: text.slice(from, to), seq: this.seq,
    });
    this.view.dispatch({ selection: { anchor: to } });
  }

  pick(event, view) {
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (at === null || !view.state.selection.main.empty) return;
    this.flush();
    this.setTriggerValue("picked", { at: pointsOf(this.text(), at), seq: this.seq });
  }

  text() { return this.view.state.doc.toString(); }

  changed() {
    this.seq += 1;
    this.show(false);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), IDLE_MS);
  }

  flush() {
    clearTimeout(this.timer);
    if (this.view.composing) { this.timer = setTimeout(() => this.flush(), 200); return; }
    if (this.sent === this.seq) return;
    this.sent = this.seq;
    this.setStateValue("written", { doc: this.doc, text: this.text(), seq: this.seq, base: this.base, since: this.since });
  }

  release() {
    if (this.held) { const data = this.held; this.held = null; this.update(data); }
  }

  show(saved) {
    this.state.textContent = saved ? this.words.saved : this.words.saving;
    this.state.dataset.saved = saved ? "yes" : "no";
  }

  update(data) {
    this.words = data.words;
    this.ops = data.ops || [];
    if (this.view.composing) { this.held = data; return; }
    const anew = this.session !== undefined && data.session !== this.session;
    const unsure = this.draft === data.draft && this.acked < this.seq;
    this.session = data.session;
    if (anew && unsure && this.text() !== data.text) { this.again(data); return; }
    if (data.doc !== this.doc || (anew && this.text() !== data.text)) {
      this.load(data);
    } else if (data.patch && data.patch.id !== this.patched) {
      this.apply(data.patch);
    }
    if (this.sent === this.seq && data.seq >= this.seq) this.confirm(data);
    if (this.seq === 0 || data.seq === this.seq) {
      const units = unitsOf(this.text());
      const marks = data.marks.map((m) => ({ ...m, start: units(m.start), end: units(m.end) }));
      this.view.dispatch({ effects: setMarks.of(marks) });
    }
    this.show(this.sent === this.seq && (this.seq === 0 || data.seq >= this.seq));
  }

  load(data) {
    Object.assign(this, { doc: data.doc, draft: data.draft, patched: data.patch?.id });
    this.view.setState(EditorState.create({ doc: data.text, extensions: this.extensions(data) }));
    this.seq = this.sent = this.acked = 0;
    this.confirm(data);
    const left = LEFT.get(data.draft);
    LEFT.delete(data.draft);
    if (left && left.text !== data.text && left.base === data.base) {
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: left.text } });
      this.flush();
    }
  }

  confirm(data) { Object.assign(this, { acked: this.seq, base: data.base, since: data.session }); }

  again(data) {
    this.doc = data.doc;
    this.patched = data.patch?.id;
    this.seq += 1;
    this.show(false);
    this.flush();
  }

  // A change from beside the text: once, only where the text still says what it was meant for, undone as one.
  apply({ id, start, expect, insert }) {
    this.patched = id;
    const text = this.text();
    let from = unitsOf(text)(start);
    if (text.slice(from, from + expect.length) !== expect) {
      from = text.indexOf(expect);
      if (from < 0 || text.indexOf(expect, from + 1) >= 0) return;
    }
    this.view.dispatch({ changes: { from, to: from + expect.length, insert }, userEvent: "input.beside", scrollIntoView: true });
    this.flush();
  }

  destroy() {
    clearTimeout(this.timer);
    if (this.acked < this.seq) LEFT.set(this.draft, { text: this.text(), base: this.base });
    window.removeEventListener("pagehide", this.leave);
    document.removeEventListener("visibilitychange", this.leave);
    this.view.destroy();
  }
}

const EDITORS = new WeakMap();

export function mount({ data, parentElement, setStateValue, setTriggerValue }) {
  const host = parentElement.querySelector(".zb-editor");
  if (!host || !data) return undefined;
  let editor = EDITORS.get(host);
  if (!editor) { editor = new Editor(host); EDITORS.set(host, editor); }
  Object.assign(editor, { setStateValue, setTriggerValue });
  editor.update(data);
  return () => setTimeout(() => {
    if (!host.isConnected) { editor.flush(); editor.destroy(); EDITORS.delete(host); }
  }, 0);
}
