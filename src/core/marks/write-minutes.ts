import { escapeXml } from '../escape-xml.ts';
import { MINUTES_WORDS, sayTime, type Minutes, type MinutesMark } from './minutes.ts';

/** The minutes as Markdown (CommonMark with tables); pictures stand in the text as data. */
export function minutesToMarkdown(minutes: Minutes): string {
  const words = MINUTES_WORDS[minutes.lang];
  const line = ({ number, mark }: MinutesMark): string =>
    `- **${number}** ${escapeMarkdown(mark.note) || words.noNote} — ${escapeMarkdown(mark.author) || words.unnamed}, ${sayTime(mark.createdAt)}`;
  const cell = (text: string): string => escapeMarkdown(text) || ' ';
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const parts: string[] = [
    `# ${words.title}`,
    [
      `- ${words.plan}: ${escapeMarkdown(minutes.planTitle)}`,
      `- ${words.time}: ${minutes.time}`,
      `- ${words.authors}: ${minutes.authors.map(escapeMarkdown).join('、') || words.unnamed}`,
    ].join('\n'),
    `> ${words.quoteNote}`,
  ];
  if (minutes.scenes.length > 0) {
    parts.push(`## ${words.scenes}`);
    for (const { title, picture, marks } of minutes.scenes) {
      const name = escapeMarkdown(title);
      parts.push(`### ${name}`);
      parts.push(
        picture === null ? words.noPicture : `![${name}](data:image/png;base64,${picture})`,
      );
      if (marks.length > 0) parts.push(marks.map(line).join('\n'));
    }
  }
  if (minutes.clauses.length > 0) {
    parts.push(`## ${words.clauses}`);
    for (const { title, path, quotes, marks } of minutes.clauses) {
      parts.push(`### ${[...path, title].map(escapeMarkdown).join(' › ')}`);
      for (const quote of quotes)
        parts.push(
          quote
            .split('\n')
            .map((one) => `> ${escapeMarkdown(one)}`.trimEnd())
            .join('\n'),
        );
      parts.push(marks.map(line).join('\n'));
    }
  }
  if (minutes.features.length > 0) {
    parts.push(`## ${words.features}`);
    for (const { name, marks } of minutes.features) {
      parts.push(`### ${escapeMarkdown(name)}`, marks.map(line).join('\n'));
    }
  }
  if (minutes.others.length > 0) {
    parts.push(`## ${words.others}`, minutes.others.map(line).join('\n'));
  }
  parts.push(`## ${words.all}`);
  parts.push(
    minutes.all.length === 0
      ? words.none
      : [
          row(words.columns),
          row(words.columns.map(() => '---')),
          ...minutes.all.map((one) => row(cellsOf(one, minutes).map(cell))),
        ].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

/** The minutes as one HTML page that word processors open; nothing in it is fetched from elsewhere. */
export function minutesToHtml(minutes: Minutes, sourceOf = toDataAddress): string {
  const words = MINUTES_WORDS[minutes.lang];
  const text = escapeXml;
  const item = ({ number, mark }: MinutesMark): string =>
    `<li><b>${number}</b> ${text(mark.note) || words.noNote} <small>${text(mark.author) || words.unnamed}, ${sayTime(mark.createdAt)}</small></li>`;
  const list = (marks: readonly MinutesMark[]): string =>
    marks.length === 0 ? '' : `<ul>${marks.map(item).join('')}</ul>`;
  const body: string[] = [
    `<h1>${words.title}</h1>`,
    `<p>${words.plan}: ${text(minutes.planTitle)}<br>${words.time}: ${minutes.time}<br>${words.authors}: ${minutes.authors.map(text).join('、') || words.unnamed}</p>`,
    `<p><i>${words.quoteNote}</i></p>`,
  ];
  if (minutes.scenes.length > 0) body.push(`<h2>${words.scenes}</h2>`);
  for (const [index, { title, picture, marks }] of minutes.scenes.entries()) {
    body.push(
      `<h3>${text(title)}</h3>`,
      picture === null
        ? `<p>${words.noPicture}</p>`
        : `<p><img src="${sourceOf(picture, index)}" alt="${text(title)}" width="600"></p>`,
      list(marks),
    );
  }
  if (minutes.clauses.length > 0) body.push(`<h2>${words.clauses}</h2>`);
  for (const { title, path, quotes, marks } of minutes.clauses) {
    body.push(`<h3>${[...path, title].map(text).join(' › ')}</h3>`);
    for (const quote of quotes) {
      body.push(`<blockquote>${text(quote).replaceAll('\n', '<br>')}</blockquote>`);
    }
    body.push(list(marks));
  }
  if (minutes.features.length > 0) body.push(`<h2>${words.features}</h2>`);
  for (const { name, marks } of minutes.features) body.push(`<h3>${text(name)}</h3>`, list(marks));
  if (minutes.others.length > 0) body.push(`<h2>${words.others}</h2>`, list(minutes.others));
  body.push(`<h2>${words.all}</h2>`);
  body.push(
    minutes.all.length === 0
      ? `<p>${words.none}</p>`
      : `<table border="1" cellspacing="0" cellpadding="4"><tr>${words.columns.map((name) => `<th>${name}</th>`).join('')}</tr>${minutes.all
          .map(
            (one) =>
              `<tr>${cellsOf(one, minutes)
                .map((value) => `<td>${text(value)}</td>`)
                .join('')}</tr>`,
          )
          .join('')}</table>`,
  );
  return `<!doctype html>
<html lang="${minutes.lang}">
<head><meta charset="utf-8"><title>${words.title} · ${text(minutes.planTitle)}</title></head>
<body>
${body.filter((piece) => piece !== '').join('\n')}
</body>
</html>
`;
}

const BOUNDARY = '----=_plan_atlas_minutes';

/**
 * The same page as MHTML (RFC 2557) under the name `.doc`: Word shows pictures only from parts of their own, not from
 * data in the page. `toBase64` encodes UTF-8.
 */
export function minutesToWord(minutes: Minutes, toBase64: (text: string) => string): string {
  const pictures: string[] = [];
  const html = minutesToHtml(minutes, (picture, index) => {
    const place = `picture-${index + 1}.png`;
    pictures.push(part('image/png', place, picture));
    return place;
  });
  return [
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; type="text/html"; boundary="${BOUNDARY}"`,
    '',
    part('text/html; charset="utf-8"', 'minutes.html', toBase64(html)),
    ...pictures,
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
}

function part(type: string, place: string, base64: string): string {
  return [
    `--${BOUNDARY}`,
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    `Content-Location: file:///minutes/${place}`,
    '',
    ...(base64.match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

const toDataAddress = (picture: string, _index: number): string =>
  `data:image/png;base64,${picture}`;

function cellsOf({ number, mark, features, clauses }: MinutesMark, { lang }: Minutes) {
  const { kinds } = MINUTES_WORDS[lang];
  return [
    String(number),
    kinds[mark.kind],
    mark.note,
    mark.author,
    sayTime(mark.createdAt),
    clauses.join('；'),
    features.join('；'),
  ];
}

/** So that no sign in a remark or quotation is read as Markdown; what is read is word for word the same. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~!&]/g, (sign) => `\\${sign}`)
    .replaceAll(/^(\s*)([-+=])/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replaceAll('\n', ' ');
}
