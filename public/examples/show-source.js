/**
 * Writes the source of what a page shows into it, as it was served: nothing can differ. `data-source` names the file,
 * nothing for the page itself, of which the part between two comments "copy" is shown.
 */
const MARKED = /^[ \t]*<!-- copy -->\n([\s\S]*?)\n[ \t]*<!-- \/copy -->/m;

for (const place of document.querySelectorAll('pre[data-source]')) {
  const details = place.closest('details');
  details.addEventListener('toggle', () => void show(place), { once: true });
}

async function show(place) {
  const name = place.dataset.source;
  const answer = await fetch(name || location.pathname);
  const text = await answer.text();
  const code = document.createElement('code');
  code.textContent = name ? text : outdent(MARKED.exec(text)?.[1] ?? text);
  place.replaceChildren(code);
}

/** Without the white space that all lines begin with. */
function outdent(text) {
  const lines = text.split('\n');
  const depths = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...depths))).join('\n');
}
