import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanCommand } from '../../../../src/contracts/protocol.ts';
import type { ViewState } from '../../../../src/contracts/state.ts';
import { MessageFault } from '../../../../src/core/embed/message-fault.ts';
import { readCall, type PlanCall } from '../../../../src/core/embed/read-call.ts';
import type { ViewBasis } from '../../../../src/core/embed/read-view.ts';
import { DEFAULT_COMPARE } from '../../../../src/core/initial-state.ts';
import { linkClauses } from '../../../../src/core/link-clauses.ts';
import { toViewState } from '../../../../src/core/view-state.ts';
import { createState } from '../../../fixtures/create-state.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

let basis: ViewBasis;
beforeAll(async () => {
  const { bundle } = await readShippedBundle();
  basis = { bundle, now: toViewState(createState(bundle)) };
});

const read = (type: PlanCommand, payload: unknown): PlanCall['payload'] =>
  readCall({ type, requestId: 'a', payload }, basis).payload;

function refusalOf(type: PlanCommand, payload: unknown): MessageFault['refusal'] | null {
  try {
    read(type, payload);
    return null;
  } catch (error) {
    if (error instanceof MessageFault) return error.refusal;
    throw error;
  }
}

describe('payloads that are as they should be', () => {
  it('nothing given clears the selection and the light', () => {
    expect(read('plan:select', {})).toEqual({ feature: null, clause: null });
    expect(read('plan:highlight', {})).toEqual({ features: [], clauses: [], fit: false });
  });

  it('a whole view comes back as it went out', () => {
    const [phrase] = linkClauses(basis.bundle).phrases.keys();
    const view: ViewState = {
      ...basis.now,
      feature: 'cangshan',
      clause: 'positioning-livable-city',
      phrase: phrase!,
      opacity: { roads: 0.5 },
      camera: { center: [113.3, 38.1], zoom: 10, bearing: 12, pitch: 30 },
      padding: { top: 0, right: 10, bottom: 20, left: 0 },
      lens: { statuses: ['planned'], horizon: 2030 },
      scene: 'tourism',
      flavour: 'dark',
      lang: 'en',
      tool: { name: 'profile', target: 'zong-2' },
      compare: { ...DEFAULT_COMPARE, at: 0.25 },
      find: '藏山',
      measure: {
        mode: 'area',
        points: [
          { position: [113.1, 38], snap: null },
          { position: [113.2, 38.1], snap: null },
          { position: [113.3, 38], snap: null },
        ],
        isDone: true,
      },
    };
    expect(read('plan:state', { view })).toEqual({ view });
  });

  it('a theme stands for its layers, and part of a lens for the rest of it', () => {
    expect(read('plan:layers', { layers: ['tourism', 'boundary'] })).toEqual({
      layers: ['tourism', 'boundary'],
    });
    expect(read('plan:lens', { horizon: null })).toEqual({ horizon: null });
  });

  it('how sure a measured place is, the message does not say', () => {
    const snap = { featureId: 'airport', certainty: 'surveyed', horizontalM: 0 };
    const points = [{ position: [113, 38], snap }];
    const { view } = read('plan:state', { view: { measure: { mode: 'point', points } } }) as {
      view: ViewState;
    };
    expect(view.measure.points[0]!.snap).toMatchObject({
      featureId: 'airport',
      certainty: 'inferred',
      horizontalM: 6000,
    });
  });
});

