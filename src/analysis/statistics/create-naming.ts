import type { Naming } from '../../contracts/analysis.ts';
import type { Cartography } from '../../contracts/theme.ts';

/** Names of classes, themes and stages as the legend has them. */
export function createNaming({ themes, statuses }: Cartography): Naming {
  const classes = themes.flatMap((theme) => theme.classes);
  return {
    themes: themes.map(({ id, name }) => ({ id, name })),
    statuses: statuses.map(({ status, name }) => ({ status, name })),
    classOf(layer, kind) {
      const rows = classes.filter((row) => row.layer === layer);
      return (
        rows.find((row) => row.kinds?.includes(kind)) ?? rows.find((row) => !row.kinds) ?? null
      );
    },
  };
}
