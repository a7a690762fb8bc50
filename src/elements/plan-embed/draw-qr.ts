import type { Box } from './share-context.ts';

/** Light modules round a code that readers need. */
const QUIET = 4;

/**
 * Draws a QR code (level M) as large as whole pixels a module allow, on a white plate; its code comes with the first.
 * @param text plain ASCII, as an address is
 * @throws Error when the text does not fit into a code
 */
export async function drawQr(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y, width }: Box,
): Promise<void> {
  const { default: createCode } = await import('qrcode-generator');
  const code = createCode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const cell = Math.floor(width / (count + 2 * QUIET));
  if (cell < 2) throw new Error(`share: ${text.length} characters do not fit into the code.`);
  const margin = (width - cell * count) / 2;
  context.fillStyle = '#ffffff';
  context.fillRect(x, y, width, width);
  context.fillStyle = '#000000';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue;
      context.fillRect(
        Math.floor(x + margin) + column * cell,
        Math.floor(y + margin) + row * cell,
        cell,
        cell,
      );
    }
  }
}
