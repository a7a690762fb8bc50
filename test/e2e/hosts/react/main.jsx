/** A React 19 app: the element as JSX, events as its props, and the plan as an object. */
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createDiary, driveElement } from '../drive-element.js';

const diary = createDiary();
const here = document.querySelector('#here');

let atlases = new Map();
const listeners = new Set();
const setAtlas = (key, props) => {
  atlases = new Map(atlases);
  if (props) atlases.set(key, { ...atlases.get(key), ...props });
  else atlases.delete(key);
  flushSync(() => {
    for (const listener of listeners) listener();
  });
};
const subscribe = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function Atlas({ name, ...props }) {
  const tell = (event) => diary.tell(name, event.type, event.detail);
  return (
    <plan-atlas
      id={name}
      {...props}
      onplan-ready={tell}
      onplan-error={tell}
      onplan-feature-select={tell}
      onplan-clause-select={tell}
      onplan-hover={tell}
      onplan-layers-change={tell}
      onplan-view-change={tell}
    />
  );
}

function App() {
  const shown = useSyncExternalStore(subscribe, () => atlases);
  return [...shown].map(([name, props]) => <Atlas key={name} name={name} {...props} />);
}

createRoot(here).render(<App />);

globalThis.driver = driveElement(
  {
    load: async () => void (await import('plan-atlas')),
    mount: async (key, attributes) => setAtlas(key, attributes),
    mountObject: async (key, plan) => setAtlas(key, { bundle: plan }),
    change: async (key, attributes) => setAtlas(key, attributes),
    unmount: async (key) => setAtlas(key, null),
    // React itself moves nothing; a page that moves the app's root moves all in it.
    move: async () => document.querySelector('#there').append(here),
    element: (key) => document.querySelector(`#${key}`),
  },
  diary,
);
