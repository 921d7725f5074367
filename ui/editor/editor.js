// The draft's editor: the browser owns the text, the server keeps it; marks follow the text while one types.
// Data: {doc, draft, text, kept: {me, seq}, session, base, marks: [{start, end, kind, note}], ops: [[op, label]],
// words: {saved, saving}, label, lang, height, look: {at, n}}, offsets in code points. State sent back: written {doc, me, seq, text,
// base, since}; triggers: picked {at}, asked {op, start, end, text}. A text the server changed itself has another doc:
// it comes as the fewest changes, one step to undo, merged with what was typed meanwhile. What a lost connection
// swallowed is sent again with the revision it was typed upon, so that the server keeps it or tells of a conflict.
import { Annotation, ChangeSet, EditorState, Text } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { defaultKeymap, history, historyField, historyKeymap, isolateHistory } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { blankAt } from "./blanking.js";
import { pointsOf, unitsOf } from "./counting.js";
import { changesBetween } from "./differing.js";
import { forget, leave, takeUp, token } from "./leaving.js";
import { headings, marksField, setMarks, theme, why } from "./looking.js";
import { merged } from "./merging.js";
import { offers, phrases } from "./offering.js";

const IDLE_MS = 400, LONGEST_MS = 8000;  // sent this long after the last key, and at the latest this long after the first
const STORE_MS = 300, AGAIN_MS = 5000, LATER_MS = 12_000;
const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 0));
const placed = Annotation.define();
const MODIFIERS = ["Alt", "Control", "Meta"];
const PAGE_KEYS = (event) => !event.isComposing && (MODIFIERS.includes(event.key) ||
  (event.altKey && !event.ctrlKey && !event.metaKey && ["KeyN", "KeyY", "KeyO"].includes(event.code)) ||
  ((event.ctrlKey || event.metaKey) && !event.altKey && event.key === "Enter"));
const STATES = new Map();  // draft -> the state of its editor when it was last left: what can be undone, the place
const LOOKED = new Map();  // draft -> the last place its editor was asked to come to

const plain = (text) => text.replace(/\r\n?/g, "\n");

const docOf = (text) => Text.of(plain(text).split("\n"));

class Editor {
  constructor(host) {
    this.me = token();
    this.state = host.querySelector(".zb-state");
    Object.assign(this, { seq: 0, steps: [], live: null });
    this.ops = [];
    this.view = new EditorView({
      parent: host.querySelector(".zb-page"), root: host.getRootNode(), state: EditorState.create({ doc: "" }),
    });
    this.hidden = () => { if (document.visibilityState === "hidden") this.flush(); };
    this.gone = () => { this.flush(); this.store(true); };
    window.addEventListener("pagehide", this.gone);
    document.addEventListener("visibilitychange", this.hidden);
  }

