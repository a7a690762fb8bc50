import { html, nothing, type TemplateResult } from 'lit';
import {
  clausesOf,
  EMBED_CONTROLS,
  EMBED_KINDS,
  readOrigins,
  sliceOf,
} from '../../core/embed/embed-choice.ts';
import { FULL_LENS } from '../../core/initial-state.ts';
import { toViewState } from '../../core/view-state.ts';
import type { EmbedContext } from './embed-context.ts';
import { listChoices } from './list-choices.ts';
import {
  renderChecks,
  renderChoiceList,
  renderFinder,
  renderNote,
  renderSegments,
  renderSelect,
} from './render-about.ts';
import { renderColours } from './render-colours.ts';
import { renderSize } from './render-size.ts';

/** Everything that is chosen before the snippet is copied. */
export function renderForm(context: EmbedContext): TemplateResult {
  const { words, choice, choose } = context;
  const isAtlas = sliceOf(choice.kind) === 'atlas';
  return html`<form
    class="form"
    part="form"
    aria-label=${words.form}
    @submit=${(event: Event) => event.preventDefault()}
  >
    <section>
      <h3>${words.kind}</h3>
      ${renderSegments(
        'kind',
        words.kind,
        EMBED_KINDS.map((kind) => [kind, words.kinds[kind]] as const),
        choice.kind,
        (kind) => choose({ kind }),
      )}
      ${renderNote(words.kindNotes[choice.kind])} ${renderSubject(context)}
    </section>
    ${isAtlas ? renderContent(context) : nothing}
    <section>
      <h3>${words.look}</h3>
      ${renderSelect(
        'flavour',
        words.flavour,
        (['auto', 'light', 'dark', 'projector'] as const).map(
          (name) => [name, words.flavours[name]] as const,
        ),
        choice.flavour,
        (flavour) => choose({ flavour }),
      )}
      ${renderSelect(
        'lang',
        words.language,
        [
          ['zh-Hans', '简体中文'],
          ['en', 'English'],
        ],
        choice.lang,
        (lang) => choose({ lang }),
      )}
      ${renderSize(context)}
    </section>
    ${renderColours(context)} ${renderTalk(context)}
  </form>`;
}

function renderSubject(context: EmbedContext): TemplateResult | typeof nothing {
  const { words, choice, choose, finder, bundle, cartography, say, state } = context;
  const all = (): ReturnType<typeof listChoices> =>
    listChoices(bundle, state.lang, { feature: null, clause: null }, '', null);
  switch (choice.kind) {
    case 'plan':
      return nothing;
    case 'theme': {
      const named = new Set(bundle.layers.map(({ theme }) => theme));
      return renderSelect(
        'theme',
        words.theme,
        cartography.themes
          .filter(({ id }) => named.has(id))
          .map(({ id, name }) => [id, say(name)] as const),
        choice.theme,
        (theme) => choose({ theme }),
      );
    }
    case 'feature': {
      const clauses = clausesOf(bundle, choice.feature);
      const names = new Map(all().clauses.map(({ id, name }) => [id, name]));
      return html`${renderFinder(
        words,
        finder,
        renderChoiceList(
          {
            field: 'feature',
            label: words.feature,
            listed: finder.features,
            chosen: choice.feature,
            words,
            choose: (feature) => choose({ feature, clause: null }),
          },
          all().features,
        ),
      )}
      ${
        clauses.length > 1
          ? renderSelect(
              'feature-clause',
              words.clause,
              [['', words.anyClause], ...clauses.map((id) => [id, names.get(id) ?? id] as const)],
              choice.clause !== null && clauses.includes(choice.clause) ? choice.clause : '',
              (clause) => choose({ clause: clause === '' ? null : clause }),
            )
          : nothing
      }`;
    }
    case 'clause':
      return renderFinder(
        words,
        finder,
        renderChoiceList(
          {
            field: 'clause',
            label: words.clause,
            listed: finder.clauses,
            chosen: choice.clause,
            words,
            choose: (clause) => choose({ clause }),
          },
          all().clauses,
        ),
      );
    default:
      return choice.kind satisfies never;
  }
}

