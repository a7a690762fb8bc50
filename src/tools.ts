import type { ToolName } from './contracts/state.ts';
import { define } from './elements/shared/define.ts';

export { showSlowLoad } from './elements/plan-atlas/slow-load.ts';

/** In one file for pages that only show a plan, the readers of every format would be most of it. */
const IS_ONE_FILE = import.meta.env.MODE === 'standalone';
const leaveOut = async (): Promise<void> => {
  throw new Error('this tool is not in plan-atlas.standalone.js; use the module build');
};

/** One chunk a tool, fetched when it is first opened. */
const LOADERS: Readonly<Record<ToolName | 'lens', () => Promise<void>>> = {
  // What says in words what the lens shows; measuring needs turf, so it comes with the first lens.
  lens: async () => {
    const { PlanLens } = await import('./elements/plan-lens/plan-lens.ts');
    define('plan-lens', PlanLens);
  },
  audit: async () => {
    const { PlanAudit } = await import('./elements/plan-audit/plan-audit.ts');
    define('plan-audit', PlanAudit);
  },
  stats: async () => {
    const { PlanStats } = await import('./elements/plan-stats/plan-stats.ts');
    define('plan-stats', PlanStats);
  },
  measure: async () => {
    const { PlanMeasure } = await import('./elements/plan-measure/plan-measure.ts');
    define('plan-measure', PlanMeasure);
  },
  compare: async () => {
    const { PlanCompare } = await import('./elements/plan-compare/plan-compare.ts');
    define('plan-compare', PlanCompare);
  },
  profile: async () => {
    const { PlanProfile } = await import('./elements/plan-profile/plan-profile.ts');
    define('plan-profile', PlanProfile);
  },
  marks: async () => {
    const { PlanMarks } = await import('./elements/plan-marks/plan-marks.ts');
    define('plan-marks', PlanMarks);
  },
  story: async () => {
    const { PlanStory } = await import('./elements/plan-story/plan-story.ts');
    define('plan-story', PlanStory);
  },
  embed: async () => {
    const { PlanEmbed } = await import('./elements/plan-embed/plan-embed.ts');
    define('plan-embed', PlanEmbed);
  },
  import: IS_ONE_FILE
    ? leaveOut
    : async () => {
        const { PlanImport } = await import('./elements/plan-import/plan-import.ts');
        define('plan-import', PlanImport);
      },
  sheet: IS_ONE_FILE
    ? leaveOut
    : async () => {
        const { PlanSheet } = await import('./elements/plan-sheet/plan-sheet.ts');
        define('plan-sheet', PlanSheet);
      },
  export: IS_ONE_FILE
    ? leaveOut
    : async () => {
        const { PlanExport } = await import('./elements/plan-export/plan-export.ts');
        define('plan-export', PlanExport);
      },
  base: IS_ONE_FILE
    ? leaveOut
    : async () => {
        const { PlanBase } = await import('./elements/plan-base/plan-base.ts');
        define('plan-base', PlanBase);
      },
  edit: IS_ONE_FILE
    ? leaveOut
    : async () => {
        const { PlanEdit } = await import('./elements/plan-edit/plan-edit.ts');
        define('plan-edit', PlanEdit);
      },
};

/** Defines the element of a tool, or what speaks of the lens; rejects when its code cannot be fetched. */
export const loadTool = (name: ToolName | 'lens'): Promise<void> => LOADERS[name]();
