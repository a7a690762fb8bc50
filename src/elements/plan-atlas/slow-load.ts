import type { LitElement } from 'lit';
import { PlanError } from '../../contracts/errors.ts';
import type { Store } from '../../contracts/state.ts';
import { slowLoadMessages } from '../messages/slow-load-messages.ts';

const TICK_MS = 1000;
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .slow-load {
    position: absolute;
    z-index: 7;
    left: 50%;
    top: 50%;
    display: grid;
    gap: 8px;
    justify-items: center;
    max-width: calc(100% - 32px);
    padding: 12px 20px;
    border: 1px solid var(--plan-rule, #dedbd0);
    border-radius: 8px;
    background: var(--plan-card, #fff);
    color: var(--plan-ink, #22262a);
    font: 400 var(--plan-type, 14px) / 1.5 var(--plan-sans, system-ui, sans-serif);
    transform: translate(-50%, -50%);
  }
  .slow-load p { margin: 0; }
  .slow-load progress { width: 100%; accent-color: var(--plan-accent, #0b6a94); }
  .slow-load button {
    min-height: max(24px, var(--plan-target, 32px));
    border: 0;
    background: none;
    color: var(--plan-accent, #0b6a94);
    font: inherit;
    cursor: pointer;
  }
  .slow-load button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`);

/**
 * A plan that takes long to come: says that it is on its way and for how long, and offers to stop. Goes by itself.
 * @param waitedMs for how long it has been loading
 */
export function showSlowLoad(
  element: LitElement,
  store: Store,
  loading: AbortController,
  waitedMs: number,
): void {
  const root = element.shadowRoot;
  if (!root || store.getState().phase !== 'loading' || loading.signal.aborted) return;
  const startedMs = performance.now() - waitedMs;
  const box = document.createElement('div');
  const [text, bar, button] = (['p', 'progress', 'button'] as const).map((tag) =>
    box.appendChild(document.createElement(tag)),
  ) as [HTMLElement, HTMLProgressElement, HTMLButtonElement];
  box.className = 'slow-load';
  button.type = 'button';
  button.dataset['action'] = 'stop-loading';
  const say = (): void => {
    const { lang } = store.getState();
    const words = slowLoadMessages[lang];
    box.lang = lang;
    text.textContent = words.loading(Math.round((performance.now() - startedMs) / 1000));
    bar.ariaLabel = words.bar;
    button.textContent = words.cancel;
  };
  say();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== sheet), sheet];
  root.append(box);
  const ticking = setInterval(say, TICK_MS);
  const end = (): void => {
    clearInterval(ticking);
    unfollow();
    box.remove();
  };
  const unfollow = store.subscribe(({ phase }) => {
    if (phase !== 'loading') end();
  });
  loading.signal.addEventListener('abort', end, { once: true });
  button.addEventListener('click', () => loading.abort(createStopped(element)));
}

const createStopped = (element: LitElement): PlanError =>
  new PlanError([
    {
      code: 'load-stopped',
      severity: 'error',
      file: element.getAttribute('src') ?? 'bundle',
      message: 'loading was stopped before the plan was there',
      remedy: 'Load it again when you have the time.',
    },
  ]);
