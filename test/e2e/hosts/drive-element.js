/** The doors of host-driver.ts for pages that hold the element itself. */

export const NEWS = [
  'plan-ready',
  'plan-error',
  'plan-feature-select',
  'plan-clause-select',
  'plan-hover',
  'plan-layers-change',
  'plan-view-change',
];

/** What a page was told, by atlas. */
export function createDiary() {
  const pages = new Map();
  const pageOf = (key) => {
    if (!pages.has(key)) pages.set(key, []);
    return pages.get(key);
  };
  return {
    tell: (key, name, detail) =>
      pageOf(key).push({
        name,
        detail: detail.bundle ? { ...detail, bundle: detail.bundle.bundle.id } : detail,
      }),
    told: (key) => pageOf(key),
  };
}

/**
 * @param host how an atlas comes into this page, changes and goes: load, mount, change, unmount, move, element
 * @param diary what the page was told
 */
export function driveElement(host, diary) {
  const act = async (key, deed) => {
    const atlas = host.element(key);
    deed(atlas);
    return { view: atlas.getViewState() };
  };
  return {
    ...host,
    told: diary.told,
    ready: (key) => host.element(key).viewOnReady(),
    select: (key, target) => act(key, (atlas) => atlas.select(target)),
    highlight: (key, features) => act(key, (atlas) => atlas.highlight({ features })),
    fit: (key, features) => act(key, (atlas) => atlas.fit(features)),
    layers: (key, ids) =>
      act(key, (atlas) => {
        atlas.layers = ids;
      }),
    lens: (key, lens) =>
      act(key, (atlas) => atlas.setViewState({ lens: { ...atlas.getViewState().lens, ...lens } })),
    scene: (key, id) => act(key, (atlas) => atlas.setViewState({ scene: id })),
    state: async (key) => host.element(key).getViewState(),
    setState: (key, view) => act(key, (atlas) => atlas.setViewState(view)),
  };
}
