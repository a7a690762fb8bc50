import path from 'node:path';

interface ModuleGraph {
  readonly getModuleInfo: (id: string) => { readonly importedIds?: readonly string[] } | null;
}

/** Files of one chunk; what they import at once belongs to it, unless an earlier group has it. */
export interface ChunkGroup {
  readonly name: string;
  readonly files: readonly string[];
}

/**
 * Keeps together what is fetched together. Left alone, the bundler gives every module that two parts share a file of
 * its own, and a page asks for a dozen more files before its first map.
 */
export function groupChunks(root: string, groups: readonly ChunkGroup[]) {
  let chunkOf: ReadonlyMap<string, string> | null = null;
  const assign = (graph: ModuleGraph): ReadonlyMap<string, string> => {
    const assigned = new Map<string, string>();
    for (const { name, files } of groups) {
      for (const file of files) claim(path.resolve(root, file), name, graph, assigned);
    }
    return assigned;
  };
  return [
    {
      name: (id: string, graph: ModuleGraph): string | null =>
        (chunkOf ??= assign(graph)).get(id) ?? null,
      debugName: 'fetched together',
      includeDependenciesRecursively: false,
    },
  ];
}

function claim(id: string, name: string, graph: ModuleGraph, assigned: Map<string, string>): void {
  if (assigned.has(id)) return;
  assigned.set(id, name);
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) claim(next, name, graph, assigned);
}
