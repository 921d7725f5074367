// A report opened at a place: plain text, the place marked and scrolled to.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".zb-opened");
  if (!root || !data) return;
  root.replaceChildren();
  root.lang = data.lang;
  const chars = Array.from(data.text);
  const starts = new Map(data.headings.map((h) => [h.start, h]));
  let at = 0, here = null;
  for (const line of data.text.split("\n")) {
    const length = Array.from(line).length;
    const p = document.createElement("p");
    for (const [start, h] of starts) if (start === at) p.className = "zb-h" + Math.min(h.level || 1, 5);
    const from = Math.max(at, data.start), to = Math.min(at + length, data.end);
    if (from < to) {
      p.append(chars.slice(at, from).join(""));
      const mark = document.createElement("mark");
      mark.className = "zb-place";
      mark.textContent = chars.slice(from, to).join("");
      p.append(mark, chars.slice(to, at + length).join(""));
      here ||= mark;
    } else p.textContent = line;
    root.append(p);
    at += length + 1;
  }
  const place = `${data.start}-${data.end}`;
  if (here && root.dataset.place !== place) {
    root.dataset.place = place;
    setTimeout(() => { root.scrollTop = Math.max(0, here.offsetTop - root.offsetTop - 60); }, 60);
  }
}
