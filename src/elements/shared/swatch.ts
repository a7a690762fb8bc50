import { html, type TemplateResult } from 'lit';
import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { Cartography, Flavour, SvgImage } from '../../contracts/theme.ts';
import { findAreaPositions } from '../../core/build-legend.ts';
import { classify, isSoft } from '../../core/classify.ts';
import { drawSwatch } from '../../core/draw-swatch.ts';

const images = new WeakMap<Flavour, Map<string, SvgImage>>();

/** A drawing of our own tables as a picture; as `<img>` it can run nothing and needs no inline style. */
export function swatch(image: SvgImage): TemplateResult {
  return html`<img
    class="swatch"
    alt=""
    src="data:image/svg+xml,${encodeURIComponent(image.svg)}"
    width=${image.widthPx}
    height=${image.heightPx}
  />`;
}

/** How a feature looks on the map, in small; null when the cartography has no class for it. */
export function drawFeature(
  feature: PlanFeature,
  bundle: PlanBundle,
  cartography: Cartography,
  flavour: Flavour,
  widthPx = 26,
): SvgImage | null {
  const found = classify(feature, cartography);
  if (!found) return null;
  const { id, status } = feature.properties;
  const looksUnsure = isSoft(feature);
  const areaPosition = findAreaPositions(bundle, cartography).get(id);
  const key = [found.featureClass.id, status, looksUnsure, areaPosition, widthPx].join(' ');
  let known = images.get(flavour);
  if (!known) images.set(flavour, (known = new Map()));
  let image = known.get(key);
  if (!image) {
    const dash = cartography.statuses.find((style) => style.status === status)?.dash ?? null;
    image = drawSwatch(found.featureClass, flavour, cartography, {
      dash,
      isSoft: looksUnsure,
      status,
      areaPosition,
      widthPx,
      heightPx: 16,
    });
    known.set(key, image);
  }
  return image;
}