function renderContent(context: EmbedContext): TemplateResult {
  const { words, choice, choose, bundle, pick, state, conventions, say } = context;
  const isScene = choice.kind === 'plan' && choice.scene !== null;
  const scenes = [...bundle.views, ...(bundle.story?.scenes ?? [])];
  const stages = conventions.statuses.filter(({ status }) => FULL_LENS.statuses.includes(status));
  return html`<section>
    <h3>${words.content}</h3>
    ${
      choice.kind === 'plan' && scenes.length > 0
        ? renderSelect(
            'scene',
            words.scene,
            [
              ['', words.noScene],
              ...scenes.map(({ id, title, titleEn }) => [id, pick(title, titleEn)] as const),
            ],
            choice.scene ?? '',
            (scene) => choose({ scene: scene === '' ? null : scene }),
          )
        : nothing
    }
    ${
      isScene
        ? renderNote(words.sceneNote)
        : html`${choice.kind === 'plan' ? renderLayers(context) : nothing}
          ${renderSelect(
            'camera',
            words.camera,
            [
              ['whole', words.cameras.whole],
              ['view', words.cameras.view],
              ['feature', words.cameras.feature, choice.feature === null],
            ],
            choice.camera,
            (camera) => choose({ camera }),
          )}
          ${renderNote(choice.camera === 'view' && state.camera === null ? words.noCamera : null)}
          ${
            choice.camera === 'feature'
              ? renderFinder(
                  words,
                  context.finder,
                  renderChoiceList(
                    {
                      field: 'feature',
                      label: words.feature,
                      listed: context.finder.features,
                      chosen: choice.feature,
                      words,
                      choose: (feature) => choose({ feature }),
                    },
                    listChoices(bundle, state.lang, { feature: null, clause: null }, '', null)
                      .features,
                  ),
                )
              : nothing
          }
          ${renderChecks(
            'stage',
            words.stages,
            stages.map(({ status, name }) => [status, say(name)] as const),
            choice.statuses,
            (statuses) => choose({ statuses }),
          )}
          ${renderNote(choice.statuses.length === 0 ? words.noStage : null)}`
    }
    ${renderChecks(
      'control',
      words.controls,
      EMBED_CONTROLS.map((name) => [name, words.controlNames[name]] as const),
      choice.controls,
      (controls) => choose({ controls }),
    )}
  </section>`;
}

function renderLayers({
  words,
  choice,
  choose,
  bundle,
  pick,
  state,
}: EmbedContext): TemplateResult {
  const shown = toViewState(state).layers;
  const isView = choice.layers === 'view';
  return html`${renderSelect(
    'layers',
    words.layers,
    [
      ['view', words.layersView(shown.length)],
      ['chosen', words.layersChosen],
    ],
    isView ? 'view' : 'chosen',
    (which) => choose({ layers: which === 'view' ? 'view' : shown }),
  )}
  ${
    isView
      ? nothing
      : renderChecks(
          'layer',
          words.layers,
          bundle.layers.map(({ id, name, nameEn }) => [id, pick(name, nameEn)] as const),
          choice.layers as readonly string[],
          (layers) => choose({ layers }),
        )
  }`;
}

/** Pages that may speak with the frame: asked for here, allowed only by whoever deploys the atlas. */
function renderTalk({ words, choice, choose }: EmbedContext): TemplateResult {
  const { origins, refused } = readOrigins(choice.origins);
  return html`<section>
    <h3>${words.talk}</h3>
    <label class="row">
      <span class="name">${words.origins}</span>
      <input
        type="text"
        inputmode="url"
        data-field="origins"
        autocomplete="off"
        spellcheck="false"
        placeholder=${words.originsHint}
        aria-invalid=${refused.length > 0 ? 'true' : 'false'}
        aria-describedby="origins-note"
        .value=${choice.origins}
        @change=${(event: Event) => choose({ origins: (event.target as HTMLInputElement).value })}
      />
    </label>
    <div id="origins-note">
      ${
        refused.length > 0
          ? html`<p data-error role="alert">${words.badOrigins(refused.join(' '))}</p>`
          : nothing
      }
      <p class="note">${words.originsNote}</p>
      <code class="line"
        >&lt;meta name="plan-atlas-origins"
        content="${origins.join(' ') || words.originsHint}"&gt;</code
      >
    </div>
  </section>`;
}
