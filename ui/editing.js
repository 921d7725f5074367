// Mounts the editor; its bundle is fetched once, not with every rerun.
let bundle;
export default function (given) {
  bundle ||= import(new URL(`app/static/editor.js?${given.data.bundle}`, document.baseURI).href);
  let gone = false, leave;
  bundle.then((editor) => { if (!gone || given.parentElement.isConnected) leave = editor.mount(given); });
  return () => { gone = true; leave?.(); };
}
