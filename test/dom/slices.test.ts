import { afterEach, describe, expect, it } from 'vitest';
import { conventions } from '../../layers/conventions.ts';
import { PlanFigure } from '../../src/elements/plan-figure/plan-figure.ts';
import { PlanQuote } from '../../src/elements/plan-quote/plan-quote.ts';
import { define } from '../../src/elements/shared/define.ts';
import { readPlan } from '../../src/elements/shared/plan-reader.ts';
import { SliceElement } from '../../src/elements/shared/slice-element.ts';
import { createBundle } from '../fixtures/create-bundle.ts';

SliceElement.parts = {
  conventions,
  origin: 'https://library.example',
  loadAtlas: () => Promise.reject(new Error('these tests have no map')),
};
define('plan-quote', PlanQuote);
define('plan-figure', PlanFigure);

afterEach(() => document.body.replaceChildren());

type Tag = 'plan-quote' | 'plan-figure';

async function mount<T extends Tag>(
  tag: T,
  attributes: Readonly<Record<string, string>>,
  bundle: object | null = createBundle(),
): Promise<HTMLElementTagNameMap[T]> {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (bundle) element.bundle = bundle;
  document.body.append(element);
  await settle(element);
  return element;
}

async function settle(element: PlanQuote | PlanFigure): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

