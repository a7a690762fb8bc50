import type { PlanBundle } from '../../contracts/bundle.ts';
import type { MapModule } from '../../contracts/map-port.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { describeShare } from '../../core/share/describe-share.ts';
import { writeShareLink } from '../../core/share/share-link.ts';
import { mapMessages } from '../messages/map-messages.ts';
import { shareMessages } from '../messages/share-messages.ts';
import { notesOf } from '../plan-map/render-furniture.ts';
import { drawShare, toPng } from './draw-share.ts';
import { layOutShare, type ShareChoice } from './share-context.ts';
import { takeMap, type MapPicture } from './take-map.ts';

/** Names on the map are read on a phone, where a picture is a third as wide. */
const MAP_SCALE = 1.9;

export interface SharePicture {
  readonly blob: Blob;
  /** An object URL; whoever drops the picture revokes it. */
  readonly url: string;
  readonly name: string;
  readonly link: string;
  readonly isShortened: boolean;
  /** Why the outline stands in the map's place; null: it does not. */
  readonly mapFailure: string | null;
  readonly choice: ShareChoice;
}

export interface ShareWish {
  readonly choice: ShareChoice;
  readonly state: ViewerState;
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly loadMap: () => Promise<MapModule>;
  /** A box out of sight, given the map's size. */
  readonly container: (widthPx: number, heightPx: number) => HTMLElement;
  readonly ownSizePx: readonly [width: number, height: number] | null;
  /** Address of the app. */
  readonly page: string;
  readonly signal: AbortSignal;
  readonly step: (step: 'map' | 'words' | 'file') => void;
}

/** Makes a share picture, step by step; rejects when it cannot be drawn or is cancelled. */
export async function makeSharePicture(wish: ShareWish): Promise<SharePicture> {
  const { choice, bundle, cartography, signal, step } = wish;
  const feature = choice.about === 'feature' ? choice.feature : null;
  const { state } = wish;
  const content = describeShare(state, bundle, feature);
  const link = writeShareLink(wish.page, state, bundle, feature);
  step('map');
  let map: MapPicture | null = null;
  let mapFailure: string | null = null;
  try {
    map = await takeOwnMap(wish, feature);
  } catch (error) {
    signal.throwIfAborted();
    mapFailure = error instanceof Error ? error.message : String(error);
  }
  try {
    step('words');
    const canvas = await drawShare({
      format: choice.format,
      content,
      bundle,
      feature,
      map,
      pixelRatio: MAP_SCALE,
      link: link.url,
      notes: notesOf(bundle, mapMessages[state.lang].map, state),
      flavour: cartography.flavours[state.flavour],
      conventions: cartography,
      words: shareMessages[state.lang],
      lang: state.lang,
    });
    step('file');
    const blob = await toPng(canvas);
    signal.throwIfAborted();
    return {
      blob,
      url: URL.createObjectURL(blob),
      name: content.name,
      link: link.url,
      isShortened: link.isShortened,
      mapFailure,
      choice,
    };
  } finally {
    map?.image.close();
  }
}

async function takeOwnMap(wish: ShareWish, feature: string | null): Promise<MapPicture> {
  const { state, choice, bundle, cartography, loadMap, ownSizePx, signal } = wish;
  if (state.map.status === 'text-only') {
    throw new Error(state.map.reason ?? mapMessages[state.lang].map.noWebgl);
  }
  const { width, height } = layOutShare(choice.format).map;
  return takeMap({
    state,
    bundle,
    cartography,
    loadMap,
    container: wish.container(width / MAP_SCALE, height / MAP_SCALE),
    pixelRatio: MAP_SCALE,
    feature,
    ownSizePx,
    title: shareMessages[state.lang].about,
    signal,
  });
}
