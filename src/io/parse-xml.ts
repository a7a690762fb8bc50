import { DOMParser, type Document } from '@xmldom/xmldom';
import { PlanError, type Problem } from '../contracts/errors.ts';
import type { CharsetGuess, ReadTask } from '../contracts/import.ts';
import { decodeText, guessCharset } from './charset/guess-charset.ts';

/** Reads XML without a browser's DOM, as a worker must; entities of its own and outside references are refused. */
export function parseXml(
  bytes: Uint8Array,
  name: string,
  { options }: Pick<ReadTask, 'options'>,
): { readonly document: Document; readonly charset: CharsetGuess; readonly problems: Problem[] } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  const header = /<\?xml[^>]*encoding=["']([^"']+)["']/.exec(head)?.[1];
  const charset = guessCharset({
    bytes,
    ...(header === undefined ? {} : { header }),
    ...(options.charset ? { chosen: options.charset } : {}),
  });
  const text = decodeText(bytes, charset.charset);
  const fail = (code: string, message: string, remedy: string): never => {
    throw new PlanError([{ code, severity: 'error', file: name, message, remedy }]);
  };
  if (/<!ENTITY/i.test(text.slice(0, 100_000))) {
    fail(
      'xml-entity',
      'the file declares entities of its own, which could unfold without end; they are not read',
      'Export the file again from its program.',
    );
  }
  const problems: Problem[] = [];
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  try {
    // Control characters are no XML, and programs write them into descriptions.
    const clean = text.replace(/(?![\t\n\r])\p{Cc}/gu, '');
    return { document: parser.parseFromString(clean, 'text/xml'), charset, problems };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
    return fail(
      'xml-syntax',
      `the file is not whole XML: ${reason}`,
      'Export the file again; it may have been cut.',
    );
  }
}
