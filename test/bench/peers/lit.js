/** The least that an element round the map costs. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { LitElement, html } from 'lit';
import { Map, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { bench, container } from './common.js';
import { start } from './style.js';

setWorkerUrl(new URL(workerUrl, location.href).href);

class BareMap extends LitElement {
  createRenderRoot() {
    return this;
  }
  render() {
    return html`<div style="position:absolute;inset:0"></div>`;
  }
  firstUpdated() {
    start(Map, this.querySelector('div'), bench);
  }
}
customElements.define('bare-map', BareMap);
container.append(document.createElement('bare-map'));
