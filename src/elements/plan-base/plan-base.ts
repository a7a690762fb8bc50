import { html, nothing, type TemplateResult } from 'lit';
import type {
  BaseChoice,
  BaseMap,
  BasePart,
  TerrainLook,
  TiandituBase,
  TiledTerrain,
} from '../../contracts/base-map.ts';
import { PlanError, type Problem } from '../../contracts/errors.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { readBaseAddress, readTerrainAddress } from '../../core/base-map/read-address.ts';
import { datumOf } from '../../core/base-map/datum-of.ts';
import type { OfferedLayer } from '../../io/tiles/read-capabilities.ts';
import { problemOfFault } from '../../io/tiles/tile-fault.ts';
import { baseMessages, type BaseMessages } from '../messages/base-messages.ts';
import { AtlasElement } from '../shared/atlas-element.ts';
import { controlStyles, formStyles } from '../shared/control-styles.ts';
import { panelStyles } from '../shared/panel-styles.ts';
import {
  renderCheck,
  renderChoice,
  renderField,
  renderRange,
  renderSegments,
} from '../shared/render-field.ts';
import { toolStyles } from '../shared/tool-styles.ts';
import { baseOf, type BaseSession } from './base-session.ts';
import { planBaseStyles } from './plan-base-styles.ts';
import { renderDetails, renderStatus } from './render-part.ts';

type MapKind = keyof BaseMessages['mapKinds'];
type TerrainKind = keyof BaseMessages['terrainKinds'];

const TIANDITU = {
  kind: 'tianditu',
  name: '天地图',
  attribution: '天地图 © 国家地理信息公共服务平台',
  approval: '',
} as const;

/**
 * 底图与地形: what the user lays under the plan. Off by default; remembered on this machine, in no address. Each part
 * says how it fares, and what to do when it does not come.
 *
 * @element plan-base
 * @fires plan-request - internal: lays a base map or terrain under the plan
 * @csspart map - choice of the base map
 * @csspart terrain - choice of the terrain
 * @csspart status - how a part fares
 */
export class PlanBase extends AtlasElement {
  static override styles = [panelStyles, toolStyles, controlStyles, formStyles, planBaseStyles];

  /** What is being filled in; null: as chosen. */
  #mapKind: MapKind | null = null;
  #terrainKind: TerrainKind | null = null;
  #address: string | null = null;
  #terrainAddress: string | null = null;
  #encoding: TiledTerrain['encoding'] = 'terrarium';
  #key: string | null = null;
  /** Chosen before there is a key. */
  #look: TiandituBase['look'] = 'vec';
  #hasNames = true;
  #offered: readonly OfferedLayer[] = [];
  #asking: AbortController | null = null;
  #faults: Partial<Record<BasePart, Problem>> = {};

  protected override slice({ base, lang, flavour }: ViewerState): readonly unknown[] {
    return [base, lang, flavour];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
    this.#asking = null;
  }

  private get texts(): BaseMessages {
    return baseMessages[this.state?.lang ?? 'zh-Hans'];
  }

