import { describe, expect, it } from 'vitest';
import { decodeEmbed } from '../../src/core/embed/embed-address.ts';
import {
  DEFAULT_SNIPPET,
  listLost,
  titleOf,
  writeElement,
  writeFrame,
  writeMarkdown,
  writeStandalone,
  type SnippetOptions,
} from '../../src/core/embed/write-snippet.ts';
import { decodePermalink } from '../../src/core/permalink.ts';
import { createBundle } from '../fixtures/create-bundle.ts';

const bundle = createBundle();
const HOSTILE = `"><img src=x onerror=alert(1)> & '<script>`;

const createOptions = (overrides: Partial<SnippetOptions> = {}): SnippetOptions => ({
  ...DEFAULT_SNIPPET,
  appUrl: 'https://plans.example/yuxian/',
  bundlePath: 'bundle/yuxian.json',
  ...overrides,
});

/** As a page would read it; a template loads nothing. */
function parse(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

describe('the snippet of a frame', () => {
  it('leads to the slice, with the view behind it', () => {
    const html = writeFrame(
      createOptions({
        slice: 'figure',
        feature: 's45',
        clause: 'city',
        layers: ['transport'],
        controls: 'legend zoom',
        camera: { center: [113.4, 38.1], zoom: 10.5, bearing: 0, pitch: 0 },
        lens: { statuses: ['planned'], horizon: 2030 },
        flavour: 'dark',
        lang: 'en',
        origins: ['https://news.example'],
      }),
      bundle,
    );
    const frame = parse(html).querySelector('iframe')!;
    const address = new URL(frame.getAttribute('src')!);
    expect(address.origin + address.pathname).toBe('https://plans.example/yuxian/index.html');
    expect(decodeEmbed(address.search)).toEqual({
      options: {
        slice: 'figure',
        controls: 'legend,zoom',
        gestures: 'cooperative',
        src: null,
        origins: ['https://news.example'],
      },
      problems: [],
    });
    expect(decodePermalink(address.hash, bundle)).toEqual({
      view: {
        feature: 's45',
        clause: 'city',
        layers: ['transport'],
        opacity: {},
        camera: { center: [113.4, 38.1], zoom: 10.5, bearing: 0, pitch: 0 },
        lens: { statuses: ['planned'], horizon: 2030 },
        flavour: 'dark',
        lang: 'en',
      },
      problems: [],
    });
  });

  it('says no more than was chosen', () => {
    expect(writeFrame(createOptions({ widthPx: 720 }), bundle)).toBe(
      '<iframe src="https://plans.example/yuxian/index.html?embed#v=1" title="盂县空间规划图集" loading="lazy"' +
        ' width="720" height="480" referrerpolicy="strict-origin-when-cross-origin" allow="fullscreen"></iframe>',
    );
  });

  it.each([
    ['https://plans.example/yuxian', 'https://plans.example/yuxian/index.html?embed#v=1'],
    [
      'https://plans.example/yuxian/index.html?a=b#v=1',
      'https://plans.example/yuxian/index.html?embed#v=1',
    ],
    ['', 'index.html?embed#v=1'],
    ['../', '../index.html?embed#v=1'],
  ])('finds the app from %j', (appUrl, address) => {
    const frame = parse(writeFrame(createOptions({ appUrl }), bundle)).querySelector('iframe')!;
    expect(frame.getAttribute('src')).toBe(address);
  });

  it('holds a hostile title as text', () => {
    const body = parse(writeFrame(createOptions({ title: HOSTILE }), bundle));
    expect(body.querySelector('iframe')!.getAttribute('title')).toBe(HOSTILE);
    expect(body.querySelector('img, script')).toBeNull();
  });
});

describe('the snippet of an element', () => {
  it('names the module of its slice, and has the choices as attributes', () => {
    const body = parse(
      writeElement(
        createOptions({
          feature: 's45',
          layers: ['transport', 'airport'],
          controls: 'legend zoom',
          camera: { center: [113.4, 38.1], zoom: 10.5, bearing: -20, pitch: 30 },
          flavour: 'dark',
          lang: 'en',
          heightPx: 600,
          widthPx: 900,
        }),
        bundle,
      ),
    );
    expect(body.querySelector('script')!.outerHTML).toBe(
      '<script type="module" src="https://plans.example/yuxian/lib/plan-atlas.js"></script>',
    );
    const { attributes } = body.querySelector('plan-atlas')!;
    expect(Object.fromEntries([...attributes].map(({ name, value }) => [name, value]))).toEqual({
      src: 'https://plans.example/yuxian/bundle/yuxian.json',
      layers: 'transport airport',
      controls: 'legend zoom',
      camera: '113.4,38.1,10.5,-20,30',
      feature: 's45',
      flavour: 'dark',
      lang: 'en',
      style: 'height: 600px; max-width: 900px',
    });
  });

  it.each([
    ['figure', 'figure'],
    ['quote', 'quote'],
  ] as const)('of a %s loads no more than that', (slice, module) => {
    const body = parse(writeElement(createOptions({ slice, clause: 'city' }), bundle));
    expect(body.querySelector('script')!.getAttribute('src')).toMatch(`lib/${module}.js`);
    expect(body.querySelector(`plan-${slice}`)!.getAttribute('clause')).toBe('city');
    expect(body.querySelector(`plan-${slice}`)!.hasAttribute('style')).toBe(false);
  });

  it('shows its poster and a link before the script runs', () => {
    const poster = 'https://plans.example/yuxian/posters/feature-s45.svg';
    const body = parse(writeElement(createOptions({ feature: 's45', poster }), bundle));
    const atlas = body.querySelector('plan-atlas')!;
    expect(atlas.getAttribute('poster')).toBe(poster);
    expect(atlas.querySelector('figure > img')!.getAttribute('src')).toBe(poster);
    expect(atlas.querySelector('img')!.getAttribute('alt')).toBe('天黎高速 · 盂县空间规划图集');
    expect(atlas.querySelector('figcaption > a')!.getAttribute('href')).toBe(
      'https://plans.example/yuxian/#v=1&feature=s45',
    );
  });

  it('shows the words of its clause where there is no poster, and of a quote always', () => {
    for (const slice of ['atlas', 'quote'] as const) {
      const poster = slice === 'quote' ? 'poster.svg' : null;
      const html = writeElement(createOptions({ slice, poster, clause: 'logistics' }), bundle);
      const words = [...parse(html).querySelectorAll('blockquote > p')];
      expect(words.map(({ textContent }) => textContent)).toEqual([
        '——打造现代物流集散地。依托铁路、公路的便利交通条件，借助建设盂县通用航空机场的机遇。',
        '完善县城物流网络。',
      ]);
      expect(html).not.toContain('poster.svg');
    }
  });

  it('holds hostile words as text', () => {
    const [doc] = bundle.plan.docs;
    const [first, ...rest] = doc!.paragraphs;
    const hostile = createBundle({
      plan: {
        docs: [
          {
            ...doc!,
            paragraphs: [{ ...first!, title: HOSTILE, text: `${HOSTILE}\n\nx` }, ...rest],
          },
        ],
      },
    });
    const chosen = { clause: 'city', controls: HOSTILE, layers: [HOSTILE], src: HOSTILE };
    const body = parse(writeElement(createOptions(chosen), hostile));
    expect(body.querySelector('img')).toBeNull();
    expect(body.querySelectorAll('script')).toHaveLength(1);
    expect(body.querySelector('blockquote > p')!.textContent).toBe(HOSTILE);
    expect(body.querySelector('plan-atlas')!.getAttribute('controls')).toBe(HOSTILE);
  });

  it('says which choices it cannot keep', () => {
    const lens = { statuses: ['planned'], horizon: null } as const;
    expect(listLost(createOptions({ lens, scene: 'x' }))).toEqual(['lens', 'scene']);
    expect(listLost(createOptions())).toEqual([]);
  });
});

describe('the snippet with the data in it', () => {
  it('is one classic script and an element without an address', () => {
    const body = parse(writeStandalone(createOptions({ layers: ['transport'] }), bundle));
    expect(body.querySelector('script')!.outerHTML).toBe(
      '<script src="https://plans.example/yuxian/lib/plan-atlas.standalone.js" defer=""></script>',
    );
    expect(body.querySelector('plan-atlas')!.hasAttribute('src')).toBe(false);
    expect(body.querySelector('plan-atlas')!.getAttribute('layers')).toBe('transport');
  });
});

describe('the link in Markdown', () => {
  it('has the poster as its picture', () => {
    const poster = 'https://plans.example/yuxian/posters/plan-light.svg';
    expect(writeMarkdown(createOptions({ poster }), bundle)).toBe(
      `[![盂县空间规划图集](${poster})](https://plans.example/yuxian/#v=1)`,
    );
  });

  it('is ended early by no sign in its title or address', () => {
    const options = createOptions({ title: 'a](x)\n[b', appUrl: 'https://plans.example/a(b) c/' });
    expect(writeMarkdown(options, bundle)).toBe(
      '[a\\](x) \\[b](https://plans.example/a%28b%29%20c/#v=1)',
    );
  });
});

describe('the title', () => {
  it.each<readonly [Partial<SnippetOptions>, string]>([
    [{ feature: 's45', lang: 'en' }, 'Tianli Expressway · 盂县空间规划图集'],
    [{ clause: 'city' }, '打造副中心城市 · 盂县空间规划图集'],
    [{ feature: 's45', clause: 'city' }, '天黎高速 · 盂县空间规划图集'],
    [{ title: '交通网' }, '交通网'],
    [{}, '盂县空间规划图集'],
  ])('of %j is %j', (chosen, title) => {
    expect(titleOf(createOptions(chosen), bundle)).toBe(title);
  });
});
