/** A page whose own script makes the element, as a site without a framework does. */
import { createDiary, driveElement, NEWS } from '../drive-element.js';

const diary = createDiary();
const atlases = new Map();
const here = document.querySelector('#here');

function mount(key, prepare) {
  const atlas = document.createElement('plan-atlas');
  prepare(atlas);
  for (const name of NEWS) {
    atlas.addEventListener(name, (event) => diary.tell(key, name, event.detail));
  }
  atlases.set(key, atlas);
  here.append(atlas);
}

const setAttributes = (atlas, attributes) => {
  for (const [name, value] of Object.entries(attributes)) atlas.setAttribute(name, value);
};

globalThis.driver = driveElement(
  {
    load: async () => void (await import('plan-atlas')),
    mount: async (key, attributes) => mount(key, (atlas) => setAttributes(atlas, attributes)),
    mountObject: async (key, plan) =>
      mount(key, (atlas) => {
        atlas.bundle = plan;
      }),
    change: async (key, attributes) => setAttributes(atlases.get(key), attributes),
    unmount: async (key) => atlases.get(key).remove(),
    move: async (key) => document.querySelector('#there').append(atlases.get(key)),
    element: (key) => atlases.get(key),
  },
  diary,
);