describe('payloads that are refused', () => {
  it.each<readonly [PlanCommand, unknown, string, string]>([
    ['plan:connect', { origins: ['https://evil.example'] }, 'bad-payload', '"origins"'],
    ['plan:select', null, 'bad-payload', 'null'],
    ['plan:select', ['cangshan'], 'bad-payload', 'a list of 1'],
    ['plan:select', { feature: 'nowhere' }, 'unknown-feature', '"nowhere"'],
    ['plan:select', { feature: { id: 'cangshan' } }, 'bad-payload', 'an object'],
    ['plan:select', { feature: 'constructor' }, 'unknown-feature', '"constructor"'],
    ['plan:select', { clause: '__proto__' }, 'unknown-clause', '"__proto__"'],
    ['plan:select', { feature: 'x'.repeat(201) }, 'bad-payload', 'feature'],
    ['plan:select', { feature: 'cangshan', html: '<b>' }, 'bad-payload', '"html"'],
    ['plan:highlight', { features: 'cangshan' }, 'bad-payload', '"cangshan"'],
    ['plan:highlight', { features: ['cangshan', 7] }, 'bad-payload', 'features[1] is 7'],
    ['plan:highlight', { fit: 'yes' }, 'bad-payload', '"yes"'],
    ['plan:fit', {}, 'bad-payload', 'undefined'],
    ['plan:fit', { features: Array(5001).fill('cangshan') }, 'bad-payload', 'a list of 5001'],
    ['plan:layers', { layers: ['roads', 'moon'] }, 'unknown-layer', '"moon"'],
    ['plan:lens', { statuses: ['planned', 'dreamt'] }, 'bad-payload', '"dreamt"'],
    ['plan:lens', { horizon: Number.NaN }, 'bad-payload', 'NaN'],
    ['plan:scene', { scene: 'toString' }, 'unknown-scene', '"toString"'],
    ['plan:scene', {}, 'bad-payload', 'undefined'],
    ['plan:state', { view: { src: 'https://evil.example/' } }, 'bad-payload', '"src"'],
    ['plan:state', { view: { version: 2 } }, 'bad-payload', '2'],
    ['plan:state', { view: { phrase: 'city/0-1' } }, 'unknown-phrase', '"city/0-1"'],
    ['plan:state', { view: { opacity: { roads: 2 } } }, 'bad-payload', 'view.opacity.roads is 2'],
    ['plan:state', { view: { opacity: { moon: 1 } } }, 'bad-payload', '"moon"'],
    ['plan:state', { view: { camera: { center: [113] } } }, 'bad-payload', 'undefined'],
    ['plan:state', { view: { camera: { center: [1, 99], zoom: 9 } } }, 'bad-payload', '99'],
    ['plan:state', { view: { camera: { center: [1, 9], zoom: '9' } } }, 'bad-payload', '"9"'],
    ['plan:state', { view: { padding: { top: 1 } } }, 'bad-payload', 'view.padding.right'],
    ['plan:state', { view: { flavour: 'neon' } }, 'bad-payload', '"neon"'],
    ['plan:state', { view: { lang: 'fr' } }, 'bad-payload', '"fr"'],
    ['plan:state', { view: { tool: { name: 'shell' } } }, 'bad-payload', '"shell"'],
    ['plan:state', { view: { compare: { at: 7 } } }, 'bad-payload', '7'],
    ['plan:state', { view: { find: 5 } }, 'bad-payload', 'view.find is 5'],
    ['plan:state', { view: { measure: { mode: 'volume' } } }, 'bad-payload', '"volume"'],
    ['plan:state', { view: new Map() }, 'bad-payload', 'an object'],
  ])('%s %o: %s', (type, payload, code, shown) => {
    const refusal = refusalOf(type, payload);
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).toContain(shown);
    expect(refusal?.remedy).toMatch(/\.$/);
  });

  it('another plan to compare with is never for a message to name', () => {
    const other = { src: 'https://evil.example/plan.json', side: 'right' };
    expect(refusalOf('plan:state', { view: { compare: { other } } })?.code).toBe('not-allowed');
    const own = {
      ...basis,
      now: { ...basis.now, compare: { ...DEFAULT_COMPARE, other } },
    } as ViewBasis;
    const call = readCall(
      { type: 'plan:state', requestId: 'a', payload: { view: { compare: { other } } } },
      own,
    );
    expect(call.payload).toMatchObject({ view: { compare: { other } } });
  });
});