  get #session(): BaseSession {
    return baseOf(this.atlas!.store);
  }

  get #choice(): BaseChoice {
    return this.#session.state.choice;
  }

  #choose(change: Partial<BaseChoice>, file?: { part: BasePart; blob: Blob }): void {
    this.#session.choose(change, file);
    this.requestUpdate();
  }

  #fail(part: BasePart, error: unknown, name: string): void {
    const problem = error instanceof PlanError ? error.problems[0]! : problemOfFault(error, name);
    this.#faults = { ...this.#faults, [part]: problem };
    this.requestUpdate();
  }

  #clearFault(part: BasePart): void {
    const { [part]: _cleared, ...others } = this.#faults;
    this.#faults = others;
  }

  #chooseMapKind(kind: MapKind): void {
    this.#mapKind = kind;
    this.#clearFault('map');
    this.#offered = [];
    this.#asking?.abort();
    if (kind === 'none') this.#choose({ map: null });
    else if (kind === 'tianditu') this.#showTianditu();
    this.requestUpdate();
  }

  #showTianditu(change: Partial<Pick<TiandituBase, 'look' | 'hasNames'>> = {}): void {
    if (change.look) this.#look = change.look;
    this.#hasNames = change.hasNames ?? this.#hasNames;
    const key = this.#keyText.trim();
    if (key === '') return;
    const { map } = this.#choice;
    const kept = map?.kind === 'tianditu' ? map : TIANDITU;
    this.#choose({ map: { ...kept, key, ...this.#tianditu, ...change } });
  }

  /** As chosen; at first streets with names. */
  get #tianditu(): Pick<TiandituBase, 'look' | 'hasNames'> {
    const { map } = this.#choice;
    return map?.kind === 'tianditu'
      ? { look: map.look, hasNames: map.hasNames }
      : { look: this.#look, hasNames: this.#hasNames };
  }

  get #keyText(): string {
    const { map } = this.#choice;
    return this.#key ?? (map?.kind === 'tianditu' ? map.key : '');
  }

  async #showAddress(): Promise<void> {
    const address = this.#addressText;
    this.#clearFault('map');
    this.#offered = [];
    this.#asking?.abort();
    const asking = new AbortController();
    try {
      const read = readBaseAddress(address, document.baseURI);
      if (read.kind === 'base') {
        this.#choose({ map: read.base });
        return;
      }
      this.#asking = asking;
      this.requestUpdate();
      const { askService } = await import('../../io/tiles/read-capabilities.ts');
      const offered = await askService(read.service, read.url, asking.signal);
      if (asking.signal.aborted) return;
      this.#offered = offered;
      const first = offered.find(({ base }) => base !== null);
      if (first) this.#choose({ map: first.base });
    } catch (error) {
      if (!asking.signal.aborted) this.#fail('map', error, address);
    } finally {
      if (this.#asking === asking) this.#asking = null;
      this.requestUpdate();
    }
  }

  get #addressText(): string {
    const { map } = this.#choice;
    if (this.#address !== null) return this.#address;
    return map && 'url' in map ? (map.url ?? '') : '';
  }

  #showTerrainAddress(): void {
    this.#clearFault('terrain');
    const address = this.#terrainText;
    try {
      const terrain = readTerrainAddress(address, this.#encoding, document.baseURI);
      this.#choose({ terrain });
    } catch (error) {
      this.#fail('terrain', error, address);
    }
    this.requestUpdate();
  }

  get #terrainText(): string {
    const { terrain } = this.#choice;
    return this.#terrainAddress ?? (terrain?.kind === 'tiles' ? terrain.url : '');
  }

  #chooseTerrainKind(kind: TerrainKind): void {
    this.#terrainKind = kind;
    this.#clearFault('terrain');
    if (kind === 'none') this.#choose({ terrain: null });
    this.requestUpdate();
  }

  #openFile(part: BasePart, event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    const common = { name: file.name, attribution: '', approval: '' };
    this.#choose(
      part === 'map'
        ? { map: { kind: 'pmtiles', url: null, ...common } }
        : { terrain: { kind: 'geotiff', ...common } },
      { part, blob: file },
    );
  }

  #lookAt(change: Partial<TerrainLook>): void {
    this.#choose({ look: { ...this.#choice.look, ...change } });
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    return html`<div class="body" lang=${this.state!.lang}>
      <p class="intro">${texts.intro}</p>
      <div class="parts">${this.#renderMap()} ${this.#renderTerrain()}</div>
      <p class="intro">${texts.privacy}</p>
      ${this.#session.isKept === false ? html`<p role="status">${texts.notKept}</p>` : nothing}
    </div>`;
  }

  #renderMap(): TemplateResult {
    const { texts } = this;
    const { map, opacity } = this.#choice;
    const kind = this.#mapKind ?? kindOf(map);
    return html`<fieldset part="map" data-part="map">
      <legend>${texts.map}</legend>
      ${renderSegments(texts.map, 'map-kind', kind, texts.mapKinds, (chosen) =>
        this.#chooseMapKind(chosen),
      )}
      ${kind === 'tianditu' ? this.#renderTianditu() : nothing}
      ${kind === 'address' ? this.#renderAddress() : nothing}
      ${
        kind === 'file'
          ? this.#renderOpen(texts.openPmtiles, '.pmtiles', (event) => this.#openFile('map', event))
          : nothing
      }
      ${this.#renderStatus('map')}
      ${
        map && kind === kindOf(map)
          ? html`${renderRange({
              label: texts.opacity,
              name: 'opacity',
              value: opacity,
              min: 0,
              max: 1,
              step: 0.05,
              said: texts.percent(opacity),
              change: (value) => this.#choose({ opacity: value }),
            })}
            ${renderDetails(
              map,
              texts,
              (next) => this.#choose({ map: next }),
              () => this.requestUpdate(),
            )}`
          : nothing
      }
    </fieldset>`;
  }

  #renderTianditu(): TemplateResult {
    const { texts } = this;
    return html`${renderField({
        label: texts.key,
        name: 'key',
        value: this.#keyText,
        hint: this.#keyText.trim() === '' ? `${texts.keyHint}${texts.keyNeeded}` : texts.keyHint,
        change: (key) => {
          this.#key = key;
          this.#showTianditu();
          this.requestUpdate();
        },
      })}
      <div class="row">
        ${renderSegments(texts.look, 'look', this.#tianditu.look, texts.looks, (look) => {
          this.#showTianditu({ look });
          this.requestUpdate();
        })}
        ${renderCheck(texts.names, 'names', this.#tianditu.hasNames, (hasNames) =>
          this.#showTianditu({ hasNames }),
        )}
      </div>`;
  }

  #renderAddress(): TemplateResult {
    const { texts } = this;
    const { map } = this.#choice;
    const known = datumOf(this.#addressText) === 'gcj02';
    return html`<form
        class="ask"
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#showAddress();
        }}
      >
        ${renderField({
          label: texts.address,
          name: 'address',
          value: this.#addressText,
          hint: texts.addressHint,
          change: (value) => {
            this.#address = value;
          },
          input: (value) => {
            this.#address = value;
          },
        })}
        <button type="submit" class="plain strong" data-action="show">${texts.show}</button>
      </form>
      ${this.#asking ? html`<p role="status">${texts.asking}</p>` : nothing}
      ${this.#offered.length > 0 ? this.#renderOffered() : nothing}
      ${
        map?.kind === 'xyz'
          ? known
            ? html`<p>${texts.shifted}</p>`
            : renderChoice(
                texts.datum,
                'datum',
                map.datum,
                (['wgs84', 'gcj02'] as const).map((value) => ({
                  value,
                  label: texts.datums[value],
                })),
                (datum) => this.#choose({ map: { ...map, datum } }),
              )
          : nothing
      }`;
  }

  #renderOffered(): TemplateResult {
    const { texts } = this;
    const { map } = this.#choice;
    const usable = this.#offered.filter(({ base }) => base !== null);
    if (usable.length === 0) return html`<p role="alert">${texts.noUsable}</p>`;
    const chosen =
      map?.kind === 'wms' ? map.layers[0]! : map?.kind === 'wmts' ? map.layer : usable[0]!.id;
    return renderChoice(
      texts.serviceLayer,
      'layer',
      chosen,
      usable.map(({ id, title }) => ({
        value: id,
        label: title === id ? id : `${title}（${id}）`,
      })),
      (id) => {
        const base = usable.find((layer) => layer.id === id)?.base;
        if (base) this.#choose({ map: base });
      },
    );
  }

  #renderTerrain(): TemplateResult {
    const { texts } = this;
    const { terrain, look } = this.#choice;
    const kind = this.#terrainKind ?? terrainKindOf(terrain);
    return html`<fieldset part="terrain" data-part="terrain">
      <legend>${texts.terrain}</legend>
      ${renderSegments(texts.terrain, 'terrain-kind', kind, texts.terrainKinds, (chosen) =>
        this.#chooseTerrainKind(chosen),
      )}
      ${
        kind === 'address'
          ? html`<form
              class="ask"
              @submit=${(event: Event) => {
                event.preventDefault();
                this.#showTerrainAddress();
              }}
            >
              ${renderField({
                label: texts.address,
                name: 'terrain-address',
                value: this.#terrainText,
                hint: texts.terrainHint,
                change: (value) => {
                  this.#terrainAddress = value;
                },
                input: (value) => {
                  this.#terrainAddress = value;
                },
              })}
              ${renderChoice(
                texts.encoding,
                'encoding',
                this.#encoding,
                [
                  { value: 'terrarium', label: 'Terrarium' },
                  { value: 'mapbox', label: 'Mapbox Terrain-RGB' },
                ],
                (encoding) => {
                  this.#encoding = encoding;
                },
              )}
              <button type="submit" class="plain strong" data-action="show-terrain">
                ${texts.show}
              </button>
            </form>`
          : nothing
      }
      ${
        kind === 'file'
          ? this.#renderOpen(texts.openGeotiff, '.tif,.tiff,image/tiff', (event) =>
              this.#openFile('terrain', event),
            )
          : nothing
      }
      ${this.#renderStatus('terrain')}
      ${
        terrain && kind === terrainKindOf(terrain)
          ? html`<div class="row">
                ${renderCheck(texts.shade, 'shade', look.hasShade, (hasShade) => this.#lookAt({ hasShade }))}
                ${renderCheck(texts.contours, 'contours', look.hasContours, (hasContours) => this.#lookAt({ hasContours }))}
                ${renderCheck(texts.relief, 'relief', look.hasRelief, (hasRelief) => this.#lookAt({ hasRelief }))}
              </div>
              ${
                look.hasRelief
                  ? renderRange({
                      label: texts.exaggeration,
                      name: 'exaggeration',
                      value: look.exaggeration,
                      min: 1,
                      max: 5,
                      step: 0.5,
                      said: `× ${look.exaggeration}`,
                      change: (exaggeration) => this.#lookAt({ exaggeration }),
                    })
                  : nothing
              }
              ${renderDetails(
                terrain,
                texts,
                (next) => this.#choose({ terrain: next }),
                () => this.requestUpdate(),
              )}`
          : nothing
      }
    </fieldset>`;
  }

  #renderOpen(label: string, accept: string, open: (event: Event) => void): TemplateResult {
    return html`<label class="choose"
      ><input type="file" accept=${accept} @change=${open} /><span>${label}</span></label
    >`;
  }

  #renderStatus(part: BasePart): TemplateResult {
    const session = this.#session;
    return renderStatus(session.state.reports[part], this.#faults[part], this.state!.lang, {
      cancel: () => session.cancel(part),
      retry: () => session.retry(part),
    });
  }
}

function kindOf(map: BaseMap | null): MapKind {
  if (!map) return 'none';
  if (map.kind === 'tianditu') return 'tianditu';
  return map.kind === 'pmtiles' && map.url === null ? 'file' : 'address';
}

function terrainKindOf(terrain: BaseChoice['terrain']): TerrainKind {
  if (!terrain) return 'none';
  return terrain.kind === 'geotiff' ? 'file' : 'address';
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-base': PlanBase;
  }
}
