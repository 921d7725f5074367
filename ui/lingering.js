// A table tells the server of a cell a moment after its edit; who leaves the page sooner would lose it.
// So a link pressed right after an edit is followed when the edit is on its way.
const WAIT_MS = 400;

export default function () {
  if (window.zbLingering) return;
  window.zbLingering = true;
  let edited = 0, following = false;
  const inCell = (node) => !!node?.closest?.("#portal");
  document.addEventListener("focusout", (event) => { if (inCell(event.target)) edited = Date.now(); }, true);
  document.addEventListener("keydown", (event) => { if (inCell(event.target)) edited = Date.now(); }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const late = inCell(document.activeElement) || Date.now() - edited < WAIT_MS;
    if (following || !link || !late || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => {
      following = true;
      link.click();
      following = false;
    }, WAIT_MS);
  }, true);
}
