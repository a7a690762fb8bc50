import type { PlanBundle, Source, Status } from '../../contracts/bundle.ts';
import type {
  CrsChoice,
  ImportSession,
  LayerSummary,
  TakenFeature,
} from '../../contracts/import.ts';
import { defaultAccuracyM, type FileCertainty } from '../../core/import-flow/default-accuracy.ts';
import { chooseRole, type ChosenRole } from '../../core/import-flow/choose-roles.ts';
import type { Quote } from '../../core/import-flow/find-quote.ts';
import type { RowAction, StepRow, StepTerms } from '../../core/import-flow/make-step.ts';
import { matchNames, type NameMatch } from '../../core/matching/match-names.ts';
import { readRow, type RowFacts } from '../../core/matching/read-row.ts';
import { recogniseFields, type FieldRoles } from '../../core/matching/recognise-fields.ts';

export const PAGE = 50;
/** Rows of one step: more could not be looked over. */
export const MOST_ROWS = 500;
const LEAVE: RowAction = { type: 'leave' };

export interface LinkRow {
  readonly taken: TakenFeature;
  readonly facts: RowFacts;
  readonly action: RowAction;
  readonly matches: readonly NameMatch[];
}

export interface NewSource {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly confidence: NonNullable<Source['confidence']>;
}

/** What is said of all rows, as it stands in the form. */
export interface LinkTerms {
  readonly certainty: FileCertainty;
  /** As typed; null: the default. */
  readonly horizontal: string | null;
  readonly method: string;
  /** Id of a source of the plan; null: the new one. */
  readonly sourceId: string | null;
  readonly fresh: NewSource;
  readonly status: Status;
  readonly quote: Quote | null;
}

const TERMS: LinkTerms = {
  certainty: 'digitised',
  horizontal: null,
  method: '',
  sourceId: null,
  fresh: { title: '', publisher: '', date: '', confidence: 'S' },
  status: 'planned',
  quote: null,
};

/** Rows of the chosen layer and what becomes of each. Nothing is preset: a row is left out until the user speaks. */
export class LinkDesk {
  #layer: LayerSummary | null = null;
  #roles: FieldRoles = [];
  #page = 0;
  #taken: readonly TakenFeature[] = [];
  #rows: readonly LinkRow[] = [];
  #actions = new Map<number, RowAction>();
  #inHand: number | null = null;
  #terms = TERMS;
  #serial = 0;
  readonly #session: () => ImportSession;
  readonly #bundle: () => PlanBundle | null;
  readonly #changed: () => void;
  readonly #fail: (error: unknown) => void;

  constructor(
    session: () => ImportSession,
    bundle: () => PlanBundle | null,
    changed: () => void,
    fail: (error: unknown) => void,
  ) {
    this.#session = session;
    this.#bundle = bundle;
    this.#changed = changed;
    this.#fail = fail;
  }

  get roles(): FieldRoles {
    return this.#roles;
  }

  get page(): number {
    return this.#page;
  }

  /** Of the page. */
  get rows(): readonly LinkRow[] {
    return this.#rows;
  }

  get terms(): LinkTerms {
    return this.#terms;
  }

  /** The row whose geometry is picked out on the map. */
  get inHand(): LinkRow | null {
    return this.#rows.find(({ taken }) => taken.index === this.#inHand) ?? null;
  }

  /** How many rows are to be taken over. */
  get wanted(): number {
    return this.#actions.size;
  }

