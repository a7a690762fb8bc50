/** Kills a page in the midst of drawing, again and again, and looks what is left. */
import type { BrowserContext, Page } from 'playwright-core';

export interface CrashReport {
  readonly crashes: number;
  /** What was said to be saved and was not there after the crash. */
  readonly lost: readonly string[];
  /** Marks at the end. */
  readonly marks: number;
  /** Points of the open mark that were down at a crash and said to be saved. */
  readonly draftPoints: number;
  /** Unfinished marks that were found and kept. */
  readonly resumed: number;
}

export interface CrashOptions {
  readonly origin: string;
  readonly crashes: number;
  readonly random: () => number;
  /** `pointer`: clicks and drags on the map; `session`: through the panel's session, faster than any hand. */
  readonly by: 'pointer' | 'session';
}

interface Seen {
  /** Marks that the page called saved, by id. */
  readonly done: readonly string[];
  /** The open mark's points that are said to be saved; null: none is open. */
  readonly draft: { readonly id: string; readonly points: number } | null;
}

type Tell = (seen: Partial<Seen>) => void;

async function openPage(
  context: BrowserContext,
  { origin, by }: Pick<CrashOptions, 'origin' | 'by'>,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/#v=1&tool=marks&camera=113.4,38.1,10`);
  await page.locator('plan-marks #entry').waitFor();
  await page.evaluate(async (needsMap) => {
    const atlas = document.querySelector('plan-atlas')!;
    if (needsMap) await atlas.viewOnReady();
    const { marks } = atlas.shadowRoot!.querySelector('plan-marks')!.session!;
    await marks.ready;
  }, by === 'pointer');
  return page;
}

/** Reports each thing that is shown as saved, and keeps what the page before left unfinished. */
function watch(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const panel = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-marks')!;
    const session = panel.session!;
    const { marks } = session;
    const tell = (globalThis as unknown as { tellSeen: Tell }).tellSeen;
    marks.subscribe(({ marks: all, unsaved }) =>
      tell({ done: all.map(({ id }) => id).filter((id) => !unsaved.has(id)) }),
    );
    const { setDraft } = marks;
    Object.assign(marks, {
      setDraft: (draft: Parameters<typeof setDraft>[0]) => {
        setDraft(draft);
        if (!draft) return;
        void marks
          .settled()
          .then(() => tell({ draft: { id: draft.id, points: draft.points.length } }));
      },
    });
    for (const orphan of marks.getState().orphans) {
      if (!session.keep(orphan)) marks.dropOrphan(orphan.id);
    }
    await marks.settled();
  });
}

/** Draws lines until the page is gone. */
function drawBySession(page: Page, seed: number): Promise<void> {
  return page.evaluate(async (start) => {
    const panel = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-marks')!;
    const session = panel.session!;
    const { marks } = session;
    for (let turn = 0; ; turn += 1) {
      const at = (step: number): [number, number] => [
        113.2 + (((start * 31 + turn * 7 + step) * 13) % 400) / 1000,
        38 + (((start * 17 + turn * 3 + step) * 11) % 300) / 1000,
      ];
      const id = session.newId();
      const points: [number, number][] = [];
      for (let step = 0; step < 5; step += 1) {
        points.push(at(step));
        marks.setDraft({ id, kind: 'line', colour: 'red', author: 'x', points: [...points] });
        await marks.settled();
      }
      const time = session.now();
      marks.edit([
        {
          mark: id,
          value: {
            id,
            kind: 'line',
            geometry: { type: 'LineString', coordinates: points },
            colour: 'red',
            note: '',
            author: 'x',
            createdAt: time,
            changedAt: time,
            features: [],
            clauses: [],
            scene: null,
          },
        },
      ]);
      if (turn % 2 === 0) await marks.settled();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }, seed);
}

/** Draws a line by clicks, then freehand by dragging, in turn, until the page is gone. */
async function drawByPointer(page: Page, random: () => number): Promise<void> {
  const box = (await page.locator('plan-map').boundingBox())!;
  const spot = (): [number, number] => [
    box.x + box.width * (0.1 + random() * 0.7),
    box.y + box.height * (0.1 + random() * 0.8),
  ];
  for (;;) {
    await page.locator('plan-marks input[name=tool][value=line]').check();
    let last: [number, number] = spot();
    for (let step = 0; step < 4; step += 1) {
      await page.mouse.click(...last);
      if (step < 3) last = spot();
    }
    await page.mouse.click(...last);
    await page.locator('plan-marks input[name=tool][value=freehand]').check();
    await page.mouse.move(...spot());
    await page.mouse.down();
    for (let step = 0; step < 3; step += 1) await page.mouse.move(...spot(), { steps: 4 });
    await page.mouse.up();
  }
}

/** What the page holds: marks by id, and points of unfinished ones. */
function look(page: Page): Promise<{ marks: string[]; drafts: [string, number][] }> {
  return page.evaluate(async () => {
    const panel = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-marks')!;
    const { marks } = panel.session!;
    await marks.ready;
    const state = marks.getState();
    return {
      marks: state.marks.map(({ id }) => id),
      drafts: state.orphans.map(({ id, points }): [string, number] => [id, points.length]),
    };
  });
}

export async function crashWhileDrawing(
  context: BrowserContext,
  { origin, crashes, random, by }: CrashOptions,
): Promise<CrashReport> {
  const lost: string[] = [];
  let resumed = 0;
  let draftPoints = 0;
  let seen: Seen = { done: [], draft: null };
  const tell: Tell = (next) => {
    seen = { ...seen, ...next };
  };
  await context.exposeFunction('tellSeen', tell);
  let page = await openPage(context, { origin, by });
  // A hand is slower than a program: it gets longer before the crash.
  const [leastMs, spanMs] = by === 'pointer' ? [300, 2500] : [20, 300];
  for (let turn = 0; turn < crashes; turn += 1) {
    await watch(page);
    const draws = by === 'pointer' ? drawByPointer(page, random) : drawBySession(page, turn);
    const drawing = draws.catch((reason: unknown) => String(reason));
    await new Promise((resolve) => setTimeout(resolve, leastMs + random() * spanMs));
    const cdp = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void cdp.send('Page.crash').catch(() => undefined);
    await crashed;
    // Drawing ends with the crash and with nothing else; else the test would prove nothing.
    const end = await drawing;
    if (!/crash|closed/i.test(String(end))) throw new Error(`crash ${turn}: drawing ended: ${end}`);
    await page.close();
    const last = seen;
    page = await openPage(context, { origin, by });
    const left = await look(page);
    resumed += left.drafts.length;
    for (const id of last.done) {
      if (!left.marks.includes(id)) lost.push(`crash ${turn}: mark ${id}`);
    }
    if (last.draft && !left.marks.includes(last.draft.id)) {
      const kept = left.drafts.find(([id]) => id === last.draft!.id)?.[1] ?? 0;
      draftPoints += last.draft.points;
      if (kept < last.draft.points - 1) {
        lost.push(`crash ${turn}: ${last.draft.points - kept} points of ${last.draft.id}`);
      }
    }
    seen = { ...seen, draft: null };
  }
  const { marks } = await look(page);
  return { crashes, lost, marks: marks.length, draftPoints, resumed };
}
