// A text that saves itself: the browser owns the words, the server keeps them within half a second.
const FIELDS = new WeakMap();

class Field {
  constructor(host) {
    this.host = host;
    this.area = host.querySelector("textarea");
    this.state = host.querySelector(".zb-state");
    this.seq = 0;
    this.sent = 0;
    this.area.addEventListener("input", () => this.changed());
    this.area.addEventListener("blur", () => this.flush());
    this.area.addEventListener("keydown", (e) => {
      if ((e.ctrlKey || e.metaKey) && e.key === "Enter") { this.flush(); return; }
      if (!e.altKey) e.stopPropagation();
      if ((e.ctrlKey || e.metaKey) && e.key === "s") { e.preventDefault(); this.flush(); }
    });
    this.area.addEventListener("compositionstart", () => { this.composing = true; });
    this.area.addEventListener("compositionend", () => { this.composing = false; this.changed(); });
    this.leave = () => this.flush();
    window.addEventListener("pagehide", this.leave);
    document.addEventListener("visibilitychange", this.leave);
  }
  changed() {
    this.seq += 1;
    this.show(false);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), 400);
  }
  flush() {
    clearTimeout(this.timer);
    if (this.composing || this.sent === this.seq) return;
    this.sent = this.seq;
    this.setStateValue("written", { doc: this.doc, text: this.area.value, seq: this.seq });
  }
  show(saved) {
    this.state.textContent = saved ? this.words.saved : this.words.saving;
    this.state.dataset.saved = saved ? "yes" : "no";
  }
  update(data) {
    this.words = data.words;
    this.area.setAttribute("aria-label", data.label);
    this.area.placeholder = data.placeholder;
    this.area.lang = data.lang;
    this.area.style.minHeight = data.height + "px";
    this.area.style.maxHeight = data.most;
    if (data.doc !== this.doc) {
      this.doc = data.doc;
      this.area.value = data.text;
      this.seq = this.sent = 0;
    }
    this.show(this.sent === this.seq && (this.seq === 0 || data.seq >= this.seq));
  }
  destroy() {
    clearTimeout(this.timer);
    window.removeEventListener("pagehide", this.leave);
    document.removeEventListener("visibilitychange", this.leave);
  }
}

export default function ({ data, parentElement, setStateValue }) {
  const host = parentElement.querySelector(".zb-writing");
  if (!host || !data) return;
  let field = FIELDS.get(host);
  if (!field) { field = new Field(host); FIELDS.set(host, field); }
  field.setStateValue = setStateValue;
  field.update(data);
  return () => setTimeout(() => {
    if (!host.isConnected) { field.flush(); field.destroy(); FIELDS.delete(host); }
  }, 0);
}
