import { html, nothing, type TemplateResult } from 'lit';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { PlanError, type Problem } from '../../contracts/errors.ts';
import type { SheetTemplate } from '../../contracts/sheet.ts';
import type { Language } from '../../contracts/theme.ts';
import {
  proposeId,
  putSheetTemplate,
  removeSheetTemplate,
  type Edit,
} from '../../core/draft/edits.ts';
import { readTemplateFile, writeTemplateFile } from '../../core/sheet/template-file.ts';
import type { SheetMessages } from '../messages/sheet-messages.ts';
import { nameProblem } from '../plan-atlas/name-problem.ts';
import { nameFile, saveFile } from '../plan-stats/save-file.ts';
import { renderChoice, renderField } from '../shared/render-field.ts';
import type { Atlas } from '../shared/store-context.ts';
import type { SheetSession } from './sheet-session.ts';
import { makeUpOf, takeTemplate } from './sheet-wish.ts';

/** No template is anywhere near it. */
const MOST_BYTES = 1_000_000;

/** What the shelf asks of its element. */
export interface ShelfHost {
  readonly atlas: () => Atlas | null;
  readonly texts: () => SheetMessages;
  readonly lang: () => Language;
  readonly say: (news: string) => void;
  readonly redraw: () => void;
}

/** The plan's templates of sheets: taken, saved into the draft of the plan, and handed out as files of their own. */
export class TemplateShelf {
  readonly #session: SheetSession;
  readonly #host: ShelfHost;
  /** As the plan holds them. */
  #from: unknown;
  #sound: readonly SheetTemplate[] = [];
  #problems: readonly Problem[] = [];
  #name: string | null = null;
  #isBusy = false;

  constructor(session: SheetSession, host: ShelfHost) {
    this.#session = session;
    this.#host = host;
  }

  /** Looks through what the plan holds, once for each list. */
  async follow(bundle: PlanBundle): Promise<void> {
    const { sheetTemplates } = bundle;
    if (sheetTemplates === this.#from) return;
    this.#from = sheetTemplates;
    if (sheetTemplates === undefined) {
      this.#sound = [];
      this.#problems = [];
      return;
    }
    const { proveTemplates } = await import('../plan-atlas/prove-bundle.ts');
    if (sheetTemplates !== this.#from) return;
    const list: readonly unknown[] = Array.isArray(sheetTemplates) ? sheetTemplates : [];
    const isAlone = (one: unknown): boolean => proveTemplates(bundle, [one]).length === 0;
    this.#sound = keepFirst(list.filter(isAlone) as SheetTemplate[]);
    this.#problems = proveTemplates(bundle, sheetTemplates);
    this.#host.redraw();
  }

  render(texts: SheetMessages): TemplateResult {
    const { template } = this.#session.wish;
    const taken = this.#sound.find(({ id }) => id === template);
    const lang = this.#host.lang();
    const nameOf = ({ name, nameEn }: SheetTemplate): string => (lang === 'en' && nameEn) || name;
    return html`<fieldset class="templates" part="templates">
      <legend>${texts.template}</legend>
      <div class="pair">
        ${renderChoice(
          texts.template,
          'template',
          taken?.id ?? '',
          [
            { value: '', label: texts.noTemplate },
            ...this.#sound.map((one) => ({ value: one.id, label: nameOf(one) })),
          ],
          (id) => this.#take(id),
        )}
        ${renderField({
          label: texts.templateName,
          name: 'template-name',
          value: this.#name ?? (taken ? nameOf(taken) : ''),
          input: (typed) => {
            this.#name = typed;
          },
          change: (typed) => {
            this.#name = typed;
          },
        })}
      </div>
      <div class="row">
        ${this.#renderButton('save-template', texts.saveTemplate, () => void this.#save())}
        ${
          taken
            ? this.#renderButton(
                'delete-template',
                texts.deleteTemplate,
                () => void this.#remove(taken),
              )
            : nothing
        }
        ${this.#renderButton('download-template', texts.downloadTemplate, () => this.#download())}
        <label class="choose plain">
          ${texts.openTemplate}
          <input
            type="file"
            name="open-template"
            accept=".json,application/json"
            @change=${(event: Event) => void this.#open(event.target as HTMLInputElement)}
          />
        </label>
      </div>
      <p class="hint">${texts.templateHint}</p>
      ${
        this.#problems.length > 0
          ? html`<p class="warn" role="alert">
              ${texts.templatesLeftOut(this.#problems.map((one) => this.#word(one)).join('；'))}
            </p>`
          : nothing
      }
    </fieldset>`;
  }

  #renderButton(action: string, label: string, act: () => void): TemplateResult {
    return html`<button type="button" class="plain" data-action=${action} @click=${act}>
      ${label}
    </button>`;
  }

  #take(id: string): void {
    const template = this.#sound.find((one) => one.id === id);
    this.#name = null;
    this.#session.choose(template ? takeTemplate(template) : { template: '' });
    this.#host.say('');
  }

  /** One of the same name is replaced; null: there is no name. */
  #make(): SheetTemplate | null {
    const typed = (this.#name ?? this.#takenName()).trim();
    if (typed === '') return null;
    const known = this.#sound.find(({ name, nameEn }) => name === typed || nameEn === typed);
    const ids = new Set(this.#sound.map(({ id }) => id));
    return {
      id: known?.id ?? proposeId(typed, 'template', ids),
      name: known?.name ?? typed,
      ...(known?.nameEn ? { nameEn: known.nameEn } : {}),
      ...makeUpOf(this.#session.wish),
    };
  }

  #takenName(): string {
    return this.#sound.find(({ id }) => id === this.#session.wish.template)?.name ?? '';
  }

  async #save(): Promise<void> {
    const texts = this.#host.texts();
    const template = this.#make();
    if (!template) {
      this.#host.say(texts.templateNameless);
      return;
    }
    const reason = await this.#edit(putSheetTemplate(template));
    if (reason === undefined) return;
    this.#session.choose({ template: template.id });
    this.#name = null;
    this.#host.say(
      reason === null
        ? texts.templateSaved(template.name)
        : texts.templateInMemory(template.name, reason),
    );
  }

  async #remove(template: SheetTemplate): Promise<void> {
    const texts = this.#host.texts();
    const reason = await this.#edit(removeSheetTemplate(template));
    if (reason === undefined) return;
    this.#session.choose({ template: '' });
    this.#host.say(texts.templateDeleted(template.name));
  }

