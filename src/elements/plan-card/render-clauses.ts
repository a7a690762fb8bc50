import { html, nothing, type TemplateResult } from 'lit';
import type { PlanFeature, PlanRef } from '../../contracts/bundle.ts';
import type { LinkIndex, Phrase } from '../../contracts/links.ts';
import type { PhraseId } from '../../contracts/state.ts';
import { type CardContext, titleOf } from './card-context.ts';

/** The plan's own words on a feature; a link that is our own reading says so. */
export function renderClauses(
  feature: PlanFeature,
  context: CardContext,
): TemplateResult | typeof nothing {
  const { id, planRefs } = feature.properties;
  if (planRefs.length === 0) return nothing;
  const { words, request, links, selection } = context;
  const cited = links.phrasesOf.get(id) ?? [];
  const at = selection.phrase === null ? -1 : cited.indexOf(selection.phrase);
  const current = selection.phrase === null ? undefined : links.phrases.get(selection.phrase);
  return html`<section class="clauses" part="clauses">
    <div class="head">
      <h3>${words.card.clauses}</h3>
      ${
        cited.length > 1
          ? html`<span class="steps">
              <button
                type="button"
                data-step="-1"
                aria-label=${words.card.previousClause}
                title=${words.card.previousClause}
                @click=${() => request({ type: 'step-clause', by: -1, origin: 'card' })}
              >
                <span aria-hidden="true">‹</span></button
              ><span class="number">${words.card.step(at + 1, cited.length)}</span
              ><button
                type="button"
                data-step="1"
                aria-label=${words.card.nextClause}
                title=${words.card.nextClause}
                @click=${() => request({ type: 'step-clause', by: 1, origin: 'card' })}
              >
                <span aria-hidden="true">›</span>
              </button>
            </span>`
          : nothing
      }
    </div>
    <ul>
      ${inReadingOrder(planRefs, cited, links).map(
        (ref) => html`<li>${renderQuote(id, ref, current, context)}</li>`,
      )}
    </ul>
  </section>`;
}

/** As the text speaks, so that the quotes stand in the order in which they are stepped through. */
function inReadingOrder(
  refs: readonly PlanRef[],
  cited: readonly PhraseId[],
  links: LinkIndex,
): PlanRef[] {
  const placeOf = (ref: PlanRef): number => {
    const place = cited.findIndex((id) => {
      const phrase = links.phrases.get(id);
      return phrase?.para === ref.para && phrase.text === ref.quote;
    });
    return place >= 0 ? place : cited.findIndex((id) => links.phrases.get(id)?.para === ref.para);
  };
  return refs.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function renderQuote(
  feature: string,
  ref: PlanRef,
  current: Phrase | undefined,
  context: CardContext,
): TemplateResult {
  const { words, request } = context;
  const title = titleOf(ref.para, context);
  const isCurrent = current?.para === ref.para && current.text === ref.quote;
  return html`<button
    class="quote"
    type="button"
    data-para=${ref.para}
    data-basis=${ref.basis}
    aria-current=${isCurrent ? 'true' : nothing}
    title=${words.card.goToClause(title)}
    @click=${() => request({ type: 'select', feature, clause: ref.para, origin: 'card' })}
  >
    <q lang="zh-Hans">${ref.quote}</q>
    <span class="cite"
      ><span>${words.card.roles[ref.role]}</span><bdi>${title}</bdi>${
        ref.basis === 'reading'
          ? html`<span class="tag" data-kind="inferred">${words.card.reading}</span>`
          : nothing
      }</span
    >
  </button>`;
}
