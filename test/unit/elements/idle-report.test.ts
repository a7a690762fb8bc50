import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { IdleReport } from '../../../src/elements/shared/idle-report.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';

/** Takes down of which bundles a report was computed; one that is titled 坏 cannot be. */
function createReports() {
  const computed: string[] = [];
  const redraw = vi.fn();
  const count = ({ bundle, features }: PlanBundle): number => {
    computed.push(bundle.title);
    if (bundle.title === '坏') throw new Error('no figures');
    return features.features.length;
  };
  const known = new WeakMap<PlanBundle, number>();
  const createReport = () => new IdleReport(known, count, redraw);
  return { computed, redraw, createReport, report: createReport() };
}

function createTitled(title: string): PlanBundle {
  const plan = createBundle();
  return { ...plan, bundle: { ...plan.bundle, title } };
}

describe('a report that is computed when the page is idle', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is not there at once, is computed once however often it is wanted, and serves every element', () => {
    const { report, createReport, computed, redraw } = createReports();
    const plan = createTitled('甲');
    report.want(plan);
    report.want(plan);
    expect(report.of(plan)).toBeNull();
    expect(redraw).not.toHaveBeenCalled();
    vi.runAllTimers();
    const count = plan.features.features.length;
    expect(report.of(plan)).toBe(count);
    expect(redraw).toHaveBeenCalledTimes(1);
    const other = createReport();
    other.want(plan);
    vi.runAllTimers();
    expect(other.of(plan)).toBe(count);
    expect(computed).toEqual(['甲']);
  });

  it('is of the plan that came last', () => {
    const { report, computed } = createReports();
    const [first, second] = [createTitled('甲'), createTitled('乙')];
    report.want(first);
    report.want(second);
    vi.runAllTimers();
    expect(computed).toEqual(['乙']);
    expect(report.of(first)).toBeNull();
    expect(report.of(second)).not.toBeNull();
  });

  it('that fails says why, of that plan alone, and is not tried again', () => {
    const { report, computed, redraw } = createReports();
    const bad = createTitled('坏');
    report.want(bad);
    vi.runAllTimers();
    report.want(bad);
    vi.runAllTimers();
    expect(report.of(bad)).toBeNull();
    expect(report.failureOf(bad)).toBe('no figures');
    expect(report.failureOf(createTitled('甲'))).toBeNull();
    expect(report.failureOf(null)).toBeNull();
    expect(redraw).toHaveBeenCalledTimes(1);
    expect(computed).toEqual(['坏']);
  });

  it('is called off by leaving, and wanted anew after it', () => {
    const { report, computed } = createReports();
    const plan = createTitled('甲');
    report.want(plan);
    report.stop();
    vi.runAllTimers();
    expect(computed).toEqual([]);
    report.want(plan);
    vi.runAllTimers();
    expect(computed).toEqual(['甲']);
  });
});
