import type { PlanFeature } from '../../contracts/bundle.ts';
import type {
  Cartography,
  Flavour,
  MarkerSymbol,
  RoadSymbol,
  ShieldStyle,
  SvgImage,
} from '../../contracts/theme.ts';
import { isSoft } from '../classify.ts';

/** Collects the images that a style needs, each once, under a name that includes flavour and scale. */
export class ImageSheet {
  readonly images: Record<string, SvgImage> = {};
  readonly #cartography: Cartography;
  readonly #flavour: Flavour;
  readonly #look: string;

  constructor(cartography: Cartography, flavour: Flavour) {
    this.#cartography = cartography;
    this.#flavour = flavour;
    this.#look = `${flavour.name}@${flavour.scale}`;
  }

  /** The marker of a feature: icon, stage and certainty in one picture. */
  marker(feature: PlanFeature, symbol: MarkerSymbol): string {
    const { status } = feature.properties;
    const soft = isSoft(feature);
    const name = `${this.#look}/${symbol.icon}/${symbol.colour}/${symbol.sizePx}/${status}/${soft ? 'soft' : 'crisp'}`;
    this.images[name] ??= this.#cartography.drawIcon(symbol.icon, {
      colour: symbol.colour,
      sizePx: symbol.sizePx,
      isSoft: soft,
      status,
      flavour: this.#flavour,
    });
    return name;
  }

  shield(ref: string, symbol: RoadSymbol): string {
    const style = shieldStyle(ref, symbol.shield!);
    const name = `${this.#look}/shield/${style}/${ref}`;
    this.images[name] ??= this.#cartography.drawShield(style, ref, this.#flavour);
    return name;
  }

  badge(text: string, colour: string): string {
    const name = `${this.#look}/badge/${colour}/${text}`;
    this.images[name] ??= this.#cartography.drawBadge(text, colour, this.#flavour);
    return name;
  }
}

/** An expressway whose number begins with S is the province's. */
function shieldStyle(ref: string, style: ShieldStyle): ShieldStyle {
  return style === 'national-expressway' && ref.startsWith('S') ? 'provincial-expressway' : style;
}
