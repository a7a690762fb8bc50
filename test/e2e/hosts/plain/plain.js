/** A page without build: the library is asked for as it lies on the server, and atlases come as markup. */
import { createDiary, driveElement, NEWS } from '../drive-element.js';

const diary = createDiary();
const here = document.querySelector('#here');
const find = (key) => document.querySelector(`#${key}`);

for (const name of NEWS) {
  document.addEventListener(name, (event) => diary.tell(event.target.id, name, event.detail));
}

globalThis.driver = driveElement(
  {
    load: () =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.type = 'module';
        script.src = '/lib/plan-atlas.js';
        script.addEventListener('load', resolve);
        script.addEventListener('error', reject);
        document.head.append(script);
      }),
    /** The first one stands in the page's own markup. */
    mount: async (key, attributes) => {
      if (find(key)) return;
      const text = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
      here.insertAdjacentHTML(
        'beforeend',
        `<plan-atlas id="${key}" ${text.join(' ')}></plan-atlas>`,
      );
    },
    change: async (key, attributes) => {
      for (const [name, value] of Object.entries(attributes)) find(key).setAttribute(name, value);
    },
    unmount: async (key) => find(key).remove(),
    move: async (key) => document.querySelector('#there').append(find(key)),
    element: find,
  },
  diary,
);
