import type { Language } from '../../contracts/theme.ts';
import { mapMessages } from '../messages/map-messages.ts';

/** The words that the map's library shows itself, under its own names for them. */
export function describeLocale(lang: Language, label: string): Readonly<Record<string, string>> {
  const { cooperative } = mapMessages[lang].map;
  return {
    'Map.Title': label,
    'CooperativeGesturesHandler.WindowsHelpText': cooperative.windows,
    'CooperativeGesturesHandler.MacHelpText': cooperative.mac,
    'CooperativeGesturesHandler.MobileHelpText': cooperative.touch,
  };
}
