import { html, type TemplateResult } from 'lit';
import type { LngLat } from '../../contracts/bundle.ts';
import {
  ORIENTATIONS,
  PAPERS,
  SHEET_GRIDS,
  SHEET_PARTS,
  type SheetPart,
} from '../../contracts/sheet.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { CURRENT_VIEW, EMPHASES, type SubjectChoice } from '../../core/sheet/sheet-view.ts';
import { nameScale, SCALES } from '../../core/sheet/sheet-frame.ts';
import type { SheetMessages } from '../messages/sheet-messages.ts';
import { renderCheck, renderChoice, renderField } from '../shared/render-field.ts';
import { PLACES, type SheetWish } from './sheet-wish.ts';

export interface ChoicesView {
  /** The scale at which the whole plan is on the sheet. */
  readonly fitted: number;
  /** Of the sheet as it stands. */
  readonly center: LngLat;
  readonly subjects: readonly SubjectChoice[];
  /** What moves the frame on the map. */
  readonly frame: TemplateResult;
  readonly say: (text: Bilingual) => string;
  readonly choose: (change: Partial<SheetWish>) => void;
}

/** What a sheet is made from. */
export function renderChoices(
  texts: SheetMessages,
  wish: SheetWish,
  { fitted, center, subjects, frame, say, choose }: ChoicesView,
): TemplateResult {
  const field = (
    name: 'title' | 'number' | 'compiler' | 'date' | 'watermark',
    hint?: string,
  ): TemplateResult =>
    renderField({
      label: texts[name],
      name,
      value: wish[name],
      ...(hint ? { hint } : {}),
      change: (value) => choose({ [name]: value.trim() }),
    });
  return html` <div class="pair">
      ${renderChoice(
        texts.subject,
        'subject',
        subjects.some(({ key }) => key === wish.subject) ? wish.subject : CURRENT_VIEW,
        [
          { value: CURRENT_VIEW, label: texts.currentView },
          ...subjects.map(({ key, name }) => ({ value: key, label: say(name) })),
        ],
        (subject) => choose({ subject }),
      )}
      ${renderChoice(
        texts.emphasis,
        'emphasis',
        wish.emphasis,
        EMPHASES.map((value) => ({ value, label: texts.emphases[value] })),
        (emphasis) => choose({ emphasis }),
      )}
      ${renderChoice(
        texts.paper,
        'paper',
        wish.paper,
        PAPERS.map((value) => ({ value, label: value })),
        (paper) => choose({ paper }),
      )}
      ${renderChoice(
        texts.orientation,
        'orientation',
        wish.orientation,
        ORIENTATIONS.map((value) => ({
          value,
          label: texts.orientations[value],
        })),
        (orientation) => choose({ orientation }),
      )}
      ${renderChoice(
        texts.scale,
        'scale',
        String(wish.scale),
        [
          { value: 'fit', label: texts.fitted(nameScale(fitted)) },
          ...SCALES.map((scale) => ({ value: String(scale), label: `1∶${nameScale(scale)}` })),
        ],
        (value) => choose({ scale: value === 'fit' ? 'fit' : Number(value) }),
      )}
      ${renderChoice(
        texts.place,
        'place',
        wish.place,
        PLACES.map((value) => ({ value, label: texts.places[value] })),
        (place) => choose(place === 'frame' ? { place, center } : { place }),
      )}
      ${renderChoice(
        texts.grid,
        'grid',
        wish.grid,
        SHEET_GRIDS.map((value) => ({ value, label: texts.grids[value] })),
        (grid) => choose({ grid }),
      )}
    </div>
    ${frame} ${field('title')}
    <div class="pair">
      ${field('number')} ${field('date')} ${field('compiler')}
      ${field('watermark', texts.watermarkHint)}
    </div>
    <fieldset>
      <legend>${texts.parts}</legend>
      <div class="row">
        ${SHEET_PARTS.map((part) =>
          renderCheck(texts.partNames[part], part, !wish.hidden.includes(part), (isShown) =>
            choose({ hidden: showPart(wish, part, isShown) }),
          ),
        )}
      </div>
    </fieldset>`;
}

function showPart({ hidden }: SheetWish, part: SheetPart, isShown: boolean): SheetPart[] {
  const others = hidden.filter((one) => one !== part);
  return isShown ? others : [...others, part];
}
