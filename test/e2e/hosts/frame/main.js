/** A page on another origin than the atlas, which stands in a frame and is spoken to through the client. */
import { connect, PlanClientError } from 'plan-atlas/client';
import { createDiary, NEWS } from '../drive-element.js';

const app = new URLSearchParams(location.search).get('app');
const diary = createDiary();
const frames = new Map();
let isLoaded = false;

function addressOf({ controls, gestures, ...view }) {
  const options = new URLSearchParams({ embed: '', origins: location.origin });
  for (const [name, value] of Object.entries({ controls, gestures })) {
    if (value !== undefined) options.set(name, value);
  }
  const { src: _ownPlan, layers, ...rest } = view;
  const hash = new URLSearchParams({ v: '1', ...rest });
  if (layers) hash.set('layers', layers.split(/[\s,]+/).join(','));
  return `${app}/?${options}#${hash}`;
}

async function talk(key) {
  const frame = frames.get(key);
  frame.client = await connect(frame.iframe);
  frame.isReady = frame.client.greeting.map !== 'waiting';
  frame.client.on('plan-ready', () => {
    frame.isReady = true;
  });
  for (const name of NEWS) frame.client.on(name, (detail) => diary.tell(key, name, detail));
}

async function outcomeOf(key, ask) {
  const { client } = frames.get(key);
  try {
    await ask(client);
    return { view: await client.state() };
  } catch (error) {
    if (error instanceof PlanClientError) return { refused: error.code };
    throw error;
  }
}

globalThis.driver = {
  load: async () => {
    isLoaded = true;
    await Promise.all([...frames.keys()].map(talk));
  },
  mount: async (key, attributes) => {
    const iframe = document.createElement('iframe');
    iframe.title = key;
    iframe.src = addressOf(attributes);
    frames.set(key, { iframe, client: null, isReady: false });
    document.querySelector('#here').append(iframe);
    if (isLoaded) await talk(key);
  },
  change: async (key, { layers, ...view }) => {
    await frames
      .get(key)
      .client.setState({ ...view, ...(layers && { layers: layers.split(/[\s,]+/) }) });
  },
  ready: async (key) => {
    const { client, isReady } = frames.get(key);
    if (!isReady) await new Promise((resolve) => client.on('plan-ready', resolve));
  },
  unmount: async (key) => {
    const { iframe, client } = frames.get(key);
    client.close();
    iframe.remove();
  },
  // A frame that is moved is loaded anew; the client goes on.
  move: async (key) => {
    const { iframe, client } = frames.get(key);
    document.querySelector('#there').append(iframe);
    await new Promise((resolve) => client.on('plan-ready', resolve));
  },
  told: diary.told,
  select: (key, target) => outcomeOf(key, (client) => client.select(target)),
  highlight: (key, features) => outcomeOf(key, (client) => client.highlight({ features })),
  fit: (key, features) => outcomeOf(key, (client) => client.fit(features)),
  layers: (key, ids) => outcomeOf(key, (client) => client.layers(ids)),
  lens: (key, lens) => outcomeOf(key, (client) => client.lens(lens)),
  scene: (key, id) => outcomeOf(key, (client) => client.scene(id)),
  state: (key) => frames.get(key).client.state(),
  setState: (key, view) => outcomeOf(key, (client) => client.setState(view)),
};
