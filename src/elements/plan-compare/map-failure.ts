import type { ViewerRequest } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';
import { mapMessages } from '../messages/map-messages.ts';

/** The notice of what one of the maps could not draw. */
export function reportMapFailure(message: string, lang: Language): ViewerRequest {
  const remedy = mapMessages[lang].map.reload;
  const code = 'map-failure';
  const problem = { code, severity: 'warning', file: 'map', message, remedy } as const;
  return { type: 'notify', notices: [{ id: code, severity: 'warning', problem }] };
}
