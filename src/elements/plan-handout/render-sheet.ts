import { html, nothing, svg, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { PlanBundle, Story } from '../../contracts/bundle.ts';
import type { Lens } from '../../contracts/state.ts';
import type { Bilingual, Cartography, Conventions, Flavour } from '../../contracts/theme.ts';
import type { LegendRow } from '../../core/build-legend.ts';
import { drawSwatch } from '../../core/draw-swatch.ts';
import type { HandoutPage, HandoutShot, IndexRow } from '../../core/handout/build-handout.ts';
import { FULL_LENS } from '../../core/initial-state.ts';
import type { HandoutMessages } from '../messages/handout-messages.ts';
import { countCertainties } from '../shared/count-certainties.ts';
import { swatch } from '../shared/swatch.ts';
import type { Picture } from './take-pictures.ts';

export interface SheetContext {
  readonly bundle: PlanBundle;
  readonly story: Story;
  readonly cartography: Cartography;
  readonly conventions: Conventions;
  readonly flavour: Flavour;
  readonly words: HandoutMessages;
  /** Notes that must stand with every map: boundary, inference, datum, licence. */
  readonly mapNotes: string;
  readonly pages: number;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** What stands in place of a picture that there is not. */
  readonly noPicture: string;
  readonly pick: (zh: string, en: string | undefined) => string;
  readonly say: (text: Bilingual) => string;
}

type ScenePage = Extract<HandoutPage, { kind: 'scene' }>;

/** One page of the handout. */
export function renderSheet(page: HandoutPage, context: SheetContext): TemplateResult {
  switch (page.kind) {
    case 'opening':
    case 'closing':
      return renderSlide(page, context);
    case 'scene':
      return renderScene(page, context);
    case 'index':
      return renderIndex(page, context);
    default:
      return page satisfies never;
  }
}

const renderFooter = (page: number, notes: string, { words, pages }: SheetContext) =>
  html`<footer>
    <span>${notes}</span><span class="page">${words.pageOf(page, pages)}</span>
  </footer>`;

function renderSlide(
  { kind, page, slide }: Extract<HandoutPage, { kind: 'opening' | 'closing' }>,
  context: SheetContext,
): TemplateResult {
  const { pick } = context;
  const line = (name: string, zh: string | undefined, en: string | undefined) =>
    zh ? html`<p class=${name}>${pick(zh, en)}</p>` : nothing;
  return html`<section class="sheet slide" data-kind=${kind} data-page=${page}>
    <div class="title">
      <h2>${pick(slide.title, slide.titleEn)}</h2>
      ${line('subtitle', slide.subtitle, slide.subtitleEn)}
      ${line('small', slide.footer, slide.footerEn)}
    </div>
    ${renderFooter(page, '', context)}
  </section>`;
}

function renderScene(page: ScenePage, context: SheetContext): TemplateResult {
  const { scene, clauses, shots } = page;
  const { words, pick, story, pictures } = context;
  const taken = shots.flatMap(({ id }) => pictures.get(id) ?? []);
  return html`<section
    class="sheet"
    data-kind="scene"
    data-page=${page.page}
    data-scene=${scene.id}
  >
    <header>
      <span class="number">${page.sceneNumber}</span>
      <h2>${pick(scene.title, scene.titleEn)}</h2>
      <span class="story">${pick(story.title, story.titleEn)}</span>
    </header>
    <div class="body" data-shots=${shots.length}>
      <div class="pictures">${shots.map((shot) => renderPicture(shot, page, context))}</div>
      <div class="column">
        <div class="said">
          <p class="caption">${pick(scene.caption, scene.captionEn)}</p>
          <div class="quotes">
            <h3>${words.quotes}</h3>
            <ul>
              ${clauses.map(
                ({ paragraph, quote }) =>
                  html`<li>
                    ${quote === null ? nothing : html`<blockquote lang="zh-Hans">${quote}</blockquote>`}
                    <p class="where">
                      ${[...pathOf(paragraph, context), pick(paragraph.title, paragraph.titleEn)].join(' › ')}
                      ${quote === null ? words.noQuote : nothing}
                    </p>
                  </li>`,
              )}
            </ul>
          </div>
        </div>
        ${taken.length > 0 ? renderLegend(taken, context) : nothing}
      </div>
    </div>
    ${renderFooter(page.page, context.mapNotes, context)}
  </section>`;
}

function renderPicture(
  { id, role, lens }: HandoutShot,
  { scene }: ScenePage,
  context: SheetContext,
): TemplateResult {
  const { words, pick, pictures } = context;
  const picture = pictures.get(id);
  const label = role === 'whole' ? null : describeLens(lens, context);
  const title = pick(scene.title, scene.titleEn);
  return html`<figure>
    ${
      picture
        ? html`<img
              class="map"
              src=${picture.url}
              alt=${words.alt(label ? `${title} · ${label}` : title)}
            />
            ${renderFurniture(picture, words)}`
        : html`<div class="missing">${context.noPicture}</div>`
    }
    ${label ? html`<figcaption>${label}</figcaption>` : nothing}
  </figure>`;
}

/** What a picture beside another one shows: its stages, and the year. */
function describeLens(
  { statuses, horizon }: Lens,
  { words, conventions, say }: SheetContext,
): string {
  const isFull = FULL_LENS.statuses.every((status) => statuses.includes(status));
  const names = conventions.statuses
    .filter(({ status }) => statuses.includes(status))
    .map(({ name }) => say(name));
  return [
    isFull ? words.allStages : names.join(words.and),
    ...(horizon === null ? [] : [words.until(horizon)]),
  ].join(' · ');
}

/** Scale bar and north arrow on the picture; a tilted view has no one scale and says so. */
function renderFurniture(picture: Picture, words: HandoutMessages): TemplateResult {
  const { widthM, bearing, isTilted } = picture;
  const length = widthM === null ? null : roundLength(widthM * 0.22);
  const setWidth = (element?: Element): void => {
    if (length !== null && widthM !== null) {
      const figure = element?.closest('figure');
      const width = figure ? figure.clientWidth * (length / widthM) : 0;
      (element as HTMLElement | undefined)?.style.setProperty('width', `${width}px`);
    }
  };
  const inKm = length !== null && length >= 1000;
  return html`<div class="furniture">
    ${
      length === null
        ? html`<span>${isTilted ? words.tilted : nothing}</span>`
        : html`<span
            >${inKm ? length / 1000 : length} ${inKm ? words.kilometre : words.metre}
            <div class="bar" ${ref(setWidth)}></div
          ></span>`
    }
    <span>
      <svg viewBox="0 0 16 20" aria-hidden="true">
        ${svg`<path d="M8 1l5 17-5-4-5 4z" fill="#24231f" transform="rotate(${-bearing} 8 10)"/>`}
      </svg>
      ${words.north}
    </span>
  </div>`;
}

/** 1, 2 or 5 × 10ⁿ metres, no longer than given. */
function roundLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  return ([5, 2, 1].find((factor) => factor * power <= longest) ?? 1) * power;
}

