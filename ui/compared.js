// What comparing found: lines aligned at the words looked for, or wordings whose own parts are marked.
// Text enters by textContent only.
function element(name, look, text) {
  const made = document.createElement(name);
  made.className = look;
  if (text !== undefined) made.textContent = text;
  return made;
}

function pressable(row, n, picked, choose) {
  row.setAttribute("role", "button");
  row.setAttribute("tabindex", "0");
  row.setAttribute("aria-pressed", n === picked ? "true" : "false");
  if (n === picked) row.classList.add("zc-picked");
  row.onclick = () => choose(n);
  row.onkeydown = (e) => {
    e.stopPropagation();
    if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(n); }
  };
  return row;
}

function line(item, picked, choose) {
  const row = pressable(element("div", "zc-line"), item.n, picked, choose);
  const left = element("span", "zc-left");
  left.append(element("span", "", item.left));
  const right = element("span", "zc-right");
  right.append(element("b", "zc-match", item.match), element("span", "", item.right));
  row.append(left, right, element("span", "zc-source", item.source));
  row.title = item.source;
  return row;
}

function opener(n, open, label) {
  const button = element("button", "zc-open", "↗");
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.onclick = (e) => { e.stopPropagation(); open(n); };
  button.onkeydown = (e) => e.stopPropagation();
  return button;
}

function said(item, picked, choose, open, label) {
  const row = pressable(element("div", "zc-said"), item.n, picked, choose);
  const words = element("span", "zc-words");
  if (item.before) words.append(element("span", "zc-around", item.before));
  for (const piece of item.pieces) words.append(element(piece.own ? "mark" : "span", piece.own ? "zc-own" : "", piece.t));
  if (item.after) words.append(element("span", "zc-around", item.after));
  row.append(words);
  if (item.source) row.append(element("span", "zc-source", item.source));
  if (item.source && open) row.append(opener(item.n, open, label));
  else row.classList.add("zc-whole");
  return row;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".zc");
  if (!root || !data) return;
  root.replaceChildren();
  root.lang = data.lang;
  const choose = (n) => setTriggerValue("pick", { n, at: Date.now() });
  const open = data.open ? (n) => setTriggerValue("pick", { n, open: true, at: Date.now() }) : null;
  for (const item of data.lines || []) root.append(line(item, data.picked, choose));
  for (const way of data.ways || []) {
    const box = element("section", "zc-way");
    if (way.label) {
      const head = element("div", "zc-head");
      head.append(element("b", "", way.label), element("span", "zc-note", way.note));
      box.append(head);
    }
    for (const item of way.said) box.append(said(item, data.picked, choose, open, data.open));
    root.append(box);
  }
}
