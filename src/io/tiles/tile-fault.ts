import type { Problem } from '../../contracts/errors.ts';

/** Why a tile could not be had. */
export type TileFaultKind =
  | 'offline'
  | 'refused'
  | 'server'
  | 'not-image'
  | 'not-vector'
  | 'timeout'
  | 'unreachable'
  | 'policy'
  | 'file';

export class TileFault extends Error {
  override readonly name = 'TileFault';
  readonly kind: TileFaultKind;
  /** MapLibre draws the tile above in the place of one with this status, and says nothing. */
  readonly status = 404;

  constructor(kind: TileFaultKind, detail: string) {
    super(detail);
    this.kind = kind;
  }
}

const REMEDIES: Readonly<Record<TileFaultKind, string>> = {
  offline: 'It comes back by itself when the network does.',
  refused: 'Check the key and the sites that it is registered for.',
  server: 'Check the address, or try again later.',
  'not-image': 'Check layer name, style and format of the address.',
  'not-vector': 'Check that the address gives vector tiles (MVT).',
  timeout: 'Try again later, or choose another server.',
  unreachable: 'Check the address; the server must allow other sites to read it (CORS).',
  policy: 'Ask whoever keeps this site to allow the server in its content security policy.',
  file: 'Open the file again, or another one.',
};

/** The fault as everything else tells of faults. */
export function problemOfFault(fault: unknown, file: string): Problem {
  const kind = fault instanceof TileFault ? fault.kind : 'server';
  return {
    code: `tile-${kind}`,
    severity: 'warning',
    file,
    message: fault instanceof Error ? fault.message : String(fault),
    remedy: REMEDIES[kind],
  };
}
