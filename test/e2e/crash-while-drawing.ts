/** Kills a page in the midst of drawing, again and again, and looks what is left. */
import type { BrowserContext, Page } from 'playwright-core';

export interface CrashReport {
  /** What was said to be saved and was not there after the crash. */
  readonly lost: readonly string[];
  /** Marks at the end. */
  readonly marks: number;
  /** Unfinished marks that were found and kept. */
  readonly resumed: number;
}

interface Seen {
  /** Marks that the page called saved, by id. */
  readonly done: readonly string[];
  /** The open mark's points before the last one; null: none is open. */
  readonly draft: { readonly id: string; readonly points: number } | null;
}

async function openPage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/#v=1&tool=marks`);
  await page.locator('plan-marks #entry').waitFor();
  return page;
}

/** Draws points and lines through the panel's own session, and reports each thing that is shown as saved. */
function draw(page: Page, seed: number): Promise<void> {
  return page.evaluate(async (start) => {
    const panel = document.querySelector('plan-atlas')!.shadowRoot!.querySelector('plan-marks')!;
    const session = panel.session!;
    const { marks } = session;
    await marks.ready;
    const tell = (globalThis as unknown as { tellSeen: (seen: object) => void }).tellSeen;
    const report = (draft: object | null): void => {
      const { marks: all, unsaved } = marks.getState();
      tell({ done: all.map(({ id }) => id).filter((id) => !unsaved.has(id)), draft });
    };
    marks.subscribe(() => report(null));
    for (const orphan of marks.getState().orphans) {
      if (!session.keep(orphan)) marks.dropOrphan(orphan.id);
    }
    await marks.settled();
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
        report({ id, points: points.length });
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
  origin: string,
  crashes: number,
  random: () => number,
): Promise<CrashReport> {
  const lost: string[] = [];
  let resumed = 0;
  let seen: Seen = { done: [], draft: null };
  await context.exposeFunction('tellSeen', (next: Seen) => {
    seen = next.draft ? next : { ...next, draft: seen.draft };
  });
  let page = await openPage(context, origin);
  for (let turn = 0; turn < crashes; turn += 1) {
    const drawing = draw(page, turn).catch((reason: unknown) => String(reason));
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * 300));
    const cdp = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void cdp.send('Page.crash').catch(() => undefined);
    await crashed;
    // Drawing ends with the crash and with nothing else; else the test would prove nothing.
    const end = await drawing;
    if (!/crash|closed/i.test(String(end))) throw new Error(`crash ${turn}: drawing ended: ${end}`);
    await page.close();
    const last = seen;
    page = await openPage(context, origin);
    const left = await look(page);
    resumed += left.drafts.length;
    for (const id of last.done) {
      if (!left.marks.includes(id)) lost.push(`crash ${turn}: mark ${id}`);
    }
    if (last.draft && !left.marks.includes(last.draft.id)) {
      const kept = left.drafts.find(([id]) => id === last.draft!.id)?.[1] ?? 0;
      if (kept < last.draft.points - 1) {
        lost.push(`crash ${turn}: ${last.draft.points - kept} points of ${last.draft.id}`);
      }
    }
  }
  const { marks } = await look(page);
  return { lost, marks: marks.length, resumed };
}
