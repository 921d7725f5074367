// Shapes -> a picture in the theme's colours. Text enters by textContent only.
const SVG = "http://www.w3.org/2000/svg";
const made = (name, attributes, text) => {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text) node.textContent = text;
  return node;
};

function drawn(shape) {
  if (shape.text) {
    return made("text", {
      x: shape.x, y: shape.y, "text-anchor": shape.anchor, "dominant-baseline": "central", fill: "var(--st-text-color)",
    }, shape.text);
  }
  const field = made("rect", { x: shape.x, y: shape.y, width: shape.width, height: shape.height, rx: 2 });
  field.style.fill = "var(--st-primary-color)";
  field.style.fillOpacity = shape.paint;
  if (shape.hint) field.append(made("title", {}, shape.hint));
  return field;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".zp");
  if (!root || !data) return;
  const picture = made("svg", { viewBox: `0 0 ${data.width} ${data.height}`, role: "img" });
  picture.style.cssText = `display: block; width: 100%; max-width: ${data.width}px; font: 13px var(--st-font)`;
  picture.append(...data.shapes.map(drawn));
  root.replaceChildren(picture);
}
