const RULES = `
:host {
  position: fixed !important;
  inset: 0 !important;
  z-index: 2147483000 !important;
  width: auto !important;
  height: auto !important;
  max-width: none !important;
  max-height: none !important;
  margin: 0 !important;
  border: 0 !important;
}
.frame, .frame[data-layout] {
  display: block !important;
  overflow: hidden !important;
}
.frame > :not(.middle, slot), .middle > :not(.map-pane), .map-pane > * {
  display: none !important;
}
.middle {
  position: absolute !important;
  inset: 0 !important;
  display: grid !important;
  grid: minmax(0, 1fr) / minmax(0, 1fr) !important;
  min-height: 0 !important;
  border: 0 !important;
}
.middle > .map-pane:not([hidden]), ::slotted(plan-map) {
  display: block !important;
  position: absolute !important;
  inset: 0 !important;
  width: auto !important;
  height: auto !important;
  --plan-notes-start: calc(var(--stage-left, 0px) + 14px);
  --plan-notes-bottom: calc(var(--stage-bottom, 0px) + 8px);
  --plan-controls-top: 12px;
}
.frame[data-flavour='projector'] > .middle > .map-pane {
  --plan-type-small: max(14px, 2.25vh);
}
::slotted(:not(plan-map)) {
  display: none !important;
}
.middle > plan-compare.map-pane:not([hidden]) {
  inset: 0 0 var(--compare-bottom, 0px) var(--compare-left, 0px) !important;
  --plan-notes-start: 14px;
  --plan-notes-bottom: 8px;
}
plan-compare::part(head), .middle > .map-pane::part(furniture) {
  display: none;
}
`;

/** What makes a stage of an atlas: the map fills the window, everything else but the player is out of sight. */
export class StageSheet {
  readonly #root: ShadowRoot;
  #sheet: CSSStyleSheet | null = null;

  constructor(root: ShadowRoot) {
    this.#root = root;
  }

  put(): void {
    if (this.#sheet) return;
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(RULES);
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, this.#sheet];
  }

  take(): void {
    const sheet = this.#sheet;
    this.#sheet = null;
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter(
      (other) => other !== sheet,
    );
  }
}
