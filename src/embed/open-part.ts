import type { EmbedOptions, Slice } from '../contracts/embed.ts';
import type { Problem } from '../contracts/errors.ts';
import { isFlavour, toLanguage } from '../elements/plan-atlas/read-attributes.ts';
import { adoptFrameSheet } from './frame-sheet.ts';
import { createPartSlice, type PartElement } from './part-slice.ts';
import { showProblems } from './show-problems.ts';
import type { FrameSlice } from './frame-slice.ts';

type Part = Exclude<Slice, 'atlas'>;

/** A figure or a quote alone, as high as its words; its code comes now. */
export function openPart(
  name: Part,
  place: Element,
  source: string | null,
  listed: readonly string[],
  { controls, src }: EmbedOptions,
  problems: readonly Problem[],
): FrameSlice {
  adoptFrameSheet();
  // Links lead out of the frame, which is small.
  const base = document.createElement('base');
  base.target = '_blank';
  document.head.append(base);
  const element: PartElement = document.createElement(`plan-${name}`);
  const given = readHash(location.hash);
  const attributes = {
    ...given,
    src: source,
    // The app shows its own plan; another's only address is this one.
    href: src === null ? './' : null,
    controls,
    origins: listed.join(' ') || null,
  };
  for (const [field, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(field, value);
  }
  place.replaceChildren(element);
  const show = (found: readonly Problem[]): void =>
    showProblems(place, found, toLanguage(given.lang));
  show(problems);
  loadPart(name).catch((error: unknown) =>
    show([
      {
        code: 'load-failed',
        severity: 'error',
        file: `plan-${name}`,
        message: error instanceof Error ? error.message : String(error),
        remedy: 'Check the connection, then reload the page.',
      },
    ]),
  );
  return createPartSlice(name, element);
}

const loadPart = (name: Part): Promise<unknown> =>
  name === 'figure' ? import('../figure.ts') : import('../quote.ts');

/** What an address says to a part; whether the plan has it, the part finds out. */
function readHash(
  hash: string,
): Readonly<Record<'feature' | 'clause' | 'lang' | 'flavour', string | null>> {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const flavour = given.get('flavour');
  return {
    feature: given.get('feature'),
    clause: given.get('clause'),
    lang: given.get('lang'),
    flavour: isFlavour(flavour) ? flavour : null,
  };
}
