import { describe, expect, it } from 'vitest';
import { findSubject, type FigureSubject } from '../../../src/elements/plan-figure/find-subject.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';

const plan = createBundle();
const NOTHING = { feature: null, clause: null, layers: [] };
const find = (wish: Partial<typeof NOTHING | object>): FigureSubject =>
  findSubject(plan, { ...NOTHING, ...wish }) as FigureSubject;
const idsOf = ({ features }: FigureSubject): string[] =>
  features.map(({ properties }) => properties.id);

describe('findSubject', () => {
  it('finds a feature, its quotations and its sources', () => {
    const subject = find({ feature: 's45' });
    expect(subject.feature?.properties.name).toBe('天黎高速');
    expect(subject.quotes.map(({ text }) => text)).toEqual([
      '综合交通网络',
      '铁路、公路的便利交通条件',
    ]);
    expect(subject.sources.map(({ id }) => id)).toEqual(['osm', 'opening']);
  });

  it('quotes the clause that is asked for, else what names the feature before our own reading', () => {
    const texts = (clause: string | null): string[] =>
      find({ feature: 'zong-3', clause }).quotes.map(({ text }) => text);
    expect(texts(null)).toEqual(['四纵四横', '县城物流网络']);
    expect(texts('logistics')).toEqual(['县城物流网络']);
    expect(find({ feature: 'zong-3', clause: 'logistics' }).quotes[0]!.isNamed).toBe(false);
  });

  it('quotes no words that the plan does not hold', () => {
    const draft = structuredClone(plan);
    const [first] = draft.features.features;
    const refs = [{ ...first!.properties.planRefs[0]!, quote: '规划没有写的话' }];
    Object.assign(first!.properties, { planRefs: refs });
    const subject = findSubject(draft, { ...NOTHING, feature: 's45' }) as FigureSubject;
    expect(subject.quotes).toEqual([]);
  });

  it('opens a clause with its own first words, cut where a sentence ends', () => {
    const long = `${'甲'.repeat(60)}。${'乙'.repeat(60)}。`;
    const [doc] = plan.plan.docs;
    const paragraph = { ...doc!.paragraphs[0]!, text: `——打造副中心城市。${long}` };
    const other = { ...plan, plan: { docs: [{ ...doc!, paragraphs: [paragraph] }] } };
    const subject = findSubject(other, { ...NOTHING, clause: 'city' }) as FigureSubject;
    expect(subject.quotes).toMatchObject([{ text: `${'甲'.repeat(60)}。`, isCut: true }]);
    expect(find({ clause: 'city' }).quotes).toMatchObject([
      { text: '建设高效一体的“四纵四横、外环内网”综合交通网络。', isCut: false },
    ]);
  });

  it('draws what a clause cites, what layers or themes hold, or what the plan opens with', () => {
    expect(idsOf(find({ clause: 'city' }))).toEqual(['s45', 'zong-2', 'zong-3']);
    expect(idsOf(find({ layers: ['transport'] }))).toEqual(['s45', 'zong-2', 'zong-3']);
    expect(idsOf(find({ layers: ['airport'] }))).toEqual(['airport']);
    expect(idsOf(find({}))).not.toContain('park');
  });

  it('names the attribute and the id that the plan does not have', () => {
    for (const [wish, at, id] of [
      [{ feature: 'nowhere' }, 'feature', 'nowhere'],
      [{ clause: 'none' }, 'clause', 'none'],
      [{ layers: ['roads', 'schools'] }, 'layers', 'schools'],
    ] as const) {
      expect(findSubject(plan, { ...NOTHING, ...wish })).toMatchObject({
        code: `unknown-${at}`,
        at,
        message: expect.stringContaining(`${at}="${id}"`),
      });
    }
  });
});