  /**
   * Into the draft of the plan, which begins with it if there is none.
   * @returns null: it is on the disk; else why the disk refuses; undefined: nothing was done, and that was said
   */
  async #edit({ changes, what }: Edit): Promise<string | null | undefined> {
    const atlas = this.#host.atlas();
    if (!atlas || this.#isBusy) return undefined;
    this.#isBusy = true;
    try {
      const { draftOf } = await import('../draft/draft-session.ts');
      const draft = await draftOf(atlas).ensure();
      draft.edit(changes, what);
      await draft.settled();
      const { saving, problem } = draft.getState();
      return saving === 'memory' ? (problem ?? '') : null;
    } catch (error) {
      this.#host.say(this.#host.texts().failed(messageOf(error)));
      return undefined;
    } finally {
      this.#isBusy = false;
    }
  }

  #download(): void {
    const texts = this.#host.texts();
    const template = this.#make();
    if (!template) {
      this.#host.say(texts.templateNameless);
      return;
    }
    const name = nameFile([texts.template, template.name], 'json');
    saveFile(name, writeTemplateFile(template), 'application/json');
    this.#host.say(texts.saved(name));
  }

  /** What is wrong with it is told, and the sheet stays as it was. */
  async #open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    const bundle = this.#host.atlas()?.store.getState().bundle;
    // The same file may be chosen again, once it is mended.
    input.value = '';
    if (!file || !bundle) return;
    const texts = this.#host.texts();
    try {
      const template = await readSound(file, bundle);
      this.#session.choose({ ...takeTemplate(template), template: '' });
      this.#name = template.name;
      this.#host.say(texts.templateOpened(template.name));
    } catch (error) {
      const reason =
        error instanceof PlanError
          ? error.problems.map((one) => this.#word(one)).join('；')
          : messageOf(error);
      this.#host.say(texts.templateRefused(file.name, reason));
    }
  }

  #word({ code, message, remedy }: Problem): string {
    const named = nameProblem(code, this.#host.lang());
    return named ? `${named.what}（${message}）。${named.remedy}` : `${message}. ${remedy}`;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Of several with one id the first counts. */
function keepFirst(templates: readonly SheetTemplate[]): readonly SheetTemplate[] {
  const seen = new Set<string>();
  return templates.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** @throws PlanError that says what is wrong with it */
async function readSound(file: File, bundle: PlanBundle): Promise<SheetTemplate> {
  if (file.size > MOST_BYTES) {
    throw new PlanError([
      {
        code: 'template-too-large',
        severity: 'error',
        file: file.name,
        message: `it has ${file.size} bytes; a template has at most ${MOST_BYTES}`,
        remedy: 'Give a file that “Download template” of the sheet tool has made.',
      },
    ]);
  }
  const template = readTemplateFile(await file.text(), file.name);
  const { proveTemplates } = await import('../plan-atlas/prove-bundle.ts');
  const [first, ...others] = proveTemplates(bundle, [template]);
  const here = (problem: Problem): Problem => ({ ...problem, file: file.name });
  if (first) throw new PlanError([here(first), ...others.map(here)]);
  return template as SheetTemplate;
}
