import type { PlanBundle } from '../../contracts/bundle.ts';
import type { DraftSession } from '../../contracts/draft.ts';
import type {
  CrsChoice,
  GivenFile,
  ImportSession,
  OpenImportSession,
} from '../../contracts/import.ts';
import type { ViewerRequest, ViewerState } from '../../contracts/state.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { cameraFor } from '../../core/import-flow/camera-for.ts';
import { composePreview } from '../../core/import-flow/compose-preview.ts';
import { findQuote } from '../../core/import-flow/find-quote.ts';
import { makeStep, type RowAction, type StepFault } from '../../core/import-flow/make-step.ts';
import { placeOfData } from '../../core/import-flow/place-of-data.ts';
import { readPasted } from '../../core/import-flow/read-pasted.ts';
import { proposeId } from '../../core/draft/edits.ts';
import { boundsOf } from '../../core/geometry.ts';
import { featuresById } from '../../core/lit.ts';
import { systemOf } from '../../io/crs/systems.ts';
import { BundleDesk } from './bundle-desk.ts';
import { FileDesk } from './file-desk.ts';
import { LayerDesk } from './layer-desk.ts';
import { LinkDesk } from './link-desk.ts';

/** What the flow needs of the atlas and of the element that shows it. */
export interface FlowHost {
  readonly state: () => ViewerState | null;
  readonly send: (request: ViewerRequest) => void;
  readonly changed: () => void;
  readonly draft: () => DraftSession | null;
  readonly openSession: OpenImportSession;
}

export interface Applied {
  readonly what: Bilingual;
  readonly features: readonly string[];
  /** Of the draft's log; it can be undone while it is the last. */
  readonly step: string;
}

/** Files → layer → system → rows → step: all that the tool knows, kept while another tool is open. */
export class ImportFlow {
  readonly files: FileDesk;
  readonly layers: LayerDesk;
  readonly link: LinkDesk;
  readonly bundles: BundleDesk;
  #host: FlowHost;
  #session: ImportSession | null = null;
  #isShown = true;
  #laid: unknown = null;
  #fitted: unknown = null;
  #faults: readonly StepFault[] = [];
  #applied: Applied | null = null;
  #note: 'undone' | 'unchanged' | null = null;

  constructor(host: FlowHost) {
    this.#host = host;
    const session = (): ImportSession => this.#open();
    const changed = (): void => this.#changed();
    this.files = new FileDesk(session, changed);
    const fail = (error: unknown): void => this.files.tell(error);
    this.layers = new LayerDesk(session, changed, fail);
    this.link = new LinkDesk(session, () => this.plan, changed, fail);
    this.bundles = new BundleDesk(changed);
  }

  /** Another element shows it from now on. */
  join(host: FlowHost): void {
    this.#host = host;
    this.#laid = null;
    this.#changed();
  }