const find = (element: Element, selector: string): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const findAll = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const textOf = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('plan-quote', () => {
  it('prints the paragraph word for word, its links as the plan’s text has them', async () => {
    const quote = await mount('plan-quote', { clause: 'logistics' });
    const printed = findAll(quote, 'blockquote > p').map(({ textContent }) => textContent);
    const [, paragraph] = createBundle().plan.docs[0]!.paragraphs;
    expect(printed.join('\n\n')).toBe(paragraph!.text);
    const phrases = findAll(quote, '.phrase').map(({ textContent, dataset }) => [
      textContent,
      dataset['theme'],
      dataset['basis'],
    ]);
    expect(phrases).toEqual([
      ['铁路、公路的便利交通条件', 'transport', 'named'],
      ['通用航空机场', 'airport', 'named'],
      ['县城物流网络', 'transport', 'reading'],
    ]);
  });

  it('says how sure the places are, and why a paragraph has none', async () => {
    const quote = await mount('plan-quote', { clause: 'logistics' });
    expect(textOf(find(quote, '[part=tags]'))).toBe(
      '推断，非规划原文 关联 3 个要素：数字化 1、推断 2 虚线：本图解读，非规划原文',
    );
    quote.setAttribute('clause', 'party');
    await settle(quote);
    expect(textOf(find(quote, '[part=tags]'))).toBe('非空间 政治原则，不指向地点。');
  });

  it('marks the phrases of one feature, and says how sure that one is', async () => {
    const quote = await mount('plan-quote', { clause: 'logistics', feature: 's45' });
    const lit = findAll(quote, '[data-lit]').map(({ textContent }) => textContent);
    expect(lit).toEqual(['铁路、公路的便利交通条件']);
    expect(textOf(find(quote, '[part=tags] .tag'))).toBe('数字化');
  });

  it('links into the atlas where it is told its address, and nowhere else', async () => {
    const quote = await mount('plan-quote', { clause: 'city', lang: 'en' });
    expect(findAll(quote, 'a')).toEqual([]);
    quote.href = '/atlas/';
    await settle(quote);
    const [phrase] = findAll(quote, 'a.phrase') as HTMLAnchorElement[];
    expect(phrase!.href).toMatch(/\/atlas\/#v=1&clause=city&phrase=18-22&lang=en$/);
    expect(find(quote, '[part=link]').getAttribute('href')).toMatch(/#v=1&clause=city&lang=en$/);
    quote.href = 'javascript:alert(1)';
    await settle(quote);
    expect(findAll(quote, 'a')).toEqual([]);
  });

  it('tells the page which phrase was chosen, and lets it keep the reader', async () => {
    const quote = await mount('plan-quote', { clause: 'logistics', href: '/atlas/' });
    const told: unknown[] = [];
    quote.addEventListener('plan-clause-select', (event) => {
      told.push([event.detail.featureId, event.detail.clauseIds]);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    findAll(quote, 'a.phrase')[1]!.dispatchEvent(click);
    expect(told).toEqual([['airport', ['logistics']]]);
    expect(click.defaultPrevented).toBe(true);
  });

  it('says that the map could not be loaded, and can be asked again', async () => {
    const quote = await mount('plan-quote', { clause: 'city' });
    find(quote, '[part=button]').click();
    await settle(quote);
    expect(textOf(find(quote, '[role=alert]'))).toBe('地图没有载入：these tests have no map');
    expect(find(quote, '[part=button]').getAttribute('aria-expanded')).toBe('false');
  });

  it('names an id that the plan does not have, keeps the page’s words, and mends', async () => {
    const told: string[] = [];
    const hear = (event: HTMLElementEventMap['plan-error']): unknown =>
      told.push(event.detail.problems[0]!.message);
    document.body.addEventListener('plan-error', hear);
    const quote = await mount('plan-quote', { clause: 'nowhere' });
    expect(told).toEqual(['clause="nowhere": the plan has no paragraph with this id']);
    expect(textOf(find(quote, '[role=alert]'))).toContain('clause="nowhere"');
    expect(find(quote, 'slot')).not.toBeNull();
    quote.clause = 'city';
    await settle(quote);
    expect(find(quote, 'slot')).toBeNull();
    expect(textOf(find(quote, 'blockquote'))).toContain('四纵四横');
    document.body.removeEventListener('plan-error', hear);
  });

  it('reads properties that are set later, and is ready once for each plan', async () => {
    const quote = await mount('plan-quote', {}, null);
    const titles: string[] = [];
    quote.addEventListener('plan-ready', ({ detail }) => titles.push(detail.bundle.bundle.title));
    quote.clause = 'city';
    const given = createBundle();
    quote.bundle = given;
    await settle(quote);
    quote.bundle = given;
    quote.feature = 's45';
    await settle(quote);
    quote.bundle = createBundle({ bundle: { ...given.bundle, title: '另一个' } });
    await settle(quote);
    expect(titles).toEqual(['盂县空间规划图集', '另一个']);
    expect(quote.bundle?.bundle.title).toBe('另一个');
  });
});

describe('plan-figure', () => {
  it('names a feature in both languages, how far along and how sure it is', async () => {
    const figure = await mount('plan-figure', { feature: 'airport', live: 'request' });
    expect(textOf(find(figure, '[part=name]'))).toBe(
      '盂县通用航空机场（选址） Yuxian General Airport (site)',
    );
    expect(findAll(figure, '[part=tags] .tag').map(textOf)).toEqual([
      '研究',
      '推断，非规划原文 ±6 公里',
    ]);
    figure.lang = 'en';
    await settle(figure);
    expect(findAll(figure, '[part=tags] .tag').map(textOf)).toEqual([
      'Study',
      'Inferred, not in the plan ±6 km',
    ]);
  });

  it('quotes the plan and says which quotation is our own reading', async () => {
    const figure = await mount('plan-figure', { feature: 'zong-3', live: 'request' });
    const quotes = findAll(figure, '[part=quote]').map(textOf);
    expect(quotes).toEqual([
      '“四纵四横” 打造副中心城市',
      '“县城物流网络” 打造现代物流集散地 本图解读，非规划原文',
    ]);
  });

  it('prints hostile words as words', async () => {
    const figure = await mount('plan-figure', {
      feature: 'airport',
      live: 'request',
      caption: '<img src=x onerror=alert(1)>',
    });
    expect(find(figure, '.own').textContent).toBe('<img src=x onerror=alert(1)>');
    expect(textOf(find(figure, '[part=source]'))).toBe('来源：<img src=x onerror=alert(1)>');
    expect(findAll(figure, 'figcaption img')).toEqual([]);
  });

  it('sketches an unsure place with its circle, and says so', async () => {
    const figure = await mount('plan-figure', { feature: 'airport', live: 'request' });
    expect(find(figure, '.reach').getAttribute('data-soft')).toBe('true');
    expect(textOf(find(figure, '.note'))).toBe('简图：虚线示位置不确定');
    expect(find(figure, 'svg').getAttribute('aria-label')).toContain('机场');
  });

  it('offers no map of what has no place, and says that', async () => {
    const figure = await mount('plan-figure', { feature: 'park', live: 'request' });
    expect(textOf(find(figure, '.note'))).toBe('图上没有可靠位置，仅列文字');
    expect(find(figure, '[part=button]')).toBeNull();
  });

  it('falls back to the sketch when the poster cannot be had', async () => {
    const figure = await mount('plan-figure', {
      feature: 'airport',
      live: 'request',
      poster: 'none.svg',
    });
    expect(find(figure, '.poster img').getAttribute('src')).toBe('none.svg');
    find(figure, '.poster img').dispatchEvent(new Event('error'));
    await settle(figure);
    expect(find(figure, '.poster svg')).not.toBeNull();
  });
});

describe('readPlan', () => {
  it('gives the same plan to all who hand over the same object', async () => {
    const given = createBundle();
    const [first, second] = await Promise.all([readPlan(given, []), readPlan(given, [])]);
    expect(first).toBe(second);
    expect(first.bundle).toBe(given);
  });

  it('asks no origin that is not listed, and names it', async () => {
    await expect(readPlan('https://elsewhere.example/plan.json', [])).rejects.toMatchObject({
      code: 'origin-unlisted',
      message: expect.stringContaining('https://elsewhere.example'),
    });
  });

  it('says of an object that is no plan what the atlas says', async () => {
    await expect(readPlan({ bundle: 1 }, [])).rejects.toMatchObject({ code: 'manifest-malformed' });
  });
});