  async show(layer: LayerSummary | null, choice: CrsChoice): Promise<void> {
    const isOther = layer?.id !== this.#layer?.id || layer?.count !== this.#layer?.count;
    this.#layer = layer;
    if (isOther) {
      this.#roles = layer ? recogniseFields(layer.fields) : [];
      this.#actions = new Map();
      this.#inHand = null;
      this.#page = 0;
    } else if (layer && layer.fields.some(({ name }, at) => this.#roles[at]?.field !== name)) {
      this.#roles = recogniseFields(layer.fields);
    }
    await this.turnTo(this.#page, choice);
  }

  async turnTo(page: number, choice: CrsChoice): Promise<void> {
    this.#page = page;
    this.#serial += 1;
    const serial = this.#serial;
    const layer = this.#layer;
    try {
      const range = { from: page * PAGE, count: PAGE };
      const taken = layer ? await this.#session().take(layer.id, choice, range) : [];
      if (serial !== this.#serial) return;
      this.#taken = taken;
    } catch (error) {
      if (serial !== this.#serial) return;
      this.#taken = [];
      this.#fail(error);
    }
    this.refresh();
  }

  /** Reads the rows anew by the roles of their columns. */
  refresh(): void {
    const bundle = this.#bundle();
    const told = this.#taken.map((taken) => ({
      taken,
      facts: readRow(taken.properties, this.#roles),
    }));
    const named = told.map(({ taken: { index }, facts: { name = '', ref, id } }) => ({
      index,
      name,
      ...(ref === undefined ? {} : { ref }),
      ...(id === undefined ? {} : { id }),
    }));
    const matches = bundle ? matchNames(named, bundle) : [];
    this.#rows = told.map(({ taken, facts }) => ({
      taken,
      facts,
      action: this.#actions.get(taken.index) ?? LEAVE,
      matches: matches.filter(({ index }) => index === taken.index),
    }));
    this.#changed();
  }

  chooseRole(role: ChosenRole, field: string | null): void {
    this.#roles = chooseRole(this.#roles, role, field);
    this.refresh();
  }

  act(index: number, action: RowAction): void {
    if (action.type === 'leave') this.#actions.delete(index);
    else this.#actions.set(index, action);
    this.#inHand = index;
    this.refresh();
  }

  /** All rows of the layer, on other pages too. */
  actOnAll(action: RowAction): void {
    const count = Math.min(this.#layer?.count ?? 0, MOST_ROWS);
    this.#actions =
      action.type === 'leave'
        ? new Map()
        : new Map(Array.from({ length: count }, (_, index) => [index, action]));
    this.refresh();
  }

  takeInHand(index: number | null): void {
    this.#inHand = index;
    this.#changed();
  }

  setTerms(change: Partial<LinkTerms>): void {
    this.#terms = { ...this.#terms, ...change };
    this.#changed();
  }

  /** What was taken over is done with. */
  forget(indices: readonly number[]): void {
    for (const index of indices) this.#actions.delete(index);
    this.refresh();
  }

  /** The wanted rows of all pages, read anew in the chosen system. */
  async collect(choice: CrsChoice): Promise<readonly StepRow[]> {
    const layer = this.#layer;
    if (!layer || this.#actions.size === 0) return [];
    const indices = [...this.#actions.keys()].toSorted((a, b) => a - b);
    const taken = await this.#session().take(layer.id, choice, { indices });
    return taken.map((one) => ({
      taken: one,
      facts: readRow(one.properties, this.#roles),
      action: this.#actions.get(one.index) ?? LEAVE,
    }));
  }

  /** @param newSourceId id for a source that the plan does not have yet */
  readTerms(crsErrorM: number, newSourceId: (title: string) => string): StepTerms {
    const { certainty, horizontal, method, sourceId, fresh, status, quote } = this.#terms;
    const typed = horizontal === null ? Number.NaN : Number(horizontal);
    const isUnknown = horizontal !== null && horizontal.trim() === '';
    const known = this.#bundle()?.sources.find(({ id }) => id === sourceId) ?? null;
    const title = fresh.title.trim();
    const made: Source | null =
      title === ''
        ? null
        : {
            id: newSourceId(title),
            title,
            confidence: fresh.confidence,
            ...(fresh.publisher.trim() === '' ? {} : { publisher: fresh.publisher.trim() }),
            ...(fresh.date.trim() === '' ? {} : { date: fresh.date.trim() }),
          };
    return {
      certainty,
      horizontalM: isUnknown ? null : typed > 0 ? typed : defaultAccuracyM(certainty, crsErrorM),
      method,
      source: sourceId === null ? made : known,
      status,
      quote,
    };
  }
}
