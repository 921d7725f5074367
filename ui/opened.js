// A report opened at a place: plain text, headings set apart, the place marked and scrolled to.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".zb-opened");
  if (!root || !data) return;
  const nav = parentElement.querySelector(".zb-outline");
  root.replaceChildren();
  nav.replaceChildren();
  nav.hidden = !data.outline;
  root.lang = data.lang;
  const chars = Array.from(data.text);
  const heading = new Map(data.headings.map((h) => [h.start, h]));
  const inPlace = (i) => i >= data.start && i < data.end;
  const places = new Map();
  let at = 0, here = null;
  for (const line of data.text.split("\n")) {
    const end = at + Array.from(line).length;
    const p = document.createElement("p");
    let h = null, piece = null, look = "";
    for (let i = at; i < end; i++) {
      h = heading.get(i) || (h && i < h.end ? h : null);
      const now = (h ? "zb-h" + Math.min(h.level || 1, 5) : "") + (inPlace(i) ? " zb-place" : "");
      if (!piece || now !== look) {
        piece = document.createElement(inPlace(i) ? "mark" : "span");
        piece.className = look = now;
        p.append(piece);
        if (heading.has(i)) places.set(i, piece);
        if (inPlace(i)) here ||= piece;
      }
      piece.textContent += chars[i];
    }
    root.append(p);
    at = end + 1;
  }
  for (const row of data.outline || []) {
    const item = document.createElement("button");
    item.className = "zb-row zb-l" + Math.min(row.level || 1, 5);
    item.textContent = row.text;
    item.onclick = () => {
      const to = places.get(row.start);
      if (to) root.scrollTop = Math.max(0, to.offsetTop - root.offsetTop - 12);
    };
    nav.append(item);
  }
  const place = `${data.start}-${data.end}`;
  if (here && root.dataset.place !== place) {
    root.dataset.place = place;
    setTimeout(() => { root.scrollTop = Math.max(0, here.offsetTop - root.offsetTop - 60); }, 60);
  }
}