/** One legend for all pictures of the page, and how sure the places of what they show are. */
function renderLegend(taken: readonly Picture[], context: SheetContext): TemplateResult {
  const { words, say, bundle, conventions } = context;
  const rows = new Map<string, LegendRow>();
  const ids = new Set<string>();
  for (const { legend } of taken) {
    for (const row of legend.rows) {
      const key = `${row.layerId} ${row.classId}`;
      const known = rows.get(key);
      rows.set(key, known && known.count >= row.count ? known : row);
    }
    for (const id of legend.featureIds) ids.add(id);
  }
  const sure = countCertainties([...ids], bundle, conventions)
    .map(({ style, certainty, count }) => {
      const name = `${style ? say(style.name) : certainty} ${count}`;
      return certainty === 'inferred' ? `${name}${words.inferred}` : name;
    })
    .join(' · ');
  return html`<div class="shown">
    <div class="legend">
      <h3>${words.legend}</h3>
      ${
        rows.size === 0
          ? html`<p class="note">${words.noLegend}</p>`
          : html`<ul>
              ${[...rows.values()].map((row) => renderRow(row, context))}
            </ul>`
      }
    </div>
    <p class="note">
      ${words.sureness(sure)}
      ${taken.some(({ legend }) => legend.hasDimmed) ? html`<br />${words.dimmed}` : nothing}
    </p>
  </div>`;
}

function renderRow(row: LegendRow, context: SheetContext): TemplateResult {
  const { cartography, flavour, conventions, say } = context;
  const style = conventions.statuses.find(({ status }) => status === row.status);
  const inferred = conventions.certainties.find(({ certainty }) => certainty === 'inferred')!;
  const name = say(row.name);
  const image = drawSwatch(row.featureClass, flavour, cartography, {
    dash: style?.dash ?? null,
    isSoft: row.isSoft,
    status: row.status ?? 'existing',
  });
  const stage = style && style.status !== 'existing' ? say(style.name) : null;
  return html`<li>
    ${swatch(image)}
    <span
      >${name}${stage && !name.includes(stage) ? ` · ${stage}` : nothing}
      ${
        row.isInferred && !name.includes(say(inferred.name))
          ? html`<span class="tag" data-kind="inferred">${say(inferred.name)}</span>`
          : nothing
      }</span
    >
  </li>`;
}

function renderIndex(
  page: Extract<HandoutPage, { kind: 'index' }>,
  context: SheetContext,
): TemplateResult {
  const { words, story, pick } = context;
  const title = page.parts > 1 ? words.indexPart(page.part, page.parts) : words.index;
  return html`<section class="sheet" data-kind="index" data-page=${page.page}>
    <header>
      <h2>${title}</h2>
      <span class="story">${pick(story.title, story.titleEn)}</span>
    </header>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.clause}</th>
          <th scope="col">${words.words}</th>
          <th scope="col">${words.onPages}</th>
        </tr>
      </thead>
      <tbody>
        ${page.rows.map((row) => renderIndexRow(row, context))}
      </tbody>
    </table>
    ${renderFooter(page.page, context.bundle.plan.docs[0]?.title ?? '', context)}
  </section>`;
}

function renderIndexRow({ paragraph, quotes, pages }: IndexRow, context: SheetContext) {
  return html`<tr>
    <th scope="row">
      <span class="path">${pathOf(paragraph, context).join(' › ')}</span>
      ${context.pick(paragraph.title, paragraph.titleEn)}
    </th>
    <td lang="zh-Hans">${quotes.map((quote) => html`<div>${quote}</div>`)}</td>
    <td class="number">${pages.join(', ')}</td>
  </tr>`;
}

const pathOf = (
  { path, pathEn }: { readonly path: readonly string[]; readonly pathEn?: readonly string[] },
  { pick }: SheetContext,
): readonly string[] => path.map((part, index) => pick(part, pathEn?.[index]));
