import type { PlanBundle } from '../../contracts/bundle.ts';
import type { SceneStyle } from '../../contracts/map-port.ts';
import type { Cartography, Language } from '../../contracts/theme.ts';
import { buildScene, buildStyle } from '../../core/build-scene.ts';
import { createEvaluator } from '../../core/draw-scene/create-evaluator.ts';
import type { StyleEvaluator } from '../../core/draw-scene/style-evaluator.ts';
import { escapeXml } from '../../core/escape-xml.ts';
import { createInitialState } from '../../core/initial-state.ts';
import { reduce } from '../../core/reduce.ts';
import { drawSheet } from '../../core/sheet/draw-sheet.ts';
import { listAtlas } from '../../core/sheet/list-atlas.ts';
import { SHEET_FACE, setInFace } from '../../core/sheet/sheet-face.ts';
import {
  showSubject,
  specifySubject,
  type SheetSubject,
  type SeriesWish,
} from '../../core/sheet/sheet-subject.ts';
import { SHEET_WORDS } from '../../core/sheet/sheet-words.ts';
import { scopeIds } from '../../core/sheet/write-paper.ts';
import { atlasMessages, type AtlasWords } from './atlas-words.ts';

export interface AtlasOptions {
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly lang: Language;
  /** As it is printed. */
  readonly date: string;
  readonly report: (done: number, total: number, title: string) => void;
  /** Keeps drawn maps for the next run; absent: every map is drawn. */
  readonly shelf?: AtlasShelf;
}

/** A map as it was drawn, and the paragraphs that it rests on. */
export interface DrawnMap {
  readonly html: string;
  readonly clauses: readonly string[];
}

/** Maps of the same bundle, code and options, by id of their sheet. */
export interface AtlasShelf {
  /** Null: not drawn yet. */
  readonly take: (id: string) => DrawnMap | null;
  readonly keep: (id: string, map: DrawnMap) => void;
}

const FAMILY = "'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', sans-serif";
const FACE = `'${SHEET_FACE}', ${FAMILY}`;

