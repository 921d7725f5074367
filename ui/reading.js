// A draft for reading: every sentence a button that tells its sources. Text enters by textContent only.
const LABEL = { fact: 1, sample: 1, stock: 1, blank: 1, model: 1, writer: 1 };

function sentence(item, picked, choose) {
  const span = document.createElement("span");
  span.className = "zb-s zb-" + (LABEL[item.origin] ? item.origin : "writer") + (item.i === picked ? " zb-picked" : "");
  span.setAttribute("role", "button");
  span.setAttribute("tabindex", "0");
  span.setAttribute("aria-pressed", item.i === picked ? "true" : "false");
  span.dataset.i = item.i;
  const chars = Array.from(item.text);
  let at = 0;
  for (const mark of item.marks) {
    span.append(chars.slice(at, mark.start).join(""));
    const m = document.createElement("mark");
    m.className = "zb-m zb-k-" + mark.kind;
    m.title = mark.note;
    m.textContent = chars.slice(mark.start, mark.end).join("");
    span.append(m);
    at = mark.end;
  }
  span.append(chars.slice(at).join(""));
  if (item.facts.length) {
    const ids = document.createElement("sup");
    ids.className = "zb-ids";
    ids.textContent = item.facts.join(" ");
    span.append(ids);
  }
  span.onclick = () => choose(item.i);
  span.onkeydown = (e) => {
    if (!e.altKey && !e.ctrlKey && !e.metaKey) e.stopPropagation();
    if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(item.i); }
  };
  return span;
}

const LONGEST = 60;  // characters of a heading
const LEVELS = [[/^[一二三四五六七八九十]{1,3}、/, "zb-h1"], [/^（[一二三四五六七八九十]{1,3}）/, "zb-h2"]];

// A paragraph that is one heading and nothing more is set as on paper.
function headed(paragraph) {
  const text = paragraph.textContent.trim();
  if (paragraph.childElementCount !== 1 || text.length > LONGEST || /[。；！？：]$/.test(text)) return;
  for (const [mark, look] of LEVELS) if (mark.test(text)) paragraph.className = look;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".zb-reading");
  if (!root || !data) return;
  root.replaceChildren();
  root.lang = data.lang;
  let paragraph = null, number = -1;
  for (const item of data.sentences) {
    if (item.paragraph !== number) {
      if (paragraph) headed(paragraph);
      paragraph = document.createElement("p");
      root.append(paragraph);
      number = item.paragraph;
    }
    paragraph.append(sentence(item, data.picked, (i) => setTriggerValue("pick", { i, n: Date.now() })));
    if (/[\x21-\x7e]$/.test(item.text)) paragraph.append(" ");
  }
  if (paragraph) headed(paragraph);
  if (data.picked !== null && root.dataset.picked !== String(data.picked)) {
    root.querySelector(".zb-picked")?.scrollIntoView({ block: "nearest" });
  }
  root.dataset.picked = data.picked;
}
