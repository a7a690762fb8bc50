/** What deck.gl draws with. It asks for it when it first draws only, and by then the network may have gone. */
export { WebGLDevice } from '@luma.gl/webgl';
