/** What a page does with a frame of the atlas: by the client, and by bare messages. */
import { connect } from './lib/client.js';

const heard = [];
addEventListener('message', ({ data, origin, source }) => heard.push({ data, origin, source }));

globalThis.hostPage = {
  connect,
  heard,
  /** A frame in this page; resolves when its page has come. */
  open: (src, attributes = {}) =>
    new Promise((resolve) => {
      const iframe = document.createElement('iframe');
      for (const [name, value] of Object.entries(attributes)) iframe.setAttribute(name, value);
      iframe.style.setProperty('width', attributes.width ?? '1000px');
      iframe.style.setProperty('height', attributes.height ?? '560px');
      iframe.addEventListener('load', () => resolve(iframe), { once: true });
      iframe.src = src;
      document.body.append(iframe);
    }),
  /** Sends one message as it is; what the frame answers to this id, or null after a while. */
  ask: (iframe, message, origin, waitMs = 1500) => {
    iframe.contentWindow.postMessage(message, origin);
    return hostPage.answerTo(message.requestId, waitMs);
  },
  answerTo: async (requestId, waitMs = 5000) => {
    const endMs = performance.now() + waitMs;
    while (performance.now() < endMs) {
      const found = heard.find(({ data }) => data?.requestId === requestId);
      if (found) return { ...found.data, origin: found.origin };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return null;
  },
};
