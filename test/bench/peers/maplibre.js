import 'maplibre-gl/dist/maplibre-gl.css';
import { Map, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { bench, container } from './common.js';
import { start } from './style.js';

setWorkerUrl(new URL(workerUrl, location.href).href);
start(Map, container, bench);
