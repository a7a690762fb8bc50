import type { Cartography } from '../src/contracts/theme.ts';
import { airport } from './airport/layer.ts';
import { boundary } from './boundary/layer.ts';
import { conventions } from './conventions.ts';
import { drawIcon } from './icons.ts';
import { industry } from './industry/layer.ts';
import { logistics } from './logistics/layer.ts';
import { markLook } from './mark-look.ts';
import { flavours } from './palette.ts';
import { drawBadge, drawShield } from './shields.ts';
import { settlements } from './settlements/layer.ts';
import { tourism } from './tourism/layer.ts';
import { transport } from './transport/layer.ts';
import { water } from './water/layer.ts';

/** The whole cartography; themes in drawing order, lowest first. */
export const cartography: Cartography = {
  themes: [boundary, water, tourism, industry, airport, transport, logistics, settlements],
  ...conventions,
  flavours,
  drawIcon,
  drawShield,
  drawBadge,
  markLook,
};
