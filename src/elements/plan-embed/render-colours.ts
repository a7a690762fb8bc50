import { html, nothing, type TemplateResult } from 'lit';
import {
  contrastOf,
  findReadable,
  LINE_CONTRAST,
  TEXT_CONTRAST,
} from '../../core/embed/contrast.ts';
import type { EmbedMessages } from '../messages/embed-messages.ts';
import type { EmbedContext } from './embed-context.ts';

/** Accent and ground, and whether the one can be read on the other and on the widget's own panels. */
export function renderColours(context: EmbedContext): TemplateResult {
  const { words, choice, choose, conventions } = context;
  const flavour = choice.flavour === 'auto' ? 'light' : choice.flavour;
  const own = conventions.looks[flavour].tokens['accent']!;
  return html`<section>
    <h3>${words.colours}</h3>
    <label class="check">
      <input
        type="checkbox"
        data-check="own-accent"
        .checked=${choice.accent === null}
        @change=${(event: Event) =>
          choose({ accent: (event.target as HTMLInputElement).checked ? null : own })}
      />${words.ownAccent}
    </label>
    <div class="sides">
      ${choice.accent === null ? nothing : renderColour('accent', choice.accent, context)}
      ${renderColour('ground', choice.ground, context)}
    </div>
    ${renderContrast(context, own)}
    ${choice.accent === null ? nothing : html`<p class="note">${words.accentNote}</p>`}
  </section>`;
}

function renderColour(
  which: 'accent' | 'ground',
  colour: string,
  { words, badColours, typeColour }: EmbedContext,
): TemplateResult {
  const bad = badColours[which];
  const take = (event: Event): void => typeColour(which, (event.target as HTMLInputElement).value);
  return html`<div class="side">
    <div class="row">
      <label class="name" for=${which}>${words[which]}</label>
      <span class="colour">
        <input type="color" aria-label=${words[which]} .value=${colour} @change=${take} />
        <input
          type="text"
          id=${which}
          data-field=${which}
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${bad === undefined ? 'false' : 'true'}
          aria-describedby="${which}-problem"
          .value=${bad ?? colour}
          @change=${take}
        />
      </span>
    </div>
    <p data-error id="${which}-problem" role="alert">
      ${bad === undefined ? nothing : words.badColour(bad)}
    </p>
  </div>`;
}

type GroundName = keyof EmbedMessages['grounds'];

/** The page's ground as given, and the panels of the flavours in which the widget may show. */
function listGrounds({
  choice,
  conventions,
}: EmbedContext): readonly (readonly [name: GroundName, colour: string])[] {
  const flavours =
    choice.flavour === 'auto' ? (['light', 'dark'] as const) : ([choice.flavour] as const);
  return [
    ['page', choice.ground],
    /** An accent of its own changes with the flavour; a given one must do for both. */
    ...(choice.accent === null && choice.flavour === 'auto' ? (['light'] as const) : flavours).map(
      (name) => [name, conventions.looks[name].tokens['paper']!] as const,
    ),
  ];
}

function renderContrast(context: EmbedContext, own: string): TemplateResult {
  const { words, choice, choose } = context;
  const accent = choice.accent ?? own;
  const grounds = listGrounds(context);
  const isLow = grounds.some(([, ground]) => contrastOf(accent, ground) < TEXT_CONTRAST);
  const nearest = isLow
    ? findReadable(
        accent,
        grounds.map(([, ground]) => ground),
      )
    : null;
  const row = (name: GroundName, ground: string, use: string, needed: number): TemplateResult => {
    const ratio = contrastOf(accent, ground);
    const passes = ratio >= needed;
    return html`<tr data-passes=${passes}>
      <th scope="row">${words.grounds[name]} · ${use}</th>
      <td class="number">${words.ratio(floor(ratio), String(needed))}</td>
      <td>${passes ? words.passes : words.fails}</td>
    </tr>`;
  };
  return html`<table class="contrast" data-check="contrast">
      <caption class="hidden">
        ${words.contrast}
      </caption>
      <tbody>
        ${grounds.map(
          ([name, ground]) =>
            html`${row(name, ground, words.forText, TEXT_CONTRAST)}
            ${row(name, ground, words.forLines, LINE_CONTRAST)}`,
        )}
      </tbody>
    </table>
    ${
      nearest !== null
        ? html`<button
            type="button"
            class="plain strong"
            data-action="use-nearest"
            @click=${() => choose({ accent: nearest })}
          >
            ${words.useNearest(nearest)}
          </button>`
        : isLow
          ? html`<p data-error>${words.noNearest}</p>`
          : nothing
    }`;
}

/** Never rounded up to what it does not reach. */
const floor = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);
