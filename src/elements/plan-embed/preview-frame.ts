import type { ReactiveController, ReactiveControllerHost } from 'lit';

const WAIT_MS = 400;

/** The address that the preview shows, a moment behind what is chosen, and whether the page's policy refuses frames. */
export class PreviewFrame implements ReactiveController {
  isRefused = false;
  roomPx = 0;
  #address = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: HTMLIFrameElement | null = null;
  #accent: string | null = null;
  #observed: Element | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #resize: ResizeObserver;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#resize = new ResizeObserver(([entry]) => {
      const roomPx = Math.floor(entry!.contentRect.width);
      if (roomPx === this.roomPx) return;
      this.roomPx = roomPx;
      host.requestUpdate();
    });
    host.addController(this);
  }

  get address(): string {
    return this.#address;
  }

  hostConnected(): void {
    document.addEventListener('securitypolicyviolation', this.#hearViolation);
  }

  hostDisconnected(): void {
    document.removeEventListener('securitypolicyviolation', this.#hearViolation);
    clearTimeout(this.#timer);
    this.#resize.disconnect();
    this.#observed = null;
  }

  /** The first address is shown at once. */
  want(address: string): void {
    if (address === this.#address) {
      clearTimeout(this.#timer);
      return;
    }
    if (this.#address === '') {
      this.#address = address;
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#address = address;
      this.#host.requestUpdate();
    }, WAIT_MS);
  }

  /** Follows the room that the preview has. */
  observe(stage: Element | null): void {
    if (stage === this.#observed) return;
    this.#resize.disconnect();
    this.#observed = stage;
    if (stage) this.#resize.observe(stage);
  }

  readonly take = (element: Element | undefined): void => {
    this.#frame = element instanceof HTMLIFrameElement ? element : null;
  };

  /** What a style sheet of the host would set; the frame itself has no such option. */
  paint(accent: string | null, ink: string | null): void {
    this.#accent = accent;
    const widgets = this.#frame?.contentDocument?.querySelectorAll<HTMLElement>(
      'plan-atlas, plan-figure, plan-quote',
    );
    for (const { style } of widgets ?? []) {
      if (this.#accent === null) {
        style.removeProperty('--plan-accent');
        style.removeProperty('--plan-accent-ink');
      } else {
        style.setProperty('--plan-accent', this.#accent);
        style.setProperty('--plan-accent-ink', ink);
      }
    }
  }

  readonly #hearViolation = (event: SecurityPolicyViolationEvent): void => {
    const isOwn =
      event.effectiveDirective === 'frame-src' &&
      (event.blockedURI === 'self' || this.#address.startsWith(event.blockedURI));
    if (!isOwn || this.isRefused) return;
    this.isRefused = true;
    this.#host.requestUpdate();
  };
}
