// One wording beside another: what goes is struck, what comes is bold. Text enters by textContent only.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".zb-diff");
  if (!root || !data) return;
  const piece = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  root.lang = data.lang;
  root.replaceChildren(...data.runs.flatMap(({ before, after }) =>
    before === after ? [piece("span", after)] : [piece("del", before), piece("ins", after)].filter((p) => p.textContent)));
}
