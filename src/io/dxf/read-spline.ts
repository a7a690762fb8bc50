import type { IEntity } from 'dxf-parser';
import type { PlanePoint } from './trace-curves.ts';

type Group = { readonly code: number; readonly value: unknown };
interface Scanner {
  readonly next: () => Group;
  readonly isEOF: () => boolean;
}

/** What stands in a drawing for a curve of control points, or of points that it goes through. */
export interface SplineEntity extends Pick<IEntity, 'type' | 'layer' | 'inPaperSpace'> {
  readonly control: readonly PlanePoint[];
  readonly through: readonly PlanePoint[];
  readonly knots: readonly number[];
  /** As many as control points; empty: all weigh the same. */
  readonly weights: readonly number[];
  readonly degree: number;
  readonly isClosed: boolean;
}

const CLOSED = 0b1;

/** Takes the place of the parser's own reader of splines, which leaves their weights (group 41) out. */
export class SplineReader {
  readonly ForEntityName = 'SPLINE';

  parseEntity(scanner: Scanner, { value }: Group): SplineEntity {
    const control: PlanePoint[] = [];
    const through: PlanePoint[] = [];
    const [knots, weights]: [number[], number[]] = [[], []];
    let [layer, inPaperSpace, degree, isClosed] = ['0', false, 3, false];
    for (let group = scanner.next(); group.code !== 0 && !scanner.isEOF(); group = scanner.next()) {
      const number = Number(group.value);
      switch (group.code) {
        case 8:
          layer = String(group.value);
          break;
        case 10:
          control.push({ x: number, y: 0 });
          break;
        case 20:
          Object.assign(control.at(-1) ?? {}, { y: number });
          break;
        case 11:
          through.push({ x: number, y: 0 });
          break;
        case 21:
          Object.assign(through.at(-1) ?? {}, { y: number });
          break;
        case 40:
          knots.push(number);
          break;
        case 41:
          weights.push(number);
          break;
        case 67:
          inPaperSpace = number !== 0;
          break;
        case 70:
          isClosed = (number & CLOSED) !== 0;
          break;
        case 71:
          degree = number;
          break;
        default:
      }
    }
    const type = String(value);
    return { type, layer, inPaperSpace, control, through, knots, weights, degree, isClosed };
  }
}
