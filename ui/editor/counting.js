// Offsets: Python counts code points, the editor UTF-16 units. Equal unless the text holds astral characters.
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;
export function unitsOf(text) {
  if (!ASTRAL.test(text)) return (offset) => offset;
  const units = [0];
  for (const mark of text) units.push(units[units.length - 1] + mark.length);
  return (offset) => units[Math.min(offset, units.length - 1)];
}
export const pointsOf = (text, unit) => (ASTRAL.test(text) ? Array.from(text.slice(0, unit)).length : unit);
