/** A Vue 3 app: the element in a single-file component, events as listeners, and the plan as an object. */
import { createApp, markRaw, nextTick, reactive } from 'vue';
import { createDiary, driveElement } from '../drive-element.js';
import App from './App.vue';

const diary = createDiary();
const atlases = reactive({});
const here = document.querySelector('#here');

createApp(App, {
  atlases,
  tell: (key, event) => diary.tell(key, event.type, event.detail),
}).mount(here);

const give = (key, props) => {
  atlases[key] = { ...atlases[key], ...props };
  return nextTick();
};

globalThis.driver = driveElement(
  {
    load: async () => void (await import('plan-atlas')),
    mount: give,
    // A plan is data to be read, and not to be made reactive in depth.
    mountObject: (key, plan) => give(key, { bundle: markRaw(plan) }),
    change: give,
    unmount: (key) => {
      delete atlases[key];
      return nextTick();
    },
    move: async () => document.querySelector('#there').append(here),
    element: (key) => document.querySelector(`#${key}`),
  },
  diary,
);