  extensions(data) {
    return [
      history({ newGroupDelay: IDLE_MS }), search({ top: true }),
      keymap.of([{ key: "Mod-s", preventDefault: true, run: () => (this.flush(), true) },
                 ...searchKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping, phrases(data.lang),
      EditorView.contentAttributes.of({ "aria-label": data.label, lang: data.lang, spellcheck: "false" }),
      theme(data.height), marksField, offers(this), headings, why,
      EditorView.domEventHandlers({
        blur: () => { this.flush(); },
        keydown: (event) => this.key(event),
        click: (event, view) => { this.pick(event, view); },
        compositionend: () => { setTimeout(() => this.release(), 0); },
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.some((t) => t.annotation(placed))) this.changed(update.changes);
      }),
    ];
  }

  // The page's own keys pass the editor by, after what was typed is on its way; all others are the editor's.
  key(event) {
    if (!PAGE_KEYS(event)) { event.stopPropagation(); return false; }
    this.flush();
    return !MODIFIERS.includes(event.key);
  }

  ask(op) {
    const { from, to } = this.view.state.selection.main, text = this.text();
    this.flush();
    this.setTriggerValue("asked", { op, start: pointsOf(text, from), end: pointsOf(text, to), text: text.slice(from, to), n: token() });
    this.view.dispatch({ selection: { anchor: to } });
  }

  pick(event, view) {
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (at === null || !view.state.selection.main.empty) return;
    this.hold(view.state.selection.main.head);
    this.flush();
    this.setTriggerValue("picked", { at: pointsOf(this.text(), at), n: token() });
  }

  // A blank that is clicked is selected, so that what is typed takes its place; clicked again, it may be reworded.
  hold(at) {
    const found = blankAt(this.view.state.doc, at), known = this.blank;
    this.blank = found && (found.from !== known?.from || found.to !== known?.to) ? found : null;
    if (this.blank) this.view.dispatch({ selection: { anchor: found.from, head: found.to } });
  }

  text() { return this.view.state.doc.toString(); }

  // ---- what is typed: steps sent and not confirmed, then what is not sent yet --------------------------------------

  changed(changes) {
    this.live = this.live ? this.live.compose(changes) : changes;
    this.seq += 1;
    this.show();
    clearTimeout(this.timer);
    this.first ||= Date.now();
    this.timer = setTimeout(() => this.flush(), Math.max(0, Math.min(IDLE_MS, this.first + LONGEST_MS - Date.now())));
    this.storing ||= setTimeout(() => whenIdle(() => this.store(false), { timeout: STORE_MS }), STORE_MS);
  }

  typed() { return [...this.steps.map((step) => step.changes), this.live].filter(Boolean); }

  flush() {
    clearTimeout(this.timer);
    if (this.view.composing) { this.timer = setTimeout(() => this.flush(), 200); return; }
    if (!this.live) return;
    this.steps.push({ seq: this.seq, changes: this.live });
    this.live = this.first = null;
    this.send();
  }

  send() {
    this.setStateValue("written", {
      doc: this.doc, me: this.me, seq: this.seq, text: this.text(), base: this.base, since: this.since,
    });
    clearTimeout(this.again);
    this.again = setTimeout(() => this.resend(), AGAIN_MS);
  }

  resend() {
    if (!this.steps.length) return;
    if (this.view.composing || this.live) { this.flush(); return; }
    this.store(false);
    this.seq += 1;
    this.steps.push({ seq: this.seq, changes: ChangeSet.empty(this.view.state.doc.length) });
    this.send();
  }

  confirm(count, data) {
    for (const step of this.steps.splice(0, count)) this.agreed = step.changes.apply(this.agreed);
    Object.assign(this, { base: data.base, since: data.session });
    if (!this.steps.length) clearTimeout(this.again);
  }

  store(closed) {
    if (this.ended) return;
    clearTimeout(this.storing);
    this.storing = null;
    if (this.steps.length || this.live) leave(this.draft, this.me, this.text(), this.base, closed);
    else forget(this.draft, this.me);
  }

  show() {
    const saved = !this.steps.length && !this.live;
    if (this.shown === saved) return;
    this.shown = saved;
    this.state.textContent = saved ? this.words.saved : this.words.saving;
    this.state.dataset.saved = saved ? "yes" : "no";
  }

  // ---- what the server says ----------------------------------------------------------------------------------------

  release() {
    if (this.held) { const data = this.held; this.held = null; this.update(data); }
  }

  update(data) {
    this.words = data.words;
    this.ops = data.ops || [];
    if (this.view.composing) { this.held = data; return; }
    if (data.draft !== this.draft) this.load(data);
    else this.hear(data);
    if (!this.live && this.text() === plain(data.text)) {
      const units = unitsOf(data.text);
      this.view.dispatch({ effects: setMarks.of(data.marks.map((m) => ({ ...m, start: units(m.start), end: units(m.end) }))) });
    }
    this.look(data.look);
    if (!this.steps.length && !this.live) this.store(false);
    this.show();
  }

  // Comes to a place the page was asked for, once: the caret at its beginning, the place in the middle.
  look(place) {
    const asked = `${this.session}:${place?.n}`;
    if (!place || LOOKED.get(this.draft) === asked) return;
    LOOKED.set(this.draft, asked);
    const at = Math.min(unitsOf(this.text())(place.at), this.view.state.doc.length);
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
  }

  hear(data) {
    const anew = data.session !== this.session, theirs = docOf(data.text);
    const known = data.kept.me === this.me ? this.steps.filter((step) => step.seq <= data.kept.seq).length : anew ? this.reached(theirs) : 0;
    if (known) this.confirm(known, data);
    const moved = data.doc !== this.doc;
    Object.assign(this, { doc: data.doc, session: data.session });
    if (!moved) return;
    const typed = this.typed();
    if (anew && typed.length && !known) { this.live ? this.flush() : this.resend(); return; }
    this.adopt(data, theirs, typed);
  }

  // How many of the sent steps lead to the server's text, where another session kept them.
  reached(theirs) {
    let doc = this.agreed;
    for (const [place, { changes }] of this.steps.entries()) {
      doc = changes.apply(doc);
      if (doc.eq(theirs)) return place + 1;
    }
    return 0;
  }

  // A change the server made: one step to undo, where the writer's own words and caret stay.
  adopt(data, theirs, typed) {
    const { came, mine } = merged(this.agreed, theirs, typed);
    Object.assign(this, { agreed: theirs, base: data.base, since: data.session });
    if (!came.empty) {
      this.view.dispatch({
        changes: came, userEvent: "input.beside", annotations: [placed.of(true), isolateHistory.of("full")],
      });
    }
    if (!typed.length) return;
    this.steps = [];
    this.live = mine;
    this.seq += 1;
    this.flush();
  }

  load(data) {
    const text = plain(data.text), extensions = this.extensions(data), before = STATES.get(data.draft);
    Object.assign(this, { doc: data.doc, draft: data.draft, session: data.session, base: data.base, since: data.session, steps: [], live: null });
    const state = before ? EditorState.fromJSON(before.state, { extensions }, { history: historyField }) : EditorState.create({ doc: text, extensions });
    this.view.setState(state);
    this.agreed = docOf(text);
    const { entry, waits } = takeUp(data.draft);
    this.become(text, entry);
    if (waits) this.later = setTimeout(() => this.takeLater(), LATER_MS);
    if (before) requestAnimationFrame(() => { this.view.scrollDOM.scrollTop = before.scroll; });
  }

  // Shows the kept text, or what was typed upon it and left behind, which the server keeps or tells of a conflict.
  become(text, entry) {
    const wanted = entry ? plain(entry.text) : text, changes = changesBetween(this.text(), wanted);
    if (changes.length) this.view.dispatch({ changes, userEvent: "input.beside", annotations: [placed.of(true), isolateHistory.of("full")] });
    if (wanted === text) return;
    Object.assign(this, { base: entry.base, since: this.me, live: ChangeSet.of(changesBetween(text, wanted), text.length) });
    this.seq += 1;
    this.flush();
    this.store(false);
  }

  takeLater() {
    if (this.steps.length || this.live) return;
    const { entry } = takeUp(this.draft);
    if (entry) this.become(this.text(), entry);
  }

  destroy() {
    for (const timer of [this.timer, this.again, this.storing, this.later]) clearTimeout(timer);
    this.store(true);
    this.ended = true;
    STATES.set(this.draft, { state: this.view.state.toJSON({ history: historyField }), scroll: this.view.scrollDOM.scrollTop });
    window.removeEventListener("pagehide", this.gone);
    document.removeEventListener("visibilitychange", this.hidden);
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