/** A page of the atlas as HTML; its heading is its bookmark. */
interface Page {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/**
 * The whole atlas as one document of A3 pages: cover, contents, maps true to scale, targets, certainty, clause index and
 * sources, with links from each sheet to the clauses that it rests on and back.
 */
export function buildAtlas(options: AtlasOptions): string {
  const { bundle, cartography, lang, date, report } = options;
  const words = atlasMessages[lang];
  const sheets = listAtlas(bundle, cartography, lang);
  const onSheets = new Map<string, string[]>();
  const evaluator = createEvaluator();
  const style = buildStyle(bundle, cartography, cartography.flavours.light, lang);
  const maps = sheets.map((sheet, at): Page => {
    report(at, sheets.length, sheet.title);
    const known = options.shelf?.take(sheet.id) ?? null;
    const map = known ?? drawMap(sheet, at + 1, options, { evaluator, style });
    if (!known) options.shelf?.keep(sheet.id, map);
    for (const para of map.clauses) {
      onSheets.set(para, [...(onSheets.get(para) ?? []), sheet.id]);
    }
    return { id: sheet.id, title: sheet.title, html: map.html };
  });
  report(sheets.length, sheets.length, '');
  const pages: Page[] = [
    ...maps,
    { id: 'targets', title: words.targets, html: writeTargets(bundle, words, lang) },
    {
      id: 'certainty',
      title: words.certainty,
      html: writeCertainty(bundle, cartography, words, lang),
    },
    {
      id: 'clauses',
      title: words.clauses,
      html: writeClauses(bundle, words, lang, (para) =>
        (onSheets.get(para) ?? []).map((id) => ({
          id,
          title: sheets.find((sheet) => sheet.id === id)!.title,
        })),
      ),
    },
    { id: 'sources', title: words.sources, html: writeSources(bundle, words, lang) },
  ];
  const { title, titleEn, subtitle, subtitleEn, compiler } = bundle.bundle;
  const pick = (zh: string, en?: string): string => escapeXml((lang === 'en' && en) || zh);
  const period = bundle.plan.docs.find((doc) => doc.period)?.period;
  const cover =
    `<section class="page cover"><h1>${pick(title, titleEn)}</h1>` +
    `<p class="sub">${pick(subtitle ?? '', subtitleEn)}</p>` +
    `<p>${period ? escapeXml(sayPeriod(period, lang)) : ''}</p>` +
    `<p>${escapeXml(compiler ?? '')}　${escapeXml(date)}</p>` +
    `<p class="note">${escapeXml(words.promise)}</p></section>`;
  const contents =
    `<section class="page" id="contents"><h1>${escapeXml(words.contents)}</h1><ol class="contents">` +
    `${pages.map((page) => `<li><a href="#${page.id}">${escapeXml(page.title)}</a></li>`).join('')}</ol></section>`;
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${pick(title, titleEn)}</title>` +
    `<style>${STYLES}</style></head><body>${cover}${contents}${pages.map(({ html }) => html).join('')}</body></html>`
  );
}

const STYLES = `
@page { size: 420mm 297mm; margin: 18mm 24mm }
@page map { margin: 0 }
* { box-sizing: border-box }
body { margin: 0; color: #1f1e1b; font: 11pt/1.6 ${FACE}; overflow-wrap: anywhere }
.page { break-after: page }
.map { page: map; position: relative; width: 420mm; height: 296.9mm; overflow: hidden }
.map > h1 { position: absolute; font-size: 1pt; color: transparent; margin: 0 }
.map > svg { display: block }
.cover { display: grid; min-height: 255mm; align-content: center; justify-items: center; gap: 6mm; text-align: center }
.cover h1 { font: 700 40pt/1.3 ${FACE}; margin: 0 }
.cover .sub { font-size: 18pt }
.note { max-width: 200mm; color: #5b574d }
h1 { font: 700 22pt/1.4 ${FACE}; margin: 0 0 8mm }
h2 { font: 600 13pt/1.5 ${FACE}; margin: 0 }
.contents { font-size: 15pt; columns: 2; column-gap: 20mm; padding-left: 10mm }
a { color: #0b5f84; text-decoration: none }
table { border-collapse: collapse; width: 100% }
th, td { border: 0.2mm solid #b9b2a2; padding: 1.6mm 2.4mm; text-align: left; vertical-align: top }
th { background: #f3efe4 }
tr, .clause { break-inside: avoid }
.clauses { columns: 2; column-gap: 14mm }
.clause { margin: 0 0 5mm }
.clause p { margin: 0.6mm 0; text-align: justify }
.clause small, .tag { color: #8a4b00 }
.list { columns: 3; column-gap: 10mm; margin: 2mm 0 6mm; padding-left: 6mm }
`;

function sayPeriod([from, to]: readonly [number, number], lang: Language): string {
  const { heads, label, years } = SHEET_WORDS[lang];
  return label(heads.period) + years(from, to);
}

function drawMap(
  sheet: SheetSubject,
  number: number,
  { bundle, cartography, lang, date }: AtlasOptions,
  { evaluator, style }: { readonly evaluator: StyleEvaluator; readonly style: SceneStyle },
): DrawnMap {
  const loaded = reduce(createInitialState(), { type: 'load-done', bundle, problems: [] });
  const state = showSubject(reduce(loaded, { type: 'lang', lang }), sheet);
  const wish: SeriesWish = {
    paper: 'A3',
    orientation: 'landscape',
    grid: 'kilometres',
    hidden: ['sources'],
    compiler: bundle.bundle.compiler ?? '',
    date,
    watermark: '',
  };
  const drawn = drawSheet(specifySubject(sheet, String(number).padStart(2, '0'), wish), {
    bundle,
    cartography,
    scene: buildScene(state, bundle, cartography, style),
    state,
    evaluator,
    lang,
    words: SHEET_WORDS[lang],
    families: { title: FAMILY.replaceAll("'", ''), text: FAMILY.replaceAll("'", '') },
    linkOf: (para) => `#clause-${para}`,
  });
  return {
    clauses: drawn.content.clauses.map(({ para }) => para),
    html:
      `<section class="page map" id="${sheet.id}"><h1>${escapeXml(sheet.title)}</h1>` +
      `${setInFace(scopeIds(drawn.svg, `s${number}-`))}</section>`,
  };
}

function writeTargets(bundle: PlanBundle, words: AtlasWords, lang: Language): string {
  const isEnglish = lang === 'en';
  const cell = (text: string): string => `<td>${text}</td>`;
  const rows = bundle.indicators.map(({ name, nameEn, year, target, known, planRefs }) => {
    const values = known
      .map((value) => `${value.year}：${(isEnglish && value.textEn) || value.text}`)
      .join('；');
    const quotes = planRefs
      .map(({ para, quote }) => `<a href="#clause-${para}">“${escapeXml(quote)}”</a>`)
      .join(' ');
    return `<tr>${cell(escapeXml((isEnglish && nameEn) || name))}${cell(String(year))}${cell(
      escapeXml((isEnglish && target.textEn) || target.text),
    )}${cell(escapeXml(values))}${cell(quotes)}</tr>`;
  });
  const head = words.targetColumns.map((column) => `<th>${escapeXml(column)}</th>`).join('');
  return (
    `<section class="page" id="targets"><h1>${escapeXml(words.targets)}</h1>` +
    `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`
  );
}

/** Which features are surveyed, digitised, schematic or inferred: all of them, by name. */
function writeCertainty(
  bundle: PlanBundle,
  cartography: Cartography,
  words: AtlasWords,
  lang: Language,
): string {
  const isEnglish = lang === 'en';
  const groups = cartography.certainties.flatMap(({ certainty, name, meaning }) => {
    const features = bundle.features.features.filter(
      ({ properties }) => properties.accuracy.class === certainty,
    );
    if (features.length === 0) return [];
    const items = features.map(({ properties }) => {
      const { horizontalM } = properties.accuracy;
      const title = (isEnglish && properties.nameEn) || properties.name;
      return `<li>${escapeXml(title)}${horizontalM === undefined ? '' : ` ±${horizontalM} m`}</li>`;
    });
    const [named, meant] = isEnglish ? [name.en, meaning.en] : [name.zh, meaning.zh];
    return [
      `<h2>${escapeXml(named)} · ${features.length}</h2><p>${escapeXml(meant)}</p>` +
        `<ul class="list">${items.join('')}</ul>`,
    ];
  });
  return `<section class="page" id="certainty"><h1>${escapeXml(words.certainty)}</h1>${groups.join('')}</section>`;
}

function writeClauses(
  bundle: PlanBundle,
  words: AtlasWords,
  lang: Language,
  sheetsOf: (para: string) => readonly { readonly id: string; readonly title: string }[],
): string {
  const isEnglish = lang === 'en';
  const reasons = new Map(
    bundle.nonSpatial.map(({ para, reason, reasonEn }) => [
      para,
      (isEnglish && reasonEn) || reason,
    ]),
  );
  const clauses = bundle.plan.docs
    .flatMap(({ paragraphs }) => paragraphs)
    .map(({ id, title, titleEn, text }) => {
      const sheets = sheetsOf(id)
        .map((sheet) => `<a href="#${sheet.id}">${escapeXml(sheet.title)}</a>`)
        .join('、');
      const reason = reasons.get(id);
      const where = sheets
        ? `${escapeXml(words.onSheets)}${sheets}`
        : escapeXml(reason ? `${words.nonSpatial}${reason}` : words.nowhere);
      return (
        `<div class="clause" id="clause-${id}"><h2>${escapeXml((isEnglish && titleEn) || title)}</h2>` +
        `${text
          .split('\n\n')
          .map((part) => `<p lang="zh-Hans">${escapeXml(part)}</p>`)
          .join('')}<small>${where}</small></div>`
      );
    });
  return (
    `<section class="page" id="clauses"><h1>${escapeXml(words.clauses)}</h1>` +
    `<div class="clauses">${clauses.join('')}</div></section>`
  );
}

function writeSources(bundle: PlanBundle, words: AtlasWords, lang: Language): string {
  const isEnglish = lang === 'en';
  const items = bundle.sources.map(({ title, titleEn, publisher, date, licence, url }) => {
    const said = [(isEnglish && titleEn) || title, publisher, date, licence]
      .filter(Boolean)
      .join('，');
    return `<li>${escapeXml(said)}${url ? `<br><span>${escapeXml(url)}</span>` : ''}</li>`;
  });
  return (
    `<section class="page" id="sources"><h1>${escapeXml(words.sources)}</h1>` +
    `<ul class="list">${items.join('')}</ul></section>`
  );
}
