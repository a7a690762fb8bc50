import { messages } from '../messages/messages.ts';
import { panelMessages, type PanelWords } from '../messages/panel-messages.ts';
import { AtlasElement } from './atlas-element.ts';

/** Base of the panels that come after the text: they have words of their own. */
export abstract class PanelElement extends AtlasElement {
  protected override get words(): PanelWords {
    const lang = this.state?.lang ?? 'zh-Hans';
    return { ...messages[lang], ...panelMessages[lang] };
  }
}
