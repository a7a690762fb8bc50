import { AtlasElement } from './atlas-element.ts';

/** What a row of a tool is about. */
export interface ToolRow {
  readonly id: string;
  readonly featureIds: readonly string[];
}

/** Base of the tools whose rows are linked with map and text: a row lights its features, and shows them when chosen. */
export abstract class ToolElement extends AtlasElement {
  #previewed: string | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that has left can ask the atlas for nothing by events.
    if (this.#previewed !== null) {
      this.atlas?.store.send({ type: 'hover', features: [], phrase: null, origin: 'card' });
    }
    this.#previewed = null;
  }

  /** The row that an event comes from; null beside the rows. */
  protected abstract rowOf(event: Event): ToolRow | null;

  protected readonly handleEnter = (event: Event): void => this.#preview(this.rowOf(event));

  protected readonly handleLeave = (): void => this.#preview(null);

  #preview(row: ToolRow | null): void {
    const id = row?.id ?? null;
    if (id === this.#previewed) return;
    this.#previewed = id;
    const features = row?.featureIds ?? [];
    this.request({ type: 'hover', features, phrase: null, origin: 'card' });
  }

  /** One feature is selected, at a paragraph if there is one; several light up together. */
  protected showFeatures(features: readonly string[], clause?: string): void {
    const [feature] = features;
    if (feature === undefined) return;
    if (features.length === 1) {
      this.request({ type: 'select', feature, clause, origin: 'card' });
    } else {
      this.request({ type: 'clear', origin: 'card' });
      this.request({ type: 'highlight', features, clauses: [], fit: true });
    }
  }

  /** Escape puts out what is shown before it closes the tool; true when it did. */
  protected clearByEscape(event: KeyboardEvent): boolean {
    const { selection, highlight } = this.state!;
    const hasShown =
      selection.features.length + highlight.features.length > 0 || selection.clause !== null;
    if (event.key !== 'Escape' || !hasShown) return false;
    event.stopPropagation();
    this.request({ type: 'clear', origin: 'card' });
    return true;
  }
}
