// What is offered on a selection: a bar of acts above it; and the words of the search panel.
import { EditorState, StateField } from "@codemirror/state";
import { showTooltip } from "@codemirror/view";
import { isBlank } from "./blanking.js";

const PHRASES = {
  zh: { Find: "查找", Replace: "替换", next: "下一个", previous: "上一个", all: "全选", replace: "替换", "replace all": "全部替换",
        close: "关闭", "match case": "区分大小写", regexp: "正则", "by word": "整词" },
  en: {},
};

export const phrases = (lang) => EditorState.phrases.of(PHRASES[lang.startsWith("zh") ? "zh" : "en"]);

// `editor` has ops [[op, label]], a view, and ask(op).
export function offers(editor) {
  const bar = (state) => {
    const { from, to, empty } = state.selection.main;
    if (empty || !editor.ops.length || !editor.view.hasFocus || isBlank(state.doc, from, to)) return null;
    return { pos: from, end: to, above: true, arrow: false, create: () => ({ dom: drawn(editor) }) };
  };
  return StateField.define({
    create: () => null,
    update: (value, t) => (t.docChanged || t.selection ? bar(t.state) : value),
    provide: (field) => showTooltip.from(field),
  });
}

function drawn(editor) {
  const bar = document.createElement("div");
  bar.className = "zb-menu";
  bar.setAttribute("role", "toolbar");
  for (const [op, label] of editor.ops) {
    const button = document.createElement("button");
    button.textContent = label;
    button.onmousedown = (event) => event.preventDefault();
    button.onclick = () => editor.ask(op);
    bar.append(button);
  }
  return bar;
}