  get plan(): PlanBundle | null {
    return this.#host.state()?.bundle ?? null;
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  get faults(): readonly StepFault[] {
    return this.#faults;
  }

  get applied(): Applied | null {
    return this.#applied;
  }

  get note(): 'undone' | 'unchanged' | null {
    return this.#note;
  }

  get canUndo(): boolean {
    const steps = this.#host.draft()?.getStore()?.getState().steps ?? [];
    return this.#applied !== null && steps.at(-1)?.id === this.#applied.step;
  }

  get isIdle(): boolean {
    return this.files.files.length === 0 && this.files.jobs.length === 0;
  }

  async open(files: readonly GivenFile[]): Promise<void> {
    const fresh = await this.files.open(files);
    await this.#follow(fresh[0] ?? this.layers.layer?.id ?? null);
  }

  async paste(text: string, name: string): Promise<void> {
    const pasted = readPasted(text);
    if (!pasted) {
      const code = 'paste-unknown';
      const message = `the pasted text (${text.trim().slice(0, 40)}…) is no table, GeoJSON or WKT`;
      const remedy = 'Paste lines such as "113.412, 38.086".';
      this.files.refuse({ code, severity: 'error', file: name, message, remedy });
      return;
    }
    const taken = new Set(this.files.files);
    let file = `${name}.${pasted.extension}`;
    for (let number = 2; taken.has(file); number += 1)
      file = `${name}-${number}.${pasted.extension}`;
    await this.open([{ name: file, blob: new Blob([pasted.text], { type: 'text/plain' }) }]);
  }

  async reread(...given: Parameters<FileDesk['reread']>): Promise<void> {
    await this.files.reread(...given);
    await this.#follow(this.layers.layer?.id ?? null);
  }

  async close(file: string): Promise<void> {
    await this.files.close(file);
    await this.#follow(this.layers.layer?.id ?? null);
  }

  chooseLayer(id: string): Promise<void> {
    return this.#follow(id);
  }

  async chooseCrs(choice: CrsChoice): Promise<void> {
    this.#isShown = true;
    await this.layers.choose(choice);
    await this.link.turnTo(this.link.page, choice);
  }

  turnTo(page: number): Promise<void> {
    return this.link.turnTo(page, this.layers.choice);
  }

  act(row: number, action: RowAction): void {
    this.#faults = [];
    this.link.act(row, action);
  }

  /** A row by itself on the map; once more: the whole layer again. */
  look(row: number): void {
    this.#isShown = true;
    this.link.takeInHand(this.link.inHand?.taken.index === row ? null : row);
  }

  show(isShown: boolean): void {
    this.#isShown = isShown;
    if (isShown) this.#fitted = null;
    this.#changed();
  }

  /** False: the words do not stand there. */
  cite(para: string, quote: string): boolean {
    const found = this.plan && findQuote(this.plan, para, quote);
    if (found) this.link.setTerms({ quote: found });
    return found !== null;
  }

  async apply(): Promise<void> {
    this.#note = null;
    const draft = this.#host.draft();
    if (!draft) return;
    try {
      const rows = await this.link.collect(this.layers.choice);
      const store = await draft.ensure();
      const { bundle, steps } = store.getState();
      const errorM = systemOf(this.layers.choice.crs)?.errorM ?? 0;
      const taken = new Set(bundle.sources.map(({ id }) => id));
      const terms = this.link.readTerms(errorM, (title) => proposeId(title, 'source', taken));
      const made = makeStep(bundle, rows, terms);
      this.#faults = 'faults' in made ? made.faults : [];
      if ('edit' in made) {
        store.edit(made.edit.changes, made.edit.what);
        const last = store.getState().steps.at(-1);
        const isNew = last !== undefined && last.id !== steps.at(-1)?.id;
        this.#note = isNew ? null : 'unchanged';
        this.#applied = isNew
          ? { what: made.edit.what, features: made.features, step: last.id }
          : null;
        if (terms.source) this.link.setTerms({ sourceId: terms.source.id });
        this.link.takeInHand(null);
        this.link.forget(rows.map((row) => row.taken.index));
        this.#isShown = false;
      }
    } catch (error) {
      this.files.tell(error);
    }
    this.#changed();
  }

  undo(): void {
    if (!this.canUndo) return;
    this.#host.draft()!.getStore()!.undo();
    this.#applied = null;
    this.#note = 'undone';
    this.#changed();
  }

  /** Takes the preview from the map. */
  leave(): void {
    if (this.#host.state()?.preview) this.#host.send({ type: 'lay', change: { preview: null } });
    this.#laid = null;
  }

  dispose(): void {
    this.#session?.dispose();
    this.#session = null;
  }

  #open(): ImportSession {
    const extent = this.plan?.bundle.extent ?? [73, 3, 136, 54];
    this.#session ??= this.#host.openSession(extent);
    return this.#session;
  }

  async #follow(id: string | null): Promise<void> {
    const { layers, bundle } = this.files.summary;
    const layer = layers.find((one) => one.id === id) ?? layers[0] ?? null;
    this.#isShown = true;
    this.#faults = [];
    await Promise.all([this.bundles.take(bundle), this.layers.show(layer)]);
    await this.link.show(layer, this.layers.choice);
  }

  #changed(): void {
    this.#lay();
    this.#host.changed();
  }

  #lay(): void {
    const { inHand } = this.link;
    const row = inHand?.taken ?? null;
    const layer = this.layers.preview;
    const target = inHand?.action.type === 'replace' ? inHand.action.feature : null;
    const old =
      target && this.plan ? (featuresById(this.plan).get(target)?.geometry ?? null) : null;
    const key = [this.#isShown, row, layer, old];
    if (Array.isArray(this.#laid) && key.every((one, at) => one === (this.#laid as unknown[])[at]))
      return;
    this.#laid = key;
    const preview = this.#isShown ? composePreview({ layer, row, old }) : null;
    if (preview || this.#host.state()?.preview) {
      this.#host.send({ type: 'lay', change: { preview } });
    }
    const subject = row ?? layer;
    if (!preview || !subject || subject === this.#fitted) return;
    this.#fitted = subject;
    this.#fit(preview.features.features.map(({ geometry }) => geometry));
  }

  /** Data that the map does not reach is told in words only. */
  #fit(geometries: Parameters<typeof boundsOf>[0]): void {
    const [state, plan] = [this.#host.state(), this.plan];
    const bounds = boundsOf(geometries);
    if (!state || !plan || !bounds) return;
    if (placeOfData(bounds, plan.bundle.extent).kind === 'far') return;
    const camera = cameraFor(bounds, state);
    if (camera) this.#host.send({ type: 'restore', view: { camera }, origin: 'api' });
  }
}
